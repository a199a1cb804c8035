//! Which cell shows which cluster, and which cluster stands at a cell?

use std::ops::Range;

use super::{
    cluster::{Flags, Stored},
    paragraph::Paragraph,
};

/// One screen line of a paragraph: a run of clusters, the last of which may be spaces
/// that take no cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    start: u32,
    shown: u32,
    end: u32,
    width: u32,
}

/// A cluster, or what justification adds, where it stands on the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The leftmost column, counted from the row's left end.
    pub column: usize,
    /// Cells.
    pub width: usize,
    /// What stands there.
    pub content: Content,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A cluster by its place in the paragraph.
    Cluster(usize),
    /// A blank that fills the row after this space: it looks as the space does.
    Blank(usize),
    /// A tatweel that fills the row after this letter.
    Tatweel(usize),
}

impl Row {
    pub(super) fn new(start: usize, shown: usize, end: usize, width: usize) -> Self {
        Self {
            start: start as u32,
            shown: shown as u32,
            end: end as u32,
            width: width as u32,
        }
    }

    /// All its clusters; rows partition the paragraph's.
    pub fn clusters(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The clusters that take cells.
    pub fn shown(&self) -> Range<usize> {
        self.start as usize..self.shown as usize
    }

    /// Cells it takes, before justification.
    pub fn width(&self) -> usize {
        self.width as usize
    }

    /// The clusters that take cells, from the leftmost (UAX #9 L1, L2).
    pub fn order(&self, paragraph: &Paragraph) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.shown().len());
        self.visit(paragraph, |cluster| order.push(cluster));
        order
    }

    /// The cells from left to right, without alignment.
    pub fn cells(&self, paragraph: &Paragraph) -> Vec<Cell> {
        let clusters = paragraph.stored();
        let mut column = 0;
        let mut cells = Vec::with_capacity(self.shown().len());
        self.visit(paragraph, |cluster| {
            let width = usize::from(clusters[cluster as usize].width);
            cells.push(Cell {
                column,
                width,
                content: Content::Cluster(cluster as usize),
            });
            column += width;
        });
        cells
    }

    /// Appends the faces from the leftmost to the rightmost cell; insertions on request.
    pub fn push_visual(&self, paragraph: &Paragraph, insertions: bool, out: &mut String) {
        let clusters = paragraph.stored();
        out.reserve(3 * self.shown().len());
        self.visit(paragraph, |at| {
            if insertions || !clusters[at as usize].flags.has(Flags::INSERTED) {
                out.push_str(paragraph.face(at as usize));
            }
        });
    }

    /// Takes further clusters in, which take no cell.
    pub(super) fn extend(&mut self, end: usize) {
        self.end = end as u32;
    }

    /// Calls with every cluster that takes cells, from the leftmost.
    fn visit(&self, paragraph: &Paragraph, mut f: impl FnMut(u32)) {
        let base = paragraph.direction().level();
        let clusters = &paragraph.stored()[self.shown()];
        let start = self.start;
        let (low, high) = clusters.iter().fold((base, base), |(low, high), c| {
            (low.min(c.level), high.max(c.level))
        });
        if low == high {
            match base {
                0 => (0..clusters.len() as u32).for_each(|at| f(start + at)),
                _ => (0..clusters.len() as u32)
                    .rev()
                    .for_each(|at| f(start + at)),
            }
            return;
        }
        let (mut levels, mut order) = (Vec::new(), Vec::new());
        for (at, level) in row_levels(clusters, base).into_iter().enumerate() {
            levels.push(level);
            order.push(at as u32);
            if clusters[at].flags.has(Flags::PARTED)
                && let Some(level) = paragraph.parting(self.shown().start + at)
            {
                levels.push(level);
                order.push(NOTHING);
            }
        }
        reorder(&levels, &mut order);
        for at in order.into_iter().filter(|at| *at != NOTHING) {
            f(start + at);
        }
    }
}

/// Stands for characters that reach no cell.
const NOTHING: u32 = u32::MAX;

/// L1: separators and trailing white space fall back to the paragraph's level.
fn row_levels(clusters: &[Stored], base: u8) -> Vec<u8> {
    let mut levels: Vec<u8> = clusters.iter().map(|c| c.level).collect();
    let mut trailing = true;
    for (cluster, level) in clusters.iter().zip(&mut levels).rev() {
        trailing =
            cluster.flags.has(Flags::TAB) || (trailing && cluster.flags.has(Flags::TRAILING));
        if trailing {
            *level = base;
        }
        trailing &= !cluster.flags.has(Flags::MARKED);
    }
    levels
}

/// L2: from the highest level to the lowest odd one, runs at that level or above turn round.
fn reorder(levels: &[u8], order: &mut [u32]) {
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest = levels
        .iter()
        .copied()
        .filter(|l| l & 1 == 1)
        .min()
        .unwrap_or(highest + 1);
    for level in (lowest..=highest).rev() {
        let mut at = 0;
        while at < levels.len() {
            let end = at + levels[at..].iter().take_while(|l| **l >= level).count();
            order[at..end].reverse();
            at = end + 1;
        }
    }
}
