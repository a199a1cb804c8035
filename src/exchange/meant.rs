//! Which words of an article does the quote of an annotation mean?
//!
//! 1. Those of the version that it names, where they stand at its place with the same around
//!    them: the selector as it was made.
//! 2. Those at its place in the current text, if they are the very words.
//! 3. The only ones that read so, by what stands around them or without it.
//! 4. Of several, or of nearly the same, those that re-anchoring would take.
//! 5. None: the quote is kept as it came, to be found in another version.

use std::ops::Range;

use super::{Position, Quote, Unit};
use crate::{
    import::normal,
    passage::{Placement, Selector, find_quote, place},
};

/// Code points that are kept of what stands before and after words that are not there.
const AROUND: usize = 32;

impl Quote {
    /// The span that is meant in an article whose current version has this number and text.
    /// `made` is the text of the version that the quote names, where it is there.
    pub fn selector(&self, current: u32, text: &str, made: Option<&str>) -> Selector {
        let as_made = self.version.zip(made).and_then(|(version, text)| {
            let found = self.at_place(version, text)?;
            let same = (&found.quote, &found.prefix, &found.suffix);
            (same == (&self.exact, &self.prefix, &self.suffix)).then_some(found)
        });
        let mark = |range: Range<u32>| Selector::mark(current, text, range);
        as_made
            .or_else(|| self.at_place(current, text))
            .or_else(|| mark(self.only(text)?))
            .unwrap_or_else(|| {
                let kept = self.kept(current);
                match place(&kept, text) {
                    Placement::At(range, _) => mark(range).unwrap_or(kept),
                    Placement::Orphan => kept,
                }
            })
    }

    /// Whether the words stand in a text.
    pub fn stands(&self, text: &str) -> bool {
        !find_quote(text, &self.exact, None, None).is_empty()
    }

    /// The only place where the words stand in a text, in code points.
    pub fn only(&self, text: &str) -> Option<Range<u32>> {
        let [prefix, suffix] = [&self.prefix, &self.suffix]
            .map(|words| Some(words.as_str()).filter(|words| !words.is_empty()));
        let mut found = find_quote(text, &self.exact, prefix, suffix);
        if found.is_empty() {
            found = find_quote(text, &self.exact, None, None);
        }
        if found.len() > 1 { None } else { found.pop() }
    }

    /// The very words at their place.
    fn at_place(&self, version: u32, text: &str) -> Option<Selector> {
        let (range, words) = self.position?.words(text)?;
        let found = Selector::mark(version, text, range.clone())?;
        let very = words == self.exact && (found.start..found.end) == range;
        very.then_some(found)
    }

    /// The quote as it came.
    fn kept(&self, version: u32) -> Selector {
        let clean = |words: &str| normal(words).0.into_owned();
        let (quote, before, after) = (clean(&self.exact), clean(&self.prefix), clean(&self.suffix));
        let length = quote.chars().count() as u32;
        let start = match self.position {
            Some(Position {
                start,
                unit: Unit::Point,
                ..
            }) => start.min(u32::MAX - length),
            _ => 0,
        };
        let skipped = before.chars().count().saturating_sub(AROUND);
        Selector {
            version,
            start,
            end: start + length,
            quote,
            prefix: before.chars().skip(skipped).collect(),
            suffix: after.chars().take(AROUND).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "قال الوزير إن الاتفاق وُقِّع. ثم قال نعم، ثم قال لا.";

    fn quote(exact: &str) -> Quote {
        Quote {
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            position: None,
            version: None,
        }
    }

    fn point(start: u32, end: u32) -> Position {
        Position {
            start,
            end,
            unit: Unit::Point,
        }
    }

    #[test]
    fn what_was_made_on_a_known_version_stays_as_it_was_made() {
        let made = Selector::mark(1, "ثم قال نعم وسكت", 3..6).unwrap();
        let came = Quote {
            exact: made.quote.clone(),
            prefix: made.prefix.clone(),
            suffix: made.suffix.clone(),
            position: Some(point(3, 6)),
            version: Some(1),
        };
        assert_eq!(came.selector(4, TEXT, Some("ثم قال نعم وسكت")), made);
        let other = came.selector(4, TEXT, Some("ثم قال نعم وذهب"));
        assert_eq!((other.version, &*other.quote), (4, "قال"));
    }

    #[test]
    fn the_very_words_at_their_place_are_meant() {
        let mut came = quote("قال");
        came.position = Some(point(42, 45));
        let found = came.selector(1, TEXT, None);
        assert_eq!((found.start, found.end), (42, 45), "{found:?}");
        came.position = Some(point(43, 46));
        let beside = came.selector(1, TEXT, None);
        assert_eq!(place(&beside, TEXT), Placement::Orphan);
    }

    #[test]
    fn words_are_found_however_they_are_marked() {
        let found = quote("الاتفاق  وقع").selector(1, TEXT, None);
        assert_eq!(found.quote, "الاتفاق وُقِّع");
        assert_eq!(found.prefix, "قال الوزير إن ");
    }

    #[test]
    fn what_is_not_there_is_kept() {
        let mut came = quote("كلام\u{1b} آخر\r\nتماما عن شيء لم يرد");
        came.prefix = "س".repeat(40);
        came.position = Some(point(u32::MAX - 1, u32::MAX));
        let kept = came.selector(3, TEXT, None);
        assert_eq!(kept.quote, "كلام آخر\nتماما عن شيء لم يرد");
        assert_eq!((kept.version, kept.prefix.chars().count()), (3, 32));
        assert_eq!(place(&kept, TEXT), Placement::Orphan);
        assert_eq!(kept.end, u32::MAX);
    }
}
