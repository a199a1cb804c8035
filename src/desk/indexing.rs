//! How does the index follow the library?
//!
//! # Steps
//! 1. The index is opened, or looked at again where it is open. One that cannot be used, or is
//!    of another run of the library's numbers, is made anew.
//! 2. Where the library has gone on, the index is held for writing, batch by batch: first what
//!    is gone for good is forgotten, then articles and notes follow in the order of their
//!    numbers, and each batch says how far it goes.
//!
//! # Laws
//! - Whenever this ends, by whatever, the index holds what its numbers say.
//! - Where there is nothing to do nothing is written, and it costs a few questions to the
//!   library.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::{Desk, IndexState, Indexing};
use crate::{
    error::Error,
    index::{Article, Index, Note, Stand, Writer},
    store::{On, State, Store},
};

/// At most so many articles or notes are read at a time.
const BATCH: usize = 200;
/// What was indexed is found after no longer than this while there is more. Each commit makes
/// segments that are merged again.
const OFTEN: Duration = Duration::from_secs(8);
/// For fewer articles a second thread is not worth its making.
const MANY: u32 = 300;
/// So often is looked whether another program has ended its writing.
const LOOK: Duration = Duration::from_millis(20);

impl Desk {
    /// Brings the index up to what the library is now; says whether it has changed. `cancel`
    /// stops between two batches, and what is there so far can be searched.
    pub fn catch_up(
        &mut self,
        cancel: &AtomicBool,
        tell: &mut dyn FnMut(Indexing),
    ) -> Result<bool, Error> {
        let library = self.existing()?.directory().to_owned();
        let mut changed = self.take_up(&library, tell)?;
        let since = Instant::now();
        let mut again = false;
        loop {
            let (store, index) = self.both()?;
            let state = store.state()?;
            if !behind(store, &state, index.stand())? {
                return Ok(changed);
            }
            match follow(store, index, cancel, tell) {
                Ok(()) => return Ok(true),
                // another program brings it up: perhaps it has by now
                Err(Error::Locked(_)) if since.elapsed() < self.patience => {
                    thread::sleep(LOOK);
                    changed |= self.take_up(&library, tell)?;
                }
                // it was spoilt meanwhile, or another program has made another
                Err(Error::Index(directory, why)) if !again => {
                    again = true;
                    self.index = None;
                    if Index::put_aside(&directory) {
                        tell(Indexing::Anew(why));
                    }
                    changed |= self.take_up(&library, tell)?;
                }
                Err(error) => {
                    self.spoilt(&error);
                    return Err(error);
                }
            }
            if cancel.load(Ordering::Relaxed) {
                return Ok(changed);
            }
        }
    }

    /// How the index stands, without bringing it up; none where there is none.
    pub fn index_state(&mut self) -> Result<Option<IndexState>, Error> {
        let Some(store) = self.reader()? else {
            return Ok(None);
        };
        let library = store.directory().to_owned();
        let waiting = |stand: &Stand, state: &State| {
            let from = if stand.nonce == state.nonce {
                stand.articles
            } else {
                -1
            };
            store.waiting(from)
        };
        let state = store.state()?;
        Ok(Some(match Index::open(&library) {
            Ok(None) => return Ok(None),
            Ok(Some(index)) => IndexState {
                articles: index.articles()?,
                bytes: index.bytes(),
                behind: waiting(index.stand(), &state)?.into(),
                fault: None,
            },
            Err(Error::Index(_, why)) => IndexState {
                behind: state.articles.into(),
                fault: Some(why),
                ..IndexState::default()
            },
            Err(error) => return Err(error),
        }))
    }

    /// The library and its index as far as it is, and how many articles of the library are not
    /// in it.
    pub(super) fn searchable(&mut self) -> Result<(&Store, &Index, u32), Error> {
        let library = self.existing()?.directory().to_owned();
        self.look_again(&library)?;
        let (store, index) = self.both()?;
        let state = store.state()?;
        let stand = index.stand();
        let from = if stand.nonce == state.nonce {
            stand.articles
        } else {
            -1
        };
        let behind = if from == state.change {
            0
        } else {
            store.waiting(from)?
        };
        Ok((store, index, behind))
    }

    /// An index that turned out to be useless is put aside, so that whoever follows the library
    /// makes another.
    pub(super) fn spoilt(&mut self, error: &Error) {
        if let Error::Index(directory, _) = error {
            self.index = None;
            Index::put_aside(directory);
        }
    }

    /// Opens the index, or takes up what is new in it; makes it anew where it cannot be used.
    /// Says whether it is another.
    fn take_up(
        &mut self,
        library: &PathBuf,
        tell: &mut dyn FnMut(Indexing),
    ) -> Result<bool, Error> {
        let nonce = self.existing()?.state()?.nonce;
        let looked = self.look_again(library);
        let stand = self.index.as_ref().map(Index::stand);
        let foreign = stand.is_some_and(|stand| !stand.nonce.is_empty() && stand.nonce != nonce);
        match looked {
            Ok(changed) if !foreign => return Ok(changed),
            Ok(_) | Err(Error::NoIndex(_)) => {}
            Err(Error::Index(_, why)) => tell(Indexing::Anew(why)),
            Err(error) => return Err(error),
        }
        self.index = None;
        self.index = Some(Index::anew(library, &nonce)?);
        Ok(true)
    }

    /// The index as it is now.
    fn look_again(&mut self, library: &PathBuf) -> Result<bool, Error> {
        let other = self
            .index
            .as_ref()
            .is_some_and(|index| index.library() != library);
        if other {
            self.index = None;
        }
        if let Some(index) = &mut self.index {
            let refreshed = index.refresh();
            if refreshed.is_err() {
                self.index = None;
            }
            return refreshed;
        }
        let opened = Index::open(library)?;
        self.index = Some(opened.ok_or_else(|| Error::NoIndex(library.clone()))?);
        Ok(true)
    }

    fn both(&mut self) -> Result<(&Store, &mut Index), Error> {
        let missing = self.library()?.to_owned();
        match (&self.reading, &mut self.index) {
            (Some(store), Some(index)) => Ok((store, index)),
            (None, _) => Err(Error::NoLibrary(missing)),
            (_, None) => Err(Error::NoIndex(missing)),
        }
    }
}

/// Whether the library holds what the index does not.
fn behind(store: &Store, state: &State, stand: &Stand) -> Result<bool, Error> {
    Ok(stand.nonce != state.nonce
        || stand.coding != state.coding
        || stand.articles != state.change
            && (store.waiting(stand.articles)? > 0
                || !store.gone_since(stand.articles)?.is_empty()))
}

/// Writes into the index what the library has had since.
fn follow(
    store: &Store,
    index: &mut Index,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(Indexing),
) -> Result<(), Error> {
    let waiting = store.waiting(index.stand().articles)?;
    let mut writer = index.writer(waiting >= MANY)?;
    let mut stand = writer.stand().clone();
    // another program may have gone further meanwhile
    let state = &store.state()?;
    let fresh = stand.nonce.is_empty();
    if fresh {
        stand.nonce.clone_from(&state.nonce);
    } else {
        for (_, id) in store.gone_since(stand.articles)? {
            writer.forget(id.as_str());
        }
    }
    let total = u64::from(store.waiting(stand.articles)?);
    let mut done = 0;
    let mut last = Instant::now();
    loop {
        let followed = store.followed(stand.articles, state.change, BATCH)?;
        for article in &followed {
            match &article.content {
                Some(content) => writer.article(&Article {
                    id: article.id.as_str(),
                    row: article.row,
                    title: &content.title,
                    text: &content.text,
                    source: content.source.as_deref(),
                    minutes: content.minutes,
                })?,
                None => writer.forget(article.id.as_str()),
            }
        }
        let whole = followed.is_empty();
        done += followed.len() as u64;
        stand.articles = match followed.last() {
            Some(article) => article.matter,
            None => state.change,
        };
        tell(Indexing::Going(done, total.max(done)));
        if whole || cancel.load(Ordering::Relaxed) {
            break;
        }
        if last.elapsed() > OFTEN {
            writer.commit(&stand)?;
            last = Instant::now();
        }
    }
    if !cancel.load(Ordering::Relaxed) {
        notes(store, &mut writer, &mut stand, state, fresh)?;
    }
    writer.commit(&stand)?;
    writer.end()
}

/// Writes into the index what the reader wrote since.
fn notes(
    store: &Store,
    writer: &mut Writer<'_>,
    stand: &mut Stand,
    state: &State,
    fresh: bool,
) -> Result<(), Error> {
    loop {
        let noted = store.noted_since(stand.coding, state.coding, BATCH)?;
        for one in &noted {
            let id = match &one.on {
                On::Passage(id) => id.as_str(),
                On::Article(id) => id.as_str(),
            };
            match &one.words {
                Some(words) => writer.note(&Note {
                    id,
                    row: words.row,
                    quote: &words.quote,
                    note: &words.note,
                })?,
                None if fresh => {}
                None => writer.forget_note(id),
            }
        }
        stand.coding = noted.last().map_or(state.coding, |last| last.change);
        if noted.len() < BATCH {
            stand.coding = state.coding;
            return Ok(());
        }
    }
}
