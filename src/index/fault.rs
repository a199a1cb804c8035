//! What does trouble with the index mean?

use std::{io, path::Path};

use tantivy::{
    TantivyError,
    directory::error::{LockError, OpenReadError, OpenWriteError},
};

use crate::error::Error;

/// What an error of tantivy means, for an index in a directory.
pub(super) fn fault(directory: &Path) -> impl Fn(TantivyError) -> Error + '_ {
    move |error| match &error {
        TantivyError::LockFailure(LockError::LockBusy, _) => {
            Error::Locked(directory.parent().unwrap_or(directory).to_owned())
        }
        TantivyError::IoError(said)
        | TantivyError::LockFailure(LockError::IoError(said), _)
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: said, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error: said, .. }) => {
            system(directory, said)
        }
        // what a thread of tantivy says of a full disk
        TantivyError::ErrorInThread(said) if said.contains("StorageFull") => {
            Error::DiskFull(directory.to_owned())
        }
        _ => Error::Index(directory.to_owned(), error.to_string()),
    }
}

/// What an error of the system means.
pub(super) fn system(directory: &Path, said: &io::Error) -> Error {
    let directory = directory.to_owned();
    match said.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull(directory),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
            Error::ReadOnly(directory)
        }
        _ => Error::Index(directory, said.to_string()),
    }
}
