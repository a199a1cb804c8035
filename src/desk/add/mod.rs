//! How do sources become articles of the library?
//!
//! One thread reads the sources and cuts them into documents ([`source`]), every core makes
//! documents ready, and the caller's thread writes them, in the order in which they were
//! read ([`pipe`]). What is under way at any time is bounded in bytes.

mod lines;
mod pipe;
mod source;

pub use source::Source;
pub(super) use source::{Document, Item, each};

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use super::Desk;
use crate::{
    article::ArticleId,
    error::Error,
    store::{Access, Outcome, Prepared, Run, Store},
};
use pipe::{Next, Ready};

/// What happened while adding.
#[derive(Debug)]
pub enum Event {
    /// A document is in the library (or would be).
    Stored(ArticleId, Outcome),
    /// A source, or one document of it, could not be added.
    Failed(String, Error),
}

/// A commit holds at most so many articles,
const MOST: usize = 500;

/// and takes about so long, then others may write.
const LONGEST: Duration = Duration::from_millis(50);

/// Where documents go.
enum Sink<'a> {
    /// The desk, and the run, once its library has been opened for many.
    Library(&'a mut Desk, Option<Run>),
    /// Compares with the library, and keeps what is new apart to compare the rest with it.
    Trial(Option<Box<Store>>, Box<Store>, Run),
}

pub(super) fn run(
    desk: &mut Desk,
    sources: Vec<Source>,
    trial: bool,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(Event),
) -> Result<(), Error> {
    let mut sink = if trial {
        let library = match Store::open(desk.library()?, Access::Read) {
            Err(Error::NoLibrary(_)) => None,
            opened => Some(Box::new(opened?)),
        };
        let scratch = Store::scratch()?;
        let run = scratch.run()?;
        Sink::Trial(library, Box::new(scratch), run)
    } else {
        Sink::Library(desk, None)
    };
    let done = pipe::run(sources, cancel, |next| write(&mut sink, cancel, next, tell));
    match sink {
        Sink::Library(desk, Some(_)) => done.and(desk.writer(Access::Write)?.bulk(false)),
        _ => done,
    }
}

/// Writes what is ready, commit by commit, until nothing more comes.
fn write(
    sink: &mut Sink<'_>,
    cancel: &AtomicBool,
    next: &mut Next<'_>,
    tell: &mut dyn FnMut(Event),
) -> Result<(), Error> {
    let mut held = 0;
    let mut ahead = next(None);
    while let Some(first) = ahead.take() {
        if cancel.load(Ordering::Relaxed) {
            return Ok(());
        }
        match first {
            Ready::Failed(source, error) => {
                held += 1;
                tell(Event::Failed(source, error));
                ahead = next(None);
            }
            Ready::Skipped => ahead = next(None),
            Ready::End(directory) => {
                if let Some(path) = directory.filter(|_| held == 0) {
                    let shown = path.to_string_lossy().into_owned();
                    tell(Event::Failed(shown, Error::NoArticles(path)));
                }
                held = 0;
                ahead = next(None);
            }
            Ready::Document(document) => {
                let (stored, after) = sink.commit(&document, next)?;
                held += stored.len();
                for (id, outcome) in stored {
                    tell(Event::Stored(id, outcome));
                }
                ahead = after.or_else(|| next(None));
            }
        }
    }
    Ok(())
}

type Stored = Vec<(ArticleId, Outcome)>;

impl Sink<'_> {
    /// Stores a document and those that follow it, until a commit is full, nothing is ready,
    /// or something else comes, which is handed back.
    fn commit(
        &mut self,
        first: &Prepared,
        next: &mut Next<'_>,
    ) -> Result<(Stored, Option<Ready>), Error> {
        match self {
            Self::Trial(library, scratch, run) => {
                let known = match library {
                    Some(library) => library.compare(first)?,
                    None => None,
                };
                let outcome = match known {
                    Some(known) => known,
                    None => scratch.write(|w| w.add(first, *run))?,
                };
                Ok((vec![outcome], None))
            }
            Self::Library(desk, run) => {
                let store = desk.writer(Access::Write)?;
                let run = if let Some(run) = *run {
                    run
                } else {
                    store.bulk(true)?;
                    *run.insert(store.run()?)
                };
                store.write(|w| {
                    let start = Instant::now();
                    let mut stored = vec![w.add(first, run)?];
                    while stored.len() < MOST && start.elapsed() < LONGEST {
                        match next(Some(start + LONGEST)) {
                            Some(Ready::Document(document)) => stored.push(w.add(&document, run)?),
                            other => return Ok((stored, other)),
                        }
                    }
                    Ok((stored, None))
                })
            }
        }
    }
}
