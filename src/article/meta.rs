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

    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// What the field holds.
    pub fn get(self, meta: &Meta) -> Option<String> {
        match self {
            Self::Title => Some(meta.title.clone()),
            Self::Author => meta.author.clone(),
            Self::Source => meta.source.clone(),
            Self::Section => meta.section.clone(),
            Self::Date => meta.date.map(String::from),
            Self::Url => meta.url.clone(),
        }
    }

    /// Sets the field. A title cannot be set to nothing, nor a date to what is none: they stay.
    pub fn set(self, meta: &mut Meta, value: Option<String>) {
        match self {
            Self::Title => meta.title = value.unwrap_or_else(|| std::mem::take(&mut meta.title)),
            Self::Author => meta.author = value,
            Self::Source => meta.source = value,
            Self::Section => meta.section = value,
            Self::Date => {
                meta.date = value.and_then(|text| text.parse().ok().or(meta.date));
            }
            Self::Url => meta.url = value,
        }
    }
}
