//! What does the system tell the program?

use std::{io, sync::mpsc::Sender};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{Happening, spawn};

/// Listens from now on.
pub fn listen(sender: &Sender<Happening>) -> io::Result<()> {
    let mut signals = Signals::new([SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let sender = sender.clone();
    spawn("signals", move || {
        for signal in signals.forever() {
            let happening = match signal {
                SIGWINCH => Happening::Size,
                SIGCONT => Happening::Back,
                SIGTSTP => Happening::Stop,
                SIGHUP => Happening::Gone,
                _ => Happening::End,
            };
            if sender.send(happening).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the program, until it is continued.
pub fn stop() {
    // where it cannot be stopped, reading just goes on
    let _ = emulate_default_handler(SIGTSTP);
}
