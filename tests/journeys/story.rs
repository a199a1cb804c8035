//! How is a story shown as a line in time?

use hashiya::{
    app::Page,
    desk::{Entry, Story, Told},
};

use crate::{
    journey::{Journey, Screen, cells},
    laws::holds,
};

fn told(entry: Entry) -> Told {
    Told {
        entry,
        also: Vec::new(),
        tags: Vec::new(),
    }
}

/// The story of an article of the list, by its place: those from the last to the first.
const HERE: usize = 7;

fn begun(language: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::speaking(language, width, height);
    let entries = (5..10).rev();
    let lines: Vec<Told> = entries
        .map(|at| told(journey.app.list.entry(at).unwrap().clone()))
        .collect();
    journey.story = Some(Story {
        lines,
        here: 2,
        behind: 0,
    });
    journey.keys(&"j".repeat(HERE));
    journey
}

/// The last row in which the beginning of a title is seen.
fn row_of(screen: &Screen, title: &str) -> usize {
    let start: Vec<&str> = title.split(' ').take(2).collect();
    let start = cells(&start.join(" "));
    let found = screen.rows().iter().rposition(|row| row.contains(&start));
    found.unwrap_or_else(|| panic!("{title} is not seen in\n{}", screen.text()))
}

fn cursor(journey: &Journey) -> usize {
    match journey.app.page() {
        Some(Page::Story(page)) => page.window.cursor,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_story_is_a_line_in_time_with_its_sources_side_by_side() {
    for (language, width, height) in [
        ("en", 120, 36),
        ("ar", 120, 36),
        ("ar", 80, 24),
        ("en", 40, 12),
    ] {
        let mut journey = begun(language, width, height);
        journey.keys("gy");
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("page-story", &[])));
        let story = journey.story.clone().unwrap();
        let mut rows = Vec::new();
        for told in &story.lines {
            let row = row_of(&screen, &told.entry.meta.title);
            rows.push(row);
            let date = told.entry.meta.date.unwrap().to_string();
            let day = journey.app.words.day(&date, journey.app.today);
            let dated = screen.rows()[row..row + 2].concat().contains(&cells(&day));
            assert!(dated, "{day}\n{}", screen.text());
        }
        assert!(rows.is_sorted(), "{}", screen.text());
        assert!(screen.rows()[rows[2]].contains('◆'), "{}", screen.text());
        assert!(screen.rows()[rows[0]].contains('●'), "{}", screen.text());
        holds(&mut journey);
        if width == 120 {
            assert_eq!(cursor(&journey), 2);
        }
    }
}

#[test]
fn an_article_of_it_is_opened_and_the_way_back_leads_to_it() {
    let mut journey = begun("en", 120, 36);
    journey.keys("<Enter>gy").keys("gg");
    journey.keys("j<Enter>");
    let title = journey.story.as_ref().unwrap().lines[1]
        .entry
        .meta
        .title
        .clone();
    assert_eq!(journey.open(), title);
    assert!(journey.app.page().is_none());
    journey.keys("q");
    assert_eq!(cursor(&journey), 1);
    let opened = journey.titles().iter().position(|own| *own == title);
    assert!(journey.app.list.entry(opened.unwrap()).unwrap().read);
    journey.keys("q");
    assert!(journey.app.page().is_none());
    journey.keys("<Enter>").keys("H");
    assert_eq!(journey.open(), journey.titles()[HERE]);
}

#[test]
fn tags_and_reprints_stand_in_the_row_of_their_article() {
    let mut journey = begun("ar", 120, 36);
    journey.keys("<Enter>gm<Enter>شرق<Enter><Enter><Esc>");
    let shared = journey.app.codebook.entries[0].tag.id.clone();
    let mut story = journey.story.clone().unwrap();
    let mut also = story.lines[0].entry.clone();
    also.meta.source = Some("الساحل".to_owned());
    story.lines[1].also = vec![also];
    story.lines[3].tags = vec![shared];
    story.behind = 1;
    let titles: Vec<String> = [1, 3]
        .map(|at: usize| story.lines[at].entry.meta.title.clone())
        .into();
    journey.story = Some(story);
    journey.keys("gy");
    let screen = journey.screen();
    let [also, tag] = ["نُشر أيضًا في الساحل", "#شرق"].map(|text| screen.row_of(text));
    assert_eq!(also, row_of(&screen, &titles[0]), "{}", screen.text());
    assert_eq!(tag, row_of(&screen, &titles[1]), "{}", screen.text());
    assert!(screen.shows("لم يدخل الفهرس بعدُ"), "{}", screen.text());
}

#[test]
fn a_story_of_its_own_says_so() {
    let mut journey = Journey::new(80, 24);
    let entry = journey.app.list.entry(0).unwrap().clone();
    journey.story = Some(Story {
        lines: vec![told(entry)],
        ..Story::default()
    });
    journey.keys("gy");
    assert!(journey.screen().shows(&journey.said("story-none", &[])));
    journey.keys("<Esc>");
    assert!(journey.app.page().is_none());
}
