//! Is the library whole?

use super::Store;
use crate::error::Error;

/// The version of SQLite in this program.
pub fn engine() -> &'static str {
    rusqlite::version()
}

impl Store {
    /// Reads the whole database; the number of its articles, hidden ones apart.
    pub fn check(&self) -> Result<u64, Error> {
        let said: String = self
            .db
            .query_row("PRAGMA quick_check(1)", [], |r| r.get(0))
            .map_err(self.fault())?;
        if said != "ok" {
            return Err(Error::Damaged(self.path.clone(), said));
        }
        let sql = "SELECT count(*) FROM article WHERE removed IS NULL";
        let count: i64 = self
            .db
            .query_row(sql, [], |r| r.get(0))
            .map_err(self.fault())?;
        Ok(count.unsigned_abs())
    }
}
