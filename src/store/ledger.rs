//! What has a change of passages, tags and sheets done so far, and what is noted of it?
//!
//! Every image that a change writes goes through [`Ledger::put`], which keeps beside it the
//! image that was there; at the end both become one line of the log. A thing that was written
//! twice has one change, from what was before the first to what is after the last.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Coded, Maker, Subject, Writing,
    bond::{self, Bond},
    image::{Bare, Image},
    trace::Trace,
};
use crate::{
    article::ArticleId,
    error::Error,
    passage::{Passage, PassageId, Sheet, Tag, TagId},
};

/// What was and what is, by id.
pub(super) type Ends<T> = BTreeMap<String, (Option<T>, Option<T>)>;

/// All that a change has written.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) tag: Ends<Tag>,
    pub(super) passage: Ends<Bare>,
    /// The tags of passages.
    pub(super) tags: Ends<Vec<TagId>>,
    pub(super) sheet: Ends<Sheet>,
    pub(super) bond: Ends<Bond>,
}

/// A change that is being made.
#[derive(Debug)]
pub(super) struct Ledger<'a> {
    pub(super) writing: &'a Writing<'a>,
    pub(super) maker: &'a Maker,
    changes: Changes,
    gone: Vec<Passage>,
    /// Whether all that was written found what it names.
    pub(super) whole: bool,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(writing: &'a Writing<'a>, maker: &'a Maker) -> Self {
        Self {
            writing,
            maker,
            changes: Changes::default(),
            gone: Vec::new(),
            whole: true,
        }
    }

    /// Makes the thing of an id so; with none, it is no more. What bears a tag, and what a
    /// passage bears, is taken from it before.
    pub(super) fn put<T: Image>(&mut self, id: &str, new: Option<T>) -> Result<(), Error> {
        let old = T::read(self.writing.store, id)?;
        if old == new {
            return Ok(());
        }
        self.whole &= T::write(self.writing, id, old.as_ref(), new.as_ref())?;
        let ends = T::changes(&mut self.changes).entry(id.to_owned());
        ends.or_insert((old, None)).1 = new;
        Ok(())
    }

    /// Keeps a passage that is about to go, for who asks what has gone.
    pub(super) fn part_from(&mut self, passage: Passage) {
        self.gone.push(passage);
    }

    /// Notes the change and says what it did; one that did nothing is not noted.
    pub(super) fn close(mut self, kind: &'static str, subject: &Subject) -> Result<Coded, Error> {
        let Changes {
            tag,
            passage,
            tags,
            sheet,
            bond,
        } = &mut self.changes;
        settle(tag);
        settle(passage);
        settle(tags);
        settle(sheet);
        settle(bond);
        let none = tag.is_empty()
            && passage.is_empty()
            && tags.is_empty()
            && sheet.is_empty()
            && bond.is_empty();
        if !none {
            let before = Trace::before(&self.changes);
            let after = Trace::after(&self.changes, subject);
            self.writing.note(self.maker, kind, &before, &after)?;
        }
        self.coded(kind)
    }

    /// What the change did.
    pub(super) fn coded(self, kind: &'static str) -> Result<Coded, Error> {
        let store = self.writing.store;
        let mut passages = Vec::new();
        let mut articles = BTreeSet::new();
        for (id, (_, after)) in &self.changes.passage {
            if after.is_some() {
                let id = PassageId::from_stored(id.clone());
                passages.extend(store.passage_of(&id)?);
            }
        }
        for (before, after) in self.changes.passage.values() {
            let ends = [before, after].into_iter().flatten();
            articles.extend(ends.map(|bare| bare.article.clone()));
        }
        for id in self.changes.tags.keys() {
            articles.extend(store.article_of(id)?);
        }
        articles.extend(self.changes.sheet.into_keys());
        for name in self.changes.bond.keys() {
            let (one, other) = bond::articles(name);
            articles.extend([one, other].map(str::to_owned));
        }
        let (mut tags, mut lost) = (Vec::new(), Vec::new());
        for (before, after) in self.changes.tag.into_values() {
            match after {
                Some(tag) => tags.push(tag),
                None => lost.extend(before),
            }
        }
        Ok(Coded {
            kind,
            passages,
            gone: self.gone,
            articles: articles.into_iter().map(ArticleId::from_stored).collect(),
            tags,
            lost,
        })
    }
}

/// What is again as it was has not changed.
fn settle<T: PartialEq>(ends: &mut Ends<T>) {
    ends.retain(|_, (before, after)| before != after);
}
