//! How do passages look beside the text: the rules in the gutter, tags and notes in the margin?

use ratatui_core::style::Style;

use super::{Edge, Pen};
use crate::{
    app::{App, Area, Reader, Slip, Strip, slips},
    text::At,
};

/// Draws the rules beside the rows of passages.
pub fn rules(reader: &Reader, area: Area, pen: &mut Pen<'_>) {
    let page = &reader.paper.page;
    let strips = reader.strips_within(usize::from(area.height));
    let mut line = (page.blocks() > 0).then_some(reader.top);
    for y in 0..area.height {
        let Some(at) = line else { break };
        for lane in 0..2 {
            if let Some(style) = rule(reader, &strips, at, lane, pen) {
                // the first rule stands towards the margin
                let column = pen.part(area, 1 - u16::from(lane), 1);
                pen.put(column.x, area.y + y, "│", style);
            }
        }
        line = page.next(at);
    }
}

/// The style of a rule beside a line, if a passage has it: of several the last to begin.
fn rule(reader: &Reader, strips: &[&Strip], at: At, lane: u8, pen: &Pen<'_>) -> Option<Style> {
    let bytes = reader.paper.page.span(at)?;
    if !reader.paper.parts[at.block].is_own() {
        return None;
    }
    let (start, end) = ((at.block, bytes.start), (at.block, bytes.end));
    let strips = strips.iter().rev().filter(|strip| strip.lane == lane);
    let mut covering = strips.filter(|strip| {
        let (from, to) = (strip.span.from, strip.span.to);
        (from.block, from.byte) < end && start < (to.block, to.byte)
    });
    let strip = covering.next()?;
    Some(pen.theme.tag(strip.colour))
}

/// Draws tags and notes.
pub fn draw(app: &App, area: Area, pen: &mut Pen<'_>) {
    let slips = slips(app, &mut pen.setter);
    for slip in slips {
        draw_slip(app, &slip, area, pen);
    }
}

fn draw_slip(app: &App, slip: &Slip, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let words = if slip.here { theme.bold } else { theme.plain };
    for (y, (nth, row)) in (slip.row..).zip(&slip.rows) {
        let piece = &slip.pieces[*nth];
        pen.row(area, y, &piece.paragraph, row, |byte| {
            let mut tags = piece.tags.iter();
            let tag = byte.and_then(|byte| tags.find(|(bytes, _)| bytes.contains(&byte)));
            match tag {
                Some((_, colour)) if slip.here => theme.bold.patch(theme.tag(*colour)),
                Some((_, colour)) => theme.tag(*colour),
                None if piece.tags.is_empty() => words,
                None => theme.dim,
            }
        });
    }
    if slip.more > 0 {
        let said = app
            .words
            .say("rows-more", &[("count", (slip.more as u64).into())]);
        let below = slip.rows.len() as u16 - u16::from(slip.tight);
        let line = Area {
            y: area.y + slip.row + below,
            height: 1,
            ..area
        };
        let edge = if slip.tight { Edge::End } else { Edge::Start };
        pen.line(line, edge, &[(&said, theme.dim)]);
    }
}
