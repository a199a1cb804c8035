//! Which stretches of a row must be turned round for a terminal that turns them back?

use std::ops::Range;

use icu_properties::{CodePointMapData, props::BidiMirroringGlyph};
use ratatui_core::{buffer::Cell, style::Modifier};

use super::{
    cell::{base, is_half, is_shaped},
    role::{Role, count, numbers, roles},
};

const LRM: char = '\u{200e}';

/// What has no ink and yet is a letter to the bidi algorithm.
const BLANK: char = '\u{2800}';

/// A row that is turned round, stretch by stretch.
pub(super) struct Turn<'a> {
    pub(super) cells: &'a mut [Cell],
    /// What each of them is.
    pub(super) roles: Vec<Role>,
    /// The visual column that stands in each; empty where each stands in its own.
    columns: &'a mut Vec<u16>,
}

/// Turns every run of letters and closes it, as every run of digits, with a mark, so that
/// nothing reaches from one word into another: any change stays within its word, and two
/// panes within theirs. A mark before the first makes the row a left-to-right one.
pub(super) fn inverse(cells: &mut [Cell], columns: &mut Vec<u16>) {
    let mut row = Turn::new(cells, columns);
    let mut closed = String::new();
    let mut close = |cell: &mut Cell| {
        closed.clear();
        closed.push_str(cell.symbol());
        closed.push(LRM);
        cell.set_symbol(&closed);
    };
    let lead = count(&row.roles, |role| !role.is_own());
    let mut at = lead;
    while at < row.roles.len() {
        let role = row.roles[at];
        let end = at + count(&row.roles[at..], |other| *other == role);
        if role == Role::Letter {
            row.turn(at..end);
        }
        close(&mut row.cells[end - 1]);
        at = end + count(&row.roles[end..], |role| !role.is_own());
    }
    let mut before = row.roles[..lead].iter();
    // never on a box line: Konsole paints a stray glyph there
    if lead < row.cells.len()
        && let Some(blank) = before.position(|role| *role == Role::Blank)
    {
        close(&mut row.cells[blank]);
    }
}

/// Turns letters with all that stands between them, without marks: PuTTY's algorithm does not
/// see what has no width. In place of a mark the first blank after them is a letter of the
/// other direction without ink, and so is one before the first, which makes the row a
/// left-to-right one; a row that begins with a letter would need one there. A digit of ours
/// that no blank parts from a letter on its left lands on its other side, where no letters
/// follow on its right.
pub(super) fn blank(cells: &mut [Cell], columns: &mut Vec<u16>) {
    let mut row = Turn::new(cells, columns);
    let mut at = 0;
    // whether the row has its direction, and whether letters reach to here
    let (mut begun, mut open) = (false, false);
    while at < row.cells.len() {
        match row.roles[at] {
            Role::Letter | Role::Number => {
                let mut before = row.roles[..at].iter();
                if !begun && let Some(blank) = before.position(|role| *role == Role::Blank) {
                    row.cells[blank].set_char(BLANK);
                }
                let end = at + stretch(&row.roles[at..]);
                row.turned(at..end, &[]);
                (begun, open) = (true, true);
                at = end;
                continue;
            }
            Role::Left => (begun, open) = (true, false),
            Role::Blank if open => {
                row.cells[at].set_char(BLANK);
                open = false;
            }
            Role::Blank | Role::Digit | Role::Neutral => {}
        }
        at += 1;
    }
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

impl<'a> Turn<'a> {
    /// A row in which each cell stands in its own column.
    pub(super) fn new(cells: &'a mut [Cell], columns: &'a mut Vec<u16>) -> Self {
        let roles = roles(cells);
        Self {
            cells,
            roles,
            columns,
        }
    }

    /// Turns a stretch round; what runs from left to right in it, and numbers, run as they did.
    pub(super) fn turned(&mut self, run: Range<usize>, lefts: &[Range<usize>]) {
        self.back(run.clone());
        let lefts = lefts
            .iter()
            .map(|left| run.end - left.end..run.end - left.start);
        let lefts: Vec<Range<usize>> = lefts.collect();
        for left in &lefts {
            self.back(left.clone());
        }
        for number in numbers(&self.cells[run.clone()], &self.roles[run.clone()]) {
            let number = run.start + number.start..run.start + number.end;
            if lefts.iter().all(|left| !left.contains(&number.start)) {
                self.turn(number);
            }
        }
    }

    /// Turns cells round; brackets are shown as their counterparts.
    fn back(&mut self, run: Range<usize>) {
        self.turn(run.clone());
        let data = CodePointMapData::<BidiMirroringGlyph>::new();
        for (cell, role) in self.cells[run.clone()].iter_mut().zip(&self.roles[run]) {
            if *role == Role::Neutral
                && let Some(mirrored) = data.get(base(cell)).mirroring_glyph
            {
                cell.set_char(mirrored);
            }
        }
    }

    /// Turns cells round, and with them what is known of them.
    fn turn(&mut self, run: Range<usize>) {
        let width = self.cells.len() as u16;
        if self.columns.is_empty() {
            self.columns.extend(0..width);
        }
        self.cells[run.clone()].reverse();
        self.roles[run.clone()].reverse();
        self.columns[run.clone()].reverse();
        // the halves of a wide cell stay in their order
        let mut at = run.start;
        while at + 1 < run.end {
            if is_half(&self.cells[at]) {
                self.cells.swap(at, at + 1);
                self.columns.swap(at, at + 1);
                at += 1;
            }
            at += 1;
        }
    }
}

/// How far letters reach over what takes their direction. A digit of ours does so before a
/// letter on its right; where a letter on its left would have it, also over a blank.
fn stretch(roles: &[Role]) -> usize {
    let is_number = |role: &Role| matches!(role, Role::Neutral | Role::Digit | Role::Number);
    let mut end = 0;
    loop {
        end += count(&roles[end..], |role| role.is_own());
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
            (Some(role), _, _) if role.is_own() => next,
            (_, Some(Role::Letter), _) => beyond,
            (Some(Role::Digit), _, Some(Role::Letter)) if has_letter => word,
            _ => return end,
        };
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
        let mut columns = Vec::new();
        inverse(&mut cells, &mut columns);
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
        let mut columns = Vec::new();
        blank(&mut cells, &mut columns);
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
            blank(&mut cells, &mut Vec::new());
            assert_eq!(text(&cells), sent, "{visual}");
        }
    }

    #[test]
    fn a_wide_sign_among_letters_is_not_torn_apart() {
        let mut cells: Vec<Cell> = [" ", "ﺐ", "（", "", "ﻛ"].map(Cell::new).into();
        let mut columns = Vec::new();
        blank(&mut cells, &mut columns);
        let symbols: Vec<_> = cells.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["\u{2800}", "ﻛ", "）", "", "ﺐ"]);
        assert_eq!(columns, [0, 4, 2, 3, 1]);
    }

    #[test]
    fn wide_digits_make_one_number() {
        let symbols = ["ﺐ", "５", "", "：", "", "６", "", "ﻛ", "７", "", "："];
        let wide = symbols.map(Cell::new);
        assert_eq!(numbers(&wide, &roles(&wide)), [1..7, 8..10]);
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
