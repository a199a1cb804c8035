//! What is known about an article beside its text?

use super::Date;

/// Title, author, source and the rest. An empty title never occurs: where the page
/// states none, its first words stand in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The headline as shown.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The paper or site.
    pub source: Option<String>,
    /// The section of the paper.
    pub section: Option<String>,
    /// The address as given.
    pub url: Option<String>,
    /// The source's own name for the article.
    pub source_id: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// When it was last updated, if the page says so.
    pub updated: Option<Date>,
    /// Language as a BCP 47 tag.
    pub language: Option<String>,
    /// Tags of the source (not the reader's).
    pub tags: Vec<String>,
}

/// A field that a hand may set. What a hand has set survives a new import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// [`Meta::title`]
    Title,
    /// [`Meta::author`]
    Author,
    /// [`Meta::source`]
    Source,
    /// [`Meta::section`]
    Section,
    /// [`Meta::date`]
    Date,
    /// [`Meta::url`]
    Url,
}

impl Field {
    /// All fields, in the order of the command's options.
    pub const ALL: [Self; 6] = [
        Self::Title,
        Self::Author,
        Self::Source,
        Self::Section,
        Self::Date,
        Self::Url,
    ];

    /// The name at the command line and in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Author => "author",
            Self::Source => "source",
            Self::Section => "section",
            Self::Date => "date",
            Self::Url => "url",
        }
    }
}
