//! Where may a row end?

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};

use super::{
    cluster::{Flags, Stored},
    property::Properties,
    tie,
};

/// Finds break opportunities (UAX #14) and marks them on clusters.
#[derive(Debug)]
pub(super) struct Breaks {
    segmenter: LineSegmenterBorrowed<'static>,
    properties: Properties,
}

impl Breaks {
    pub(super) fn new() -> Self {
        Self {
            segmenter: LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()),
            properties: Properties::default(),
        }
    }

    /// Marks the cluster before each opportunity. `clusters` ends with its sentinel.
    pub(super) fn mark(&self, text: &str, clusters: &mut [Stored]) {
        let mut at = 0;
        let mut shown = (0, 0); // of the cluster before this one, its first character with a cell
        for byte in opportunities(&self.segmenter, text) {
            // an opportunity inside a cluster moves to its end, before its first character with
            // a cell to its start; insertions stay with their side
            while at < clusters.len() - 1
                && ((clusters[at].byte as usize) < byte
                    || (clusters[at].flags.has(Flags::INSERTED)
                        && !clusters[at].flags.has(Flags::FORWARD)))
            {
                at += 1;
            }
            if at > 0
                && (clusters[at - 1].byte as usize) < byte
                && byte < clusters[at].byte as usize
            {
                if shown.0 != at {
                    shown = (at, self.first_shown(text, clusters[at - 1].byte as usize));
                }
                at -= usize::from(byte <= shown.1);
            }
            let Some(before) = at.checked_sub(1) else {
                continue;
            };
            let last = text[..byte].chars().next_back();
            let flag = if matches!(
                last,
                Some('\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
            ) {
                Flags::MANDATORY
            } else if tie::holds(text, byte) {
                Flags::TIED
            } else {
                Flags::BREAK
            };
            clusters[before].flags.set(flag);
        }
    }

    /// Where the first character with a cell stands, from a byte on.
    fn first_shown(&self, text: &str, from: usize) -> usize {
        let shown = text[from..].find(|c| !self.properties.of(c).is_invisible());
        shown.map_or(text.len(), |at| from + at)
    }
}

/// The bytes of a text before which UAX #14 lets a row begin, its start and end apart.
pub fn line_breaks(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    opportunities(&segmenter, text).collect()
}

fn opportunities(
    segmenter: &LineSegmenterBorrowed<'static>,
    text: &str,
) -> impl Iterator<Item = usize> {
    segmenter
        .segment_str(text)
        .filter(|at| *at > 0 && *at < text.len())
}
