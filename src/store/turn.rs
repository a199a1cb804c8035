//! How does a change of passages, tags and sheets go back, or forth again?
//!
//! 1. Each thing is still as the change left it; where one is not, nothing is done.
//! 2. Each is made as it was: tags before what bears them, what goes after what it bore.
//! 3. All is sound: no two tags of one name or one letter, no tag below itself, nothing that
//!    names what is not there; else the caller takes back what was written.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Maker, Writing,
    bond::Bond,
    fault::damaged,
    image::{Bare, Image},
    ledger::Ledger,
    trace::{Traced, is_so, made_so},
};
use crate::{
    error::Error,
    passage::{PassageId, Sheet, Tag, TagId},
};

/// The things of one sort, as they are now and as they shall be.
type Turns<T> = Vec<(String, Option<T>)>;

impl<'a> Ledger<'a> {
    /// Makes of one end of a change the other; none if that may not be. Then part of it may
    /// be written.
    pub(super) fn turn(
        writing: &'a Writing<'a>,
        maker: &'a Maker,
        from: &str,
        to: &str,
    ) -> Result<Option<Self>, Error> {
        let read = |end| serde_json::from_str(end).map_err(|e| damaged(&writing.store.path, &e));
        let (from, to): (Traced, Traced) = (read(from)?, read(to)?);
        let (Some(tags), Some(passages), Some(borne), Some(sheets), Some(bonds)) = (
            turns::<Tag>(writing, &from.tag, &to.tag)?,
            turns::<Bare>(writing, &from.passage, &to.passage)?,
            turns::<Vec<TagId>>(writing, &from.tags, &to.tags)?,
            turns::<Sheet>(writing, &from.sheet, &to.sheet)?,
            turns::<Bond>(writing, &from.bond, &to.bond)?,
        ) else {
            return Ok(None);
        };
        let mut ledger = Self::new(writing, maker);
        for (id, _) in passages.iter().filter(|(_, new)| new.is_none()) {
            let id = PassageId::from_stored(id.clone());
            if let Some(passage) = writing.store.passage_of(&id)? {
                ledger.part_from(passage);
            }
        }
        // a tag may stand below one that comes after it, or go before one that stands below it
        for (id, new) in &tags {
            let new = match new {
                Some(new) => Some(new.clone()),
                None => Tag::read(writing.store, id)?,
            };
            ledger.put(
                id,
                new.map(|tag| Tag {
                    parent: None,
                    ..tag
                }),
            )?;
        }
        for (id, new) in &tags {
            if new.is_some() {
                ledger.put(id, new.clone())?;
            }
        }
        let (gone, kept): (Turns<Bare>, _) = passages.into_iter().partition(|(_, p)| p.is_none());
        put_all(&mut ledger, kept)?;
        put_all(&mut ledger, borne)?;
        put_all(&mut ledger, sheets)?;
        put_all(&mut ledger, bonds)?;
        put_all(&mut ledger, gone)?;
        for (id, _) in tags.iter().filter(|(_, new)| new.is_none()) {
            ledger.put::<Tag>(id, None)?;
        }
        for tag in tags.iter().filter_map(|(_, new)| new.as_ref()) {
            ledger.whole &= writing.is_sound(tag)?;
        }
        Ok(ledger.whole.then_some(ledger))
    }
}

/// What shall be of things that are as one end of a change says; none if one of them is not.
fn turns<T: Image>(
    writing: &Writing<'_>,
    from: &BTreeMap<String, Value>,
    to: &BTreeMap<String, Value>,
) -> Result<Option<Turns<T>>, Error> {
    let mut turns = Vec::with_capacity(from.len());
    for (id, from) in from {
        let now = T::read(writing.store, id)?;
        if !is_so(now.as_ref(), from) {
            return Ok(None);
        }
        let to = to.get(id).unwrap_or(&Value::Null);
        let new = made_so(now.as_ref(), to).map_err(|e| damaged(&writing.store.path, &e))?;
        turns.push((id.clone(), new));
    }
    Ok(Some(turns))
}

fn put_all<T: Image>(ledger: &mut Ledger<'_>, turns: Turns<T>) -> Result<(), Error> {
    turns
        .into_iter()
        .try_for_each(|(id, new)| ledger.put(&id, new))
}

impl Writing<'_> {
    /// Whether a tag has its name and its letter for itself and does not stand below itself.
    fn is_sound(&self, tag: &Tag) -> Result<bool, Error> {
        let letter = tag.letter.map(String::from);
        let lettered = letter.map_or(Ok(Vec::new()), |letter| self.tags_with("letter", &letter))?;
        Ok(self.tags_with("name", &tag.name)?.len() == 1
            && lettered.len() <= 1
            && !self.stands_below(&tag.id, &tag.id)?)
    }
}
