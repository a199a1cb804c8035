//! Can everything be told apart in the text, however many colours there are?

use hashiya::{
    config::Theme as Choice,
    passage::Colour,
    screen::{Depth, Manner, Screen, Strategy},
    ui::{Colours, Theme},
};
use ratatui_core::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Style,
};

const COLOURS: [Colour; 6] = [
    Colour::Blue,
    Colour::Yellow,
    Colour::Magenta,
    Colour::Green,
    Colour::Red,
    Colour::Cyan,
];

/// Each look of a cluster in the text, as it comes about, with its name.
fn looks(theme: &Theme) -> Vec<(String, Style)> {
    let plain = theme.plain;
    let mut looks = vec![
        ("text".to_owned(), plain),
        ("link".to_owned(), plain.patch(theme.link)),
        ("hit".to_owned(), plain.patch(theme.hit)),
        ("selected".to_owned(), plain.patch(theme.selection)),
        ("cursor".to_owned(), theme.under_cursor(plain, false)),
    ];
    for colour in COLOURS {
        let tinted = theme.tinted(plain, Some(colour));
        let name = |what: &str| format!("{what} {colour:?}");
        looks.extend([
            (name("passage"), tinted),
            (name("hit in"), tinted.patch(theme.hit)),
            (name("selected in"), tinted.patch(theme.selection)),
            (name("cursor in"), theme.under_cursor(tinted, false)),
        ]);
    }
    looks
}

/// What a terminal is sent for a look.
fn sent(style: Style, depth: Depth) -> String {
    let mut cell = Cell::new("x");
    cell.set_style(style);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
    buffer.content[0] = cell;
    let mut screen = Screen::new(Manner::plain(Strategy::Visual));
    screen.set_depth(depth);
    String::from_utf8(screen.draw(&buffer, None).to_vec()).unwrap()
}

/// The two may look alike: without colours passages are told apart by the rules beside them,
/// and links by their numbers; what is selected is so whatever lies under it.
fn alike(one: &str, other: &str, coloured: bool) -> bool {
    let first = |name: &str| name.split(' ').next().map(str::to_owned);
    let marked = ["link", "passage"];
    let both = |kinds: [&str; 2]| {
        [one, other]
            .iter()
            .all(|name| kinds.iter().any(|kind| name.starts_with(kind)))
    };
    let same = first(one) == first(other);
    match first(one).as_deref() {
        Some("passage") if coloured => false,
        _ => same || !coloured && both(marked),
    }
}

#[test]
fn what_means_something_else_looks_otherwise() {
    let depths = [
        (Colours::None, vec![Depth::None, Depth::Eight, Depth::True]),
        (
            Colours::OnDark,
            vec![Depth::Eight, Depth::Sixteen, Depth::Many, Depth::True],
        ),
        (
            Colours::OnLight,
            vec![Depth::Eight, Depth::Sixteen, Depth::Many, Depth::True],
        ),
    ];
    for choice in [Choice::Auto, Choice::Dark, Choice::Light, Choice::Mono] {
        for (colours, depths) in &depths {
            let coloured = *colours != Colours::None && choice != Choice::Mono;
            let looks = looks(&Theme::new(choice, *colours));
            for depth in depths {
                for (at, (one, first)) in looks.iter().enumerate() {
                    for (other, second) in &looks[at + 1..] {
                        assert!(
                            alike(one, other, coloured)
                                || sent(*first, *depth) != sent(*second, *depth),
                            "{one} and {other}: {choice:?} {colours:?} {depth:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_cursor_in_a_selection_is_seen_in_it() {
    for choice in [Choice::Auto, Choice::Dark, Choice::Light, Choice::Mono] {
        for colours in [Colours::None, Colours::OnDark, Colours::OnLight] {
            let theme = Theme::new(choice, colours);
            for colour in [None].into_iter().chain(COLOURS.map(Some)) {
                let text = colour.map_or(theme.plain, |_| theme.tinted(theme.plain, colour));
                let selected = text.patch(theme.selection);
                let cursor = theme.under_cursor(selected, true);
                for depth in [Depth::None, Depth::Eight, Depth::Sixteen] {
                    if depth == Depth::None && colours != Colours::None {
                        continue;
                    }
                    assert_ne!(
                        sent(selected, depth),
                        sent(cursor, depth),
                        "{choice:?} {colours:?}"
                    );
                }
            }
        }
    }
}
