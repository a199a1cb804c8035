//! Does the library keep what it was given, know it again, and never harm what is there?

mod broken;
mod coding;
mod following;
mod keep;
mod meanwhile;
mod overrides;
mod passages;
mod reading;
mod undo;

use std::{fs, path::Path};

use hashiya::{
    article::{Article, ArticleId, Block, Field, FlawKind, Kind, Meta, Reason},
    desk::{Answer, Desk, Request, answer},
    error::Error,
    store::{
        Access, Edit, Entry, Filter, Maker, Origin, Outcome, Packer, Place, Prepared, Scope, Store,
    },
};
use rusqlite::Connection;
use tempfile::TempDir;

/// What a reader's hand makes clutter.
const BY_HAND: Kind = Kind::Clutter(Reason::ByHand);

struct Library {
    dir: TempDir,
    store: Store,
}

impl Library {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap();
        Self { dir, store }
    }

    fn add(&mut self, document: &Prepared) -> (ArticleId, Outcome) {
        let run = self.store.run().unwrap();
        self.store.write(|w| w.add(document, run)).unwrap()
    }

    fn edit(&mut self, id: &ArticleId, field: Field, value: Option<&str>) {
        let edit = Edit {
            field,
            value: value.map(str::to_owned),
        };
        let ids = [id.clone()];
        self.store
            .write(|w| w.edit(&ids, &[edit], &Maker::default()))
            .unwrap();
    }

    fn kind(
        &mut self,
        id: &ArticleId,
        place: usize,
        kind: Option<Kind>,
        scope: Scope,
    ) -> Vec<ArticleId> {
        self.store
            .write(|w| w.set_kind(id, place, kind, scope, &Maker::default()))
            .unwrap()
    }

    /// The kinds of an article's blocks and the number of its version.
    fn kinds(&self, id: &ArticleId) -> (Vec<Kind>, u32) {
        let loaded = self.store.load(id).unwrap();
        let kinds = loaded.article.blocks.iter().map(|b| b.kind);
        (kinds.collect(), loaded.entry.version)
    }

    fn untitled(&self, id: &ArticleId) -> bool {
        let flaws = self.store.load(id).unwrap().flaws;
        flaws.iter().any(|f| f.kind == FlawKind::NoTitle)
    }

    fn meta(&self, id: &ArticleId) -> Meta {
        self.store.load(id).unwrap().article.meta
    }

    fn count(&self) -> usize {
        let all = self.store.list(&Filter::default(), None, 1000).unwrap();
        all.len()
    }

    fn sql<T: rusqlite::types::FromSql>(&self, question: &str) -> T {
        let db = Connection::open(self.dir.path().join("library.db")).unwrap();
        db.query_row(question, [], |r| r.get(0)).unwrap()
    }
}

/// A document of a title and a text.
fn document(meta: &Meta, text: &str, origin: &Origin) -> Prepared {
    let mut blocks = vec![Block::new(Kind::Title, meta.title.clone())];
    blocks.extend(text.lines().map(|l| Block::new(Kind::Paragraph, l)));
    let meta = meta.clone();
    let raw = format!("{meta:?} {text}");
    Packer::default().prepare(
        Article { meta, blocks },
        &[],
        origin.clone(),
        raw.as_bytes(),
    )
}

fn titled(title: &str) -> Meta {
    Meta {
        title: title.to_owned(),
        ..Meta::default()
    }
}

fn at(url: &str) -> Meta {
    Meta {
        url: Some(url.to_owned()),
        ..titled("عنوان")
    }
}

fn archive(file: &str) -> Origin {
    Origin {
        name: Some(file.to_owned()),
        file: Some(file.to_owned()),
        ..Origin::default()
    }
}

fn alone(file: &str) -> Origin {
    Origin {
        alone: true,
        asked: true,
        ..archive(file)
    }
}

#[test]
fn the_same_again_changes_nothing() {
    let mut library = Library::new();
    for (meta, origin) in [
        (at("https://example.org/1"), archive("a")),
        (titled("بلا رابط"), alone("b")),
        (titled("من أنبوب"), Origin::default()),
    ] {
        let one = document(&meta, "نصّ أول", &origin);
        let (id, first) = library.add(&one);
        let state = library.store.state().unwrap();
        assert_eq!(first, Outcome::Added);
        assert_eq!(library.add(&one), (id, Outcome::Unchanged));
        assert_eq!(library.store.state().unwrap(), state);
    }
    assert_eq!(library.count(), 3);
}

#[test]
fn a_changed_text_is_a_version_and_the_id_stays() {
    let mut library = Library::new();
    let one = document(&at("https://example.org/1"), "نصّ أول", &archive("a"));
    let two = document(
        &at("http://www.example.org/1?utm_source=x"),
        "نصّ ثانٍ",
        &archive("b"),
    );
    let (id, _) = library.add(&one);
    assert_eq!(library.add(&two), (id.clone(), Outcome::Updated));
    let loaded = library.store.load(&id).unwrap();
    assert_eq!(loaded.entry.version, 2);
    assert_eq!(loaded.article.text(), "عنوان\nنصّ ثانٍ");
    // words that come back are a version again
    assert_eq!(library.add(&one), (id.clone(), Outcome::Updated));
    assert_eq!(library.store.load(&id).unwrap().entry.version, 3);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM document"), 3);
}

#[test]
fn new_fields_alone_make_no_version_and_silence_unsays_nothing() {
    let mut library = Library::new();
    let bare = at("https://example.org/1");
    let signed = Meta {
        author: Some("كاتب".to_owned()),
        date: "2025-06-20".parse().ok(),
        ..bare.clone()
    };
    let (id, _) = library.add(&document(&bare, "نصّ", &archive("a")));
    let (_, outcome) = library.add(&document(&signed, "نصّ", &archive("a")));
    assert_eq!(outcome, Outcome::Updated);
    let (_, outcome) = library.add(&document(&bare, "نصّ", &archive("a")));
    assert_eq!(outcome, Outcome::Unchanged);
    assert_eq!(library.meta(&id), signed);
    assert_eq!(library.store.load(&id).unwrap().entry.version, 1);
}

#[test]
fn what_a_hand_has_set_survives() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let (id, _) = library.add(&document(&meta, "نصّ", &archive("a")));
    library.edit(&id, Field::Title, Some("عنوان باليد"));
    library.edit(&id, Field::Author, None);
    library.edit(&id, Field::Url, Some("https://example.net/2"));
    let renamed = Meta {
        title: "عنوان جديد".to_owned(),
        author: Some("كاتب".to_owned()),
        section: Some("قسم".to_owned()),
        ..meta.clone()
    };
    library.add(&document(&renamed, "نصّ آخر", &archive("a")));
    let shown = library.meta(&id);
    assert_eq!(shown.title, "عنوان باليد");
    assert_eq!(shown.author, None);
    assert_eq!(shown.section.as_deref(), Some("قسم"));
    // the address set by hand is one more way to know the article
    let moved = document(&at("https://example.net/2"), "نصّ آخر", &archive("b"));
    assert_eq!(library.add(&moved).0, id);
    // a title that is taken back is the page's
    library.add(&document(&renamed, "نصّ آخر", &archive("a")));
    library.edit(&id, Field::Title, None);
    assert_eq!(library.meta(&id).title, "عنوان جديد");
}

#[test]
fn a_source_and_its_name_are_an_identity_and_a_file_stands_in_for_the_source() {
    let mut library = Library::new();
    let named = |source: Option<&str>, name: &str| Meta {
        source: source.map(str::to_owned),
        source_id: Some(name.to_owned()),
        ..titled("عنوان")
    };
    let paper = named(Some("صحيفة"), "7");
    let (id, _) = library.add(&document(&paper, "نصّ", &archive("a")));
    assert_eq!(library.add(&document(&paper, "آخر", &archive("b"))).0, id);
    let (seven, _) = library.add(&document(&named(None, "7"), "سبعة", &archive("c")));
    let (eight, _) = library.add(&document(&named(None, "8"), "سبعة", &archive("c")));
    assert_ne!(seven, eight);
    let changed = document(&named(None, "7"), "شيء غيره", &archive("c"));
    assert_eq!(library.add(&changed), (seven.clone(), Outcome::Updated));
    // the archive under another name
    let moved = document(&named(None, "8"), "سبعة", &archive("d"));
    assert_eq!(library.add(&moved), (eight.clone(), Outcome::Unchanged));
    let found = library.store.find("8", false).unwrap();
    assert_eq!(found, Some(eight));
    let both = library.store.find("7", false);
    assert!(matches!(both, Err(Error::Ambiguous(_, found)) if found.len() == 2));
}

#[test]
fn a_file_of_one_article_is_an_identity_where_title_or_half_the_words_agree() {
    let mut library = Library::new();
    let (id, _) = library.add(&document(
        &titled("العنوان الأول"),
        "قال الوزير نعم",
        &alone("a"),
    ));
    let retold = document(&titled("العنوانُ الأوّل"), "كلام لا صلة له به", &alone("a"));
    assert_eq!(library.add(&retold), (id.clone(), Outcome::Updated));
    let retitled = document(&titled("غيره"), "كلام لا صلة له به أبدا", &alone("a"));
    assert_eq!(library.add(&retitled), (id.clone(), Outcome::Updated));
    let other = document(&titled("قصة أخرى"), "فاز المنتخب في المباراة", &alone("a"));
    let (second, outcome) = library.add(&other);
    assert_eq!(outcome, Outcome::Added);
    assert_ne!(second, id);
    assert_eq!(library.add(&other), (second, Outcome::Unchanged));
}

#[test]
fn one_text_is_one_article_unless_something_says_otherwise() {
    let mut library = Library::new();
    let text = "وقع الاتفاق يوم الخميس";
    let (id, _) = library.add(&document(&titled("خبر"), text, &alone("a")));
    let copy = document(&titled("خبر"), "وقّع الاتفاقَ يوم الخميس", &alone("b"));
    assert_eq!(library.add(&copy).0, id);
    let addressed = Meta {
        url: Some("https://example.org/1".to_owned()),
        ..titled("خبر")
    };
    assert_eq!(library.add(&document(&addressed, text, &alone("c"))).0, id);
    let elsewhere = Meta {
        url: Some("https://example.net/9".to_owned()),
        ..titled("خبر")
    };
    let (other, outcome) = library.add(&document(&elsewhere, text, &alone("d")));
    assert_eq!(outcome, Outcome::Added);
    assert_ne!(other, id);
    for paper in ["صحيفة", "جريدة"] {
        let wire = Meta {
            source: Some(paper.to_owned()),
            ..titled("برقية")
        };
        let (_, outcome) = library.add(&document(&wire, text, &alone(paper)));
        assert_eq!(outcome, Outcome::Added);
    }
}

#[test]
fn two_documents_of_one_article_in_one_run_do_not_take_turns() {
    let mut library = Library::new();
    let one = document(&at("https://example.org/1"), "نصّ أول", &archive("a"));
    let two = document(&at("https://example.org/1"), "نصّ ثانٍ", &archive("a"));
    let mut both = || {
        let run = library.store.run().unwrap();
        [&one, &two].map(|d| library.store.write(|w| w.add(d, run)).unwrap().1)
    };
    assert_eq!(both(), [Outcome::Added, Outcome::Updated]);
    assert_eq!(both(), [Outcome::Unchanged; 2]);
    assert_eq!(both(), [Outcome::Unchanged; 2]);
}

#[test]
fn what_was_removed_comes_back_only_when_asked_for() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let (id, _) = library.add(&document(&meta, "نصّ", &archive("a")));
    let ids = [id.clone()];
    let maker = Maker::default();
    let gone = library.store.write(|w| w.remove(&ids, &maker)).unwrap();
    assert_eq!(gone, ids);
    assert_eq!(library.count(), 0);
    assert_eq!(library.store.find(id.as_str(), false).unwrap(), None);
    let (_, outcome) = library.add(&document(&meta, "نصّ", &archive("a")));
    assert_eq!((outcome, library.count()), (Outcome::Unchanged, 0));
    let (_, outcome) = library.add(&document(&meta, "نصّ", &alone("b")));
    assert_eq!((outcome, library.count()), (Outcome::Updated, 1));
}

#[test]
fn edits_and_removals_are_logged_with_the_way_back() {
    let mut library = Library::new();
    let (id, _) = library.add(&document(&at("https://example.org/1"), "نصّ", &archive("a")));
    library.edit(&id, Field::Author, Some("كاتب"));
    library.edit(&id, Field::Author, Some("كاتب"));
    let ids = [id.clone()];
    library
        .store
        .write(|w| w.remove(&ids, &Maker::default()))
        .unwrap();
    let kinds: String = library.sql("SELECT group_concat(kind) FROM log");
    assert_eq!(kinds, "edit,remove");
    let before: String = library.sql("SELECT before FROM log WHERE kind = 'edit'");
    assert_eq!(
        before,
        format!(r#"{{"{id}":{{"author":{{"shown":null,"hand":null}}}}}}"#)
    );
}

#[test]
fn what_is_purged_is_in_the_backup() {
    let mut library = Library::new();
    let (id, _) = library.add(&document(&at("https://example.org/1"), "نصّ", &archive("a")));
    let mut desk = Desk::new(Some(library.dir.path().to_owned()), String::new());
    let Ok(Answer::Purged(backup)) = answer(&mut desk, Request::Purge(vec![id.clone()])) else {
        panic!("no backup");
    };
    assert_eq!(library.count(), 0);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM identity"), 0);
    assert_eq!(library.sql::<String>("SELECT id FROM gone"), id.as_str());
    desk.restore(backup.as_os_str()).unwrap();
    assert_eq!(desk.load(&id).unwrap().article.text(), "عنوان\nنصّ");
}

#[test]
fn pages_of_a_list_cover_it_in_order() {
    let mut library = Library::new();
    let dates = [
        "2018",
        "2018-06",
        "2018-06-20T23:30-05:00",
        "2018-06-21",
        "2018-06-21",
    ];
    for (nth, date) in dates.iter().enumerate() {
        let meta = Meta {
            date: date.parse().ok(),
            ..at(&format!("https://example.org/{nth}"))
        };
        library.add(&document(&meta, "نصّ", &archive("a")));
    }
    library.add(&document(
        &at("https://example.org/undated"),
        "نصّ",
        &archive("a"),
    ));
    let filter = Filter::default();
    let mut after: Option<Place> = None;
    let mut seen = Vec::new();
    loop {
        let page = library.store.list(&filter, after, 2).unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.place);
        seen.extend(page.into_iter().map(|entry| entry.meta.date));
    }
    let seen: Vec<_> = seen.iter().map(|d| d.map(|d| d.to_string())).collect();
    let shown: Vec<_> = seen.iter().map(Option::as_deref).collect();
    assert_eq!(
        shown,
        [
            None, // by the day of adding
            Some("2018-06-20T23:30-05:00"),
            Some("2018-06-21"),
            Some("2018-06-21"),
            Some("2018-06"),
            Some("2018"),
        ]
    );
    let within = |since: &str, until: &str| {
        let filter = Filter {
            since: since.parse().ok(),
            until: until.parse().ok(),
            ..Filter::default()
        };
        library.store.list(&filter, None, 10).unwrap().len()
    };
    assert_eq!(within("2018-06-20", "2018-06-20"), 1);
    assert_eq!(within("2018-06", "2018-06"), 4);
    assert_eq!(within("2018-06-21", "2018"), 2);
    assert_eq!(within("2018", "2018-06-20"), 3);
}

#[test]
fn looking_makes_no_library() {
    let dir = tempfile::tempdir().unwrap();
    let opened = Store::open(dir.path(), Access::Read);
    assert!(matches!(opened, Err(Error::NoLibrary(_))));
    let mut desk = Desk::new(Some(dir.path().join("none")), String::new());
    assert!(desk.list(&Filter::default(), None, 9).unwrap().is_empty());
    assert!(desk.find("abcd", false).unwrap().is_none());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}
