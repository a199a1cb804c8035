//! How is the codebook shown and changed?

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json};
use crate::{
    error::Error,
    passage::{Codebook, Deed, Entry, TagId},
    words::safe,
};

/// So many tags are named where none is called so.
const NEAR: usize = 10;

/// A tag as an object of the command line.
#[derive(Serialize)]
struct Printed<'a> {
    id: &'a str,
    name: &'a str,
    parent: Option<&'a str>,
    colour: &'static str,
    description: &'a str,
    passages: u32,
    articles: u32,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let book = call.desk.codebook()?;
    let Some((verb, given)) = given.subcommand() else {
        return show(call, &book, given.get_flag("json"));
    };
    let name = |argument| given.get_one(argument).map_or("", String::as_str);
    let tag = &meant(&book, name("tag"))?.tag;
    let other = match verb {
        "merge" => Some(meant(&book, name("other"))?),
        "move" if !name("parent").is_empty() => Some(meant(&book, name("parent"))?),
        _ => None,
    };
    let other = other.map(|entry| &entry.tag);
    let deed = match (verb, other) {
        ("merge", Some(other)) => Deed::Merge(tag.id.clone(), other.id.clone()),
        ("move", other) => Deed::Move(tag.id.clone(), other.map(|tag| tag.id.clone())),
        ("delete", _) => Deed::DeleteTag(tag.id.clone()),
        _ => Deed::Rename(tag.id.clone(), name("new").to_owned()),
    };
    let coded = call.desk.code(&[deed])?;
    let renamed = coded.tags.iter().find(|now| now.id == tag.id);
    let now = renamed.map_or(&tag.name, |now| &now.name);
    let (key, other) = match (verb, other) {
        ("merge", Some(other)) => ("tags-merged", &other.name),
        ("move", Some(other)) => ("tags-moved", &other.name),
        ("move", None) => ("tags-moved-top", now),
        ("delete", _) => ("tags-deleted", now),
        _ => ("tags-renamed", now),
    };
    let arguments = [("name", (&tag.name).into()), ("other", other.into())];
    call.line(&call.words.say(key, &arguments))?;
    Ok(())
}

/// The tag that a name means; else an error that names what comes near.
pub fn meant<'a>(book: &'a Codebook, name: &str) -> Result<&'a Entry, Error> {
    book.named(name).ok_or_else(|| {
        let near = book.near(name).into_iter().take(NEAR);
        let near = near.map(|at| book.entries[at].tag.name.clone());
        Error::NoSuchTag(name.to_owned(), near.collect())
    })
}

/// What these tags are called.
pub fn names<'a>(book: &'a Codebook, ids: &[TagId]) -> Vec<&'a str> {
    let entries = ids.iter().filter_map(|id| book.get(id));
    entries.map(|entry| entry.tag.name.as_str()).collect()
}

fn show(call: &mut Call<'_>, book: &Codebook, as_json: bool) -> Result<(), Stop> {
    if as_json {
        let parent = |entry: &Entry| Some(book.get(entry.tag.parent.as_ref()?)?.tag.name.as_str());
        let printed = |entry| Printed {
            parent: parent(entry),
            id: entry.tag.id.as_str(),
            name: &entry.tag.name,
            colour: entry.tag.colour.name(),
            description: &entry.tag.description,
            passages: entry.passages,
            articles: entry.articles,
        };
        let all: Vec<Printed<'_>> = book.entries.iter().map(printed).collect();
        return Ok(json::line(call.out, &all)?);
    }
    for entry in &book.entries {
        let (passages, articles) = (u64::from(entry.passages), u64::from(entry.articles));
        let uses = call.words.say(
            "tags-line",
            &[("passages", passages.into()), ("articles", articles.into())],
        );
        let indent = "  ".repeat(entry.depth.into());
        call.line(&format!("{indent}{} | {uses}", safe(&entry.tag.name)))?;
    }
    Ok(())
}
