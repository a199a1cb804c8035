//! Where does a row stand in its pane, filled or not, and what is at a column?

use std::ops::Range;

use super::{
    cluster::Flags,
    justify,
    options::Justify,
    paragraph::Paragraph,
    row::{Cell, Content, Row},
};

/// A row placed in a pane: aligned by its paragraph's direction, perhaps justified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    cells: Vec<Cell>,
}

impl Line {
    /// Places a row in a pane of this many cells. `last` rows of a paragraph are not filled.
    pub fn new(
        paragraph: &Paragraph,
        row: &Row,
        pane: usize,
        justify: Justify,
        last: bool,
    ) -> Self {
        let fill = if last { Justify::Off } else { justify };
        let mut cells = justify::fill(paragraph, row, pane, fill);
        let width = cells.last().map_or(0, |c| c.column + c.width);
        let indent = row.indent(paragraph, pane).min(pane.saturating_sub(width));
        for cell in &mut cells {
            cell.column += indent;
        }
        Self { cells }
    }

    /// The cells from left to right; columns count from the pane's left edge.
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
    /// Every column has the same answer as one of its clusters: `hit(place(c).start) == c`.
    pub fn hit(&self, paragraph: &Paragraph, column: usize) -> Option<usize> {
        let distance = |cell: &Cell| {
            let end = cell.column + cell.width - 1;
            cell.column
                .saturating_sub(column)
                .max(column.saturating_sub(end))
        };
        self.cells
            .iter()
            .filter_map(|cell| match cell.content {
                Content::Cluster(at) if !paragraph.stored()[at].flags.has(Flags::INSERTED) => {
                    Some((distance(cell), at))
                }
                _ => None,
            })
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, at)| at)
    }
}
