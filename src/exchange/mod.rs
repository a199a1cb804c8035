//! How do passages leave in open formats, and how do they come back?
//!
//! What leaves is told article by article, each followed by its passages, to an [`Export`]: it
//! writes at once and keeps no passage, so that no library is too large.
//!
//! - [`Json`]: the W3C's Web Annotation Data Model (Recommendation of 2017), with what that has
//!   no place for beside it. All that the reader made comes back from it.
//! - [`Csv`]: a row a passage and tag, for spreadsheets.
//! - [`Markdown`]: notes to go on with. A second export renews its own blocks and nothing else.
//!
//! What comes back is read by [`read`] into [`Given`]: what a file says, of which nothing has
//! yet met a library. Offsets count code points, the end excluded; where another program counts
//! UTF-16 units the [`Unit`] says so.

mod annotation;
mod csv;
pub mod escape;
mod given;
mod hypothesis;
mod json;
mod md;
mod meant;
mod merge;
mod read;
#[cfg(test)]
mod sample;
mod w3c;

pub use csv::Csv;
pub use given::{Given, Label, Note, Position, Quote, Source, Term, Unit};
pub use json::Json;
pub use merge::Markdown;
pub use read::{LARGEST, read};

use std::{collections::HashMap, io};

use crate::{
    article::{ArticleId, Meta},
    passage::{Colour, Passage, Sheet, Tag, TagId},
};

/// An article of which something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name in the library.
    pub id: ArticleId,
    /// Its fields as shown.
    pub meta: Meta,
    /// What is said of it as a whole.
    pub sheet: Sheet,
}

/// A passage as it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// The passage.
    pub passage: Passage,
    /// When the version was made on which it was marked, in milliseconds since 1970; none where
    /// that is not known any more.
    pub seen: Option<i64>,
}

/// A form in which passages leave.
pub trait Export {
    /// From now on passages are of this article.
    fn article(&mut self, about: &About) -> io::Result<()>;

    /// The next passage of the article.
    fn passage(&mut self, leaving: &Leaving) -> io::Result<()>;

    /// All has been told.
    fn end(&mut self) -> io::Result<()>;
}

/// Tags by their ids.
#[derive(Debug)]
pub struct Tags(HashMap<TagId, Tag>);

impl From<Vec<Tag>> for Tags {
    fn from(tags: Vec<Tag>) -> Self {
        Self(tags.into_iter().map(|tag| (tag.id.clone(), tag)).collect())
    }
}

impl Tags {
    /// The tags of these ids, in their order.
    fn of(&self, ids: &[TagId]) -> impl Iterator<Item = &Tag> {
        ids.iter().filter_map(|id| self.0.get(id))
    }

    /// What the tag above a tag is called; empty at the top.
    fn above(&self, tag: &Tag) -> &str {
        let parent = tag.parent.as_ref().and_then(|id| self.0.get(id));
        parent.map_or("", |parent| &parent.name)
    }

    /// The colour in which a passage is shown.
    fn colour(&self, passage: &Passage) -> Option<Colour> {
        let first = self.of(&passage.tags).next();
        passage.colour.or(first.map(|tag| tag.colour))
    }
}

/// A moment as ISO 8601 in Greenwich; none for one that the calendar lacks.
fn moment(milliseconds: i64) -> Option<String> {
    let moment = jiff::Timestamp::from_millisecond(milliseconds).ok()?;
    Some(moment.to_string())
}
