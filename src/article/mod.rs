//! What is read, and how is a place in it named?
//!
//! An article is metadata and blocks. Its **text** is the blocks that carry text
//! ([`Kind::in_text`]), in reading order, joined by one line feed. Every stored
//! offset counts code points of that text.

mod block;
mod date;
mod flaw;
mod identity;
mod meta;
mod title;

pub use block::{Block, Inline, InlineKind, Kind, Reason};
pub use date::{Date, Precision};
pub use flaw::{Flaw, FlawKind};
pub use identity::{ArticleId, Identity, canonical_url, folded_words};
pub use meta::{Field, Meta};
pub use title::{first_words, opening, stand_in};

use std::ops::Range;

/// A readable article: metadata and blocks in reading order, clutter included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// What is known about the article.
    pub meta: Meta,
    /// Every block of the page, in reading order.
    pub blocks: Vec<Block>,
}

impl Article {
    /// The article's text: the blocks that carry text, joined by one line feed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in self.blocks.iter().filter(|b| b.kind.in_text()) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&block.text);
        }
        text
    }

    /// For each block its range in [`Article::text`], in code points; none for a
    /// block that stands outside the text.
    pub fn ranges(&self) -> Vec<Option<Range<u32>>> {
        let mut at = 0;
        self.blocks
            .iter()
            .map(|block| {
                block.kind.in_text().then(|| {
                    let start = at;
                    let end = start + block.text.chars().count() as u32;
                    at = end + 1;
                    start..end
                })
            })
            .collect()
    }

    /// The number of words in the text.
    pub fn words(&self) -> usize {
        self.blocks
            .iter()
            .filter(|b| b.kind.in_text())
            .map(|b| {
                b.text
                    .split_whitespace()
                    .filter(|w| w.contains(identity::in_word))
                    .count()
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_joins_what_carries_text_and_offsets_count_code_points() {
        let article = Article {
            meta: Meta::default(),
            blocks: vec![
                Block::new(Kind::Clutter(Reason::Navigation), "الرئيسية"),
                Block::new(Kind::Title, "عنوان"),
                Block::new(Kind::Byline, "كاتب"),
                Block::new(Kind::Paragraph, "نصّ أول."),
            ],
        };
        assert_eq!(article.text(), "عنوان\nنصّ أول.");
        assert_eq!(article.ranges(), [None, Some(0..5), None, Some(6..14)]);
        assert_eq!(article.words(), 3);
    }
}
