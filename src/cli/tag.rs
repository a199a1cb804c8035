//! How is a passage made, or an article tagged as a whole?

use std::{ffi::OsString, ops::Range};

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json, passage, tags::names};
use crate::{
    article::ArticleId,
    error::Error,
    passage::{Codebook, Deed, Naming, Selector, Wish, Work, find_quote, key, place, tag_name},
    words::safe,
};

/// So many places are named where a quote has to be told from others.
const NAMED: usize = 10;
/// Code points of what stands before and after such a place.
const AROUND: usize = 16;

/// An article and what is said of it as a whole.
#[derive(Serialize)]
struct Whole<'a> {
    article: &'a str,
    title: &'a str,
    tags: Vec<&'a str>,
    note: &'a str,
    work: Option<&'static str>,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let name = given.get_one::<OsString>("target");
    let name = name.map(|name| name.to_string_lossy()).unwrap_or_default();
    let article = call.article(&name)?;
    let tags = given.get_many::<String>("tags").into_iter().flatten();
    let names: Vec<String> = tags.cloned().collect();
    let book = call.desk.codebook()?;
    let done = tag(call, given, &article, &names);
    if done.is_ok() {
        alike(call, &book, &names);
    }
    done
}

/// Tags a span of an article, or the whole of it.
fn tag(
    call: &mut Call<'_>,
    given: &ArgMatches,
    article: &ArticleId,
    names: &[String],
) -> Result<(), Stop> {
    let tags: Vec<Naming> = names.iter().cloned().map(Naming::Name).collect();
    let note: Option<String> = given.get_one("note").cloned();
    if given.get_flag("article") {
        return whole(call, article, tags, note, given.get_flag("json"));
    }
    let loaded = call.desk.load(article)?;
    let range = span(given, &loaded.article.text())?;
    let version = loaded.entry.version;
    let wish = Wish {
        article: article.clone(),
        version,
        range,
    };
    let coded = call
        .desk
        .code(&[Deed::Mark(wish, tags, note.unwrap_or_default())])?;
    let json = given.get_flag("json");
    coded
        .passages
        .iter()
        .try_for_each(|made| passage::print(call, made, json))
}

/// Says of each new tag which of those that were there is found like it.
fn alike(call: &Call<'_>, book: &Codebook, names: &[String]) {
    for name in names.iter().filter_map(|name| tag_name(name).ok()) {
        let known = || book.entries.iter().map(|entry| &entry.tag.name);
        let other = known().find(|other| key(other) == key(&name));
        if let Some(other) = other.filter(|_| !known().any(|known| *known == name)) {
            let arguments = [("name", (&name).into()), ("other", other.into())];
            call.tell(&call.words.say("tag-alike", &arguments));
        }
    }
}

/// The code points of a text asked for by a quote or by their numbers.
pub fn span(given: &ArgMatches, text: &str) -> Result<Range<u32>, Error> {
    let words = |name| given.get_one::<String>(name).map(String::as_str);
    match words("quote") {
        Some(quote) => quoted(text, quote, words("prefix"), words("suffix")),
        None => Ok(range(given)),
    }
}

/// The code points asked for by their numbers.
pub fn range(given: &ArgMatches) -> Range<u32> {
    let number = |name| given.get_one::<u32>(name).copied().unwrap_or_default();
    number("start")..number("end")
}

/// The one place of a quote.
fn quoted(
    text: &str,
    quote: &str,
    prefix: Option<&str>,
    suffix: Option<&str>,
) -> Result<Range<u32>, Error> {
    if quote.trim().is_empty() {
        return Err(Error::EmptyQuote);
    }
    let mut found = find_quote(text, quote, prefix, suffix);
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => {
            let mut near = find_quote(text, quote, None, None);
            near.extend(resembling(text, quote).filter(|_| near.is_empty()));
            Err(Error::NoSuchQuote(quote.to_owned(), shown(text, &near)))
        }
        count => Err(Error::ManyQuotes(
            quote.to_owned(),
            count as u64,
            shown(text, &found),
        )),
    }
}

/// The place that is most like a quote, if one is.
fn resembling(text: &str, quote: &str) -> Option<Range<u32>> {
    let selector = Selector {
        version: 0,
        start: 0,
        end: 0,
        quote: quote.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
    };
    place(&selector, text).range().cloned()
}

/// The first of these places, each with what stands around it.
fn shown(text: &str, places: &[Range<u32>]) -> Vec<(Range<u32>, String)> {
    let text: Vec<char> = text.chars().collect();
    let around = |place: &Range<u32>| {
        let start = (place.start as usize).saturating_sub(AROUND);
        let end = (place.end as usize + AROUND).min(text.len());
        let part: String = text[start..end].iter().collect();
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        (place.clone(), format!("…{part}…"))
    };
    places.iter().take(NAMED).map(around).collect()
}

fn whole(
    call: &mut Call<'_>,
    article: &ArticleId,
    tags: Vec<Naming>,
    note: Option<String>,
    as_json: bool,
) -> Result<(), Stop> {
    let mut deeds = Vec::new();
    if !tags.is_empty() {
        deeds.push(Deed::TagArticles(vec![article.clone()], tags));
    }
    deeds.extend(note.map(|note| Deed::NoteArticle(article.clone(), note)));
    call.desk.code(&deeds)?;
    let sheet = call.desk.coding(article)?.sheet;
    let book = call.desk.codebook()?;
    let title = call.desk.load(article)?.article.meta.title;
    let tags = names(&book, &sheet.tags);
    if as_json {
        let whole = Whole {
            article: article.as_str(),
            title: &title,
            tags,
            note: &sheet.note,
            work: sheet.work.map(Work::name),
        };
        return Ok(json::line(call.out, &whole)?);
    }
    let tags = passage::tags(call, &tags);
    call.line(&format!("{article}  {} | {tags}", safe(&title)))?;
    Ok(())
}
