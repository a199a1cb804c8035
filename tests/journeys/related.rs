//! How is what is related shown, opened and left again?

use std::{collections::HashMap, sync::atomic::AtomicBool};

use hashiya::{
    app::{Focus, IndexNews, Mouse, MouseKind, Msg, Part},
    article::ArticleId,
    desk::{About, Entry, Near, Related, Request, Sift},
    passage::Codebook,
};

use crate::{
    journey::{Journey, asked},
    laws::holds,
};

/// The article of a place in the list.
fn entry(journey: &Journey, at: usize) -> Entry {
    journey.app.list.entry(at).unwrap().clone()
}

fn near(entry: Entry, terms: &[&str]) -> Near {
    Near {
        entry,
        score: 0.5,
        terms: terms.iter().map(|&term| term.to_owned()).collect(),
        tags: Vec::new(),
        also: Vec::new(),
        by_hand: false,
        place: None,
    }
}

/// Places of the list: the article, and those that are related to it.
const HERE: usize = 7;
const NEAR: [usize; 3] = [8, 9, 6];

/// Three articles are related to one of the bundled ones, which is current.
fn begun(language: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::speaking(language, width, height);
    let all = NEAR.map(|at| near(entry(&journey, at), &["المعاهدة", "بيونغ يانغ"]));
    let related = Related {
        near: all.into(),
        ..Related::default()
    };
    let here = entry(&journey, HERE).id;
    journey.related = Some(HashMap::from([(here, related)]));
    journey.keys(&"j".repeat(HERE));
    journey
}

/// The same, with the cursor on the first of them.
fn below(language: &str, width: u16, height: u16) -> Journey {
    let mut journey = begun(language, width, height);
    journey.keys("<Enter>GG");
    journey.keys(&"{".repeat(NEAR.len()));
    journey
}

fn related_to<'a>(journey: &'a mut Journey, id: &ArticleId) -> &'a mut Related {
    journey.related.as_mut().unwrap().get_mut(id).unwrap()
}

fn titles(journey: &Journey, places: &[usize]) -> Vec<String> {
    let title = |at: &usize| entry(journey, *at).meta.title;
    places.iter().map(title).collect()
}

fn here(journey: &Journey) -> Option<String> {
    let near = journey.app.reader.as_ref().unwrap().near_here();
    near.map(|near| near.entry.meta.title.clone())
}

/// The first words of a title.
fn start(title: &str) -> String {
    title.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_related_stands_at_the_end_with_where_it_is_from_and_why() {
    for (language, width, height) in [
        ("en", 120, 36),
        ("ar", 120, 36),
        ("ar", 80, 24),
        ("en", 80, 24),
        ("ar", 40, 12),
    ] {
        let mut journey = below(language, width, height);
        let screen = journey.screen();
        let title = &titles(&journey, &NEAR)[0];
        assert!(screen.shows(&start(title)), "{title}\n{}", screen.text());
        assert!(screen.shows("المعاهدة، بيونغ يانغ"), "{}", screen.text());
        holds(&mut journey);
        if height > 24 {
            let heading = screen.row_of(&journey.said("related", &[]));
            let rule = &screen.rows()[heading - 1];
            let width = usize::from(journey.app.panes.text.unwrap().width);
            assert!(rule.contains(&"─".repeat(width)), "{}", screen.text());
            let own = entry(&journey, HERE).meta.date.unwrap().to_string();
            let date = entry(&journey, NEAR[0]).meta.date.unwrap().to_string();
            let apart = journey.app.words.apart(&date, &own).unwrap();
            let apart = apart.replace(['\u{2068}', '\u{2069}'], "");
            assert!(screen.shows(&apart), "{apart}\n{}", screen.text());
        }
    }
}

#[test]
fn it_is_asked_for_when_an_article_is_shown_and_says_when_there_is_none() {
    let mut journey = begun("en", 120, 36);
    let id = entry(&journey, HERE).id;
    let about = (About::Article(id), Sift::default());
    assert_eq!(journey.wishes.last(), Some(&about));
    journey.keys("gg<Enter>GG");
    assert!(
        journey
            .screen()
            .shows(&journey.said("related-none-here", &[]))
    );
}

#[test]
fn nothing_stands_there_before_the_answer_and_nothing_moves_when_it_comes() {
    let mut journey = Journey::new(120, 36);
    // there is no index yet
    let related = journey.related.take();
    journey.keys("jj<Enter>G");
    let places = |journey: &Journey| {
        let reader = journey.app.reader.as_ref().unwrap();
        (reader.cursor, reader.top)
    };
    let before = places(&journey);
    assert!(!journey.screen().shows(&journey.said("related", &[])));
    journey.related = related;
    journey.happen(Msg::Index(IndexNews::Ended { changed: true }));
    assert!(journey.app.reader.as_ref().unwrap().foot.is_some());
    assert_eq!(places(&journey), before);
    holds(&mut journey);
    journey.keys("G");
    assert!(journey.screen().shows(&journey.said("related", &[])));
}

#[test]
fn the_end_of_the_text_has_what_is_related_in_sight() {
    let mut journey = begun("en", 120, 36);
    journey.keys("<Enter>G");
    let reader = journey.app.reader.as_ref().unwrap();
    assert!(!reader.is_below());
    let screen = journey.screen();
    assert!(
        screen.shows(&journey.said("related", &[])),
        "{}",
        screen.text()
    );
}

#[test]
fn who_leads_back_by_a_letter_is_where_the_letter_was_given() {
    let mut journey = begun("en", 120, 36);
    journey.keys("<Enter>ma");
    let place = |journey: &Journey| journey.app.reader.as_ref().unwrap().cursor;
    let before = place(&journey);
    journey.keys("GG");
    journey.keys(&"{".repeat(NEAR.len()));
    journey.keys("<Enter>");
    assert_eq!(here(&journey), None);
    journey.keys("'a");
    assert_eq!(place(&journey), before);
}

#[test]
fn an_answer_for_another_article_is_dropped() {
    let mut journey = begun("en", 120, 36);
    journey.keys("gg").hold();
    journey.keys("j").keys("j").release();
    let reader = journey.app.reader.as_ref().unwrap();
    let foot = reader.foot.as_ref().unwrap();
    assert_eq!(*reader.id(), entry(&journey, 2).id);
    assert!(foot.related.near.is_empty());
}

#[test]
fn progress_and_copies_know_nothing_of_it() {
    let mut alone = Journey::new(120, 36);
    alone.keys(&"j".repeat(HERE)).keys("<Enter>");
    let mut journey = begun("en", 120, 36);
    journey.keys("<Enter>");
    let percent = |journey: &Journey| journey.app.reader.as_ref().unwrap().progress();
    assert_eq!(percent(&alone), percent(&journey));
    journey.keys("G");
    assert_eq!(percent(&journey), 100);
    let end = journey.app.reader.as_ref().unwrap().cursor;
    assert_eq!(here(&journey), None);
    // a selection ends where the text does
    journey.keys("vGjjjjj").together("jjjy");
    let copied = journey.copied.pop().unwrap();
    alone.keys("GvGy");
    assert_eq!(copied, alone.copied.pop().unwrap());
    journey.keys("ggG").keys("vJJJ");
    assert_eq!(journey.app.reader.as_ref().unwrap().cursor, end);
    journey.keys("<Esc>").keys("GGv");
    assert_eq!(journey.notice(), journey.said("nothing-to-select", &[]));
    journey.keys("t").keys("y");
    assert!(journey.app.drawer.is_none());
    assert_eq!(journey.copied.pop(), titles(&journey, &NEAR).pop());
    // nor is a word found in it
    journey.keys("/المعاهدة<Enter>");
    let text = [("text", "المعاهدة".into())];
    assert_eq!(journey.notice(), journey.said("not-found", &text));
}

#[test]
fn enter_opens_what_the_cursor_is_on_and_back_leads_to_it_again() {
    for language in ["en", "ar"] {
        let mut journey = below(language, 120, 36);
        let titles = titles(&journey, &NEAR);
        assert_eq!(here(&journey).as_ref(), Some(&titles[0]));
        journey.keys("}");
        let row = journey.cursor().1;
        journey.keys("<Enter>");
        assert_eq!(journey.open(), titles[1]);
        assert!(entry(&journey, NEAR[1]).read);
        let about = About::Article(entry(&journey, NEAR[1]).id);
        assert_eq!(journey.wishes.last(), Some(&(about, Sift::default())));
        assert_eq!(journey.app.list.cursor, NEAR[1]);
        journey.keys("H");
        assert_eq!(here(&journey).as_ref(), Some(&titles[1]));
        assert!(journey.cursor().1.abs_diff(row) <= 2);
        journey.keys("gi");
        assert_eq!(journey.open(), titles[1]);
    }
}

#[test]
fn who_goes_on_before_the_answer_stays_where_he_went() {
    let mut journey = below("en", 120, 36);
    journey.keys("<Enter>").hold();
    journey.keys("H").keys("gg").release();
    let title = journey.open().to_owned();
    assert!(title.starts_with(&journey.ahead(5)), "{title}");
}

#[test]
fn a_press_on_it_leads_there_and_one_below_it_does_not() {
    let mut journey = below("ar", 120, 60);
    let title = titles(&journey, &NEAR).remove(2);
    let press = |journey: &mut Journey, row: usize| {
        let column = journey.app.panes.text.unwrap().x + 20;
        journey.happen(Msg::Mouse(Mouse {
            kind: MouseKind::Press(1),
            column,
            row: row as u16,
        }));
    };
    let before = journey.open().to_owned();
    press(&mut journey, 57);
    assert_eq!(journey.open(), before);
    let row = journey.keys("}}").cursor().1;
    journey.keys("gg");
    press(&mut journey, row.into());
    assert_eq!(journey.open(), title);
}

#[test]
fn the_cursor_stays_on_its_entry_whatever_becomes_of_the_page() {
    let mut journey = below("en", 120, 36);
    let title = here(&journey);
    assert!(title.is_some());
    for (width, height) in [(80, 24), (40, 12), (120, 36), (79, 30)] {
        journey.resize(width, height);
        assert_eq!(here(&journey), title);
        holds(&mut journey);
    }
    journey.keys("gd");
    assert_eq!(here(&journey), title);
    // it is asked again, and stands elsewhere among the others now
    let id = entry(&journey, HERE).id;
    related_to(&mut journey, &id).near.rotate_left(1);
    journey.meanwhile(|desk| {
        asked(desk, Request::Code(vec![tag(&id)]));
    });
    assert_eq!(here(&journey), title);
    related_to(&mut journey, &id).near.clear();
    journey.meanwhile(|desk| {
        asked(desk, Request::Undo(hashiya::desk::Reach::Library));
    });
    assert_eq!(here(&journey), None);
    holds(&mut journey);
}

fn tag(id: &ArticleId) -> hashiya::passage::Deed {
    let name = hashiya::passage::Naming::Name("شرق".to_owned());
    hashiya::passage::Deed::TagArticles(vec![id.clone()], vec![name])
}

#[test]
fn shared_tags_reprints_and_what_the_index_lacks_are_named() {
    let mut journey = begun("ar", 120, 40);
    let id = entry(&journey, HERE).id;
    journey.meanwhile(|desk| {
        asked(desk, Request::Code(vec![tag(&id)]));
    });
    let Codebook { entries, .. } = &journey.app.codebook;
    let shared = entries[0].tag.id.clone();
    let mut also = entry(&journey, 0);
    also.meta.source = Some("الساحل".to_owned());
    let related = related_to(&mut journey, &id);
    related.near[0].tags = vec![shared];
    related.near[0].also = vec![also];
    related.near[1].by_hand = true;
    related.behind = 3;
    journey.keys("k").keys("j").keys("<Enter>GG");
    let screen = journey.screen();
    assert!(screen.shows("#شرق"), "{}", screen.text());
    assert!(screen.shows("نُشر أيضًا في الساحل"), "{}", screen.text());
    assert!(screen.shows(&journey.said("related-by-hand", &[])));
    assert!(screen.shows("٣ مقالات في المكتبة"), "{}", screen.text());
    journey.keys("r");
    let screen = journey.screen();
    assert!(screen.shows("#شرق"), "{}", screen.text());
    assert!(screen.shows("٣ مقالات في المكتبة"), "{}", screen.text());
}

#[test]
fn the_pane_lists_it_and_leads_there() {
    for (language, width, height) in [("en", 120, 36), ("ar", 80, 24), ("ar", 40, 12)] {
        let mut journey = begun(language, width, height);
        journey.keys("<Enter>r");
        let titles = titles(&journey, &NEAR);
        let screen = journey.screen();
        assert!(screen.shows(&start(&titles[0])), "{}", screen.text());
        assert!(screen.shows(&start(&titles[1])), "{}", screen.text());
        holds(&mut journey);
        journey.keys("q");
        assert!(journey.app.drawer.is_none());
        journey.keys("rj<Enter>");
        assert!(journey.app.drawer.is_none());
        assert_eq!(journey.open(), titles[1]);
        assert_eq!(journey.app.focus, Focus::Reader);
        journey.keys("H");
        assert_eq!(journey.open(), entry(&journey, HERE).meta.title);
    }
}

#[test]
fn the_pane_takes_the_page_of_a_narrow_screen() {
    let mut journey = begun("en", 79, 24);
    journey.keys("<Enter>r");
    let drawer = journey.app.panes.drawer.unwrap();
    assert_eq!((drawer.y, drawer.height), (1, 22));
    journey.resize(80, 24);
    assert_eq!(journey.app.panes.drawer.unwrap().height, 12);
    journey.resize(30, 8);
    holds(&mut journey);
    assert!(
        journey
            .screen()
            .shows(titles(&journey, &NEAR)[0].split(' ').next().unwrap())
    );
}

#[test]
fn in_the_list_the_pane_is_about_the_current_article() {
    let mut journey = begun("en", 120, 36);
    journey.keys("r");
    let id = entry(&journey, HERE).id;
    let (about, sift) = journey.wishes.pop().unwrap();
    assert_eq!(about, About::Article(id));
    assert!(sift.count > Sift::default().count);
    journey.keys("G<Enter>");
    assert_eq!(journey.open(), titles(&journey, &NEAR)[2]);
    assert_eq!(journey.app.focus, Focus::Reader);
}

#[test]
fn a_selection_is_asked_about_and_leads_to_where_it_comes_nearest() {
    let mut journey = begun("en", 120, 36);
    let id = entry(&journey, HERE).id;
    related_to(&mut journey, &id).near[1].place = Some(400);
    journey.keys("<Enter>JJviwr");
    let (about, _) = journey.wishes.last().unwrap();
    let About::Span(of, range) = about else {
        panic!("{about:?}")
    };
    assert_eq!(*of, id);
    let text: Vec<char> = {
        let reader = journey.app.reader.as_ref().unwrap();
        reader.loaded.article.text().chars().collect()
    };
    let word: String = text[range.start as usize..range.end as usize]
        .iter()
        .collect();
    assert!(journey.screen().shows(&word), "{word}");
    journey.keys("j<Enter>");
    assert_eq!(journey.open(), titles(&journey, &NEAR)[1]);
    let offset = journey.app.reader.as_ref().unwrap().offset();
    assert!(offset.abs_diff(400) < 3, "{offset}");
}

#[test]
fn what_is_wanted_is_turned_by_keys_and_asked_anew() {
    let mut journey = begun("ar", 120, 36);
    journey.keys("<Enter>r");
    let wish = |journey: &Journey| journey.wishes.last().unwrap().1;
    let plain = wish(&journey);
    for (key, wanted) in [
        (
            "n",
            Sift {
                unread: true,
                ..plain
            },
        ),
        (
            "o",
            Sift {
                other_sources: true,
                ..plain
            },
        ),
        (
            "b",
            Sift {
                before: true,
                ..plain
            },
        ),
        (
            "a",
            Sift {
                after: true,
                ..plain
            },
        ),
        (
            "t",
            Sift {
                tagged: true,
                ..plain
            },
        ),
        (
            "s",
            Sift {
                by_date: true,
                ..plain
            },
        ),
    ] {
        journey.keys(key);
        assert_eq!(wish(&journey), wanted, "{key}");
        journey.keys(key);
        assert_eq!(wish(&journey), plain, "{key}");
    }
    journey.keys("ba");
    assert_eq!(
        wish(&journey),
        Sift {
            after: true,
            ..plain
        }
    );
    let id = entry(&journey, HERE).id;
    related_to(&mut journey, &id).near.clear();
    journey.keys("n");
    let screen = journey.screen();
    assert!(screen.shows(&journey.said("related-none-such", &[])));
    assert!(screen.shows("بعده✓"), "{}", screen.text());
    // what stands at the end of the article is another question
    let reader = journey.app.reader.as_ref().unwrap();
    assert_eq!(reader.foot.as_ref().unwrap().related.near.len(), 3);
}

#[test]
fn what_is_not_related_is_said_taken_back_and_undone() {
    let mut journey = begun("en", 120, 36);
    let id = entry(&journey, HERE).id;
    let titles = titles(&journey, &NEAR);
    journey.keys("<Enter>rjx");
    let said = [("title", (&titles[1]).into()), ("keys", "u".into())];
    assert_eq!(journey.notice(), journey.said("not-related-done", &said));
    // it is asked anew; the library would have it so now
    let related = related_to(&mut journey, &id);
    let gone = related.near.remove(1);
    related.apart.push(gone.entry.clone());
    journey.keys("nn");
    assert_eq!(journey.app.neighbours().unwrap().window.count(), 2);
    journey.keys("X");
    let pane = journey.app.neighbours().unwrap();
    assert_eq!(pane.current(), Some(&gone.entry));
    assert!(journey.screen().shows(&start(&titles[1])));
    let wishes = journey.wishes.len();
    journey.keys("x");
    assert_eq!(journey.notice(), journey.said("related-told", &said));
    assert!(journey.wishes.len() > wishes);
    journey.keys("u");
    assert!(!journey.notice().is_empty());
    assert!(journey.app.neighbours().is_some());
    journey.keys("X").keys("G<Enter>");
    assert_eq!(journey.open(), titles[2]);
}

#[test]
fn the_mouse_goes_through_the_pane_and_opens() {
    let mut journey = begun("en", 120, 36);
    journey.keys("<Enter>r");
    let area = journey.app.panes.drawer.unwrap();
    let mouse = |kind, row| {
        Msg::Mouse(Mouse {
            kind,
            column: 60,
            row,
        })
    };
    journey.happen(mouse(MouseKind::Wheel(true), area.y + 4));
    assert_eq!(journey.app.neighbours().unwrap().window.cursor, 1);
    // what stands above and below the articles is none
    journey.happen(mouse(MouseKind::Press(1), area.y + 1));
    assert!(journey.app.neighbours().is_some());
    journey.happen(mouse(MouseKind::Press(1), area.y + 7));
    assert_eq!(journey.open(), titles(&journey, &NEAR)[2]);
}

#[test]
fn a_library_without_an_index_is_read_in_peace() {
    let mut journey = Journey::new(120, 36);
    journey.related = None;
    journey.keys("j<Enter>G");
    assert_eq!(journey.notice(), "");
    assert!(journey.app.reader.as_ref().unwrap().foot.is_none());
    journey.keys("r");
    assert_eq!(journey.notice(), journey.said("related-no-index", &[]));
    assert!(
        journey
            .screen()
            .shows(&journey.said("related-waiting", &[]))
    );
    // until there is one
    journey.meanwhile(|desk| {
        let never = AtomicBool::new(false);
        desk.catch_up(&never, &mut |_| {}).unwrap();
    });
    journey.happen(Msg::Index(IndexNews::Ended { changed: true }));
    assert!(journey.app.neighbours().unwrap().related.is_some());
    assert!(journey.app.reader.as_ref().unwrap().foot.is_some());
}

#[test]
fn what_goes_wrong_is_told_where_it_was_asked_for() {
    let mut journey = Journey::new(120, 36);
    journey.related = None;
    journey.lose();
    journey.keys("<Enter>").keys("r");
    assert_eq!(journey.notice(), journey.said("error-no-home", &[]));
    journey.keys("q").keys("q");
    holds(&mut journey);
}

#[test]
fn the_blocks_below_are_a_rule_a_heading_and_the_articles() {
    let journey = begun("en", 120, 36);
    let paper = &journey.app.reader.as_ref().unwrap().paper;
    assert_eq!(
        paper.parts[paper.body..],
        [
            Part::Rule,
            Part::Heading,
            Part::Near(0),
            Part::Near(1),
            Part::Near(2)
        ]
    );
}
