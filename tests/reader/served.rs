//! Is the terminal served as it must be, whenever it was cleared, and whatever it answers?

use std::{thread, time::Duration};

use rustix::process::Signal;

use crate::{
    home::{Home, program},
    screen::said,
    terminal::{Terminal, XTERM, wait_until},
};

const CLEAR: &str = "\x1b[2J";

/// What the program has written since a place.
fn since(terminal: &Terminal, from: usize) -> String {
    String::from_utf8_lossy(&terminal.raw()[from..]).into_owned()
}

/// Waits for a whole frame; before it clears the screen it says how rows are ordered.
#[track_caller]
fn served(terminal: &Terminal, from: usize, order: &str) {
    let whole = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(CLEAR);
    terminal.wait_bytes(from, whole);
    let text = since(terminal, from);
    let (before, _) = text.split_once(CLEAR).unwrap();
    let said = before.rfind(order);
    assert!(said.is_some(), "{before:?}");
    // another screen would forget it
    assert!(said > before.rfind("\x1b[?1049h"), "{before:?}");
}

#[test]
fn the_order_of_rows_is_set_before_every_clearing() {
    for (strategy, order) in [("explicit", "\x1b[8l"), ("mlterm", "use_ctl=false")] {
        let home = Home::with_seeds();
        home.file("editor", "printf '\\033[8h\\033[?1049h\\033[?1049l'");
        let editor = format!("sh {}", home.path("editor").display());
        let shell = home
            .program("sh")
            .args(["-mc", "\"$0\"; read line; fg", program()]);
        let mut terminal = shell
            .env("HASHIYA_BIDI", strategy)
            .env("EDITOR", &editor)
            .go();
        served(&terminal, 0, order);
        terminal.wait_list();
        let from = terminal.written();
        terminal.resize(100, 30);
        served(&terminal, from, order);
        let pid = terminal.pid();
        terminal.signal(Signal::TSTP);
        wait_until(|| terminal.pid() != pid);
        let from = terminal.written();
        terminal.keys("\n");
        served(&terminal, from, order);
        terminal.wait_list();
        let from = terminal.written();
        terminal.keys("\x0c");
        served(&terminal, from, order);
        terminal.keys("\r");
        terminal.wait_reader();
        terminal.keys("a");
        terminal.wait_for(&said("note-on-passage", &[]));
        let from = terminal.written();
        terminal.keys("\x05");
        served(&terminal, from, order);
        terminal.escape(&said("note-on-passage", &[]));
        terminal.keys("Q");
        terminal.ended_well();
        let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
        let undone = raw.rfind("use_ctl=true");
        assert!(strategy == "explicit" || undone > raw.rfind("use_ctl=false"));
    }
}

#[test]
fn what_passes_through_tmux_is_sent_again_when_it_surely_gets_there() {
    let home = Home::with_seeds();
    home.file("tmux", "#!/bin/sh\necho 'mlterm||RGB'");
    let path = home.path("tmux");
    let made = std::process::Command::new("chmod")
        .arg("+x")
        .arg(&path)
        .status();
    assert!(made.unwrap().success());
    let room = home.path("");
    let path = format!("{}:{}", room.display(), std::env::var("PATH").unwrap());
    let mut terminal = home
        .reader()
        .env("TERM", "tmux-256color")
        .env("TMUX", "x,1,0")
        .env("PATH", &path)
        .unanswered()
        .go();
    let passed = "\x1bPtmux;\x1b\x1b]5379;use_ctl=false\x07\x1b\\";
    terminal.wait_bytes(0, |bytes| {
        String::from_utf8_lossy(bytes).matches(passed).count() == 2
    });
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn screen_is_asked_again_where_it_is_shown_now() {
    let home = Home::with_seeds();
    let mut terminal = home
        .reader()
        .env("TERM", "screen")
        .env("STY", "1.x")
        .unanswered()
        .go();
    terminal.wait_list();
    let fence = b"\x1bP\x1b[c\x1b\\";
    let asked = |bytes: &[u8]| bytes.windows(fence.len()).any(|part| part == fence);
    terminal.wait_bytes(0, asked);
    terminal.bytes(b"\x1bP>|Konsole 25.04.2\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c");
    let has_mark = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains('\u{200e}');
    terminal.wait_bytes(0, has_mark);
    let from = terminal.written();
    terminal.resize(100, 30);
    let framed = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.split_once(CLEAR)
            .is_some_and(|(_, frame)| frame.contains("\x1b[?2026l"))
    };
    terminal.wait_bytes(from, |bytes| asked(bytes) && framed(bytes));
    let from = terminal.written();
    terminal.bytes(XTERM);
    // a whole frame, in the manner of another terminal
    terminal.wait_bytes(from, framed);
    terminal.wait_list();
    assert!(!has_mark(&terminal.raw()[from..]));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_late_answer_counts_and_types_nothing() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    thread::sleep(Duration::from_secs(2));
    let from = terminal.written();
    terminal.bytes(b"\x1b[>0;136;0c\x1b[?6c");
    terminal.wait_bytes(from, |bytes| {
        String::from_utf8_lossy(bytes).contains('\u{2800}')
    });
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_terminal_that_lies_and_repeats_itself_is_believed_and_left_in_order() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    let liars: [&[u8]; 6] = [
        b"\x1bP>|VTE(8001)\x1b\\\x1b[8;1$y\x1b[8;2$y\x1b[?61c",
        b"\x1bP>|Konsole 25.04.2\x1b\\\x1b[?62c\x1b[?62c\x1b[?62c",
        b"\x1b[>24;279;0c\x1b[8;4294967295$y\x1b[?63c",
        b"\x1bP>|kitty(99999999999999999999.0)\x1b\\\x1b[>;;;;c\x1b[?c",
        b"\x1bP!|\x1b\\\x1bP>|\x1b\\\x1b]10;rgb:/ff/\x07\x1b]11;rgb:zz/zz/zz\x07\x1b[?1;2c",
        XTERM,
    ];
    for _ in 0..3 {
        for liar in liars {
            terminal.bytes(liar);
        }
    }
    terminal.looks_into_help();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn answers_of_a_megabyte_are_swallowed() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    let before = terminal.text();
    let long = "Q".repeat(1 << 20);
    for (start, end) in [("\x1bP>|", "\x1b\\"), ("\x1b]11;", "\x07"), ("\x1b[>", "c")] {
        let held = if end == "c" {
            long.replace('Q', "9")
        } else {
            long.clone()
        };
        terminal.bytes(format!("{start}{held}{end}").as_bytes());
    }
    terminal.bytes(XTERM);
    terminal.looks_into_help();
    assert_eq!(terminal.text(), before);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn an_answer_that_was_pasted_is_none() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    let from = terminal.written();
    terminal.bytes(b"\x1b[200~\x1bP>|Konsole 25.04.2\x1b\\\x1b[>1;115;0c\x1b[?62c\x1b[201~");
    terminal.wait_bottom(&said("paste-nowhere", &[]));
    let drawn = since(&terminal, from);
    assert!(!drawn.contains(CLEAR) && !drawn.contains('\u{200e}'));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn keys_between_answers_are_heard() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    terminal.bytes(b"\x1bP>|XTerm(390)\x1b\\j\x1b[>41;390;0cj\x1bP!|00000000\x1b\\\r\x1b[?64;1;2c");
    terminal.wait_reader();
    terminal.wait_for("وزيرة في موسكو، وموعد لم يُضرب في سيول");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_storm_of_sizes_while_the_terminal_is_asked_ends_in_a_right_frame() {
    let home = Home::with_seeds();
    let mut calm = home.reader().size(100, 30).go();
    calm.wait_list();
    let right = calm.text();
    calm.keys("q");
    calm.ended_well();
    let mut terminal = home.reader().size(60, 20).typed("jk").unanswered().go();
    for round in 0..40_u16 {
        terminal.resize(30 + 7 * (round % 11), 8 + 3 * (round % 7));
        let piece = XTERM.len() * usize::from(round) / 40;
        let next = XTERM.len() * (usize::from(round) + 1) / 40;
        terminal.bytes(&XTERM[piece..next]);
    }
    terminal.resize(100, 30);
    terminal.wait("the right frame", |screen| screen.text() == right);
    terminal.keys("q");
    terminal.ended_well();
}
