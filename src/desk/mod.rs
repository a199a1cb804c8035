//! What may be asked, and what is the answer?
//!
//! The reader asks through [`answer`], from its lanes; the command line calls the verbs
//! themselves. Whoever only looks never makes a library.

mod add;
mod read;
mod seeds;

pub use add::{Event, Source};
pub use seeds::SEEDS;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use crate::{
    article::{ArticleId, Kind},
    error::Error,
    import::Reading,
    store::{
        Access, Edit, Entry, Filter, Loaded, Maker, Outcome, Place, Prepared, Raw, Scope, Store,
    },
};

/// The library of a directory, opened when something is first asked of it.
pub struct Desk {
    /// None where not even a home is known.
    library: Option<PathBuf>,
    coder: String,
    maker: Option<Maker>,
    reading: Option<Store>,
    writing: Option<Store>,
}

/// A question or an order.
#[derive(Debug)]
pub enum Request {
    /// At most so many entries after a place.
    List(Filter, Option<Place>, usize),
    /// The article that a name means.
    Find(String),
    /// An article with its blocks.
    Load(ArticleId),
    /// The document it came from.
    Raw(ArticleId),
    /// These documents shall be in the library.
    Add(Vec<Prepared>),
    /// These fields shall be so.
    Edit(Vec<ArticleId>, Vec<Edit>),
    /// The block at this place of the current version shall be of this kind, or again of the
    /// one that import says.
    SetKind(ArticleId, usize, Option<Kind>, Scope),
    /// These articles shall be hidden.
    Remove(Vec<ArticleId>),
    /// These articles shall be deleted, after a backup.
    Purge(Vec<ArticleId>),
}

/// What is answered.
#[derive(Debug)]
pub enum Answer {
    /// To [`Request::List`].
    Entries(Vec<Entry>),
    /// To [`Request::Find`]; none if nothing answers to the name.
    Found(Option<ArticleId>),
    /// To [`Request::Load`].
    Article(Box<Loaded>),
    /// To [`Request::Raw`].
    Raw(Raw),
    /// To [`Request::Add`], in the same order.
    Added(Vec<(ArticleId, Outcome)>),
    /// To [`Request::Edit`], [`Request::SetKind`] and [`Request::Remove`]: the articles that
    /// are not as they were.
    Changed(Vec<ArticleId>),
    /// To [`Request::Purge`]: the backup.
    Purged(PathBuf),
}

/// An answer, or why there is none.
pub type Reply = Result<Answer, Error>;

/// Answers one request.
pub fn answer(desk: &mut Desk, request: Request) -> Reply {
    match request {
        Request::List(filter, after, count) => {
            desk.list(&filter, after, count).map(Answer::Entries)
        }
        Request::Find(name) => desk.find(&name, false).map(Answer::Found),
        Request::Load(id) => desk.load(&id).map(Box::new).map(Answer::Article),
        Request::Raw(id) => desk.raw(&id).map(Answer::Raw),
        Request::Add(documents) => desk.keep(&documents).map(Answer::Added),
        Request::Edit(ids, edits) => desk.edit(&ids, &edits).map(Answer::Changed),
        Request::SetKind(id, place, kind, scope) => {
            desk.set_kind(&id, place, kind, scope).map(Answer::Changed)
        }
        Request::Remove(ids) => desk.remove(&ids).map(Answer::Changed),
        Request::Purge(ids) => desk.purge(&ids).map(Answer::Purged),
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Desk").field(&self.library).finish()
    }
}

impl Desk {
    /// The desk of a library's directory, and who works at it.
    pub fn new(library: Option<PathBuf>, coder: String) -> Self {
        Self {
            library,
            coder,
            maker: None,
            reading: None,
            writing: None,
        }
    }

    /// Whether there is a library yet.
    pub fn has_library(&mut self) -> Result<bool, Error> {
        Ok(self.reader()?.is_some())
    }

    /// The directory of the library; none where not even a home is known.
    pub fn directory(&self) -> Option<&Path> {
        self.library.as_deref()
    }

    /// Reads the whole library to see that it is sound; how many articles it holds, none
    /// without one.
    pub fn check(&mut self) -> Result<Option<u64>, Error> {
        self.reader()?.map(Store::check).transpose()
    }

    /// At most `count` entries after a place; none at all without a library.
    pub fn list(
        &mut self,
        filter: &Filter,
        after: Option<Place>,
        count: usize,
    ) -> Result<Vec<Entry>, Error> {
        match self.reader()? {
            Some(store) => store.list(filter, after, count),
            None => Ok(Vec::new()),
        }
    }

    /// The article that a name means; `removed` ones answer only when asked for.
    pub fn find(&mut self, name: &str, removed: bool) -> Result<Option<ArticleId>, Error> {
        match self.reader()? {
            Some(store) => store.find(name, removed),
            None => Ok(None),
        }
    }

    /// An article with its blocks.
    pub fn load(&mut self, id: &ArticleId) -> Result<Loaded, Error> {
        self.existing()?.load(id)
    }

    /// The document an article came from.
    pub fn raw(&mut self, id: &ArticleId) -> Result<Raw, Error> {
        self.existing()?.raw(id)
    }

    /// Reads the one article of a file or of standard input, without adding it.
    pub fn peek(source: &Source) -> Result<(Reading, Vec<u8>), Error> {
        read::peek(source)
    }

    /// Adds documents, all or none.
    pub fn keep(&mut self, documents: &[Prepared]) -> Result<Vec<(ArticleId, Outcome)>, Error> {
        let store = self.writer()?;
        let run = store.run()?;
        store.write(|w| documents.iter().map(|d| w.add(d, run)).collect())
    }

    /// Adds all that the sources hold, telling what happens; what cannot be read is told
    /// and the rest goes on. `cancel` stops between two commits. A trial writes nothing.
    pub fn add(
        &mut self,
        sources: Vec<Source>,
        trial: bool,
        cancel: &AtomicBool,
        tell: &mut dyn FnMut(Event),
    ) -> Result<(), Error> {
        add::run(self, sources, trial, cancel, tell)
    }

    /// Sets fields by hand.
    pub fn edit(&mut self, ids: &[ArticleId], edits: &[Edit]) -> Result<Vec<ArticleId>, Error> {
        let maker = self.maker()?;
        self.writer()?.write(|w| w.edit(ids, edits, &maker))
    }

    /// Says by hand what a block is, by its place among those of the current version; none
    /// is again what import says.
    pub fn set_kind(
        &mut self,
        id: &ArticleId,
        place: usize,
        kind: Option<Kind>,
        scope: Scope,
    ) -> Result<Vec<ArticleId>, Error> {
        let maker = self.maker()?;
        self.writer()?
            .write(|w| w.set_kind(id, place, kind, scope, &maker))
    }

    /// Hides articles.
    pub fn remove(&mut self, ids: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
        let maker = self.maker()?;
        self.writer()?.write(|w| w.remove(ids, &maker))
    }

    /// Deletes articles after a backup, whose path it returns.
    pub fn purge(&mut self, ids: &[ArticleId]) -> Result<PathBuf, Error> {
        let store = self.writer()?;
        let backup = store.backup()?;
        store.write(|w| w.purge(ids))?;
        Ok(backup)
    }

    fn library(&self) -> Result<&Path, Error> {
        self.library.as_deref().ok_or(Error::NoHome)
    }

    fn maker(&mut self) -> Result<Maker, Error> {
        if let Some(maker) = &self.maker {
            return Ok(maker.clone());
        }
        let maker = Maker {
            coder: self.coder.clone(),
            session: self.writer()?.session()?,
        };
        Ok(self.maker.insert(maker).clone())
    }

    fn reader(&mut self) -> Result<Option<&Store>, Error> {
        if self.reading.is_none() {
            self.reading = match Store::open(self.library()?, Access::Read) {
                Err(Error::NoLibrary(_)) => None,
                opened => Some(opened?),
            };
        }
        Ok(self.reading.as_ref())
    }

    fn existing(&mut self) -> Result<&Store, Error> {
        let missing = self.library()?.to_owned();
        self.reader()?.ok_or(Error::NoLibrary(missing))
    }

    fn writer(&mut self) -> Result<&mut Store, Error> {
        if self.writing.is_none() {
            self.writing = Some(Store::open(self.library()?, Access::Write)?);
        }
        let missing = self.library()?.to_owned();
        self.writing.as_mut().ok_or(Error::NoLibrary(missing))
    }
}
