//! How does the list of articles look?

use super::Pen;
use crate::{
    app::{App, Area, Focus, Item},
    desk::Entry,
    text::Direction,
    words::isolated,
};

/// Draws the window of the list.
pub fn draw(app: &App, area: Area, pen: &mut Pen<'_>) {
    if app.list.is_empty() {
        let key = if app.filling || app.progress.is_some() {
            "list-filling"
        } else if app.list.view == crate::desk::View::default() {
            "list-empty"
        } else {
            "list-nothing"
        };
        let inner = pen.part(area, 2, area.width.saturating_sub(4));
        let keys = app.key_of("clear-filter");
        let said = app.words.say(key, &[("keys", (&keys).into())]);
        pen.wrapped(inner, &said, pen.theme.dim);
        return;
    }
    for item in &app.list.items {
        draw_item(app, *item, area, pen);
    }
}

fn draw_item(app: &App, item: Item, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let current = item.at == app.list.cursor;
    let facts = u16::from(!app.list.is_dense());
    let height = (item.rows + facts).min(area.height - item.y);
    let rows = Area {
        y: area.y + item.y,
        height,
        ..area
    };
    let titles = pen.part(rows, 3, area.width.saturating_sub(5));
    let (Some(entry), Some(title)) = (app.list.entry(item.at), app.list.title(item.at)) else {
        if current {
            bars(app, app.focus == Focus::List, rows, pen);
        }
        pen.say(titles, "…", theme.dim);
        return;
    };
    marks(app, entry, current, app.focus == Focus::List, rows, pen);
    let style = match (current, entry.read) {
        (true, _) => theme.accent,
        (_, false) => theme.bold,
        _ => theme.plain,
    };
    for (y, row) in title.rows.iter().enumerate() {
        pen.row(titles, y as u16, &title.paragraph, row, |_| style);
    }
    if facts == 1 && height > item.rows {
        let line = Area {
            y: titles.y + item.rows,
            height: 1,
            ..titles
        };
        let facts = self::facts(app, entry, pen, line.width);
        let direction = title.paragraph.direction();
        let at_right = direction == Direction::Rtl;
        pen.line_in(direction, at_right, line, &[(&facts, theme.dim)]);
    }
}

/// The marks of an article in two columns beside its rows: whether it is current, and whether
/// it has the keys then; whether it is unread; whether it has a star.
pub(super) fn marks(
    app: &App,
    entry: &Entry,
    current: bool,
    keys: bool,
    rows: Area,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    if current {
        bars(app, keys, rows, pen);
    } else if !entry.read {
        let mark = pen.part(rows, 0, 1);
        pen.put(mark.x, mark.y, "●", theme.accent);
    }
    if entry.starred {
        let mark = pen.part(rows, 1, 1);
        pen.put(mark.x, mark.y, "★", theme.star);
    }
}

/// The bar along these rows, brighter where they have the keys.
fn bars(app: &App, keys: bool, rows: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let style = if keys { theme.accent } else { theme.dim };
    let edge = pen.part(rows, 0, 1);
    for y in edge.y..edge.y + edge.height {
        pen.put(edge.x, y, bar(app), style);
    }
}

/// What marks the current one, at the side where the interface starts.
pub(super) fn bar(app: &App) -> &'static str {
    if app.mirrored() { "▐" } else { "▌" }
}

/// Source and date in so many cells; the source gives way.
pub(super) fn facts(app: &App, entry: &Entry, pen: &mut Pen<'_>, width: u16) -> String {
    let date = match entry.meta.date {
        Some(date) => app.words.when(&date.to_string(), app.today),
        None => app.words.say("undated", &[]),
    };
    let Some(source) = entry.source() else {
        return date;
    };
    let room = width.saturating_sub(pen.width(&date) + 3);
    let source = pen.cut(&source, room.max(1));
    if room < 4 || source.chars().count() < 3 {
        return date;
    }
    format!("{} | {}", isolated(&source), isolated(&date))
}
