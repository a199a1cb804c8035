//! What may be changed of passages, tags and notes? Each deed is one change, wholly or not at all.

use std::ops::Range;

use super::{Colour, PassageId, TagId, Work};
use crate::article::ArticleId;

/// How a tag is named: by its id, or by what it is called; one that is called so by none is made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Naming {
    /// The tag of this id.
    Id(TagId),
    /// The tag of this name, made where there is none.
    Name(String),
}

/// A span of a version of an article, in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The article.
    pub article: ArticleId,
    /// The version that the offsets count in.
    pub version: u32,
    /// The code points; widened to whole clusters.
    pub range: Range<u32>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A new passage with these tags and this note.
    Mark(Wish, Vec<Naming>, String),
    /// The passage stands here from now on: other bounds, or an orphan fixed again.
    Bound(PassageId, Wish),
    /// These passages bear these tags too.
    Tag(Vec<PassageId>, Vec<Naming>),
    /// These passages bear these tags no more; with none named, none at all.
    Untag(Vec<PassageId>, Vec<TagId>),
    /// This is the passage's note; empty for none.
    Note(PassageId, String),
    /// These passages have this colour, or that of their first tag.
    Colour(Vec<PassageId>, Option<Colour>),
    /// Overlapping or touching passages of one article become the first of them, with the tags
    /// and notes of all.
    Join(Vec<PassageId>),
    /// These passages are no more.
    Delete(Vec<PassageId>),
    /// These articles bear these tags as a whole.
    TagArticles(Vec<ArticleId>, Vec<Naming>),
    /// These articles bear these tags no more; with none named, none at all.
    UntagArticles(Vec<ArticleId>, Vec<TagId>),
    /// This is the note on the article as a whole; empty for none.
    NoteArticle(ArticleId, String),
    /// So far is the work on these articles.
    Work(Vec<ArticleId>, Option<Work>),
    /// The two articles are related, or they are not, or nothing is said of that.
    Relate(ArticleId, ArticleId, Option<bool>),
    /// A new tag of this name below that one.
    NewTag(String, Option<TagId>),
    /// The tag is called so.
    Rename(TagId, String),
    /// All that bears the first tag bears the second instead, and the first is no more; what
    /// stood below it stands below the second.
    Merge(TagId, TagId),
    /// The tag stands below that one, or at the top.
    Move(TagId, Option<TagId>),
    /// These of the tag's passages bear the tag of this name instead.
    Split(TagId, String, Vec<PassageId>),
    /// The tag is no more; what stood below it stands where it stood.
    DeleteTag(TagId),
    /// This is what the tag means.
    Describe(TagId, String),
    /// This is the tag's colour.
    Paint(TagId, Colour),
    /// This letter or digit gives the tag, and no other; or none does.
    Pin(TagId, Option<char>),
}

impl Deed {
    /// What it is called in the log.
    pub fn kind(&self) -> &'static str {
        match self {
            // a passage that is made for a note
            Self::Mark(_, tags, note) if tags.is_empty() && !note.is_empty() => "note",
            Self::Mark(..) => "mark",
            Self::Bound(..) => "bound",
            Self::Tag(..) => "tag",
            Self::Untag(..) => "untag",
            Self::Note(..) => "note",
            Self::Colour(..) => "colour",
            Self::Join(..) => "join",
            Self::Delete(..) => "delete",
            Self::TagArticles(..) => "tag-articles",
            Self::UntagArticles(..) => "untag-articles",
            Self::NoteArticle(..) => "note-article",
            Self::Work(..) => "work",
            Self::Relate(..) => "relate",
            Self::NewTag(..) => "new-tag",
            Self::Rename(..) => "rename",
            Self::Merge(..) => "merge",
            Self::Move(..) => "move",
            Self::Split(..) => "split",
            Self::DeleteTag(..) => "delete-tag",
            Self::Describe(..) => "describe",
            Self::Paint(..) => "paint",
            Self::Pin(..) => "pin",
        }
    }
}
