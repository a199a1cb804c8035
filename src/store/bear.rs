//! Which tags does a passage or an article bear, and how does that change?

use std::collections::HashSet;

use rusqlite::params;

use super::{Store, Writing};
use crate::{error::Error, passage::TagId};

impl Store {
    /// The rows of the articles that bear one of these tags, as a whole or in a passage; removed
    /// ones apart. A tag below one of them is another tag.
    pub fn rows_bearing(&self, tags: &[TagId]) -> Result<HashSet<i64>, Error> {
        let mut rows = HashSet::new();
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT a.row FROM tag t JOIN bearing b ON b.tag = t.row \
                 JOIN article a ON a.row = b.article WHERE t.id = ?1 AND a.removed IS NULL",
            )
            .map_err(self.fault())?;
        for tag in tags {
            let bearing = statement.query_map([tag.as_str()], |r| r.get(0));
            let bearing = bearing.and_then(Iterator::collect::<Result<Vec<i64>, _>>);
            rows.extend(bearing.map_err(self.fault())?);
        }
        Ok(rows)
    }

    /// The tags that the article of a row shares with each of others, as a whole or in passages,
    /// in the order of their names' letters.
    pub fn shared_tags(&self, row: i64, others: &[i64]) -> Result<Vec<Vec<TagId>>, Error> {
        if self.coding_number()? == 0 {
            return Ok(vec![Vec::new(); others.len()]);
        }
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT t.id FROM bearing own JOIN bearing b ON b.tag = own.tag \
                 JOIN tag t ON t.row = own.tag \
                 WHERE own.article = ?1 AND b.article = ?2 ORDER BY t.name",
            )
            .map_err(self.fault())?;
        others
            .iter()
            .map(|other| {
                statement
                    .query_map([row, *other], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .collect::<Result<_, _>>()
            .map_err(self.fault())
    }

    /// The tags on the thing of an id, in this table, the first one first.
    pub(super) fn borne_by(&self, table: &str, id: &str) -> Result<Vec<TagId>, Error> {
        let sql = format!(
            "SELECT t.id FROM {table} o JOIN {table}_tag b ON b.{table} = o.row \
             JOIN tag t ON t.row = b.tag WHERE o.id = ?1 ORDER BY b.nth"
        );
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map([id], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .map_err(self.fault())
    }

    /// The ids of all in this table that bear a tag.
    pub(super) fn bearers(&self, table: &str, tag: &TagId) -> Result<Vec<String>, Error> {
        let sql = format!(
            "SELECT o.id FROM tag t JOIN {table}_tag b ON b.tag = t.row \
             JOIN {table} o ON o.row = b.{table} WHERE t.id = ?1 ORDER BY o.row"
        );
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| s.query_map([tag.as_str()], |r| r.get(0))?.collect())
            .map_err(self.fault())
    }
}

impl Writing<'_> {
    /// Gives the thing of an id, in this table, these tags instead of those. Says whether the
    /// thing and the tags are there.
    pub(super) fn bear(
        &self,
        table: &str,
        id: &str,
        old: &[TagId],
        new: &[TagId],
    ) -> Result<bool, Error> {
        let one = format!(
            "{table} = (SELECT row FROM {table} WHERE id = ?1) \
             AND tag = (SELECT row FROM tag WHERE id = ?2)"
        );
        let take = format!("DELETE FROM {table}_tag WHERE {one}");
        let shift = format!("UPDATE {table}_tag SET nth = ?3 WHERE {one}");
        let give = format!(
            "INSERT INTO {table}_tag SELECT o.row, t.row, ?3 FROM {table} o, tag t \
             WHERE o.id = ?1 AND t.id = ?2"
        );
        for tag in old.iter().filter(|tag| !new.contains(tag)) {
            self.db()
                .prepare_cached(&take)
                .and_then(|mut s| s.execute([id, tag.as_str()]))
                .map_err(self.store.fault())?;
        }
        let mut whole = true;
        for (nth, tag) in new.iter().enumerate() {
            let sql = match old.iter().position(|own| own == tag) {
                Some(at) if at == nth => continue,
                Some(_) => &shift,
                None => &give,
            };
            let written = self
                .db()
                .prepare_cached(sql)
                .and_then(|mut s| s.execute(params![id, tag.as_str(), nth as u32]))
                .map_err(self.store.fault())?;
            whole &= written > 0;
        }
        Ok(whole)
    }
}
