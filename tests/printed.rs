//! Does a printed line reach each terminal as it is read there?

mod program;

use program::{Shelf, Shown};

const FOOT: &[(&str, &str)] = &[("TERM", "foot")];
const XTERM: &[(&str, &str)] = &[("TERM", "xterm-256color")];
const NAMED_XTERM: &[u8] = b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?62c";
const NAMED_VTE: &[u8] = b"\x1bP>|VTE(8001)\x1b\\\x1b[8;1$y\x1b[8;2$y\x1b[?62c";

const TITLE: &str = "سلام على بيروت";
/// The same from left to right, as cells.
const SEEN: &str = "ﺕﻭﺮﻴﺑ ﻰﻠﻋ ﻡﻼﺳ";

/// With one article, whose only paragraph takes three rows.
fn shelf() -> Shelf {
    let shelf = Shelf::new();
    let long = "كلمة أخرى من النص الطويل ".repeat(6);
    let file = shelf.file("a.md", format!("# {TITLE}\n\n{long}وهذه النهاية.\n"));
    assert_eq!(shelf.run(["add", &file]).code, 0);
    shelf
}

fn list(shelf: &Shelf, words: &[&str], variables: &[(&str, &str)], answers: &[u8]) -> Shown {
    let shown = shelf.show(&[&["list"], words].concat(), variables, answers);
    assert_eq!(shown.code, 0, "{}", shown.out);
    shown
}

fn is_visual(shown: &Shown) -> bool {
    let (logical, visual) = (shown.out.contains(TITLE), shown.out.contains(SEEN));
    assert!(logical != visual, "{:?}", shown.out);
    visual
}

#[test]
fn a_terminal_that_orders_nothing_gets_rows_and_others_their_text() {
    let shelf = shelf();
    let shown = list(&shelf, &[], FOOT, b"");
    assert!(is_visual(&shown) && !shown.asked);
    for ordering in [("VTE_VERSION", "7006"), ("MLTERM", "3.9.3")] {
        let shown = list(&shelf, &[], &[XTERM[0], ordering], b"");
        assert!(!is_visual(&shown) && !shown.asked, "{ordering:?}");
    }
    // what is known by its answers only
    for (answers, visual) in [(NAMED_XTERM, true), (NAMED_VTE, false), (b"", false)] {
        let shown = list(&shelf, &[], XTERM, answers);
        assert_eq!((is_visual(&shown), shown.asked), (visual, true));
    }
}

#[test]
fn a_terminal_that_orders_is_told_the_direction_where_it_cannot_find_it() {
    let shelf = shelf();
    let file = shelf.path("a.md");
    let shown = |words: &[&str], variable| shelf.show(words, &[XTERM[0], variable], b"").out;
    let vte = ("VTE_VERSION", "8001");
    let title = format!("\x1b[2 k{TITLE}\r\n\x1b[0 k");
    assert!(shown(&["show", &file], vte).starts_with(&title));
    // a row has its paragraph's direction
    let mixed = shelf.file("b.md", "# عن Rust\n\nلغة Rust\n\nRust\n");
    let out = shown(&["show", &mixed, "--width", "5"], vte);
    assert!(
        out.contains("\x1b[2 kRust\r\n") && out.ends_with("k\r\nRust\r\n"),
        "{out:?}"
    );
    // a line that begins with an id runs from left to right
    assert!(!shown(&["list"], vte).contains("\x1b["));
    // mlterm finds it, and shows isolates as boxes
    let mlterm = shown(
        &["search", "النهاية", "--color", "never"],
        ("MLTERM", "3.9.3"),
    );
    let controls = |c: char| c == '\u{1b}' || ('\u{2066}'..='\u{2069}').contains(&c);
    assert!(
        mlterm.contains(TITLE) && !mlterm.contains(controls),
        "{mlterm:?}"
    );
    // Konsole runs everything from left to right
    let konsole = shown(&["show", &file], ("KONSOLE_VERSION", "221203"));
    assert!(!konsole.contains(TITLE));
    assert!(konsole.contains("ﺑﻴﺮﻭﺕ\u{200e}"), "{konsole:?}");
}

#[test]
fn what_is_asked_for_or_was_chosen_comes_first() {
    let shelf = shelf();
    assert!(!is_visual(&list(&shelf, &["--bidi", "logical"], FOOT, b"")));
    assert!(is_visual(&list(&shelf, &["--bidi", "visual"], XTERM, b"")));
    let variable = [FOOT[0], ("HASHIYA_BIDI", "logical")];
    assert!(!is_visual(&list(&shelf, &[], &variable, b"")));
    let logical = ["--help", "--lang", "ar", "--bidi", "logical"];
    for (words, variables) in [(&logical[..3], &variable[..]), (&logical, FOOT)] {
        let help = shelf.show(words, variables, b"").out;
        assert!(help.contains("حاشية") || help.contains("الطرفية"), "{help}");
    }
    shelf.file(
        "config/hashiya/terminals.toml",
        "\"VTE(8001)\" = 'visual'\n",
    );
    assert!(is_visual(&list(&shelf, &[], XTERM, NAMED_VTE)));
}

#[test]
fn screen_readers_programs_and_pipes_get_text() {
    let shelf = shelf();
    assert!(shelf.run(["list"]).out.contains(TITLE));
    let shown = list(&shelf, &["--json"], XTERM, NAMED_XTERM);
    assert!(!is_visual(&shown) && !shown.asked);
    for terminal in [FOOT, XTERM] {
        let shown = shelf.show(&["--plain"], terminal, NAMED_XTERM);
        assert!(!is_visual(&shown) && !shown.asked);
    }
    assert!(!is_visual(&list(&shelf, &[], &[("TERM", "dumb")], b"")));
}

#[test]
fn paragraphs_are_set_to_the_measure_from_the_right() {
    let shelf = shelf();
    let file = shelf.path("a.md");
    let rows = |words: &[&str]| {
        let shown = shelf.show(&[&["show", &file], words].concat(), FOOT, b"");
        let rows = shown.out.replace("\x1b[2K", "");
        rows.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let rows_of_70 = rows(&[]);
    assert!(rows_of_70[0].ends_with(SEEN) && rows_of_70[0].starts_with("     "));
    let cells = |row: &String| row.chars().count();
    assert!(rows_of_70.iter().all(|row| cells(row) <= 70));
    assert_eq!(rows_of_70.len(), 2 + 3, "{rows_of_70:?}");
    let narrow = rows(&["--width", "30"]);
    assert!(narrow.iter().all(|row| cells(row) <= 30));
    assert!(narrow.len() > 5 && narrow[0].ends_with(SEEN));
    let logical = rows(&["--order", "logical"]);
    assert_eq!(logical[0], TITLE);
}

#[test]
fn what_was_found_stays_bold_and_errors_are_set_as_well() {
    let shelf = shelf();
    let colours = [FOOT[0], ("COLORTERM", "truecolor")];
    let shown = shelf.show(&["search", "النهاية"], &colours, b"");
    assert!(shown.out.contains("\x1b[1mﺔﻳﺎﻬﻨﻟﺍ\x1b["), "{:?}", shown.out);
    let shown = shelf.show(&["show", "zzzz", "--lang", "ar"], FOOT, b"");
    assert_eq!(shown.code, 1);
    assert!(
        shown.out.contains("zzzz") && shown.out.contains("ﻝﺎﻘﻣ"),
        "{:?}",
        shown.out
    );
    // the help, which is printed before anything else is known
    let help = shelf.show(&["--help", "--lang", "ar"], FOOT, b"");
    assert!(
        help.out.contains("ﺔﻴﺷﺎﺣ") || help.out.contains("ﺔﻴﻓﺮﻄﻟﺍ"),
        "{:?}",
        help.out
    );
}

#[test]
fn nothing_in_a_text_reaches_the_terminal_as_a_command() {
    let shelf = Shelf::new();
    let file = shelf.file("a.md", "# سلام\u{1b}[31m على\u{7}\n\nنص\u{9b}2J هنا.\n");
    shelf.run(["add", &file]);
    for words in [&["list"][..], &["show", &file]] {
        let out = shelf.show(words, FOOT, b"").out.replace("\x1b[2K", "");
        let commands = out.chars().any(|c| c.is_control() && !"\r\n".contains(c));
        assert!(!commands, "{out:?}");
    }
}
