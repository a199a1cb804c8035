//! What does the reader say of two articles: that they are related, or that they are not?

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{
    Store, Writing,
    image::Image,
    ledger::{Changes, Ends},
};
use crate::{article::ArticleId, error::Error};

/// What is said of two articles, named by both ids, the lesser one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Bond {
    pub(super) related: bool,
    pub(super) made: i64,
    pub(super) coder: String,
}

/// By what the log names a bond.
pub(super) fn name(one: &ArticleId, other: &ArticleId) -> String {
    let (one, other) = (one.as_str(), other.as_str());
    format!("{} {}", one.min(other), one.max(other))
}

/// The articles of a bond, by its name.
pub(super) fn articles(name: &str) -> (&str, &str) {
    name.split_once(' ').unwrap_or_default()
}

impl Store {
    /// The rows of those articles of which the reader says that they are related to the one in
    /// this row, or that they are not; removed ones apart.
    pub fn bonds(&self, row: i64) -> Result<Vec<(i64, bool)>, Error> {
        self.db
            .prepare_cached(
                "SELECT a.row, b.related FROM article own JOIN bond b ON b.one = own.id \
                   JOIN article a ON a.id = b.other \
                   WHERE own.row = ?1 AND a.removed IS NULL \
                 UNION ALL SELECT a.row, b.related FROM article own JOIN bond b ON b.other = own.id \
                   JOIN article a ON a.id = b.one \
                   WHERE own.row = ?1 AND a.removed IS NULL \
                 ORDER BY 1",
            )
            .and_then(|mut s| {
                s.query_map([row], |r| Ok((r.get(0)?, r.get(1)?)))?
                    .collect()
            })
            .map_err(self.fault())
    }
}

impl Image for Bond {
    fn changes(of: &mut Changes) -> &mut Ends<Self> {
        &mut of.bond
    }

    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error> {
        let (one, other) = articles(id);
        store
            .db
            .prepare_cached("SELECT related, made, coder FROM bond WHERE one = ?1 AND other = ?2")
            .and_then(|mut s| {
                s.query_row([one, other], |r| {
                    Ok(Self {
                        related: r.get(0)?,
                        made: r.get(1)?,
                        coder: r.get(2)?,
                    })
                })
                .optional()
            })
            .map_err(store.fault())
    }

    fn write(
        writing: &Writing<'_>,
        id: &str,
        _: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error> {
        writing.next_coding()?;
        let (one, other) = articles(id);
        let written = match new {
            Some(bond) => writing
                .db()
                .prepare_cached(
                    "INSERT OR REPLACE INTO bond SELECT a.id, b.id, ?3, ?4, ?5 \
                     FROM article a, article b WHERE a.id = ?1 AND b.id = ?2",
                )
                .and_then(|mut s| {
                    s.execute(params![one, other, bond.related, bond.made, bond.coder])
                }),
            None => writing
                .db()
                .prepare_cached("DELETE FROM bond WHERE one = ?1 AND other = ?2")
                .and_then(|mut s| s.execute([one, other])),
        };
        written
            .map(|written| written > 0)
            .map_err(writing.store.fault())
    }
}
