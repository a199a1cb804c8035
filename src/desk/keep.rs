//! What is kept apart from the library, and how does it come back?

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use super::Desk;
use crate::{
    error::Error,
    store::{self, Backup, Restored},
};

impl Desk {
    /// Keeps what the reader made, if a day has passed since the last time and something was
    /// made since; the new backup. Takes up to seconds and lets others write.
    pub fn backup_daily(&mut self) -> Result<Option<PathBuf>, Error> {
        match self.reader()? {
            Some(store) => store.backup_daily(),
            None => Ok(None),
        }
    }

    /// The backups, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>, Error> {
        store::backups(self.library()?)
    }

    /// Brings back a backup, by its number in [`Self::backups`] from 1 on, its name or its
    /// path; or what another library holds, by its path. What is there is put aside whole.
    pub fn restore(&mut self, name: &OsStr) -> Result<Restored, Error> {
        let backup = self.backup_named(name)?;
        (self.reading, self.writing) = (None, None);
        store::restore(self.library()?, &backup)
    }

    /// Whether anything was changed here.
    pub fn has_changed(&self) -> bool {
        self.session.is_some()
    }

    fn backup_named(&self, name: &OsStr) -> Result<PathBuf, Error> {
        let backups = self.backups()?;
        let text = name.to_string_lossy();
        let nth = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let by_number = nth.and_then(|nth| backups.get(nth));
        let by_name = || {
            let named =
                |backup: &&Backup| backup.path.file_name() == Some(name) || backup.name() == text;
            backups.iter().find(named)
        };
        if let Some(backup) = by_number.or_else(by_name) {
            return Ok(backup.path.clone());
        }
        let path = Path::new(name);
        if path.is_file() {
            return Ok(path.to_owned());
        }
        Err(Error::NoSuchBackup(text.into_owned()))
    }
}
