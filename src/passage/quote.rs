//! Where does a quote stand in a text?

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::loose::{Loose, occurrences, trimmed};
use crate::text::fold;

/// Every place where a quote stands in a text, in code points and in order: the very words;
/// where they stand nowhere, what equals them when harakat, tatweel, invisible signs, kinds
/// of space and the style of quotation marks do not count. Words that leave out the marks on
/// their last letter are not the very words. Only places that follow the prefix and precede
/// the suffix, over blanks too, which are compared in that second way.
pub fn find_quote(
    text: &str,
    quote: &str,
    prefix: Option<&str>,
    suffix: Option<&str>,
) -> Vec<Range<u32>> {
    let quote = quote.trim();
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(quote);
    let loose = Loose::spelled(text);
    let around = |side: Option<&str>| Loose::spelled(side.unwrap_or_default());
    let (prefix, suffix) = (around(prefix), around(suffix));
    let fits = |points: &Range<u32>| {
        let before = &loose.letters()[..loose.at(points.start)];
        let after = &loose.letters()[loose.at(points.end)..];
        trimmed(before).ends_with(prefix.trimmed()) && trimmed(after).starts_with(suffix.trimmed())
    };
    for words in [quote, &composed] {
        let exact: Vec<Range<u32>> = exactly(text, words).into_iter().filter(fits).collect();
        if !exact.is_empty() {
            return exact;
        }
    }
    let wanted = Loose::spelled(&composed);
    let wanted = wanted.trimmed();
    occurrences(loose.letters(), wanted)
        .map(|start| loose.source(start..start + wanted.len()))
        .filter(fits)
        .collect()
}

fn exactly(text: &str, quote: &str) -> Vec<Range<u32>> {
    let length = quote.chars().count() as u32;
    let bearing = !quote.ends_with(invisible);
    let (mut byte, mut point) = (0, 0);
    let mut found = Vec::new();
    for start in occurrences(text.as_bytes(), quote.as_bytes()) {
        point += text[byte..start].chars().count() as u32;
        byte = start;
        let after = &text[start + quote.len()..];
        let marked = bearing && after.chars().next().is_some_and(stands_on);
        if !marked {
            found.push(point..point + length);
        }
    }
    found
}

/// Whether a character stands on the one before it: the fold leaves it out, and it is no
/// tatweel.
fn stands_on(c: char) -> bool {
    c != '\u{640}' && !invisible(c) && fold(c.encode_utf8(&mut [0; 4])).is_empty()
}

/// Signs without a shape, on which nothing stands and which stand on nothing.
fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, quote: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        find_quote(text, quote, None, None)
            .into_iter()
            .map(|r| chars[r.start as usize..r.end as usize].iter().collect())
            .collect()
    }

    #[test]
    fn the_very_words_come_before_those_that_are_read_alike() {
        assert_eq!(found("قال نعم ثم قالَ نعم", "قال نعم"), ["قال نعم"]);
        assert_eq!(found("قالَ  «نعـم» ثم", "قال \"نعم\""), ["قالَ  «نعـم»"]);
        assert_eq!(found("كتبَ ثم كتب", "كتب"), ["كتب"]);
        assert_eq!(found("كتبَ ثم كتبُ", "كتب"), ["كتبَ", "كتبُ"]);
        assert_eq!(found("كتب\u{202d}\u{670} ثم", "كتب"), ["كتب"]);
        let invisible = "كتب\u{200b}";
        assert_eq!(found("كتب\u{200b}\u{64b} ثم", invisible), [invisible]);
        assert!(found("على الباب", "علي الباب").is_empty());
        assert!(found("نص", "").is_empty() && found("نص", "ـ").is_empty());
    }

    #[test]
    fn what_stands_around_chooses_among_several() {
        let text = "قال نعم، ثم قال لا، ثم قال ذلك";
        let starts = |prefix, suffix| {
            let found = find_quote(text, "قال", prefix, suffix).into_iter();
            found.map(|place| place.start).collect::<Vec<_>>()
        };
        assert_eq!(starts(None, None), [0, 12, 23]);
        assert_eq!(starts(None, Some("لا،")), [12]);
        assert_eq!(starts(Some("ثُم"), None), [12, 23]);
        assert_eq!(starts(Some("لا، ثم "), Some(" ذلك")), [23]);
        assert!(starts(Some("لا"), Some("نعم")).is_empty());
    }
}
