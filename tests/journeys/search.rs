//! Is all that was read found again, opened at the hit, and gone through hit by hit?

use std::{
    collections::BTreeSet,
    fs,
    sync::{OnceLock, atomic::AtomicBool},
};

use hashiya::{
    app::{Focus, IndexNews, Key, Mouse, MouseKind, Msg, Results},
    desk::{Desk, Finding, FoundIn, Search, Source},
    passage::PassageId,
    terms::Query,
};

use crate::{
    journey::{Journey, add},
    laws::holds,
};

/// What a search of the bundled articles finds.
fn finding(journey: &mut Journey, text: &str) -> Finding {
    let search = Search {
        text: text.to_owned(),
        count: 50,
        typing: false,
    };
    let mut found = Finding::default();
    journey.meanwhile(|desk| {
        index(desk);
        found = desk.search(&search).unwrap();
    });
    found
}

/// What a search of the bundled articles finds, in every library of theirs.
pub fn found() -> &'static Finding {
    static FOUND: OnceLock<Finding> = OnceLock::new();
    FOUND.get_or_init(|| finding(&mut Journey::new(80, 24), WORD))
}

fn index(desk: &mut Desk) {
    desk.catch_up(&AtomicBool::new(false), &mut |_| {}).unwrap();
}

/// A search that was typed and answered.
fn searched(language: &str, text: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::speaking(language, width, height);
    journey.found = Some(finding(&mut journey, text));
    journey.keys("g/");
    journey.happen(Msg::Paste(text.to_owned()));
    journey
}

fn page(journey: &Journey) -> &Results {
    journey.app.results().expect("the page of the search")
}

fn count(journey: &Journey) -> usize {
    journey.found.as_ref().unwrap().found.len()
}

fn title(journey: &Journey, at: usize) -> String {
    let found = &journey.found.as_ref().unwrap().found[at];
    found.entry.meta.title.clone()
}

const WORD: &str = "بيونغ يانغ";

#[test]
fn what_is_typed_is_searched_for_at_once_and_shown_with_its_hits() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 120, 36);
        journey.found = Some(finding(&mut journey, WORD));
        journey.keys("g/");
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("search-says-exact", &[])));
        assert!(journey.searches.is_empty(), "nothing was typed yet");
        for letter in WORD.chars() {
            journey.happen(Msg::Paste(letter.to_string()));
        }
        let typed = journey.searches.last().unwrap();
        assert_eq!((typed.text.as_str(), typed.typing), (WORD, true));
        assert_eq!(typed.count, 50);
        assert!(count(&journey) > 1);
        let screen = journey.screen();
        let row = screen.row_of(&title(&journey, 0)) as u16;
        assert!(screen.caret.unwrap().1 < row);
        let hits = (0..120).filter(|x| screen.is_hit(*x, row + 2)).count();
        assert!(
            hits >= WORD.chars().count() - 1,
            "{hits}\n{}",
            screen.text()
        );
        let said = journey.said("count-found", &[("count", (count(&journey) as u64).into())]);
        assert!(screen.shows(&said));
        holds(&mut journey);
    }
}

#[test]
fn results_have_the_keys_after_enter_and_open_at_the_hit() {
    let mut journey = searched("en", WORD, 100, 30);
    journey.keys("<Enter>");
    assert!(!journey.searches.last().unwrap().typing);
    assert!(!page(&journey).typing);
    assert_eq!(journey.screen().caret, None);
    journey.keys("j<Enter>");
    assert_eq!(journey.app.focus, Focus::Reader);
    assert_eq!(journey.open(), title(&journey, 1));
    let place = journey.found.as_ref().unwrap().found[1].place.clone();
    let reader = journey.app.reader.as_ref().unwrap();
    assert_eq!(FoundIn::Text(reader.offset()), place);
    let row = journey.app.list.find(reader.loaded.entry.row()).unwrap();
    assert!(journey.app.list.entry(row).unwrap().read);
    let (column, row) = journey.cursor();
    assert!(journey.screen().is_hit(column - 1, row));
}

#[test]
fn one_comes_back_to_the_page_as_it_was_left() {
    for key in ["q", "H"] {
        let mut journey = searched("ar", WORD, 80, 24);
        journey.keys("<Enter>j<Enter>").keys(key);
        assert_eq!(page(&journey).cursor, 1, "{key}");
        assert_eq!(page(&journey).line.text(), WORD);
        assert!(!page(&journey).typing);
        journey.keys("q");
        assert!(journey.app.results().is_none());
    }
}

#[test]
fn a_command_on_a_key_of_two_letters_types_neither() {
    let mut journey = Journey::new(80, 24);
    journey.keys("g/").happen(Msg::Paste("one two".to_owned()));
    // Alt-b with the Arabic layout on: Escape, lam, alef
    let lam = Key {
        alt: true,
        ..Key::char('ل')
    };
    journey.happen(Msg::Keys(vec![lam, Key::char('ا')]));
    assert_eq!(page(&journey).line.text(), "one two");
    journey.keys("x");
    assert_eq!(page(&journey).line.text(), "one xtwo");
}

#[test]
fn letters_typed_before_the_answer_open_the_first_result_when_it_comes() {
    let mut journey = Journey::new(80, 24);
    journey.found = Some(finding(&mut journey, WORD));
    journey.keys("g/").hold();
    journey.happen(Msg::Paste(WORD.to_owned()));
    journey.keys("<Enter><Enter>").release();
    assert_eq!(journey.open(), title(&journey, 0));
}

#[test]
fn n_goes_on_through_hits_and_articles_and_back() {
    let mut journey = searched("en", WORD, 80, 24);
    let last = count(&journey) - 1;
    journey.keys("<Enter><Enter>gg");
    let mut seen = vec![journey.open().to_owned()];
    let mut places = Vec::new();
    for _ in 0..500 {
        let before = places.last().cloned();
        journey.keys("n");
        let reader = journey.app.reader.as_ref().unwrap();
        let place = (journey.open().to_owned(), reader.cursor);
        if before.as_ref() == Some(&place) {
            break;
        }
        if seen.last().map(String::as_str) != Some(journey.open()) {
            seen.push(journey.open().to_owned());
            assert!(
                journey.notice().contains(journey.open()),
                "{}",
                journey.notice()
            );
        }
        places.push(place);
    }
    let titles: Vec<String> = (0..=last).map(|at| title(&journey, at)).collect();
    assert_eq!(seen, titles);
    assert_eq!(journey.notice(), journey.said("last-found", &[]));
    // and all the way back
    for place in places.iter().rev().skip(1) {
        journey.keys("N");
        let reader = journey.app.reader.as_ref().unwrap();
        assert_eq!((journey.open(), reader.cursor), (place.0.as_str(), place.1));
    }
    journey.keys("N");
    assert_eq!(journey.notice(), journey.said("first-found", &[]));
}

#[test]
fn n_goes_on_beyond_the_results_that_are_here() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for at in 0..60 {
        let file = dir.path().join(format!("{at}.md"));
        fs::write(
            &file,
            format!("---\ntitle: خبر {at}\n---\n\nفُتح الصندوق {at}.\n"),
        )
        .unwrap();
        files.push(Source::Path(file));
    }
    add(dir.path(), files);
    let mut journey = Journey::begin(dir, "en", 80, 24);
    journey.meanwhile(index).keys("g/");
    journey.happen(Msg::Paste("الصندوق".to_owned()));
    journey.keys("<Enter><Enter>");
    let mut seen = BTreeSet::from([journey.open().to_owned()]);
    for _ in 1..60 {
        journey.keys("n");
        seen.insert(journey.open().to_owned());
    }
    assert_eq!(seen.len(), 60);
    assert_eq!(journey.searches.last().unwrap().count, 100);
    journey.keys("n");
    assert_eq!(journey.notice(), journey.said("last-found", &[]));
    // the page shows what it showed
    journey.keys("q");
    assert_eq!(page(&journey).cursor, 0);
    assert_eq!(page(&journey).found().len(), 50);
}

#[test]
fn a_text_looked_for_in_the_article_hides_the_hits_until_it_is_left() {
    let mut journey = searched("en", WORD, 80, 24);
    journey.keys("<Enter><Enter>");
    let here = journey.app.reader.as_ref().unwrap().cursor;
    journey.keys("/");
    journey.happen(Msg::Paste("روسيا".to_owned()));
    journey.keys("<Esc>");
    assert_eq!(journey.app.reader.as_ref().unwrap().cursor, here);
    journey.keys("ggn");
    let reader = journey.app.reader.as_ref().unwrap();
    let found = reader.found.as_ref().unwrap();
    assert!(found.around(&reader.paper.page, reader.cursor).is_some());
}

#[test]
fn what_is_selected_is_searched_for() {
    let mut journey = Journey::reading(
        "---\ntitle: عنوان\n---\n\nقال: «الميناء القديم» أُغلق.\n",
        80,
        24,
    );
    journey.found = Some(Finding::default());
    journey.keys("Jviqg/");
    assert!(!journey.searches[0].typing, "the last word does not go on");
    assert_eq!(page(&journey).line.text(), "الميناء القديم");
    assert_eq!(journey.searches.last().unwrap().text, "الميناء القديم");
    journey.keys("<Esc>");
    assert!(journey.app.results().is_none());
    assert_eq!(journey.app.focus, Focus::Reader);
}

#[test]
fn earlier_searches_come_back_into_the_line() {
    let mut journey = searched("en", "سوق", 80, 24);
    journey.found = Some(finding(&mut journey, WORD));
    journey.keys("<Enter>f<C-u>");
    assert_eq!(page(&journey).found().len(), 0);
    journey.happen(Msg::Paste(WORD.to_owned()));
    journey.keys("<Enter>q").keys("g/");
    assert_eq!(page(&journey).line.text(), "");
    journey.keys("x<Up>");
    assert_eq!(page(&journey).line.text(), WORD);
    assert_eq!(page(&journey).found().len(), count(&journey));
    journey.keys("<Up><Up>");
    assert_eq!(page(&journey).line.text(), "سوق");
    journey.keys("<Down><Down>");
    assert_eq!(page(&journey).line.text(), "x");
    journey.keys("<Down>");
    assert!(!page(&journey).typing, "below the newest are the results");
}

#[test]
fn what_is_typed_takes_the_place_of_what_was_searched_for() {
    let mut journey = searched("en", WORD, 80, 24);
    let (_, y) = journey.screen().caret.unwrap();
    assert!(journey.screen().selected(y).is_empty());
    journey.keys("<Enter>g/");
    assert_eq!(page(&journey).line.text(), WORD);
    assert!(!journey.screen().selected(y).is_empty());
    journey.keys("سوق");
    assert_eq!(page(&journey).line.text(), "سوق");
    assert!(journey.screen().selected(y).is_empty());
    // any other key of the line goes on with it
    journey.keys("<Enter>g/<Backspace>ق");
    assert_eq!(page(&journey).line.text(), "سوق");
    journey.keys("<Enter>g/<Enter>");
    assert!(journey.screen().selected(y).is_empty());
}

#[test]
fn what_is_not_so_is_said() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 100, 24);
        journey.found = Some(Finding {
            behind: 1,
            query: Query {
                unread: vec!["2025-99".into()],
                ..Query::default()
            },
            ..Finding::default()
        });
        journey.keys("g/");
        journey.happen(Msg::Paste("ءءء".into()));
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("search-none", &[])));
        let said = journey.said("search-behind", &[("count", 1u64.into())]);
        assert!(screen.shows(&said), "{said}\n{}", screen.text());
        assert!(screen.shows("2025-99"));
        journey.keys("<Enter>");
        assert!(page(&journey).typing, "there is nothing to go to");
        let mut some = finding(&mut journey, WORD);
        some.some = true;
        journey.found = Some(some);
        // all is asked for again until nothing is missing
        journey.happen(Msg::Tick(crate::journey::TODAY));
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("search-some", &[])));
        assert!(!screen.shows(&journey.said("search-none", &[])));
        let asked = journey.searches.len();
        journey.happen(Msg::Tick(crate::journey::TODAY));
        assert_eq!(journey.searches.len(), asked);
    }
}

#[test]
fn the_end_of_the_results_asks_for_more() {
    let mut journey = Journey::new(80, 24);
    let one = finding(&mut journey, WORD);
    let mut many = Vec::new();
    while many.len() < 50 {
        many.extend(one.found.clone());
    }
    many.truncate(50);
    journey.found = Some(Finding {
        found: many.clone(),
        ..one
    });
    journey.keys("g/");
    journey.happen(Msg::Paste(WORD.to_owned()));
    journey.keys("<Enter>");
    assert_eq!(journey.searches.last().unwrap().count, 50);
    many.extend(many.clone());
    many.truncate(70);
    journey.found.as_mut().unwrap().found = many;
    journey.keys("G");
    assert_eq!(journey.searches.last().unwrap().count, 100);
    let asked = journey.searches.len();
    journey.keys("G");
    assert_eq!(page(&journey).cursor, 69);
    assert_eq!(journey.searches.len(), asked, "there are no more");
    holds(&mut journey);
}

#[test]
fn the_name_under_the_cursor_leads_to_the_next_article() {
    let mut journey = Journey::new(80, 24);
    let mut all = finding(&mut journey, WORD);
    // the oldest spells it so
    all.found.reverse();
    journey.found = Some(all);
    let row = journey.found.as_ref().unwrap().found[0].entry.row();
    let at = journey.app.list.find(row).unwrap() + 1;
    journey.keys(&format!("{at}G<Enter>"));
    assert_eq!(journey.open(), title(&journey, 0));
    journey.keys("/");
    journey.happen(Msg::Paste("بيونغ".into()));
    journey.keys("<Enter>gw");
    assert_eq!(journey.open(), title(&journey, 1));
    let reader = journey.app.reader.as_ref().unwrap();
    let found = reader.found.as_ref().unwrap();
    assert!(found.around(&reader.paper.page, reader.cursor).is_some());
    let search = journey.searches.last().unwrap();
    assert!(!search.typing);
    assert!(search.text.contains("بيونغ"), "{}", search.text);
    // a word that says nothing names nobody
    let asked = journey.searches.len();
    journey.keys("/");
    journey.happen(Msg::Paste(" في ".into()));
    journey.keys("<Enter>gw");
    assert_eq!(journey.notice(), journey.said("no-name-here", &[]));
    assert_eq!(journey.searches.len(), asked);
    journey.keys("g/<Esc>gg/");
    journey.happen(Msg::Paste("بيون".into()));
    journey.keys("<Enter>");
    // nobody else: those that hold some of the words do not mention the name
    let only = journey.found.as_mut().unwrap();
    only.some = true;
    let here = journey.open().to_owned();
    journey.keys("gw");
    assert_eq!(journey.open(), here);
    let text = journey.searches.last().unwrap().text.clone();
    assert_eq!(
        journey.notice(),
        journey.said("no-mention", &[("text", (&text).into())])
    );
}

#[test]
fn a_result_in_a_note_or_a_tag_says_so_and_opens() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 80, 24);
        let mut found = finding(&mut journey, WORD);
        found.found.truncate(2);
        found.found[0].place = FoundIn::Note(PassageId::from_stored("none".into()));
        found.found[1].place = FoundIn::Sheet;
        journey.found = Some(found);
        journey.keys("g/");
        journey.happen(Msg::Paste(WORD.to_owned()));
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("found-in-note", &[])));
        assert!(screen.shows(&journey.said("found-in-sheet", &[])));
        journey.keys("<Enter><Enter>");
        assert_eq!(journey.open(), title(&journey, 0));
    }
}

#[test]
fn a_result_is_said_to_be_related_and_that_is_taken_back() {
    let mut journey = Journey::new(80, 24);
    journey.found = Some(finding(&mut journey, WORD));
    journey.keys("g/");
    journey.happen(Msg::Paste(WORD.to_owned()));
    journey.keys("<Enter>+");
    assert_eq!(journey.notice(), journey.said("relate-no-article", &[]));
    journey.keys("<Enter>g/");
    journey.happen(Msg::Paste(WORD.to_owned()));
    journey.keys("<Enter>+");
    assert_eq!(journey.notice(), journey.said("relate-itself", &[]));
    journey.keys("jgr");
    let (name, other) = (title(&journey, 0), title(&journey, 1));
    let names = [("name", (&name).into()), ("other", (&other).into())];
    assert_eq!(journey.notice(), journey.said("relate-done", &names));
    journey.keys("+");
    assert_eq!(journey.notice(), journey.said("nothing-changed", &[]));
    journey.keys("uu");
    assert_eq!(journey.notice(), journey.said("nothing-to-undo", &[]));
}

#[test]
fn a_word_of_a_note_leads_to_its_passage() {
    let mut journey = Journey::reading(
        "---\ntitle: عنوان\n---\n\nأول.\n\nقال محمد: أُغلق الميناء.\n\nآخر.\n",
        80,
        24,
    );
    journey.keys("JJJviwa");
    journey.happen(Msg::Paste("زمردة خضراء".to_owned()));
    journey.keys("<Esc>gg").meanwhile(index);
    journey.keys("g/");
    journey.happen(Msg::Paste("زمرده".to_owned()));
    assert!(matches!(
        page(&journey).current().unwrap().place,
        FoundIn::Note(_)
    ));
    let screen = journey.screen();
    assert!(screen.shows("زمردة خضراء"));
    assert!(screen.shows(&journey.said("found-in-note", &[])));
    journey.keys("<Enter><Enter>");
    assert_eq!(journey.ahead(8), "قال محمد");
}

#[test]
fn the_mouse_opens_a_result_and_the_wheel_goes_on() {
    let mut journey = searched("en", WORD, 80, 24);
    let wheel = |down| Mouse {
        kind: MouseKind::Wheel(down),
        column: 20,
        row: 10,
    };
    journey.happen(Msg::Mouse(wheel(true)));
    assert_eq!(page(&journey).cursor, 1);
    let row = journey.screen().row_of(&title(&journey, 0)) as u16;
    journey.happen(Msg::Mouse(Mouse {
        kind: MouseKind::Press(1),
        column: 20,
        row: row + 1,
    }));
    assert_eq!(journey.open(), title(&journey, 0));
}

#[test]
fn the_current_result_is_in_sight_at_every_size() {
    for language in ["en", "ar"] {
        let mut journey = searched(language, WORD, 120, 36);
        journey.keys("<Enter>");
        for (width, height) in [(120, 36), (80, 24), (40, 12), (30, 8)] {
            journey.resize(width, height);
            for key in ["G", "k", "gg", "j", "<PageDown>", "b"] {
                journey.keys(key);
                let page = page(&journey);
                let here = page.shown.iter().find(|shown| shown.at == page.cursor);
                let here =
                    here.unwrap_or_else(|| panic!("{width}x{height} {key}: {:?}", page.shown));
                let area = journey.app.panes.page.unwrap();
                assert!(
                    here.y + here.rows <= area.height,
                    "{width}x{height}: {here:?}"
                );
                holds(&mut journey);
            }
        }
    }
}

#[test]
fn an_error_is_told_and_one_types_on() {
    let mut journey = Journey::new(80, 24);
    journey.keys("g/").lose();
    journey.happen(Msg::Paste("سوق".into()));
    assert!(journey.app.notice.as_ref().unwrap().error);
    journey.found = Some(Finding::default());
    journey.keys("ء");
    assert!(page(&journey).finding.is_some());
}

#[test]
fn what_is_typed_before_there_is_an_index_is_searched_for_once_there_is() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 80, 24);
        journey.keys("g/");
        journey.happen(Msg::Paste(WORD.into()));
        assert!(journey.app.notice.is_none(), "{}", journey.notice());
        let said = journey.said("search-no-index", &[]);
        assert!(journey.screen().shows(&said));
        journey.meanwhile(index);
        journey.happen(Msg::Index(IndexNews::Ended { changed: true }));
        assert!(!page(&journey).found().is_empty());
        assert!(!journey.screen().shows(&said));
        // and now the library answers at once
        journey.keys("<C-u>");
        journey.happen(Msg::Paste("عنوان:عرض".into()));
        assert_eq!(page(&journey).found().len(), 1);
        journey.keys("<Enter><Enter>");
        assert!(journey.open().starts_with("عرض"));
        assert!(journey.app.reader.as_ref().unwrap().found.is_some());
    }
}
