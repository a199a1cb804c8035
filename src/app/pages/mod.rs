//! Which page stands in the place of list and text: passages, the codebook, counts?
//!
//! Pages are stacked: one leads to another and back. An article that a page leads to is read
//! in front of them, and the way back leads to the page as it was left.

mod book;
mod codes;
mod collection;
mod counts;
mod filter;
mod naming;
mod passages;
mod results;
mod search;
mod snippet;
mod story;
mod tally;
mod window;

pub use book::Book;
pub use counts::{Count, Counts};
pub use naming::Named;
pub use passages::{Passages, Shown as ShownPassage};
pub use results::{BEFORE, Results, Shown as ShownResult};
pub use snippet::Laid;
pub use story::Timeline;
pub use window::Window;

pub(super) use codes::{
    all_tags, bearers, below, beside, codebook, describe, discard, find_tag, merge, paint, pin,
    place, rename, split, split_off,
};
pub(super) use collection::{
    attach, clear, delete, find, group, join, mark, note, open, orphans, passages, tag,
    this_article, untag,
};
pub(super) use filter::{untagged, with_all, with_any, without};
pub(super) use naming::named;
pub(super) use search::{again, key, open as open_found, paste, relate, search};
pub(super) use story::{open as open_told, story};
pub(super) use tally::{counted, counts};

use counts::Cell;

use super::{
    App, Area, Effects, Mouse, MouseKind,
    command::{Given, Scope},
};
use crate::{
    passage::Codebook,
    text::{Direction, Typesetter},
};

/// A page.
#[derive(Debug)]
pub enum Page {
    /// Passages from everywhere.
    Passages(Passages),
    /// All tags.
    Codebook(Book),
    /// How often tags are borne.
    Counts(Counts),
    /// A story from its beginning.
    Story(Timeline),
    /// What was searched for.
    Search(Results),
}

impl Page {
    /// Where keys are looked up on it.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Passages(_) => Scope::PASSAGES,
            Self::Codebook(_) => Scope::CODEBOOK,
            Self::Counts(_) => Scope::COUNTS,
            Self::Story(_) => Scope::STORY,
            Self::Search(_) => Scope::SEARCH,
        }
    }

    /// Its rows and the current one go on by so many.
    fn step(&mut self, down: bool, by: usize) {
        match self {
            Self::Passages(page) => page.step(down, by),
            Self::Codebook(Book { window, .. })
            | Self::Counts(Counts { window, .. })
            | Self::Story(Timeline { window, .. }) => window.step(down, by),
            Self::Search(page) => page.step(down, by),
        }
    }

    /// The current row is the one of this number, from 0.
    fn go(&mut self, nth: usize) {
        match self {
            Self::Passages(page) => page.go(nth),
            Self::Codebook(Book { window, .. })
            | Self::Counts(Counts { window, .. })
            | Self::Story(Timeline { window, .. }) => window.go(nth),
            Self::Search(page) => page.go(nth),
        }
    }

    /// The place of the current row, from 0, and how many rows there are.
    pub fn place(&self) -> (usize, usize) {
        match self {
            Self::Passages(page) => (page.cursor, page.len()),
            Self::Codebook(Book { window, .. })
            | Self::Counts(Counts { window, .. })
            | Self::Story(Timeline { window, .. }) => (window.cursor, window.count()),
            Self::Search(page) => (page.cursor, page.found().len()),
        }
    }

    /// What stands in a row of the window.
    fn hit(&self, row: u16) -> Option<usize> {
        match self {
            Self::Passages(page) => page.hit(row),
            // below the names of the columns
            Self::Codebook(Book { window, .. }) | Self::Counts(Counts { window, .. }) => {
                window.hit(usize::from(row.checked_sub(1)?))
            }
            Self::Story(page) => page.hit(row),
            Self::Search(page) => page.hit(row),
        }
    }

    /// Rows that a window holds.
    fn window(&self) -> usize {
        match self {
            Self::Passages(page) => page.window(),
            Self::Codebook(Book { window, .. })
            | Self::Counts(Counts { window, .. })
            | Self::Story(Timeline { window, .. }) => window.height(),
            Self::Search(page) => page.window(),
        }
    }

    /// Brings its cursor into the window, and lays out what is in it.
    pub(super) fn arrange(
        &mut self,
        codebook: &Codebook,
        area: Area,
        setter: &mut Typesetter,
        direction: Direction,
    ) {
        match self {
            Self::Passages(page) => page.arrange(area.height),
            Self::Codebook(page) => page.arrange(codebook, area.height),
            Self::Counts(page) => page.arrange(area.height),
            Self::Story(page) => page.arrange(area),
            Self::Search(page) => page.arrange(area, setter, direction),
        }
    }
}

/// Leaves the page for what is behind it.
pub fn leave(app: &mut App, _: Given) -> Effects {
    if let Some(Page::Search(_)) = app.pages.pop() {
        app.end_hunt();
    }
    app.paging = !app.pages.is_empty();
    app.ask_page()
}

/// The wheel goes through the rows, a press makes one current, a second one opens it.
pub(super) fn mouse(app: &mut App, mouse: Mouse) -> Effects {
    match mouse.kind {
        MouseKind::Wheel(down) => app.page_by(down, 1),
        MouseKind::Press(times) if !app.is_typing_below() => {
            let Some(area) = app
                .panes
                .page
                .filter(|area| area.has(mouse.column, mouse.row))
            else {
                return Effects::new();
            };
            let Some(page) = app.page_mut() else {
                return Effects::new();
            };
            let row = mouse.row - area.y;
            let Some(at) = page.hit(row) else {
                if let Page::Search(page) = page {
                    page.typing |= row == 0;
                }
                return Effects::new();
            };
            page.go(at);
            if let Page::Search(_) = page {
                return open_found(app, Given::default());
            }
            if times > 1 {
                return match page {
                    Page::Passages(_) => open(app, Given::default()),
                    Page::Codebook(_) => bearers(app, Given::default()),
                    Page::Counts(_) => counted(app, Given::default()),
                    Page::Story(_) => open_told(app, Given::default()),
                    Page::Search(_) => Effects::new(),
                };
            }
        }
        _ => {}
    }
    Effects::new()
}

impl App {
    /// The page in front.
    pub fn page(&self) -> Option<&Page> {
        self.pages.last().filter(|_| self.paging)
    }

    pub(super) fn page_mut(&mut self) -> Option<&mut Page> {
        let paging = self.paging;
        self.pages.last_mut().filter(|_| paging)
    }

    /// Opens a page in front of the others.
    pub(super) fn open_page(&mut self, page: Page) {
        self.pages.push(page);
        self.show_pages();
    }

    /// Goes back to the last page of a kind; false where there is none.
    fn return_to(&mut self, kind: fn(&Page) -> bool) -> bool {
        let Some(at) = self.pages.iter().rposition(kind) else {
            return false;
        };
        self.pages.truncate(at + 1);
        self.show_pages();
        true
    }

    /// The pages are in front of list and article.
    pub(super) fn show_pages(&mut self) {
        self.paging = true;
        // which shows nothing but an article
        self.zen = false;
    }

    /// Whether keys go through rows: those of a page, or of what is related.
    pub(super) fn in_rows(&self) -> bool {
        self.paging || self.neighbours().is_some()
    }

    /// Rows of what is in front go by.
    pub(super) fn page_by(&mut self, down: bool, by: usize) {
        if let Some(page) = self.page_mut() {
            page.step(down, by);
        } else if let Some(pane) = self.neighbours_mut() {
            pane.window.step(down, by);
        }
    }

    /// Windows of what is in front go by, or parts of one.
    pub(super) fn page_windows(&mut self, down: bool, times: usize, part: usize) {
        let pane = self.neighbours().map(|pane| pane.window.height());
        let window = self.page().map(Page::window).or(pane);
        let by = (window.unwrap_or(1) / part).max(1) * times;
        self.page_by(down, by);
    }

    /// What is in front goes to a row, counted from 1.
    pub(super) fn page_nth(&mut self, nth: usize) {
        let nth = nth.saturating_sub(1);
        if let Some(page) = self.page_mut() {
            page.go(nth);
        } else if let Some(pane) = self.neighbours_mut() {
            pane.window.go(nth);
        }
    }
}
