//! In which order was a row written that stands in visual order?
//!
//! For terminals and screen readers that take text as it is written. What stands apart on the
//! row (panes, columns) is a line of its own each, whose direction is that of the letters at
//! its ends. Letters stay joined, so that their number of cells does; marks stay with them.

use std::ops::Range;

use ratatui_core::buffer::Cell;

use super::{cell::base, role::Role, turn::Turn};

/// So many blanks part what stands apart.
const APART: usize = 2;

/// Puts cells into the order in which they were written.
pub(super) fn logical(cells: &mut [Cell], columns: &mut Vec<u16>) {
    let mut row = Turn::new(cells, columns);
    for line in lines(row.cells) {
        let roles = &row.roles[line.clone()];
        if !roles.contains(&Role::Letter) {
            continue;
        }
        if is_rtl(&row.cells[line.clone()]) {
            let lefts = stretches(roles, Role::Left);
            row.turned(line, &lefts);
        } else {
            for own in stretches(roles, Role::Letter) {
                row.turned(line.start + own.start..line.start + own.end, &[]);
            }
        }
    }
}

/// The stretches of a row that stand apart.
fn lines(cells: &[Cell]) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut blanks = APART;
    for (at, cell) in cells.iter().enumerate() {
        match base(cell) {
            ' ' => blanks += 1,
            // rules and what else is drawn
            '\u{2500}'..='\u{259f}' => blanks = APART,
            _ => {
                match lines.last_mut().filter(|_| blanks < APART) {
                    Some(line) => line.end = at + 1,
                    None => lines.push(at..at + 1),
                }
                blanks = 0;
            }
        }
    }
    lines
}

/// Whether a line runs from right to left: its letters at both ends do, or at one, and most.
fn is_rtl(cells: &[Cell]) -> bool {
    let strong = || {
        let roles = cells.iter().map(base).map(Role::of);
        roles.filter(|role| matches!(role, Role::Letter | Role::Left))
    };
    let letters = strong().filter(|role| *role == Role::Letter).count();
    let (first, last) = (strong().next(), strong().next_back());
    match (first, last) {
        (Some(Role::Left), Some(Role::Left)) => false,
        (Some(Role::Letter), Some(Role::Letter)) => true,
        _ => 2 * letters >= strong().count(),
    }
}

/// From each strong letter of a direction to the last one before those of the other, and over
/// the digits that follow Latin ones (UAX #9 W7).
fn stretches(roles: &[Role], of: Role) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, role) in roles.iter().copied().enumerate() {
        match role {
            role if role == of || role == Role::Digit && of == Role::Left && open => {
                match found.last_mut().filter(|_| open) {
                    Some(own) => own.end = at + 1,
                    None => found.push(at..at + 1),
                }
                open = true;
            }
            Role::Letter | Role::Left => open = false,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use ratatui_core::buffer::CellWidth;

    use super::*;

    fn written(visual: &str) -> String {
        let mut cells = Vec::new();
        for c in visual.chars() {
            cells.push(Cell::from(c));
            if cells[cells.len() - 1].cell_width() == 2 {
                cells.push(Cell::new(""));
            }
        }
        let mut columns = Vec::new();
        logical(&mut cells, &mut columns);
        let mut sorted = columns.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..columns.len() as u16));
        cells.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn a_row_is_sent_as_it_was_written() {
        for (visual, logical) in [
            ("ﻢﻬﻠﻛ ﺐﺘﻛ", "ﻛﺘﺐ ﻛﻠﻬﻢ"),
            ("  .(2025 ﻡﺎﻋ) ﺐﺘﻛ", "  ﻛﺘﺐ (ﻋﺎﻡ 2025)."),
            ("ﺐﺘﻛ ,Read more ﻝﺎﻗ", "ﻗﺎﻝ Read more, ﻛﺘﺐ"),
            ("the word ﻡﻼﺳ ﺐﺘﻛ means", "the word ﻛﺘﺐ ﺳﻼﻡ means"),
            ("ﺐﺘﻛ │ ﻝﺎﻗ", "ﻛﺘﺐ │ ﻗﺎﻝ"),
            ("ﺐﺘﻛ    ﻝﺎﻗ", "ﻛﺘﺐ    ﻗﺎﻝ"),
            ("٪٨٠ ﺔﺒﺴﻨﺑ ٣٫٥", "٣٫٥ ﺑﻨﺴﺒﺔ ٨٠٪"),
            ("ﺐﺘﻛ Rust 1.80 ﻝﺎﻗ", "ﻗﺎﻝ Rust 1.80 ﻛﺘﺐ"),
            ("ﺐﺘﻛ 漢字 ﻝﺎﻗ", "ﻗﺎﻝ 漢字 ﻛﺘﺐ"),
            ("ﺐﺘﻛ ５６ ﻝﺎﻗ", "ﻗﺎﻝ ５６ ﻛﺘﺐ"),
            ("ﺐﺘﻛ 漢５６ ﻝﺎﻗ", "ﻗﺎﻝ 漢５６ ﻛﺘﺐ"),
            ("no letters (1)", "no letters (1)"),
        ] {
            assert_eq!(written(visual), logical, "{visual}");
        }
    }
}
