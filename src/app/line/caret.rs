//! Where does the caret go?

use std::ops::Range;

use super::{Edit, Line, Rows, edges, line_at};
use crate::text::{Direction, Side, words};

impl Line {
    /// To an edge.
    pub(super) fn go(&mut self, caret: usize) -> Edit {
        self.past.end_word();
        self.column = None;
        if caret == self.caret {
            return Edit::Kept;
        }
        self.caret = caret;
        Edit::Moved
    }

    /// To the cell beside the caret, over the ends of rows.
    pub(super) fn step(&mut self, side: Side, inherited: Direction) -> Edit {
        let mut rows = self.rows(inherited);
        let places = rows.places();
        let here = places.iter().position(|place| place.byte == self.caret);
        let beside = match side {
            Side::Left => here.and_then(|at| at.checked_sub(1)),
            Side::Right => here.map(|at| at + 1),
        };
        let mut beside = beside.and_then(|at| places.get(at)).copied();
        let forward = side == rows.forward();
        while beside.is_none() && rows.step(forward) {
            // where reading begins on the next row, or ends on the one before
            let places = rows.places();
            beside = if forward == (rows.forward() == Side::Right) {
                places.first().copied()
            } else {
                places.last().copied()
            };
        }
        self.go(beside.map_or(self.caret, |place| place.byte))
    }

    pub(super) fn step_word(&mut self, side: Side, inherited: Direction) -> Edit {
        let forward = side == self.rows(inherited).forward();
        self.go(if forward {
            self.word_after()
        } else {
            self.word_before()
        })
    }

    /// To the row above or below, on the cell nearest to the column in which this began.
    pub(super) fn step_row(&mut self, down: bool, inherited: Direction) -> Edit {
        let mut rows = self.rows(inherited);
        let places = rows.places();
        let here = places.iter().find(|place| place.byte == self.caret);
        let column = self.column.or(here.map(|place| place.column));
        let column = column.unwrap_or_default();
        let mut nearest = None;
        while nearest.is_none() && rows.step(down) {
            let places = rows.places().into_iter();
            nearest = places.min_by_key(|place| place.column.abs_diff(column));
        }
        let edit = self.go(nearest.map_or(self.caret, |place| place.byte));
        self.column = Some(column);
        edit
    }

    /// The edge where the word before the caret begins.
    pub(super) fn word_before(&self) -> usize {
        let mut line = self.line();
        loop {
            let text = &self.text[line.clone()];
            let starts = words(text).map(|word| line.start + word.start);
            if let Some(start) = starts.take_while(|start| *start < self.caret).last() {
                return self.edge_to(start);
            }
            let Some(feed) = line.start.checked_sub(1) else {
                return self.edge_from(0);
            };
            line = line_at(&self.text, feed);
        }
    }

    /// The edge where the word after the caret ends.
    pub(super) fn word_after(&self) -> usize {
        let mut line = self.line();
        loop {
            let text = &self.text[line.clone()];
            let mut ends = words(text).map(|word| line.start + word.end);
            if let Some(end) = ends.find(|end| *end > self.caret) {
                return self.edge_from(end);
            }
            if line.end == self.text.len() {
                return line.end;
            }
            line = line_at(&self.text, line.end + 1);
        }
    }

    /// The edge before an edge.
    pub(super) fn before(&self, edge: usize) -> usize {
        edge.checked_sub(1).map_or(0, |byte| self.edge_to(byte))
    }

    /// The edge after an edge.
    pub(super) fn after(&self, edge: usize) -> usize {
        self.edge_from((edge + 1).min(self.text.len()))
    }

    /// The first edge from a byte on.
    pub(super) fn edge_from(&self, byte: usize) -> usize {
        let line = line_at(&self.text, byte);
        let edges = edges(&self.text[line.clone()]);
        let at = edges.partition_point(|edge| line.start + edge < byte);
        line.start + edges[at]
    }

    /// The bytes of the line with the caret, without its line feed.
    pub(super) fn line(&self) -> Range<usize> {
        line_at(&self.text, self.caret)
    }

    /// The first row of a page with the caret: the one that was it last, if the page then has
    /// the caret, and no row to spare.
    pub(super) fn first_row(&self, width: usize, height: usize, inherited: Direction) -> usize {
        let at = |byte| Rows::at(&self.text, byte, inherited, width);
        let top = self.text.floor_char_boundary(self.top).min(self.caret);
        let (mut last, caret) = (at(top), at(self.caret));
        let full = (1..height).all(|_| last.step(true));
        if last.spot() < caret.spot() {
            last = caret;
        } else if full {
            return top;
        }
        let mut rows = 1..height;
        while rows.next().is_some() && last.step(false) {}
        last.start()
    }

    /// The last edge up to a byte; where a line has none before its end, where it begins.
    fn edge_to(&self, byte: usize) -> usize {
        let line = line_at(&self.text, byte);
        let edges = edges(&self.text[line.clone()]);
        let after = edges.partition_point(|edge| line.start + edge <= byte);
        line.start + after.checked_sub(1).map_or(0, |at| edges[at])
    }

    fn rows(&self, inherited: Direction) -> Rows<'_> {
        Rows::at(&self.text, self.caret, inherited, self.width)
    }
}
