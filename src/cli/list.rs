//! How are the articles listed?

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, brief::source, json, tags::meant};
use crate::{
    article::Date,
    error::Error,
    store::{Bearing, Entry, Filter},
    words::{Words, safe},
};

/// So many are read at once.
const PAGE: usize = 1000;

/// An article as one object of the list.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    source_id: Option<&'a str>,
    title: &'a str,
    author: Option<&'a str>,
    source: Option<&'a str>,
    section: Option<&'a str>,
    date: Option<Date>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    words: u32,
    read: bool,
    /// Of the article as a whole and of its passages.
    tags: &'a [String],
    passages: u32,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let date = |name| {
        let text = given.get_one::<String>(name);
        text.map(|text| {
            text.parse()
                .map_err(|_| Error::BadValue("date", text.clone()))
        })
        .transpose()
    };
    let filter = Filter {
        unread: given.get_flag("unread"),
        tag: given.get_one("tag").cloned(),
        source: given.get_one("source").cloned(),
        since: date("since")?,
        until: date("until")?,
    };
    let count = given.get_one("count").copied();
    if let Some(tag) = &filter.tag {
        let book = call.desk.codebook()?;
        let tag = meant(&book, tag).map(|_| ());
        if call.if_tagged(tag)?.is_none() {
            let nothing = if given.get_flag("json") { "[]\n" } else { "" };
            return Ok(call.out.write_all(nothing.as_bytes())?);
        }
    }
    if given.get_flag("json") {
        objects(call, &filter, count)
    } else {
        lines(call, &filter, count)
    }
}

/// One line an article.
pub fn lines(call: &mut Call<'_>, filter: &Filter, count: Option<usize>) -> Result<(), Stop> {
    let mut any = false;
    pages(call, filter, count, |call, page| {
        any = true;
        for entry in page {
            call.line(&line(call.words, entry))?;
        }
        Ok(())
    })?;
    if !any && call.terminal {
        call.line(&call.words.say("empty-list", &[]))?;
    }
    Ok(())
}

fn objects(call: &mut Call<'_>, filter: &Filter, count: Option<usize>) -> Result<(), Stop> {
    let mut separator = "[";
    pages(call, filter, count, |call, page| {
        let rows: Vec<i64> = page.iter().map(Entry::row).collect();
        for (entry, borne) in page.iter().zip(call.desk.bearing(&rows)?) {
            call.out.write_all(separator.as_bytes())?;
            separator = ",\n";
            json::write(call.out, &listed(entry, &borne))?;
        }
        Ok(())
    })?;
    let open = if separator == "[" { "[" } else { "" };
    writeln!(call.out, "{open}]")?;
    Ok(())
}

fn listed<'a>(entry: &'a Entry, borne: &'a Bearing) -> Listed<'a> {
    let meta = &entry.meta;
    Listed {
        id: entry.id.as_str(),
        source_id: meta.source_id.as_deref(),
        title: &meta.title,
        author: meta.author.as_deref(),
        source: meta.source.as_deref(),
        section: meta.section.as_deref(),
        date: meta.date,
        url: meta.url.as_deref(),
        language: meta.language.as_deref(),
        words: entry.words,
        read: entry.read,
        tags: &borne.tags,
        passages: borne.passages,
    }
}

/// Page by page, so that no list is too long.
fn pages(
    call: &mut Call<'_>,
    filter: &Filter,
    count: Option<usize>,
    mut print: impl FnMut(&mut Call<'_>, &[Entry]) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut left = count.unwrap_or(usize::MAX);
    let mut after = None;
    while left > 0 {
        let page = call.desk.list(filter, after, left.min(PAGE))?;
        let Some(last) = page.last() else {
            break;
        };
        after = Some(last.place);
        left -= page.len();
        print(call, &page)?;
    }
    Ok(())
}

/// Id, date, title, source.
pub fn line(words: &Words, entry: &Entry) -> String {
    let date = match entry.meta.date {
        Some(date) => words.date(&date.to_string()),
        None => words.say("undated", &[]),
    };
    let title = safe(&entry.meta.title);
    let source = source(entry).map(|name| format!(" | {name}"));
    let source = source.unwrap_or_default();
    format!("{}  {date} | {title}{source}", entry.id)
}
