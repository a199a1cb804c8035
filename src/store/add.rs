//! How does a document enter: as a new article, a new version, or not at all?

use rusqlite::params;

use super::{Prepared, Store, Writing, identity::Claim, prepared::json};
use crate::{
    article::{ArticleId, Date, Meta},
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

/// One adding of many documents, by the number of the last change before it. Where two of them
/// are the same article the later one stands, also when the same sources are added again.
#[derive(Debug, Clone, Copy)]
pub struct Run(pub(super) i64);

impl Store {
    /// A run that begins now.
    pub fn run(&self) -> Result<Run, Error> {
        Ok(Run(self.state()?.change))
    }
}

impl Writing<'_> {
    /// Adds a document, or what is new in it.
    pub fn add(&self, document: &Prepared, run: Run) -> Result<(ArticleId, Outcome), Error> {
        let Some(row) = self.store.same(document)? else {
            let cast = self.store.overruled(None, document)?;
            let id = self.insert(cast.as_ref().unwrap_or(document))?;
            return Ok((id, Outcome::Added));
        };
        let held = self.store.held(row)?;
        let cast = self.store.overruled(Some(&held), document)?;
        let document = cast.as_ref().unwrap_or(document);
        let difference = self.store.difference(&held, document)?;
        let outcome = difference.outcome();
        if outcome == Outcome::Updated {
            self.update(&held, &difference, document)?;
            if held.came > run.0 && held.document != document.document {
                self.outdo(&held)?;
            }
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
                        sort, updated, language, tags, words, origin, version, added, change, \
                        matter) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1, ?15, \
                         ?16, ?16)",
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
        document
            .claims
            .iter()
            .try_for_each(|claim| self.answer_to(row, claim))
    }

    /// From now on the article answers to this claim too.
    pub(super) fn answer_to(&self, row: i64, claim: &Claim) -> Result<(), Error> {
        self.db()
            .prepare_cached("INSERT OR IGNORE INTO identity VALUES (?1, ?2, ?3)")
            .and_then(|mut s| s.execute(params![claim.rank as i64, claim.hash, row]))
            .map_err(self.store.fault())?;
        Ok(())
    }

    pub(super) fn version(&self, row: i64, number: u32, document: &Prepared) -> Result<(), Error> {
        self.db()
            .prepare_cached(
                "INSERT INTO version (article, number, made, hash, form, flaws) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )
            .and_then(|mut s| {
                s.execute(params![
                    row,
                    number,
                    self.now,
                    document.hash,
                    document.form,
                    document.flaws,
                ])
            })
            .map_err(self.store.fault())?;
        self.keep(self.db().last_insert_rowid(), document)?;
        if number == 1 && document.said.is_none() {
            return Ok(()); // nothing is said of an article that was not there
        }
        self.say(row, document.said.as_ref())
    }

    /// The document beside the version that was read from it, instead of any before.
    pub(super) fn keep(&self, version: i64, document: &Prepared) -> Result<(), Error> {
        self.db()
            .prepare_cached("INSERT OR REPLACE INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .and_then(|mut s| {
                s.execute(params![
                    version,
                    document.came.unwrap_or(self.change.get()),
                    document.document,
                    document.origin.name,
                    document.blocks,
                    document.packed,
                ])
            })
            .map_err(self.store.fault())?;
        Ok(())
    }
}

/// Minutes since 1970: the date's, else those of the day of adding.
pub(super) fn sort(meta: &Meta, added: i64) -> i64 {
    const DAY: i64 = 24 * 60;
    meta.date
        .map_or(added.div_euclid(60_000 * DAY) * DAY, Date::minutes)
}
