//! What is selected, and how does it grow?
//!
//! A selection is the logical span between its anchor and the cursor, both included; on the
//! screen it may be in several pieces.

use std::ops::Range;

use super::{App, Effects, Reader, command::Given};
use crate::text::{At, Cursor, Unit, quoted};

/// The end of a selection that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The cluster at its fixed end.
    pub anchor: Cursor,
    /// The cluster at the end that moves, when it was last looked at.
    pub head: Cursor,
    /// Whether it takes whole rows.
    pub rows: bool,
}

/// A span of the text over blocks of the page: from a byte of a block up to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub from: Cursor,
    /// Where it ends; this byte is outside.
    pub to: Cursor,
}

impl Span {
    /// The bytes of a block in it; `length` is the block's.
    pub fn within(&self, block: usize, length: usize) -> Option<Range<usize>> {
        if !(self.from.block..=self.to.block).contains(&block) {
            return None;
        }
        let start = if block == self.from.block {
            self.from.byte
        } else {
            0
        };
        let end = if block == self.to.block {
            self.to.byte
        } else {
            length
        };
        (start < end).then_some(start..end)
    }
}

impl Reader {
    /// What is selected.
    pub fn span(&mut self) -> Option<Span> {
        let selection = self.selection?;
        // what stands below the text is in no selection
        let cursor = if self.is_below() {
            self.text_end()
        } else {
            self.cursor
        };
        let (first, last) = if selection.anchor <= cursor {
            (selection.anchor, cursor)
        } else {
            (cursor, selection.anchor)
        };
        if selection.rows {
            let start = self.row_of(first).start;
            let end = self.row_of(last).end;
            return Some(Span {
                from: Cursor {
                    byte: start,
                    ..first
                },
                to: Cursor { byte: end, ..last },
            });
        }
        let end = self.paper.page.cluster_at(last)?.end;
        Some(Span {
            from: first,
            to: Cursor { byte: end, ..last },
        })
    }

    /// What is selected, as it was laid out last, else what is aimed at.
    pub fn shown_span(&self) -> Option<Span> {
        match self.selection {
            Some(_) => self.span,
            None => self.aim.map(|aim| aim.span),
        }
    }

    /// Selects a span.
    pub fn select_span(&mut self, span: Span) {
        let text = &self.paper.page.source(span.to.block).text[..span.to.byte];
        let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
        let last = Cursor {
            byte: last,
            ..span.to
        };
        let page = &mut self.paper.page;
        if let (Some(anchor), Some(head)) = (page.snap(span.from), page.snap(last)) {
            self.selection = Some(Selection {
                anchor,
                head,
                rows: false,
            });
            self.stand(head);
        }
    }

    /// Selects bytes of a block.
    pub fn select(&mut self, block: usize, bytes: &Range<usize>) {
        let page = &mut self.paper.page;
        let text = page.source(block).text.as_str();
        let inside = text.get(bytes.clone()).unwrap_or_default();
        let start = bytes.end - inside.trim_start().len();
        let end = bytes.start + inside.trim_end().len();
        let last = text[..end]
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
        let (Some(anchor), Some(head)) = (
            page.snap(Cursor { block, byte: start }),
            page.snap(Cursor { block, byte: last }),
        ) else {
            return;
        };
        self.selection = Some(Selection {
            anchor,
            head,
            rows: false,
        });
        self.stand(head);
    }

    /// Ends the selection; it can be taken up again.
    pub fn deselect(&mut self) {
        if let Some(selection) = self.selection.take() {
            self.selected = Some(Selection {
                head: self.cursor,
                ..selection
            });
        }
    }

    /// The bytes of its block that the cursor's row holds.
    fn row_of(&mut self, cursor: Cursor) -> Range<usize> {
        let page = &mut self.paper.page;
        let (row, at) = page.find(cursor.block, cursor.byte);
        let placed = page.rows(at.block)[row];
        let start = page.paragraph_start(at.block, placed.paragraph);
        let (bytes, _) = page.paragraphs(at.block)[placed.paragraph].span(placed.row.clusters());
        start + bytes.start..start + bytes.end
    }
}

/// Begins at the cursor.
pub fn start(app: &mut App, _: Given) -> Effects {
    begin(app, false)
}

/// Takes whole rows, or clusters again.
pub fn rows(app: &mut App, _: Given) -> Effects {
    match app.reader.as_mut().and_then(|r| r.selection.as_mut()) {
        Some(selection) => {
            selection.rows = !selection.rows;
            Effects::new()
        }
        None => begin(app, true),
    }
}

/// Takes up what was selected last.
pub fn again(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &mut app.reader
        && let Some(selection) = reader.selected
    {
        reader.selection = Some(selection);
        reader.stand(selection.head);
    }
    Effects::new()
}

/// The cursor goes to the other end.
pub fn swap(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &mut app.reader
        && let Some(selection) = &mut reader.selection
    {
        let anchor = selection.anchor;
        selection.anchor = reader.cursor;
        reader.stand(anchor);
    }
    Effects::new()
}

/// Ends it.
pub fn stop(app: &mut App, _: Given) -> Effects {
    app.attaching = None;
    if let Some(reader) = &mut app.reader {
        reader.deselect();
    }
    Effects::new()
}

/// What is inside the quotation marks around the cursor.
pub fn quotation(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Quotation, quoted)
}

/// The quotation around the cursor with its marks.
pub fn quotation_around(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Quotation, whole)
}

/// The clause around the cursor.
pub fn clause(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Clause, whole)
}

/// The sentence around the cursor.
pub fn sentence(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Sentence, whole)
}

/// The paragraph around the cursor.
pub fn paragraph(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Paragraph, whole)
}

/// The word around the cursor.
pub fn word(app: &mut App, _: Given) -> Effects {
    object(app, Unit::Word, whole)
}

/// A button went down in the text: once puts the cursor there, twice selects a word, three
/// times a paragraph.
pub fn press(app: &mut App, column: u16, row: u16, times: u8) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let Some(cursor) = reader.under(column, row) else {
        return Effects::new();
    };
    reader.deselect();
    // it is in the window: nothing scrolls under the next press
    reader.cursor = cursor;
    reader.goal = None;
    match times {
        1 => Effects::new(),
        2 => object(app, Unit::Word, whole),
        _ => object(app, Unit::Paragraph, whole),
    }
}

/// The mouse moved with its button down: what lies between is selected.
pub fn drag(app: &mut App, column: u16, row: u16) -> Effects {
    if let Some(reader) = &mut app.reader
        && let Some(cursor) = reader.under(column, row)
    {
        if reader.selection.is_none() && cursor != reader.cursor && !reader.is_below() {
            reader.selection = Some(Selection {
                anchor: reader.cursor,
                head: cursor,
                rows: false,
            });
        }
        reader.cursor = cursor;
        reader.goal = None;
    }
    Effects::new()
}

impl Reader {
    /// The cluster nearest to a cell of the window.
    fn under(&mut self, column: u16, row: u16) -> Option<Cursor> {
        let page = &mut self.paper.page;
        let mut line: At = page.moved(self.top, isize::from(row.cast_signed()));
        loop {
            if let Some(cursor) = page.hit(line, usize::from(column)) {
                return Some(cursor);
            }
            // a blank line: what stands above it
            let above = page.moved(line, -1);
            if above == line {
                return None;
            }
            line = above;
        }
    }
}

fn begin(app: &mut App, rows: bool) -> Effects {
    if app.reader.as_ref().is_some_and(Reader::is_below) {
        app.tell("nothing-to-select", &[]);
    } else if let Some(reader) = &mut app.reader {
        reader.selection = Some(Selection {
            anchor: reader.cursor,
            head: reader.cursor,
            rows,
        });
    }
    Effects::new()
}

/// Selects of the unit around the cursor what `part` takes of it; of quotations the next one
/// where there is none around.
fn object(app: &mut App, unit: Unit, part: fn(&str, &Range<usize>) -> Range<usize>) -> Effects {
    if app.reader.as_ref().is_some_and(Reader::is_below) {
        app.tell("nothing-to-select", &[]);
    } else if let Some(reader) = &mut app.reader {
        let page = &mut reader.paper.page;
        let here = page.unit_at(reader.cursor, unit);
        let mut found = here.map(|bytes| (reader.cursor.block, bytes));
        if found.is_none()
            && let Some(next) = page.next_unit(reader.cursor, unit)
        {
            found = page.unit_at(next, unit).map(|bytes| (next.block, bytes));
        }
        match found {
            Some((block, bytes)) => {
                let bytes = part(&reader.paper.page.source(block).text, &bytes);
                reader.select(block, &bytes);
            }
            None => app.tell("no-such-unit", &[]),
        }
    }
    Effects::new()
}

fn whole(_: &str, unit: &Range<usize>) -> Range<usize> {
    unit.clone()
}
