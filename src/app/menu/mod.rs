//! A page of rows over everything: help, the palette, settings, a form. What is on it, and
//! what do its keys do?

mod act;
mod fields;
mod help;
mod kinds;
mod options;
pub(super) mod question;
mod sheet;
mod terminal;

pub(super) use fields::fields as edit_fields;
pub(super) use help::{help, palette};
pub(super) use kinds::kinds as block_kind;
pub(super) use options::settings;
pub(super) use sheet::{sheet, take as take_sheet};
pub use terminal::Sight;
pub(super) use terminal::{again as sight_again, terminal};

use act::{Act, accept, act};

use std::fmt;

use super::{App, Code, Effects, Key, Line, Mouse, MouseKind};
use crate::{config::Possible, text::fold};

/// Rows above those of a page: its heading and a blank one.
pub const ABOVE: u16 = 2;

/// A page of rows.
#[derive(Debug)]
pub struct Menu {
    /// Which page it is.
    pub kind: MenuKind,
    /// Its rows.
    pub rows: Vec<MenuRow>,
    /// The rows that the filter leaves, by their numbers.
    pub shown: Vec<usize>,
    /// The current row, among those shown.
    pub cursor: usize,
    /// The first row in the window.
    pub top: usize,
    /// The row of the screen on which it begins: a question leaves in sight what it is about.
    pub first: u16,
    /// What narrows the rows.
    pub filter: Option<Line>,
    /// The value that is being typed.
    pub edit: Option<Line>,
}

/// Pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuKind {
    /// All commands with their keys.
    Help,
    /// A command by its name.
    Palette,
    /// What can be chosen.
    Settings,
    /// Which line reads right here.
    Terminal,
    /// What is known about an article.
    Fields,
    /// What a block is.
    Kinds,
    /// What is said of an article as a whole.
    Sheet,
    /// Whether an article shall go.
    Remove,
    /// Whether all that is shown shall be marked as read.
    ReadAll,
    /// Whether a change of another run shall be taken back.
    Undo,
    /// Whether passages or tags shall be changed.
    Deed,
}

impl MenuKind {
    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Help => "menu-help",
            Self::Palette => "menu-palette",
            Self::Settings => "menu-settings",
            Self::Terminal => "menu-terminal",
            Self::Fields => "menu-fields",
            Self::Kinds => "menu-kinds",
            Self::Sheet => "menu-sheet",
            Self::Remove => "menu-confirm",
            Self::ReadAll => "menu-confirm-read",
            Self::Undo => "menu-confirm-undo",
            Self::Deed => "menu-confirm-deed",
        }
    }

    /// Whether it asks a question.
    pub fn asks(self) -> bool {
        matches!(self, Self::Remove | Self::ReadAll | Self::Undo | Self::Deed)
    }
}

/// A row of a page.
#[derive(Clone)]
pub struct MenuRow {
    /// What it is about.
    pub label: String,
    /// Its keys or its value.
    pub value: String,
    /// What it does; nothing for a heading.
    pub act: Option<Act>,
}

impl fmt::Debug for MenuRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MenuRow")
            .field(&self.label)
            .field(&self.value)
            .finish()
    }
}

impl Menu {
    fn new(kind: MenuKind, rows: Vec<MenuRow>) -> Self {
        let mut menu = Self {
            kind,
            shown: Vec::new(),
            rows,
            cursor: 0,
            top: 0,
            first: 0,
            filter: None,
            edit: None,
        };
        menu.narrow();
        menu
    }

    /// The current row.
    pub fn current(&self) -> Option<&MenuRow> {
        self.rows.get(*self.shown.get(self.cursor)?)
    }

    /// Whether the current row has values in an order.
    fn turns(&self) -> bool {
        matches!(self.current().map(|row| &row.act), Some(Some(Act::Set(_))))
    }

    /// Whether the value of the current row is a number.
    pub fn is_on_number(&self) -> bool {
        match self.current().and_then(|row| row.act.as_ref()) {
            Some(Act::Set(setting)) => matches!(setting.possible(), Possible::Number(..)),
            _ => false,
        }
    }

    /// Whether keys are text.
    pub fn is_typing(&self) -> bool {
        self.edit.is_some() || self.filter.is_some()
    }

    /// A pasted text goes where text is typed.
    pub(super) fn paste(&mut self, text: &str) {
        let filters = self.edit.is_none();
        if let Some(line) = self.edit.as_mut().or(self.filter.as_mut()) {
            line.paste(text);
        }
        if filters {
            self.narrow();
        }
    }

    /// Leaves the rows in which every word of the filter occurs, however it is spelled.
    fn narrow(&mut self) {
        let words = self
            .filter
            .as_ref()
            .map_or_else(String::new, |line| fold(line.text()));
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |row: &MenuRow| {
            let name = match &row.act {
                Some(Act::Run(command)) => command.name,
                Some(Act::Set(setting)) => setting.key,
                _ => "",
            };
            let text = fold(&format!("{} {} {name}", row.label, row.value));
            words.iter().all(|word| text.contains(word))
        };
        let kept = |row: &MenuRow| words.is_empty() || row.act.is_some() && fits(row);
        self.shown = (0..self.rows.len())
            .filter(|at| kept(&self.rows[*at]))
            .collect();
        self.cursor = 0;
        self.top = 0;
        self.step(true, 0);
    }

    /// Goes on by so many rows, past headings.
    fn step(&mut self, down: bool, by: usize) {
        let last = self.shown.len().saturating_sub(1);
        let mut at = if down {
            (self.cursor + by).min(last)
        } else {
            self.cursor.saturating_sub(by)
        };
        let acts = |at: usize| {
            self.shown
                .get(at)
                .is_some_and(|row| self.rows[*row].act.is_some())
        };
        let forward: Option<usize> = (at..=last).find(|at| acts(*at));
        let back = (0..=at).rev().find(|at| acts(*at));
        at = if down {
            forward.or(back)
        } else {
            back.or(forward)
        }
        .unwrap_or(0);
        self.cursor = at;
    }

    /// Brings the current row into a window of so many rows.
    pub(super) fn follow(&mut self, height: usize) {
        // with the heading above it
        let above = self.cursor.saturating_sub(1);
        self.top = self.top.min(above);
        self.top = self
            .top
            .max((self.cursor + 1).saturating_sub(height.max(1)));
    }
}

/// A key on the page.
pub(super) fn key(app: &mut App, key: Key) -> Effects {
    let direction = app.direction();
    let page = usize::from(app.panes.screen.height)
        .saturating_sub(6)
        .max(1);
    let Some(menu) = &mut app.menu else {
        return Effects::new();
    };
    if let Some(line) = &mut menu.edit {
        match key.code {
            Code::Esc => menu.edit = None,
            _ if key == Key::ctrl('c') => menu.edit = None,
            Code::Enter => {
                let text = line.text().trim().to_owned();
                menu.edit = None;
                return accept(app, &text);
            }
            _ => {
                line.key(key, direction);
            }
        }
        return Effects::new();
    }
    let plain = !key.ctrl && !key.alt;
    if menu.kind.asks()
        && plain
        && let Some(effects) = question::key(app, key)
    {
        return effects;
    }
    let Some(menu) = &mut app.menu else {
        return Effects::new();
    };
    if menu.kind == MenuKind::Terminal && plain {
        match key.code {
            Code::Char(digit @ '0'..='9') => return terminal::key(app, digit),
            // nothing to narrow
            Code::Char('/') => return Effects::new(),
            _ => {}
        }
    }
    match key.code {
        Code::Down => menu.step(true, 1),
        Code::Up => menu.step(false, 1),
        Code::PageDown => menu.step(true, page),
        Code::PageUp => menu.step(false, page),
        Code::Char('n') if key.ctrl => menu.step(true, 1),
        Code::Char('p') if key.ctrl => menu.step(false, 1),
        Code::Char('c') if key.ctrl => app.menu = None,
        Code::Enter => return act(app, true),
        Code::Esc if menu.filter.is_some() && menu.kind != MenuKind::Palette => {
            menu.filter = None;
            menu.narrow();
        }
        Code::Esc => app.menu = None,
        _ if menu.filter.is_some() => {
            let empty = menu
                .filter
                .as_ref()
                .is_some_and(|line| line.text().is_empty());
            if key.code == Code::Backspace && empty {
                app.menu = None;
            } else if let Some(line) = &mut menu.filter
                && line.key(key, direction).changed()
            {
                menu.narrow();
            }
        }
        Code::Char('q') | Code::Backspace if plain => app.menu = None,
        Code::Char('j') if plain => menu.step(true, 1),
        Code::Char('k') if plain => menu.step(false, 1),
        Code::Char(' ' | 'f') => menu.step(true, page),
        Code::Char('b') => menu.step(false, page),
        Code::Char('g') | Code::Home => menu.step(false, usize::MAX),
        Code::Char('G') | Code::End => menu.step(true, menu.shown.len()),
        Code::Char('/') if plain => menu.filter = Some(Line::new("")),
        Code::Char(digit @ '0'..='9') if plain => options::number(app, digit),
        Code::Left | Code::Right | Code::Char('h' | 'l') if menu.turns() => {
            let right = matches!(key.code, Code::Right | Code::Char('l'));
            return act(app, right != app.mirrored());
        }
        _ => {}
    }
    Effects::new()
}

/// The mouse on the page: the wheel goes through the rows, a press makes one current, a second
/// one does what it does.
pub(super) fn mouse(app: &mut App, mouse: Mouse) -> Effects {
    let Some(menu) = &mut app.menu else {
        return Effects::new();
    };
    match mouse.kind {
        MouseKind::Wheel(down) => menu.step(down, 1),
        MouseKind::Press(times) => {
            let at = mouse
                .row
                .checked_sub(menu.first + ABOVE)
                .map(|row| menu.top + usize::from(row));
            let Some(at) = at.filter(|at| *at < menu.shown.len()) else {
                return Effects::new();
            };
            if menu.rows[menu.shown[at]].act.is_some() && menu.edit.is_none() {
                menu.cursor = at;
                if times == 2 {
                    return act(app, true);
                }
            }
        }
        MouseKind::Drag | MouseKind::Release => {}
    }
    Effects::new()
}
