//! From where and when is a related article, and why is it related?

use std::fmt::Write;

use crate::{
    app::{
        App,
        coding::{Names, tags},
    },
    article::Date,
    desk::{Entry, Near},
    words::isolated,
};

/// So many of the words that made it are named.
const TERMS: usize = 5;
/// So many of the sources that print the same words are named.
const SOURCES: usize = 4;

impl App {
    /// Source, distance in time from a date, and the reasons, in one line; which bytes of it
    /// are a tag's name.
    pub fn why(&self, near: &Near, from: Option<Date>) -> (String, Names) {
        let comma = format!("{} ", self.words.say("tag-comma", &[]));
        let terms: Vec<String> = near.terms.iter().take(TERMS).map(|t| isolated(t)).collect();
        let by_hand = near
            .by_hand
            .then(|| isolated(&self.words.say("related-by-hand", &[])));
        let terms = (!terms.is_empty()).then(|| terms.join(&comma));
        let parts: Vec<String> = [Some(self.whence(&near.entry, from)), by_hand, terms]
            .into_iter()
            .flatten()
            .collect();
        let mut text = parts.join(" | ");
        let shared = near.tags.iter().filter_map(|id| self.codebook.get(id));
        let (names, mut places) = tags(self, shared.map(|entry| &entry.tag));
        if !names.is_empty() {
            let start = text.len() + " | ".len();
            let _ = write!(text, " | {names}");
            for (bytes, _) in &mut places {
                *bytes = start + bytes.start..start + bytes.end;
            }
        }
        (text, places)
    }

    /// Source and distance in time from a date; the date itself where there is none to be
    /// distant from.
    pub fn whence(&self, entry: &Entry, from: Option<Date>) -> String {
        let when = match (entry.meta.date, from) {
            (None, _) => self.words.say("undated", &[]),
            (Some(date), None) => self.words.day(&date.to_string(), self.today),
            (Some(date), Some(from)) => {
                let apart = self.words.apart(&date.to_string(), &from.to_string());
                apart.unwrap_or_default()
            }
        };
        let parts = entry.source().into_iter().chain([when]);
        let parts: Vec<String> = parts.map(|part| isolated(&part)).collect();
        parts.join(" | ")
    }

    /// Where else the same words are printed, if they are.
    pub fn also(&self, also: &[Entry]) -> Option<String> {
        if also.is_empty() {
            return None;
        }
        let mut sources: Vec<String> = Vec::new();
        for source in also.iter().filter_map(Entry::source) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        if sources.is_empty() {
            let count = [("count", (also.len() as u64).into())];
            return Some(self.words.say("also-more", &count));
        }
        let more = sources.len() > SOURCES;
        sources.truncate(SOURCES);
        let comma = self.words.say("tag-comma", &[]);
        let mut names = sources.join(&format!("{comma} "));
        names += if more { "…" } else { "" };
        Some(
            self.words
                .say("also-printed", &[("names", (&names).into())]),
        )
    }
}
