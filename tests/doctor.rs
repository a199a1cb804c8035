//! Does the doctor see what is there, with the real program in a terminal's place?

mod program;

use std::{
    fs,
    io::{Read, Write},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use program::Shelf;
use serde_json::Value;

fn report(shelf: &Shelf, words: &[&str]) -> (i32, Value) {
    let run = shelf.run([&["doctor", "--json"], words].concat());
    (run.code, serde_json::from_str(&run.out).unwrap())
}

#[test]
fn without_a_library_nothing_is_wrong() {
    let shelf = Shelf::new();
    let (code, found) = report(&shelf, &[]);
    assert_eq!(code, 0);
    assert_eq!(found["library"]["state"], "none");
    assert_eq!(found["terminal"], Value::Null);
    assert!(!shelf.has_library());
    let said = shelf.run(["doctor"]).out;
    assert!(
        said.contains("no library") && said.contains("SQLite 3."),
        "{said}"
    );
}

#[test]
fn a_sound_library_is_counted() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", "# عنوان\n\nنص المقال هنا.\n");
    shelf.run(["add", &file]);
    let (code, found) = report(&shelf, &[]);
    assert_eq!((code, &found["library"]["state"]), (0, &"sound".into()));
    assert_eq!(found["library"]["articles"], 1);
    assert!(shelf.run(["doctor"]).out.contains("one article"));
    assert!(
        shelf
            .run(["doctor", "--lang", "ar"])
            .out
            .contains("مقال واحد")
    );
}

#[test]
fn a_damaged_library_is_an_error() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", "# عنوان\n\nنص المقال هنا.\n");
    shelf.run(["add", &file]);
    let path = shelf.path("library/library.db");
    let mut bytes = fs::read(&path).unwrap();
    for byte in &mut bytes[4096..] {
        *byte ^= 0x55;
    }
    fs::write(&path, bytes).unwrap();
    let (code, found) = report(&shelf, &[]);
    assert_eq!(code, 1);
    assert_eq!(found["library"]["state"], "damaged");
    assert!(
        found["library"]["error"]
            .as_str()
            .unwrap()
            .contains("damaged")
    );
    assert_eq!(shelf.run(["doctor"]).code, 1);
}

#[test]
fn a_strategy_that_was_asked_for_is_taken() {
    let (_, found) = report(&Shelf::new(), &["--bidi", "blank"]);
    assert_eq!(found["bidi"]["strategy"], "blank");
    assert_eq!(found["bidi"]["why"], "asked");
}

/// What the program writes to a terminal that answers the last question so.
fn in_terminal(words: &[&str], answers: &'static [u8]) -> String {
    let shelf = Shelf::new();
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("hashiya"));
    command.args(words);
    for name in ["TMUX", "STY", "SSH_CONNECTION", "COLORTERM", "HASHIYA_BIDI"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm");
    command.env("LC_ALL", "C");
    command.env("HASHIYA_LIBRARY", shelf.path("library"));
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let mut out = Vec::new();
    let mut buffer = [0; 4096];
    let mut asked = false;
    // the end of a terminal is an error to who reads it
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        out.extend(&buffer[..count]);
        if !asked && out.ends_with(b"\x1b[c") {
            asked = true;
            writer.write_all(answers).unwrap();
        }
    }
    assert!(asked && child.wait().unwrap().success());
    String::from_utf8(out).unwrap()
}

#[test]
fn a_terminal_is_asked_and_its_answers_are_no_input() {
    let said = in_terminal(
        &["doctor"],
        b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62c",
    );
    assert!(
        said.contains("Konsole 22.12.3") && said.contains("“inverse”"),
        "{said}"
    );
    // every strategy shows its line, and the order is the terminal's own again
    assert!(said.contains("> \u{200e}inverse") && said.contains("  sized"));
    assert_eq!(
        said.matches("\x1b[8l").count(),
        said.matches("\x1b[8h").count()
    );
    // its answers were read, not shown
    assert!(!said.contains("115;0c"));
}

#[test]
fn a_terminal_that_says_nothing_is_not_waited_for_long() {
    let said = in_terminal(&["doctor", "--json"], b"");
    assert!(said.contains(r#""strategy":"visual""#), "{said}");
}
