//! From article to article: opening, reading on, marking, filtering, sorting.

use super::{
    App, Effect, Effects, Focus, MenuKind, Prompt, PromptKind, Slot, command::Given, menu, related,
};
use crate::{
    article::ArticleId,
    config::MarkRead,
    desk::{Coding, Opened, Request, Shelf, Sort, View},
    passage::Placement,
};

/// Opens the current article.
pub fn open(app: &mut App, _: Given) -> Effects {
    let Some(entry) = app.list.current() else {
        return Effects::new();
    };
    let (id, row) = (entry.id.clone(), entry.row());
    app.open(&id, row)
}

/// The next article of the list.
pub fn next(app: &mut App, given: Given) -> Effects {
    neighbour(app, true, given.times())
}

/// The article before.
pub fn previous(app: &mut App, given: Given) -> Effects {
    neighbour(app, false, given.times())
}

/// The next article that is not read yet.
pub fn next_unread(app: &mut App, _: Given) -> Effects {
    let (view, row) = (app.list.view.clone(), app.list.current_row());
    vec![app.ask(Slot::Unread, Request::NextUnread(view, row))]
}

/// The next that is not read yet becomes current.
pub fn unread(app: &mut App, next: Option<i64>) -> Effects {
    match next.and_then(|row| app.list.find(row)) {
        Some(at) => {
            if at <= app.list.cursor {
                app.tell("from-the-start", &[]);
            }
            turn_to(app, at)
        }
        None => {
            app.tell("nothing-unread", &[]);
            Effects::new()
        }
    }
}

/// Marks the current article as read, or as not read.
pub fn toggle_read(app: &mut App, _: Given) -> Effects {
    let Some(entry) = app.list.current() else {
        return Effects::new();
    };
    let (row, read) = (entry.row(), entry.read);
    app.list.change(row, |entry| entry.read = !read);
    app.list.go(app.list.cursor + 1);
    vec![Effect::Order(Request::SetRead(vec![row], !read))]
}

/// Asks whether all that the list shows shall be marked as read.
pub fn all_read(app: &mut App, _: Given) -> Effects {
    if !app.list.is_empty() {
        app.menu = Some(menu::question::read(app));
    }
    Effects::new()
}

/// Gives the current or open article a star, or takes it.
pub fn star(app: &mut App, _: Given) -> Effects {
    let reading = app.focus == Focus::Reader;
    let open = app.reader.as_mut().filter(|_| reading);
    let (row, starred) = match open {
        Some(reader) => {
            let entry = &mut reader.loaded.entry;
            entry.starred = !entry.starred;
            (entry.row(), entry.starred)
        }
        None => match app.list.current() {
            Some(entry) => (entry.row(), !entry.starred),
            None => return Effects::new(),
        },
    };
    app.list.change(row, |entry| entry.starred = starred);
    app.tell(if starred { "star-given" } else { "star-taken" }, &[]);
    vec![Effect::Order(Request::SetStarred(vec![row], starred))]
}

/// Opens the article's address in the browser.
pub fn browse(app: &mut App, _: Given) -> Effects {
    let url = app.subject().and_then(|entry| entry.meta.url.clone());
    match url {
        Some(url) => to_browser(app, url),
        None => {
            app.tell("no-address", &[]);
            Effects::new()
        }
    }
}

/// Follows a link: that of a number, else the one under the cursor, or opens what is related.
pub fn follow(app: &mut App, given: Given) -> Effects {
    if given.count.is_none()
        && let Some(effects) = related::enter(app)
    {
        return effects;
    }
    let Some(reader) = app.reading() else {
        return Effects::new();
    };
    let here = reader.cursor;
    let paper = &reader.paper;
    let under = || {
        paper
            .places
            .iter()
            .position(|(block, bytes)| *block == here.block && bytes.contains(&here.byte))
    };
    let number = given.count.and_then(|n| n.checked_sub(1)).or_else(under);
    let url = number.and_then(|at| paper.links.get(at)).cloned();
    match url {
        Some(url) => to_browser(app, url),
        None => {
            let numbered = given.count.is_some();
            app.tell(
                if numbered {
                    "no-such-link"
                } else {
                    "no-link-here"
                },
                &[],
            );
            Effects::new()
        }
    }
}

/// Asks whether the current article shall be hidden.
pub fn remove(app: &mut App, _: Given) -> Effects {
    if let Some(entry) = app.list.current() {
        app.menu = Some(menu::question::remove(app, entry));
    }
    Effects::new()
}

/// Opens the line of the filter.
pub fn filter(app: &mut App, _: Given) -> Effects {
    let before = app.list.view.clone();
    let words = before.words.clone();
    let row = app.list.current_row();
    app.prompt = Some(Prompt::new(PromptKind::Filter { before, row }, &words));
    Effects::new()
}

/// The list shows all articles again.
pub fn clear_filter(app: &mut App, _: Given) -> Effects {
    if app.list.view.words.is_empty() && app.list.view.shelf == Shelf::All {
        return Effects::new();
    }
    let view = View {
        sort: app.list.view.sort,
        ..View::default()
    };
    app.view(view)
}

/// All articles, the unread, those with a star.
pub fn which(app: &mut App, _: Given) -> Effects {
    let (shelf, said) = match app.list.view.shelf {
        Shelf::All => (Shelf::Unread, "shelf-unread"),
        Shelf::Unread => (Shelf::Starred, "shelf-starred"),
        Shelf::Starred => (Shelf::All, "shelf-all"),
    };
    app.tell(said, &[]);
    let view = View {
        shelf,
        ..app.list.view.clone()
    };
    app.view(view)
}

/// The next order of the list.
pub fn sort(app: &mut App, _: Given) -> Effects {
    let (sort, said) = match app.list.view.sort {
        Sort::Newest => (Sort::Oldest, "sort-oldest"),
        Sort::Oldest => (Sort::Title, "sort-title"),
        Sort::Title => (Sort::Source, "sort-source"),
        Sort::Source => (Sort::Added, "sort-added"),
        Sort::Added => (Sort::Newest, "sort-newest"),
    };
    app.tell(said, &[]);
    let view = View {
        sort,
        ..app.list.view.clone()
    };
    app.view(view)
}

fn neighbour(app: &mut App, forward: bool, by: usize) -> Effects {
    let open = app.reader.as_ref().map(|r| r.loaded.entry.row());
    let here = open
        .and_then(|row| app.list.find(row))
        .unwrap_or(app.list.cursor);
    let at = if forward {
        here.checked_add(by).filter(|at| *at < app.list.len())
    } else {
        here.checked_sub(by)
    };
    match at {
        Some(at) => turn_to(app, at),
        None => {
            let said = if forward {
                "last-article"
            } else {
                "first-article"
            };
            app.tell(said, &[]);
            Effects::new()
        }
    }
}

/// Makes an article current, and opens it where the reader has the keys.
fn turn_to(app: &mut App, at: usize) -> Effects {
    app.list.go(at);
    if app.focus == Focus::List {
        return Effects::new();
    }
    if app.list.current().is_some() {
        return open(app, Given::default());
    }
    // its contents are on their way, and the keys that follow are meant for it
    app.asked.turning = app.list.current_row();
    app.asked.held = Some(Vec::new());
    Effects::new()
}

/// Contents have come: perhaps those of the article to turn to.
pub(super) fn turned(app: &mut App) -> Effects {
    let Some(row) = app.asked.turning else {
        return Effects::new();
    };
    let at = app.list.find(row);
    if at.is_some_and(|at| app.list.entry(at).is_none()) {
        return Effects::new();
    }
    app.asked.turning = None;
    app.asked.late = app.asked.held.take().unwrap_or_default();
    at.map_or_else(Effects::new, |at| turn_to(app, at))
}

fn to_browser(app: &mut App, url: String) -> Effects {
    if app.settings.opener.is_none() {
        app.tell("no-opener", &[]);
        return Effects::new();
    }
    let web = ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if !web {
        app.tell("no-web-address", &[("url", (&url).into())]);
        return Effects::new();
    }
    app.tell("browsing", &[("url", (&url).into())]);
    vec![Effect::Browse(url)]
}

impl App {
    /// The article that a command is about: the open one where it has the keys.
    pub(super) fn subject(&self) -> Option<&crate::desk::Entry> {
        match (self.focus, &self.reader) {
            (Focus::Reader, Some(reader)) => Some(&reader.loaded.entry),
            _ => self.list.current(),
        }
    }

    /// Another view of the list.
    pub(super) fn view(&mut self, view: View) -> Effects {
        self.list.view = view;
        vec![self.ask_order()]
    }

    /// Goes to read an article: it gets the keys once it is here.
    pub(super) fn visit(&mut self, id: &ArticleId) -> Effects {
        let here = self.reader.as_ref().is_some_and(|r| r.id() == id && !r.old);
        self.focus = Focus::Reader;
        let mut effects = Effects::from_iter(self.history.visit(id));
        if here {
            self.forget_article();
            if let Some(reader) = &mut self.reader {
                reader.visited = true;
            }
            return effects;
        }
        effects.push(self.ask_to_read(id.clone()));
        effects
    }

    /// Opens an article, which is in this row, to be read; it counts as read from then on, where
    /// the reader wants that.
    pub(super) fn open(&mut self, id: &ArticleId, row: i64) -> Effects {
        let mut effects = self.visit(id);
        if self.settings.mark_read == MarkRead::Open {
            effects.extend(self.mark_read(row));
        }
        effects
    }

    /// Marks an article as read.
    pub(super) fn mark_read(&mut self, row: i64) -> Effects {
        let mut was = false;
        self.list.change(row, |entry| {
            was = entry.read;
            entry.read = true;
        });
        if was {
            return Effects::new();
        }
        if let Some(reader) = &mut self.reader
            && reader.loaded.entry.row() == row
        {
            reader.loaded.entry.read = true;
        }
        vec![Effect::Order(Request::See(row))]
    }

    /// An article has come: it is shown where it was left. What was open is left first.
    pub(super) fn show(&mut self, opened: Opened) -> Effects {
        self.forget_coding();
        if let Some(open) = &self.reader
            && *open.id() == opened.loaded.entry.id
        {
            // what was asked about a block of it may be another one now
            let (before, now) = (&open.loaded.article, &opened.loaded.article);
            let other = before.blocks.len() != now.blocks.len();
            let asks = self.menu.as_ref().map(|menu| menu.kind) == Some(MenuKind::Kinds);
            if asks && other {
                self.menu = None;
            }
            // it has changed: the cursor stays at its place in the text
            let version = open.loaded.entry.version;
            let orphans = |coding: &Coding| {
                let all = coding.passages.iter();
                all.filter(|p| p.placement == Placement::Orphan).count()
            };
            let lost = orphans(&opened.coding).saturating_sub(orphans(&open.coding));
            let newer = opened.loaded.entry.version > version && !opened.old && !open.old;
            self.lay_again(Some((opened.loaded, opened.coding)));
            self.arrive(opened.old);
            if newer {
                self.tell("text-changed", &[("count", (lost as u64).into())]);
            }
            return self.ask_foot();
        }
        if self.focus == Focus::Reader {
            self.list.seek(opened.loaded.entry.row());
        }
        let mut effects = self.leave_article();
        let mut reader = self.lay(opened.loaded, opened.coding, false, None);
        reader.visited = self.focus == Focus::Reader;
        let left = self
            .history
            .places
            .get(reader.id())
            .copied()
            .or(opened.place);
        if let Some(spot) = left {
            reader.resume(spot.offset);
        }
        let sought = self.history.sought.remove(reader.id());
        reader.sought = sought.map(|id| (reader.cursor, id));
        self.reader = Some(reader);
        self.arrive(opened.old);
        effects.extend(self.ask_foot());
        effects
    }

    /// Goes to the passage or the hit for which the article was opened.
    pub(super) fn arrive(&mut self, old: bool) {
        let walk = self.walk_to.take();
        if let Some(reader) = &mut self.reader {
            reader.old = old;
            let strip = walk.as_ref().and_then(|id| reader.strip_of(id)).copied();
            if let Some(strip) = strip {
                reader.stand(strip.span.from);
                reader.show_at(reader.height / 3);
                reader.walked = walk;
            }
        }
        self.arrive_hunted();
        if old {
            self.tell("old-version", &[]);
        }
    }

    /// Where the open article is left is kept.
    pub(super) fn leave_article(&mut self) -> Effects {
        let left = self.reader.as_ref();
        let Some(reader) = left.filter(|reader| reader.visited && !reader.old) else {
            return Effects::new();
        };
        let (id, spot) = (reader.id().clone(), reader.spot());
        let before = self.history.places.insert(id.clone(), spot);
        let last = self.history.left.replace(id.clone());
        if before == Some(spot) && last.as_ref() == Some(&id) {
            return Effects::new();
        }
        vec![Effect::Order(Request::SetPlace(id, spot))]
    }
}
