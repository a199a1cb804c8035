//! How is a library opened, made, and brought to the newest form?

use std::{
    fmt::Write,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, config::DbConfig};

use super::{
    Store,
    backup::{Claim, Occasion},
    fault::fault,
};
use crate::error::Error;

/// The database's name in the library's directory.
pub(super) const FILE: &str = "library.db";

/// What our databases carry in their header.
const APPLICATION: i64 = 0x4861_7368;

/// The forms of the library, in order; numbered files, only ever added.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
    include_str!("migrations/4.sql"),
    include_str!("migrations/5.sql"),
];

/// How long another program's change is waited for, where nothing else is said.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// What a library is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To look at; never makes a library.
    Read,
    /// To change what is there; never makes a library.
    Change,
    /// To add to it; makes the library if there is none.
    Write,
}

/// Which file it is, by device and number: another one may come to bear its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct File(u64, u64);

impl File {
    fn of(path: &Path) -> Option<Self> {
        let file = path.metadata().ok()?;
        Some(Self(file.dev(), file.ino()))
    }
}

impl Store {
    /// Opens the library of a directory.
    pub fn open(dir: &Path, access: Access) -> Result<Self, Error> {
        Self::open_within(dir, access, PATIENCE)
    }

    /// Opens the library of a directory; another program that keeps it busy is waited for as
    /// long as said, then and later.
    pub fn open_within(dir: &Path, access: Access, patience: Duration) -> Result<Self, Error> {
        let path = dir.join(FILE);
        let there = path.try_exists().map_err(|e| system(&path, e))?;
        // a file that holds nothing is a library only to who may make one
        let empty = there && path.metadata().is_ok_and(|file| file.len() == 0);
        match access {
            Access::Read | Access::Change if !there || empty => {
                Err(Error::NoLibrary(dir.to_owned()))
            }
            Access::Read => read(&path, patience),
            Access::Change => write(&path, OpenFlags::empty(), patience),
            Access::Write => {
                fs::create_dir_all(dir).map_err(|e| system(dir, e))?;
                write(&path, OpenFlags::SQLITE_OPEN_CREATE, patience)
            }
        }
    }

    /// A library without a name, to try things in; gone when it is closed.
    pub fn scratch() -> Result<Self, Error> {
        let path = Path::new("");
        let db = Connection::open(path).map_err(|e| fault(path, e))?;
        let store = ready(db, path, PATIENCE)?;
        strict(&store)?;
        migrate(&store)?;
        Ok(store)
    }

    /// Makes a library in a file of another name.
    pub(super) fn make(path: &Path) -> Result<Self, Error> {
        write(path, OpenFlags::SQLITE_OPEN_CREATE, PATIENCE)
    }

    /// Opens a library in a file of another name, brought to the newest form without a backup.
    pub(super) fn open_copy(path: &Path) -> Result<Self, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).map_err(|e| fault(path, e))?;
        let store = ready(db, path, PATIENCE)?;
        strict(&store)?;
        if form(&store)? == 0 {
            let why = String::from("an empty database");
            return Err(Error::Damaged(path.to_owned(), why));
        }
        migrate(&store)?;
        Ok(store)
    }

    /// A library that nobody has open, to be looked at once and at once: it is read as it lies
    /// there, without the files that go with the log, whose making takes longer than the look.
    /// None where another program has it open or nothing is known of it. Who begins to write
    /// meanwhile is seen at the next question, which an ordinary connection answers.
    pub fn glance(dir: &Path) -> Option<Self> {
        let path = dir.join(FILE);
        if log(&path).exists() {
            return None;
        }
        let store = frozen(&path, Duration::ZERO).ok()?;
        (form(&store).ok()? == newest()).then_some(store)
    }

    /// Another program that keeps the library busy is waited for so long.
    pub fn wait(&mut self, patience: Duration) -> Result<(), Error> {
        self.patience = patience;
        self.db.busy_timeout(patience).map_err(self.fault())
    }

    /// Whether the file that was opened is still the library: SQLite goes on with one that
    /// was deleted or replaced.
    pub fn is_there(&self) -> bool {
        File::of(&self.path) == self.file
    }
}

/// Opens for reading; a library of an older form is brought forward first.
fn read(path: &Path, patience: Duration) -> Result<Store, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags)
        .map_err(|e| fault(path, e))
        .and_then(|db| ready(db, path, patience));
    let (store, form) = match opened.and_then(|store| form(&store).map(|form| (store, form))) {
        Err(Error::ReadOnly(_)) => {
            let store = frozen(path, patience)?;
            let form = form(&store)?;
            (store, form)
        }
        other => other?,
    };
    if form < newest() {
        drop(store);
        return write(path, OpenFlags::empty(), patience);
    }
    Ok(store)
}

fn write(path: &Path, making: OpenFlags, patience: Duration) -> Result<Store, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | making;
    let db = Connection::open_with_flags(path, flags).map_err(|e| fault(path, e))?;
    let store = ready(db, path, patience)?;
    strict(&store)?;
    if form(&store)? < newest() {
        journal(&store)?;
        forward(&store)?;
    }
    if store.db.is_readonly("main").map_err(|e| fault(path, e))? {
        return Err(Error::ReadOnly(path.to_owned()));
    }
    Ok(store)
}

/// Where not even the files beside the database can be made, and none hold changes, nobody
/// else can be writing: it is read as it lies there.
fn frozen(path: &Path, patience: Duration) -> Result<Store, Error> {
    if fs::metadata(log(path)).is_ok_and(|m| m.len() > 0) {
        return Err(Error::ReadOnly(path.to_owned()));
    }
    let uri = uri(path, "immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(uri, flags).map_err(|e| fault(path, e))?;
    ready(db, path, patience)
}

/// A path as SQLite takes it with a parameter.
pub(super) fn uri(path: &Path, parameter: &str) -> String {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(byte) {
            uri.push(char::from(*byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri + "?" + parameter
}

/// The log beside a database: it is there as long as somebody has the database open.
fn log(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// A file that goes with a database.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn ready(db: Connection, path: &Path, patience: Duration) -> Result<Store, Error> {
    db.busy_timeout(patience).map_err(|e| fault(path, e))?;
    db.set_prepared_statement_cache_capacity(64);
    // else a statement that compares with a value is compiled anew whenever it is used again
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|e| fault(path, e))?;
    Ok(Store {
        db,
        path: path.to_owned(),
        file: File::of(path),
        patience,
    })
}

/// What matters to who writes.
fn strict(store: &Store) -> Result<(), Error> {
    store
        .db
        .execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;",
        )
        .map_err(store.fault())
}

fn newest() -> i64 {
    MIGRATIONS.len().cast_signed() as i64
}

/// Whether the form of an open library is still one that is known.
pub(super) fn known(store: &Store) -> Result<(), Error> {
    let form: i64 = store
        .db
        .prepare_cached("SELECT user_version FROM pragma_user_version")
        .and_then(|mut s| s.query_row([], |r| r.get(0)))
        .map_err(store.fault())?;
    if form > newest() {
        return Err(Error::Newer(store.path.clone(), form, newest()));
    }
    Ok(())
}

/// Which form the database has: 0 is an empty one.
fn form(store: &Store) -> Result<i64, Error> {
    let (form, application, tables): (i64, i64, i64) = store
        .db
        .query_row(
            "SELECT (SELECT user_version FROM pragma_user_version), \
                    (SELECT application_id FROM pragma_application_id), \
                    (SELECT count(*) FROM sqlite_schema)",
            [],
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
        .map_err(store.fault())?;
    if tables > 0 && application != APPLICATION || tables == 0 && form != 0 {
        let why = String::from("the database of another program");
        return Err(Error::Damaged(store.path.clone(), why));
    }
    if form > newest() {
        return Err(Error::Newer(store.path.clone(), form, newest()));
    }
    Ok(form)
}

/// Brings a library to the newest form, after a backup if it holds anything. Of several
/// programs that would do the same the first does.
fn forward(store: &Store) -> Result<(), Error> {
    if form(store)? == 0 {
        return migrate(store);
    }
    let claim = Claim::wait(store.dir())?;
    let holds = "SELECT EXISTS (SELECT 1 FROM article)";
    let holds: bool = store
        .db
        .query_row(holds, [], |r| r.get(0))
        .map_err(store.fault())?;
    if holds && form(store)? < newest() {
        store.backup_made(&claim, Occasion::Form)?;
    }
    migrate(store)
}

/// Brings a database to the newest form, one transaction a step. Another program may be
/// doing the same: each step looks again.
fn migrate(store: &Store) -> Result<(), Error> {
    for (number, sql) in (1..).zip(MIGRATIONS) {
        let step = rusqlite::Transaction::new_unchecked(&store.db, TransactionBehavior::Immediate)
            .map_err(store.fault())?;
        if form(store)? < number {
            step.execute_batch(sql)
                .and_then(|()| step.pragma_update(None, "application_id", APPLICATION))
                .and_then(|()| step.pragma_update(None, "user_version", number))
                .map_err(store.fault())?;
        }
        step.commit().map_err(store.fault())?;
    }
    Ok(())
}

/// Turns on the write-ahead log. SQLite does not wait by itself for another that does the same.
fn journal(store: &Store) -> Result<(), Error> {
    let start = Instant::now();
    loop {
        let done = store
            .db
            .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
        match done {
            Err(e)
                if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && start.elapsed() < store.patience =>
            {
                thread::sleep(Duration::from_millis(5));
            }
            other => return other.map_err(store.fault()),
        }
    }
}

/// What the system said, as one of the kinds a reader can act upon.
pub(super) fn system(path: &Path, said: std::io::Error) -> Error {
    use std::io::ErrorKind;
    match said.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly(path.to_owned())
        }
        ErrorKind::StorageFull => Error::DiskFull(path.to_owned()),
        _ => Error::System(path.to_owned(), said),
    }
}
