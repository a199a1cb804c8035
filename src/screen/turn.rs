//! Which stretches of a row must be turned round for a terminal that turns them back?

use std::ops::Range;

use ratatui_core::buffer::Cell;

use super::cell::{Kind, base, is_shaped};
use crate::text::Class;

const LRM: char = '\u{200e}';

/// What has no ink and yet is a letter to the bidi algorithm.
const BLANK: char = '\u{2800}';

/// Turns every run of letters and closes it, as every run of digits, with a mark, so that
/// nothing reaches from one word into another: any change stays within its word, and two
/// panes within theirs. A mark before the first makes the row a left-to-right one. Answers
/// the map of columns.
pub(super) fn inverse(cells: &mut [Cell]) -> Vec<u16> {
    let kinds = kinds(cells);
    let mut columns = None;
    for run in runs(&kinds) {
        if kinds[run.start] == Kind::Letter {
            turn(cells, run.clone(), &mut columns);
        }
        append(&mut cells[run.end - 1], LRM);
    }
    let lead = kinds
        .iter()
        .take_while(|kind| **kind == Kind::Other)
        .count();
    // never on a box line: Konsole paints a stray glyph there
    if lead < cells.len()
        && let Some(blank) = cells[..lead].iter_mut().find(|c| c.symbol() == " ")
    {
        append(blank, LRM);
    }
    columns.unwrap_or_default()
}

/// Turns letters with the neutral signs between them, without marks: PuTTY's algorithm does
/// not see what has no width. Blanks have the class of letters, so runs end there. The first
/// column has to be left blank or Latin, which makes the row a left-to-right one. Answers
/// the map of columns.
pub(super) fn blank(cells: &mut [Cell]) -> Vec<u16> {
    let kinds = kinds(cells);
    let mut columns = None;
    let mut at = 0;
    while at < cells.len() {
        if kinds[at] != Kind::Letter {
            if cells[at].symbol() == " " {
                cells[at].set_char(BLANK);
            }
            at += 1;
            continue;
        }
        let letters = |from: usize| from + count(&kinds[from..], |k| *k == Kind::Letter);
        let mut end = letters(at);
        loop {
            let next = end + count(&cells[end..], is_neutral);
            let after = letters(next);
            if after == next {
                break;
            }
            end = after;
        }
        turn(cells, at..end, &mut columns);
        for cell in &mut cells[at..end] {
            if let Some(mirrored) = mirrored(base(cell)) {
                cell.set_char(mirrored);
            }
        }
        at = end;
    }
    columns.unwrap_or_default()
}

/// Turns the text of every run of letters and digits; styles stay where they are, for the
/// terminal only shapes the run from right to left.
pub(super) fn word(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let end = at + count(&cells[at..], is_shaped);
        let run = &mut cells[at..end];
        let symbols: Vec<String> = run.iter().map(|c| c.symbol().to_owned()).collect();
        for (cell, symbol) in run.iter_mut().rev().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        at = end.max(at + 1);
    }
}

fn kinds(cells: &[Cell]) -> Vec<Kind> {
    cells.iter().map(Kind::of).collect()
}

/// The longest runs of letters, and of digits.
fn runs(kinds: &[Kind]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += count(&kinds[at..], |k| *k == Kind::Other);
        let kind = *kinds.get(at)?;
        let start = at;
        at += count(&kinds[at..], |k| *k == kind);
        Some(start..at)
    })
}

/// How many from the start are so.
fn count<T>(list: &[T], so: impl Fn(&T) -> bool) -> usize {
    list.iter().take_while(|item| so(item)).count()
}

fn turn(cells: &mut [Cell], run: Range<usize>, columns: &mut Option<Vec<u16>>) {
    let width = cells.len() as u16;
    let columns = columns.get_or_insert_with(|| (0..width).collect());
    columns[run.clone()].reverse();
    cells[run].reverse();
}

fn append(cell: &mut Cell, c: char) {
    let longer = format!("{}{c}", cell.symbol());
    cell.set_symbol(&longer);
}

/// A sign that takes the direction of the letters around it.
fn is_neutral(cell: &Cell) -> bool {
    let c = base(cell);
    !matches!(c, ' ' | '\0')
        && Kind::of(cell) == Kind::Other
        && !matches!(Class::of(c), Class::L | Class::EN)
}

fn mirrored(c: char) -> Option<char> {
    const PAIRS: [(char, char); 6] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
    ];
    PAIRS.into_iter().find_map(|(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Cell> {
        text.chars().map(Cell::from).collect()
    }

    fn text(cells: &[Cell]) -> String {
        cells.iter().map(Cell::symbol).collect()
    }

    fn inverted(visual: &str) -> (String, Vec<u16>) {
        let mut cells = cells(visual);
        let columns = inverse(&mut cells);
        (text(&cells), columns)
    }

    #[test]
    fn words_are_turned_and_closed() {
        let (sent, columns) = inverted("x ﺐﺘﻛ ٢٣");
        assert_eq!(sent, "x \u{200e}ﻛﺘﺐ\u{200e} ٢٣\u{200e}");
        assert_eq!(columns, [0, 1, 4, 3, 2, 5, 6, 7]);
        assert_eq!(
            inverted("(ﺐﺘﻛ)A"),
            ("(ﻛﺘﺐ\u{200e})A".to_owned(), vec![0, 3, 2, 1, 4, 5])
        );
    }

    #[test]
    fn a_row_without_letters_is_sent_as_it_is() {
        assert_eq!(inverted("│ 10% (a)"), ("│ 10% (a)".to_owned(), Vec::new()));
    }

    #[test]
    fn no_mark_goes_into_a_box_line() {
        assert_eq!(inverted("││ب").0, "││ب\u{200e}");
        assert_eq!(inverted("│ │ب").0, "│ \u{200e}│ب\u{200e}");
    }

    #[test]
    fn columns_map_both_ways() {
        let (_, columns) = inverted("ﺐﺘﻛ  ﺮﺷ ٣ x ب");
        for (at, column) in columns.iter().enumerate() {
            assert_eq!(usize::from(columns[usize::from(*column)]), at);
        }
    }

    #[test]
    fn without_marks_neutrals_go_with_their_letters() {
        let mut cells = cells("a ﺮﺷ/(ﺐﺘﻛ) 5ب");
        let columns = blank(&mut cells);
        assert_eq!(text(&cells), "a\u{2800}ﻛﺘﺐ)/ﺷﺮ)\u{2800}5ب");
        assert_eq!(columns[2..9], [8, 7, 6, 5, 4, 3, 2]);
    }

    #[test]
    fn a_run_within_a_word_is_turned_where_its_styles_stay() {
        let mut cells = cells("(ﺐﺘ٣ﻛ) ب");
        cells[1].modifier = ratatui_core::style::Modifier::REVERSED;
        word(&mut cells);
        assert_eq!(text(&cells), "(ﻛ٣ﺘﺐ) ب");
        assert!(!cells[1].modifier.is_empty());
        let mut digits = self::cells("۱۲ 12");
        word(&mut digits);
        assert_eq!(text(&digits), "۲۱ 12");
    }
}
