//! The real program in a terminal that answers questions.

use std::{
    fs::File,
    io::{Read, Write},
    os::unix::fs::OpenOptionsExt,
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use rustix::{
    fs::OFlags,
    termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr},
};

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
    /// answers its questions so.
    pub fn show(&self, words: &[&str], variables: &[(&str, &str)], answers: &[u8]) -> Shown {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("hashiya"));
        command.args(words);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        // the answers lie ready, unseen: however slow the machine is, they do not come too late
        let own = OFlags::NOCTTY.bits().cast_signed();
        let mut line = File::options();
        let line = line.read(true).custom_flags(own);
        let line = line.open(pty.master.tty_name().unwrap()).unwrap();
        let mut modes = tcgetattr(&line).unwrap();
        modes.local_modes.remove(LocalModes::ECHO);
        tcsetattr(&line, OptionalActions::Now, &modes).unwrap();
        drop(line);
        let mut writer = pty.master.take_writer().unwrap();
        writer.write_all(answers).unwrap();
        let mut reader = pty.master.try_clone_reader().unwrap();
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut out = Vec::new();
        let mut buffer = [0; 4096];
        // the end of a terminal is an error to who reads it
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            out.extend(&buffer[..count]);
        }
        let code = child.wait().unwrap().exit_code();
        let out = String::from_utf8(out).unwrap();
        // what was shown of the questions is wiped away at once
        let asked = out.contains("\x1b[c\x1b8\x1b[K");
        Shown { code, out, asked }
    }
}
