//! Which rows of a table are in sight, and which one is current?

use std::ops::Range;

/// A window on rows that are one cell high each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The current row, from 0.
    pub cursor: usize,
    len: usize,
    top: usize,
    height: usize,
}

impl Window {
    /// How many rows there are.
    pub fn count(self) -> usize {
        self.len
    }

    /// How many rows are in sight at once, at least one.
    pub fn height(self) -> usize {
        self.height.max(1)
    }

    /// The rows in sight.
    pub fn rows(self) -> Range<usize> {
        self.top..(self.top + self.height).min(self.len)
    }

    /// There are so many rows now, and this one is current.
    pub fn fill(&mut self, len: usize, cursor: usize) {
        self.len = len;
        self.go(cursor);
    }

    /// Another row is current; the last one beyond it.
    pub fn go(&mut self, row: usize) {
        self.cursor = row.min(self.len.saturating_sub(1));
    }

    /// The current row goes on by so many.
    pub fn step(&mut self, down: bool, by: usize) {
        self.go(if down {
            self.cursor.saturating_add(by)
        } else {
            self.cursor.saturating_sub(by)
        });
    }

    /// The row that stands so many cells below the first in sight.
    pub fn hit(self, below: usize) -> Option<usize> {
        let row = self.top + below;
        self.rows().contains(&row).then_some(row)
    }

    /// Brings the current row into sight of a window so high.
    pub fn fit(&mut self, height: usize) {
        self.height = height;
        let highest = (self.cursor + 1).saturating_sub(self.height());
        // no more emptiness below the last row than there must be
        let lowest = self.cursor.min(self.len.saturating_sub(self.height()));
        self.top = self.top.clamp(highest, lowest.max(highest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_current_row_is_in_sight_whatever_happens() {
        let mut window = Window::default();
        window.fit(4);
        assert_eq!(window.rows(), 0..0);
        window.fill(10, 0);
        for (down, by, height, rows) in [
            (true, 3, 4, 0..4),
            (true, 1, 4, 1..5),
            (true, 100, 4, 6..10),
            (false, 2, 4, 6..10),
            (false, 2, 4, 5..9),
            (true, 0, 2, 5..7),
            (true, 0, 20, 0..10),
            (false, 100, 0, 0..0),
        ] {
            window.step(down, by);
            window.fit(height);
            assert_eq!(window.rows(), rows, "{window:?}");
        }
    }

    #[test]
    fn a_row_is_hit_where_it_is_seen() {
        let mut window = Window::default();
        window.fill(3, 2);
        window.fit(2);
        assert_eq!(window.hit(0), Some(1));
        assert_eq!(window.hit(1), Some(2));
        assert_eq!(window.hit(2), None);
    }
}
