//! What is a cell to an algorithm of order that sees no marks, and where are its numbers?

use std::ops::Range;

use ratatui_core::buffer::Cell;

use super::cell::{Kind, base};
use crate::text::Class;

/// What a cell is to an algorithm that sees no marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A letter of class R or AL.
    Letter,
    /// A digit of class AN.
    Number,
    /// A digit of class EN, which takes after the letter before it.
    Digit,
    /// A letter of the other direction.
    Left,
    Blank,
    /// A sign that takes the direction of the letters around it.
    Neutral,
}

impl Role {
    pub(super) fn of(cell: &Cell) -> Self {
        match (Kind::of(cell), base(cell)) {
            (Kind::Letter, _) => Self::Letter,
            (Kind::Number, _) => Self::Number,
            (_, ' ') => Self::Blank,
            (_, '0'..='9') => Self::Digit,
            (_, 'a'..='z' | 'A'..='Z') => Self::Left,
            (_, c) => match Class::of(c) {
                Class::L => Self::Left,
                Class::EN => Self::Digit,
                _ => Self::Neutral,
            },
        }
    }
}

/// The role of each cell; the second half of a wide one has that of the first.
pub(super) fn roles(cells: &[Cell]) -> Vec<Role> {
    let mut roles = Vec::with_capacity(cells.len());
    for cell in cells {
        let before = roles.last().copied().filter(|_| is_half(cell));
        roles.push(before.unwrap_or_else(|| Role::of(cell)));
    }
    roles
}

/// Whether it is the second half of a wide cell.
pub(super) fn is_half(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// The numbers among letters: digits, and single signs that part them.
pub(super) fn numbers(cells: &[Cell]) -> Vec<Range<usize>> {
    let roles = roles(cells);
    let is_digit = |role: &Role| matches!(role, Role::Number | Role::Digit);
    let parts = |cell: &Cell| Class::of(base(cell)) == Class::CS;
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let mut end = at + count(&roles[at..], is_digit);
        while end > at
            && let Some((sign, rest)) = cells[end..].split_first()
            && parts(sign)
            && let next = end + 1 + count(rest, is_half)
            && roles.get(next).is_some_and(is_digit)
        {
            end = next + count(&roles[next..], is_digit);
        }
        if end > at + 1 {
            numbers.push(at..end);
        }
        at = end.max(at + 1);
    }
    numbers
}

/// How many from the start are so.
pub(super) fn count<T>(list: &[T], so: impl Fn(&T) -> bool) -> usize {
    list.iter().take_while(|item| so(item)).count()
}
