//! Where do passages stand in the current version of their article?
//!
//! A placement follows from the span as it was marked and from the text alone. Only those in
//! the current version are kept; they are worked out anew wherever an article gets another
//! text, so an orphan comes back with its words.

use std::ops::Range;

use rusqlite::params;

use super::{Store, Writing};
use crate::{
    error::Error,
    passage::{Placement, Selector, place},
};

impl Writing<'_> {
    /// Places all passages of an article, by its row, in its current version.
    pub(super) fn place_all(&self, article: i64) -> Result<(), Error> {
        let spans = self.store.spans("article", article)?;
        if spans.is_empty() {
            return Ok(());
        }
        self.put(article, &spans)?;
        self.next_coding()?;
        Ok(())
    }

    /// Places a passage, by its row, in the current version of its article.
    pub(super) fn place_one(&self, passage: i64) -> Result<(), Error> {
        let spans = self.store.spans("row", passage)?;
        let article = self
            .db()
            .prepare_cached("SELECT article FROM passage WHERE row = ?1")
            .and_then(|mut s| s.query_row([passage], |r| r.get(0)))
            .map_err(self.store.fault())?;
        self.put(article, &spans)
    }

    fn put(&self, article: i64, spans: &[(i64, Selector)]) -> Result<(), Error> {
        let version: u32 = self
            .db()
            .prepare_cached("SELECT version FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([article], |r| r.get(0)))
            .map_err(self.store.fault())?;
        let text = self.store.version_text(article, version)?;
        for (passage, selector) in spans {
            let (range, how) = match place(selector, &text) {
                Placement::At(range, how) => (Some(range), Some(how.name())),
                Placement::Orphan => (None, None),
            };
            let words = range.as_ref().map(|range| slice(&text, range));
            self.db()
                .prepare_cached(
                    "INSERT OR REPLACE INTO placement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )
                .and_then(|mut s| {
                    s.execute(params![
                        passage,
                        article,
                        version,
                        range.as_ref().map(|range| range.start),
                        range.as_ref().map(|range| range.end),
                        how,
                        words.filter(|words| *words != selector.quote),
                    ])
                })
                .map_err(self.store.fault())?;
        }
        Ok(())
    }
}

impl Store {
    /// The spans as they were marked, of the passages with this number in this column.
    fn spans(&self, column: &str, number: i64) -> Result<Vec<(i64, Selector)>, Error> {
        let sql = format!(
            "SELECT row, version, start, end, quote, prefix, suffix FROM passage \
             WHERE {column} = ?1"
        );
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map([number], |r| {
                    Ok((r.get(0)?, super::passage::selector(r, 1)?))
                })?
                .collect()
            })
            .map_err(self.fault())
    }
}

/// The code points of a range of a text.
fn slice<'a>(text: &'a str, range: &Range<u32>) -> &'a str {
    let mut bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = bytes.nth(range.start as usize).unwrap_or(text.len());
    let length = (range.end - range.start) as usize;
    let end = length.checked_sub(1).map_or(Some(start), |n| bytes.nth(n));
    &text[start..end.unwrap_or(text.len())]
}
