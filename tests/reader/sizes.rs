//! Does the screen follow its size, whatever it is?

use std::{thread, time::Duration};

use crate::{home::Home, screen::said};

const STORM: [(u16, u16); 12] = [
    (1, 1),
    (0, 0),
    (30, 8),
    (500, 200),
    (29, 7),
    (80, 1),
    (1, 24),
    (65535, 2),
    (0, 24),
    (120, 36),
    (3, 300),
    (80, 24),
];

#[test]
fn a_storm_of_sizes_in_the_list_ends_in_the_same_screen() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    let before = terminal.text();
    for _ in 0..5 {
        for (width, height) in STORM {
            terminal.resize(width, height);
        }
    }
    terminal.wait("the same screen", |screen| screen.text() == before);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_storm_of_sizes_in_the_article_keeps_the_place() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    terminal.keys("\r30j");
    terminal.wait_reader();
    terminal.keys("?q");
    terminal.wait_reader();
    for (width, height) in STORM {
        terminal.resize(width, height);
        terminal.keys("lh");
    }
    terminal.wait_reader();
    terminal.keys("vj");
    terminal.escape(&said("hint-deselect", &[]));
    terminal.keys("gg");
    terminal.wait_for("حاشية في ربع ساعة: القراءة");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn each_size_is_drawn_whole() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().size(1, 1).go();
    let small = said("too-small", &[("width", 30.into()), ("height", 8.into())]);
    let first: String = small.chars().take(8).collect();
    terminal.resize(29, 7);
    terminal.wait_for(&first);
    for (width, height) in [(30, 8), (500, 200), (79, 24), (120, 36)] {
        terminal.resize(width, height);
        terminal.wait_for("حاشية");
        terminal.wait("the whole screen", |screen| {
            screen.text().lines().count() == usize::from(height) && !screen.bottom().is_empty()
        });
    }
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_size_that_is_given_while_the_program_starts_is_followed() {
    let home = Home::with_seeds();
    for wait in (8..60).step_by(4) {
        let mut terminal = home.reader().size(40, 10).go();
        thread::sleep(Duration::from_millis(wait));
        terminal.resize(80, 24);
        terminal.wait("the whole screen", |screen| {
            screen.text().lines().count() == 24 && !screen.bottom().is_empty()
        });
        terminal.keys("Q");
        terminal.ended_well();
    }
}

#[test]
fn a_terminal_that_knows_no_size_is_taken_for_the_usual_one() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().size(0, 0).go();
    terminal.wait_bytes(0, |bytes| bytes.windows(5).any(|five| five == b"\x1b[24;"));
    terminal.keys("q");
    terminal.ended();
}
