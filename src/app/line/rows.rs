//! In which rows does a text stand, and where on them can the caret stand?
//!
//! Only the line of the text that one is on is set: what a key costs depends on it, not on
//! the text.

use std::ops::Range;

use crate::text::{Content, Direction, Forms, Options, Paragraph, Row, Side, Typesetter};

/// A row of a text, from which one can go up and down.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    text: &'a str,
    inherited: Direction,
    /// Cells of a row, with the one for the end of a line.
    width: usize,
    /// Sets lines.
    setter: Typesetter,
    /// The bytes of the line, without its line feed.
    line: Range<usize>,
    paragraph: Paragraph,
    wrapped: Vec<Row>,
    at: usize,
}

/// A place of the caret: a byte of the text, and the leftmost column on which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) byte: usize,
    pub(super) column: usize,
}

impl<'a> Rows<'a> {
    /// The row on which the caret before a byte is shown.
    pub(super) fn at(text: &'a str, byte: usize, inherited: Direction, width: usize) -> Self {
        let mut setter = Typesetter::default();
        let line = line_at(text, byte);
        let paragraph = setter.set(&text[line.clone()], inherited, &[]);
        let wrapped = paragraph.wrap_writing(width);
        let cluster = paragraph.cluster_at_byte(byte - line.start);
        let at = cluster.map_or(wrapped.len() - 1, |cluster| {
            wrapped.partition_point(|row| row.clusters().end <= cluster)
        });
        Self {
            text,
            inherited,
            width,
            setter,
            line,
            paragraph,
            wrapped,
            at,
        }
    }

    /// Goes to the row above or below; false where there is none.
    pub(super) fn step(&mut self, down: bool) -> bool {
        if down && self.at + 1 < self.wrapped.len() {
            self.at += 1;
        } else if down && self.line.end < self.text.len() {
            self.set(self.line.end + 1);
            self.at = 0;
        } else if !down && self.at > 0 {
            self.at -= 1;
        } else if !down && self.line.start > 0 {
            self.set(self.line.start - 1);
            self.at = self.wrapped.len() - 1;
        } else {
            return false;
        }
        true
    }

    /// Which row it is: where its line begins, and the how manieth of it.
    pub(super) fn spot(&self) -> (usize, usize) {
        (self.line.start, self.at)
    }

    /// The byte at which it begins.
    pub(super) fn start(&self) -> usize {
        self.line.start + self.paragraph.span(self.row().clusters()).0.start
    }

    /// The bytes of the line that it is of.
    pub(super) fn line(&self) -> Range<usize> {
        self.line.clone()
    }

    /// That line.
    pub(super) fn paragraph(&self) -> &Paragraph {
        &self.paragraph
    }

    /// The row.
    pub(super) fn row(&self) -> Row {
        self.wrapped[self.at]
    }

    /// The side to which its line goes on.
    pub(super) fn forward(&self) -> Side {
        match self.paragraph.direction() {
            Direction::Ltr => Side::Right,
            Direction::Rtl => Side::Left,
        }
    }

    /// The places of the caret on it, from the left: before each cluster, lam and alef apart,
    /// and on the last row of a line after the last.
    pub(super) fn places(&self) -> Vec<Place> {
        let edges = edges(&self.text[self.line.clone()]);
        let (row, direction) = (self.row(), self.paragraph.direction());
        let left = match direction {
            Direction::Ltr => 0,
            Direction::Rtl => self.width.saturating_sub(row.width()),
        };
        let mut places = Vec::with_capacity(row.shown().len() + 1);
        for cell in row.cells(&self.paragraph) {
            let Content::Cluster(cluster) = cell.content else {
                continue;
            };
            let cluster = self.paragraph.cluster(cluster);
            let from = edges.partition_point(|edge| *edge < cluster.bytes.start);
            let within = edges[from..]
                .iter()
                .take_while(|edge| **edge < cluster.bytes.end);
            let first = places.len();
            places.extend(within.map(|edge| Place {
                byte: self.line.start + edge,
                column: left + cell.column,
            }));
            if Direction::of_level(cluster.level) == Direction::Rtl {
                places[first..].reverse();
            }
        }
        if self.at + 1 == self.wrapped.len() {
            let end = |column| Place {
                byte: self.line.end,
                column,
            };
            match direction {
                Direction::Ltr => places.push(end(row.width())),
                Direction::Rtl => places.insert(0, end(left.saturating_sub(1))),
            }
        }
        places
    }

    fn set(&mut self, byte: usize) {
        self.line = line_at(self.text, byte);
        let line = &self.text[self.line.clone()];
        self.paragraph = self.setter.set(line, self.inherited, &[]);
        self.wrapped = self.paragraph.wrap_writing(self.width);
    }
}

/// The bytes of the line that a byte is in, or ends, without its line feed.
pub(super) fn line_at(text: &str, byte: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let feed = |b: &u8| *b == b'\n';
    let start = bytes[..byte].iter().rposition(feed).map_or(0, |at| at + 1);
    let end = bytes[byte..].iter().position(feed);
    start..end.map_or(bytes.len(), |at| byte + at)
}

/// Where the caret can stand in a line: before each cluster, and after the last.
pub(super) fn edges(line: &str) -> Vec<usize> {
    // lam and alef are two letters to whoever writes them
    let options = Options {
        forms: Forms::Nominal,
        ..Options::default()
    };
    // edges are where they are in either direction
    let paragraph = Typesetter::new(options).set(line, Direction::Rtl, &[]);
    let clusters = paragraph.clusters().filter(|c| !c.is_insertion());
    let starts = clusters.map(|cluster| cluster.bytes.start);
    starts.chain([line.len()]).collect()
}
