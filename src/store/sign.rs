//! What has the reader read, and what has a star?

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::{Maker, Writing};
use crate::error::Error;

/// A sign on an article: the moment it was set, in a column of its own.
#[derive(Clone, Copy)]
enum Sign {
    Read,
    Star,
}

impl Sign {
    /// The column, and the kind of change in the log.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Read => ("read", "read"),
            Self::Star => ("starred", "star"),
        }
    }
}

impl Writing<'_> {
    /// Marks articles, by their rows, as read or as not read; one change that can be taken
    /// back. Returns the rows of those that were not so.
    pub fn set_read(&self, rows: &[i64], on: bool, maker: &Maker) -> Result<Vec<i64>, Error> {
        self.set(Sign::Read, rows, on, maker)
    }

    /// Gives articles, by their rows, a star or takes it; one change that can be taken back.
    /// Returns the rows of those that were not so.
    pub fn set_starred(&self, rows: &[i64], on: bool, maker: &Maker) -> Result<Vec<i64>, Error> {
        self.set(Sign::Star, rows, on, maker)
    }

    /// The log holds, before, the ids by the moment they bore, and after the moment they all
    /// bear: one line may be about every article there is.
    fn set(&self, sign: Sign, rows: &[i64], on: bool, maker: &Maker) -> Result<Vec<i64>, Error> {
        let (column, kind) = sign.names();
        let select = format!(
            "SELECT id, {column} FROM article \
             WHERE row = ?1 AND removed IS NULL AND ({column} IS NULL) = ?2"
        );
        let update = format!("UPDATE article SET {column} = ?2, change = ?3 WHERE row = ?1");
        let after = on.then_some(self.now);
        let mut before: BTreeMap<Option<i64>, Vec<String>> = BTreeMap::new();
        let mut changed = Vec::new();
        for row in rows {
            let found = self
                .db()
                .prepare_cached(&select)
                .and_then(|mut s| {
                    s.query_row(params![row, on], |r| Ok((r.get(0)?, r.get(1)?)))
                        .optional()
                })
                .map_err(self.store.fault())?;
            let Some((id, bore)) = found else { continue };
            self.db()
                .prepare_cached(&update)
                .and_then(|mut s| s.execute(params![row, after, self.next_change()]))
                .map_err(self.store.fault())?;
            before.entry(bore).or_default().push(id);
            changed.push(*row);
        }
        if !changed.is_empty() {
            let before: Vec<_> = before.into_iter().collect();
            self.note(maker, kind, &before, &after)?;
        }
        Ok(changed)
    }
}
