//! How much has a place in a text in common with what was marked?

use std::ops::Range;

use super::{
    Selector,
    anchor::{KNOWN, MOST},
    distance::{Pattern, within},
    loose::Loose,
    seed::stretches,
};

/// Letters in common that no two places have by chance.
const ENOUGH: usize = 24;
/// Letters of a quote that are looked for at once.
const LONG: usize = 2048;
/// Errors that a longer quote may have.
const BOUND: usize = 512;
/// What stands around is looked for this many letters further away than it stood.
const SLACK: usize = 16;

/// A text in which a selector's place is looked for. All are letters of the folded text.
pub(super) struct Ground<'a> {
    selector: &'a Selector,
    text: Loose,
    quote: Vec<char>,
    /// Backwards.
    prefix: Pattern,
    suffix: Pattern,
}

/// A place that may be the selector's.
pub(super) struct Place {
    letters: Range<usize>,
    errors: usize,
    /// The code point where the very words begin; none where they are nearly the same.
    pub(super) exact: Option<u32>,
    /// Whether they begin where they were marked.
    pub(super) old: bool,
    /// Letters in common around it.
    pub(super) around: usize,
    /// Of 920: 500 for the words, 200 for each side, 20 for nearness.
    pub(super) points: usize,
}

impl<'a> Ground<'a> {
    pub(super) fn new(selector: &'a Selector, text: &str) -> Self {
        let prefix = Loose::of(&selector.prefix);
        let suffix = Loose::of(&selector.suffix);
        Self {
            selector,
            text: Loose::of(text),
            quote: Loose::of(&selector.quote).trimmed().to_vec(),
            prefix: Pattern::new(prefix.letters().iter().rev().copied()),
            suffix: Pattern::new(suffix.letters().iter().copied()),
        }
    }

    /// The place where the very words begin at this code point.
    pub(super) fn exact(&self, start: u32) -> Place {
        let end = start + self.selector.quote.chars().count() as u32;
        let letters = self.text.at(start)..self.text.at(end);
        Place {
            exact: Some(start),
            old: start == self.selector.start,
            ..self.judged(letters, 0)
        }
    }

    /// The places where the quote stands with errors, those already known left out; none
    /// where they are too many.
    pub(super) fn near(&self, known: &[Place]) -> Option<Vec<Place>> {
        let mut places: Vec<Place> = Vec::new();
        for (letters, errors) in self.candidates()? {
            let meets = |place: &Place| {
                place.letters.start < letters.end && letters.start < place.letters.end
            };
            // both are in order of their places
            let after = known.partition_point(|place| place.letters.end <= letters.start);
            if known[after..].first().is_some_and(meets) {
                continue;
            }
            match places.last() {
                Some(last) if meets(last) && last.errors <= errors => continue,
                Some(last) if meets(last) => drop(places.pop()),
                _ => {}
            }
            places.push(self.judged(letters, errors));
        }
        Some(places)
    }

    /// Whether a place that is better than all others is good enough.
    pub(super) fn accepts(&self, place: &Place) -> bool {
        let length = self.quote.len();
        let sides = self.prefix.len() + self.suffix.len();
        let common = length.saturating_sub(2 * place.errors) + place.around;
        let known = place.around >= KNOWN;
        let bound = if known {
            most_errors(length)
        } else {
            most_errors(length) / 2
        };
        common >= ENOUGH.min(length + sides / 3) && place.errors <= bound
    }

    /// The code points of a place.
    pub(super) fn points(&self, place: &Place) -> Range<u32> {
        self.text.source(place.letters.clone())
    }

    fn judged(&self, letters: Range<usize>, errors: usize) -> Place {
        let text = self.text.letters();
        let before = text[..letters.start].iter().rev().copied();
        let after = text[letters.end..].iter().copied();
        let common = |side: &Pattern, errors: usize| side.len().saturating_sub(2 * errors);
        let prefix = common(
            &self.prefix,
            self.prefix
                .to_beginning(before.take(self.prefix.len() + SLACK)),
        );
        let suffix = common(
            &self.suffix,
            self.suffix
                .to_beginning(after.take(self.suffix.len() + SLACK)),
        );
        let away = self.text.at(self.selector.start).abs_diff(letters.start);
        let share = |points: usize, part: usize, all: usize| points * part / all.max(1);
        Place {
            points: share(
                500,
                self.quote.len().saturating_sub(errors),
                self.quote.len(),
            ) + share(200, prefix, self.prefix.len())
                + share(200, suffix, self.suffix.len())
                + share(20, text.len().saturating_sub(away), text.len()),
            letters,
            errors,
            exact: None,
            old: false,
            around: prefix + suffix,
        }
    }

    /// Where the quote stands with errors, in order, with their number.
    fn candidates(&self) -> Option<Vec<(Range<usize>, usize)>> {
        let quote = self.quote.as_slice();
        if quote.len() <= LONG {
            return self.standing(quote);
        }
        // by its beginning and its end
        let begins = self.standing(&quote[..LONG])?;
        let ends = self.standing(&quote[quote.len() - LONG..])?;
        let mut found = Vec::new();
        for (begin, _) in begins {
            let wanted = begin.start + quote.len();
            let ends = ends.iter().map(|(end, _)| end.end);
            let Some(end) = ends.min_by_key(|end| end.abs_diff(wanted)) else {
                continue;
            };
            let letters = self.in_words(begin.start..end.max(begin.start));
            if let Some(errors) = within(quote, &self.text.letters()[letters.clone()], BOUND) {
                found.push((letters, errors));
            }
        }
        Some(found)
    }

    /// Where a part of the quote of at most [`LONG`] letters stands with errors.
    fn standing(&self, part: &[char]) -> Option<Vec<(Range<usize>, usize)>> {
        let text = self.text.letters();
        let most = most_errors(part.len());
        let forwards = Pattern::new(part.iter().copied());
        let backwards = Pattern::new(part.iter().rev().copied());
        let mut found = Vec::new();
        if part.is_empty() {
            return Some(found);
        }
        for stretch in stretches(text, part, most)? {
            let distances = forwards.distances(text[stretch.clone()].iter().copied(), false);
            // the best of those that are good enough in a row
            let mut run: Option<(usize, usize)> = None;
            let beyond = std::iter::once(usize::MAX);
            for (at, errors) in distances.chain(beyond).enumerate() {
                if errors <= most {
                    run = run
                        .filter(|(_, best)| *best <= errors)
                        .or(Some((at, errors)));
                } else if let Some((last, _)) = run.take() {
                    if found.len() == MOST {
                        return None;
                    }
                    let end = stretch.start + last + 1;
                    let letters = self.in_words(beginning(&backwards, text, end, most)..end);
                    let stands = text[letters.clone()].iter().copied();
                    let errors = forwards.distances(stands, true).last();
                    if let Some(errors) = errors.filter(|errors| *errors <= most) {
                        found.push((letters, errors));
                    }
                }
            }
        }
        Some(found)
    }

    /// Widened or trimmed to whole words, whichever is less, at the ends that were so marked;
    /// without blanks at its ends.
    fn in_words(&self, letters: Range<usize>) -> Range<usize> {
        let text = self.text.letters();
        let Range { mut start, mut end } = letters;
        let (begins, ends) = self.selector.word_edges();
        if begins && let Some(word) = word_around(text, start) {
            let inside = word.end - start;
            start = if inside * 2 >= word.len() {
                word.start
            } else {
                word.end
            };
        }
        if ends && let Some(word) = word_around(text, end) {
            let inside = end - word.start;
            end = if inside * 2 >= word.len() {
                word.end
            } else {
                word.start
            };
        }
        while start < end && text[start] == ' ' {
            start += 1;
        }
        while start < end && text[end - 1] == ' ' {
            end -= 1;
        }
        start..end.max(start)
    }
}

/// Three letters in ten.
fn most_errors(length: usize) -> usize {
    length * 3 / 10
}

/// The letter at which what ends there begins, so that it is as like the pattern as can be.
fn beginning(backwards: &Pattern, text: &[char], end: usize, most: usize) -> usize {
    let length = backwards.len();
    let before = text[..end].iter().rev().copied().take(length + most);
    let best = backwards
        .distances(before, true)
        .enumerate()
        .min_by_key(|(at, errors)| (*errors, length.abs_diff(at + 1)));
    end - best.map_or(0, |(at, _)| at + 1)
}

/// The word that goes on over this place, if one does.
fn word_around(text: &[char], at: usize) -> Option<Range<usize>> {
    let of_word = |letter: &&char| letter.is_alphanumeric();
    let before = text[..at].iter().rev().take_while(of_word).count();
    let after = text[at..].iter().take_while(of_word).count();
    (before > 0 && after > 0).then(|| at - before..at + after)
}
