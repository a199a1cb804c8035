//! How does a file get new content at once, or not at all?

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

/// A file that comes in the place of another when it is whole.
pub struct Replacement {
    /// Where it is written; the target itself where that is no file but a pipe or a device.
    beside: PathBuf,
    target: PathBuf,
    out: BufWriter<File>,
    done: bool,
}

impl Replacement {
    /// Begins the content of a path.
    pub fn begin(path: &Path) -> io::Result<Self> {
        // a link stays a link
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&target).ok();
        let beside = match &old {
            Some(old) if !old.is_file() => target.clone(),
            _ => named_beside(&target),
        };
        let file = File::create(&beside)?;
        if let Some(old) = old.filter(|_| beside != target) {
            file.set_permissions(old.permissions())?;
        }
        Ok(Self {
            beside,
            target,
            out: BufWriter::new(file),
            done: false,
        })
    }

    /// Puts it in its place, whole on the disk; what says the same as before is left alone.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        if self.beside == self.target {
            self.done = true;
            return Ok(());
        }
        if is_same(&self.beside, &self.target).unwrap_or(false) {
            return Ok(());
        }
        self.out.get_ref().sync_all()?;
        fs::rename(&self.beside, &self.target)?;
        self.done = true;
        Ok(())
    }
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        if !self.done && self.beside != self.target {
            let _ = fs::remove_file(&self.beside);
        }
    }
}

fn named_beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    // names of files end at 255 bytes
    let short: String = name.to_string_lossy().chars().take(40).collect();
    target.with_file_name(format!("{short}.{}.part", std::process::id()))
}

fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    if fs::metadata(one)?.len() != fs::metadata(other)?.len() {
        return Ok(false);
    }
    let bytes = |path| Ok::<_, io::Error>(BufReader::new(File::open(path)?).bytes());
    for (one, other) in bytes(one)?.zip(bytes(other)?) {
        if one? != other? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_changes_wholly_or_not() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("a.csv");
        for (text, whole) in [
            ("one", true),
            ("two", false),
            ("three", true),
            ("three", true),
        ] {
            let before = fs::read_to_string(&path).ok();
            let mut new = Replacement::begin(&path).unwrap();
            new.write_all(text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).ok(), before);
            if whole {
                new.finish().unwrap();
                assert_eq!(fs::read_to_string(&path).unwrap(), text);
            } else {
                drop(new);
                assert_eq!(fs::read_to_string(&path).ok(), before);
            }
            assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_what_is_no_file_stay() {
        let room = tempfile::tempdir().unwrap();
        let (path, file) = (room.path().join("link"), room.path().join("mine"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &path).unwrap();
        let mut new = Replacement::begin(&path).unwrap();
        new.write_all(b"new").unwrap();
        new.finish().unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        let mut device = Replacement::begin(Path::new("/dev/null")).unwrap();
        device.write_all(b"new").unwrap();
        device.finish().unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
