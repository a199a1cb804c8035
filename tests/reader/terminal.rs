//! How is the program started in a pseudo terminal, typed to and looked at?
//!
//! Nothing here waits for a time and takes that for a proof: [`Terminal::wait`] looks at the
//! screen after each write of the program, and gives up after a long while.

use std::{
    env,
    ffi::OsStr,
    fs::File,
    io::{Read, Write},
    num::NonZero,
    path::PathBuf,
    process::{Command, Output},
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use hashiya::{
    text::{Direction, Typesetter},
    words::{Argument, Locale, Words},
};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::{
    process::{Pid, Signal, kill_process},
    termios::{LocalModes, tcgetattr},
};
use tempfile::TempDir;

/// Nothing is waited for longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What xterm answers to all that it is asked.
pub const XTERM: &[u8] = b"\x1bP>|XTerm(390)\x1b\\\x1b[>41;390;0c\x1bP!|00000000\x1b\\\x1b[8;0$y\
                       \x1b[8;0$y\x1b]10;rgb:dddd/dddd/dddd\x07\x1b]11;rgb:1111/1111/1111\x07\
                       \x1b[?64;1;2c";

/// A home with a library in it, neither of them there yet.
pub struct Home(TempDir);

/// What is to be started.
pub struct Start {
    command: CommandBuilder,
    size: (u16, u16),
    answers: bool,
    typed: Vec<u8>,
}

/// A running program and its terminal.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Keyboard>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Shown>,
    over: Arc<AtomicBool>,
    /// Whether the modes of the line are those of before the program.
    line_as_found: Box<Compare>,
}

type Compare = dyn Fn(&dyn MasterPty) -> bool;

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

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With a library that holds the bundled articles.
    pub fn with_seeds() -> Self {
        let home = Self::new();
        home.cli(["add", "--seeds"]);
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.path("library/library.db")
    }

    /// A file beside the library.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs the command line beside the reader.
    pub fn cli<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Output {
        let mut command = Command::new(program());
        command.env_clear().args(words);
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        output
    }

    /// The ids of the articles, in the order of the list.
    pub fn ids(&self) -> Vec<String> {
        let listed = self.cli(["list", "--json"]).stdout;
        let listed: serde_json::Value = serde_json::from_slice(&listed).unwrap();
        let ids = listed.as_array().unwrap().iter();
        ids.map(|entry| entry["id"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The reader, to be started.
    pub fn reader(&self) -> Start {
        self.program(program())
    }

    /// Any program, in the same surroundings.
    pub fn program(&self, program: impl AsRef<OsStr>) -> Start {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.cwd(self.0.path());
        Start {
            command,
            size: (80, 24),
            answers: true,
            typed: Vec::new(),
        }
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |name: &str| self.path(name).to_str().unwrap().to_owned();
        vec![
            ("PATH", env::var("PATH").unwrap_or_default()),
            ("HOME", path("")),
            ("XDG_CONFIG_HOME", path("config")),
            ("HASHIYA_LIBRARY", path("library")),
            ("LANG", "en_GB.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("USER", "reader".to_owned()),
        ]
    }
}

impl Start {
    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    pub fn args<S: AsRef<OsStr>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.command.args(words);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// In a terminal that answers nothing.
    pub fn unanswered(mut self) -> Self {
        self.answers = false;
        self
    }

    /// What is typed before the program starts.
    pub fn typed(mut self, keys: &str) -> Self {
        self.typed = keys.into();
        self
    }

    pub fn go(self) -> Terminal {
        let (width, height) = self.size;
        let pair = native_pty_system().openpty(measure(width, height)).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keyboard: Keyboard = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        keyboard.lock().unwrap().write_all(&self.typed).unwrap();
        let found = pair.master.get_termios().unwrap();
        let child = pair.slave.spawn_command(self.command).unwrap();
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
            over: Arc::clone(&over),
            line_as_found: Box::new(move |master| master.get_termios().unwrap() == found),
        };
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
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
                    if self.answers {
                        let _ = keyboard.lock().unwrap().write_all(XTERM);
                    }
                }
            }
            shown.state.lock().unwrap().ended = true;
            shown.changed.notify_all();
        });
        terminal
    }
}

impl Terminal {
    /// Waits until the screen is so.
    #[track_caller]
    pub fn wait(&self, what: &str, so: impl Fn(&Screen) -> bool) {
        let came = self.settles(|state| so(&Screen(state.parser.screen())));
        assert!(came, "waited in vain for {what}:\n{}", self.text());
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

    /// The key Esc: what follows at once would be under Alt.
    pub fn escape(&self) {
        self.bytes(b"\x1b");
        thread::sleep(Duration::from_millis(100));
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

    /// Whether bytes come as they are typed.
    pub fn is_raw(&self) -> bool {
        let line = File::open(self.master().tty_name().unwrap()).unwrap();
        let modes = tcgetattr(line).unwrap().local_modes;
        !modes.contains(LocalModes::ICANON)
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// The program, or what a shell in its place has in the foreground.
    pub fn pid(&self) -> Pid {
        let pid = self.master().process_group_leader().unwrap();
        Pid::from_raw(pid).unwrap()
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

    /// The cells of the screen as it is now, with their colours.
    pub fn looks(&self) -> Vec<String> {
        Screen(self.state().parser.screen()).looks()
    }

    /// Whether the modes of the line are those of before the program.
    pub fn line_as_found(&self) -> bool {
        (self.line_as_found)(self.master())
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

    /// Whether every mode that was set is reset, and the screen is the one before.
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
        assert!(self.line_as_found(), "the line has other modes");
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

/// A screen and what is to be known of it.
pub struct Screen<'a>(&'a vt100::Screen);

impl Screen<'_> {
    /// Its rows, as they are seen from left to right.
    pub fn text(&self) -> String {
        let width = self.0.size().1.get();
        let rows = self.0.rows(0, width);
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    pub fn has(&self, shown: &str) -> bool {
        self.text().contains(shown)
    }

    /// The last line with text.
    pub fn bottom_of_text(&self) -> String {
        let text = self.text();
        let lines = text.lines().map(str::trim);
        lines
            .rev()
            .find(|line| !line.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    /// The line at the bottom.
    pub fn bottom(&self) -> String {
        let text = self.text();
        text.lines().last().unwrap_or_default().trim().to_owned()
    }

    /// Whether it is the one that programs use.
    pub fn is_other(&self) -> bool {
        self.0.alternate_screen()
    }

    /// Its cells with their colours.
    pub fn looks(&self) -> Vec<String> {
        self.0.rows_formatted(0, self.0.size().1.get()).collect()
    }
}

/// Waits until something is so that nobody tells of.
#[track_caller]
pub fn wait_until(so: impl Fn() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !so() {
        assert!(Instant::now() < end, "it never came to that");
        thread::sleep(Duration::from_millis(5));
    }
}

/// A sentence of the interface, in English.
pub fn said(key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    Words::new(Locale::named("en").unwrap()).say(key, arguments)
}

/// A text as the cells show it.
pub fn shown(text: &str) -> String {
    let paragraph = Typesetter::default().set(text, Direction::Ltr, &[]);
    let mut cells = String::new();
    for row in paragraph.wrap(usize::MAX) {
        row.push_visual(&paragraph, false, &mut cells);
    }
    cells
}

/// The program.
pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_hashiya")
}

/// The last state of every mode that was set or reset.
fn modes(raw: &[u8]) -> Vec<(String, bool)> {
    let text = String::from_utf8_lossy(raw);
    let mut modes: Vec<(String, bool)> = Vec::new();
    for sequence in text.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| !matches!(c, '?' | ';' | '0'..='9'));
        let Some((numbers, on)) = end.and_then(|end| match sequence.as_bytes()[end] {
            b'h' => Some((&sequence[..end], true)),
            b'l' => Some((&sequence[..end], false)),
            _ => None,
        }) else {
            continue;
        };
        modes.retain(|(mode, _)| mode != numbers);
        modes.push((numbers.to_owned(), on));
    }
    modes
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
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
