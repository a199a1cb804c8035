//! How is something searched for, and what is printed of what was found?

use std::{ops::Range, path::PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop,
    brief::{self, BOLD, Named},
    indexed, json,
};
use crate::{
    config,
    desk::{Finding, Found, FoundIn, Search},
    error::Error,
};

/// So many articles without another number.
pub const COUNT: usize = 20;

/// An article that was found, as an object of the command line.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    article: Named<'a>,
    score: f32,
    snippet: &'a str,
    /// Code points of the snippet.
    hits: Vec<[u32; 2]>,
    /// Whether the snippet is of the text, of a note or a tag.
    r#in: &'static str,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let words = ["query", "more"].map(|name| given.get_many::<String>(name));
    let words = words.into_iter().flatten().flatten();
    let search = Search {
        text: words.map(String::as_str).collect::<Vec<_>>().join(" "),
        count: given.get_one("count").copied().unwrap_or(COUNT),
        typing: false,
    };
    let settings = config::path(given.get_one::<PathBuf>("config").map(PathBuf::as_path));
    let spellings = settings.as_deref().map(config::spellings_beside);
    if let Some(Err(error)) = spellings.map(|file| call.desk.join(&file)) {
        call.tell(&call.words.error(&error));
    }
    let finding = indexed::ask(call, |desk| desk.search(&search))?;
    told(call, &finding);
    if given.get_flag("json") {
        let printed: Vec<Printed<'_>> = finding.found.iter().map(printed).collect();
        return Ok(json::line(call.out, &printed)?);
    }
    if finding.found.is_empty() {
        call.tell(&call.words.say("search-nothing", &[]));
    }
    for (nth, found) in finding.found.iter().enumerate() {
        if nth > 0 {
            writeln!(call.out)?;
        }
        print(call, found)?;
    }
    Ok(())
}

/// What was not done as it was asked.
fn told(call: &Call<'_>, finding: &Finding) {
    for date in &finding.query.unread {
        call.tell(&call.words.error(&Error::BadValue("date", date.clone())));
    }
    if finding.some && !finding.found.is_empty() {
        call.tell(&call.words.say("search-some", &[]));
    }
}

fn printed(found: &Found) -> Printed<'_> {
    Printed {
        article: Named::from(&found.entry),
        score: found.score,
        snippet: &found.snippet,
        hits: found.hits.iter().map(|hit| [hit.start, hit.end]).collect(),
        r#in: match found.place {
            FoundIn::Text(_) => "text",
            FoundIn::Note(_) | FoundIn::Sheet => "note",
            FoundIn::Tag(_) => "tag",
        },
    }
}

/// The article and its best sentence.
fn print(call: &mut Call<'_>, found: &Found) -> Result<(), Stop> {
    brief::head(call, &found.entry)?;
    let sentence = marked(call, &found.snippet, &found.hits);
    let label = match found.place {
        FoundIn::Text(_) => String::new(),
        FoundIn::Note(_) | FoundIn::Sheet => call.words.say("in-note", &[]) + " ",
        FoundIn::Tag(_) => call.words.say("in-tag", &[]) + " ",
    };
    call.line(&format!("{label}{sentence}"))
}

/// The text in one row with its hits in bold; without styles it is left as its author
/// punctuated it.
fn marked(call: &Call<'_>, text: &str, hits: &[Range<u32>]) -> String {
    let mut out = String::with_capacity(text.len() + 16 * hits.len());
    let mut rest = text;
    let mut at = 0;
    for hit in hits {
        let before = hit.start.saturating_sub(at) as usize;
        let (plain, found) = split(rest, before);
        let (found, after) = split(found, hit.len());
        out.push_str(&in_row(plain));
        out.push_str(&call.styled(BOLD, &in_row(found)));
        rest = after;
        at = hit.end;
    }
    out + &in_row(rest)
}

/// The text before and after its first code points.
fn split(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count);
    text.split_at(at.map_or(text.len(), |(at, _)| at))
}

/// Without what would end the row or command the terminal.
fn in_row(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    kept.collect()
}
