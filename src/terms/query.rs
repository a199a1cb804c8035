//! What is searched for: which words, letters, tags, sources and days?

use crate::article::Date;

/// A search as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What an article shall hold; where none holds all of it, as much of it as possible.
    pub parts: Vec<Part>,
    /// What it must not hold.
    pub not: Vec<Part>,
    /// Words of the name of its source, folded; with `false` its source must not have them.
    pub sources: Vec<(String, bool)>,
    /// Names of tags as typed; with `false` it must not bear them.
    pub tags: Vec<(String, bool)>,
    /// The day, month or year in or after which it appeared.
    pub after: Option<Date>,
    /// The one in or before which it did.
    pub before: Option<Date>,
    /// Dates that could not be read, as typed.
    pub unread: Vec<String>,
}

/// One thing that is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where.
    pub place: Place,
    /// What.
    pub sense: Sense,
}

impl Part {
    /// Whether it is a word that says nothing.
    pub fn is_stop(&self) -> bool {
        matches!(&self.sense, Sense::Word(word) if word.stop)
    }
}

/// Where something is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// In the text, and in what the reader wrote about it.
    #[default]
    Anywhere,
    /// In the title.
    Title,
    /// In a note.
    Note,
}

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sense {
    /// A word, however it is spelled.
    Word(Sought),
    /// This spelling and no other ([`Forms::spelled`](super::Forms::spelled)).
    Spelled(String),
    /// These words in this order ([`Forms::exact`](super::Forms::exact)).
    Phrase(Vec<String>),
}

/// A word that is searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// As typed, without marks.
    pub word: String,
    /// [`Forms::term`](super::Forms::term).
    pub term: String,
    /// Terms that mean the same: aliases, and the word joined with its neighbour. What opens
    /// with `~` is a [skeleton](super::skeleton()).
    pub others: Vec<String>,
    /// Two words ([`Forms::exact`](super::Forms::exact)) that it may be, written as one.
    pub pairs: Vec<Vec<String>>,
    /// While it is being typed: [`Forms::folded`](super::Forms::folded), with which words may
    /// begin that are meant.
    pub start: Option<String>,
    /// Whether it is so common that it says nothing ([`is_stop`](super::is_stop)).
    pub stop: bool,
}
