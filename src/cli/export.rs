//! How do passages leave?

use std::{
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::{
    Call, Stop,
    folder::{Folder, old_text},
    passages::wanted,
    replace::Replacement,
};
use crate::{
    error::Error,
    exchange::{Csv, Json, Markdown},
    store::Wanted,
    words::safe,
};

/// A form, by its name at the command line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Csv { excel: bool },
    Markdown,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let form = form(call, given)?;
    let wanted = wanted(call, given)?;
    let Some(path) = given.get_one::<OsString>("output").map(PathBuf::from) else {
        return print(call, &wanted, form);
    };
    let slash = path.as_os_str().as_encoded_bytes().ends_with(b"/");
    let kept = if form == Form::Markdown && (slash || path.is_dir()) {
        let folder = call
            .desk
            .export(&wanted, |tags, _| Folder::begin(&path, tags));
        folder.map(|folder: Folder| folder.kept)
    } else {
        into_file(call, &wanted, form, &path)
    };
    let kept = kept.map_err(|stop| at(&path, stop))?;
    if kept > 0 {
        let name = path.to_string_lossy();
        let arguments = [("count", u64::from(kept).into()), ("name", (&*name).into())];
        call.tell(&call.words.say("export-kept", &arguments));
    }
    Ok(())
}

fn form(call: &Call<'_>, given: &ArgMatches) -> Result<Form, Stop> {
    let excel = given.get_flag("excel");
    let name = given.get_one::<String>("format").map(String::as_str);
    let form = match name {
        Some("csv") => return Ok(Form::Csv { excel }),
        Some("md") => Form::Markdown,
        _ => Form::Json,
    };
    if excel {
        let other = format!("--format {}", name.unwrap_or_default());
        let arguments = [("argument", "--excel".into()), ("other", (&other).into())];
        return Err(Stop::Usage(call.words.say("usage-conflict", &arguments)));
    }
    Ok(form)
}

fn print(call: &mut Call<'_>, wanted: &Wanted, form: Form) -> Result<(), Stop> {
    let out = Printed {
        shown: call.terminal && form != Form::Json,
        out: &mut *call.out,
    };
    write(&mut call.desk, wanted, form, out, String::new()).map(drop)
}

/// How many parts of an old file stayed as they were changed.
fn into_file(call: &mut Call<'_>, wanted: &Wanted, form: Form, path: &Path) -> Result<u32, Stop> {
    let old = match form {
        Form::Markdown => old_text(path)?,
        Form::Json | Form::Csv { .. } => String::new(),
    };
    let mut file = Replacement::begin(path)?;
    let kept = write(&mut call.desk, wanted, form, &mut file, old)?;
    file.finish()?;
    Ok(kept)
}

fn write(
    desk: &mut crate::desk::Desk,
    wanted: &Wanted,
    form: Form,
    out: impl Write,
    old: String,
) -> Result<u32, Stop> {
    match form {
        Form::Json => {
            desk.export::<_, Stop>(wanted, |tags, nonce| Json::new(out, tags, nonce))?;
        }
        Form::Csv { excel } => {
            desk.export::<_, Stop>(wanted, |tags, _| Csv::new(out, tags, excel))?;
        }
        Form::Markdown => {
            let begin = |tags, _: &str| Ok(Markdown::new(out, tags, old));
            let (_, kept, _) = desk.export::<_, Stop>(wanted, begin)?.close();
            return Ok(kept);
        }
    }
    Ok(0)
}

/// The standard output; on a terminal what would command it is made visible.
struct Printed<'a> {
    out: &'a mut dyn Write,
    shown: bool,
}

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.shown {
            return self.out.write(bytes);
        }
        for line in String::from_utf8_lossy(bytes).split_inclusive('\n') {
            let text = line.trim_end_matches(['\r', '\n']);
            write!(self.out, "{}{}", safe(text), &line[text.len()..])?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What went wrong at a file.
fn at(path: &Path, stop: Stop) -> Stop {
    let path = path.to_owned();
    let Stop::Output(error) = stop else {
        return stop;
    };
    Stop::Failed(match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly(path)
        }
        io::ErrorKind::StorageFull => Error::DiskFull(path),
        io::ErrorKind::NotFound => Error::Missing(path),
        io::ErrorKind::IsADirectory => Error::Directory(path),
        io::ErrorKind::InvalidData => Error::Binary(path.to_string_lossy().into_owned()),
        _ => Error::System(path, error),
    })
}
