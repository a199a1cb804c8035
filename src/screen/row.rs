//! Which cells does a terminal get for a row of visual cells, and in which columns?
//!
//! Every transform is pure and keeps the number of cells.

use ratatui_core::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::{
    Depth, Manner, Marks, Palette, Strategy,
    cell::{Kind, base, guard, is_shaped},
    logical::logical,
    turn,
};

/// A row as a terminal is sent it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub(super) cells: Vec<Cell>,
    /// The visual column that stands in each; empty where each stands in its own.
    turned: Vec<u16>,
}

impl Row {
    /// A row of a cleared screen.
    pub(super) fn blank(width: u16) -> Self {
        Self {
            cells: vec![Cell::EMPTY; usize::from(width)],
            turned: Vec::new(),
        }
    }

    /// A row of a buffer, whatever it holds, as this terminal must be sent it, in the colours
    /// that there are. `wide`: one that shows ambiguous characters in two cells.
    pub fn new(row: &[Cell], manner: Manner, palette: Palette, depth: Depth, wide: bool) -> Self {
        let mut new = Self::default();
        new.set(row, manner, palette, depth, wide);
        new
    }

    /// The same in the place of what was there.
    pub fn set(
        &mut self,
        row: &[Cell],
        manner: Manner,
        palette: Palette,
        depth: Depth,
        wide: bool,
    ) {
        let Self { cells, turned } = self;
        turned.clear();
        // no two of so few colours look alike
        let strategy = match manner.strategy {
            Strategy::Tint if !depth.can_tint() => Strategy::Visual,
            strategy => strategy,
        };
        let joins = matches!(strategy, Strategy::Inverse | Strategy::Logical);
        guard(row, cells, wide, joins);
        match manner.marks {
            Marks::Keep => {}
            Marks::Strip => strip(cells),
            Marks::StripAll => cells.iter_mut().for_each(bare),
            Marks::Left => move_left(cells),
        }
        match strategy {
            Strategy::Visual | Strategy::Explicit | Strategy::Mlterm => {}
            Strategy::Logical => logical(cells, turned),
            Strategy::Inverse => turn::inverse(cells, turned),
            Strategy::Blank => turn::blank(cells, turned),
            Strategy::Word => {
                strip(cells);
                turn::word(cells);
            }
            Strategy::Tint => tint(cells, palette),
            Strategy::Sized => size(cells),
        }
        depth.limit(cells);
    }

    /// Its cells, as many as there are visual ones.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The visual column that stands in one of the terminal's.
    pub fn visual(&self, column: u16) -> u16 {
        let turned = self.turned.get(usize::from(column));
        turned.copied().unwrap_or(column)
    }

    /// The terminal's column in which a visual one stands.
    pub fn column(&self, visual: u16) -> u16 {
        let turned = self.turned.iter().position(|column| *column == visual);
        turned.map_or(visual, |column| column as u16)
    }
}

/// Letters without their marks.
fn strip(cells: &mut [Cell]) {
    for cell in cells {
        if marks(cell).is_some() {
            cell.set_char(base(cell));
        }
    }
}

/// What has a width, without what stands on it.
fn bare(cell: &mut Cell) {
    let base = base(cell);
    if base != '\0' && cell.symbol().len() > base.len_utf8() {
        cell.set_char(base);
    }
}

/// Marks of a letter in the cell before it.
fn move_left(cells: &mut [Cell]) {
    for at in 0..cells.len() {
        let Some(marks) = marks(&cells[at]).map(str::to_owned) else {
            continue;
        };
        let letter = base(&cells[at]);
        cells[at].set_char(letter);
        // the left edge and the second half of a wide cell take none
        if let Some(before) = at.checked_sub(1).map(|before| &mut cells[before])
            && !before.symbol().is_empty()
        {
            let marked = format!("{}{marks}", before.symbol());
            before.set_symbol(&marked);
        }
    }
}

/// What stands on a letter.
fn marks(cell: &Cell) -> Option<&str> {
    let letter = base(cell).len_utf8();
    let marks = cell.symbol().get(letter..).filter(|m| !m.is_empty())?;
    (Kind::of(base(cell)) == Kind::Letter).then_some(marks)
}

/// Around letters, the last bit of blue changes from one cell that the terminal knows to the
/// next; the halves of a wide one are one. What is written in other letters gets its colour in
/// the same way, for the terminal's own may be another, and so may what it takes for dim.
fn tint(cells: &mut [Cell], palette: Palette) {
    let known: Vec<usize> = (0..cells.len())
        .filter(|at| !cells[*at].symbol().is_empty())
        .collect();
    let letters: Vec<bool> = known
        .iter()
        .map(|at| Kind::of(base(&cells[*at])) != Kind::Other)
        .collect();
    for (nth, at) in known.into_iter().enumerate() {
        let around = nth.saturating_sub(1)..=(nth + 1).min(letters.len() - 1);
        let near = letters[around].contains(&true);
        let cell = &mut cells[at];
        if !near && cell.symbol() == " " {
            continue;
        }
        let (red, green, mut blue) = if cell.modifier.contains(Modifier::DIM) {
            cell.modifier.remove(Modifier::DIM);
            palette.dim(cell.fg)
        } else {
            palette.text(cell.fg)
        };
        if near {
            blue = blue & !1 | u8::from(nth % 2 == 1);
        }
        cell.fg = Color::Rgb(red, green, blue);
    }
}

/// Each letter as a text of its own; the height, which changes from cell to cell and has no
/// effect without a fraction, keeps neighbours from being shaped together.
fn size(cells: &mut [Cell]) {
    const STARTS: [&str; 2] = ["\x1b]66;w=1:h=1;", "\x1b]66;w=1:h=2;"];
    let mut sized = String::new();
    for (at, cell) in cells.iter_mut().enumerate() {
        if is_shaped(cell) {
            sized.clear();
            sized.extend([STARTS[at % 2], cell.symbol(), "\x1b\\"]);
            cell.set_symbol(&sized);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(symbols: &[&'static str], manner: Manner) -> Row {
        let cells: Vec<Cell> = symbols.iter().map(|s| Cell::new(s)).collect();
        Row::new(&cells, manner, Palette::default(), Depth::True, false)
    }

    fn symbols(row: &Row) -> Vec<&str> {
        row.cells.iter().map(Cell::symbol).collect()
    }

    const WORD: [&str; 4] = [" ", "ﺐ", "ﺘ\u{64e}", "ﻛ\u{200c}"];

    #[test]
    fn plain_terminals_get_visual_order_without_joiners() {
        for strategy in [Strategy::Visual, Strategy::Explicit, Strategy::Mlterm] {
            let row = row(&WORD, Manner::plain(strategy));
            assert_eq!(symbols(&row), [" ", "ﺐ", "ﺘ\u{64e}", "ﻛ"]);
            assert_eq!(row.column(2), 2);
        }
        let logical = row(&WORD, Manner::plain(Strategy::Logical));
        assert_eq!(symbols(&logical), [" ", WORD[3], WORD[2], WORD[1]]);
    }

    #[test]
    fn marks_follow_the_terminal() {
        let with = |marks| Manner {
            marks,
            ..Manner::plain(Strategy::Visual)
        };
        let marked = ["ﺑ\u{650}", "ﺘ\u{64e}\u{651}", "e\u{301}"];
        assert_eq!(symbols(&row(&marked, with(Marks::Keep))), marked);
        let stripped = row(&marked, with(Marks::Strip));
        assert_eq!(symbols(&stripped), ["ﺑ", "ﺘ", "e\u{301}"]);
        let bare = row(&marked, with(Marks::StripAll));
        assert_eq!(symbols(&bare), ["ﺑ", "ﺘ", "e"]);
        let moved = row(&marked, with(Marks::Left));
        assert_eq!(symbols(&moved), ["ﺑ\u{64e}\u{651}", "ﺘ", "e\u{301}"]);
    }

    #[test]
    fn tints_differ_from_cell_to_cell_around_letters_only() {
        let row = row(
            &["a", "b", "ﺐ", "ﺘ", " ", "c"],
            Manner::plain(Strategy::Tint),
        );
        let colours: Vec<Color> = row.cells.iter().map(|c| c.fg).collect();
        let (even, odd) = (Color::Rgb(204, 204, 204), Color::Rgb(204, 204, 205));
        assert_eq!(colours, [even, odd, even, odd, even, even]);
    }

    #[test]
    fn a_tint_is_as_bright_in_letters_of_every_script() {
        let mut cells = ["ﺐ", " ", "a", "b"].map(Cell::new);
        for cell in &mut cells {
            cell.modifier = Modifier::DIM;
        }
        let row = Row::new(
            &cells,
            Manner::plain(Strategy::Tint),
            Palette::default(),
            Depth::True,
            false,
        );
        let grey = Color::Rgb(127, 127, 127);
        assert_eq!(row.cells[2].fg, grey);
        assert_eq!(row.cells[3].fg, grey);
        assert_eq!(row.cells[0].fg, Color::Rgb(127, 127, 126));
        assert!(row.cells.iter().all(|cell| cell.modifier.is_empty()));
    }

    #[test]
    fn a_tint_keeps_what_a_cell_looks_like() {
        let mut cell = Cell::new("ﺐ");
        cell.fg = Color::LightRed;
        cell.modifier = Modifier::REVERSED;
        let row = Row::new(
            &[cell],
            Manner::plain(Strategy::Tint),
            Palette::default(),
            Depth::True,
            false,
        );
        assert_eq!(row.cells[0].fg, Color::Rgb(255, 0, 0));
        assert_eq!(row.cells[0].modifier, Modifier::REVERSED);
    }

    #[test]
    fn sized_letters_stand_alone() {
        // digits of Persian too: kitty turns them round with the letters' own
        for digit in ["٣", "۳"] {
            let row = row(&["ﺐ", digit, "a", "3"], Manner::plain(Strategy::Sized));
            let sized = format!("\x1b]66;w=1:h=2;{digit}\x1b\\");
            assert_eq!(symbols(&row), ["\x1b]66;w=1:h=1;ﺐ\x1b\\", &sized, "a", "3"]);
        }
    }

    #[test]
    fn nothing_is_left_of_the_row_that_was_there() {
        let manner = Manner::plain(Strategy::Inverse);
        let mut before = WORD.map(Cell::new);
        before[1].modifier = Modifier::BOLD;
        let mut reused = Row::new(&before, manner, Palette::default(), Depth::True, false);
        let cells = ["a", "漢", ""].map(Cell::new);
        reused.set(&cells, manner, Palette::default(), Depth::True, false);
        let new = Row::new(&cells, manner, Palette::default(), Depth::True, false);
        assert_eq!(reused, new);
        assert_eq!(reused.column(1), 1);
    }

    #[test]
    fn a_row_without_cells_is_one() {
        for strategy in Strategy::ALL {
            assert_eq!(row(&[], Manner::plain(strategy)), Row::blank(0));
        }
    }
}
