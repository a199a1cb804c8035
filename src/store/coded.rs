//! What has become of passages, tags and articles by a change of them?

use crate::{
    article::ArticleId,
    passage::{Passage, Tag},
};

/// What a change touched.
///
/// Passages are those that it named or made; one that merges or deletes a tag touches all that
/// bear it and lists none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coded {
    /// What was done first, by the name of its deed.
    pub kind: &'static str,
    /// Passages made or changed, as they are now.
    pub passages: Vec<Passage>,
    /// Passages that are no more, as they were.
    pub gone: Vec<Passage>,
    /// Articles of which anything differs now, their passages and tags included.
    pub articles: Vec<ArticleId>,
    /// Tags made or changed, as they are now.
    pub tags: Vec<Tag>,
    /// Tags that are no more, as they were.
    pub lost: Vec<Tag>,
}
