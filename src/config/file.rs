//! Where are the files, and how is one value changed in them?

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use etcetera::base_strategy::{BaseStrategy, Xdg};
use toml_edit::{DocumentMut, Item, TomlError, Value};

use super::{Complaint, Keys, Layout, Possible, Setting, Settings, Terminals, terminals};
use crate::error::Error;

/// The file of the settings: the one given, else `hashiya/config.toml` in the XDG
/// configuration directory; none without a home.
pub fn path(given: Option<&Path>) -> Option<PathBuf> {
    match given.filter(|path| !path.as_os_str().is_empty()) {
        Some(path) => Some(path.to_owned()),
        None => Some(Xdg::new().ok()?.config_dir().join("hashiya/config.toml")),
    }
}

/// The file of the keys, beside that of the settings.
pub fn keys_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("keys.toml")
}

/// The file of the reader's own spellings, beside that of the settings.
pub fn spellings_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("aliases.txt")
}

/// The file of what was chosen for terminals, beside that of the settings.
pub fn terminals_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("terminals.toml")
}

/// What a file of spellings holds; nothing where there is none.
pub fn read_spellings(path: &Path) -> Result<String, Error> {
    Ok(content(path)?.unwrap_or_default())
}

/// The settings of a file; the defaults where there is none, but the layout that the file of
/// the keys names, if it can be read.
pub fn read(path: &Path) -> Result<(Settings, Vec<Complaint>), Error> {
    let toml = content(path)?.unwrap_or_default();
    let keys = read_keys(&keys_beside(path));
    let layout = keys.ok().and_then(|(keys, _)| keys.layout);
    Ok(Settings::read_over(defaults(layout), &toml))
}

fn defaults(layout: Option<Layout>) -> Settings {
    let usual = Settings::default();
    Settings {
        keyboard: layout.unwrap_or(usual.keyboard),
        ..usual
    }
}

/// The keys of a file; none where there is no file.
pub fn read_keys(path: &Path) -> Result<(Keys, Vec<Complaint>), Error> {
    let toml = content(path)?;
    Ok(toml.map_or_else(Default::default, |toml| Keys::read(&toml)))
}

/// What was chosen for terminals; nothing where there is no file.
pub fn read_terminals(path: &Path) -> Result<(Terminals, Vec<Complaint>), Error> {
    let toml = content(path)?;
    Ok(toml.map_or_else(Default::default, |toml| Terminals::parse(&toml)))
}

/// Keeps what was chosen for a terminal, a name of [`super::BIDI`], as [`write()`] does a setting.
pub fn write_terminal(path: &Path, terminal: &str, name: &str) -> Result<(), Error> {
    let mut document = document(path)?;
    if terminals::put(&mut document, terminal, name) {
        replace(path, &document.to_string())?;
    }
    Ok(())
}

/// Sets one value in a file, which need not exist; the rest of it stays as it is. The file
/// is replaced whole or not at all, through links too. A value that does not suit is
/// [`Error::BadValue`], a file that is no TOML [`Error::Unreadable`].
pub fn write(path: &Path, setting: &Setting, value: &str) -> Result<(), Error> {
    let mut settings = Settings::default();
    if !setting.set(&mut settings, value) {
        return Err(Error::BadValue(setting.key, value.to_owned()));
    }
    let mut document = document(path)?;
    let text = setting.value(&settings);
    let mut value = match setting.possible() {
        Possible::Switch => Value::from(text == "on"),
        Possible::Number(..) => text.parse::<i64>().map_or(Value::from(text), Value::from),
        Possible::Names(_) | Possible::Text => Value::from(text),
    };
    match document.get_mut(setting.key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => document[setting.key] = Item::Value(value),
    }
    replace(path, &document.to_string())
}

/// A file to be changed; an empty one where there is none.
fn document(path: &Path) -> Result<DocumentMut, Error> {
    let toml = content(path)?.unwrap_or_default();
    toml.parse().map_err(|broken: TomlError| {
        let name = path.display().to_string();
        let why = broken.message().replace('\n', " ");
        Error::Unreadable { name, why }
    })
}

fn content(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {
            Err(Error::Denied(path.to_owned()))
        }
        Err(e) if e.kind() == io::ErrorKind::IsADirectory => Err(Error::Directory(path.to_owned())),
        Err(e) => Err(Error::System(path.to_owned(), e)),
    }
}

/// Puts a file in the place of another at once.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let directory = target.parent().unwrap_or(Path::new(""));
    let beside = target.with_extension(format!("toml.{}", std::process::id()));
    let put = || {
        fs::create_dir_all(directory)?;
        let mut file = fs::File::create(&beside)?;
        if let Ok(old) = fs::metadata(&target) {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &target)
    };
    put().map_err(|e| {
        let _ = fs::remove_file(&beside);
        match e.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Error::ReadOnly(path.to_owned())
            }
            io::ErrorKind::StorageFull => Error::DiskFull(path.to_owned()),
            _ => Error::System(path.to_owned(), e),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &Path, key: &str, value: &str) -> Result<(), Error> {
        write(path, Setting::named(key).unwrap(), value)
    }

    #[test]
    fn no_file_is_the_defaults_and_the_first_value_makes_one() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("deep/config.toml");
        assert_eq!(read(&path).unwrap(), (Settings::default(), Vec::new()));
        set(&path, "measure", "66").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "measure = 66\n");
        assert_eq!(read(&path).unwrap().0.measure, 66);
    }

    #[test]
    fn a_layout_beside_the_keys_holds_until_the_settings_name_one() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("config.toml");
        fs::write(keys_beside(&path), "layout = 'persian'\n").unwrap();
        assert_eq!(read(&path).unwrap().0.keyboard, Layout::Persian);
        set(&path, "keyboard", "hebrew").unwrap();
        assert_eq!(read(&path).unwrap().0.keyboard, Layout::Hebrew);
    }

    #[test]
    fn one_value_changes_and_all_else_stays_as_it_was() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("config.toml");
        let before = "# what I like\ntheme = 'dark' # at night\n\nmeasure=90\nodd = 1 # kept\n\n[table]\nx = 1\n";
        fs::write(&path, before).unwrap();
        set(&path, "theme", "light").unwrap();
        set(&path, "mouse", "off").unwrap();
        set(&path, "citation", "«{title}»").unwrap();
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "# what I like\ntheme = \"light\" # at night\n\nmeasure=90\nodd = 1 # kept\n\
             mouse = false\ncitation = \"«{title}»\"\n\n[table]\nx = 1\n"
        );
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_written_over_what_cannot_be_read_or_with_what_does_not_suit() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("config.toml");
        fs::write(&path, "theme = = dark\n").unwrap();
        let broken = set(&path, "theme", "light");
        assert!(matches!(broken, Err(Error::Unreadable { .. })));
        let bad = set(&path, "theme", "pink");
        assert!(matches!(bad, Err(Error::BadValue("theme", value)) if value == "pink"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = = dark\n");
    }

    #[test]
    fn what_is_chosen_for_a_terminal_stands_among_what_was_written_by_hand() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("terminals.toml");
        // what was never chosen is not taken back
        write_terminal(&path, "foot(1.13.1)", "auto").unwrap();
        assert!(!path.exists());
        write_terminal(&path, "kitty(0.26.5)", "word").unwrap();
        let written = || fs::read_to_string(&path).unwrap();
        assert_eq!(written(), "\"kitty(0.26.5)\" = \"word\"\n");
        let mine = "# mine\n\"kitty(0.26.5)\" = 'word' # at home\nst = \"tint\"\n";
        fs::write(&path, mine).unwrap();
        write_terminal(&path, "kitty(0.26.5)", "visual").unwrap();
        write_terminal(&path, "odd \"] = \u{1b}", "blank").unwrap();
        write_terminal(&path, "st", "auto").unwrap();
        let (chosen, complaints) = read_terminals(&path).unwrap();
        assert_eq!(complaints, []);
        assert_eq!(chosen.get("odd \"] = \u{1b}"), Some("blank"));
        assert_eq!(chosen.get("st"), Some("auto"));
        let kept = "# mine\n\"kitty(0.26.5)\" = \"visual\" # at home\nst = \"auto\"\n";
        assert!(written().starts_with(kept), "{}", written());
        fs::write(&path, "st = = x\n").unwrap();
        let broken = write_terminal(&path, "st", "visual");
        assert!(matches!(broken, Err(Error::Unreadable { .. })));
        assert_eq!(written(), "st = = x\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let room = tempfile::tempdir().unwrap();
        let (path, file) = (room.path().join("config.toml"), room.path().join("mine"));
        fs::write(&file, "").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        symlink(&file, &path).unwrap();
        set(&path, "dense", "on").unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "dense = true\n");
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
