//! What becomes of a library while it is open: locked, replaced, deleted, read-only?

use std::{os::unix::fs::PermissionsExt, sync::atomic::AtomicBool, time::Duration};

use hashiya::store::{Spot, View};

use super::*;

static NEVER: AtomicBool = AtomicBool::new(false);

fn desk(dir: &Path) -> Desk {
    Desk::new(Some(dir.to_owned()), String::new())
}

/// A library of one article.
fn one(url: &str) -> (Library, ArticleId) {
    let mut library = Library::new();
    let (id, _) = library.add(&document(&at(url), "نصّ", &archive("a")));
    (library, id)
}

/// Another program that lets nobody in.
fn lock(dir: &Path) -> Connection {
    let other = Connection::open(dir.join("library.db")).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        .unwrap();
    other
}

#[test]
fn a_locked_library_is_said_to_be_so_and_opened_once_it_is_free() {
    let (library, _) = one("https://example.org/1");
    let Library { dir, store } = library;
    drop(store);
    let other = lock(dir.path());
    let mut desk = desk(dir.path());
    desk.wait(Duration::from_millis(50)).unwrap();
    let home = desk.home(9);
    assert!(matches!(home, Err(Error::Locked(_))), "{home:?}");
    drop(other);
    assert_eq!(desk.home(9).unwrap().entries.len(), 1);
}

#[test]
fn reading_goes_on_while_another_program_writes() {
    let (library, id) = one("https://example.org/1");
    let mut desk = desk(library.dir.path());
    let before = desk.home(9).unwrap().state;
    let other = Connection::open(library.dir.path().join("library.db")).unwrap();
    other
        .execute_batch("BEGIN IMMEDIATE; DELETE FROM article")
        .unwrap();
    desk.wait(Duration::from_millis(1)).unwrap();
    assert_eq!(desk.home(9).unwrap().state, before);
    assert!(desk.open(&id).is_ok());
    let marked = desk.set_read(&[1], true);
    assert!(matches!(marked, Err(Error::Locked(_))), "{marked:?}");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(desk.set_read(&[1], true).unwrap(), [1]);
}

#[test]
fn a_library_deleted_while_open_is_neither_read_nor_written_nor_made_anew() {
    let (library, id) = one("https://example.org/1");
    let mut desk = desk(library.dir.path());
    let before = desk.home(9).unwrap().state;
    desk.set_read(&[1], true).unwrap();
    drop(library.store);
    fs::remove_file(library.dir.path().join("library.db")).unwrap();
    for _ in 0..2 {
        let gone = [
            desk.changes(&before, &[1]).map(drop),
            desk.order(&View::default(), &NEVER).map(drop),
            desk.open(&id).map(drop),
            desk.set_read(&[1], false).map(drop),
            desk.set_place(
                &id,
                Spot {
                    version: 1,
                    offset: 0,
                },
            )
            .map(drop),
            desk.remove(std::slice::from_ref(&id)).map(drop),
        ];
        for gone in gone {
            assert!(matches!(gone, Err(Error::NoLibrary(_))), "{gone:?}");
        }
    }
    assert!(!library.dir.path().join("library.db").exists());
}

#[test]
fn another_library_in_its_place_is_opened_and_known_for_another() {
    let (library, _) = one("https://example.org/1");
    let (other, second) = one("https://example.org/2");
    let mut desk = desk(library.dir.path());
    let before = desk.home(9).unwrap().state;
    desk.set_read(&[1], true).unwrap();
    let Library { dir, store } = library;
    drop((store, other.store));
    fs::rename(dir.path(), dir.path().with_extension("old")).unwrap();
    fs::rename(other.dir.path(), dir.path()).unwrap();
    let changes = desk.changes(&before, &[1]).unwrap().unwrap();
    assert_ne!(changes.state.nonce, before.nonce);
    assert_eq!(changes.rows, [1]);
    assert!(desk.open(&second).is_ok());
    fs::remove_dir_all(dir.path().with_extension("old")).unwrap();
}

#[test]
fn a_library_that_cannot_be_written_can_be_read() {
    let (library, id) = one("https://example.org/1");
    let Library { dir, store } = library;
    drop(store);
    let file = dir.path().join("library.db");
    let permit = |file_mode, dir_mode| {
        fs::set_permissions(&file, fs::Permissions::from_mode(file_mode)).unwrap();
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(dir_mode)).unwrap();
    };
    permit(0o444, 0o555);
    let superuser = fs::OpenOptions::new().write(true).open(&file).is_ok();
    let mut desk = desk(dir.path());
    let home = desk.home(9).map(|home| home.entries.len());
    let opened = desk.open(&id).is_ok();
    let marked = desk.set_read(&[1], true);
    permit(0o644, 0o755);
    assert_eq!((home.unwrap(), opened), (1, true));
    if !superuser {
        assert!(matches!(marked, Err(Error::ReadOnly(_))), "{marked:?}");
    }
}
