//! How is it said, while something is being done, how far it is?

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

/// The least time between two lines.
const PAUSE: Duration = Duration::from_millis(100);

/// One line on standard error, when somebody looks.
pub struct Progress {
    shown: bool,
    start: Instant,
    /// How long nothing is said at first.
    quiet: Duration,
    last: Option<Instant>,
}

impl Progress {
    /// From now on, but for so long in silence.
    pub fn after(quiet: Duration) -> Self {
        Self {
            shown: io::stderr().is_terminal(),
            start: Instant::now(),
            quiet,
            last: None,
        }
    }

    /// The line, where it is time for one; it is made from the milliseconds since the start.
    pub fn show(&mut self, line: impl FnOnce(u64) -> String) {
        let soon = match self.last {
            Some(last) => last.elapsed() < PAUSE,
            None => self.start.elapsed() < self.quiet,
        };
        if !self.shown || soon {
            return;
        }
        self.last = Some(Instant::now());
        let line = line(self.start.elapsed().as_millis() as u64);
        let _ = write!(io::stderr(), "\r{line}\x1b[K");
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.last.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
