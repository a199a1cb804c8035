//! What works here, and how? The terminal, the library, the versions.

use std::{env, path::PathBuf, process};

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json, restore};
use crate::{
    desk::IndexState,
    error::Error,
    screen::{
        Answers, Environment, Guess, Manner, Palette, Strategy, TMUX_QUESTION, Terminal, line,
    },
    store::{self, Backup},
    text::{Direction, Options, Typesetter},
    words::Words,
};

/// What was found.
struct Findings {
    environment: Environment,
    answers: Answers,
    guess: Guess,
    library: Result<Option<u64>, Error>,
    index: Result<Option<IndexState>, Error>,
    backups: Result<Vec<Backup>, Error>,
    /// Whether the newest of them can be unpacked.
    whole: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    terminal: Option<Seen<'a>>,
    bidi: Served,
    library: Library,
    index: Index,
    backups: Backups,
    versions: Versions,
}

#[derive(Serialize)]
struct Seen<'a> {
    term: String,
    program: Option<&'a str>,
    /// As it gives it itself.
    version: Option<&'a str>,
    /// Its secondary device attributes.
    attributes: Option<&'a [u32]>,
}

#[derive(Serialize)]
struct Served {
    strategy: &'static str,
    why: &'static str,
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
    let forced = matches.get_one::<String>("bidi");
    let forced = forced.and_then(|name| Strategy::named(name));
    let environment = Environment::new(|name| env::var(name).ok(), forced);
    let (answers, guess) = look(call.terminal, &environment);
    let backups = call.desk.backups();
    let newest = backups.as_ref().ok().and_then(|all| all.first());
    let findings = Findings {
        environment,
        answers,
        guess,
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

/// What the terminal answers, if there is one, and what follows from it.
fn look(terminal: bool, environment: &Environment) -> (Answers, Guess) {
    let asked = terminal.then(|| Terminal::open().and_then(|t| t.ask(environment)));
    let answers = asked.and_then(Result::ok).unwrap_or_default();
    if environment.in_tmux() {
        let [program, words @ ..] = TMUX_QUESTION;
        let said = process::Command::new(program).args(words).output();
        let said = said.map(|said| said.stdout).unwrap_or_default();
        let guess = environment.from_tmux(&String::from_utf8_lossy(&said));
        return (answers, guess);
    }
    let guess = answers.decide(environment);
    (answers, guess)
}

fn report(call: &mut Call<'_>, found: &Findings) -> Result<(), Stop> {
    let terminal = call.terminal.then(|| Seen {
        term: env::var("TERM").unwrap_or_default(),
        program: found.guess.program.name(),
        version: found.answers.version.as_deref(),
        attributes: found.answers.numbers.as_deref(),
    });
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
        terminal,
        bidi: Served {
            strategy: found.guess.manner.strategy.name(),
            why: found.guess.why.name(),
        },
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
        tell_terminal(call, found)?;
    } else {
        writeln!(call.out, "{}", call.words.say("doctor-no-terminal", &[]))?;
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
    writeln!(call.out, "{library}")?;
    if let Ok(Some(_)) = found.library {
        writeln!(call.out, "{}", tell_index(call.words, &found.index))?;
    }
    writeln!(call.out, "{}", backups(call.words, found))?;
    let Versions { hashiya, sqlite } = Versions::here();
    let versions = [("hashiya", hashiya.into()), ("sqlite", sqlite.into())];
    writeln!(call.out, "{}", call.words.say("doctor-versions", &versions))?;
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

fn tell_terminal(call: &mut Call<'_>, found: &Findings) -> Result<(), Stop> {
    let term = env::var("TERM").unwrap_or_default();
    let version = found.answers.version.as_deref();
    let name = version.or(found.guess.program.name());
    let key = name.map_or("doctor-unnamed", |_| "doctor-terminal");
    let arguments = [
        ("term", (&term).into()),
        ("name", name.unwrap_or_default().into()),
    ];
    writeln!(call.out, "{}", call.words.say(key, &arguments))?;
    let key = format!("doctor-{}", found.guess.why.name());
    let strategy = found.guess.manner.strategy.name();
    let served = call.words.say(&key, &[("strategy", strategy.into())]);
    writeln!(call.out, "{served}")?;
    writeln!(call.out, "{}", call.words.say("doctor-samples", &[]))?;
    let palette = found.answers.palette(&found.environment);
    let sample = call.words.say("doctor-sample", &[]);
    for strategy in Strategy::ALL {
        let manner = Manner {
            strategy,
            ..found.guess.manner
        };
        let sign = if manner == found.guess.manner {
            ">"
        } else {
            " "
        };
        let head = format!("{sign} {:<10}", strategy.name());
        call.out
            .write_all(&sampled(&head, &sample, manner, palette))?;
        writeln!(call.out)?;
    }
    Ok(())
}

/// A line of the sample after its head, in one manner.
fn sampled(head: &str, sample: &str, manner: Manner, palette: Palette) -> Vec<u8> {
    if manner.strategy == Strategy::Logical {
        return [head, sample].concat().into_bytes();
    }
    let paragraph = Typesetter::new(Options::default()).set(sample, Direction::Rtl, &[]);
    let rows = paragraph.wrap(usize::MAX / 2);
    let order = rows
        .first()
        .map(|row| row.order(&paragraph))
        .unwrap_or_default();
    let faces = order.iter().map(|at| paragraph.cluster(*at as usize).face);
    let head = head
        .char_indices()
        .map(|(at, c)| &head[at..at + c.len_utf8()]);
    line(head.chain(faces), manner, palette)
}
