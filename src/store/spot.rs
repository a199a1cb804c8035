//! Where was an article left, and which spots have a letter?

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, Writing};
use crate::{article::ArticleId, error::Error};

/// A spot in the text of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Number of the version.
    pub version: u32,
    /// Code points of its text.
    pub offset: u32,
}

/// A spot that a letter leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The letter; any character.
    pub letter: char,
    /// The article.
    pub article: ArticleId,
    /// Its title.
    pub title: String,
    /// Where in it.
    pub spot: Spot,
}

impl Writing<'_> {
    /// Keeps where an article is left; says whether it is there. Nothing to be taken back.
    pub fn set_place(&self, id: &ArticleId, spot: Spot) -> Result<bool, Error> {
        self.db()
            .prepare_cached(
                "INSERT OR REPLACE INTO place (article, version, offset, made) \
                 SELECT row, ?2, ?3, ?4 FROM article WHERE id = ?1",
            )
            .and_then(|mut s| s.execute(params![id.as_str(), spot.version, spot.offset, self.now]))
            .map(|kept| kept > 0)
            .map_err(self.store.fault())
    }

    /// From now on the letter leads to this spot; says whether the article is there.
    pub fn set_mark(&self, letter: char, id: &ArticleId, spot: Spot) -> Result<bool, Error> {
        self.db()
            .prepare_cached(
                "INSERT OR REPLACE INTO mark (letter, article, version, offset, made) \
                 SELECT ?5, row, ?2, ?3, ?4 FROM article WHERE id = ?1",
            )
            .and_then(|mut s| {
                let letter = letter.to_string();
                s.execute(params![
                    id.as_str(),
                    spot.version,
                    spot.offset,
                    self.now,
                    letter
                ])
            })
            .map(|kept| kept > 0)
            .map_err(self.store.fault())
    }
}

impl Store {
    /// Where an article was left; none where it never was.
    pub fn place(&self, id: &ArticleId) -> Result<Option<Spot>, Error> {
        self.db
            .prepare_cached(
                "SELECT p.version, p.offset FROM place p JOIN article a ON a.row = p.article \
                 WHERE a.id = ?1",
            )
            .and_then(|mut s| s.query_row([id.as_str()], |r| spot(r, 0)).optional())
            .map_err(self.fault())
    }

    /// The article that was left last, removed ones apart.
    pub fn last_left(&self) -> Result<Option<ArticleId>, Error> {
        self.db
            .prepare_cached(
                "SELECT a.id FROM place p CROSS JOIN article a ON a.row = p.article \
                 WHERE a.removed IS NULL ORDER BY p.made DESC, p.article LIMIT 1",
            )
            .and_then(|mut s| {
                s.query_row([], |r| Ok(ArticleId::from_stored(r.get(0)?)))
                    .optional()
            })
            .map_err(self.fault())
    }

    /// The spots with a letter, by letter; those of removed articles apart.
    pub fn marks(&self) -> Result<Vec<Mark>, Error> {
        self.db
            .prepare_cached(
                "SELECT m.letter, a.id, a.title, m.version, m.offset \
                 FROM mark m JOIN article a ON a.row = m.article \
                 WHERE a.removed IS NULL ORDER BY m.letter",
            )
            .and_then(|mut s| s.query_map([], mark)?.collect())
            .map_err(self.fault())
    }
}

fn mark(row: &Row<'_>) -> rusqlite::Result<Mark> {
    let letter = row.get_ref(0)?.as_str()?.chars().next();
    Ok(Mark {
        letter: letter.ok_or(rusqlite::types::FromSqlError::InvalidType)?,
        article: ArticleId::from_stored(row.get(1)?),
        title: row.get(2)?,
        spot: spot(row, 3)?,
    })
}

fn spot(row: &Row<'_>, first: usize) -> rusqlite::Result<Spot> {
    Ok(Spot {
        version: row.get(first)?,
        offset: row.get(first + 1)?,
    })
}
