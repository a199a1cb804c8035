//! Is what is typed found in a real terminal, opened at the hit, and gone through?

use std::{cell::Cell, fs};

use crate::{home::Home, screen::shown, terminal::Terminal};

/// The title and the only sentence of two articles.
const ARTICLES: [(&str, &str); 2] = [
    ("جرد الخزانة", "كان في الصندوق الأول زمردة خضراء."),
    ("بيع الخزانة", "وجدت زمرّدة في الصندوق الأخير."),
];
/// A word of both, as nobody else would spell it.
const WORD: &str = "زمرده";

fn home() -> Home {
    let home = Home::with_seeds();
    for (at, (title, sentence)) in ARTICLES.iter().enumerate() {
        let text = format!("---\ntitle: {title}\n---\n\n{sentence}\n");
        let file = home.file(&format!("{at}.md"), text);
        home.cli(["add", &file]);
    }
    home
}

/// Waits for the page with both results.
#[track_caller]
fn wait_results(terminal: &Terminal) {
    let both = ARTICLES.map(|(_, sentence)| shown(sentence));
    terminal.wait("both results", |screen| {
        both.iter().all(|sentence| screen.has(sentence))
    });
}

/// Waits for one of the articles, of which only one is seen; answers which.
#[track_caller]
fn wait_article(terminal: &Terminal, but: Option<usize>) -> usize {
    let sentences = ARTICLES.map(|(_, sentence)| shown(sentence));
    let seen = Cell::new(0);
    terminal.wait("one article", |screen| {
        let has = sentences.each_ref().map(|sentence| screen.has(sentence));
        seen.set(usize::from(has[1]));
        has[0] != has[1] && but != Some(seen.get())
    });
    seen.get()
}

/// Searches, opens, goes on and comes back, with these keys for `g/`, `n`, `q`.
fn go_through(terminal: &Terminal, [search, next, back]: [&str; 3]) {
    terminal.keys(search);
    terminal.keys(WORD);
    wait_results(terminal);
    terminal.keys("\r\r");
    let first = wait_article(terminal, None);
    terminal.keys(next);
    wait_article(terminal, Some(first));
    terminal.keys(back);
    wait_results(terminal);
    terminal.keys(back);
    terminal.keys("Q");
}

#[test]
fn a_search_leads_through_its_hits_and_back() {
    let home = home();
    let mut terminal = home.reader().size(100, 30).go();
    terminal.wait_list();
    go_through(&terminal, ["g/", "n", "q"]);
    terminal.ended_well();
}

#[test]
fn it_does_so_with_the_arabic_layout_on() {
    let home = home();
    let start = home.reader().size(80, 24).args(["--lang", "ar"]);
    let mut terminal = start.go();
    terminal.wait_for("حاشية");
    go_through(&terminal, ["لظ", "ى", "ض"]);
    terminal.ended_well();
}

#[test]
fn spellings_of_the_readers_own_are_found() {
    let home = home();
    fs::create_dir_all(home.path("config/hashiya")).unwrap();
    home.file("config/hashiya/aliases.txt", "عقيق زمردة\n");
    let mut terminal = home.reader().size(100, 30).go();
    terminal.wait_list();
    terminal.keys("g/");
    terminal.keys("عقيق");
    wait_results(&terminal);
    terminal.escape(ARTICLES[0].1);
    terminal.keys("Q");
    terminal.ended_well();
}
