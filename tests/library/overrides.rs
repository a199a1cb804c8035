//! Does the reader have the last word on what a block is?

use super::*;

#[test]
fn what_the_reader_says_of_a_block_survives_a_new_import() {
    let mut library = Library::new();
    let meta = at("https://example.org/1");
    let page = document(&meta, "نصّ أول\nتابعنا هنا\nنصّ ثانٍ", &archive("a"));
    let (id, _) = library.add(&page);
    let before = library.store.state().unwrap().change;
    let share = Kind::Clutter(Reason::Share);
    let changed = library.kind(&id, 2, Some(share), Scope::Article);
    assert_eq!(changed, std::slice::from_ref(&id));
    let cleaned = vec![Kind::Title, Kind::Paragraph, BY_HAND, Kind::Paragraph];
    assert_eq!(library.kinds(&id), (cleaned.clone(), 2));
    let loaded = library.store.load(&id).unwrap();
    assert_eq!(loaded.article.text(), "عنوان\nنصّ أول\nنصّ ثانٍ");
    assert_eq!(loaded.entry.words, 5);
    let after = library.store.state().unwrap().change;
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
    assert_eq!(library.store.state().unwrap().change, after);
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
