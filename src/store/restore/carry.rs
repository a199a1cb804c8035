//! What of a backup is written into the library, row by row?
//!
//! Rows get new numbers on the way: an article is the one of its id, else the only one of its
//! address or of its source's name for it, else it is new (`met`); a tag the one of its id,
//! else of its name (`tag_met`). What stands in the way of a row of the backup stays; where
//! all is to give way, nothing stands there any more.

use std::collections::HashMap;

use rusqlite::{ToSql, params};

use super::{super::Writing, Brought};
use crate::error::Error;

/// What gives way to a backup of all that the reader made; with a passage go its placements
/// and tags.
const GIVES_WAY: &str = "
    DELETE FROM passage;
    DELETE FROM article_tag;
    DELETE FROM sheet;
    DELETE FROM tag;
    DELETE FROM mark;
    DELETE FROM place;
    DELETE FROM bond;
    DELETE FROM trail;
    DELETE FROM log;";

/// Which article of the library each of the backup's is.
const MET: &str = "
    CREATE TEMP TABLE met (old INTEGER PRIMARY KEY, new INTEGER NOT NULL, fresh INTEGER NOT NULL);
    INSERT INTO met
        SELECT k.row, a.row, false FROM kept.article k JOIN main.article a ON a.id = k.id;
    INSERT OR IGNORE INTO met
        SELECT k.article, min(i.article), false
        FROM kept.identity k JOIN main.identity i ON i.rank = k.rank AND i.hash = k.hash
        WHERE k.rank <= 2 AND i.article NOT IN (SELECT new FROM met)
        GROUP BY k.article HAVING count(DISTINCT i.article) = 1;";

/// The rest of them, which were not there.
const FRESH: &str = "
    INSERT OR IGNORE INTO met
        SELECT k.row, a.row, true FROM kept.article k JOIN main.article a ON a.id = k.id";

/// Which tag of the library each of the backup's is, and the rest of them.
const TAG_MET: &str = "
    CREATE TEMP TABLE tag_met (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO tag_met
        SELECT k.row, t.row FROM kept.tag k JOIN main.tag t ON t.id = k.id;
    INSERT OR IGNORE INTO tag_met
        SELECT k.row, min(t.row) FROM kept.tag k JOIN main.tag t ON t.name = k.name GROUP BY k.row;";
const TAG_FRESH: &str = "
    INSERT OR IGNORE INTO tag_met
        SELECT k.row, t.row FROM kept.tag k JOIN main.tag t ON t.id = k.id";

/// By which id the backup speaks of each article; and where those were left.
const PLACES: &str = "
    CREATE TEMP TABLE signed (row INTEGER PRIMARY KEY, id TEXT NOT NULL);
    INSERT INTO signed SELECT m.new, min(k.id) FROM met m JOIN kept.article k ON k.row = m.old
        GROUP BY m.new;
    INSERT OR IGNORE INTO signed
        SELECT a.row, s.id FROM kept.sign s JOIN main.article a ON a.id = s.id;
    INSERT INTO main.place SELECT n.row, k.version, k.offset, k.made
        FROM signed n JOIN kept.sign k ON k.id = n.id WHERE k.made IS NOT NULL
        ON CONFLICT DO NOTHING";

/// What is said of two articles, by the ids that they have here.
const BONDS: &str = "
    CREATE TEMP TABLE called (old TEXT PRIMARY KEY, new TEXT NOT NULL);
    INSERT INTO called SELECT k.id, a.id
        FROM met m JOIN kept.article k ON k.row = m.old JOIN main.article a ON a.row = m.new;
    INSERT OR IGNORE INTO called SELECT a.id, a.id
        FROM kept.bond b JOIN main.article a ON a.id IN (b.one, b.other);
    INSERT INTO main.bond
        SELECT min(o.new, t.new), max(o.new, t.new), b.related, b.made, b.coder
        FROM kept.bond b JOIN called o ON o.old = b.one JOIN called t ON t.old = b.other
        WHERE o.new <> t.new
        ON CONFLICT DO NOTHING";

/// Which are read, starred and removed.
const SIGNS: &str = "
    UPDATE main.article SET read = s.read, starred = s.starred, removed = s.removed
        FROM (SELECT a.row, k.read, k.starred, k.removed FROM main.article a
              LEFT JOIN signed ON signed.row = a.row LEFT JOIN kept.sign k ON k.id = signed.id) s
        WHERE s.row = article.row
          AND (article.read, article.starred, article.removed)
              IS NOT (s.read, s.starred, s.removed)";

impl Writing<'_> {
    /// What the reader made gives way to what is kept; or, unless it is `whole`, what is
    /// missing of it comes beside what is there.
    pub(super) fn bring(&self, whole: bool) -> Result<Brought, Error> {
        let coding = self.coding_of_all()?;
        if whole {
            self.sql(GIVES_WAY)?;
        }
        self.sql(MET)?;
        let articles = self.bring_articles(whole)?;
        self.bring_versions()?;
        self.bring_words(whole)?;
        let tags = self.bring_tags(whole, coding)?;
        let passages = self.bring_passages(coding)?;
        self.carry("mark", &[("article", "m.new")], OF_MET, &[])?;
        let sheet = [("article", "m.new"), ("change", "?1")];
        self.carry("sheet", &sheet, OF_MET, &[&coding])?;
        self.sql(BONDS)?;
        self.sql(PLACES)?;
        if whole {
            self.sql(SIGNS)?;
            self.carry("log", &[], "WHERE true", &[])?;
            self.carry("trail", &[], "WHERE true", &[])?;
        }
        self.sql("UPDATE main.library SET nonce = lower(hex(randomblob(16)))")?;
        for row in self.rows("SELECT DISTINCT new FROM met JOIN kept.passage ON article = old")? {
            self.place_all(row)?;
        }
        Ok(Brought {
            articles,
            passages,
            tags,
        })
    }

    /// A number for all that comes, after every one that was given here or there.
    fn coding_of_all(&self) -> Result<i64, Error> {
        let next = "UPDATE main.library SET coding = 1 + \
             max(coding, (SELECT coding FROM kept.library)) RETURNING coding";
        self.db()
            .query_row(next, [], |r| r.get(0))
            .map_err(self.store.fault())
    }

    /// Articles that are missing, with what makes them themselves.
    fn bring_articles(&self, whole: bool) -> Result<u32, Error> {
        let change = self.change.get();
        // what was deleted while it was hidden is wanted back to be seen
        let removed = if whole { "k.removed" } else { "NULL" };
        let count = self.carry(
            "article",
            &[
                ("row", ""),
                ("change", "?1 + row_number() OVER (ORDER BY k.row)"),
                ("matter", "?1 + row_number() OVER (ORDER BY k.row)"),
                ("removed", removed),
            ],
            "WHERE k.row NOT IN (SELECT old FROM met)",
            &[&change],
        )?;
        self.change.set(change + i64::from(count));
        self.sql(FRESH)?;
        for table in ["identity", "outdone", "said"] {
            self.carry(table, &[("article", "m.new")], OF_FRESH, &[])?;
        }
        Ok(count)
    }

    /// The codebook.
    fn bring_tags(&self, whole: bool, coding: i64) -> Result<u32, Error> {
        self.sql(TAG_MET)?;
        let letter = if whole { "k.letter" } else { "NULL" };
        let count = self.carry(
            "tag",
            &[
                ("row", ""),
                ("parent", "NULL"),
                ("letter", letter),
                ("passages", "0"),
                ("articles", "0"),
                ("change", "?1"),
            ],
            "WHERE k.row NOT IN (SELECT old FROM tag_met)",
            &[&coding],
        )?;
        self.sql(TAG_FRESH)?;
        self.db()
            .execute(
                "UPDATE main.tag SET parent = p.new FROM kept.tag k JOIN tag_met p ON p.old = k.parent \
                 WHERE k.id = tag.id AND tag.change = ?1",
                [coding],
            )
            .map_err(self.store.fault())?;
        let of_tag = "JOIN met m ON m.old = k.article JOIN tag_met t ON t.old = k.tag WHERE true";
        self.carry(
            "article_tag",
            &[("article", "m.new"), ("tag", "t.new")],
            of_tag,
            &[],
        )?;
        Ok(count)
    }

    /// Passages and their tags.
    fn bring_passages(&self, coding: i64) -> Result<u32, Error> {
        let count = self.carry(
            "passage",
            &[("row", ""), ("article", "m.new"), ("change", "?1")],
            OF_MET,
            &[&coding],
        )?;
        let of_passage = "JOIN kept.passage q ON q.row = k.passage \
             JOIN main.passage p ON p.id = q.id AND p.change = ?1 \
             JOIN tag_met t ON t.old = k.tag WHERE true";
        self.carry(
            "passage_tag",
            &[("passage", "p.row"), ("tag", "t.new")],
            of_passage,
            &[&coding],
        )?;
        Ok(count)
    }

    /// Copies those rows of a table of the backup, `k`, that a clause names, with some columns
    /// exchanged or, for nothing, left out. Says how many.
    pub(super) fn carry(
        &self,
        table: &str,
        exchanged: &[(&str, &str)],
        clause: &str,
        parameters: &[&dyn ToSql],
    ) -> Result<u32, Error> {
        let exchanged: HashMap<&str, &str> = exchanged.iter().copied().collect();
        let (mut columns, mut values) = (Vec::new(), Vec::new());
        for column in self.columns(table)? {
            match exchanged.get(column.as_str()) {
                Some(&"") => continue,
                Some(value) => values.push((*value).to_owned()),
                None => values.push(format!("k.{column}")),
            }
            columns.push(column);
        }
        let (columns, values) = (columns.join(", "), values.join(", "));
        let sql = format!(
            "INSERT INTO main.{table} ({columns}) SELECT {values} FROM kept.{table} k {clause} \
             ON CONFLICT DO NOTHING"
        );
        self.db()
            .execute(&sql, parameters)
            .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
            .map_err(self.store.fault())
    }

    fn columns(&self, table: &str) -> Result<Vec<String>, Error> {
        self.db()
            .prepare_cached("SELECT name FROM pragma_table_info(?1, 'main')")
            .and_then(|mut s| s.query_map([table], |r| r.get(0))?.collect())
            .map_err(self.store.fault())
    }

    pub(super) fn sql(&self, batch: &str) -> Result<(), Error> {
        self.db().execute_batch(batch).map_err(self.store.fault())
    }

    pub(super) fn rows(&self, question: &str) -> Result<Vec<i64>, Error> {
        self.db()
            .prepare(question)
            .and_then(|mut s| s.query_map(params![], |r| r.get(0))?.collect())
            .map_err(self.store.fault())
    }
}

/// The rows of articles that are known, and of those only that are new.
const OF_MET: &str = "JOIN met m ON m.old = k.article WHERE true";
pub(super) const OF_FRESH: &str = "JOIN met m ON m.old = k.article WHERE m.fresh";
