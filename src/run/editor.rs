//! How is a text written in the reader's own editor?
//!
//! The text goes into a file of a directory of its own, where nobody else can read it, nor
//! what the editor puts beside it. The file ends with a line feed, as editors want it; the
//! text does not. What was written there is thrown away only when it has been read.

use std::{
    env,
    fs::{self, DirBuilder, File},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    process::{self, Child, Command, ExitStatus},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use crate::error::Error;

/// An editor that runs, and the file in which it writes.
#[derive(Debug)]
pub struct Editor {
    child: Child,
    name: String,
    file: PathBuf,
    /// What the file held.
    given: String,
    /// How long it has to end, once it was told to.
    patience: Option<Instant>,
}

/// Where neither `$VISUAL` nor `$EDITOR` names an editor, the first of these that is there.
const USUAL: [&str; 2] = ["vi", "nano"];

/// An editor that was told to end is waited for no longer.
const MOMENT: Duration = Duration::from_secs(1);

impl Editor {
    /// Starts the editor that the environment names on a text. `lend` gives it the terminal.
    pub fn start(
        text: &str,
        variable: impl Fn(&str) -> Option<String>,
        mut lend: impl FnMut(&mut Command) -> io::Result<()>,
    ) -> Result<Self, Error> {
        let given = if text.is_empty() {
            String::new()
        } else {
            format!("{text}\n")
        };
        let file = write(&given, &variable)?;
        let named = |name| variable(name).filter(|words| !words.trim().is_empty());
        let named = named("VISUAL").or_else(|| named("EDITOR"));
        let commands = named.map_or(USUAL.map(str::to_owned).to_vec(), |named| vec![named]);
        for command in &commands {
            let mut words = command.split_whitespace();
            let mut command = Command::new(words.next().unwrap_or_default());
            command.args(words).arg(&file);
            if let Ok(child) = lend(&mut command).and_then(|()| command.spawn()) {
                let name = command.get_program().to_string_lossy().into_owned();
                return Ok(Self {
                    child,
                    name,
                    file,
                    given,
                    patience: None,
                });
            }
        }
        remove(&file);
        let name = commands[0].split_whitespace().next().unwrap_or_default();
        Err(Error::NoEditor(name.to_owned()))
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Tells it to end.
    pub fn end(&mut self) {
        self.patience.get_or_insert(Instant::now() + MOMENT);
        // it may have ended by itself
        let _ = kill_process(Pid::from_child(&self.child), Signal::TERM);
    }

    /// Whether it was told to end.
    pub fn is_ending(&self) -> bool {
        self.patience.is_some()
    }

    /// Whether it has had a moment to end, and goes on.
    pub fn lingers(&self) -> bool {
        self.patience.is_some_and(|end| Instant::now() >= end)
    }

    /// The text that it left. The file is kept if it was changed and cannot be taken.
    pub fn read(self, status: ExitStatus) -> Result<String, Error> {
        let bytes = fs::read(&self.file).map_err(|error| failed(&self.file, error))?;
        let same = bytes == self.given.as_bytes();
        // one that was told to end has saved what it has saved
        let text = if status.success() || self.is_ending() {
            String::from_utf8(bytes).map_err(|_| Error::NotUtf8(self.file.clone()))
        } else if same {
            Err(Error::EditorFailed(self.name))
        } else {
            Err(Error::EditorLeft(self.name, self.file.clone()))
        };
        if same || text.is_ok() {
            remove(&self.file);
        }
        let text = text?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let text = text.strip_suffix('\n').unwrap_or(text);
        Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
    }
}

/// Writes a text into a new file that is the reader's alone.
fn write(text: &str, variable: impl Fn(&str) -> Option<String>) -> Result<PathBuf, Error> {
    let runtime = variable("XDG_RUNTIME_DIR").map(PathBuf::from);
    let runtime = runtime.filter(|directory| directory.is_absolute());
    let directory = runtime.and_then(|room| new_directory(&room).ok());
    let directory = directory.map_or_else(|| new_directory(&env::temp_dir()), Ok)?;
    let file = directory.join("note.md");
    let mut new = File::options();
    new.write(true).create_new(true).mode(0o600);
    let written = new
        .open(&file)
        .and_then(|mut open| open.write_all(text.as_bytes()));
    written.map_err(|error| {
        remove(&file);
        failed(&file, error)
    })?;
    Ok(file)
}

/// A directory that was not there, and that nobody else can enter.
fn new_directory(room: &Path) -> Result<PathBuf, Error> {
    let mut number = 0;
    loop {
        let path = room.join(format!("hashiya-{}-{number}", process::id()));
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(failed(room, error)),
        }
    }
}

/// Removes a file with its directory, and what the editor put beside it.
fn remove(file: &Path) {
    if let Some(directory) = file.parent() {
        let _ = fs::remove_dir_all(directory);
    }
}

fn failed(path: &Path, error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Error::DiskFull(path.to_owned()),
        _ => Error::System(path.to_owned(), error),
    }
}

#[cfg(test)]
mod tests {
    use std::{os::unix::fs::PermissionsExt, process::Stdio};

    use tempfile::TempDir;

    use super::*;

    /// A room for files, in which a script is the editor.
    fn room(script: &str) -> TempDir {
        let room = tempfile::tempdir().unwrap();
        fs::write(room.path().join("editor"), script).unwrap();
        room
    }

    fn start(room: &TempDir, text: &str) -> Result<Editor, Error> {
        let variable = |name: &str| match name {
            "VISUAL" => Some(" ".to_owned()),
            "EDITOR" => Some(format!("sh  {}", room.path().join("editor").display())),
            "XDG_RUNTIME_DIR" => Some(room.path().to_str().unwrap().to_owned()),
            _ => None,
        };
        Editor::start(text, variable, |command| {
            command.stdin(Stdio::piped()).stdout(Stdio::null());
            Ok(())
        })
    }

    /// What a script makes of a text, and the names of what is left behind.
    fn edited(script: &str, text: &str) -> (Result<String, Error>, Vec<String>) {
        let room = room(script);
        let mut editor = start(&room, text).unwrap();
        let status = editor.child.wait().unwrap();
        let read = editor.read(status);
        (read, left(&room))
    }

    fn left(room: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(room.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != "editor").collect()
    }

    #[test]
    fn what_was_written_comes_back_and_nothing_is_left_behind() {
        let table = [
            (":", "", ""),
            (":", "د\n\n", "د\n\n"),
            ("printf 'س' >> \"$1\"; touch \"$1~\"", "د", "د\nس"),
            ("printf '\\357\\273\\277a\\r\\n' > \"$1\"", "د", "a"),
            ("mv \"$1\" x; cat x > \"$1\"; rm x", "د", "د"),
            (": > \"$1\"", "د", ""),
            ("test \"$(cat \"$1\")\" = د && echo ok > \"$1\"", "د", "ok"),
        ];
        for (script, text, written) in table {
            let (read, left) = edited(&format!("cd \"$(dirname $1)\"; {script}"), text);
            assert_eq!(read.unwrap(), written, "{script}");
            assert!(left.is_empty(), "{script}: {left:?}");
        }
    }

    #[test]
    fn the_file_is_the_readers_alone() {
        let room = room("read line");
        let mut editor = start(&room, "د").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&editor.file), 0o600);
        assert_eq!(mode(editor.file.parent().unwrap()), 0o700);
        assert_eq!(editor.file.file_name().unwrap(), "note.md");
        assert!(editor.ended().is_none());
        let other = start(&room, "ر").unwrap();
        assert_ne!(other.file, editor.file);
        for mut editor in [editor, other] {
            drop(editor.child.stdin.take());
            editor.child.wait().unwrap();
        }
    }

    #[test]
    fn what_was_changed_and_cannot_be_taken_is_kept_and_named() {
        let (read, left) = edited("exit 3", "د");
        assert!(matches!(read, Err(Error::EditorFailed(name)) if name == "sh"));
        assert!(left.is_empty());
        let (read, left) = edited("echo new > \"$1\"; exit 3", "د");
        let Err(Error::EditorLeft(_, file)) = read else {
            panic!("{read:?}");
        };
        assert!(file.ends_with("note.md") && left.len() == 1);
        let (read, left) = edited("printf '\\377' > \"$1\"", "د");
        assert!(matches!(read, Err(Error::NotUtf8(_))));
        assert_eq!(left.len(), 1);
    }

    #[test]
    fn of_an_editor_that_is_told_to_end_what_it_saved_is_taken() {
        let room = room("echo saved > \"$1\"; : > \"$1.there\"; read line");
        let mut editor = start(&room, "د").unwrap();
        while !editor.file.with_extension("md.there").exists() {
            std::thread::yield_now();
        }
        assert!(!editor.is_ending() && !editor.lingers());
        editor.end();
        assert!(editor.is_ending());
        let status = editor.child.wait().unwrap();
        assert!(!status.success());
        assert_eq!(editor.read(status).unwrap(), "saved");
    }

    #[test]
    fn without_an_editor_nothing_is_left_behind_and_its_name_is_told() {
        let room = room("");
        let none = |named: Option<&str>| {
            let variable = |name: &str| match name {
                "EDITOR" => named.map(str::to_owned),
                _ => Some(room.path().to_str().unwrap().to_owned()).filter(|_| name != "VISUAL"),
            };
            Editor::start("د", variable, |command| {
                command.env("PATH", room.path());
                Ok(())
            })
        };
        let name = |started: Result<Editor, Error>| match started {
            Err(Error::NoEditor(name)) => name,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            name(none(Some("hashiya-no-editor -f"))),
            "hashiya-no-editor"
        );
        assert_eq!(name(none(None)), "vi");
        assert!(left(&room).is_empty());
    }
}
