//! How does an article go: hidden with its marks, or for good after a backup?

use std::path::PathBuf;

use rusqlite::{OptionalExtension, params};

use super::{Maker, Store, Writing, fault::damaged, undo::Way};
use crate::{article::ArticleId, error::Error};

impl Writing<'_> {
    /// Hides articles; one change that can be taken back. Returns those that were there.
    pub fn remove(&self, ids: &[ArticleId], maker: &Maker) -> Result<Vec<ArticleId>, Error> {
        let mut gone = Vec::new();
        for id in ids {
            let hidden = self
                .db()
                .prepare_cached(
                    "UPDATE article SET removed = ?2, change = ?3, matter = ?3 \
                     WHERE id = ?1 AND removed IS NULL",
                )
                .and_then(|mut s| s.execute(params![id.as_str(), self.now, self.next_change()]))
                .map_err(self.store.fault())?;
            if hidden > 0 {
                gone.push(id.clone());
            }
        }
        if !gone.is_empty() {
            let ids: Vec<&str> = gone.iter().map(ArticleId::as_str).collect();
            self.note(maker, "remove", &Vec::<&str>::new(), &ids)?;
        }
        Ok(gone)
    }

    /// Shows again what a line of the log, made then, has hidden, or hides it again. Returns
    /// the articles; none if one of them is not as that left it.
    pub(super) fn turn_removal(
        &self,
        way: Way,
        after: &str,
        made: i64,
    ) -> Result<Option<Vec<ArticleId>>, Error> {
        let (from, to) = match way {
            Way::Back => (Some(made), None),
            Way::Forth => (None, Some(made)),
        };
        let ids = removed(after).map_err(|e| damaged(&self.store.path, &e))?;
        for id in &ids {
            let set = self
                .db()
                .prepare_cached(
                    "UPDATE article SET removed = ?3, change = ?4, matter = ?4 \
                     WHERE id = ?1 AND removed IS ?2",
                )
                .and_then(|mut s| s.execute(params![id, from, to, self.next_change()]))
                .map_err(self.store.fault())?;
            if set == 0 {
                return Ok(None);
            }
        }
        Ok(Some(ids.into_iter().map(ArticleId::from_stored).collect()))
    }

    /// Deletes articles with all that hangs on them; nothing brings them back but the backup
    /// made before, whose file it returns.
    pub fn purge(&self, ids: &[ArticleId]) -> Result<PathBuf, Error> {
        let backup = self.backup_purged(ids)?;
        for id in ids {
            self.forget_passages(id)?;
            self.forget_sheet(id)?;
            self.db()
                .prepare_cached("DELETE FROM article WHERE id = ?1")
                .and_then(|mut s| s.execute([id.as_str()]))
                .and_then(|_| {
                    self.db()
                        .prepare_cached("INSERT INTO gone VALUES (?1, ?2)")?
                        .execute(params![self.next_change(), id.as_str()])
                })
                .map_err(self.store.fault())?;
        }
        Ok(backup)
    }
}

impl Writing<'_> {
    /// Notes that the passages of an article are about to be gone.
    fn forget_passages(&self, id: &ArticleId) -> Result<(), Error> {
        let passages: Vec<String> = self
            .db()
            .prepare_cached(
                "SELECT p.id FROM passage p JOIN article a ON a.row = p.article WHERE a.id = ?1",
            )
            .and_then(|mut s| s.query_map([id.as_str()], |r| r.get(0))?.collect())
            .map_err(self.store.fault())?;
        for passage in passages {
            let change = self.next_coding()?;
            self.db()
                .prepare_cached("INSERT INTO passage_gone VALUES (?1, ?2)")
                .and_then(|mut s| s.execute(params![change, passage]))
                .map_err(self.store.fault())?;
        }
        Ok(())
    }

    /// Notes that what is said of an article as a whole is about to be gone.
    fn forget_sheet(&self, id: &ArticleId) -> Result<(), Error> {
        let said = self
            .db()
            .prepare_cached(
                "SELECT 1 FROM sheet s JOIN article a ON a.row = s.article WHERE a.id = ?1",
            )
            .and_then(|mut s| s.exists([id.as_str()]))
            .map_err(self.store.fault())?;
        if said {
            self.end_sheet(self.next_coding()?, id.as_str())?;
        }
        Ok(())
    }

    /// Notes that with this change nothing is said of an article any more.
    pub(super) fn end_sheet(&self, change: i64, id: &str) -> Result<(), Error> {
        self.db()
            .prepare_cached("INSERT INTO sheet_gone VALUES (?1, ?2)")
            .and_then(|mut s| s.execute(params![change, id]))
            .map_err(self.store.fault())?;
        Ok(())
    }
}

/// The articles that a line of the log is about.
pub(super) fn removed(after: &str) -> serde_json::Result<Vec<String>> {
    serde_json::from_str(after)
}

impl Store {
    /// Whether an article is there, but hidden.
    pub fn is_hidden(&self, id: &ArticleId) -> Result<bool, Error> {
        self.db
            .prepare_cached("SELECT removed IS NOT NULL FROM article WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.as_str()], |r| r.get(0)).optional())
            .map(Option::unwrap_or_default)
            .map_err(self.fault())
    }
}
