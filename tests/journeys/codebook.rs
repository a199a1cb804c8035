//! What can be done in the codebook, with counts, and with an article as a whole?

use std::fs;

use hashiya::{
    app::{Mouse, MouseKind, Msg, Page, command::Scope},
    article::ArticleId,
    desk::{Answer, Desk, Request, Source},
    passage::{Codebook, Colour, Deed, Entry, Naming, TagId, Wish, Work},
};

use crate::journey::{Journey, add, asked};

/// Two articles of two sources, three passages, four tags.
fn begun(language: &str, width: u16, height: u16) -> Journey {
    let dir = tempfile::tempdir().unwrap();
    let article = |name: &str, source: &str| {
        let path = dir.path().join(name);
        let text = format!(
            "---\ntitle: {name}\nsource: {source}\n---\n\nقال محمد إن السوق هدأت، ثم مضى إلى بيته.\n"
        );
        fs::write(&path, text).unwrap();
        add(dir.path(), vec![Source::Path(path)]).remove(0)
    };
    let (one, other) = (article("a.md", "الجريدة"), article("b.md", "المجلة"));
    let mut desk = Desk::new(Some(dir.path().to_owned()), "reader".to_owned());
    let mark = |article: &ArticleId, start, tags: &[&str]| {
        let wish = Wish {
            article: article.clone(),
            version: 1,
            range: start..start + 4,
        };
        let tags = tags.iter().map(|name| Naming::Name((*name).to_owned()));
        Deed::Mark(wish, tags.collect(), String::new())
    };
    let deeds = vec![
        mark(&one, 5, &["اقتصاد"]),
        mark(&one, 10, &["اقتصاد", "سوق"]),
        mark(&other, 5, &["اقتصاد", "سياسة"]),
        Deed::NewTag("الإقتصاد".to_owned(), None),
    ];
    asked(&mut desk, Request::Code(deeds));
    let tags = codebook(&mut desk);
    let id = |name| tags.named(name).unwrap().tag.id.clone();
    let deeds = vec![
        Deed::Move(id("سوق"), Some(id("اقتصاد"))),
        Deed::Describe(id("سياسة"), "شؤون الحكم\nوما إليه".to_owned()),
    ];
    asked(&mut desk, Request::Code(deeds));
    drop(desk);
    Journey::begin(dir, language, width, height)
}

fn codebook(desk: &mut Desk) -> Codebook {
    match asked(desk, Request::Codebook) {
        Answer::Codebook(codebook) => codebook,
        other => panic!("{other:?}"),
    }
}

/// Types a text into what is open.
fn typed<'a>(journey: &'a mut Journey, text: &str) -> &'a mut Journey {
    journey.happen(Msg::Paste(text.to_owned()))
}

/// The tree with the counts of passages.
fn tree(journey: &Journey) -> String {
    let line = |entry: &Entry| {
        let depth = "-".repeat(entry.depth.into());
        format!("{depth}{} {}", entry.tag.name, entry.passages)
    };
    let lines = journey.app.codebook.entries.iter().map(line);
    lines.collect::<Vec<_>>().join(", ")
}

fn tag<'a>(journey: &'a Journey, name: &str) -> &'a Entry {
    journey.app.codebook.named(name).unwrap()
}

/// The name of the current tag.
fn here(journey: &Journey) -> &str {
    let at = journey.app.book().unwrap().current().unwrap();
    &journey.app.codebook.entries[at].tag.name
}

/// The tags that the passages shown must have, by their names.
fn wanted(journey: &Journey, ids: &[TagId]) -> Vec<String> {
    let name = |id| journey.app.codebook.get(id).unwrap().tag.name.clone();
    ids.iter().map(name).collect()
}

const TREE: &str = "اقتصاد 3, -سوق 1, الإقتصاد 0, سياسة 1";

#[test]
fn the_codebook_is_a_tree_with_counts_and_likely_duplicates() {
    let mut journey = begun("en", 80, 12);
    journey.keys("c");
    assert_eq!(tree(&journey), TREE);
    let shown = [
        " Hashiya  Codebook | 4 tags",
        "                                                            passages  articles",
        "  ▎ ﺩﺎﺼﺘﻗﺍ#             ≈ ﺩﺎﺼﺘﻗﻹﺍ#                     1           3         2",
        "      ﻕﻮﺳ#                                             2           1         1",
        "    ﺩﺎﺼﺘﻗﻹﺍ#            ≈ ﺩﺎﺼﺘﻗﺍ#                      4           0         0",
        "    ﺔﺳﺎﻴﺳ#              ﻪﻴﻟﺇ ﺎﻣﻭ ﻢﻜﺤﻟﺍ ﻥﻭﺆﺷ            3           1         1",
        "",
    ];
    assert_eq!(journey.screen().rows()[..7], shown);
}

#[test]
fn the_arabic_codebook_is_the_mirror_image() {
    let mut journey = begun("ar", 80, 12);
    journey.keys("c");
    let shown = [
        "                                                        ﻡﻮﺳﻭ ٤ | ﻡﻮﺳﻮﻟﺍ ﻞﻴﻟﺩ  ﺔﻴﺷﺎﺣ",
        "  ﺕﻻﺎﻘﻣ     ﻊﻃﺎﻘﻣ",
        "       ٢         ٣           ١                     ﺩﺎﺼﺘﻗﻹﺍ# ≈             ﺩﺎﺼﺘﻗﺍ# ▎",
        "       ١         ١           ٢                                             ﻕﻮﺳ#",
    ];
    let rows = journey.screen().rows();
    let trimmed = rows.iter().map(|row| row.trim()).take(4);
    let shown = shown.map(str::trim);
    assert_eq!(trimmed.collect::<Vec<_>>(), shown);
}

#[test]
fn the_cursor_stays_on_its_tag_when_others_change_the_codebook() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cG");
    assert_eq!(here(&journey), "سياسة");
    journey.meanwhile(|desk| {
        asked(desk, Request::Code(vec![Deed::NewTag("أدب".into(), None)]));
    });
    assert_eq!(journey.app.codebook.entries.len(), 5);
    assert_eq!(here(&journey), "سياسة");
}

#[test]
fn tags_are_narrowed_however_they_are_spelled_and_shown_again() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cG/");
    typed(&mut journey, "إقتصاد");
    assert_eq!(journey.app.book().unwrap().window.count(), 2);
    assert_eq!(here(&journey), "اقتصاد");
    journey.keys("<Enter>G");
    assert_eq!(here(&journey), "الإقتصاد");
    journey.keys("<Esc>");
    assert_eq!(journey.app.book().unwrap().window.count(), 4);
    assert_eq!(here(&journey), "الإقتصاد");
    journey.keys("f");
    typed(&mut journey, "سوق");
    assert!(journey.screen().shows("#سوق"));
    assert!(
        journey.screen().text().contains("  ﺩﺎﺼﺘﻗﺍ"),
        "what it is below"
    );
    journey.keys("<Esc>");
    assert_eq!(journey.app.book().unwrap().words, "");
    journey.keys("<Esc>");
    assert_eq!(journey.app.place(), Scope::LIST);
}

#[test]
fn enter_leads_to_the_passages_and_back() {
    let mut journey = begun("ar", 80, 24);
    journey.keys("cG<Enter>");
    let page = journey.app.collection().unwrap();
    assert_eq!(wanted(&journey, &page.wanted.all), ["سياسة"]);
    assert_eq!(page.len(), 1);
    // into the article, to the page, to the codebook as it was left
    journey.keys("<Enter>");
    assert_eq!(journey.app.place(), Scope::READER);
    journey.keys("q");
    assert_eq!(journey.app.place(), Scope::PASSAGES);
    journey.keys("q");
    assert_eq!(here(&journey), "سياسة");
    journey.keys("<Enter>c");
    assert_eq!(journey.app.pages.len(), 1, "c goes back to it");
    journey.keys("q");
    assert_eq!(journey.app.place(), Scope::READER);
}

#[test]
fn new_tags_stand_beside_or_below_the_current_one() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cjn");
    typed(&mut journey, "مال").keys("<Enter>");
    assert_eq!(here(&journey), "مال");
    journey.keys("N");
    typed(&mut journey, "ذهب").keys("<Enter>");
    assert_eq!(
        tree(&journey),
        "اقتصاد 3, -سوق 1, -مال 0, --ذهب 0, الإقتصاد 0, سياسة 1"
    );
    assert_eq!(here(&journey), "ذهب");
    journey.keys("n");
    typed(&mut journey, "سوق").keys("<Enter>");
    assert!(journey.notice().contains("سوق"), "{}", journey.notice());
    journey.keys("uu");
    assert_eq!(tree(&journey), TREE);
}

#[test]
fn a_tag_is_renamed_and_a_name_that_another_has_asks_whether_to_merge() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cGe<C-u>");
    typed(&mut journey, "حكم").keys("<Enter>");
    assert_eq!(here(&journey), "حكم");
    assert_eq!(tag(&journey, "حكم").passages, 1);
    journey.keys("e<C-u>");
    typed(&mut journey, "سوق").keys("<Enter>");
    let asked = journey.said("confirm-tag-passages", &[("count", 1.into())]);
    assert!(
        journey.screen().shows(&asked),
        "{}",
        journey.screen().text()
    );
    journey.keys("n");
    assert_eq!(tag(&journey, "حكم").passages, 1);
    journey.keys("e<C-u>");
    typed(&mut journey, "سوق").keys("<Enter>y");
    assert_eq!(tree(&journey), "اقتصاد 3, -سوق 2, الإقتصاد 0");
    journey.keys("e<C-u>\u{20}<Enter>");
    assert!(journey.notice().contains("at least one letter"));
}

#[test]
fn a_tag_becomes_part_of_another_after_a_question_that_counts() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cm");
    typed(&mut journey, "سياسة").keys("<Enter>");
    let screen = journey.screen();
    for (key, count) in [
        ("confirm-tag-passages", 3),
        ("confirm-tag-articles", 2),
        ("confirm-tag-below", 1),
    ] {
        let said = journey.said(key, &[("count", count.into())]);
        assert!(screen.shows(&said), "{said}\n{}", screen.text());
    }
    journey.keys("y");
    assert_eq!(tree(&journey), "الإقتصاد 0, سياسة 3, -سوق 1");
    assert_eq!(here(&journey), "سياسة");
    journey.keys("u");
    assert_eq!(tree(&journey), TREE);
}

#[test]
fn a_tag_moves_below_another_and_to_the_top_but_not_below_itself() {
    let mut journey = begun("ar", 80, 24);
    journey.keys("ci");
    let names = ["#سوق", "#سياسة"].map(|name| journey.screen().shows(name));
    assert_eq!(names, [true, true], "the codebook is seen above the picker");
    typed(&mut journey, "سوق");
    let picker = journey.screen();
    assert!(!picker.shows(&journey.said("picker-top", &[])));
    journey.keys("<Enter>");
    assert_eq!(tree(&journey), TREE, "nothing is below what is below it");
    journey.keys("<C-u>");
    typed(&mut journey, "سياسة").keys("<Enter>");
    assert_eq!(tree(&journey), "الإقتصاد 0, سياسة 1, -اقتصاد 3, --سوق 1");
    assert_eq!(here(&journey), "اقتصاد");
    journey.keys("i<Enter>");
    assert_eq!(tree(&journey), TREE);
}

#[test]
fn a_tag_is_deleted_and_its_passages_keep_the_others() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cx");
    let said = journey.said("confirm-delete-tag", &[("name", "اقتصاد".into())]);
    assert!(journey.screen().shows(&said), "{said}");
    journey.keys("y");
    assert_eq!(tree(&journey), "الإقتصاد 0, سوق 1, سياسة 1");
    journey.keys("qp");
    assert_eq!(journey.app.collection().unwrap().len(), 3);
    journey.keys("u");
    assert_eq!(tree(&journey), TREE);
}

#[test]
fn marked_passages_of_a_tag_are_split_off() {
    let mut journey = begun("en", 80, 24);
    journey.keys("cs<Space><Space>n");
    typed(&mut journey, "تجارة").keys("<Enter>");
    assert_eq!(tag(&journey, "تجارة").passages, 2);
    assert_eq!(tag(&journey, "اقتصاد").passages, 1);
    assert_eq!(journey.app.collection().unwrap().len(), 1);
    assert!(journey.app.collection().unwrap().marked.is_empty());
    journey.keys("<Esc><Esc>n");
    assert_eq!(journey.notice(), journey.said("split-of-one", &[]));
    journey.keys("c2Gs").keys("u");
    assert_eq!(tree(&journey), TREE);
}

#[test]
fn a_tag_gets_the_next_colour_a_meaning_and_a_key() {
    let mut journey = begun("en", 100, 24);
    let before = tag(&journey, "اقتصاد").tag.colour;
    journey.keys("cgc");
    let after = tag(&journey, "اقتصاد").tag.colour;
    let at = |colour| Colour::ALL.iter().position(|own| *own == colour).unwrap();
    assert_eq!(at(after), (at(before) + 1) % 6);
    journey.keys("a");
    typed(&mut journey, "مال وأعمال").keys("<Esc>");
    assert_eq!(tag(&journey, "اقتصاد").tag.description, "مال وأعمال");
    assert!(journey.screen().shows("مال وأعمال"));
    journey.keys("tt");
    assert_eq!(journey.notice(), journey.said("pin-taken", &[]));
    journey.keys("t;");
    assert_eq!(journey.notice(), journey.said("pin-letter", &[]));
    journey.keys("tk");
    assert_eq!(tag(&journey, "اقتصاد").tag.letter, Some('k'));
    journey.keys("jtk");
    assert_eq!(tag(&journey, "اقتصاد").tag.letter, None);
    assert_eq!(tag(&journey, "سوق").tag.letter, Some('k'));
    journey.keys("t<Space>");
    assert_eq!(tag(&journey, "سوق").tag.letter, None);
}

#[test]
fn a_pinned_key_gives_its_tag_on_the_arabic_layout_too() {
    let mut journey = begun("ar", 100, 24);
    // t, n and the digit as the layout types them
    journey.keys("ؤ").keys("ف").keys("ى");
    assert_eq!(tag(&journey, "اقتصاد").tag.letter, Some('n'));
    assert!(journey.screen().shows("ى"));
    journey.keys("q<Enter>J").keys("ف").keys("ى");
    let reader = journey.app.reader.as_ref().unwrap();
    assert!(journey.app.drawer.is_none());
    let named = reader.coding.passages.iter().filter(|passage| {
        let id = &tag(&journey, "اقتصاد").tag.id;
        passage.tags.contains(id)
    });
    assert!(named.count() >= 1);
}

#[test]
fn passages_are_filtered_by_tags_with_the_picker() {
    let mut journey = begun("en", 80, 24);
    let count = |journey: &Journey| journey.app.collection().unwrap().len();
    journey.keys("p+");
    typed(&mut journey, "اقتصاد").keys("<Tab>");
    typed(&mut journey, "سوق").keys("<Enter>");
    assert_eq!(count(&journey), 1);
    assert!(journey.screen().rows()[0].ends_with("| ﺩﺎﺼﺘﻗﺍ# + ﻕﻮﺳ#"));
    // one of them is no longer wanted
    journey.keys("+");
    typed(&mut journey, "سوق").keys("<Tab><Enter>");
    assert_eq!(count(&journey), 3);
    journey.keys("-");
    typed(&mut journey, "سياسة").keys("<Enter>");
    assert_eq!(count(&journey), 2);
    journey.keys("<Esc>*");
    typed(&mut journey, "سياسة").keys("<Tab>");
    typed(&mut journey, "سوق").keys("<Enter>");
    assert_eq!(count(&journey), 2);
    journey.keys("<Esc>g-");
    assert_eq!(count(&journey), 0);
    assert!(journey.screen().shows(&journey.said("untagged", &[])));
    journey.keys("g-");
    assert_eq!(count(&journey), 3);
    assert!(journey.app.codebook.entries.len() == 4, "no tag was made");
}

#[test]
fn counts_are_a_table_by_source_with_bars() {
    let mut journey = begun("en", 100, 12);
    journey.keys("c=");
    let shown = [
        " Hashiya  Counts",
        "                              passages                               ﺓﺪﻳﺮﺠﻟﺍ              ﺔﻠﺠﻤﻟﺍ",
        "  ▎ ﺩﺎﺼﺘﻗﺍ#                          3  ████████████████                   2                   1",
        "    ﻕﻮﺳ#                             1  █████▍                             1",
        "    ﺔﺳﺎﻴﺳ#                           1  █████▍                                                 1",
        "",
    ];
    assert_eq!(journey.screen().rows()[..6], shown);
}

#[test]
fn arabic_counts_are_the_mirror_image() {
    let mut journey = begun("ar", 100, 12);
    journey.keys("p=");
    let shown = [
        "                                                                                ﻡﻮﺳﻮﻟﺍ ءﺎﺼﺣﺇ  ﺔﻴﺷﺎﺣ",
        "    ﺔﻠﺠﻤﻟﺍ              ﺓﺪﻳﺮﺠﻟﺍ                               ﻊﻃﺎﻘﻣ",
        "    ١                   ٢                   ████████████████  ٣                          ﺩﺎﺼﺘﻗﺍ# ▎",
        "                        ١                             ▋█████  ١                             ﻕﻮﺳ#",
        "    ١                                                 ▋█████  ١                           ﺔﺳﺎﻴﺳ#",
        "",
    ];
    let screen = journey.screen();
    assert_eq!(
        screen.selected(3),
        [54],
        "the end of the bar is what is left of its cell"
    );
    assert_eq!(screen.rows()[..6], shown);
}

#[test]
fn counts_are_of_what_the_page_shows_and_lead_to_it() {
    let mut journey = begun("en", 80, 24);
    journey.keys("p+");
    typed(&mut journey, "سياسة").keys("<Enter>=");
    let totals = |journey: &Journey| match journey.app.page() {
        Some(Page::Counts(page)) => {
            let rows = page.rows.iter();
            rows.map(|row| row.total).collect::<Vec<_>>()
        }
        page => panic!("{page:?}"),
    };
    assert_eq!(totals(&journey), [1, 1]);
    journey.keys("<Enter>");
    let page = journey.app.collection().unwrap();
    assert_eq!(wanted(&journey, &page.wanted.all), ["سياسة", "اقتصاد"]);
    assert_eq!(page.len(), 1);
    // what is changed there is counted anew
    journey.keys("x").keys("y").keys("q");
    assert_eq!(totals(&journey), [0; 0]);
    journey.keys("<Esc>");
    assert_eq!(journey.app.place(), Scope::PASSAGES);
    assert_eq!(journey.app.collection().unwrap().len(), 0);
}

#[test]
fn an_article_as_a_whole_gets_tags_a_note_and_a_state_of_work() {
    for (enter, width) in [("<Enter>", 80), ("j", 80), ("j", 60)] {
        let mut journey = begun("ar", width, 24);
        journey.keys(enter).keys("gm<Enter>");
        typed(&mut journey, "ملف").keys("<Enter>");
        assert_eq!(tag(&journey, "ملف").articles, 1);
        assert_eq!(tag(&journey, "ملف").passages, 0);
        journey.keys("gmj<Enter>");
        typed(&mut journey, "يُقرأ ثانية").keys("<Esc>");
        journey.keys("gmG<Enter><Enter>");
        let state = journey.said("work-in-progress", &[]);
        assert!(
            journey.screen().shows(&state),
            "{}",
            journey.screen().text()
        );
        journey.keys("<Esc>");
        let id = journey.app.list.current().unwrap().id.clone();
        journey.meanwhile(|desk| {
            let Answer::Coding(coding) = asked(desk, Request::Coding(id)) else {
                panic!("no sheet");
            };
            assert_eq!(coding.sheet.note, "يُقرأ ثانية");
            assert_eq!(coding.sheet.work, Some(Work::InProgress));
            assert_eq!(coding.sheet.tags.len(), 1);
        });
        journey.keys("gm");
        for said in ["#ملف", "يُقرأ ثانية", &state] {
            assert!(journey.screen().shows(said), "{}", journey.screen().text());
        }
        journey.keys("G<Enter><Enter>");
        let none = journey.said("work-none", &[]);
        assert!(journey.screen().shows(&none));
    }
}

#[test]
fn a_sheet_that_has_still_to_come_does_nothing() {
    let mut journey = begun("en", 60, 24);
    journey.keys("j").hold().keys("gm<Enter>");
    assert!(journey.app.drawer.is_none());
    journey.release();
    assert!(journey.screen().shows(&journey.said("work-none", &[])));
    journey.keys("<Enter>");
    assert!(journey.app.drawer.is_some());
}

#[test]
fn pages_are_seen_where_only_the_text_was() {
    let mut journey = begun("en", 80, 24);
    journey.keys("<Enter>gzc");
    assert!(journey.screen().shows(&journey.said("page-codebook", &[])));
}

#[test]
fn the_mouse_chooses_a_tag_and_opens_it() {
    let mut journey = begun("ar", 80, 24);
    journey.keys("c");
    let row = journey.screen().row_of("#سوق") as u16;
    let press = |times| {
        Msg::Mouse(Mouse {
            kind: MouseKind::Press(times),
            column: 60,
            row,
        })
    };
    journey.happen(press(1));
    assert_eq!(here(&journey), "سوق");
    journey.happen(press(2));
    let page = journey.app.collection().unwrap();
    assert_eq!(wanted(&journey, &page.wanted.all), ["سوق"]);
}
