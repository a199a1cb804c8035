//! Does the list show what it is asked for, and is what the reader makes while reading kept?

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use hashiya::{
    desk::Reply,
    store::{Changes, Order, Shelf, Sort, Spot, State, Trail, View},
};

use super::*;

static NEVER: AtomicBool = AtomicBool::new(false);

/// Titles, sources, authors and dates of a small library.
const PAPERS: &[(&str, Option<&str>, Option<&str>, &str)] = &[
    ("«بداية العام»", Some("الراية"), None, "2018-01-01"),
    (
        "أمطار على الساحل",
        Some("الأهرام"),
        Some("مُنى صالح"),
        "2018-03-01",
    ),
    ("زيارة الوزير", None, None, "2018-02-01"),
    ("إجازة في الجبال", Some("الراية"), None, "2018-04-01"),
];

impl Library {
    /// The papers, in the order in which they were added.
    fn papers() -> (Self, Vec<ArticleId>) {
        let mut library = Self::new();
        let ids = PAPERS.iter().map(|(title, source, author, date)| {
            let meta = Meta {
                source: source.map(str::to_owned),
                author: author.map(str::to_owned),
                date: date.parse().ok(),
                ..titled(title)
            };
            library.add(&document(&meta, title, &archive(title))).0
        });
        let ids = ids.collect();
        (library, ids)
    }

    fn order(&self, view: &View) -> Order {
        self.store.order(view, &NEVER).unwrap().unwrap()
    }

    /// Which of the papers a view holds, by their place among them.
    fn view(&self, view: &View) -> Vec<usize> {
        let entries = self.store.entries(&self.order(view).rows).unwrap();
        let place = |e: &Entry| PAPERS.iter().position(|p| p.0 == e.meta.title).unwrap();
        entries.iter().map(place).collect()
    }

    fn words(&self, words: &str) -> Vec<usize> {
        self.view(&View {
            words: words.to_owned(),
            ..View::default()
        })
    }

    fn shelf(&self, shelf: Shelf) -> Vec<usize> {
        self.view(&View {
            shelf,
            ..View::default()
        })
    }

    fn row(&self, id: &ArticleId) -> i64 {
        self.store.load(id).unwrap().entry.row()
    }

    fn desk(&self) -> Desk {
        Desk::new(Some(self.dir.path().to_owned()), String::from("سلمى"))
    }

    fn counts(&self) -> (u32, u32) {
        let State {
            articles, unread, ..
        } = self.store.state().unwrap();
        (articles, unread)
    }
}

fn spot(version: u32, offset: u32) -> Spot {
    Spot { version, offset }
}

fn marked(reply: Reply) -> Vec<i64> {
    match reply {
        Ok(Answer::Marked(rows)) => rows,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_order_is_its_own() {
    let (library, _) = Library::papers();
    for (sort, order) in [
        (Sort::Newest, [3, 1, 2, 0]),
        (Sort::Oldest, [0, 2, 1, 3]),
        (Sort::Title, [3, 1, 0, 2]),
        (Sort::Source, [1, 3, 0, 2]),
        (Sort::Added, [3, 2, 1, 0]),
    ] {
        let view = View {
            sort,
            ..View::default()
        };
        assert_eq!(library.view(&view), order, "{sort:?}");
    }
}

#[test]
fn words_are_found_however_they_are_spelled_in_title_source_or_author() {
    let (library, _) = Library::papers();
    assert_eq!(library.words("  "), [3, 1, 2, 0]);
    assert_eq!(library.words("امطار"), [1]);
    assert_eq!(library.words("منى الأهـــرام على"), [1]);
    assert_eq!(library.words("الرايه"), [3, 0]);
    assert_eq!(library.words("الراية أمطار"), [] as [usize; 0]);
    let within = View {
        source: Some("الراية".to_owned()),
        words: "بدايه".to_owned(),
        ..View::default()
    };
    assert_eq!(library.view(&within), [0]);
}

#[test]
fn an_order_nobody_waits_for_is_not_made() {
    let (library, _) = Library::papers();
    let cancel = AtomicBool::new(true);
    let order = library.store.order(&View::default(), &cancel).unwrap();
    assert_eq!(order, None);
}

#[test]
fn a_window_shows_what_is_left_of_its_rows_in_their_order() {
    let (mut library, ids) = Library::papers();
    let rows = library.order(&View::default()).rows;
    let gone = library.row(&ids[1]);
    library
        .store
        .write(|w| w.remove(&ids[1..2], &Maker::default()))
        .unwrap();
    let entries = library
        .store
        .entries(&[99, rows[3], gone, rows[0]])
        .unwrap();
    let shown: Vec<i64> = entries.iter().map(Entry::row).collect();
    assert_eq!(shown, [rows[3], rows[0]]);
}

#[test]
fn read_and_starred_articles_change_their_shelves() {
    let (library, ids) = Library::papers();
    let mut desk = library.desk();
    let rows = [0, 1].map(|nth: usize| library.row(&ids[nth]));
    let before = library.store.state().unwrap();
    let read = answer(&mut desk, Request::SetRead(rows.to_vec(), true));
    assert_eq!(marked(read), rows);
    let again = answer(&mut desk, Request::SetRead(rows.to_vec(), true));
    assert!(marked(again).is_empty());
    // who knows of both changes knows that there was no other
    let known = State {
        change: before.change + 2,
        ..before
    };
    assert_eq!(desk.changes(&known, &rows).unwrap(), None);
    let starred = answer(&mut desk, Request::SetStarred(vec![rows[1]], true));
    assert_eq!(marked(starred), [rows[1]]);
    assert_eq!(library.shelf(Shelf::All), [3, 1, 2, 0]);
    assert_eq!(library.shelf(Shelf::Unread), [3, 2]);
    assert_eq!(library.shelf(Shelf::Starred), [1]);
    assert_eq!(
        marked(answer(&mut desk, Request::SetRead(vec![rows[0]], false))),
        [rows[0]]
    );
    assert_eq!(library.shelf(Shelf::Unread), [3, 2, 0]);
    let view = View {
        source: Some("الراية".to_owned()),
        ..View::default()
    };
    let all = marked(answer(&mut desk, Request::SetAllRead(view, true)));
    assert_eq!(all.len(), 2);
    assert_eq!(library.shelf(Shelf::Unread), [2]);
}

#[test]
fn marks_are_logged_with_the_way_back() {
    let (library, ids) = Library::papers();
    let mut desk = library.desk();
    let rows: Vec<i64> = ids.iter().map(|id| library.row(id)).collect();
    desk.set_read(&rows[..1], true).unwrap();
    let first: i64 = library.sql("SELECT read FROM article WHERE read IS NOT NULL");
    desk.set_read(&rows[..2], true).unwrap();
    desk.set_read(&rows[..1], false).unwrap();
    desk.set_starred(&rows[..1], true).unwrap();
    desk.set_place(&ids[0], spot(1, 3)).unwrap();
    let kinds: String = library.sql("SELECT group_concat(kind) FROM log");
    assert_eq!(kinds, "read,read,read,star");
    let states = |number: i64| -> String {
        library.sql(&format!(
            "SELECT before || ' ' || after FROM log WHERE number = {number}"
        ))
    };
    assert_eq!(states(1), format!(r#"[[null,["{}"]]] {first}"#, ids[0]));
    assert_eq!(states(3), format!(r#"[[{first},["{}"]]] null"#, ids[0]));
    assert_eq!(library.sql::<String>("SELECT max(coder) FROM log"), "سلمى");
}

#[test]
fn counts_follow_whatever_happens_to_articles() {
    let (mut library, ids) = Library::papers();
    let maker = Maker::default();
    assert_eq!(library.counts(), (4, 4));
    let rows = [0, 1].map(|nth: usize| library.row(&ids[nth]));
    let write = |library: &mut Library, ids: &[ArticleId]| {
        library.store.write(|w| w.remove(ids, &maker)).unwrap();
    };
    library
        .store
        .write(|w| w.set_read(&rows, true, &maker))
        .unwrap();
    assert_eq!(library.counts(), (4, 2));
    write(&mut library, &ids[1..3]);
    assert_eq!(library.counts(), (2, 1));
    let back = Meta {
        date: PAPERS[2].3.parse().ok(),
        ..titled(PAPERS[2].0)
    };
    library.add(&document(&back, PAPERS[2].0, &alone(PAPERS[2].0)));
    assert_eq!(library.counts(), (3, 2));
    library.store.write(|w| w.purge(&ids)).unwrap();
    assert_eq!(library.counts(), (0, 0));
}

#[test]
fn places_and_marks_outlive_a_new_version_and_go_with_their_article() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let (id, _) = library.add(&document(&meta, "نصّ أول", &archive("a")));
    let other = document(&at("https://example.org/2"), "غيره", &archive("a"));
    let (other, _) = library.add(&other);
    let mut desk = library.desk();
    assert_eq!(library.store.place(&id).unwrap(), None);
    assert!(desk.set_place(&id, spot(1, 3)).unwrap());
    assert!(desk.set_place(&id, spot(1, 7)).unwrap());
    assert!(desk.set_mark('ب', &id, spot(1, 2)).unwrap());
    assert!(desk.set_mark('A', &other, spot(1, 0)).unwrap());
    assert!(desk.set_mark('A', &id, spot(1, 4)).unwrap());
    let (_, outcome) = library.add(&document(&meta, "نصّ ثانٍ", &archive("a")));
    assert_eq!(outcome, Outcome::Updated);
    let opened = desk.open(&id).unwrap();
    assert_eq!(
        (opened.loaded.entry.version, opened.place),
        (2, Some(spot(1, 7)))
    );
    let marks = |desk: &mut Desk| -> Vec<_> {
        let marks = desk.marks().unwrap();
        marks
            .into_iter()
            .map(|m| (m.letter, m.article, m.spot))
            .collect()
    };
    let both = [('A', id.clone(), spot(1, 4)), ('ب', id.clone(), spot(1, 2))];
    assert_eq!(marks(&mut desk), both);
    library
        .store
        .write(|w| w.purge(std::slice::from_ref(&id)))
        .unwrap();
    assert_eq!(marks(&mut desk), []);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM place"), 0);
    assert!(!desk.set_place(&id, spot(1, 7)).unwrap());
    assert!(!desk.set_mark('A', &id, spot(1, 7)).unwrap());
}

#[test]
fn home_is_where_one_left() {
    let (mut library, ids) = Library::papers();
    let mut desk = library.desk();
    let open = |desk: &mut Desk| {
        let Ok(Answer::Home(home)) = answer(desk, Request::Home(2)) else {
            panic!("no home");
        };
        assert_eq!(home.entries.len(), 2);
        let opened = home.open.unwrap().unwrap();
        (opened.loaded.entry.id, opened.place)
    };
    assert_eq!(open(&mut desk), (ids[3].clone(), None));
    desk.set_place(&ids[0], spot(1, 5)).unwrap();
    assert_eq!(open(&mut desk), (ids[0].clone(), Some(spot(1, 5))));
    library
        .store
        .write(|w| w.remove(&ids[..1], &Maker::default()))
        .unwrap();
    assert_eq!(open(&mut desk), (ids[3].clone(), None));
}

#[test]
fn the_way_through_what_was_read_is_known_at_home_as_far_as_it_matters() {
    let (library, _) = Library::papers();
    let mut desk = library.desk();
    assert_eq!(desk.home(1).unwrap().trail, Trail::default());
    let id = |nth: usize| ArticleId::from_stored(format!("a{nth}"));
    let trail = Trail {
        back: (0..300).map(id).collect(),
        here: Some(id(300)),
        forward: vec![id(302), id(301)],
    };
    let request = Request::SetTrail(trail.clone());
    assert!(matches!(answer(&mut desk, request), Ok(Answer::Kept(true))));
    let near = Trail {
        back: trail.back[100..].to_vec(),
        ..trail
    };
    assert_eq!(library.desk().home(1).unwrap().trail, near);
    let only = Trail {
        here: Some(id(7)),
        ..Trail::default()
    };
    desk.set_trail(&only).unwrap();
    assert_eq!(library.desk().home(1).unwrap().trail, only);
}

#[test]
fn a_source_is_found_by_words_of_its_name_however_they_are_spelled() {
    let (mut library, ids) = Library::papers();
    let named = |library: &Library, words: &str| library.store.sources_named(words).unwrap();
    assert_eq!(named(&library, "الرايه"), ["الراية"]);
    assert_eq!(named(&library, "ال"), ["الأهرام", "الراية"]);
    assert_eq!(named(&library, "ال هرام"), ["الأهرام"]);
    assert_eq!(named(&library, "غيرها"), Vec::<String>::new());
    let maker = Maker::default();
    library
        .store
        .write(|w| w.remove(&ids[1..2], &maker))
        .unwrap();
    assert_eq!(named(&library, ""), ["الراية"]);
}

#[test]
fn an_article_that_cannot_be_read_does_not_keep_one_from_home() {
    let (library, ids) = Library::papers();
    let db = Connection::open(library.dir.path().join("library.db")).unwrap();
    db.execute_batch("UPDATE document SET packed = x'00'")
        .unwrap();
    let home = library.desk().home(9).unwrap();
    assert_eq!(home.entries.len(), ids.len());
    assert!(matches!(home.open, Err(Error::Damaged(..))));
}

#[test]
fn what_others_change_is_noticed() {
    let (mut library, ids) = Library::papers();
    let mut desk = library.desk();
    let home = desk.home(9).unwrap();
    let rows: Vec<i64> = ids.iter().map(|id| library.row(id)).collect();
    assert_eq!(desk.changes(&home.state, &rows).unwrap(), None);
    library.edit(&ids[2], Field::Author, Some("كاتب"));
    let maker = Maker::default();
    library
        .store
        .write(|w| w.remove(&ids[..1], &maker))
        .unwrap();
    library.store.write(|w| w.purge(&ids[3..])).unwrap();
    let Changes { state, rows: which } = desk.changes(&home.state, &rows).unwrap().unwrap();
    assert_eq!(which, [rows[0], rows[2], rows[3]]);
    assert_eq!((state.articles, state.unread), (2, 2));
    assert_eq!(desk.changes(&state, &rows).unwrap(), None);
    for gone in [&ids[0], &ids[3]] {
        let opened = desk.open(gone);
        assert!(matches!(opened, Err(Error::NoSuchArticle(_))), "{opened:?}");
    }
}

#[test]
fn questions_and_answers_go_from_thread_to_thread() {
    let (library, _) = Library::papers();
    let mut desk = library.desk();
    let cancel = Arc::new(AtomicBool::new(false));
    let request = Request::Order(View::default(), Arc::clone(&cancel));
    let asked = std::thread::spawn(move || (answer(&mut desk, request), desk));
    let (reply, mut desk) = asked.join().unwrap();
    assert!(matches!(reply, Ok(Answer::Order(Some(order))) if order.rows.len() == PAPERS.len()));
    cancel.store(true, Ordering::Relaxed);
    let reply = answer(&mut desk, Request::Order(View::default(), cancel));
    assert!(matches!(reply, Ok(Answer::Order(None))));
}
