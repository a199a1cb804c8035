//! Where do nearly the same words stand?

use std::ops::Range;

use super::{
    Selector,
    anchor::{KNOWN, MOST},
    distance::{Pattern, within},
    loose::Loose,
    seed::stretches,
    sides::{Place, Sides},
};

/// Letters in common that no two places have by chance.
const ENOUGH: usize = 24;
/// Letters of a quote that are looked for at once.
const LONG: usize = 2048;
/// Errors that a longer quote may have.
const BOUND: usize = 512;

/// A text in which the words of a selector are looked for, both in letters.
pub(super) struct Ground<'a> {
    selector: &'a Selector,
    sides: &'a Sides<'a>,
    text: Loose,
    quote: Vec<char>,
}

impl<'a> Ground<'a> {
    /// The letters of both.
    pub(super) fn new(selector: &'a Selector, sides: &'a Sides<'a>, text: &str) -> Self {
        Self {
            selector,
            sides,
            text: Loose::of(text),
            quote: Loose::of(&selector.quote).trimmed().to_vec(),
        }
    }

    /// The places where the words stand with errors, those already known left out; none where
    /// they are too many.
    pub(super) fn near(&self, known: &[Place]) -> Option<Vec<Place>> {
        let mut places: Vec<Place> = Vec::new();
        for (letters, errors) in self.candidates()? {
            let span = self.text.source(letters.clone());
            let meets = |place: &Place| place.span.start < span.end && span.start < place.span.end;
            // both are in order of their places
            let after = known.partition_point(|place| place.span.end <= span.start);
            if known.get(after).is_some_and(meets) {
                continue;
            }
            match places.last() {
                Some(last) if meets(last) && last.errors <= errors => continue,
                Some(last) if meets(last) => drop(places.pop()),
                _ => {}
            }
            let text = self.text.letters();
            let (before, after) = (&text[..letters.start], &text[letters.end..]);
            places.push(
                self.sides
                    .judged(span, self.quote.len(), errors, before, after),
            );
        }
        Some(places)
    }

    /// Whether a place that is better than all others is good enough.
    pub(super) fn accepts(&self, place: &Place) -> bool {
        let length = self.quote.len();
        let common = length.saturating_sub(2 * place.errors) + place.around;
        let bound = match most_errors(length) {
            bound if place.around >= KNOWN => bound,
            bound => bound / 2,
        };
        common >= ENOUGH.min(length + self.sides.len() / 3) && place.errors <= bound
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
