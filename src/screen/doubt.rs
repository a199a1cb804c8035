//! About the width of which cells may a terminal be of another opinion?
//!
//! Where a terminal stands after such a cell is not known: the cursor is moved after it, and
//! the cell that it may have reached over is written again ([`super::Screen`]). No doubt is
//! about:
//! - ASCII; Arabic and Hebrew letters, digits and signs, the joined forms and lam-alefs;
//! - Latin, Greek and Cyrillic letters, punctuation, arrows, box lines, blocks and shapes, but
//!   those that may be pictures, and the ambiguous ones as long as the terminal has not told;
//! - accents, harakat and points on these, and direction marks of our own;
//! - Chinese, Japanese and Korean characters, which are wide everywhere.
//!
//! So there is doubt about pictures and their sequences, flags, whatever holds ZWNJ, ZWJ or a
//! selector of variations, letters with spacing marks (Devanagari, Thai), U+FDF0–FDFF, and all
//! scripts that a terminal's table may be older than.

use icu_properties::{CodePointSetData, props::ExtendedPictographic};
use ratatui_core::buffer::CellWidth;

use crate::text::is_ambiguous;

/// What is known of ambiguous characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambiguous {
    /// Nothing yet: they are taken for narrow.
    Unknown,
    /// They have one cell.
    Narrow,
    /// They have two.
    Wide,
}

/// Whether there is doubt about the width of a cell that holds this.
pub(super) fn is_doubtful(symbol: &str, ambiguous: Ambiguous) -> bool {
    // a letter with a size of its own
    if symbol.starts_with('\x1b') {
        return false;
    }
    let mut chars = symbol.chars();
    let base = chars.next().is_some_and(|c| is_certain(c, ambiguous));
    !(base && chars.all(is_certain_mark))
}

fn is_certain(c: char, ambiguous: Ambiguous) -> bool {
    let known = match c {
        ' '..='~' | '\u{620}'..='\u{64a}' | '\u{660}'..='\u{66d}' | '\u{fe80}'..='\u{fefc}' => {
            return true;
        }
        // Latin to Cyrillic, Hebrew, Arabic, joined forms
        '\u{a1}'..='\u{2ff}'
        | '\u{370}'..='\u{52f}'
        | '\u{5be}'..='\u{5f4}'
        | '\u{606}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{fb50}'..='\u{fbff}'
        | '\u{fe70}'..='\u{fe7f}'
        // punctuation, currencies, arrows to shapes, check marks
        | '\u{1e00}'..='\u{1eff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{20a0}'..='\u{20ac}'
        | '\u{2190}'..='\u{22ff}'
        | '\u{2500}'..='\u{2605}'
        | '\u{2713}'
        | '\u{2800}'
        | '\u{fffd}' => c.encode_utf8(&mut [0; 4]).cell_width() == 1,
        // kana, ideographs, syllables, wide forms
        '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff60}' => true,
        _ => false,
    };
    known
        && (ambiguous == Ambiguous::Narrow || !is_ambiguous(c))
        && !CodePointSetData::new::<ExtendedPictographic>().contains(c)
}

/// What stands on a letter without moving the cursor, in all terminals that were looked at.
fn is_certain_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'..='\u{5c7}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{200e}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_doubt_about_what_is_mostly_read() {
        for symbol in [
            "a",
            " ",
            "ﺑ\u{64e}\u{651}",
            "ﻻ",
            "٣",
            "،",
            "«",
            "é",
            "e\u{301}",
            "ב",
            "漢",
            "✓",
            "ﺐ\u{200e}",
            "\u{2800}",
            "پ",
            "\x1b]66;w=1;ﺐ\x1b\\",
        ] {
            assert!(!is_doubtful(symbol, Ambiguous::Narrow), "{symbol}");
        }
    }

    #[test]
    fn there_is_doubt_about_what_terminals_count_differently() {
        for symbol in [
            "🙂",
            "🇯🇴",
            "❤",
            "❤\u{fe0f}",
            "☎",
            "↔",
            "ﷺ",
            "ﷲ",
            "ﺐ\u{200c}",
            "कि",
            "น\u{e33}",
            "\u{1e900}",
            "𐎝",
            "",
        ] {
            assert!(is_doubtful(symbol, Ambiguous::Narrow), "{symbol}");
        }
    }

    #[test]
    fn ambiguous_signs_are_doubted_until_the_terminal_has_told() {
        for symbol in ["│", "…", "é", "“"] {
            assert!(is_doubtful(symbol, Ambiguous::Unknown), "{symbol}");
            assert!(is_doubtful(symbol, Ambiguous::Wide), "{symbol}");
            assert!(!is_doubtful(symbol, Ambiguous::Narrow), "{symbol}");
        }
    }
}
