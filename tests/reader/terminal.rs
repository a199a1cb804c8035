//! How is a program in a pseudo terminal typed to and looked at?
//!
//! Nothing here waits for a time and takes that for a proof: [`Terminal::wait`] looks at the
//! screen after each write of the program, and gives up after a long while.

use std::{
    fs::File,
    io::{Read, Write},
    num::NonZero,
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::{
    process::{Pid, Signal, kill_process},
    termios::{LocalModes, tcgetattr},
};

use crate::{
    home::Start,
    screen::{Screen, modes, said, shown},
};

/// What xterm answers to all that it is asked.
pub const XTERM: &[u8] = b"\x1bP>|XTerm(390)\x1b\\\x1b[>41;390;0c\x1bP!|00000000\x1b\\\x1b[8;0$y\
                       \x1b[8;0$y\x1b]10;rgb:dddd/dddd/dddd\x07\x1b]11;rgb:1111/1111/1111\x07\
                       \x1b[?64;1;2c";

/// A frame is drawn in between this mode's setting and its resetting.
const FRAME: &[u8] = b"\x1b[?2026";

/// Nothing is waited for longer, on the slowest and busiest of machines.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running program and its terminal.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Keyboard>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Shown>,
    /// The modes of the line before it started.
    found: String,
    over: Arc<AtomicBool>,
}

type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

/// What the program has written.
struct Shown {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    raw: Vec<u8>,
    parser: vt100::Parser,
    ended: bool,
}

impl State {
    /// Whether a frame has begun to come and has not ended: what it takes away may be gone
    /// before what it brings is there.
    fn is_halfway(&self) -> bool {
        let frames = self.raw.windows(FRAME.len() + 1).rev();
        let mut bounds = frames.filter(|bytes| bytes.starts_with(FRAME));
        bounds.next().is_some_and(|bound| bound.ends_with(b"h"))
    }
}

impl Terminal {
    /// Starts a program.
    pub fn open(start: Start) -> Self {
        let (width, height) = start.size;
        let pair = native_pty_system().openpty(measure(width, height)).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keyboard: Keyboard = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        keyboard.lock().unwrap().write_all(&start.typed).unwrap();
        let found = line_modes(&*pair.master);
        let child = pair.slave.spawn_command(start.command).unwrap();
        drop(pair.slave);
        let shown = Arc::new(Shown {
            state: Mutex::new(State {
                raw: Vec::new(),
                parser: vt100::Parser::new(cells(height), cells(width), 0),
                ended: false,
            }),
            changed: Condvar::new(),
        });
        let over = Arc::new(AtomicBool::new(false));
        let terminal = Terminal {
            master: Some(pair.master),
            keyboard: Some(Arc::clone(&keyboard)),
            child,
            shown: Arc::clone(&shown),
            found,
            over: Arc::clone(&over),
        };
        thread::spawn(move || {
            let mut bytes = [0; 16384];
            let mut asked = 0;
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut state = shown.state.lock().unwrap();
                state.raw.extend(&bytes[..count]);
                state.parser.process(&bytes[..count]);
                let fence = find(&state.raw[asked..], b"\x1b[c");
                drop(state);
                shown.changed.notify_all();
                if over.load(Ordering::Relaxed) {
                    break;
                }
                if let Some(at) = fence {
                    asked += at + 1;
                    if start.answers {
                        let _ = keyboard.lock().unwrap().write_all(XTERM);
                    }
                }
            }
            shown.state.lock().unwrap().ended = true;
            shown.changed.notify_all();
        });
        terminal
    }

    /// Waits until the screen is so.
    #[track_caller]
    pub fn wait(&self, what: &str, so: impl Fn(&Screen) -> bool) {
        assert!(self.sees(so), "waited in vain for {what}:\n{}", self.text());
    }

    /// Whether the screen comes to be so before the program ends.
    pub fn sees(&self, so: impl Fn(&Screen) -> bool) -> bool {
        self.settles(|state| !state.is_halfway() && so(&Screen(state.parser.screen())))
    }

    /// Waits until the screen shows a text, which is written as it is read.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        let shown = shown(text);
        self.wait(text, |screen| screen.has(&shown));
    }

    /// Waits until the list has the keys and says nothing else.
    #[track_caller]
    pub fn wait_list(&self) {
        self.wait_hint("Enter", "open");
    }

    /// Waits until the article has them.
    #[track_caller]
    pub fn wait_reader(&self) {
        self.wait_hint("v", "select");
    }

    /// Waits until the line at the bottom shows this key for this command.
    #[track_caller]
    pub fn wait_hint(&self, key: &str, command: &str) {
        let said = said(&format!("hint-{command}"), &[]);
        let hint = format!("{} {said}", shown(key));
        self.wait(&hint, |screen| screen.bottom().contains(&hint));
    }

    /// Waits until the line at the bottom begins so.
    #[track_caller]
    pub fn wait_bottom(&self, sentence: &str) {
        let shown = shown(sentence);
        self.wait(sentence, |screen| {
            let bottom = screen.bottom();
            // a sentence too long for the line is cut
            let whole = bottom.trim_end_matches('…');
            !whole.is_empty() && shown.starts_with(whole)
        });
    }

    /// Waits until the bytes written since a place are so.
    #[track_caller]
    pub fn wait_bytes(&self, from: usize, so: impl Fn(&[u8]) -> bool) {
        let came = self.settles(|state| so(&state.raw[from.min(state.raw.len())..]));
        assert!(came, "the bytes never came");
    }

    fn settles(&self, so: impl Fn(&State) -> bool) -> bool {
        let mut state = self.state();
        let end = Instant::now() + PATIENCE;
        while !so(&state) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || state.ended {
                return so(&state);
            }
            state = self.shown.changed.wait_timeout(state, left).unwrap().0;
        }
        true
    }

    pub fn keys(&self, keys: &str) {
        self.bytes(keys.as_bytes());
    }

    /// Opens the help from the list and leaves it again: keys are keys.
    #[track_caller]
    pub fn looks_into_help(&self) {
        self.keys("?");
        self.wait_for(&said("menu-help", &[]));
        self.keys("q");
        self.wait_list();
    }

    /// The key Esc, and waits until it has taken away what shows a text: what follows sooner
    /// would be under Alt.
    #[track_caller]
    pub fn escape(&self, text: &str) {
        self.wait_for(text);
        self.bytes(b"\x1b");
        let shown = shown(text);
        self.wait("what Esc does", |screen| !screen.has(&shown));
    }

    pub fn bytes(&self, bytes: &[u8]) {
        let mut keyboard = self.keyboard.as_ref().unwrap().lock().unwrap();
        keyboard.write_all(bytes).unwrap();
    }

    pub fn resize(&self, width: u16, height: u16) {
        if width > 0 && height > 0 {
            let mut state = self.state();
            state
                .parser
                .screen_mut()
                .set_size(cells(height), cells(width));
        }
        self.master().resize(measure(width, height)).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// The program, or what a shell in its place has in the foreground.
    pub fn pid(&self) -> Pid {
        let pid = self.master().process_group_leader().unwrap();
        Pid::from_raw(pid).unwrap()
    }

    /// Whether bytes come as they are typed.
    pub fn is_raw(&self) -> bool {
        let line = File::open(self.master().tty_name().unwrap()).unwrap();
        let modes = tcgetattr(line).unwrap().local_modes;
        !modes.contains(LocalModes::ICANON)
    }

    /// All that the program has written.
    pub fn raw(&self) -> Vec<u8> {
        self.state().raw.clone()
    }

    /// How many bytes the program has written.
    pub fn written(&self) -> usize {
        self.state().raw.len()
    }

    /// The screen as it is now.
    pub fn text(&self) -> String {
        Screen(self.state().parser.screen()).text()
    }

    /// What it has shown, frame by frame.
    pub fn frames(&self) -> Vec<String> {
        let state = self.state();
        let (height, width) = state.parser.screen().size();
        let mut parser = vt100::Parser::new(height, width, 0);
        let raw = String::from_utf8_lossy(&state.raw);
        let frames = raw.split_inclusive("\x1b[?2026l").map(|frame| {
            parser.process(frame.as_bytes());
            Screen(parser.screen()).text()
        });
        frames.collect()
    }

    /// The modes of the line, for comparison.
    pub fn modes(&self) -> String {
        line_modes(self.master())
    }

    /// What they were before the program started.
    pub fn found(&self) -> &str {
        &self.found
    }

    pub fn master(&self) -> &dyn MasterPty {
        self.master.as_deref().unwrap()
    }

    /// Waits until the program has ended by itself.
    #[track_caller]
    pub fn ended(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(
                Instant::now() < end,
                "the program goes on:\n{}",
                self.text()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has ended well, and looks whether it left the terminal as it
    /// found it.
    #[track_caller]
    pub fn ended_well(&mut self) {
        let status = self.ended();
        assert!(status.success(), "{status:?}\n{}", self.text());
        self.left_as_found();
    }

    /// Whether every mode that was set is reset, the line's too, and the screen is the one before.
    #[track_caller]
    pub fn left_as_found(&self) {
        let closed = self.settles(|state| state.ended);
        let state = self.state();
        assert!(closed || state.ended, "something still holds the terminal");
        let screen = state.parser.screen();
        let (other, hidden) = (screen.alternate_screen(), screen.hide_cursor());
        let modes = modes(&state.raw);
        drop(state);
        assert!(!other, "the other screen is still on");
        assert!(!hidden, "there is no cursor");
        // the cursor is shown, and the terminal orders its rows, unless it is told otherwise
        let on_before = |mode: &str| ["?25", "8"].contains(&mode);
        let left: Vec<_> = modes
            .iter()
            .filter(|(mode, on)| on_before(mode) != *on)
            .collect();
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(self.modes(), self.found);
    }

    /// The terminal's window is closed. What the program writes is read no more.
    pub fn hang_up(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // a frame, so that what reads it wakes up and lets go
        self.resize(81, 25);
        assert!(self.settles(|state| state.ended));
        self.keyboard = None;
        self.master = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shown.state.lock().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn line_modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn measure(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count.max(1)).unwrap()
}

/// Waits until something is so that nobody tells of.
#[track_caller]
pub fn wait_until(so: impl Fn() -> bool) {
    wait_until_there(|| so().then_some(()));
}

/// Waits until something is there that nobody tells of.
#[track_caller]
pub fn wait_until_there<T>(what: impl Fn() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(there) = what() {
            return there;
        }
        assert!(Instant::now() < end, "it never came to that");
        thread::sleep(Duration::from_millis(5));
    }
}
