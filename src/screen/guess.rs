//! How should this terminal be served, and why?

use super::{Manner, Program};

/// A decision, or what stands in for one until the terminal has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// How it is served.
    pub manner: Manner,
    /// What it is taken for.
    pub program: Program,
    /// Why.
    pub why: Why,
}

/// What a decision rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// It was chosen for this terminal before.
    Remembered,
    /// Variables of the environment.
    Environment,
    /// The terminal's own answers.
    Answers,
    /// What tmux says it is shown in.
    Tmux,
    /// Nothing is known of the terminal.
    Unknown,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Asked,
        Self::Remembered,
        Self::Environment,
        Self::Answers,
        Self::Tmux,
        Self::Unknown,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Remembered => "remembered",
            Self::Environment => "environment",
            Self::Answers => "answers",
            Self::Tmux => "tmux",
            Self::Unknown => "unknown",
        }
    }
}
