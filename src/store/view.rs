//! Which articles does the reader's list show, and in which order?
//!
//! The order of a view is the rows of its articles, eight bytes each; what they hold is read
//! window by window ([`Store::entries`]). Every order is made from one pass over an index
//! that is sorted by date; filter words are looked for while it passes, in titles, sources
//! and authors as the fold spells them. Nothing is kept between two questions: a pass is
//! quick enough to be made at each key.

use std::{
    cmp::Reverse,
    sync::atomic::{AtomicBool, Ordering},
};

use rusqlite::{Row, params_from_iter};

use super::{State, Store};
use crate::{
    error::Error,
    passage::{TagId, Work},
    text::fold,
};

/// What the list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Which articles.
    pub shelf: Shelf,
    /// Only this source, as it is written.
    pub source: Option<String>,
    /// Only what bears this tag, as a whole or in a passage.
    pub tag: Option<TagId>,
    /// Only those on which the work is so far.
    pub work: Option<Work>,
    /// Each of these words, parted by white space, is in the title, the source or the author,
    /// however it is spelled.
    pub words: String,
    /// In which order.
    pub sort: Sort,
}

/// A part of the library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// All of it.
    #[default]
    All,
    /// What is not read yet.
    Unread,
    /// What has a star.
    Starred,
}

/// An order of articles. Those that are equal in it stand newest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first, an unknown date by the day of adding.
    #[default]
    Newest,
    /// The reverse of it.
    Oldest,
    /// By the title's letters as folded, quotation marks before them apart.
    Title,
    /// By source, those without one last.
    Source,
    /// Last added first.
    Added,
}

/// The articles of a view in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The library they were read from, or one a little older: what has changed since then
    /// may be missing.
    pub state: State,
    /// Their rows.
    pub rows: Vec<i64>,
}

/// So many articles pass between two looks at whether an answer is still wanted.
const BREATH: usize = 256;

impl Store {
    /// The order of a view; none if `cancel` was set meanwhile.
    pub fn order(&self, view: &View, cancel: &AtomicBool) -> Result<Option<Order>, Error> {
        let state = self.state()?;
        let folded = fold(&view.words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut keys = Vec::new();
        let mut rows = Vec::new();
        let sql = view.sql(!words.is_empty());
        let mut statement = self.db.prepare_cached(&sql).map_err(self.fault())?;
        let mut passing = statement
            .query(params_from_iter(view.given()))
            .map_err(self.fault())?;
        let mut seen = 0_usize;
        while let Some(row) = passing.next().map_err(self.fault())? {
            if seen.is_multiple_of(BREATH) && cancel.load(Ordering::Relaxed) {
                return Ok(None);
            }
            seen += 1;
            if !matches(row, &words).map_err(self.fault())? {
                continue;
            }
            rows.push(row.get(0).map_err(self.fault())?);
            if view.sort.has_key() {
                keys.push(view.sort.key(row).map_err(self.fault())?);
            }
        }
        match view.sort {
            Sort::Newest => {}
            Sort::Oldest => rows.reverse(),
            // rows are numbered as they are added
            Sort::Added => rows.sort_unstable_by_key(|row| Reverse(*row)),
            Sort::Title | Sort::Source => rows = by(keys, &rows),
        }
        Ok(Some(Order { state, rows }))
    }
}

impl View {
    /// The question for rows, newest first, with title, source and author where they matter.
    fn sql(&self, words: bool) -> String {
        let columns = if words || self.sort.has_key() {
            "row, title, source, author"
        } else {
            "row"
        };
        let shelf = match self.shelf {
            Shelf::All => "",
            Shelf::Unread => " AND read IS NULL",
            Shelf::Starred => " AND starred IS NOT NULL",
        };
        let source = if self.source.is_some() {
            " AND source = ?"
        } else {
            ""
        };
        // the sign keeps the rows in the order of their index
        let tag = if self.tag.is_some() {
            " AND +row IN (SELECT b.article FROM tag t JOIN bearing b ON b.tag = t.row \
             WHERE t.id = ?)"
        } else {
            ""
        };
        let work = if self.work.is_some() {
            " AND +row IN (SELECT article FROM sheet WHERE work = ?)"
        } else {
            ""
        };
        format!(
            "SELECT {columns} FROM article WHERE removed IS NULL{shelf}{source}{tag}{work} \
             ORDER BY sort DESC, row DESC"
        )
    }

    /// What stands for the question's marks.
    fn given(&self) -> impl Iterator<Item = &str> {
        let source = self.source.as_deref().into_iter();
        let tag = self.tag.as_ref().map(TagId::as_str);
        source.chain(tag).chain(self.work.map(Work::name))
    }
}

impl Sort {
    fn has_key(self) -> bool {
        matches!(self, Self::Title | Self::Source)
    }

    /// What an article is sorted by; nothing comes last.
    fn key(self, row: &Row<'_>) -> rusqlite::Result<(bool, String)> {
        let column = if self == Self::Title { 1 } else { 2 };
        let text = row.get_ref(column)?.as_str_or_null()?;
        let folded = fold(text.unwrap_or_default());
        let start = folded.find(char::is_alphanumeric).unwrap_or(0);
        Ok((text.is_none(), folded[start..].to_owned()))
    }
}

/// Whether each word is in one of the three columns after the first.
fn matches(row: &Row<'_>, words: &[&str]) -> rusqlite::Result<bool> {
    let mut missing = words.to_vec();
    for column in 1..=3 {
        if missing.is_empty() {
            break;
        }
        if let Some(text) = row.get_ref(column)?.as_str_or_null()? {
            let folded = fold(text);
            missing.retain(|word| !folded.contains(word));
        }
    }
    Ok(missing.is_empty())
}

/// The rows by their keys.
fn by(keys: Vec<(bool, String)>, rows: &[i64]) -> Vec<i64> {
    let mut keyed: Vec<_> = keys.into_iter().zip(rows).collect();
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    keyed.into_iter().map(|(_, row)| *row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How SQLite goes about a view's question.
    fn plan(shelf: Shelf, source: Option<&str>, words: bool) -> String {
        let view = View {
            shelf,
            source: source.map(str::to_owned),
            ..View::default()
        };
        let store = Store::scratch().unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", view.sql(words));
        let mut statement = store.db.prepare(&sql).unwrap();
        let given = params_from_iter(&view.source);
        let steps = statement.query_map(given, |r| r.get(3)).unwrap();
        steps
            .collect::<Result<Vec<String>, _>>()
            .unwrap()
            .join(", ")
    }

    #[test]
    fn no_view_is_sorted_by_the_database_and_words_are_read_from_their_index() {
        for (shelf, source, words, step) in [
            (
                Shelf::All,
                None,
                false,
                "SCAN article USING COVERING INDEX article_order",
            ),
            (
                Shelf::All,
                None,
                true,
                "SCAN article USING COVERING INDEX article_words",
            ),
            (
                Shelf::Unread,
                None,
                false,
                "SCAN article USING INDEX article_unread",
            ),
            (
                Shelf::Starred,
                None,
                true,
                "SCAN article USING INDEX article_starred",
            ),
            (
                Shelf::All,
                Some("a"),
                true,
                "SEARCH article USING INDEX article_source (source=?)",
            ),
        ] {
            assert_eq!(plan(shelf, source, words), step);
        }
    }

    #[test]
    fn a_tag_and_a_state_of_work_are_sets_that_leave_the_order_to_the_index() {
        let view = View {
            tag: Some(TagId::from_stored(String::from("t"))),
            work: Some(Work::Coded),
            ..View::default()
        };
        let store = Store::scratch().unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", view.sql(false));
        let mut statement = store.db.prepare(&sql).unwrap();
        let given = params_from_iter(view.given());
        let steps = statement.query_map(given, |r| r.get(3)).unwrap();
        let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
        assert_eq!(steps[0], "SCAN article USING COVERING INDEX article_order");
        let sorts = |step: &String| step.contains("ORDER BY");
        assert!(!steps.iter().any(sorts), "{steps:?}");
    }
}
