//! Which articles does the list show, and where does each stand?
//!
//! The order of the view is a vector of rows, made elsewhere; contents come in windows. Until
//! the order is there, the first window stands for it. A row whose contents are not here yet
//! has its place all the same.

use std::collections::{HashMap, HashSet};

use super::{App, Title};
use crate::{
    desk::{Entry, State, View},
    text::{Direction, Typesetter},
};

/// The list of articles.
#[derive(Debug, Default)]
pub struct List {
    /// What it shows.
    pub view: View,
    /// The library's counts.
    pub state: Option<State>,
    /// Whether the order is whole.
    pub whole: bool,
    /// The place of the current article in the order.
    pub cursor: usize,
    /// What stands in the window.
    pub items: Vec<Item>,
    rows: Vec<i64>,
    /// The row to which the cursor goes once it is there: that of the article which was
    /// current when the list showed it last.
    kept: Option<i64>,
    top: usize,
    height: u16,
    entries: HashMap<i64, Entry>,
    /// Rows whose contents here may not be what they are now.
    stale: HashSet<i64>,
    titles: HashMap<i64, Title>,
    form: Form,
}

/// One article in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its place in the order.
    pub at: usize,
    /// Its first row in the window.
    pub y: u16,
    /// Rows of its title.
    pub rows: u16,
}

/// How items look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Form {
    /// Cells of a title.
    width: u16,
    /// At most so many rows of it.
    rows: u16,
    /// One row an article, and nothing else.
    dense: bool,
}

/// Cells beside the titles: two columns of marks and a blank at the start, two at the end.
pub const BESIDE: u16 = 5;

/// On fewer rows an article takes one.
const LOW: u16 = 9;

/// Contents are kept for so many windows.
const KEPT: usize = 64;

impl List {
    /// How many articles it shows, as far as known.
    pub fn len(&self) -> usize {
        match &self.state {
            Some(state) if !self.whole => self.rows.len().max(state.articles as usize),
            _ => self.rows.len(),
        }
    }

    /// Whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The contents of a place, if they are here.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(self.rows.get(at)?)
    }

    /// The current article, if it is here.
    pub fn current(&self) -> Option<&Entry> {
        self.entry(self.cursor)
    }

    /// The title of a place, set in rows; there for every item whose contents are.
    pub fn title(&self, at: usize) -> Option<&Title> {
        self.titles.get(self.rows.get(at)?)
    }

    /// The rows of the order.
    pub fn rows(&self) -> &[i64] {
        &self.rows
    }

    /// The place of a row.
    pub fn find(&self, row: i64) -> Option<usize> {
        self.rows.iter().position(|own| *own == row)
    }

    /// The first entries, before the order is there.
    pub fn begin(&mut self, state: State, entries: Vec<Entry>) {
        self.whole = entries.len() >= state.articles as usize;
        self.state = Some(state);
        self.rows = entries.iter().map(Entry::row).collect();
        self.keep(entries);
    }

    /// The order of the view. The current article stays current; where it is no longer there,
    /// the place does.
    pub fn order(&mut self, state: State, rows: Vec<i64>) {
        if let Some(current) = self.rows.get(self.cursor) {
            self.kept = self.kept.or(Some(*current));
        }
        let offset = self.cursor.saturating_sub(self.top);
        self.rows = rows;
        self.whole = true;
        self.state = Some(state);
        if let Some(at) = self.kept.and_then(|row| self.find(row)) {
            self.cursor = at;
            self.kept = None;
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        // who looks at the beginning goes on looking at it
        if self.top > 0 {
            self.top = self.cursor.saturating_sub(offset);
        }
    }

    /// Contents that have come.
    pub fn keep(&mut self, entries: Vec<Entry>) {
        let most = KEPT * usize::from(self.height.max(8));
        if self.entries.len() > most {
            let shown: Vec<i64> = self.window();
            self.entries.retain(|row, _| shown.contains(row));
            self.titles.retain(|row, _| shown.contains(row));
            self.stale.retain(|row| shown.contains(row));
        }
        for entry in entries {
            self.stale.remove(&entry.row());
            self.titles.remove(&entry.row());
            self.entries.insert(entry.row(), entry);
        }
    }

    /// Changes an entry that is here.
    pub fn change(&mut self, row: i64, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.get_mut(&row) {
            change(entry);
        }
    }

    /// These rows have changed: their contents are asked for again.
    pub fn forget(&mut self, rows: &[i64]) {
        if rows.len() > self.entries.len() {
            self.stale.extend(self.entries.keys());
        } else {
            self.stale.extend(rows);
        }
    }

    /// A row that is no more.
    pub fn drop_row(&mut self, row: i64) {
        if let Some(at) = self.find(row) {
            self.rows.remove(at);
            self.cursor -= usize::from(at < self.cursor);
            self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        }
        self.entries.remove(&row);
        self.titles.remove(&row);
        self.stale.remove(&row);
    }

    /// The row of the current article.
    pub fn current_row(&self) -> Option<i64> {
        self.rows.get(self.cursor).copied()
    }

    /// Whether its cursor waits for the order to find its place.
    pub fn is_seeking(&self) -> bool {
        self.kept.is_some() && !self.whole
    }

    /// Puts the cursor on a row, once the list shows it.
    pub fn seek(&mut self, row: i64) {
        match self.find(row) {
            Some(at) => self.go(at),
            None => self.kept = Some(row),
        }
    }

    /// Puts the cursor on a place, as near as there is one.
    pub fn go(&mut self, at: usize) {
        self.kept = None;
        self.cursor = at.min(self.len().saturating_sub(1));
    }

    /// Scrolls by so many articles; the cursor stays in the window.
    pub fn scroll(&mut self, down: bool, by: usize) {
        self.kept = None;
        let page = self.items.len().max(1);
        let last = self.len().saturating_sub(page);
        self.top = if down {
            (self.top + by).min(last.max(self.top))
        } else {
            self.top.saturating_sub(by)
        };
        self.cursor = self
            .cursor
            .clamp(self.top, self.top + page - 1)
            .min(self.len().saturating_sub(1));
    }

    /// How many articles stand in the window.
    pub fn page(&self) -> usize {
        self.items.len().max(1)
    }

    /// Whether an article takes one row.
    pub fn is_dense(&self) -> bool {
        self.form.dense
    }

    /// The article on a row of the window.
    pub fn hit(&self, row: u16) -> Option<usize> {
        let item = self.items.iter().rev().find(|item| item.y <= row)?;
        let rows = item.rows + 2 * u16::from(!self.form.dense);
        (row < item.y + rows).then_some(item.at)
    }

    /// The rows in the window and a page before and after it.
    pub fn window(&self) -> Vec<i64> {
        let page = usize::from(self.height.max(8));
        let from = self.top.saturating_sub(page);
        let to = (self.top + 2 * page).min(self.rows.len());
        self.rows.get(from..to).unwrap_or_default().to_vec()
    }

    /// What of it is not here.
    pub fn missing(&self) -> Vec<i64> {
        let mut rows = self.window();
        rows.retain(|row| !self.entries.contains_key(row) || self.stale.contains(row));
        rows
    }

    /// Headlines are set anew.
    pub fn reset(&mut self) {
        self.titles.clear();
    }

    fn arrange(&mut self, form: Form, height: u16, setter: &mut Typesetter, inherited: Direction) {
        if form != self.form {
            self.form = form;
            self.titles.clear();
        }
        self.height = height;
        self.cursor = self.cursor.min(self.len().saturating_sub(1));
        self.top = self
            .top
            .min(self.cursor)
            .min(self.last_top(setter, inherited));
        // the cursor's article is wholly in the window
        let mut room = i32::from(height) - i32::from(self.rows_of(self.cursor, setter, inherited));
        let mut first = self.cursor;
        while first > self.top {
            room -= i32::from(self.lines_of(first - 1, setter, inherited));
            if room < 0 {
                break;
            }
            first -= 1;
        }
        self.top = self.top.max(first);
        self.items.clear();
        let (mut at, mut y) = (self.top, 0);
        while at < self.len() {
            let rows = self.title_rows(at, setter, inherited);
            let own = self.rows_of(at, setter, inherited);
            if y + own > height && at > self.top {
                break;
            }
            self.items.push(Item { at, y, rows });
            y += self.lines_of(at, setter, inherited);
            at += 1;
            if y >= height {
                break;
            }
        }
    }

    /// The first article of the window that ends with the last one.
    fn last_top(&mut self, setter: &mut Typesetter, inherited: Direction) -> usize {
        let mut top = self.len();
        let mut room = i32::from(self.height) + i32::from(!self.form.dense);
        while top > 0 && self.len() - top <= usize::from(self.height) {
            room -= i32::from(self.lines_of(top - 1, setter, inherited));
            if room < 0 {
                break;
            }
            top -= 1;
        }
        top.min(self.len().saturating_sub(1))
    }

    /// Rows of a title; the most there may be where it is not here.
    fn title_rows(&mut self, at: usize, setter: &mut Typesetter, inherited: Direction) -> u16 {
        let Form { width, rows, dense } = self.form;
        let most = if dense { 1 } else { rows.max(1) };
        let Some(row) = self.rows.get(at).copied() else {
            return most;
        };
        if !self.titles.contains_key(&row) {
            let Some(entry) = self.entries.get(&row) else {
                return most;
            };
            let (width, most) = (usize::from(width), usize::from(most));
            let title = Title::new(setter, &entry.meta.title, inherited, width, most);
            self.titles.insert(row, title);
        }
        self.titles[&row].rows.len() as u16
    }

    /// Rows of an article without the blank one after it.
    fn rows_of(&mut self, at: usize, setter: &mut Typesetter, inherited: Direction) -> u16 {
        let facts = u16::from(!self.form.dense);
        self.title_rows(at, setter, inherited) + facts
    }

    fn lines_of(&mut self, at: usize, setter: &mut Typesetter, inherited: Direction) -> u16 {
        let blank = u16::from(!self.form.dense);
        self.rows_of(at, setter, inherited) + blank
    }
}

impl App {
    /// Lays out the window of the list.
    pub(super) fn arrange_list(&mut self) {
        let inherited = self.direction();
        if let Some(area) = self.panes.list {
            let form = Form {
                width: area.width.saturating_sub(BESIDE).max(1),
                rows: self.settings.title_rows,
                dense: self.settings.dense || area.height < LOW,
            };
            self.list
                .arrange(form, area.height, &mut self.setter, inherited);
        }
    }
}
