//! Which rows show how a terminal may be served, and how do they look?

use super::Pen;
use crate::{
    app::{ABOVE, App, Area, Menu, MenuRow},
    config::BIDI,
    text::Direction,
    words::isolated,
};

/// Narrower rows have no room for the names of ways.
const NAMED: u16 = 64;

/// The rows of a frame that are to be sent in a way of their own: a name of [`BIDI`] each.
pub fn apart(app: &App) -> Vec<(u16, &'static str)> {
    let menu = app.menu.as_ref().filter(|_| !app.too_small());
    let rows = menu.into_iter().flat_map(|menu| {
        let ways = seen(menu, app.panes.screen.height);
        ways.filter_map(|(y, _, row)| Some((y, row.way()?)))
    });
    rows.filter(|(_, way)| *way != BIDI[0]).collect()
}

/// The rows of a menu that are seen on a screen so high: each with its row on the screen and its
/// place among those shown.
pub fn seen(menu: &Menu, height: u16) -> impl Iterator<Item = (u16, usize, &MenuRow)> {
    // a blank row and the line at the bottom are below
    let rows = height.saturating_sub(menu.first + ABOVE + 2);
    let shown = menu.shown.iter().enumerate().skip(menu.top);
    let placed = (menu.first + ABOVE..).zip(shown.take(usize::from(rows)));
    placed.map(|(y, (nth, at))| (y, nth, &menu.rows[*at]))
}

/// Draws a row of the page. The line of a way has its number, its name, and the sample; it
/// begins at the left and with Latin letters in both interfaces, so that its number is found
/// whatever becomes of the rest.
pub fn row(app: &App, row: &MenuRow, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let Some(way) = row.way() else {
        pen.say(area, &row.label, theme.plain);
        return;
    };
    let part = |from: u16, width: u16| Area {
        x: area.x + from.min(area.width),
        width: width.min(area.width.saturating_sub(from)),
        ..area
    };
    if app.sight.way == way {
        pen.put(area.x, area.y, ">", theme.accent);
    }
    let ltr = Direction::Ltr;
    pen.line_in(ltr, false, part(2, 1), &[(&row.label, theme.bold)]);
    let mut from = 4;
    if area.width >= NAMED {
        pen.line_in(ltr, false, part(from, 9), &[(&row.value, theme.accent)]);
        from += 10;
    }
    let rest = part(from, area.width);
    if way == BIDI[0] {
        let said = isolated(&app.words.say("terminal-auto", &[]));
        pen.line_in(pen.direction, false, rest, &[(&said, theme.plain)]);
    } else {
        let sample = app.words.say("doctor-sample", &[]);
        pen.line_in(Direction::Rtl, false, rest, &[(&sample, theme.plain)]);
    }
}
