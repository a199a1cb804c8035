//! Is this passage wanted?

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicBool, Ordering},
};

use rusqlite::{Row, params_from_iter, types::Value};

use super::{
    Store, list,
    passages::{Standing, Wanted},
};
use crate::{
    error::Error,
    passage::{How, TagId},
    text::fold,
};

/// So many passages pass between two looks at whether an answer is still wanted.
pub(super) const BREATH: usize = 256;

/// What is wanted, as rows.
pub(super) struct Sieve {
    /// The articles, by their rows: how many newer ones there are.
    articles: HashMap<i64, u32>,
    /// The only article, if one is wanted.
    article: Option<i64>,
    /// Passages are in each of these, and not in those.
    within: Vec<HashSet<i64>>,
    without: HashSet<i64>,
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
    pub(super) orphan: bool,
}

/// In which order passages are sifted.
#[derive(Clone, Copy, PartialEq, Eq)]
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
            self.set("SELECT passage FROM passage_tag", Vec::new())?
        } else {
            self.bearing_any(&wanted.none)?
        };
        let articles = self.articles(wanted)?;
        let article = wanted.article.as_ref();
        Ok(Sieve {
            article: article.and_then(|_| articles.keys().next().copied()),
            articles,
            within,
            without,
            state: wanted.state,
            words: fold(&wanted.words)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        })
    }

    /// Every passage that is wanted, in the order of the pass; says whether `cancel` was not
    /// set meanwhile.
    pub(super) fn sift(
        &self,
        sieve: &Sieve,
        pass: Pass,
        cancel: &AtomicBool,
        each: &mut dyn FnMut(Sifted),
    ) -> Result<bool, Error> {
        let mut statement = self
            .db
            .prepare_cached(&sieve.sql(pass))
            .map_err(self.fault())?;
        let mut passing = statement
            .query(params_from_iter(sieve.article))
            .map_err(self.fault())?;
        let mut seen = 0_usize;
        while let Some(row) = passing.next().map_err(self.fault())? {
            if seen.is_multiple_of(BREATH) && cancel.load(Ordering::Relaxed) {
                return Ok(false);
            }
            seen += 1;
            if let Some(one) = sieve.lets(row).map_err(self.fault())? {
                each(one);
            }
        }
        Ok(true)
    }

    /// The passages that bear one of these tags.
    fn bearing_any(&self, tags: &[TagId]) -> Result<HashSet<i64>, Error> {
        let sql = "SELECT b.passage FROM tag t JOIN passage_tag b ON b.tag = t.row WHERE t.id = ?";
        let mut all = HashSet::new();
        for tag in tags {
            all.extend(self.set(sql, vec![tag.as_str().to_owned().into()])?);
        }
        Ok(all)
    }

    fn set(&self, sql: &str, given: Vec<Value>) -> Result<HashSet<i64>, Error> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut s| {
                s.query_map(params_from_iter(given), |r| r.get(0))?
                    .collect()
            })
            .map_err(self.fault())
    }

    /// The articles whose passages are wanted.
    fn articles(&self, wanted: &Wanted) -> Result<HashMap<i64, u32>, Error> {
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
    fn sql(&self, pass: Pass) -> String {
        let words = !self.words.is_empty();
        let (mut from, order) = match pass {
            Pass::Place => (
                String::from("placement l"),
                "l.article, l.start, l.end DESC",
            ),
            Pass::Time => (
                String::from("passage p"),
                "p.created DESC, p.article DESC, p.row DESC",
            ),
        };
        // the order is that of the first table's index
        let mut columns = match pass {
            Pass::Place => String::from("l.passage, l.article"),
            Pass::Time => String::from("p.row, p.article"),
        };
        match pass {
            Pass::Place => columns.push_str(", l.how"),
            Pass::Time if self.state.is_some() => {
                from.push_str(" CROSS JOIN placement l ON l.passage = p.row");
                columns.push_str(", l.how");
            }
            Pass::Time => columns.push_str(", NULL"),
        }
        if words {
            if pass == Pass::Place {
                from.push_str(" CROSS JOIN passage p ON p.row = l.passage");
            }
            columns.push_str(", p.words");
        }
        let table = if pass == Pass::Place { "l" } else { "p" };
        let only = match self.article {
            Some(_) => format!(" WHERE {table}.article = ?"),
            None => String::new(),
        };
        format!("SELECT {columns} FROM {from}{only} ORDER BY {order}")
    }

    fn lets(&self, row: &Row<'_>) -> rusqlite::Result<Option<Sifted>> {
        let (passage, article) = (row.get(0)?, row.get(1)?);
        let Some(newness) = self.articles.get(&article) else {
            return Ok(None);
        };
        if self.without.contains(&passage) || self.within.iter().any(|set| !set.contains(&passage))
        {
            return Ok(None);
        }
        let how = row.get_ref(2)?.as_str_or_null()?;
        let standing = match how {
            None => Standing::Orphan,
            Some(name) if name == How::Same.name() => Standing::Placed,
            Some(_) => Standing::Moved,
        };
        if self.state.is_some_and(|state| state != standing) {
            return Ok(None);
        }
        if !self.words.is_empty() {
            let words = row.get_ref(3)?.as_str()?;
            if !self.words.iter().all(|word| words.contains(word.as_str())) {
                return Ok(None);
            }
        }
        Ok(Some(Sifted {
            row: passage,
            article,
            newness: *newness,
            orphan: standing == Standing::Orphan,
        }))
    }
}
