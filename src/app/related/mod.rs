//! What is related to what is read: where it is shown, and how does one get there?
//!
//! It stands at the end of the open article and in a pane under the text. Both are asked for
//! apart from one another, and neither keeps the reader waiting.

mod foot;
mod neighbours;
mod why;

pub use foot::Foot;
pub use neighbours::{ENTRY, Neighbours};

use super::{
    App, Drawer, Effects, Focus, Mouse, MouseKind, Page, Slot,
    coding::{code, short},
    command::Given,
};
use crate::{
    article::{ArticleId, Date},
    config::MarkRead,
    desk::{About, Coded, Related, Request, Sift},
    passage::Deed,
};

/// Opens the pane: of what is selected, else of the open article, in the list of the current one.
pub fn pane(app: &mut App, _: Given) -> Effects {
    let Some(pane) = app.about() else {
        app.tell("related-no-article", &[]);
        return Effects::new();
    };
    app.drawer = Some(Drawer::Related(Box::new(pane)));
    app.ask_neighbours()
}

/// Closes it.
pub fn leave(app: &mut App, _: Given) -> Effects {
    app.close_drawer();
    Effects::new()
}

/// Goes to the current article of the pane.
pub fn open(app: &mut App, _: Given) -> Effects {
    let Some(pane) = app.neighbours() else {
        return Effects::new();
    };
    let Some(entry) = pane.current() else {
        return Effects::new();
    };
    let (id, row, place) = (entry.id.clone(), entry.row(), pane.place());
    app.close_drawer();
    app.jump(&id, row, place)
}

/// Only what is not read yet, or all.
pub fn unread(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| sift.unread = !sift.unread)
}

/// Only what other sources say, or all.
pub fn elsewhere(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| sift.other_sources = !sift.other_sources)
}

/// Only what appeared before it, or all.
pub fn before(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| (sift.before, sift.after) = (!sift.before, false))
}

/// Only what appeared after it, or all.
pub fn after(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| (sift.before, sift.after) = (false, !sift.after))
}

/// Only what bears a tag that it bears, or all.
pub fn tagged(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| sift.tagged = !sift.tagged)
}

/// By date, or again by nearness.
pub fn order(app: &mut App, _: Given) -> Effects {
    app.sift(|sift| sift.by_date = !sift.by_date)
}

/// The current article is not related to it, says the reader; of one of which that was said, it
/// is said no more.
pub fn not_related(app: &mut App, _: Given) -> Effects {
    let pane = app.neighbours();
    let said = pane.and_then(|pane| {
        let related = (!pane.apart).then_some(false);
        let (id, other) = (pane.id()?.clone(), pane.current()?.id.clone());
        Some(Deed::Relate(id, other, related))
    });
    said.map_or_else(Effects::new, |deed| code(vec![deed]))
}

/// Shows what was said to be not related, or again what is.
pub fn apart(app: &mut App, _: Given) -> Effects {
    if let Some(pane) = app.neighbours_mut() {
        pane.turn();
    }
    Effects::new()
}

/// Goes to the related article under the cursor; none where there is none.
pub(super) fn enter(app: &mut App) -> Option<Effects> {
    let reader = app.reading()?;
    let entry = &reader.near_here()?.entry;
    let (id, row) = (entry.id.clone(), entry.row());
    let from = reader.id().clone();
    app.history.sought.insert(from, id.clone());
    Some(app.jump(&id, row, None))
}

/// The wheel goes through the pane, a press goes to an article; none where it is not in it.
pub(super) fn mouse(app: &mut App, mouse: Mouse) -> Option<Effects> {
    let area = app.panes.drawer?;
    let pane = app.neighbours_mut()?;
    if !area.has(mouse.column, mouse.row) {
        if let MouseKind::Press(_) = mouse.kind {
            app.close_drawer();
        }
        return None;
    }
    match mouse.kind {
        MouseKind::Wheel(down) => pane.window.step(down, 1),
        MouseKind::Press(_) => {
            if let Some(at) = pane.hit(mouse.row - area.y) {
                pane.window.go(at);
                return Some(open(app, Given::default()));
            }
        }
        MouseKind::Drag | MouseKind::Release => {}
    }
    Some(Effects::new())
}

impl App {
    /// The pane of what is related, if it is in front.
    pub fn neighbours(&self) -> Option<&Neighbours> {
        match &self.drawer {
            Some(Drawer::Related(pane)) if !self.paging => Some(pane),
            _ => None,
        }
    }

    pub(super) fn neighbours_mut(&mut self) -> Option<&mut Neighbours> {
        match &mut self.drawer {
            Some(Drawer::Related(pane)) if !self.paging => Some(pane),
            _ => None,
        }
    }

    /// What is related has come, for the pane.
    pub(super) fn take_neighbours(&mut self, related: Related) {
        if let Some(Drawer::Related(pane)) = &mut self.drawer {
            pane.take(related);
        }
    }

    /// Says what was said of an article of the pane; false where that is not known here.
    pub(super) fn tell_related(&mut self, coded: &Coded) -> bool {
        let Some(Drawer::Related(pane)) = &self.drawer else {
            return false;
        };
        let Some((apart, title)) = pane.said(&coded.articles) else {
            return false;
        };
        let keys = self.key_of("undo");
        let arguments = [("title", (&title).into()), ("keys", (&keys).into())];
        let said = if apart {
            "related-told"
        } else {
            "not-related-done"
        };
        self.tell(said, &arguments);
        true
    }

    /// The index is not what it was when it was asked what is related: what is shown of that is
    /// asked again.
    pub(super) fn related_again(&mut self) -> Effects {
        let mut effects = self.ask_related();
        if let Some(Page::Story(_)) = self.page() {
            effects.extend(self.ask_page());
        }
        effects
    }

    /// What is related, at the end of the article and in the pane.
    pub(super) fn ask_related(&mut self) -> Effects {
        let mut effects = self.ask_foot();
        effects.extend(self.ask_neighbours());
        effects
    }

    /// A pane about what is selected, open or current.
    fn about(&mut self) -> Option<Neighbours> {
        let reading = self.focus == Focus::Reader;
        let Some(reader) = self.reader.as_mut().filter(|_| reading) else {
            let entry = self.list.current()?;
            let (id, title) = (entry.id.clone(), entry.meta.title.clone());
            return Some(self.article_pane(id, title, entry.meta.date));
        };
        let meta = &reader.loaded.article.meta;
        let (title, date) = (meta.title.clone(), meta.date);
        let id = reader.id().clone();
        // an old version has other places than the one that is in the index
        let span = reader.span().filter(|_| !reader.old);
        if let Some(span) = span {
            let range = reader.wish(span).range;
            if !range.is_empty() {
                let quote = short(&reader.words_of(span));
                return Some(Neighbours::new(About::Span(id, range), quote, date));
            }
        }
        Some(self.article_pane(id, title, date))
    }

    /// A pane about an article, with what is known of that already.
    fn article_pane(&self, id: ArticleId, title: String, date: Option<Date>) -> Neighbours {
        let open = self.reader.as_ref().filter(|reader| *reader.id() == id);
        let foot = open.and_then(|reader| reader.foot.as_ref());
        let mut pane = Neighbours::new(About::Article(id), title, date);
        if let Some(foot) = foot {
            pane.take(foot.related.clone());
        }
        pane
    }

    fn ask_neighbours(&mut self) -> Effects {
        let Some(Drawer::Related(pane)) = &self.drawer else {
            return Effects::new();
        };
        let request = Request::Related(pane.about.clone(), pane.sift);
        vec![self.ask(Slot::Near, request)]
    }

    /// Others are wanted in the pane.
    fn sift(&mut self, change: impl FnOnce(&mut Sift)) -> Effects {
        let Some(pane) = self.neighbours_mut() else {
            return Effects::new();
        };
        if pane.apart {
            pane.turn();
        }
        change(&mut pane.sift);
        pane.window.cursor = 0;
        self.ask_neighbours()
    }

    /// Goes to another article: to a place of it, else to where it was left.
    pub(super) fn jump(&mut self, id: &ArticleId, row: i64, place: Option<u32>) -> Effects {
        self.paging = false;
        let mut effects = match place {
            Some(offset) => self.go_to(id, offset, None),
            None => self.visit(id),
        };
        if self.settings.mark_read == MarkRead::Open {
            effects.extend(self.mark_read(row));
        }
        effects
    }
}
