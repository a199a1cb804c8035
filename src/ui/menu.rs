//! How does a page of rows look, and what may follow keys that are pending?

use super::{Edge, Pen, samples};
use crate::{
    app::{App, Area, Key, Menu, MenuKind},
    words::isolated,
};

/// Draws the page over everything but the line at the bottom. Answers the cell of the caret
/// where a text is typed.
pub fn draw(app: &App, menu: &Menu, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let screen = app.panes.screen;
    let page = Area {
        y: menu.first,
        height: (screen.height - 1).saturating_sub(menu.first),
        ..screen
    };
    pen.clear(page);
    let theme = pen.theme;
    if menu.first > 0 {
        for x in page.x..page.x + page.width {
            pen.put(x, page.y, "─", theme.dim);
        }
    }
    let from = page.y + u16::from(menu.first > 0);
    let inner = Area {
        x: 2,
        width: page.width.saturating_sub(4),
        ..page
    };
    let line = |y: u16| Area {
        y: from + y,
        height: 1,
        ..inner
    };
    let mut caret = None;
    let heading = app.words.say(menu.kind.heading(), &[]);
    let used = pen.say(line(0), &heading, theme.bold);
    if let Some(filter) = &menu.filter {
        let field = pen.part(line(0), used + 2, inner.width.saturating_sub(used + 2));
        let x = pen.field(field, filter);
        if menu.edit.is_none() {
            caret = Some((x, from));
        }
    }
    // keys stand first, values after what they belong to
    let keyed = matches!(menu.kind, MenuKind::Help | MenuKind::Palette);
    let column = column(menu, keyed, inner.width);
    for (y, nth, row) in samples::seen(menu, screen.height) {
        let area = Area {
            y,
            height: 1,
            ..inner
        };
        let current = nth == menu.cursor;
        if row.act.is_none() {
            pen.say(area, &row.label, theme.accent);
            continue;
        }
        if menu.kind == MenuKind::Terminal {
            samples::row(app, row, area, pen);
            if current {
                pen.tint(area, theme.selection);
            }
            continue;
        }
        let (first, second) = if keyed {
            (isolated(&row.value), &row.label)
        } else {
            (isolated(&row.label), &row.value)
        };
        let style = if keyed { theme.bold } else { theme.plain };
        pen.say(pen.part(area, 2, column.saturating_sub(1)), &first, style);
        let value = pen.part(area, 2 + column, area.width.saturating_sub(2 + column));
        if current && let Some(edit) = &menu.edit {
            caret = Some((pen.field(value, edit), y));
            continue;
        }
        let style = if keyed { theme.plain } else { theme.accent };
        pen.say(value, &isolated(second), style);
        if current {
            pen.tint(area, theme.selection);
        }
    }
    if menu.shown.is_empty() {
        let said = app.words.say("menu-nothing", &[]);
        pen.say(line(2), &said, theme.dim);
    }
    if app.notice.is_none() {
        pen.clear(Area {
            y: screen.height - 1,
            height: 1,
            ..screen
        });
        let asks = menu.kind.asks();
        let key = match (&menu.edit, &menu.filter) {
            _ if asks => "menu-confirm-keys",
            _ if menu.kind == MenuKind::Terminal => "terminal-keys",
            (Some(_), _) => "menu-edit-keys",
            (None, Some(_)) => "menu-filter-keys",
            (None, None) if keyed => "menu-command-keys",
            (None, None) if menu.is_on_number() => "menu-number-keys",
            (None, None) => "menu-keys",
        };
        let [yes, no, find] = ['y', 'n', '/'].map(|key| app.key_label(Key::char(key)));
        let keys = [
            ("yes", (&yes).into()),
            ("no", (&no).into()),
            ("find", (&find).into()),
        ];
        let said = app.words.say(key, &keys);
        pen.line(app.panes.status, Edge::Start, &[(&said, theme.dim)]);
    }
    caret
}

/// Cells of the first column.
fn column(menu: &Menu, keyed: bool, width: u16) -> u16 {
    let texts = menu.rows.iter().filter(|row| row.act.is_some());
    let longest = texts
        .map(|row| if keyed { &row.value } else { &row.label })
        .map(|text| text.chars().count())
        .max()
        .unwrap_or(0);
    let most = if keyed { width / 3 } else { width * 2 / 3 };
    (longest as u16 + 3).min(most.max(8))
}

/// Draws what may follow the pending keys, above the line at the bottom.
pub fn continuations(app: &App, pen: &mut Pen<'_>) {
    let screen = app.panes.screen;
    let entries: Vec<(String, String)> = app
        .keymap
        .continuations(&app.pending, app.place(), app.mirrored())
        .map(|binding| {
            let keys = app.label(&binding.steps[app.pending.len()..]);
            let said = app.words.say(&format!("do-{}", binding.command.name), &[]);
            (isolated(&keys), said)
        })
        .collect();
    if entries.is_empty() {
        return;
    }
    let columns = (screen.width / 38).max(1);
    let most = usize::from((screen.height / 2).max(1));
    let rows = entries.len().div_ceil(usize::from(columns)).min(most) as u16;
    let top = screen.height - 1 - rows;
    let area = Area {
        y: top,
        height: rows,
        ..screen
    };
    pen.clear(area);
    for x in 0..screen.width {
        pen.put(x, top.saturating_sub(1), "─", pen.theme.dim);
    }
    let theme = pen.theme;
    let width = (screen.width - 2) / columns;
    let room = usize::from(rows * columns);
    for (nth, (keys, said)) in entries.iter().take(room).enumerate() {
        let (column, row) = (nth as u16 / rows, nth as u16 % rows);
        let more = nth + 1 == room && entries.len() > room;
        let (keys, said) = if more {
            ("…", "")
        } else {
            (keys.as_str(), said.as_str())
        };
        let line = Area {
            x: 1,
            y: top + row,
            width: screen.width - 2,
            height: 1,
        };
        pen.say(pen.part(line, column * width, 6), keys, theme.bold);
        let rest = pen.part(line, column * width + 7, width.saturating_sub(9));
        pen.say(rest, said, theme.plain);
    }
}
