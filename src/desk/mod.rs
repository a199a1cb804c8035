//! What may be asked, and what is the answer?
//!
//! The reader asks through [`answer`], from its lanes; the command line calls the verbs
//! themselves. Only what adds makes a library. One that was deleted or replaced while it was
//! open is not gone on with: the next question is put to what is there now.

mod add;
mod coding;
mod exchange;
mod finding;
mod indexing;
mod keep;
mod read;
mod reader;
mod related;
mod request;
mod search;
mod seeds;
mod story;

pub use add::{Event, Source};
pub use finding::{
    About, Finding, Found, FoundIn, IndexState, Indexing, Near, Related, Search, Sift, Story, Told,
};
pub use reader::{Home, Opened};
pub use request::{Answer, Reply, Request, answer};
pub use seeds::SEEDS;

pub use crate::store::{
    Bearing, Changes, Coded, Coding, Edit, Entry, Group, Grouping, Kept, Loaded, Mark, Order,
    PATIENCE, PassageOrder, Reach, Scope, Shelf, Sort, Spot, Standing, State, Subject, Trail, Undo,
    Undone, View, Wanted,
};

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
    time::Duration,
};

use crate::{
    article::{ArticleId, Kind},
    config,
    error::Error,
    import::Reading,
    index::Index,
    passage::Deed,
    store::{Access, Filter, Maker, Outcome, Place, Prepared, Raw, Store, Writing},
    terms::{Aliases, Analyser},
};

/// The library of a directory, opened when something is first asked of it.
pub struct Desk {
    /// None where not even a home is known.
    library: Option<PathBuf>,
    coder: String,
    patience: Duration,
    /// The name of this run, in the log.
    session: Option<String>,
    reading: Option<Store>,
    writing: Option<Store>,
    index: Option<Index>,
    analyser: Analyser,
    /// Spellings that the reader joined, with those of every library.
    aliases: Option<Aliases>,
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
            patience: PATIENCE,
            session: None,
            reading: None,
            writing: None,
            index: None,
            analyser: Analyser::default(),
            aliases: None,
        }
    }

    /// From now on another program that keeps the library busy is waited for so long, then
    /// the answer is [`Error::Locked`].
    pub fn wait(&mut self, patience: Duration) -> Result<(), Error> {
        self.patience = patience;
        let open = self.reading.iter_mut().chain(&mut self.writing);
        open.into_iter().try_for_each(|store| store.wait(patience))
    }

    /// From now on the spellings in a file are joined too when something is searched for. The
    /// first line, if any, that joins nothing is [`Error::Spellings`]; the others hold.
    pub fn join(&mut self, file: &Path) -> Result<(), Error> {
        let own = config::read_spellings(file)?;
        if own.is_empty() {
            return Ok(());
        }
        let (aliases, faulty) = Aliases::with(&own);
        self.aliases = Some(aliases);
        match faulty.first() {
            Some(line) => Err(Error::Spellings(file.to_owned(), *line)),
            None => Ok(()),
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
        let store = self.writer(Access::Write)?;
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
        self.change(|w, maker| w.edit(ids, edits, maker))
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
        self.change(|w, maker| w.set_kind(id, place, kind, scope, maker))
    }

    /// Does deeds, all or none, as one change.
    pub fn code(&mut self, deeds: &[Deed]) -> Result<Coded, Error> {
        self.change(|w, maker| w.code(deeds, maker))
    }

    /// Takes back the last change, of this run or of all.
    pub fn undo(&mut self, reach: &Reach) -> Result<Undo, Error> {
        self.change(|w, maker| w.undo(reach, maker))
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&mut self, reach: &Reach) -> Result<Undo, Error> {
        self.change(|w, maker| w.redo(reach, maker))
    }

    /// Hides articles.
    pub fn remove(&mut self, ids: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
        self.change(|w, maker| w.remove(ids, maker))
    }

    /// Deletes articles after a backup, whose path it returns.
    pub fn purge(&mut self, ids: &[ArticleId]) -> Result<PathBuf, Error> {
        self.existing()?;
        self.writer(Access::Change)?.write(|w| w.purge(ids))
    }

    fn library(&self) -> Result<&Path, Error> {
        self.library.as_deref().ok_or(Error::NoHome)
    }

    /// One change of a library that is there, and who makes it.
    fn change<T>(
        &mut self,
        change: impl FnOnce(&Writing<'_>, &Maker) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.existing()?;
        let session = match self.session.take() {
            Some(session) => session,
            None => self.writer(Access::Change)?.session()?,
        };
        let maker = Maker {
            coder: self.coder.clone(),
            session: self.session.insert(session).clone(),
        };
        self.writer(Access::Change)?.write(|w| change(w, &maker))
    }

    fn reader(&mut self) -> Result<Option<&Store>, Error> {
        self.reading.take_if(|store| !store.is_there());
        if self.reading.is_none() {
            let opened = Store::open_within(self.library()?, Access::Read, self.patience);
            self.reading = match opened {
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

    /// For adding, makes the library where there is none; one that vanishes meanwhile is an
    /// error.
    fn writer(&mut self, access: Access) -> Result<&mut Store, Error> {
        let missing = Error::NoLibrary(self.library()?.to_owned());
        if self.writing.take_if(|store| !store.is_there()).is_some() {
            return Err(missing);
        }
        if self.writing.is_none() {
            let opened = Store::open_within(self.library()?, access, self.patience)?;
            self.writing = Some(opened);
        }
        self.writing.as_mut().ok_or(missing)
    }
}
