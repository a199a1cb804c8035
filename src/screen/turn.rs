//! Which stretches of a row must be turned round for a terminal that turns them back?

use std::ops::Range;

use icu_properties::{CodePointMapData, props::BidiMirroringGlyph};
use ratatui_core::{buffer::Cell, style::Modifier};

use super::{
    cell::{Kind, base, is_shaped},
    role::{Role, count, is_half, numbers, roles},
};

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

/// Turns letters with all that stands between them, without marks: PuTTY's algorithm does not
/// see what has no width. In place of a mark the first blank after them is a letter of the
/// other direction without ink, and so is one before the first, which makes the row a
/// left-to-right one; a row that begins with a letter would need one there. A digit of ours
/// that no blank parts from a letter on its left lands on its other side, where no letters
/// follow on its right. Answers the map of columns.
pub(super) fn blank(cells: &mut [Cell]) -> Vec<u16> {
    let roles = roles(cells);
    let mut columns = None;
    let mut at = 0;
    // whether the row has its direction, and whether letters reach to here
    let (mut begun, mut open) = (false, false);
    while at < cells.len() {
        match roles[at] {
            Role::Letter | Role::Number => {
                let lead = roles[..at].iter().position(|role| *role == Role::Blank);
                if let (false, Some(blank)) = (begun, lead) {
                    cells[blank].set_char(BLANK);
                }
                let end = at + stretch(&roles[at..]);
                turned(cells, &(at..end), &[], &mut columns);
                (begun, open) = (true, true);
                at = end;
                continue;
            }
            Role::Left => (begun, open) = (true, false),
            Role::Blank if open => {
                cells[at].set_char(BLANK);
                open = false;
            }
            Role::Blank | Role::Digit | Role::Neutral => {}
        }
        at += 1;
    }
    columns.unwrap_or_default()
}

/// Turns the text of every run of letters and digits in one font; styles stay where they are,
/// for the terminal only shapes the run from right to left. Where one font has the letters and
/// the signs that touch them, it would take these into the run: they get a face of their own.
pub(super) fn word(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let font = font(&cells[at]);
        let own = |cell: &Cell| self::font(cell) == font && is_shaped(cell);
        let end = at + count(&cells[at..], own);
        let run = &mut cells[at..end];
        let symbols: Vec<String> = run.iter().map(|c| c.symbol().to_owned()).collect();
        for (cell, symbol) in run.iter_mut().rev().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        at = end.max(at + 1);
    }
    let mut at = 0;
    while at < cells.len() {
        let face = font(&cells[at]);
        let sign = |cell: &Cell| {
            let own = font(cell) == face || is_half(cell);
            own && !is_shaped(cell) && base(cell) != ' '
        };
        let end = at + count(&cells[at..], sign);
        let beside = [at.wrapping_sub(1), end].map(|at| cells.get(at));
        let beside = beside.into_iter().flatten().filter(|cell| is_shaped(cell));
        let taken: Vec<Modifier> = beside.map(font).collect();
        let others = [Modifier::empty(), Modifier::BOLD, Modifier::ITALIC];
        let free = others
            .into_iter()
            .find(|other| !taken.contains(&(face ^ *other)));
        for cell in &mut cells[at..end] {
            cell.modifier ^= free.unwrap_or_default();
        }
        at = end.max(at + 1);
    }
}

/// Turns a stretch round; what runs from left to right in it, and numbers, run as they did.
pub(super) fn turned(
    cells: &mut [Cell],
    run: &Range<usize>,
    lefts: &[Range<usize>],
    columns: &mut Option<Vec<u16>>,
) {
    back(cells, run.clone(), columns);
    let lefts = lefts
        .iter()
        .map(|left| run.end - left.end..run.end - left.start);
    let lefts: Vec<Range<usize>> = lefts.collect();
    for left in &lefts {
        back(cells, left.clone(), columns);
    }
    for number in numbers(&cells[run.clone()]) {
        let number = run.start + number.start..run.start + number.end;
        if lefts.iter().all(|left| !left.contains(&number.start)) {
            turn(cells, number, columns);
        }
    }
}

fn back(cells: &mut [Cell], run: Range<usize>, columns: &mut Option<Vec<u16>>) {
    turn(cells, run.clone(), columns);
    mirror(&mut cells[run]);
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

/// Turns cells round, and with them the visual columns that they come from.
fn turn(cells: &mut [Cell], run: Range<usize>, columns: &mut Option<Vec<u16>>) {
    let width = cells.len() as u16;
    let columns = columns.get_or_insert_with(|| (0..width).collect());
    columns[run.clone()].reverse();
    cells[run.clone()].reverse();
    // the halves of a wide cell stay in their order
    let mut at = run.start;
    while at + 1 < run.end {
        if is_half(&cells[at]) {
            cells.swap(at, at + 1);
            columns.swap(at, at + 1);
            at += 1;
        }
        at += 1;
    }
}

fn append(cell: &mut Cell, c: char) {
    let longer = format!("{}{c}", cell.symbol());
    cell.set_symbol(&longer);
}

/// How far letters reach over what takes their direction. A digit of ours does so before a
/// letter on its right; where a letter on its left would have it, also over a blank.
fn stretch(roles: &[Role]) -> usize {
    let is_own = |role: &Role| matches!(role, Role::Letter | Role::Number);
    let is_number = |role: &Role| matches!(role, Role::Neutral | Role::Digit | Role::Number);
    let mut end = 0;
    loop {
        end += count(&roles[end..], is_own);
        let next = end + count(&roles[end..], |role| *role == Role::Neutral);
        let beyond = end + count(&roles[end..], is_number);
        let mut word = beyond;
        while let [Role::Blank, after, ..] = roles[word..]
            && after != Role::Blank
        {
            word += 1 + count(&roles[word + 1..], is_number);
        }
        let has_letter = roles[..end].contains(&Role::Letter);
        end = match (roles.get(next), roles.get(beyond), roles.get(word)) {
            (Some(role), _, _) if is_own(role) => next,
            (_, Some(Role::Letter), _) => beyond,
            (Some(Role::Digit), _, Some(Role::Letter)) if has_letter => word,
            _ => return end,
        };
    }
}

/// Brackets are shown as their counterparts where they stand among letters.
fn mirror(cells: &mut [Cell]) {
    let data = CodePointMapData::<BidiMirroringGlyph>::new();
    for cell in cells {
        if Kind::of(cell) == Kind::Other
            && let Some(mirrored) = data.get(base(cell)).mirroring_glyph
        {
            cell.set_char(mirrored);
        }
    }
}

/// What chooses the font of a cell.
fn font(cell: &Cell) -> Modifier {
    cell.modifier & FACES
}

const FACES: Modifier = Modifier::BOLD.union(Modifier::ITALIC);

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
        assert_eq!(text(&cells), "a ﻛﺘﺐ)/ﺷﺮ)\u{2800}5ب");
        assert_eq!(columns[2..9], [8, 7, 6, 5, 4, 3, 2]);
    }

    #[test]
    fn numbers_go_with_the_letters_that_they_touch() {
        for (visual, sent) in [
            (" ﻢ٢٠", "\u{2800}٢٠ﻢ"),
            (" ٢٠ﻭ", "\u{2800}ﻭ٢٠"),
            (" ﺐ1.5ﻛ x", "\u{2800}ﻛ1.5ﺐ\u{2800}x"),
            (" ٣-٤ ٣/٤", "\u{2800}٤-٣\u{2800}٣/٤"),
            (" 10ﻭ", "\u{2800}10ﻭ"),
            ("a   ﺐ،  5", "a   ﺐ،\u{2800} 5"),
            (" ﻢ2024 ﺯ", "\u{2800}ﺯ 2024ﻢ"),
            (" ٠0 ﺐ", "\u{2800}٠0\u{2800}ﺐ"),
            (" ﺃ3.5 ﺔ x", "\u{2800}ﺔ 3.5ﺃ\u{2800}x"),
            ("│ 10% (a)", "│ 10% (a)"),
        ] {
            let mut cells = cells(visual);
            blank(&mut cells);
            assert_eq!(text(&cells), sent, "{visual}");
        }
    }

    #[test]
    fn a_wide_sign_among_letters_is_not_torn_apart() {
        let mut cells: Vec<Cell> = [" ", "ﺐ", "（", "", "ﻛ"].map(Cell::new).into();
        let columns = blank(&mut cells);
        let symbols: Vec<_> = cells.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["\u{2800}", "ﻛ", "）", "", "ﺐ"]);
        assert_eq!(columns, [0, 4, 2, 3, 1]);
    }

    #[test]
    fn wide_digits_make_one_number() {
        let symbols = ["ﺐ", "５", "", "：", "", "６", "", "ﻛ", "７", "", "："];
        let wide = symbols.map(Cell::new);
        assert_eq!(numbers(&wide), [1..7, 8..10]);
    }

    #[test]
    fn a_run_within_a_word_is_turned_where_its_styles_stay() {
        let mut cells = cells("(ﺐﺘ٣ﻛ) ب");
        cells[1].modifier = Modifier::REVERSED;
        word(&mut cells);
        assert_eq!(text(&cells), "(ﻛ٣ﺘﺐ) ب");
        assert!(!cells[1].modifier.is_empty());
        let mut digits = self::cells("۱۲ 12");
        word(&mut digits);
        assert_eq!(text(&digits), "۲۱ 12");
    }

    #[test]
    fn a_word_half_bold_is_two_to_a_terminal_that_shapes_font_by_font() {
        let mut cells = cells("ﺐﺘﻨﻛ");
        cells[0].modifier = Modifier::BOLD | Modifier::UNDERLINED;
        cells[1].modifier = Modifier::BOLD;
        word(&mut cells);
        assert_eq!(text(&cells), "ﺘﺐﻛﻨ");
    }
}
