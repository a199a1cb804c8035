//! What does the system tell the program?

use std::{io, sync::mpsc::Sender};

use nix::unistd::{getpgrp, getppid, getsid};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::{
    consts::{SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use super::{Happening, spawn};

/// What comes from now on is kept until somebody listens.
pub fn keep() -> io::Result<Signals> {
    Signals::new([
        SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD,
    ])
}

/// Passes on what was kept and what comes.
pub fn listen(mut signals: Signals, sender: &Sender<Happening>) -> io::Result<()> {
    let sender = sender.clone();
    spawn("signals", move || {
        for signal in signals.forever() {
            let happening = match signal {
                SIGWINCH => Happening::Size,
                SIGCONT => Happening::Back,
                SIGTSTP => Happening::Stop,
                SIGHUP => Happening::Gone,
                SIGCHLD => Happening::Child,
                SIGINT | SIGQUIT => Happening::Interrupt,
                _ => Happening::End,
            };
            if sender.send(happening).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Whether a shell would notice that the program stops, and could continue it. In what POSIX
/// calls an orphaned process group nobody would: a window of its own, a session's first program.
pub fn has_shell() -> bool {
    let own = getsid(None).ok();
    let parent = getsid(Some(getppid())).ok();
    own.is_some() && own == parent && own != Some(getpgrp())
}

/// Stops the program and all that the shell started with it, which the shell waits for too.
pub fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}
