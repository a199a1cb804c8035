//! What does the reader see? [`draw`] fills a buffer of visual cells; it changes nothing.

mod bars;
mod codebook;
mod counts;
mod drawer;
mod list;
mod margin;
mod menu;
mod page;
mod pen;
mod related;
mod samples;
mod search;
mod story;
mod text;
mod theme;

pub use pen::{Edge, Pen};
pub use samples::apart;
pub use theme::{Colours, Theme};

use ratatui_core::buffer::Buffer;

use crate::app::{App, Area, Focus, SMALLEST};

/// Draws a frame into an empty buffer of the screen's size. Answers the cell of the caret,
/// where a text is typed.
pub fn draw(app: &App, colours: Colours, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let theme = Theme::new(app.settings.theme, colours);
    let size = buffer.area;
    let mut pen = Pen::new(buffer, theme, app.direction(), app.is_wide());
    let pen = &mut pen;
    if app.too_small() {
        let (width, height) = SMALLEST;
        let said = app.words.say(
            "too-small",
            &[
                ("width", u64::from(width).into()),
                ("height", u64::from(height).into()),
            ],
        );
        let area = Area {
            x: 0,
            y: 0,
            width: size.width,
            height: size.height,
        };
        pen.wrapped(area, &said, theme.plain);
        return None;
    }
    let Some(page) = &app.menu else {
        return screen(app, pen);
    };
    if page.kind.asks() {
        screen(app, pen);
    }
    let caret = menu::draw(app, page, pen);
    if app.notice.is_some() {
        bars::status(app, app.panes.status, pen);
    }
    caret
}

/// Everything but menus.
fn screen(app: &App, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let theme = pen.theme;
    let panes = app.panes;
    if let Some(area) = panes.header {
        bars::header(app, area, pen);
    }
    if let (Some(page), Some(area)) = (app.page(), panes.page) {
        let typed = page::draw(app, page, area, pen);
        if !app.pending.is_empty() {
            menu::continuations(app, pen);
        }
        if let Some(area) = panes.drawer {
            let caret = drawer::draw(app, area, pen);
            bars::status(app, panes.status, pen);
            return caret;
        }
        let caret = bars::status(app, panes.status, pen);
        return caret.map_or(typed, |caret| Some((caret, panes.status.y)));
    }
    if let Some(area) = panes.rule {
        for y in area.y..area.y + area.height {
            pen.put(area.x, y, "│", theme.dim);
        }
    }
    if let Some(area) = panes.list {
        list::draw(app, area, pen);
    }
    let nothing = app.focus == Focus::List && app.list.whole && app.list.is_empty();
    if let Some(area) = panes.text.filter(|_| !nothing) {
        text::draw(app, area, pen);
        if let (Some(reader), Some(gutter)) = (&app.reader, panes.gutter) {
            margin::rules(reader, gutter, pen);
        }
        if let Some(area) = panes.margin {
            margin::draw(app, area, pen);
        }
    }
    if let (Some(pane), Some(area)) = (app.neighbours(), panes.drawer) {
        related::draw(app, pane, area, pen);
    } else if let Some(area) = panes.drawer {
        let caret = drawer::draw(app, area, pen);
        bars::status(app, panes.status, pen);
        return caret;
    }
    if !app.pending.is_empty() {
        menu::continuations(app, pen);
    }
    let quiet = app.zen && app.prompt.is_none() && app.notice.is_none() && app.pending.is_empty();
    if quiet {
        return None;
    }
    let caret = bars::status(app, panes.status, pen)?;
    Some((caret, panes.status.y))
}
