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

use super::{
    About, Export, Leaving, Tags,
    escape::write,
    w3c::{ANNO, ARTICLE, Annotation, Concept, Names, article},
};
use crate::passage::Tag;

/// Writes W3C annotations.
#[derive(Debug)]
pub struct Json<W> {
    out: W,
    tags: Tags,
    items: Items,
    articles: Vec<serde_json::Value>,
    /// Those of the article that passages are of now.
    names: Names,
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
            items: Items { id, total: 0 },
            articles: Vec::new(),
            names: Names::default(),
        })
    }
}

/// The list of annotations.
#[derive(Debug)]
struct Items {
    /// The address of the collection.
    id: String,
    total: u64,
}

impl Items {
    /// Writes the next one, and before the first what opens the list.
    fn put(&mut self, out: &mut impl Write, annotation: &Annotation<'_>) -> io::Result<()> {
        if self.total == 0 {
            let page = json!({
                "id": self.page(),
                "type": "AnnotationPage",
                "partOf": self.id,
                "startIndex": 0,
            });
            let page = page.to_string();
            let open = page.trim_end_matches('}');
            write!(out, ",\n\"first\": {open}, \"items\": [")?;
        }
        out.write_all(if self.total == 0 { b"\n" } else { b",\n" })?;
        self.total += 1;
        write(out, annotation)
    }

    fn page(&self) -> String {
        format!("{}:page", self.id)
    }
}

impl<W: Write> Export for Json<W> {
    fn article(&mut self, about: &About) -> io::Result<()> {
        self.names = Names::new(about);
        self.articles.push(article(about));
        let annotation = Annotation::of_article(&self.names, about, &self.tags);
        annotation.map_or(Ok(()), |annotation| {
            self.items.put(&mut self.out, &annotation)
        })
    }

    fn passage(&mut self, leaving: &Leaving) -> io::Result<()> {
        let annotation = Annotation::of_passage(&self.names, leaving, &self.tags);
        self.items.put(&mut self.out, &annotation)
    }

    fn end(&mut self) -> io::Result<()> {
        let total = self.items.total;
        if total > 0 {
            let page = json!(self.items.page());
            write!(self.out, "\n]}},\n\"last\": {page}")?;
        }
        let open = "\"hashiya:articles\": [";
        write!(self.out, ",\n\"total\": {total},\n{open}")?;
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
}
