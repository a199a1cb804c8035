//! Has the library changed, and which of the articles that are shown?

use rusqlite::OptionalExtension;

use super::Store;
use crate::error::Error;

/// What the library says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The name of this run of numbers: another one is another library.
    pub nonce: String,
    /// Number of the last change; each change of one article adds one, so who knows how many
    /// were its own knows whether there were others.
    pub change: i64,
    /// Number of the last change of a passage, a tag, what is said of an article as a whole.
    pub coding: i64,
    /// How many articles there are, removed ones apart.
    pub articles: u32,
    /// How many of them are not read yet.
    pub unread: u32,
}

/// What has changed since a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The state now.
    pub state: State,
    /// Those of the rows asked about that are not as they were, or no more.
    pub rows: Vec<i64>,
}

impl Store {
    /// The state now.
    pub fn state(&self) -> Result<State, Error> {
        self.db
            .prepare_cached("SELECT nonce, change, coding, articles, unread FROM library")
            .and_then(|mut s| {
                s.query_row([], |r| {
                    Ok(State {
                        nonce: r.get(0)?,
                        change: r.get(1)?,
                        coding: r.get(2)?,
                        articles: r.get(3)?,
                        unread: r.get(4)?,
                    })
                })
            })
            .map_err(self.fault())
    }

    /// What has changed since a state, and which of these rows; none if nothing has. What is
    /// said about an article changes no row.
    pub fn changes(&self, since: &State, rows: &[i64]) -> Result<Option<Changes>, Error> {
        let state = self.state()?;
        let other = state.nonce != since.nonce;
        let moved = state.change != since.change;
        if !(other || moved || state.coding != since.coding) {
            return Ok(None);
        }
        let mut changed = Vec::new();
        for row in rows {
            if other || moved && self.changed(*row, since.change)? {
                changed.push(*row);
            }
        }
        Ok(Some(Changes {
            state,
            rows: changed,
        }))
    }

    fn changed(&self, row: i64, since: i64) -> Result<bool, Error> {
        let same = self
            .db
            .prepare_cached("SELECT change <= ?2 AND removed IS NULL FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row, since], |r| r.get(0)).optional())
            .map_err(self.fault())?;
        Ok(same != Some(true))
    }
}
