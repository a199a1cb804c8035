//! How is a span named so that it can be found again?

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A span of the text of one version: its place, its words, and what stood around them. As it
/// was made, for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// Number of the version.
    pub version: u32,
    /// The first code point.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// At most 32 code points before them.
    pub prefix: String,
    /// At most 32 code points after them.
    pub suffix: String,
}

/// Where a span stands in a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// These code points, found in this way.
    At(Range<u32>, How),
    /// Nowhere: its words are not there, or nobody can say which of several they are.
    Orphan,
}

/// How a span was found in a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// The same words at the same place.
    Same,
    /// The only place where the very words stand.
    Only,
    /// The best of several places, by what stands around it.
    Context,
    /// Nearly the same words.
    Near,
}

impl How {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Same, Self::Only, Self::Context, Self::Near];

    /// The name in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Only => "only",
            Self::Context => "context",
            Self::Near => "near",
        }
    }

    /// The way of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

impl Placement {
    /// The code points it covers.
    pub fn range(&self) -> Option<&Range<u32>> {
        match self {
            Self::At(range, _) => Some(range),
            Self::Orphan => None,
        }
    }

    /// `placed`, `moved` or `orphan`.
    pub fn state(&self) -> &'static str {
        match self {
            Self::At(_, How::Same) => "placed",
            Self::At(..) => "moved",
            Self::Orphan => "orphan",
        }
    }
}
