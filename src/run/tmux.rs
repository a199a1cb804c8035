//! Who asks tmux which terminal shows it?
//!
//! It may be another one after a while: with another size, or with a focus that tmux tells of
//! only if it was told to. One question is asked at a time, by a thread of its own.

use std::{process::Command, sync::mpsc::Sender};

use super::{Happening, spawn};
use crate::screen::TMUX_QUESTION;

/// The question to tmux.
#[derive(Debug)]
pub struct Tmux {
    sender: Sender<Happening>,
    /// Whether it is being asked,
    asking: bool,
    /// and something has happened since that may change the answer.
    outdated: bool,
}

impl Tmux {
    /// Nothing is asked yet; answers go here.
    pub fn new(sender: &Sender<Happening>) -> Self {
        Self {
            sender: sender.clone(),
            asking: false,
            outdated: false,
        }
    }

    /// Asks, or asks again once the answer to the question before has come.
    pub fn ask(&mut self) {
        if self.asking {
            self.outdated = true;
            return;
        }
        let sender = self.sender.clone();
        let asked = spawn("tmux", move || {
            let [program, words @ ..] = TMUX_QUESTION;
            let answer = Command::new(program).args(words).output();
            let answer = answer.map(|a| String::from_utf8_lossy(&a.stdout).into_owned());
            let _ = sender.send(Happening::Tmux(answer.unwrap_or_default()));
        });
        self.asking = asked.is_ok();
    }

    /// The answer has come.
    pub fn answered(&mut self) {
        self.asking = false;
        if std::mem::take(&mut self.outdated) {
            self.ask();
        }
    }
}
