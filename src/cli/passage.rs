//! How is a passage printed?

use jiff::Timestamp;
use serde::Serialize;

use super::{Call, Stop, json};
use crate::{
    article::opening,
    error::Error,
    passage::{Codebook, Colour, How, Passage, Placement},
    words::safe,
};

/// A passage as an object of the command line.
#[derive(Serialize)]
pub struct Printed<'a> {
    id: &'a str,
    article: &'a str,
    start: Option<u32>,
    end: Option<u32>,
    text: Option<String>,
    quote: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    tags: Vec<&'a str>,
    note: &'a str,
    colour: Option<&'static str>,
    coder: &'a str,
    created: Option<String>,
    modified: Option<String>,
    state: &'static str,
}

impl<'a> Printed<'a> {
    /// A passage whose text stands so in the current version. The first codebook that knows a
    /// tag gives its name.
    pub fn new(passage: &'a Passage, text: Option<String>, books: &[&'a Codebook]) -> Self {
        let entry = |id| books.iter().find_map(|book| book.get(id));
        let first = passage.tags.first().and_then(entry);
        let range = passage.placement.range();
        let time = |at| Some(Timestamp::from_millisecond(at).ok()?.to_string());
        Self {
            id: passage.id.as_str(),
            article: passage.article.as_str(),
            start: range.map(|range| range.start),
            end: range.map(|range| range.end),
            text,
            quote: &passage.selector.quote,
            prefix: &passage.selector.prefix,
            suffix: &passage.selector.suffix,
            tags: passage
                .tags
                .iter()
                .filter_map(entry)
                .map(|entry| entry.tag.name.as_str())
                .collect(),
            note: &passage.note,
            colour: passage
                .colour
                .or(first.map(|entry| entry.tag.colour))
                .map(Colour::name),
            coder: &passage.coder,
            created: time(passage.created),
            modified: time(passage.modified),
            state: passage.placement.state(),
        }
    }

    /// The same of a passage that is no more.
    #[must_use]
    pub fn gone(self) -> Self {
        Self {
            state: "gone",
            ..self
        }
    }

    /// Id, words, how it stands if not in its place, tags, note: one line.
    pub fn line(&self, call: &Call<'_>) -> String {
        let text = self.text.as_deref().unwrap_or(self.quote);
        let mut parts = vec![in_line(text)];
        if self.state != "placed" {
            parts.push(call.words.say(&format!("standing-{}", self.state), &[]));
        }
        if !self.tags.is_empty() {
            parts.push(tags(call, &self.tags));
        }
        if !self.note.is_empty() {
            parts.push(in_line(self.note));
        }
        format!("{}  {}", self.id, parts.join(" | "))
    }
}

/// Prints a passage as it is now.
pub fn print(call: &mut Call<'_>, passage: &Passage, as_json: bool) -> Result<(), Stop> {
    let book = call.desk.codebook()?;
    let text = text(call, passage)?;
    let printed = Printed::new(passage, text, &[&book]);
    if as_json {
        json::line(call.out, &printed)?;
    } else {
        let line = printed.line(call);
        call.line(&line)?;
    }
    Ok(())
}

/// The words of a passage as they stand in the current version.
pub fn text(call: &mut Call<'_>, passage: &Passage) -> Result<Option<String>, Error> {
    match &passage.placement {
        Placement::Orphan => Ok(None),
        Placement::At(range, How::Near) => {
            let text = call.desk.load(&passage.article)?.article.text();
            let chars = text.chars().skip(range.start as usize);
            Ok(Some(chars.take(range.len()).collect()))
        }
        Placement::At(..) => Ok(Some(passage.selector.quote.clone())),
    }
}

/// The first words of a text of several lines, in one.
fn in_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    safe(&opening(&words.join(" "))).into_owned()
}

/// Tags as the reader shows them.
pub fn tags(call: &Call<'_>, names: &[&str]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("#{}", safe(name)))
        .collect();
    let comma = call.words.say("tag-comma", &[]);
    names.join(&format!("{comma} "))
}
