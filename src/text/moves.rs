//! Where does the cursor go that the eye follows: left, right, up, down?
//!
//! Left and right are the screen's. At the end edge of a row (the left one in a
//! right-to-left paragraph) the outward key goes on to the next row's start, at the start
//! edge to the previous row's end. So the paragraph's forward key, chosen anew in each
//! paragraph, visits every cluster that has a cell once, and its backward key goes back.

use super::{At, Direction, Page, Paragraph, Placed, row::Content};

/// A place in a page: the first byte of a cluster of a block. Ordered as text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cursor {
    /// The block.
    pub block: usize,
    /// The byte within its text.
    pub byte: usize,
}

/// A side of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Towards column 0.
    Left,
    /// Away from it.
    Right,
}

impl Page {
    /// The cluster with a cell that is nearest to a place in the text; none on a page that
    /// shows nothing.
    pub fn snap(&mut self, cursor: Cursor) -> Option<Cursor> {
        let stand = self.stand(cursor)?;
        if let Some(cluster) = self.cluster_on(stand, cursor.byte) {
            return Some(self.cursor(stand, cluster));
        }
        // the row shows nothing: the text goes on where the next one begins
        let mut next = stand;
        while let Some(after) = self.after(next) {
            if let Some(cluster) = self.cluster_on(after, 0) {
                return Some(self.cursor(after, cluster));
            }
            next = after;
        }
        self.edge_before(stand)
    }

    /// The direction of the paragraph around the cursor.
    pub fn direction_at(&mut self, cursor: Cursor) -> Direction {
        let stand = self.stand(cursor);
        stand.map_or(Direction::Rtl, |stand| self.parts(stand).1.direction())
    }

    /// The side to which text goes on at the cursor.
    pub fn forward(&mut self, cursor: Cursor) -> Side {
        match self.direction_at(cursor) {
            Direction::Ltr => Side::Right,
            Direction::Rtl => Side::Left,
        }
    }

    /// One cluster to a side, over the edges of rows; none where the page ends.
    pub fn step(&mut self, cursor: Cursor, side: Side) -> Option<Cursor> {
        let stand = self.stand(cursor)?;
        let order = self.visible(stand);
        let here = self.cluster_on(stand, cursor.byte)?;
        let at = order.iter().position(|cluster| *cluster == here)?;
        let beside = match side {
            Side::Left => at.checked_sub(1),
            Side::Right => Some(at + 1),
        };
        if let Some(cluster) = beside.and_then(|at| order.get(at)) {
            return Some(self.cursor(stand, *cluster));
        }
        if side == self.forward(cursor) {
            self.edge_after(stand)
        } else {
            self.edge_before(stand)
        }
    }

    /// The cluster nearest to a column on the next line below (or above) that shows one;
    /// none where there is no such line.
    pub fn step_line(&mut self, cursor: Cursor, down: bool, column: usize) -> Option<Cursor> {
        let mut stand = self.stand(cursor)?;
        let at = self.line_of(stand);
        loop {
            stand = if down {
                self.after(stand)
            } else {
                self.before(stand)
            }?;
            let line = self.line_of(stand);
            if line != at
                && let Some(cursor) = self.hit(line, column)
            {
                return Some(cursor);
            }
        }
    }

    /// The line and the columns on which a cursor stands.
    pub fn place(&mut self, cursor: Cursor) -> Option<(At, std::ops::Range<usize>)> {
        let stand = self.stand(cursor)?;
        let at = self.line_of(stand);
        let cluster = self.cluster_on(stand, cursor.byte)?;
        let (placed, paragraph) = self.parts(stand);
        Some((at, placed.cells(paragraph).place(cluster)?))
    }

    /// The cluster nearest to a column of a line that was laid out; none on a blank line.
    pub fn hit(&self, at: At, column: usize) -> Option<Cursor> {
        let distance = |placed: &&Placed| {
            placed
                .left
                .saturating_sub(column)
                .max(column.saturating_sub(placed.left + placed.pane - 1))
        };
        let placed = self
            .line(at)
            .iter()
            .filter(|p| !p.row.shown().is_empty())
            .min_by_key(distance)?;
        let paragraph = &self.paragraphs(at.block)[placed.paragraph];
        let cluster = placed.cells(paragraph).hit(paragraph, column)?;
        let start = self.paragraph_start(at.block, placed.paragraph);
        Some(Cursor {
            block: at.block,
            byte: start + paragraph.cluster(cluster).bytes.start,
        })
    }

    /// The first or last cluster on the cursor's row, as text is read.
    pub fn row_edge(&mut self, cursor: Cursor, end: bool) -> Option<Cursor> {
        let stand = self.stand(cursor)?;
        if end {
            self.end_edge(stand)
        } else {
            self.start_edge(stand)
        }
    }

    /// The bytes of the cluster under the cursor: a selection that ends on it ends with them.
    pub fn cluster_at(&mut self, cursor: Cursor) -> Option<std::ops::Range<usize>> {
        let stand = self.stand(cursor)?;
        let cluster = self.cluster_on(stand, cursor.byte)?;
        let (placed, paragraph) = self.parts(stand);
        let start = self.paragraph_start(stand.block, placed.paragraph);
        let bytes = paragraph.cluster(cluster).bytes;
        Some(start + bytes.start..start + bytes.end)
    }

    /// The row of a place in the text, which is laid out; none on a page without blocks.
    fn stand(&mut self, cursor: Cursor) -> Option<Stand> {
        let block = cursor.block.min(self.blocks().checked_sub(1)?);
        let (row, _) = self.find(block, cursor.byte);
        Some(Stand { block, row })
    }

    fn parts(&self, stand: Stand) -> (&Placed, &Paragraph) {
        let placed = &self.rows(stand.block)[stand.row];
        (placed, &self.paragraphs(stand.block)[placed.paragraph])
    }

    fn cursor(&self, stand: Stand, cluster: usize) -> Cursor {
        let (placed, paragraph) = self.parts(stand);
        let start = self.paragraph_start(stand.block, placed.paragraph);
        Cursor {
            block: stand.block,
            byte: start + paragraph.cluster(cluster).bytes.start,
        }
    }

    /// The cluster of a row that shows a byte; what takes no cell counts as the row's last.
    fn cluster_on(&self, stand: Stand, byte: usize) -> Option<usize> {
        let (placed, paragraph) = self.parts(stand);
        let start = self.paragraph_start(stand.block, placed.paragraph);
        let shown = placed.row.shown();
        let last = shown
            .clone()
            .rev()
            .find(|at| !paragraph.cluster(*at).is_insertion())?;
        let at = paragraph
            .cluster_at_byte(byte.saturating_sub(start))
            .unwrap_or(last)
            .clamp(shown.start, last);
        (at..shown.end).find(|at| !paragraph.cluster(*at).is_insertion())
    }

    /// The clusters of a row from the left, insertions apart.
    fn visible(&self, stand: Stand) -> Vec<usize> {
        let (placed, paragraph) = self.parts(stand);
        let cells = placed.row.cells(paragraph).into_iter();
        cells
            .filter_map(|cell| match cell.content {
                Content::Cluster(at) if !paragraph.cluster(at).is_insertion() => Some(at),
                _ => None,
            })
            .collect()
    }

    /// The cluster at the edge of a row where reading begins.
    fn start_edge(&self, stand: Stand) -> Option<Cursor> {
        self.edge(stand, Direction::Ltr)
    }

    fn end_edge(&self, stand: Stand) -> Option<Cursor> {
        self.edge(stand, Direction::Rtl)
    }

    /// The leftmost cluster in a paragraph of this direction, else the rightmost.
    fn edge(&self, stand: Stand, leftmost: Direction) -> Option<Cursor> {
        let order = self.visible(stand);
        let at_left = self.parts(stand).1.direction() == leftmost;
        let cluster = if at_left { order.first() } else { order.last() }?;
        Some(self.cursor(stand, *cluster))
    }

    /// Where reading begins on the next row that shows something.
    fn edge_after(&mut self, mut stand: Stand) -> Option<Cursor> {
        loop {
            stand = self.after(stand)?;
            if let Some(cursor) = self.start_edge(stand) {
                return Some(cursor);
            }
        }
    }

    /// Where reading ends on the row before that shows something.
    fn edge_before(&mut self, mut stand: Stand) -> Option<Cursor> {
        loop {
            stand = self.before(stand)?;
            if let Some(cursor) = self.end_edge(stand) {
                return Some(cursor);
            }
        }
    }

    fn after(&mut self, stand: Stand) -> Option<Stand> {
        if stand.row + 1 < self.rows(stand.block).len() {
            return Some(Stand {
                row: stand.row + 1,
                ..stand
            });
        }
        let block = stand.block + 1;
        (block < self.blocks()).then(|| self.lay_out(block))?;
        Some(Stand { block, row: 0 })
    }

    fn before(&mut self, stand: Stand) -> Option<Stand> {
        if let Some(row) = stand.row.checked_sub(1) {
            return Some(Stand { row, ..stand });
        }
        let block = stand.block.checked_sub(1)?;
        self.lay_out(block);
        Some(Stand {
            block,
            row: self.rows(block).len() - 1,
        })
    }

    fn line_of(&self, stand: Stand) -> At {
        let line = self.rows(stand.block)[stand.row].line + self.above(stand.block);
        At {
            block: stand.block,
            line,
        }
    }
}

/// A row of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    block: usize,
    row: usize,
}
