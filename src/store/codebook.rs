//! Which tags are there, how often is each used, and which is meant by a name?

use std::collections::HashMap;

use rusqlite::params;

use super::{Store, passage::painted};
use crate::{
    error::Error,
    passage::{Codebook, Entry, Tag, TagId},
    text::fold,
};

impl Store {
    /// All tags with their counts.
    pub fn codebook(&self) -> Result<Codebook, Error> {
        let tags = self
            .db
            .prepare_cached(
                "SELECT t.id, t.name, above.id, t.colour, t.description, t.letter, t.passages, \
                        t.articles \
                 FROM tag t LEFT JOIN tag above ON above.row = t.parent",
            )
            .and_then(|mut s| {
                s.query_map([], |r| {
                    let parent: Option<String> = r.get(2)?;
                    let letter: Option<String> = r.get(5)?;
                    let tag = Tag {
                        id: TagId::from_stored(r.get(0)?),
                        name: r.get(1)?,
                        parent: parent.map(TagId::from_stored),
                        colour: painted(r.get_ref(3)?.as_str()?)?,
                        description: r.get(4)?,
                        letter: letter.and_then(|letter| letter.chars().next()),
                    };
                    Ok((tag, r.get(6)?, r.get(7)?))
                })?
                .collect()
            })
            .map_err(self.fault())?;
        Ok(arranged(tags))
    }

    /// By the rows of the tags their places in the codebook, and their names for ever.
    pub(super) fn ranked_tags(&self) -> Result<HashMap<i64, (u32, TagId)>, Error> {
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
            let sql = format!("SELECT row, name FROM tag WHERE {column} = ?1");
            let mut found: Vec<(i64, String)> = self
                .db
                .prepare_cached(&sql)
                .and_then(|mut s| {
                    s.query_map(params![called], |r| Ok((r.get(0)?, r.get(1)?)))?
                        .collect()
                })
                .map_err(self.fault())?;
            if found.len() > 1 {
                let near = found.into_iter().map(|(_, name)| name).collect();
                return Err(Error::NoSuchTag(name.to_owned(), near));
            }
            if let Some((row, _)) = found.pop() {
                return Ok(row);
            }
        }
        Err(Error::NoSuchTag(name.to_owned(), Vec::new()))
    }
}

// to be that of the module passage
fn arranged(tags: Vec<(Tag, u32, u32)>) -> Codebook {
    let mut entries: Vec<Entry> = tags
        .into_iter()
        .map(|(tag, passages, articles)| Entry {
            tag,
            depth: 0,
            passages,
            articles,
        })
        .collect();
    entries.sort_by(|one, other| one.tag.name.cmp(&other.tag.name));
    Codebook { entries }
}

// to be that of the module passage
fn key(name: &str) -> String {
    fold(name)
}
