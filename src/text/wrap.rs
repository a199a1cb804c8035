//! Where does each row of a paragraph end?
//!
//! Over widths and break opportunities only, in logical order, blind to text. A row ends
//! at the last opportunity that fits, else at the last tie, else at a cluster.

use super::{
    cluster::{Flags, Stored},
    paragraph::Paragraph,
    row::Row,
};

impl Paragraph {
    /// The rows at this width in cells (at least 1). There is always one. Spaces at a soft
    /// break take no cells. No row is wider, but for a single cluster that is.
    pub fn wrap(&self, width: usize) -> Vec<Row> {
        let clusters = self.stored();
        let mut rows = Vec::new();
        let mut start = 0;
        while start < clusters.len() {
            let end = row_end(clusters, start, width.max(1));
            let soft = end < clusters.len();
            rows.push(row(clusters, start, end, width, soft));
            start = end;
        }
        if rows.is_empty()
            || clusters
                .last()
                .is_some_and(|c| c.flags.has(Flags::MANDATORY))
        {
            rows.push(Row::new(clusters.len(), clusters.len(), clusters.len(), 0));
        }
        rows
    }
}

/// The cluster before which the next row begins.
fn row_end(clusters: &[Stored], start: usize, width: usize) -> usize {
    let (mut used, mut free, mut tied) = (0, None, None);
    for (at, cluster) in clusters.iter().enumerate().skip(start) {
        used += usize::from(cluster.width);
        // spaces hang over the edge
        if used > width && !cluster.flags.has(Flags::SPACE) {
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
    let used = |shown: usize| {
        clusters[start..shown]
            .iter()
            .map(|c| usize::from(c.width))
            .sum::<usize>()
    };
    let is_space = |at: usize| clusters[at - 1].flags.has(Flags::SPACE);
    let mut shown = end;
    let mut cells = used(end);
    // at a soft break no space is shown; at the paragraph's end those that fit
    while shown > start && is_space(shown) && (soft || cells > width) {
        shown -= 1;
        cells -= usize::from(clusters[shown].width);
    }
    Row::new(start, shown, end, cells)
}
