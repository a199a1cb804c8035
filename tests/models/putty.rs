//! What can PuTTY not be brought to show? Nothing without a width parts what stands in its
//! rows, so these are left out.

use ratatui_core::buffer::Cell;
use unicode_bidi::{BidiClass, bidi_class};

use crate::{draft::put, is_letter};

const PAIRED: [&str; 12] = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "（", "）", "〈", "〉",
];

/// Leaves out what cannot be shown, until nothing of it is left.
pub fn mend(row: &mut [Cell]) {
    loop {
        let before = row.to_vec();
        letters_before_any_blank(row);
        brackets_that_could_pair_across_words(row);
        digits_right_of_letters(row);
        if *row == *before {
            return;
        }
    }
}

/// The first strong letter gives a row its direction.
fn letters_before_any_blank(row: &mut [Cell]) {
    let lead = row
        .iter()
        .position(|cell| is_blank(cell) || class(cell) == BidiClass::L || is_arabic(cell));
    if lead.is_some_and(|at| is_arabic(&row[at])) {
        if row[1].symbol().is_empty() {
            row[1].set_symbol(" ");
        }
        row[0].set_symbol(" ");
    }
}

/// A bracket between two words is turned with them, and then may make a pair with another.
fn brackets_that_could_pair_across_words(row: &mut [Cell]) {
    let is_bracket = |cell: &Cell| PAIRED.contains(&cell.symbol());
    let mut inner = Vec::new();
    let mut stretches = 0;
    for stretch in stretches_of(row) {
        let is_own = |at: &usize| is_arabic(&row[*at]);
        let (first, last) = (
            stretch.clone().find(is_own),
            stretch.clone().rev().find(is_own),
        );
        let before = inner.len();
        if let (Some(first), Some(last)) = (first, last) {
            inner.extend((first..last).filter(|at| is_bracket(&row[*at])));
        }
        if inner.len() > before {
            // without a letter, a digit of ours parts what stands on its two sides
            let has = |so: fn(&Cell) -> bool| row[stretch.clone()].iter().any(so);
            let parted = has(|cell| class(cell) == BidiClass::EN) && !has(is_strong);
            stretches += 1 + usize::from(parted);
        }
    }
    let all = row.iter().filter(|cell| is_bracket(cell)).count();
    if stretches > 1 || all > inner.len() {
        for at in inner {
            put_blank(row, at);
        }
    }
}

/// A digit of ours takes after the letter before it, which is on its left when nothing parts
/// them: 2025م. Hebrew letters make other numbers of digits and signs than Arabic ones.
fn digits_right_of_letters(row: &mut [Cell]) {
    for stretch in stretches_of(row) {
        let letter = |at: &usize| is_strong(&row[*at]);
        let hebrew = stretch.clone().any(|at| class(&row[at]) == BidiClass::R);
        let first = stretch.clone().find(letter);
        let last = stretch.clone().rev().find(letter);
        for at in stretch {
            let touched =
                first.is_some_and(|first| first < at) && last.is_some_and(|last| last < at);
            if class(&row[at]) == BidiClass::EN && (hebrew || touched) {
                put_blank(row, at);
            }
        }
    }
}

/// What no blank and no Latin letter parts.
fn stretches_of(row: &[Cell]) -> Vec<std::ops::Range<usize>> {
    let parts = |at: &usize| is_blank(&row[*at]) || class(&row[*at]) == BidiClass::L;
    let mut stretches = Vec::new();
    let mut start = 0;
    for at in (0..row.len()).filter(parts).chain([row.len()]) {
        stretches.push(start..at);
        start = at + 1;
    }
    stretches
}

fn put_blank(row: &mut [Cell], at: usize) {
    if row.get(at + 1).is_some_and(|next| next.symbol().is_empty()) {
        row[at + 1].set_symbol(" ");
        row[at].set_symbol(" ");
    }
    put(row, at as u16, " ");
}

/// What is sent as a blank.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol(), " " | "\u{a0}")
}

fn class(cell: &Cell) -> BidiClass {
    cell.symbol()
        .chars()
        .next()
        .map_or(BidiClass::BN, bidi_class)
}

fn is_strong(cell: &Cell) -> bool {
    cell.symbol().chars().next().is_some_and(is_letter)
}

fn is_arabic(cell: &Cell) -> bool {
    is_strong(cell) || class(cell) == BidiClass::AN
}
