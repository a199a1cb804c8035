//! What would a document change in the article that it is?

use rusqlite::params;

use super::{Outcome, Prepared, Store, edit, load};
use crate::{
    article::{ArticleId, Field, Meta, canonical_url},
    error::Error,
};

/// What the library holds of an article that a document is compared with.
pub(super) struct Held {
    pub(super) row: i64,
    pub(super) id: ArticleId,
    pub(super) meta: Meta,
    pub(super) version: u32,
    pub(super) hash: [u8; 16],
    pub(super) form: [u8; 16],
    pub(super) document: [u8; 16],
    pub(super) came: i64,
    pub(super) removed: bool,
}

/// What a document would change.
pub(super) struct Difference {
    /// The fields as the pages now state them, if any differs.
    pub(super) meta: Option<Meta>,
    pub(super) text: bool,
    pub(super) form: bool,
    pub(super) back: bool,
}

impl Difference {
    pub(super) fn outcome(&self) -> Outcome {
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
        let cast = self.overruled(Some(&held), document)?;
        let document = cast.as_ref().unwrap_or(document);
        let outcome = self.difference(&held, document)?.outcome();
        Ok(Some((held.id, outcome)))
    }

    pub(super) fn held(&self, row: i64) -> Result<Held, Error> {
        self.db
            .prepare_cached(
                "SELECT a.id, a.title, a.author, a.source, a.section, a.url, a.source_id, a.date, \
                        a.updated, a.language, a.tags, a.version, v.hash, v.form, \
                        a.removed IS NOT NULL, d.hash, d.came \
                 FROM article a JOIN version v ON v.article = a.row AND v.number = a.version \
                 JOIN document d ON d.version = v.row WHERE a.row = ?1",
            )
            .and_then(|mut s| {
                s.query_row([row], |r| {
                    Ok(Held {
                        row,
                        id: ArticleId::from_stored(r.get(0)?),
                        meta: load::meta(r, 1)?,
                        version: r.get(11)?,
                        hash: r.get(12)?,
                        form: r.get(13)?,
                        removed: r.get(14)?,
                        document: r.get(15)?,
                        came: r.get(16)?,
                    })
                })
            })
            .map_err(self.fault())
    }

    /// What a page leaves unsaid does not unsay what another said.
    pub(super) fn difference(&self, held: &Held, document: &Prepared) -> Result<Difference, Error> {
        let back = held.removed && document.origin.asked;
        if held.document != document.document && self.outdone(held.row, document)? {
            return Ok(Difference {
                meta: None,
                text: false,
                form: false,
                back,
            });
        }
        let new = &document.article.meta;
        let old = self.stated(held)?;
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
            back,
        })
    }

    fn outdone(&self, row: i64, document: &Prepared) -> Result<bool, Error> {
        self.db
            .prepare_cached("SELECT 1 FROM outdone WHERE article = ?1 AND hash = ?2")
            .and_then(|mut s| s.exists(params![row, document.document]))
            .map_err(self.fault())
    }

    /// The fields as the pages state them.
    pub(super) fn stated(&self, held: &Held) -> Result<Meta, Error> {
        let mut meta = held.meta.clone();
        for (field, stated) in self.stated_beneath(held.row)? {
            field.set(&mut meta, stated);
        }
        Ok(meta)
    }

    /// What the pages state beneath the fields that a hand has set.
    fn stated_beneath(&self, row: i64) -> Result<Vec<(Field, Option<String>)>, Error> {
        self.db
            .prepare_cached("SELECT field, stated FROM hand WHERE article = ?1")
            .and_then(|mut s| {
                s.query_map([row], |r| {
                    Ok((edit::field(r.get_ref(0)?.as_str()?)?, r.get(1)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }
}
