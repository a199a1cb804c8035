//! Is every key heard, and nothing taken for a key that is none?

use std::{thread, time::Duration};

use crate::{
    home::{Home, program},
    screen::said,
    terminal::{Terminal, XTERM},
};

fn in_list(home: &Home) -> Terminal {
    let terminal = home.reader().go();
    terminal.wait_list();
    terminal
}

#[test]
fn keys_typed_before_the_first_frame_are_heard() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().typed("jj\n").go();
    terminal.wait_reader();
    terminal.wait_for("وزيرة في موسكو، وموعد لم يُضرب في سيول");
    terminal.keys("qq");
    terminal.ended_well();
}

#[test]
fn keys_typed_while_the_first_run_fills_the_library_are_heard() {
    let home = Home::new();
    let mut terminal = home.reader().typed("?").go();
    terminal.wait_for(&said("menu-help", &[]));
    terminal.keys("q");
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn nonsense_is_no_key_and_swallows_none() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    for nonsense in [
        &b"\xff\xfe\x80\xc0\xaf\xed\xa0\x80"[..],
        b"\x00\x1c\x1d\x1e\x1f\x7f",
        b"\x1b[999;999;999;999Z\x1b[<1;2;3;4;5M\x1b[?9999$y\x1b[;;;;~",
        b"\x1b[99999999999999999999999999A\x1b[27;5;1114112~\x1b[55296u",
        b"\x1b]8;;http://example.org\x07\x1b_Gi=1;OK\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\",
        b"\x1b[M\xff\xff\xff\x1b[<0;99999;99999M\x1b[<64;0;0M\x1b[<0;1;1",
        b"\x1bO",
        b"\x1b[",
        b"\x1b[<",
        b"\xd8",
        b"\x1bP>|unfinished",
        b"\x1b]11;rgb:",
        b"\x1b\x1b\x1b\x1b\x1b",
    ] {
        terminal.bytes(nonsense);
        // what was begun is given up after a while
        hears(&terminal);
    }
    terminal.keys("Q");
    terminal.ended_well();
}

/// Calls the help until it comes, and leaves it.
fn hears(terminal: &Terminal) {
    let help = said("menu-help", &[]);
    for _ in 0..100 {
        terminal.keys("?");
        thread::sleep(Duration::from_millis(50));
        if terminal.text().contains(&help) {
            break;
        }
    }
    terminal.wait_for(&help);
    terminal.keys("q");
    terminal.wait("the list", |screen| !screen.has(&help));
}

#[test]
fn a_long_paste_narrows_the_list_and_can_be_cancelled() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("f");
    terminal.wait_for(&said("prompt-filter", &[]));
    terminal.bytes(&pasted(&"كلمات لا يحملها عنوان ".repeat(25_000)));
    let nothing: String = said("list-nothing", &[]).chars().take(10).collect();
    terminal.escape(&nothing);
    terminal.wait_for("حاشية في ربع ساعة");
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_paste_where_nothing_is_typed_is_no_command() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.bytes(&pasted(&"Qq\r\n".repeat(250_000)));
    terminal.wait_bottom(&said("paste-nowhere", &[]));
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.bytes(&pasted("Q"));
    terminal.wait_bottom(&said("paste-nowhere", &[]));
    terminal.keys("Q");
    terminal.ended_well();
}

fn pasted(text: &str) -> Vec<u8> {
    format!("\x1b[200~{text}\x1b[201~").into_bytes()
}

#[test]
fn a_terminal_that_answers_nothing_is_read_in() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("qq");
    terminal.ended_well();
}

#[test]
fn answers_that_come_late_are_no_keys() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    thread::sleep(Duration::from_secs(2));
    let before = terminal.text();
    terminal.bytes(XTERM);
    terminal.looks_into_help();
    assert_eq!(terminal.text(), before);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn answers_that_come_byte_by_byte_are_no_keys() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().unanswered().go();
    terminal.wait_list();
    let before = terminal.text();
    let mut rest = XTERM;
    while let [first, ..] = rest {
        // an escape that is left alone for long is the key
        let (piece, after) = rest.split_at(if *first == 0x1b { 2 } else { 1 });
        terminal.bytes(piece);
        thread::sleep(Duration::from_millis(1));
        rest = after;
    }
    terminal.looks_into_help();
    assert_eq!(terminal.text(), before);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn what_the_terminal_never_answered_is_not_left_for_the_shell() {
    let home = Home::with_seeds();
    let line = "\"$0\"; was=$(stty -g); stty raw -echo min 0 time 5; \
                dd bs=100 count=1 2>/dev/null | od -c >left; stty \"$was\"";
    let words = ["-c", line, program()];
    let mut terminal = home.program("sh").args(words).unanswered().go();
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
    let left = std::fs::read_to_string(home.path("left")).unwrap();
    assert_eq!(left.trim(), "0000000");
}
