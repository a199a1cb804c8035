//! Where does each row of a paragraph end?
//!
//! Over widths and break opportunities only, in logical order, blind to text. A row ends
//! at the last opportunity that fits, else at the last tie, else at a cluster.

use std::ops::Range;

use super::{
    Paragraph, Row,
    cluster::{Flags, Stored},
};

impl Paragraph {
    /// The rows at this width in cells (at least 1). There is always one. Spaces at a soft
    /// break take no cells. No row is wider, but for a single cluster that is.
    pub fn wrap(&self, width: usize) -> Vec<Row> {
        self.wrap_with(width, width)
    }

    /// The rows, the first of another width than the rest.
    pub fn wrap_with(&self, first: usize, rest: usize) -> Vec<Row> {
        self.wrap_clusters(0..self.len(), first, rest)
    }

    /// The rows at this width (at least 2) while the paragraph is being written: every cluster
    /// has its cells, spaces too, and the last row has a cell free where the text goes on. One
    /// cell of each row is kept for that, into which only a space may come; where a space has
    /// come into the last row's, an empty row follows.
    pub fn wrap_writing(&self, width: usize) -> Vec<Row> {
        let clusters = self.stored();
        let width = width.max(2);
        let (mut rows, mut start, mut free) = (Vec::new(), 0, false);
        while start < clusters.len() {
            let end = row_end(clusters, start, width - 1, width);
            let row = self.row(start..end, end);
            free = row.width() < width && !self.is_broken_after(end - 1);
            rows.push(row);
            start = end;
        }
        if !free {
            rows.push(self.row(start..start, start));
        }
        rows
    }

    /// The rows of a run of clusters.
    pub(super) fn wrap_clusters(&self, run: Range<usize>, first: usize, rest: usize) -> Vec<Row> {
        let clusters = &self.stored()[..run.end];
        let mut rows = Vec::new();
        let (mut start, mut width) = (run.start, first.max(1));
        while start < run.end {
            // spaces hang over the edge
            let end = row_end(clusters, start, width, usize::MAX);
            let soft = end < run.end;
            rows.push(row(clusters, start, end, width, soft));
            (start, width) = (end, rest.max(1));
        }
        let broken = clusters[run.start..]
            .last()
            .is_some_and(|c| c.flags.has(Flags::MANDATORY));
        if rows.is_empty() || broken {
            rows.push(Row::new(run.end, run.end, run.end, 0));
        }
        rows
    }

    /// One row of these clusters, whatever its width; it ends before `end`, and what lies
    /// between takes no cell.
    pub fn row(&self, shown: Range<usize>, end: usize) -> Row {
        Row::new(shown.start, shown.end, end, cells(&self.stored()[shown]))
    }
}

/// The cluster before which the next row begins; spaces may reach further than the rest.
fn row_end(clusters: &[Stored], start: usize, width: usize, spaces: usize) -> usize {
    let (mut used, mut free, mut tied) = (0, None, None);
    for (at, cluster) in clusters.iter().enumerate().skip(start) {
        used += usize::from(cluster.width);
        let space = cluster.flags.has(Flags::SPACE);
        if space && used > spaces {
            return at.max(start + 1);
        }
        if used > width && !space {
            return free.or(tied).unwrap_or(at.max(start + 1));
        }
        if cluster.flags.has(Flags::MANDATORY) {
            return at + 1;
        }
        if cluster.flags.has(Flags::BREAK) {
            free = Some(at + 1);
        } else if cluster.flags.has(Flags::TIED) {
            tied = Some(at + 1);
        }
    }
    clusters.len()
}

fn row(clusters: &[Stored], start: usize, end: usize, width: usize, soft: bool) -> Row {
    let mut shown = end;
    let mut used = cells(&clusters[start..end]);
    // at a soft break no space is shown; at the paragraph's end those that fit
    while shown > start && clusters[shown - 1].flags.has(Flags::SPACE) && (soft || used > width) {
        shown -= 1;
        used -= usize::from(clusters[shown].width);
    }
    Row::new(start, shown, end, used)
}

fn cells(clusters: &[Stored]) -> usize {
    clusters.iter().map(|c| usize::from(c.width)).sum()
}
