//! Does the screen stay right in terminals that count the width of characters differently?
//!
//! The terminal is a model: it knows as much of the sequences as the screen writes, gives each
//! doubtful character the width that a case chooses, and spoils both halves of a wide one when
//! something is written over one of them, as terminals do.

use hashiya::screen::{Ambiguous, Depth, Manner, Screen, Strategy};
use proptest::{
    prelude::{ProptestConfig, prop, prop_assert, proptest},
    strategy::Strategy as Any,
};
use ratatui_core::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};

const WIDTH: u16 = 20;
const HEIGHT: u16 = 3;

/// What all terminals agree upon, and, of two cells where it says so, what they do not.
const CERTAIN: [&str; 9] = [" ", " ", " ", "a", "ﺐ", "ﻛ\u{64e}\u{651}", "٣", "«", "漢"];
const DOUBTFUL: [(&str, usize); 10] = [
    ("ﷺ", 1),
    ("│", 1),
    ("…", 1),
    ("कि", 1),
    ("ﺐ\u{200c}", 1),
    ("𐎝", 1),
    ("❤", 1),
    ("☎", 1),
    ("🙂", 2),
    ("🇯🇴", 2),
];

/// Which symbol, and with which style.
type Draft = (usize, u8);

fn buffer(drafts: &[Draft]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    let width = usize::from(WIDTH);
    let rows = buffer.content.chunks_mut(width).zip(drafts.chunks(width));
    for (cells, drafts) in rows {
        let mut x = 0;
        for (draft, style) in drafts {
            let (symbol, cells_taken) = match draft.checked_sub(CERTAIN.len()) {
                None => (CERTAIN[*draft], 1 + usize::from(CERTAIN[*draft] == "漢")),
                Some(doubtful) => DOUBTFUL[doubtful],
            };
            if x + cells_taken > cells.len() {
                break;
            }
            cells[x].set_symbol(symbol);
            if *style == 0 {
                cells[x].modifier = Modifier::REVERSED;
            }
            if cells_taken == 2 {
                let mut half = cells[x].clone();
                half.set_symbol("");
                cells[x + 1] = half;
            }
            x += cells_taken;
        }
    }
    buffer
}

fn drafts() -> impl Any<Value = Vec<Draft>> {
    let symbol = 0..CERTAIN.len() + DOUBTFUL.len();
    prop::collection::vec((symbol, 0..4u8), usize::from(WIDTH * HEIGHT))
}

/// A terminal: of each cell its text, and whether it is half of a wide character.
struct Model {
    cells: Vec<Vec<(String, bool)>>,
    at: (usize, usize),
    /// The width of doubtful characters, by the order of the list, none for what it should be.
    widths: Vec<Option<usize>>,
}

impl Model {
    fn new(widths: &[Option<usize>]) -> Self {
        let row = vec![(" ".to_owned(), false); usize::from(WIDTH)];
        Self {
            cells: vec![row; usize::from(HEIGHT)],
            at: (0, 0),
            widths: widths.to_vec(),
        }
    }

    fn width(&self, c: char) -> usize {
        let doubtful = DOUBTFUL.iter().position(|(text, _)| {
            // ZWNJ, not the letter before it, is doubted there
            let own = text.chars().find(|c| *c != 'ﺐ');
            own == Some(c)
        });
        let usual = match c {
            '漢' | '🙂' => 2,
            '\u{64b}'..='\u{652}' | '\u{200c}' => 0,
            _ => 1,
        };
        doubtful.and_then(|at| self.widths[at]).unwrap_or(usual)
    }

    fn blank(&mut self, x: usize, y: usize) {
        let row = &mut self.cells[y];
        if let Some(cell) = row.get_mut(x) {
            if cell.1 && cell.0.is_empty() && x > 0 {
                row[x - 1] = (" ".to_owned(), false);
            } else if cell.1 && x + 1 < row.len() {
                row[x + 1] = (" ".to_owned(), false);
            }
            row[x] = (" ".to_owned(), false);
        }
    }

    fn put(&mut self, c: char) {
        let (x, y) = self.at;
        let width = self.width(c);
        if width == 0 {
            if let Some(before) = x.checked_sub(1) {
                self.cells[y][before].0.push(c);
            }
            return;
        }
        for at in x..x + width {
            self.blank(at, y);
        }
        if let Some(cell) = self.cells[y].get_mut(x) {
            *cell = (c.to_string(), width == 2);
        }
        if width == 2
            && let Some(cell) = self.cells[y].get_mut(x + 1)
        {
            *cell = (String::new(), true);
        }
        // at the edge it waits
        self.at.0 = (x + width).min(usize::from(WIDTH));
    }

    fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\x1b' => {
                    assert_eq!(chars.next(), Some('['));
                    let mut held = String::new();
                    let last = loop {
                        match chars.next().unwrap() {
                            c @ '\x40'..='\x7e' => break c,
                            c => held.push(c),
                        }
                    };
                    self.control(&held, last);
                }
                '\r' => self.at.0 = 0,
                '\n' => self.at.1 += 1,
                '\x08' => self.at.0 -= 1,
                c => self.put(c),
            }
        }
    }

    fn control(&mut self, held: &str, last: char) {
        let mut numbers = held.split(';').map(|n| n.parse::<usize>().unwrap_or(1));
        let first = numbers.next().unwrap_or(1);
        match last {
            'H' => self.at = (numbers.next().unwrap_or(1) - 1, first - 1),
            'C' => self.at.0 += first,
            'D' => self.at.0 -= first,
            'K' => (self.at.0..usize::from(WIDTH)).for_each(|x| self.blank(x, self.at.1)),
            'X' => (self.at.0..self.at.0 + first).for_each(|x| self.blank(x, self.at.1)),
            'J' => *self = Self::new(&self.widths.clone()),
            'm' | 'h' | 'l' => {}
            other => panic!("{held}{other}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_certain_stands_where_it_was_drawn(
        frames in prop::collection::vec(drafts(), 1..5),
        widths in prop::collection::vec(prop::option::of(0..3usize), DOUBTFUL.len()),
    ) {
        let mut screen = Screen::new(Manner::plain(Strategy::Visual));
        let mut model = Model::new(&widths);
        for drafts in &frames {
            let drawn = buffer(drafts);
            model.process(screen.draw(&drawn, None));
            for (y, row) in drawn.content.chunks(usize::from(WIDTH)).enumerate() {
                for (x, cell) in row.iter().enumerate() {
                    let symbol = cell.symbol();
                    if CERTAIN.contains(&symbol) {
                        // a character that takes no cell joins the one before it
                        let shown = &model.cells[y][x].0;
                        prop_assert!(shown.starts_with(symbol), "{} {}: {:?}", x, y, shown);
                    }
                }
            }
        }
    }
}

fn drawn(screen: &mut Screen, symbols: &[&str]) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, symbols.len() as u16, 2));
    for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
        cell.set_symbol(symbol);
    }
    String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap()
}

#[test]
fn after_what_is_doubtful_the_cursor_is_moved() {
    let mut screen = Screen::new(Manner::plain(Strategy::Visual));
    screen.set_ambiguous(Ambiguous::Narrow);
    let sent = drawn(&mut screen, &["a", "ﷺ", "b", "│", "c", " "]);
    assert!(sent.contains("a \x08ﷺ\x1b[1;3Hb│c"), "{sent:?}");
    let mut screen = Screen::new(Manner::plain(Strategy::Visual));
    let sent = drawn(&mut screen, &["a", "│", "c", " ", " ", " "]);
    assert!(sent.contains("│\x1b[1;3Hc"), "{sent:?}");
}

#[test]
fn where_signs_are_wide_others_stand_for_them_and_all_is_drawn_again() {
    let mut screen = Screen::new(Manner::plain(Strategy::Visual));
    let symbols = ["│", "ﺐ", "…", " ", " ", " "];
    drawn(&mut screen, &symbols);
    screen.set_ambiguous(Ambiguous::Narrow);
    assert_eq!(drawn(&mut screen, &symbols), "");
    screen.set_ambiguous(Ambiguous::Wide);
    let sent = drawn(&mut screen, &symbols);
    assert!(sent.contains("\x1b[2J") && sent.contains("|ﺐ."), "{sent:?}");
    screen.set_ambiguous(Ambiguous::Narrow);
    assert!(drawn(&mut screen, &symbols).contains("│ﺐ…"));
}

#[test]
fn colours_are_those_that_there_are() {
    let sent = |depth, strategy, fg| {
        let mut screen = Screen::new(Manner::plain(strategy));
        screen.set_depth(depth);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.content[0] = Cell::new("ﺐ");
        buffer.content[1] = Cell::new("ﻛ");
        buffer.content.iter_mut().for_each(|cell| cell.fg = fg);
        String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap()
    };
    let visual = Strategy::Visual;
    assert!(sent(Depth::Sixteen, visual, Color::LightRed).contains("\x1b[91m"));
    assert!(sent(Depth::Eight, visual, Color::LightRed).contains("\x1b[1;31m"));
    assert!(!sent(Depth::None, visual, Color::LightRed).contains("31m"));
    let tint = Strategy::Tint;
    assert!(sent(Depth::True, tint, Color::Reset).contains("38;2;204;204;20"));
    // two that look alike, and none where there are too few
    assert_eq!(
        sent(Depth::Many, tint, Color::Reset)
            .matches("38;5;")
            .count(),
        3
    );
    assert!(!sent(Depth::Sixteen, tint, Color::Reset).contains("38;"));
}
