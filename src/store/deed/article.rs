//! How does what is said of an article as a whole change?

use super::{note::note, passage::join_to};
use crate::{
    article::{ArticleId, opening},
    error::Error,
    passage::{Naming, Sheet, TagId, Work},
    store::{
        Subject,
        bond::{self, Bond},
        image::Image,
        ledger::Ledger,
    },
};

impl Ledger<'_> {
    pub(super) fn tag_articles(
        &mut self,
        ids: &[ArticleId],
        tags: &[Naming],
    ) -> Result<Subject, Error> {
        let tags = self.named(tags)?;
        self.say(ids, |sheet| join_to(&mut sheet.tags, &tags))
    }

    pub(super) fn untag_articles(
        &mut self,
        ids: &[ArticleId],
        tags: &[TagId],
    ) -> Result<Subject, Error> {
        tags.iter().try_for_each(|tag| self.known(tag).map(drop))?;
        self.say(ids, |sheet| {
            sheet
                .tags
                .retain(|tag| !tags.is_empty() && !tags.contains(tag));
        })
    }

    pub(super) fn note_article(&mut self, id: &ArticleId, text: &str) -> Result<Subject, Error> {
        let text = note(text)?;
        self.say(std::slice::from_ref(id), |sheet| {
            sheet.note.clone_from(&text);
        })
    }

    pub(super) fn work(&mut self, ids: &[ArticleId], work: Option<Work>) -> Result<Subject, Error> {
        self.say(ids, |sheet| sheet.work = work)
    }

    pub(super) fn relate(
        &mut self,
        one: &ArticleId,
        other: &ArticleId,
        related: Option<bool>,
    ) -> Result<Subject, Error> {
        if one == other {
            return Err(Error::WithItself);
        }
        self.article(one)?;
        let title = self.writing.store.title(self.article(other)?)?;
        let id = bond::name(one, other);
        let said = Bond::read(self.writing.store, &id)?;
        if said.map(|bond| bond.related) != related {
            let bond = related.map(|related| Bond {
                related,
                made: self.writing.now,
                coder: self.maker.coder.clone(),
            });
            self.put(&id, bond)?;
        }
        Ok(Subject::new(opening(&title), 1))
    }

    fn say(&mut self, ids: &[ArticleId], change: impl Fn(&mut Sheet)) -> Result<Subject, Error> {
        let store = self.writing.store;
        let mut title = None;
        for id in ids {
            let row = self.article(id)?;
            if title.is_none() {
                title = Some(store.title(row)?);
            }
            let mut sheet = store.sheet(row)?;
            change(&mut sheet);
            self.put(id.as_str(), Some(sheet))?;
        }
        let name = title.map(|title| opening(&title));
        Ok(Subject::new(name.unwrap_or_default(), ids.len()))
    }

    /// The row of an article that is there and not removed.
    pub(super) fn article(&self, id: &ArticleId) -> Result<i64, Error> {
        let store = self.writing.store;
        let row = if store.is_hidden(id)? {
            None
        } else {
            store.row(id)?
        };
        row.ok_or_else(|| Error::NoSuchArticle(id.to_string()))
    }
}
