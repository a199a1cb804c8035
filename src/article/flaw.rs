//! What could not be read, or not be known for sure?

use serde::{Deserialize, Serialize};

/// One thing that a reader of the page had to leave open. Words make the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flaw {
    /// Which flaw.
    pub kind: FlawKind,
    /// What it concerns: a line's first words, a charset's name, a count. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Flaw {
    /// A flaw with what it concerns.
    pub fn new(kind: FlawKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }
}

/// The kinds of flaw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlawKind {
    /// The page states no title; its first words stand in.
    NoTitle,
    /// The page states no date of its own.
    NoDate,
    /// The page shows no day of publication, only one of an update or a visit (the detail).
    /// An update stands in for the date; the day of a visit does not.
    DoubtfulDate,
    /// Bytes that belong to no character were replaced; the detail counts them.
    InvalidBytes,
    /// The charset was not the declared one; the detail names what was used.
    Charset,
    /// Control characters were removed; the detail counts them.
    Controls,
    /// A line that may be clutter was kept as text.
    DoubtfulClutter,
    /// The page looks like a list of articles, not an article.
    NotAnArticle,
    /// The front matter could not be read; it was kept as text.
    FrontMatter,
    /// A field has a form that could not be read; the detail names it.
    Field,
    /// The page carries no text beside clutter.
    NoText,
}

impl FlawKind {
    /// The name at the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::NoDate => "no-date",
            Self::DoubtfulDate => "doubtful-date",
            Self::InvalidBytes => "invalid-bytes",
            Self::Charset => "charset",
            Self::Controls => "controls",
            Self::DoubtfulClutter => "doubtful-clutter",
            Self::NotAnArticle => "not-an-article",
            Self::FrontMatter => "front-matter",
            Self::Field => "field",
            Self::NoText => "no-text",
        }
    }
}
