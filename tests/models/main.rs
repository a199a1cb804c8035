//! Does every terminal, by its own rule of reordering, show the rows that were drawn?
//!
//! What is sent is taken up by an emulator without bidi; the rule is applied to the rows that
//! it then holds, and gives the drawn row back, cell by cell. The frames before were sent as
//! differences.

mod draft;
mod putty;
mod rule;

use std::{fs, num::NonZero, path::Path};

use draft::{Change, Draft, HEIGHT, WIDTH, change, drafts};
use hashiya::{
    screen::{Manner, Marks, Palette, Screen, Strategy},
    text::{Direction, Typesetter},
};
use proptest::{
    prelude::{ProptestConfig, TestCaseError, prop, prop_assert_eq, proptest},
    strategy::Strategy as Any,
};
use ratatui_core::{
    buffer::{Buffer, Cell as Drawn},
    layout::Rect,
    style::{Color, Modifier},
};
use rule::{Cell, Look, Rule, SIZES, is_shaped};
use unicode_bidi::{BidiClass, bidi_class};

/// A terminal: how it is served, and what it does with what it gets.
#[derive(Debug, Clone, Copy)]
struct Case {
    manner: Manner,
    rule: Rule,
}

const fn case(strategy: Strategy, rule: Rule) -> Case {
    Case {
        manner: Manner::plain(strategy),
        rule,
    }
}

/// Every terminal that shows what was drawn, whatever that is.
const CASES: [Case; 11] = [
    case(Strategy::Visual, Rule::Plain),
    case(Strategy::Explicit, Rule::Row),
    case(Strategy::Mlterm, Rule::Row),
    case(Strategy::Inverse, Rule::Row),
    // who has no bidi after all
    case(Strategy::Tint, Rule::Plain),
    case(
        Strategy::Tint,
        Rule::Looks {
            first_strong: false,
        },
    ),
    case(Strategy::Tint, Rule::Looks { first_strong: true }),
    case(Strategy::Sized, Rule::Pieces),
    case(Strategy::Word, Rule::Pieces),
    case(Strategy::Word, Rule::Faces),
    Case {
        manner: Manner {
            marks: Marks::Left,
            ..Manner::plain(Strategy::Visual)
        },
        rule: Rule::MarksRight,
    },
];

/// A terminal and what it was sent.
struct Terminal {
    rule: Rule,
    emulator: vt100::Parser,
    /// Whether it was told to leave the order alone,
    told: bool,
    /// and whether the rows that it shows were cleared since.
    obeys: bool,
}

impl Terminal {
    fn new(rule: Rule, width: u16, height: u16) -> Self {
        let cells = |count| NonZero::new(count).unwrap();
        Self {
            rule,
            emulator: vt100::Parser::new(cells(height), cells(width), 0),
            told: false,
            obeys: false,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let mut text = String::from_utf8(bytes.to_vec()).unwrap();
        for sequence in text.split('\x1b') {
            match sequence {
                _ if sequence.starts_with("[8l") => self.told = true,
                _ if sequence.starts_with("]5379;use_ctl=false\x07") => self.told = true,
                _ if sequence.starts_with("[2J") => self.obeys = self.told,
                _ => {}
            }
        }
        // the emulator knows no text of another size: it keeps a mark of it
        for (height, size) in [(1, SIZES[0]), (2, SIZES[1])] {
            let start = format!("\x1b]66;w=1:h={height};");
            while let Some(at) = text.find(&start) {
                let rest = text.split_off(at);
                let (held, rest) = rest[start.len()..].split_once("\x1b\\").unwrap();
                text = format!("{text}{held}{size}{rest}");
            }
        }
        self.emulator.process(text.as_bytes());
    }

    /// A row of cells as it stands in the terminal.
    fn row(&self, y: u16) -> Vec<Cell> {
        let screen = self.emulator.screen();
        let columns = 0..screen.size().1.get();
        let cells = columns.map(|x| (x, screen.cell(y, x).unwrap()));
        let cells = cells.filter(|(_, cell)| !cell.is_wide_continuation());
        let cells = cells.map(|(column, cell)| Cell {
            text: if cell.has_contents() {
                cell.contents().to_owned()
            } else {
                " ".to_owned()
            },
            look: Look {
                text: cell.fgcolor(),
                behind: cell.bgcolor(),
                font: [cell.bold(), cell.italic()],
                lines: [cell.underline(), cell.inverse()],
            },
            column,
            wide: cell.is_wide(),
        });
        cells.collect()
    }

    /// The same as it is seen.
    fn seen(&self, y: u16) -> Vec<Cell> {
        let rule = if self.obeys { Rule::Plain } else { self.rule };
        rule.show(&self.row(y))
    }
}

/// What is to be seen of a drawn row: text and look of each cell.
fn wanted(row: &[Drawn], manner: Manner) -> Vec<(String, Look)> {
    let colour = |colour| match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::Indexed(number) => vt100::Color::Idx(number),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    };
    let mut wanted: Vec<(String, Look)> = Vec::new();
    // whether marks may go to the cell on the left
    let mut room = false;
    for (at, cell) in row.iter().enumerate() {
        if cell.symbol().is_empty() {
            room = false;
            continue;
        }
        let letter = cell.symbol().chars().next().is_some_and(is_letter);
        let stripped =
            letter && (manner.strategy == Strategy::Word || manner.marks == Marks::Left && !room);
        let text = cell.symbol().chars();
        let text = text.filter(|c| !(stripped && bidi_class(*c) == BidiClass::NSM));
        let has = |modifier| cell.modifier.contains(modifier);
        let look = Look {
            text: colour(cell.fg),
            behind: colour(cell.bg),
            font: [has(Modifier::BOLD), has(Modifier::ITALIC)],
            lines: [has(Modifier::UNDERLINED), has(Modifier::REVERSED)],
        };
        wanted.push(ink((&text.collect::<String>(), look), manner));
        room = at + 1 < row.len();
    }
    wanted
}

fn is_letter(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// What can be seen of a cell: no marks of order, and blanks are blank whatever they are.
fn ink((text, mut look): (&str, Look), manner: Manner) -> (String, Look) {
    let unseen = ['\u{200c}', '\u{200e}', SIZES[0], SIZES[1]];
    if manner.strategy == Strategy::Tint {
        let colour = match look.text {
            vt100::Color::Default => Color::Reset,
            vt100::Color::Idx(number) => Color::Indexed(number),
            vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
        };
        let (r, g, b) = Palette::default().text(colour);
        look.text = vt100::Color::Rgb(r, g, b & !1);
    }
    if manner.strategy == Strategy::Word && !is_shaped(text) {
        // a sign beside letters gets another face
        look.font = [false; 2];
    }
    let text = text
        .replace(unseen, "")
        .replace(['\u{2800}', '\u{a0}'], " ");
    (text, look)
}

/// Whether a row is seen as it was drawn, and its columns are known.
fn agrees(
    terminal: &Terminal,
    screen: &Screen,
    y: u16,
    drawn: &[Drawn],
) -> Result<(), TestCaseError> {
    let manner = screen.manner();
    let seen = terminal.seen(y);
    let cells: Vec<_> = seen
        .iter()
        .map(|cell| ink((&cell.text, cell.look), manner))
        .collect();
    prop_assert_eq!(cells, wanted(drawn, manner), "sent {:?}", terminal.row(y));
    let mut column = 0;
    for cell in seen {
        prop_assert_eq!(screen.visual_column(cell.column, y), column);
        column += 1 + u16::from(cell.wide);
    }
    Ok(())
}

/// Draws frame after frame; each is seen as it was drawn.
fn shows(
    case: Case,
    drafts: &[Draft],
    changes: &[Vec<(u16, Change)>],
    mend: impl Fn(&mut [Drawn]),
) -> Result<(), TestCaseError> {
    let mut terminal = Terminal::new(case.rule, WIDTH, HEIGHT);
    let mut screen = Screen::new(case.manner);
    let mut rows: Vec<_> = drafts.iter().map(Draft::cells).collect();
    for changes in std::iter::once(&Vec::new()).chain(changes) {
        for (y, change) in changes {
            change.apply(&mut rows[usize::from(*y)]);
        }
        rows.iter_mut().for_each(|row| mend(row));
        let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        buffer.content = rows.concat();
        let cursor = changes.first().map(|(y, change)| match change {
            Change::Symbol(x, _) => (*x, *y),
            _ => (WIDTH / 2, *y),
        });
        terminal.take(screen.draw(&buffer, cursor));
        for (y, row) in (0..HEIGHT).zip(&rows) {
            agrees(&terminal, &screen, y, row)?;
        }
        if let Some((x, y)) = cursor {
            let (row, column) = terminal.emulator.screen().cursor_position();
            prop_assert_eq!((screen.visual_column(column, y), row), (x, y));
        }
    }
    Ok(())
}

fn rows() -> impl Any<Value = Vec<Draft>> {
    prop::collection::vec(drafts(), usize::from(HEIGHT))
}

fn changes() -> impl Any<Value = Vec<Vec<(u16, Change)>>> {
    prop::collection::vec(prop::collection::vec((0..HEIGHT, change()), 0..4), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn every_terminal_shows_every_frame_as_it_was_drawn(
        case in proptest::sample::select(&CASES),
        rows in rows(),
        changes in changes(),
    ) {
        shows(case, &rows, &changes, |_| {})?;
    }

    #[test]
    fn putty_shows_every_frame_but_for_what_touches_a_letter(rows in rows(), changes in changes()) {
        shows(case(Strategy::Blank, Rule::Putty), &rows, &changes, putty::mend)?;
    }
}

/// Rows of an article with a margin on both sides, as they are drawn.
fn typeset(text: &str, width: u16) -> Vec<Vec<Drawn>> {
    let paragraph = Typesetter::default().set(text, Direction::Rtl, &[]);
    let rows = paragraph.wrap(usize::from(width) - 4);
    let rows = rows.iter().map(|row| {
        let order = row.order(&paragraph);
        let faces = order.iter().map(|at| paragraph.cluster(*at as usize));
        let mut cells = Vec::new();
        for cluster in faces {
            // of a sequence of pictures the first is sent
            let face = cluster.face.split('\u{200d}').next().unwrap();
            let mut cell = Drawn::default();
            cells.push(cell.set_symbol(face).clone());
            cells.extend((1..cluster.width).map(|_| Drawn::new("")));
        }
        // as far to the right as it goes, but for a margin
        let margin = usize::from(width) - 2 - cells.len();
        let mut row = vec![Drawn::EMPTY; usize::from(width)];
        row[margin..margin + cells.len()].clone_from_slice(&cells);
        row
    });
    rows.collect()
}

#[test]
fn the_bundled_articles_are_seen_as_they_were_set() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut rows = Vec::new();
    for seed in fs::read_dir(seeds).unwrap() {
        let text = fs::read_to_string(seed.unwrap().path()).unwrap();
        for width in [40, 76] {
            let set = text.lines().flat_map(|line| typeset(line, width));
            rows.extend(set);
        }
    }
    assert!(rows.len() > 1000);
    let putty = case(Strategy::Blank, Rule::Putty);
    for case in CASES.into_iter().chain([putty]) {
        let mut missed = 0;
        for row in &rows {
            let mut buffer = Buffer::empty(Rect::new(0, 0, row.len() as u16, 1));
            buffer.content.clone_from(row);
            let mut screen = Screen::new(case.manner);
            let mut terminal = Terminal::new(case.rule, row.len() as u16, 1);
            terminal.take(screen.draw(&buffer, None));
            if let Err(error) = agrees(&terminal, &screen, 0, row) {
                missed += 1;
                let mut mended = row.clone();
                putty::mend(&mut mended);
                assert!(
                    case.rule == Rule::Putty && mended != *row,
                    "{case:?}: {error}"
                );
            }
        }
        assert!(missed * 100 < rows.len(), "{missed} of {}", rows.len());
    }
}
