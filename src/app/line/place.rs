//! Where can the caret stand, and what is beside it?

use crate::text::{Content, Direction, Forms, Options, Side, Typesetter};

/// The places of the caret in one line, from the left; bytes count from the line's start.
#[derive(Debug)]
pub(super) struct Places {
    direction: Direction,
    list: Vec<Place>,
    /// The cells of the line, with one for its end.
    width: usize,
}

/// A place of the caret, and the cells it is shown on.
#[derive(Debug, Clone, Copy)]
struct Place {
    byte: usize,
    column: usize,
    width: usize,
}

impl Places {
    /// The places before each cluster of a text, and after the last.
    pub(super) fn of(text: &str, inherited: Direction) -> Self {
        // lam and alef are two letters to whoever writes them
        let options = Options {
            forms: Forms::Nominal,
            ..Options::default()
        };
        let paragraph = Typesetter::new(options).set(text, inherited, &[]);
        let direction = paragraph.direction();
        let row = paragraph.wrap(usize::MAX)[0];
        let end = Place {
            byte: text.len(),
            column: if direction == Direction::Ltr {
                row.width()
            } else {
                0
            },
            width: 1,
        };
        let before = usize::from(direction == Direction::Rtl);
        let clusters = row.cells(&paragraph).into_iter().filter_map(|cell| {
            let Content::Cluster(at) = cell.content else {
                return None;
            };
            let cluster = paragraph.cluster(at);
            (!cluster.is_insertion()).then_some(Place {
                byte: cluster.bytes.start,
                column: before + cell.column,
                width: cell.width,
            })
        });
        let mut list: Vec<Place> = clusters.collect();
        let at = if direction == Direction::Ltr {
            list.len()
        } else {
            0
        };
        list.insert(at, end);
        Self {
            direction,
            list,
            width: row.width() + 1,
        }
    }

    /// The side to which the line goes on.
    pub(super) fn forward(&self) -> Side {
        match self.direction {
            Direction::Ltr => Side::Right,
            Direction::Rtl => Side::Left,
        }
    }

    /// The edge that is shown beside the one at a byte.
    pub(super) fn beside(&self, byte: usize, side: Side) -> Option<usize> {
        let at = self.list.iter().position(|place| place.byte == byte)?;
        let beside = match side {
            Side::Left => at.checked_sub(1)?,
            Side::Right => at + 1,
        };
        self.list.get(beside).map(|place| place.byte)
    }

    /// The last edge up to a byte.
    pub(super) fn edge_to(&self, byte: usize) -> usize {
        let edges = self.list.iter().map(|place| place.byte);
        edges.filter(|edge| *edge <= byte).max().unwrap_or(0)
    }

    /// The first edge from a byte on.
    pub(super) fn edge_from(&self, byte: usize) -> usize {
        let edges = self.list.iter().map(|place| place.byte);
        edges.filter(|edge| *edge >= byte).min().unwrap_or(byte)
    }

    /// How many cells an edge is shown from where the line begins.
    pub(super) fn away(&self, byte: usize) -> usize {
        let place = self.list.iter().find(|place| place.byte == byte);
        place.map_or(0, |place| self.cells_before(place))
    }

    /// The edge that is shown nearest to so many cells from where the line begins.
    pub(super) fn nearest(&self, away: usize) -> usize {
        let place = self
            .list
            .iter()
            .min_by_key(|place| self.cells_before(place).abs_diff(away));
        place.map_or(0, |place| place.byte)
    }

    fn cells_before(&self, place: &Place) -> usize {
        match self.direction {
            Direction::Ltr => place.column,
            Direction::Rtl => self.width - place.column - place.width,
        }
    }
}
