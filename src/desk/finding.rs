//! What is searched for, what is related to an article, and what is found?

use std::ops::Range;

use crate::{
    article::{Article, ArticleId},
    passage::{PassageId, TagId},
    store::Entry,
    terms::Query,
};

/// A search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// At most so many articles.
    pub count: usize,
    /// Whether it is still being typed: the last word may go on.
    pub typing: bool,
}

/// What a search has found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Finding {
    /// Articles, the best one first.
    pub found: Vec<Found>,
    /// What was searched for, with the spellings that were tried besides: by it hits are found
    /// in the text of an article.
    pub query: Query,
    /// Whether no article holds all of it, so that these hold only some.
    pub some: bool,
    /// Articles of the library that are not in the index yet.
    pub behind: u32,
}

/// An article that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its line in a list.
    pub entry: Entry,
    /// How well it fits; only comparable within one search.
    pub score: f32,
    /// Its best sentence, with the author's spelling.
    pub snippet: String,
    /// The hits in it, in code points.
    pub hits: Vec<Range<u32>>,
    /// Where that sentence stands.
    pub place: FoundIn,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundIn {
    /// In the article's text, the first hit at this code point of it.
    Text(u32),
    /// In the note on a passage.
    Note(PassageId),
    /// In the note on the article as a whole.
    Sheet,
    /// In the name of a tag that it bears.
    Tag(TagId),
}

/// To what something is related.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An article of the library.
    Article(ArticleId),
    /// A part of its text, in code points.
    Span(ArticleId, Range<u32>),
    /// A text that is in no library.
    Text(Box<Article>),
}

/// Which related articles are wanted.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sift {
    /// Only what is not read yet.
    pub unread: bool,
    /// Only what other sources say.
    pub other_sources: bool,
    /// Only what appeared before it.
    pub before: bool,
    /// Only what appeared after it.
    pub after: bool,
    /// Only what bears a tag that it bears.
    pub tagged: bool,
    /// The newest first instead of the nearest.
    pub by_date: bool,
    /// Also what is too far to be called related.
    pub all: bool,
    /// At most so many.
    pub count: usize,
}

impl Default for Sift {
    fn default() -> Self {
        Self {
            unread: false,
            other_sources: false,
            before: false,
            after: false,
            tagged: false,
            by_date: false,
            all: false,
            count: 10,
        }
    }
}

/// What is related to something.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Related {
    /// Articles, in the order that was wanted.
    pub near: Vec<Near>,
    /// Articles that the reader said are not related, by title.
    pub apart: Vec<Entry>,
    /// Articles of the library that are not in the index yet.
    pub behind: u32,
}

/// An article that is related to something.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Its line in a list.
    pub entry: Entry,
    /// How near it is, as a share of what the thing itself would be.
    pub score: f32,
    /// The words that made it, the weightiest first, spelled as in what it is related to.
    pub terms: Vec<String>,
    /// Tags that both bear.
    pub tags: Vec<TagId>,
    /// The same words printed elsewhere.
    pub also: Vec<Entry>,
    /// Whether the reader said so.
    pub by_hand: bool,
    /// The code point of its text where it comes nearest to the span that was asked about; none
    /// where a whole article was.
    pub place: Option<u32>,
}

/// A story from its beginning: articles in the order of their dates.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// One line an article.
    pub lines: Vec<Told>,
    /// Which of them was asked about.
    pub here: usize,
    /// Articles of the library that are not in the index yet.
    pub behind: u32,
}

/// An article of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its line in a list.
    pub entry: Entry,
    /// The same words printed elsewhere.
    pub also: Vec<Entry>,
    /// The tags that it or its passages bear.
    pub tags: Vec<TagId>,
}

/// How the index comes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Indexing {
    /// It could not be used, for this reason, and is made anew.
    Anew(String),
    /// So many articles of so many are in it.
    Going(u64, u64),
}

/// How the index stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndexState {
    /// Articles in it.
    pub articles: u64,
    /// Its size on disk, in bytes.
    pub bytes: u64,
    /// Articles of the library that are not in it as they are now.
    pub behind: u64,
    /// Why it cannot be used, if it cannot; it is made anew when something is next searched.
    pub fault: Option<String>,
}
