//! Which articles are related to one, to a part of it, or to a text that is not in the library?

use std::{ffi::OsString, ops::Range};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop, Target,
    brief::{self, Named},
    indexed, json, passage,
    tag::span,
    tags::names,
    target,
};
use crate::{
    article::{Article, Block, Kind, Meta},
    desk::{About, Desk, Near, Sift},
    error::Error,
    passage::Codebook,
    words::safe,
};

/// A related article, as an object of the command line.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    article: Named<'a>,
    score: f32,
    terms: &'a [String],
    also: Vec<&'a str>,
    /// The names of the tags that both bear.
    tags: Vec<&'a str>,
    /// Whether the reader said so.
    by_hand: bool,
    /// The code point where it comes nearest to the part that was asked about.
    place: Option<u32>,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let about = about(call, given)?;
    let sift = sift(given);
    let related = indexed::ask(call, |desk| desk.related(&about, &sift))?;
    let book = call.desk.codebook()?;
    if given.get_flag("json") {
        let near = related.near.iter();
        let printed: Vec<Printed<'_>> = near.map(|near| printed(near, &book)).collect();
        return Ok(json::line(call.out, &printed)?);
    }
    if related.near.is_empty() {
        let key = if sift.all {
            "related-nothing"
        } else {
            "related-none"
        };
        call.tell(&call.words.say(key, &[]));
    }
    for (nth, near) in related.near.iter().enumerate() {
        if nth > 0 {
            writeln!(call.out)?;
        }
        print(call, near, &book)?;
    }
    Ok(())
}

/// What the others shall be related to.
fn about(call: &mut Call<'_>, given: &ArgMatches) -> Result<About, Error> {
    let name = given
        .get_one("target")
        .map_or("".as_ref(), OsString::as_os_str);
    let part = given.contains_id("quote") || given.contains_id("start");
    match target(&mut call.desk, name)? {
        Target::Article(id) if part => {
            let text = call.desk.load(&id)?.article.text();
            let span = within(span(given, &text)?, id.as_str(), &text)?;
            Ok(About::Span(id, span))
        }
        Target::Article(id) => Ok(About::Article(id)),
        Target::Document(source) => {
            let article = Desk::peek(&source)?.0.article;
            if !part {
                return Ok(About::Text(Box::new(article)));
            }
            let text = article.text();
            let span = within(span(given, &text)?, &name.to_string_lossy(), &text)?;
            let words = text.chars().skip(span.start as usize).take(span.len());
            Ok(About::Text(Box::new(Article {
                blocks: vec![Block::new(Kind::Paragraph, words.collect::<String>())],
                meta: Meta {
                    title: String::new(),
                    ..article.meta
                },
            })))
        }
    }
}

/// The span, if the text of an article of this name has it.
fn within(span: Range<u32>, name: &str, text: &str) -> Result<Range<u32>, Error> {
    if span.is_empty() || span.end as usize > text.chars().count() {
        return Err(Error::BadSpan(name.to_owned(), span));
    }
    Ok(span)
}

fn sift(given: &ArgMatches) -> Sift {
    let sift = Sift::default();
    Sift {
        unread: given.get_flag("unread"),
        other_sources: given.get_flag("other-sources"),
        before: given.get_flag("before"),
        after: given.get_flag("after"),
        tagged: given.get_flag("tagged"),
        by_date: given
            .get_one::<String>("sort")
            .is_some_and(|by| by == "date"),
        all: given.get_flag("all"),
        count: given.get_one("count").copied().unwrap_or(sift.count),
    }
}

fn printed<'a>(near: &'a Near, book: &'a Codebook) -> Printed<'a> {
    Printed {
        article: Named::from(&near.entry),
        score: near.score,
        terms: &near.terms,
        also: brief::ids(&near.also),
        tags: names(book, &near.tags),
        by_hand: near.by_hand,
        place: near.place,
    }
}

/// The article, why it is related, where else it was printed.
fn print(call: &mut Call<'_>, near: &Near, book: &Codebook) -> Result<(), Stop> {
    brief::head(call, &near.entry)?;
    let terms: Vec<_> = near.terms.iter().map(|term| safe(term)).collect();
    let comma = call.words.say("tag-comma", &[]) + " ";
    let mut why = vec![terms.join(&comma)];
    why.push(passage::tags(call, &names(book, &near.tags)));
    if near.by_hand {
        why.push(call.words.say("near-by-hand", &[]));
    }
    why.retain(|part| !part.is_empty());
    if !why.is_empty() {
        call.line(&why.join(" | "))?;
    }
    let sources: Vec<String> = near.also.iter().filter_map(brief::source).collect();
    if !sources.is_empty() {
        let sources = sources.join(&comma);
        let also = call.words.say("also-in", &[("sources", (&sources).into())]);
        call.line(&also)?;
    }
    Ok(())
}
