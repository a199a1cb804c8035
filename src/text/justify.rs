//! How is a row brought to the width of its pane?

use super::{
    cluster::{Flags, Stored},
    options::Justify,
    paragraph::Paragraph,
    row::{Cell, Content, Row},
};

/// Rows that lack more than this part of the pane stay as they are.
const LOOSEST: usize = 3;

/// The cells of a row with what fills it to `pane` cells.
pub(super) fn fill(paragraph: &Paragraph, row: &Row, pane: usize, justify: Justify) -> Vec<Cell> {
    let mut missing = pane.saturating_sub(row.width());
    let cells = row.cells(paragraph);
    if justify == Justify::Off || missing == 0 || missing > pane / LOOSEST {
        return cells;
    }
    let shown = row.shown();
    let clusters = &paragraph.stored()[shown.clone()];
    let stretched = match justify {
        Justify::Kashida => spread(&joints(paragraph, shown.start, clusters), missing),
        _ => Vec::new(),
    };
    missing -= stretched.len();
    let gaps: Vec<usize> = (0..clusters.len())
        .filter(|at| clusters[*at].flags.has(Flags::SPACE))
        .collect();
    if gaps.is_empty() && justify == Justify::Spaces {
        return cells;
    }
    let mut column = 0;
    let mut filled = Vec::with_capacity(pane);
    let mut push = |content, width| {
        filled.push(Cell {
            column,
            width,
            content,
        });
        column += width;
    };
    for cell in cells {
        let Content::Cluster(cluster) = cell.content else {
            continue;
        };
        let at = cluster - shown.start;
        // a tatweel stands after its letter: at its left
        if stretched.binary_search(&at).is_ok() {
            push(Content::Tatweel(cluster), 1);
        }
        push(cell.content, cell.width);
        if let Ok(gap) = gaps.binary_search(&at) {
            let blanks = missing / gaps.len() + usize::from(gap < missing % gaps.len());
            (0..blanks).for_each(|_| push(Content::Blank(cluster), 1));
        }
    }
    filled
}

/// For each word the last place where a tatweel may stand: after a joined right-to-left letter.
fn joints(paragraph: &Paragraph, first: usize, clusters: &[Stored]) -> Vec<usize> {
    let mut joints = Vec::new();
    let mut last = None;
    for (at, cluster) in clusters.iter().enumerate() {
        if cluster.flags.has(Flags::SPACE) {
            joints.extend(last.take());
        } else if cluster.flags.has(Flags::JOINS)
            && cluster.level & 1 == 1
            && clusters
                .get(at + 1)
                .is_some_and(|next| next.level == cluster.level && next.flags.has(Flags::LETTER))
            && !paragraph.is_lam_alef(first + at)
        {
            last = Some(at);
        }
    }
    joints.extend(last);
    joints
}

/// At most `count` of the places, evenly spread.
fn spread(places: &[usize], count: usize) -> Vec<usize> {
    let count = count.min(places.len());
    (0..count)
        .map(|at| places[at * places.len() / count])
        .collect()
}
