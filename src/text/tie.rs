//! Which words does a good typesetter keep on one row?
//!
//! A tailoring above UAX #14, given up rather than overflow: no break after a lone
//! particle (بـ، الـ، و), after an abbreviation (د. أ.), between a number and its unit,
//! before a spaced dash, before a footnote mark.

use std::sync::LazyLock;

use super::word_list;

static PARTICLES: LazyLock<Vec<&str>> =
    LazyLock::new(|| word_list(include_str!("../../assets/text/particles.txt")));
static TITLES: LazyLock<Vec<&str>> =
    LazyLock::new(|| word_list(include_str!("../../assets/text/titles.txt")));
static UNITS: LazyLock<Vec<&str>> =
    LazyLock::new(|| word_list(include_str!("../../assets/text/units.txt")));

/// Longer words are in no list (bytes).
const LONGEST: usize = 10;

/// Whether the words on both sides of this break opportunity, a byte of the text, should
/// stay together. Nothing is cut off there either.
pub fn holds(text: &str, byte: usize) -> bool {
    let (before, after) = text.split_at(byte);
    if !before.ends_with(' ') {
        return false;
    }
    // a dash or a bracket, by its first byte
    if matches!(after.as_bytes().first(), Some(b'-' | b'[' | b'(' | 0xe2))
        && (begins_dash(after) || begins_footnote(after))
    {
        return true;
    }
    let before = before.trim_end_matches(' ');
    match before.chars().next_back() {
        Some(c) if is_digit(c) => begins_unit(after),
        // particles and titles are one letter, or end so
        Some(c) if matches!(c, 'ـ' | '.') || opens(&before[..before.len() - c.len_utf8()]) => {
            last_word(before).is_some_and(|word| {
                let word = word.trim_start_matches(OPENING);
                PARTICLES.contains(&word) || TITLES.contains(&word)
            })
        }
        _ => false,
    }
}

const OPENING: [char; 5] = ['(', '[', '«', '"', '“'];

/// Whether a word begins after this text.
fn opens(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|c| c == ' ' || OPENING.contains(&c))
}

/// The last word, unless it is longer than any that could hold.
fn last_word(text: &str) -> Option<&str> {
    let from = text.len().saturating_sub(2 * LONGEST);
    let space = text.as_bytes()[from..].iter().rposition(|b| *b == b' ');
    match space {
        Some(at) => Some(&text[from + at + 1..]),
        None => (from == 0).then_some(text),
    }
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '²' | '³')
}

fn begins_dash(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(
        chars.next(),
        Some('…' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    ) && matches!(chars.next(), Some(' ') | None)
}

/// `[12]` or `(3)`, in either digits.
fn begins_footnote(text: &str) -> bool {
    let close = match text.chars().next() {
        Some('[') => ']',
        Some('(') => ')',
        _ => return false,
    };
    let digits = text[1..]
        .chars()
        .take(4)
        .take_while(|c| c.is_numeric())
        .count();
    (1..=3).contains(&digits) && text[1..].chars().nth(digits) == Some(close)
}

fn begins_unit(text: &str) -> bool {
    let end = text
        .char_indices()
        .find(|(_, c)| {
            c.is_whitespace()
                || matches!(c, '.' | '،' | ',' | '؛' | ')' | ']' | '»' | ':' | '!' | '؟')
        })
        .map_or(text.len(), |(at, _)| at)
        .min(2 * LONGEST);
    text.get(..end).is_some_and(|word| UNITS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_hold() {
        for (text, holds_at) in [
            ("قال د. سالم", "سالم"),
            ("عام 2024 م ثم", "م ثم"),
            ("نحو 30 كم شمالًا", "كم"),
            ("سنة ٦١ هـ في", "هـ"),
            ("قال – وهو", "– وهو"),
            ("(كلام) … نعم", "… نعم"),
            ("كما ورد [12] هنا", "[12]"),
            ("الـ 80 عامًا", "80"),
        ] {
            assert!(holds(text, text.find(holds_at).unwrap()), "{text}");
        }
        for (text, free_at) in [
            ("قال الوزير", "الوزير"),
            ("عام 2024 مضى", "مضى"),
            ("في (بيان) له", "(بيان)"),
        ] {
            assert!(!holds(text, text.find(free_at).unwrap()), "{text}");
        }
    }
}
