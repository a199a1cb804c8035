//! How many bytes does a key cost, beside what it costs in a terminal without bidi?

use hashiya::screen::{Manner, Screen, Strategy};

use crate::journey::Journey;

/// By letter, word, row and page, selecting, and in the list: keys with a frame each.
const SESSIONS: [(&str, &str); 6] = [
    (
        "letters",
        "hhhhhhhhhhllllhhhhhhhhhhhhllllhhhhhhhhhhllllhhhhhh",
    ),
    (
        "words",
        "wwwwwwwwwwbbbbwwwwwwwwwwwwebebewwwwwwwwwwbbbbwwwww",
    ),
    ("rows", "jjjjjjjjjjkkkkjjjjjjjjjjjjjjjjjjjjjjjjjjjjkkkkjjjj"),
    (
        "pages",
        "<Space><PageUp><Space><Space><PageUp><Space><C-d><C-u>Ggg",
    ),
    (
        "selection",
        "vwwwwwjjhhhhwwwwjjkkbbbllllwwwwjjjjwwwwwbbbbww<Esc>",
    ),
    ("list", "qjjjjkkkjjjjkkkk<Enter>q"),
];

/// The bytes of each session in one strategy.
fn bytes(strategy: Strategy) -> Vec<usize> {
    let mut journey = Journey::new(100, 36);
    journey.keys("jj<Enter>");
    let mut screen = Screen::new(Manner::plain(strategy));
    let mut frame = |journey: &Journey| {
        let shown = journey.screen();
        screen.draw(&shown.buffer, shown.caret).len()
    };
    frame(&journey);
    let session = |(_, keys): &(&str, &str)| {
        let keys = hashiya::app::Key::sequence(keys).unwrap();
        let sent = keys.iter().map(|key| {
            journey.keys(&key.to_string());
            frame(&journey)
        });
        sent.sum()
    };
    SESSIONS.iter().map(session).collect()
}

#[test]
fn a_key_costs_little_more_than_where_nothing_has_to_be_done() {
    let plain = bytes(Strategy::Visual);
    println!("{:>10} {plain:?}", "visual");
    for strategy in Strategy::ALL {
        let sent = bytes(strategy);
        let all = |bytes: &[usize]| bytes.iter().sum::<usize>() as f64;
        let ratio = all(&sent) / all(&plain);
        let each = sent.iter().zip(&plain).map(|(a, b)| *a as f64 / *b as f64);
        let each: Vec<String> = each.map(|ratio| format!("{ratio:.2}")).collect();
        println!("{:>10} {ratio:.2}: {}", strategy.name(), each.join(" "));
        let most = match strategy {
            Strategy::Tint => 8.0,
            Strategy::Sized => 6.0,
            _ => 1.3,
        };
        assert!(ratio <= most, "{}: {ratio}", strategy.name());
    }
}
