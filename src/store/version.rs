//! What did a version of an article say, the current one or an earlier one?

use rusqlite::{OptionalExtension, params};

use super::Store;
use crate::{
    article::{Article, ArticleId, Block},
    error::Error,
};

impl Store {
    /// An article as this version of it said, with its fields as they are shown now.
    pub fn version(&self, id: &ArticleId, number: u32) -> Result<Article, Error> {
        self.at_once(|| {
            let meta = self.load(id)?.article.meta;
            let row = self.row(id)?;
            let row = row.ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
            let blocks = self.blocks(row, number)?;
            Ok(Article { meta, blocks })
        })
    }

    /// The number of an article's current version.
    pub(super) fn current_version(&self, row: i64) -> Result<u32, Error> {
        self.db
            .prepare_cached("SELECT version FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row], |r| r.get(0)))
            .map_err(self.fault())
    }

    /// The text in which the offsets of a version count, by the row of its article.
    pub fn version_text(&self, row: i64, number: u32) -> Result<String, Error> {
        let (length, packed) = self.packed(row, number)?;
        self.text_in(length, &packed)
    }

    /// A version that gave way to another keeps its blocks.
    fn blocks(&self, row: i64, number: u32) -> Result<Vec<Block>, Error> {
        let (length, packed) = self.packed(row, number)?;
        Ok(self.unpack(length, &packed)?.0)
    }

    fn packed(&self, row: i64, number: u32) -> Result<(u32, Vec<u8>), Error> {
        self.db
            .prepare_cached(
                "SELECT d.blocks, d.packed FROM version v JOIN document d ON d.version = v.row \
                 WHERE v.article = ?1 AND v.number = ?2",
            )
            .and_then(|mut s| {
                s.query_row(params![row, number], |r| Ok((r.get(0)?, r.get(1)?)))
                    .optional()
            })
            .map_err(self.fault())?
            .ok_or(Error::NoSuchVersion(number))
    }
}
