//! How does the pane of what is related look?

use ratatui_core::style::Style;

use super::{Edge, Pen, Theme, list};
use crate::{
    app::{App, Area, ENTRY, HEAD, Names, Neighbours},
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
    toggles(app, pane, row(2), pen);
    for (nth, at) in (0..).zip(pane.window.rows()) {
        let first = HEAD + nth * ENTRY;
        if let Some(entry) = pane.entry(at) {
            article(app, pane, at, entry, [row(first), row(first + 1)], pen);
        }
    }
    if pane.window.count() == 0 {
        let rest = Area {
            height: area.height.saturating_sub(HEAD),
            ..row(HEAD)
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

/// What is wanted, each with the key that turns it; where there is no room, only what is on
/// is named.
fn toggles(app: &App, pane: &Neighbours, line: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let Sift {
        unread,
        other_sources,
        before,
        after,
        tagged,
        by_date,
        ..
    } = pane.sift;
    let order = if by_date { "date" } else { "near" };
    let all = [
        ("related-unread", "unread", unread),
        ("related-elsewhere", "elsewhere", other_sources),
        ("related-before", "before", before),
        ("related-after", "after", after),
        ("related-tagged", "tagged", tagged),
        ("related-order", order, by_date),
    ];
    for brief in [false, true] {
        let mut pieces: Vec<(String, Style)> = Vec::new();
        for (command, name, on) in all {
            let Some(key) = app.keys_of(command).into_iter().next() else {
                continue;
            };
            let gap = if pieces.is_empty() { "" } else { "   " };
            pieces.push((format!("{gap}{}", isolated(&key)), theme.bold));
            if on || !brief {
                let name = app.words.say(&format!("toggle-{name}"), &[]);
                let (sign, style) = if on {
                    ("✓", theme.accent)
                } else {
                    ("", theme.dim)
                };
                pieces.push((format!(" {name}{sign}"), style));
            }
        }
        let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
        if brief || pen.width(&whole) <= line.width {
            let pieces: Vec<(&str, Style)> = pieces.iter().map(|(t, s)| (t.as_str(), *s)).collect();
            pen.line(line, Edge::Start, &pieces);
            return;
        }
    }
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
