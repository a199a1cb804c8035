//! What has the reader read, and what has a star?

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::{Maker, Writing, fault::damaged, undo::Way};
use crate::{article::ArticleId, error::Error};

/// A sign on an article: the moment it was set, in a column of its own.
#[derive(Clone, Copy)]
enum Sign {
    Read,
    Star,
}

/// The articles by the moment they bore.
type Bore = Vec<(Option<i64>, Vec<String>)>;

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
        self.set(Sign::Read, rows, on, Some(maker))
    }

    /// Marks an article, by its row, as read because it was opened: nothing to be taken back.
    /// Returns the row if it was not so.
    pub fn see(&self, row: i64) -> Result<Vec<i64>, Error> {
        self.set(Sign::Read, &[row], true, None)
    }

    /// Gives articles, by their rows, a star or takes it; one change that can be taken back.
    /// Returns the rows of those that were not so.
    pub fn set_starred(&self, rows: &[i64], on: bool, maker: &Maker) -> Result<Vec<i64>, Error> {
        self.set(Sign::Star, rows, on, Some(maker))
    }

    /// The log holds, before, the ids by the moment they bore, and after the moment they all
    /// bear: one line may be about every article there is.
    fn set(
        &self,
        sign: Sign,
        rows: &[i64],
        on: bool,
        maker: Option<&Maker>,
    ) -> Result<Vec<i64>, Error> {
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
        if !changed.is_empty()
            && let Some(maker) = maker
        {
            let before: Bore = before.into_iter().collect();
            self.note(maker, kind, &before, &after)?;
        }
        Ok(changed)
    }

    /// Takes back what a line of the log says of a sign, or does it again. Returns the
    /// articles; none if one of them bears another moment now or is no more.
    pub(super) fn turn_sign(
        &self,
        kind: &str,
        way: Way,
        before: &str,
        after: &str,
    ) -> Result<Option<Vec<ArticleId>>, Error> {
        let broken = |e| damaged(&self.store.path, &e);
        let bore: Bore = serde_json::from_str(before).map_err(broken)?;
        let bears: Option<i64> = serde_json::from_str(after).map_err(broken)?;
        let sign = if kind == "star" {
            Sign::Star
        } else {
            Sign::Read
        };
        let column = sign.names().0;
        let sql = format!(
            "UPDATE article SET {column} = ?3, change = ?4 WHERE id = ?1 AND {column} IS ?2"
        );
        let mut turned = Vec::new();
        for (bore, ids) in bore {
            let (from, to) = match way {
                Way::Back => (bears, bore),
                Way::Forth => (bore, bears),
            };
            for id in ids {
                let set = self
                    .db()
                    .prepare_cached(&sql)
                    .and_then(|mut s| s.execute(params![id, from, to, self.next_change()]))
                    .map_err(self.store.fault())?;
                if set == 0 {
                    return Ok(None);
                }
                turned.push(ArticleId::from_stored(id));
            }
        }
        Ok(Some(turned))
    }
}

/// The articles that a line of the log is about.
pub(super) fn signed(before: &str) -> serde_json::Result<Vec<String>> {
    let bore: Bore = serde_json::from_str(before)?;
    Ok(bore.into_iter().flat_map(|(_, ids)| ids).collect())
}
