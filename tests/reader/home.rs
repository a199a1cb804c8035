//! Where does a program of the tests live, and in which surroundings is it started?

use std::{
    env,
    ffi::OsStr,
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::terminal::Terminal;

/// A home with a library in it, neither of them there yet.
pub struct Home(TempDir);

/// What is to be started.
pub struct Start {
    pub command: CommandBuilder,
    pub size: (u16, u16),
    /// Whether the terminal answers what it is asked.
    pub answers: bool,
    /// What is typed before the program starts.
    pub typed: Vec<u8>,
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
        fs::write(&path, content).unwrap();
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
        Terminal::open(self)
    }
}

/// The program.
pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_hashiya")
}
