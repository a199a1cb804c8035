//! What may a tag be called, and how is it found?

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::text::fold;

/// Code points of a name at most.
const LONGEST: usize = 200;

/// Why a tag cannot be called so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing to be seen is left of it.
    Empty,
    /// It holds a control character.
    Control,
    /// It has more than 200 code points.
    Long,
}

impl NameFault {
    /// The name of the fault in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Control => "control",
            Self::Long => "long",
        }
    }
}

/// The name as it is kept: composed (NFC), without signs of direction, with single blanks and
/// none at its ends, and without the `#` that tags are shown with.
pub fn tag_name(name: &str) -> Result<String, NameFault> {
    let name = ComposingNormalizerBorrowed::new_nfc().normalize(name);
    let name = squeezed(&name.replace(directs, ""));
    let name = name.strip_prefix('#').unwrap_or(&name).trim_start();
    if name.contains(char::is_control) {
        Err(NameFault::Control)
    } else if fold(name).trim().is_empty() {
        Err(NameFault::Empty)
    } else if name.chars().count() > LONGEST {
        Err(NameFault::Long)
    } else {
        Ok(name.to_owned())
    }
}

/// How a name is found: folded, its words without ال, with single blanks.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().map(without_article).collect();
    words.join(" ")
}

fn without_article(word: &str) -> &str {
    word.strip_prefix("ال")
        .filter(|rest| rest.chars().nth(1).is_some())
        .unwrap_or(word)
}

/// Whether a sign says nothing but in which direction text runs.
fn directs(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One blank for any run of white space, none at the ends.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_composed_and_squeezed() {
        assert_eq!(tag_name("  سياسة \u{a0} خارجية\n").unwrap(), "سياسة خارجية");
        assert_eq!(tag_name("e\u{301}").unwrap(), "é");
        assert_eq!(tag_name(" \u{200f} "), Err(NameFault::Empty));
        assert_eq!(tag_name("أ\u{1b}[31m"), Err(NameFault::Control));
        assert!(tag_name(&"س".repeat(200)).is_ok());
        assert_eq!(tag_name(&"س".repeat(201)), Err(NameFault::Long));
    }

    #[test]
    fn what_a_name_is_shown_with_is_no_part_of_it() {
        assert_eq!(tag_name("#سياسة").unwrap(), "سياسة");
        assert_eq!(tag_name(" \u{200f}# سياسة").unwrap(), "سياسة");
        assert_eq!(tag_name("##سياسة #1").unwrap(), "#سياسة #1");
        assert_eq!(
            tag_name("\u{2068}سيا\u{202e}سة\u{2069}\u{61c}").unwrap(),
            "سياسة"
        );
        assert_eq!(tag_name("سيا\u{200c}سة").unwrap(), "سيا\u{200c}سة");
        for empty in ["#", " # ", "\u{200e}#\u{200f}"] {
            assert_eq!(tag_name(empty), Err(NameFault::Empty));
        }
    }

    #[test]
    fn spellings_of_a_name_have_one_key() {
        for name in ["السياسة الخارجيّة", "سياسه خارجية", "سـياسة  الخارجية"]
        {
            assert_eq!(key(name), "سياسه خارجيه");
        }
        assert_eq!(key("الأمم المتحدة"), key("أمم متحده"));
        assert_ne!(key("ال"), "");
        assert_eq!(key("آل سعود"), "ال سعود");
    }
}
