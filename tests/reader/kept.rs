//! Is what was read, chosen and marked there again at the next start?

use std::fs;

use crate::{
    arabic::copied,
    home::Home,
    screen::{said, shown},
    terminal::Terminal,
};

fn in_list(home: &Home) -> Terminal {
    let terminal = home.reader().size(120, 40).go();
    terminal.wait_list();
    terminal
}

#[test]
fn stars_and_what_was_read_are_there_again() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("s");
    terminal.wait_for("★");
    terminal.keys("jjN");
    terminal.keys("Q");
    terminal.ended_well();
    let unread = home.cli(["list", "--unread", "--json"]).stdout;
    let unread: Vec<serde_json::Value> = serde_json::from_slice(&unread).unwrap();
    assert_eq!(unread.len(), 9);
    let mut terminal = in_list(&home);
    terminal.wait_for("★");
    terminal.keys("s");
    terminal.wait("no star", |screen| !screen.has("★"));
    terminal.keys("Q");
    terminal.ended_well();
    let mut terminal = in_list(&home);
    assert!(!terminal.text().contains('★'));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn an_article_that_was_opened_is_read() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.keys("Q");
    terminal.ended_well();
    let unread = home.cli(["list", "--unread", "--json"]).stdout;
    let unread: Vec<serde_json::Value> = serde_json::from_slice(&unread).unwrap();
    assert_eq!(unread.len(), 9);
}

#[test]
fn reading_is_taken_up_where_it_was_left() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    open_fourth(&terminal);
    terminal.keys("G");
    terminal.wait_for(THE_END);
    terminal.keys("q");
    terminal.wait_list();
    terminal.keys("gg\r");
    terminal.wait_for("حاشية في ربع ساعة: القراءة");
    terminal.keys("q");
    terminal.wait_list();
    terminal.keys("jjj\r");
    terminal.wait_for(THE_END);
    terminal.keys("Q");
    terminal.ended_well();
    // the last that was left is the one that is shown
    let mut terminal = in_list(&home);
    terminal.wait_for(THE_END);
    terminal.keys("\r");
    terminal.wait_reader();
    terminal.wait_for(THE_END);
    terminal.keys("Q");
    terminal.ended_well();
}

/// The last word of the fourth article.
const THE_END: &str = "روسي؟";

fn open_fourth(terminal: &Terminal) {
    terminal.keys("jjj\r");
    terminal.wait_for("صفوف لا يُرى آخرها");
    terminal.wait_reader();
}

#[test]
fn keys_that_follow_enter_at_once_are_for_the_article_that_comes() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("jjj\rG");
    terminal.wait_for(THE_END);
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_letter_leads_back_in_another_run() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    open_fourth(&terminal);
    terminal.keys("Gmb");
    terminal.wait_bottom(&said("mark-set", &[("letter", "b".into())]));
    terminal.keys("ggq");
    terminal.wait_list();
    terminal.keys("ggQ");
    terminal.ended_well();
    let mut terminal = in_list(&home);
    terminal.keys("gg'b");
    terminal.wait_for(THE_END);
    terminal.wait_reader();
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn a_setting_of_the_page_is_in_the_file_and_holds() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("S");
    terminal.wait_for(&said("setting-dense", &[]));
    terminal.keys("/");
    terminal.keys(&said("setting-dense", &[]));
    terminal.keys("\r");
    terminal.wait("the value", |screen| screen.has(&said("value-on", &[])));
    terminal.keys("\x03");
    terminal.wait_list();
    let dense = terminal.text();
    terminal.keys("q");
    terminal.ended_well();
    let written = fs::read_to_string(home.path("config/hashiya/config.toml")).unwrap();
    assert!(written.contains("dense = true"), "{written}");
    let mut terminal = in_list(&home);
    terminal.wait_list();
    terminal.wait("the same list", |screen| screen.text() == dense);
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn what_is_chosen_right_before_leaving_is_written_in_order() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("\\\\\\Q");
    terminal.ended_well();
    let written = fs::read_to_string(home.path("config/hashiya/config.toml")).unwrap();
    assert_eq!(written, "pin-list = true\n");
}

#[test]
fn a_mouse_that_is_not_wanted_any_more_is_let_go_at_once() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("S");
    terminal.wait_for(&said("setting-mouse", &[]));
    terminal.keys("/");
    terminal.keys(&said("setting-mouse", &[]));
    let has = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    for sequence in [b"\x1b[?1002l", b"\x1b[?1002h"] {
        let from = terminal.written();
        terminal.keys("\r");
        terminal.wait_bytes(from, |bytes| has(bytes, sequence));
        assert!(!has(&terminal.raw()[from..], b"\x1b[?1049h"));
    }
    terminal.keys("\x03");
    terminal.wait_list();
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn a_broken_settings_file_is_told_of_and_reading_goes_on() {
    let home = Home::with_seeds();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file("config/hashiya/config.toml", "measure = 70\ntheme = = x\n");
    let mut terminal = home.reader().size(150, 30).go();
    terminal.wait("the complaint", |screen| {
        screen.bottom().contains("config.toml")
    });
    terminal.keys("jjq");
    terminal.ended_well();
}

#[test]
fn a_settings_file_that_cannot_be_read_or_written_is_told_of_and_reading_goes_on() {
    for name in ["config.toml", "keys.toml"] {
        let home = Home::with_seeds();
        let path = home.path("config/hashiya").join(name);
        fs::create_dir_all(&path).unwrap();
        let mut terminal = home.reader().size(200, 30).go();
        let sentence = said(
            "error-directory",
            &[("path", path.to_str().unwrap().into())],
        );
        terminal.wait_bottom(&sentence);
        terminal.keys("jk");
        terminal.wait_list();
        if name == "config.toml" {
            terminal.keys("\\");
            terminal.wait_bottom(&sentence);
            terminal.keys("jk");
            terminal.wait_list();
        }
        terminal.keys("q");
        terminal.ended_well();
    }
    let home = Home::with_seeds();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file("config/hashiya/config.toml", b"measure = 70 # \xff\n");
    let mut terminal = home.reader().size(200, 30).go();
    terminal.wait("the complaint", |screen| {
        screen.bottom().contains("config.toml")
    });
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn all_that_is_wrong_in_the_readers_files_is_counted() {
    let home = Home::with_seeds();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file("config/hashiya/config.toml", "measure = 7\n");
    home.file("config/hashiya/keys.toml", "copy = '<no>'\nfly = 'z'\n");
    let mut terminal = home.reader().size(150, 30).go();
    terminal.wait("the complaint", |screen| {
        let bottom = screen.bottom();
        bottom.contains("3 faults") && bottom.contains("measure")
    });
    terminal.keys("jjq");
    terminal.ended_well();
}

#[test]
fn a_narrowed_list_shows_only_what_was_asked_for() {
    let home = Home::with_seeds();
    let mut terminal = in_list(&home);
    terminal.keys("f");
    terminal.keys("بيونغ");
    terminal.wait("the article", |screen| {
        screen.has(&shown("معاهدة بيونغ")) && !screen.has(&shown("حاشية في ربع"))
    });
    terminal.keys("\r");
    terminal.wait_list();
    terminal.bytes(b"\x1b");
    // the article stays the current one, and the list is full around it
    terminal.wait_for("العربية في البرمجيات");
    terminal.keys("gg");
    terminal.wait_for("حاشية في ربع ساعة");
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn what_is_copied_is_logical_text_without_tatweel() {
    let home = Home::new();
    let file = home.file(
        "t.md",
        "# عنوان\n\nقال محـــمد (في GPT-4) إنّ «النصّ» بـلا كشيدة، 25% منه.\n",
    );
    home.cli(["add", &file]);
    let mut terminal = in_list(&home);
    terminal.keys("\r");
    terminal.wait_reader();
    let from = terminal.written();
    terminal.keys("Gy");
    terminal.wait_bytes(from, |bytes| copied(bytes).is_some());
    let whole = copied(&terminal.raw()[from..]).unwrap();
    assert_eq!(whole, "قال محمد (في GPT-4) إنّ «النصّ» بلا كشيدة، 25% منه.");
    let from = terminal.written();
    terminal.keys("0wwvwwy");
    terminal.wait_bytes(from, |bytes| copied(bytes).is_some());
    let part = copied(&terminal.raw()[from..]).unwrap();
    assert!(whole.contains(&part) && part.chars().count() > 3, "{part}");
    terminal.keys("qq");
    terminal.ended_well();
}
