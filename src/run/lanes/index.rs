//! Who brings the index up to what the library is?
//!
//! # Steps
//! 1. The index follows at once, then every second: where nothing has moved that costs nothing.
//! 2. What lasts is told, with its rate and what is left; the rest is not worth a line.
//! 3. What fails is told once, and tried again after pauses that grow.
//!
//! # Laws
//! - What is wrong with the library itself is told by whoever asks it; here it is waited for.
//! - An index that turns out to be useless is none the next time, and made anew.
//! - Whoever stops it has it stopped until the next start; nothing else ends it but the end.

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    time::{Duration, Instant},
};

use super::{NewDesk, RARELY, careful};
use crate::{
    app::{Headway, IndexNews},
    desk::Indexing,
    error::Error,
    run::Happening,
};

/// So often it is looked whether the library has moved.
const OFTEN: Duration = Duration::from_secs(1);

/// What fails is tried again no more rarely.
const LONGEST: Duration = Duration::from_secs(30);

/// What takes less time is not told.
const LASTS: Duration = Duration::from_secs(1);

/// Follows the library until it is stopped, or over.
pub fn follow(
    desk: &NewDesk,
    stop: &Arc<AtomicBool>,
    over: &Receiver<Infallible>,
    told: &Sender<Happening>,
) {
    give_way();
    let tell = |news| drop(told.send(Happening::Index(news)));
    let mut own = desk();
    let mut patience = Patience::default();
    loop {
        let mut pace = Pace::new(Instant::now());
        let done = careful(&mut own, desk, |own| {
            own.catch_up(stop, &mut |indexing| match indexing {
                Indexing::Anew(why) => tell(IndexNews::Anew(why)),
                Indexing::Going(done, total) => {
                    if let Some(headway) = pace.headway(done, total, Instant::now()) {
                        tell(IndexNews::Going(headway, Arc::clone(stop)));
                    }
                }
            })
        });
        if let Some(news) = patience.news(done, pace.told.is_some()) {
            tell(news);
        }
        let stopped = stop.load(Ordering::Relaxed);
        if stopped || over.recv_timeout(patience.pause) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    }
}

/// Whoever reads comes first: where a thread may be put behind all others, this one is, and
/// those that it starts.
fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
}

/// How fast it goes.
struct Pace {
    begun: Instant,
    /// When the first articles of this time were counted, and how many were there already.
    first: Option<(Instant, u64)>,
    told: Option<Instant>,
}

impl Pace {
    fn new(begun: Instant) -> Self {
        Self {
            begun,
            first: None,
            told: None,
        }
    }

    /// What is to be told now that so many articles of so many are in the index, if anything.
    fn headway(&mut self, done: u64, total: u64, now: Instant) -> Option<Headway> {
        let (start, first) = *self.first.get_or_insert((now, done));
        let own = done.checked_sub(first).filter(|own| *own > 0)?;
        let early = now - self.begun < LASTS;
        if early || self.told.is_some_and(|told| now - told < RARELY) {
            return None;
        }
        self.told = Some(now);
        let rate = (own * 1000 / ((now - start).as_millis() as u64).max(1)).max(1);
        Some(Headway {
            done,
            total,
            rate,
            left: total.saturating_sub(done).div_ceil(rate),
        })
    }
}

/// How long it is waited until the next time.
struct Patience {
    pause: Duration,
    /// What was told of last.
    trouble: Option<String>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            pause: OFTEN,
            trouble: None,
        }
    }
}

impl Patience {
    /// What is to be told of what became of it, if anything. Where progress was told its end is
    /// told too.
    fn news(&mut self, done: Result<bool, Error>, progress: bool) -> Option<IndexNews> {
        let changed = match done {
            Ok(changed) => {
                *self = Self::default();
                changed
            }
            Err(
                Error::NoHome
                | Error::NoLibrary(_)
                | Error::NoIndex(_)
                | Error::Newer(..)
                | Error::Damaged(..)
                | Error::Locked(_),
            ) => {
                self.pause = OFTEN;
                false
            }
            Err(error) => {
                self.pause = (2 * self.pause).min(LONGEST);
                let said = error.to_string();
                if self.trouble.replace(said.clone()) != Some(said) {
                    return Some(match error {
                        Error::Index(_, why) => IndexNews::Anew(why),
                        error => IndexNews::Failed(error),
                    });
                }
                false
            }
        };
        (changed || progress).then_some(IndexNews::Ended { changed })
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn progress_is_told_of_what_lasts_and_not_too_often() {
        let begun = Instant::now();
        let at = |millis| begun + Duration::from_millis(millis);
        let mut pace = Pace::new(begun);
        assert_eq!(pace.headway(1000, 11000, at(500)), None);
        assert_eq!(pace.headway(1500, 11000, at(900)), None);
        let headway = pace.headway(2000, 11000, at(1500)).unwrap();
        assert_eq!((headway.done, headway.total), (2000, 11000));
        assert_eq!((headway.rate, headway.left), (1000, 9));
        assert_eq!(pace.headway(2050, 11000, at(1550)), None);
        let headway = pace.headway(11000, 11000, at(10500)).unwrap();
        assert_eq!((headway.rate, headway.left), (1000, 0));
    }

    #[test]
    fn nothing_is_told_of_a_rate_before_there_is_one() {
        let begun = Instant::now();
        let later = begun + 2 * LASTS;
        let mut pace = Pace::new(begun);
        assert_eq!(pace.headway(0, 9, later), None);
        assert_eq!(pace.headway(0, 9, later), None);
        let slow = pace.headway(1, 9, later + 100 * LASTS).unwrap();
        assert_eq!((slow.rate, slow.left), (1, 8));
    }

    #[test]
    fn trouble_is_told_once_and_tried_again_more_and_more_rarely() {
        let full = || Err(Error::DiskFull(PathBuf::from("index")));
        let mut patience = Patience::default();
        let told = patience.news(full(), false);
        assert!(matches!(told, Some(IndexNews::Failed(Error::DiskFull(_)))));
        let mut pauses = vec![patience.pause.as_secs()];
        for _ in 0..5 {
            assert!(patience.news(full(), false).is_none());
            pauses.push(patience.pause.as_secs());
        }
        assert_eq!(pauses, [2, 4, 8, 16, 30, 30]);
        let useless = Error::Index(PathBuf::new(), "a checksum".to_owned());
        let other = patience.news(Err(useless), true);
        assert!(matches!(other, Some(IndexNews::Anew(_))));
        let other = patience.news(Err(Error::ReadOnly(PathBuf::new())), false);
        assert!(matches!(other, Some(IndexNews::Failed(_))));
        assert!(patience.news(Ok(false), false).is_none());
        assert_eq!(patience.pause, OFTEN);
        assert!(matches!(
            patience.news(full(), false),
            Some(IndexNews::Failed(_))
        ));
    }

    #[test]
    fn a_library_that_is_not_there_is_waited_for_in_silence() {
        let mut patience = Patience::default();
        let missing = || Err(Error::NoLibrary(PathBuf::new()));
        assert!(patience.news(missing(), false).is_none());
        // the line of its progress does not stay for ever
        assert!(matches!(
            patience.news(missing(), true),
            Some(IndexNews::Ended { changed: false })
        ));
        assert_eq!(patience.pause, OFTEN);
    }
}
