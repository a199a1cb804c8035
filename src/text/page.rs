//! Which rows does an article show in a window, and what does it cost?
//!
//! Blocks stand under one another. A block is set when a window first reaches it; until
//! then its height is an estimate. Shaping knows no width, so a resize only wraps again
//! what was set. A place is a block and a row within it, so that laying out what is above
//! moves nothing.

use std::ops::Range;

use super::{
    Clause, Direction, Insertion, Options, Paragraph, Typesetter,
    sheet::{Placed, Sheet},
};

/// What a page is given of a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its text; every line feed ends a paragraph.
    pub text: String,
    /// How it stands on the page.
    pub style: Style,
    /// What the screen adds to it.
    pub insertions: Vec<Insertion>,
}

/// How a block stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Blank rows above it, unless it is the first.
    pub above: usize,
    /// Cells left free at its start side.
    pub indent: usize,
    /// Further cells left free at the start of every row but the first.
    pub hang: usize,
    /// Two hemistichs side by side.
    pub verse: bool,
    /// Lines as they are: they are not filled.
    pub preformatted: bool,
}

/// A screen line of a page: of which block, which line of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct At {
    /// The block.
    pub block: usize,
    /// The line within it, blank lines above it included.
    pub line: usize,
}

/// The blocks of an article at one width.
#[derive(Debug)]
pub struct Page {
    sources: Vec<Source>,
    sheets: Vec<Sheet>,
    /// The direction of blocks that have no strong character.
    direction: Direction,
    setter: Typesetter,
    width: usize,
}

impl Page {
    /// A page of these blocks, this many cells wide (at least 1). Nothing is laid out yet.
    /// A block without a strong character inherits `direction`.
    pub fn new(sources: Vec<Source>, options: Options, direction: Direction, width: usize) -> Self {
        let sheets = sources.iter().map(|_| Sheet::default()).collect();
        Self {
            sources,
            sheets,
            direction,
            setter: Typesetter::new(options),
            width: width.max(1),
        }
    }

    /// Its width in cells.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The number of blocks.
    pub fn blocks(&self) -> usize {
        self.sources.len()
    }

    /// A block as given.
    pub fn source(&self, block: usize) -> &Source {
        &self.sources[block]
    }

    /// Other options: everything is set anew, on demand.
    pub fn set_options(&mut self, options: Options) {
        self.setter = Typesetter::new(options);
        self.sheets
            .iter_mut()
            .for_each(|sheet| *sheet = Sheet::default());
    }

    /// Other insertions in a block, in order: it is set anew, on demand.
    pub fn set_insertions(&mut self, block: usize, insertions: Vec<Insertion>) {
        self.sources[block].insertions = insertions;
        self.sheets[block] = Sheet::default();
    }

    /// Other blocks from a number on: what stands above stays laid out.
    pub fn end_with(&mut self, from: usize, sources: Vec<Source>) {
        self.sources.truncate(from);
        self.sheets.truncate(from);
        self.sheets.extend(sources.iter().map(|_| Sheet::default()));
        self.sources.extend(sources);
    }

    /// Another width: what was set stays set, rows are made anew on demand.
    pub fn resize(&mut self, width: usize) {
        if width.max(1) != self.width {
            self.width = width.max(1);
            self.sheets.iter_mut().for_each(Sheet::forget_rows);
        }
    }

    /// Lays out the window of `height` lines that begins at a place, and answers the place
    /// (moved to a line that exists).
    pub fn prepare(&mut self, at: At, height: usize) -> At {
        if self.sources.is_empty() {
            return At::default();
        }
        let block = at.block.min(self.sources.len() - 1);
        self.lay_out(block);
        let at = At {
            block,
            line: at.line.min(self.lines(block).saturating_sub(1)),
        };
        let mut missing = height
            .saturating_add(at.line)
            .saturating_sub(self.lines(block));
        for block in block + 1..self.sources.len() {
            if missing == 0 {
                break;
            }
            self.lay_out(block);
            missing = missing.saturating_sub(self.lines(block));
        }
        at
    }

    /// Lays out blocks until `bytes` of text are done, nearest to `block` first; false when
    /// nothing is left to lay out.
    pub fn settle(&mut self, block: usize, bytes: usize) -> bool {
        let mut left = bytes;
        let after = block.min(self.sources.len())..self.sources.len();
        let order: Vec<usize> = after
            .chain((0..block.min(self.sources.len())).rev())
            .collect();
        for block in order
            .into_iter()
            .filter(|b| !self.sheets[*b].is_laid_out())
            .collect::<Vec<_>>()
        {
            if left == 0 {
                return true;
            }
            left = left.saturating_sub(self.sources[block].text.len().max(1));
            self.lay_out(block);
        }
        false
    }

    /// The rows on a line that was laid out: none on a blank line, two in a verse.
    pub fn line(&self, at: At) -> &[Placed] {
        let Some(sheet) = self.sheets.get(at.block) else {
            return &[];
        };
        at.line
            .checked_sub(self.above(at.block))
            .map_or(&[], |line| sheet.on_line(line))
    }

    /// The next line; none at the end. The block must be laid out.
    pub fn next(&self, at: At) -> Option<At> {
        if at.line + 1 < self.lines(at.block) {
            return Some(At {
                line: at.line + 1,
                ..at
            });
        }
        (at.block + 1 < self.sources.len()).then_some(At {
            block: at.block + 1,
            line: 0,
        })
    }

    /// The place this many lines further down (or up), as far as there are lines; lays out
    /// what lies between.
    pub fn moved(&mut self, at: At, lines: isize) -> At {
        let mut at = self.prepare(at, 1);
        let mut left = if self.sources.is_empty() { 0 } else { lines };
        while left > 0 {
            let rest = self.lines(at.block) - 1 - at.line;
            if left.unsigned_abs() <= rest || at.block + 1 == self.sources.len() {
                at.line += rest.min(left.unsigned_abs());
                return at;
            }
            left -= rest.cast_signed() + 1;
            at = self.prepare(
                At {
                    block: at.block + 1,
                    line: 0,
                },
                1,
            );
        }
        while left < 0 {
            if left.unsigned_abs() <= at.line || at.block == 0 {
                at.line = at.line.saturating_sub(left.unsigned_abs());
                return at;
            }
            left += at.line.cast_signed() + 1;
            at = self.prepare(
                At {
                    block: at.block - 1,
                    line: usize::MAX,
                },
                1,
            );
        }
        at
    }

    /// Lines in all, and lines above a place; estimates where nothing was laid out.
    pub fn extent(&self, at: At) -> (usize, usize) {
        let lines = |block: usize| self.lines(block);
        let above: usize = (0..at.block).map(lines).sum::<usize>() + at.line;
        ((0..self.sources.len()).map(lines).sum(), above)
    }

    /// The row that holds a byte of a block, by its place among the block's rows, and its
    /// line. Lays the block out.
    pub fn find(&mut self, block: usize, byte: usize) -> (usize, At) {
        self.lay_out(block);
        let row = self.sheets[block].row_of(byte);
        let line = self.rows(block)[row].line + self.above(block);
        (row, At { block, line })
    }

    /// The rows of a block that was laid out, in logical order.
    pub fn rows(&self, block: usize) -> &[Placed] {
        self.sheets[block].rows()
    }

    /// The bytes of its block that a laid-out line shows; none on a blank line. The place to
    /// keep over a resize.
    pub fn span(&self, at: At) -> Option<Range<usize>> {
        let rows = self.line(at).iter().map(|placed| {
            let start = self.paragraph_start(at.block, placed.paragraph);
            let (bytes, _) =
                self.paragraphs(at.block)[placed.paragraph].span(placed.row.clusters());
            start + bytes.start..start + bytes.end
        });
        rows.reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))
    }

    /// The code points of a block's text before a byte: outside, offsets count them.
    pub fn chars_before(&self, block: usize, byte: usize) -> usize {
        let text = &self.sources[block].text;
        text[..text.floor_char_boundary(byte)].chars().count()
    }

    /// The byte at which a block's code point begins; the end of its text beyond.
    pub fn byte_of(&self, block: usize, char: usize) -> usize {
        let text = &self.sources[block].text;
        text.char_indices()
            .nth(char)
            .map_or(text.len(), |(byte, _)| byte)
    }

    /// The clauses of a block, found once.
    pub(super) fn clauses(&mut self, block: usize, find: fn(&str) -> Vec<Clause>) -> &[Clause] {
        let text = &self.sources[block].text;
        self.sheets[block].clauses.get_or_insert_with(|| find(text))
    }

    /// The paragraphs of a block that was laid out.
    pub fn paragraphs(&self, block: usize) -> &[Paragraph] {
        self.sheets[block].paragraphs()
    }

    /// Where, in bytes of its block, a paragraph begins.
    pub fn paragraph_start(&self, block: usize, paragraph: usize) -> usize {
        self.sheets[block].start(paragraph)
    }

    /// Lays out one block.
    pub fn lay_out(&mut self, block: usize) {
        let source = &self.sources[block];
        self.sheets[block].lay_out(source, &mut self.setter, self.direction, self.width);
    }

    /// The lines of a block with the blank ones above it; an estimate before it is laid out.
    fn lines(&self, block: usize) -> usize {
        let sheet = &self.sheets[block];
        let own = if sheet.is_laid_out() {
            sheet.lines()
        } else {
            estimate(&self.sources[block], self.width)
        };
        own + self.above(block)
    }

    pub(super) fn above(&self, block: usize) -> usize {
        if block == 0 {
            0
        } else {
            self.sources[block].style.above
        }
    }
}

/// About how many lines a block takes: Arabic letters are two bytes and one cell each.
fn estimate(source: &Source, width: usize) -> usize {
    let width = width.saturating_sub(source.style.indent).max(1);
    let cells = source.text.len() * 11 / 20;
    cells.div_ceil(width).max(1)
}
