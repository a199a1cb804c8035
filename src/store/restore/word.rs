//! What do articles say once the reader's word about their fields and lines is the backup's?

use std::collections::BTreeSet;

use rusqlite::{Row, params};

use super::{super::Writing, carry::OF_FRESH};
use crate::{article::Field, error::Error, store::edit};

/// The fields that a hand has set.
type Hands = Vec<(Field, Option<String>)>;

/// Articles whose fields a hand has set here or there.
const BY_HAND: &str = "
    SELECT article FROM main.hand WHERE article NOT IN (SELECT new FROM met WHERE fresh)
    UNION SELECT m.new FROM kept.hand JOIN met m ON m.old = article AND NOT m.fresh";

/// The word about lines as it was.
const BEFORE: &str = "
    CREATE TEMP TABLE word AS SELECT article, source, words, kind FROM main.override;
    DELETE FROM main.override";

/// Articles of which another word is said now.
const TOUCHED: &str = "
    CREATE TEMP TABLE touched AS
        SELECT article, source FROM
            (SELECT * FROM word EXCEPT SELECT article, source, words, kind FROM main.override)
        UNION SELECT article, source FROM
            (SELECT article, source, words, kind FROM main.override EXCEPT SELECT * FROM word)";
const OF_TOUCHED: &str = "
    SELECT article FROM touched WHERE article IS NOT NULL
    UNION SELECT row FROM main.article WHERE source IN (SELECT source FROM touched)";

impl Writing<'_> {
    /// Fields set by hand, and what the reader said that lines are; with them the articles
    /// become what they would have become.
    pub(super) fn bring_words(&self, whole: bool) -> Result<(), Error> {
        let mut changed = BTreeSet::new();
        self.carry("hand", &[("article", "m.new")], OF_FRESH, &[])?;
        if whole {
            for row in self.rows(BY_HAND)? {
                if self.bring_hands(row)? {
                    changed.insert(row);
                }
            }
            self.sql(BEFORE)?;
            self.carry(
                "override",
                &[("row", ""), ("article", "m.new")],
                "LEFT JOIN met m ON m.old = k.article WHERE true",
                &[],
            )?;
            self.sql(TOUCHED)?;
            changed.extend(self.rows(OF_TOUCHED)?);
        } else {
            self.carry(
                "override",
                &[("row", ""), ("article", "m.new")],
                OF_FRESH,
                &[],
            )?;
            changed.extend(self.rows("SELECT new FROM met WHERE fresh")?);
        }
        for row in changed {
            self.recast(row, None)?;
        }
        Ok(())
    }

    /// What the pages state beneath stays; says whether anything differs.
    fn bring_hands(&self, row: i64) -> Result<bool, Error> {
        let here = self.hands(
            "SELECT field, value FROM main.hand WHERE article = ?1 ORDER BY 1",
            row,
        )?;
        let kept = self.hands(
            "SELECT field, value FROM kept.hand JOIN met m ON m.old = article \
             WHERE m.new = ?1 GROUP BY field ORDER BY 1",
            row,
        )?;
        if here == kept {
            return Ok(false);
        }
        let stated = self.store.stated(&self.store.held(row)?)?;
        let mut shown = stated.clone();
        self.db()
            .execute("DELETE FROM main.hand WHERE article = ?1", [row])
            .map_err(self.store.fault())?;
        for (field, value) in kept {
            self.db()
                .prepare_cached("INSERT INTO main.hand VALUES (?1, ?2, ?3, ?4)")
                .and_then(|mut s| s.execute(params![row, field.name(), value, field.get(&stated)]))
                .map_err(self.store.fault())?;
            field.set(&mut shown, value);
        }
        self.touch(row)?;
        self.set_meta(row, &shown)?;
        Ok(true)
    }

    fn hands(&self, question: &str, row: i64) -> Result<Hands, Error> {
        let read = |r: &Row<'_>| Ok((edit::field(r.get_ref(0)?.as_str()?)?, r.get(1)?));
        self.db()
            .prepare_cached(question)
            .and_then(|mut s| s.query_map([row], read)?.collect())
            .map_err(self.store.fault())
    }
}
