//! What does a hand set, and how is it kept over what pages say later?

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params, types::FromSqlError};
use serde::Serialize;

use super::{Maker, Writing, identity::Claim};
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Hand {
    value: Option<String>,
    stated: Option<String>,
}

/// One field before or after an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct State {
    shown: Option<String>,
    hand: Option<Hand>,
}

/// The edited fields of each article, by id and name.
type States<'a> = BTreeMap<&'a str, BTreeMap<&'static str, State>>;

impl Writing<'_> {
    /// Sets fields of articles by hand; one change that can be taken back. Returns the
    /// articles that differ now.
    pub fn edit(
        &self,
        ids: &[ArticleId],
        edits: &[Edit],
        maker: &Maker,
    ) -> Result<Vec<ArticleId>, Error> {
        let (mut before, mut after) = (States::new(), States::new());
        for id in ids {
            let (old, new) = self.edit_one(id, edits)?;
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

    #[expect(clippy::type_complexity, reason = "two states of the same fields")]
    fn edit_one(
        &self,
        id: &ArticleId,
        edits: &[Edit],
    ) -> Result<(BTreeMap<&'static str, State>, BTreeMap<&'static str, State>), Error> {
        let row = self
            .store
            .row(id)?
            .ok_or_else(|| Error::NoSuchArticle(id.as_str().to_owned()))?;
        let mut meta = self.store.load(id)?.article.meta;
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for Edit { field, value } in edits {
            let old = State {
                shown: field.get(&meta),
                hand: self.hand(row, *field)?,
            };
            let stated = match &old.hand {
                Some(hand) => hand.stated.clone(),
                None => old.shown.clone(),
            };
            let hand = (*field != Field::Title || value.is_some()).then(|| Hand {
                value: value.clone(),
                stated: stated.clone(),
            });
            let new = State {
                shown: if hand.is_some() {
                    value.clone()
                } else {
                    stated
                },
                hand,
            };
            if old.shown != new.shown || old.hand != new.hand {
                field.set(&mut meta, new.shown.clone());
                self.set_hand(row, *field, new.hand.as_ref())?;
            }
            before.insert(field.name(), old);
            after.insert(field.name(), new);
        }
        if before != after {
            let source = Field::Source.name();
            let moved = before.get(source).map(|s| &s.shown) != after.get(source).map(|s| &s.shown);
            self.set_meta(row, &meta)?;
            self.touch(row)?;
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

/// A field by its stored name.
pub(super) fn field(name: &str) -> Result<Field, FromSqlError> {
    Field::named(name).ok_or(FromSqlError::InvalidType)
}
