//! Which way has the reader come through the articles?

use rusqlite::params;

use super::{Store, Writing};
use crate::{article::ArticleId, error::Error};

/// The way through what was read. Its articles may be removed or deleted meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    /// Articles read before the open one, the last of them last.
    pub back: Vec<ArticleId>,
    /// The open one.
    pub here: Option<ArticleId>,
    /// Articles gone back from, the next of them last.
    pub forward: Vec<ArticleId>,
}

impl Trail {
    /// So many articles are kept each way.
    pub const FAR: usize = 200;
}

impl Writing<'_> {
    /// Keeps the way, as far as [`Trail::FAR`] each way. Nothing to be taken back.
    pub fn set_trail(&self, trail: &Trail) -> Result<(), Error> {
        self.db()
            .prepare_cached("DELETE FROM trail")
            .and_then(|mut s| s.execute([]))
            .map_err(self.store.fault())?;
        let back = (1..).zip(trail.back.iter().rev()).take(Trail::FAR);
        let forward = (1..).zip(trail.forward.iter().rev()).take(Trail::FAR);
        let here = trail.here.iter().map(|id| (0, id));
        for (nth, id) in back.map(|(nth, id)| (-nth, id)).chain(here).chain(forward) {
            self.db()
                .prepare_cached("INSERT INTO trail VALUES (?1, ?2)")
                .and_then(|mut s| s.execute(params![nth, id.as_str()]))
                .map_err(self.store.fault())?;
        }
        Ok(())
    }
}

impl Store {
    /// The way through what was read, as it was kept last.
    pub fn trail(&self) -> Result<Trail, Error> {
        let all: Vec<(i64, ArticleId)> = self
            .db
            .prepare_cached("SELECT nth, article FROM trail ORDER BY nth")
            .and_then(|mut s| {
                s.query_map([], |r| Ok((r.get(0)?, ArticleId::from_stored(r.get(1)?))))?
                    .collect()
            })
            .map_err(self.fault())?;
        let mut trail = Trail::default();
        for (nth, id) in all {
            match nth {
                ..0 => trail.back.push(id),
                0 => trail.here = Some(id),
                1.. => trail.forward.push(id),
            }
        }
        trail.forward.reverse();
        Ok(trail)
    }
}
