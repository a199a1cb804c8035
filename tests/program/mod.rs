//! The real program on a library of its own.

#![allow(dead_code, reason = "each test file uses its part")]

mod terminal;

#[allow(unused_imports, reason = "each test file uses its part")]
pub use terminal::Shown;

use std::{
    env,
    ffi::OsStr,
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// A directory with a library and files beside it.
pub struct Shelf(TempDir);

/// What one run of the program said.
#[derive(Debug)]
pub struct Run {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

/// What was said.
pub fn said(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Shelf {
    /// Without a library yet.
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A path in the directory.
    pub fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// A file in the directory.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// Whether there is a library.
    pub fn has_library(&self) -> bool {
        Path::new(&self.path("library/library.db")).exists()
    }

    /// The variables of what runs here: none of whoever runs the tests but the path.
    pub fn environment(&self) -> [(&'static str, String); 5] {
        [
            ("PATH", env::var("PATH").unwrap_or_default()),
            ("HOME", self.path("")),
            ("LC_ALL", "C".to_owned()),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("HASHIYA_LIBRARY", self.path("library")),
        ]
    }

    /// The program, ready to be given words.
    pub fn program(&self) -> Command {
        self.command(assert_cmd::cargo::cargo_bin!("hashiya"))
    }

    /// Any program, in the same surroundings.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.environment());
        command
    }

    /// Runs the program on some words.
    pub fn run<W, S>(&self, words: W) -> Run
    where
        W: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        said(self.program().args(words).output().unwrap())
    }

    /// Runs it with something on standard input.
    pub fn fed<const N: usize>(&self, words: [&str; N], input: &str) -> Run {
        let mut child = self
            .program()
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        pipe.write_all(input.as_bytes()).unwrap();
        drop(pipe);
        said(child.wait_with_output().unwrap())
    }

    /// The ids of the list.
    pub fn ids(&self) -> Vec<String> {
        let listed: Value = serde_json::from_str(&self.run(["list", "--json"]).out).unwrap();
        let listed = listed.as_array().unwrap().iter();
        listed
            .map(|e| e["id"].as_str().unwrap().to_owned())
            .collect()
    }
}
