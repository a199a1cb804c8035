//! How does a document enter: as a new article, a new version, or not at all?

use rusqlite::{OptionalExtension, params};

use super::{Prepared, Store, Writing, prepared::json};
use crate::{
    article::{ArticleId, Date, Field, Meta, canonical_url},
    error::Error,
};

/// What adding a document did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A new article.
    Added,
    /// Its text or what is known about it has changed, or it was removed and is back.
    Updated,
    /// Nothing.
    Unchanged,
}

/// What the library holds of an article that a document is compared with.
struct Held {
    row: i64,
    id: ArticleId,
    meta: Meta,
    version: u32,
    hash: [u8; 16],
    form: [u8; 16],
    removed: bool,
}

/// What a document would change.
struct Difference {
    /// The fields as the pages now state them, if any differs.
    meta: Option<Meta>,
    text: bool,
    form: bool,
    back: bool,
}

impl Difference {
    fn outcome(&self) -> Outcome {
        if self.meta.is_some() || self.text || self.form || self.back {
            Outcome::Updated
        } else {
            Outcome::Unchanged
        }
    }
}

impl Store {
    /// What adding would do to an article that is there; none for a new one.
    pub fn compare(&self, document: &Prepared) -> Result<Option<(ArticleId, Outcome)>, Error> {
        let Some(row) = self.same(document)? else {
            return Ok(None);
        };
        let held = self.held(row)?;
        let outcome = self.difference(&held, document)?.outcome();
        Ok(Some((held.id, outcome)))
    }

    fn held(&self, row: i64) -> Result<Held, Error> {
        self.db
            .prepare_cached(
                "SELECT a.id, a.title, a.author, a.source, a.section, a.url, a.source_id, a.date, \
                        a.updated, a.language, a.tags, a.version, v.hash, v.form, \
                        a.removed IS NOT NULL \
                 FROM article a JOIN version v ON v.article = a.row AND v.number = a.version \
                 WHERE a.row = ?1",
            )
            .and_then(|mut s| {
                s.query_row([row], |r| {
                    Ok(Held {
                        row,
                        id: ArticleId::from_stored(r.get(0)?),
                        meta: super::load::meta(r, 1)?,
                        version: r.get(11)?,
                        hash: r.get(12)?,
                        form: r.get(13)?,
                        removed: r.get(14)?,
                    })
                })
            })
            .map_err(self.fault())
    }

    /// What a page leaves unsaid does not unsay what another said.
    fn difference(&self, held: &Held, document: &Prepared) -> Result<Difference, Error> {
        let new = &document.article.meta;
        let mut old = held.meta.clone();
        for (field, stated) in self.stated_beneath(held.row)? {
            field.set(&mut old, stated);
        }
        let mut meta = Meta {
            title: new.title.clone(),
            author: new.author.clone().or_else(|| old.author.clone()),
            source: new.source.clone().or_else(|| old.source.clone()),
            section: new.section.clone().or_else(|| old.section.clone()),
            url: new.url.clone().or_else(|| old.url.clone()),
            source_id: new.source_id.clone().or_else(|| old.source_id.clone()),
            date: new.date.or(old.date),
            updated: new.updated.or(old.updated),
            language: new.language.clone().or_else(|| old.language.clone()),
            tags: if new.tags.is_empty() {
                old.tags.clone()
            } else {
                new.tags.clone()
            },
        };
        if let (Some(one), Some(other)) = (&old.url, &meta.url)
            && canonical_url(one) == canonical_url(other)
        {
            meta.url.clone_from(&old.url);
        }
        let text = held.hash != document.hash;
        Ok(Difference {
            meta: (meta != old).then_some(meta),
            text,
            form: !text && held.form != document.form,
            back: held.removed && document.origin.asked,
        })
    }

    /// What the pages state beneath the fields that a hand has set.
    fn stated_beneath(&self, row: i64) -> Result<Vec<(Field, Option<String>)>, Error> {
        self.db
            .prepare_cached("SELECT field, stated FROM hand WHERE article = ?1")
            .and_then(|mut s| {
                s.query_map([row], |r| {
                    Ok((super::edit::field(r.get_ref(0)?.as_str()?)?, r.get(1)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }
}

impl Writing<'_> {
    /// Adds a document, or what is new in it.
    pub fn add(&self, document: &Prepared) -> Result<(ArticleId, Outcome), Error> {
        let Some(row) = self.store.same(document)? else {
            return Ok((self.insert(document)?, Outcome::Added));
        };
        let held = self.store.held(row)?;
        let difference = self.store.difference(&held, document)?;
        let outcome = difference.outcome();
        if outcome == Outcome::Updated {
            self.update(&held, &difference, document)?;
        }
        self.claim(held.row, document)?;
        Ok((held.id, outcome))
    }

    fn insert(&self, document: &Prepared) -> Result<ArticleId, Error> {
        let id = self.free(&document.id)?;
        let meta = &document.article.meta;
        let tags = json(&meta.tags);
        let date = meta.date.map(String::from);
        self.db()
            .prepare_cached(
                "INSERT INTO article (id, title, author, source, section, url, source_id, date, \
                        sort, updated, language, tags, words, origin, version, added, change) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1, ?15, ?16)",
            )
            .and_then(|mut s| {
                s.execute(params![
                    id.as_str(),
                    meta.title,
                    meta.author,
                    meta.source,
                    meta.section,
                    meta.url,
                    meta.source_id,
                    date,
                    sort(meta, self.now),
                    meta.updated.map(String::from),
                    meta.language,
                    tags,
                    document.words,
                    document.origin.name,
                    self.now,
                    self.next_change(),
                ])
            })
            .map_err(self.store.fault())?;
        let row = self.db().last_insert_rowid();
        self.claim(row, document)?;
        self.version(row, 1, document)?;
        Ok(id)
    }

    /// This id, or the first after it that no article has.
    fn free(&self, id: &ArticleId) -> Result<ArticleId, Error> {
        let mut id = id.clone();
        while self.store.row(&id)?.is_some() {
            id = id.next();
        }
        Ok(id)
    }

    fn claim(&self, row: i64, document: &Prepared) -> Result<(), Error> {
        for claim in &document.claims {
            self.db()
                .prepare_cached("INSERT OR IGNORE INTO identity VALUES (?1, ?2, ?3)")
                .and_then(|mut s| s.execute(params![claim.rank as i64, claim.hash, row]))
                .map_err(self.store.fault())?;
        }
        Ok(())
    }

    fn version(&self, row: i64, number: u32, document: &Prepared) -> Result<(), Error> {
        self.db()
            .prepare_cached(
                "INSERT INTO version (article, number, made, hash, form, blocks, flaws) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .and_then(|mut s| {
                s.execute(params![
                    row,
                    number,
                    self.now,
                    document.hash,
                    document.form,
                    document.blocks,
                    document.flaws,
                ])
            })
            .map_err(self.store.fault())?;
        let version = self.db().last_insert_rowid();
        self.db()
            .prepare_cached("INSERT INTO raw VALUES (?1, ?2, ?3)")
            .and_then(|mut s| s.execute(params![version, document.origin.name, document.raw]))
            .map_err(self.store.fault())?;
        Ok(())
    }

    fn update(
        &self,
        held: &Held,
        difference: &Difference,
        document: &Prepared,
    ) -> Result<(), Error> {
        if let Some(meta) = &difference.meta {
            self.restate(held.row, meta)?;
        }
        if difference.text {
            self.version(held.row, held.version + 1, document)?;
        } else if difference.form {
            self.reform(held, document)?;
        }
        self.db()
            .prepare_cached(
                "UPDATE article SET change = ?2, words = ?3, version = ?4, origin = ?5, \
                        removed = iif(?6, NULL, removed) WHERE row = ?1",
            )
            .and_then(|mut s| {
                s.execute(params![
                    held.row,
                    self.next_change(),
                    document.words,
                    held.version + u32::from(difference.text),
                    document.origin.name,
                    difference.back,
                ])
            })
            .map_err(self.store.fault())?;
        Ok(())
    }

    /// The same text in other blocks (a menu changed, or the reader of pages got better):
    /// no offset moves, so the version stays.
    fn reform(&self, held: &Held, document: &Prepared) -> Result<(), Error> {
        let version: i64 = self
            .db()
            .prepare_cached(
                "UPDATE version SET form = ?3, blocks = ?4, flaws = ?5 \
                 WHERE article = ?1 AND number = ?2 RETURNING row",
            )
            .and_then(|mut s| {
                s.query_row(
                    params![
                        held.row,
                        held.version,
                        document.form,
                        document.blocks,
                        document.flaws
                    ],
                    |r| r.get(0),
                )
            })
            .map_err(self.store.fault())?;
        self.db()
            .prepare_cached("UPDATE raw SET name = ?2, bytes = ?3 WHERE version = ?1")
            .and_then(|mut s| s.execute(params![version, document.origin.name, document.raw]))
            .map_err(self.store.fault())?;
        Ok(())
    }

    /// Sets what the pages now state; beneath a hand's value it is only noted.
    fn restate(&self, row: i64, stated: &Meta) -> Result<(), Error> {
        let mut shown = stated.clone();
        let by_hand: Vec<(Field, Option<String>)> = self
            .db()
            .prepare_cached("SELECT field, value FROM hand WHERE article = ?1")
            .and_then(|mut s| {
                s.query_map([row], |r| {
                    Ok((super::edit::field(r.get_ref(0)?.as_str()?)?, r.get(1)?))
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

    /// Writes the fields as shown.
    pub(super) fn set_meta(&self, row: i64, meta: &Meta) -> Result<(), Error> {
        let added: i64 = self
            .db()
            .prepare_cached("SELECT added FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row], |r| r.get(0)).optional())
            .map_err(self.store.fault())?
            .unwrap_or(self.now);
        self.db()
            .prepare_cached(
                "UPDATE article SET title = ?2, author = ?3, source = ?4, section = ?5, url = ?6, \
                        source_id = ?7, date = ?8, sort = ?9, updated = ?10, language = ?11, \
                        tags = ?12 WHERE row = ?1",
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
                ])
            })
            .map_err(self.store.fault())?;
        Ok(())
    }
}

/// Minutes since 1970: the date's, else those of the day of adding.
fn sort(meta: &Meta, added: i64) -> i64 {
    const DAY: i64 = 24 * 60;
    meta.date
        .map_or(added.div_euclid(60_000 * DAY) * DAY, Date::minutes)
}
