//! The real program in a terminal that answers questions.

use std::io::{Read, Write};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::Shelf;

/// What a terminal was sent.
pub struct Shown {
    /// The program's exit code.
    pub code: u32,
    /// All that it wrote.
    pub out: String,
    /// Whether it asked what the terminal is.
    pub asked: bool,
}

impl Shelf {
    /// Runs the program on some words in a terminal of 80 columns that has these variables and
    /// answers its last question so.
    pub fn show(&self, words: &[&str], variables: &[(&str, &str)], answers: &[u8]) -> Shown {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("hashiya"));
        command.args(words);
        // a terminal tells who it is by more variables than can be named
        command.env_clear();
        let own = [
            ("LC_ALL", "C"),
            ("HASHIYA_LIBRARY", &self.path("library")),
            ("XDG_CONFIG_HOME", &self.path("config")),
        ];
        for (name, value) in own.into_iter().chain(variables.iter().copied()) {
            command.env(name, value);
        }
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let mut writer = pty.master.take_writer().unwrap();
        let mut out = Vec::new();
        let mut buffer = [0; 4096];
        let mut asked = false;
        // the end of a terminal is an error to who reads it
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            out.extend(&buffer[..count]);
            // what was shown of the questions is wiped away at once
            if !asked && out.ends_with(b"\x1b[c\x1b8\x1b[K") {
                asked = true;
                writer.write_all(answers).unwrap();
            }
        }
        let code = child.wait().unwrap().exit_code();
        let out = String::from_utf8(out).unwrap();
        Shown { code, out, asked }
    }
}
