//! What is open, where does one stand in it, and which rows of it are in the window?

use std::ops::Range;

use super::{
    coding::{Aim, Strip},
    find::Found,
    paper::Paper,
    related::Foot,
    select::{Selection, Span},
};
use crate::{
    article::ArticleId,
    desk::{Coding, Loaded},
    passage::PassageId,
    text::{At, Cursor, Direction},
};

/// An open article.
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
#[derive(Debug)]
pub struct Reader {
    /// The article.
    pub loaded: Loaded,
    /// The article as it stands on its page.
    pub paper: Paper,
    /// The cluster under the cursor.
    pub cursor: Cursor,
    /// The line at the top of the window.
    pub top: At,
    /// The column to which the cursor returns on lines that are long enough.
    pub goal: Option<usize>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// The span of it, reckoned when the state last changed.
    pub(super) span: Option<Span>,
    /// What was selected last.
    pub selected: Option<Selection>,
    /// What is looked for in it.
    pub found: Option<Found>,
    /// Its passages, and what is said of it as a whole.
    pub coding: Coding,
    /// Where the passages stand on the page, in the order of their beginnings.
    pub strips: Vec<Strip>,
    /// What is about to be tagged where nothing is selected.
    pub aim: Option<Aim>,
    /// The passage that was walked to.
    pub(super) walked: Option<PassageId>,
    /// The passage whose bounds the selection is, and where the cursor was.
    pub bounding: Option<(PassageId, Cursor)>,
    /// Whether notes stand under their paragraphs, for want of a margin.
    pub(super) under: bool,
    /// Whether what was set aside is shown.
    pub clutter: bool,
    /// The direction of all its paragraphs, if the reader said one.
    pub direction: Option<Direction>,
    /// What is related to it, once that is known.
    pub foot: Option<Foot>,
    /// Where the cursor came back to, and the related article to which it went from there.
    pub(super) sought: Option<(Cursor, ArticleId)>,
    /// Where the cursor was before it leapt.
    pub leapt: Option<Cursor>,
    /// Whether it was opened, and not only shown beside the list.
    pub visited: bool,
    /// Whether it is no longer in the library.
    pub gone: bool,
    /// Whether it is an old version of the article.
    pub old: bool,
    /// Rows of the window.
    pub height: usize,
}

/// Rows kept between the cursor and the window's edge.
const AWAY: usize = 2;

impl Reader {
    /// An article with the cursor at the first place of its page.
    pub fn new(loaded: Loaded, paper: Paper, height: usize) -> Self {
        let mut reader = Self {
            loaded,
            paper,
            cursor: Cursor::default(),
            top: At::default(),
            goal: None,
            selection: None,
            span: None,
            selected: None,
            found: None,
            coding: Coding::default(),
            strips: Vec::new(),
            aim: None,
            walked: None,
            bounding: None,
            under: false,
            clutter: false,
            direction: None,
            foot: None,
            sought: None,
            leapt: None,
            visited: false,
            gone: false,
            old: false,
            height,
        };
        reader.stand(Cursor::default());
        reader
    }

    /// Its name.
    pub fn id(&self) -> &ArticleId {
        &self.loaded.entry.id
    }

    /// Where it is left, in code points of its text.
    pub fn offset(&self) -> u32 {
        self.paper.offset(self.cursor)
    }

    /// Goes to a place of its text, in code points, with some of what is above it in sight.
    pub fn resume(&mut self, offset: u32) {
        let cursor = self.paper.cursor(offset);
        self.stand(cursor);
        self.show_at(self.height / 3);
    }

    /// Puts the cursor on the cluster nearest to a place, in the window.
    pub fn stand(&mut self, cursor: Cursor) {
        self.cursor = self.paper.page.snap(cursor).unwrap_or_default();
        self.goal = None;
        self.follow();
    }

    /// As [`Reader::stand`], from afar: the place left is remembered.
    pub fn leap(&mut self, cursor: Cursor) {
        self.leapt = Some(self.cursor);
        self.stand(cursor);
    }

    /// The line and the columns of the cursor.
    pub fn place(&mut self) -> Option<(At, Range<usize>)> {
        self.paper.page.place(self.cursor)
    }

    /// The column that moves up and down keep to.
    pub fn column(&mut self) -> usize {
        if let Some(goal) = self.goal {
            return goal;
        }
        let column = self.place().map_or(0, |(_, columns)| columns.start);
        *self.goal.insert(column)
    }

    /// Scrolls as little as brings the cursor into the window.
    pub fn follow(&mut self) {
        let Some((at, _)) = self.place() else {
            return;
        };
        let away = AWAY.min(self.height.saturating_sub(1) / 2);
        let page = &mut self.paper.page;
        let above = page.moved(at, -(away.cast_signed()));
        if above < self.top {
            self.top = above;
        }
        let below = page.moved(at, away.cast_signed());
        let first = page.moved(below, 1 - self.height.max(1).cast_signed());
        if first > self.top {
            self.top = first;
        }
        self.settle();
    }

    /// Scrolls so that the cursor's line is this many rows below the window's top.
    pub fn show_at(&mut self, row: usize) {
        if let Some((at, _)) = self.place() {
            self.top = self.paper.page.moved(at, -(row.cast_signed()));
            self.settle();
        }
    }

    /// Scrolls by rows; the cursor stays in the window. False where nothing moved.
    pub fn scroll(&mut self, down: bool, rows: usize) -> bool {
        let before = self.top;
        let by = if down {
            rows.cast_signed()
        } else {
            -rows.cast_signed()
        };
        self.top = self.paper.page.moved(self.top, by);
        self.settle();
        let column = self.column();
        let Some((at, _)) = self.place() else {
            return self.top != before;
        };
        let away = AWAY.min(self.height.saturating_sub(1) / 2);
        let (first, last) = self.window();
        let first = if first == At::default() {
            first
        } else {
            self.paper.page.moved(first, away.cast_signed())
        };
        let last = self.paper.page.moved(last, -away.cast_signed());
        let nearest = if at < first {
            Some((first, true))
        } else if at > last && !self.at_end() {
            Some((last, false))
        } else {
            None
        };
        if let Some((line, down)) = nearest {
            self.cursor = self.on(line, column, down).unwrap_or(self.cursor);
            self.goal = Some(column);
        }
        self.top != before
    }

    /// Whether the last line is in the window.
    pub fn at_end(&mut self) -> bool {
        let page = &mut self.paper.page;
        let beyond = page.moved(self.top, self.height.cast_signed());
        let last = page.moved(self.top, self.height.saturating_sub(1).cast_signed());
        beyond == last
    }

    /// Whether the last line of the text is in the window, or above it.
    pub fn is_read(&mut self) -> bool {
        let page = &mut self.paper.page;
        let last = At {
            block: self.paper.body.saturating_sub(1),
            line: usize::MAX,
        };
        let last = page.prepare(last, 1);
        last <= page.moved(self.top, self.height.saturating_sub(1).cast_signed())
    }

    /// The last cluster of the text.
    pub fn text_end(&mut self) -> Cursor {
        let end = Cursor {
            block: self.paper.body.saturating_sub(1),
            byte: usize::MAX,
        };
        self.paper.page.snap(end).unwrap_or_default()
    }

    /// The first and the last line of the window.
    fn window(&mut self) -> (At, At) {
        let rows = self.height.saturating_sub(1).cast_signed();
        (self.top, self.paper.page.moved(self.top, rows))
    }

    /// The cluster nearest to a column on a line, or on the first beyond it that shows one.
    fn on(&mut self, line: At, column: usize, down: bool) -> Option<Cursor> {
        let mut line = self.paper.page.prepare(line, 1);
        loop {
            if let Some(cursor) = self.paper.page.hit(line, column) {
                return Some(cursor);
            }
            let next = self.paper.page.moved(line, if down { 1 } else { -1 });
            if next == line {
                return None;
            }
            line = next;
        }
    }

    /// Another width or height: the cursor's line stays where it is, as far as it can.
    pub fn resize(&mut self, width: usize, height: usize) {
        if width == self.paper.page.width() && height == self.height {
            return;
        }
        let row = self.row_of_cursor();
        self.height = height;
        if width != self.paper.page.width() {
            self.paper.page.resize(width);
            self.goal = None;
            self.top = At::default();
            // it may stand on a blank that now ends a row and has no cell
            self.cursor = self.paper.page.snap(self.cursor).unwrap_or_default();
        }
        self.show_at(row.unwrap_or(0).min(height.saturating_sub(1)));
        self.follow();
    }

    /// The row of the window on which the cursor stands.
    pub fn row_of_cursor(&mut self) -> Option<usize> {
        let (at, _) = self.place()?;
        let page = &self.paper.page;
        let mut line = Some(self.top);
        for row in 0..self.height {
            if line == Some(at) {
                return Some(row);
            }
            line = line.and_then(|at| page.next(at));
        }
        None
    }

    /// Brings the window onto lines that exist, without blank rows at the end where text could
    /// stand, and lays it out.
    pub(super) fn settle(&mut self) {
        let page = &mut self.paper.page;
        self.top = page.prepare(self.top, self.height);
        let rows = self.height.saturating_sub(1).cast_signed();
        let last = page.moved(self.top, rows);
        let first = page.moved(last, -rows);
        if first < self.top {
            self.top = first;
        }
        self.top = page.prepare(self.top, self.height);
    }

    /// How much has been read when the window is at its place, in percent.
    pub fn progress(&self) -> usize {
        let end = At {
            block: self.paper.body,
            line: 0,
        };
        let (_, all) = self.paper.page.extent(end);
        let (_, above) = self.paper.page.extent(self.top);
        let seen = (above + self.height).min(all);
        (seen * 100).checked_div(all).unwrap_or(100)
    }
}
