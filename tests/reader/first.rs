//! What does the reader see who starts the program for the first time, or with a file?

use std::fs;

use crate::{
    home::{Home, program},
    screen::said,
};

#[test]
fn the_first_run_shows_the_seeds_and_leaves_the_terminal_as_it_was() {
    let home = Home::new();
    let mut terminal = home.reader().size(100, 60).go();
    for title in [
        "حاشية في ربع ساعة",
        "رسالة العام الجديد",
        "العربية في البرمجيات",
        "معاهدة بيونغ يانغ",
        "قابس",
    ] {
        terminal.wait_for(title);
    }
    terminal.wait_list();
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("jjq");
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
    assert_eq!(home.ids().len(), 10);
}

#[test]
fn an_empty_directory_is_a_library_that_does_not_exist_yet() {
    let home = Home::new();
    fs::create_dir(home.path("library")).unwrap();
    let mut terminal = home.reader().go();
    terminal.wait_for("حاشية في ربع ساعة");
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn seeds_that_were_removed_do_not_come_back() {
    let home = Home::with_seeds();
    let ids = home.ids();
    home.cli(["remove"].into_iter().chain(ids.iter().map(String::as_str)));
    let mut terminal = home.reader().go();
    terminal.wait_for(&said("list-empty", &[])[..10]);
    terminal.keys("q");
    terminal.ended_well();
    assert!(home.ids().is_empty());
}

#[test]
fn a_file_is_added_and_opened_at_the_first_run_too() {
    let home = Home::new();
    let file = home.file("note.md", "# ورقة من الدفتر\n\nكلمات قليلة بلا تاريخ.\n");
    let mut terminal = home.reader().args([&file]).go();
    terminal.wait_for("كلمات قليلة بلا تاريخ.");
    terminal.wait_reader();
    terminal.wait("the seeds", |screen| screen.has(" 11 articles"));
    terminal.keys("Q");
    terminal.ended_well();
    assert_eq!(home.ids().len(), 11);
}

#[test]
fn standard_input_is_read_while_the_keys_come_from_the_terminal() {
    let home = Home::with_seeds();
    let line = "printf '# سطر من أنبوب\\n\\nكلمات وصلت من برنامج آخر.\\n' | \"$0\" -";
    let words = ["-c", line, program()];
    let mut terminal = home.program("sh").args(words).go();
    terminal.wait_for("كلمات وصلت من برنامج آخر.");
    terminal.wait_reader();
    terminal.keys("qq");
    terminal.ended_well();
}

#[test]
fn a_file_that_is_not_there_is_told_of_without_entering_the_screen() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().args(["nowhere.md"]).go();
    assert_eq!(terminal.ended().exit_code(), 1);
    terminal.left_as_found();
    assert!(!terminal.raw().contains(&0x1b));
    assert!(terminal.text().contains("nowhere.md"));
}

#[test]
fn a_dumb_terminal_and_a_pipe_get_lines() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().size(200, 30).env("TERM", "dumb").go();
    terminal.ended_well();
    assert!(!terminal.raw().contains(&0x1b));
    let count = |text: &str| {
        let names = text.lines().filter_map(|line| line.split(' ').next());
        names.filter(|name| name.len() == 16).count()
    };
    assert_eq!(count(&String::from_utf8(terminal.raw()).unwrap()), 10);
    let piped = home.cli(Vec::<&str>::new()).stdout;
    assert_eq!(count(&String::from_utf8(piped).unwrap()), 10);
}
