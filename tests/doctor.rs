//! Does the doctor see what is there, with the real program in a terminal's place?

mod program;

use std::{
    fs::{self, File},
    io::{Read, Write},
};

use hashiya::{
    config::BIDI,
    words::{Locale, Words},
};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use program::Shelf;
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
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

/// Konsole's answers.
const KONSOLE: &[u8] = b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62c";

/// What the program writes to a terminal that answers its questions so, and how it ends.
fn run_in_terminal(shelf: &Shelf, words: &[&str], answers: &'static [u8]) -> (u32, String) {
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("hashiya"));
    command.args(words);
    command.env_clear();
    for (name, value) in shelf.environment() {
        command.env(name, value);
    }
    command.env("TERM", "xterm");
    // the answers lie ready, unseen: however slow the machine is, they do not come too late
    let line = File::open(pty.master.tty_name().unwrap()).unwrap();
    let mut modes = tcgetattr(&line).unwrap();
    modes.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&line, OptionalActions::Now, &modes).unwrap();
    drop(line);
    let mut writer = pty.master.take_writer().unwrap();
    writer.write_all(answers).unwrap();
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut out = Vec::new();
    let mut buffer = [0; 4096];
    // the end of a terminal is an error to who reads it
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        out.extend(&buffer[..count]);
    }
    let code = child.wait().unwrap().exit_code();
    let out = String::from_utf8(out).unwrap();
    // what was shown of the questions is wiped away at once
    assert!(out.contains("\x1b[c\x1b8\x1b[K") || code == 2, "{out}");
    (code, out)
}

fn in_terminal(words: &[&str], answers: &'static [u8]) -> String {
    let (code, said) = run_in_terminal(&Shelf::new(), words, answers);
    assert_eq!(code, 0, "{said}");
    said
}

#[test]
fn a_terminal_is_asked_and_its_answers_are_no_input() {
    let said = in_terminal(&["doctor"], KONSOLE);
    assert!(
        said.contains("Konsole 22.12.3") && said.contains("“inverse”"),
        "{said}"
    );
    assert!(said.contains("XTVERSION Konsole 22.12.3 | DA2 1;115;0 | TERM xterm"));
    let advice = Words::new(Locale::plain()).say("advice-konsole", &[]);
    assert!(said.contains(&format!("- {advice}")), "{said}");
    // every strategy shows its line, numbered, and the order is the terminal's own again
    let lines: Vec<&str> = said.lines().rev().take(9).collect();
    for (line, (nth, way)) in lines.iter().rev().zip((1..).zip(&BIDI[1..])) {
        let line = line.replace(['\u{200e}', '\u{2800}'], " ");
        // a tint gives every letter its colour
        let is_colour = |numbers: &str| !numbers.contains(|c: char| c.is_alphabetic());
        let parts = line.split("\x1b[").map(|part| match part.split_once('m') {
            Some((numbers, text)) if is_colour(numbers) => text,
            _ => part,
        });
        let line: String = parts.collect();
        assert!(
            line.contains(&format!("{nth} ")) && line.contains(way),
            "{line}"
        );
    }
    assert!(said.contains("> \u{200e}3 inverse") && said.contains("  7 sized"));
    assert_eq!(
        said.matches("\x1b[8l").count(),
        said.matches("\x1b[8h").count()
    );
    // a terminal of sixteen colours gets no others
    assert!(!said.contains("38;2;"));
    // its answers were read, not shown
    assert!(!said.contains("115;0c"));
}

#[test]
fn a_terminal_that_says_nothing_is_not_waited_for_long() {
    let said = in_terminal(&["doctor", "--json"], b"");
    assert!(said.contains(r#""strategy":"visual""#), "{said}");
}

/// The report in a terminal that answers so.
fn report_in(shelf: &Shelf, words: &[&str], answers: &'static [u8]) -> Value {
    let words = [&["doctor", "--json"], words].concat();
    let (_, said) = run_in_terminal(shelf, &words, answers);
    serde_json::from_str(&said[said.find('{').unwrap()..]).unwrap()
}

#[test]
fn a_report_holds_all_that_is_known_of_a_terminal() {
    let found = report_in(&Shelf::new(), &[], KONSOLE);
    let terminal = &found["terminal"];
    assert_eq!(terminal["version"], "Konsole 22.12.3");
    assert_eq!(terminal["attributes"], serde_json::json!([1, 115, 0]));
    assert_eq!(terminal["answers"]["DA2"], "1;115;0");
    assert_eq!(terminal["through"], Value::Null);
    assert_eq!(terminal["key"], "Konsole 22.12.3");
    let advice = found["bidi"]["advice"].as_array().unwrap();
    let names: Vec<&str> = advice.iter().map(|a| a["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["konsole", "font"]);
    assert!(advice[0]["message"].as_str().unwrap().contains("visual"));
}

#[test]
fn a_line_is_chosen_by_number_or_name_and_kept_for_this_terminal() {
    let shelf = Shelf::new();
    let served = |shelf: &Shelf, answers| {
        let bidi = report_in(shelf, &[], answers)["bidi"].take();
        let text = |key: &str| bidi[key].as_str().unwrap().to_owned();
        (text("strategy"), text("why"))
    };
    let remembered = |way: &str| (way.to_owned(), "remembered".to_owned());
    for (line, way) in [
        ("1", "visual"),
        ("٥", "tint"),
        ("۸", "word"),
        ("blank", "blank"),
    ] {
        let (code, said) = run_in_terminal(&shelf, &["doctor", "--choose", line], KONSOLE);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("Konsole 22.12.3") && said.contains(&format!("“{way}”")));
        assert_eq!(served(&shelf, KONSOLE), remembered(way));
        let kept = fs::read_to_string(shelf.path("config/hashiya/terminals.toml")).unwrap();
        assert_eq!(kept, format!("\"Konsole 22.12.3\" = \"{way}\"\n"));
    }
    // another one is served as before
    let other = b"\x1bP>|Konsole 25.04.2\x1b\\\x1b[>1;115;0c\x1b[?62c";
    assert_eq!(served(&shelf, other), ("inverse".into(), "answers".into()));
    // what is asked for comes first, and a choice made meanwhile says so
    let asked = &["doctor", "--bidi", "tint", "--choose", "1"];
    let (_, said) = run_in_terminal(&shelf, asked, KONSOLE);
    assert!(
        said.contains("“visual”") && said.contains("“tint” comes first"),
        "{said}"
    );
    shelf.file("config/hashiya/config.toml", "bidi = 'word'\n");
    assert_eq!(served(&shelf, KONSOLE), ("word".into(), "asked".into()));
    shelf.file("config/hashiya/config.toml", "");
    for auto in ["auto", "0"] {
        let (code, _) = run_in_terminal(&shelf, &["doctor", "--choose", auto], KONSOLE);
        assert_eq!(code, 0);
        assert_eq!(
            served(&shelf, KONSOLE),
            ("inverse".into(), "answers".into())
        );
    }
    // one that answers nothing is known by its variables
    run_in_terminal(&shelf, &["doctor", "--choose", "inverse"], b"");
    assert_eq!(served(&shelf, b""), remembered("inverse"));
}

#[test]
fn a_line_that_is_not_there_is_wrong_usage_and_without_a_terminal_nothing_is_chosen() {
    let shelf = Shelf::new();
    for line in ["10", "sideways", "", "٠٠"] {
        let run = shelf.run(["doctor", "--choose", line]);
        assert_eq!(run.code, 2, "{line}");
        assert!(run.err.contains("0–9|auto|visual|"), "{}", run.err);
    }
    let run = shelf.run(["doctor", "--choose", "1"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn a_broken_file_of_choices_is_told_of_and_never_written_over() {
    let shelf = Shelf::new();
    fs::create_dir_all(shelf.path("config/hashiya")).unwrap();
    let file = "config/hashiya/terminals.toml";
    shelf.file(
        file,
        "# mine\nst = 'sideways'\n\"Konsole 22.12.3\" = 'tint'\n",
    );
    let (code, said) = run_in_terminal(&shelf, &["doctor"], KONSOLE);
    assert_eq!(code, 0);
    assert!(
        said.contains("line 2") && said.contains("“sideways”"),
        "{said}"
    );
    assert!(said.contains("“tint”"));
    shelf.file(file, "st = = x\n");
    let (code, said) = run_in_terminal(&shelf, &["doctor"], KONSOLE);
    assert!(
        code == 0 && said.contains("line 1") && said.contains("“inverse”"),
        "{said}"
    );
    let (code, _) = run_in_terminal(&shelf, &["doctor", "--choose", "1"], KONSOLE);
    assert_eq!(code, 1);
    assert_eq!(fs::read_to_string(shelf.path(file)).unwrap(), "st = = x\n");
}
