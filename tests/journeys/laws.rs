//! What holds after whatever happens?

use hashiya::{
    app::{Focus, Mouse, MouseKind, Msg, command::TABLE},
    text::Cursor,
};
use proptest::{
    prelude::{ProptestConfig, any, prop, prop_oneof, proptest},
    strategy::{Just, Strategy},
};

use crate::{
    journey::{Journey, TODAY},
    search::found,
};

/// What always holds.
#[track_caller]
pub fn holds(journey: &mut Journey) {
    let screen = journey.screen();
    for symbol in screen.symbols() {
        assert!(!symbol.chars().any(char::is_control), "{symbol:?}");
    }
    assert_eq!(screen.text(), journey.screen().text(), "a frame is a frame");
    let panes = journey.app.panes;
    if let Some((x, y)) = screen.caret {
        assert!(panes.screen.has(x, y), "the caret is at {x}, {y}");
    }
    let list = &journey.app.list;
    assert!(
        list.cursor < list.len().max(1),
        "{} of {}",
        list.cursor,
        list.len()
    );
    if let Some(area) = panes.list.filter(|_| !list.is_empty()) {
        let seen = list.items.iter().any(|item| item.at == list.cursor);
        assert!(seen, "{} is not among {:?}", list.cursor, list.items);
        assert!(list.items.iter().all(|item| item.y < area.height));
    }
    if let (Some(page), Some(area)) = (journey.app.results(), panes.page)
        && !page.found().is_empty()
    {
        let here = page.shown.iter().find(|shown| shown.at == page.cursor);
        let rows = here.map(|shown| shown.y + shown.rows);
        assert!(rows.is_some_and(|end| end <= area.height), "{rows:?}");
    }
    let focus = journey.app.focus;
    if let (Some(reader), Some(area)) = (&mut journey.app.reader, panes.text) {
        assert_eq!(reader.height, usize::from(area.height));
        assert_eq!(reader.paper.page.width(), usize::from(area.width));
        let cursor = reader.cursor;
        if cursor != Cursor::default() {
            assert_eq!(reader.paper.page.snap(cursor), Some(cursor));
        }
        if focus == Focus::Reader && reader.place().is_some() {
            assert!(
                reader.row_of_cursor().is_some(),
                "{cursor:?} is out of sight"
            );
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Keys(Vec<usize>),
    Typed(String),
    Together(String),
    Mouse(u8, u16, u16),
    Resize(u16, u16),
    Paste(String),
    Hold,
    Release,
    Tick,
}

fn step() -> impl Strategy<Value = Step> {
    let text = "[a-zA-Z0-9ء-يلالألإ'/;: ]{1,4}";
    let size = prop_oneof![
        Just((80, 24)),
        Just((30, 8)),
        Just((130, 40)),
        (0..200u16, 0..60u16)
    ];
    prop_oneof![
        12 => prop::collection::vec(0..2 * TABLE.len(), 1..4).prop_map(Step::Keys),
        3 => text.prop_map(Step::Typed),
        2 => text.prop_map(Step::Together),
        3 => (any::<u8>(), 0..140u16, 0..45u16).prop_map(|(kind, x, y)| Step::Mouse(kind, x, y)),
        2 => size.prop_map(|(width, height)| Step::Resize(width, height)),
        1 => "\\PC{0,20}".prop_map(Step::Paste),
        1 => Just(Step::Hold),
        2 => Just(Step::Release),
        1 => Just(Step::Tick),
    ]
}

fn take(journey: &mut Journey, step: &Step) {
    match step {
        Step::Keys(numbers) => {
            for number in numbers {
                let command = &TABLE[number / 2];
                let keys = command.keys[number % 2 % command.keys.len()];
                journey.keys(
                    &keys
                        .replace("<Letter>", "b")
                        .replace("<Forward>", "<Right>"),
                );
            }
        }
        Step::Typed(text) => drop(journey.keys(text)),
        Step::Together(text) => drop(journey.together(text)),
        Step::Mouse(kind, column, row) => {
            let kind = match kind % 6 {
                0 => MouseKind::Press(1),
                1 => MouseKind::Press(2 + kind % 2),
                2 => MouseKind::Drag,
                3 => MouseKind::Release,
                _ => MouseKind::Wheel(kind % 2 == 0),
            };
            let (column, row) = (*column, *row);
            journey.happen(Msg::Mouse(Mouse { kind, column, row }));
        }
        Step::Resize(width, height) => drop(journey.resize(*width, *height)),
        Step::Paste(text) => drop(journey.happen(Msg::Paste(text.clone()))),
        Step::Hold => drop(journey.hold()),
        Step::Release => drop(journey.release()),
        Step::Tick => drop(journey.happen(Msg::Tick(TODAY))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_screen_stays_whole(
        arabic in any::<bool>(),
        finds in any::<bool>(),
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut journey = Journey::speaking(if arabic { "ar" } else { "en" }, 80, 24);
        journey.found = finds.then(|| found().clone());
        for step in &steps {
            take(&mut journey, step);
            holds(&mut journey);
        }
        journey.release();
        holds(&mut journey);
    }
}
