//! What must happen outside, and which questions are under way?

use std::{
    collections::HashSet,
    ffi::OsString,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use super::{App, Focus, Key, Passages};
use crate::{article::ArticleId, desk::Request};

/// What must happen outside.
#[derive(Debug)]
pub enum Effect {
    /// A question; the newest of a slot is answered, older ones may be dropped.
    Ask(Slot, u64, Request),
    /// An order; all are carried out, one after the other.
    Order(Request),
    /// Long work.
    Start(Job),
    /// This text goes to the clipboard.
    Copy(String),
    /// This address is opened in the browser.
    Browse(String),
    /// This text is written on in the reader's own editor.
    Write(String),
    /// This setting is written.
    Save(&'static str, String),
    /// The terminal is served in this way from now on (a name of `config::BIDI`), and that is
    /// kept.
    Serve(&'static str),
    /// The terminal's picture may be spoilt: all of it is sent again.
    Redraw,
    /// The program steps into the background.
    Suspend,
    /// The program ends, when all orders are carried out.
    Quit,
}

/// Several of them, in their order.
pub type Effects = Vec<Effect>;

/// Questions of one kind: only the newest matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// What the first frame shows.
    Home,
    /// The order of the list.
    Order,
    /// Contents of a window of the list.
    Entries,
    /// The article to show.
    Article,
    /// What is not read yet.
    Unread,
    /// What others have changed.
    Changes,
    /// The letters that lead to places.
    Marks,
    /// The codebook.
    Codebook,
    /// The passages of the open article.
    Coding,
    /// The order of the passages page.
    Passages,
    /// Contents of a window of it.
    Kept,
    /// How often tags are borne.
    Counts,
    /// What is said of an article as a whole.
    Sheet,
    /// What is searched for.
    Search,
    /// What is related to the open article.
    Related,
    /// What is related to what the pane is about.
    Near,
    /// The story it belongs to.
    Story,
}

impl Slot {
    /// How many there are.
    const COUNT: usize = Self::Story as usize + 1;
}

/// Long work.
#[derive(Debug)]
pub enum Job {
    /// The bundled articles are added.
    Seeds,
    /// What the reader made is backed up, if it is a day since it was.
    Backup,
    /// These files are added; the first article found in them is opened.
    Files(Vec<OsString>),
}

/// What an order was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordered {
    /// Articles are read, or not.
    Read(bool),
    /// Articles have a star, or none.
    Star,
    /// Passages, tags or notes are others.
    Coding,
    /// Something is taken back, or with `true` done again.
    Undo(bool),
    /// Anything else.
    Other,
}

impl Ordered {
    /// What this order is about.
    pub fn of(request: &Request) -> Self {
        match request {
            Request::SetRead(_, on) | Request::SetAllRead(_, on) => Self::Read(*on),
            Request::See(_) => Self::Read(true),
            Request::SetStarred(..) => Self::Star,
            Request::Code(_) => Self::Coding,
            Request::Undo(_) => Self::Undo(false),
            Request::Redo(_) => Self::Undo(true),
            _ => Self::Other,
        }
    }
}

/// How long work goes on.
#[derive(Debug)]
pub enum Progress {
    /// So many articles so far, so many a second; the switch that stops it.
    Going(u64, u64, Arc<AtomicBool>),
    /// It has ended, and this article is to be read; what could not be read was told.
    Ended(Option<ArticleId>),
}

/// Which questions are under way.
#[derive(Debug, Default)]
pub(super) struct Asked {
    number: u64,
    newest: [u64; Slot::COUNT],
    /// The article that is coming.
    pub(super) article: Option<ArticleId>,
    /// Keys that are meant for it.
    pub(super) held: Option<Vec<Key>>,
    /// Keys that waited for an article which is no longer wanted.
    pub(super) late: Vec<Key>,
    /// The article that could not be read: it is not asked for again and again.
    pub(super) refused: Option<ArticleId>,
    /// Whether the bundled articles were asked for.
    pub(super) seeded: bool,
    /// The rows that are coming.
    pub(super) rows: HashSet<i64>,
    /// Stops the order that is coming.
    order: Option<Arc<AtomicBool>>,
    /// Stops the order of the passages page that is coming.
    pub(super) passages: Option<Arc<AtomicBool>>,
    /// The rows of it that are coming.
    pub(super) kept: HashSet<i64>,
    /// The article whose sheet is coming.
    pub(super) sheet: Option<ArticleId>,
    /// Whether an answer to what has changed is out.
    pub(super) changes: bool,
    /// The article, by its row, that is read once its contents are here.
    pub(super) turning: Option<i64>,
    /// What was told last of trouble with others' changes.
    pub(super) trouble: Option<String>,
}

impl App {
    /// A question; older ones of its slot are forgotten.
    pub(super) fn ask(&mut self, slot: Slot, request: Request) -> Effect {
        self.asked.number += 1;
        self.asked.newest[slot as usize] = self.asked.number;
        Effect::Ask(slot, self.asked.number, request)
    }

    /// Whether an answer is to the newest question of its slot.
    pub(super) fn is_newest(&self, slot: Slot, number: u64) -> bool {
        self.asked.newest[slot as usize] == number
    }

    /// The first question on a screen of so many columns and rows: what the first frame shows.
    pub fn home(size: (u16, u16)) -> Request {
        Request::Home(usize::from(size.1).clamp(8, 200))
    }

    /// The same question once more.
    pub fn ask_home(&mut self) -> Effect {
        self.ask(Slot::Home, Self::home(self.size))
    }

    /// The order of the list, as its view is now.
    pub(super) fn ask_order(&mut self) -> Effect {
        if let Some(old) = self.asked.order.take() {
            old.store(true, Ordering::Relaxed);
        }
        let cancel = Arc::new(AtomicBool::new(false));
        self.asked.order = Some(Arc::clone(&cancel));
        let view = self.list.view.clone();
        self.ask(Slot::Order, Request::Order(view, cancel))
    }

    /// What others have changed since the list was read.
    pub(super) fn ask_changes(&mut self) -> Vec<Effect> {
        self.asked.refused = None;
        self.asked.rows.clear();
        let Some(state) = self.list.state.clone() else {
            // the library could not be read at first
            let idle = !self.filling && self.progress.is_none();
            return idle.then(|| self.ask_home()).into_iter().collect();
        };
        if self.asked.changes {
            return Vec::new();
        }
        self.asked.changes = true;
        let mut rows = self.list.window();
        rows.extend(self.reader.as_ref().map(|r| r.loaded.entry.row()));
        vec![self.ask(Slot::Changes, Request::Changes(state, rows))]
    }

    /// Questions for what is shown but not here: rows of the list, the article beside it.
    pub(super) fn wanted(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        let missing = self.collection().map(Passages::missing).unwrap_or_default();
        if missing.iter().any(|row| !self.asked.kept.contains(row)) {
            self.asked.kept = missing.iter().copied().collect();
            effects.push(self.ask(Slot::Kept, Request::Kept(missing)));
        }
        effects.extend(self.ask_more_found());
        let missing = self.list.missing();
        if missing.iter().any(|row| !self.asked.rows.contains(row)) {
            self.asked.rows = missing.iter().copied().collect();
            effects.push(self.ask(Slot::Entries, Request::Entries(missing)));
        }
        if self.focus == Focus::List
            && !self.list.is_seeking()
            && self.panes.text.is_some()
            && let Some(entry) = self.list.current()
            && self.asked.article.as_ref() != Some(&entry.id)
            && self.asked.refused.as_ref() != Some(&entry.id)
            && self
                .reader
                .as_ref()
                .is_none_or(|r| *r.id() != entry.id || r.old)
        {
            let id = entry.id.clone();
            effects.push(self.ask_article(id));
        }
        effects
    }

    /// Passages that are coming are those of an article that is no longer open.
    pub(super) fn forget_coding(&mut self) {
        self.asked.newest[Slot::Coding as usize] = 0;
    }

    /// What is coming of a search is no longer wanted.
    pub(super) fn forget_found(&mut self) {
        self.asked.newest[Slot::Search as usize] = 0;
    }

    /// The article that is coming is no longer wanted.
    pub(super) fn forget_article(&mut self) {
        self.asked.turning = None;
        self.asked.article = None;
        self.asked.newest[Slot::Article as usize] = 0;
        self.asked.late = self.asked.held.take().unwrap_or_default();
    }

    /// The open article as it is now, unless another one is coming.
    pub(super) fn ask_again(&mut self) -> Vec<Effect> {
        let open = self
            .reader
            .as_ref()
            .filter(|reader| !reader.gone && !reader.old);
        let open = open.filter(|_| self.asked.article.is_none());
        let id = open.map(|reader| reader.id().clone());
        id.into_iter().map(|id| self.ask_article(id)).collect()
    }

    /// An article to read: the keys that follow are meant for it, and wait until it is here.
    pub(super) fn ask_to_read(&mut self, id: ArticleId) -> Effect {
        let request = Request::Open(id.clone());
        self.ask_to_read_with(id, request)
    }

    /// The same with another question than for what it is now.
    pub(super) fn ask_to_read_with(&mut self, id: ArticleId, request: Request) -> Effect {
        self.asked.held = Some(Vec::new());
        self.asked.article = Some(id);
        self.ask(Slot::Article, request)
    }

    /// All tags.
    pub(super) fn ask_codebook(&mut self) -> Effect {
        self.ask(Slot::Codebook, Request::Codebook)
    }

    /// The passages of the open article.
    pub(super) fn ask_coding(&mut self) -> Option<Effect> {
        let id = self
            .reader
            .as_ref()
            .filter(|reader| !reader.old)?
            .id()
            .clone();
        Some(self.ask(Slot::Coding, Request::Coding(id)))
    }

    /// An article to show.
    pub(super) fn ask_article(&mut self, id: ArticleId) -> Effect {
        self.asked.article = Some(id.clone());
        self.ask(Slot::Article, Request::Open(id))
    }
}
