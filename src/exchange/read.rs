//! What annotations does a JSON document hold?
//!
//! A single annotation, a list of them, a page or a collection of the W3C's model, the export of
//! Hypothesis. Annotation after annotation is read from the input, so that only what they say is
//! held. Nothing is guessed: what cannot be taken ends the reading with the number of the
//! annotation and why.

use std::{
    fmt,
    io::{BufReader, Read},
};

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::{
    Given,
    annotation::{self, Fields, Why},
    hypothesis,
};
use crate::error::Error;

/// The most bytes of one document.
pub const LARGEST: u64 = 1 << 30;

/// Reads a document of this name.
pub fn read(input: impl Read, name: &str) -> Result<Given, Error> {
    within(input, name, LARGEST)
}

fn within(input: impl Read, name: &str, limit: u64) -> Result<Given, Error> {
    let mut limited = input.take(limit + 1);
    let mut reading = Reading::default();
    let read = parse(&mut limited, &mut reading);
    if limited.limit() == 0 {
        return Err(Error::TooLarge {
            name: name.to_owned(),
            bytes: limit + 1,
            limit,
        });
    }
    let name = name.to_owned();
    if let Some((number, why)) = reading.fault {
        return Err(Error::BadAnnotation { name, number, why });
    }
    read.map_err(|e| match e.io_error_kind() {
        Some(kind) => Error::System(name.clone().into(), kind.into()),
        None => Error::Unreadable {
            name: name.clone(),
            why: e.to_string(),
        },
    })?;
    if reading.empty {
        return Err(Error::NoAnnotations(name));
    }
    Ok(reading.given)
}

fn parse(input: &mut impl Read, reading: &mut Reading) -> serde_json::Result<()> {
    let mut input = BufReader::new(input);
    skip_mark(&mut input).map_err(serde_json::Error::io)?;
    let mut json = serde_json::Deserializer::from_reader(input);
    Part(reading, List::Notes).deserialize(&mut json)?;
    json.end()
}

/// Takes the byte-order mark that some programs put before UTF-8.
fn skip_mark(input: &mut impl std::io::BufRead) -> std::io::Result<()> {
    let marked = input.fill_buf()?.starts_with("\u{feff}".as_bytes());
    input.consume(if marked { 3 } else { 0 });
    Ok(())
}

/// What has been read so far.
struct Reading {
    given: Given,
    /// How many annotations have begun.
    number: u32,
    /// Whether nothing was met that could hold annotations.
    empty: bool,
    /// The annotation that cannot be taken, and why.
    fault: Option<(u32, Why)>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            given: Given::default(),
            number: 0,
            empty: true,
            fault: None,
        }
    }
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Notes,
    Terms,
    Labels,
}

impl Reading {
    /// Takes one object of a list.
    fn take(&mut self, list: List, value: &Value) -> Result<(), ()> {
        if list == List::Notes {
            self.number += 1;
        }
        let taken = value
            .as_object()
            .ok_or("no-object")
            .and_then(|fields| self.object(list, fields));
        taken.map_err(|why| self.fault = Some((self.number, why)))
    }

    fn object(&mut self, list: List, fields: &Fields) -> Result<(), Why> {
        match list {
            List::Terms => {
                let term = annotation::term(fields).map_err(|_| "term")?;
                self.given.terms.push(term);
            }
            List::Labels => {
                let label = annotation::label(fields).map_err(|_| "label")?;
                self.given.articles.push(label);
            }
            List::Notes if hypothesis::answers(fields) => self.given.skipped += 1,
            List::Notes => {
                let notes = annotation::notes(fields, self.number)?;
                self.given.notes.extend(notes);
            }
        }
        Ok(())
    }
}

/// A part of the document: a list, or an object that holds lists or is one of them itself.
struct Part<'a>(&'a mut Reading, List);

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("annotations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.1 == List::Notes {
            self.0.empty = false;
        }
        while let Some(value) = items.next_element::<Value>()? {
            self.0
                .take(self.1, &value)
                .map_err(|()| A::Error::custom("annotation"))?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self(reading, list) = self;
        let mut own = Fields::new();
        let mut holds = false;
        while let Some(key) = map.next_key::<String>()? {
            let below = match key.as_str() {
                "first" | "items" | "annotations" | "rows" | "@graph" => List::Notes,
                "hashiya:tags" => List::Terms,
                "hashiya:articles" => List::Labels,
                // an annotation has neither of them, a collection needs none of the rest
                key if holds && key != "type" => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
                _ => {
                    own.insert(key, map.next_value()?);
                    continue;
                }
            };
            holds = true;
            map.next_value_seed(Part(reading, below))?;
        }
        let collection = annotation::each(own.get("type"))
            .iter()
            .any(|kind| *kind == "AnnotationCollection" || *kind == "AnnotationPage");
        if holds || collection {
            // a collection of nothing has no page
            reading.empty &= !collection;
            return Ok(());
        }
        reading.empty = false;
        let value = Value::Object(own);
        reading
            .take(list, &value)
            .map_err(|()| A::Error::custom("annotation"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        exchange::{Export, Json, Position, Quote, Unit, sample},
        passage::Work,
    };

    fn given(json: &Value) -> Given {
        read(json.to_string().as_bytes(), "a.json").unwrap()
    }

    fn refused(text: &str) -> Error {
        read(text.as_bytes(), "a.json").unwrap_err()
    }

    #[test]
    fn all_that_was_written_is_read() {
        let (tags, about, leaving) = sample::all();
        let mut out = "\u{feff}".as_bytes().to_vec();
        let mut writer = Json::new(&mut out, tags.clone(), "0123").unwrap();
        writer.article(&about).unwrap();
        writer.passage(&leaving).unwrap();
        writer.end().unwrap();
        let given = read(&out[..], "a.json").unwrap();
        let back: Vec<_> = given
            .terms
            .iter()
            .map(|term| (&term.id, &term.name, &term.parent))
            .collect();
        let all: Vec<_> = tags
            .iter()
            .map(|tag| (&tag.id, &tag.name, &tag.parent))
            .collect();
        assert_eq!(back, all);
        let term = &given.terms[0];
        assert_eq!(
            (&term.description, term.colour, term.letter),
            (&tags[0].description, Some(tags[0].colour), tags[0].letter)
        );
        let label = &given.articles[0];
        assert_eq!((&label.id, label.work), (&about.id, Some(Work::InProgress)));
        let [sheet, note] = &given.notes[..] else {
            panic!("{given:?}")
        };
        assert_eq!((&sheet.quote, &sheet.note), (&None, &about.sheet.note));
        let passage = &leaving.passage;
        assert_eq!((&note.id, &note.note), (&passage.id, &passage.note));
        assert_eq!((note.colour, &note.coder), (passage.colour, &passage.coder));
        assert_eq!(
            (note.created, note.modified),
            (Some(passage.created), Some(passage.modified))
        );
        assert_eq!(note.source.id.as_ref(), Some(&about.id));
        assert_eq!(note.source.url, about.meta.url);
        let ids: Vec<_> = note
            .tags
            .iter()
            .map(|(id, _)| id.clone().unwrap())
            .collect();
        assert_eq!(ids, passage.tags);
        let selector = passage.selector.clone();
        assert_eq!(
            note.quote,
            Some(Quote {
                exact: selector.quote,
                prefix: selector.prefix,
                suffix: selector.suffix,
                position: Some(Position {
                    start: 4,
                    end: 8,
                    unit: Unit::Point
                }),
                version: Some(2),
            })
        );
    }

    #[test]
    fn one_a_list_a_page_and_a_collection_are_read() {
        let one = json!({"id": "https://example.org/1", "type": "Annotation", "motivation": "tagging",
            "body": {"type": "TextualBody", "value": "وسم"}, "target": "https://example.org/a#b"});
        let page = json!({"type": "AnnotationPage", "items": [one]});
        let alone = given(&one);
        assert_eq!(alone.notes[0].tags, [(None, "وسم".to_owned())]);
        for same in [
            json!([one]),
            page.clone(),
            json!({"items": one, "type": "AnnotationPage"}),
            json!({"type": "AnnotationCollection", "label": "x", "first": page, "total": 1}),
        ] {
            assert_eq!(given(&same), alone, "{same}");
        }
        for nothing in [
            json!([]),
            json!({"type": "AnnotationCollection", "total": 0}),
        ] {
            assert_eq!(given(&nothing), Given::default());
        }
        assert!(matches!(
            refused(r#"{"hashiya:tags": []}"#),
            Error::NoAnnotations(_)
        ));
    }

    #[test]
    fn what_cannot_be_taken_ends_the_reading() {
        let text = r#"[{"target": "https://example.org"}, {"target": 7}, {}]"#;
        let error = refused(text);
        let second = matches!(
            error,
            Error::BadAnnotation {
                number: 2,
                why: "no-source",
                ..
            }
        );
        assert!(second, "{error}");
        assert!(matches!(
            refused("{\"hashiya:tags\": [{\"id\": 1}], \"items\": []}"),
            Error::BadAnnotation { why: "term", .. }
        ));
    }

    #[test]
    fn what_is_broken_is_refused() {
        let deep = "[".repeat(1 << 20);
        let nested = format!("{{\"items\": [{{\"body\": {deep}");
        for text in [
            "",
            "{",
            "nonsense",
            "[1] 2",
            "7",
            "\"x\"",
            "{\"first\": \"x\"}",
            &deep,
            &nested,
        ] {
            let error = refused(text);
            let said = matches!(
                error,
                Error::Unreadable { .. } | Error::BadAnnotation { .. }
            );
            assert!(said, "{error}");
        }
        assert!(matches!(
            read(&b"[\"\xff\"]"[..], "a").unwrap_err(),
            Error::Unreadable { .. }
        ));
    }

    #[test]
    fn a_document_without_end_is_too_large() {
        let endless = std::io::repeat(b' ');
        let error = within(endless, "a.json", 1 << 16).unwrap_err();
        assert!(
            matches!(error, Error::TooLarge { limit: 65536, .. }),
            "{error}"
        );
    }
}
