//! Which article is meant by a name: an id, the source's name, an address, the start of an id?

use rusqlite::{OptionalExtension, params};

use super::{Store, identity::Claim};
use crate::{article::ArticleId, error::Error, text::fold};

/// The start of an id means something from this length on.
const SHORTEST: usize = 4;

/// So many articles are named when several are meant.
const NAMED: i64 = 20;

/// The sources of all articles, each once: one step in their index for each.
const SOURCES: &str = "
    WITH RECURSIVE named (source) AS (
        SELECT min(source) FROM article WHERE removed IS NULL
        UNION ALL SELECT (SELECT min(source) FROM article
                          WHERE removed IS NULL AND source > named.source)
        FROM named WHERE source IS NOT NULL)
    SELECT source FROM named WHERE source IS NOT NULL";

impl Store {
    /// The article of a name; none if nothing in the library answers to it. Removed articles
    /// answer to nothing, unless `removed` is set.
    pub fn find(&self, name: &str, removed: bool) -> Result<Option<ArticleId>, Error> {
        let exact = self.named("a.id = ?1", name, removed)?;
        if let Some(found) = only(name, exact)? {
            return Ok(Some(found));
        }
        let by_source = self.named("a.source_id = ?1", name, removed)?;
        if let Some(found) = only(name, by_source)? {
            return Ok(Some(found));
        }
        let address = Claim::url(name)
            .map(|claim| self.answering(&claim))
            .transpose()?;
        for row in address.unwrap_or_default() {
            let by_address = self.named("a.row = ?1", row, removed)?;
            if let Some(found) = only(name, by_address)? {
                return Ok(Some(found));
            }
        }
        let start = name.to_ascii_lowercase();
        let could_be = start.len() >= SHORTEST
            && start
                .bytes()
                .all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b));
        if !could_be {
            return Ok(None);
        }
        let by_start = self.named("a.id >= ?1 AND a.id < ?1 || '~'", &start, removed)?;
        only(name, by_start)
    }

    /// The rows of these articles; none of one that is removed or not there.
    pub fn rows_of(&self, ids: &[ArticleId]) -> Result<Vec<Option<i64>>, Error> {
        let mut statement = self
            .db
            .prepare_cached("SELECT row FROM article WHERE id = ?1 AND removed IS NULL")
            .map_err(self.fault())?;
        ids.iter()
            .map(|id| statement.query_row([id.as_str()], |r| r.get(0)).optional())
            .collect::<Result<_, _>>()
            .map_err(self.fault())
    }

    /// The sources whose names hold each of these words, parted by white space, however they are
    /// spelled; in the order of their letters.
    pub fn sources_named(&self, words: &str) -> Result<Vec<String>, Error> {
        let words = fold(words);
        let mut sources: Vec<String> = self
            .db
            .prepare_cached(SOURCES)
            .and_then(|mut s| s.query_map([], |r| r.get(0))?.collect())
            .map_err(self.fault())?;
        sources.retain(|source| {
            let name = fold(source);
            words.split_whitespace().all(|word| name.contains(word))
        });
        Ok(sources)
    }

    /// The row of an id, removed or not.
    pub(super) fn row(&self, id: &ArticleId) -> Result<Option<i64>, Error> {
        self.db
            .prepare_cached("SELECT row FROM article WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.as_str()], |r| r.get(0)).optional())
            .map_err(self.fault())
    }

    /// The title of an article.
    pub(super) fn title(&self, row: i64) -> Result<String, Error> {
        self.db
            .prepare_cached("SELECT title FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row], |r| r.get(0)))
            .map_err(self.fault())
    }

    /// Ids and titles of what a condition names.
    fn named(
        &self,
        condition: &str,
        name: impl rusqlite::ToSql,
        removed: bool,
    ) -> Result<Vec<(String, String)>, Error> {
        let sql = format!(
            "SELECT a.id, a.title FROM article a \
             WHERE {condition} AND (?2 OR a.removed IS NULL) ORDER BY a.row LIMIT ?3"
        );
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map(params![name, removed, NAMED], |r| {
                    Ok((r.get(0)?, r.get(1)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }
}

fn only(name: &str, mut found: Vec<(String, String)>) -> Result<Option<ArticleId>, Error> {
    if found.len() > 1 {
        return Err(Error::Ambiguous(name.to_owned(), found));
    }
    Ok(found.pop().map(|(id, _)| ArticleId::from_stored(id)))
}
