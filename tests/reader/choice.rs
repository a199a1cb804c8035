//! Is what was chosen for a terminal kept, and does it hold there?

use std::fs;

use rustix::process::Signal;

use crate::{
    home::Home,
    screen::{said, shown},
    terminal::{Terminal, wait_until},
};

/// It closes the words that Konsole and others turn round, and nothing else sends it.
const TURNED: &[u8] = "\u{200e}".as_bytes();

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

fn kept(home: &Home) -> String {
    fs::read_to_string(home.path("config/hashiya/terminals.toml")).unwrap_or_default()
}

fn open_page(terminal: &Terminal) {
    terminal.wait_list();
    terminal.keys("zl");
    terminal.wait_for(&said("menu-terminal", &[]));
}

/// From the page or the list.
fn leave(mut terminal: Terminal) {
    terminal.keys("q");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_choice_takes_effect_at_once_and_holds_at_the_next_start() {
    let home = Home::with_seeds();
    let terminal = home.reader().size(80, 24).go();
    open_page(&terminal);
    terminal.wait_for("XTVERSION XTerm(390)");
    let from = terminal.written();
    terminal.keys("٣");
    let chosen = [("way", "inverse".into())];
    terminal.wait_bottom(&said("terminal-chosen", &chosen));
    wait_until(|| kept(&home) == "\"XTerm(390)\" = \"inverse\"\n");
    terminal.wait_bytes(from, |bytes| has(bytes, b"\x1b[2J") && has(bytes, TURNED));
    leave(terminal);

    // it is known by its answers, so the first frame is another one
    let terminal = home.reader().go();
    terminal.wait_list();
    terminal.wait_bytes(0, |bytes| has(bytes, TURNED));
    leave(terminal);

    // what was asked for comes first
    let terminal = home.reader().args(["--bidi", "visual"]).go();
    open_page(&terminal);
    let asked = said("doctor-asked", &[("strategy", "visual".into())]);
    terminal.wait_for(&asked);
    terminal.keys("0");
    terminal.wait_bottom(&said("terminal-given", &[]));
    wait_until(|| kept(&home) == "\"XTerm(390)\" = \"auto\"\n");
    leave(terminal);

    let terminal = home.reader().go();
    terminal.wait_list();
    open_page(&terminal);
    terminal.wait_for(&said("doctor-answers", &[("strategy", "visual".into())]));
    leave(terminal);
}

#[test]
fn in_a_terminal_that_answers_nothing_a_choice_holds_from_the_first_frame_on() {
    let home = Home::with_seeds();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file(
        "config/hashiya/terminals.toml",
        "\"TERM=xterm-256color\" = \"inverse\" # by hand\n",
    );
    let terminal = home.reader().unanswered().go();
    terminal.wait_list();
    let raw = terminal.raw();
    let end = b"\x1b[?2026l";
    let first = raw.windows(end.len()).position(|part| part == end).unwrap();
    assert!(has(&raw[..first], TURNED));
    open_page(&terminal);
    terminal.keys("1");
    wait_until(|| kept(&home) == "\"TERM=xterm-256color\" = \"visual\" # by hand\n");
    leave(terminal);
}

#[test]
fn rows_of_the_page_leave_nothing_behind_wherever_the_program_ends() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    open_page(&terminal);
    terminal.wait_bytes(0, |raw| {
        has(raw, b"\x1b[8l\x1b[?77096h") && has(raw, b"use_ctl=true\x07")
    });
    terminal.signal(Signal::TERM);
    terminal.ended_well();
}

#[test]
fn a_broken_file_of_choices_is_told_of_and_reading_goes_on() {
    let home = Home::with_seeds();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file("config/hashiya/terminals.toml", "a = 'visual'\nb = = 1\n");
    let mut terminal = home.reader().size(150, 24).go();
    terminal.wait("the complaint", |screen| {
        screen.bottom().contains("terminals.toml")
    });
    terminal.keys("jk");
    terminal.wait_list();
    terminal.keys("zl");
    terminal.wait_for(&said("menu-terminal", &[]));
    terminal.keys("1");
    terminal.wait("why it is not kept", |screen| {
        screen.bottom().contains("terminals.toml")
    });
    assert_eq!(kept(&home), "a = 'visual'\nb = = 1\n");
    terminal.keys("q");
    terminal.wait("the list", |screen| screen.has(&shown("حاشية في ربع ساعة")));
    terminal.keys("Q");
    terminal.ended_well();
}
