//! Which of many are the highest?

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

/// The highest so far, with what they belong to; of two alike the greater one of these.
pub(super) struct Best<T> {
    count: usize,
    floor: f32,
    heap: BinaryHeap<Reverse<Held<T>>>,
}

struct Held<T>(f32, T);

impl<T: Ord> Best<T> {
    /// At most so many, above nothing and not below a floor.
    pub(super) fn new(count: usize, floor: f32) -> Self {
        Self {
            count,
            floor,
            heap: BinaryHeap::new(),
        }
    }

    /// Whether a score may be high enough to be among them.
    pub(super) fn takes(&self, score: f32) -> bool {
        if score <= 0.0 || score < self.floor {
            return false;
        }
        self.heap.len() < self.count
            || self
                .heap
                .peek()
                .is_some_and(|Reverse(least)| score >= least.0)
    }

    /// Takes what is high enough.
    pub(super) fn add(&mut self, score: f32, what: T) {
        if self.takes(score) {
            self.heap.push(Reverse(Held(score, what)));
            if self.heap.len() > self.count {
                self.heap.pop();
            }
        }
    }

    /// All of them, the highest first.
    pub(super) fn sorted(self) -> Vec<(f32, T)> {
        let all = self.heap.into_sorted_vec();
        all.into_iter()
            .map(|Reverse(Held(score, what))| (score, what))
            .collect()
    }
}

impl<T: Ord> Ord for Held<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .total_cmp(&other.0)
            .then_with(|| self.1.cmp(&other.1))
    }
}

impl<T: Ord> PartialOrd for Held<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T: Ord> Eq for Held<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_stay_in_their_order_however_many_are_wanted() {
        let scores = [0.7, 0.4, 2.0, 0.6, 1.0, 0.7, 0.0, 0.7];
        let highest = |count| {
            let mut best = Best::new(count, 0.5);
            for (nth, score) in scores.into_iter().enumerate() {
                best.add(score, nth);
            }
            let kept = best.sorted().into_iter().map(|(_, nth)| nth);
            kept.collect::<Vec<_>>()
        };
        let all = [2, 4, 7, 5, 0, 3];
        for count in 0..8 {
            assert_eq!(highest(count), all[..count.min(all.len())]);
        }
    }
}
