//! What may a cell of the terminal hold, whatever the buffer says?

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{DefaultIgnorableCodePoint, GeneralCategory, GraphemeClusterBreak},
};
use ratatui_core::buffer::{Cell, CellWidth};

use crate::text::{Class, is_ambiguous, narrow};

/// What a terminal's own bidi algorithm would see in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter of class R or AL.
    Letter,
    /// A digit of class AN.
    Number,
    /// Anything else.
    Other,
}

impl Kind {
    /// That of a cell's first character.
    pub(super) fn of(base: char) -> Self {
        match base {
            '\0'..'\u{590}' | '\u{2010}'..='\u{d7ff}' => Self::Other,
            '\u{fe80}'..='\u{fefc}' => Self::Letter,
            c => match Class::of(c) {
                Class::R | Class::AL => Self::Letter,
                Class::AN => Self::Number,
                _ => Self::Other,
            },
        }
    }
}

/// Whether a terminal that shapes texts takes it for one of a script from right to left:
/// letters, and digits that have the script of the letters whatever their class.
pub(super) fn is_shaped(cell: &Cell) -> bool {
    let base = base(cell);
    Kind::of(base) != Kind::Other || matches!(base, '\u{6f0}'..='\u{6f9}')
}

/// Its first character; NUL in the second half of a wide one.
pub(super) fn base(cell: &Cell) -> char {
    cell.symbol().chars().next().unwrap_or('\0')
}

/// Whether it is the second half of a wide cell.
pub(super) fn is_half(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// Whether two look the same; faster than the cells' own comparison, which sees more.
pub(super) fn alike(one: &Cell, other: &Cell) -> bool {
    (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier)
        && one.symbol() == other.symbol()
}

/// Makes a cell look like another; faster than a clone.
pub(super) fn copy(from: &Cell, to: &mut Cell) {
    to.set_symbol(from.symbol());
    copy_style(from, to);
}

fn copy_style(from: &Cell, to: &mut Cell) {
    (to.fg, to.bg, to.modifier) = (from.fg, from.bg, from.modifier);
}

/// Copies a row of a buffer as it may be sent: each cell holds one character as wide as its
/// place and what stands on that, or nothing in the second half of a wide one. For a terminal
/// that shows ambiguous characters `wide`, what has only one cell gets a stand-in. U+200C,
/// which may end a cell, says something only to a terminal that joins letters again.
pub(super) fn guard(row: &[Cell], cells: &mut Vec<Cell>, wide: bool, joins: bool) {
    cells.resize(row.len(), Cell::EMPTY);
    let mut text = String::new();
    let mut at = 0;
    while at < row.len() {
        let symbol = row[at].symbol();
        copy_style(&row[at], &mut cells[at]);
        if is_plain(symbol) {
            cells[at].set_symbol(symbol);
            at += 1;
            continue;
        }
        let room = 1 + usize::from(row.get(at + 1).is_some_and(is_half));
        let width = fit(symbol, room, wide, joins, &mut text);
        cells[at].set_symbol(&text);
        if room == 2 {
            // both halves of a wide one are one cell to a terminal
            let (symbol, style) = if width == 2 { ("", at) } else { (" ", at + 1) };
            cells[at + 1].set_symbol(symbol);
            copy_style(&row[style], &mut cells[at + 1]);
        }
        at += room;
    }
}

/// What is most frequent, and known to be as wide as its place.
fn is_plain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let plain = matches!(
        chars.next(),
        Some(' '..='~' | '\u{620}'..='\u{64a}' | '\u{660}'..='\u{66d}' | '\u{fe80}'..='\u{fefc}')
    );
    plain && chars.next().is_none()
}

/// A cell has so many bytes: tmux keeps 21, and a mark that closes a run comes after these.
const LONGEST: usize = 16;

/// Puts those characters of a symbol into `text` that fit into `room` cells; answers how many
/// they take. Terminals agree on the width of characters, not on that of sequences: what would
/// need to be drawn as one (a family, a skin) is cut down to its first.
fn fit(symbol: &str, room: usize, wide: bool, joins: bool, text: &mut String) -> usize {
    text.clear();
    let (mut width, mut marks) = (0, 0);
    for c in symbol.chars() {
        let c = match reach(c) {
            Reach::Shown if is_blank(c) => ' ',
            Reach::Shown if c == '\u{200c}' && !joins => continue,
            Reach::Shown => c,
            Reach::Sign => '٭',
            Reach::Joiner => break,
            Reach::None => continue,
        };
        let c = if wide { stand_in(c, room) } else { c };
        let cells = match c.encode_utf8(&mut [0; 4]).cell_width() {
            1 if wide && is_ambiguous(c) => 2,
            cells => usize::from(cells),
        };
        let stands = cells > 0 || width > 0;
        marks += usize::from(cells == 0);
        let kept = cells > 0 || marks <= MOST_MARKS && text.len() + c.len_utf8() <= LONGEST;
        if stands && width + cells <= room && kept {
            text.push(c);
            width += cells;
        }
    }
    if width == 0 {
        // nothing was asked for, or nothing of it may be seen
        text.push(match symbol {
            "" => ' ',
            _ if wide => '?',
            _ => '\u{fffd}',
        });
        width = 1;
    }
    width
}

/// A letter is sent with so many marks at most. Quranic letters have five; what stacks more
/// only wants to reach over the rows around it.
const MOST_MARKS: usize = 6;

/// What is sent for a character where ambiguous ones are shown in two cells: a second cell
/// cannot be taken back once something else was written into it. A letter that was given one
/// cell only loses its accent.
fn stand_in(c: char, room: usize) -> char {
    match narrow(c) {
        Some(sign) => sign,
        None if room == 1 && is_ambiguous(c) => {
            let letter = c.encode_utf8(&mut [0; 4]).to_owned();
            let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&letter);
            let base = parts.chars().next().filter(char::is_ascii);
            base.unwrap_or('?')
        }
        None => c,
    }
}

/// A blank that is one to the layout only: terminals draw them alike, but some run words
/// together over it.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}'
    )
}

/// How far a character gets.
enum Reach {
    Shown,
    /// A sign over digits (U+0600, U+06DD…), to which terminals give no cell or one: where it
    /// has none it would be drawn over the letter before it, so it is never sent itself.
    Sign,
    /// What makes a sequence of pictures one.
    Joiner,
    None,
}

fn reach(c: char) -> Reach {
    match c {
        ' '..='~' | '\u{620}'..='\u{64a}' | '\u{fe80}'..='\u{fefc}' | '\u{200c}' => {
            return Reach::Shown;
        }
        '\u{200d}' => return Reach::Joiner,
        _ => {}
    }
    if CodePointMapData::<GraphemeClusterBreak>::new().get(c) == GraphemeClusterBreak::Prepend {
        return Reach::Sign;
    }
    let hidden = matches!(
        CodePointMapData::<GeneralCategory>::new().get(c),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    if hidden || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) {
        Reach::None
    } else {
        Reach::Shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarded(row: &[Cell], wide: bool) -> Vec<Cell> {
        let mut cells = Vec::new();
        guard(row, &mut cells, wide, true);
        cells
    }

    fn sent(symbols: &[&'static str]) -> Vec<String> {
        let cells: Vec<Cell> = symbols.iter().map(|s| Cell::new(s)).collect();
        let sent = guarded(&cells, false);
        assert_eq!(sent.len(), cells.len());
        sent.iter().map(|c| c.symbol().to_owned()).collect()
    }

    #[test]
    fn faces_pass_as_they_are() {
        let faces = [
            "a",
            "ﻣ",
            "ﺤ\u{651}\u{64e}",
            "٣",
            "│",
            "漢",
            "",
            "é",
            "ﻲ\u{200c}",
        ];
        assert_eq!(sent(&faces), faces);
    }

    #[test]
    fn nothing_that_commands_a_terminal_passes() {
        let controls = (0..0x20).chain(0x7f..0xa0);
        let bidi = (0x200e..=0x200f)
            .chain(0x202a..=0x202e)
            .chain(0x2066..=0x2069);
        let others = [0x61c, 0xad, 0x200b, 0x2028, 0x2029, 0x2060, 0xfeff, 0xe0041];
        for c in controls
            .chain(bidi)
            .chain(others)
            .filter_map(char::from_u32)
        {
            let mut cells = [Cell::EMPTY, Cell::EMPTY];
            cells[0].set_char(c);
            cells[1].set_symbol(&format!("{c}b{c}"));
            let sent = guarded(&cells, false);
            assert_eq!(sent[0].symbol(), "\u{fffd}", "{c:?}");
            assert_eq!(sent[1].symbol(), "b", "{c:?}");
        }
        assert_eq!(sent(&["\u{1b}[2J"]), ["["]);
    }

    #[test]
    fn every_blank_is_a_space() {
        assert_eq!(sent(&["\u{a0}", "\u{202f}", "\u{2009}"]), [" ", " ", " "]);
    }

    #[test]
    fn nothing_without_width_stands_alone() {
        assert_eq!(sent(&["\u{64e}", "\u{200c}"]), ["\u{fffd}", "\u{fffd}"]);
        assert_eq!(sent(&["", "a"]), [" ", "a"]);
    }

    #[test]
    fn a_cell_is_as_wide_as_its_place() {
        assert_eq!(sent(&["漢", "a"]), ["\u{fffd}", "a"]);
        assert_eq!(sent(&["ab", ""]), ["ab", ""]);
        assert_eq!(sent(&["a", ""]), ["a", " "]);
        assert_eq!(sent(&["👨\u{200d}👩\u{200d}👧", "", "x"]), ["👨", "", "x"]);
        assert_eq!(sent(&["👍🏽", ""]), ["👍", ""]);
        assert_eq!(sent(&["❤\u{fe0f}", ""]), ["❤", " "]);
        assert_eq!(sent(&["🇯🇴", ""]), ["🇯🇴", ""]);
    }

    #[test]
    fn a_letter_has_only_so_many_marks() {
        let stacked = |count| format!("ﻣ{}", "\u{64e}".repeat(count));
        let mut cells = [Cell::EMPTY, Cell::EMPTY];
        cells[0].set_symbol(&stacked(40));
        cells[1].set_symbol(&stacked(5));
        let sent = guarded(&cells, false);
        assert_eq!(sent[0].symbol(), stacked(6));
        assert_eq!(sent[1].symbol(), stacked(5));
    }

    #[test]
    fn what_a_terminal_shows_too_wide_has_a_stand_in() {
        let symbols = [
            "│",
            "…",
            "“",
            "é",
            "Ж",
            "Ж",
            "",
            "ﻣ\u{64e}",
            "«",
            "漢",
            "",
            "\u{64e}",
        ];
        let cells = symbols.map(Cell::new);
        let sent = guarded(&cells, true);
        let sent: Vec<&str> = sent.iter().map(Cell::symbol).collect();
        let stand = [
            "|",
            ".",
            "\"",
            "e",
            "?",
            "Ж",
            "",
            "ﻣ\u{64e}",
            "«",
            "漢",
            "",
            "?",
        ];
        assert_eq!(sent, stand);
    }

    #[test]
    fn signs_to_which_terminals_give_different_widths_are_replaced() {
        assert_eq!(sent(&["\u{6dd}", "\u{600}"]), ["٭", "٭"]);
    }

    #[test]
    fn kinds_are_those_of_the_bidi_algorithm() {
        let kinds = ["ﻛ\u{64e}", "ب", "א", "٣", "٫", "3", "A", "،", " ", "│", ""];
        let kinds = kinds.map(|s| Kind::of(base(&Cell::new(s))));
        let letters = [Kind::Letter; 3].into_iter().chain([Kind::Number; 2]);
        assert!(kinds.into_iter().eq(letters.chain([Kind::Other; 6])));
    }
}
