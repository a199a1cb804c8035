//! How does the open article look?

use std::ops::Range;

use ratatui_core::style::{Modifier, Style};

use super::Pen;
use crate::{
    app::{App, Area, Focus, Part, Reader, Span},
    article::{InlineKind, Kind},
    text::{At, Direction},
};

/// Bytes of a block, and what they look like.
type Look = (Range<usize>, Style);

/// Draws the window of the article.
pub fn draw(app: &App, area: Area, pen: &mut Pen<'_>) {
    let Some(reader) = &app.reader else {
        return;
    };
    let page = &reader.paper.page;
    let span = reader.shown_span();
    let mut line = (page.blocks() > 0).then_some(reader.top);
    let mut looks: Option<(usize, Vec<Look>)> = None;
    for y in 0..area.height {
        let Some(at) = line else { break };
        if looks.as_ref().is_none_or(|(block, _)| *block != at.block) {
            looks = Some((at.block, looks_of(app, reader, span, at.block, pen)));
        }
        let ranges = looks.as_ref().map_or(&[][..], |(_, ranges)| ranges);
        let base = base(reader, at.block, pen);
        draw_line(reader, at, area, y, pen, base, ranges);
        line = page.next(at);
    }
}

/// One line of the window: a row, or the two halves of a verse.
fn draw_line(
    reader: &Reader,
    at: At,
    area: Area,
    y: u16,
    pen: &mut Pen<'_>,
    base: Style,
    looks: &[Look],
) {
    let page = &reader.paper.page;
    for placed in page.line(at) {
        let paragraph = &page.paragraphs(at.block)[placed.paragraph];
        let start = page.paragraph_start(at.block, placed.paragraph);
        let line = placed.cells(paragraph);
        pen.cells(area, y, paragraph, &line, |byte| {
            let byte = start + byte;
            let over = looks.iter().filter(|(range, _)| range.contains(&byte));
            over.fold(base, |style, (_, look)| style.patch(*look))
        });
        if kind(reader, at.block) == Some(Kind::Quote) {
            let column = match paragraph.direction() {
                Direction::Rtl => area.width.saturating_sub(2),
                Direction::Ltr => 1,
            };
            if area.width > 4 {
                pen.put(area.x + column, area.y + y, "│", pen.theme.dim);
            }
        }
    }
}

/// The style of a block.
fn base(reader: &Reader, block: usize, pen: &Pen<'_>) -> Style {
    let theme = pen.theme;
    match reader.paper.parts[block] {
        Part::Title => theme.bold,
        Part::Facts | Part::Aside => theme.dim,
        Part::Block(at) => match reader.loaded.article.blocks[at].kind {
            Kind::Title | Kind::Subtitle => theme.bold,
            Kind::Heading(_) => theme.accent,
            Kind::Caption | Kind::Byline | Kind::Dateline | Kind::Clutter(_) => theme.dim,
            _ => theme.plain,
        },
    }
}

fn kind(reader: &Reader, block: usize) -> Option<Kind> {
    match reader.paper.parts[block] {
        Part::Block(at) => Some(reader.loaded.article.blocks[at].kind),
        _ => None,
    }
}

/// What bytes of a block look like beyond its own style; the last that holds wins.
fn looks_of(
    app: &App,
    reader: &Reader,
    span: Option<Span>,
    block: usize,
    pen: &Pen<'_>,
) -> Vec<Look> {
    let theme = pen.theme;
    let page = &reader.paper.page;
    let mut looks = Vec::new();
    if let Part::Block(at) = reader.paper.parts[block] {
        let own = &reader.loaded.article.blocks[at];
        for inline in &own.spans {
            let style = match inline.kind {
                InlineKind::Link(_) => theme.link,
                InlineKind::Strong => Style::new().add_modifier(Modifier::BOLD),
                InlineKind::Emphasis => Style::new().add_modifier(Modifier::ITALIC),
                InlineKind::Code => continue,
            };
            let byte = |char: u32| page.byte_of(block, char as usize);
            looks.push((byte(inline.range.start)..byte(inline.range.end), style));
        }
    }
    let reading = app.focus == Focus::Reader;
    if let Some(found) = &reader.found {
        let current = found.around(reader.cursor).filter(|_| reading);
        let from = found.hits.partition_point(|(own, _)| *own < block);
        let own = found.hits[from..]
            .iter()
            .take_while(|(own, _)| *own == block);
        for (nth, (_, range)) in own.enumerate() {
            let style = if current == Some(from + nth) {
                theme.current_hit
            } else {
                theme.hit
            };
            looks.push((range.clone(), style));
        }
    }
    if let Some(range) = span.and_then(|span| span.within(block, page.source(block).text.len())) {
        looks.push((range, theme.selection));
    }
    if reading && app.prompt.is_none() && reader.cursor.block == block {
        let byte = reader.cursor.byte;
        looks.push((byte..byte + 1, theme.cursor));
    }
    looks
}
