//! What of a library goes into a backup?
//!
//! A database of the library's own form, whichever that is: tables are copied as they stand,
//! so a library that is about to be brought to a newer form is kept in the one it has. The
//! letter of each table is in [`TABLES`]. What the reader did with each article (read, starred,
//! removed, left at a place) stands apart in the table `sign`, by the article's id, so that
//! it can be kept of a hundred thousand articles without them.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use super::{
    super::{Store, fault::fault, open::uri},
    pack::{Holds, Made},
};
use crate::{article::ArticleId, error::Error};

/// What is to be collected.
#[derive(Clone, Copy)]
pub(super) enum Extent<'a> {
    /// All that the reader made, and what it stands on.
    Made,
    /// These articles, with all their versions and all that hangs on them.
    Articles(&'a [ArticleId]),
}

/// The rows of an article that was taken.
const OF_TAKEN: &str = "article IN taken";

/// Those tags, and what stands above them, that something taken bears.
const BORNE: &str = "row IN (WITH RECURSIVE borne (tag) AS (
       SELECT tag FROM library.article_tag WHERE article IN taken
       UNION SELECT t.tag FROM library.passage_tag t JOIN main.passage p ON p.row = t.passage
       UNION SELECT t.parent FROM library.tag t JOIN borne ON t.row = borne.tag
         WHERE t.parent IS NOT NULL)
     SELECT tag FROM borne)";

/// Each table of a library, which rows of it are kept with all that the reader made, and which
/// with some articles. Those left out are worked out from the others.
const TABLES: &[(&str, &str, &str)] = &[
    ("library", "true", "true"),
    ("article", "row IN taken", "row IN taken"),
    ("identity", OF_TAKEN, OF_TAKEN),
    ("outdone", OF_TAKEN, OF_TAKEN),
    ("said", OF_TAKEN, OF_TAKEN),
    ("version", STANDS, OF_TAKEN),
    ("document", OF_VERSION, OF_VERSION),
    ("hand", "true", OF_TAKEN),
    ("override", "true", OF_TAKEN),
    ("mark", "true", OF_TAKEN),
    ("passage", "true", OF_TAKEN),
    ("tag", "true", BORNE),
    ("passage_tag", OF_PASSAGE, OF_PASSAGE),
    ("article_tag", "true", OF_TAKEN),
    ("sheet", "true", OF_TAKEN),
    ("log", "true", "false"),
    ("bearing", "false", "false"),
    ("place", "false", "false"),
    ("placement", "false", "false"),
    ("passage_gone", "false", "false"),
    ("gone", "false", "false"),
    ("sheet_gone", "false", "false"),
    ("bond", "true", OF_BOND),
    ("trail", "true", "false"),
];

/// What is said of an article that was taken and another one.
const OF_BOND: &str =
    "one IN (SELECT id FROM main.article) OR other IN (SELECT id FROM main.article)";

/// The versions on which something stands, and the current ones.
const STANDS: &str = "(article, number) IN (SELECT article, number FROM stands)";
const OF_VERSION: &str = "version IN (SELECT row FROM main.version)";
const OF_PASSAGE: &str = "passage IN (SELECT row FROM main.passage)";

/// The tables of what the reader made with an article, for which the article is kept.
const MADE: &[&str] = &[
    "hand",
    "override",
    "mark",
    "passage",
    "article_tag",
    "sheet",
];

/// The articles of which the reader says that they are related, or not.
const BONDED: &str = "
    INSERT OR IGNORE INTO taken
        SELECT a.row FROM library.bond b JOIN library.article a ON a.id IN (b.one, b.other)";

/// What the reader did with each article.
pub(in crate::store) const SIGN: &str = "CREATE TABLE main.sign (
    id      TEXT PRIMARY KEY,
    read    INTEGER,
    starred INTEGER,
    removed INTEGER,
    version INTEGER,
    offset  INTEGER,
    made    INTEGER
) STRICT, WITHOUT ROWID";

/// Writes into a new file what is to be kept of a library.
pub(super) fn collect(store: &Store, to: &Path, extent: Extent<'_>) -> Result<Holds, Error> {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, ReadOnly};
    let collected = connect(store, to).and_then(|db| copy(&db, extent));
    collected.map_err(|said| match said.sqlite_error_code() {
        // only the new file is written
        Some(DiskFull | ReadOnly | CannotOpen) => fault(to, said),
        _ => fault(&store.path, said),
    })
}

fn connect(store: &Store, to: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(uri(to, "mode=rwc"), flags)?;
    db.busy_timeout(store.patience)?;
    // nobody needs what is half done
    db.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF",
    )?;
    db.execute("ATTACH ?1 AS library", [uri(&store.path, "mode=rw")])?;
    Ok(db)
}

fn copy(db: &Connection, extent: Extent<'_>) -> rusqlite::Result<Holds> {
    // one look at the library, that lasts until all is read
    let transaction = db.unchecked_transaction()?;
    let schema: Vec<(String, String, String)> = db
        .prepare(
            "SELECT type, name, sql FROM library.sqlite_schema \
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid",
        )?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let (tables, others): (Vec<_>, Vec<_>) =
        schema.into_iter().partition(|(kind, ..)| kind == "table");
    let has = |table: &str| tables.iter().any(|(_, name, _)| name == table);
    for (.., sql) in &tables {
        db.execute_batch(sql)?;
    }
    take(db, extent, has)?;
    for (table, made, articles) in TABLES.iter().filter(|(table, ..)| has(table)) {
        let kept = match extent {
            Extent::Made => made,
            Extent::Articles(_) => articles,
        };
        db.execute_batch(&format!(
            "INSERT INTO main.{table} SELECT * FROM library.{table} WHERE {kept}"
        ))?;
    }
    sign(db, extent, has("place"))?;
    // after the rows: triggers would count these again
    for (.., sql) in &others {
        db.execute_batch(sql)?;
    }
    for pragma in ["application_id", "user_version"] {
        let value: i64 = db.query_row(&format!("PRAGMA library.{pragma}"), [], |r| r.get(0))?;
        db.pragma_update(Some("main"), pragma, value)?;
    }
    let holds = holds(db, extent, has("passage"))?;
    transaction.commit()?;
    Ok(holds)
}

/// Which articles are taken, and which of their versions something stands on.
fn take(db: &Connection, extent: Extent<'_>, has: impl Fn(&str) -> bool) -> rusqlite::Result<()> {
    db.execute_batch(
        "CREATE TEMP TABLE taken (row INTEGER PRIMARY KEY);
         CREATE TEMP TABLE stands (article INTEGER, number INTEGER, PRIMARY KEY (article, number))
           WITHOUT ROWID",
    )?;
    match extent {
        Extent::Articles(ids) => {
            let mut take = db.prepare(
                "INSERT OR IGNORE INTO taken SELECT row FROM library.article WHERE id = ?1",
            )?;
            for id in ids {
                take.execute([id.as_str()])?;
            }
        }
        Extent::Made => {
            for table in MADE.iter().filter(|table| has(table)) {
                db.execute_batch(&format!(
                    "INSERT OR IGNORE INTO taken SELECT DISTINCT article FROM library.{table} \
                     WHERE article IS NOT NULL"
                ))?;
            }
            if has("bond") {
                db.execute_batch(BONDED)?;
            }
            db.execute_batch(
                "INSERT INTO stands SELECT row, version FROM library.article WHERE row IN taken",
            )?;
            if has("passage") {
                db.execute_batch(
                    "INSERT OR IGNORE INTO stands SELECT article, version FROM library.passage",
                )?;
            }
        }
    }
    Ok(())
}

fn sign(db: &Connection, extent: Extent<'_>, places: bool) -> rusqlite::Result<()> {
    db.execute_batch(SIGN)?;
    db.execute_batch(&signs("library", places))?;
    if let Extent::Articles(_) = extent {
        db.execute_batch("DELETE FROM main.sign WHERE id NOT IN (SELECT id FROM main.article)")?;
    }
    Ok(())
}

/// Fills the table of signs from the other tables of a database.
pub(in crate::store) fn signs(from: &str, places: bool) -> String {
    let (place, left) = if places {
        let join = format!("LEFT JOIN {from}.place p ON p.article = a.row");
        (join, "p.version, p.offset, p.made")
    } else {
        (
            String::new(),
            "NULL AS version, NULL AS offset, NULL AS made",
        )
    };
    format!(
        "INSERT INTO main.sign SELECT * FROM \
         (SELECT a.id, a.read, a.starred, a.removed, {left} FROM {from}.article a {place}) \
         WHERE coalesce(read, starred, removed, made) IS NOT NULL ORDER BY id"
    )
}

fn holds(db: &Connection, extent: Extent<'_>, coded: bool) -> rusqlite::Result<Holds> {
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM main.{table}");
        db.query_row(&sql, params![], |r| r.get::<_, u32>(0))
    };
    Ok(Holds {
        passages: if coded { count("passage")? } else { 0 },
        tags: if coded { count("tag")? } else { 0 },
        articles: count("article")?,
        part: matches!(extent, Extent::Articles(_)),
        made: made(db, "library.", coded)?,
    })
}

/// How far what the reader made has come.
fn made(db: &Connection, of: &str, coded: bool) -> rusqlite::Result<Made> {
    let (coding, read) = if coded {
        ("coding", "articles - unread")
    } else {
        ("0", "0")
    };
    let sql = format!(
        "SELECT nonce, {coding}, max((SELECT ifnull(max(number), 0) FROM {of}log), \
                                     (SELECT ifnull(max(undone), 0) FROM {of}log)), {read} \
         FROM {of}library"
    );
    db.query_row(&sql, [], |r| {
        Ok(Made {
            nonce: r.get(0)?,
            coding: r.get(1)?,
            log: r.get(2)?,
            read: r.get(3)?,
        })
    })
}

impl Store {
    /// How far what the reader made has come.
    pub(super) fn made(&self) -> Result<Made, Error> {
        made(&self.db, "", true).map_err(self.fault())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_table_of_a_library_is_kept_or_left_out_by_name() {
        let store = Store::scratch().unwrap();
        let names =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        let names: BTreeSet<String> = store
            .db
            .prepare(names)
            .unwrap()
            .query_map([], |r| r.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let known = TABLES.iter().map(|(name, ..)| (*name).to_owned());
        assert_eq!(names, known.collect());
    }
}
