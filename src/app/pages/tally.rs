//! What can be done with counts of tags?

use super::{Cell, Count, Counts, Page};
use crate::{
    app::{App, Effects, Slot, command::Given},
    desk::{Grouping, Request},
};

/// Opens the counts: of the passages that are shown, else of all.
pub fn counts(app: &mut App, _: Given) -> Effects {
    let wanted = app.collection().map(|page| page.wanted.clone());
    app.open_page(Page::Counts(Counts::new(wanted.unwrap_or_default())));
    app.ask_page()
}

/// Opens the passages that are counted in the current row.
pub fn counted(app: &mut App, _: Given) -> Effects {
    let Some(Page::Counts(page)) = app.page() else {
        return Effects::new();
    };
    let Some(Count { tag, .. }) = page.current() else {
        return Effects::new();
    };
    let mut wanted = page.wanted.clone();
    if !wanted.all.contains(tag) {
        wanted.all.push(tag.clone());
    }
    app.passages_of(wanted, Grouping::Article)
}

impl App {
    /// What the page in front shows, as it is now.
    pub(in crate::app) fn ask_page(&mut self) -> Effects {
        match self.page() {
            Some(Page::Passages(_)) => self.ask_passages(),
            Some(Page::Counts(page)) => {
                let wanted = page.wanted.clone();
                vec![self.ask(Slot::Counts, Request::Matrix(wanted))]
            }
            Some(Page::Story(page)) => {
                let id = page.id.clone();
                self.ask_story(id)
            }
            Some(Page::Search(_)) => self.ask_found(),
            Some(Page::Codebook(_)) | None => Effects::new(),
        }
    }

    /// The tags have been counted.
    pub(in crate::app) fn take_counts(&mut self, matrix: &[Cell]) {
        if let Some(Page::Counts(page)) = self.page_mut() {
            page.fill(matrix);
        }
    }
}
