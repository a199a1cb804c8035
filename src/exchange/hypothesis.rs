//! What does an annotation of Hypothesis say?
//!
//! Its export is a list of what its server holds: `uri`, `text`, `tags`, `user`, and targets as
//! in the W3C's model, but for positions, which count UTF-16 units of the page. An answer to
//! another annotation bears `references` to it, and no words.

use serde_json::Value;

use super::{
    annotation::{Fields, Why, blank, each, moment, owned, string},
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
        note.tags
            .push((None, tag.as_str().ok_or("tag")?.to_owned()));
    }
    note.note = owned(fields, "text")?.unwrap_or_default();
    note.coder = coder(string(fields, "user")?.unwrap_or_default()).to_owned();
    note.created = moment(fields, "created")?;
    note.modified = moment(fields, "updated")?;
    Ok(note)
}

/// The name in `acct:name@host`.
fn coder(user: &str) -> &str {
    let name = user.strip_prefix("acct:").unwrap_or(user);
    name.split_once('@').map_or(name, |(name, _)| name)
}
