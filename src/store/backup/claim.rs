//! Who works in the directory of backups?

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use super::{
    super::open::{beside, system},
    DIR, files,
};
use crate::error::Error;

/// What follows the name of a database in those of the files that go with it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// The directory of backups, while no other program works in it.
#[derive(Debug)]
pub(in crate::store) struct Claim {
    pub(super) dir: PathBuf,
    _lock: File,
}

impl Claim {
    /// Once no other program works in it.
    pub(in crate::store) fn wait(library: &Path) -> Result<Self, Error> {
        let (dir, lock) = lockable(library)?;
        lock.lock().map_err(|e| system(&dir, e))?;
        Self::tidied(dir, lock)
    }

    /// None if another program works in it.
    pub(super) fn now(library: &Path) -> Result<Option<Self>, Error> {
        let (dir, lock) = lockable(library)?;
        match lock.try_lock() {
            Ok(()) => Self::tidied(dir, lock).map(Some),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(system(&dir, e)),
        }
    }

    fn tidied(dir: PathBuf, lock: File) -> Result<Self, Error> {
        for path in files(&dir)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if BESIDE
                .iter()
                .any(|end| name.ends_with(&format!(".part{end}")))
            {
                let _ = fs::remove_file(&path);
            }
        }
        Ok(Self { dir, _lock: lock })
    }

    /// A file that is gone when all is done.
    pub(in crate::store) fn part(&self, name: &str) -> Part {
        Part(self.dir.join(format!("{name}.part")))
    }
}

fn lockable(library: &Path) -> Result<(PathBuf, File), Error> {
    let dir = library.join(DIR);
    let lock = fs::create_dir_all(&dir).and_then(|()| File::open(&dir));
    let lock = lock.map_err(|e| system(&dir, e))?;
    Ok((dir, lock))
}

/// A file on the way to something else; gone when this is.
#[derive(Debug)]
pub(in crate::store) struct Part(pub(in crate::store) PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        for suffix in BESIDE {
            // what is left is removed by the next who works here
            let _ = fs::remove_file(beside(&self.0, suffix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_ended_program_left_is_removed_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let library = dir.path().join("a.part");
        let backups = library.join(DIR);
        fs::create_dir_all(&backups).unwrap();
        let kept = ["x-day.db.zst", "my.partial.db", "part"];
        let left = ["x-day.part", "x-day.db.zst.part", "kept.part-wal"];
        for name in kept.iter().chain(&left) {
            fs::write(backups.join(name), "").unwrap();
        }
        let claim = Claim::wait(&library).unwrap();
        assert!(Claim::now(&library).unwrap().is_none());
        drop(claim);
        assert!(Claim::now(&library).unwrap().is_some());
        let mut names = files(&backups).unwrap();
        names.sort();
        assert_eq!(
            names,
            ["my.partial.db", "part", "x-day.db.zst"].map(|n| backups.join(n))
        );
    }
}
