//! What is kept apart from the library, since when, and which of it goes again?
//!
//! A backup holds what the reader made, and the articles and versions that this stands on
//! ([`collect`]), as one packed file ([`pack`]) in `backups` beside the library, named by the
//! moment and the occasion. It is read in one transaction that lets others write, and is
//! there wholly or not at all. One program at a time works in the directory: who holds its
//! lock also removes what another left that was ended.

mod claim;
mod collect;
mod pack;

pub(super) use claim::{Claim, Part};
pub(super) use collect::{SIGN, signs};
pub use pack::Holds;
pub(super) use pack::{packed, unpack};

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, fmt::strtime, tz::TimeZone};

use super::{Store, Writing, open::system};
use crate::{article::ArticleId, error::Error};
use collect::{Extent, collect};

/// The directory of backups in that of the library.
const DIR: &str = "backups";

/// What a backup's name ends with.
const SUFFIX: &str = ".db.zst";

/// So many of each occasion stay.
const KEPT: usize = 7;

/// Milliseconds after which what was made is kept again.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A day has passed.
    Day,
    /// The library was to be brought to a newer form.
    Form,
    /// Articles were to be deleted: it holds these and what hangs on them, whole.
    Purge,
    /// A backup was to be brought back.
    Restore,
}

impl Occasion {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Day, Self::Form, Self::Purge, Self::Restore];

    /// The name in that of the file, and in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Form => "form",
            Self::Purge => "purge",
            Self::Restore => "restore",
        }
    }
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made, by its name: milliseconds since 1970 in Greenwich.
    pub made: i64,
    /// Why.
    pub occasion: Occasion,
    /// The size of the file in bytes.
    pub bytes: u64,
    /// What it holds; none where that cannot be read.
    pub holds: Option<Holds>,
}

impl Backup {
    /// The name of its file, without what all end with.
    pub fn name(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str());
        name.and_then(|name| name.strip_suffix(SUFFIX))
            .unwrap_or_default()
    }

    /// Reads it whole; whether what was packed comes out again.
    pub fn is_whole(&self) -> bool {
        self.holds.is_some() && pack::unpacks(&self.path)
    }
}

/// The backups of a library's directory, the newest first.
pub fn backups(library: &Path) -> Result<Vec<Backup>, Error> {
    let shelf = shelf(&library.join(DIR))?;
    let read = shelf
        .into_iter()
        .rev()
        .filter_map(|(made, occasion, path)| {
            let bytes = path.metadata().ok()?.len();
            Some(Backup {
                holds: Holds::of(&path),
                path,
                made,
                occasion,
                bytes,
            })
        });
    Ok(read.collect())
}

/// Moment, occasion and file of each backup, the oldest first.
fn shelf(dir: &Path) -> Result<Vec<(i64, Occasion, PathBuf)>, Error> {
    let mut shelf: Vec<_> = files(dir)?
        .into_iter()
        .filter_map(|path| {
            let (made, occasion) = read_name(path.file_name()?.to_str()?)?;
            Some((made, occasion, path))
        })
        .collect();
    shelf.sort_by_key(|(made, ..)| *made);
    Ok(shelf)
}

fn files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = match fs::read_dir(dir) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|e| system(dir, e))?,
    };
    let paths = entries.map(|entry| entry.map(|e| e.path()));
    paths.collect::<io::Result<_>>().map_err(|e| system(dir, e))
}

/// A moment in milliseconds, as files are named by it.
pub(super) fn stamp(moment: i64) -> String {
    let moment = Timestamp::from_millisecond(moment).unwrap_or_default();
    moment.strftime("%Y%m%dT%H%M%S%3fZ").to_string()
}

fn read_name(name: &str) -> Option<(i64, Occasion)> {
    let (stamp, occasion) = name.strip_suffix(SUFFIX)?.split_once('-')?;
    let (second, milli) = stamp.strip_suffix('Z')?.split_at_checked(15)?;
    let second = strtime::parse("%Y%m%dT%H%M%S", second).ok()?;
    let second = second.to_datetime().ok()?.to_zoned(TimeZone::UTC).ok()?;
    let milli: u16 = milli.parse().ok().filter(|_| milli.len() == 3)?;
    let occasion = Occasion::ALL.into_iter().find(|o| o.name() == occasion)?;
    Some((
        second.timestamp().as_millisecond() + i64::from(milli),
        occasion,
    ))
}

impl Store {
    /// Keeps what the reader made, if a day has passed since the last time and something was
    /// made since; the new backup's file. None too while another program is about it.
    pub fn backup_daily(&self) -> Result<Option<PathBuf>, Error> {
        let now = Timestamp::now().as_millisecond();
        let Some(claim) = Claim::now(self.dir())? else {
            return Ok(None);
        };
        let shelf = shelf(&claim.dir)?;
        // a clock that has been wrong leaves names out of the future
        let last = shelf
            .iter()
            .rfind(|(made, occasion, _)| *occasion == Occasion::Day && *made <= now);
        let held = match last {
            Some((made, ..)) if now - made < DAY => return Ok(None),
            Some((.., path)) => Holds::of(path),
            None => Some(Holds::default()),
        };
        let made = self.made()?;
        if held.is_some_and(|held| held.made == made || last.is_none() && made.is_nothing()) {
            return Ok(None);
        }
        self.backup(&claim, Occasion::Day, Extent::Made).map(Some)
    }

    /// Keeps what the reader made, whatever was kept before.
    pub(super) fn backup_made(&self, claim: &Claim, occasion: Occasion) -> Result<PathBuf, Error> {
        self.backup(claim, occasion, Extent::Made)
    }

    fn backup(
        &self,
        claim: &Claim,
        occasion: Occasion,
        extent: Extent<'_>,
    ) -> Result<PathBuf, Error> {
        let now = Timestamp::now().as_millisecond();
        let name = format!("{}-{}", stamp(now), occasion.name());
        let path = claim.dir.join(name.clone() + SUFFIX);
        let part = claim.part(&name);
        let holds = collect(self, &part.0, extent)?;
        let packing = claim.part(&(name + SUFFIX));
        pack::pack(&part.0, &holds, &packing.0)
            .and_then(|()| fs::rename(&packing.0, &path))
            .and_then(|()| File::open(&claim.dir)?.sync_all())
            .map_err(|e| system(&path, e))?;
        prune(&claim.dir, occasion, now)?;
        Ok(path)
    }

    /// The directory of the library.
    pub(super) fn dir(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

impl Writing<'_> {
    /// Keeps articles with all that hangs on them.
    pub(super) fn backup_purged(&self, ids: &[ArticleId]) -> Result<PathBuf, Error> {
        let claim = Claim::wait(self.store.dir())?;
        self.store
            .backup(&claim, Occasion::Purge, Extent::Articles(ids))
    }
}

/// Of the backups of one occasion the newest stay; those whose names are out of the future go
/// before the others.
fn prune(dir: &Path, occasion: Occasion, now: i64) -> Result<(), Error> {
    let mut own = shelf(dir)?;
    own.retain(|(_, of, _)| *of == occasion);
    own.sort_by_key(|(made, ..)| (*made <= now, *made));
    let many = own.len().saturating_sub(KEPT);
    for (.., path) in own.drain(..many) {
        fs::remove_file(&path).map_err(|e| system(&path, e))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_why() {
        let moment = 1_763_764_731_042;
        let name = format!("{}-form{SUFFIX}", stamp(moment));
        assert_eq!(name, "20251121T223851042Z-form.db.zst");
        assert_eq!(read_name(&name), Some((moment, Occasion::Form)));
        for other in [
            "20251121T223851042Z-form.db.zst.part",
            "20251121T223851042Z-week.db.zst",
            "20251321T223851042Z-day.db.zst",
            "20251121T2238510421Z-day.db.zst",
            "قديم-day.db.zst",
        ] {
            assert_eq!(read_name(other), None, "{other}");
        }
    }

    #[test]
    fn the_last_seven_of_an_occasion_stay_and_the_future_goes_first() {
        let dir = tempfile::tempdir().unwrap();
        let put = |moment: i64, occasion: Occasion| {
            let name = format!("{}-{}{SUFFIX}", stamp(moment), occasion.name());
            fs::write(dir.path().join(name), "").unwrap();
        };
        let now = 1_763_764_731_042;
        (0..8).for_each(|day| put(now - day * DAY, Occasion::Day));
        put(now + 1, Occasion::Day);
        put(now - 100 * DAY, Occasion::Purge);
        prune(dir.path(), Occasion::Day, now).unwrap();
        let left: Vec<i64> = shelf(dir.path())
            .unwrap()
            .into_iter()
            .map(|(made, ..)| (now - made) / DAY)
            .collect();
        assert_eq!(left, [100, 6, 5, 4, 3, 2, 1, 0]);
    }
}
