//! Which tags are given or taken?
//!
//! The picker stands under the text, so that what is tagged stays in sight. As long as nothing
//! is typed a key that leads to one tag (its letter, or a digit for a favourite) gives it at
//! once; anything else begins to narrow the tags, however they are spelled.

use super::{Drawer, Target, purpose};
use crate::{
    app::{App, Code, Effect, Effects, Key, Line, Script},
    desk::Request,
    error::Error,
    passage::{Codebook, Deed, Naming, PassageId, TagId, tag_name},
};

/// Tags to choose from.
#[derive(Debug)]
pub struct Picker {
    /// What gets them.
    pub target: Target,
    /// Whether it loses them instead.
    pub takes: bool,
    /// What narrows the tags, or names a new one.
    pub line: Line,
    /// What can be chosen.
    pub rows: Vec<Choice>,
    /// The current row.
    pub cursor: usize,
    /// The tags that are chosen so far, or borne before.
    pub ticked: Vec<Naming>,
    /// The tags that are borne.
    pub borne: Vec<TagId>,
    /// The words of the passage, which may name a tag.
    pub words: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The entry of the codebook at this place.
    Tag(usize),
    /// A tag that is made.
    New(String),
    /// All tags that are borne.
    All,
    /// The passage itself.
    Passage,
    /// No tag: the top of the tree.
    Top,
}

impl Picker {
    /// The key that widens what is aimed at: a letter of the Latin script as long as nothing is
    /// typed, for one of another begins a name.
    pub fn widens(&self, script: Script) -> Key {
        if script == Script::Latin && self.line.text().is_empty() {
            Key::char('t')
        } else {
            Key::ctrl('t')
        }
    }
}

impl App {
    /// Opens the picker.
    pub(in crate::app) fn pick(
        &mut self,
        target: Target,
        takes: bool,
        borne: Vec<TagId>,
        words: String,
    ) {
        let ticked = if takes {
            Vec::new()
        } else {
            borne.iter().cloned().map(Naming::Id).collect()
        };
        self.drawer = Some(Drawer::Picker(Picker {
            target,
            takes,
            line: Line::new(""),
            rows: Vec::new(),
            cursor: 0,
            ticked,
            borne,
            words,
        }));
        narrow(self);
    }
}

/// What can be chosen, after the line or the codebook has changed.
pub(in crate::app) fn narrow(app: &mut App) {
    let codebook = std::mem::take(&mut app.codebook);
    if let Some(Drawer::Picker(picker)) = &mut app.drawer {
        picker.rows = choices(picker, &codebook);
        picker.cursor = 0;
    }
    app.codebook = codebook;
}

fn choices(picker: &Picker, codebook: &Codebook) -> Vec<Choice> {
    let typed = picker.line.text().trim();
    let found = codebook.matching(typed);
    if let Target::Choice(purpose) = &picker.target {
        return purpose.choices(found, typed.is_empty(), codebook);
    }
    let mut rows: Vec<Choice> = found
        .into_iter()
        .filter(|at| !picker.takes || picker.borne.contains(&codebook.entries[*at].tag.id))
        .map(Choice::Tag)
        .collect();
    if picker.takes {
        if typed.is_empty() {
            rows.extend((picker.borne.len() > 1).then_some(Choice::All));
            let passages = matches!(picker.target, Target::Passages(_));
            rows.extend(passages.then_some(Choice::Passage));
        }
    } else if let Ok(name) = tag_name(typed)
        && !codebook.entries.iter().any(|entry| entry.tag.name == name)
    {
        rows.push(Choice::New(name));
    }
    rows
}

/// A key.
pub(super) fn key(app: &mut App, key: Key) -> Effects {
    let direction = app.direction();
    let page = app
        .panes
        .drawer
        .map_or(1, |area| usize::from(area.height).saturating_sub(2).max(1));
    // by the place of its key, whatever the layout types there
    let place = app
        .keyboard
        .translate(&[key])
        .map_or(key, |meant| meant.key);
    let Some(Drawer::Picker(picker)) = &mut app.drawer else {
        return Effects::new();
    };
    let empty = picker.line.text().is_empty();
    let last = picker.rows.len().saturating_sub(1);
    match key.code {
        Code::Esc => {
            app.close_drawer();
        }
        Code::Backspace if empty => {
            app.close_drawer();
        }
        Code::Char('c') if key.ctrl => {
            app.close_drawer();
        }
        Code::Enter => return accept(app),
        Code::Tab if picker.takes_several() => tick(app),
        Code::Down => picker.cursor = (picker.cursor + 1).min(last),
        Code::Up => picker.cursor = picker.cursor.saturating_sub(1),
        Code::Char('n') if key.ctrl => picker.cursor = (picker.cursor + 1).min(last),
        Code::Char('p') if key.ctrl => picker.cursor = picker.cursor.saturating_sub(1),
        Code::PageDown => picker.cursor = (picker.cursor + page).min(last),
        Code::PageUp => picker.cursor = picker.cursor.saturating_sub(page),
        Code::Char('v') if key.ctrl && !picker.takes => {
            let words = picker.words.clone();
            picker.line = Line::new(&words);
            narrow(app);
        }
        // a letter of another script begins a name, even in the place of this one
        Code::Char(letter)
            if key.ctrl && place.code == Code::Char('t') || letter == 't' && empty && !key.alt =>
        {
            if !widen(app) && !key.ctrl {
                type_on(app, key);
            }
        }
        Code::Char(letter) if empty && !key.ctrl && !key.alt => {
            let (takes, mut chosen) = (picker.takes, picker.ticked.clone());
            let placed = match place.code {
                Code::Char(placed) => app.favourite(placed),
                _ => None,
            };
            if !takes && let Some(tag) = app.favourite(letter).or(placed) {
                let tag = Naming::Id(tag);
                if !chosen.contains(&tag) {
                    chosen.push(tag);
                }
                return give(app, chosen);
            }
            type_on(app, key);
        }
        _ => {
            if picker.line.key(key, direction).changed() {
                narrow(app);
            }
        }
    }
    Effects::new()
}

fn type_on(app: &mut App, key: Key) {
    let direction = app.direction();
    if let Some(Drawer::Picker(picker)) = &mut app.drawer {
        picker.line.key(key, direction);
    }
    narrow(app);
}

/// The unit that was aimed at becomes the next wider one.
fn widen(app: &mut App) -> bool {
    let Some(reader) = &mut app.reader else {
        return false;
    };
    let Some(Drawer::Picker(picker)) = &mut app.drawer else {
        return false;
    };
    if !reader.widen() {
        return false;
    }
    if let (Target::Span(wish), Some(aim)) = (&mut picker.target, reader.aim) {
        *wish = reader.wish(aim.span);
        picker.words = reader.words_of(aim.span);
    }
    true
}

/// Chooses the current row beside what is chosen, or no more.
fn tick(app: &mut App) {
    let codebook = &app.codebook;
    if let Some(Drawer::Picker(picker)) = &mut app.drawer {
        let Some(naming) = picker
            .rows
            .get(picker.cursor)
            .and_then(|row| naming(row, codebook))
        else {
            return;
        };
        match picker.ticked.iter().position(|own| *own == naming) {
            Some(at) => {
                picker.ticked.remove(at);
            }
            None => picker.ticked.push(naming),
        }
        if picker.line.text().is_empty() {
            picker.cursor = (picker.cursor + 1).min(picker.rows.len().saturating_sub(1));
            return;
        }
        picker.line = Line::new("");
    }
    narrow(app);
}

/// The tag of a row.
pub(super) fn naming(choice: &Choice, codebook: &Codebook) -> Option<Naming> {
    match choice {
        Choice::Tag(at) => Some(Naming::Id(codebook.entries.get(*at)?.tag.id.clone())),
        Choice::New(name) => Some(Naming::Name(name.clone())),
        Choice::All | Choice::Passage | Choice::Top => None,
    }
}

/// Enter: what is chosen, or the current row where nothing else is.
fn accept(app: &mut App) -> Effects {
    let Some(Drawer::Picker(picker)) = &app.drawer else {
        return Effects::new();
    };
    let row = picker.rows.get(picker.cursor);
    if picker.takes {
        return row
            .cloned()
            .map_or_else(Effects::new, |row| take(app, &row));
    }
    if row == Some(&Choice::Top) {
        return give(app, Vec::new());
    }
    let before: Vec<Naming> = picker.borne.iter().cloned().map(Naming::Id).collect();
    let typed = !picker.line.text().trim().is_empty();
    let mut chosen = picker.ticked.clone();
    if typed || chosen == before {
        let Some(current) = row.and_then(|row| naming(row, &app.codebook)) else {
            let error = tag_name(picker.line.text()).err();
            match error.filter(|_| typed) {
                Some(fault) => app.tell_error(&Error::BadTagName(fault.name())),
                None => app.tell("picker-type", &[]),
            }
            return Effects::new();
        };
        if !chosen.contains(&current) {
            chosen.push(current);
        }
    }
    give(app, chosen)
}

/// The target bears these tags, and of those it bore no other.
fn give(app: &mut App, chosen: Vec<Naming>) -> Effects {
    let Some(Drawer::Picker(picker)) = app.close_drawer() else {
        return Effects::new();
    };
    if let Target::Choice(purpose) = picker.target {
        let ticked = picker
            .ticked
            .into_iter()
            .filter(|own| !chosen.contains(own));
        let all = ticked.chain(chosen.iter().cloned());
        let ids = all.filter_map(|naming| match naming {
            Naming::Id(id) => Some(id),
            Naming::Name(_) => None,
        });
        return purpose::picked(app, purpose, ids.collect());
    }
    let lost = |naming: &TagId| {
        let kept = Naming::Id(naming.clone());
        !chosen.contains(&kept) && !picker.ticked.contains(&kept)
    };
    let lost: Vec<TagId> = picker
        .borne
        .iter()
        .filter(|tag| lost(tag))
        .cloned()
        .collect();
    let borne = |naming: &Naming| matches!(naming, Naming::Id(id) if picker.borne.contains(id));
    let added: Vec<Naming> = chosen
        .iter()
        .filter(|naming| !borne(naming))
        .cloned()
        .collect();
    app.last_tags.clone_from(&chosen);
    let mut deeds = Vec::new();
    match picker.target {
        Target::Units => {
            app.stick(chosen);
            return Effects::new();
        }
        Target::Span(wish) => {
            if let Some(reader) = &mut app.reader {
                reader.deselect();
            }
            deeds.push(Deed::Mark(wish, chosen, String::new()));
        }
        Target::Passages(ids) => {
            if !added.is_empty() {
                deeds.push(Deed::Tag(ids.clone(), added));
            }
            if !lost.is_empty() {
                deeds.push(Deed::Untag(ids, lost));
            }
        }
        Target::Articles(ids) => {
            if !added.is_empty() {
                deeds.push(Deed::TagArticles(ids.clone(), added));
            }
            if !lost.is_empty() {
                deeds.push(Deed::UntagArticles(ids, lost));
            }
        }
        Target::Tag(_) | Target::Choice(_) => {}
    }
    code(deeds)
}

fn take(app: &mut App, choice: &Choice) -> Effects {
    let tag = match choice {
        Choice::Tag(at) => app
            .codebook
            .entries
            .get(*at)
            .map(|entry| entry.tag.id.clone()),
        _ => None,
    };
    let Some(Drawer::Picker(picker)) = app.close_drawer() else {
        return Effects::new();
    };
    let tags = match choice {
        Choice::All => picker.borne,
        _ => tag.into_iter().collect(),
    };
    let deed = match (picker.target, choice) {
        (Target::Passages(ids), Choice::Passage) => Deed::Delete(ids),
        // without any named, all would go
        _ if tags.is_empty() => return Effects::new(),
        (Target::Passages(ids), _) => Deed::Untag(ids, tags),
        (Target::Articles(ids), _) => Deed::UntagArticles(ids, tags),
        _ => return Effects::new(),
    };
    code(vec![deed])
}

impl App {
    /// The tags that a passage of the open article bears.
    pub(in crate::app) fn tags_of(&self, id: &PassageId) -> Vec<TagId> {
        let passages = self
            .reader
            .iter()
            .flat_map(|reader| &reader.coding.passages);
        let mut own = passages.filter(|passage| passage.id == *id);
        own.next()
            .map(|passage| passage.tags.clone())
            .unwrap_or_default()
    }
}

/// Changes of passages, tags and notes, all at once.
pub(in crate::app) fn code(deeds: Vec<Deed>) -> Effects {
    if deeds.is_empty() {
        return Effects::new();
    }
    vec![Effect::Order(Request::Code(deeds))]
}
