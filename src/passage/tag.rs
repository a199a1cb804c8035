//! What is a tag?

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Colour;

/// The name of a tag that no renaming changes: a UUID in lower case with its hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TagId(String);

impl TagId {
    /// The name as it is kept.
    pub fn from_stored(id: String) -> Self {
        Self(id)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TagId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An entry of the codebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its lasting name.
    pub id: TagId,
    /// What it is called; no two are called the same.
    pub name: String,
    /// The tag above it.
    pub parent: Option<TagId>,
    /// Its colour.
    pub colour: Colour,
    /// What it means, when it is given and when not: its memo.
    pub description: String,
    /// The letter or digit that gives it with one key.
    pub letter: Option<char>,
}
