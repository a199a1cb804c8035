//! How does the index come on?

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::{App, Effects};
use crate::error::Error;

/// What the index has to say.
#[derive(Debug)]
pub enum IndexNews {
    /// It could not be used, for this reason, and is made anew.
    Anew(String),
    /// It comes on; the switch that stops it until the next start.
    Going(Headway, Arc<AtomicBool>),
    /// It is as far as it gets, and now another one or not.
    Ended {
        /// Whether something else would be found now.
        changed: bool,
    },
    /// It could not be brought up to what the library is; that is tried again.
    Failed(Error),
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headway {
    /// Articles that are in it.
    pub done: u64,
    /// Articles of the library.
    pub total: u64,
    /// Articles a second.
    pub rate: u64,
    /// Seconds until it is there.
    pub left: u64,
}

/// What is left is said in seconds up to so many.
const SECONDS: u64 = 90;

/// The index has something to say.
pub(super) fn update(app: &mut App, news: IndexNews) -> Effects {
    match news {
        IndexNews::Anew(why) => {
            app.indexing = None;
            app.tell("index-anew", &[("why", (&why).into())]);
            Effects::new()
        }
        IndexNews::Going(headway, stop) => {
            app.indexing = Some((headway, stop));
            Effects::new()
        }
        IndexNews::Ended { changed } => {
            if let Some((headway, stop)) = app.indexing.take()
                && stop.load(Ordering::Relaxed)
            {
                let counts = [
                    ("done", headway.done.into()),
                    ("total", headway.total.into()),
                ];
                app.tell("index-stopped", &counts);
            }
            if changed {
                app.found_again()
            } else {
                Effects::new()
            }
        }
        IndexNews::Failed(error) => {
            app.indexing = None;
            let why = app.words.error(&error);
            app.warn(app.words.say("index-failed", &[("why", (&why).into())]));
            Effects::new()
        }
    }
}

impl App {
    /// What the line at the bottom says of the index while it is being made.
    pub fn indexing_sentence(&self) -> Option<String> {
        let (headway, _) = self.indexing.as_ref()?;
        let (key, left) = match headway.left {
            seconds if seconds <= SECONDS => ("indexing", seconds),
            seconds => ("indexing-minutes", seconds.div_ceil(60)),
        };
        let counts = [
            ("done", headway.done.into()),
            ("total", headway.total.into()),
            ("rate", headway.rate.into()),
            ("left", left.into()),
        ];
        Some(self.words.say(key, &counts))
    }
}
