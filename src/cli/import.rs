//! How do passages come in?

use std::{
    ffi::OsString,
    fs::File,
    io,
    path::{Path, PathBuf},
};

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json};
use crate::{article::ArticleId, error::Error, passage::PassageId, store::Imported};

/// What came of it, as an object.
#[derive(Serialize)]
struct Report<'a> {
    added: Vec<&'a str>,
    unchanged: &'a [String],
    orphans: Vec<&'a str>,
    tags: &'a [String],
    articles: Vec<&'a str>,
    skipped: u32,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let Some(path) = given.get_one::<OsString>("file").map(PathBuf::from) else {
        return Ok(());
    };
    let done = if path.as_os_str() == "-" {
        call.desk.import(io::stdin().lock(), "-")
    } else {
        let file = open(&path)?;
        call.desk.import(file, &path.to_string_lossy())
    };
    let done = done?;
    if given.get_flag("json") {
        return Ok(json::line(call.out, &report(&done))?);
    }
    let counts = [
        ("imported", done.added.len()),
        ("import-orphans", done.orphans.len()),
        ("import-unchanged", done.unchanged.len()),
        ("import-tags", done.tags.len()),
        ("import-articles", done.articles.len()),
        ("import-skipped", done.skipped as usize),
    ];
    for (key, count) in counts {
        if count > 0 || key == "imported" {
            let count = (count as u64).into();
            call.line(&call.words.say(key, &[("count", count)]))?;
        }
    }
    Ok(())
}

fn report(done: &Imported) -> Report<'_> {
    Report {
        added: done.added.iter().map(PassageId::as_str).collect(),
        unchanged: &done.unchanged,
        orphans: done.orphans.iter().map(PassageId::as_str).collect(),
        tags: &done.tags,
        articles: done.articles.iter().map(ArticleId::as_str).collect(),
        skipped: done.skipped,
    }
}

fn open(path: &Path) -> Result<File, Error> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Error::Missing(path.to_owned()),
        io::ErrorKind::PermissionDenied => Error::Denied(path.to_owned()),
        _ => Error::System(path.to_owned(), error),
    };
    if path.is_dir() {
        return Err(Error::Directory(path.to_owned()));
    }
    File::open(path).map_err(failed)
}
