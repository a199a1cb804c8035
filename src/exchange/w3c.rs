//! How are passages, tags and articles said in terms that others know?

use serde::Serialize;
use serde_json::json;

use super::{About, Leaving, Tags, moment};
use crate::{
    article::ArticleId,
    passage::{Colour, Selector, Tag, TagId, Work},
    text::{Class, first_strong},
};

/// The context of every annotation.
pub(super) const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";

/// How an article is called outside of the library.
pub(super) const ARTICLE: &str = "urn:hashiya:";

/// How a tag and a passage are called outside of it.
pub(super) const UUID: &str = "urn:uuid:";

/// What an article is called outside of the library.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By us.
    article: String,
    /// By all: its address, where it has one.
    source: String,
}

impl Names {
    pub(super) fn new(about: &About) -> Self {
        let article = format!("{ARTICLE}{}", about.id);
        let address = about.meta.url.as_deref().filter(|url| is_iri(url));
        let source = address.unwrap_or(&article).to_owned();
        Self { article, source }
    }
}

/// A tag.
#[derive(Serialize)]
pub(super) struct Concept<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "skos:prefLabel")]
    name: &'a str,
    #[serde(rename = "skos:broader", skip_serializing_if = "Option::is_none")]
    parent: Option<Link>,
    #[serde(rename = "skos:definition", skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(rename = "hashiya:colour")]
    colour: &'static str,
    #[serde(rename = "hashiya:letter", skip_serializing_if = "Option::is_none")]
    letter: Option<char>,
}

#[derive(Serialize)]
struct Link {
    id: String,
}

impl<'a> Concept<'a> {
    pub(super) fn new(tag: &'a Tag) -> Self {
        let iri = |id: &TagId| format!("{UUID}{id}");
        Self {
            id: iri(&tag.id),
            kind: "skos:Concept",
            name: &tag.name,
            parent: tag.parent.as_ref().map(|id| Link { id: iri(id) }),
            description: &tag.description,
            colour: tag.colour.name(),
            letter: tag.letter,
        }
    }
}

/// What is said of a passage, or of an article as a whole.
#[derive(Serialize)]
pub(super) struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Person<'a>>,
    #[serde(rename = "hashiya:colour", skip_serializing_if = "Option::is_none")]
    colour: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

impl<'a> Annotation<'a> {
    /// What is said of an article as a whole; none where nothing is.
    pub(super) fn of_article(names: &'a Names, about: &'a About, tags: &'a Tags) -> Option<Self> {
        let sheet = &about.sheet;
        let said = !sheet.tags.is_empty() || !sheet.note.is_empty();
        said.then(|| Self {
            id: format!("{}:sheet", names.article),
            kind: "Annotation",
            motivation: motivation(&sheet.tags, &sheet.note),
            created: None,
            modified: None,
            creator: None,
            colour: None,
            body: bodies(tags, &sheet.tags, &sheet.note),
            target: target(names, None, None),
        })
    }

    /// What is said of a passage of the article of these names.
    pub(super) fn of_passage(names: &'a Names, leaving: &'a Leaving, tags: &'a Tags) -> Self {
        let passage = &leaving.passage;
        let coder = Some(passage.coder.as_str()).filter(|coder| !coder.is_empty());
        Self {
            id: format!("{UUID}{}", passage.id),
            kind: "Annotation",
            motivation: motivation(&passage.tags, &passage.note),
            created: moment(passage.created),
            modified: moment(passage.modified),
            creator: coder.map(|name| Person {
                kind: "Person",
                name,
            }),
            colour: passage.colour.map(Colour::name),
            body: bodies(tags, &passage.tags, &passage.note),
            target: target(names, Some(&passage.selector), leaving.seen),
        }
    }
}

#[derive(Serialize)]
struct Person<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(rename = "textDirection", skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(rename = "hashiya:tag", skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
}

#[derive(Serialize)]
struct Target<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: &'a str,
    #[serde(rename = "hashiya:article")]
    article: &'a str,
    #[serde(rename = "hashiya:version", skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<[Select<'a>; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Select<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

#[derive(Serialize)]
struct State {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "sourceDate")]
    date: String,
}

fn motivation(tags: &[TagId], note: &str) -> &'static str {
    match (tags, note) {
        ([], "") => "highlighting",
        ([], _) => "commenting",
        _ => "tagging",
    }
}

fn bodies<'a>(tags: &'a Tags, ids: &[TagId], note: &'a str) -> Vec<Body<'a>> {
    let tagging = tags.of(ids).map(|tag| Body {
        kind: "TextualBody",
        purpose: "tagging",
        value: &tag.name,
        format: None,
        direction: None,
        tag: Some(format!("{UUID}{}", tag.id)),
    });
    let mut bodies: Vec<Body<'a>> = tagging.collect();
    if !note.is_empty() {
        bodies.push(Body {
            kind: "TextualBody",
            purpose: "commenting",
            value: note,
            format: Some("text/markdown"),
            direction: direction(note),
            tag: None,
        });
    }
    bodies
}

/// The direction of a note by its first letter that has one.
fn direction(note: &str) -> Option<&'static str> {
    first_strong(note.chars().map(Class::of)).map(|level| if level == 0 { "ltr" } else { "rtl" })
}

fn target<'a>(names: &'a Names, selector: Option<&'a Selector>, seen: Option<i64>) -> Target<'a> {
    let select = |selector: &'a Selector| {
        [
            Select::Quote {
                exact: &selector.quote,
                prefix: &selector.prefix,
                suffix: &selector.suffix,
            },
            Select::Position {
                start: selector.start,
                end: selector.end,
            },
        ]
    };
    Target {
        kind: "SpecificResource",
        source: &names.source,
        article: &names.article,
        version: selector.map(|selector| selector.version),
        selector: selector.map(select),
        state: seen.and_then(moment).map(|date| State {
            kind: "TimeState",
            date,
        }),
    }
}

/// An article that annotations are about.
pub(super) fn article(about: &About) -> serde_json::Value {
    let meta = &about.meta;
    let mut article = json!({
        "id": format!("{ARTICLE}{}", about.id),
        "type": "schema:Article",
        "schema:headline": meta.title,
        "schema:author": meta.author,
        "schema:publisher": meta.source,
        "schema:articleSection": meta.section,
        "schema:url": meta.url,
        "schema:identifier": meta.source_id,
        "schema:datePublished": meta.date,
        "schema:inLanguage": meta.language,
        "hashiya:work": about.sheet.work.map(Work::name),
    });
    if let Some(fields) = article.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    article
}

/// Whether an address can stand as an IRI: it names its scheme and holds nothing that none may
/// (RFC 3987).
fn is_iri(address: &str) -> bool {
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let barred = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    named && !address.contains(barred)
}

/// The name of an article from how it is called outside.
pub(super) fn article_of(iri: &str) -> Option<ArticleId> {
    let id = iri.strip_prefix(ARTICLE)?;
    let own = id.len() == 16 && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
    own.then(|| ArticleId::from_stored(id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_iri_is_no_source() {
        for (address, is) in [
            ("https://example.org/مقال?a=1#b", true),
            ("example.org/a", false),
            ("https://example.org/a b", false),
            ("https://example.org/<a>", false),
            ("", false),
        ] {
            assert_eq!(is_iri(address), is, "{address}");
        }
    }
}
