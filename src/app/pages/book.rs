//! Which tags does the codebook page show, and which one is current?
//!
//! The tree of all tags, or those that what was typed may mean, the best first. The page holds
//! places in the codebook; when the codebook is another one, its cursor stays on its tag.

use std::collections::HashMap;

use super::Window;
use crate::{
    app::coding::favourites,
    passage::{Codebook, TagId},
};

/// The codebook page.
#[derive(Debug, Default)]
pub struct Book {
    /// What narrows the tags; empty for the whole tree.
    pub words: String,
    /// The rows in sight.
    pub window: Window,
    /// The tag of each row, as its place in the codebook.
    rows: Vec<usize>,
    /// The tag to which the cursor goes once the codebook has it.
    sought: Option<TagId>,
    /// The digits that give tags.
    digits: Vec<(char, TagId)>,
    /// For each that may be another one too that other, by their places; none before they
    /// were looked for.
    alike: Option<HashMap<usize, usize>>,
}

impl Book {
    /// The page of a codebook.
    pub fn new(codebook: &Codebook) -> Self {
        let mut book = Self {
            digits: favourites(codebook),
            ..Self::default()
        };
        book.fill(codebook, None);
        book
    }

    /// The place of a row's tag in the codebook.
    pub fn at(&self, row: usize) -> Option<usize> {
        self.rows.get(row).copied()
    }

    /// The place of the current tag in the codebook.
    pub fn current(&self) -> Option<usize> {
        self.at(self.window.cursor)
    }

    /// The digit that gives a tag.
    pub fn digit(&self, id: &TagId) -> Option<char> {
        let mut digits = self.digits.iter();
        digits.find(|(_, own)| own == id).map(|(digit, _)| *digit)
    }

    /// The tag that the tag at a place may be too.
    pub fn alike(&self, place: usize) -> Option<usize> {
        self.alike.as_ref()?.get(&place).copied()
    }

    /// Shows only what these words may mean.
    pub fn narrow(&mut self, words: &str, codebook: &Codebook) {
        let here = self.id(codebook).filter(|_| words.is_empty());
        words.clone_into(&mut self.words);
        self.window.cursor = 0;
        self.fill(codebook, here.as_ref());
    }

    /// The cursor goes to a tag as soon as it is there.
    pub fn seek(&mut self, id: TagId) {
        self.sought = Some(id);
    }

    /// The codebook is another one now.
    pub fn turn(&mut self, old: &Codebook, new: &Codebook) {
        let sought = self.sought.take().filter(|id| new.get(id).is_some());
        let here = sought.or_else(|| self.id(old));
        self.digits = favourites(new);
        self.alike = None;
        self.fill(new, here.as_ref());
    }

    /// Brings the cursor into a window of so many rows.
    pub fn arrange(&mut self, codebook: &Codebook, height: u16) {
        // the line above names the columns
        self.window.fit(usize::from(height).saturating_sub(1));
        self.alike.get_or_insert_with(|| {
            let pairs = codebook.duplicates().into_iter();
            let both = pairs.flat_map(|(one, other)| [(other, one), (one, other)]);
            both.collect()
        });
    }

    fn id(&self, codebook: &Codebook) -> Option<TagId> {
        let entry = codebook.entries.get(self.current()?)?;
        Some(entry.tag.id.clone())
    }

    fn fill(&mut self, codebook: &Codebook, here: Option<&TagId>) {
        self.rows = if self.words.trim().is_empty() {
            (0..codebook.entries.len()).collect()
        } else {
            codebook.matching(&self.words)
        };
        let own = |id: &TagId| {
            let mut rows = self.rows.iter();
            rows.position(|at| codebook.entries[*at].tag.id == *id)
        };
        let cursor = here.and_then(own).unwrap_or(self.window.cursor);
        self.window.fill(self.rows.len(), cursor);
    }
}
