//! What does the reader do? [`update`] takes what happened and returns what must happen outside.
//!
//! # Steps
//! 1. A [`Msg`] comes in: keys, the mouse, a new size, an answer of the library.
//! 2. Keys are translated by the keyboard's layout, collected until they mean a [`command`],
//!    and the command's function changes the [`App`].
//! 3. [`App::arrange`] brings everything back into order: panes, the window of the list, the
//!    rows of the open article, and asks for what is shown but not here yet.
//!
//! # Laws
//! - Nothing here reads a clock, a file or the terminal; the same messages lead to the same state.
//! - Drawing needs no change of state: what a frame shows is laid out when `update` returns.
//! - Whatever the library answers, reading goes on: what failed is said in a line.
//! - Questions have slots: an answer to an older question of the same slot is dropped.

mod answers;
mod arrange;
mod articles;
mod ask;
mod coding;
pub mod command;
mod copy;
mod fault;
mod find;
mod history;
mod hunt;
mod indexing;
mod key;
mod keyboard;
mod keymap;
mod line;
mod list;
mod look;
mod menu;
mod mouse;
mod movement;
mod notice;
mod pages;
mod pane;
mod panes;
mod paper;
mod prompt;
mod reader;
mod related;
mod select;
mod title;
mod typing;

pub use ask::{Effect, Effects, Job, Ordered, Progress, Slot};
pub use coding::{
    Aim, Choice, Drawer, Names, Note, Picker, Piece, Purpose, Slip, Sticky, Strip, Target,
    favourites, slips,
};
pub use fault::Fault;
pub use find::Found;
pub use indexing::{Headway, IndexNews};
pub use key::{BadKey, Code, Key};
pub use keyboard::{Keyboard, Script, Translated};
pub use keymap::{Binding, Keymap, Meaning, Step};
pub use line::{Edit, Line, PageView, Shown, ShownRow, View};
pub use list::{Item, List};
pub use menu::{ABOVE, Menu, MenuKind, MenuRow, Sight};
pub use mouse::{Mouse, MouseKind};
pub use notice::Notice;
pub use pages::{
    BEFORE, Book, Count, Counts, Laid, Named, Page, Passages, Results, ShownPassage, ShownResult,
    Timeline, Window,
};
pub use panes::{Area, Panes, SMALLEST};
pub use paper::{Paper, Part};
pub use prompt::{Prompt, PromptKind};
pub use reader::Reader;
pub use related::{ENTRY, Foot, Neighbours};
pub use select::{Selection, Span};
pub use title::Title;

use std::{
    collections::VecDeque,
    sync::{Arc, atomic::AtomicBool},
};

use jiff::civil;

use crate::{
    config::{Ambiguous, Settings},
    desk::Reply,
    error::Error,
    passage::{Codebook, Naming, PassageId},
    text::{Direction, Options, Typesetter},
    words::{Language, Locale, Words},
};
use command::Scope;
use history::History;
use hunt::{Hunt, Seeking};

/// What has happened.
#[derive(Debug)]
pub enum Msg {
    /// These keys came in one read.
    Keys(Vec<Key>),
    /// The mouse did something.
    Mouse(Mouse),
    /// A text was pasted.
    Paste(String),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// What is known of the terminal now.
    Sight(Sight),
    /// The terminal has told whether it shows ambiguous characters in two cells.
    Wide(bool),
    /// The answer to a question.
    Answer(Slot, u64, Reply),
    /// What became of an order.
    Done(Ordered, Reply),
    /// How long work goes on.
    Progress(Progress),
    /// How the index comes on.
    Index(IndexNews),
    /// Some seconds have passed; this is the day now.
    Tick(civil::Date),
    /// The program must end: what is under way is kept.
    End,
    /// What was written in the reader's own editor.
    Written(Result<String, Error>),
    /// Something outside could not be done.
    Failed(Error),
}

/// Which part has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The list of articles.
    List,
    /// The open article.
    Reader,
}

/// All that the reader is doing.
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
#[derive(Debug)]
pub struct App {
    /// The words of the interface.
    pub words: Words,
    /// What was chosen.
    pub settings: Settings,
    /// The day.
    pub today: civil::Date,
    /// Which part has the keys.
    pub focus: Focus,
    /// The list of articles.
    pub list: List,
    /// The open article.
    pub reader: Option<Reader>,
    /// A page over everything: help, the palette, settings, a form.
    pub menu: Option<Menu>,
    /// A line in which something is typed.
    pub prompt: Option<Prompt>,
    /// What is open under the text.
    pub drawer: Option<Drawer>,
    /// All tags.
    pub codebook: Codebook,
    /// Pages that lead to one another, the last one in front.
    pub pages: Vec<Page>,
    /// Whether they are in front of list and article.
    pub paging: bool,
    /// What unit after unit is tagged with.
    pub sticky: Option<Sticky>,
    /// The line at the bottom.
    pub notice: Option<Notice>,
    /// How far long work is.
    pub progress: Option<Progress>,
    /// How far the index is, while it is worth a line, and what stops it.
    pub indexing: Option<(Headway, Arc<AtomicBool>)>,
    /// Whether a library that is not there yet is being filled.
    pub filling: bool,
    /// Where everything stands; nowhere on a screen that is too small.
    pub panes: Panes,
    /// Whether only the text is shown.
    pub zen: bool,
    /// What keys mean.
    pub keymap: Keymap,
    /// The layout of the keyboard.
    pub keyboard: Keyboard,
    /// What is known of the terminal.
    pub sight: Sight,
    /// The script last typed: hints show keys in it.
    pub script: Script,
    /// Whether the terminal has told that it shows ambiguous characters in two cells.
    wide: bool,
    /// The keys of a command that is not whole yet.
    pub pending: Vec<Key>,
    /// The character typed last, at the end of a read: it may be half of its key.
    half: Option<Key>,
    /// The number typed before it.
    pub count: Option<usize>,
    /// How the environment would have the interface speak.
    environment: Locale,
    size: (u16, u16),
    history: History,
    asked: ask::Asked,
    setter: Typesetter,
    /// Whether the button went down in the text.
    dragging: bool,
    /// The day of the last backup that was asked for.
    backed_up: Option<civil::Date>,
    /// The number of the last change of passages and tags that is known.
    coding_number: i64,
    /// The tags that were given last.
    last_tags: Vec<Naming>,
    /// The passage to which the article that is coming leads.
    walk_to: Option<PassageId>,
    /// The passage that is fixed again by hand.
    attaching: Option<PassageId>,
    /// A note that was left unfinished.
    draft: Option<(Target, String)>,
    /// The changes that could not be taken back, by number and name: undoing goes past them.
    stuck: Vec<(i64, String)>,
    /// What was searched for, through which one goes on.
    hunt: Option<Hunt>,
    /// What is searched for, to go on through it.
    seeking: Option<Seeking>,
    /// What was searched for in this run, the last of it last.
    searched: Vec<String>,
    /// The notes among the orders that are under way, in their order.
    unkept: VecDeque<Option<(Target, String)>>,
}

impl App {
    /// The reader before anything is known of the library, on a screen of so many columns and
    /// rows.
    pub fn new(
        environment: Locale,
        settings: Settings,
        keys: &[(String, Vec<String>)],
        size: (u16, u16),
        today: civil::Date,
    ) -> Self {
        let keyboard = Keyboard::new(settings.keyboard);
        // what is wrong with them is told by who read them
        let (keymap, _) = Keymap::new(keys, &keyboard);
        let setter = Typesetter::new(settings.options());
        let mut app = Self {
            keyboard,
            words: Words::new(settings.locale(environment)).isolating(),
            settings,
            today,
            focus: Focus::List,
            list: List::default(),
            reader: None,
            menu: None,
            prompt: None,
            drawer: None,
            codebook: Codebook::default(),
            pages: Vec::new(),
            paging: false,
            sticky: None,
            notice: None,
            progress: None,
            indexing: None,
            filling: false,
            panes: Panes::default(),
            zen: false,
            keymap,
            sight: Sight::default(),
            script: Script::Latin,
            wide: false,
            pending: Vec::new(),
            half: None,
            count: None,
            environment,
            size,
            history: History::default(),
            asked: ask::Asked::default(),
            setter,
            dragging: false,
            backed_up: None,
            coding_number: -1,
            last_tags: Vec::new(),
            draft: None,
            unkept: VecDeque::new(),
            stuck: Vec::new(),
            walk_to: None,
            attaching: None,
            hunt: None,
            seeking: None,
            searched: Vec::new(),
        };
        app.place_panes();
        app
    }

    /// Takes the answer to the first question ([`App::home`]).
    #[must_use = "what follows from it must happen"]
    pub fn begin(&mut self, reply: Reply) -> Effects {
        update(self, Msg::Answer(Slot::Home, 0, reply))
    }

    /// Whether the terminal shows ambiguous characters in two cells.
    pub fn is_wide(&self) -> bool {
        match self.settings.ambiguous {
            Ambiguous::Auto => self.wide,
            chosen => chosen == Ambiguous::Wide,
        }
    }

    /// How articles are set.
    pub(crate) fn options(&self) -> Options {
        Options {
            wide: self.is_wide(),
            ..self.settings.options()
        }
    }

    /// Whether the screen is too small for anything to stand on it.
    pub fn too_small(&self) -> bool {
        self.panes == Panes::default()
    }

    /// Whether the interface runs from right to left.
    pub fn mirrored(&self) -> bool {
        self.words.locale().language == Language::Arabic
    }

    /// The direction of the interface.
    pub fn direction(&self) -> Direction {
        if self.mirrored() {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// Where keys are looked up.
    pub fn place(&self) -> Scope {
        if let Some(page) = self.page() {
            return page.scope();
        }
        if self.neighbours().is_some() {
            return Scope::RELATED;
        }
        match (&self.reader, self.focus) {
            (Some(_), Focus::Reader) if self.sticky.is_some() => Scope::STICKY,
            (Some(reader), Focus::Reader) if reader.selection.is_some() => Scope::SELECT,
            (_, Focus::Reader) => Scope::READER,
            (_, Focus::List) => Scope::LIST,
        }
    }
}

/// What happened changes the reader, and leads to what must happen outside.
pub fn update(app: &mut App, msg: Msg) -> Effects {
    let mut effects = match msg {
        Msg::Keys(keys) => typing::keys(app, &keys),
        Msg::Paste(text) => typing::paste(app, &text),
        Msg::Mouse(mouse) => mouse::update(app, mouse),
        Msg::Resize(width, height) => {
            app.size = (width, height);
            app.place_panes();
            menu::sight_again(app);
            Effects::new()
        }
        Msg::Sight(sight) => {
            if app.sight != sight {
                app.sight = sight;
                menu::sight_again(app);
            }
            Effects::new()
        }
        Msg::Wide(wide) => {
            if wide != std::mem::replace(&mut app.wide, wide) {
                app.take_settings();
            }
            Effects::new()
        }
        Msg::Answer(slot, number, reply) => answers::answered(app, slot, number, reply),
        Msg::Done(ordered, reply) => answers::done(app, ordered, reply),
        Msg::Progress(progress) => answers::progress(app, progress),
        Msg::Index(news) => indexing::update(app, news),
        Msg::Tick(today) => {
            app.today = today;
            let mut effects = app.ask_changes();
            effects.extend(app.ask_behind());
            if app.list.state.is_some() {
                effects.extend(app.back_up());
            }
            effects
        }
        Msg::End => pane::end(app),
        Msg::Written(Ok(text)) => {
            app.written(&text);
            Effects::new()
        }
        Msg::Written(Err(error)) | Msg::Failed(error) => {
            app.tell_error(&error);
            Effects::new()
        }
    };
    if app.asked.held.is_none() && !app.asked.late.is_empty() {
        let late = std::mem::take(&mut app.asked.late);
        effects.extend(typing::keys(app, &late));
    }
    effects.extend(app.arrange());
    app.unkept
        .extend(effects.iter().filter_map(Note::under_way));
    effects
}
