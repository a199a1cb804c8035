//! What does a file of annotations say, before it meets a library?

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{
    article::ArticleId,
    passage::{Colour, PassageId, TagId, Work},
};

/// All that a file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The codebook, where it brings one.
    pub terms: Vec<Term>,
    /// The articles that it describes.
    pub articles: Vec<Label>,
    /// The annotations, one for each thing that one is about.
    pub notes: Vec<Note>,
    /// How many were left out: answers to other annotations.
    pub skipped: u32,
}

/// A tag as a file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is called.
    pub name: String,
    /// Its lasting name.
    pub id: TagId,
    /// The tag above it.
    pub parent: Option<TagId>,
    /// What it means.
    pub description: String,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Its letter.
    pub letter: Option<char>,
}

/// An article as a file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Our name for it.
    pub id: ArticleId,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// How far the work on it is.
    pub work: Option<Work>,
}

/// An annotation of one passage, or of one article as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which annotation of the file it is, counted from 1.
    pub number: u32,
    /// What the passage is called: as in the file, or always the same for the same annotation.
    pub id: PassageId,
    /// What it is about.
    pub source: Source,
    /// The words; none where the whole article is meant.
    pub quote: Option<Quote>,
    /// Names of tags, with our ids where they are known.
    pub tags: Vec<(Option<TagId>, String)>,
    /// Its note; empty where none.
    pub note: String,
    /// A colour of its own.
    pub colour: Option<Colour>,
    /// Who made it; may be empty.
    pub coder: String,
    /// When it was made, in milliseconds since 1970.
    pub created: Option<i64>,
    /// When it was last changed.
    pub modified: Option<i64>,
}

/// How the article of an annotation is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Source {
    /// Our name for it.
    pub id: Option<ArticleId>,
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// Words of an article as an annotation names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
    /// Where they stand.
    pub position: Option<Position>,
    /// The number of the version that is meant.
    pub version: Option<u32>,
}

/// A place in a text, the end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What is counted.
    pub unit: Unit,
}

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Code points.
    Point,
    /// Units of UTF-16, of which an emoji takes two.
    Utf16,
}

impl Position {
    /// The words at this place of a text, and the code points that they are; none where it is
    /// outside.
    pub fn words(self, text: &str) -> Option<(std::ops::Range<u32>, &str)> {
        let (mut at, mut point) = (0, 0);
        let mut found = [None, None];
        let ends = text.char_indices().map(|(byte, c)| (byte, Some(c)));
        for (byte, c) in ends.chain([(text.len(), None)]) {
            for (wanted, found) in [self.start, self.end].into_iter().zip(&mut found) {
                if at == wanted {
                    *found = Some((byte, point));
                }
            }
            at += match (self.unit, c) {
                (Unit::Utf16, Some(c)) => c.len_utf16() as u32,
                _ => 1,
            };
            point += 1;
            if at > self.end {
                break;
            }
        }
        let [(from, start), (to, end)] = [found[0]?, found[1]?];
        Some((start..end, text.get(from..to)?))
    }
}

impl Source {
    /// The name to tell a reader.
    pub fn name(&self) -> &str {
        let id = self.id.as_ref().map(ArticleId::as_str);
        let url = self.url.as_deref();
        url.or(id).or(self.title.as_deref()).unwrap_or_default()
    }
}

/// A UUID in lower case from what may be one, with or without `urn:uuid:`.
pub(super) fn uuid(text: &str) -> Option<String> {
    let bare = text.strip_prefix(super::w3c::UUID).unwrap_or(text);
    let right = |(nth, b): (usize, u8)| match nth {
        8 | 13 | 18 | 23 => b == b'-',
        _ => b.is_ascii_hexdigit(),
    };
    let is = bare.len() == 36 && bare.bytes().enumerate().all(right);
    is.then(|| bare.to_ascii_lowercase())
}

/// A UUID that is always the same for the same name: of version 8, by the SHA-256 of the name
/// (RFC 9562, appendix B.2).
pub(super) fn hashed(name: &str) -> String {
    let digest = Sha256::digest(format!("hashiya {name}").as_bytes());
    let mut bytes: [u8; 16] = std::array::from_fn(|nth| digest[nth]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::with_capacity(36);
    for (nth, byte) in bytes.iter().enumerate() {
        let hyphen = if [4, 6, 8, 10].contains(&nth) {
            "-"
        } else {
            ""
        };
        let _ = write!(id, "{hyphen}{byte:02x}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_in_their_unit() {
        let words = |start, end, unit| Position { start, end, unit }.words("أ😀ب ج");
        assert_eq!(words(2, 3, Unit::Point), Some((2..3, "ب")));
        assert_eq!(words(3, 4, Unit::Utf16), Some((2..3, "ب")));
        assert_eq!(words(2, 4, Unit::Utf16), None);
        assert_eq!(words(4, 5, Unit::Point), Some((4..5, "ج")));
        assert_eq!(words(4, 6, Unit::Point), None);
        assert_eq!(words(3, 2, Unit::Point), None);
    }

    #[test]
    fn a_name_has_one_uuid() {
        let id = hashed("https://example.org/annotation/1");
        assert_eq!(uuid(&id).as_ref(), Some(&id));
        assert_eq!(&id[14..15], "8");
        assert_eq!(id, hashed("https://example.org/annotation/1"));
        let upper = "urn:uuid:0198C5DE-1A2B-7C3D-8E4F-5A6B7C8D9E0F";
        assert_eq!(uuid(upper).unwrap(), "0198c5de-1a2b-7c3d-8e4f-5a6b7c8d9e0f");
        assert_eq!(uuid("0198c5de"), None);
    }
}
