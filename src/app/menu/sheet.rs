//! What is said of an article as a whole: its tags, a note, how far the work on it is?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{App, Effects, Slot, Target, coding, command::Given},
    article::ArticleId,
    desk::Request,
    passage::{Deed, Sheet, TagId, Work},
    words::isolated,
};

/// Opens the article's sheet. Of an article that is not open it has still to come: until then
/// its rows do nothing.
pub fn sheet(app: &mut App, _: Given) -> Effects {
    let Some(id) = app.subject().map(|entry| entry.id.clone()) else {
        return Effects::new();
    };
    let open = app.reader.as_ref().filter(|reader| *reader.id() == id);
    if let Some(sheet) = open.map(|reader| reader.coding.sheet.clone()) {
        app.menu = Some(Menu::new(MenuKind::Sheet, rows(app, &id, &sheet)));
        return Effects::new();
    }
    let mut waiting = rows(app, &id, &Sheet::default());
    for row in &mut waiting {
        row.act = None;
        row.value.clear();
    }
    app.menu = Some(Menu::new(MenuKind::Sheet, waiting));
    app.asked.sheet = Some(id.clone());
    vec![app.ask(Slot::Sheet, Request::Coding(id))]
}

/// The sheet has come.
pub fn take(app: &mut App, sheet: &Sheet) {
    let Some(id) = app.asked.sheet.take() else {
        return;
    };
    let open = app.menu.as_ref().map(|menu| menu.kind);
    if open == Some(MenuKind::Sheet) {
        app.menu = Some(Menu::new(MenuKind::Sheet, rows(app, &id, sheet)));
    }
}

/// Picks the tags of the article as a whole.
pub(super) fn pick(app: &mut App, id: ArticleId, borne: Vec<TagId>) -> Effects {
    let title = app.subject().map(|entry| entry.meta.title.clone());
    let target = Target::Articles(vec![id]);
    app.pick(target, false, borne, title.unwrap_or_default());
    Effects::new()
}

/// The work goes on from this state to the next one.
pub(super) fn work_on(app: &mut App, id: ArticleId, work: Option<Work>) -> Effects {
    let next = match work {
        None => Some(Work::ALL[0]),
        Some(work) => {
            let mut after = Work::ALL.into_iter().skip_while(|own| *own != work);
            after.nth(1)
        }
    };
    let value = state(app, next);
    if let Some(menu) = &mut app.menu
        && let Some(row) = menu.shown.get(menu.cursor).copied()
    {
        menu.rows[row].value = value;
        menu.rows[row].act = Some(Act::Work(id.clone(), next));
    }
    coding::code(vec![Deed::Work(vec![id], next)])
}

fn rows(app: &App, id: &ArticleId, sheet: &Sheet) -> Vec<MenuRow> {
    let comma = format!("{} ", app.words.say("tag-comma", &[]));
    let names = sheet.tags.iter().filter_map(|id| app.codebook.get(id));
    let names: Vec<String> = names
        .map(|entry| isolated(&format!("#{}", entry.tag.name)))
        .collect();
    let note = sheet.note.lines().next().unwrap_or_default();
    let row = |key: &str, value: String, act: Act| MenuRow {
        label: app.words.say(key, &[]),
        value,
        act: Some(act),
    };
    vec![
        row(
            "sheet-tags",
            names.join(&comma),
            Act::Tags(id.clone(), sheet.tags.clone()),
        ),
        row(
            "sheet-note",
            note.to_owned(),
            Act::Note(id.clone(), sheet.note.clone()),
        ),
        row(
            "sheet-work",
            state(app, sheet.work),
            Act::Work(id.clone(), sheet.work),
        ),
    ]
}

/// A state of work in the words of the interface.
fn state(app: &App, work: Option<Work>) -> String {
    let name = work.map_or("none", Work::name);
    app.words.say(&format!("work-{name}"), &[])
}
