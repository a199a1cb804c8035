//! Which whole clusters does a span of a text cover?

use std::ops::Range;

use super::{Direction, Typesetter, paragraphs, property::Properties};

/// The bytes of the cluster that holds this byte of a text; of the character where it is in
/// none. Only the words around it are set.
///
/// # Panics
/// If no character begins there.
pub fn cluster(text: &str, at: usize) -> Range<usize> {
    let area = two_words_before(text, at)..two_words_after(text, at);
    let paragraph = paragraphs(&text[area.clone()])
        .into_iter()
        .map(|p| area.start + p.start..area.start + p.end)
        .find(|p| p.contains(&at));
    let set = paragraph.and_then(|bytes| {
        let set = Typesetter::default().set(&text[bytes.clone()], Direction::Rtl, &[]);
        let found = set.cluster(set.cluster_at_byte(at - bytes.start)?).bytes;
        Some(bytes.start + found.start..bytes.start + found.end)
    });
    set.unwrap_or_else(|| {
        let char = text[at..].chars().next();
        at..at + char.map_or(0, char::len_utf8)
    })
}

/// The span widened to whole clusters, without white space at its ends; both in bytes of the
/// text. Empty where only white space is left.
///
/// Only the words around both ends are set: a long text costs no more than a short one.
///
/// # Panics
/// If the span does not begin and end at characters of the text.
pub fn whole(text: &str, span: Range<usize>) -> Range<usize> {
    let span = trimmed(text, span);
    if span.is_empty() {
        return span;
    }
    let start = cluster(text, span.start).start;
    let last = text[span.clone()].chars().next_back();
    let end = cluster(text, span.end - last.map_or(0, char::len_utf8)).end;
    trimmed(text, start..end.max(span.end))
}

/// Where the second white space before a byte begins: a cluster there may hold one of them.
fn two_words_before(text: &str, at: usize) -> usize {
    let first = text[..at].rfind(char::is_whitespace).unwrap_or(0);
    text[..first].rfind(char::is_whitespace).unwrap_or(0)
}

/// Where the second white space after a byte begins.
fn two_words_after(text: &str, at: usize) -> usize {
    let mut spaces = text[at..].match_indices(char::is_whitespace);
    let after = spaces.by_ref().map(|(i, _)| at + i).find(|i| *i > at);
    after
        .and_then(|_| spaces.next())
        .map_or(text.len(), |(i, _)| at + i)
}

/// The span without white space at its ends, and without what only stands on that.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let properties = Properties::default();
    let stands_on = |c: char| {
        let property = properties.of(c);
        (property.is_invisible() || property.is_mark()) && !c.is_whitespace()
    };
    let mut part = &text[span.clone()];
    loop {
        let bare = part.trim_end_matches(stands_on);
        if !bare.ends_with(char::is_whitespace) {
            break;
        }
        part = bare.trim_end();
    }
    let end = span.start + part.len();
    while part.starts_with(char::is_whitespace) {
        part = part.trim_start().trim_start_matches(stands_on);
    }
    end - part.len()..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn wholly(text: &str, wanted: &str) -> String {
        let at = text.find(wanted).unwrap();
        text[whole(text, at..at + wanted.len())].to_owned()
    }

    #[test]
    fn a_span_takes_in_marks_and_lam_alef() {
        assert_eq!(wholly("ثم كتبَ درسا", "كتب"), "كتبَ");
        assert_eq!(wholly("ثم قلا درسا", "قل"), "قلا");
        assert_eq!(wholly("ثم قلا درسا", "ا درس"), "لا درس");
        assert_eq!(wholly("👩\u{200d}💻", "💻"), "👩\u{200d}💻");
    }

    #[test]
    fn blanks_and_line_feeds_stay_outside() {
        assert_eq!(wholly("أ \n ب ج\n د", " \n ب ج\n "), "ب ج");
        assert_eq!(wholly("أ \u{200f} ب \u{200f}", " \u{200f} ب \u{200f}"), "ب");
        assert_eq!(wholly("أ \u{64b} ب \u{64b}ج", " \u{64b} ب \u{64b}"), "ب");
        assert_eq!(wholly("أ \n ب", " \n "), "");
        assert_eq!(wholly("أ\r\nب", "أ\r"), "أ");
        assert_eq!(wholly("أ\nب", "أ\nب"), "أ\nب");
    }
}
