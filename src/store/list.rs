//! Which articles, in which order?
//!
//! Newest first, an unknown date by the day of adding. A list is read page by page from the
//! place where the last one ended, so that no library is too large for it.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, load};
use crate::{
    article::{ArticleId, Date, Meta, Precision},
    error::Error,
};

/// What is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what is not read yet.
    pub unread: bool,
    /// Only what bears this tag of the reader.
    pub tag: Option<String>,
    /// Only this source, as it is written.
    pub source: Option<String>,
    /// Only what is dated in or after this year, month, day or minute.
    pub since: Option<Date>,
    /// Only what is dated in or before it.
    pub until: Option<Date>,
}

/// A place in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    sort: i64,
    pub(super) row: i64,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// Its name.
    pub id: ArticleId,
    /// Its fields as shown.
    pub meta: Meta,
    /// The number of words in its text.
    pub words: u32,
    /// Whether it has been read.
    pub read: bool,
    /// Whether it has a star.
    pub starred: bool,
    /// The name of the document it came from.
    pub origin: Option<String>,
    /// Number of its current version.
    pub version: u32,
}

/// The columns of an entry, of an article named `a`.
macro_rules! columns {
    () => {
        "a.sort, a.row, a.id, a.title, a.author, a.source, a.section, a.url, a.source_id, a.date, \
         a.updated, a.language, a.tags, a.words, a.read IS NOT NULL, a.starred IS NOT NULL, \
         a.origin, a.version"
    };
}
pub(super) use columns;

/// How many they are.
pub(super) const COLUMNS: usize = 18;

pub(super) fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        place: Place {
            sort: row.get(0)?,
            row: row.get(1)?,
        },
        id: ArticleId::from_stored(row.get(2)?),
        meta: load::meta(row, 3)?,
        words: row.get(13)?,
        read: row.get(14)?,
        starred: row.get(15)?,
        origin: row.get(16)?,
        version: row.get(17)?,
    })
}

impl Entry {
    /// The row of the article, by which the reader's list names it.
    pub fn row(&self) -> i64 {
        self.place.row
    }

    /// Its source as it is shown; where none is known, the name of the document it came from,
    /// in parentheses.
    pub fn source(&self) -> Option<String> {
        let origin = || Some(format!("({})", self.origin.as_ref()?));
        self.meta.source.clone().or_else(origin)
    }
}

impl Store {
    /// The entries of these rows, in their order; those that are no more are left out.
    pub fn entries(&self, rows: &[i64]) -> Result<Vec<Entry>, Error> {
        let mut statement = self
            .db
            .prepare_cached(concat!(
                "SELECT ",
                columns!(),
                " FROM article a WHERE a.row = ?1 AND a.removed IS NULL"
            ))
            .map_err(self.fault())?;
        rows.iter()
            .filter_map(|wanted| statement.query_row([wanted], entry).optional().transpose())
            .collect::<Result<_, _>>()
            .map_err(self.fault())
    }

    /// At most `count` entries that follow a place, or the first.
    pub fn list(
        &self,
        filter: &Filter,
        after: Option<Place>,
        count: usize,
    ) -> Result<Vec<Entry>, Error> {
        let tag = filter.tag.as_deref().map(|name| self.tag_named(name));
        let tag = tag.transpose()?;
        let mut sql = String::from(concat!(
            "SELECT ",
            columns!(),
            " FROM article a WHERE a.removed IS NULL AND (a.sort, a.row) < (?1, ?2)"
        ));
        if filter.unread {
            sql.push_str(" AND a.read IS NULL");
        }
        if filter.source.is_some() {
            sql.push_str(" AND a.source = ?3");
        }
        if filter.since.is_some() {
            sql.push_str(" AND a.sort >= ?5 AND a.date >= ?4");
        }
        if filter.until.is_some() {
            sql.push_str(" AND a.date < ?6");
        }
        if tag.is_some() {
            sql.push_str(" AND +a.row IN (SELECT article FROM bearing WHERE tag = ?7)");
        }
        sql.push_str(" ORDER BY a.sort DESC, a.row DESC LIMIT ?8");
        let end = filter.until.map(following);
        let last = match filter.until {
            Some(date) => end_minutes(date).saturating_add(ZONE),
            None => i64::MAX,
        };
        let from = after.unwrap_or(Place {
            sort: last,
            row: i64::MAX,
        });
        self.db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map(
                    params![
                        from.sort,
                        from.row,
                        filter.source,
                        filter.since.map(local),
                        filter.since.map(|d| d.minutes() - ZONE),
                        end,
                        tag,
                        i64::try_from(count).unwrap_or(i64::MAX),
                    ],
                    entry,
                )?
                .collect()
            })
            .map_err(self.fault())
    }
}

/// A moment with a zone stands up to so many minutes away from where its own clock puts it.
pub(super) const ZONE: i64 = 24 * 60;

/// The date as its own clock shows it: as text it stands in the order of time.
pub(super) fn local(date: Date) -> String {
    let mut text = date.to_string();
    if date.precision() == Precision::Minute {
        text.truncate("2025-06-20T17:00".len());
    }
    text
}

/// The first text that comes after every date within this one.
pub(super) fn following(date: Date) -> String {
    // what is finer, or has a zone, only adds to the text: no digit, sign or letter is greater
    local(date) + "~"
}

/// Minutes since 1970 after the last moment of a date, or later.
pub(super) fn end_minutes(date: Date) -> i64 {
    let days = match date.precision() {
        Precision::Year => 366,
        Precision::Month => 31,
        Precision::Day | Precision::Minute => 1,
    };
    date.minutes() + days * 24 * 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_ends_after_all_that_lies_in_it() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let within = |text: &str, until: &str| *text < *following(date(until));
        assert!(within("2018-06-20T23:59+03:00", "2018-06-20"));
        assert!(within("2018-06-30", "2018-06"));
        assert!(within("2018", "2018"));
        assert!(within("2018-06-20T17:00Z", "2018-06-20T17:00+03:00"));
        assert!(!within("2018-06-21", "2018-06-20"));
        assert!(!within("2018-07-01", "2018-06"));
        assert!(!within("2018-06-20T17:01", "2018-06-20T17:00"));
    }
}
