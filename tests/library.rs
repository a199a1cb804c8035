//! Does the library keep what it was given, know it again, and never harm what is there?

use std::{fs, path::Path};

use hashiya::{
    article::{Article, ArticleId, Block, Field, FlawKind, Kind, Meta, Reason},
    desk::{Answer, Desk, Request, answer},
    error::Error,
    store::{Access, Edit, Filter, Maker, Origin, Outcome, Packer, Place, Prepared, Scope, Store},
};
use rusqlite::Connection;
use tempfile::TempDir;

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

const BY_HAND: Kind = Kind::Clutter(Reason::ByHand);

#[test]
fn what_the_reader_says_of_a_block_survives_a_new_import() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let page = document(&meta, "نصّ أول\nتابعنا هنا\nنصّ ثانٍ", &archive("a"));
    let (id, _) = library.add(&page);
    let (before, _) = library.store.state().unwrap();
    let share = Kind::Clutter(Reason::Share);
    let changed = library.kind(&id, 2, Some(share), Scope::Article);
    assert_eq!(changed, std::slice::from_ref(&id));
    let cleaned = vec![Kind::Title, Kind::Paragraph, BY_HAND, Kind::Paragraph];
    assert_eq!(library.kinds(&id), (cleaned.clone(), 2));
    let loaded = library.store.load(&id).unwrap();
    assert_eq!(loaded.article.text(), "عنوان\nنصّ أول\nنصّ ثانٍ");
    assert_eq!(loaded.entry.words, 5);
    let (after, _) = library.store.state().unwrap();
    assert_eq!(after, before + 1);
    assert_eq!(library.sql::<i64>("SELECT change FROM article"), after);
    // the same word again, and the same page
    assert!(
        library
            .kind(&id, 2, Some(BY_HAND), Scope::Article)
            .is_empty()
    );
    assert_eq!(
        library.store.compare(&page).unwrap(),
        Some((id.clone(), Outcome::Unchanged))
    );
    assert_eq!(library.add(&page), (id.clone(), Outcome::Unchanged));
    assert_eq!(library.store.state().unwrap().0, after);
    // another page: the line stands elsewhere and is spelled otherwise
    let page = document(&meta, "نصّ أول\nنصّ ثانٍ\nنصّ ثالث\nتابِعنا هُنا!", &archive("a"));
    assert_eq!(library.add(&page), (id.clone(), Outcome::Updated));
    let (kinds, version) = library.kinds(&id);
    assert_eq!((kinds[4], version), (BY_HAND, 3));
    assert_eq!(library.add(&page), (id.clone(), Outcome::Unchanged));
    // a heading is text as before: no offset moves
    library.kind(&id, 2, Some(Kind::Heading(2)), Scope::Article);
    let (kinds, version) = library.kinds(&id);
    assert_eq!((kinds[2], version), (Kind::Heading(2), 3));
    assert_eq!(library.add(&page), (id, Outcome::Unchanged));
}

#[test]
fn a_version_by_hand_takes_the_document_with_it() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let (id, _) = library.add(&document(&meta, "نصّ\nتابعنا", &archive("a")));
    let raw = library.store.raw(&id).unwrap();
    let came: i64 = library.sql("SELECT came FROM document");
    library.kind(&id, 2, Some(BY_HAND), Scope::Article);
    assert_eq!(library.store.raw(&id).unwrap(), raw);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM document"), 2);
    assert_eq!(
        library.sql::<i64>("SELECT count(DISTINCT hash) FROM document"),
        1
    );
    assert_eq!(library.sql::<i64>("SELECT max(came) FROM document"), came);
    // the older version has its blocks and nothing else
    let (length, packed): (usize, Vec<u8>) = (
        library
            .sql::<i64>("SELECT blocks FROM document ORDER BY version")
            .try_into()
            .unwrap(),
        library.sql("SELECT packed FROM document ORDER BY version"),
    );
    let blocks = zstd::stream::decode_all(&packed[..]).unwrap();
    assert_eq!(blocks.len(), length);
    let blocks: Vec<Block> = serde_json::from_slice(&blocks).unwrap();
    assert_eq!(blocks[2], Block::new(Kind::Paragraph, "تابعنا"));
}

#[test]
fn a_word_about_a_source_reaches_its_articles_now_and_later() {
    let mut library = Library::new();
    let paper = |paper: &str, nth: u32| {
        let meta = Meta {
            source: Some(paper.to_owned()),
            ..at(&format!("https://example.org/{nth}"))
        };
        document(&meta, &format!("نصّ {nth}\nتابعنا"), &archive("a"))
    };
    let (first, _) = library.add(&paper("صحيفة", 1));
    let (second, _) = library.add(&paper("صحيفة", 2));
    let (other, _) = library.add(&paper("جريدة", 3));
    library.kind(&second, 2, Some(Kind::Heading(2)), Scope::Article);
    let (third, _) = library.add(&paper("صحيفة", 4));
    let changed = library.kind(&first, 2, Some(BY_HAND), Scope::Source);
    assert_eq!(changed, [first.clone(), third.clone()]);
    let last = |library: &Library, id: &ArticleId| library.kinds(id).0[2];
    assert_eq!(last(&library, &third), BY_HAND);
    // an article's own word stands before the source's
    assert_eq!(last(&library, &second), Kind::Heading(2));
    assert_eq!(last(&library, &other), Kind::Paragraph);
    let (later, _) = library.add(&paper("صحيفة", 5));
    assert_eq!(
        library.kinds(&later),
        (vec![Kind::Title, Kind::Paragraph, BY_HAND], 1)
    );
    assert_eq!(
        library.add(&paper("صحيفة", 5)),
        (later.clone(), Outcome::Unchanged)
    );
    // an article that a hand gives to the source, or takes from it, follows
    library.edit(&other, Field::Source, Some("صحيفة"));
    assert_eq!(last(&library, &other), BY_HAND);
    assert_eq!(
        library.add(&paper("جريدة", 3)),
        (other.clone(), Outcome::Unchanged)
    );
    library.edit(&other, Field::Source, Some("جريدة"));
    assert_eq!(last(&library, &other), Kind::Paragraph);
    // taken back from the article that has a word of its own: both go
    let changed = library.kind(&second, 2, None, Scope::Source);
    assert_eq!(changed, [second.clone(), first, third, later.clone()]);
    assert_eq!(last(&library, &later), Kind::Paragraph);
    assert_eq!(last(&library, &second), Kind::Paragraph);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM override"), 0);
    assert_eq!(library.sql::<i64>("SELECT count(*) FROM said"), 0);
}

#[test]
fn a_block_that_is_cleared_is_what_import_says() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let page = document(&meta, "نصّ أول\nتابعنا", &archive("a"));
    let (id, _) = library.add(&page);
    let form: Vec<u8> = library.sql("SELECT form FROM version");
    library.kind(&id, 2, Some(BY_HAND), Scope::Article);
    let changed = library.kind(&id, 2, None, Scope::Article);
    assert_eq!(changed, std::slice::from_ref(&id));
    let kinds = vec![Kind::Title, Kind::Paragraph, Kind::Paragraph];
    assert_eq!(library.kinds(&id), (kinds, 3));
    let last = "SELECT form FROM version ORDER BY number DESC";
    assert_eq!(library.sql::<Vec<u8>>(last), form);
    assert!(library.kind(&id, 2, None, Scope::Article).is_empty());
    assert_eq!(library.add(&page), (id, Outcome::Unchanged));
}

#[test]
fn the_title_follows_the_block_unless_a_hand_set_it() {
    let mut library = Library::new();
    let meta = titled("اسم الموقع");
    let page = document(&meta, "العنوان الحقّ\nنصّ أول", &alone("a"));
    let (id, _) = library.add(&page);
    library.kind(&id, 1, Some(Kind::Title), Scope::Article);
    assert_eq!(library.meta(&id).title, "العنوان الحقّ");
    let kinds = vec![Kind::Subtitle, Kind::Title, Kind::Paragraph];
    assert_eq!(library.kinds(&id), (kinds, 1));
    assert_eq!(library.add(&page), (id.clone(), Outcome::Unchanged));
    // beneath a title set by hand it is only noted
    library.edit(&id, Field::Title, Some("باليد"));
    library.kind(&id, 1, None, Scope::Article);
    assert_eq!(library.meta(&id).title, "باليد");
    library.edit(&id, Field::Title, None);
    assert_eq!(library.meta(&id).title, "اسم الموقع");
    // a headline that is none leaves the first words, and says so
    library.kind(&id, 0, Some(BY_HAND), Scope::Article);
    assert_eq!(library.meta(&id).title, "العنوان الحقّ");
    assert!(library.untitled(&id));
    assert_eq!(library.add(&page), (id.clone(), Outcome::Unchanged));
    library.kind(&id, 1, Some(Kind::Title), Scope::Article);
    assert!(!library.untitled(&id));
    for place in [0, 1] {
        library.kind(&id, place, None, Scope::Article);
    }
    assert_eq!(library.meta(&id).title, "اسم الموقع");
    assert!(!library.untitled(&id));
}

#[test]
fn a_word_about_a_block_is_logged_with_the_way_back() {
    let mut library = Library::new();
    let meta = Meta {
        source: Some("S".to_owned()),
        ..at("https://example.org/1")
    };
    let (id, _) = library.add(&document(&meta, "نصّ\nfollow", &archive("a")));
    let mut desk = Desk::new(Some(library.dir.path().to_owned()), String::new());
    for (kind, scope) in [
        (Some(Kind::Heading(2)), Scope::Article),
        (Some(BY_HAND), Scope::Source),
    ] {
        let request = Request::SetKind(id.clone(), 2, kind, scope);
        let Ok(Answer::Changed(changed)) = answer(&mut desk, request) else {
            panic!("not set");
        };
        assert_eq!(changed, std::slice::from_ref(&id));
    }
    let words: String = library.sql("SELECT lower(hex(words)) FROM override");
    let of_article = |kind| format!(r#"{{"article":"{id}","words":"{words}","kind":{kind}}}"#);
    let of_source = |kind| format!(r#"{{"source":"S","words":"{words}","kind":{kind}}}"#);
    let log = |number: u32| {
        let state =
            |side| format!("SELECT {side} FROM log WHERE kind = 'kind' AND number = {number}");
        ["before", "after"].map(|side| library.sql::<String>(&state(side)))
    };
    let heading = r#"{"heading":2}"#;
    assert_eq!(
        log(1),
        ["null", heading].map(|k| format!("[{}]", of_article(k)))
    );
    let both = |source, article| format!("[{},{}]", of_source(source), of_article(article));
    assert_eq!(
        log(2),
        [
            both("null", heading),
            both(r#"{"clutter":"by-hand"}"#, "null")
        ]
    );
}

#[test]
fn what_cannot_be_said_of_a_block_is_told_and_changes_nothing() {
    let mut library = Library::new();
    let (id, _) = library.add(&document(&at("https://example.org/1"), "نصّ", &archive("a")));
    let state = library.store.state().unwrap();
    let mut try_it = |id: &ArticleId, place, scope| {
        let kind = Some(Kind::Heading(2));
        let done = library
            .store
            .write(|w| w.set_kind(id, place, kind, scope, &Maker::default()));
        done.unwrap_err()
    };
    let past = try_it(&id, 2, Scope::Article);
    assert!(matches!(past, Error::NoSuchBlock(name, 2) if name == id.as_str()));
    assert!(matches!(try_it(&id, 1, Scope::Source), Error::NoSource(_)));
    let nobody = ArticleId::from_stored("aaaaaaaaaaaaaaaa".to_owned());
    assert!(matches!(
        try_it(&nobody, 0, Scope::Article),
        Error::NoSuchArticle(_)
    ));
    assert_eq!(library.store.state().unwrap(), state);
    assert_eq!(
        library.sql::<i64>("SELECT (SELECT count(*) FROM log) + (SELECT count(*) FROM override)"),
        0
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
    let kept = Connection::open(backup).unwrap();
    let held: String = kept
        .query_row("SELECT id FROM article", [], |r| r.get(0))
        .unwrap();
    assert_eq!(held, id.as_str());
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

/// Opens a database in both ways and proves that its bytes are as they were.
fn refused(dir: &Path) -> Vec<Error> {
    let file = dir.join("library.db");
    let before = fs::read(&file).unwrap();
    let errors = [Access::Read, Access::Write].map(|access| Store::open(dir, access).unwrap_err());
    assert_eq!(fs::read(&file).unwrap(), before);
    errors.into()
}

#[test]
fn a_database_that_is_no_library_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("library.db");
    fs::write(
        &file,
        "no database at all, but words, and enough of them".repeat(100),
    )
    .unwrap();
    let damaged = |e: &Error| matches!(e, Error::Damaged(..));
    assert!(refused(dir.path()).iter().all(damaged));
    fs::remove_file(&file).unwrap();
    let foreign = Connection::open(&file).unwrap();
    foreign.execute_batch("CREATE TABLE other (a)").unwrap();
    drop(foreign);
    assert!(refused(dir.path()).iter().all(damaged));
}

#[test]
fn an_older_library_is_brought_forward() {
    let dir = tempfile::tempdir().unwrap();
    let db = Connection::open(dir.path().join("library.db")).unwrap();
    db.execute_batch(include_str!("../src/store/migrations/1.sql"))
        .unwrap();
    db.execute_batch("PRAGMA application_id = 0x48617368; PRAGMA user_version = 1")
        .unwrap();
    drop(db);
    drop(Store::open(dir.path(), Access::Read).unwrap());
    let store = Store::open(dir.path(), Access::Write).unwrap();
    let mut library = Library { dir, store };
    let (id, _) = library.add(&document(&titled("عنوان"), "نصّ", &alone("a")));
    library.kind(&id, 1, Some(BY_HAND), Scope::Article);
    assert_eq!(library.kinds(&id), (vec![Kind::Title, BY_HAND], 2));
}

#[test]
fn a_newer_library_is_left_alone() {
    let library = Library::new();
    let file = library.dir.path().join("library.db");
    drop(library.store);
    let db = Connection::open(&file).unwrap();
    db.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(db);
    let newer = |e: &Error| matches!(e, Error::Newer(_, 99, 2));
    assert!(refused(library.dir.path()).iter().all(newer));
}

#[test]
fn a_flipped_page_is_damage_and_not_a_panic() {
    let mut library = Library::new();
    for nth in 0..50 {
        let meta = at(&format!("https://example.org/{nth}"));
        library.add(&document(&meta, &"نصّ طويل ".repeat(200), &archive("a")));
    }
    let Library { dir, store } = library;
    drop(store);
    let file = dir.path().join("library.db");
    let mut bytes = fs::read(&file).unwrap();
    for page in bytes.chunks_mut(4096).skip(2) {
        page[..200].fill(0x5a);
    }
    fs::write(&file, bytes).unwrap();
    let listed = Store::open(dir.path(), Access::Read)
        .and_then(|store| store.list(&Filter::default(), None, 100));
    assert!(matches!(listed, Err(Error::Damaged(..))), "{listed:?}");
}

#[test]
fn a_library_kept_busy_is_locked_after_a_while() {
    let mut library = Library::new();
    let other = Connection::open(library.dir.path().join("library.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let written = library.store.write(|_| Ok(()));
    assert!(matches!(written, Err(Error::Locked(_))), "{written:?}");
    // reading goes on
    assert_eq!(library.count(), 0);
}
