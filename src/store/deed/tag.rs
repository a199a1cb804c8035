//! How is a tag made, renamed, moved, merged, split, deleted?

use uuid::Uuid;

use super::note::note;
use crate::{
    error::Error,
    passage::{Colour, Naming, PassageId, Sheet, Tag, TagId, tag_name},
    store::{Subject, Writing, image::Image, ledger::Ledger},
};

impl Ledger<'_> {
    pub(super) fn new_tag(&mut self, name: &str, parent: Option<&TagId>) -> Result<Subject, Error> {
        let name = name_of(name)?;
        self.free(&name, None)?;
        parent.map(|parent| self.known(parent)).transpose()?;
        self.make(&name, parent.cloned())?;
        Ok(Subject::new(name, 1))
    }

    pub(super) fn rename(&mut self, id: &TagId, name: &str) -> Result<Subject, Error> {
        let name = name_of(name)?;
        self.free(&name, Some(id))?;
        self.retouch(id, |tag| tag.name = name)
    }

    /// What the other lacks it gets: a memo, a letter.
    pub(super) fn merge(&mut self, id: &TagId, other: &TagId) -> Result<Subject, Error> {
        let tag = self.known(id)?;
        let subject = Subject::new(tag.name.clone(), 1);
        let mut heir = self.known(other)?;
        if id == other {
            return Ok(subject);
        }
        if self.writing.stands_below(other, id)? {
            // else what stands between both would come to stand below itself
            heir.parent.clone_from(&tag.parent);
            self.put(other.as_str(), Some(heir.clone()))?;
        }
        self.replace(id, Some(other))?;
        self.leave(&tag, Some(other))?;
        if heir.description.is_empty() {
            heir.description = tag.description;
        }
        heir.letter = heir.letter.or(tag.letter);
        self.put(other.as_str(), Some(heir))?;
        Ok(subject)
    }

    pub(super) fn move_tag(
        &mut self,
        id: &TagId,
        parent: Option<&TagId>,
    ) -> Result<Subject, Error> {
        if let Some(parent) = parent {
            let (tag, above) = (self.known(id)?, self.known(parent)?);
            if id == parent || self.writing.stands_below(parent, id)? {
                return Err(Error::TagCycle(tag.name, above.name));
            }
        }
        self.retouch(id, |tag| tag.parent = parent.cloned())
    }

    /// The other tag takes this one's place on each of the passages; one that is made for it
    /// stands beside it.
    pub(super) fn split(
        &mut self,
        id: &TagId,
        name: &str,
        passages: &[PassageId],
    ) -> Result<Subject, Error> {
        let tag = self.known(id)?;
        let name = name_of(name)?;
        let other = match self.writing.tag_called(&name)? {
            Some(other) => other,
            None => self.make(&name, tag.parent)?,
        };
        for passage in self.passages(passages)? {
            let tags = replaced(&passage.tags, id, Some(&other));
            self.retag(&passage, tags)?;
        }
        Ok(Subject::new(tag.name, 1))
    }

    pub(super) fn delete_tag(&mut self, id: &TagId) -> Result<Subject, Error> {
        let tag = self.known(id)?;
        let subject = Subject::new(tag.name.clone(), 1);
        self.replace(id, None)?;
        self.leave(&tag, tag.parent.as_ref())?;
        Ok(subject)
    }

    pub(super) fn describe(&mut self, id: &TagId, text: &str) -> Result<Subject, Error> {
        let text = note(text)?;
        self.retouch(id, |tag| tag.description = text)
    }

    pub(super) fn paint(&mut self, id: &TagId, colour: Colour) -> Result<Subject, Error> {
        self.retouch(id, |tag| tag.colour = colour)
    }

    pub(super) fn pin(&mut self, id: &TagId, letter: Option<char>) -> Result<Subject, Error> {
        if let Some(letter) = letter {
            for other in self.writing.tags_with("letter", &letter.to_string())? {
                if other != *id {
                    self.retouch(&other, |tag| tag.letter = None)?;
                }
            }
        }
        self.retouch(id, |tag| tag.letter = letter)
    }

    /// The tags of these names, each once; made where there is none.
    pub(super) fn named(&mut self, names: &[Naming]) -> Result<Vec<TagId>, Error> {
        let mut tags = Vec::with_capacity(names.len());
        for naming in names {
            let id = match naming {
                Naming::Id(id) => self.known(id)?.id,
                Naming::Name(name) => {
                    let name = name_of(name)?;
                    match self.writing.tag_called(&name)? {
                        Some(id) => id,
                        None => self.make(&name, None)?,
                    }
                }
            };
            if !tags.contains(&id) {
                tags.push(id);
            }
        }
        Ok(tags)
    }

    /// The tag of an id.
    pub(super) fn known(&self, id: &TagId) -> Result<Tag, Error> {
        let tag = Tag::read(self.writing.store, id.as_str())?;
        tag.ok_or_else(|| Error::NoSuchTag(id.to_string(), Vec::new()))
    }

    fn make(&mut self, name: &str, parent: Option<TagId>) -> Result<TagId, Error> {
        let id = TagId::from_stored(Uuid::now_v7().to_string());
        let tag = Tag {
            id: id.clone(),
            name: name.to_owned(),
            parent,
            colour: self.writing.rarest_colour()?,
            description: String::new(),
            letter: None,
        };
        self.put(id.as_str(), Some(tag))?;
        Ok(id)
    }

    fn retouch(&mut self, id: &TagId, change: impl FnOnce(&mut Tag)) -> Result<Subject, Error> {
        let mut tag = self.known(id)?;
        let subject = Subject::new(tag.name.clone(), 1);
        change(&mut tag);
        self.put(id.as_str(), Some(tag))?;
        Ok(subject)
    }

    /// Whether a name can be given to a tag: no other has it.
    fn free(&self, name: &str, own: Option<&TagId>) -> Result<(), Error> {
        match self.writing.tag_called(name)? {
            Some(other) if Some(&other) != own => Err(Error::TagExists(name.to_owned())),
            _ => Ok(()),
        }
    }

    /// Whatever bears a tag bears another instead, or it no more.
    fn replace(&mut self, id: &TagId, other: Option<&TagId>) -> Result<(), Error> {
        let store = self.writing.store;
        for passage in store.bearers("passage", id)? {
            let tags = store.borne_by("passage", &passage)?;
            self.put(&passage, Some(replaced(&tags, id, other)))?;
        }
        for article in store.bearers("article", id)? {
            let sheet = Sheet::read(store, &article)?.unwrap_or_default();
            let tags = replaced(&sheet.tags, id, other);
            self.put(&article, Some(Sheet { tags, ..sheet }))?;
        }
        Ok(())
    }

    /// Ends a tag that nothing bears; what stands below it stands below that one.
    fn leave(&mut self, tag: &Tag, heir: Option<&TagId>) -> Result<(), Error> {
        for child in self.writing.children(&tag.id)? {
            self.retouch(&child, |child| child.parent = heir.cloned())?;
        }
        self.put::<Tag>(tag.id.as_str(), None)
    }
}

/// Tags with one of them replaced; what is then there twice keeps the first place.
fn replaced(tags: &[TagId], old: &TagId, new: Option<&TagId>) -> Vec<TagId> {
    let mut kept: Vec<TagId> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = if tag == old { new } else { Some(tag) };
        if let Some(tag) = tag.filter(|tag| !kept.contains(tag)) {
            kept.push(tag.clone());
        }
    }
    kept
}

/// A name as tags have it.
pub(super) fn name_of(name: &str) -> Result<String, Error> {
    tag_name(name).map_err(|fault| Error::BadTagName(fault.name()))
}

impl Writing<'_> {
    /// The tag that is called just so.
    fn tag_called(&self, name: &str) -> Result<Option<TagId>, Error> {
        Ok(self.tags_with("name", name)?.pop())
    }

    /// The tags that have this in a column.
    pub(in crate::store) fn tags_with(
        &self,
        column: &str,
        value: &str,
    ) -> Result<Vec<TagId>, Error> {
        self.tags_where(&format!("{column} = ?1"), value)
    }

    fn children(&self, id: &TagId) -> Result<Vec<TagId>, Error> {
        self.tags_where("parent = (SELECT row FROM tag WHERE id = ?1)", id.as_str())
    }

    fn tags_where(&self, condition: &str, value: &str) -> Result<Vec<TagId>, Error> {
        self.db()
            .prepare_cached(&format!("SELECT id FROM tag WHERE {condition}"))
            .and_then(|mut s| {
                s.query_map([value], |r| Ok(TagId::from_stored(r.get(0)?)))?
                    .collect()
            })
            .map_err(self.store.fault())
    }

    /// Whether a tag stands anywhere below another.
    pub(in crate::store) fn stands_below(&self, id: &TagId, other: &TagId) -> Result<bool, Error> {
        self.db()
            .prepare_cached(
                "WITH RECURSIVE above (row) AS ( \
                   SELECT parent FROM tag WHERE id = ?1 \
                   UNION SELECT t.parent FROM above JOIN tag t ON t.row = above.row) \
                 SELECT 1 FROM above WHERE row = (SELECT row FROM tag WHERE id = ?2)",
            )
            .and_then(|mut s| s.exists([id.as_str(), other.as_str()]))
            .map_err(self.store.fault())
    }

    /// The colour that the fewest tags have, the first of these.
    fn rarest_colour(&self) -> Result<Colour, Error> {
        let mut rarest = (Colour::ALL[0], i64::MAX);
        for colour in Colour::ALL {
            let tags = self
                .db()
                .prepare_cached("SELECT count(*) FROM tag WHERE colour = ?1")
                .and_then(|mut s| s.query_row([colour.name()], |r| r.get(0)))
                .map_err(self.store.fault())?;
            if tags < rarest.1 {
                rarest = (colour, tags);
            }
        }
        Ok(rarest.0)
    }
}
