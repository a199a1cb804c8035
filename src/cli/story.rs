//! How is the story told that an article belongs to?

use std::ffi::OsString;

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop,
    brief::{self, Named},
    indexed, json, list,
    tags::names,
};

/// An article of the story, as an object of the command line.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    article: Named<'a>,
    /// Whether it was asked about.
    here: bool,
    read: bool,
    tags: Vec<&'a str>,
    also: Vec<&'a str>,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let name = given.get_one::<OsString>("target");
    let name = name.map(|name| name.to_string_lossy()).unwrap_or_default();
    let id = call.article(&name)?;
    let story = indexed::ask(call, |desk| desk.story(&id))?;
    let lines = story.lines.iter().enumerate();
    if given.get_flag("json") {
        let book = call.desk.codebook()?;
        let printed = lines.map(|(nth, told)| Printed {
            article: Named::from(&told.entry),
            here: nth == story.here,
            read: told.entry.read,
            tags: names(&book, &told.tags),
            also: brief::ids(&told.also),
        });
        return Ok(json::line(call.out, &printed.collect::<Vec<_>>())?);
    }
    for (nth, told) in lines {
        let sign = if nth == story.here { '>' } else { ' ' };
        let line = list::line(call.words, &told.entry);
        call.line(&format!("{sign} {line}"))?;
    }
    Ok(())
}
