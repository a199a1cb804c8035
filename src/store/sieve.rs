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
    /// Makes a sieve of what is wanted; none if `cancel` was set meanwhile.
    pub(super) fn sieve(
        &self,
        wanted: &Wanted,
        cancel: &AtomicBool,
    ) -> Result<Option<Sieve>, Error> {
        let articles = self.articles(wanted)?;
        let only = wanted.article.as_ref();
        let article = only.and_then(|_| articles.keys().next().copied());
        let mut within = Vec::new();
        for tag in &wanted.all {
            within.push(self.bearing_any(std::slice::from_ref(tag))?);
        }
        if !wanted.any.is_empty() {
            within.push(self.bearing_any(&wanted.any)?);
        }
        let words = fold(&wanted.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        if !words.is_empty() {
            let Some(saying) = self.saying(&words, article, cancel)? else {
                return Ok(None);
            };
            within.push(saying);
        }
        let without = if wanted.untagged {
            self.set("SELECT passage FROM passage_tag", None)?
        } else {
            self.bearing_any(&wanted.none)?
        };
        Ok(Some(Sieve {
            articles,
            article,
            within,
            without,
            state: wanted.state,
        }))
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

    /// The passages whose quote and note hold all of these words; none if `cancel` was set
    /// meanwhile.
    fn saying(
        &self,
        words: &[&str],
        article: Option<i64>,
        cancel: &AtomicBool,
    ) -> Result<Option<Rows>, Error> {
        let sql = match article {
            Some(_) => "SELECT row, words FROM passage WHERE article = ?",
            None => "SELECT row, words FROM passage",
        };
        let mut saying = Rows::default();
        let whole = self.pass(sql, article, cancel, |row| {
            let said = row.get_ref(1)?.as_str()?;
            if words.iter().all(|word| said.contains(word)) {
                saying.insert(row.get(0)?);
            }
            Ok(())
        })?;
        Ok(whole.then_some(saying))
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
    /// The question for a passage's row, that of its article, and whether it is an orphan, in
    /// the order of the index of the first table.
    fn sql(&self, pass: Pass) -> String {
        let (asked, own, order) = match (pass, self.state) {
            (Pass::Place, _) => (
                "l.passage, l.article, l.start IS NULL FROM placement l",
                "l.article",
                "l.article, l.start, l.end DESC",
            ),
            (Pass::Time, None) => (
                "p.row, p.article, 0 FROM passage p",
                "p.article",
                "p.created DESC, p.article DESC, p.row DESC",
            ),
            (Pass::Time, Some(_)) => (
                "p.row, p.article, 0 FROM passage p CROSS JOIN placement l ON l.passage = p.row",
                "p.article",
                "p.created DESC, p.article DESC, p.row DESC",
            ),
        };
        let article = match self.article {
            Some(_) => format!("{own} = ?"),
            None => String::from("1"),
        };
        let state = match self.state {
            None => "1",
            Some(Standing::Placed) => "l.how = 'same'",
            Some(Standing::Moved) => "l.how <> 'same'",
            Some(Standing::Orphan) => "l.how IS NULL",
        };
        format!("SELECT {asked} WHERE {article} AND {state} ORDER BY {order}")
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

    /// How SQLite goes about a question.
    fn plan(store: &Store, sql: &str, given: Option<i64>) -> String {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = store.db.prepare(&sql).unwrap();
        let steps = statement.query_map(params_from_iter(given), |r| r.get(3));
        let steps: Result<Vec<String>, _> = steps.unwrap().collect();
        steps.unwrap().join(", ")
    }

    #[test]
    fn every_order_is_that_of_an_index() {
        let store = Store::scratch().unwrap();
        let orphans = Some(Standing::Orphan);
        for (pass, state, article, steps) in [
            (
                Pass::Place,
                None,
                None,
                "SCAN l USING COVERING INDEX placement_place",
            ),
            (
                Pass::Place,
                orphans,
                None,
                "SCAN l USING COVERING INDEX placement_place",
            ),
            (
                Pass::Place,
                None,
                Some(1),
                "SEARCH l USING COVERING INDEX placement_place (article=?)",
            ),
            (
                Pass::Time,
                None,
                None,
                "SCAN p USING COVERING INDEX passage_created",
            ),
            (
                Pass::Time,
                orphans,
                None,
                "SCAN p USING COVERING INDEX passage_created, \
                 SEARCH l USING INTEGER PRIMARY KEY (rowid=?)",
            ),
        ] {
            let sieve = Sieve {
                articles: ByRow::default(),
                article,
                within: Vec::new(),
                without: Rows::default(),
                state,
            };
            let found = plan(&store, &sieve.sql(pass), article);
            assert_eq!(found, steps, "{pass:?} {state:?} {article:?}");
        }
    }

    #[test]
    fn words_and_tags_are_read_from_indexes_alone() {
        let store = Store::scratch().unwrap();
        for (sql, step) in [
            (
                "SELECT row, words FROM passage",
                "SCAN passage USING COVERING INDEX passage_article",
            ),
            (
                "SELECT tag, passage FROM passage_tag ORDER BY tag, passage",
                "SCAN passage_tag USING COVERING INDEX passage_tag_tag",
            ),
            (
                "SELECT row, source FROM article WHERE removed IS NULL ORDER BY source",
                "SCAN article USING COVERING INDEX article_source",
            ),
        ] {
            assert_eq!(plan(&store, sql, None), step);
        }
    }
}
