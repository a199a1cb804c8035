//! How are the groups that an index gives set in another order?

/// What an index gives group by group, to be set in another order of the groups.
pub(super) struct Runs<T> {
    /// The items as they came.
    pub(super) items: Vec<T>,
    /// The rank of each group, what it shares, and where it begins.
    starts: Vec<(u32, i64, usize)>,
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            starts: Vec::new(),
        }
    }
}

impl<T: Copy> Runs<T> {
    /// Whether with this another group begins.
    pub(super) fn begins(&self, shared: i64) -> bool {
        self.starts.last().is_none_or(|last| last.1 != shared)
    }

    pub(super) fn begin(&mut self, rank: u32, shared: i64) {
        self.starts.push((rank, shared, self.items.len()));
    }

    /// The items of the last group.
    pub(super) fn last(&mut self) -> &mut [T] {
        let start = self.starts.last().map_or(0, |last| last.2);
        &mut self.items[start..]
    }

    /// The items in the order of their groups' ranks, and where each group begins.
    pub(super) fn ordered(self) -> (Vec<T>, Vec<(u32, i64)>) {
        let ends = self.starts.iter().skip(1).map(|next| next.2);
        let ends: Vec<usize> = ends.chain([self.items.len()]).collect();
        let mut groups: Vec<_> = self.starts.into_iter().zip(ends).collect();
        groups.sort_unstable();
        let mut items = Vec::with_capacity(self.items.len());
        let mut starts = Vec::with_capacity(groups.len());
        for ((_, shared, start), end) in groups {
            starts.push((items.len() as u32, shared));
            items.extend_from_slice(&self.items[start..end]);
        }
        (items, starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_change_their_order_and_keep_their_items() {
        let mut runs = Runs::default();
        for (rank, shared, item) in [(2, 7, 'a'), (2, 7, 'b'), (0, 9, 'c'), (1, 8, 'd')] {
            if runs.begins(shared) {
                runs.begin(rank, shared);
            }
            runs.items.push(item);
        }
        let (items, starts) = runs.ordered();
        assert_eq!(items, ['c', 'd', 'a', 'b']);
        assert_eq!(starts, [(0, 9), (1, 8), (2, 7)]);
    }

    #[test]
    fn nothing_has_no_groups() {
        let mut runs = Runs::<char>::default();
        assert!(runs.last().is_empty());
        assert_eq!(runs.ordered(), (vec![], vec![]));
    }
}
