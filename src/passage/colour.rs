//! Which colours may a tag have? Those that every terminal has.

use serde::{Deserialize, Serialize};

/// A colour of the terminal's own palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Blue.
    Blue,
    /// Yellow.
    Yellow,
    /// Magenta.
    Magenta,
    /// Green.
    Green,
    /// Red.
    Red,
    /// Cyan.
    Cyan,
}

impl Colour {
    /// All of them, in the order in which new tags take them.
    pub const ALL: [Self; 6] = [
        Self::Blue,
        Self::Yellow,
        Self::Magenta,
        Self::Green,
        Self::Red,
        Self::Cyan,
    ];

    /// The name in the store, in exports and in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Yellow => "yellow",
            Self::Magenta => "magenta",
            Self::Green => "green",
            Self::Red => "red",
            Self::Cyan => "cyan",
        }
    }

    /// The colour of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.name() == name)
    }
}
