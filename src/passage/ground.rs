//! Where do nearly the same words stand?

use std::{collections::HashSet, ops::Range};

use super::{
    Selector,
    anchor::{KNOWN, MOST},
    distance::Pattern,
    fit::Fit,
    loose::Loose,
    seed::stretches,
    sides::{Place, Sides},
};

/// Letters in common that no two places have by chance.
const ENOUGH: usize = 24;
/// Letters of a quote that are looked for at once.
const LONG: usize = 2048;

/// A text in which the words of a selector are looked for, both in letters.
pub(super) struct Ground<'a> {
    sides: &'a Sides<'a>,
    text: Loose,
    fit: Fit,
}

impl<'a> Ground<'a> {
    /// The letters of both.
    pub(super) fn new(selector: &Selector, sides: &'a Sides<'a>, text: &str) -> Self {
        Self {
            sides,
            text: Loose::of(text),
            fit: Fit::new(selector),
        }
    }

    /// The places where the words stand with errors, those already known left out; none where
    /// they are too many.
    pub(super) fn near(&self, known: &[Place]) -> Option<Vec<Place>> {
        let text = self.text.letters();
        let quote = self.fit.quote();
        let bound = most_errors(quote.len().min(LONG));
        let candidates = self.candidates()?.into_iter();
        let fitted = candidates.filter_map(|letters| self.fit.fitted(text, letters, bound));
        let mut fitted: Vec<(Range<usize>, usize)> = fitted.collect();
        fitted.sort_unstable_by_key(|(letters, errors)| (letters.start, *errors));
        let mut places: Vec<Place> = Vec::new();
        for (letters, errors) in fitted {
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
            let (before, after) = (&text[..letters.start], &text[letters.end..]);
            places.push(self.sides.judged(span, quote.len(), errors, before, after));
        }
        Some(places)
    }

    /// Whether a place that is better than all others is good enough.
    pub(super) fn accepts(&self, place: &Place) -> bool {
        let length = self.fit.quote().len();
        let common = length.saturating_sub(2 * place.errors) + place.around;
        let bound = match most_errors(length) {
            bound if place.around >= KNOWN => bound,
            bound => bound / 2,
        };
        common >= ENOUGH.min(length + self.sides.len() / 3)
            && place.errors <= bound
            && !self.lacks(place)
    }

    /// Whether letters of the quote that no two places have by chance are not in a place, but
    /// elsewhere.
    fn lacks(&self, place: &Place) -> bool {
        let text = self.text.letters();
        let letters = self.text.at(place.span.start)..self.text.at(place.span.end);
        let apart = [&text[..letters.start], &text[letters.end..]];
        let there: HashSet<&[char]> = text[letters].windows(ENOUGH).collect();
        let own = self.fit.quote().windows(ENOUGH);
        let lost: HashSet<&[char]> = own.filter(|run| !there.contains(run)).collect();
        let mut apart = apart.iter().flat_map(|text| text.windows(ENOUGH));
        !lost.is_empty() && apart.any(|run| lost.contains(run))
    }

    /// Where the quote may stand with errors.
    fn candidates(&self) -> Option<Vec<Range<usize>>> {
        let quote = self.fit.quote();
        if quote.len() <= LONG {
            let mut found = self.standing(quote)?;
            found.extend(self.fit.between_ends(self.text.letters(), MOST)?);
            return Some(found);
        }
        // by its beginning and its end
        let begins = self.standing(&quote[..LONG])?;
        let ends = self.standing(&quote[quote.len() - LONG..])?;
        let found = begins.into_iter().filter_map(|begin| {
            let wanted = begin.start + quote.len();
            let ends = ends.iter().map(|end| end.end);
            let end = ends.min_by_key(|end| end.abs_diff(wanted))?;
            Some(begin.start..end.max(begin.start))
        });
        Some(found.collect())
    }

    /// Where a part of the quote of at most [`LONG`] letters stands with errors.
    fn standing(&self, part: &[char]) -> Option<Vec<Range<usize>>> {
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
                    found.push(beginning(&backwards, text, end, most)..end);
                }
            }
        }
        Some(found)
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
