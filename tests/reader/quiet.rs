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

/// What was sent before the questions and after them.
fn around_questions(terminal: &Terminal) -> (Vec<u8>, Vec<u8>) {
    let raw = terminal.raw();
    let asked = raw
        .windows(QUESTIONS.len())
        .position(|bytes| bytes == QUESTIONS)
        .expect("the questions");
    let (before, after) = raw.split_at(asked);
    (before.to_vec(), after[QUESTIONS.len()..].to_vec())
}

/// How often all is wiped away.
fn whole_frames(bytes: &[u8]) -> usize {
    bytes.windows(4).filter(|four| four == b"\x1b[2J").count()
}

#[test]
fn after_the_questions_comes_one_frame_which_wipes_away_what_was_shown_of_them() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    settled(&terminal);
    let (before, after) = around_questions(&terminal);
    assert_eq!((whole_frames(&before), whole_frames(&after)), (0, 1));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_terminal_that_answers_nothing_is_not_drawn_on_again() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    settled(&terminal);
    let (_, after) = around_questions(&terminal);
    assert_eq!(whole_frames(&after), 1);
    let end = String::from_utf8_lossy(&after).into_owned();
    assert_eq!(end.matches("\x1b[?2026l").count(), 1, "{end}");
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
