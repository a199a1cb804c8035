//! Which rows may be drawn? Two panes, words with marks, digits of both kinds, brackets, styles
//! over parts of words, letters at both edges.

use proptest::{
    prelude::{any, prop, prop_oneof},
    sample,
    strategy::{Just, Strategy},
};
use ratatui_core::{
    buffer::Cell,
    style::{Color, Modifier},
};

pub const WIDTH: u16 = 36;
pub const HEIGHT: u16 = 2;

const LETTERS: [&str; 16] = [
    "ﺐ",
    "ﺘ",
    "ﻛ",
    "ﻢ",
    "ﻻ",
    "ﻠ",
    "ﻋ",
    "ﺎ",
    "ﻪ",
    "ء",
    "ﭽ",
    "ب",
    "ﺤ\u{651}\u{64e}",
    "ﺘ\u{650}",
    "ﻲ\u{200c}",
    "ﺮ\u{64c}",
];
const HEBREW: [&str; 4] = ["א", "ב\u{5b7}", "ש", "ך"];
const ARABIC_DIGITS: [&str; 5] = ["٠", "٣", "٥", "٩", "۴"];
const DIGITS: [&str; 4] = ["0", "2", "5", "9"];
const SIGNS: [&str; 22] = [
    "،", "؛", "؟", "٪", "٫", "٬", ".", ",", ":", "/", "-", "+", "%", "$", "#", "!", "\"", "…", "•",
    "─", "\u{a0}", "e\u{301}",
];
const BRACKETS: [&str; 18] = [
    "(", ")", "[", "]", "{", "}", "<", ">", "«", "»", "‹", "›", "⟨", "⟩", "﴾", "﴿", "“", "”",
];
const WIDE: [&str; 4] = ["漢", "（", "）", "😀"];

/// One of the row's pieces, cell by cell.
type Piece = Vec<&'static str>;

/// A row as it is to be drawn.
#[derive(Debug, Clone)]
pub struct Draft {
    pieces: Vec<Piece>,
    /// The box line between two panes.
    line: Option<u16>,
    styles: Vec<Span>,
}

/// First column, columns, style.
type Span = (u16, u16, u8);

/// What happens to a row between two frames.
#[derive(Debug, Clone)]
pub enum Change {
    New(Draft),
    Style(Span),
    Symbol(u16, &'static str),
}

pub fn drafts() -> impl Strategy<Value = Draft> {
    let pieces = prop::collection::vec(piece(), 0..16);
    let line = prop::option::of(0..WIDTH);
    let styles = prop::collection::vec(span(), 0..5);
    (pieces, line, styles).prop_map(|(pieces, line, styles)| Draft {
        pieces,
        line,
        styles,
    })
}

pub fn change() -> impl Strategy<Value = Change> {
    let symbol = prop_oneof![
        sample::select(LETTERS.to_vec()),
        sample::select(SIGNS.to_vec()),
        sample::select(vec![" ", "a", "5", "٣", "(", "│"]),
    ];
    prop_oneof![
        1 => drafts().prop_map(Change::New),
        3 => span().prop_map(Change::Style),
        3 => (0..WIDTH, symbol).prop_map(|(x, symbol)| Change::Symbol(x, symbol)),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (0..WIDTH, 1..12u16, any::<u8>())
}

fn piece() -> impl Strategy<Value = Piece> {
    let some =
        |of: &[&'static str], most| prop::collection::vec(sample::select(of.to_vec()), 1..=most);
    prop_oneof![
        6 => some(&LETTERS, 6),
        1 => some(&HEBREW, 3),
        2 => some(&ARABIC_DIGITS, 4),
        2 => some(&DIGITS, 4),
        2 => some(&["a", "B", "é"], 4),
        3 => some(&SIGNS, 2),
        3 => some(&BRACKETS, 2),
        1 => some(&WIDE, 1),
        1 => Just(vec!["│"]),
        6 => (1..4usize).prop_map(|count| vec![" "; count]),
        1 => (4..14usize).prop_map(|count| vec![" "; count]),
    ]
}

impl Draft {
    /// Its cells.
    pub fn cells(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::EMPTY; usize::from(WIDTH)];
        let mut x = 0;
        for symbol in self.pieces.iter().flatten() {
            let wide = WIDE.contains(symbol);
            if x + usize::from(wide) >= cells.len() {
                break;
            }
            cells[x].set_symbol(symbol);
            if wide {
                cells[x + 1].set_symbol("");
            }
            x += 1 + usize::from(wide);
        }
        if let Some(x) = self.line {
            put(&mut cells, x, "│");
        }
        for span in &self.styles {
            paint(&mut cells, *span);
        }
        cells
    }
}

impl Change {
    pub fn apply(&self, cells: &mut [Cell]) {
        match self {
            Self::New(draft) => cells.clone_from_slice(&draft.cells()),
            Self::Style(span) => paint(cells, *span),
            Self::Symbol(x, symbol) => put(cells, *x, symbol),
        }
    }
}

/// Puts a symbol into a cell that is no half of a wide one.
pub fn put(cells: &mut [Cell], x: u16, symbol: &str) {
    let x = usize::from(x);
    let half = |at: usize| {
        cells
            .get(at)
            .is_some_and(|cell: &Cell| cell.symbol().is_empty())
    };
    if !half(x) && !half(x + 1) {
        cells[x].set_symbol(symbol);
    }
}

fn paint(cells: &mut [Cell], (start, columns, style): Span) {
    for cell in cells.iter_mut().skip(start.into()).take(columns.into()) {
        match style % 9 {
            0 => cell.fg = Color::Red,
            1 => cell.bg = Color::Indexed(200),
            2 => cell.fg = Color::Rgb(1, 2, 3),
            3 => cell.modifier.toggle(Modifier::REVERSED),
            4 => cell.modifier.toggle(Modifier::BOLD),
            5 => cell.modifier.toggle(Modifier::UNDERLINED),
            6 => cell.modifier.toggle(Modifier::ITALIC),
            7 => cell.fg = Color::Rgb(204, 204, 205),
            _ => (cell.fg, cell.bg, cell.modifier) = Default::default(),
        }
    }
}
