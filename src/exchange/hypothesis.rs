//! What does an annotation of Hypothesis say?
//!
//! Its export is a list of what its server holds: `uri`, `text`, `tags`, `user`, and targets as
//! in the W3C's model, but for positions, which count UTF-16 units of the page. An answer to
//! another annotation bears `references` to it, and no words.

use serde_json::Value;

use super::{
    annotation::{Fields, Why, blank, called, each, moment, owned, string},
    given::{Note, Source},
};

/// Whether Hypothesis wrote it.
pub(super) fn is(fields: &Fields) -> bool {
    fields.contains_key("uri") && !fields.contains_key("body")
}

/// Whether it answers another one.
pub(super) fn answers(fields: &Fields) -> bool {
    is(fields) && !each(fields.get("references")).is_empty()
}

/// What it says of its targets.
pub(super) fn said(fields: &Fields) -> Result<Note, Why> {
    let mut note = blank();
    let title = fields
        .get("document")
        .and_then(|document| document.get("title"));
    note.source = Source {
        id: None,
        url: owned(fields, "uri")?,
        title: each(title)
            .first()
            .and_then(Value::as_str)
            .map(str::to_owned),
    };
    for tag in each(fields.get("tags")) {
        let name = tag.as_str().ok_or("tag")?;
        note.tags.push((None, called(name)?));
    }
    note.note = owned(fields, "text")?.unwrap_or_default();
    let user = string(fields, "user")?.unwrap_or_default();
    coder(user).clone_into(&mut note.coder);
    note.created = moment(fields, "created")?;
    note.modified = moment(fields, "updated")?;
    Ok(note)
}

/// The name in `acct:name@host`.
fn coder(user: &str) -> &str {
    let name = user.strip_prefix("acct:").unwrap_or(user);
    name.split_once('@').map_or(name, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        exchange::{Given, Position, Unit, read},
        passage::PassageId,
    };

    fn given(json: &Value) -> Given {
        read(json.to_string().as_bytes(), "a.json").unwrap()
    }

    #[test]
    fn hypothesis_is_read() {
        let export = json!([
            {"id": "q1", "created": "2021-05-05T10:11:12.123456+00:00", "updated": "2021-05-05T10:11:13+00:00",
             "user": "acct:layla@hypothes.is", "uri": "https://example.org/a", "text": "ملاحظة",
             "tags": ["أ", "ب"], "document": {"title": ["عنوان"]},
             "target": [{"source": "https://example.org/a", "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 1, "endOffset": 3},
                {"type": "TextPositionSelector", "start": 5, "end": 8},
                {"type": "TextQuoteSelector", "exact": "نعم", "prefix": "قال ", "suffix": " ثم"}]}]},
            {"id": "q2", "uri": "https://example.org/a", "text": "رد", "tags": [], "references": ["q1"],
             "target": [{"source": "https://example.org/a"}]}
        ]);
        for export in [
            export.clone(),
            json!({"export_date": "x", "annotations": export}),
        ] {
            let read = given(&export);
            assert_eq!((read.notes.len(), read.skipped), (1, 1));
            let note = &read.notes[0];
            assert_eq!(note.coder, "layla");
            assert_eq!(
                (note.created, note.modified),
                (Some(1_620_209_472_123), Some(1_620_209_473_000))
            );
            assert_eq!(note.tags.len(), 2);
            assert_eq!(note.source.title.as_deref(), Some("عنوان"));
            let quote = note.quote.as_ref().unwrap();
            assert_eq!(
                quote.position,
                Some(Position {
                    start: 5,
                    end: 8,
                    unit: Unit::Utf16
                })
            );
            let upper = "0198C5DE-1A2B-7C3D-8E4F-5A6B7C8D9E0F";
            assert_ne!(note.id, PassageId::from_stored(upper.to_owned()));
            assert_eq!(note.id, given(&export).notes[0].id);
        }
    }
}
