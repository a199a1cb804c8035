//! What was changed by whom, so that it can be taken back?

use rusqlite::params;
use serde::Serialize;

use super::{Store, Writing, prepared::json};
use crate::error::Error;

/// Who makes a change, and in which run of the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Maker {
    /// The coder's name; may be empty.
    pub coder: String,
    /// The run.
    pub session: String,
}

impl Writing<'_> {
    /// Notes a change with the states that lead back and forth.
    pub(super) fn note(
        &self,
        maker: &Maker,
        kind: &str,
        before: &impl Serialize,
        after: &impl Serialize,
    ) -> Result<(), Error> {
        let number = self.next_step()?;
        self.db()
            .prepare_cached(
                "INSERT INTO log (number, made, coder, session, kind, before, after) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .and_then(|mut s| {
                s.execute(params![
                    number,
                    self.now,
                    maker.coder,
                    maker.session,
                    kind,
                    json(before),
                    json(after)
                ])
            })
            .map_err(self.store.fault())?;
        Ok(())
    }

    /// The next number in the log: changes and their taking back are counted as one, so that
    /// it is known which came after which.
    pub(super) fn next_step(&self) -> Result<i64, Error> {
        self.db()
            .prepare_cached(
                "SELECT 1 + max(ifnull((SELECT max(number) FROM log), 0), \
                                ifnull((SELECT max(undone) FROM log), 0))",
            )
            .and_then(|mut s| s.query_row([], |r| r.get(0)))
            .map_err(self.store.fault())
    }
}

impl Store {
    /// A new name for a run of the program.
    pub fn session(&self) -> Result<String, Error> {
        self.db
            .query_row("SELECT lower(hex(randomblob(8)))", [], |r| r.get(0))
            .map_err(self.fault())
    }
}
