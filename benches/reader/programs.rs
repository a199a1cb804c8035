//! Which programs are run, and on what?

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_hashiya")
}

/// A program in plain surroundings.
pub fn command(home: &TempDir, program: impl AsRef<OsStr>) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("PATH", env::var("PATH").unwrap_or_default());
    command.env("HOME", home.path());
    command.env("LANG", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    command.cwd(home.path());
    command
}

pub fn hashiya(home: &TempDir, library: &Path) -> CommandBuilder {
    let mut command = command(home, program());
    command.args(["--lang", "ar", "--library"]);
    command.arg(library);
    command
}

/// less on the text of one of the articles, if there is less.
pub fn less(home: &TempDir, library: &Path) -> Option<CommandBuilder> {
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
pub fn newsboat(home: &TempDir) -> Option<CommandBuilder> {
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

/// A library with what `add` is told.
pub fn library(home: &TempDir, name: &str, words: &[&str]) -> PathBuf {
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
