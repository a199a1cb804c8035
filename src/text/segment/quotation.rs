//! Where do quotations begin and end?

use std::ops::Range;

/// Stands for what closes „: ” or “.
const LOW: char = '„';

/// Quotations nest no deeper; what opens beyond is taken for a stray mark.
const DEEPEST: usize = 16;

/// The quotations of a text with their marks, by their start; they may be nested. One that
/// is never closed ends with the text, or with the quotation around it.
///
/// `"` closes where one is open. `'` opens only before a letter and after none, and closes
/// only where no letter follows, so that an apostrophe is none.
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new(); // the mark that closes, where it opened
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let may_close = c != '\'' || !after.is_alphanumeric();
        let closes = |closing: char| closing == c || (closing == LOW && matches!(c, '“' | '”'));
        let depth = open
            .iter()
            .rposition(|(closing, _)| closes(*closing))
            .filter(|_| may_close);
        if let Some(depth) = depth {
            let end = at + c.len_utf8();
            let (_, start) = open[depth];
            found.extend(open.drain(depth..).skip(1).map(|(_, start)| start..at));
            found.push(start..end);
        } else if let Some(closing) = closing(c, before, after)
            && open.len() < DEEPEST
        {
            open.push((closing, at));
        }
        before = c;
    }
    found.extend(open.into_iter().map(|(_, start)| start..text.len()));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found
}

/// What stands between the marks of a quotation; the one that closes it may be missing.
pub fn quoted(text: &str, quotation: &Range<usize>) -> Range<usize> {
    let whole = &text[quotation.clone()];
    let Some(open) = whole.chars().next() else {
        return quotation.clone();
    };
    let inner = &whole[open.len_utf8()..];
    let after = inner.chars().next().unwrap_or(' ');
    let closed = inner.chars().next_back().filter(|last| {
        let closing = closing(open, ' ', after);
        closing == Some(*last) || closing == Some(LOW) && matches!(last, '“' | '”')
    });
    let start = quotation.start + open.len_utf8();
    start..quotation.end - closed.map_or(0, char::len_utf8)
}

/// The mark that closes what this character opens here.
fn closing(c: char, before: char, after: char) -> Option<char> {
    match c {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some(LOW),
        '‘' => Some('’'),
        '"' => Some('"'),
        '\'' if after.is_alphanumeric() && !before.is_alphanumeric() => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_quoted_stands_between_the_marks() {
        for text in [
            "قال «نعم (لا)» ثم",
            "قال “نعم (لا)” ثم",
            "قال „نعم (لا)“ ثم",
            "قال «نعم (لا)",
        ] {
            let quotation = &quotations(text)[0];
            assert_eq!(&text[quoted(text, quotation)], "نعم (لا)");
        }
    }

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn quotations_are_found_nested_and_unclosed() {
        assert_eq!(found("قال «نعم “هو” كذلك» ثم"), ["«نعم “هو” كذلك»", "“هو”"]);
        assert_eq!(found("قال \"نعم\" و\"لا\""), ["\"نعم\"", "\"لا\""]);
        assert_eq!(found("it's 'so' isn't it"), ["'so'"]);
        assert_eq!(found("قال «نعم ثم مضى"), ["«نعم ثم مضى"]);
        assert_eq!(
            found("قال «نعم “هو كذلك» ثم"),
            ["«نعم “هو كذلك»", "“هو كذلك"]
        );
        assert_eq!(found("قال „نعم“ ثم „لا”"), ["„نعم“", "„لا”"]);
        assert!(found("لا شيء » هنا").is_empty());
    }
}
