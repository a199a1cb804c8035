//! How is a span named so that it can be found again?

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::span;
use crate::text::{cluster, whole};

/// Code points that are kept of what stands before and after a span.
const AROUND: usize = 32;

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

impl Selector {
    /// The selector of a span of a version's text, in code points: widened to whole clusters,
    /// without blanks and line feeds at its ends. None where nothing is left, and where the
    /// span goes beyond the text.
    pub fn mark(version: u32, text: &str, range: Range<u32>) -> Option<Self> {
        let bytes = whole(text, span::bytes(text, &range)?);
        if bytes.is_empty() {
            return None;
        }
        let points = span::points(text, &bytes);
        let (before, after) = (&text[..bytes.start], &text[bytes.end..]);
        let prefix = before.char_indices().rev().nth(AROUND - 1);
        let suffix = after.char_indices().nth(AROUND);
        // a cluster that is cut by the limit stays outside
        let prefix = prefix.map_or(0, |(at, _)| match cluster(text, at) {
            cut if cut.start < at => cut.end.min(bytes.start),
            _ => at,
        });
        let suffix = suffix.map_or(text.len(), |(at, _)| {
            cluster(text, bytes.end + at).start.max(bytes.end)
        });
        Some(Self {
            version,
            start: points.start,
            end: points.end,
            prefix: text[prefix..bytes.start].to_owned(),
            suffix: text[bytes.end..suffix].to_owned(),
            quote: text[bytes].to_owned(),
        })
    }

    /// Whether it was marked from the beginning of a word on, and up to the end of one.
    pub(super) fn word_edges(&self) -> (bool, bool) {
        let of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (quote, prefix, suffix) = (&self.quote, &self.prefix, &self.suffix);
        (
            of_word(quote.chars().next()) && !of_word(prefix.chars().next_back()),
            of_word(quote.chars().next_back()) && !of_word(suffix.chars().next()),
        )
    }
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
