//! What is kept? The only SQL.
//!
//! One SQLite database in the library's directory is the truth. Many may read it while one
//! writes (WAL). A change is one transaction ([`Store::write`]), numbered, so that what is
//! derived from the library can follow it; what a reader may want back is written to the log
//! in the same transaction.

mod add;
mod backup;
mod bear;
mod bond;
mod check;
mod codebook;
mod coded;
mod coding;
mod deed;
mod difference;
mod edit;
mod fault;
mod find;
mod follow;
mod identity;
mod image;
mod kind;
mod leaving;
mod ledger;
mod list;
mod load;
mod log;
mod matrix;
mod open;
mod passage;
mod passages;
mod placing;
mod prepared;
mod remove;
mod restore;
mod rows;
mod runs;
mod said;
mod sieve;
mod sign;
mod source;
mod spot;
mod state;
mod trace;
mod trail;
mod turn;
mod undo;
mod update;
mod version;
mod view;

pub use add::{Outcome, Run};
pub use backup::{Backup, Holds, Occasion, backups};
pub use check::engine;
pub use coded::Coded;
pub use coding::{Bearing, Coding};
pub use deed::Imported;
pub use edit::Edit;
pub use follow::{Content, Followed, Noted, On, Words};
pub use kind::Scope;
pub use list::{Entry, Filter, Place};
pub use load::{Loaded, Raw};
pub use log::Maker;
pub use open::{Access, PATIENCE};
pub use passage::Kept;
pub use passages::{Group, Grouping, PassageOrder, Standing, Wanted};
pub use prepared::{Origin, Packer, Prepared};
pub use restore::{Brought, Restored, restore};
pub use spot::{Mark, Spot};
pub use state::{Changes, State};
pub use trail::Trail;
pub use undo::{Reach, Subject, Undo, Undone};
pub use view::{Order, Shelf, Sort, View};

use std::{
    cell::Cell,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Error;

/// An open library.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    /// Which file was opened.
    file: Option<open::File>,
    /// How long another program's change is waited for.
    patience: Duration,
}

/// One transaction that changes the library.
#[derive(Debug)]
pub struct Writing<'a> {
    store: &'a Store,
    /// When it happens, in milliseconds since 1970.
    now: i64,
    /// Number of the last change.
    change: Cell<i64>,
}

impl Store {
    /// Makes one change, wholly or not at all.
    pub fn write<T>(
        &mut self,
        change: impl FnOnce(&Writing<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
                .map_err(self.fault())?;
        // another program may have brought it to a newer form meanwhile
        open::known(self)?;
        let before: i64 = self
            .db
            .prepare_cached("SELECT change FROM library")
            .and_then(|mut s| s.query_row([], |r| r.get(0)))
            .map_err(self.fault())?;
        let writing = Writing {
            store: self,
            now: jiff::Timestamp::now().as_millisecond(),
            change: Cell::new(before),
        };
        let done = change(&writing)?;
        let after = writing.change.get();
        if after != before {
            self.db
                .prepare_cached("UPDATE library SET change = ?1")
                .and_then(|mut s| s.execute([after]))
                .map_err(self.fault())?;
        }
        transaction.commit().map_err(self.fault())?;
        Ok(done)
    }

    /// The directory it lies in.
    pub fn directory(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Several questions put to one state of the library.
    pub fn at_once<T>(&self, ask: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        if !self.db.is_autocommit() {
            return ask();
        }
        let transaction = self.db.unchecked_transaction().map_err(self.fault())?;
        let answer = ask()?;
        transaction.commit().map_err(self.fault())?;
        Ok(answer)
    }

    /// While many articles come in, a commit need not reach the disk before the next begins;
    /// at the end of it everything has.
    pub fn bulk(&mut self, on: bool) -> Result<(), Error> {
        let sql = if on {
            "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000"
        } else {
            "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000; \
             PRAGMA wal_checkpoint(PASSIVE)"
        };
        self.db.execute_batch(sql).map_err(self.fault())
    }
}

impl Writing<'_> {
    fn db(&self) -> &Connection {
        &self.store.db
    }

    fn next_change(&self) -> i64 {
        self.change.set(self.change.get() + 1);
        self.change.get()
    }

    /// Numbers a change of a passage, a tag or a sheet.
    fn next_coding(&self) -> Result<i64, Error> {
        self.db()
            .prepare_cached("UPDATE library SET coding = coding + 1 RETURNING coding")
            .and_then(|mut s| s.query_row([], |r| r.get(0)))
            .map_err(self.store.fault())
    }
}
