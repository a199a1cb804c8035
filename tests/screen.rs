//! Does a terminal that is sent frames show what was drawn?

use std::num::NonZero;

use hashiya::screen::{Manner, Screen, Strategy};
use proptest::{
    prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, prop_oneof, proptest},
    sample,
    strategy::{Just, Strategy as Any},
};
use ratatui_core::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};

const WIDTH: u16 = 24;
const HEIGHT: u16 = 4;

/// What a cell may be: its symbol, which may be wide, and a number that chooses its style.
type Draft = (usize, u8);

const SYMBOLS: [&str; 14] = [
    " ",
    " ",
    " ",
    "a",
    "7",
    "ﺐ",
    "ﺘ",
    "ﻛ\u{64e}",
    "٣",
    "│",
    "(",
    "،",
    "漢",
    "م",
];

fn styled(symbol: &str, style: u8) -> Cell {
    let mut cell = Cell::EMPTY;
    cell.set_symbol(symbol);
    match style {
        0 => cell.fg = Color::Red,
        1 => cell.bg = Color::Indexed(200),
        2 => cell.fg = Color::Rgb(1, 2, 3),
        3 => cell.modifier = Modifier::REVERSED,
        4 => cell.modifier = Modifier::BOLD | Modifier::UNDERLINED,
        _ => {}
    }
    cell
}

fn buffer(drafts: &[Draft]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    for (cells, drafts) in buffer
        .content
        .chunks_mut(usize::from(WIDTH))
        .zip(drafts.chunks(usize::from(WIDTH)))
    {
        let mut x = 0;
        for (symbol, style) in drafts {
            let symbol = SYMBOLS[symbol % SYMBOLS.len()];
            let wide = symbol == "漢";
            if x + usize::from(wide) >= cells.len() {
                break;
            }
            cells[x] = styled(symbol, *style);
            if wide {
                cells[x + 1] = styled("", *style);
            }
            x += 1 + usize::from(wide);
        }
    }
    buffer
}

fn drafts() -> impl Any<Value = Vec<Draft>> {
    // mostly blank, so that rows are erased and jumped over
    let cell = prop_oneof![3 => Just((0, 9)), 2 => (0..SYMBOLS.len(), 0..20u8)];
    prop::collection::vec(cell, usize::from(WIDTH * HEIGHT))
}

fn plain() -> impl Any<Value = Manner> {
    // those whose bytes the emulator shows as they are
    sample::select(vec![
        Strategy::Visual,
        Strategy::Explicit,
        Strategy::Inverse,
        Strategy::Blank,
        Strategy::Tint,
        Strategy::Word,
    ])
    .prop_map(Manner::plain)
}

fn terminal(width: u16, height: u16) -> vt100::Parser {
    let cells = |count| NonZero::new(count).unwrap();
    vt100::Parser::new(cells(height), cells(width), 0)
}

/// What a cell of the terminal looks like.
fn look(terminal: &vt100::Parser, x: u16, y: u16) -> (String, [vt100::Color; 2], [bool; 3]) {
    let cell = terminal.screen().cell(y, x).unwrap();
    let symbol = if cell.has_contents() {
        cell.contents()
    } else {
        " "
    };
    (
        symbol.to_owned(),
        [cell.fgcolor(), cell.bgcolor()],
        [cell.inverse(), cell.bold(), cell.underline()],
    )
}

/// Rows that are served in ways of their own.
fn apart() -> impl Any<Value = Vec<(u16, Strategy)>> {
    let way = plain().prop_map(|manner| manner.strategy);
    prop::collection::btree_map(0..HEIGHT, way, 0..4).prop_map(|rows| rows.into_iter().collect())
}

/// A terminal in which the order is a row's, as it was set when the row was erased.
struct Orderly {
    terminal: vt100::Parser,
    explicit: bool,
    rows: Vec<bool>,
}

impl Orderly {
    fn new() -> Self {
        Self {
            terminal: terminal(WIDTH, HEIGHT),
            explicit: false,
            rows: vec![false; usize::from(HEIGHT)],
        }
    }

    fn process(&mut self, bytes: &[u8]) {
        for byte in bytes.split_inclusive(|byte| matches!(byte, b'h' | b'l' | b'J' | b'K')) {
            self.terminal.process(byte);
            if byte.ends_with(b"\x1b[8l") || byte.ends_with(b"\x1b[8h") {
                self.explicit = byte.ends_with(b"l");
            } else if byte.ends_with(b"\x1b[2J") {
                self.rows.fill(self.explicit);
            } else if byte.ends_with(b"\x1b[2K") {
                let (row, _) = self.terminal.screen().cursor_position();
                self.rows[usize::from(row)] = self.explicit;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_frames_the_terminal_shows_what_a_whole_one_would(
        manner in plain(),
        frames in prop::collection::vec((drafts(), prop::option::of((0..WIDTH, 0..HEIGHT))), 1..5),
    ) {
        let mut screen = Screen::new(manner);
        let mut real = terminal(WIDTH, HEIGHT);
        for (drafts, cursor) in &frames {
            real.process(screen.draw(&buffer(drafts), *cursor));
            let mut fresh = Screen::new(manner);
            let mut other = terminal(WIDTH, HEIGHT);
            other.process(fresh.draw(&buffer(drafts), *cursor));
            for y in 0..HEIGHT {
                for x in 0..WIDTH {
                    prop_assert_eq!(look(&real, x, y), look(&other, x, y), "{} {}", x, y);
                }
            }
            prop_assert_eq!(real.screen().hide_cursor(), cursor.is_none());
            if cursor.is_some() {
                prop_assert_eq!(
                    real.screen().cursor_position(),
                    other.screen().cursor_position()
                );
            }
            prop_assert!(screen.draw(&buffer(drafts), *cursor).is_empty());
        }
    }

    #[test]
    fn rows_are_served_apart_as_long_as_they_are_to_be(
        frames in prop::collection::vec((plain(), drafts(), apart()), 1..6),
    ) {
        let mut screen = Screen::new(frames[0].0);
        let mut real = Orderly::new();
        for (manner, drafts, apart) in &frames {
            screen.set_manner(*manner);
            real.process(screen.draw_apart(&buffer(drafts), None, apart));
            let mut other = terminal(WIDTH, HEIGHT);
            other.process(Screen::new(*manner).draw_apart(&buffer(drafts), None, apart));
            let explicit = |strategy| strategy == Strategy::Explicit;
            for y in 0..HEIGHT {
                for x in 0..WIDTH {
                    prop_assert_eq!(look(&real.terminal, x, y), look(&other, x, y), "{} {}", x, y);
                }
                let own = apart.iter().find(|(row, _)| *row == y);
                let strategy = own.map_or(manner.strategy, |(_, strategy)| *strategy);
                prop_assert_eq!(real.rows[usize::from(y)], explicit(strategy), "{}", y);
            }
            prop_assert_eq!(real.explicit, explicit(manner.strategy));
            prop_assert!(screen.draw_apart(&buffer(drafts), None, apart).is_empty());
        }
    }

    #[test]
    fn a_plain_terminal_shows_each_cell_where_it_was_drawn(drafts in drafts()) {
        let buffer = buffer(&drafts);
        let mut real = terminal(WIDTH, HEIGHT);
        real.process(Screen::new(Manner::plain(Strategy::Visual)).draw(&buffer, None));
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let (symbol, ..) = look(&real, x, y);
                let drawn = buffer[(x, y)].symbol();
                prop_assert!(symbol == drawn || drawn.is_empty(), "{} {}: {:?}", x, y, symbol);
            }
        }
    }

    #[test]
    fn what_commands_is_not_sent(
        symbols in prop::collection::vec("[\\x00-\\x1f\\x7f-\u{9f}\u{61c}\u{200e}\u{202e}\u{2066}xم]{0,4}", 8),
    ) {
        let mut given = Buffer::empty(Rect::new(0, 0, 8, 1));
        let mut harmless = given.clone();
        for ((given, harmless), symbol) in given.content.iter_mut().zip(&mut harmless.content).zip(&symbols) {
            given.set_symbol(if symbol.is_empty() { " " } else { symbol });
            let shown = symbol.chars().find(|c| matches!(c, 'x' | 'م'));
            harmless.set_char(shown.unwrap_or(if symbol.is_empty() { ' ' } else { '\u{fffd}' }));
        }
        for strategy in Strategy::ALL {
            let draw = |buffer| Screen::new(Manner::plain(strategy)).draw(buffer, None).to_vec();
            prop_assert_eq!(draw(&given), draw(&harmless));
        }
    }
}

#[test]
fn a_cursor_of_one_cell_moves_in_few_bytes() {
    let face = ["ﺐ", "ﺘ", "ﻛ", " ", "ﻢ", "ﻠ", "ﻋ"];
    for strategy in Strategy::ALL {
        let mut drawn = Buffer::empty(Rect::new(0, 0, 200, 50));
        for (at, cell) in drawn.content.iter_mut().enumerate() {
            cell.set_symbol(face[at % face.len()]);
        }
        let mut screen = Screen::new(Manner::plain(strategy));
        drawn[(100, 25)].modifier = Modifier::REVERSED;
        screen.draw(&drawn, None);
        drawn[(100, 25)].modifier = Modifier::empty();
        drawn[(99, 25)].modifier = Modifier::REVERSED;
        let sent = screen.draw(&drawn, None).len();
        let most = if strategy == Strategy::Tint || strategy == Strategy::Sized {
            120
        } else {
            60
        };
        assert!(sent < most, "{}: {sent}", strategy.name());
    }
}

#[test]
fn screens_of_any_size_are_drawn() {
    let mut screen = Screen::new(Manner::plain(Strategy::Inverse));
    for (width, height) in [(0, 0), (0, 5), (5, 0), (500, 200), (1, 1)] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for cell in &mut buffer.content {
            cell.set_symbol("ﺐ");
        }
        let sent = screen.draw(&buffer, Some((0, 0)));
        assert!(String::from_utf8_lossy(sent).contains("\x1b[2J"));
    }
}

#[test]
fn a_change_of_manner_undoes_the_one_before() {
    let buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    let mut screen = Screen::new(Manner::plain(Strategy::Explicit));
    let first = String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap();
    assert!(first.find("\x1b[8l") < first.find("\x1b[2J"));
    screen.set_manner(Manner::plain(Strategy::Mlterm));
    let next = String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap();
    let (undone, done) = (next.find("\x1b[8h"), next.find("use_ctl=false"));
    assert!(undone.unwrap() < done.unwrap() && done < next.find("\x1b[2J"));
    assert!(screen.draw(&buffer, None).is_empty());
}

#[test]
fn an_order_that_the_questions_left_explicit_is_set_again_for_who_wants_another() {
    let buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    let mut screen = Screen::new(Manner::plain(Strategy::Explicit));
    screen.draw(&buffer, None);
    screen.release();
    assert!(screen.draw(&buffer, None).is_empty());
    let mut screen = Screen::new(Manner::plain(Strategy::Inverse));
    screen.draw(&buffer, None);
    screen.release();
    let frame = String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap();
    assert!(frame.find("\x1b[8h").unwrap() < frame.find("\x1b[2J").unwrap());
    assert!(screen.draw(&buffer, None).is_empty());
}

#[test]
fn the_cursor_and_the_mouse_follow_a_turned_word() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
    for (cell, symbol) in buffer
        .content
        .iter_mut()
        .zip(["a", " ", "ﺐ", "ﺘ", "ﻛ", " "])
    {
        cell.set_symbol(symbol);
    }
    let mut screen = Screen::new(Manner::plain(Strategy::Inverse));
    let mut real = terminal(6, 1);
    real.process(screen.draw(&buffer, Some((2, 0))));
    assert_eq!(real.screen().cursor_position(), (0, 4));
    assert_eq!(screen.visual_column(4, 0), 2);
    assert_eq!(screen.visual_column(0, 0), 0);
}
