//! Does what follows the library by its numbers know all that can be found, and nothing twice?

use std::collections::BTreeMap;

use hashiya::{
    desk::Reach,
    passage::{Deed, Work},
    store::{Content, Noted, On, Words},
};

use super::{
    coding::{Coding, named},
    undo::{Dice, change},
    *,
};

/// What follows a library.
#[derive(Default)]
struct Follower {
    change: i64,
    coding: i64,
    articles: BTreeMap<ArticleId, Content>,
    notes: BTreeMap<String, Words>,
}

impl Follower {
    /// Goes up to what is now; returns the articles that it was told of.
    fn follow(&mut self, store: &Store) -> Vec<ArticleId> {
        let state = store.state().unwrap();
        let waiting = store.waiting(self.change).unwrap();
        for (_, id) in store.gone_since(self.change).unwrap() {
            self.articles.remove(&id);
        }
        let mut told = Vec::new();
        loop {
            let page = store.followed(self.change, state.change, 3).unwrap();
            for article in page {
                assert!(self.change < article.matter);
                self.change = article.matter;
                told.push(article.id.clone());
                match article.content {
                    Some(content) => drop(self.articles.insert(article.id, content)),
                    None => drop(self.articles.remove(&article.id)),
                }
            }
            if store.waiting(self.change).unwrap() == 0 {
                break;
            }
        }
        assert_eq!(told.len(), waiting as usize);
        loop {
            let page = store.noted_since(self.coding, state.coding, 2).unwrap();
            let Some(last) = page.last() else { break };
            self.coding = last.change;
            for Noted { on, words, .. } in page {
                match words {
                    Some(words) => drop(self.notes.insert(name(&on), words)),
                    None => drop(self.notes.remove(&name(&on))),
                }
            }
        }
        (self.change, self.coding) = (state.change, state.coding);
        told
    }
}

fn name(on: &On) -> String {
    match on {
        On::Passage(id) => id.to_string(),
        On::Article(id) => id.to_string(),
    }
}

/// All that can be found in an article.
fn found(store: &Store, id: &ArticleId) -> String {
    let article = store.load(id).unwrap().article;
    let Meta {
        title,
        author,
        source,
        section,
        date,
        ..
    } = article.meta;
    let hidden = store.is_hidden(id).unwrap();
    let blocks = article.blocks;
    format!("{title} {author:?} {source:?} {section:?} {date:?} {hidden} {blocks:?}")
}

#[test]
fn whatever_is_done_and_taken_back_is_followed_and_only_what_matters_is() {
    let mut coding = Coding::new(6);
    let ids = coding.ids.clone();
    let mut dice = Dice(5);
    let mut follower = Follower::default();
    assert_eq!(follower.follow(coding.store()), ids);
    let found = |coding: &Coding| -> Vec<String> {
        ids.iter().map(|id| found(coding.store(), id)).collect()
    };
    let mut before = found(&coding);
    let mut times = 0;
    for _ in 0..400 {
        match dice.below(5) {
            0 => drop(coding.desk.undo(&Reach::Library)),
            1 => drop(coding.desk.redo(&Reach::Library)),
            _ => change(&mut coding, &mut dice),
        }
        let mut told = follower.follow(coding.store());
        told.sort();
        times += told.len();
        let after = found(&coding);
        let other = (0..ids.len()).filter(|nth| before[*nth] != after[*nth]);
        let mut other: Vec<ArticleId> = other.map(|nth| ids[nth].clone()).collect();
        other.sort();
        assert_eq!(told, other);
        before = after;
        let mut anew = Follower::default();
        anew.follow(coding.store());
        assert_eq!(follower.articles, anew.articles);
        assert_eq!(follower.notes, anew.notes);
    }
    assert!(times > 20, "{times}");
}

#[test]
fn reading_starring_and_tagging_an_article_change_nothing_in_it() {
    let mut coding = Coding::new(2);
    let mut follower = Follower::default();
    follower.follow(coding.store());
    coding.desk.set_read(&[1, 2], true).unwrap();
    coding.desk.see(2).unwrap();
    coding.desk.set_starred(&[1], true).unwrap();
    coding.code(&[Deed::TagArticles(coding.ids.clone(), named(&["خبر"]))]);
    coding.mark(6..16, &["قول"]);
    let state = coding.store().state().unwrap();
    assert!(state.change > follower.change);
    assert_eq!(follower.follow(coding.store()), []);
}

#[test]
fn what_a_page_says_anew_is_followed_and_an_address_is_not() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let (id, _) = library.add(&document(&meta, "نصّ", &archive("a")));
    let mut follower = Follower::default();
    follower.follow(&library.store);
    let content = &follower.articles[&id];
    assert_eq!(content.text, "عنوان\nنصّ");
    assert_eq!((&content.source, content.minutes), (&None, None));
    let dated = Meta {
        source: Some("صحيفة".to_owned()),
        date: "1970-01-02T01:00Z".parse().ok(),
        ..meta.clone()
    };
    library.add(&document(&dated, "نصّ", &archive("a")));
    assert_eq!(follower.follow(&library.store).len(), 1);
    let content = &follower.articles[&id];
    assert_eq!(content.source.as_deref(), Some("صحيفة"));
    assert_eq!(content.minutes, Some(25 * 60));
    let labelled = Meta {
        language: Some("ar".to_owned()),
        tags: vec!["وسم".to_owned()],
        ..dated.clone()
    };
    let (_, outcome) = library.add(&document(&labelled, "نصّ", &archive("a")));
    assert_eq!(outcome, Outcome::Updated);
    assert_eq!(follower.follow(&library.store), []);
    library.add(&document(&labelled, "نصّ آخر", &archive("a")));
    assert_eq!(follower.follow(&library.store).len(), 1);
    assert_eq!(follower.articles[&id].text, "عنوان\nنصّ آخر");
}

#[test]
fn what_is_removed_or_deleted_is_followed_and_comes_back() {
    let mut library = Library::new();
    let one = document(&at("https://example.org/1"), "نصّ", &archive("a"));
    let two = document(&at("https://example.org/2"), "نصّ", &archive("a"));
    let (first, second) = (library.add(&one).0, library.add(&two).0);
    let mut desk = Desk::new(Some(library.dir.path().to_owned()), String::new());
    let mut follower = Follower::default();
    follower.follow(&library.store);
    desk.remove(std::slice::from_ref(&first)).unwrap();
    follower.follow(&library.store);
    assert!(follower.articles.keys().eq([&second]));
    desk.undo(&Reach::Library).unwrap();
    desk.purge(std::slice::from_ref(&second)).unwrap();
    follower.follow(&library.store);
    assert!(follower.articles.keys().eq([&first]));
    desk.purge(std::slice::from_ref(&first)).unwrap();
    // the rows and the names of what is deleted are given again
    assert_eq!(library.add(&two).0, second);
    follower.follow(&library.store);
    assert!(follower.articles.keys().eq([&second]));
    let rows = library.store.rows_of(&[first, second]).unwrap();
    assert_eq!(rows, [None, Some(1)]);
}

#[test]
fn notes_are_followed_where_they_are_written_and_taken_away() {
    let mut coding = Coding::new(1);
    let id = coding.ids[0].clone();
    let mut follower = Follower::default();
    let passage = coding.mark(6..16, &[]).id;
    coding.code(&[
        Deed::Note(passage.clone(), "حاشية".to_owned()),
        Deed::NoteArticle(id.clone(), "عن المقال".to_owned()),
        Deed::Work(vec![id.clone()], Some(Work::Coded)),
    ]);
    follower.follow(coding.store());
    let words = |quote: &str, note: &str| Words {
        row: 1,
        quote: quote.to_owned(),
        note: note.to_owned(),
    };
    let on_both = [
        (passage.to_string(), words("قال الوزير", "حاشية")),
        (id.to_string(), words("", "عن المقال")),
    ];
    assert_eq!(follower.notes, BTreeMap::from(on_both.clone()));
    coding.code(&[
        Deed::Delete(vec![passage]),
        Deed::NoteArticle(id.clone(), String::new()),
    ]);
    follower.follow(coding.store());
    let still = BTreeMap::from([(id.to_string(), words("", ""))]);
    assert_eq!(follower.notes, still, "the work is still there");
    coding.code(&[Deed::Work(vec![id], None)]);
    follower.follow(coding.store());
    assert_eq!(follower.notes, BTreeMap::new());
    coding.desk.undo(&Reach::Session).unwrap();
    coding.desk.undo(&Reach::Session).unwrap();
    follower.follow(coding.store());
    assert_eq!(follower.notes, BTreeMap::from(on_both));
    coding.desk.purge(&coding.ids.clone()).unwrap();
    follower.follow(coding.store());
    assert_eq!(follower.notes, BTreeMap::new());
}
