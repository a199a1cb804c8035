//! What is kept of a passage, and which one is meant by a name?

use rusqlite::{OptionalExtension, Row, params, types::FromSqlError};

use super::Store;
use crate::{
    article::{ArticleId, Date, opening},
    error::Error,
    passage::{Colour, How, Passage, PassageId, Placement, Selector, TagId},
};

/// The start of an id means something from this length on.
const SHORTEST: usize = 4;

/// So many passages are named when several are meant.
const NAMED: i64 = 20;

/// A passage as a list of passages shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its row, by which the order of a list names it.
    pub row: i64,
    /// The passage.
    pub passage: Passage,
    /// The title of its article.
    pub article: String,
    /// The source of its article.
    pub source: Option<String>,
    /// The date of its article.
    pub date: Option<Date>,
    /// The words as they stand in the article's current version; none of an orphan.
    pub text: Option<String>,
}

/// The columns that make a passage, of `passage p`, `article a` and `placement l`.
macro_rules! columns {
    () => {
        "p.row, p.id, a.id, p.version, p.start, p.end, p.quote, p.prefix, p.suffix, p.note, \
         p.colour, p.coder, p.created, p.modified, l.start, l.end, l.how"
    };
}
pub(super) use columns;

/// How many they are.
const COLUMNS: usize = 17;

/// Where they are found.
macro_rules! tables {
    () => {
        " FROM passage p JOIN article a ON a.row = p.article \
         LEFT JOIN placement l ON l.passage = p.row "
    };
}
pub(super) use tables;

/// A passage but for its tags.
pub(super) fn passage(row: &Row<'_>) -> rusqlite::Result<(i64, Passage)> {
    let colour: Option<String> = row.get(10)?;
    let passage = Passage {
        id: PassageId::from_stored(row.get(1)?),
        article: ArticleId::from_stored(row.get(2)?),
        selector: selector(row, 3)?,
        placement: placement(row, 14)?,
        tags: Vec::new(),
        note: row.get(9)?,
        colour: colour.as_deref().map(painted).transpose()?,
        coder: row.get(11)?,
        created: row.get(12)?,
        modified: row.get(13)?,
    };
    Ok((row.get(0)?, passage))
}

/// Six columns as the span that was marked.
pub(super) fn selector(row: &Row<'_>, first: usize) -> rusqlite::Result<Selector> {
    Ok(Selector {
        version: row.get(first)?,
        start: row.get(first + 1)?,
        end: row.get(first + 2)?,
        quote: row.get(first + 3)?,
        prefix: row.get(first + 4)?,
        suffix: row.get(first + 5)?,
    })
}

/// Three columns as where it stands.
fn placement(row: &Row<'_>, first: usize) -> rusqlite::Result<Placement> {
    let Some(start) = row.get(first)? else {
        return Ok(Placement::Orphan);
    };
    let how = How::named(row.get_ref(first + 2)?.as_str()?);
    let how = how.ok_or(FromSqlError::InvalidType)?;
    Ok(Placement::At(start..row.get(first + 1)?, how))
}

/// A colour by its stored name.
pub(super) fn painted(name: &str) -> Result<Colour, FromSqlError> {
    Colour::named(name).ok_or(FromSqlError::InvalidType)
}

impl Store {
    /// The passages of these rows, in their order; those that are no more are left out.
    pub fn passages(&self, rows: &[i64]) -> Result<Vec<Kept>, Error> {
        self.at_once(|| {
            let mut kept = Vec::with_capacity(rows.len());
            for row in rows {
                if let Some(mut one) = self.kept(*row)? {
                    one.passage.tags = self.passage_tags(*row)?;
                    kept.push(one);
                }
            }
            Ok(kept)
        })
    }

    /// The passage of an id, or of the start of one; those of removed articles answer to
    /// nothing.
    pub fn passage(&self, name: &str) -> Result<Passage, Error> {
        self.at_once(|| {
            let name = name.to_ascii_lowercase();
            let found = if name.len() < SHORTEST {
                Vec::new()
            } else {
                self.beginning(&name)?
            };
            let whole = found.iter().find(|(_, id, _)| *id == name);
            let row = match (whole, &found[..]) {
                (Some(only), _) | (None, [only]) => only.0,
                (None, []) => return Err(Error::NoSuchPassage(name)),
                (None, _) => {
                    let found = found.into_iter();
                    let told = found.map(|(_, id, quote)| (id, opening(&quote)));
                    return Err(Error::Ambiguous(name, told.collect()));
                }
            };
            let kept = self.passages(&[row])?.pop();
            Ok(kept.ok_or(Error::NoSuchPassage(name))?.passage)
        })
    }

    /// The passage of an id; none if it is no more or its article is removed.
    pub(super) fn passage_of(&self, id: &PassageId) -> Result<Option<Passage>, Error> {
        let row = self
            .db
            .prepare_cached("SELECT row FROM passage WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.as_str()], |r| r.get(0)).optional())
            .map_err(self.fault())?;
        let kept = row
            .map_or(Ok(Vec::new()), |row| self.passages(&[row]))?
            .pop();
        Ok(kept.map(|kept| kept.passage))
    }

    /// The id of the article of a passage; none if the passage is no more.
    pub(super) fn article_of(&self, id: &str) -> Result<Option<String>, Error> {
        self.db
            .prepare_cached(
                "SELECT a.id FROM passage p JOIN article a ON a.row = p.article WHERE p.id = ?1",
            )
            .and_then(|mut s| s.query_row([id], |r| r.get(0)).optional())
            .map_err(self.fault())
    }

    /// The rows, ids and quotes of the passages whose ids begin so.
    fn beginning(&self, start: &str) -> Result<Vec<(i64, String, String)>, Error> {
        self.db
            .prepare_cached(
                "SELECT p.row, p.id, p.quote FROM passage p JOIN article a ON a.row = p.article \
                 WHERE p.id >= ?1 AND p.id < ?1 || '~' AND a.removed IS NULL \
                 ORDER BY p.id LIMIT ?2",
            )
            .and_then(|mut s| {
                s.query_map(params![start, NAMED], |r| {
                    Ok((r.get(0)?, r.get(1)?, r.get(2)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }

    fn kept(&self, row: i64) -> Result<Option<Kept>, Error> {
        self.db
            .prepare_cached(concat!(
                "SELECT ",
                columns!(),
                ", a.title, a.source, a.date, l.text",
                tables!(),
                "WHERE p.row = ?1 AND a.removed IS NULL"
            ))
            .and_then(|mut s| {
                s.query_row([row], |r| {
                    let (row, passage) = passage(r)?;
                    let placed = passage.placement.range().is_some();
                    let text: Option<String> = r.get(COLUMNS + 3)?;
                    Ok(Kept {
                        row,
                        article: r.get(COLUMNS)?,
                        source: r.get(COLUMNS + 1)?,
                        date: super::load::date(r, COLUMNS + 2)?,
                        text: placed
                            .then(|| text.unwrap_or_else(|| passage.selector.quote.clone())),
                        passage,
                    })
                })
                .optional()
            })
            .map_err(self.fault())
    }

    fn passage_tags(&self, row: i64) -> Result<Vec<TagId>, Error> {
        self.db
            .prepare_cached(
                "SELECT t.id FROM passage_tag b JOIN tag t ON t.row = b.tag \
                 WHERE b.passage = ?1 ORDER BY b.nth",
            )
            .and_then(|mut s| {
                s.query_map([row], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .map_err(self.fault())
    }
}
