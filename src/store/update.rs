//! How does an article change when a document says something new?

use rusqlite::params;

use super::{
    Prepared, Writing,
    add::sort,
    difference::{Difference, Held},
    edit,
    prepared::json,
};
use crate::{
    article::{Field, Meta},
    error::Error,
};

impl Writing<'_> {
    pub(super) fn update(
        &self,
        held: &Held,
        difference: &Difference,
        document: &Prepared,
    ) -> Result<(), Error> {
        let change = self.next_change();
        if let Some(meta) = &difference.meta {
            self.restate(held.row, meta)?;
        }
        if difference.text {
            self.version(held.row, held.version + 1, document)?;
        } else if difference.form || difference.meta.is_some() {
            self.reform(held, document)?;
        }
        self.db()
            .prepare_cached(
                "UPDATE article SET change = ?2, matter = iif(?7, ?2, matter), words = ?3, \
                        version = ?4, origin = ?5, removed = iif(?6, NULL, removed) \
                 WHERE row = ?1",
            )
            .and_then(|mut s| {
                s.execute(params![
                    held.row,
                    change,
                    document.words,
                    held.version + u32::from(difference.text),
                    document.origin.name,
                    difference.back,
                    difference.text || difference.form || difference.back,
                ])
            })
            .map_err(self.store.fault())?;
        if difference.text {
            self.place_all(held.row)?;
        }
        Ok(())
    }

    /// The same text in other blocks (a menu changed, or the reader of pages got better) or
    /// with other fields: no offset moves, so the version stays.
    fn reform(&self, held: &Held, document: &Prepared) -> Result<(), Error> {
        let version: i64 = self
            .db()
            .prepare_cached(
                "UPDATE version SET form = ?3, flaws = ?4 \
                 WHERE article = ?1 AND number = ?2 RETURNING row",
            )
            .and_then(|mut s| {
                s.query_row(
                    params![held.row, held.version, document.form, document.flaws],
                    |r| r.get(0),
                )
            })
            .map_err(self.store.fault())?;
        self.keep(version, document)?;
        self.say(held.row, document.said.as_ref())
    }

    /// Sets what the pages now state; beneath a hand's value it is only noted.
    fn restate(&self, row: i64, stated: &Meta) -> Result<(), Error> {
        let mut shown = stated.clone();
        let by_hand: Vec<(Field, Option<String>)> = self
            .db()
            .prepare_cached("SELECT field, value FROM hand WHERE article = ?1")
            .and_then(|mut s| {
                s.query_map([row], |r| {
                    Ok((edit::field(r.get_ref(0)?.as_str()?)?, r.get(1)?))
                })?
                .collect()
            })
            .map_err(self.store.fault())?;
        for (field, value) in by_hand {
            self.db()
                .prepare_cached("UPDATE hand SET stated = ?3 WHERE article = ?1 AND field = ?2")
                .and_then(|mut s| s.execute(params![row, field.name(), field.get(stated)]))
                .map_err(self.store.fault())?;
            field.set(&mut shown, value);
        }
        self.set_meta(row, &shown)
    }

    /// Writes the fields as shown; the number of this change is given out.
    pub(super) fn set_meta(&self, row: i64, meta: &Meta) -> Result<(), Error> {
        let added: i64 = self
            .db()
            .prepare_cached("SELECT added FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row], |r| r.get(0)))
            .map_err(self.store.fault())?;
        self.db()
            .prepare_cached(
                "UPDATE article SET title = ?2, author = ?3, source = ?4, section = ?5, url = ?6, \
                        source_id = ?7, date = ?8, sort = ?9, updated = ?10, language = ?11, \
                        tags = ?12, matter = iif((title, author, source, section, date) \
                                                 IS (?2, ?3, ?4, ?5, ?8), matter, ?13) \
                 WHERE row = ?1",
            )
            .and_then(|mut s| {
                s.execute(params![
                    row,
                    meta.title,
                    meta.author,
                    meta.source,
                    meta.section,
                    meta.url,
                    meta.source_id,
                    meta.date.map(String::from),
                    sort(meta, added),
                    meta.updated.map(String::from),
                    meta.language,
                    json(&meta.tags),
                    self.change.get(),
                ])
            })
            .map_err(self.store.fault())?;
        Ok(())
    }

    /// Notes that the document held so far gives way to another of its run.
    pub(super) fn outdo(&self, held: &Held) -> Result<(), Error> {
        self.db()
            .prepare_cached("INSERT OR IGNORE INTO outdone VALUES (?1, ?2)")
            .and_then(|mut s| s.execute(params![held.row, held.document]))
            .map_err(self.store.fault())?;
        Ok(())
    }
}
