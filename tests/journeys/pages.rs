//! What do the pages over everything do: help, the palette, settings, forms?

use hashiya::{
    app::{Focus, MenuKind, command::TABLE},
    config::SETTINGS,
    words::Language,
};

use crate::journey::Journey;

#[test]
fn help_names_every_command() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 80, 200);
        journey.keys("?");
        let screen = journey.screen();
        for command in TABLE {
            let said = journey.said(&format!("do-{}", command.name), &[]);
            let start: String = said.chars().take(20).collect();
            let start = start
                .rsplit_once(' ')
                .map_or(start.as_str(), |(start, _)| start);
            assert!(screen.shows(start), "{}: {start}", command.name);
        }
        journey.keys("q");
        assert!(journey.app.menu.is_none());
    }
}

#[test]
fn help_is_narrowed_and_runs_what_is_chosen() {
    let mut journey = Journey::new(80, 24);
    let said = journey.said("do-sort", &[]);
    journey.keys("?/").keys(&said.replace('<', "<lt>"));
    assert_eq!(journey.app.menu.as_ref().unwrap().shown.len(), 1);
    let first = journey.titles();
    journey.keys("<Enter>");
    assert!(journey.app.menu.is_none());
    assert_ne!(journey.titles(), first);
}

#[test]
fn the_palette_offers_what_can_be_done_here() {
    let mut journey = Journey::new(80, 24);
    journey.keys(":");
    let list = journey.app.menu.as_ref().unwrap().rows.len();
    journey.keys("<Esc><Enter>:");
    let reader = journey.app.menu.as_ref().unwrap().rows.len();
    assert_ne!(list, reader);
    let said = journey.said("do-zen", &[]);
    journey.keys(&said).keys("<Enter>");
    assert!(journey.app.zen);
}

#[test]
fn settings_are_turned_kept_and_acted_on() {
    let mut journey = Journey::new(100, 40);
    journey.keys("S");
    let rows = journey.app.menu.as_ref().unwrap().rows.len();
    // a row more leads to the page of the terminal
    assert_eq!(rows, SETTINGS.len() + 1);
    // the first is the language of the interface
    journey.keys("l");
    let (key, value) = journey.saved[0].clone();
    assert_eq!(key, "language");
    let turned = ["ar", "en"].contains(&value.as_str());
    assert!(turned, "{value}");
    journey.keys("l");
    let arabic = journey.saved.iter().any(|(_, value)| value == "ar");
    assert!(arabic, "{:?}", journey.saved);
}

#[test]
fn a_number_is_typed_in_the_digits_of_any_script_and_its_bounds_are_told() {
    for (language, typed) in [("en", "90"), ("ar", "٩٠"), ("ar", "۹۰")] {
        let mut journey = Journey::speaking(language, 100, 40);
        journey.keys("S");
        while !journey.app.menu.as_ref().unwrap().is_on_number() {
            journey.keys("j");
        }
        let keys = journey.said("menu-number-keys", &[]);
        assert!(journey.screen().shows(&keys), "{}", journey.screen().text());
        journey.keys(typed).keys("<Enter>");
        assert_eq!(journey.app.settings.measure, 90, "{typed}");
        assert_eq!(journey.saved.len(), 1);
        journey.keys(typed).keys("0<Enter>");
        assert_eq!(journey.app.settings.measure, 90);
        assert_eq!(journey.saved.len(), 1);
        let notice = journey.notice();
        let bounds = ["40", "120"].map(|n| journey.app.words.locale().digits.write(n));
        assert!(bounds.iter().all(|n| notice.contains(n)), "{notice}");
    }
}

#[test]
fn what_is_wrong_in_files_is_told_in_one_line_with_how_much_more_there_is() {
    for (language, two) in [("en", "2 faults"), ("ar", "خطآن")] {
        let mut journey = Journey::speaking(language, 100, 24);
        let faults = ["one", "other", "third"].map(str::to_owned);
        journey.app.complain(&faults[..1]);
        assert_eq!(journey.notice(), "one");
        journey.app.complain(&faults[..2]);
        let told = journey.notice();
        assert!(told.contains(two) && told.ends_with(": one"), "{told}");
        assert!(told.contains("hashiya doctor"), "{told}");
    }
}

#[test]
fn another_language_turns_the_screen_round_at_once() {
    let mut journey = Journey::new(100, 40);
    journey.keys("S");
    for _ in 0..3 {
        if journey.app.words.locale().language != Language::Arabic {
            journey.keys("<Enter>");
        }
    }
    assert_eq!(journey.app.words.locale().language, Language::Arabic);
    journey.keys("q");
    let list = journey.app.panes.list.unwrap();
    assert_eq!(list.x + list.width, 100);
    assert!(journey.screen().shows(&journey.said("name", &[])));
}

#[test]
fn every_setting_takes_its_values_and_the_screen_is_drawn() {
    let mut journey = Journey::new(80, 24);
    journey.keys("S");
    for setting in SETTINGS {
        let current = journey.app.menu.as_ref().unwrap().current().unwrap();
        assert_eq!(
            current.label,
            journey
                .app
                .words
                .say(&format!("setting-{}", setting.key), &[])
        );
        for _ in 0..12 {
            journey.keys("<Enter>");
            if journey.app.is_typing() {
                journey.keys("<Esc>");
            }
            journey.screen();
        }
        // the row after this one leads to another page
        journey.keys(if setting.key == "bidi" { "jj" } else { "j" });
    }
}

#[test]
fn fields_are_set_by_hand() {
    let mut journey = Journey::new(100, 30);
    journey.keys("e");
    assert_eq!(journey.app.menu.as_ref().unwrap().kind, MenuKind::Fields);
    journey.keys("<Enter>");
    assert!(journey.screen().caret.is_some());
    journey.keys("<C-u>عنوان جديد<Enter>");
    assert_eq!(
        journey.app.menu.as_ref().unwrap().rows[0].value,
        "عنوان جديد"
    );
    journey.keys("<Esc>");
    assert_eq!(journey.titles()[0], "عنوان جديد");
    assert!(journey.screen().shows("عنوان جديد"));
    assert_eq!(journey.open(), "عنوان جديد");
}

#[test]
fn a_date_that_is_none_is_told_of() {
    let mut journey = Journey::new(100, 30);
    let date = journey.said("field-date", &[]);
    journey.keys("e");
    let rows = &journey.app.menu.as_ref().unwrap().rows;
    let at = rows.iter().position(|row| row.label == date).unwrap();
    journey
        .keys(&"j".repeat(at))
        .keys("<Enter><C-u>someday<Enter>");
    assert!(journey.notice().contains("someday"), "{}", journey.notice());
    journey.keys("<Enter><C-u>2020-02-03<Enter><Esc>");
    let dated = journey.app.list.entry(journey.app.list.cursor).unwrap();
    assert_eq!(dated.meta.date.unwrap().to_string(), "2020-02-03");
}

#[test]
fn a_block_becomes_what_it_is_said_to_be_and_back() {
    let mut journey = Journey::new(100, 30);
    journey.keys("j<Enter>").keys("5G");
    let here = journey.ahead(15);
    journey.keys("gk");
    assert_eq!(journey.app.menu.as_ref().unwrap().kind, MenuKind::Kinds);
    // a heading
    journey.keys("j<Enter>");
    let block = |journey: &Journey| {
        let reader = journey.app.reader.as_ref().unwrap();
        let at = reader.paper.block(reader.cursor).unwrap();
        reader.loaded.article.blocks[at].kind.name()
    };
    assert_eq!(journey.ahead(15), here);
    assert_eq!(block(&journey), "heading");
}

#[test]
fn the_other_part_gets_the_keys() {
    let mut journey = Journey::new(120, 30);
    journey.keys("<Tab>");
    assert_eq!(journey.app.focus, Focus::Reader);
    journey.keys("<S-Tab>");
    assert_eq!(journey.app.focus, Focus::List);
}

#[test]
fn keys_that_are_not_whole_show_what_may_follow() {
    let mut journey = Journey::new(100, 30);
    journey.keys("<Enter>g");
    let screen = journey.screen();
    for name in ["first", "next-unread", "zen", "block-kind"] {
        let said = journey.said(&format!("do-{name}"), &[]);
        let start: String = said.chars().take(8).collect();
        assert!(screen.shows(start.trim()), "{said}\n{}", screen.text());
    }
    journey.keys("<Esc>");
    assert!(journey.app.pending.is_empty());
    journey.keys("gq");
    assert!(!journey.notice().is_empty());
}

#[test]
fn a_paste_where_nothing_is_typed_is_told_of() {
    let mut journey = Journey::new(100, 30);
    journey.happen(hashiya::app::Msg::Paste("Q".to_owned()));
    assert_eq!(journey.notice(), journey.said("paste-nowhere", &[]));
    assert!(!journey.over);
    journey.keys("f");
    journey.happen(hashiya::app::Msg::Paste("شمس\nملح\u{1b}".to_owned()));
    let typed = journey.app.prompt.as_ref().unwrap().line.text().to_owned();
    assert!(!typed.chars().any(char::is_control), "{typed:?}");
}
