//! How fast does the whole program answer, in a pseudo terminal, beside less and newsboat?
//!
//! `cargo bench --bench reader [-- --library DIR]`. Nothing is asserted: times depend on the
//! machine, and the ratios are what to compare. A frame is what comes until the terminal has
//! been quiet for a while; its time is that of its last byte.

#[path = "../prose/mod.rs"]
#[allow(dead_code, reason = "the other bench has its share of it")]
mod prose;

mod programs;
mod run;

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use programs::{command, hashiya, less, library, newsboat, program};
use run::{Frame, Run, memory};

/// Programs are started so often, in turn.
const STARTS: usize = 40;

/// Keys are pressed so often.
const KEYS: usize = 1000;

/// So long without a byte ends the first frame,
const PAUSE: Duration = Duration::from_millis(80);

/// and any other.
const BREATH: Duration = Duration::from_millis(6);

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
