//! Where do clauses and sentences end?
//!
//! Arabic newspapers write sentences of thirty words, so the clause is what a reader tags.
//! It ends at ، ؛ : . ؟ ! …, at a spaced dash, and at the edges of a quotation of some
//! length (a word or two in quotation marks stay in their clause). Abbreviations end nothing.

use std::{ops::Range, sync::LazyLock};

use super::quotations;
use crate::text::word_list;

static ABBREVIATIONS: LazyLock<Vec<&str>> =
    LazyLock::new(|| word_list(include_str!("../../../assets/text/abbreviations.txt")));

/// A quotation of fewer words stays in its clause.
const QUOTED_WORDS: usize = 4;

/// A stretch of text up to a mark that parts it from the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its bytes, the mark and closing quotation marks included.
    pub range: Range<usize>,
    /// Whether a sentence ends with it.
    pub ends_sentence: bool,
}

/// The clauses of a paragraph. What is not white space is in exactly one of them.
pub fn clauses(text: &str) -> Vec<Clause> {
    let quoted: Vec<Range<usize>> = quotations(text)
        .into_iter()
        .filter(|q| text[q.clone()].split_whitespace().count() >= QUOTED_WORDS)
        .collect();
    let mut edges: Vec<usize> = quoted.iter().flat_map(|q| [q.start, q.end]).collect();
    edges.sort_unstable();
    let mut edges = edges.into_iter().peekable();
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        while edges.next_if(|edge| *edge <= start).is_some() {}
        if edges.peek() == Some(&at) {
            push(&mut clauses, text, start..at, false);
            start = at;
        }
        match end_at(text, at) {
            Some((end, ends_sentence)) => {
                push(&mut clauses, text, start..end, ends_sentence);
                (start, at) = (end, end);
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    push(&mut clauses, text, start..text.len(), true);
    if let Some(last) = clauses.last_mut() {
        last.ends_sentence = true;
    }
    clauses
}

/// The sentences of a paragraph: clauses up to . ؟ or !
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    grouped(&clauses(text))
}

/// The sentences that clauses make.
pub fn grouped(clauses: &[Clause]) -> Vec<Range<usize>> {
    clauses
        .chunk_by(|clause, _| !clause.ends_sentence)
        .map(|sentence| sentence[0].range.start..sentence[sentence.len() - 1].range.end)
        .collect()
}

/// Adds what is left of a stretch without the space around it; closing marks alone go to
/// the clause before.
fn push(clauses: &mut Vec<Clause>, text: &str, range: Range<usize>, ends_sentence: bool) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start >= end {
        return;
    }
    let has_words = text[start..end].contains(char::is_alphanumeric);
    match clauses.last_mut() {
        Some(before) if !has_words => {
            before.range.end = end;
            before.ends_sentence |= ends_sentence;
        }
        _ => clauses.push(Clause {
            range: start..end,
            ends_sentence,
        }),
    }
}

/// Where a clause ends whose first closing mark stands at this byte, and whether a sentence does.
fn end_at(text: &str, at: usize) -> Option<(usize, bool)> {
    let mark = text[at..].chars().next()?;
    if !matches!(
        mark,
        '،' | '؛' | ':' | '.' | '؟' | '!' | '?' | '…' | ';' | ',' | '–' | '—' | '-'
    ) {
        return None;
    }
    let before = text[..at].chars().next_back();
    let run = text[at..]
        .find(|c| !matches!(c, '.' | '؟' | '!' | '?' | '…'))
        .unwrap_or(text.len() - at);
    let marks = &text[at..at + run.max(mark.len_utf8())];
    let end = at + marks.len();
    let after = text[end..].chars().next();
    let digits = |c: Option<char>| c.is_some_and(char::is_numeric);
    let parted = after.is_none_or(|c| c.is_whitespace() || is_closing(c));
    let ends = match mark {
        '،' | '؛' => !(digits(before) && digits(after)),
        ',' | ';' | ':' => parted,
        '–' | '—' | '-' => parted && before.is_none_or(char::is_whitespace),
        '.' if marks == "." => parted && !is_abbreviation(&text[..at]),
        '?' | '!' if marks.len() == 1 => !after.is_some_and(|c| c.is_ascii_alphanumeric()),
        // `..` and `…` part clauses also between words
        _ => true,
    };
    if !ends {
        return None;
    }
    let sentence = marks == "."
        || marks.contains(['؟', '!', '?'])
        || (marks.starts_with(['.', '…']) && after.is_none());
    let closing = text[end..]
        .find(|c| !is_closing(c))
        .unwrap_or(text.len() - end);
    Some((end + closing, sentence))
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '}')
}

/// The longest abbreviation, in bytes, and one letter more.
const LONGEST: usize = 16;

/// Whether the text ends with a word after which a full stop ends nothing: one letter, or
/// a word of the list.
fn is_abbreviation(text: &str) -> bool {
    let mut from = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let edge = |c: char| c.is_whitespace() || matches!(c, '(' | '«' | '"' | '“');
    let Some(at) = text[from..].rfind(edge) else {
        return from == 0 && is_short(text);
    };
    let edge = text[from + at..].chars().next().map_or(0, char::len_utf8);
    is_short(&text[from + at + edge..])
}

fn is_short(word: &str) -> bool {
    let mut letters = word.chars();
    let one = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    one || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        clauses(text).into_iter().map(|c| &text[c.range]).collect()
    }

    #[test]
    fn clauses_end_where_a_reader_pauses() {
        for (text, expected) in [
            (
                "قال الوزير، وهو يبتسم: لا.",
                vec!["قال الوزير،", "وهو يبتسم:", "لا."],
            ),
            (
                "بلغت 1،200 و5.5% في 10:30",
                vec!["بلغت 1،200 و5.5% في 10:30"],
            ),
            ("قال د. سالم أ.د. علي.", vec!["قال د. سالم أ.د. علي."]),
            ("هو «سؤال» سهل", vec!["هو «سؤال» سهل"]),
            (
                "قال «لن نعود إلى ذلك أبدًا» ثم مضى",
                vec!["قال", "«لن نعود إلى ذلك أبدًا»", "ثم مضى"],
            ),
            ("أحقًا؟! نعم", vec!["أحقًا؟!", "نعم"]),
            ("صمت.. ثم عاد…", vec!["صمت..", "ثم عاد…"]),
            (
                "موسكو – وهي بعيدة – ردت",
                vec!["موسكو –", "وهي بعيدة –", "ردت"],
            ),
            ("", vec![]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_end_at_full_stops_and_questions() {
        let text = "قال: نعم، ثم قال: لا. أحقًا؟! بلى";
        let found: Vec<&str> = sentences(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["قال: نعم، ثم قال: لا.", "أحقًا؟!", "بلى"]);
    }
}
