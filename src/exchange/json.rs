//! How does a passage look as a W3C annotation?
//!
//! The document is an `AnnotationCollection` with one page; an annotation is a line of it. What
//! the Recommendation has no place for is said in vocabularies that its own context names, SKOS
//! for tags and schema.org for articles, and what they lack under `hashiya:` ([`CONTEXT`]):
//!
//! - `hashiya:tags`, before all annotations: the codebook.
//! - `hashiya:articles`, after them: the articles of these annotations, with the work on them.
//! - in a target `hashiya:article`, the article by our name for it, and `hashiya:version`, the
//!   version whose text the selectors mean; in a body `hashiya:tag`, the tag; in an annotation
//!   `hashiya:colour`, a colour of its own.
//!
//! Selectors are those that were made, for they are of one text: positions and quote agree. An
//! annotation of a whole article has no selector. A page may not be empty: a collection of
//! nothing has none.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::json;

use super::{About, Export, Leaving, Tags, escape::write, moment};
use crate::{
    article::ArticleId,
    passage::{Passage, Selector, Tag, TagId},
    text::{Class, first_strong},
};

/// The context of every annotation.
pub(super) const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";

/// How an article is called outside of the library.
pub(super) const ARTICLE: &str = "urn:hashiya:";

/// How a tag and a passage are called outside of it.
pub(super) const UUID: &str = "urn:uuid:";

/// Writes W3C annotations.
#[derive(Debug)]
pub struct Json<W> {
    out: W,
    tags: Tags,
    /// The address of the collection.
    id: String,
    articles: Vec<serde_json::Value>,
    source: String,
    article: String,
    total: u64,
}

impl<W: Write> Json<W> {
    /// Begins a document with these tags; the nonce names the library.
    pub fn new(mut out: W, tags: Vec<Tag>, nonce: &str) -> io::Result<Self> {
        let id = format!("{ARTICLE}library:{nonce}");
        let context = json!([ANNO, {
            "hashiya": "urn:hashiya:ns:",
            "hashiya:article": {"@type": "@id"},
            "hashiya:tag": {"@type": "@id"},
        }]);
        out.write_all(b"{\"@context\": ")?;
        write(&mut out, &context)?;
        out.write_all(b",\n\"id\": ")?;
        write(&mut out, &id)?;
        out.write_all(b", \"type\": \"AnnotationCollection\",\n\"hashiya:tags\": [")?;
        lines(&mut out, tags.iter().map(Concept::new))?;
        out.write_all(b"]")?;
        Ok(Self {
            out,
            tags: tags.into(),
            id,
            articles: Vec::new(),
            source: String::new(),
            article: String::new(),
            total: 0,
        })
    }

    /// Opens the place of the next annotation.
    fn next(&mut self) -> io::Result<()> {
        if self.total == 0 {
            let (id, page) = (&self.id, format!("{}:page", self.id));
            let head = json!({"id": page, "type": "AnnotationPage", "partOf": id, "startIndex": 0});
            let head = head.to_string();
            let open = head.trim_end_matches('}');
            write!(self.out, ",\n\"first\": {open}, \"items\": [")?;
        }
        let separator = if self.total == 0 { "\n" } else { ",\n" };
        self.total += 1;
        self.out.write_all(separator.as_bytes())
    }
}

impl<W: Write> Export for Json<W> {
    fn article(&mut self, about: &About) -> io::Result<()> {
        self.article = format!("{ARTICLE}{}", about.id);
        let address = about.meta.url.as_deref().filter(|url| is_iri(url));
        self.source = address.unwrap_or(&self.article).to_owned();
        self.articles.push(article(about));
        let sheet = &about.sheet;
        if sheet.tags.is_empty() && sheet.note.is_empty() {
            return Ok(());
        }
        self.next()?;
        let annotation = Annotation {
            id: format!("{ARTICLE}{}:sheet", about.id),
            kind: "Annotation",
            motivation: motivation(&sheet.tags, &sheet.note),
            created: None,
            modified: None,
            creator: None,
            colour: None,
            body: bodies(&self.tags, &sheet.tags, &sheet.note),
            target: target(&self.source, &self.article, None, None),
        };
        write(&mut self.out, &annotation)
    }

    fn passage(&mut self, leaving: &Leaving) -> io::Result<()> {
        let passage: &Passage = &leaving.passage;
        self.next()?;
        let coder = Some(passage.coder.as_str()).filter(|coder| !coder.is_empty());
        let annotation = Annotation {
            id: format!("{UUID}{}", passage.id),
            kind: "Annotation",
            motivation: motivation(&passage.tags, &passage.note),
            created: moment(passage.created),
            modified: moment(passage.modified),
            creator: coder.map(|name| Person {
                kind: "Person",
                name,
            }),
            colour: passage.colour.map(crate::passage::Colour::name),
            body: bodies(&self.tags, &passage.tags, &passage.note),
            target: target(
                &self.source,
                &self.article,
                Some(&passage.selector),
                leaving.seen,
            ),
        };
        write(&mut self.out, &annotation)
    }

    fn end(&mut self) -> io::Result<()> {
        if self.total > 0 {
            let page = json!(format!("{}:page", self.id));
            write!(self.out, "\n]}},\n\"last\": {page}")?;
        }
        write!(
            self.out,
            ",\n\"total\": {},\n\"hashiya:articles\": [",
            self.total
        )?;
        lines(&mut self.out, self.articles.drain(..))?;
        self.out.write_all(b"]}\n")?;
        self.out.flush()
    }
}

/// Values of an array, each in a line.
fn lines(out: &mut impl Write, values: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    for (nth, value) in values.enumerate() {
        out.write_all(if nth == 0 { b"\n" } else { b",\n" })?;
        write(out, &value)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Concept<'a> {
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
    fn new(tag: &'a Tag) -> Self {
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

#[derive(Serialize)]
struct Annotation<'a> {
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

fn target<'a>(
    source: &'a str,
    article: &'a str,
    selector: Option<&'a Selector>,
    seen: Option<i64>,
) -> Target<'a> {
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
        source,
        article,
        version: selector.map(|selector| selector.version),
        selector: selector.map(select),
        state: seen.and_then(moment).map(|date| State {
            kind: "TimeState",
            date,
        }),
    }
}

fn article(about: &About) -> serde_json::Value {
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
        "hashiya:work": about.sheet.work.map(crate::passage::Work::name),
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
    use serde_json::Value;

    use super::*;
    use crate::exchange::sample;

    fn written(each: &[(&About, &[&Leaving])], tags: &[Tag]) -> Value {
        let mut out = Vec::new();
        let mut json = Json::new(&mut out, tags.to_vec(), "0123").unwrap();
        for (about, passages) in each {
            json.article(about).unwrap();
            for leaving in *passages {
                json.passage(leaving).unwrap();
            }
        }
        json.end().unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn a_passage_is_an_annotation() {
        let (tags, about, leaving) = sample::all();
        let json = written(&[(&about, &[&leaving])], &tags);
        let items = &json["first"]["items"];
        assert_eq!(
            (&json["total"], items.as_array().unwrap().len()),
            (&json!(2), 2)
        );
        let whole = &items[0];
        assert_eq!(whole["target"].get("selector"), None);
        assert_eq!(whole["motivation"], "tagging");
        assert_eq!(
            items[1],
            json!({
                "id": format!("urn:uuid:{}", sample::PASSAGE),
                "type": "Annotation",
                "motivation": "tagging",
                "created": "2025-06-20T17:00:00.123Z",
                "modified": "2025-06-20T17:00:00.456Z",
                "creator": {"type": "Person", "name": "ليلى"},
                "hashiya:colour": "cyan",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": "السياسة",
                     "hashiya:tag": format!("urn:uuid:{}", tags[0].id)},
                    {"type": "TextualBody", "purpose": "tagging", "value": "سياسة خارجية",
                     "hashiya:tag": format!("urn:uuid:{}", tags[1].id)},
                    {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown",
                     "value": "ملاحظة **مهمة**\n\nوسطر آخر", "textDirection": "rtl"},
                ],
                "target": {
                    "type": "SpecificResource",
                    "source": "https://example.org/a",
                    "hashiya:article": "urn:hashiya:abcdefghijklmn23",
                    "hashiya:version": 2,
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": "نعم\u{202e}!", "prefix": "قال ", "suffix": " ثم"},
                        {"type": "TextPositionSelector", "start": 4, "end": 8},
                    ],
                    "state": {"type": "TimeState", "sourceDate": "2025-06-20T06:13:20Z"},
                },
            })
        );
    }

    #[test]
    fn what_is_said_is_why() {
        let (tags, mut about, mut leaving) = sample::all();
        about.sheet = crate::passage::Sheet::default();
        leaving.passage.tags.clear();
        let mut bare = leaving.clone();
        bare.passage.note.clear();
        let json = written(&[(&about, &[&leaving, &bare])], &tags);
        let items = &json["first"]["items"];
        assert_eq!(items[0]["motivation"], "commenting");
        assert_eq!(
            (&items[1]["motivation"], items[1].get("body")),
            (&json!("highlighting"), None)
        );
    }

    #[test]
    fn a_page_may_not_be_empty() {
        let json = written(&[], &[]);
        assert_eq!((&json["total"], json.get("first")), (&json!(0), None));
    }

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
