//! How does the page of counts look: a table with a bar for each tag?

use ratatui_core::style::{Modifier, Style};

use super::{Edge, Pen, page};
use crate::{
    app::{App, Area, Counts},
    text::Direction,
    words::isolated,
};

/// Cells of the current row's sign, with the blank after it.
const SIGN: u16 = 2;
/// Cells of a tag's whole count.
const TOTAL: u16 = 10;
/// Cells of a source, at least and at most.
const SOURCE: (u16, u16) = (12, 20);
/// One to seven eighths of a cell, from its left edge.
const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// The cells of the columns.
#[derive(Clone, Copy)]
struct Columns {
    name: u16,
    bar: u16,
    /// Those of each source.
    source: u16,
    /// How many sources have a column of their own.
    own: usize,
    /// Whether the others share one.
    rest: bool,
}

impl Columns {
    fn new(width: u16, sources: usize) -> Self {
        let name = (width / 4).clamp(10, 28);
        let bar = (width / 6).clamp(4, 24);
        let room = width.saturating_sub(SIGN + name + TOTAL + 2 + bar);
        let most = usize::from(room / SOURCE.0);
        let (own, rest) = match most {
            _ if sources <= most => (sources, false),
            // the others alone would be all again
            0 | 1 => (0, false),
            _ => (most - 1, true),
        };
        let shown = (own + usize::from(rest)).max(1) as u16;
        Self {
            name,
            bar,
            source: (room / shown).clamp(SOURCE.0, SOURCE.1),
            own,
            rest,
        }
    }

    /// Where the column of a source begins.
    fn of(self, nth: usize) -> u16 {
        SIGN + self.name + TOTAL + 2 + self.bar + self.source * nth as u16
    }
}

/// Draws the names of the columns, and the tags in sight.
pub fn draw(app: &App, counts: &Counts, area: Area, pen: &mut Pen<'_>) {
    if counts.whole && counts.rows.is_empty() {
        pen.wrapped(area, &app.words.say("counts-none", &[]), pen.theme.dim);
        return;
    }
    let columns = Columns::new(area.width, counts.sources.len());
    let line = |y| Area {
        y: area.y + y,
        height: u16::from(y < area.height),
        ..area
    };
    if counts.whole {
        heading(app, counts, line(0), columns, pen);
    }
    for (y, row) in (1..area.height).zip(counts.window.rows()) {
        tag(app, counts, row, line(y), columns, pen);
    }
}

fn heading(app: &App, counts: &Counts, line: Area, columns: Columns, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let total = app.words.say("column-passages", &[]);
    let part = pen.part(line, SIGN + columns.name, TOTAL);
    pen.line(part, Edge::End, &[(&total, theme.dim)]);
    let own = counts.sources.iter().take(columns.own);
    let own = own.map(|source| match source {
        Some(name) => name.clone(),
        None => app.words.say("source-none", &[]),
    });
    let rest = columns.rest.then(|| app.words.say("source-others", &[]));
    for (nth, name) in own.chain(rest).enumerate() {
        let part = pen.part(line, columns.of(nth), columns.source);
        let name = isolated(&pen.cut(&name, columns.source - 2));
        pen.line(part, Edge::End, &[(&name, theme.dim)]);
    }
}

fn tag(app: &App, counts: &Counts, row: usize, line: Area, columns: Columns, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let count = &counts.rows[row];
    let colour = app.codebook.get(&count.tag).map(|entry| entry.tag.colour);
    let style = theme.tag(colour);
    let mut named = style;
    if row == counts.window.cursor {
        pen.say(pen.part(line, 0, 1), "▎", theme.accent);
        named = style.patch(theme.bold);
    }
    let name = page::named(&app.codebook, &count.tag);
    pen.say(pen.part(line, SIGN, columns.name), &name, named);
    let number = |pen: &mut Pen<'_>, from, width, count: u32| {
        let digits = app.words.locale().digits.write(&count.to_string());
        let part = pen.part(line, from, width);
        pen.line(part, Edge::End, &[(&digits, theme.plain)]);
    };
    number(pen, SIGN + columns.name, TOTAL, count.total);
    // the first has most
    let most = counts.rows[0].total;
    let part = pen.part(line, SIGN + columns.name + TOTAL + 2, columns.bar);
    bar((count.total, most), part, style, pen);
    let mut rest = count.total;
    for (source, own) in count.of.range(..columns.own) {
        number(pen, columns.of(*source), columns.source, *own);
        rest -= own;
    }
    if columns.rest && rest > 0 {
        number(pen, columns.of(columns.own), columns.source, rest);
    }
}

/// A bar that fills a part of an area, from where lines begin, in eighths of a cell.
fn bar((part, of): (u32, u32), area: Area, style: Style, pen: &mut Pen<'_>) {
    let cells = u64::from(area.width) * 8 * u64::from(part);
    let of = u64::from(of.max(1));
    let eighths = ((cells + of / 2) / of).max(1) as usize;
    let mirrored = pen.direction == Direction::Rtl;
    for nth in 0..area.width.min(eighths.div_ceil(8) as u16) {
        let x = if mirrored {
            area.x + area.width - 1 - nth
        } else {
            area.x + nth
        };
        match eighths - usize::from(nth) * 8 {
            left @ 1..8 if mirrored => {
                // there are none from the right edge: what is left over is drawn, reversed
                let style = style.add_modifier(Modifier::REVERSED);
                pen.put(x, area.y, EIGHTHS[7 - left], style);
            }
            left @ 1..8 => pen.put(x, area.y, EIGHTHS[left - 1], style),
            _ => pen.put(x, area.y, "█", style),
        }
    }
}
