//! Does every way out leave the terminal as it was, and what was read where it was?

use std::{thread, time::Duration};

use rustix::process::Signal;

use crate::terminal::{Home, Terminal, XTERM, said, wait_until};

/// The last words of the second article.
const LAST: &str = "تنشرها";

/// In the second article, some rows down.
fn reading(home: &Home) -> Terminal {
    let terminal = home.reader().go();
    terminal.wait_list();
    terminal.keys("j\r");
    terminal.wait_reader();
    terminal.keys("5j");
    terminal
}

#[test]
fn q_leads_from_the_article_to_the_list_and_out() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    terminal.keys("q");
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn the_capital_leads_out_from_everywhere() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    assert!(!terminal.line_as_found());
    terminal.keys("vQ");
    terminal.ended_well();
}

#[test]
fn interrupting_leads_nowhere_and_tells_the_way() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    terminal.keys("\x03");
    terminal.wait_bottom(&said("how-to-quit", &[("keys", "Q".into())]));
    terminal.keys("q");
    terminal.wait_list();
    terminal.keys("\x03");
    terminal.wait_bottom(&said("how-to-quit", &[("keys", "Q".into())]));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn what_the_terminal_answers_late_is_not_left_to_the_shell() {
    let home = Home::with_seeds();
    let words = ["-c", "\"$0\"; read line", crate::terminal::program()];
    let terminal = home.program("sh").args(words);
    // over there an answer may take a second
    let terminal = terminal.env("SSH_TTY", "/dev/pts/1").unanswered();
    let mut terminal = terminal.go();
    terminal.wait_list();
    terminal.keys("Q");
    thread::sleep(Duration::from_millis(50));
    terminal.bytes(XTERM);
    wait_until(|| terminal.line_as_found());
    terminal.keys("\n");
    terminal.ended_well();
    assert_eq!(terminal.text().trim(), "");
}

#[test]
fn signals_that_end_programs_end_this_one_in_order() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let home = Home::with_seeds();
        let mut terminal = home.reader().go();
        terminal.wait_list();
        terminal.keys("j\r");
        terminal.wait_reader();
        terminal.signal(signal);
        terminal.ended();
        if signal == Signal::HUP {
            // the terminal is taken for gone
            continue;
        }
        terminal.left_as_found();
    }
}

#[test]
fn a_signal_keeps_where_the_article_was_left() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = Home::with_seeds();
        let mut terminal = reading(&home);
        terminal.keys("G");
        terminal.wait_for(LAST);
        terminal.signal(signal);
        terminal.ended();
        let again = home.reader().go();
        again.wait_for(LAST);
    }
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    terminal.hang_up();
    terminal.ended();
}

#[test]
fn a_terminal_that_is_gone_without_a_word_ends_the_program_too() {
    let home = Home::with_seeds();
    // whoever leads the session is told, and keeps it to itself
    let line = "trap '' HUP; \"$0\"; echo $? >ended";
    let words = ["-c", line, crate::terminal::program()];
    let mut terminal = home.program("sh").args(words).go();
    terminal.wait_list();
    terminal.hang_up();
    terminal.ended();
    assert!(home.path("ended").exists());
}
