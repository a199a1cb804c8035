//! What is a tagged passage, and where does it stand in this version of its article?
//!
//! A **passage** is a span of an article's text that the reader keeps: the words as they were
//! marked, where they stood and what stood around them ([`Selector`], which never changes), the
//! tags on it and a note. Where it stands in another version of the text is worked out anew
//! ([`place`]); a passage whose words are no longer there is an **orphan**, kept and listed.
//! A **tag** is an entry of the [`Codebook`]. What may be changed is a [`Deed`].
//!
//! Offsets count code points of an article's text, the end excluded; times are milliseconds
//! since 1970 in Greenwich.

mod align;
mod anchor;
mod codebook;
mod colour;
mod deed;
mod distance;
mod fit;
mod ground;
mod loose;
mod name;
mod quote;
mod seed;
mod selector;
mod sides;
mod span;
mod tag;

pub use anchor::place;
pub use codebook::{Codebook, Entry};
pub use colour::Colour;
pub use deed::{Deed, Naming, Wish};
pub use name::{NameFault, key, tag_name};
pub use quote::find_quote;
pub use selector::{How, Placement, Selector};
pub use tag::{Tag, TagId};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::article::ArticleId;

/// The name of a passage, for ever: a UUID in lower case with its hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PassageId(String);

impl PassageId {
    /// The name as it is kept.
    pub fn from_stored(id: String) -> Self {
        Self(id)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A span that the reader keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its name.
    pub id: PassageId,
    /// The article it is in.
    pub article: ArticleId,
    /// The span as it was marked.
    pub selector: Selector,
    /// Where it stands in the article's current version.
    pub placement: Placement,
    /// Its tags, the first one first: it gives the colour.
    pub tags: Vec<TagId>,
    /// What the reader wrote beside it, Markdown; empty where nothing.
    pub note: String,
    /// A colour of its own.
    pub colour: Option<Colour>,
    /// Who marked it; may be empty.
    pub coder: String,
    /// When it was made.
    pub created: i64,
    /// When it was last changed.
    pub modified: i64,
}

/// What the reader says of an article as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its tags, the first one first.
    pub tags: Vec<TagId>,
    /// A note on it, Markdown; empty where none.
    pub note: String,
    /// How far the work on it is.
    pub work: Option<Work>,
}

/// How far the work on an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// It waits.
    ToCode,
    /// It is begun.
    InProgress,
    /// It is done.
    Coded,
}

impl Work {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::ToCode, Self::InProgress, Self::Coded];

    /// The name in the store and in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::ToCode => "to-code",
            Self::InProgress => "in-progress",
            Self::Coded => "coded",
        }
    }

    /// The state of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|work| work.name() == name)
    }
}
