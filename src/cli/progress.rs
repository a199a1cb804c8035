//! How is it said, while something is being done, how far it is?

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use super::lines::Lines;

/// The least time between two lines.
const PAUSE: Duration = Duration::from_millis(100);

/// One line on standard error, when somebody looks.
pub struct Progress<'a> {
    lines: &'a Lines,
    shown: bool,
    start: Instant,
    /// How long nothing is said at first.
    quiet: Duration,
    last: Option<Instant>,
}

impl<'a> Progress<'a> {
    /// From now on, but for so long in silence.
    pub fn after(lines: &'a Lines, quiet: Duration) -> Self {
        Self {
            lines,
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
        let line = self.lines.over(&line);
        let _ = io::stderr().write_all(&[b"\r", line.as_slice(), b"\x1b[K"].concat());
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.last.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
