//! How is an article printed that was found: its fields, its first two rows?

use serde::Serialize;

use super::{Call, Stop};
use crate::{
    article::Date,
    store::Entry,
    words::{isolated, safe},
};

/// What names an article in every answer.
#[derive(Serialize)]
pub struct Named<'a> {
    id: &'a str,
    source_id: Option<&'a str>,
    title: &'a str,
    source: Option<&'a str>,
    date: Option<Date>,
}

impl<'a> From<&'a Entry> for Named<'a> {
    fn from(entry: &'a Entry) -> Self {
        Self {
            id: entry.id.as_str(),
            source_id: entry.meta.source_id.as_deref(),
            title: &entry.meta.title,
            source: entry.meta.source.as_deref(),
            date: entry.meta.date,
        }
    }
}

/// The ids of articles.
pub fn ids(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

/// The title; the id, bare for whoever copies it; source and date, each isolated.
pub fn head(call: &mut Call<'_>, entry: &Entry) -> Result<(), Stop> {
    call.line(&safe(&entry.meta.title))?;
    let date = match entry.meta.date {
        Some(date) => call.words.date(&date.to_string()),
        None => call.words.say("undated", &[]),
    };
    let parts = source(entry).into_iter().chain([date]);
    let parts: Vec<String> = parts.map(|part| isolated(&part)).collect();
    let row = format!("{}  {}", entry.id, parts.join(" | "));
    let row = call.styled(DIM, &row);
    call.line(&row)
}

/// Its source, or in parentheses the name of the document it came from.
pub fn source(entry: &Entry) -> Option<String> {
    match (&entry.meta.source, &entry.origin) {
        (Some(source), _) => Some(safe(source).into_owned()),
        (None, origin) => origin.as_ref().map(|origin| format!("({})", safe(origin))),
    }
}

/// How a terminal shows what matters less.
pub const DIM: u8 = 2;

/// How it shows what matters more.
pub const BOLD: u8 = 1;

impl Call<'_> {
    /// The text in a style (SGR), where styles are wanted.
    pub fn styled(&self, style: u8, text: &str) -> String {
        if self.styles && !text.is_empty() {
            format!("\x1b[{style}m{text}\x1b[22m")
        } else {
            text.to_owned()
        }
    }
}
