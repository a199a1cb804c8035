//! What does the list do?

use hashiya::{app::Focus, desk::Request};

use crate::journey::{Journey, asked, cells};

#[test]
fn the_newest_stands_first_and_is_shown_beside() {
    let journey = Journey::new(100, 30);
    let titles = journey.titles();
    assert_eq!(titles.len(), 10);
    assert!(titles[0].starts_with("حاشية في ربع ساعة"));
    assert!(titles[9].starts_with("معاهدة بيونغ يانغ"));
    let screen = journey.screen();
    let counts = [("count", 10.into()), ("unread", 10.into())];
    assert!(
        screen.shows(&journey.said("library-count", &counts)),
        "{}",
        screen.text()
    );
    assert!(screen.shows("رسالة العام الجديد:"));
    assert!(screen.shows("دليل يُقرأ في البرنامج نفسه"));
}

#[test]
fn a_library_that_is_not_there_is_begun_with_the_seeds() {
    let dir = tempfile::tempdir().unwrap();
    let journey = Journey::begin(dir, "ar", 80, 24);
    assert_eq!(journey.titles().len(), 10);
}

#[test]
fn the_arabic_screen_is_the_mirror_image() {
    let english = Journey::new(100, 30);
    let arabic = Journey::speaking("ar", 100, 30);
    let (left, right) = (english.app.panes, arabic.app.panes);
    let (list, mirrored) = (left.list.unwrap(), right.list.unwrap());
    assert_eq!((list.x, mirrored.x + mirrored.width), (0, 100));
    assert_eq!(list.width, mirrored.width);
    let (one, other) = (english.screen(), arabic.screen());
    // the bar of the current article stands at either edge
    assert!(one.rows()[2].starts_with('▌'), "{}", one.text());
    assert!(other.rows()[2].ends_with('▐'), "{}", other.text());
    let name = |journey: &Journey| journey.said("name", &[]);
    assert_eq!(one.column_of(&name(&english)), 1);
    let header = &other.rows()[0];
    let named = header.ends_with(&cells(&name(&arabic)));
    assert!(named && header.chars().count() == 99, "{}", other.text());
    // the columns of the list are the last ones
    let start = cells("حاشية في ربع ساعة:");
    let column = |row: &str, from: usize| row.chars().skip(from).take(26).collect::<String>();
    assert!(column(&one.rows()[2], 0).contains(&start), "{}", one.text());
    assert!(
        column(&other.rows()[2], 74).contains(&start),
        "{}",
        other.text()
    );
}

#[test]
fn on_arrows_the_way_in_follows_the_interface() {
    let mut english = Journey::new(80, 24);
    assert_eq!(english.keys("<Right>").app.focus, Focus::Reader);
    let mut arabic = Journey::speaking("ar", 80, 24);
    assert_eq!(arabic.keys("<Left>").app.focus, Focus::Reader);
}

#[test]
fn the_cursor_stops_at_both_ends() {
    let mut journey = Journey::new(80, 24);
    let mut at = |keys: &str| journey.keys(keys).app.list.cursor;
    assert_eq!(at("k"), 0);
    assert_eq!(at("jj"), 2);
    assert_eq!(at("3j"), 5);
    assert_eq!(at("G"), 9);
    assert_eq!(at("jjj"), 9);
    assert_eq!(at("gg"), 0);
    assert_eq!(at("4G"), 3);
    assert_eq!(at("99G"), 9);
    assert_eq!(at("<Home>"), 0);
    assert!(at("<Space>") > 2);
    assert_eq!(at("b"), 0);
}

#[test]
fn what_is_current_is_wholly_seen() {
    let mut journey = Journey::new(80, 24);
    for _ in 0..10 {
        let at = journey.app.list.cursor;
        let title = journey.titles()[at].clone();
        let first = title.split(' ').next().unwrap().to_owned();
        assert!(
            journey.screen().shows(&first),
            "{title}\n{}",
            journey.screen().text()
        );
        journey.keys("j");
    }
}

#[test]
fn a_filter_finds_however_it_is_spelled() {
    let mut journey = Journey::new(80, 24);
    journey.keys("fاول");
    assert!(
        journey.titles()[0].contains("أول ماء"),
        "{:?}",
        journey.titles()
    );
    let screen = journey.screen();
    let caret = screen.caret.unwrap();
    assert_eq!(caret.1, 23);
    journey.keys("<Enter>");
    let shown = journey.said("shown", &[("count", 1.into())]);
    assert!(
        journey.screen().shows(&shown),
        "{}",
        journey.screen().text()
    );
    journey.keys("<Esc>");
    assert_eq!(journey.titles().len(), 10);
}

#[test]
fn a_filter_that_is_given_up_leaves_the_list_as_it_was() {
    let mut journey = Journey::new(80, 24);
    journey.keys("fحاشية<Enter>");
    let narrowed = journey.titles();
    assert!(narrowed.len() < 10 && !narrowed.is_empty());
    journey.keys("f <BS>xyz");
    assert!(journey.app.list.is_empty());
    let nothing = journey.said("list-nothing", &[]);
    let start: String = nothing.chars().take(12).collect();
    assert!(
        journey.screen().shows(start.trim()),
        "{}",
        journey.screen().text()
    );
    journey.keys("<Esc>");
    assert_eq!(journey.titles(), narrowed);
}

#[test]
fn shelves_hold_what_is_unread_and_what_has_a_star() {
    let mut journey = Journey::new(80, 24);
    journey.keys("jsjjN");
    let starred = journey.titles()[1].clone();
    let read = journey.titles()[3].clone();
    journey.keys("gw");
    assert_eq!(journey.titles().len(), 9);
    assert!(!journey.titles().contains(&read));
    journey.keys("gw");
    assert_eq!(journey.titles(), [starred]);
    journey.keys("s");
    assert_eq!(journey.notice(), journey.said("star-taken", &[]));
    journey.keys("gw");
    assert_eq!(journey.titles().len(), 10);
    journey.keys("Aj<Enter>");
    assert_eq!(
        journey.notice(),
        journey.said("marked-read", &[("count", 9.into())])
    );
    journey.keys("gw");
    assert!(journey.app.list.is_empty());
}

#[test]
fn the_next_unread_is_found_round_the_end() {
    let mut journey = Journey::new(80, 24);
    journey.keys("Aj<Enter>");
    journey.keys("3GN").keys("8G").keys("n");
    assert_eq!(journey.app.list.cursor, 2);
    assert_eq!(journey.notice(), journey.said("from-the-start", &[]));
    journey.keys("Aj<Enter>").keys("n");
    assert_eq!(journey.notice(), journey.said("nothing-unread", &[]));
}

#[test]
fn orders_follow_each_other_and_come_round() {
    let mut journey = Journey::new(80, 24);
    let newest = journey.titles();
    journey.keys("gs");
    let oldest: Vec<String> = newest.iter().rev().cloned().collect();
    assert_eq!(journey.titles(), oldest);
    journey.keys("gs");
    let by_title = journey.titles();
    assert!(by_title != newest && by_title != oldest);
    let mut sorted = by_title.clone();
    sorted.sort_by_key(|title| hashiya::text::fold(title));
    assert_eq!(by_title, sorted);
    journey.keys("gs").keys("gs").keys("gs");
    assert_eq!(journey.titles(), newest);
}

#[test]
fn what_is_current_stays_so_in_another_order() {
    let mut journey = Journey::new(80, 24);
    journey.keys("3j");
    let title = journey.titles()[3].clone();
    for _ in 0..5 {
        journey.keys("gs");
        let at = journey.app.list.cursor;
        assert_eq!(journey.titles()[at], title);
    }
}

#[test]
fn an_article_is_removed_only_after_a_yes() {
    let mut journey = Journey::new(80, 24);
    journey.keys("x");
    assert!(journey.screen().shows(&journey.said("menu-confirm", &[])));
    journey.keys("<Enter>");
    assert_eq!(journey.titles().len(), 10);
    let gone = journey.titles()[0].clone();
    journey.keys("xj<Enter>");
    assert_eq!(
        journey.notice(),
        journey.said("removed", &[("count", 1.into())])
    );
    assert_eq!(journey.titles().len(), 9);
    assert!(!journey.titles().contains(&gone));
    let counts = [("count", 9.into()), ("unread", 9.into())];
    assert!(
        journey
            .screen()
            .shows(&journey.said("library-count", &counts)),
        "{}",
        journey.screen().text()
    );
}

#[test]
fn what_others_change_is_seen_at_the_next_look() {
    let mut journey = Journey::new(80, 24);
    let row = journey.app.list.rows()[2];
    journey.meanwhile(|desk| drop(asked(desk, Request::SetStarred(vec![row], true))));
    assert!(journey.app.list.entry(2).unwrap().starred);
    assert!(journey.screen().text().contains('★'));
}

#[test]
fn a_title_is_copied_as_it_is_typed() {
    let mut journey = Journey::new(80, 24);
    journey.keys("y");
    assert_eq!(
        journey.copied,
        ["حاشية في ربع ساعة: القراءة والوسم والملاحظات"]
    );
    journey.keys("jY");
    assert!(
        journey.copied[1].contains("نشرة خط الأفق"),
        "{:?}",
        journey.copied
    );
}

#[test]
fn keys_wait_for_the_article_that_they_are_meant_for() {
    let mut journey = Journey::new(80, 24);
    journey.hold().keys("jjj<Enter>").keys("Gy").release();
    assert!(journey.open().contains("عرض بيونج يانج"));
    assert!(
        journey.copied[0].contains("هل في هذه العربة شيء روسي؟"),
        "{:?}",
        journey.copied
    );
}

#[test]
fn keys_that_come_in_one_read_are_followed_in_order() {
    let mut journey = Journey::new(80, 24);
    journey.together("jjj<Enter>Gy");
    assert!(
        journey.copied[0].contains("هل في هذه العربة شيء روسي؟"),
        "{:?}",
        journey.copied
    );
}

#[test]
fn only_the_newest_question_is_answered() {
    let mut journey = Journey::new(80, 24);
    journey.hold().keys("j").keys("j").keys("j").release();
    assert_eq!(journey.open(), journey.titles()[3]);
    assert_eq!(journey.app.focus, Focus::List);
}
