//! How much has what stands around a place in common with what stood around the marked words?

use std::ops::Range;

use super::{Selector, distance::Pattern, loose::Loose};

/// What stood there is looked for so many letters further away.
const SLACK: usize = 16;
/// Code points that a letter takes at most, with all its marks, where a text is not read whole.
const MARKED: usize = 3;

/// What stood around the words of a selector, made ready.
pub(super) struct Sides<'a> {
    selector: &'a Selector,
    /// Code points of the text in which the place is looked for.
    length: usize,
    /// Backwards.
    prefix: Pattern,
    suffix: Pattern,
}

/// A place that may be the selector's.
pub(super) struct Place {
    /// Its code points.
    pub(super) span: Range<u32>,
    /// How many letters of the words differ there.
    pub(super) errors: usize,
    /// Whether the very words stand there.
    pub(super) exact: bool,
    /// Whether they begin where they were marked.
    pub(super) old: bool,
    /// Letters in common around it.
    pub(super) around: usize,
    /// Of 920: 500 for the words, 200 for each side, 20 for nearness.
    pub(super) points: usize,
}

impl<'a> Sides<'a> {
    /// The sides of a selector, for a text.
    pub(super) fn new(selector: &'a Selector, text: &str) -> Self {
        let prefix = Loose::of(&selector.prefix);
        let suffix = Loose::of(&selector.suffix);
        Self {
            selector,
            length: text.chars().count(),
            prefix: Pattern::new(prefix.letters().iter().rev().copied()),
            suffix: Pattern::new(suffix.letters().iter().copied()),
        }
    }

    /// How many letters they are.
    pub(super) fn len(&self) -> usize {
        self.prefix.len() + self.suffix.len()
    }

    /// The place of the very words at some bytes of a text, which begin at this code point.
    pub(super) fn exact(&self, text: &str, bytes: Range<usize>, start: u32) -> Place {
        let before = text[..bytes.start].char_indices().rev();
        let reach = |side: &Pattern| (side.len() + SLACK) * MARKED;
        let first = before.take(reach(&self.prefix)).last();
        let first = first.map_or(bytes.start, |(at, _)| at);
        let after = text[bytes.end..].char_indices();
        let last = after.take(reach(&self.suffix)).last();
        let last = last.map_or(bytes.end, |(at, c)| bytes.end + at + c.len_utf8());
        let (before, after) = (
            Loose::of(&text[first..bytes.start]),
            Loose::of(&text[bytes.end..last]),
        );
        let length = text[bytes].chars().count() as u32;
        Place {
            exact: true,
            old: start == self.selector.start,
            ..self.judged(
                start..start + length,
                1,
                0,
                before.letters(),
                after.letters(),
            )
        }
    }

    /// A place that has so many of the words' letters, with errors, by what stands before and
    /// after it.
    pub(super) fn judged(
        &self,
        span: Range<u32>,
        words: usize,
        errors: usize,
        before: &[char],
        after: &[char],
    ) -> Place {
        let common = |side: &Pattern, text: &mut dyn Iterator<Item = char>| {
            let errors = side.to_beginning(text.take(side.len() + SLACK));
            side.len().saturating_sub(2 * errors)
        };
        let prefix = common(&self.prefix, &mut before.iter().rev().copied());
        let suffix = common(&self.suffix, &mut after.iter().copied());
        let away = self.selector.start.abs_diff(span.start) as usize;
        let share = |points: usize, part: usize, all: usize| points * part / all.max(1);
        Place {
            points: share(500, words.saturating_sub(errors), words)
                + share(200, prefix, self.prefix.len())
                + share(200, suffix, self.suffix.len())
                + share(20, self.length.saturating_sub(away), self.length),
            span,
            errors,
            exact: false,
            old: false,
            around: prefix + suffix,
        }
    }
}
