//! How does a raw document become an article and a list of flaws?
//!
//! Pure: bytes in, article out. Whoever reads files decides what a document is with
//! [`form`], cuts archives into records ([`Form::JsonLines`]: one a line;
//! [`Form::JsonArray`]: [`elements`]) and hands each document to [`read`].

mod byline;
mod charset;
mod date;
mod label;
mod normal;
mod page;
mod verse;
mod word;

use crate::article::{Article, Flaw, FlawKind, Meta};

/// An article and what the page left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What could be read.
    pub article: Article,
    /// What could not.
    pub flaws: Vec<Flaw>,
}

/// The form of a document. Content decides, not the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text, as scraped.
    Plain,
    /// Markdown, perhaps with front matter.
    Markdown,
    /// One JSON object that is an article.
    Json,
    /// A JSON array of articles.
    JsonArray,
    /// A JSON object a line.
    JsonLines,
    /// HTML.
    Html,
}

/// Why a document gives no article at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes, or nothing but white space.
    Empty,
    /// The bytes are no text.
    Binary,
    /// The form is known, but the document is broken or not one that can be read (why).
    Unreadable(String),
}

/// What form the bytes have, judged by the first of them (64 KiB are enough) and,
/// where they leave it open, by the file's name.
pub fn form(head: &[u8], name: Option<&str>) -> Form {
    let _ = name;
    match head.iter().find(|b| !b.is_ascii_whitespace()) {
        Some(b'{') => Form::JsonLines,
        Some(b'[') => Form::JsonArray,
        _ => Form::Plain,
    }
}

/// The elements of a JSON array, each as the bytes of one [`Form::Json`] document.
pub fn elements(bytes: &[u8]) -> Result<Vec<&[u8]>, Refusal> {
    let values: Vec<&serde_json::value::RawValue> =
        serde_json::from_slice(bytes).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    Ok(values.into_iter().map(|v| v.get().as_bytes()).collect())
}

/// Reads one document. `name` is the file's name, if it has one.
pub fn read(bytes: &[u8], form: Form, name: Option<&str>) -> Result<Reading, Refusal> {
    let _ = name;
    let mut flaws = Vec::new();
    let text = charset::decode(bytes, form, &mut flaws)?;
    let article = plain(&text, &mut flaws);
    if article.blocks.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Reading { article, flaws })
}

fn plain(text: &str, flaws: &mut Vec<Flaw>) -> Article {
    let (text, controls) = normal::normal(text);
    if controls > 0 {
        flaws.push(Flaw::new(FlawKind::Controls, controls.to_string()));
    }
    page::read(page::raw_lines(&text), Meta::default(), flaws)
}
