//! How do a block's rows look at a width?

use crate::text::{Class, Direction, Options, Typesetter, first_strong, paragraphs};

/// Sets blocks for printing: plain UAX #9, joined, without what the reader's screen adds.
pub struct Setter {
    typesetter: Typesetter,
    /// Cells a row may take.
    width: usize,
    /// The direction of a block without a strong character.
    inherited: Direction,
}

/// One row of a block.
pub struct Row {
    /// Code points of the block, spaces at a soft break apart.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its text, in logical order.
    pub text: String,
    /// Its faces, from the leftmost to the rightmost cell.
    pub visual: String,
    /// Cells it takes.
    pub width: usize,
    /// The direction of its paragraph.
    pub direction: Direction,
}

impl Setter {
    /// Sets to this width; a block without direction takes the one that most letters have.
    pub fn new(width: Option<usize>, inherited: Direction) -> Self {
        let typesetter = Typesetter::new(Options::default());
        Self {
            typesetter,
            width: width.unwrap_or(usize::MAX / 2),
            inherited,
        }
    }

    /// The direction of a block: its first strong character's.
    pub fn direction(&self, text: &str) -> Direction {
        let level = first_strong(text.chars().map(Class::of));
        level.map_or(self.inherited, Direction::of_level)
    }

    /// The rows of a block.
    pub fn rows(&mut self, text: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        let (mut end, mut before) = (0, 0); // of the last paragraph, in bytes; code points so far
        for range in paragraphs(text) {
            before += text[end..range.start].chars().count();
            end = range.end;
            let text = &text[range];
            let paragraph = self.typesetter.set(text, self.inherited, &[]);
            for row in paragraph.wrap(self.width) {
                let (bytes, chars) = if paragraph.is_empty() {
                    (0..text.len(), 0..paragraph.extent().1)
                } else {
                    paragraph.span(row.shown())
                };
                let mut visual = String::with_capacity(bytes.len() * 3 / 2);
                row.push_visual(&paragraph, false, &mut visual);
                rows.push(Row {
                    start: before + chars.start,
                    end: before + chars.end,
                    text: text[bytes].to_owned(),
                    visual,
                    width: row.width(),
                    direction: paragraph.direction(),
                });
            }
            before += paragraph.extent().1;
        }
        rows
    }
}
