//! How is a thing that the reader made read and written, as one image of it?
//!
//! Tags, passages, the tags on each passage, what is said of an article as a whole, and what
//! of two: whatever a change does to the tables that keep them goes through [`Image::read`]
//! and [`Image::write`], which name everything by ids. Whatever follows from an image (how a name
//! is found, where a passage stands, counts) is worked out here and is no part of it.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Store, Writing, codebook,
    ledger::{Changes, Ends},
    passage::{painted, selector},
};
use crate::{
    article::ArticleId,
    error::Error,
    passage::{Colour, Passage, Selector, Sheet, Tag, TagId, Work, key},
    text::fold,
};

/// A thing as it is kept.
pub(super) trait Image: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The changes of such things.
    fn changes(of: &mut Changes) -> &mut Ends<Self>;

    /// The thing of an id, as it is; none where there is none.
    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error>;

    /// Makes the thing of an id so, or deletes it. Says whether all that it names is there and
    /// nothing that is left names it.
    fn write(
        writing: &Writing<'_>,
        id: &str,
        old: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error>;
}

/// A passage but for its tags and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Bare {
    pub(super) article: String,
    pub(super) selector: Selector,
    pub(super) note: String,
    pub(super) colour: Option<Colour>,
    pub(super) coder: String,
    pub(super) created: i64,
    pub(super) modified: i64,
}

impl From<&Passage> for Bare {
    fn from(passage: &Passage) -> Self {
        Self {
            article: passage.article.as_str().to_owned(),
            selector: passage.selector.clone(),
            note: passage.note.clone(),
            colour: passage.colour,
            coder: passage.coder.clone(),
            created: passage.created,
            modified: passage.modified,
        }
    }
}

impl Image for Tag {
    fn changes(of: &mut Changes) -> &mut Ends<Self> {
        &mut of.tag
    }

    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error> {
        store
            .db
            .prepare_cached(concat!(
                "SELECT ",
                codebook::columns!(),
                " FROM tag t LEFT JOIN tag above ON above.row = t.parent WHERE t.id = ?1"
            ))
            .and_then(|mut s| s.query_row([id], codebook::tag).optional())
            .map_err(store.fault())
    }

    fn write(
        writing: &Writing<'_>,
        id: &str,
        _: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error> {
        let change = writing.next_coding()?;
        let Some(new) = new else {
            return writing
                .db()
                .prepare_cached(
                    "DELETE FROM tag WHERE id = ?1 \
                     AND NOT EXISTS (SELECT 1 FROM passage_tag b WHERE b.tag = tag.row) \
                     AND NOT EXISTS (SELECT 1 FROM article_tag b WHERE b.tag = tag.row) \
                     AND NOT EXISTS (SELECT 1 FROM tag below WHERE below.parent = tag.row)",
                )
                .and_then(|mut s| s.execute([id]))
                .map(|deleted| deleted > 0)
                .map_err(writing.store.fault());
        };
        writing
            .db()
            .prepare_cached(
                "INSERT INTO tag (id, name, key, parent, colour, description, letter, change) \
                 VALUES (?1, ?2, ?3, (SELECT row FROM tag WHERE id = ?4), ?5, ?6, ?7, ?8) \
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, \
                    parent = excluded.parent, colour = excluded.colour, \
                    description = excluded.description, letter = excluded.letter, \
                    change = excluded.change \
                 RETURNING parent IS NOT NULL OR ?4 IS NULL",
            )
            .and_then(|mut s| {
                let values = params![
                    id,
                    new.name,
                    key(&new.name),
                    new.parent.as_ref().map(TagId::as_str),
                    new.colour.name(),
                    new.description,
                    new.letter.map(String::from),
                    change,
                ];
                s.query_row(values, |r| r.get(0))
            })
            .map_err(writing.store.fault())
    }
}

impl Image for Bare {
    fn changes(of: &mut Changes) -> &mut Ends<Self> {
        &mut of.passage
    }

    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error> {
        store
            .db
            .prepare_cached(
                "SELECT a.id, p.version, p.start, p.end, p.quote, p.prefix, p.suffix, p.note, \
                        p.colour, p.coder, p.created, p.modified \
                 FROM passage p JOIN article a ON a.row = p.article WHERE p.id = ?1",
            )
            .and_then(|mut s| {
                s.query_row([id], |r| {
                    let colour: Option<String> = r.get(8)?;
                    Ok(Self {
                        article: r.get(0)?,
                        selector: selector(r, 1)?,
                        note: r.get(7)?,
                        colour: colour.as_deref().map(painted).transpose()?,
                        coder: r.get(9)?,
                        created: r.get(10)?,
                        modified: r.get(11)?,
                    })
                })
                .optional()
            })
            .map_err(store.fault())
    }

    fn write(
        writing: &Writing<'_>,
        id: &str,
        old: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error> {
        let change = writing.next_coding()?;
        let Some(new) = new else {
            return writing
                .db()
                .prepare_cached("INSERT INTO passage_gone VALUES (?1, ?2)")
                .and_then(|mut s| s.execute(params![change, id]))
                .and_then(|_| {
                    let mut s = writing
                        .db()
                        .prepare_cached("DELETE FROM passage WHERE id = ?1")?;
                    s.execute([id])
                })
                .map(|deleted| deleted > 0)
                .map_err(writing.store.fault());
        };
        let Selector {
            quote,
            prefix,
            suffix,
            ..
        } = &new.selector;
        let row: Option<i64> = writing
            .db()
            .prepare_cached(
                "INSERT INTO passage (id, article, version, start, end, quote, prefix, suffix, \
                        note, words, colour, coder, created, modified, change) \
                 SELECT ?1, row, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15 \
                 FROM article WHERE id = ?2 \
                 ON CONFLICT (id) DO UPDATE SET version = excluded.version, \
                    start = excluded.start, end = excluded.end, quote = excluded.quote, \
                    prefix = excluded.prefix, suffix = excluded.suffix, note = excluded.note, \
                    words = excluded.words, colour = excluded.colour, coder = excluded.coder, \
                    created = excluded.created, modified = excluded.modified, \
                    change = excluded.change \
                 RETURNING row",
            )
            .and_then(|mut s| {
                let values = params![
                    id,
                    new.article,
                    new.selector.version,
                    new.selector.start,
                    new.selector.end,
                    quote,
                    prefix,
                    suffix,
                    new.note,
                    fold(&format!("{quote}\n{}", new.note)),
                    new.colour.map(Colour::name),
                    new.coder,
                    new.created,
                    new.modified,
                    change,
                ];
                s.query_row(values, |r| r.get(0)).optional()
            })
            .map_err(writing.store.fault())?;
        let Some(row) = row else { return Ok(false) };
        if old.is_none_or(|old| old.selector != new.selector) {
            writing.place_one(row)?;
        }
        Ok(true)
    }
}

/// The tags on a passage, the first one first. Where there is no passage, none.
impl Image for Vec<TagId> {
    fn changes(of: &mut Changes) -> &mut Ends<Self> {
        &mut of.tags
    }

    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error> {
        store.borne_by("passage", id).map(Some)
    }

    fn write(
        writing: &Writing<'_>,
        id: &str,
        old: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error> {
        let change = writing.next_coding()?;
        let [old, new] = [old, new].map(|tags| tags.map_or(&[][..], Vec::as_slice));
        let whole = writing.bear("passage", id, old, new)?;
        writing
            .db()
            .prepare_cached("UPDATE passage SET change = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id, change]))
            .map_err(writing.store.fault())?;
        Ok(whole)
    }
}

/// What is said of an article; where nothing is said, an empty sheet.
impl Image for Sheet {
    fn changes(of: &mut Changes) -> &mut Ends<Self> {
        &mut of.sheet
    }

    fn read(store: &Store, id: &str) -> Result<Option<Self>, Error> {
        let row = store.row(&ArticleId::from_stored(id.to_owned()))?;
        row.map(|row| store.sheet(row)).transpose()
    }

    fn write(
        writing: &Writing<'_>,
        id: &str,
        old: Option<&Self>,
        new: Option<&Self>,
    ) -> Result<bool, Error> {
        let change = writing.next_coding()?;
        let new = new.cloned().unwrap_or_default();
        let before = old.map_or(&[][..], |sheet| &sheet.tags);
        let whole = writing.bear("article", id, before, &new.tags)?;
        if new.note.is_empty() && new.work.is_none() {
            let deleted = writing
                .db()
                .prepare_cached(
                    "DELETE FROM sheet WHERE article = (SELECT row FROM article WHERE id = ?1)",
                )
                .and_then(|mut s| s.execute([id]))
                .map_err(writing.store.fault())?;
            if deleted > 0 {
                writing.end_sheet(change, id)?;
            }
            return Ok(whole);
        }
        let written = writing
            .db()
            .prepare_cached(
                "INSERT INTO sheet SELECT row, ?2, ?3, ?4 FROM article WHERE id = ?1 \
                 ON CONFLICT (article) DO UPDATE SET note = excluded.note, work = excluded.work, \
                    change = excluded.change",
            )
            .and_then(|mut s| s.execute(params![id, new.note, new.work.map(Work::name), change]))
            .map_err(writing.store.fault())?;
        Ok(written > 0 && whole)
    }
}
