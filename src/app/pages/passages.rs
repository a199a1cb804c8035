//! Which passages does the page show, and where does each stand?
//!
//! As in the list of articles the order is a vector of rows, contents come in windows, and a
//! row whose contents are not here yet has its place all the same.

use std::collections::{HashMap, HashSet};

use crate::{
    desk::{Group, Grouping, Kept, PassageOrder, Wanted},
    passage::PassageId,
};

/// The passages page.
#[derive(Debug, Default)]
pub struct Passages {
    /// What is shown.
    pub wanted: Wanted,
    /// How it is grouped.
    pub grouping: Grouping,
    /// The place of the current passage in the order.
    pub cursor: usize,
    /// Whether the order is here.
    pub whole: bool,
    /// Those that are marked.
    pub marked: HashSet<PassageId>,
    /// What stands in the window.
    pub shown: Vec<Shown>,
    rows: Vec<i64>,
    count: usize,
    groups: Vec<(u32, Group)>,
    kept: HashMap<i64, Kept>,
    /// Rows whose contents are as they were when the order was made.
    fresh: HashSet<i64>,
    top: usize,
    height: u16,
    /// The row to which the cursor returns once the order is there.
    sought: Option<i64>,
}

/// A passage in the window, or the heading above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// The heading of a group: what its passages share, and how many they are.
    Heading(u16, Group, usize),
    /// The passage at this place of the order, from this row of the window on.
    Passage(u16, usize),
}

/// Contents of no more passages are kept.
const KEPT: usize = 1000;

/// Rows of a passage: its words, its tags and note, its article, a blank one.
const HEIGHT: u16 = 4;

impl Passages {
    /// A page of what is wanted.
    pub fn new(wanted: Wanted, grouping: Grouping) -> Self {
        Self {
            wanted,
            grouping,
            ..Self::default()
        }
    }

    /// How many rows there are; by tag a passage stands under each of its tags.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many passages there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The passage at a place, if its contents are here.
    pub fn at(&self, place: usize) -> Option<&Kept> {
        self.kept.get(self.rows.get(place)?)
    }

    /// Those whose contents are here.
    pub fn kept(&self) -> impl Iterator<Item = &Kept> {
        self.kept.values()
    }

    /// The current passage.
    pub fn current(&self) -> Option<&Kept> {
        self.at(self.cursor)
    }

    /// The passages that a command is about: those that are marked, else the current one.
    pub fn chosen(&self) -> Vec<PassageId> {
        if self.marked.is_empty() {
            let current = self.current().map(|kept| kept.passage.id.clone());
            return current.into_iter().collect();
        }
        let mut chosen: Vec<PassageId> = self.marked.iter().cloned().collect();
        chosen.sort_unstable();
        chosen
    }

    /// The order is this one; the cursor stays on its passage.
    pub fn order(&mut self, order: PassageOrder) {
        let here = self
            .sought
            .take()
            .or_else(|| self.rows.get(self.cursor).copied());
        self.count = match self.grouping {
            Grouping::Tag => order.rows.iter().collect::<HashSet<_>>().len(),
            _ => order.rows.len(),
        };
        self.rows = order.rows;
        self.groups = order.groups;
        self.whole = true;
        let at = here.and_then(|row| self.rows.iter().position(|own| *own == row));
        self.cursor = at
            .unwrap_or(self.cursor)
            .min(self.rows.len().saturating_sub(1));
        // contents are shown until newer ones come
        self.fresh.clear();
        if self.kept.len() > KEPT {
            self.kept.clear();
        }
    }

    /// Other passages are wanted: the cursor stays on its passage, if that is among them.
    pub fn want(&mut self, wanted: Wanted) {
        self.sought = self.rows.get(self.cursor).copied();
        self.wanted = wanted;
    }

    /// Contents have come; rows asked for that are not among them are no more.
    pub fn keep(&mut self, asked: HashSet<i64>, kept: Vec<Kept>) {
        // those that did not come are no more: the next order leaves them out
        self.fresh.extend(asked);
        self.kept
            .extend(kept.into_iter().map(|kept| (kept.row, kept)));
    }

    /// The rows in the window, and around it, whose contents are not here.
    pub fn missing(&self) -> Vec<i64> {
        let from = self.top.saturating_sub(self.window());
        let rows = self.rows.iter().skip(from).take(3 * self.window());
        rows.filter(|row| !self.fresh.contains(row))
            .copied()
            .collect()
    }

    /// The cursor goes on by so many passages.
    pub fn step(&mut self, down: bool, by: usize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = if down {
            self.cursor.saturating_add(by).min(last)
        } else {
            self.cursor.saturating_sub(by)
        };
    }

    /// The cursor goes to a place.
    pub fn go(&mut self, place: usize) {
        self.cursor = place.min(self.rows.len().saturating_sub(1));
    }

    /// Passages that a window holds for certain.
    pub fn window(&self) -> usize {
        // each may have a heading above it
        usize::from(self.height / (HEIGHT + 1)).max(1)
    }

    /// The passage under a row of the window.
    pub fn hit(&self, row: u16) -> Option<usize> {
        self.shown.iter().rev().find_map(|shown| match shown {
            Shown::Passage(y, place) => (*y..*y + HEIGHT).contains(&row).then_some(*place),
            Shown::Heading(..) => None,
        })
    }

    /// Brings the cursor into a window of so many rows, and places what is in it.
    pub fn arrange(&mut self, height: u16) {
        self.height = height;
        self.top = self.top.min(self.cursor);
        self.place();
        while !self.sees(self.cursor) && self.top < self.cursor {
            // far away at once, the last ones step by step
            self.top = (self.top + 1).max(self.cursor.saturating_sub(usize::from(height)));
            self.place();
        }
    }

    /// The group of a place.
    pub fn group_of(&self, place: usize) -> Option<&Group> {
        let nth = self
            .groups
            .partition_point(|(first, _)| *first as usize <= place);
        Some(&self.groups.get(nth.checked_sub(1)?)?.1)
    }

    fn sees(&self, place: usize) -> bool {
        self.shown.iter().any(|shown| match shown {
            Shown::Passage(y, own) => *own == place && y + HEIGHT - 1 <= self.height,
            Shown::Heading(..) => false,
        })
    }

    fn place(&mut self) {
        self.shown.clear();
        let mut y = 0;
        for place in self.top..self.rows.len() {
            if let Some((group, count)) = self.heading(place) {
                self.shown.push(Shown::Heading(y, group, count));
                y += 1;
            }
            if y >= self.height {
                break;
            }
            self.shown.push(Shown::Passage(y, place));
            y += HEIGHT;
        }
    }

    /// The heading above a place: of the group that begins there, or goes on at the window's top.
    fn heading(&self, place: usize) -> Option<(Group, usize)> {
        let nth = self
            .groups
            .partition_point(|(first, _)| *first as usize <= place)
            .checked_sub(1)?;
        let (first, group) = &self.groups[nth];
        if *first as usize != place && place != self.top {
            return None;
        }
        let next = self
            .groups
            .get(nth + 1)
            .map_or(self.rows.len(), |(next, _)| *next as usize);
        Some((group.clone(), next - *first as usize))
    }
}
