//! What becomes of a name that was typed for a tag?

use crate::{
    app::{App, Effects, coding},
    error::Error,
    passage::{Deed, PassageId, TagId, tag_name},
};

/// What a name is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A new tag below that one, or at the top.
    New(Option<TagId>),
    /// This tag.
    Rename(TagId),
    /// The tag that these passages bear instead of this one.
    Split(TagId, Vec<PassageId>),
}

/// A name was typed: it is given. One that another tag has leads to the question whether both
/// shall be one.
pub fn named(app: &mut App, named: Named, text: &str) -> Effects {
    let name = match tag_name(text) {
        Ok(name) => name,
        Err(fault) => {
            app.tell_error(&Error::BadTagName(fault.name()));
            return Effects::new();
        }
    };
    let mut others = app.codebook.entries.iter();
    let other = others.find(|entry| entry.tag.name == name);
    let other = other.map(|entry| entry.tag.id.clone());
    let deed = match (named, other) {
        (Named::New(parent), _) => Deed::NewTag(name, parent),
        (Named::Rename(id), Some(other)) if other != id => {
            app.ask_merge(id, other);
            return Effects::new();
        }
        (Named::Rename(id), _) => Deed::Rename(id, name),
        (Named::Split(id, marked), _) => {
            if let Some(page) = app.collection_mut() {
                page.marked.clear();
            }
            Deed::Split(id, name, marked)
        }
    };
    coding::code(vec![deed])
}
