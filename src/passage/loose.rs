//! How is a text read when harakat, spelling, spaces and the style of quotation marks do not count?

use std::ops::Range;

use crate::text::fold_letters;

/// The letters that count, each knowing the code point it came from.
pub(super) struct Loose {
    letters: Vec<char>,
    /// For each letter the code point where its character begins; one more, the text's end.
    origin: Vec<u32>,
}

impl Loose {
    /// Folds a text, with one blank for any run of them and one quotation mark for all.
    pub(super) fn of(text: &str) -> Self {
        Self::gathered(text, |_, folded| folded)
    }

    /// The same but for spelling: what the fold leaves out is left out, the rest stays.
    pub(super) fn spelled(text: &str) -> Self {
        Self::gathered(text, |own, folded| match own {
            // one character of several letters
            '\u{fb50}'..='\u{fbff}' | '\u{fe70}'..='\u{fefc}' => folded,
            own => own,
        })
    }

    fn gathered(text: &str, spelled: impl Fn(char, char) -> char) -> Self {
        let mut letters = Vec::with_capacity(text.len() / 2);
        let mut origin = Vec::with_capacity(text.len() / 2 + 1);
        fold_letters(text, |point, own, folded| {
            let letter = match spelled(own, folded) {
                c @ 'ء'..='ي' => c,
                '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '\'' => {
                    '"'
                }
                c if c.is_whitespace() => ' ',
                c => c,
            };
            if letter != ' ' || letters.last() != Some(&' ') {
                letters.push(letter);
                origin.push(point);
            }
        });
        origin.push(text.chars().count() as u32);
        Self { letters, origin }
    }

    /// The letters.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// The letters without a blank at either end.
    pub(super) fn trimmed(&self) -> &[char] {
        trimmed(&self.letters)
    }

    /// The first letter that comes from this code point or one after it.
    pub(super) fn at(&self, point: u32) -> usize {
        let at = self.origin.partition_point(|origin| *origin < point);
        at.min(self.letters.len())
    }

    /// The code points of some letters, with the marks on the last of them.
    pub(super) fn source(&self, letters: Range<usize>) -> Range<u32> {
        let start = self.origin[letters.start];
        // one character may be several letters
        let last = self.origin[letters.end.saturating_sub(1).max(letters.start)];
        let rest = &self.origin[letters.end..];
        let end = rest.iter().copied().find(|origin| *origin > last);
        start..end.unwrap_or(self.origin[self.letters.len()])
    }
}

/// Letters without a blank at either end; there is never more than one.
pub(super) fn trimmed(letters: &[char]) -> &[char] {
    let letters = letters.strip_prefix(&[' ']).unwrap_or(letters);
    letters.strip_suffix(&[' ']).unwrap_or(letters)
}

/// Where a sequence occurs in another, also where occurrences overlap: by Knuth, Morris and
/// Pratt, in linear time whatever both hold. None for the empty sequence.
pub(super) fn occurrences<'a, T: PartialEq>(
    within: &'a [T],
    wanted: &'a [T],
) -> impl Iterator<Item = usize> + 'a {
    // how much of the beginning stands again at the end of each beginning
    let mut border = vec![0; wanted.len()];
    let mut matched = 0;
    for at in 1..wanted.len() {
        while matched > 0 && wanted[at] != wanted[matched] {
            matched = border[matched - 1];
        }
        matched += usize::from(wanted[at] == wanted[matched]);
        border[at] = matched;
    }
    let mut matched = 0;
    within.iter().enumerate().filter_map(move |(at, next)| {
        if wanted.is_empty() {
            return None;
        }
        while matched > 0 && (matched == wanted.len() || wanted[matched] != *next) {
            matched = border[matched - 1];
        }
        matched += usize::from(wanted[matched] == *next);
        (matched == wanted.len()).then(|| at + 1 - matched)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_read_alike() {
        let letters = |text| Loose::of(text).letters().iter().collect::<String>();
        assert_eq!(
            letters("قالَ  «نعـم»\n\u{200f}ثم"),
            letters("قال \"نعم\" ثم")
        );
    }

    #[test]
    fn letters_know_their_code_points() {
        let loose = Loose::of("«قَالَ»  لَهُ ﷲ ﻼ");
        let text: Vec<char> = "«قَالَ»  لَهُ ﷲ ﻼ".chars().collect();
        let said = |letters| {
            let source = loose.source(letters);
            text[source.start as usize..source.end as usize]
                .iter()
                .collect::<String>()
        };
        assert_eq!(said(1..4), "قَالَ");
        assert_eq!(said(6..8), "لَهُ");
        let last = loose.letters().len();
        assert_eq!(said(last - 2..last - 1), "ﻼ");
        assert_eq!(loose.at(1), 1);
        assert_eq!(loose.at(9), 6);
    }

    #[test]
    fn occurrences_may_overlap() {
        let found = |within: &str, wanted: &str| {
            occurrences(within.as_bytes(), wanted.as_bytes()).collect::<Vec<_>>()
        };
        assert_eq!(found("aabaabaa", "aabaa"), [0, 3]);
        assert_eq!(found("aaaa", "aa"), [0, 1, 2]);
        assert!(found("abc", "").is_empty());
        assert!(found("", "a").is_empty());
    }
}
