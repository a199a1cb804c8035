//! Which tags are there, how often is each used, and which is meant by a name?

use std::collections::HashMap;

use rusqlite::Row;

use super::{Store, passage::painted, rows::ByRow};
use crate::{
    error::Error,
    passage::{Codebook, Tag, TagId, key},
};

/// So many tags are named where none is called so.
const NEAR: usize = 10;

/// The columns of a tag named `t`, the one above it named `above`.
macro_rules! columns {
    () => {
        "t.id, t.name, above.id, t.colour, t.description, t.letter"
    };
}
pub(super) use columns;

/// Six columns as a tag.
pub(super) fn tag(row: &Row<'_>) -> rusqlite::Result<Tag> {
    let parent: Option<String> = row.get(2)?;
    let letter: Option<String> = row.get(5)?;
    Ok(Tag {
        id: TagId::from_stored(row.get(0)?),
        name: row.get(1)?,
        parent: parent.map(TagId::from_stored),
        colour: painted(row.get_ref(3)?.as_str()?)?,
        description: row.get(4)?,
        letter: letter.and_then(|letter| letter.chars().next()),
    })
}

impl Store {
    /// Ids and names of all tags, and how each name is found.
    pub fn tag_keys(&self) -> Result<Vec<(TagId, String, String)>, Error> {
        self.db
            .prepare_cached("SELECT id, name, key FROM tag")
            .and_then(|mut s| {
                s.query_map([], |r| {
                    Ok((TagId::from_stored(r.get(0)?), r.get(1)?, r.get(2)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }

    /// The tags that the article of a row bears, as a whole or in passages, by their names'
    /// letters.
    pub fn tags_borne(&self, row: i64) -> Result<Vec<TagId>, Error> {
        self.db
            .prepare_cached(
                "SELECT t.id FROM bearing b JOIN tag t ON t.row = b.tag \
                 WHERE b.article = ?1 ORDER BY t.name",
            )
            .and_then(|mut s| {
                s.query_map([row], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .map_err(self.fault())
    }

    /// All tags with their counts.
    pub fn codebook(&self) -> Result<Codebook, Error> {
        let tags = self
            .db
            .prepare_cached(concat!(
                "SELECT ",
                columns!(),
                ", t.passages, t.articles FROM tag t LEFT JOIN tag above ON above.row = t.parent"
            ))
            .and_then(|mut s| {
                s.query_map([], |r| Ok((tag(r)?, r.get(6)?, r.get(7)?)))?
                    .collect()
            })
            .map_err(self.fault())?;
        Ok(Codebook::arranged(tags))
    }

    /// By the rows of the tags their places in the codebook, and their names for ever.
    pub(super) fn ranked_tags(&self) -> Result<ByRow<(u32, TagId)>, Error> {
        let entries = self.codebook()?.entries.into_iter();
        let mut ranks: HashMap<TagId, u32> = entries.map(|entry| entry.tag.id).zip(0..).collect();
        let rows: Vec<(i64, String)> = self
            .db
            .prepare_cached("SELECT row, id FROM tag")
            .and_then(|mut s| s.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect())
            .map_err(self.fault())?;
        let ranked = rows.into_iter().filter_map(|(row, id)| {
            let (id, rank) = ranks.remove_entry(&TagId::from_stored(id))?;
            Some((row, (rank, id)))
        });
        Ok(ranked.collect())
    }

    /// The row of the tag that is called so, else of the only one that is found by the name.
    pub(super) fn tag_named(&self, name: &str) -> Result<i64, Error> {
        for (column, called) in [("name", name), ("key", &key(name))] {
            let sql = format!("SELECT row FROM tag WHERE {column} = ?1");
            let found: Vec<i64> = self
                .db
                .prepare_cached(&sql)
                .and_then(|mut s| s.query_map([called], |r| r.get(0))?.collect())
                .map_err(self.fault())?;
            if let [only] = found[..] {
                return Ok(only);
            }
        }
        let book = self.codebook()?;
        let near = book.near(name).into_iter().take(NEAR);
        let near = near.map(|at| book.entries[at].tag.name.clone());
        Err(Error::NoSuchTag(name.to_owned(), near.collect()))
    }
}
