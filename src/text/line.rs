//! In which column does each cluster of a row stand, and which cluster is at a column?

use std::ops::Range;

use super::{
    Justify, Paragraph, Row, justify,
    row::{Cell, Content},
};

/// A row placed in a pane, perhaps filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    cells: Vec<Cell>,
}

impl Line {
    /// Places a row in the `pane` columns from `left`, at their right or left edge.
    pub fn new(
        paragraph: &Paragraph,
        row: &Row,
        left: usize,
        pane: usize,
        at_right: bool,
        justify: Justify,
    ) -> Self {
        let mut cells = justify::fill(paragraph, row, pane, justify);
        let width = cells.last().map_or(0, |c| c.column + c.width);
        let from = left
            + if at_right {
                pane.saturating_sub(width)
            } else {
                0
            };
        cells.iter_mut().for_each(|cell| cell.column += from);
        Self { cells }
    }

    /// The cells from left to right.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The columns of a cluster; none if it takes no cell on this row.
    pub fn place(&self, cluster: usize) -> Option<Range<usize>> {
        let cell = self
            .cells
            .iter()
            .find(|c| c.content == Content::Cluster(cluster))?;
        Some(cell.column..cell.column + cell.width)
    }

    /// The cluster nearest to a column, insertions and fillings apart; none on an empty row.
    /// It undoes [`Line::place`]: each column of a cluster leads back to it.
    pub fn hit(&self, paragraph: &Paragraph, column: usize) -> Option<usize> {
        let distance = |cell: &Cell| {
            let last = cell.column + cell.width - 1;
            cell.column
                .saturating_sub(column)
                .max(column.saturating_sub(last))
        };
        let clusters = self.cells.iter().filter_map(|cell| match cell.content {
            Content::Cluster(at) if !paragraph.cluster(at).is_insertion() => {
                Some((distance(cell), at))
            }
            _ => None,
        });
        clusters
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, at)| at)
    }
}
