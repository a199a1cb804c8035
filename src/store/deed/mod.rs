//! What does a deed change?
//!
//! Each deed reads what is there, works out how it shall be, and puts that into the
//! [`Ledger`]; several deeds that are done at once are one change. What a deed finds already
//! so it leaves alone.

mod article;
mod import;
mod note;
mod passage;
mod tag;

pub use import::Imported;

use super::{Coded, Maker, Subject, Writing, ledger::Ledger};
use crate::{error::Error, passage::Deed};

impl Writing<'_> {
    /// Does deeds, all or none; one change that can be taken back.
    pub fn code(&self, deeds: &[Deed], maker: &Maker) -> Result<Coded, Error> {
        let mut ledger = Ledger::new(self, maker);
        let kind = deeds.first().map_or("", Deed::kind);
        let mut subject = Subject::default();
        for deed in deeds {
            let of = ledger.act(deed)?;
            if subject.count == 0 {
                subject.name = of.name;
            }
            if deed.kind() == kind {
                subject.count += of.count;
            }
        }
        ledger.close(kind, &subject)
    }
}

impl Ledger<'_> {
    /// Does a deed; says to what.
    fn act(&mut self, deed: &Deed) -> Result<Subject, Error> {
        match deed {
            Deed::Mark(wish, tags, note) => self.mark(wish, tags, note),
            Deed::Bound(id, wish) => self.bound(id, wish),
            Deed::Tag(ids, tags) => self.tag(ids, tags),
            Deed::Untag(ids, tags) => self.untag(ids, tags),
            Deed::Note(id, note) => self.note(id, note),
            Deed::Colour(ids, colour) => self.colour(ids, *colour),
            Deed::Join(ids) => self.join(ids),
            Deed::Delete(ids) => self.delete(ids),
            Deed::TagArticles(ids, tags) => self.tag_articles(ids, tags),
            Deed::UntagArticles(ids, tags) => self.untag_articles(ids, tags),
            Deed::NoteArticle(id, note) => self.note_article(id, note),
            Deed::Work(ids, work) => self.work(ids, *work),
            Deed::Relate(one, other, related) => self.relate(one, other, *related),
            Deed::NewTag(name, parent) => self.new_tag(name, parent.as_ref()),
            Deed::Rename(id, name) => self.rename(id, name),
            Deed::Merge(id, other) => self.merge(id, other),
            Deed::Move(id, parent) => self.move_tag(id, parent.as_ref()),
            Deed::Split(id, name, passages) => self.split(id, name, passages),
            Deed::DeleteTag(id) => self.delete_tag(id),
            Deed::Describe(id, text) => self.describe(id, text),
            Deed::Paint(id, colour) => self.paint(id, *colour),
            Deed::Pin(id, letter) => self.pin(id, *letter),
        }
    }
}

impl Subject {
    fn new(name: impl Into<String>, count: usize) -> Self {
        Self {
            name: name.into(),
            count: count as u32,
        }
    }
}
