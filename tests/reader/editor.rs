//! Is a note written in the reader's own editor, which has the terminal meanwhile?

use std::fs;

use rustix::process::Signal;

use crate::{
    home::{Home, Start, program},
    screen::said,
    terminal::{Terminal, wait_until},
};

/// A home in which a script is the editor.
fn with_editor(script: &str) -> Home {
    let home = Home::with_seeds();
    home.file("editor", script);
    home
}

fn started(home: &Home, start: Start) -> Terminal {
    let editor = format!("sh {}", home.path("editor").display());
    let room = home.path("");
    let terminal = start
        .size(120, 30)
        .env("EDITOR", &editor)
        .env("XDG_RUNTIME_DIR", room.to_str().unwrap())
        .go();
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("a");
    terminal.wait_for(&said("note-on-passage", &[]));
    terminal
}

/// In a note, behind an editor that has said so on the screen before.
fn behind(home: &Home, start: Start) -> Terminal {
    let terminal = started(home, start);
    terminal.keys("one\x05");
    terminal.wait("the editor", |screen| {
        screen.has("editor here") && !screen.is_other()
    });
    terminal
}

fn in_note(terminal: &Terminal, text: &str) {
    terminal.wait(text, |screen| {
        screen.is_other() && screen.has(&said("note-on-passage", &[])) && screen.has(text)
    });
}

/// Keeps the note, and leaves.
fn keep(mut terminal: Terminal) {
    terminal.escape(&said("note-on-passage", &[]));
    terminal.keys("Q");
    terminal.ended_well();
}

/// The notes on passages.
fn notes(home: &Home) -> String {
    String::from_utf8(home.cli(["passages", "--json"]).stdout).unwrap()
}

#[test]
fn what_is_written_there_stands_in_the_note() {
    let home = with_editor(
        "trap 'echo again' INT; stty size >size; echo editor here; until read line; do :; done\n\
         stty size >>size; printf '%s\\n' \"$line\" >>\"$1\"; echo \"$1\" >name",
    );
    let terminal = behind(&home, home.reader());
    assert_eq!(terminal.modes(), terminal.found());
    // whoever interrupts means the editor
    terminal.keys("\x03");
    terminal.wait_for("again");
    terminal.resize(100, 26);
    terminal.keys("two\n");
    in_note(&terminal, "two");
    assert_eq!(
        fs::read_to_string(home.path("size")).unwrap(),
        "30 120\n26 100\n"
    );
    let name = fs::read_to_string(home.path("name")).unwrap();
    assert!(!fs::exists(name.trim_end()).unwrap());
    assert!(terminal.is_raw());
    // what was there before is there, and writing goes on
    in_note(&terminal, "one");
    terminal.keys("!");
    keep(terminal);
    let notes = notes(&home);
    assert!(notes.contains("one\\ntwo!"), "{notes}");
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_told_of_and_the_note_goes_on() {
    let home = with_editor("stty raw -echo; printf '\\033[?1049h\\033[?1002h'; exit 1");
    let terminal = started(&home, home.reader());
    terminal.keys("one\x05");
    terminal.wait_for(&said("error-editor-failed", &[("name", "sh".into())]));
    in_note(&terminal, "one");
    keep(terminal);
    let terminal = started(&home, home.reader().env("VISUAL", "hashiya-no-editor -w"));
    terminal.keys("\x05");
    let name = "hashiya-no-editor".into();
    terminal.wait_for(&said("error-no-editor", &[("name", name)]));
    keep(terminal);
}

#[test]
fn signals_that_end_the_program_end_the_editor_and_keep_what_it_saved() {
    for signal in [Signal::TERM, Signal::HUP] {
        let home = with_editor("echo saved >\"$1\"; stty raw; echo editor here; read line; :");
        let mut terminal = behind(&home, home.reader());
        terminal.signal(signal);
        terminal.ended();
        if signal == Signal::TERM {
            terminal.left_as_found();
        }
        let notes = notes(&home);
        assert!(notes.contains("saved"), "{notes}");
    }
}

#[test]
fn the_program_ends_also_where_the_editor_does_not() {
    let home = with_editor("trap : TERM; echo editor here; until read line; do :; done");
    let mut terminal = behind(&home, home.reader());
    terminal.signal(Signal::TERM);
    assert!(terminal.ended().success());
    let notes = notes(&home);
    assert!(notes.contains("one"), "{notes}");
    terminal.keys("\n");
    terminal.left_as_found();
}

#[test]
fn a_shell_can_stop_both_and_bring_them_back() {
    let home = with_editor("echo editor here; read line; echo \"$line\" >>\"$1\"");
    let words = ["-mc", "\"$0\"; read line; fg", program()];
    let terminal = behind(&home, home.program("sh").args(words));
    let pid = terminal.pid();
    terminal.keys("\x1a");
    wait_until(|| terminal.pid() != pid);
    let from = terminal.written();
    terminal.keys("\n");
    wait_until(|| terminal.pid() == pid);
    assert_eq!(terminal.modes(), terminal.found());
    terminal.keys("two\n");
    in_note(&terminal, "two");
    let raw = terminal.raw();
    let entered = raw[from..].windows(8).filter(|e| e == b"\x1b[?1049h");
    assert_eq!(entered.count(), 1);
    keep(terminal);
}
