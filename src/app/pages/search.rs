//! What can be done on the page of a search?

use super::{Page, Results};
use crate::{
    app::{
        App, Code, Effects, Focus, Key, Line, Reader, Slot, coding,
        command::Given,
        hunt::{self, Hunt, MOST},
    },
    desk::{Coded, Finding, Request, Search},
    error::Error,
    passage::Deed,
};

/// So many searches of this run are kept.
const KEPT: usize = 100;

/// Opens the page of a search; what is selected is searched for.
pub fn search(app: &mut App, _: Given) -> Effects {
    if app.results().is_some() {
        return again(app, Given::default());
    }
    let reading = app.page().is_none() && app.focus == Focus::Reader;
    let open = app.reader.as_mut().filter(|_| reading);
    let mut selected = String::new();
    let mut from = None;
    if let Some(reader) = open {
        let title = reader.loaded.article.meta.title.clone();
        from = Some((reader.id().clone(), title));
        selected = reader.selected_text().unwrap_or_default();
        reader.deselect();
    }
    app.pages.retain(|page| !matches!(page, Page::Search(_)));
    let page = Results::new(&hunt::words_of(&selected), from);
    app.open_page(Page::Search(page));
    // words that are selected are whole
    app.search_line(false)
}

/// The line has the keys again.
pub fn again(app: &mut App, _: Given) -> Effects {
    if let Some(page) = app.results_mut() {
        page.typing = true;
        page.line = Line::offering(page.line.text());
    }
    Effects::new()
}

/// Opens the article of the current result where it was found.
pub fn open(app: &mut App, _: Given) -> Effects {
    let Some(page) = app.results_mut() else {
        return Effects::new();
    };
    page.leave_line();
    if page.waiting && !page.stays {
        page.opens = true;
        return Effects::new();
    }
    let Some(id) = page.current().map(|found| found.entry.id.clone()) else {
        return Effects::new();
    };
    page.opened = Some(id);
    let hunt = page.finding.as_ref();
    let hunt = hunt.map(|finding| Hunt::new(page.search.clone(), finding, page.cursor));
    app.hunt = hunt;
    app.remember_search();
    app.open_hunted()
}

/// The current result is related to the article that was open when the search began, says the
/// reader.
pub fn relate(app: &mut App, _: Given) -> Effects {
    let Some(page) = app.results() else {
        return Effects::new();
    };
    match (&page.from, page.current()) {
        (None, _) => app.tell("relate-no-article", &[]),
        (Some((id, _)), Some(found)) if *id == found.entry.id => app.tell("relate-itself", &[]),
        (Some((id, _)), Some(found)) => {
            let other = found.entry.id.clone();
            return coding::code(vec![Deed::Relate(id.clone(), other, Some(true))]);
        }
        _ => {}
    }
    Effects::new()
}

/// A key in the line.
pub fn key(app: &mut App, key: Key) -> Effects {
    let direction = app.direction();
    let Some(page) = app.results_mut() else {
        return Effects::new();
    };
    let empty = page.line.text().is_empty();
    match key.code {
        Code::Esc => super::leave(app, Given::default()),
        Code::Char('c') if key.ctrl => super::leave(app, Given::default()),
        Code::Backspace if empty => super::leave(app, Given::default()),
        Code::Up => app.earlier_search(true),
        Code::Down if page.earlier.is_some() => app.earlier_search(false),
        Code::Enter | Code::Down => app.accept_search(),
        _ if page.line.key(key, direction).changed() => {
            page.earlier = None;
            app.search_line(true)
        }
        _ => Effects::new(),
    }
}

/// A text pasted into it.
pub fn paste(app: &mut App, text: &str) -> Effects {
    let Some(page) = app.results_mut() else {
        return Effects::new();
    };
    page.line.paste(text);
    page.earlier = None;
    app.search_line(true)
}

impl App {
    /// The page of a search, if it is in front.
    pub fn results(&self) -> Option<&Results> {
        match self.page() {
            Some(Page::Search(page)) => Some(page),
            _ => None,
        }
    }

    pub(in crate::app) fn results_mut(&mut self) -> Option<&mut Results> {
        match self.page_mut() {
            Some(Page::Search(page)) => Some(page),
            _ => None,
        }
    }

    /// Whether the open article was opened from the page of a search, which is behind it.
    pub(in crate::app) fn is_from_results(&self) -> bool {
        let open = self.reader.as_ref().map(Reader::id);
        let Some(Page::Search(page)) = self.pages.last() else {
            return false;
        };
        !self.paging && self.focus == Focus::Reader && open == page.opened.as_ref()
    }

    /// Says that the current result is related now; false where something else was done.
    pub(in crate::app) fn tell_found_related(&mut self, coded: &Coded) -> bool {
        let page = self.results();
        let Some((page, found)) = page.and_then(|page| Some((page, page.current()?))) else {
            return false;
        };
        let Some((_, name)) = &page.from else {
            return false;
        };
        if coded.kind != "relate" || !coded.articles.contains(&found.entry.id) {
            return false;
        }
        let (name, other) = (name.clone(), found.entry.meta.title.clone());
        let names = [("name", (&name).into()), ("other", (&other).into())];
        self.tell("relate-done", &names);
        true
    }

    /// What the page shows is searched for once more.
    pub(in crate::app) fn ask_found(&mut self) -> Effects {
        let Some(page) = self.results_mut().filter(|page| !page.is_blank()) else {
            return Effects::new();
        };
        page.stays |= !page.waiting;
        page.waiting = true;
        let search = page.search.clone();
        self.put(search)
    }

    /// The same, if not all of the library was in the index.
    pub(in crate::app) fn ask_behind(&mut self) -> Effects {
        let behind = |page: &Results| page.finding.as_ref().is_some_and(|f| f.behind > 0);
        match self.results() {
            Some(page) if behind(page) && !page.waiting => self.ask_found(),
            _ => Effects::new(),
        }
    }

    /// More results, once the last of them is near.
    pub(in crate::app) fn ask_more_found(&mut self) -> Effects {
        match self.results_mut() {
            Some(page) if page.wants_more() => page.search.count += MOST,
            _ => return Effects::new(),
        }
        self.ask_found()
    }

    /// What was searched for is here.
    pub(in crate::app) fn take_found(&mut self, finding: Finding) -> Effects {
        if let Some(seeking) = self.seeking.take() {
            return self.sought(seeking, &finding);
        }
        let pages = self.pages.iter_mut().rev();
        let page = pages.into_iter().find_map(|page| match page {
            Page::Search(page) => Some(page),
            _ => None,
        });
        let Some(page) = page else {
            return Effects::new();
        };
        page.take(finding);
        if std::mem::take(&mut page.opens) && self.results().is_some() {
            return open(self, Given::default());
        }
        Effects::new()
    }

    /// There is no answer; whether that is for want of an index that can be used, which is said: once
    /// it is there, what is in the line is searched for.
    pub(in crate::app) fn lose_found(&mut self, error: &Error) -> bool {
        let indexing = matches!(error, Error::NoIndex(_) | Error::Index(..));
        if self.seeking.take().is_some() {
            if indexing {
                self.tell("search-no-index", &[]);
            }
        } else if let Some(Page::Search(page)) = self.pages.last_mut() {
            page.lose(indexing);
        }
        indexing
    }

    /// The text in the line is searched for; it may go on if it is being typed.
    fn search_line(&mut self, typing: bool) -> Effects {
        let Some(page) = self.results_mut() else {
            return Effects::new();
        };
        let asks = page.ask(typing);
        let search = page.search.clone();
        if asks {
            return self.put(search);
        }
        // what is coming is no longer wanted
        self.forget_found();
        Effects::new()
    }

    /// The text in the line is as it shall be: the results have the keys.
    fn accept_search(&mut self) -> Effects {
        let Some(page) = self.results_mut() else {
            return Effects::new();
        };
        if page.line.text().trim().is_empty() {
            return Effects::new();
        }
        page.leave_line();
        page.earlier = None;
        let effects = self.search_line(false);
        self.remember_search();
        effects
    }

    /// Puts an earlier search into the line, or a later one.
    fn earlier_search(&mut self, back: bool) -> Effects {
        let count = self.searched.len();
        let Some(page) = self.results_mut() else {
            return Effects::new();
        };
        let (at, draft) = match page.earlier.take() {
            Some((at, draft)) => (at, draft),
            None => (count, page.line.text().to_owned()),
        };
        let at = if back {
            at.checked_sub(1)
        } else {
            Some(at + 1)
        };
        let at = at.unwrap_or(0);
        let text = self.searched.get(at).cloned();
        let Some(page) = self.results_mut() else {
            return Effects::new();
        };
        if let Some(text) = text {
            page.line = Line::new(&text);
            page.earlier = Some((at, draft));
        } else {
            page.line = Line::new(&draft);
        }
        self.search_line(false)
    }

    /// What is in the line is kept for later.
    fn remember_search(&mut self) {
        let Some(text) = self.results().map(|page| page.search.text.clone()) else {
            return;
        };
        self.searched.retain(|own| *own != text);
        self.searched.push(text);
        if self.searched.len() > KEPT {
            self.searched.remove(0);
        }
    }

    fn put(&mut self, search: Search) -> Effects {
        // the slot answers the newest question only
        self.seeking = None;
        vec![self.ask(Slot::Search, Request::Search(search))]
    }
}
