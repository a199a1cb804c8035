//! How is a passage made, changed, joined with others, deleted?

use uuid::Uuid;

use super::note::note;
use crate::{
    article::{ArticleId, opening},
    error::Error,
    passage::{Colour, Naming, Passage, PassageId, Placement, Selector, TagId, Wish},
    store::{Subject, image::Bare, ledger::Ledger},
};

impl Ledger<'_> {
    pub(super) fn mark(
        &mut self,
        wish: &Wish,
        tags: &[Naming],
        text: &str,
    ) -> Result<Subject, Error> {
        let selector = self.selector(wish)?;
        let tags = self.named(tags)?;
        let id = Uuid::now_v7().to_string();
        let subject = Subject::new(opening(&selector.quote), 1);
        let bare = Bare {
            article: wish.article.as_str().to_owned(),
            selector,
            note: note(text)?,
            colour: None,
            coder: self.maker.coder.clone(),
            created: self.writing.now,
            modified: self.writing.now,
        };
        self.put(&id, Some(bare))?;
        self.put(&id, Some(tags))?;
        Ok(subject)
    }

    pub(super) fn bound(&mut self, id: &PassageId, wish: &Wish) -> Result<Subject, Error> {
        let passage = self.passage(id)?;
        let selector = self.selector(wish)?;
        if passage.article != wish.article {
            return Err(bad_span(wish));
        }
        if passage.selector != selector {
            self.amend(&passage, |bare| bare.selector = selector)?;
        }
        Ok(of(&[passage]))
    }

    pub(super) fn tag(&mut self, ids: &[PassageId], tags: &[Naming]) -> Result<Subject, Error> {
        let passages = self.passages(ids)?;
        let tags = self.named(tags)?;
        for passage in &passages {
            let mut own = passage.tags.clone();
            join_to(&mut own, &tags);
            self.retag(passage, own)?;
        }
        Ok(of(&passages))
    }

    pub(super) fn untag(&mut self, ids: &[PassageId], tags: &[TagId]) -> Result<Subject, Error> {
        let passages = self.passages(ids)?;
        tags.iter().try_for_each(|tag| self.known(tag).map(drop))?;
        for passage in &passages {
            let mut own = passage.tags.clone();
            own.retain(|tag| !tags.is_empty() && !tags.contains(tag));
            self.retag(passage, own)?;
        }
        Ok(of(&passages))
    }

    pub(super) fn note(&mut self, id: &PassageId, text: &str) -> Result<Subject, Error> {
        let passage = self.passage(id)?;
        let text = note(text)?;
        if passage.note != text {
            self.amend(&passage, |bare| bare.note = text)?;
        }
        Ok(of(&[passage]))
    }

    pub(super) fn colour(
        &mut self,
        ids: &[PassageId],
        colour: Option<Colour>,
    ) -> Result<Subject, Error> {
        let passages = self.passages(ids)?;
        for passage in passages.iter().filter(|passage| passage.colour != colour) {
            self.amend(passage, |bare| bare.colour = colour)?;
        }
        Ok(of(&passages))
    }

    pub(super) fn delete(&mut self, ids: &[PassageId]) -> Result<Subject, Error> {
        let passages = self.passages(ids)?;
        let subject = of(&passages);
        passages.into_iter().try_for_each(|p| self.end(p))?;
        Ok(subject)
    }

    /// The first by place stays, as wide as all of them. Their notes follow one another as
    /// paragraphs; what two of them say alike is said once.
    pub(super) fn join(&mut self, ids: &[PassageId]) -> Result<Subject, Error> {
        let mut passages = self.passages(ids)?;
        let subject = of(&passages);
        let Some(article) = passages.first().map(|first| first.article.clone()) else {
            return Ok(subject);
        };
        if passages.len() == 1 {
            return Ok(subject);
        }
        let place = |passage: &Passage| match &passage.placement {
            Placement::At(range, _) if passage.article == article => Ok(range.clone()),
            _ => Err(Error::NotTouching),
        };
        passages.iter().try_for_each(|p| place(p).map(drop))?;
        passages.sort_by_key(|passage| place(passage).map_or((0, 0), |at| (at.start, at.end)));
        let version = self.current(&article)?;
        let text = self.text(&article, version)?;
        let mut wide = place(&passages[0])?;
        for passage in &passages[1..] {
            let next = place(passage)?;
            let mut between = text.chars().skip(wide.end as usize);
            let gap = next.start.saturating_sub(wide.end) as usize;
            if !between.by_ref().take(gap).all(char::is_whitespace) {
                return Err(Error::NotTouching);
            }
            wide.end = wide.end.max(next.end);
        }
        let wish = Wish {
            article,
            version,
            range: wide,
        };
        let selector = self.selector(&wish)?;
        let mut tags = Vec::new();
        let mut notes: Vec<&str> = Vec::new();
        for passage in &passages {
            join_to(&mut tags, &passage.tags);
            if !passage.note.is_empty() && !notes.contains(&passage.note.as_str()) {
                notes.push(&passage.note);
            }
        }
        let notes = note(&notes.join("\n\n"))?;
        self.put(passages[0].id.as_str(), Some(tags))?;
        self.amend(&passages[0], |bare| {
            bare.selector = selector;
            bare.note = notes;
        })?;
        passages.drain(1..).try_for_each(|p| self.end(p))?;
        Ok(subject)
    }

    /// The passages of these ids, each once.
    pub(super) fn passages(&self, ids: &[PassageId]) -> Result<Vec<Passage>, Error> {
        let mut passages: Vec<Passage> = Vec::with_capacity(ids.len());
        let mut known = std::collections::HashSet::new();
        for id in ids.iter().filter(|id| known.insert(*id)) {
            passages.push(self.passage(id)?);
        }
        Ok(passages)
    }

    fn passage(&self, id: &PassageId) -> Result<Passage, Error> {
        let found = self.writing.store.passage_of(id)?;
        found.ok_or_else(|| Error::NoSuchPassage(id.to_string()))
    }

    /// Gives a passage these tags.
    pub(super) fn retag(&mut self, passage: &Passage, tags: Vec<TagId>) -> Result<(), Error> {
        if passage.tags == tags {
            return Ok(());
        }
        self.put(passage.id.as_str(), Some(tags))?;
        self.amend(passage, |_| {})
    }

    /// Changes a passage. No two states of it were modified at the same moment: so it is seen
    /// whether it was changed since.
    fn amend(&mut self, passage: &Passage, change: impl FnOnce(&mut Bare)) -> Result<(), Error> {
        let mut bare = Bare::from(passage);
        change(&mut bare);
        bare.modified = self.writing.now.max(bare.modified + 1);
        self.put(passage.id.as_str(), Some(bare))
    }

    /// Ends a passage.
    fn end(&mut self, passage: Passage) -> Result<(), Error> {
        let id = passage.id.to_string();
        self.part_from(passage);
        self.put(&id, Some(Vec::<TagId>::new()))?;
        self.put::<Bare>(&id, None)
    }

    fn selector(&mut self, wish: &Wish) -> Result<Selector, Error> {
        let text = self.text(&wish.article, wish.version)?;
        let selector = Selector::mark(wish.version, &text, wish.range.clone());
        selector.ok_or_else(|| bad_span(wish))
    }

    fn text(&self, article: &ArticleId, version: u32) -> Result<String, Error> {
        let row = self.article(article)?;
        self.writing.store.version_text(row, version)
    }

    fn current(&self, article: &ArticleId) -> Result<u32, Error> {
        let row = self.article(article)?;
        self.writing.store.current_version(row)
    }
}

fn of(passages: &[Passage]) -> Subject {
    let name = passages.first().map(|first| opening(&first.selector.quote));
    Subject::new(name.unwrap_or_default(), passages.len())
}

/// Adds the tags that are not among these yet.
pub(super) fn join_to(own: &mut Vec<TagId>, tags: &[TagId]) {
    for tag in tags {
        if !own.contains(tag) {
            own.push(tag.clone());
        }
    }
}

fn bad_span(wish: &Wish) -> Error {
    Error::BadSpan(wish.article.to_string(), wish.range.clone())
}
