//! How does a raw document become an article and a list of flaws?
//!
//! Pure: bytes in, article out. Whoever reads files decides what a document is with
//! [`form`], cuts archives into records ([`Form::JsonLines`]: one a line;
//! [`Form::JsonArray`]: [`elements`]) and hands each document to [`read`].

mod byline;
mod charset;
mod date;
mod fields;
mod form;
mod front;
mod html;
mod label;
mod letter;
mod markdown;
mod normal;
mod page;
mod record;
mod rich;
mod verse;
mod word;

pub use charset::{is_utf_16, utf_16_to_8};
pub use form::form;
pub use normal::normal;

use crate::{
    article::{Article, Block, Date, Flaw, FlawKind, Kind, Meta},
    text::fold,
};

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

/// The elements of a JSON array, each as the bytes of one [`Form::Json`] document.
pub fn elements(bytes: &[u8]) -> Result<Vec<&[u8]>, Refusal> {
    let values: Vec<&serde_json::value::RawValue> =
        serde_json::from_slice(bytes).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    Ok(values.into_iter().map(|v| v.get().as_bytes()).collect())
}

/// The date that a reader typed: as it is kept, or in words, in either digits.
pub fn date(text: &str) -> Option<Date> {
    let digits = fold(text.trim());
    let kept = digits.to_uppercase().parse().ok();
    kept.or_else(|| {
        let dates = date::scan(text);
        let whole = |dates: &date::Dates| dates.other_words == 0;
        dates
            .stamps
            .first()
            .filter(|_| whole(&dates))
            .map(|stamp| stamp.date)
    })
    .or_else(|| {
        // a month and its year are a date without its day
        let dates = date::scan(&format!("1 {text}"));
        let day = dates
            .stamps
            .first()
            .filter(|_| dates.other_words == 0)?
            .date
            .civil();
        Date::month(day.year(), day.month())
    })
}

/// Reads one document. The file's name is known to the caller; no form says more by it yet.
pub fn read(bytes: &[u8], form: Form, _name: Option<&str>) -> Result<Reading, Refusal> {
    let mut flaws = Vec::new();
    let text = charset::decode(bytes, form, &mut flaws)?;
    let article = match form {
        Form::Plain => plain(&text, &mut flaws),
        Form::Markdown => markdown(&text, &mut flaws),
        Form::Html => html_page(&text, &mut flaws),
        Form::Json | Form::JsonLines | Form::JsonArray => record::read(&text, &mut flaws)?,
    };
    if article.blocks.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Reading { article, flaws })
}

fn plain(text: &str, flaws: &mut Vec<Flaw>) -> Article {
    let (text, controls) = normal(text);
    note(controls, flaws);
    page::read(page::raw_lines(&text), Meta::default(), flaws)
}

fn html_page(text: &str, flaws: &mut Vec<Flaw>) -> Article {
    let mut controls = 0;
    let (lines, meta) = html::document(text, &mut controls);
    note(controls, flaws);
    let mut article = page::read(lines, meta, flaws);
    if !article.blocks.iter().any(|b| b.kind == Kind::Title)
        && !flaws.iter().any(|f| f.kind == FlawKind::NoTitle)
    {
        let title = Block::new(Kind::Title, article.meta.title.clone());
        article.blocks.insert(0, title);
    }
    article
}

fn markdown(text: &str, flaws: &mut Vec<Flaw>) -> Article {
    let text = text.trim_start();
    let (mut meta, mut lines, mut below) = (Meta::default(), Vec::new(), text);
    let mut controls = 0;
    if let Some(front) = front::front(text) {
        below = front.text;
        if let Some(fields) = front.fields {
            meta = fields::meta(&fields, flaws);
            lines = record::lead(&fields, &[]);
        } else {
            flaws.push(Flaw::new(FlawKind::FrontMatter, ""));
            let (block, removed) = normal(front.block);
            controls += removed;
            lines = page::raw_lines(&block);
        }
    }
    lines.extend(markdown::lines(below, &mut controls));
    note(controls, flaws);
    page::read_clean(lines, meta, flaws)
}

/// Says how many control characters were taken out.
fn note(controls: usize, flaws: &mut Vec<Flaw>) {
    if controls > 0 {
        flaws.push(Flaw::new(FlawKind::Controls, controls.to_string()));
    }
}
