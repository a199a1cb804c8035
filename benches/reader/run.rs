//! How is a program run in a pseudo terminal, and when is its frame whole?

use std::{
    fs,
    io::{Read, Write},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SIZE: (u16, u16) = (100, 36);

/// A program in a pseudo terminal.
pub struct Run {
    pub begun: Instant,
    pub child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    chunks: Receiver<(Instant, usize)>,
}

/// What was written until there was a pause.
pub struct Frame {
    /// When its first part came.
    pub first: Option<Instant>,
    /// When its last part came.
    pub at: Option<Instant>,
    /// How much came.
    pub bytes: usize,
}

impl Frame {
    pub const NONE: Self = Self {
        first: None,
        at: None,
        bytes: 0,
    };
}

impl Run {
    pub fn new(command: CommandBuilder) -> Self {
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

    pub fn send(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("a terminal");
    }

    pub fn resize(&mut self, cols: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        self.master.resize(size).expect("a size");
    }

    /// What comes until there is a pause; none if nothing comes at all.
    pub fn frame(&mut self, pause: Duration) -> Option<Frame> {
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
    pub fn ended(&mut self) -> Duration {
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
pub fn memory(child: &dyn Child) -> String {
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
