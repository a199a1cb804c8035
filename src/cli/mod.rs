//! What does the command line do? The same desk, without the reader.

mod add;
mod arguments;
mod brief;
mod change;
mod config;
mod doctor;
mod doubts;
mod edit;
mod export;
mod folder;
mod home;
mod import;
mod indexed;
mod lines;
mod list;
mod passage;
mod passages;
mod progress;
mod relate;
mod related;
mod remove;
mod replace;
mod restore;
mod rows;
mod search;
mod shell;
mod show;
mod story;
mod tag;
mod tags;
mod terminal;
mod undo;
mod usage;

use std::{
    borrow::Cow,
    env,
    ffi::{OsStr, OsString},
    io::{self, BufWriter, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{ArgMatches, error::ErrorKind};
use etcetera::base_strategy::{BaseStrategy, Xdg};

use lines::Lines;

use crate::{
    article::ArticleId,
    desk::{Desk, Source},
    error::Error,
    exchange::escape as json,
    words::{Locale, Words},
};

/// Why a command ends before it is done.
enum Stop {
    /// It could not be done.
    Failed(Error),
    /// It was wrongly asked for; the sentence.
    Usage(String),
    /// Nobody reads the output any more, or it cannot be written.
    Output(io::Error),
    /// It could not be done wholly, and that has been said.
    Told,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What every command has at hand.
struct Call<'a> {
    words: &'a Words,
    desk: Desk,
    /// What is printed as it is: for programs, and for files.
    out: &'a mut dyn Write,
    lines: &'a Lines,
    /// Whether the output is a terminal.
    terminal: bool,
    /// Whether what is printed has styles.
    styles: bool,
}

impl Call<'_> {
    /// Prints a line of text.
    fn line(&mut self, text: &str) -> Result<(), Stop> {
        Ok(self.lines.write(self.out, self.terminal, text)?)
    }

    /// One sentence on standard error, where somebody may read it.
    fn tell(&self, sentence: &str) {
        self.lines.tell(sentence);
    }

    /// The article of the library that a name means.
    fn article(&mut self, name: &str) -> Result<ArticleId, Error> {
        let found = self.desk.find(name, false)?;
        found.ok_or_else(|| Error::NoSuchArticle(name.to_owned()))
    }
}

/// Runs the program on its arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = Words::new(locale(&arguments));
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let mut out = BufWriter::new(stdout.lock());
    let parsed = arguments::table(None).try_get_matches_from(&arguments);
    let lines = match &parsed {
        Ok(matches) => Lines::new(matches),
        Err(_) => Lines::new(&arguments::understood(&arguments)),
    };
    let done = match parsed {
        Ok(matches) => {
            let mut call = Call {
                words: &words,
                desk: Desk::new(library(&matches), coder()),
                out: &mut out,
                lines: &lines,
                terminal,
                styles: colours(&matches, terminal && !is_dumb()),
            };
            let done = command(&mut call, &matches);
            keep(&mut call);
            done
        }
        Err(_) => refuse(arguments, &words, &lines, &mut out),
    };
    let done = done.and_then(|()| out.flush().map_err(Stop::Output));
    let (code, sentence) = match done {
        Ok(()) => (0, None),
        Err(Stop::Output(e)) if e.kind() == io::ErrorKind::BrokenPipe => (0, None),
        Err(Stop::Output(e)) => {
            let error = Error::System(PathBuf::from("-"), e);
            (1, Some(words.error(&error)))
        }
        Err(Stop::Told) => (1, None),
        Err(Stop::Failed(error @ Error::BadValue(..))) => (2, Some(words.error(&error))),
        Err(Stop::Failed(error)) => (1, Some(words.error(&error))),
        Err(Stop::Usage(sentence)) => (2, Some(sentence)),
    };
    if let Some(sentence) = sentence {
        lines.tell(&sentence);
    }
    ExitCode::from(code)
}

/// What was changed has been confirmed; then what the reader made is kept once a day.
fn keep(call: &mut Call<'_>) {
    if !call.desk.has_changed() {
        return;
    }
    // who does not read the confirmation any more is told so at the end
    let _ = call.out.flush();
    if let Err(error) = call.desk.backup_daily() {
        let why = call.words.error(&error);
        call.tell(&call.words.say("backup-failed", &[("why", (&why).into())]));
    }
}

fn command(call: &mut Call<'_>, matches: &ArgMatches) -> Result<(), Stop> {
    let Some((name, given)) = matches.subcommand() else {
        return home::run(call, matches);
    };
    if matches.contains_id("files") {
        let sentence = call.words.say(
            "usage-conflict",
            &[("argument", "FILE".into()), ("other", name.into())],
        );
        return Err(Stop::Usage(sentence));
    }
    match name {
        "add" => add::run(call, given),
        "list" => list::run(call, given),
        "show" => show::run(call, given),
        "search" => search::run(call, given),
        "related" => related::run(call, given),
        "story" => story::run(call, given),
        "relate" => relate::run(call, given),
        "edit" => edit::run(call, given),
        "remove" => remove::run(call, given),
        "tag" => tag::run(call, given),
        "untag" => change::untag(call, given),
        "note" => change::note(call, given),
        "passage" => change::bound(call, given),
        "passages" => passages::run(call, given),
        "tags" => tags::run(call, given),
        "undo" => undo::undo(call, given),
        "redo" => undo::redo(call, given),
        "restore" => restore::run(call, given),
        "export" => export::run(call, given),
        "import" => import::run(call, given),
        "config" => config::run(call, given),
        "doctor" => doctor::run(call, matches, given),
        "completions" => shell::completions(call, given),
        _ => shell::man(call),
    }
}

/// Prints the help or the version, where they were asked for; else says what is wrong. Only
/// here the sentences of the table are read.
fn refuse(
    arguments: Vec<OsString>,
    words: &Words,
    lines: &Lines,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    match arguments::table(Some(words)).try_get_matches_from(arguments) {
        Err(e) if matches!(e.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let terminal = io::stdout().is_terminal();
            let help = e.render().to_string();
            let mut rows = help.lines();
            Ok(rows.try_for_each(|row| lines.write(out, terminal, row))?)
        }
        Err(e) => Err(Stop::Usage(usage::sentence(words, &e))),
        Ok(_) => Ok(()),
    }
}

impl Call<'_> {
    /// What was asked for by a tag; nothing bears a tag that is not there, which is told.
    fn if_tagged<T>(&self, asked: Result<T, Error>) -> Result<Option<T>, Error> {
        match asked {
            Err(error @ Error::NoSuchTag(..)) => {
                self.tell(&self.words.error(&error));
                Ok(None)
            }
            asked => asked.map(Some),
        }
    }
}

/// The language asked for, else the environment's.
fn locale(arguments: &[OsString]) -> Locale {
    let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|name| Locale::named(&name));
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    let asked = words.find_map(|word| match word.split_once('=') {
        Some(("--lang", name)) => Some(name.to_owned()),
        _ if word == "--lang" => Some(String::new()),
        _ => None,
    });
    let asked = match asked {
        Some(name) if name.is_empty() => words.next().map(Cow::into_owned),
        asked => asked,
    };
    let asked = asked.and_then(|name| Locale::named(&name));
    match (asked, environment) {
        // the region is the environment's as long as the language is
        (Some(asked), Some(region)) if asked.language == region.language => region,
        (Some(asked), _) => asked,
        (None, environment) => environment.unwrap_or_else(Locale::plain),
    }
}

/// The directory of the library; none without a home.
fn library(matches: &ArgMatches) -> Option<PathBuf> {
    let given: Option<&PathBuf> = matches.get_one("library");
    given
        .cloned()
        .or_else(|| Some(Xdg::new().ok()?.data_dir().join("hashiya")))
}

/// Whether colours and styles are wanted, where without a word they are or are not.
fn colours(matches: &ArgMatches, usual: bool) -> bool {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => usual && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Whether the terminal is one that only takes lines.
fn is_dumb() -> bool {
    env::var("TERM").is_ok_and(|term| term == "dumb")
}

fn coder() -> String {
    env::var("USER").unwrap_or_default()
}

/// What a TARGET names.
enum Target {
    Article(ArticleId),
    Document(Source),
}

/// An article of the library before a path, a path before nothing.
fn target(desk: &mut Desk, name: &OsStr) -> Result<Target, Error> {
    let source = Source::named(name);
    let path = match &source {
        Source::Path(path) => path.clone(),
        Source::Input => return Ok(Target::Document(source)),
        Source::Address(_) | Source::Seeds => PathBuf::new(),
    };
    // what may not be looked at is there: reading it will say so
    let readable = match path.metadata() {
        Ok(_) => true,
        Err(e) => e.kind() == io::ErrorKind::PermissionDenied,
    };
    let text = name.to_string_lossy();
    match desk.find(&text, false) {
        Ok(Some(id)) => Ok(Target::Article(id)),
        Err(error @ Error::Ambiguous(..)) => Err(error),
        // a file can be read whatever befell the library
        _ if readable => Ok(Target::Document(source)),
        Err(error) => Err(error),
        Ok(None) if path.extension().is_some() || path.components().count() > 1 => {
            Err(Error::Missing(path))
        }
        Ok(None) => Err(Error::NoSuchArticle(text.into_owned())),
    }
}

/// The articles of the library that the words name, each once.
fn articles(
    call: &mut Call<'_>,
    matches: &ArgMatches,
    removed: bool,
) -> Result<Vec<ArticleId>, Error> {
    let mut ids = Vec::new();
    for name in matches.get_many::<String>("ids").into_iter().flatten() {
        let id = call
            .desk
            .find(name, removed)?
            .ok_or_else(|| Error::NoSuchArticle(name.clone()))?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}
