//! Where does the index lie, and are its files as they were written?

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, Serialize};
use tantivy::{
    SegmentMeta,
    directory::{Directory, META_LOCK},
    index::SegmentComponent,
};

use super::fault::{fault, system};
use crate::error::Error;

/// Names of directories begin so; another number is another form of index.
const NAME: &str = "index.v1.";
/// One line: the name of the directory that holds.
const CURRENT: &str = "CURRENT";
/// Who makes an index anew holds it.
const LOCK: &str = "index.lock";
/// The list of an index's parts.
const META: &str = "meta.json";
/// The files that were found whole, and what they were like.
const WHOLE: &str = "whole.json";

/// What a file is like without reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    length: u64,
    written: Option<SystemTime>,
}

/// The directory of the index that holds; none where there is none.
pub(super) fn current(library: &Path) -> Result<Option<PathBuf>, Error> {
    let name = match fs::read_to_string(library.join(CURRENT)) {
        Ok(name) => name,
        Err(said) if said.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(said) => return Err(unusable(library, &said)),
    };
    let name = name.trim_end();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.';
    if !name.starts_with(NAME) || !name.chars().all(plain) {
        return Err(unusable(library, &name));
    }
    Ok(Some(library.join(name)))
}

/// Makes a directory for a new index.
pub(super) fn fresh(library: &Path) -> Result<PathBuf, Error> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_nanos() as u64);
    for number in 0.. {
        let directory = library.join(format!("{NAME}{:x}", now.wrapping_add(number)));
        match fs::create_dir(&directory) {
            Ok(()) => return Ok(directory),
            Err(said) if said.kind() == io::ErrorKind::AlreadyExists => {}
            Err(said) => return Err(system(library, &said)),
        }
    }
    unreachable!("some number is free")
}

/// From now on this directory holds.
pub(super) fn point(library: &Path, directory: &Path) -> Result<(), Error> {
    let name = directory.file_name().unwrap_or_default().to_string_lossy();
    let beside = library.join(format!("{CURRENT}.{}", std::process::id()));
    fs::write(&beside, format!("{name}\n"))
        .and_then(|()| fs::rename(&beside, library.join(CURRENT)))
        .map_err(|said| system(library, &said))
}

/// From now on none holds, if this one did; says whether it did.
pub(super) fn unpoint(directory: &Path) -> bool {
    let Some(library) = directory.parent() else {
        return false;
    };
    let _held = hold(library);
    let held = current(library).is_ok_and(|own| own.as_deref() == Some(directory));
    if held {
        let _ = fs::remove_file(library.join(CURRENT));
    }
    held
}

/// Waits until nobody else makes an index anew, and keeps others from it.
pub(super) fn hold(library: &Path) -> Result<File, Error> {
    File::create(library.join(LOCK))
        .and_then(|file| file.lock().map(|()| file))
        .map_err(|said| system(library, &said))
}

/// Deletes the directories of indexes but for one.
pub(super) fn sweep(library: &Path, but: &Path) {
    let Ok(entries) = fs::read_dir(library) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // whatever its form: another program of another form makes its own anew
        if name.starts_with("index.v") && entry.path() != but {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// What the list of the parts is like; none where it is gone.
pub(super) fn stamp(directory: &Path) -> Option<Stamp> {
    look(&directory.join(META))
}

/// The bytes of all files.
pub(super) fn bytes(directory: &Path) -> u64 {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.metadata().ok())
        .map(|file| file.len())
        .sum()
}

/// The files of an index that were found whole, and what they were like.
pub(super) type Whole = Vec<(String, Stamp)>;

/// Sees that every part of an index is as it was written. What was found whole, and has not
/// been touched since, is not read again.
pub(super) fn verify(index: &tantivy::Index, directory: &Path) -> Result<Whole, Error> {
    let known: Whole = fs::read(directory.join(WHOLE))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    // meanwhile nobody deletes what the list names
    let held = index.directory().acquire_lock(&META_LOCK);
    let _held = held.map_err(|said| fault(directory)(said.into()))?;
    let segments = index.searchable_segment_metas().map_err(fault(directory))?;
    let mut seen = Vec::with_capacity(known.len());
    for part in segments.iter().flat_map(parts) {
        let Some(stamp) = look(&directory.join(&part)) else {
            continue;
        };
        let own = (part.to_string_lossy().into_owned(), stamp);
        if !known.contains(&own) {
            let whole = index.directory().validate_checksum(&part);
            if !whole.map_err(|said| unusable(directory, &said))? {
                return Err(unusable(directory, &own.0));
            }
        }
        seen.push(own);
    }
    if seen != known
        && let Ok(bytes) = serde_json::to_vec(&seen)
    {
        // without it they are read once more
        let beside = directory.join(format!("{WHOLE}.{}", std::process::id()));
        let _ = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, directory.join(WHOLE)));
    }
    Ok(seen)
}

/// Whether nobody has touched these files since.
pub(super) fn untouched(directory: &Path, whole: &Whole) -> bool {
    let same =
        |(name, stamp): &(String, Stamp)| look(&directory.join(name)).as_ref() == Some(stamp);
    whole.iter().all(same)
}

/// The files that a segment may have.
fn parts(segment: &SegmentMeta) -> impl Iterator<Item = PathBuf> + '_ {
    use SegmentComponent::{Delete, FastFields, FieldNorms, Positions, Postings, Store, Terms};
    [
        Postings, Positions, FastFields, FieldNorms, Terms, Store, Delete,
    ]
    .into_iter()
    .map(|component| segment.relative_path(component))
}

fn look(path: &Path) -> Option<Stamp> {
    let file = fs::metadata(path).ok()?;
    Some(Stamp {
        length: file.len(),
        written: file.modified().ok(),
    })
}

fn unusable(place: &Path, why: &dyn std::fmt::Display) -> Error {
    Error::Index(place.to_owned(), why.to_string())
}
