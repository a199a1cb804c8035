//! How does the codebook page look?

use super::{Edge, Pen, drawer};
use crate::{
    app::{App, Area, Book, Key},
    words::isolated,
};

/// Cells of the current row's sign, with the blank after it.
const SIGN: u16 = 2;
/// Cells of the key that gives a tag.
const KEY: u16 = 3;
/// Cells of a count.
const COUNT: u16 = 10;
/// Descriptions have at least so many cells, or none.
const SAID: u16 = 24;
/// Code points of a description that are looked at for its beginning.
const MOST: usize = 240;

/// The cells of the columns, as many as there is room for.
#[derive(Clone, Copy)]
struct Columns {
    name: u16,
    said: u16,
    counts: u16,
}

impl Columns {
    fn new(width: u16) -> Self {
        let counts = if width >= 48 { 2 } else { 1 };
        let rest = width.saturating_sub(SIGN + KEY + counts * COUNT);
        let said = rest - rest * 2 / 5;
        let said = if said < SAID { 0 } else { said };
        Self {
            name: rest - said,
            said,
            counts,
        }
    }

    /// Where the key stands, and after it the counts.
    fn key(self) -> u16 {
        SIGN + self.name + self.said
    }
}

/// Draws the names of the columns, and the tags in sight.
pub fn draw(app: &App, book: &Book, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    if book.window.count() == 0 {
        let key = if book.words.is_empty() {
            "codebook-none-yet"
        } else {
            "codebook-none-such"
        };
        pen.wrapped(area, &app.words.say(key, &[]), theme.dim);
        return;
    }
    let columns = Columns::new(area.width);
    let head = Area { height: 1, ..area };
    let names = ["column-passages", "column-articles"].map(|key| app.words.say(key, &[]));
    for (nth, name) in (0..columns.counts).zip(&names) {
        let part = pen.part(head, columns.key() + KEY + nth * COUNT, COUNT);
        pen.line(part, Edge::End, &[(name, theme.dim)]);
    }
    for (y, row) in (1..area.height).zip(book.window.rows()) {
        let line = Area {
            y: area.y + y,
            ..head
        };
        if let Some(place) = book.at(row) {
            let current = row == book.window.cursor;
            entry(app, book, place, current, line, columns, pen);
        }
    }
}

fn entry(
    app: &App,
    book: &Book,
    place: usize,
    current: bool,
    line: Area,
    columns: Columns,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let entry = &app.codebook.entries[place];
    let mut style = theme.tag(Some(entry.tag.colour));
    if current {
        pen.say(pen.part(line, 0, 1), "▎", theme.accent);
        style = style.patch(theme.bold);
    }
    let name = isolated(&format!("#{}", entry.tag.name));
    // out of the tree a tag tells where it stands in it
    let (indent, above) = if book.words.is_empty() {
        ((entry.depth * 2).min(columns.name / 2), String::new())
    } else {
        (0, format!("  {}", drawer::above(app, place)))
    };
    let room = columns.name.saturating_sub(indent + 1);
    pen.line(
        pen.part(line, SIGN + indent, room),
        Edge::Start,
        &[(&name, style), (&above, theme.dim)],
    );
    if columns.said > 0 {
        let part = pen.part(line, SIGN + columns.name, columns.said - 1);
        said(app, book, place, part, pen);
    }
    let digit = || Some((book.digit(&entry.tag.id)?, theme.dim));
    let own = entry.tag.letter.map(|letter| (letter, theme.bold));
    if let Some((letter, style)) = own.or_else(digit) {
        let label = app
            .words
            .locale()
            .digits
            .write(&app.key_label(Key::char(letter)));
        pen.say(pen.part(line, columns.key(), KEY), &isolated(&label), style);
    }
    for (nth, count) in (0..columns.counts).zip([entry.passages, entry.articles]) {
        let part = pen.part(line, columns.key() + KEY + nth * COUNT, COUNT);
        let digits = app.words.locale().digits.write(&count.to_string());
        let style = if count == 0 { theme.dim } else { theme.plain };
        pen.line(part, Edge::End, &[(&digits, style)]);
    }
}

/// Which other tag it may be, and the beginning of what it means.
fn said(app: &App, book: &Book, place: usize, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let other = book.alike(place).map(|at| &app.codebook.entries[at].tag);
    let alike = other.map(|tag| format!("≈ {}  ", isolated(&format!("#{}", tag.name))));
    let alike = alike.unwrap_or_default();
    let text = &app.codebook.entries[place].tag.description;
    let text: String = text.chars().take(MOST).collect();
    let text: Vec<&str> = text.split_whitespace().collect();
    let room = area.width.saturating_sub(pen.width(&alike));
    let text = isolated(&pen.cut(&text.join(" "), room));
    pen.line(
        area,
        Edge::Start,
        &[(&alike, theme.accent), (&text, theme.dim)],
    );
}
