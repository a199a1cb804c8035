//! What happens without a command? The reader opens; where there is no screen to read on, the
//! files given are added and printed, else the articles are listed.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::{
    Call, Stop, add, coder, colours,
    doubts::{self, Doubts, OwnKeys},
    is_dumb, library, list, show,
};
use crate::{
    config::{self, Settings, Terminals},
    desk::Source,
    error::Error,
    run::{self, Start},
    screen::Strategy,
    store::Filter,
    words::{Locale, Words},
};

/// The program without a command. A library that does not exist yet gets the seeds first.
pub fn run(call: &mut Call<'_>, matches: &ArgMatches) -> Result<(), Stop> {
    let files: Vec<OsString> = matches
        .get_many::<OsString>("files")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    if matches.get_flag("plain") || is_dumb() || !call.terminal {
        return plain(call, &files);
    }
    read(call.words.locale(), matches, files)
}

/// Opens the reader.
fn read(locale: Locale, matches: &ArgMatches, files: Vec<OsString>) -> Result<(), Stop> {
    for file in files.iter().filter(|file| *file != "-") {
        if !Path::new(file).exists() {
            return Err(Error::Missing(PathBuf::from(file)).into());
        }
    }
    let Chosen {
        file: settings_file,
        mut settings,
        keys,
        terminals,
        complaints,
    } = chosen(locale, matches);
    let bidi = matches.get_one::<String>("bidi").map(String::as_str);
    let strategy = bidi.and_then(Strategy::named);
    if bidi.is_some() {
        settings.bidi = config::BIDI[0];
    }
    run::run(Start {
        library: library(matches),
        coder: coder(),
        files,
        settings,
        settings_file,
        complaints,
        terminals,
        keys,
        locale,
        strategy,
        colours: colours(matches, true),
    })?;
    Ok(())
}

/// What the reader has chosen.
#[derive(Default)]
struct Chosen {
    /// Where the settings are kept.
    file: Option<PathBuf>,
    settings: Settings,
    keys: OwnKeys,
    terminals: Terminals,
    /// What is wrong with them, in sentences that the reader shows.
    complaints: Vec<String>,
}

/// What the reader has chosen. A file that cannot be read leaves the defaults.
fn chosen(locale: Locale, matches: &ArgMatches) -> Chosen {
    let file = config::path(matches.get_one::<PathBuf>("config").map(PathBuf::as_path));
    let Some(path) = &file else {
        return Chosen::default();
    };
    let (mut settings, of_settings) = Doubts::of(path, config::read(path));
    if matches.get_one::<String>("lang").is_some() {
        settings.language = None;
    }
    let terminals_file = config::terminals_beside(path);
    let (terminals, of_terminals) =
        Doubts::of(&terminals_file, config::read_terminals(&terminals_file));
    let words = Words::new(settings.locale(locale)).isolating();
    let (keys, of_keys) = doubts::keys(&config::keys_beside(path), &settings, &words);
    let mut complaints = of_settings.sentences(&words);
    complaints.extend(of_keys);
    complaints.extend(of_terminals.sentences(&words));
    Chosen {
        file,
        settings,
        keys,
        terminals,
        complaints,
    }
}

/// For screen readers and pipes.
fn plain(call: &mut Call<'_>, files: &[OsString]) -> Result<(), Stop> {
    let first_run = !call.desk.has_library()?;
    let sources: Vec<Source> = files.iter().map(|file| Source::named(file)).collect();
    if sources.is_empty() {
        if first_run {
            add::quietly(call, vec![Source::Seeds])?;
        }
        list::lines(call, &Filter::default(), None)?;
        call.line(&call.words.say("how-to-show", &[]))?;
        return Ok(());
    }
    let (ids, failed) = add::quietly(call, sources)?;
    // a library that would hold nothing is not begun
    if first_run && !ids.is_empty() {
        add::quietly(call, vec![Source::Seeds])?;
    }
    for (nth, id) in ids.iter().enumerate() {
        if nth > 0 {
            writeln!(call.out)?;
        }
        let loaded = call.desk.load(id)?;
        show::print(
            call,
            &loaded.article,
            &loaded.flaws,
            false,
            show::Layout::default(),
        )?;
    }
    if failed { Err(Stop::Told) } else { Ok(()) }
}
