//! What does the reader of an article do?

use hashiya::app::Focus;

use crate::journey::{Journey, cells};

const MIXED: &str = "---\ntitle: تجربة\n---\n\nقال محمد إن GPT-4 (نموذج) كلّف 25% فقط. انتهى الأمر هنا.\n\nفقرة ثانية فيها [رابط](https://example.org/a) و[آخر](https://example.org/b).\n\nA third one in English, with أمل inside.\n";

#[test]
fn left_and_right_are_as_seen() {
    let mut journey = Journey::reading(MIXED, 60, 20);
    journey.keys("JJ");
    assert_eq!(journey.ahead(3), "قال");
    let (x, y) = journey.cursor();
    journey.keys("h");
    assert_eq!(journey.cursor(), (x - 1, y));
    assert_eq!(journey.ahead(2), "ال");
    journey.keys("l");
    assert_eq!(journey.cursor(), (x, y));
    // into the Latin word from its right: its last letter comes first
    journey.keys("11h");
    let (before, _) = journey.cursor();
    journey.keys("h");
    assert_eq!(journey.cursor().0, before - 1);
    journey.keys("3h");
    assert_eq!(journey.cursor().0, before - 4);
}

#[test]
fn every_cell_of_a_row_is_reached_by_going_left() {
    let mut journey = Journey::reading(MIXED, 60, 20);
    journey.keys("JJ$");
    let (end, y) = journey.cursor();
    journey.keys("0");
    let (mut x, _) = journey.cursor();
    while x > end {
        journey.keys("h");
        let (next, row) = journey.cursor();
        assert_eq!((next, row), (x - 1, y));
        x = next;
    }
}

#[test]
fn words_sentences_and_paragraphs_follow_the_text() {
    let mut journey = Journey::reading(MIXED, 60, 20);
    journey.keys("JJ");
    let mut at = |keys: &str| journey.keys(keys).ahead(4);
    assert_eq!(at("w"), "محمد");
    assert_eq!(at("ww"), "GPT-");
    assert_eq!(at("b"), "إن G");
    assert_eq!(at(")"), "انته");
    assert_eq!(at("("), "قال ");
    assert_eq!(at("e"), "ل مح");
    assert_eq!(at("J"), "فقرة");
    assert_eq!(at("K"), "قال ");
    assert_eq!(at("G"), ".");
    assert_eq!(at("gg"), "تجرب");
    assert_eq!(at("4G"), "فقرة");
}

#[test]
fn a_row_goes_to_the_middle_the_top_and_the_bottom() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>40j");
    let height = journey.app.panes.text.unwrap().height;
    let top = journey.app.panes.text.unwrap().y;
    assert_eq!(journey.keys("zt").cursor().1, top);
    assert_eq!(journey.keys("zb").cursor().1, top + height - 1);
    assert_eq!(journey.keys("zz").cursor().1, top + height / 2);
}

#[test]
fn pages_lead_through_the_article_and_on_to_the_next() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>");
    let first = journey.open().to_owned();
    let mut pages = 0;
    while journey.open() == first {
        journey.keys("<Space>");
        pages += 1;
        assert!(pages < 100, "it never ends");
    }
    assert!(pages > 3);
    assert_eq!(journey.open(), journey.titles()[1]);
    assert!(journey.app.list.entry(1).unwrap().read);
    journey.keys("gu");
    assert_eq!(journey.open(), first);
    // where it was left
    assert!(journey.app.reader.as_ref().unwrap().progress() > 80);
}

#[test]
fn neighbours_end_with_the_list() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>").keys("gu");
    assert_eq!(journey.notice(), journey.said("first-article", &[]));
    journey.keys("99gj");
    assert_eq!(journey.notice(), journey.said("last-article", &[]));
    journey.keys("3gj");
    assert_eq!(journey.open(), journey.titles()[3]);
}

#[test]
fn what_was_read_leads_back_and_forward() {
    let mut journey = Journey::new(80, 24);
    journey
        .keys("<Enter>q")
        .keys("jj<Enter>q")
        .keys("jj<Enter>");
    let titles = journey.titles();
    assert_eq!(journey.open(), titles[4]);
    assert_eq!(journey.keys("H").open(), titles[2]);
    assert_eq!(journey.keys("<C-o>").open(), titles[0]);
    journey.keys("H");
    assert_eq!(journey.notice(), journey.said("nothing-before", &[]));
    assert_eq!(journey.keys("L").open(), titles[2]);
    assert_eq!(journey.keys("gi").open(), titles[4]);
    journey.keys("L");
    assert_eq!(journey.notice(), journey.said("nothing-after", &[]));
}

#[test]
fn the_way_back_and_forward_outlives_the_program() {
    let mut journey = Journey::new(80, 24);
    journey
        .keys("<Enter>q")
        .keys("jj<Enter>q")
        .keys("jj<Enter>q")
        .keys("HQ");
    let titles = journey.titles();
    let mut journey = journey.again();
    assert_eq!(journey.open(), titles[2]);
    assert_eq!(journey.keys("L").open(), titles[4]);
    journey.keys("Q");
    let mut journey = journey.again();
    assert_eq!(journey.open(), titles[4]);
    assert_eq!(journey.keys("H").open(), titles[2]);
    assert_eq!(journey.keys("H").open(), titles[0]);
    journey.keys("H");
    assert_eq!(journey.notice(), journey.said("nothing-before", &[]));
    // from another one that is opened nothing leads forward
    journey.keys("qjjj<Enter>");
    let opened = journey.open().to_owned();
    journey.keys("Q");
    let mut journey = journey.again();
    journey.keys("L");
    assert_eq!(journey.notice(), journey.said("nothing-after", &[]));
    assert_eq!(journey.keys("H").open(), titles[0]);
    assert_eq!(journey.keys("L").open(), opened);
}

#[test]
fn after_the_program_was_killed_the_way_leads_back_from_what_it_opens() {
    let mut journey = Journey::new(80, 24);
    journey
        .keys("<Enter>q")
        .keys("jj<Enter>q")
        .keys("jj<Enter>");
    let titles = journey.titles();
    let mut journey = journey.again();
    assert_eq!(journey.open(), titles[2], "no other one was left");
    assert_eq!(journey.keys("H").open(), titles[4]);
    assert_eq!(journey.keys("H").open(), titles[2]);
    assert_eq!(journey.keys("H").open(), titles[0]);
}

#[test]
fn what_is_gone_is_passed_over_on_the_way_back_and_forward() {
    let mut journey = Journey::new(80, 24);
    journey
        .keys("<Enter>q")
        .keys("jj<Enter>q")
        .keys("jj<Enter>");
    let titles = journey.titles();
    let gone = journey.app.list.entry(2).unwrap().id.clone();
    journey.meanwhile(|desk| drop(desk.remove(&[gone]).unwrap()));
    assert_eq!(journey.keys("H").open(), titles[0]);
    assert_eq!(journey.notice(), "");
    assert_eq!(journey.keys("L").open(), titles[4]);
    assert_eq!(journey.app.focus, Focus::Reader);
}

#[test]
fn what_was_stepped_to_and_is_removed_later_can_be_read_on() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>q").keys("jj<Enter>").keys("H");
    let open = journey.open().to_owned();
    let gone = journey.app.list.entry(0).unwrap().id.clone();
    journey.meanwhile(|desk| drop(desk.remove(&[gone]).unwrap()));
    assert_eq!(journey.open(), open);
    assert_eq!(journey.notice(), journey.said("gone", &[]));
}

#[test]
fn a_way_back_of_which_nothing_is_left_leads_nowhere() {
    let mut journey = Journey::new(80, 24);
    let gone = journey.app.list.entry(0).unwrap().id.clone();
    journey.keys("<Enter>q").keys("jj<Enter>");
    let titles = journey.titles();
    journey.meanwhile(|desk| drop(desk.remove(&[gone]).unwrap()));
    let first = journey.ahead(12);
    // the last key is meant for the article before
    journey.together("HG");
    assert_eq!(journey.open(), titles[2]);
    assert_eq!(journey.notice(), journey.said("nothing-before", &[]));
    assert_eq!(journey.app.focus, Focus::Reader);
    assert_eq!(journey.ahead(12), first);
    journey.keys("qj<Enter>");
    assert_eq!(journey.keys("H").open(), titles[2]);
}

#[test]
fn letters_lead_to_places_from_everywhere() {
    let mut journey = Journey::new(80, 24);
    journey.keys("jjj<Enter>").keys("5Gma");
    let marked = journey.ahead(12);
    journey.keys("gg").keys("'a");
    assert_eq!(journey.ahead(12), marked);
    journey.keys("''");
    assert_ne!(journey.ahead(12), marked);
    journey.keys("q").keys("gg").keys("'a");
    assert_eq!(journey.app.focus, Focus::Reader);
    assert_eq!(journey.ahead(12), marked);
    journey.keys("'z");
    assert_eq!(
        journey.notice(),
        journey.said("no-such-mark", &[("letter", "z".into())])
    );
}

#[test]
fn finding_looks_beyond_spelling_and_comes_round() {
    let mut journey = Journey::new(100, 30);
    let at = journey
        .titles()
        .iter()
        .position(|title| title.contains("نُقْطَةُ"))
        .unwrap();
    journey.keys(&format!("{}G<Enter>", at + 1));
    // the text is vocalised, what is typed is not
    journey.keys("/الحاشيه<Enter>");
    let (x, y) = journey.cursor();
    assert!(journey.ahead(20).contains("حَاشِيَةِ"), "{}", journey.ahead(20));
    assert!(journey.screen().is_hit(x - 1, y));
    let first = journey.app.reader.as_ref().unwrap().cursor;
    journey.keys("n");
    assert!(journey.app.reader.as_ref().unwrap().cursor > first);
    let mut rounds = 0;
    while journey.notice() != journey.said("from-the-start", &[]) {
        journey.keys("n");
        rounds += 1;
        assert!(rounds < 50);
    }
    assert_eq!(journey.app.reader.as_ref().unwrap().cursor, first);
    journey.keys("N");
    assert_eq!(journey.notice(), journey.said("from-the-end", &[]));
    // the first way out unmarks the hits, the second leaves
    journey.keys("q");
    assert_eq!(journey.app.focus, Focus::Reader);
    journey.keys("q");
    assert_eq!(journey.app.focus, Focus::List);
}

#[test]
fn what_is_not_found_leaves_the_cursor() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>7j");
    let before = journey.app.reader.as_ref().unwrap().cursor;
    journey.keys("/xyzzy<Enter>");
    assert_eq!(journey.app.reader.as_ref().unwrap().cursor, before);
    assert_eq!(
        journey.notice(),
        journey.said("not-found", &[("text", "xyzzy".into())])
    );
    journey.keys("/حاشية<Esc>");
    assert_eq!(journey.app.reader.as_ref().unwrap().cursor, before);
    assert!(journey.app.prompt.is_none());
}

#[test]
fn what_was_looked_for_before_comes_back_where_nothing_is_found() {
    for end in ["<Enter>", "<Esc>"] {
        let mut journey = Journey::new(80, 24);
        journey.keys("<Enter>").keys("/حاشية<Enter>");
        let here = journey.app.reader.as_ref().unwrap().cursor;
        journey.keys("/xyzzy").keys(end);
        assert_eq!(journey.app.reader.as_ref().unwrap().cursor, here);
        let (x, y) = journey.cursor();
        assert!(journey.screen().is_hit(x - 1, y), "{end}");
        journey.keys("n");
        assert!(journey.app.reader.as_ref().unwrap().cursor > here, "{end}");
        let ahead = hashiya::text::fold(&journey.ahead(20));
        assert!(ahead.starts_with("حاشيه"), "{end}: {ahead}");
    }
}

#[test]
fn directions_go_round() {
    let mut journey = Journey::reading(MIXED, 60, 20);
    let english = "A third one in English,";
    let column = |journey: &Journey| journey.screen().column_of(english);
    let own = column(&journey);
    journey.keys("gd");
    assert_eq!(journey.notice(), journey.said("direction-rtl", &[]));
    assert!(column(&journey) > own);
    journey.keys("gd");
    assert_eq!(column(&journey), own);
    assert!(!journey.screen().rows()[journey.screen().row_of("فقرة ثانية")].starts_with("      "));
    journey.keys("gd");
    assert_eq!(journey.notice(), journey.said("direction-own", &[]));
    assert_eq!(column(&journey), own);
}

#[test]
fn zen_leaves_only_the_text() {
    let mut journey = Journey::new(120, 40);
    journey.keys("<Enter>");
    assert!(journey.app.panes.list.is_some());
    journey.keys("gz");
    assert!(journey.app.panes.list.is_none() && journey.app.panes.header.is_none());
    let rows = journey.screen().rows();
    assert_eq!(rows[39], "");
    journey.keys("q");
    assert!(journey.app.panes.list.is_some());
}

#[test]
fn clutter_is_shown_and_hidden() {
    let page = "المرصد\n\nشارك على فيسبوك\n\nعنوان المقال هنا\n\nالقاهرة - قال مسؤول يوم الأحد إن المشروع سيبدأ قريبًا، وإن العمل فيه يستمر عامين.\n\nوأضاف أن الكلفة معروفة.\n\nاقرأ أيضًا: خبر آخر\n\nجميع الحقوق محفوظة © 2025\n";
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("page.txt");
    std::fs::write(&file, page).unwrap();
    crate::journey::add(dir.path(), vec![hashiya::desk::Source::Path(file)]);
    let mut journey = Journey::begin(dir, "en", 70, 30);
    journey.keys("<Enter>");
    let rights = "جميع الحقوق محفوظة";
    assert!(
        !journey.screen().shows(rights),
        "{}",
        journey.screen().text()
    );
    journey.keys("gc");
    assert_eq!(journey.notice(), journey.said("clutter-shown", &[]));
    assert!(
        journey.screen().shows(rights),
        "{}",
        journey.screen().text()
    );
    journey.keys("gc");
    assert!(!journey.screen().shows(rights));
}

#[test]
fn links_are_followed_by_number_and_under_the_cursor() {
    let mut journey = Journey::reading(MIXED, 60, 20);
    journey.keys("2gl");
    assert_eq!(journey.browsed, ["https://example.org/b"]);
    journey.keys("4G3w");
    assert!(journey.ahead(4).starts_with("رابط"), "{}", journey.ahead(9));
    journey.keys("<Enter>");
    assert_eq!(journey.browsed[1], "https://example.org/a");
    journey.keys("9gl");
    assert_eq!(journey.notice(), journey.said("no-such-link", &[]));
}

#[test]
fn the_cursor_keeps_its_place_on_another_screen() {
    let mut journey = Journey::new(120, 40);
    journey.keys("<Enter>").keys("25j").keys("3w");
    let here = journey.ahead(15);
    for (width, height) in [(40, 10), (30, 8), (300, 90), (80, 24)] {
        journey.resize(width, height);
        assert_eq!(journey.ahead(15), here, "{width}x{height}");
        let first: String = here.split(' ').next().unwrap().to_owned();
        assert!(
            journey.screen().text().contains(&cells(&first)),
            "{width}x{height}"
        );
    }
}

#[test]
fn the_mouse_opens_reads_and_selects() {
    use hashiya::app::{Mouse, MouseKind, Msg};
    let mut journey = Journey::new(80, 24);
    let row = journey.screen().row_of("وزيرة في موسكو") as u16;
    let press = |column, row, times| {
        Msg::Mouse(Mouse {
            kind: MouseKind::Press(times),
            column,
            row,
        })
    };
    journey.happen(press(5, row, 1));
    assert_eq!(journey.app.list.cursor, 2);
    assert_eq!(journey.app.focus, Focus::List);
    journey.happen(press(5, row, 2));
    assert_eq!(journey.app.focus, Focus::Reader);
    let row = journey.screen().row_of("كان في وسع") as u16;
    journey.happen(press(70, row, 2));
    journey.keys("y");
    let copied = journey.copied[0].clone();
    assert!(!copied.contains(' ') && !copied.is_empty(), "{copied}");
    journey.happen(press(70, row, 3));
    journey.keys("y");
    assert!(
        journey.copied[1].starts_with("كان في وسع تشوي"),
        "{:?}",
        journey.copied
    );
}
