//! What is a paragraph once it is set: shaped once, wrapped often?

use std::ops::Range;

use super::{
    Direction,
    assemble::Parts,
    cluster::{Cluster, Flags, Parting, Stored},
};

/// A paragraph's clusters in logical order, with levels, faces and break opportunities.
/// It knows no width: [`Paragraph::wrap`] makes rows of it.
#[derive(Debug, Clone)]
pub struct Paragraph {
    direction: Direction,
    /// Clusters in logical order, then one that begins where the text ends.
    clusters: Vec<Stored>,
    faces: String,
    partings: Vec<Parting>,
}

impl Paragraph {
    pub(super) fn new(direction: Direction, parts: Parts) -> Self {
        let Parts {
            clusters,
            faces,
            partings,
        } = parts;
        Self {
            direction,
            clusters,
            faces,
            partings,
        }
    }

    /// The direction found, inherited or forced.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The number of clusters, insertions included.
    pub fn len(&self) -> usize {
        self.clusters.len() - 1
    }

    /// Whether no character of the paragraph reaches a cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The length of its text in bytes and in code points.
    pub fn extent(&self) -> (usize, usize) {
        let end = self.clusters[self.len()];
        (end.byte as usize, end.char as usize)
    }

    /// A cluster by its place in logical order.
    ///
    /// # Panics
    /// If there are not that many.
    pub fn cluster(&self, at: usize) -> Cluster<'_> {
        let (this, next) = (self.clusters[at], self.clusters[at + 1]);
        Cluster {
            bytes: this.byte as usize..next.byte as usize,
            chars: this.char as usize..next.char as usize,
            face: &self.faces[this.face as usize..next.face as usize],
            width: usize::from(this.width),
            level: this.level,
            flags: this.flags,
        }
    }

    /// All clusters in logical order.
    pub fn clusters(&self) -> impl ExactSizeIterator<Item = Cluster<'_>> {
        (0..self.len()).map(|at| self.cluster(at))
    }

    /// The cluster that holds a byte of the text; insertions hold none. None at the text's
    /// end, and where nothing reaches a cell.
    pub fn cluster_at_byte(&self, byte: usize) -> Option<usize> {
        let after = self.clusters.partition_point(|c| c.byte as usize <= byte);
        after
            .checked_sub(1)
            .filter(|at| *at < self.len() && !self.cluster(*at).is_insertion())
    }

    /// The bytes and code points that a run of clusters covers.
    pub fn span(&self, clusters: Range<usize>) -> (Range<usize>, Range<usize>) {
        let (start, end) = (self.clusters[clusters.start], self.clusters[clusters.end]);
        (
            start.byte as usize..end.byte as usize,
            start.char as usize..end.char as usize,
        )
    }

    pub(super) fn stored(&self) -> &[Stored] {
        &self.clusters[..self.len()]
    }

    /// The level at which what stands around the end of this cluster is parted.
    pub(super) fn parting(&self, cluster: usize) -> Option<u8> {
        let at = self
            .partings
            .binary_search_by_key(&cluster, |p| p.cluster as usize)
            .ok()?;
        Some(self.partings[at].level)
    }

    /// Whether a lam in its own cell stands before an alef: no tatweel parts the two.
    pub(super) fn is_lam_alef(&self, lam: usize) -> bool {
        let alef = |face: &str| face.starts_with(['ا', 'أ', 'إ', 'آ']);
        self.face(lam).starts_with('ل') && lam + 1 < self.len() && alef(self.face(lam + 1))
    }

    /// Whether a row must end after this cluster.
    pub(super) fn is_broken_after(&self, cluster: usize) -> bool {
        self.clusters[cluster].flags.has(Flags::MANDATORY)
    }

    pub(super) fn face(&self, at: usize) -> &str {
        &self.faces[self.clusters[at].face as usize..self.clusters[at + 1].face as usize]
    }
}
