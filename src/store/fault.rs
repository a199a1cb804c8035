//! What does a complaint of SQLite mean for the reader?

use std::{io, path::Path};

use rusqlite::{Error as Sql, ErrorCode, ffi};

use super::Store;
use crate::error::Error;

/// What SQLite said, as one of the kinds a reader can act upon.
pub fn fault(path: &Path, said: Sql) -> Error {
    let path = path.to_owned();
    let Sql::SqliteFailure(code, _) = &said else {
        return match said {
            // what was asked of the database is fixed: an answer of another shape is damage
            Sql::FromSqlConversionFailure(..)
            | Sql::InvalidColumnType(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::QueryReturnedNoRows => Error::Damaged(path, said.to_string()),
            _ => Error::System(path, io::Error::other(said)),
        };
    };
    match (code.code, code.extended_code) {
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Locked(path),
        (ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => {
            Error::ReadOnly(path)
        }
        (ErrorCode::DiskFull, _) => Error::DiskFull(path),
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _)
        | (_, ffi::SQLITE_ERROR | ffi::SQLITE_IOERR_SHORT_READ) => {
            Error::Damaged(path, said.to_string())
        }
        _ => Error::System(path, io::Error::other(said)),
    }
}

/// A stored value that cannot be read back.
pub fn damaged(path: &Path, why: &impl ToString) -> Error {
    Error::Damaged(path.to_owned(), why.to_string())
}

impl Store {
    /// For `map_err`.
    pub(super) fn fault(&self) -> impl Fn(Sql) -> Error {
        |said| fault(&self.path, said)
    }
}
