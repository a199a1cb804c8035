//! Is only written what has changed?

use std::{thread, time::Duration};

use crate::{home::Home, terminal::Terminal};

/// Waits until nothing has been written for a while; answers what was until then.
fn settled(terminal: &Terminal) -> usize {
    loop {
        let before = terminal.written();
        thread::sleep(Duration::from_millis(500));
        if terminal.written() == before {
            return before;
        }
    }
}

/// All that is asked, in one write.
const QUESTIONS: &[u8] =
    b"\x1b[>q\x1b[>c\x1b[=c\x1b[8$p\x1b[8l\x1b[8$p\x1b]10;?\x07\x1b]11;?\x07\x1b[c";

#[test]
fn after_the_first_frame_come_the_questions_and_nothing_else() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    settled(&terminal);
    let raw = terminal.raw();
    let asked = raw
        .windows(QUESTIONS.len())
        .position(|bytes| bytes == QUESTIONS);
    let after = asked.expect("the questions") + QUESTIONS.len();
    assert_eq!(String::from_utf8_lossy(&raw[after..]), "");
    let frames = raw[..after]
        .windows(4)
        .filter(|four| four == b"\x1b[2J")
        .count();
    assert_eq!(frames, 1);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_terminal_that_answers_nothing_is_not_drawn_on_again() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    settled(&terminal);
    let raw = terminal.raw();
    let asked = raw
        .windows(QUESTIONS.len())
        .position(|bytes| bytes == QUESTIONS);
    let after = asked.expect("the questions") + QUESTIONS.len();
    assert_eq!(String::from_utf8_lossy(&raw[after..]), "");
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_cursor_that_moves_costs_few_bytes() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("3j");
    settled(&terminal);
    for _ in 0..20 {
        let from = terminal.written();
        terminal.keys("h");
        terminal.wait_bytes(from, |bytes| !bytes.is_empty());
        let bytes = settled(&terminal) - from;
        assert!(bytes < 100, "{bytes}");
    }
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    let before = settled(&terminal);
    terminal.keys("kkkkkgg");
    assert_eq!(settled(&terminal), before);
    terminal.keys("q");
    terminal.ended_well();
}
