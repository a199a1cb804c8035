//! Which tags does a passage or an article bear, and how does that change?

use rusqlite::params;

use super::{Store, Writing};
use crate::{error::Error, passage::TagId};

impl Store {
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
