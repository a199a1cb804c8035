//! What does one annotation say: of which words, with which tags and note?

use serde_json::{Map, Value};

use super::{
    given::{Label, Note, Position, Quote, Source, Term, Unit, hashed, uuid},
    hypothesis,
    w3c::article_of,
};
use crate::{
    import::normal,
    passage::{Colour, PassageId, TagId, Work, tag_name},
};

/// Why an annotation cannot be taken: the end of its sentence's key.
pub(super) type Why = &'static str;

/// The fields of an annotation, whoever wrote it.
pub(super) type Fields = Map<String, Value>;

/// The annotations that one is, a target each.
pub(super) fn notes(fields: &Fields, number: u32) -> Result<Vec<Note>, Why> {
    let (said, unit) = if hypothesis::is(fields) {
        (hypothesis::said(fields)?, Unit::Utf16)
    } else {
        (said(fields)?, Unit::Point)
    };
    let targets = each(fields.get("target"));
    if targets.is_empty() {
        return Err("no-target");
    }
    let mut notes = Vec::with_capacity(targets.len());
    for (nth, target) in targets.iter().enumerate() {
        let mut note = Note {
            number,
            source: source(target, &said.source).ok_or("no-source")?,
            quote: quote(target, unit)?,
            ..said.clone()
        };
        let id = match name(fields) {
            Some(id) if nth == 0 => uuid(id).unwrap_or_else(|| hashed(id)),
            Some(id) => hashed(&format!("{id} {nth}")),
            None => hashed(&format!("{note:?}")),
        };
        note.id = PassageId::from_stored(id);
        notes.push(note);
    }
    Ok(notes)
}

/// A note about which all but its tags and words is yet to be said.
pub(super) fn blank() -> Note {
    Note {
        number: 0,
        id: PassageId::from_stored(String::new()),
        source: Source::default(),
        quote: None,
        tags: Vec::new(),
        note: String::new(),
        colour: None,
        coder: String::new(),
        created: None,
        modified: None,
    }
}

/// What a W3C annotation says of its targets.
fn said(fields: &Fields) -> Result<Note, Why> {
    let mut note = blank();
    let tagging = each(fields.get("motivation"))
        .iter()
        .any(|motivation| *motivation == "tagging");
    let mut texts: Vec<String> = Vec::new();
    if let Some(text) = string(fields, "bodyValue")? {
        texts.push(text.to_owned());
    }
    for body in each(fields.get("body")) {
        let Value::Object(body) = body else {
            // what stands elsewhere is pointed at
            let address = body.as_str().ok_or("body")?;
            texts.push(format!("<{address}>"));
            continue;
        };
        let purposes = each(body.get("purpose"));
        let tag = match purposes {
            [] => tagging,
            purposes => purposes.iter().any(|purpose| *purpose == "tagging"),
        };
        let elsewhere = || link(body.get("source")).or_else(|| name(body));
        match string(body, "value")? {
            Some(value) if tag => {
                let id = body.get("hashiya:tag").and_then(|id| link(Some(id)));
                let id = id.and_then(uuid).map(TagId::from_stored);
                note.tags.push((id, called(value)?));
            }
            Some(value) => texts.push(value.to_owned()),
            None if tag => {
                note.tags
                    .push((None, elsewhere().ok_or("body")?.to_owned()));
            }
            None => texts.push(format!("<{}>", elsewhere().ok_or("body")?)),
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    note.note = texts.join("\n\n");
    note.colour = colour(fields)?;
    note.coder = coder(fields.get("creator"));
    note.created = moment(fields, "created")?;
    note.modified = moment(fields, "modified")?;
    Ok(note)
}

/// The article of a target, beside what is known of it already.
fn source(target: &Value, known: &Source) -> Option<Source> {
    let mut source = known.clone();
    let address = match target {
        Value::String(address) => Some(address.as_str()),
        Value::Object(fields) => {
            let own = link(fields.get("hashiya:article"));
            source.id = own.and_then(article_of);
            link(fields.get("source")).or_else(|| name(fields))
        }
        _ => None,
    };
    if let Some(address) = address.filter(|address| !address.is_empty()) {
        match article_of(address) {
            Some(id) => source.id = source.id.or(Some(id)),
            None => source.url = Some(address.to_owned()),
        }
    }
    (source.id.is_some() || source.url.is_some()).then_some(source)
}

/// The words of a target; none where it is meant as a whole.
fn quote(target: &Value, unit: Unit) -> Result<Option<Quote>, Why> {
    let Some(fields) = target.as_object() else {
        return Ok(None);
    };
    let mut selectors: Vec<&Fields> = each(fields.get("selector"))
        .iter()
        .map(|selector| selector.as_object().ok_or("selector"))
        .collect::<Result<_, _>>()?;
    if selectors.is_empty() {
        return Ok(None);
    }
    let mut nth = 0;
    while let Some(selector) = selectors.get(nth) {
        // what refines a selector says it more exactly
        let finer = each(selector.get("refinedBy")).iter();
        selectors.extend(finer.filter_map(Value::as_object));
        nth += 1;
    }
    let of = |kind: &str| {
        let is = |selector: &&&Fields| each(selector.get("type")).iter().any(|own| *own == kind);
        selectors.iter().find(is).copied()
    };
    let quote = of("TextQuoteSelector").ok_or("no-quote")?;
    let exact = string(quote, "exact")?.filter(|exact| !normal(exact).0.trim().is_empty());
    let number = |fields: &Fields, name: &str| u32::try_from(fields.get(name)?.as_u64()?).ok();
    let position = of("TextPositionSelector").and_then(|fields| {
        let (start, end) = (number(fields, "start")?, number(fields, "end")?);
        (start < end).then_some(Position { start, end, unit })
    });
    Ok(Some(Quote {
        exact: exact.ok_or("no-quote")?.to_owned(),
        prefix: owned(quote, "prefix")?.unwrap_or_default(),
        suffix: owned(quote, "suffix")?.unwrap_or_default(),
        position,
        version: number(fields, "hashiya:version"),
    }))
}

/// A tag of the codebook.
pub(super) fn term(fields: &Fields) -> Result<Term, Why> {
    let id = |value: Option<&Value>| link(value).and_then(uuid).map(TagId::from_stored);
    let letter = string(fields, "hashiya:letter")?.and_then(|letter| letter.chars().next());
    Ok(Term {
        id: id(fields.get("id")).ok_or("tag")?,
        name: called(string(fields, "skos:prefLabel")?.ok_or("tag")?)?,
        parent: id(fields.get("skos:broader")),
        description: owned(fields, "skos:definition")?.unwrap_or_default(),
        colour: colour(fields)?,
        letter,
    })
}

/// An article that annotations are about.
pub(super) fn label(fields: &Fields) -> Result<Label, Why> {
    Ok(Label {
        id: name(fields).and_then(article_of).ok_or("article")?,
        title: owned(fields, "schema:headline")?,
        url: owned(fields, "schema:url")?,
        work: string(fields, "hashiya:work")?.and_then(Work::named),
    })
}

/// What a tag is called.
pub(super) fn called(name: &str) -> Result<String, Why> {
    tag_name(name).map_err(|_| "tag-name")
}

/// One value, many in a list, or none.
pub(super) fn each(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(values)) => values,
        Some(value) => std::slice::from_ref(value),
    }
}

/// The text of a field; none where it is absent, a fault where it is anything else.
pub(super) fn string<'a>(fields: &'a Fields, name: &str) -> Result<Option<&'a str>, Why> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err("field"),
    }
}

/// The same, to be kept.
pub(super) fn owned(fields: &Fields, name: &str) -> Result<Option<String>, Why> {
    Ok(string(fields, name)?.map(str::to_owned))
}

/// A moment in milliseconds since 1970; without a zone in Greenwich.
pub(super) fn moment(fields: &Fields, name: &str) -> Result<Option<i64>, Why> {
    let Some(text) = string(fields, name)? else {
        return Ok(None);
    };
    let moment = text.parse::<jiff::Timestamp>();
    let moment = moment.or_else(|_| format!("{text}Z").parse());
    moment
        .map(|at| Some(at.as_millisecond()))
        .map_err(|_| "time")
}

/// What the fields call the thing.
pub(super) fn name(fields: &Fields) -> Option<&str> {
    fields.get("id").or_else(|| fields.get("@id"))?.as_str()
}

/// The address that stands as itself or as the name of an object.
fn link(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(address) => Some(address),
        Value::Object(fields) => name(fields),
        _ => None,
    }
}

fn colour(fields: &Fields) -> Result<Option<Colour>, Why> {
    Ok(string(fields, "hashiya:colour")?.and_then(Colour::named))
}

/// What the first of those who made it is called.
fn coder(creator: Option<&Value>) -> String {
    let name = match each(creator).first() {
        Some(Value::Object(fields)) => ["name", "nickname", "id"]
            .iter()
            .find_map(|name| fields.get(*name)?.as_str()),
        Some(Value::String(address)) => Some(address.as_str()),
        _ => None,
    };
    name.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn notes_of(annotation: &Value) -> Result<Vec<Note>, Why> {
        notes(annotation.as_object().unwrap(), 1)
    }

    #[test]
    fn what_cannot_be_taken_says_why() {
        let about = |fields: Value| {
            let mut target = json!({"source": "https://example.org"});
            target
                .as_object_mut()
                .unwrap()
                .extend(fields.as_object().unwrap().clone());
            json!({"target": target})
        };
        for (annotation, reason) in [
            (json!({"body": []}), "no-target"),
            (json!({"target": {}}), "no-source"),
            (json!({"target": 7}), "no-source"),
            (about(json!({"selector": "x"})), "selector"),
            (
                about(json!({"selector": {"type": "TextPositionSelector", "start": 1, "end": 2}})),
                "no-quote",
            ),
            (
                about(json!({"selector": {"type": "TextQuoteSelector", "exact": " \n"}})),
                "no-quote",
            ),
            (
                about(json!({"selector": {"type": "TextQuoteSelector", "exact": 7}})),
                "field",
            ),
            (json!({"target": "https://example.org", "body": 7}), "body"),
            (
                json!({"target": "https://example.org", "body": {"value": []}}),
                "field",
            ),
            (
                json!({"target": "https://example.org", "created": "yesterday"}),
                "time",
            ),
            (
                json!({"target": [], "uri": "https://example.org", "tags": [7]}),
                "tag",
            ),
            (
                json!({"target": [], "uri": "https://example.org", "tags": ["\u{1b}[2J"]}),
                "tag-name",
            ),
        ] {
            let refused = notes_of(&annotation).unwrap_err();
            assert_eq!(refused, reason, "{annotation}");
        }
    }

    #[test]
    fn a_place_outside_is_no_place() {
        let mut position = json!({"type": "TextPositionSelector", "start": 5, "end": 4});
        for (start, end) in [(5, 4), (-1, 4), (1, 1_i64 << 40)] {
            position["start"] = json!(start);
            position["end"] = json!(end);
            let quote = json!({"type": "TextQuoteSelector", "exact": "نعم"});
            let target = json!({"source": "https://example.org", "selector": [quote, position]});
            let notes = notes_of(&json!({"target": target})).unwrap();
            assert_eq!(notes[0].quote.as_ref().unwrap().position, None);
        }
    }

    #[test]
    fn bodies_are_tags_by_their_purpose_and_else_notes() {
        let annotation = json!({"target": ["https://example.org/a", {"id": "urn:hashiya:abcdefghijklmn23"}],
            "id": "https://example.org/1", "creator": ["https://example.org/me"], "motivation": "linking",
            "body": ["https://example.org/b", {"value": "ملاحظة"},
                {"value": " وسم  آخر ", "purpose": ["tagging", "classifying"]},
                {"type": "SpecificResource", "purpose": "tagging", "source": "https://example.org/tag"}]});
        let notes = notes_of(&annotation).unwrap();
        let names: Vec<&str> = notes[0]
            .tags
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        assert_eq!(names, ["وسم آخر", "https://example.org/tag"]);
        assert_eq!(notes[0].note, "<https://example.org/b>\n\nملاحظة");
        assert_eq!(notes[0].coder, "https://example.org/me");
        assert_ne!(notes[0].id, notes[1].id);
        assert_eq!(
            notes[1].source.id.as_ref().unwrap().as_str(),
            "abcdefghijklmn23"
        );
        assert_eq!((&notes[1].source.url, &notes[1].quote), (&None, &None));
    }
}
