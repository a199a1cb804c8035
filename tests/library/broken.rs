//! Is a library that cannot be opened said to be so, and left alone?

use super::*;

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
    db.execute_batch(include_str!("../../src/store/migrations/1.sql"))
        .unwrap();
    db.execute_batch(
        "PRAGMA application_id = 0x48617368; PRAGMA user_version = 1;
         UPDATE library SET change = 3;
         INSERT INTO article (id, title, sort, tags, words, version, added, read, removed, change)
         VALUES ('a', '', 0, '[]', 0, 1, 0, NULL, NULL, 1), ('b', '', 0, '[]', 0, 1, 0, 1, NULL, 2),
                ('c', '', 0, '[]', 0, 1, 0, NULL, 1, 3)",
    )
    .unwrap();
    drop(db);
    let state = Store::open(dir.path(), Access::Read).unwrap().state();
    let state = state.unwrap();
    assert_eq!((state.articles, state.unread), (2, 1));
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
    let newer = |e: &Error| matches!(e, Error::Newer(_, 99, 5));
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
