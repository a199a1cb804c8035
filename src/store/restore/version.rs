//! Which number has each version of an article that is here and in the backup?
//!
//! A passage names the version that it was made on by its number, for ever, so the backup's
//! numbers stand. A version of the library in whose place the backup has another text moves
//! behind all of them; what an article says now is always its last version.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::super::Writing;
use crate::error::Error;

/// Versions of the backup that passages of it stand on and the library lacks: article, number,
/// whether the number is another version's here, the number of the current one.
const LACKING: &str = "
    SELECT DISTINCT m.new, p.version, l.row IS NOT NULL, a.version
    FROM kept.passage p
    JOIN met m ON m.old = p.article AND NOT m.fresh
    JOIN kept.version k ON k.article = p.article AND k.number = p.version
    JOIN main.article a ON a.row = m.new
    LEFT JOIN main.version l ON l.article = m.new AND l.number = p.version
    WHERE l.hash IS NOT k.hash";

/// Columns that name a version of an article.
const NAMED: &[(&str, &str, &str)] = &[
    ("version", "number", "article = ?1"),
    ("article", "version", "row = ?1"),
    ("passage", "version", "article = ?1"),
    ("place", "version", "article = ?1"),
    ("mark", "version", "article = ?1"),
    ("placement", "version", "article = ?1"),
];

/// The versions that are to come, of articles that are new and of others.
const TO_COME: &str = "
    JOIN met m ON m.old = k.article
    WHERE (m.fresh OR (k.article, k.number) IN (SELECT article, version FROM kept.passage))
      AND NOT EXISTS
          (SELECT 1 FROM main.version v WHERE v.article = m.new AND v.number = k.number)";

/// The documents of those that have come.
const DOCUMENTS: &str = "
    JOIN kept.version o ON o.row = k.version
    JOIN met m ON m.old = o.article
    JOIN main.version v ON v.article = m.new AND v.number = o.number
    WHERE NOT EXISTS (SELECT 1 FROM main.document d WHERE d.version = v.row)";

/// Articles that have come without what they say.
const MUTE: &str = "
    SELECT m.new FROM met m JOIN main.article a ON a.row = m.new
    LEFT JOIN main.version v ON v.article = a.row AND v.number = a.version
    LEFT JOIN main.document d ON d.version = v.row
    WHERE m.fresh AND d.version IS NULL LIMIT 1";

impl Writing<'_> {
    /// The versions that passages of the backup stand on, and all of articles that are new.
    pub(super) fn bring_versions(&self) -> Result<(), Error> {
        let mut lacking: BTreeMap<i64, (u32, Vec<(u32, bool)>)> = BTreeMap::new();
        let found: Vec<(i64, u32, bool, u32)> = self
            .db()
            .prepare(LACKING)
            .and_then(|mut s| {
                s.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
                    .collect()
            })
            .map_err(self.store.fault())?;
        for (row, number, taken, current) in found {
            let article = lacking.entry(row).or_insert((current, Vec::new()));
            article.1.push((number, taken));
        }
        for (row, (current, lacking)) in lacking {
            for (from, to) in moves(current, &lacking) {
                self.renumber(row, from, to)?;
            }
        }
        self.carry(
            "version",
            &[("row", ""), ("article", "m.new")],
            TO_COME,
            &[],
        )?;
        self.carry(
            "document",
            &[("version", "v.row"), ("came", "0")],
            DOCUMENTS,
            &[],
        )?;
        if self.rows(MUTE)?.is_empty() {
            return Ok(());
        }
        let why = String::from("an article without its text");
        Err(Error::Damaged(self.store.path.clone(), why))
    }

    fn renumber(&self, row: i64, from: u32, to: u32) -> Result<(), Error> {
        for (table, column, whose) in NAMED {
            let sql =
                format!("UPDATE main.{table} SET {column} = ?3 WHERE {whose} AND {column} = ?2");
            self.db()
                .prepare_cached(&sql)
                .and_then(|mut s| s.execute(params![row, from, to]))
                .map_err(self.store.fault())?;
        }
        Ok(())
    }
}

/// Which versions of an article move where, so that those lacking find their numbers free and
/// the current one stays the last. The versions of a library have no number beyond the current.
fn moves(current: u32, lacking: &[(u32, bool)]) -> Vec<(u32, u32)> {
    let taken = lacking.iter().filter(|(_, taken)| *taken);
    let mut moving: BTreeSet<u32> = taken.map(|(number, _)| *number).collect();
    let last = lacking.iter().map(|(number, _)| *number).max();
    let last = last.unwrap_or(current).max(current);
    if !moving.is_empty() || last > current {
        moving.insert(current);
    }
    moving.into_iter().zip(last + 1..).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_backups_numbers_stand_and_the_current_version_is_the_last() {
        // an old version that was lost finds its number free
        assert_eq!(moves(5, &[(2, false)]), []);
        // another text bears the number
        assert_eq!(moves(1, &[(1, true)]), [(1, 2)]);
        assert_eq!(moves(5, &[(2, true)]), [(2, 6), (5, 7)]);
        // the backup has seen more
        assert_eq!(moves(1, &[(3, false)]), [(1, 4)]);
        assert_eq!(moves(2, &[(1, true), (4, false)]), [(1, 5), (2, 6)]);
    }
}
