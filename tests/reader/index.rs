//! What befalls the index while one reads: is it told, made again, and is all else undisturbed?

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use rustix::process::{Signal, kill_process};

use crate::{
    home::{Home, Start, program},
    screen::said,
    terminal::{Terminal, wait_until, wait_until_there},
};

/// A sentence that only one article has, and a word of it as nobody else would spell it.
const SENTENCE: &str = "كان في الصندوق الأخير زمرّدة خضراء";
const WORD: &str = "زمردة";

/// With the bundled articles and the one with that sentence.
fn home() -> Home {
    let home = Home::with_seeds();
    add(&home);
    home
}

fn add(home: &Home) {
    // the oldest: the list does not show it, nor the text beside the list
    let text = format!("---\ntitle: جرد الخزانة\ndate: 2001-01-01\n---\n\n{SENTENCE}.\n");
    let file = home.file("chest.md", text);
    home.cli(["add", &file]);
}

/// Wide enough for a sentence with a path.
fn wide(home: &Home) -> Start {
    home.reader().size(160, 30)
}

fn open(home: &Home) -> Terminal {
    let terminal = wide(home).go();
    terminal.wait_list();
    terminal
}

/// The directory of the index, if one is there.
fn directory(home: &Home) -> Option<PathBuf> {
    let name = fs::read_to_string(home.path("library/CURRENT")).ok()?;
    let directory = home.path("library").join(name.trim());
    directory.join("meta.json").exists().then_some(directory)
}

/// Waits until there is an index, but this one.
fn made(home: &Home, but: Option<&Path>) -> PathBuf {
    wait_until_there(|| directory(home).filter(|directory| Some(&**directory) != but))
}

/// The word is found.
#[track_caller]
fn finds(terminal: &Terminal) {
    terminal.keys("g/");
    terminal.keys(WORD);
    terminal.escape(SENTENCE);
    terminal.wait_list();
}

/// A directory is there no more, at one go.
fn vanish(home: &Home, directory: &Path) {
    fs::rename(directory, home.path("gone")).unwrap();
}

/// Files of a directory.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// That it is made anew was said, whyever.
#[track_caller]
fn says_anew(terminal: &Terminal) {
    terminal.wait_for(&beginning("index-anew"));
}

/// An article is read and tagged, and the reader is left.
#[track_caller]
fn goes_on(mut terminal: Terminal) {
    terminal.keys("\r");
    terminal.wait_hint("t", "tag");
    terminal.keys("t");
    terminal.keys("خزانة");
    terminal.keys("\r");
    terminal.wait("the tag", |screen| screen.bottom().contains("is tagged"));
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn what_another_program_adds_is_found_on_the_open_page() {
    let home = Home::with_seeds();
    let mut terminal = open(&home);
    made(&home, None);
    terminal.keys("g/");
    terminal.keys(WORD);
    terminal.wait_for(&said("search-none", &[]));
    add(&home);
    terminal.escape(SENTENCE);
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn an_index_that_was_deleted_is_made_again() {
    let home = home();
    let terminal = open(&home);
    let first = made(&home, None);
    finds(&terminal);
    vanish(&home, &first);
    let second = made(&home, Some(&first));
    assert_ne!(first, second);
    says_anew(&terminal);
    finds(&terminal);
    goes_on(terminal);
}

#[test]
fn an_index_that_was_deleted_before_the_start_is_made_without_a_word() {
    let home = home();
    let mut terminal = open(&home);
    let first = made(&home, None);
    finds(&terminal);
    terminal.keys("Q");
    terminal.ended_well();
    vanish(&home, &first);
    fs::remove_file(home.path("library/CURRENT")).unwrap();
    let terminal = open(&home);
    made(&home, Some(&first));
    finds(&terminal);
    goes_on(terminal);
}

#[test]
fn garbage_in_the_index_is_told_of_and_it_is_made_again() {
    let home = home();
    let mut terminal = open(&home);
    let first = made(&home, None);
    finds(&terminal);
    terminal.keys("Q");
    terminal.ended_well();
    for file in files(&first) {
        let length = fs::metadata(&file).unwrap().len();
        let noise: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        fs::write(file, noise).unwrap();
    }
    // what is told of it may be there before the list is
    let terminal = wide(&home).go();
    made(&home, Some(&first));
    says_anew(&terminal);
    finds(&terminal);
    goes_on(terminal);
}

/// Cuts those files of an index in two.
fn cut(directory: &Path, those: impl Fn(&str) -> bool) {
    for path in files(directory) {
        if those(path.extension().unwrap_or_default().to_str().unwrap()) {
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_len(file.metadata().unwrap().len() / 2).unwrap();
        }
    }
}

#[test]
fn an_index_whose_files_are_cut_while_it_is_open_is_made_again() {
    let home = home();
    let terminal = open(&home);
    finds(&terminal);
    let mut before = made(&home, None);
    // the parts, then the lists of the parts
    for lists in [false, true] {
        cut(&before, |ending| (ending == "json") == lists);
        let after = made(&home, Some(&before));
        says_anew(&terminal);
        finds(&terminal);
        before = after;
    }
    goes_on(terminal);
}

#[test]
fn one_that_cannot_be_opened_for_a_search_is_made_again_by_who_still_has_it_open() {
    let home = home();
    let terminal = open(&home);
    let first = made(&home, None);
    thread::sleep(Duration::from_secs(2));
    cut(&first, |ending| ending == "json");
    finds(&terminal);
    assert_ne!(made(&home, Some(&first)), first);
    goes_on(terminal);
}

#[test]
fn a_library_that_vanishes_is_not_made_by_its_index() {
    let home = home();
    let mut terminal = open(&home);
    made(&home, None);
    terminal.keys("\r");
    terminal.wait_reader();
    let path = home.path("library");
    vanish(&home, &path);
    terminal.keys("s");
    let sentence = said(
        "error-no-library",
        &[("path", (&path.to_string_lossy().into_owned()).into())],
    );
    let beginning = sentence.split('\u{2069}').next().unwrap();
    terminal.wait_for(beginning);
    // the index has looked at least once meanwhile
    thread::sleep(Duration::from_secs(2));
    terminal.keys("jjQ");
    terminal.ended_well();
    assert!(!path.exists());
}

#[test]
fn a_reader_that_is_killed_while_it_indexes_finds_all_at_the_next_start() {
    let home = home();
    home.cli(["add", &home.file("archive.jsonl", records(400))]);
    for wait in [0, 150, 400, 900] {
        let terminal = open(&home);
        made(&home, None);
        thread::sleep(Duration::from_millis(wait));
        kill_process(terminal.pid(), Signal::KILL).unwrap();
    }
    let terminal = open(&home);
    finds(&terminal);
    goes_on(terminal);
}

/// Lines of an archive.
fn records(count: usize) -> String {
    let record = |nth: usize| {
        let body = "جملة من نص المقال لا يتكرر فيها إلا رقمها. ".repeat(20);
        format!("{{\"id\": \"{nth}\", \"title\": \"خبر {nth}\", \"text\": \"{body}{nth}\"}}\n")
    };
    (0..count).map(record).collect()
}

/// A shell that may mount disks of its own; none where that is not permitted.
const OWN_DISKS: [&str; 3] = ["-rm", "sh", "-c"];

fn own_disks() -> bool {
    let mut command = Command::new("unshare");
    let mounted = command
        .args(OWN_DISKS)
        .arg("mount -t tmpfs none /mnt")
        .output();
    let may = mounted.is_ok_and(|tried| tried.status.success());
    if !may {
        eprintln!("no disk of its own may be mounted: not tested");
    }
    may
}

/// The reader, after a script in which `$0` is the program and `$HASHIYA_LIBRARY` the library.
fn after(home: &Home, script: &str) -> Terminal {
    let line = format!("{script}\nexec \"$0\"");
    let words = OWN_DISKS.iter().copied().chain([&*line, program()]);
    // what is told of the disk may be there before the list is
    home.program("unshare").args(words).size(160, 30).go()
}

#[test]
fn a_full_disk_is_told_of_and_the_index_is_made_once_there_is_room() {
    if !own_disks() {
        return;
    }
    let home = home();
    let terminal = after(
        &home,
        r#"cp -r "$HASHIYA_LIBRARY" "$HOME/copy"
        mount -t tmpfs -o size=3m none "$HASHIYA_LIBRARY"
        cp -r "$HOME/copy/." "$HASHIYA_LIBRARY"
        cat /dev/zero >"$HASHIYA_LIBRARY/filler" 2>"$HOME/err"
        truncate -s -80k "$HASHIYA_LIBRARY/filler"
        (while [ ! -e "$HOME/room" ]; do sleep 0.1; done; rm "$HASHIYA_LIBRARY/filler") &"#,
    );
    terminal.wait_for(&beginning("index-failed"));
    puts_away(&terminal, "Enter", "open");
    home.file("room", "");
    terminal.keys("g/");
    terminal.keys(WORD);
    terminal.escape(SENTENCE);
    terminal.wait_list();
    goes_on(terminal);
}

#[test]
fn on_a_disk_that_is_read_only_one_reads_without_an_index_and_is_told_once() {
    if !own_disks() {
        return;
    }
    let home = home();
    let script = r#"mount --bind "$HASHIYA_LIBRARY" "$HASHIYA_LIBRARY"
        mount -o remount,bind,ro "$HASHIYA_LIBRARY""#;
    let mut terminal = after(&home, script);
    let library = home.path("library").to_string_lossy().into_owned();
    terminal.wait_for(&library);
    // it is tried again meanwhile
    thread::sleep(Duration::from_secs(4));
    puts_away(&terminal, "Enter", "open");
    terminal.keys("\r");
    // that it was read cannot be written, nor the place, and where one has been
    terminal.wait_for(&library);
    puts_away(&terminal, "v", "select");
    terminal.keys("Q");
    terminal.ended_well();
    // that no backup can be made is told too, before or after it, or in its place
    let sentence = beginning("index-failed");
    let frames = terminal.frames();
    let mut told: Vec<bool> = frames.iter().map(|text| text.contains(&sentence)).collect();
    told.dedup();
    let times = told.iter().filter(|told| **told).count();
    assert!(times <= 1, "told {times} times");
}

/// Whatever is told, one thing after the other, is put away until there is this hint.
#[track_caller]
fn puts_away(terminal: &Terminal, key: &str, command: &str) {
    let hint = format!("{key} {}", said(&format!("hint-{command}"), &[]));
    wait_until(|| {
        terminal.keys("jk");
        thread::sleep(Duration::from_millis(300));
        terminal.text().contains(&hint)
    });
}

/// What a sentence of trouble begins with, before its reason.
fn beginning(key: &str) -> String {
    let sentence = said(key, &[("why", "@".into())]);
    let (before, _) = sentence.split_once('@').unwrap();
    before
        .trim_end_matches(['\u{2068}', '\u{2069}', ' ', ':'])
        .to_owned()
}
