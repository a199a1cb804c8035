//! How fast does the whole program answer, in a pseudo terminal, beside less and newsboat?
//!
//! `cargo bench --bench reader [-- --library DIR]`. Nothing is asserted: times depend on the
//! machine, and the ratios are what to compare. A frame is what comes until the terminal has
//! been quiet for a while; its time is that of its last byte.

#[allow(dead_code, reason = "the other bench has its share of it")]
mod prose;

use std::{
    env,
    ffi::OsStr,
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Programs are started so often, in turn.
const STARTS: usize = 40;

/// Keys are pressed so often.
const KEYS: usize = 1000;

/// So long without a byte ends the first frame,
const PAUSE: Duration = Duration::from_millis(80);

/// and any other.
const BREATH: Duration = Duration::from_millis(6);

const SIZE: (u16, u16) = (100, 36);

fn main() {
    let mut words = env::args().skip_while(|word| word != "--library").skip(1);
    let big = words.next().map(PathBuf::from);
    let home = tempfile::tempdir().expect("a directory");
    let seeds = library(&home, "seeds", &["--seeds"]);
    starts(&home, &seeds, big.as_deref());
    println!("\na key to its frame       p50        p99   bytes a key");
    echo(&home);
    keys(&home, "seeds", &seeds);
    if let Some(big) = &big {
        keys(&home, "big", big);
    }
    println!();
    long(&home);
}

/// A library with what `add` is told.
fn library(home: &TempDir, name: &str, words: &[&str]) -> PathBuf {
    let path = home.path().join(name);
    let added = Command::new(program())
        .arg("--library")
        .arg(&path)
        .arg("add")
        .args(words)
        .output();
    assert!(added.expect("it runs").status.success());
    path
}

/// From exec to the last byte of the first frame.
fn starts(home: &TempDir, seeds: &Path, big: Option<&Path>) {
    let mut version = command(home, program());
    version.arg("--version");
    let mut programs = vec![
        ("true, to its end", command(home, "true")),
        ("hashiya --version", version),
    ];
    if let Some(less) = less(home, seeds) {
        programs.push(("less FILE", less));
    }
    if let Some(newsboat) = newsboat(home) {
        programs.push(("newsboat", newsboat));
    }
    programs.push(("hashiya, seeds", hashiya(home, seeds)));
    if let Some(big) = big {
        programs.push(("hashiya, big", hashiya(home, big)));
    }
    let mut times = vec![Vec::new(); programs.len()];
    let mut bytes = vec![0; programs.len()];
    for _ in 0..STARTS {
        for (at, (_, program)) in programs.iter().enumerate() {
            let mut run = Run::new(program.clone());
            let frame = run.frame(PAUSE).unwrap_or(Frame::NONE);
            times[at].push(match frame.at {
                Some(last) => last - run.begun,
                // it has written nothing
                None => run.ended(),
            });
            bytes[at] = frame.bytes;
        }
    }
    let base = programs.iter().position(|(name, _)| *name == "less FILE");
    let base = base.map(|at| part(&mut times[at], 50));
    println!("first frame             p50        p90   bytes   to less");
    for (at, (name, _)) in programs.iter().enumerate() {
        let (middle, late) = (part(&mut times[at], 50), part(&mut times[at], 90));
        let ratio = base.map_or(0.0, |base| middle.as_secs_f64() / base.as_secs_f64());
        println!(
            "{name:18} {:>9} {:>10} {:>7} {ratio:9.2}",
            shown(middle),
            shown(late),
            bytes[at]
        );
    }
}

/// What a key takes without any work: there and back through the terminal.
fn echo(home: &TempDir) {
    let mut cat = command(home, "sh");
    cat.args(["-c", "stty raw -echo; echo; exec cat"]);
    let mut run = Run::new(cat);
    run.frame(PAUSE);
    press(&mut run, "cat", &["x"]);
}

/// From a key to its frame, in list and reader, and what that takes.
fn keys(home: &TempDir, name: &str, library: &Path) {
    println!("{name}:");
    let mut run = Run::new(hashiya(home, library));
    run.frame(PAUSE);
    let first = memory(&*run.child);
    press(
        &mut run,
        "  j, k in the list",
        &["j", "j", "j", "k", "k", "k"],
    );
    run.send("\r");
    run.frame(PAUSE);
    press(
        &mut run,
        "  j, k in the text",
        &["j", "j", "j", "j", "k", "k", "k", "k"],
    );
    press(
        &mut run,
        "  h, l in the text",
        &["h", "h", "h", "l", "l", "l"],
    );
    press(&mut run, "  pages of the text", &["\x04", "\x15"]);
    let last = memory(&*run.child);
    println!(
        "  memory: first frame {first}; after {} keys: {last}",
        4 * KEYS
    );
    run.send("Q");
    run.ended();
}

/// Presses keys in turn, again and again.
fn press(run: &mut Run, name: &str, keys: &[&str]) {
    let mut times = Vec::with_capacity(KEYS);
    let (mut bytes, mut frames) = (0, 0);
    for key in keys.iter().cycle().take(KEYS) {
        let begun = Instant::now();
        run.send(key);
        let Some(frame) = run.frame(BREATH) else {
            continue;
        };
        times.extend(frame.first.map(|at| at - begun));
        bytes += frame.bytes;
        frames += 1;
    }
    let (middle, late) = (part(&mut times, 50), part(&mut times, 99));
    let each = bytes / frames.max(1);
    println!(
        "{name:19} {:>8} {:>10} {each:>7}",
        shown(middle),
        shown(late)
    );
}

/// An article of a million bytes, opened and seen at other widths.
fn long(home: &TempDir) {
    let file = home.path().join("long.md");
    fs::write(
        &file,
        format!(
            "# مقال طويل\n\n{}",
            prose::arabic(1_000_000).replace('\n', "\n\n")
        ),
    )
    .expect("a file");
    let library = library(home, "long", &[&file.to_string_lossy()]);
    let mut run = Run::new(hashiya(home, &library));
    let frame = run.frame(PAUSE).unwrap_or(Frame::NONE);
    let opened = frame.at.map_or(Duration::ZERO, |at| at - run.begun);
    println!(
        "1 MB in one article: first frame with it beside the list {}",
        shown(opened)
    );
    let mut timed = |name: &str, act: &dyn Fn(&mut Run)| {
        let begun = Instant::now();
        act(&mut run);
        if let Some(Frame {
            first: Some(first),
            at: Some(last),
            ..
        }) = run.frame(PAUSE)
        {
            let (first, last) = (shown(first - begun), shown(last - begun));
            println!("  {name:12} first bytes {first:>9}, last {last:>9}");
        }
    };
    timed("opened", &|run| run.send("\r"));
    for key in ["G", "gg", "50G"] {
        timed(key, &|run| run.send(key));
    }
    for (width, height) in [(60, 30), (140, 50), (40, 20)] {
        timed(&format!("{width}x{height}"), &|run| {
            run.resize(width, height);
        });
    }
    timed("/", &|run| run.send("/"));
    timed("two letters", &|run| run.send("من"));
    println!("  memory: {}", memory(&*run.child));
}

fn program() -> &'static str {
    env!("CARGO_BIN_EXE_hashiya")
}

/// A program in plain surroundings.
fn command(home: &TempDir, program: impl AsRef<OsStr>) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("PATH", env::var("PATH").unwrap_or_default());
    command.env("HOME", home.path());
    command.env("LANG", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    command.cwd(home.path());
    command
}

fn hashiya(home: &TempDir, library: &Path) -> CommandBuilder {
    let mut command = command(home, program());
    command.args(["--lang", "ar", "--library"]);
    command.arg(library);
    command
}

/// less on the text of one of the articles, if there is less.
fn less(home: &TempDir, library: &Path) -> Option<CommandBuilder> {
    let run = |words: &[&str]| {
        let mut show = Command::new(program());
        let output = show.arg("--library").arg(library).args(words).output();
        output.expect("it runs").stdout
    };
    let listed = String::from_utf8(run(&["list"])).ok()?;
    let id = listed.get(..16)?;
    let file = home.path().join("article.txt");
    fs::write(&file, run(&["show", id])).ok()?;
    Command::new("less").arg("-V").output().ok()?;
    let mut less = command(home, "less");
    less.arg(file);
    Some(less)
}

/// newsboat with a feed of its own that was read before, if there is newsboat.
fn newsboat(home: &TempDir) -> Option<CommandBuilder> {
    Command::new("newsboat").arg("-v").output().ok()?;
    let path = |name: &str| home.path().join(name);
    let item = |n| {
        format!(
            "<item><title>خبر {n}</title><guid>{n}</guid><description>نص الخبر</description></item>"
        )
    };
    let items: String = (0..10).map(item).collect();
    let feed = format!("<rss version=\"2.0\"><channel><title>ورقة</title>{items}</channel></rss>");
    fs::write(path("feed.xml"), feed).ok()?;
    fs::write(
        path("urls"),
        format!("file://{}\n", path("feed.xml").display()),
    )
    .ok()?;
    fs::write(path("config"), "auto-reload no\nrefresh-on-startup no\n").ok()?;
    let words = ["-q", "-u", "urls", "-c", "cache.db", "-C", "config"];
    let read = Command::new("newsboat")
        .current_dir(home.path())
        .env("HOME", home.path())
        .args(words)
        .args(["-x", "reload"])
        .output();
    read.ok().filter(|read| read.status.success())?;
    let mut newsboat = command(home, "newsboat");
    newsboat.args(words);
    Some(newsboat)
}

/// A program in a pseudo terminal.
struct Run {
    begun: Instant,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    chunks: Receiver<(Instant, usize)>,
}

/// What was written until there was a pause.
struct Frame {
    /// When its first part came.
    first: Option<Instant>,
    /// When its last part came.
    at: Option<Instant>,
    bytes: usize,
}

impl Frame {
    const NONE: Self = Self {
        first: None,
        at: None,
        bytes: 0,
    };
}

impl Run {
    fn new(command: CommandBuilder) -> Self {
        let (cols, rows) = SIZE;
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, chunks) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 16384];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                if sender.send((Instant::now(), count)).is_err() {
                    break;
                }
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("it runs");
        drop(pair.slave);
        Self {
            begun,
            child,
            master: pair.master,
            keyboard,
            chunks,
        }
    }

    fn send(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("a terminal");
    }

    fn resize(&mut self, cols: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        self.master.resize(size).expect("a size");
    }

    /// What comes until there is a pause; none if nothing comes at all.
    fn frame(&mut self, pause: Duration) -> Option<Frame> {
        let mut frame = Frame::NONE;
        let mut wait = Duration::from_secs(2).min(pause * 50);
        while let Ok((at, count)) = self.chunks.recv_timeout(wait) {
            frame.first.get_or_insert(at);
            frame.at = Some(at);
            frame.bytes += count;
            wait = pause;
        }
        frame.first.map(|_| frame)
    }

    /// The time until it has ended.
    fn ended(&mut self) -> Duration {
        let _ = self.child.wait();
        self.begun.elapsed()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process holds in memory, and what of it is its own.
fn memory(child: &dyn Child) -> String {
    let told = child.process_id().map(|pid| format!("/proc/{pid}/status"));
    let told = told
        .and_then(|path| fs::read_to_string(path).ok())
        .unwrap_or_default();
    let field = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.map_or(0.0, |kilobytes| kilobytes / 1024.0)
    };
    format!(
        "{:.1} MiB, own {:.1} MiB",
        field("VmRSS:"),
        field("RssAnon:")
    )
}

/// The value below which so many of a hundred are.
fn part(times: &mut [Duration], hundredth: usize) -> Duration {
    times.sort_unstable();
    let at = times.len() * hundredth / 100;
    times
        .get(at.min(times.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
