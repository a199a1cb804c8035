//! Which articles come into question at all?

use std::collections::HashSet;

use tantivy::{
    DocId, SegmentReader,
    columnar::{Column, StrColumn},
};

use super::fields;

/// What an article must be like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Only these rows.
    pub only: Option<HashSet<i64>>,
    /// None of these.
    pub without: HashSet<i64>,
    /// Only from this minute since 1970 on; what is undated never is.
    pub from: Option<i64>,
    /// Only before this one.
    pub until: Option<i64>,
    /// Only of these sources.
    pub sources: Option<Vec<String>>,
    /// Of none of these.
    pub not_sources: Vec<String>,
}

impl Sieve {
    /// Whether an article comes into question.
    pub fn admits(&self, row: i64, minutes: Option<i64>, source: Option<&str>) -> bool {
        let is = |own: &String| Some(own.as_str()) == source;
        self.takes(row)
            && self
                .from
                .is_none_or(|from| minutes.is_some_and(|own| own >= from))
            && self
                .until
                .is_none_or(|until| minutes.is_some_and(|own| own < until))
            && self.sources.as_ref().is_none_or(|all| all.iter().any(is))
            && !self.not_sources.iter().any(is)
    }

    /// Whether the article of a row comes into question, as far as its row says.
    pub fn takes(&self, row: i64) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&row)) && !self.without.contains(&row)
    }
}

/// The columns of a segment that say where a record belongs.
pub(super) struct Columns<'a> {
    segment: &'a SegmentReader,
    rows: Column<i64>,
    minutes: Column<i64>,
    sources: Option<StrColumn>,
    /// Numbers of the sources that are wanted, and of those that are not.
    wanted: Option<Vec<u64>>,
    unwanted: Vec<u64>,
    sieve: &'a Sieve,
}

impl<'a> Columns<'a> {
    pub(super) fn of(segment: &'a SegmentReader, sieve: &'a Sieve) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let sources = columns.str(fields::SOURCE)?;
        let numbers = |names: &[String]| -> tantivy::Result<Vec<u64>> {
            let Some(sources) = &sources else {
                return Ok(Vec::new());
            };
            let mut numbers = Vec::with_capacity(names.len());
            for name in names {
                numbers.extend(sources.dictionary().term_ord(name)?);
            }
            Ok(numbers)
        };
        Ok(Self {
            segment,
            rows: columns.i64(fields::ROW)?,
            minutes: columns.i64(fields::MINUTES)?,
            wanted: sieve.sources.as_deref().map(numbers).transpose()?,
            unwanted: numbers(&sieve.not_sources)?,
            sources,
            sieve,
        })
    }

    /// The row of the article that a record is, or belongs to.
    pub(super) fn row(&self, doc: DocId) -> i64 {
        self.rows.first(doc).unwrap_or_default()
    }

    /// The date of an article.
    pub(super) fn minutes(&self, doc: DocId) -> Option<i64> {
        self.minutes.first(doc)
    }

    /// Whether an article is there and passes.
    pub(super) fn pass(&self, doc: DocId) -> bool {
        if self.segment.is_deleted(doc) {
            return false;
        }
        let Sieve { from, until, .. } = self.sieve;
        if from.is_some() || until.is_some() {
            let minutes = self.minutes(doc);
            let held = minutes.is_some_and(|own| {
                from.is_none_or(|from| own >= from) && until.is_none_or(|until| own < until)
            });
            if !held {
                return false;
            }
        }
        if self.wanted.is_some() || !self.unwanted.is_empty() {
            let own = self
                .sources
                .as_ref()
                .and_then(|sources| sources.ords().first(doc));
            let wanted = |wanted: &Vec<u64>| own.is_some_and(|own| wanted.contains(&own));
            if !self.wanted.as_ref().is_none_or(wanted)
                || own.is_some_and(|own| self.unwanted.contains(&own))
            {
                return false;
            }
        }
        // a row is looked up only where it matters
        self.sieve.only.is_none() && self.sieve.without.is_empty()
            || self.sieve.takes(self.row(doc))
    }
}
