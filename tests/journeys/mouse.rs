//! Does the mouse reach what is seen, in whichever order the terminal counts its columns?

use std::num::NonZero;

use hashiya::{
    app::{Mouse, MouseKind, Msg},
    screen::{Manner, Screen, Strategy},
};

use crate::journey::Journey;

const MIXED: &str = "---\ntitle: تجربة\n---\n\nقال محمد إن GPT-4 (نموذج) كلّف 25% فقط، وسأل (هل ١٢٣ كثير؟) ثم مضى.\n";

const WIDTH: u16 = 100;
const HEIGHT: u16 = 20;

/// The strategies of terminals that report where a cell is stored, not where it is shown.
fn reorders(strategy: Strategy) -> bool {
    matches!(strategy, Strategy::Inverse | Strategy::Blank)
}

/// A terminal that turns runs of letters round, as PuTTY and Konsole do with what they get.
struct Emulator(vt100::Parser);

impl Emulator {
    fn new(bytes: &[u8]) -> Self {
        let cells = |count| NonZero::new(count).unwrap();
        let mut parser = vt100::Parser::new(cells(HEIGHT), cells(WIDTH), 0);
        parser.process(bytes);
        Self(parser)
    }

    fn stored(&self, column: u16, row: u16) -> String {
        self.0
            .screen()
            .cell(row, column)
            .unwrap()
            .contents()
            .to_owned()
    }

    /// Which stored column is shown in a column.
    fn column(&self, column: u16, row: u16, strategy: Strategy) -> u16 {
        let letter = |at: u16| {
            let stored = self.stored(at, row);
            stored
                .chars()
                .next()
                .is_some_and(|c| matches!(c, '؟' | '\u{620}'..='\u{64a}' | '\u{fe80}'..='\u{fefc}'))
        };
        // signs between letters go with them where no mark closes a run
        let joins = |at: u16| {
            let stored = self.stored(at, row);
            strategy == Strategy::Blank
                && stored
                    .chars()
                    .next()
                    .is_some_and(|c| "()،؟.:«»".contains(c))
        };
        let (mut start, mut end) = (column, column);
        let reach = |from: u16, step: i32| {
            let mut last = None;
            let mut at = i32::from(from);
            loop {
                at += step;
                let Some(next) = u16::try_from(at).ok().filter(|at| *at < WIDTH) else {
                    break;
                };
                let closed = step > 0 && self.stored(next - 1, row).ends_with('\u{200e}')
                    || step < 0 && self.stored(next, row).ends_with('\u{200e}');
                if closed || !(letter(next) || joins(next)) {
                    break;
                }
                if letter(next) {
                    last = Some(next);
                }
            }
            last
        };
        let inside = letter(column)
            || joins(column) && reach(column, 1).is_some() && reach(column, -1).is_some();
        if !inside {
            return column;
        }
        end = reach(end, 1).unwrap_or(end);
        start = reach(start, -1).unwrap_or(start);
        start + end - column
    }
}

fn happen(journey: &mut Journey, screen: &Screen, kind: MouseKind, column: u16, row: u16) {
    let column = screen.visual_column(column, row);
    journey.happen(Msg::Mouse(Mouse { kind, column, row }));
}

/// The row of the text with the most cells, its columns, and what a terminal was sent.
fn shown(journey: &mut Journey, strategy: Strategy) -> (Screen, Emulator, u16, Vec<u16>) {
    let mut screen = Screen::new(Manner::plain(strategy));
    let frame = journey.screen();
    let bytes = screen.draw(&frame.buffer, None).to_vec();
    let row = frame.row_of("قال محمد") as u16;
    let area = journey.app.panes.text.unwrap();
    let columns = area.x..area.x + area.width;
    let filled: Vec<u16> = columns
        .filter(|x| frame.buffer[(*x, row)].symbol() != " ")
        .collect();
    let (first, last) = (filled[0], filled[filled.len() - 1]);
    (screen, Emulator::new(&bytes), row, (first..=last).collect())
}

#[test]
fn a_press_puts_the_cursor_on_what_is_seen_there() {
    for strategy in Strategy::ALL {
        // what is sent as it is written has no columns to speak of; what is sized no emulator here
        if matches!(strategy, Strategy::Logical | Strategy::Sized) {
            continue;
        }
        let mut journey = Journey::reading(MIXED, WIDTH, HEIGHT);
        let (screen, emulator, row, columns) = shown(&mut journey, strategy);
        let mut turned = 0;
        for seen in columns {
            let mut reported = seen;
            if reorders(strategy) {
                reported = emulator.column(seen, row, strategy);
            }
            turned += usize::from(reported != seen);
            happen(&mut journey, &screen, MouseKind::Press(1), reported, row);
            happen(&mut journey, &screen, MouseKind::Release, reported, row);
            assert_eq!(journey.cursor(), (seen, row), "{}", strategy.name());
        }
        assert_eq!(turned > 20, reorders(strategy), "{}", strategy.name());
    }
}

#[test]
fn a_drag_selects_what_lies_between_in_the_order_of_the_text() {
    let mut expected: Option<Vec<String>> = None;
    for strategy in [
        Strategy::Visual,
        Strategy::Inverse,
        Strategy::Blank,
        Strategy::Tint,
    ] {
        let mut journey = Journey::reading(MIXED, WIDTH, HEIGHT);
        let (screen, emulator, row, columns) = shown(&mut journey, strategy);
        let report = |seen: u16| {
            if reorders(strategy) {
                emulator.column(seen, row, strategy)
            } else {
                seen
            }
        };
        let last = columns.len() - 1;
        for (from, to) in [(last, last - 7), (last, 3), (5, last - 5), (30, 31)] {
            happen(
                &mut journey,
                &screen,
                MouseKind::Press(1),
                report(columns[from]),
                row,
            );
            happen(
                &mut journey,
                &screen,
                MouseKind::Drag,
                report(columns[to]),
                row,
            );
            happen(
                &mut journey,
                &screen,
                MouseKind::Release,
                report(columns[to]),
                row,
            );
            journey.keys("y");
        }
        assert_eq!(journey.copied[0], "قال محمد");
        assert!(journey.copied[1].contains("GPT-4 (نموذج) كلّف 25% فقط"));
        match &expected {
            Some(expected) => assert_eq!(&journey.copied, expected, "{}", strategy.name()),
            None => expected = Some(journey.copied.clone()),
        }
    }
}

#[test]
fn two_presses_take_the_word_that_is_seen_and_three_the_paragraph() {
    for strategy in [Strategy::Visual, Strategy::Inverse, Strategy::Blank] {
        let mut journey = Journey::reading(MIXED, WIDTH, HEIGHT);
        let (screen, emulator, row, columns) = shown(&mut journey, strategy);
        let seen = columns[columns.len() - 6];
        let reported = if reorders(strategy) {
            emulator.column(seen, row, strategy)
        } else {
            seen
        };
        happen(&mut journey, &screen, MouseKind::Press(2), reported, row);
        journey.keys("y");
        happen(&mut journey, &screen, MouseKind::Press(3), reported, row);
        journey.keys("y");
        assert_eq!(journey.copied[0], "محمد", "{}", strategy.name());
        assert!(journey.copied[1].starts_with("قال محمد إن GPT-4"));
        assert!(journey.copied[1].ends_with("ثم مضى."));
    }
}
