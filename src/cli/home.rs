//! What happens without a command? Until the reader opens here: the files given are added
//! and printed, else the articles are listed.

use std::ffi::OsString;

use clap::ArgMatches;

use super::{Call, Stop, add, list, show};
use crate::{desk::Source, store::Filter};

/// The program without a command. A library that does not exist yet gets the seeds first.
pub fn run(call: &mut Call<'_>, matches: &ArgMatches) -> Result<(), Stop> {
    let first_run = !call.desk.has_library()?;
    let files = matches.get_many::<OsString>("files").into_iter().flatten();
    let sources: Vec<Source> = files.map(|file| Source::named(file)).collect();
    if sources.is_empty() {
        if first_run {
            add::quietly(call, vec![Source::Seeds])?;
        }
        list::lines(call, &Filter::default(), None)?;
        writeln!(call.out, "{}", call.words.say("how-to-show", &[]))?;
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
