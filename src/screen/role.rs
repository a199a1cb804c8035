//! What is a cell to an algorithm of order that sees no marks, and where are its numbers?

use std::ops::Range;

use ratatui_core::buffer::Cell;

use super::cell::{Kind, base, is_half};
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
    /// That of a cell's first character.
    pub(super) fn of(base: char) -> Self {
        match (Kind::of(base), base) {
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

    /// Whether its direction is from right to left.
    pub(super) fn is_own(self) -> bool {
        matches!(self, Self::Letter | Self::Number)
    }
}

/// The role of each cell; the second half of a wide one has that of the first.
pub(super) fn roles(cells: &[Cell]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(cells.len());
    for cell in cells {
        let role = match (base(cell), roles.last()) {
            ('\0', Some(before)) => *before,
            (base, _) => Role::of(base),
        };
        roles.push(role);
    }
    roles
}

/// The numbers among letters: digits, and single signs that part them.
pub(super) fn numbers(cells: &[Cell], roles: &[Role]) -> Vec<Range<usize>> {
    let is_digit = |role: &Role| matches!(role, Role::Number | Role::Digit);
    let parts = |cell: &Cell| Class::of(base(cell)) == Class::CS;
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(before) = roles[at..].iter().position(is_digit) {
        at += before;
        let mut end = at + count(&roles[at..], is_digit);
        while let Some((sign, rest)) = cells[end..].split_first()
            && parts(sign)
            && let next = end + 1 + count(rest, is_half)
            && roles.get(next).is_some_and(is_digit)
        {
            end = next + count(&roles[next..], is_digit);
        }
        if end > at + 1 {
            numbers.push(at..end);
        }
        at = end;
    }
    numbers
}

/// How many from the start are so.
pub(super) fn count<T>(list: &[T], so: impl Fn(&T) -> bool) -> usize {
    list.iter().take_while(|item| so(item)).count()
}
