//! What works here, and how? The terminal, the library, the versions.

use std::path::PathBuf;

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop, json, restore,
    terminal::{self, Found, Seen, Served},
};
use crate::{
    desk::IndexState,
    error::Error,
    store::{self, Backup},
    words::Words,
};

/// What was found.
struct Findings {
    terminal: Found,
    library: Result<Option<u64>, Error>,
    index: Result<Option<IndexState>, Error>,
    backups: Result<Vec<Backup>, Error>,
    /// Whether the newest of them can be unpacked.
    whole: bool,
}

#[derive(Serialize)]
struct Report {
    terminal: Option<Seen>,
    bidi: Served,
    library: Library,
    index: Index,
    backups: Backups,
    versions: Versions,
}

#[derive(Serialize)]
struct Library {
    path: Option<String>,
    state: &'static str,
    articles: Option<u64>,
    error: Option<String>,
}

/// What is searched; where it is behind or broken, the next search mends it.
#[derive(Serialize)]
struct Index {
    state: &'static str,
    articles: Option<u64>,
    bytes: Option<u64>,
    /// Articles of the library that are not in it yet.
    behind: Option<u64>,
    error: Option<String>,
}

#[derive(Serialize)]
struct Backups {
    count: usize,
    newest: Option<String>,
    /// Whether the newest can be unpacked.
    whole: Option<bool>,
}

#[derive(Serialize)]
struct Versions {
    hashiya: &'static str,
    sqlite: &'static str,
}

impl Versions {
    fn here() -> Self {
        Self {
            hashiya: env!("CARGO_PKG_VERSION"),
            sqlite: store::engine(),
        }
    }
}

/// The command.
pub fn run(call: &mut Call<'_>, matches: &ArgMatches, given: &ArgMatches) -> Result<(), Stop> {
    let way = given.get_one::<String>("choose");
    let way = way
        .map(|line| terminal::way(call.words, line))
        .transpose()?;
    let mut terminal = Found::new(call, matches);
    if let Some(way) = way {
        terminal.choose(call, way)?;
        if !given.get_flag("json") {
            return terminal.tell_choice(call, way);
        }
    }
    let backups = call.desk.backups();
    let newest = backups.as_ref().ok().and_then(|all| all.first());
    let findings = Findings {
        terminal,
        library: call.desk.check(),
        index: call.desk.index_state(),
        whole: newest.is_none_or(Backup::is_whole),
        backups,
    };
    if given.get_flag("json") {
        report(call, &findings)?;
    } else {
        tell(call, &findings)?;
    }
    let sound = findings.library.is_ok() && findings.index.is_ok();
    if sound && findings.backups.is_ok() && findings.whole {
        Ok(())
    } else {
        Err(Stop::Told)
    }
}

fn report(call: &mut Call<'_>, found: &Findings) -> Result<(), Stop> {
    let (state, articles, error) = match &found.library {
        Ok(Some(articles)) => ("sound", Some(*articles), None),
        Ok(None) => ("none", None, None),
        Err(error) => (state(error), None, Some(call.words.error(error))),
    };
    let path = call.desk.directory();
    let library = Library {
        path: path.map(|path| path.to_string_lossy().into_owned()),
        state,
        articles,
        error,
    };
    let backups = found.backups.as_deref().unwrap_or_default();
    let newest = backups.first();
    let report = Report {
        terminal: call.terminal.then(|| found.terminal.seen()),
        bidi: found.terminal.served(call.words),
        library,
        index: index(call.words, &found.index),
        backups: Backups {
            count: backups.len(),
            newest: newest.map(|backup| restore::moment(backup).to_string()),
            whole: newest.map(|_| found.whole),
        },
        versions: Versions::here(),
    };
    Ok(json::line(call.out, &report)?)
}

fn index(words: &Words, found: &Result<Option<IndexState>, Error>) -> Index {
    let (state, found, error) = match found {
        Ok(None) => ("none", None, None),
        Ok(Some(index)) => match &index.fault {
            Some(fault) => ("broken", Some(index), Some(fault.clone())),
            None if index.behind > 0 => ("behind", Some(index), None),
            None => ("sound", Some(index), None),
        },
        Err(error) => (state(error), None, Some(words.error(error))),
    };
    Index {
        state,
        articles: found.map(|index| index.articles),
        bytes: found.map(|index| index.bytes),
        behind: found.map(|index| index.behind),
        error,
    }
}

fn state(error: &Error) -> &'static str {
    match error {
        Error::Newer(..) => "newer",
        Error::Damaged(..) => "damaged",
        Error::Locked(_) => "locked",
        _ => "unreadable",
    }
}

fn tell(call: &mut Call<'_>, found: &Findings) -> Result<(), Stop> {
    if call.terminal {
        found.terminal.tell(call)?;
    } else {
        call.line(&call.words.say("doctor-no-terminal", &[]))?;
    }
    let directory = call.desk.directory().map(PathBuf::from).unwrap_or_default();
    let path = directory.to_string_lossy().into_owned();
    let library = match &found.library {
        Ok(Some(count)) => call.words.say(
            "doctor-library",
            &[("path", (&path).into()), ("count", (*count).into())],
        ),
        Ok(None) => call
            .words
            .say("doctor-no-library", &[("path", (&path).into())]),
        Err(error) => call.words.error(error),
    };
    call.line(&library)?;
    if let Ok(Some(_)) = found.library {
        call.line(&tell_index(call.words, &found.index))?;
    }
    call.line(&backups(call.words, found))?;
    let Versions { hashiya, sqlite } = Versions::here();
    let versions = [("hashiya", hashiya.into()), ("sqlite", sqlite.into())];
    call.line(&call.words.say("doctor-versions", &versions))?;
    if call.terminal {
        found.terminal.show_lines(call)?;
    }
    Ok(())
}

fn tell_index(words: &Words, found: &Result<Option<IndexState>, Error>) -> String {
    let index = match found {
        Ok(Some(index)) => index,
        Ok(None) => return words.say("doctor-no-index", &[]),
        Err(error) => return words.error(error),
    };
    if let Some(fault) = &index.fault {
        return words.say("doctor-bad-index", &[("why", fault.into())]);
    }
    let size = restore::size(words, index.bytes);
    let arguments = [("count", index.articles.into()), ("size", (&size).into())];
    let there = words.say("doctor-index", &arguments);
    let behind = [("count", index.behind.into())];
    format!("{there} {}", words.say("doctor-index-behind", &behind))
}

fn backups(words: &Words, found: &Findings) -> String {
    let backups = match &found.backups {
        Ok(backups) => backups,
        Err(error) => return words.error(error),
    };
    let newest = backups.first();
    let date = newest.map(|newest| restore::date(words, newest));
    let date = date.unwrap_or_default();
    if !found.whole {
        return words.say("doctor-bad-backup", &[("date", (&date).into())]);
    }
    let count = backups.len() as u64;
    let arguments = [("count", count.into()), ("date", (&date).into())];
    words.say("doctor-backups", &arguments)
}
