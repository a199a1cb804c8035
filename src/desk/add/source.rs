//! What documents does a source hold?

use std::{
    ffi::OsStr,
    fmt, fs,
    io::{self, BufRead, BufReader, Cursor, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use super::lines::{Line, Lines};
use crate::{
    desk::SEEDS,
    error::Error,
    import::{Form, Refusal, elements, form, is_utf_16, utf_16_to_8},
    store::Origin,
};

/// One document is at most so large, in bytes.
const LIMIT: u64 = 64 << 20;

/// So many bytes show what form a file has.
const HEAD: u64 = 64 << 10;

/// Where documents come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file or a directory.
    Path(PathBuf),
    /// Standard input.
    Input,
    /// The articles that come with Hashiya.
    Seeds,
    /// An address on the network.
    Address(String),
}

impl Source {
    /// The source that a word of the command line names.
    pub fn named(word: &OsStr) -> Self {
        let text = word.to_string_lossy();
        let scheme = text.split_once("://").map(|(scheme, _)| scheme);
        if word == "-" {
            Self::Input
        } else if scheme.is_some_and(|s| ["http", "https"].contains(&&*s.to_ascii_lowercase())) {
            Self::Address(text.into_owned())
        } else {
            Self::Path(PathBuf::from(word))
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(&path.to_string_lossy()),
            Self::Input => f.write_str("-"),
            Self::Seeds => f.write_str("seeds"),
            Self::Address(address) => f.write_str(address),
        }
    }
}

/// One document as it came.
#[derive(Debug)]
pub struct Document {
    /// The file it is from, as named by the reader.
    pub file: String,
    /// Its line, in an archive of one record a line; its number in another archive.
    pub place: Place,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their form.
    pub form: Form,
    /// Where it came from, for the library.
    pub origin: Origin,
    /// Whether it was met on a walk through a directory: what is no text is passed over.
    pub walked: bool,
}

/// Where in its file a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the file.
    Whole,
    /// On a line, counted from 1.
    Line(u64),
    /// In an array, counted from 1.
    Element(u64),
}

/// What a source yields.
#[derive(Debug)]
pub enum Item {
    /// A document.
    Document(Document),
    /// Something that could not be read: its name and why.
    Failed(String, Error),
    /// The source has no more.
    End,
}

impl Document {
    /// Why there is no article in it.
    pub fn refused(&self, refusal: Refusal) -> Error {
        let name = match self.place {
            Place::Element(number) => format!("{}[{number}]", self.file),
            Place::Whole | Place::Line(_) => self.file.clone(),
        };
        match (refusal, self.place) {
            (refusal, Place::Line(line)) => Error::Record {
                name,
                line,
                why: match refusal {
                    Refusal::Empty => "empty".into(),
                    Refusal::Binary => "binary".into(),
                    Refusal::Unreadable(why) => why,
                },
            },
            (Refusal::Empty, _) => Error::Empty(name),
            (Refusal::Binary, _) => Error::Binary(name),
            (Refusal::Unreadable(why), _) => Error::Unreadable { name, why },
        }
    }
}

/// Hands out what a source holds, as long as it is taken.
pub fn each(source: &Source, take: &mut dyn FnMut(Item) -> ControlFlow<()>) -> ControlFlow<()> {
    match source {
        Source::Path(path) if path.is_dir() => walk(path, take)?,
        Source::Path(path) => file(path, false, take)?,
        Source::Input => {
            let from = From::input();
            stream(io::stdin().lock(), None, &from, take)?;
        }
        Source::Seeds => seeds(take)?,
        Source::Address(address) => {
            take(Item::Failed(
                address.clone(),
                Error::Remote(address.clone()),
            ))?;
        }
    }
    take(Item::End)
}

/// What the documents of one file have in common.
struct From {
    shown: String,
    name: Option<String>,
    file: Option<String>,
    walked: bool,
}

impl From {
    fn input() -> Self {
        Self {
            shown: "-".into(),
            name: None,
            file: None,
            walked: false,
        }
    }

    fn document(&self, place: Place, alone: bool, form: Form, bytes: Vec<u8>) -> Item {
        Item::Document(Document {
            file: self.shown.clone(),
            place,
            bytes,
            form,
            origin: Origin {
                name: self.name.clone(),
                file: self.file.clone(),
                alone,
                asked: alone && !self.walked,
            },
            walked: self.walked,
        })
    }

    fn failed(&self, error: Error) -> Item {
        Item::Failed(self.shown.clone(), error)
    }

    fn broken(&self, said: io::Error) -> Item {
        self.failed(system(Path::new(&self.shown), said))
    }
}

/// The files of a directory, by name, and of those below it. Hidden ones are passed over,
/// and no link to a directory is followed.
fn walk(dir: &Path, take: &mut dyn FnMut(Item) -> ControlFlow<()>) -> ControlFlow<()> {
    let entries = fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(e) => {
            let shown = dir.to_string_lossy().into_owned();
            return take(Item::Failed(shown, system(dir, e)));
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, take)?,
            Ok(kind) if kind.is_symlink() && !path.is_file() => {}
            Ok(kind) if kind.is_file() || kind.is_symlink() => file(&path, true, take)?,
            _ => {}
        }
    }
    ControlFlow::Continue(())
}

fn file(
    path: &Path,
    walked: bool,
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut from = From {
        shown: path.to_string_lossy().into_owned(),
        name: path.file_name().map(|n| n.to_string_lossy().into_owned()),
        file: None,
        walked,
    };
    let opened = fs::File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (about, file) = match opened {
        Ok(opened) => opened,
        Err(e) => return take(from.broken(e)),
    };
    if about.is_file() {
        from.file = fs::canonicalize(path).ok().map(|path| key(&path));
    }
    let size = about.is_file().then_some(about.len());
    stream(BufReader::with_capacity(1 << 18, file), size, &from, take)
}

/// A file's name that no other has, also where it is no text.
fn key(path: &Path) -> String {
    path.to_str().map_or_else(
        || {
            path.as_os_str()
                .as_encoded_bytes()
                .escape_ascii()
                .to_string()
        },
        str::to_owned,
    )
}

fn stream(
    mut stream: impl BufRead,
    size: Option<u64>,
    from: &From,
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut head = Vec::new();
    if let Err(e) = (&mut stream).take(HEAD).read_to_end(&mut head) {
        return take(from.broken(e));
    }
    if packed(&head) {
        return take(from.failed(Error::Packed(from.shown.clone())));
    }
    let form = form(&head, from.name.as_deref());
    // bytes of UTF-16 cannot be cut at line feeds: such an archive is read whole
    let wide = is_utf_16(&head);
    let stream = Cursor::new(head).chain(stream);
    if form == Form::JsonLines && !wide {
        return lines(Lines::new(stream, LIMIT), from, take);
    }
    let mut bytes = Vec::new();
    let read = match size {
        Some(size) if size > LIMIT => Ok(size),
        _ => stream
            .take(LIMIT + 1)
            .read_to_end(&mut bytes)
            .map(|read| read as u64),
    };
    match read {
        Err(e) => take(from.broken(e)),
        Ok(read) if read > LIMIT => take(from.failed(too_large(&from.shown, read))),
        Ok(_) if form == Form::JsonLines => {
            let text = utf_16_to_8(&bytes).unwrap_or_default();
            lines(Lines::new(text.as_bytes(), LIMIT), from, take)
        }
        Ok(_) if form == Form::JsonArray => {
            let text = utf_16_to_8(&bytes);
            array(
                text.as_ref().map_or(&bytes, |text| text.as_bytes()),
                from,
                take,
            )
        }
        Ok(_) => take(from.document(Place::Whole, true, form, bytes)),
    }
}

/// The records of an archive. The first waits until it is known whether it is the only one.
fn lines(
    lines: Lines<impl BufRead>,
    from: &From,
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let record =
        |number, alone, bytes| from.document(Place::Line(number), alone, Form::Json, bytes);
    let mut first = None;
    let mut many = false;
    for line in lines {
        if let Some((number, bytes)) = first.take() {
            many = true;
            take(record(number, false, bytes))?;
        }
        match line {
            Ok(Line::Whole(number, bytes)) if many => take(record(number, false, bytes))?,
            Ok(Line::Whole(number, bytes)) => first = Some((number, bytes)),
            Ok(Line::TooLong(number, length)) => {
                many = true;
                let name = format!("{}:{number}", from.shown);
                take(from.failed(too_large(&name, length)))?;
            }
            Err(e) => return take(from.broken(e)),
        }
    }
    match first {
        Some((number, bytes)) => take(record(number, true, bytes)),
        None => ControlFlow::Continue(()),
    }
}

fn array(
    bytes: &[u8],
    from: &From,
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match elements(bytes) {
        Err(refusal) => {
            let why = match refusal {
                Refusal::Unreadable(why) => why,
                Refusal::Empty | Refusal::Binary => {
                    return take(from.failed(Error::Empty(from.shown.clone())));
                }
            };
            let name = from.shown.clone();
            take(from.failed(Error::Unreadable { name, why }))
        }
        Ok(elements) if elements.is_empty() => take(from.failed(Error::Empty(from.shown.clone()))),
        Ok(elements) => {
            let alone = elements.len() == 1;
            (1..).zip(elements).try_for_each(|(number, element)| {
                let place = Place::Element(number);
                take(from.document(place, alone, Form::Json, element.to_vec()))
            })
        }
    }
}

fn seeds(take: &mut dyn FnMut(Item) -> ControlFlow<()>) -> ControlFlow<()> {
    SEEDS.iter().try_for_each(|(name, text)| {
        let from = From {
            shown: format!("seeds/{name}"),
            name: Some((*name).to_owned()),
            file: Some(format!("hashiya:seeds/{name}")),
            walked: false,
        };
        let bytes = text.as_bytes().to_vec();
        take(from.document(Place::Whole, true, Form::Markdown, bytes))
    })
}

/// Whether the bytes are those of a packed file: gzip, zstd, zip, xz, bzip2.
fn packed(head: &[u8]) -> bool {
    const SIGNS: [&[u8]; 5] = [
        b"\x1f\x8b",
        b"\x28\xb5\x2f\xfd",
        b"PK\x03\x04",
        b"\xfd7zXZ\0",
        b"BZh",
    ];
    SIGNS.iter().any(|sign| head.starts_with(sign))
}

fn too_large(name: &str, bytes: u64) -> Error {
    Error::TooLarge {
        name: name.to_owned(),
        bytes,
        limit: LIMIT,
    }
}

fn system(path: &Path, said: io::Error) -> Error {
    let path = path.to_owned();
    match said.kind() {
        io::ErrorKind::NotFound => Error::Missing(path),
        io::ErrorKind::PermissionDenied => Error::Denied(path),
        _ => Error::System(path, said),
    }
}
