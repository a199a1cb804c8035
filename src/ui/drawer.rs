//! How does what is open under the text look: the picker of tags, a note that is written?

use super::{Edge, Pen};
use crate::{
    app::{App, Area, Choice, Drawer, Note, Picker, Target, favourites},
    passage::{Naming, TagId},
    words::isolated,
};

/// Draws it. Answers the cell of the caret.
pub fn draw(app: &App, area: Area, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    pen.clear(area);
    for x in area.x..area.x + area.width {
        pen.put(x, area.y, "─", pen.theme.dim);
    }
    let inner = Area {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    match app.drawer.as_ref()? {
        Drawer::Picker(picker) => Some(tags(app, picker, inner, pen)),
        Drawer::Note(note) => Some(written(app, note, inner, pen)),
        Drawer::Related(_) => None,
    }
}

/// What tags are picked for, the field, and the tags.
fn tags(app: &App, picker: &Picker, area: Area, pen: &mut Pen<'_>) -> (u16, u16) {
    let theme = pen.theme;
    let head = Area { height: 1, ..area };
    let heading = match (&picker.target, picker.takes) {
        (_, true) => "picker-takes",
        (Target::Units, _) => "picker-sticky",
        (Target::Articles(_), _) => "picker-articles",
        (Target::Choice(purpose), _) => purpose.heading(),
        _ => "picker",
    };
    let heading = app.words.say(heading, &[]);
    let used = pen.say(head, &heading, theme.accent) + 1;
    let field = pen.part(head, used, (area.width - used.min(area.width)).min(40));
    let caret = pen.field(field, &picker.line);
    let after = used + field.width + 2;
    if area.width > after + 10 {
        let rest = pen.part(head, after, area.width - after);
        let chosen = chosen(app, picker);
        let about = if chosen.is_empty() {
            &picker.words
        } else {
            &chosen
        };
        let about = pen.cut(about, rest.width);
        pen.line(rest, Edge::End, &[(&isolated(&about), theme.dim)]);
    }
    let rows = area.height.saturating_sub(1);
    let top = (picker.cursor + 1).saturating_sub(usize::from(rows).max(1));
    let shown = picker.rows.iter().enumerate().skip(top);
    let digits = favourites(&app.codebook);
    for (y, (nth, choice)) in (area.y + 1..).zip(shown.take(usize::from(rows))) {
        let line = Area {
            y,
            height: 1,
            ..area
        };
        row(app, picker, choice, &digits, line, pen);
        if nth == picker.cursor {
            pen.tint(line, theme.selection);
        }
    }
    if picker.rows.is_empty() {
        let line = Area {
            y: area.y + 1,
            height: rows.min(1),
            ..area
        };
        let key = match picker.target {
            Target::Choice(_) => "picker-none",
            _ if picker.takes => "picker-bears-none",
            _ => "picker-empty",
        };
        pen.say(line, &app.words.say(key, &[]), theme.dim);
    }
    (caret, area.y)
}

/// The names of what is chosen.
fn chosen(app: &App, picker: &Picker) -> String {
    let comma = app.words.say("tag-comma", &[]);
    let names = picker.ticked.iter().filter_map(|naming| match naming {
        Naming::Id(id) => Some(format!("#{}", app.codebook.get(id)?.tag.name)),
        Naming::Name(name) => Some(format!("#{name}")),
    });
    let names: Vec<String> = names.map(|name| isolated(&name)).collect();
    names.join(&format!("{comma} "))
}

fn row(
    app: &App,
    picker: &Picker,
    choice: &Choice,
    digits: &[(char, TagId)],
    line: Area,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let (text, style) = match choice {
        Choice::Tag(at) => {
            let Some(entry) = app.codebook.entries.get(*at) else {
                return;
            };
            let id = Naming::Id(entry.tag.id.clone());
            let tick = if picker.ticked.contains(&id) {
                "✓"
            } else {
                " "
            };
            pen.say(pen.part(line, 0, 2), tick, theme.accent);
            let counts = app
                .words
                .say("tag-uses", &[("count", u64::from(entry.passages).into())]);
            let above = above(app, *at);
            let mut pieces = vec![isolated(&format!("#{}", entry.tag.name))];
            pieces.push(format!("  {}", isolated(&above)));
            let digit = || {
                let own = digits.iter().find(|(_, id)| *id == entry.tag.id);
                own.map(|(digit, _)| *digit)
            };
            let letter = entry.tag.letter.or_else(digit);
            let letter = letter.map(String::from).unwrap_or_default();
            pen.line(
                pen.part(line, 2, line.width.saturating_sub(18)),
                Edge::Start,
                &[
                    (&pieces[0], theme.tag(Some(entry.tag.colour))),
                    (&pieces[1], theme.dim),
                ],
            );
            let end = pen.part(line, line.width.saturating_sub(16), 16);
            let between = if letter.is_empty() { "" } else { "  " };
            pen.line(
                end,
                Edge::End,
                &[
                    (&counts, theme.dim),
                    (between, theme.dim),
                    (&letter, theme.bold),
                ],
            );
            return;
        }
        Choice::New(name) => {
            let said = app.words.say("picker-new", &[("name", name.into())]);
            (said, theme.accent)
        }
        Choice::All => (app.words.say("picker-all", &[]), theme.plain),
        Choice::Passage => (app.words.say("picker-passage", &[]), theme.plain),
        Choice::Top => (app.words.say("picker-top", &[]), theme.plain),
    };
    pen.say(
        pen.part(line, 2, line.width.saturating_sub(2)),
        &text,
        style,
    );
}

/// The names of the tags above one, from the top.
pub fn above(app: &App, at: usize) -> String {
    let mut names = Vec::new();
    let mut below = &app.codebook.entries[at];
    // parents may go round
    for _ in 0..below.depth {
        let parent = below.tag.parent.as_ref();
        let Some(entry) = parent.and_then(|id| app.codebook.get(id)) else {
            break;
        };
        names.push(isolated(&entry.tag.name));
        below = entry;
    }
    names.reverse();
    names.join(" › ")
}

/// The note and its heading.
fn written(app: &App, note: &Note, area: Area, pen: &mut Pen<'_>) -> (u16, u16) {
    let theme = pen.theme;
    let heading = match note.target {
        Target::Articles(_) => "note-on-article",
        Target::Tag(_) => "note-on-tag",
        _ => "note-on-passage",
    };
    let heading = app.words.say(heading, &[]);
    pen.say(Area { height: 1, ..area }, &heading, theme.accent);
    let field = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    pen.page(field, &note.line)
}
