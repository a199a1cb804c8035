//! What has a search found, and where does each result stand?

use super::snippet::Laid;
use crate::{
    app::{Area, Line, hunt::MOST},
    article::ArticleId,
    desk::{Finding, Found, Search},
    text::{Direction, Typesetter},
};

/// The page of a search: a line in which it is typed, and beneath it what is found.
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
#[derive(Debug)]
pub struct Results {
    /// What is typed.
    pub line: Line,
    /// Whether the line has the keys.
    pub typing: bool,
    /// The article that was open when the search began, and its title.
    pub from: Option<(ArticleId, String)>,
    /// What was found; none before the first answer, and where nothing is searched for.
    pub finding: Option<Finding>,
    /// Whether there is no index yet.
    pub unindexed: bool,
    /// The place of the current result.
    pub cursor: usize,
    /// What stands in the window.
    pub shown: Vec<Shown>,
    /// The article that was opened from here last.
    pub(in crate::app) opened: Option<ArticleId>,
    /// What was asked last.
    pub(super) search: Search,
    /// Whether its answer is still to come.
    pub(super) waiting: bool,
    /// Whether the cursor stays on its article when the answer comes; else it goes to the first.
    pub(super) stays: bool,
    /// Whether the current result is to be opened then.
    pub(super) opens: bool,
    /// Which earlier search is in the line, and what was in it before.
    pub(super) earlier: Option<(usize, String)>,
    laid: Vec<Option<Laid>>,
    top: usize,
    width: u16,
}

/// A result in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Its place among the results.
    pub at: usize,
    /// Its first row in the page's area.
    pub y: u16,
    /// Its rows: the title, source and date, the sentence.
    pub rows: u16,
}

/// Rows above the results: the line, and what is to be said of them.
const ABOVE: u16 = 2;
/// Cells before the results: two columns of marks, and a blank.
pub const BEFORE: u16 = 3;
/// No sentence is wider: its rows are read one after the other.
const WIDEST: u16 = 96;

impl Results {
    /// A page whose line begins with a text.
    pub(super) fn new(text: &str, from: Option<(ArticleId, String)>) -> Self {
        Self {
            line: Line::new(text),
            typing: true,
            from,
            finding: None,
            unindexed: false,
            cursor: 0,
            shown: Vec::new(),
            opened: None,
            search: Search::default(),
            waiting: false,
            stays: false,
            opens: false,
            earlier: None,
            laid: Vec::new(),
            top: 0,
            width: 0,
        }
    }

    /// What was found.
    pub fn found(&self) -> &[Found] {
        self.finding.as_ref().map_or(&[], |finding| &finding.found)
    }

    /// The current result.
    pub fn current(&self) -> Option<&Found> {
        self.found().get(self.cursor)
    }

    /// A result as it is laid out; there for all in the window.
    pub fn laid(&self, at: usize) -> Option<&Laid> {
        self.laid.get(at)?.as_ref()
    }

    /// Cells of a result beside its marks.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Whether more may be found than is here.
    pub fn may_have_more(&self) -> bool {
        self.found().len() >= self.search.count.max(1)
    }

    /// Whether nothing is searched for.
    pub fn is_blank(&self) -> bool {
        self.search.text.is_empty()
    }

    /// The results have the keys.
    pub(super) fn leave_line(&mut self) {
        self.typing = false;
        self.line.accept();
    }

    /// What is in the line is searched for from now on, and may go on if it is being typed;
    /// false where there is nothing in it.
    pub(super) fn ask(&mut self, typing: bool) -> bool {
        let text = self.line.text().trim();
        self.search = Search {
            text: text.to_owned(),
            count: MOST,
            typing,
        };
        (self.stays, self.opens) = (false, false);
        self.waiting = !self.is_blank();
        if self.is_blank() {
            self.fill(None);
        }
        self.waiting
    }

    /// The answer.
    pub(super) fn take(&mut self, finding: Finding) {
        (self.waiting, self.unindexed) = (false, false);
        let here = self.current().filter(|_| self.stays);
        let here = here.map(|found| found.entry.id.clone());
        let at = here.and_then(|id| finding.found.iter().position(|f| f.entry.id == id));
        self.cursor = at.unwrap_or(if self.stays { self.cursor } else { 0 });
        // where nothing is found there is nothing to be done but to type on
        self.typing |= finding.found.is_empty();
        self.fill(Some(finding));
    }

    /// There is no answer, perhaps for want of an index.
    pub(super) fn lose(&mut self, unindexed: bool) {
        (self.waiting, self.opens, self.unindexed) = (false, false, unindexed);
        if unindexed {
            self.fill(None);
        }
    }

    fn fill(&mut self, finding: Option<Finding>) {
        self.finding = finding;
        self.laid.clear();
        self.laid.resize_with(self.found().len(), || None);
        self.go(self.cursor);
    }

    /// The cursor goes on by so many results.
    pub fn step(&mut self, down: bool, by: usize) {
        (self.stays, self.opens) = (true, false);
        self.go(if down {
            self.cursor.saturating_add(by)
        } else {
            self.cursor.saturating_sub(by)
        });
    }

    /// The cursor goes to a place.
    pub fn go(&mut self, at: usize) {
        self.cursor = at.min(self.found().len().saturating_sub(1));
    }

    /// Results in the window.
    pub fn window(&self) -> usize {
        self.shown.len().max(1)
    }

    /// Whether the last result that is here is in the window, or near it, though there may be
    /// more.
    pub(super) fn wants_more(&self) -> bool {
        let near = self.cursor + self.window() >= self.found().len();
        !self.typing && !self.waiting && near && self.may_have_more()
    }

    /// The result on a row of the page's area.
    pub fn hit(&self, row: u16) -> Option<usize> {
        let held = |shown: &&Shown| (shown.y..=shown.y + shown.rows).contains(&row);
        self.shown.iter().find(held).map(|shown| shown.at)
    }

    /// Brings the cursor into the window, and lays out what is in it.
    pub fn arrange(&mut self, area: Area, setter: &mut Typesetter, direction: Direction) {
        let width = area.width.saturating_sub(BEFORE + 1).clamp(1, WIDEST);
        if width != self.width {
            self.width = width;
            self.laid.fill_with(|| None);
        }
        self.shown.clear();
        if self.found().is_empty() {
            return;
        }
        self.top = self.top.min(self.cursor);
        // the current one is wholly in the window
        let height = area.height.saturating_sub(ABOVE);
        let mut room = i32::from(height) - i32::from(self.rows(self.cursor, setter, direction));
        let mut first = self.cursor;
        while first > self.top {
            room -= i32::from(self.rows(first - 1, setter, direction)) + 1;
            if room < 0 {
                break;
            }
            first -= 1;
        }
        self.top = first;
        let (mut at, mut y) = (self.top, 0);
        while at < self.laid.len() && y < height {
            let rows = self.rows(at, setter, direction);
            if y + rows > height && at > self.top {
                break;
            }
            self.shown.push(Shown {
                at,
                y: ABOVE + y,
                rows,
            });
            y += rows + 1;
            at += 1;
        }
    }

    /// Rows of a result, which is laid out by that.
    fn rows(&mut self, at: usize, setter: &mut Typesetter, direction: Direction) -> u16 {
        if self.laid[at].is_none()
            && let Some(finding) = &self.finding
        {
            let width = usize::from(self.width);
            let laid = Laid::new(&finding.found[at], &finding.query, setter, direction, width);
            self.laid[at] = Some(laid);
        }
        self.laid[at].as_ref().map_or(2, Laid::rows)
    }
}
