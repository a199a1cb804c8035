//! What does the reader say when something befalls the library, and does it go on?

use std::{fs, os::unix::fs::PermissionsExt};

use rusqlite::Connection;

use crate::{
    home::{Home, Start},
    screen::{said, shown},
    terminal::{Terminal, wait_until},
};

/// Wide enough for a sentence with a path.
fn wide(home: &Home) -> Start {
    home.reader().size(160, 30)
}

/// The first article, open, and marked as read where that can be written.
fn reading(home: &Home) -> Terminal {
    let terminal = wide(home).go();
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.wait("the mark", |screen| screen.has(" 9 unread"));
    terminal
}

/// It can be read on, and left.
fn goes_on(mut terminal: Terminal) {
    terminal.keys("jjG");
    terminal.wait_for("طيبة.");
    terminal.keys("Q");
    terminal.ended_well();
}

fn path(home: &Home) -> String {
    home.path("library").to_str().unwrap().to_owned()
}

/// What a sentence begins with, up to what is set into it first.
fn opening(sentence: &str, home: &Home) -> String {
    let path = path(home);
    match sentence.split_once(&path) {
        Some((before, _)) => format!("{before}{path}"),
        None => sentence.to_owned(),
    }
}

#[test]
fn a_directory_that_was_deleted_is_told_of() {
    let home = Home::with_seeds();
    let terminal = reading(&home);
    // the index may be written at the same time
    wait_until(|| fs::remove_dir_all(home.path("library")).is_ok());
    terminal.keys("s");
    let sentence = said("error-no-library", &[("path", (&path(&home)).into())]);
    terminal.wait_for(&opening(&sentence, &home));
    goes_on(terminal);
    assert!(!home.database().exists());
}

#[test]
fn a_library_that_cannot_be_written_is_read() {
    if rustix::process::geteuid().is_root() {
        eprintln!("root may write everywhere: not tested");
        return;
    }
    let home = Home::with_seeds();
    for name in ["library.db", ""] {
        let path = home.path("library").join(name);
        let mode = if name.is_empty() { 0o555 } else { 0o444 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let terminal = wide(&home).go();
    terminal.wait_list();
    terminal.keys("\rs");
    terminal.wait_for(&home.database().to_string_lossy());
    goes_on(terminal);
    fs::set_permissions(home.path("library"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_library_kept_busy_is_told_of_and_used_again_once_it_is_free() {
    let home = Home::with_seeds();
    let terminal = reading(&home);
    let other = Connection::open(home.database()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.keys("s");
    let sentence = said("error-locked", &[("path", (&path(&home)).into())]);
    terminal.wait_for(&opening(&sentence, &home));
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    // the star that could not be given is no longer shown
    terminal.keys("s");
    terminal.wait_bottom(&said("star-given", &[]));
    goes_on(terminal);
    let again = Connection::open(home.database()).unwrap();
    let count = "SELECT count(*) FROM article WHERE starred IS NOT NULL";
    let starred: u32 = again.query_row(count, [], |row| row.get(0)).unwrap();
    assert_eq!(starred, 1);
}

#[test]
fn what_another_program_adds_appears() {
    let home = Home::with_seeds();
    let mut terminal = wide(&home).go();
    terminal.wait_list();
    let file = home.file(
        "new.md",
        "---\ntitle: وصل الآن\ndate: 2030-01-01\n---\n\nنصّ جديد.\n",
    );
    home.cli(["add", &file]);
    terminal.wait("its count", |screen| screen.has(" 11 "));
    terminal.keys("gg");
    terminal.wait_for("وصل الآن");
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn an_open_article_that_another_program_removes_can_be_read_on() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    home.cli(["remove", &home.ids()[0]]);
    terminal.wait_bottom(&said("gone", &[]));
    terminal.keys("j");
    terminal.wait_reader();
    terminal.wait_for("حاشية في ربع ساعة: القراءة");
    terminal.keys("q");
    terminal.wait_list();
    terminal.wait("a list without it", |screen| {
        !screen.has(&shown("حاشية في ربع ساعة"))
    });
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn an_open_article_that_another_program_edits_is_shown_so() {
    let home = Home::with_seeds();
    let mut terminal = reading(&home);
    home.cli(["edit", &home.ids()[0], "--title", "عنوان من برنامج آخر"]);
    terminal.wait_for("عنوان من برنامج آخر");
    terminal.keys("Q");
    terminal.ended_well();
}

/// Says that a newer program made the library.
fn make_newer(home: &Home) {
    let other = Connection::open(home.database()).unwrap();
    other.pragma_update(None, "user_version", 999).unwrap();
}

fn newer(home: &Home) -> String {
    let path = path(home);
    let arguments = [
        ("path", (&path).into()),
        ("found", 999.into()),
        ("known", 0.into()),
    ];
    opening(&said("error-newer", &arguments), home)
}

#[test]
fn a_newer_library_is_told_of_at_the_start() {
    let home = Home::with_seeds();
    make_newer(&home);
    let mut terminal = wide(&home).go();
    terminal.wait_for(&newer(&home));
    terminal.keys("jkq");
    terminal.ended_well();
}

#[test]
fn a_library_that_another_program_makes_newer_is_written_no_more() {
    let home = Home::with_seeds();
    let terminal = reading(&home);
    // what marked the article as read is done
    terminal.keys("m");
    terminal.keys("a");
    terminal.wait_bottom(&said("mark-set", &[("letter", "a".into())]));
    make_newer(&home);
    terminal.keys("s");
    terminal.wait_for(&newer(&home));
    goes_on(terminal);
}

#[test]
fn a_damaged_library_is_told_of_at_the_start() {
    let home = Home::with_seeds();
    fs::write(home.database(), "no database at all ".repeat(1000)).unwrap();
    let mut terminal = wide(&home).go();
    let path = path(&home);
    let arguments = [("path", (&path).into()), ("why", "".into())];
    terminal.wait_for(&opening(&said("error-damaged", &arguments), &home));
    terminal.keys("jkq");
    terminal.ended_well();
}

#[test]
fn a_library_that_is_damaged_while_it_is_open_is_told_of() {
    let home = Home::with_seeds();
    let terminal = reading(&home);
    terminal.keys("?q");
    terminal.wait_reader();
    let length = fs::metadata(home.database()).unwrap().len();
    let noise: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
    for name in ["library.db", "library.db-wal", "library.db-shm"] {
        let path = home.path("library").join(name);
        if path.exists() {
            // the same file, other bytes
            let file = fs::File::options().write(true).open(path).unwrap();
            std::io::Write::write_all(&mut &file, &noise).unwrap();
        }
    }
    terminal.keys("s");
    let at = terminal.written();
    terminal.keys("m");
    terminal.keys("a");
    terminal.wait_bytes(at, |bytes| !bytes.is_empty());
    goes_on(terminal);
}
