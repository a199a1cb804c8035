//! How does the open article look?

use ratatui_core::style::{Modifier, Style};

use super::{Pen, Theme};
use crate::{
    app::{App, Area, Focus, Part, Reader, Span, Strip},
    article::Kind,
    text::{At, Cursor, Direction},
};

/// Draws the window of the article.
pub fn draw(app: &App, area: Area, pen: &mut Pen<'_>) {
    let Some(reader) = &app.reader else {
        return;
    };
    let page = &reader.paper.page;
    let reading = app.focus == Focus::Reader;
    let look = Look {
        reader,
        theme: pen.theme,
        reading,
        strips: reader.strips_within(usize::from(area.height)),
        span: reader.shown_span(),
        cursor: (reading && app.prompt.is_none()).then_some(reader.cursor),
    };
    let mut line = (page.blocks() > 0).then_some(reader.top);
    for y in 0..area.height {
        let Some(at) = line else { break };
        draw_line(&look, at, area, y, pen);
        line = page.next(at);
    }
}

/// One line of the window: a row, or the two halves of a verse.
fn draw_line(look: &Look<'_>, at: At, area: Area, y: u16, pen: &mut Pen<'_>) {
    let reader = look.reader;
    let page = &reader.paper.page;
    let base = base(reader, at.block, pen);
    let part = reader.paper.parts[at.block];
    let note = match part {
        Part::Note(passage) => reader.coding.passages.get(passage),
        _ => None,
    };
    if part == Part::Rule && !page.line(at).is_empty() {
        for x in area.x..area.x + area.width {
            pen.put(x, area.y + y, "─", pen.theme.dim);
        }
        return;
    }
    for placed in page.line(at) {
        let mut base = base;
        if let Some(passage) = note.filter(|p| placed.paragraph == 0 && !p.tags.is_empty()) {
            base = pen.theme.tag(reader.coding.colour(passage));
        }
        if matches!(part, Part::Near(_)) && placed.paragraph > 0 {
            base = pen.theme.dim;
        }
        let paragraph = &page.paragraphs(at.block)[placed.paragraph];
        let start = page.paragraph_start(at.block, placed.paragraph);
        let line = placed.cells(paragraph);
        pen.cells(area, y, paragraph, &line, |byte| {
            byte.map_or(base, |byte| {
                let at = Cursor {
                    block: at.block,
                    byte: start + byte,
                };
                look.style(base, at)
            })
        });
        if note.is_some() || kind(reader, at.block) == Some(Kind::Quote) {
            let direction = note.map_or(paragraph.direction(), |_| pen.direction);
            let column = match direction {
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
        Part::Facts | Part::Aside | Part::Remark => theme.dim,
        Part::Note(_) | Part::Rule => theme.plain,
        Part::Heading => theme.accent,
        Part::Near(_) if reader.cursor.block == block => theme.accent,
        Part::Near(nth) => {
            let mut near = reader.foot.iter().flat_map(|foot| &foot.related.near);
            let read = near.nth(nth).is_none_or(|near| near.entry.read);
            if read { theme.plain } else { theme.bold }
        }
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

/// What letters look like beyond the style of their block.
struct Look<'a> {
    reader: &'a Reader,
    theme: Theme,
    /// Whether the article has the keys.
    reading: bool,
    /// The passages of which something is in the window.
    strips: Vec<&'a Strip>,
    span: Option<Span>,
    /// The place of the cursor, where it is seen.
    cursor: Option<Cursor>,
}

impl Look<'_> {
    /// The style of a cluster, by its place; what comes last wins. It asks what is around the
    /// place: a frame costs what is in the window, whatever else the block holds.
    fn style(&self, base: Style, at: Cursor) -> Style {
        let Self { reader, theme, .. } = self;
        let page = &reader.paper.page;
        let mut style = base;
        if let Some(run) = reader.paper.run(at) {
            if run.link {
                style = style.patch(theme.link);
            }
            if run.strong {
                style = style.add_modifier(Modifier::BOLD);
            }
            if run.emphasis {
                style = style.add_modifier(Modifier::ITALIC);
            }
        }
        let part = reader.paper.parts[at.block];
        if let (Part::Near(nth), Some(foot)) = (part, &reader.foot) {
            let mut tags = foot.tags[nth].iter();
            if let Some((_, colour)) = tags.find(|(bytes, _)| bytes.contains(&at.byte)) {
                style = theme.tag(*colour);
            }
        }
        // what the reader wrote, and what stands below, is in no passage
        let text = part.is_own();
        let mut around = self.strips.iter().rev().filter(|_| text);
        if let Some(strip) = around.find(|s| s.span.from <= at && at < s.span.to) {
            style = theme.tinted(style, strip.colour);
        }
        let found = reader.found.as_ref();
        if let Some(hit) = found.and_then(|found| found.around(page, at)) {
            let here = reader.cursor.block == at.block && hit.contains(&reader.cursor.byte);
            style = style.patch(if self.reading && here {
                theme.current_hit
            } else {
                theme.hit
            });
        }
        if self
            .span
            .is_some_and(|span| text && span.from <= at && at < span.to)
        {
            style = style.patch(theme.selection);
        }
        if self.cursor == Some(at) {
            style = theme.under_cursor(style, self.span.is_some());
        }
        style
    }
}
