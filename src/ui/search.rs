//! How does the page of a search look: the line, what is to be said, and what was found?

use std::ops::Range;

use ratatui_core::style::Style;

use super::{Pen, list, page};
use crate::{
    app::{App, Area, BEFORE, Laid, Results, ShownResult},
    desk::{Finding, Found, FoundIn},
    text::Direction,
};

/// What can be searched for: how it is written, and what it means.
const FORMS: [(&str, &str); 7] = [
    ("search-form-words", "search-says-words"),
    ("search-form-exact", "search-says-exact"),
    ("search-form-spelled", "search-says-spelled"),
    ("search-form-not", "search-says-not"),
    ("search-form-fields", "search-says-fields"),
    ("search-form-own", "search-says-own"),
    ("search-form-dates", "search-says-dates"),
];

/// On fewer cells what is written says enough.
const ROOM: u16 = 20;

/// Draws the page. Answers the cell of the caret where the line has the keys.
pub fn draw(app: &App, results: &Results, area: Area, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let theme = pen.theme;
    let label = app.words.say("prompt-search", &[]);
    let used = pen.say(row(area, 0), &label, theme.accent) + 1;
    let field = pen.part(row(area, 0), used, area.width.saturating_sub(used));
    let caret = pen.field(field, &results.line);
    let said = results.finding.as_ref().map(|finding| state(app, finding));
    let said = said.unwrap_or_default();
    pen.say(row(area, 1), &said, theme.dim);
    let below = Area {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    if results.is_blank() {
        forms(app, below, pen);
    } else if results.unindexed {
        pen.wrapped(below, &app.words.say("search-no-index", &[]), theme.dim);
    } else if results.finding.is_some() && results.found().is_empty() {
        pen.wrapped(below, &app.words.say("search-none", &[]), theme.dim);
    }
    for shown in &results.shown {
        result(app, results, *shown, area, pen);
    }
    results.typing.then_some((caret, area.y))
}

/// What the line at the top says of the page.
pub fn heading(app: &App, results: &Results) -> Vec<String> {
    let mut parts = vec![app.words.say("page-search", &[])];
    let count = results.found().len() as u64;
    if count > 0 {
        let key = if results.may_have_more() {
            "count-first-found"
        } else {
            "count-found"
        };
        parts.push(app.words.say(key, &[("count", count.into())]));
    }
    parts
}

/// What must be known of the results.
fn state(app: &App, finding: &Finding) -> String {
    let mut parts = Vec::new();
    if !finding.query.unread.is_empty() {
        let comma = format!("{} ", app.words.say("tag-comma", &[]));
        let dates = finding.query.unread.join(&comma);
        let dates = [("dates", (&dates).into())];
        parts.push(app.words.say("search-unread-date", &dates));
    }
    if finding.some && !finding.found.is_empty() {
        parts.push(app.words.say("search-some", &[]));
    }
    if finding.behind > 0 {
        let count = [("count", u64::from(finding.behind).into())];
        parts.push(app.words.say("search-behind", &count));
    }
    parts.join(" | ")
}

/// What can be searched for, where nothing is yet.
fn forms(app: &App, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let forms = FORMS.map(|(form, says)| [form, says].map(|key| app.words.say(key, &[])));
    let width = forms.iter().map(|[form, _]| pen.width(form)).max();
    let width = width.unwrap_or(0) + 2;
    for (y, [form, says]) in (0..area.height).zip(&forms) {
        let line = row(area, y);
        pen.say(pen.part(line, 0, width), form, theme.bold);
        let rest = pen.part(line, width, line.width.saturating_sub(width));
        if rest.width >= ROOM {
            pen.say(rest, says, theme.dim);
        }
    }
}

/// A row of an area.
fn row(area: Area, y: u16) -> Area {
    Area {
        y: area.y + y,
        height: u16::from(y < area.height),
        ..area
    }
}

/// The title, then where it is from, then the sentence.
fn result(app: &App, results: &Results, shown: ShownResult, area: Area, pen: &mut Pen<'_>) {
    let (Some(found), Some(laid)) = (results.found().get(shown.at), results.laid(shown.at)) else {
        return;
    };
    let theme = pen.theme;
    let current = shown.at == results.cursor;
    let rows = Area {
        y: area.y + shown.y,
        height: shown.rows.min(area.height.saturating_sub(shown.y)),
        ..area
    };
    list::marks(app, &found.entry, current, !results.typing, rows, pen);
    let rows = pen.part(rows, BEFORE, results.width());
    let style = match (current, found.entry.read) {
        (true, _) => theme.accent,
        (_, false) => theme.bold,
        _ => theme.plain,
    };
    let Laid {
        title, sentence, ..
    } = laid;
    let marked = |style: Style, hits: &[Range<usize>], byte: Option<usize>| {
        let hit = byte.is_some_and(|byte| hits.iter().any(|hit| hit.contains(&byte)));
        if hit { style.patch(theme.hit) } else { style }
    };
    for line in title.rows.iter().take(1) {
        pen.row(rows, 0, &title.paragraph, line, |byte| {
            marked(style, &laid.in_title, byte)
        });
    }
    facts(app, found, title.paragraph.direction(), row(rows, 1), pen);
    for (y, line) in (2..).zip(&sentence.rows) {
        pen.row(rows, y, &sentence.paragraph, line, |byte| {
            marked(theme.plain, &laid.hits, byte)
        });
    }
}

/// What was found, if it is not in the text; then source and date.
fn facts(app: &App, found: &Found, direction: Direction, line: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let place = match &found.place {
        FoundIn::Text(_) => String::new(),
        FoundIn::Note(_) => app.words.say("found-in-note", &[]),
        FoundIn::Sheet => app.words.say("found-in-sheet", &[]),
        FoundIn::Tag(id) => page::named(&app.codebook, id),
    };
    let between = if place.is_empty() { "" } else { " | " };
    let used = pen.width(&place) + between.len() as u16;
    let facts = list::facts(app, &found.entry, pen, line.width.saturating_sub(used));
    let pieces = [
        (place.as_str(), theme.accent),
        (between, theme.dim),
        (facts.as_str(), theme.dim),
    ];
    let at_right = direction == Direction::Rtl;
    pen.line_in(direction, at_right, line, &pieces);
}
