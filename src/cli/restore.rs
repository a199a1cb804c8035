//! Which backups are there, and which comes back?

use std::ffi::OsString;

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json};
use crate::{
    store::{Backup, Brought},
    words::Words,
};

/// A backup as one object of the list.
#[derive(Serialize)]
struct Listed<'a> {
    number: usize,
    name: &'a str,
    made: String,
    kind: &'static str,
    bytes: u64,
    passages: Option<u32>,
    tags: Option<u32>,
    articles: Option<u32>,
}

/// What came back.
#[derive(Serialize)]
struct Report {
    put_aside: Option<String>,
    passages: u32,
    tags: u32,
    articles: u32,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let as_json = given.get_flag("json");
    if let Some(backup) = given.get_one::<OsString>("backup") {
        return bring_back(call, backup, as_json);
    }
    let backups = call.desk.backups()?;
    if as_json {
        let listed: Vec<_> = (1..).zip(&backups).map(|(n, b)| listed(n, b)).collect();
        json::line(call.out, &listed)?;
    } else if backups.is_empty() {
        let path = call.desk.directory().unwrap_or("".as_ref());
        let path = path.to_string_lossy();
        let sentence = call.words.say("no-backups", &[("path", (&*path).into())]);
        call.line(&sentence)?;
    } else {
        for (number, backup) in (1..).zip(&backups) {
            call.line(&line(call.words, number, backup))?;
        }
    }
    Ok(())
}

fn bring_back(call: &mut Call<'_>, backup: &OsString, as_json: bool) -> Result<(), Stop> {
    let restored = call.desk.restore(backup)?;
    let aside = restored
        .aside
        .map(|path| path.to_string_lossy().into_owned());
    let Brought {
        articles,
        passages,
        tags,
    } = restored.brought;
    if as_json {
        let report = Report {
            put_aside: aside,
            passages,
            tags,
            articles,
        };
        return Ok(json::line(call.out, &report)?);
    }
    let holds = holds(call.words, passages, tags, articles);
    let sentence = call.words.say("restored", &[("holds", (&holds).into())]);
    call.line(&sentence)?;
    if let Some(aside) = aside {
        let sentence = call.words.say("put-aside", &[("path", (&aside).into())]);
        call.line(&sentence)?;
    }
    Ok(())
}

fn listed(number: usize, backup: &Backup) -> Listed<'_> {
    let holds = backup.holds.as_ref();
    Listed {
        number,
        name: backup.name(),
        made: moment(backup).to_string(),
        kind: backup.occasion.name(),
        bytes: backup.bytes,
        passages: holds.map(|holds| holds.passages),
        tags: holds.map(|holds| holds.tags),
        articles: holds.map(|holds| holds.articles),
    }
}

/// Number, moment, what it holds, size, why it was made.
fn line(words: &Words, number: u64, backup: &Backup) -> String {
    let holds = match &backup.holds {
        Some(held) => holds(words, held.passages, held.tags, held.articles),
        None => words.say("backup-unreadable", &[]),
    };
    let size = size(words, backup.bytes);
    let occasion = words.say(&format!("backup-{}", backup.occasion.name()), &[]);
    words.say(
        "backup",
        &[
            ("number", number.into()),
            ("date", (&date(words, backup)).into()),
            ("occasion", (&occasion).into()),
            ("holds", (&holds).into()),
            ("size", (&size).into()),
        ],
    )
}

/// A size in bytes, in words.
pub fn size(words: &Words, bytes: u64) -> String {
    match bytes.div_ceil(1024) {
        kilobytes @ ..10_000 => words.say("size-kb", &[("size", kilobytes.into())]),
        kilobytes => words.say("size-mb", &[("size", (kilobytes / 1024).into())]),
    }
}

fn holds(words: &Words, passages: u32, tags: u32, articles: u32) -> String {
    let count = |key: &str, count: u32| words.say(key, &[("count", u64::from(count).into())]);
    words.say(
        "backup-holds",
        &[
            ("passages", (&count("holds-passages", passages)).into()),
            ("tags", (&count("holds-tags", tags)).into()),
            ("articles", (&count("holds-articles", articles)).into()),
        ],
    )
}

/// When a backup was made, in words, by the clock of the reader.
pub fn date(words: &Words, backup: &Backup) -> String {
    let here = moment(backup).to_zoned(jiff::tz::TimeZone::system());
    words.date(&here.strftime("%Y-%m-%dT%H:%M").to_string())
}

/// When a backup was made.
pub fn moment(backup: &Backup) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(backup.made).unwrap_or_default()
}
