//! How does a backup lie on the disk?
//!
//! As a zstd file with a checksum that any program unpacks to an SQLite database. Before the
//! database stands a frame that such programs skip: what the backup holds, as JSON, so that a
//! list of backups need not unpack them.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

/// Begins a frame that is skipped (RFC 8878, 3.1.2); its length in bytes follows.
const SKIPPED: [u8; 4] = 0x184D_2A50_u32.to_le_bytes();

/// Begins a packed frame.
const PACKED: [u8; 4] = 0xFD2F_B528_u32.to_le_bytes();

/// No description of what a backup holds is longer, in bytes.
const LONGEST: u32 = 4096;

/// What a backup holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// How many passages.
    pub passages: u32,
    /// How many tags.
    pub tags: u32,
    /// How many articles wholly; of others only whether they were read.
    pub articles: u32,
    /// Whether it is some articles with what hangs on them, and not all that the reader made.
    pub(in crate::store) part: bool,
    /// How far what the reader made had come.
    pub(super) made: Made,
}

/// How far what the reader made has come: equal if nothing was made since.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) nonce: String,
    /// Number of the last change of a passage, a tag, a sheet.
    pub(super) coding: i64,
    /// Number of the last step in the log: of a change, or of its taking back.
    pub(super) log: i64,
    /// How many articles are read.
    pub(super) read: i64,
}

impl Made {
    /// Whether nothing was made yet.
    pub(super) fn is_nothing(&self) -> bool {
        (self.coding, self.log, self.read) == (0, 0, 0)
    }
}

impl Holds {
    /// What a file says that it holds; none where it says nothing.
    pub fn of(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let mut start = [0; 8];
        file.read_exact(&mut start).ok()?;
        let (sign, length) = start.split_at(4);
        let length = u32::from_le_bytes(length.try_into().ok()?);
        if sign != SKIPPED || length > LONGEST {
            return None;
        }
        let mut said = vec![0; length as usize];
        file.read_exact(&mut said).ok()?;
        serde_json::from_slice(&said).ok()
    }
}

/// Packs a database into a new file, which is on the disk then.
pub(super) fn pack(database: &Path, holds: &Holds, to: &Path) -> io::Result<()> {
    let holds = super::super::prepared::json(holds);
    let mut file = File::create_new(to)?;
    file.write_all(&SKIPPED)?;
    file.write_all(&(holds.len() as u32).to_le_bytes())?;
    file.write_all(holds.as_bytes())?;
    let mut packer = zstd::stream::write::Encoder::new(file, zstd::DEFAULT_COMPRESSION_LEVEL)?;
    packer.include_checksum(true)?;
    io::copy(&mut File::open(database)?, &mut packer)?;
    packer.finish()?.sync_all()
}

/// Whether a file begins like a packed one.
pub(in crate::store) fn packed(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut start)?;
    Ok(start == SKIPPED || start == PACKED)
}

/// Unpacks a backup into a new file.
pub(in crate::store) fn unpack(backup: &Path, to: &Path) -> io::Result<()> {
    unpack_into(backup, &mut File::create_new(to)?)
}

/// Whether a backup can be unpacked.
pub(super) fn unpacks(backup: &Path) -> bool {
    unpack_into(backup, &mut io::sink()).is_ok()
}

fn unpack_into(backup: &Path, to: &mut dyn Write) -> io::Result<()> {
    let mut packed = zstd::stream::read::Decoder::new(File::open(backup)?)?;
    io::copy(&mut packed, to).map(|_| ())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_packed_says_what_it_holds_and_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let [from, packed, back] = ["a", "b", "c"].map(|name| dir.path().join(name));
        let bytes = b"any bytes ".repeat(100_000);
        fs::write(&from, &bytes).unwrap();
        let holds = Holds {
            passages: 3,
            ..Holds::default()
        };
        pack(&from, &holds, &packed).unwrap();
        assert_eq!(Holds::of(&packed), Some(holds));
        assert_eq!(Holds::of(&from), None);
        unpack(&packed, &back).unwrap();
        assert_eq!(fs::read(&back).unwrap(), bytes);
    }

    #[test]
    fn a_byte_that_changed_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let [from, packed, back] = ["a", "b", "c"].map(|name| dir.path().join(name));
        fs::write(&from, b"0123456789").unwrap();
        pack(&from, &Holds::default(), &packed).unwrap();
        let mut bytes = fs::read(&packed).unwrap();
        let last = bytes.len() - 8;
        bytes[last] ^= 1;
        fs::write(&packed, bytes).unwrap();
        assert!(unpack(&packed, &back).is_err());
    }
}
