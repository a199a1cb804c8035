//! What is said about an article: its passages, its tags, its note, the work on it?

use std::{cmp::Reverse, collections::HashMap};

use rusqlite::{OptionalExtension, types::FromSqlError};

use super::{Store, codebook, passage};
use crate::{
    article::ArticleId,
    error::Error,
    passage::{Colour, Passage, Sheet, Tag, TagId, Work},
};

/// All that is said about an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coding {
    /// Its passages by their place, of those that begin at the same the longer first;
    /// orphans last.
    pub passages: Vec<Passage>,
    /// What is said of it as a whole.
    pub sheet: Sheet,
    /// The tags of both.
    pub tags: Vec<Tag>,
    /// Number of the last change of a passage, a tag or a sheet in the library, when this was
    /// read.
    pub number: i64,
}

/// What an article bears, in short.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bearing {
    /// The names of the tags on it and on its passages, in the order of their letters.
    pub tags: Vec<String>,
    /// How many passages it has.
    pub passages: u32,
}

impl Coding {
    /// One of its tags.
    pub fn tag(&self, id: &TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// The colour of one of its passages: its own, else that of its first tag.
    pub fn colour(&self, passage: &Passage) -> Option<Colour> {
        let first = || self.tag(passage.tags.first()?);
        passage.colour.or_else(|| Some(first()?.colour))
    }
}

impl Store {
    /// What is said about an article.
    pub fn coding(&self, id: &ArticleId) -> Result<Coding, Error> {
        self.at_once(|| {
            let row = self.row(id)?;
            let row = row.ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
            self.coding_of(row)
        })
    }

    /// What is said about the article of a row. Of most there is nothing to be said, and that
    /// is one question.
    pub fn coding_of(&self, row: i64) -> Result<Coding, Error> {
        let (number, marked, described): (_, bool, bool) = self
            .db
            .prepare_cached(
                "SELECT coding, EXISTS (SELECT 1 FROM passage WHERE article = ?1), \
                        EXISTS (SELECT 1 FROM article_tag WHERE article = ?1) \
                        OR EXISTS (SELECT 1 FROM sheet WHERE article = ?1) \
                 FROM library",
            )
            .and_then(|mut s| s.query_row([row], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))))
            .map_err(self.fault())?;
        let mut coding = Coding {
            number,
            ..Coding::default()
        };
        if marked {
            coding.passages = self.passages_of(row)?;
        }
        if described {
            coding.sheet = self.sheet(row)?;
        }
        if marked || described {
            coding.tags = self.tags_on(row)?;
        }
        Ok(coding)
    }

    /// What the articles of these rows bear.
    pub fn bearing(&self, rows: &[i64]) -> Result<Vec<Bearing>, Error> {
        self.at_once(|| {
            if self.coding_number()? == 0 {
                return Ok(vec![Bearing::default(); rows.len()]);
            }
            rows.iter().map(|row| self.borne(*row)).collect()
        })
    }

    /// Number of the last change of a passage, a tag or a sheet.
    pub(super) fn coding_number(&self) -> Result<i64, Error> {
        self.db
            .prepare_cached("SELECT coding FROM library")
            .and_then(|mut s| s.query_row([], |r| r.get(0)))
            .map_err(self.fault())
    }

    /// The tags that an article bears, as a whole or in its passages.
    fn tags_on(&self, article: i64) -> Result<Vec<Tag>, Error> {
        self.db
            .prepare_cached(concat!(
                "SELECT ",
                codebook::columns!(),
                " FROM bearing b JOIN tag t ON t.row = b.tag \
                 LEFT JOIN tag above ON above.row = t.parent WHERE b.article = ?1"
            ))
            .and_then(|mut s| s.query_map([article], codebook::tag)?.collect())
            .map_err(self.fault())
    }

    fn passages_of(&self, article: i64) -> Result<Vec<Passage>, Error> {
        let mut passages: Vec<(i64, Passage)> = self
            .db
            .prepare_cached(concat!(
                "SELECT ",
                passage::columns!(),
                passage::tables!(),
                "WHERE p.article = ?1"
            ))
            .and_then(|mut s| s.query_map([article], passage::passage)?.collect())
            .map_err(self.fault())?;
        passages.sort_by_key(|(row, passage)| {
            let range = passage.placement.range();
            let place = range.map_or((u32::MAX, 0), |range| (range.start, range.end));
            (place.0, Reverse(place.1), *row)
        });
        let mut tags = self.tags_of(article)?;
        let tagged = passages.into_iter().map(|(row, mut passage)| {
            let mut own = tags.remove(&row).unwrap_or_default();
            own.sort_by_key(|(nth, _)| *nth);
            passage.tags = own.into_iter().map(|(_, id)| id).collect();
            passage
        });
        Ok(tagged.collect())
    }

    /// The tags of an article's passages, by the passages' rows, with their places.
    fn tags_of(&self, article: i64) -> Result<HashMap<i64, Vec<(i64, TagId)>>, Error> {
        let found: Vec<(i64, i64, String)> = self
            .db
            .prepare_cached(
                "SELECT p.row, b.nth, t.id FROM passage p \
                 JOIN passage_tag b ON b.passage = p.row JOIN tag t ON t.row = b.tag \
                 WHERE p.article = ?1",
            )
            .and_then(|mut s| {
                s.query_map([article], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
                    .collect()
            })
            .map_err(self.fault())?;
        let mut tags: HashMap<i64, Vec<_>> = HashMap::new();
        for (row, nth, id) in found {
            let own = tags.entry(row).or_default();
            own.push((nth, TagId::from_stored(id)));
        }
        Ok(tags)
    }

    pub(super) fn sheet(&self, article: i64) -> Result<Sheet, Error> {
        let tags = self
            .db
            .prepare_cached(
                "SELECT t.id FROM article_tag b JOIN tag t ON t.row = b.tag \
                 WHERE b.article = ?1 ORDER BY b.nth",
            )
            .and_then(|mut s| {
                s.query_map([article], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .map_err(self.fault())?;
        let said = self
            .db
            .prepare_cached("SELECT note, work FROM sheet WHERE article = ?1")
            .and_then(|mut s| {
                s.query_row([article], |r| {
                    let work: Option<String> = r.get(1)?;
                    let work = work.map(|name| Work::named(&name).ok_or(FromSqlError::InvalidType));
                    Ok((r.get(0)?, work.transpose()?))
                })
                .optional()
            })
            .map_err(self.fault())?;
        let (note, work) = said.unwrap_or_default();
        Ok(Sheet { tags, note, work })
    }

    fn borne(&self, article: i64) -> Result<Bearing, Error> {
        let mut tags: Vec<String> = self
            .db
            .prepare_cached(
                "SELECT t.name FROM bearing b JOIN tag t ON t.row = b.tag WHERE b.article = ?1",
            )
            .and_then(|mut s| s.query_map([article], |r| r.get(0))?.collect())
            .map_err(self.fault())?;
        tags.sort_unstable();
        let passages = self
            .db
            .prepare_cached("SELECT count(*) FROM passage WHERE article = ?1")
            .and_then(|mut s| s.query_row([article], |r| r.get(0)))
            .map_err(self.fault())?;
        Ok(Bearing { tags, passages })
    }
}
