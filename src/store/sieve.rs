//! Is this passage wanted?

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Row, params_from_iter, types::Value};

use super::{
    Store, list,
    passages::{Standing, Wanted},
    rows::{ByRow, Rows},
};
use crate::{error::Error, passage::TagId, text::fold};

/// So many rows pass between two looks at whether an answer is still wanted.
const BREATH: usize = 256;

/// What is wanted, as rows.
pub(super) struct Sieve {
    /// The articles: how many newer ones there are.
    articles: ByRow<u32>,
    /// The only article, if one is wanted.
    article: Option<i64>,
    /// Passages are in each of these, and not in those.
    within: Vec<Rows>,
    without: Rows,
    state: Option<Standing>,
    words: Vec<String>,
}

/// A passage that is wanted.
pub(super) struct Sifted {
    pub(super) row: i64,
    /// The row of its article.
    pub(super) article: i64,
    /// How many articles are newer.
    pub(super) newness: u32,
    /// Whether it stands nowhere; not told by time.
    pub(super) orphan: bool,
}

/// In which order passages are sifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// By the rows of their articles, in each by place, longer ones first; orphans first.
    Place,
    /// Last made first.
    Time,
}

impl Store {
    pub(super) fn sieve(&self, wanted: &Wanted) -> Result<Sieve, Error> {
        let mut within = Vec::new();
        for tag in &wanted.all {
            within.push(self.bearing_any(std::slice::from_ref(tag))?);
        }
        if !wanted.any.is_empty() {
            within.push(self.bearing_any(&wanted.any)?);
        }
        let without = if wanted.untagged {
            self.set("SELECT passage FROM passage_tag", None)?
        } else {
            self.bearing_any(&wanted.none)?
        };
        let articles = self.articles(wanted)?;
        let only = wanted.article.as_ref();
        let words = fold(&wanted.words);
        Ok(Sieve {
            article: only.and_then(|_| articles.keys().next().copied()),
            articles,
            within,
            without,
            state: wanted.state,
            words: words.split_whitespace().map(str::to_owned).collect(),
        })
    }

    /// Every passage that is wanted, in the order of the pass; says whether `cancel` was not
    /// set meanwhile.
    pub(super) fn sift(
        &self,
        sieve: &Sieve,
        pass: Pass,
        cancel: &AtomicBool,
        mut each: impl FnMut(Sifted),
    ) -> Result<bool, Error> {
        self.pass(&sieve.sql(pass), sieve.article, cancel, |row| {
            sieve
                .lets(row)
                .map(|wanted| wanted.into_iter().for_each(&mut each))
        })
    }

    /// Each tag that is borne and each passage that bears it, as rows in this order; says
    /// whether `cancel` was not set meanwhile.
    pub(super) fn each_borne(
        &self,
        cancel: &AtomicBool,
        mut each: impl FnMut(i64, i64),
    ) -> Result<bool, Error> {
        let sql = "SELECT tag, passage FROM passage_tag ORDER BY tag, passage";
        self.pass(sql, None, cancel, |row| {
            each(row.get(0)?, row.get(1)?);
            Ok(())
        })
    }

    fn pass(
        &self,
        sql: &str,
        given: Option<i64>,
        cancel: &AtomicBool,
        mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<bool, Error> {
        let mut statement = self.db.prepare_cached(sql).map_err(self.fault())?;
        let mut passing = statement
            .query(params_from_iter(given))
            .map_err(self.fault())?;
        let mut seen = 0_usize;
        while let Some(row) = passing.next().map_err(self.fault())? {
            if seen.is_multiple_of(BREATH) && cancel.load(Ordering::Relaxed) {
                return Ok(false);
            }
            seen += 1;
            each(row).map_err(self.fault())?;
        }
        Ok(true)
    }

    /// The passages that bear one of these tags.
    fn bearing_any(&self, tags: &[TagId]) -> Result<Rows, Error> {
        let sql = "SELECT b.passage FROM tag t JOIN passage_tag b ON b.tag = t.row WHERE t.id = ?";
        let mut all = Rows::default();
        for tag in tags {
            all.extend(self.set(sql, Some(tag.as_str()))?);
        }
        Ok(all)
    }

    fn set(&self, sql: &str, given: Option<&str>) -> Result<Rows, Error> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut s| {
                s.query_map(params_from_iter(given), |r| r.get(0))?
                    .collect()
            })
            .map_err(self.fault())
    }

    /// The articles whose passages are wanted.
    fn articles(&self, wanted: &Wanted) -> Result<ByRow<u32>, Error> {
        let mut sql = String::from("SELECT row FROM article WHERE removed IS NULL");
        let mut given: Vec<Value> = Vec::new();
        if let Some(id) = &wanted.article {
            sql.push_str(" AND id = ?");
            given.push(id.as_str().to_owned().into());
        }
        if let Some(source) = &wanted.source {
            sql.push_str(" AND source = ?");
            given.push(source.clone().into());
        }
        if let Some(since) = wanted.since {
            sql.push_str(" AND sort >= ? AND date >= ?");
            given.push((since.minutes() - list::ZONE).into());
            given.push(list::local(since).into());
        }
        if let Some(until) = wanted.until {
            sql.push_str(" AND sort < ? AND date < ?");
            given.push((list::end_minutes(until) + list::ZONE).into());
            given.push(list::following(until).into());
        }
        sql.push_str(" ORDER BY sort DESC, row DESC");
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map(params_from_iter(given), |r| r.get(0))?
                    .zip(0..)
                    .map(|(row, newness)| Ok((row?, newness)))
                    .collect()
            })
            .map_err(self.fault())
    }
}

impl Sieve {
    /// The question for a passage's row, that of its article, whether it is an orphan, and its
    /// words where they matter; in the order of the index of the first table.
    fn sql(&self, pass: Pass) -> String {
        let words = !self.words.is_empty();
        let (columns, table, other, order) = match pass {
            Pass::Place => (
                "l.passage, l.article, l.start IS NULL",
                "placement l",
                words.then_some("passage p ON p.row = l.passage"),
                "l.article, l.start, l.end DESC",
            ),
            Pass::Time => (
                "p.row, p.article, 0",
                "passage p",
                self.state.map(|_| "placement l ON l.passage = p.row"),
                "p.created DESC, p.article DESC, p.row DESC",
            ),
        };
        let mut sql = format!("SELECT {columns}");
        if words {
            sql.push_str(", p.words");
        }
        sql.push_str(" FROM ");
        sql.push_str(table);
        if let Some(other) = other {
            sql.push_str(" CROSS JOIN ");
            sql.push_str(other);
        }
        sql.push_str(match (self.article, pass) {
            (None, _) => " WHERE 1",
            (Some(_), Pass::Place) => " WHERE l.article = ?",
            (Some(_), Pass::Time) => " WHERE p.article = ?",
        });
        sql.push_str(match self.state {
            None => "",
            Some(Standing::Placed) => " AND l.how = 'same'",
            Some(Standing::Moved) => " AND l.how <> 'same'",
            Some(Standing::Orphan) => " AND l.how IS NULL",
        });
        sql.push_str(" ORDER BY ");
        sql.push_str(order);
        sql
    }

    fn lets(&self, row: &Row<'_>) -> rusqlite::Result<Option<Sifted>> {
        let (passage, article) = (row.get(0)?, row.get(1)?);
        let Some(newness) = self.articles.get(&article) else {
            return Ok(None);
        };
        let out = self.without.contains(&passage);
        if out || self.within.iter().any(|set| !set.contains(&passage)) {
            return Ok(None);
        }
        if !self.words.is_empty() {
            let words = row.get_ref(3)?.as_str()?;
            if !self.words.iter().all(|word| words.contains(word)) {
                return Ok(None);
            }
        }
        Ok(Some(Sifted {
            row: passage,
            article,
            newness: *newness,
            orphan: row.get(2)?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How SQLite goes about a pass.
    fn plan(pass: Pass, state: Option<Standing>, words: &str, article: bool) -> String {
        let store = Store::scratch().unwrap();
        let wanted = Wanted {
            state,
            words: words.to_owned(),
            ..Wanted::default()
        };
        let mut sieve = store.sieve(&wanted).unwrap();
        sieve.article = article.then_some(1);
        let sql = format!("EXPLAIN QUERY PLAN {}", sieve.sql(pass));
        let mut statement = store.db.prepare(&sql).unwrap();
        let given = params_from_iter(sieve.article);
        let steps = statement.query_map(given, |r| r.get(3)).unwrap();
        let steps: Result<Vec<String>, _> = steps.collect();
        steps.unwrap().join(", ")
    }

    #[test]
    fn every_order_is_that_of_an_index() {
        let orphans = Some(Standing::Orphan);
        for (pass, state, words, article, steps) in [
            (
                Pass::Place,
                None,
                "",
                false,
                "SCAN l USING COVERING INDEX placement_place",
            ),
            (
                Pass::Place,
                orphans,
                "",
                false,
                "SCAN l USING COVERING INDEX placement_place",
            ),
            (
                Pass::Place,
                None,
                "",
                true,
                "SEARCH l USING COVERING INDEX placement_place (article=?)",
            ),
            (
                Pass::Place,
                orphans,
                "a",
                false,
                "SCAN l USING COVERING INDEX placement_place, \
                 SEARCH p USING INTEGER PRIMARY KEY (rowid=?)",
            ),
            (
                Pass::Time,
                None,
                "",
                false,
                "SCAN p USING COVERING INDEX passage_created",
            ),
            (
                Pass::Time,
                orphans,
                "",
                false,
                "SCAN p USING COVERING INDEX passage_created, \
                 SEARCH l USING INTEGER PRIMARY KEY (rowid=?)",
            ),
        ] {
            let found = plan(pass, state, words, article);
            assert_eq!(found, steps, "{pass:?} {state:?} {words} {article}");
        }
    }
}
