//! How does the pane of what is related look?

use ratatui_core::style::Style;

use super::{Edge, Pen, Theme, list};
use crate::{
    app::{App, Area, ENTRY, Names, Neighbours},
    desk::{About, Entry, Sift},
    words::isolated,
};

/// Cells of the current article's sign, with the blank after it.
const SIGN: u16 = 2;

/// Draws it.
pub fn draw(app: &App, pane: &Neighbours, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    pen.clear(area);
    for x in area.x..area.x + area.width {
        pen.put(x, area.y, "─", theme.dim);
    }
    let row = |y: u16| Area {
        x: area.x + 1,
        y: area.y + y,
        width: area.width.saturating_sub(2),
        height: u16::from(y < area.height),
    };
    heading(app, pane, row(1), pen);
    let toggled = toggles(app, pane.sift);
    let half = toggled.len().div_ceil(usize::from(pane.toggles)).max(1);
    for (y, some) in (2..).zip(toggled.chunks(half)) {
        written(some, row(y), pen);
    }
    let head = pane.head();
    for (nth, at) in (0..).zip(pane.window.rows()) {
        let first = head + nth * ENTRY;
        if let Some(entry) = pane.entry(at) {
            article(app, pane, at, entry, [row(first), row(first + 1)], pen);
        }
    }
    if pane.window.count() == 0 {
        let rest = Area {
            height: area.height.saturating_sub(head),
            ..row(head)
        };
        pen.wrapped(rest, &app.words.say(nothing(pane), &[]), theme.dim);
    }
    if pane.behind() > 0 {
        let count = [("count", u64::from(pane.behind()).into())];
        let said = app.words.say("related-behind", &count);
        pen.say(row(area.height.saturating_sub(1)), &said, theme.dim);
    }
}

/// Why nothing is listed.
fn nothing(pane: &Neighbours) -> &'static str {
    match &pane.related {
        None => "related-waiting",
        Some(_) if pane.apart => "related-none-apart",
        Some(_) if pane.is_sifted() => "related-none-such",
        Some(_) => "related-none-here",
    }
}

/// What it is about.
fn heading(app: &App, pane: &Neighbours, line: Area, pen: &mut Pen<'_>) {
    let (key, name) = match pane.about {
        _ if pane.apart => ("related-apart", "title"),
        About::Span(..) => ("related-to-passage", "quote"),
        About::Article(_) | About::Text(_) => ("related-to", "title"),
    };
    let around = pen.width(&app.words.say(key, &[(name, "".into())]));
    let title = pen.cut(&pane.title, line.width.saturating_sub(around).max(1));
    let said = app.words.say(key, &[(name, (&title).into())]);
    pen.say(line, &said, pen.theme.accent);
}

/// The key that turns what is wanted, its name, and whether it is.
type Toggle = (String, String, bool);

/// What may be wanted.
fn toggles(app: &App, sift: Sift) -> Vec<Toggle> {
    let order = if sift.by_date { "date" } else { "near" };
    [
        ("related-unread", "unread", sift.unread),
        ("related-elsewhere", "elsewhere", sift.other_sources),
        ("related-before", "before", sift.before),
        ("related-after", "after", sift.after),
        ("related-tagged", "tagged", sift.tagged),
        ("related-order", order, sift.by_date),
    ]
    .into_iter()
    .filter_map(|(command, name, on)| {
        let key = app.keys_of(command).into_iter().next()?;
        let name = app.words.say(&format!("toggle-{name}"), &[]);
        Some((isolated(&key), name, on))
    })
    .collect()
}

/// Some of it in a row; what is wanted bears a tick.
fn written(some: &[Toggle], line: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let mut pieces: Vec<(String, Style)> = Vec::new();
    for (key, name, on) in some {
        let gap = if pieces.is_empty() { "" } else { "  " };
        pieces.push((format!("{gap}{key}"), theme.bold));
        let (tick, style) = if *on {
            ("✓", theme.accent)
        } else {
            ("", theme.dim)
        };
        pieces.push((format!(" {name}{tick}"), style));
    }
    let pieces: Vec<(&str, Style)> = pieces.iter().map(|(text, s)| (text.as_str(), *s)).collect();
    pen.line(line, Edge::Start, &pieces);
}

/// An article: its title, and under it where it is from and why.
fn article(
    app: &App,
    pane: &Neighbours,
    at: usize,
    entry: &Entry,
    rows: [Area; 2],
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let current = at == pane.window.cursor;
    for (nth, row) in rows.iter().enumerate().filter(|(_, row)| row.height > 0) {
        let sign = pen.part(*row, 0, 1);
        if current {
            pen.put(sign.x, sign.y, list::bar(app), theme.accent);
        } else if nth == 0 && !entry.read {
            pen.put(sign.x, sign.y, "●", theme.accent);
        }
    }
    let [title, facts] = rows.map(|row| pen.part(row, SIGN, row.width.saturating_sub(SIGN)));
    let style = match (current, entry.read) {
        (true, _) => theme.accent,
        (_, false) => theme.bold,
        _ => theme.plain,
    };
    let cut = pen.cut(&entry.meta.title, title.width);
    pen.say(title, &isolated(&cut), style);
    if facts.height == 0 {
        return;
    }
    let related = pane.related.as_ref().filter(|_| !pane.apart);
    let Some(near) = related.and_then(|related| related.near.get(at)) else {
        pen.say(facts, &app.whence(entry, pane.date), theme.dim);
        return;
    };
    let (mut text, names) = app.why(near, pane.date);
    if let Some(also) = app.also(&near.also) {
        text = [text, also].join(" | ");
    }
    pen.line(facts, Edge::Start, &painted(&text, &names, theme));
}

/// A line cut into pieces: tags in their colours, all else dim.
fn painted<'a>(text: &'a str, names: &Names, theme: Theme) -> Vec<(&'a str, Style)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (bytes, colour) in names {
        pieces.push((&text[from..bytes.start], theme.dim));
        pieces.push((&text[bytes.clone()], theme.tag(*colour)));
        from = bytes.end;
    }
    pieces.push((&text[from..], theme.dim));
    pieces
}
