//! What does a hand set, and how is it kept over what pages say later?

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params, types::FromSqlError};
use serde::{Deserialize, Serialize};

use super::{Maker, Writing, fault::damaged, identity::Claim};
use crate::{
    article::{ArticleId, Field},
    error::Error,
};

/// One field and its new value; none clears it. A title that is cleared is again the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The field.
    pub field: Field,
    /// What it shall be.
    pub value: Option<String>,
}

/// What a hand has set, and what the page states beneath it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Hand {
    value: Option<String>,
    stated: Option<String>,
}

/// One field before or after an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    shown: Option<String>,
    hand: Option<Hand>,
}

/// Edited fields of an article, by name.
type States = BTreeMap<String, State>;

/// What a hand shall set a field to; none for a field that no hand sets.
type Held = (Field, Option<Option<String>>);

impl Writing<'_> {
    /// Sets fields of articles by hand; one change that can be taken back. Returns the
    /// articles that differ now.
    pub fn edit(
        &self,
        ids: &[ArticleId],
        edits: &[Edit],
        maker: &Maker,
    ) -> Result<Vec<ArticleId>, Error> {
        let held = edits.iter().map(|Edit { field, value }| {
            let by_page = *field == Field::Title && value.is_none();
            (*field, (!by_page).then(|| value.clone()))
        });
        let held: Vec<Held> = held.collect();
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for id in ids {
            let (old, new) = self.hold(id, &held)?;
            if old != new {
                before.insert(id.as_str(), old);
                after.insert(id.as_str(), new);
            }
        }
        if !after.is_empty() {
            self.note(maker, "edit", &before, &after)?;
        }
        let changed = ids.iter().filter(|id| after.contains_key(id.as_str()));
        Ok(changed.cloned().collect())
    }

    /// Makes of what an edit left what was before it, or the reverse: of what hands have set,
    /// not of what pages state. Returns the articles; none if a hand has set something else
    /// since or an article is no more.
    pub(super) fn turn_edit(&self, from: &str, to: &str) -> Result<Option<Vec<ArticleId>>, Error> {
        let (from, to) = (self.states(from)?, self.states(to)?);
        for (id, fields) in &from {
            let Some(row) = self.store.row(id)? else {
                return Ok(None);
            };
            for (field, state) in fields {
                let hand = self.hand(row, *field)?;
                if hand.map(|hand| hand.value) != *state {
                    return Ok(None);
                }
            }
        }
        for (id, held) in &to {
            self.hold(id, held)?;
        }
        Ok(Some(to.into_iter().map(|(id, _)| id).collect()))
    }

    /// What hands have set, by one end of an edit.
    fn states(&self, end: &str) -> Result<Vec<(ArticleId, Vec<Held>)>, Error> {
        let broken = |why: &dyn std::fmt::Display| damaged(&self.store.path, &why.to_string());
        let read: BTreeMap<String, States> = serde_json::from_str(end).map_err(|e| broken(&e))?;
        let held = |(name, state): (String, State)| {
            let field = field(&name).map_err(|e| broken(&e))?;
            Ok((field, state.hand.map(|hand| hand.value)))
        };
        read.into_iter()
            .map(|(id, states)| {
                let held = states.into_iter().map(held).collect::<Result<_, Error>>()?;
                Ok((ArticleId::from_stored(id), held))
            })
            .collect()
    }

    fn hold(&self, id: &ArticleId, held: &[Held]) -> Result<(States, States), Error> {
        let row = self
            .store
            .row(id)?
            .ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
        let mut meta = self.store.load(id)?.article.meta;
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for (field, value) in held {
            let old = State {
                shown: field.get(&meta),
                hand: self.hand(row, *field)?,
            };
            let stated = match &old.hand {
                Some(hand) => hand.stated.clone(),
                None => old.shown.clone(),
            };
            let new = State {
                shown: value.clone().unwrap_or_else(|| stated.clone()),
                hand: value.clone().map(|value| Hand { value, stated }),
            };
            if old.shown != new.shown || old.hand != new.hand {
                field.set(&mut meta, new.shown.clone());
                self.set_hand(row, *field, new.hand.as_ref())?;
            }
            before.insert(field.name().to_owned(), old);
            after.insert(field.name().to_owned(), new);
        }
        if before != after {
            let source = Field::Source.name();
            let moved = before.get(source).map(|s| &s.shown) != after.get(source).map(|s| &s.shown);
            self.touch(row)?;
            self.set_meta(row, &meta)?;
            if moved {
                self.recast(row, None)?;
            }
            if let Some(claim) = meta.url.as_deref().and_then(Claim::url) {
                self.answer_to(row, &claim)?;
            }
        }
        Ok((before, after))
    }

    fn hand(&self, row: i64, field: Field) -> Result<Option<Hand>, Error> {
        self.db()
            .prepare_cached("SELECT value, stated FROM hand WHERE article = ?1 AND field = ?2")
            .and_then(|mut s| {
                s.query_row(params![row, field.name()], |r| {
                    Ok(Hand {
                        value: r.get(0)?,
                        stated: r.get(1)?,
                    })
                })
                .optional()
            })
            .map_err(self.store.fault())
    }

    fn set_hand(&self, row: i64, field: Field, hand: Option<&Hand>) -> Result<(), Error> {
        let done = match hand {
            Some(hand) => self
                .db()
                .prepare_cached("INSERT OR REPLACE INTO hand VALUES (?1, ?2, ?3, ?4)")
                .and_then(|mut s| s.execute(params![row, field.name(), hand.value, hand.stated])),
            None => self
                .db()
                .prepare_cached("DELETE FROM hand WHERE article = ?1 AND field = ?2")
                .and_then(|mut s| s.execute(params![row, field.name()])),
        };
        done.map(|_| ()).map_err(self.store.fault())
    }

    /// Numbers a change of an article.
    pub(super) fn touch(&self, row: i64) -> Result<(), Error> {
        self.db()
            .prepare_cached("UPDATE article SET change = ?2 WHERE row = ?1")
            .and_then(|mut s| s.execute([row, self.next_change()]))
            .map_err(self.store.fault())?;
        Ok(())
    }
}

/// The articles of one end of an edit.
pub(super) fn edited(end: &str) -> serde_json::Result<Vec<String>> {
    let states: BTreeMap<String, States> = serde_json::from_str(end)?;
    Ok(states.into_keys().collect())
}

/// A field by its stored name.
pub(super) fn field(name: &str) -> Result<Field, FromSqlError> {
    Field::named(name).ok_or(FromSqlError::InvalidType)
}
