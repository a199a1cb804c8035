//! How does a backup come back?
//!
//! The backup is unpacked beside the others, brought to the newest form and read through
//! before anything is touched. What is there is put aside whole. Then, in one transaction,
//! what the reader made gives way to the backup's ([`carry`], [`word`]); articles that are
//! missing come with it, those that are there keep what they say ([`version`]). A backup of
//! articles that were to be deleted brings these back and takes nothing away. A library that
//! is damaged or not there is made anew elsewhere and then takes its place.

mod carry;
mod version;
mod word;

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};

use super::{
    Access, Store,
    backup::{Claim, Holds, Occasion, Part, SIGN, packed, signs, stamp, unpack},
    fault::fault,
    open::{FILE, beside, system, uri},
};
use crate::error::Error;

/// The directory of what was put aside in that of the library.
const ASIDE: &str = "put-aside";

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where what was there is now; none where nothing was.
    pub aside: Option<PathBuf>,
    /// What came into the library.
    pub brought: Brought,
}

/// What came into a library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// Articles that were not there.
    pub articles: u32,
    /// Passages.
    pub passages: u32,
    /// Tags.
    pub tags: u32,
}

/// Brings a backup, or what another library holds, back into the library of a directory.
pub fn restore(library: &Path, backup: &Path) -> Result<Restored, Error> {
    let packed = packed(backup).map_err(|said| match said.kind() {
        io::ErrorKind::PermissionDenied => Error::Denied(backup.to_owned()),
        _ => system(backup, said),
    })?;
    // an older library is brought forward, which is a claim of its own
    let found = Store::open(library, Access::Change).and_then(|store| {
        store.check()?;
        Ok(store)
    });
    let claim = Claim::wait(library)?;
    let kept = claim.part("kept");
    let ready = if packed {
        unpack(backup, &kept.0).map_err(|said| match system(&kept.0, said) {
            Error::System(_, why) => Error::BadBackup(backup.to_owned(), why.to_string()),
            error => error,
        })
    } else {
        copy(backup, &kept.0)
    };
    ready
        .and_then(|()| make_ready(&kept.0))
        .map_err(|error| of(backup, error))?;
    let whole = !Holds::of(backup).is_some_and(|holds| holds.part);
    let bringing = Bringing {
        library,
        claim: &claim,
        kept: &kept,
    };
    match found {
        // another restore was waited for, which has put this one aside
        Ok(store) if !store.is_there() => Err(Error::Locked(store.path.clone())),
        Ok(store) => bringing.sound(store, whole),
        Err(Error::NoLibrary(_) | Error::Damaged(..)) => bringing.anew(),
        Err(error) => Err(error),
    }
    .map_err(|error| match error {
        // the library was read through
        Error::Damaged(_, why) => Error::BadBackup(backup.to_owned(), why),
        error => error,
    })
}

/// Where a backup is brought.
struct Bringing<'a> {
    library: &'a Path,
    claim: &'a Claim,
    kept: &'a Part,
}

impl Bringing<'_> {
    /// Into a library that is there, after a copy of it; nobody else changes it meanwhile.
    fn sound(&self, mut store: Store, whole: bool) -> Result<Restored, Error> {
        let aside = self.aside()?;
        let copied = self.claim.part("aside");
        store.attach(&self.kept.0)?;
        let brought = store.write(|w| {
            copy(&self.library.join(FILE), &copied.0)?;
            rename(&copied.0, &aside)?;
            if whole {
                w.store.backup_made(self.claim, Occasion::Restore)?;
            }
            w.bring(whole)
        });
        if brought.is_err() {
            let _ = fs::remove_file(&aside);
        }
        Ok(Restored {
            brought: brought?,
            aside: Some(aside),
        })
    }

    /// Into a new library, which takes the place of whatever is left of one.
    fn anew(&self) -> Result<Restored, Error> {
        let new = self.claim.part("new");
        let mut store = Store::make(&new.0)?;
        store.attach(&self.kept.0)?;
        let brought = store.write(|w| w.bring(true))?;
        // the last one out leaves the database alone without its log
        drop(store);
        let path = self.library.join(FILE);
        // the log first: it must never meet the new library
        let left: Vec<_> = ["-wal", "-shm", ""]
            .into_iter()
            .filter(|suffix| beside(&path, suffix).exists())
            .collect();
        let aside = (!left.is_empty()).then(|| self.aside()).transpose()?;
        for (suffix, aside) in left.into_iter().zip(aside.iter().cycle()) {
            rename(&beside(&path, suffix), &beside(aside, suffix))?;
        }
        rename(&new.0, &path)?;
        Ok(Restored { aside, brought })
    }

    /// A name for what is put aside.
    fn aside(&self) -> Result<PathBuf, Error> {
        let dir = self.library.join(ASIDE);
        fs::create_dir_all(&dir).map_err(|e| system(&dir, e))?;
        let now = jiff::Timestamp::now().as_millisecond();
        Ok(dir.join(format!("library-{}.db", stamp(now))))
    }
}

/// Gives a file another name; that it has it is on the disk then.
fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    let dir = to.parent().unwrap_or(Path::new("."));
    fs::rename(from, to)
        .and_then(|()| File::open(dir)?.sync_all())
        .map_err(|e| system(to, e))
}

/// Copies a database, with what its log holds, into a new file, which is on the disk then.
fn copy(database: &Path, to: &Path) -> Result<(), Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(database, flags).map_err(|e| fault(database, e))?;
    db.execute("VACUUM INTO ?1", [uri(to, "mode=rwc")])
        .map_err(|e| match fault(to, e) {
            Error::Damaged(_, why) => Error::Damaged(database.to_owned(), why),
            error => error,
        })?;
    File::open(to)
        .and_then(|file| file.sync_all())
        .map_err(|e| system(to, e))
}

/// Brings what was unpacked to the newest form and reads it through.
fn make_ready(kept: &Path) -> Result<(), Error> {
    let store = Store::open_copy(kept)?;
    store.check()?;
    let has = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sign')";
    let signed: bool = store
        .db
        .query_row(has, [], |r| r.get(0))
        .map_err(store.fault())?;
    if !signed {
        // a whole library
        let fill = format!("{SIGN}; {}", signs("main", true));
        store.db.execute_batch(&fill).map_err(store.fault())?;
    }
    Ok(())
}

/// What is wrong with the file that was unpacked is wrong with the backup.
fn of(backup: &Path, error: Error) -> Error {
    match error {
        Error::Damaged(_, why) => Error::BadBackup(backup.to_owned(), why),
        Error::Newer(_, found, known) => Error::Newer(backup.to_owned(), found, known),
        error => error,
    }
}

impl Store {
    /// From now on the tables of a backup stand beside the library's, as `kept`.
    fn attach(&self, kept: &Path) -> Result<(), Error> {
        self.db
            .execute("ATTACH ?1 AS kept", [uri(kept, "mode=rw")])
            .map(|_| ())
            .map_err(|e| fault(kept, e))
    }
}
