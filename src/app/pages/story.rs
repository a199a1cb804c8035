//! How did a story go on, from its beginning?

use super::{Page, Window};
use crate::{
    app::{App, Area, Effects, Focus, Slot, command::Given},
    article::ArticleId,
    desk::{Request, Story, Told},
};

/// The page of a story.
#[derive(Debug)]
pub struct Timeline {
    /// The article whose story it is.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// The story; none until it is here.
    pub story: Option<Story>,
    /// The articles in sight.
    pub window: Window,
    /// Whether what stands beside a title stands under it, for want of columns.
    pub under: bool,
}

/// In fewer columns nothing stands beside a title.
const NARROW: u16 = 60;

impl Timeline {
    /// The article that was asked about.
    pub fn here(&self) -> Option<&Told> {
        let story = self.story.as_ref()?;
        story.lines.get(story.here)
    }

    /// The current article.
    pub fn current(&self) -> Option<&Told> {
        self.story.as_ref()?.lines.get(self.window.cursor)
    }

    /// Whether a line begins another day than the one above it.
    pub fn begins_day(&self, at: usize) -> bool {
        let day = |at: usize| {
            let told = self.story.as_ref()?.lines.get(at)?;
            // to the day, as far as that is known
            let date = told.entry.meta.date.map(|date| date.to_string());
            Some(date.map(|date| date.chars().take(10).collect::<String>()))
        };
        at.checked_sub(1).is_none_or(|above| day(above) != day(at))
    }

    /// The story is this now; the cursor stays on its article.
    pub fn take(&mut self, story: Story) {
        let current = self.current().map(|told| told.entry.id.clone());
        let mut lines = story.lines.iter();
        let own = lines.position(|told| Some(&told.entry.id) == current.as_ref());
        let known = self.story.is_some();
        let cursor = own.unwrap_or(if known {
            self.window.cursor
        } else {
            story.here
        });
        self.window.fill(story.lines.len(), cursor);
        self.story = Some(story);
    }

    /// Brings the current article into sight of a window.
    pub fn arrange(&mut self, area: Area) {
        self.under = area.width < NARROW;
        let behind = self.story.as_ref().is_some_and(|story| story.behind > 0);
        let rows = area.height.saturating_sub(u16::from(behind));
        self.window.fit(usize::from(rows / self.rows()));
    }

    /// Rows of an article.
    pub fn rows(&self) -> u16 {
        1 + u16::from(self.under)
    }

    /// The article on a row of the page.
    pub fn hit(&self, row: u16) -> Option<usize> {
        self.window.hit(usize::from(row / self.rows()))
    }
}

/// Opens the story of the open article, in the list of the current one, among what is related
/// of the one there.
pub fn story(app: &mut App, _: Given) -> Effects {
    let near = app.neighbours().and_then(|pane| pane.current());
    let entry = match (near, app.focus, &app.reader) {
        (Some(entry), ..) => Some(entry),
        (None, Focus::Reader, Some(reader)) => Some(&reader.loaded.entry),
        (None, ..) => app.list.current(),
    };
    let Some(entry) = entry else {
        app.tell("related-no-article", &[]);
        return Effects::new();
    };
    let page = Timeline {
        id: entry.id.clone(),
        title: entry.meta.title.clone(),
        story: None,
        window: Window::default(),
        under: false,
    };
    app.open_page(Page::Story(page));
    app.ask_page()
}

/// Opens the current article of the story.
pub fn open(app: &mut App, _: Given) -> Effects {
    let Some(Page::Story(page)) = app.page() else {
        return Effects::new();
    };
    let Some(told) = page.current() else {
        return Effects::new();
    };
    let (id, row) = (told.entry.id.clone(), told.entry.row());
    app.close_drawer();
    app.jump(&id, row, None)
}

impl App {
    /// The story of the page in front.
    pub(super) fn ask_story(&mut self, id: ArticleId) -> Effects {
        vec![self.ask(Slot::Story, Request::Story(id))]
    }

    /// The story has come.
    pub(in crate::app) fn take_story(&mut self, story: Story) {
        if let Some(Page::Story(page)) = self.page_mut() {
            page.take(story);
        }
    }
}
