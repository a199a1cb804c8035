//! How many passages bear each tag, in articles of which source?

use std::collections::{BTreeMap, HashMap};

use super::Window;
use crate::{desk::Wanted, passage::TagId};

/// The page of counts.
#[derive(Debug, Default)]
pub struct Counts {
    /// Which passages are counted.
    pub wanted: Wanted,
    /// Whether they have been counted.
    pub whole: bool,
    /// The sources, those with most passages first; none for articles without one.
    pub sources: Vec<Option<String>>,
    /// The tags, those with most passages first.
    pub rows: Vec<Count>,
    /// The rows in sight.
    pub window: Window,
}

/// How often a tag is borne.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The tag.
    pub tag: TagId,
    /// How many passages bear it.
    pub total: u32,
    /// How many of them are in articles of a source, by its place among the sources.
    pub of: BTreeMap<usize, u32>,
}

/// A tag, a source, and how many passages of its articles bear the tag.
pub type Cell = (TagId, Option<String>, u32);

impl Counts {
    /// A page of passages that are not counted yet.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    /// The current row.
    pub fn current(&self) -> Option<&Count> {
        self.rows.get(self.window.cursor)
    }

    /// The counts are these, by tag and source, tags in the order of the codebook; the cursor
    /// stays on its tag.
    pub fn fill(&mut self, matrix: &[Cell]) {
        let here = self.current().map(|row| row.tag.clone());
        let mut totals: HashMap<&Option<String>, u32> = HashMap::new();
        for (_, source, count) in matrix {
            *totals.entry(source).or_default() += count;
        }
        let mut sources: Vec<_> = totals.into_iter().collect();
        sources.sort_by(|(a, one), (b, other)| (other, a).cmp(&(one, b)));
        let sources: Vec<_> = sources.into_iter().map(|(name, _)| name.clone()).collect();
        let places: HashMap<_, _> = sources.iter().zip(0..).collect();
        let mut rows: Vec<Count> = Vec::new();
        for (tag, source, count) in matrix {
            if rows.last().is_none_or(|row| row.tag != *tag) {
                rows.push(Count {
                    tag: tag.clone(),
                    total: 0,
                    of: BTreeMap::new(),
                });
            }
            if let Some(row) = rows.last_mut() {
                row.total += count;
                *row.of.entry(places[source]).or_default() += count;
            }
        }
        // those that are as many stay in the order of the codebook
        rows.sort_by_key(|row| std::cmp::Reverse(row.total));
        let own = here.and_then(|id| rows.iter().position(|row| row.tag == id));
        let cursor = own.unwrap_or(self.window.cursor);
        self.window.fill(rows.len(), cursor);
        (self.rows, self.sources, self.whole) = (rows, sources, true);
    }

    /// Brings the cursor into a window of so many rows.
    pub fn arrange(&mut self, height: u16) {
        // the line above names the columns
        self.window.fit(usize::from(height).saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_comes_first_and_every_count_is_kept() {
        let id = |name: &str| TagId::from_stored(name.to_owned());
        let source = |name: &str| Some(name.to_owned());
        let mut counts = Counts::new(Wanted::default());
        counts.fill(&[
            (id("a"), None, 1),
            (id("a"), source("x"), 2),
            (id("b"), source("y"), 7),
            (id("c"), source("x"), 3),
        ]);
        assert_eq!(counts.sources, [source("y"), source("x"), None]);
        let rows = counts.rows.iter().map(|row| (row.tag.as_str(), row.total));
        assert_eq!(rows.collect::<Vec<_>>(), [("b", 7), ("a", 3), ("c", 3)]);
        assert_eq!(counts.rows[1].of, BTreeMap::from([(1, 2), (2, 1)]));
        counts.window.go(2);
        counts.fill(&[(id("c"), None, 9), (id("b"), None, 1)]);
        assert_eq!(counts.window.cursor, 0);
    }
}
