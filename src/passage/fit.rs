//! What of a place that is like a quote are the quote's own words?
//!
//! # Steps
//! 1. The letters of both are aligned; of the alignment that part is kept in which what stays
//!    outweighs what differs, twice counted.
//! 2. Words at its ends that are none of the quote's there are dropped.
//! 3. The beginning or the end of the quote that is lost by this is joined again where it
//!    stands, unchanged, not far before or behind: something was put in between.

use std::ops::Range;

use super::{
    Selector,
    align::{Run, aligned},
    distance::Pattern,
    loose::{Loose, occurrences, trimmed},
};

/// A beginning or end of a quote of so many letters stands nowhere by chance.
const END: usize = 16;
/// No more letters are put in between; a quote takes no more than it has itself.
const BETWEEN: usize = 512;
/// A shorter one is that of the quote only this many times its own length away.
const NEARBY: usize = 3;

/// The letters of a quote, with the rest of a word that it cuts.
pub(super) struct Fit {
    letters: Vec<char>,
    /// Where the quote itself stands in them.
    quote: Range<usize>,
}

impl Fit {
    /// What a selector says.
    pub(super) fn new(selector: &Selector) -> Self {
        let (prefix, suffix) = (Loose::of(&selector.prefix), Loose::of(&selector.suffix));
        let quote = Loose::of(&selector.quote);
        let quote = quote.trimmed();
        let within = |letter: Option<&char>| letter.copied().is_some_and(of_word);
        let rest = |letters: &mut dyn Iterator<Item = char>| -> Vec<char> {
            letters.take_while(|letter| of_word(*letter)).collect()
        };
        let mut letters = if within(quote.first()) {
            rest(&mut prefix.letters().iter().rev().copied())
        } else {
            Vec::new()
        };
        letters.reverse();
        let start = letters.len();
        letters.extend(quote);
        let end = letters.len();
        if within(quote.last()) {
            letters.extend(rest(&mut suffix.letters().iter().copied()));
        }
        Self {
            letters,
            quote: start..end,
        }
    }

    /// The quote's letters.
    pub(super) fn quote(&self) -> &[char] {
        &self.letters[self.quote.clone()]
    }

    /// The part of a place, both in letters of a text, that begins and ends with words of the
    /// quote, and how many letters of the quote differ there or are lost, at most `limit`.
    /// What was put in between counts for nothing.
    pub(super) fn fitted(
        &self,
        text: &[char],
        place: Range<usize>,
        limit: usize,
    ) -> Option<(Range<usize>, usize)> {
        let quote = self.quote();
        let most = limit + self.reach(quote.len());
        let (_, runs) = aligned(quote, &text[place.clone()], most)?;
        let same = heaviest(&runs).iter().flat_map(|run| {
            let there = place.start + run.other;
            (0..run.length).map(move |at| (run.one + at, there + at))
        });
        let (first, start) = same.clone().find_map(|pair| self.own(text, pair))?;
        let (last, end) = same.rev().find_map(|pair| self.own(text, pair))?;
        let (kept, stands) = (first.start..last.end, start.start..end.end);
        if kept.is_empty() || stands.is_empty() {
            return None;
        }
        let (within, _) = aligned(&quote[kept.clone()], &text[stands.clone()], limit)?;
        let start = self.head(text, kept.start, stands.start);
        let end = self.tail(text, kept.end, stands.end);
        let lost = |rest: usize, joined: bool| if joined { 0 } else { rest };
        let errors = within
            + lost(kept.start, start.is_some())
            + lost(quote.len() - kept.end, end.is_some());
        let stands = start.unwrap_or(stands.start)..end.unwrap_or(stands.end);
        (errors <= limit).then_some((stands, errors))
    }

    /// Where the quote's beginning and, not too far behind it, its end stand unchanged, in
    /// order; none where they are too many.
    pub(super) fn between_ends(&self, text: &[char], most: usize) -> Option<Vec<Range<usize>>> {
        let quote = self.quote();
        if quote.len() < 2 * END {
            return Some(Vec::new());
        }
        let (head, tail) = (&quote[..END], &quote[quote.len() - END..]);
        let begins: Vec<usize> = occurrences(text, head).take(most + 1).collect();
        let ends = occurrences(text, tail).take(most + 1).map(|at| at + END);
        let ends: Vec<usize> = ends.collect();
        if begins.len().max(ends.len()) > most {
            return None;
        }
        let last = quote.len() + self.reach(quote.len());
        let found = begins.into_iter().filter_map(|start| {
            let end = ends[ends.partition_point(|end| *end < start + quote.len())..].first()?;
            (end - start <= last).then_some(start..*end)
        });
        Some(found.collect())
    }

    /// What of the quote and of a text stands around a letter that is the same in both: the
    /// sign itself, or the words, if they are one. Words of letters are one where fewer than a
    /// third differ; one that the quote cuts must be the same as a whole.
    fn own(
        &self,
        text: &[char],
        (one, other): (usize, usize),
    ) -> Option<(Range<usize>, Range<usize>)> {
        let at = self.quote.start + one;
        if text[other] == ' ' {
            return None;
        }
        if !of_word(text[other]) {
            return Some((one..one + 1, other..other + 1));
        }
        let (own, there) = (word(&self.letters, at), word(text, other));
        // what the quote leaves of its word
        let left = own.start.max(self.quote.start)..own.end.min(self.quote.end);
        let cut = (left.start - own.start, own.end - left.end);
        let (own, found) = (&self.letters[own], &text[there.clone()]);
        let alike = own == found || (cut == (0, 0) && nearly(own, found));
        let quoted = left.start - self.quote.start..left.end - self.quote.start;
        alike.then(|| (quoted, there.start + cut.0..there.end - cut.1))
    }

    /// Where the quote's beginning up to one of its letters stands, before a place in a text.
    fn head(&self, text: &[char], upto: usize, place: usize) -> Option<usize> {
        let lost = trimmed(&self.quote()[..upto]).len();
        let head = trimmed(&self.letters[..self.quote.start + upto]);
        let first = place.saturating_sub(head.len() + self.reach(lost));
        let found = occurrences(&text[first..place], head).map(|at| first + at);
        let found = found
            .filter(|at| stands(text, *at..*at + head.len()))
            .last();
        found.filter(|_| lost > 0).map(|at| at + self.quote.start)
    }

    /// Where the quote's end from one of its letters on ends, after a place in a text.
    fn tail(&self, text: &[char], from: usize, place: usize) -> Option<usize> {
        let lost = trimmed(&self.quote()[from..]).len();
        let tail = trimmed(&self.letters[self.quote.start + from..]);
        let last = text.len().min(place + tail.len() + self.reach(lost));
        let mut found = occurrences(&text[place..last], tail).map(|at| place + at);
        let found = found.find(|at| stands(text, *at..*at + tail.len()));
        let rest = self.letters.len() - self.quote.end;
        found.filter(|_| lost > 0).map(|at| at + tail.len() - rest)
    }

    /// So many letters may be put in between where so many are beyond.
    fn reach(&self, lost: usize) -> usize {
        let quote = self.quote().len().min(BETWEEN);
        if lost < END {
            quote.min(lost * NEARBY)
        } else {
            quote
        }
    }
}

/// The runs in a row that outweigh what is between them the most.
fn heaviest(runs: &[Run]) -> &[Run] {
    let (mut weight, mut first, mut most) = (0, 0, 0);
    let mut best = 0..0;
    for (at, run) in runs.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|before| runs[before]) {
            let own = run.one - before.one - before.length;
            let other = run.other - before.other - before.length;
            weight -= 2 * own.max(other).cast_signed();
        }
        if weight <= 0 {
            (weight, first) = (0, at);
        }
        weight += run.length.cast_signed();
        if weight > most {
            (most, best) = (weight, first..at + 1);
        }
    }
    &runs[best]
}

/// The word around one of its letters.
fn word(text: &[char], at: usize) -> Range<usize> {
    let before = text[..at].iter().rev().take_while(|c| of_word(**c));
    let after = text[at..].iter().take_while(|c| of_word(**c));
    at - before.count()..at + after.count()
}

/// Whether two words are one but for fewer than a third of their letters. Numbers never are.
fn nearly(one: &[char], other: &[char]) -> bool {
    let pattern = Pattern::new(one.iter().copied());
    let errors = pattern.distances(other.iter().copied(), true).last();
    let numeric = one.iter().chain(other).any(|c| c.is_numeric());
    !numeric && errors.is_some_and(|errors| errors * 3 < one.len().max(other.len()))
}

/// Whether some letters cut no word at their ends.
fn stands(text: &[char], letters: Range<usize>) -> bool {
    let whole =
        |at: usize| at == 0 || at == text.len() || !(of_word(text[at - 1]) && of_word(text[at]));
    whole(letters.start) && whole(letters.end)
}

fn of_word(letter: char) -> bool {
    letter.is_alphanumeric()
}
