//! Does what the reader made come back from its backups, and does nothing else suffer?

use std::path::PathBuf;

use hashiya::{
    desk::{Reach, Spot, Undo, View},
    passage::{Deed, Naming, Wish},
    store::{Backup, Occasion, backups, restore},
};

use super::*;

/// What the reader made, each row by names that no copying changes.
const MADE: &[&str] = &[
    "SELECT json_array('tag', t.id, t.name, t.key, p.id, t.colour, t.description, t.letter,
            t.passages, t.articles) FROM tag t LEFT JOIN tag p ON p.row = t.parent ORDER BY t.id",
    "SELECT json_array('passage', p.id, a.id, p.version, p.start, p.end, p.quote, p.prefix, p.suffix,
            p.note, p.words, p.colour, p.coder, p.created, p.modified)
     FROM passage p JOIN article a ON a.row = p.article ORDER BY p.id",
    "SELECT json_array('placement', p.id, l.start, l.end, l.how, l.text)
     FROM placement l JOIN passage p ON p.row = l.passage ORDER BY p.id",
    "SELECT json_array('passage_tag', p.id, t.id, b.nth) FROM passage_tag b
     JOIN passage p ON p.row = b.passage JOIN tag t ON t.row = b.tag ORDER BY p.id, t.id",
    "SELECT json_array('article_tag', a.id, t.id, b.nth) FROM article_tag b
     JOIN article a ON a.row = b.article JOIN tag t ON t.row = b.tag ORDER BY a.id, t.id",
    "SELECT json_array('bearing', a.id, t.id, b.whole, b.passages) FROM bearing b
     JOIN article a ON a.row = b.article JOIN tag t ON t.row = b.tag ORDER BY a.id, t.id",
    "SELECT json_array('sheet', a.id, note, work) FROM sheet JOIN article a ON a.row = article
     ORDER BY a.id",
    "SELECT json_array('bond', one, other, related, made, coder) FROM bond ORDER BY one, other",
    "SELECT json_array('trail', nth, article) FROM trail ORDER BY nth",
    "SELECT json_array('hand', a.id, field, value, stated) FROM hand
     JOIN article a ON a.row = article ORDER BY a.id, field",
    "SELECT json_array('override', a.id, o.source, hex(o.words), kind) FROM override o
     LEFT JOIN article a ON a.row = article ORDER BY a.id, o.source, o.words",
    "SELECT json_array('mark', letter, a.id, m.version, offset) FROM mark m
     JOIN article a ON a.row = article ORDER BY letter",
    "SELECT json_array('place', a.id, p.version, offset, made) FROM place p
     JOIN article a ON a.row = article ORDER BY a.id",
    "SELECT json_array('log', number, made, coder, session, kind, before, after, undone) FROM log
     ORDER BY number",
    "SELECT json_array('article', id, title, author, source, words, read, starred, removed)
     FROM article ORDER BY id",
];

fn dump(dir: &Path) -> Vec<String> {
    let db = Connection::open(dir.join("library.db")).unwrap();
    let rows = MADE.iter().flat_map(|question| {
        let mut asked = db.prepare(question).unwrap();
        let rows = asked.query_map([], |r| r.get(0)).unwrap();
        rows.collect::<Result<Vec<String>, _>>().unwrap()
    });
    rows.collect()
}

fn desk(dir: &Path) -> Desk {
    Desk::new(Some(dir.to_owned()), "مرمِّز".to_owned())
}

fn daily(dir: &Path) -> Option<PathBuf> {
    desk(dir).backup_daily().unwrap()
}

fn bring(dir: &Path, backup: &Backup) -> PathBuf {
    restore(dir, &backup.path).unwrap().aside.unwrap()
}

/// A library in which the reader has made something of every kind, and one article of which
/// nothing was made.
fn worked_in() -> (TempDir, Vec<ArticleId>) {
    let mut library = Library::new();
    let from = |nth: u32, source: &str| Meta {
        source: Some(source.to_owned()),
        ..at(&format!("https://example.org/{nth}"))
    };
    let ids: Vec<ArticleId> = (0..4)
        .map(|nth| {
            let text = format!("السطر الأول {nth}\nاقرأ أيضا\nالسطر الأخير");
            let meta = from(nth, ["أ", "ب"][nth as usize % 2]);
            library.add(&document(&meta, &text, &archive("a"))).0
        })
        .collect();
    library.kind(&ids[0], 2, Some(BY_HAND), Scope::Article);
    library.kind(&ids[1], 3, Some(Kind::Quote), Scope::Source);
    library.edit(&ids[0], Field::Author, Some("كاتبة"));
    let mut desk = desk(library.dir.path());
    let spot = Spot {
        version: 1,
        offset: 7,
    };
    desk.set_place(&ids[1], spot).unwrap();
    desk.set_mark('ب', &ids[1], spot).unwrap();
    desk.set_read(&[1, 2], true).unwrap();
    desk.set_starred(&[2], true).unwrap();
    desk.remove(&ids[2..3]).unwrap();
    let Library { dir, store } = library;
    drop((store, desk));
    code(dir.path());
    (dir, ids)
}

/// Tags, passages and sheets in articles 1 and 2.
fn code(dir: &Path) {
    let db = Connection::open(dir.join("library.db")).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = ON;
         UPDATE library SET coding = 40;
         INSERT INTO tag (row, id, name, key, parent, colour, description, letter, change) VALUES
           (5, 't-b', 'اقتصاد', 'اقتصاد', NULL, 'blue', 'مذكّرة', 'ق', 1),
           (3, 't-a', 'نفط', 'نفط', 5, 'red', '', NULL, 2),
           (9, 't-c', 'بلا مقاطع', 'بلا مقاطع', 3, 'green', '', NULL, 3);
         INSERT INTO passage (row, id, article, version, start, end, quote, prefix, suffix, note,
                              words, colour, coder, created, modified, change) VALUES
           (7, 'p-a', 1, 1, 0, 5, 'عنوان', '', 'x', 'حاشية', 'عنوان حاشيه', NULL, 'م', 10, 11, 4),
           (8, 'p-b', 2, 1, 6, 11, 'السطر', '', '', '', 'السطر', 'cyan', '', 12, 12, 5);
         INSERT INTO placement (passage, article, version, start, end, how) VALUES
           (7, 1, 2, 0, 5, 'same'), (8, 2, 1, 6, 11, 'same');
         INSERT INTO passage_tag VALUES (7, 3, 1), (7, 5, 0), (8, 3, 0);
         INSERT INTO article_tag VALUES (2, 5, 0);
         INSERT INTO sheet VALUES (2, 'على المقال', 'coded', 6);
         INSERT INTO bond SELECT min(a.id, b.id), max(a.id, b.id), 0, 7, 'م' FROM article a, article b
           WHERE a.row = 1 AND b.row = 2;
         INSERT INTO trail SELECT 0, id FROM article WHERE row = 2;
         INSERT INTO trail VALUES (-1, 'غاب');
         INSERT INTO log (made, coder, session, kind, before, after) VALUES (13, '', '', 'mark', '[]', '[]')",
    )
    .unwrap();
}

/// Takes away or changes whatever the reader made.
fn ruin(dir: &Path) {
    let db = Connection::open(dir.join("library.db")).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = ON;
         DELETE FROM passage WHERE row = 7; DELETE FROM article_tag; DELETE FROM sheet;
         DELETE FROM bond; UPDATE trail SET nth = nth - 7;
         UPDATE tag SET name = 'آخر', parent = NULL; DELETE FROM mark; DELETE FROM place;
         UPDATE article SET read = NULL, starred = 3, removed = iif(row = 4, 1, NULL);
         UPDATE library SET coding = 90;
         INSERT INTO log (made, coder, session, kind, before, after) VALUES (14, '', '', 'mark', '[]', '[]')",
    )
    .unwrap();
}

#[test]
fn all_that_the_reader_made_comes_back_and_the_corpus_stays() {
    let (dir, ids) = worked_in();
    let made = dump(dir.path());
    daily(dir.path()).unwrap();
    let mut library = Library {
        store: Store::open(dir.path(), Access::Write).unwrap(),
        dir,
    };
    ruin(library.dir.path());
    library.kind(&ids[0], 2, None, Scope::Article);
    library.kind(&ids[1], 3, None, Scope::Source);
    library.edit(&ids[0], Field::Author, Some("غيرها"));
    library.edit(&ids[3], Field::Title, Some("عنوان باليد"));
    let dir = library.dir.path();
    let ruined = dump(dir);
    let before = library.store.state().unwrap();
    let kept = backups(dir).unwrap();
    assert_eq!(kept.len(), 1);
    let holds = kept[0].holds.as_ref().unwrap();
    assert_eq!((holds.passages, holds.tags, holds.articles), (2, 3, 2));
    let aside = bring(dir, &kept[0]);
    assert_eq!(dump(dir), made);
    let state = library.store.state().unwrap();
    assert_ne!(state.nonce, before.nonce);
    assert!(state.coding > before.coding);
    // hidden ones apart
    assert_eq!(library.count(), 3);
    // what was there can be brought back in its turn, from either copy
    let other = tempfile::tempdir().unwrap();
    restore(other.path(), &aside).unwrap();
    assert_eq!(dump(other.path()), ruined);
    let kept = backups(dir).unwrap();
    assert_eq!(kept[0].occasion, Occasion::Restore);
    bring(dir, &kept[0]);
    assert_eq!(dump(dir), ruined);
    let sound: String = library.sql("PRAGMA integrity_check");
    assert_eq!(sound, "ok");
}

#[test]
fn a_lost_library_is_made_anew_from_a_backup_alone() {
    let (dir, ids) = worked_in();
    let dir = dir.path();
    let made = dump(dir);
    daily(dir).unwrap();
    let read = |id: &ArticleId| desk(dir).load(id).unwrap();
    let before: Vec<_> = ids[..2].iter().map(read).collect();
    fs::remove_file(dir.join("library.db")).unwrap();
    // the log of one that is lost must not meet another
    let log = dir.join("library.db-wal");
    fs::write(&log, "left").unwrap();
    let kept = backups(dir).unwrap();
    let restored = restore(dir, &kept[0].path).unwrap();
    assert_eq!(restored.brought.articles, 2);
    let aside = restored.aside.unwrap();
    assert_eq!(fs::read(aside.with_extension("db-wal")).unwrap(), b"left");
    let state = desk(dir).home(9).unwrap().state;
    assert_eq!((state.articles, state.unread), (2, 0));
    // of the others nothing is known but by name
    let of_others = |line: &String| {
        let other = ids[2..].iter().any(|id| line.contains(id.as_str()));
        other && line.starts_with("[\"article\"")
    };
    let expected: Vec<_> = made.into_iter().filter(|line| !of_others(line)).collect();
    assert_eq!(dump(dir), expected);
    for (id, before) in ids.iter().zip(before) {
        let after = desk(dir).load(id).unwrap();
        assert_eq!(after.article, before.article);
        assert!(!desk(dir).raw(id).unwrap().bytes.is_empty());
    }
}

#[test]
fn a_damaged_library_is_put_aside_untouched_and_another_takes_its_place() {
    let (dir, _) = worked_in();
    let dir = dir.path();
    let passages = |lines: Vec<String>| {
        let own = lines.into_iter().filter(|l| l.starts_with("[\"passage\""));
        own.collect::<Vec<_>>()
    };
    let made = passages(dump(dir));
    daily(dir).unwrap();
    for damage in [0..100, 4096..1 << 40] {
        let file = dir.join("library.db");
        let mut bytes = fs::read(&file).unwrap();
        let end = damage.end.min(bytes.len());
        bytes[damage.start..end].fill(0x5a);
        fs::write(&file, &bytes).unwrap();
        let checked = desk(dir).check();
        assert!(matches!(checked, Err(Error::Damaged(..))), "{checked:?}");
        let daily = desk(dir).backup_daily();
        assert!(!matches!(daily, Ok(Some(_))), "{daily:?}");
        let kept = backups(dir).unwrap();
        let aside = bring(dir, kept.last().unwrap());
        assert_eq!(fs::read(aside).unwrap(), bytes);
        assert_eq!(passages(dump(dir)), made);
        assert_eq!(desk(dir).check().unwrap(), Some(2));
    }
}

#[test]
fn deleted_articles_come_back_whole_and_later_work_stays() {
    let (dir, ids) = worked_in();
    let dir = dir.path();
    let before = desk(dir).load(&ids[0]).unwrap();
    let raw = desk(dir).raw(&ids[0]).unwrap();
    let of = |id: &ArticleId| {
        let about = |line: &String| line.contains(id.as_str()) && !line.starts_with("[\"log\"");
        dump(dir).into_iter().filter(about).collect::<Vec<_>>()
    };
    let made = of(&ids[0]);
    desk(dir).purge(&ids[..1]).unwrap();
    assert_eq!(of(&ids[0]), Vec::<String>::new());
    desk(dir).set_starred(&[4], true).unwrap();
    let db = Connection::open(dir.join("library.db")).unwrap();
    db.execute_batch(
        "UPDATE tag SET name = 'طاقة' WHERE id = 't-a'; UPDATE passage SET note = 'لاحقة'",
    )
    .unwrap();
    drop(db);
    let later = of(&ids[1]);
    let kept = backups(dir).unwrap();
    assert_eq!(kept[0].occasion, Occasion::Purge);
    bring(dir, &kept[0]);
    assert_eq!(of(&ids[0]), made);
    let other = |line: &String| !line.contains(ids[0].as_str());
    let of_other: Vec<_> = of(&ids[1]).into_iter().filter(other).collect();
    assert_eq!(of_other, later);
    assert!(dump(dir).iter().any(|line| line.contains("طاقة")));
    assert_eq!(desk(dir).load(&ids[0]).unwrap().article, before.article);
    assert_eq!(desk(dir).raw(&ids[0]).unwrap(), raw);
    // once more changes nothing
    let once = dump(dir);
    bring(dir, &kept[0]);
    assert_eq!(dump(dir), once);
}

#[test]
fn passages_find_the_text_they_were_made_on_in_a_library_that_was_filled_again() {
    let (dir, ids) = worked_in();
    let dir = dir.path();
    daily(dir).unwrap();
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(dir.join(format!("library.db{suffix}")));
    }
    // the page of the second article has changed meanwhile, and has another id for once
    let store = Store::open(dir, Access::Write).unwrap();
    let mut desk_ = desk(dir);
    let meta = Meta {
        source: Some("ب".to_owned()),
        ..at("https://example.org/1")
    };
    let text = "جديد في أوله\nالسطر الأول 1";
    desk_.keep(&[document(&meta, text, &archive("b"))]).unwrap();
    drop((store, desk_));
    let kept = backups(dir).unwrap();
    bring(dir, &kept[0]);
    let mut desk = desk(dir);
    let loaded = desk.load(&ids[1]).unwrap();
    assert_eq!(loaded.article.text(), format!("عنوان\n{text}"));
    let coding = desk.coding(&ids[1]).unwrap();
    let passage = &coding.passages[0];
    assert_eq!((passage.selector.version, passage.selector.start), (1, 6));
    assert_eq!(passage.placement.state(), "moved");
    let made_on = desk.version(&ids[1], 1).unwrap().text();
    assert_eq!(made_on.chars().skip(6).take(5).collect::<String>(), "السطر");
    assert!(loaded.entry.version > 1);
    // the next text of the page is a version after all of these
    let next = document(&meta, "وصار غيره", &archive("b"));
    desk.keep(&[next]).unwrap();
    let now = desk.load(&ids[1]).unwrap().entry.version;
    assert_eq!(now, loaded.entry.version + 1);
}

#[test]
fn what_is_no_backup_changes_nothing() {
    let (dir, _) = worked_in();
    let dir = dir.path();
    daily(dir).unwrap();
    let good = fs::read(&backups(dir).unwrap()[0].path).unwrap();
    let file = dir.join("other");
    let foreign = dir.join("foreign.db");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE article (id)")
        .unwrap();
    let newer = dir.join("newer.db");
    let db = Connection::open(dir.join("library.db")).unwrap();
    db.execute("VACUUM INTO ?1", [newer.to_str().unwrap()])
        .unwrap();
    Connection::open(&newer)
        .unwrap()
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    drop(db);
    let mut flipped = good.clone();
    let middle = good.len() / 2;
    flipped[middle] ^= 0xff;
    let long = [b"\x50\x2a\x4d\x18\xff\xff\xff\xff".as_slice(), &good].concat();
    let before = (dump(dir), desk(dir).home(9).unwrap().state);
    let tried: [&[u8]; 7] = [
        b"",
        b"words",
        &good[..good.len() - 1],
        &good[..middle],
        &flipped,
        &long,
        &fs::read(&foreign).unwrap(),
    ];
    for bytes in tried {
        fs::write(&file, bytes).unwrap();
        let said = restore(dir, &file);
        assert!(matches!(said, Err(Error::BadBackup(..))), "{said:?}");
    }
    let said = restore(dir, &newer);
    assert!(matches!(said, Err(Error::Newer(_, 99, _))), "{said:?}");
    let said = desk(dir).restore("none".as_ref());
    assert!(matches!(said, Err(Error::NoSuchBackup(_))), "{said:?}");
    assert_eq!((dump(dir), desk(dir).home(9).unwrap().state), before);
    assert!(!dir.join("put-aside").exists());
    assert_eq!(fs::read_dir(dir.join("backups")).unwrap().count(), 1);
}

#[test]
fn a_backup_whose_rows_contradict_each_other_is_refused_whole() {
    let (dir, _) = worked_in();
    let dir = dir.path();
    let copy = dir.join("copy.db");
    for broken in [
        "DELETE FROM document",
        "DELETE FROM version",
        "DROP TABLE passage_tag",
        "UPDATE override SET kind = 'none'",
        "UPDATE hand SET field = 'none'",
    ] {
        let _ = fs::remove_file(&copy);
        let db = Connection::open(dir.join("library.db")).unwrap();
        db.execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
            .unwrap();
        drop(db);
        let db = Connection::open(&copy).unwrap();
        db.execute_batch("UPDATE article SET id = id || 'x', url = NULL; DELETE FROM identity")
            .unwrap();
        db.execute_batch(broken).unwrap();
        drop(db);
        let before = dump(dir);
        let said = restore(dir, &copy);
        assert!(
            matches!(said, Err(Error::BadBackup(..))),
            "{broken}: {said:?}"
        );
        assert_eq!(dump(dir), before);
        assert_eq!(fs::read_dir(dir.join("put-aside")).unwrap().count(), 0);
    }
}

#[test]
fn a_day_and_something_made_lie_between_two_backups() {
    let (dir, ids) = worked_in();
    let dir = dir.path();
    let first = daily(dir).unwrap();
    assert_eq!(daily(dir), None);
    // time goes by
    let age = |from: &Path, name: &str| {
        let to = dir.join(format!("backups/{name}-day.db.zst"));
        fs::rename(from, &to).unwrap();
        to
    };
    let old = age(&first, "20200101T000000000Z");
    assert_eq!(daily(dir), None); // nothing was made
    desk(dir).set_starred(&[4], true).unwrap();
    let second = daily(dir).unwrap();
    assert_eq!(daily(dir), None);
    // a clock that is wrong, and then is not
    age(&second, "20900101T000000000Z");
    desk(dir).remove(&ids[..1]).unwrap();
    assert!(daily(dir).is_some());
    assert_eq!(daily(dir), None);
    // one that cannot be read is none
    for backup in backups(dir).unwrap() {
        fs::write(&backup.path, "").unwrap();
    }
    assert!(daily(dir).is_none());
    fs::rename(&backups(dir).unwrap()[1].path, &old).unwrap();
    assert!(daily(dir).is_some());
}

#[test]
fn nothing_made_is_no_backup() {
    let mut library = Library::new();
    library.add(&document(&titled("عنوان"), "نصّ", &archive("a")));
    assert_eq!(daily(library.dir.path()), None);
    let none = tempfile::tempdir().unwrap();
    assert_eq!(daily(none.path()), None);
    assert_eq!(fs::read_dir(none.path()).unwrap().count(), 0);
}

#[test]
fn a_backup_lets_others_write_and_needs_no_rest() {
    let (dir, _) = worked_in();
    let other = Connection::open(dir.path().join("library.db")).unwrap();
    other
        .execute_batch("BEGIN IMMEDIATE; DELETE FROM passage")
        .unwrap();
    let kept = daily(dir.path()).unwrap();
    let holds = backups(dir.path()).unwrap()[0].holds.clone().unwrap();
    assert_eq!(holds.passages, 2);
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    restore(dir.path(), &kept).unwrap();
    let order = desk(dir.path())
        .order(&View::default(), &false.into())
        .unwrap();
    assert_eq!(order.unwrap().rows.len(), 3);
}

#[test]
fn an_older_library_is_kept_before_it_is_brought_forward() {
    let forms = [
        include_str!("../../src/store/migrations/1.sql"),
        include_str!("../../src/store/migrations/2.sql"),
        include_str!("../../src/store/migrations/3.sql"),
        include_str!("../../src/store/migrations/4.sql"),
    ];
    for form in 1..=4 {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let db = Connection::open(dir.join("library.db")).unwrap();
        forms[..form]
            .iter()
            .for_each(|sql| db.execute_batch(sql).unwrap());
        db.execute_batch(&format!(
            "PRAGMA application_id = 0x48617368; PRAGMA user_version = {form};
             UPDATE library SET change = 2;
             INSERT INTO article (id, title, author, sort, tags, words, version, added, read, change)
             VALUES ('a', 'ت', 'يد', 0, '[]', 0, 1, 0, NULL, 1), ('b', '', NULL, 0, '[]', 0, 1, 0, 1, 2);
             INSERT INTO version (article, number, made, hash, form, flaws)
             VALUES (1, 1, 0, x'00', x'00', '[]'), (2, 1, 0, x'01', x'00', '[]');
             INSERT INTO hand VALUES (1, 'author', 'يد', NULL)"
        ))
        .unwrap();
        let blocks = "[{\"kind\":\"paragraph\",\"text\":\"نص\"}]";
        let packed = zstd::stream::encode_all(blocks.as_bytes(), 1).unwrap();
        db.execute(
            "INSERT INTO document SELECT row, 1, zeroblob(16), NULL, ?1, ?2 FROM version",
            rusqlite::params![blocks.len().cast_signed() as i64, packed],
        )
        .unwrap();
        drop(db);
        let forward = Store::open(dir, Access::Read).unwrap();
        let followed = forward.followed(0, 2, 9).unwrap();
        let followed = followed.into_iter().map(|a| (a.matter, a.content));
        let texts = followed.map(|(number, content)| (number, content.unwrap().text));
        assert!(texts.eq([(1, "نص".to_owned()), (2, "نص".to_owned())]));
        drop(forward);
        let kept = backups(dir).unwrap();
        assert_eq!((kept.len(), kept[0].occasion), (1, Occasion::Form));
        assert_eq!(kept[0].holds.as_ref().unwrap().articles, 1);
        fs::remove_file(dir.join("library.db")).unwrap();
        restore(dir, &kept[0].path).unwrap();
        let all = Store::open(dir, Access::Read).unwrap();
        let all = all.list(&Filter::default(), None, 9).unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].meta.author.as_deref(), Some("يد"));
        // once is enough
        drop(Store::open(dir, Access::Read).unwrap());
        assert_eq!(backups(dir).unwrap().len(), 1);
    }
}

#[test]
fn what_came_back_can_be_taken_back() {
    let (dir, ids) = worked_in();
    let dir = dir.path();
    let mut desk = desk(dir);
    let wish = Wish {
        article: ids[3].clone(),
        version: 1,
        range: 6..11,
    };
    let tag = vec![Naming::Name("نفط".into()), Naming::Name("جديد".into())];
    let made = desk.code(&[Deed::Mark(wish, tag, "حاشية".into())]).unwrap();
    let passage = made.passages[0].id.clone();
    let before = dump(dir);
    let kept = desk.backup_daily().unwrap().unwrap();
    desk.code(&[Deed::Delete(vec![passage.clone()])]).unwrap();
    desk.restore(kept.as_os_str()).unwrap();
    assert_eq!(dump(dir), before);
    let undone = desk.undo(&Reach::Library).unwrap();
    assert!(
        matches!(&undone, Undo::Done(done) if done.kind == "mark"),
        "{undone:?}"
    );
    let gone = desk.passage(passage.as_str());
    assert!(matches!(gone, Err(Error::NoSuchPassage(_))), "{gone:?}");
    let redone = desk.redo(&Reach::Library).unwrap();
    assert!(matches!(redone, Undo::Done(_)), "{redone:?}");
    let found = desk.passage(passage.as_str()).unwrap();
    assert_eq!(found, made.passages[0]);
}
