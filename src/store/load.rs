//! What is read of one article: its blocks, its flaws, the document as it came?

use rusqlite::{OptionalExtension, Row, types::Type};

use super::{Entry, Store, fault::damaged};
use crate::{
    article::{Article, ArticleId, Block, Date, Flaw, Meta},
    error::Error,
};

/// An article with what the library knows about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Its line in a list.
    pub entry: Entry,
    /// Its fields as shown and its blocks.
    pub article: Article,
    /// What its page left open.
    pub flaws: Vec<Flaw>,
}

/// A document as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// Its name, if it had one.
    pub name: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// The current version of an article.
    pub fn load(&self, id: &ArticleId) -> Result<Loaded, Error> {
        let found = self
            .db
            .prepare_cached(concat!(
                "SELECT ",
                super::list::columns!(),
                ", v.flaws FROM article a \
                 JOIN version v ON v.article = a.row AND v.number = a.version WHERE a.id = ?1"
            ))
            .and_then(|mut s| {
                s.query_row([id.as_str()], |r| {
                    let entry = super::list::entry(r)?;
                    let flaws: String = r.get(super::list::COLUMNS)?;
                    Ok((entry, flaws))
                })
                .optional()
            })
            .map_err(self.fault())?;
        let (entry, flaws) = found.ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
        let article = Article {
            meta: entry.meta.clone(),
            blocks: self.halves(entry.place.row)?.0,
        };
        Ok(Loaded {
            entry,
            article,
            flaws: self.flaws(&flaws)?,
        })
    }

    /// The text of the article of a row.
    pub fn text(&self, row: i64) -> Result<String, Error> {
        let (meta, blocks) = (Meta::default(), self.halves(row)?.0);
        Ok(Article { meta, blocks }.text())
    }

    /// Flaws as they are kept.
    pub(super) fn flaws(&self, kept: &str) -> Result<Vec<Flaw>, Error> {
        serde_json::from_str(kept).map_err(|e| damaged(&self.path, &e))
    }

    /// The document from which the current version was read.
    pub fn raw(&self, id: &ArticleId) -> Result<Raw, Error> {
        let row = self
            .row(id)?
            .ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
        Ok(self.halves(row)?.1)
    }

    /// What is packed together: the blocks of an article's current version, and its document.
    pub(super) fn halves(&self, row: i64) -> Result<(Vec<Block>, Raw), Error> {
        let (name, length, packed): (Option<String>, u32, Vec<u8>) = self
            .db
            .prepare_cached(
                "SELECT d.name, d.blocks, d.packed FROM article a \
                 JOIN version v ON v.article = a.row AND v.number = a.version \
                 JOIN document d ON d.version = v.row WHERE a.row = ?1",
            )
            .and_then(|mut s| s.query_row([row], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))))
            .map_err(self.fault())?;
        let (blocks, bytes) = self.unpack(length, &packed)?;
        Ok((blocks, Raw { name, bytes }))
    }

    /// The blocks, whose JSON has this length in bytes, and what follows them.
    pub(super) fn unpack(
        &self,
        length: u32,
        packed: &[u8],
    ) -> Result<(Vec<Block>, Vec<u8>), Error> {
        let mut both = zstd::stream::decode_all(packed).map_err(|e| damaged(&self.path, &e))?;
        let bytes = both.split_off((length as usize).min(both.len()));
        let blocks = serde_json::from_slice(&both).map_err(|e| damaged(&self.path, &e))?;
        Ok((blocks, bytes))
    }

    /// The text of what is packed so.
    pub(super) fn text_in(&self, length: u32, packed: &[u8]) -> Result<String, Error> {
        let meta = Meta::default();
        let blocks = self.unpack(length, packed)?.0;
        Ok(Article { meta, blocks }.text())
    }
}

/// Ten columns of an article, from `title` on, as its fields.
pub(super) fn meta(row: &Row<'_>, first: usize) -> rusqlite::Result<Meta> {
    let tags = row.get_ref(first + 9)?.as_str()?;
    Ok(Meta {
        title: row.get(first)?,
        author: row.get(first + 1)?,
        source: row.get(first + 2)?,
        section: row.get(first + 3)?,
        url: row.get(first + 4)?,
        source_id: row.get(first + 5)?,
        date: date(row, first + 6)?,
        updated: date(row, first + 7)?,
        language: row.get(first + 8)?,
        tags: serde_json::from_str(tags).map_err(|e| misread(first + 9, e))?,
    })
}

/// A column as a date.
pub(super) fn date(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    let text: Option<String> = row.get(column)?;
    text.map(|t| t.parse())
        .transpose()
        .map_err(|e| misread(column, e))
}

fn misread(column: usize, why: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(why))
}
