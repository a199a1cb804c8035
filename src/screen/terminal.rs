//! How is the terminal opened, entered, read, written and left as it was?

use std::{
    fs::File,
    io::{self, IsTerminal},
    os::fd::{AsFd, BorrowedFd, OwnedFd},
    process::Command,
    sync::{Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, read, write},
    process::getpgrp,
    termios::{
        OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetpgrp, tcgetwinsize,
        tcsetattr,
    },
};

use super::{Answers, Environment, Event, Manner, Parser, questions};

/// The terminal that the program was started in.
#[derive(Debug)]
pub struct Terminal {
    input: OwnedFd,
    output: OwnedFd,
}

/// What is wanted of a terminal beyond its screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wants {
    /// Reports of the mouse; while it has none, its own selection works without Shift.
    pub mouse: bool,
    /// Reports of focus: in tmux another terminal may have been attached meanwhile.
    pub focus: bool,
}

/// How a terminal treats what is typed and written.
#[derive(Debug)]
pub struct Modes(Termios);

/// What [`leave`] has to undo.
struct Entered {
    terminal: Terminal,
    modes: Termios,
    manner: Vec<u8>,
}

static ENTERED: Mutex<Option<Entered>> = Mutex::new(None);

/// Told when it is entered.
static AGAIN: Condvar = Condvar::new();

/// The other screen, no cursor, pastes in brackets.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
const MOUSE: [&[u8]; 2] = [b"\x1b[?1006l\x1b[?1002l", b"\x1b[?1002h\x1b[?1006h"];
const FOCUS: [&[u8]; 2] = [b"\x1b[?1004l", b"\x1b[?1004h"];

/// What undoes all that, in reverse, and what the questions and a frame cut short may leave.
/// The screen is cleared: the console of Linux and old terminals have no other one behind it.
const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[m\x1b[H\x1b[J\x1b[8h\x1b[?1004l\x1b[?1006l\x1b[?1002l\x1b[?2004l\
                       \x1b[?25h\x1b[?1049l";

impl Terminal {
    /// Opens standard input and output, and the controlling terminal in place of what is none.
    pub fn open() -> io::Result<Self> {
        let device = || {
            let device = File::options().read(true).write(true).open("/dev/tty")?;
            Ok(OwnedFd::from(device))
        };
        let own = |fd: BorrowedFd<'_>| {
            if fd.is_terminal() {
                fd.try_clone_to_owned()
            } else {
                device()
            }
        };
        Ok(Self {
            input: own(io::stdin().as_fd())?,
            output: own(io::stdout().as_fd())?,
        })
    }

    /// Takes the terminal over: bytes come as they are typed, the screen is another one.
    /// [`leave`] undoes it. It may be entered again when somebody else has had it meanwhile;
    /// what is left is the terminal as it was the first time.
    pub fn enter(&self, wants: Wants) -> io::Result<()> {
        let mut entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
        let terminal = self.try_clone()?;
        let modes = self.make_raw()?;
        entered.get_or_insert(Entered {
            terminal,
            modes,
            manner: Vec::new(),
        });
        drop(entered);
        AGAIN.notify_all();
        self.write(&[ENTER, &wants.sequences()].concat())
    }

    /// Wants something else of the terminal that was entered.
    pub fn want(&self, wants: Wants) -> io::Result<()> {
        self.write(&wants.sequences())
    }

    /// Has [`leave`] undo a manner as well.
    pub fn on_leave(&self, manner: &Manner) {
        let mut entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entered) = entered.as_mut() {
            entered.manner = manner.leave();
        }
    }

    /// Columns and rows, if it tells.
    pub fn size(&self) -> Option<(u16, u16)> {
        let size = tcgetwinsize(&self.output).ok()?;
        (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col, size.ws_row))
    }

    /// How it treats what is typed and written now.
    pub fn modes(&self) -> io::Result<Modes> {
        Ok(Modes(tcgetattr(&self.input)?))
    }

    /// Has it treat that so again.
    pub fn set_modes(&self, modes: &Modes) -> io::Result<()> {
        Ok(tcsetattr(&self.input, OptionalActions::Now, &modes.0)?)
    }

    /// Makes it the terminal of a program that is about to be started.
    pub fn give(&self, command: &mut Command) -> io::Result<()> {
        command
            .stdin(self.input.try_clone()?)
            .stdout(self.output.try_clone()?)
            .stderr(self.output.try_clone()?);
        Ok(())
    }

    /// Waits until something can be read, or has ended; false if nothing came in time.
    pub fn wait(&self, patience: Option<Duration>) -> io::Result<bool> {
        ready(&self.input, PollFlags::IN, patience)
    }

    /// Reads what is there; nothing at the end, when the terminal is gone.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match read(&self.input, &mut *buffer) {
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    self.wait(None)?;
                }
                done => return Ok(done?),
            }
        }
    }

    /// Reads what is there, if anything is; nothing at the end, when the terminal is gone.
    /// While it is left this waits until it is entered again: what is typed meanwhile is the
    /// shell's.
    pub fn read_entered(&self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        let entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
        // held while reading, so that nothing is read after it was left
        let _entered = AGAIN
            .wait_while(entered, |entered| entered.is_none())
            .unwrap_or_else(PoisonError::into_inner);
        if self.wait(Some(Duration::ZERO))? {
            self.read(buffer).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Writes all of a frame. An error means that the terminal is gone.
    pub fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match write(&self.output, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    ready(&self.output, PollFlags::OUT, None)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Asks the terminal what it is, without entering it, and waits for the answers. What is
    /// typed meanwhile is lost, and so is the rest of the line from the cursor on. Who runs in
    /// the background would be stopped for it, and gets no answers.
    pub fn ask(&self, environment: &Environment) -> io::Result<Answers> {
        let mut answers = Answers::default();
        let questions = questions(environment);
        if questions.is_empty() || tcgetpgrp(&self.input)? != getpgrp() {
            return Ok(answers);
        }
        let modes = self.make_raw()?;
        // some show a letter of questions that they do not know
        let asked = [b"\x1b7", questions.as_slice(), b"\x1b8\x1b[K"].concat();
        let done = self.write(&asked).and_then(|()| {
            let end = Instant::now() + environment.patience();
            let mut parser = Parser::default();
            let mut buffer = [0; 1024];
            while !answers.is_complete() {
                let left = end.saturating_duration_since(Instant::now());
                if left.is_zero() || !self.wait(Some(left))? {
                    break;
                }
                let count = self.read(&mut buffer)?;
                if count == 0 {
                    break;
                }
                for event in parser.feed(&buffer[..count]) {
                    if let Event::Reply(reply) = event {
                        answers.add(reply);
                    }
                }
            }
            self.write(b"\x1b[8h")
        });
        self.restore(&modes);
        done.map(|()| answers)
    }

    /// The same terminal, for another thread.
    pub fn try_clone(&self) -> io::Result<Self> {
        Ok(Self {
            input: self.input.try_clone()?,
            output: self.output.try_clone()?,
        })
    }

    /// Has bytes come as they are typed; answers how it was before.
    fn make_raw(&self) -> io::Result<Termios> {
        let modes = tcgetattr(&self.input)?;
        let mut raw = modes.clone();
        raw.make_raw();
        tcsetattr(&self.input, OptionalActions::Now, &raw)?;
        Ok(modes)
    }

    /// What was sent and not read yet was not meant for the shell.
    fn restore(&self, modes: &Termios) {
        let _ = tcflush(&self.input, QueueSelector::IFlush);
        let _ = tcsetattr(&self.input, OptionalActions::Now, modes);
    }
}

impl Wants {
    fn sequences(self) -> Vec<u8> {
        [
            MOUSE[usize::from(self.mouse)],
            FOCUS[usize::from(self.focus)],
        ]
        .concat()
    }
}

/// Leaves the terminal as it was before [`Terminal::enter`]. Does nothing the second time;
/// may be called from anywhere, a panic hook too. A terminal that is gone is left in peace.
pub fn leave() {
    let entered = ENTERED
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    if let Some(entered) = entered {
        let bytes = [entered.manner.as_slice(), LEAVE].concat();
        let _ = entered.terminal.write(&bytes);
        entered.terminal.restore(&entered.modes);
    }
}

fn ready(fd: &OwnedFd, flags: PollFlags, patience: Option<Duration>) -> io::Result<bool> {
    let end = patience.map(|patience| Instant::now() + patience);
    loop {
        let left = end.map(|end| end.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        match poll(&mut [PollFd::new(fd, flags)], left.as_ref()) {
            Err(Errno::INTR) => {}
            done => return Ok(done? > 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use portable_pty::{PtyPair, PtySize, native_pty_system};
    use rustix::termios::LocalModes;

    use super::*;
    use crate::screen::Strategy;

    fn opened() -> (PtyPair, Terminal) {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let name = pty.master.tty_name().unwrap();
        let device = File::options().read(true).write(true).open(name).unwrap();
        let terminal = Terminal {
            input: device.try_clone().unwrap().into(),
            output: device.into(),
        };
        (pty, terminal)
    }

    #[test]
    fn what_was_entered_is_left_once_and_a_vanished_terminal_is_an_error() {
        let (pty, terminal) = opened();
        let is_raw = || {
            let modes = tcgetattr(&terminal.input).unwrap();
            !modes.local_modes.contains(LocalModes::ICANON)
        };
        let wants = Wants {
            mouse: true,
            focus: false,
        };
        assert_eq!(terminal.size(), Some((80, 24)));
        assert!(!is_raw());
        terminal.enter(wants).unwrap();
        terminal.enter(wants).unwrap();
        terminal.on_leave(&Manner::plain(Strategy::Mlterm));
        assert!(is_raw());
        assert_eq!(terminal.read_entered(&mut [0]).ok(), Some(None));
        leave();
        leave();
        assert!(!is_raw());
        let mut sent = [0; 512];
        let mut reader = pty.master.try_clone_reader().unwrap();
        let mut text = String::new();
        while !text.ends_with("\x1b[?1049l") {
            let count = reader.read(&mut sent).unwrap();
            text.push_str(str::from_utf8(&sent[..count]).unwrap());
        }
        assert_eq!(text.matches("\x1b[?1049l").count(), 1);
        assert_eq!(text.matches("use_ctl=true").count(), 1);
        assert!(!text.contains("\x1b[?1004h"));
        assert_eq!(text.matches("\x1b[?1002h").count(), 2);
        assert_eq!(terminal.wait(Some(Duration::ZERO)).ok(), Some(false));
        drop((reader, pty));
        assert!(terminal.write(b"x").is_err());
    }
}
