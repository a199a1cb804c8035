//! How does the reader say what a block is, and how is that taken back?
//!
//! The word is kept by the line's folded words, so it holds for every line of the article
//! (or of its source) that says the same, also in what is added later. What import says is
//! kept beneath ([`super::said`]); every state of an article follows from both.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{
    Maker, Packer, Store, Writing,
    difference::Difference,
    fault::damaged,
    prepared::{Origin, Stem, json},
    said::words,
};
use crate::{
    article::{Article, ArticleId, Block, Flaw, Kind, Reason},
    error::Error,
};

/// Where the reader's word about a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In this article.
    Article,
    /// In all articles of its source, present and future, unless one of them has a word of
    /// its own about the line.
    Source,
}

/// What the reader says of a line, or that nothing is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Override {
    #[serde(flatten)]
    of: Of,
    /// The line, by its words, in hexadecimal.
    words: String,
    kind: Option<Kind>,
}

/// Whose line it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Of {
    /// The article of an id.
    Article(String),
    Source(String),
}

impl Writing<'_> {
    /// Says what the block at a place of the current version is, or, with no kind, that it is
    /// what import says. One change that can be taken back. Returns the articles that differ
    /// now; the text of one that a block entered or left is a new version.
    ///
    /// A word about the source's lines takes the place of one about this article's.
    pub fn set_kind(
        &self,
        id: &ArticleId,
        place: usize,
        kind: Option<Kind>,
        scope: Scope,
        maker: &Maker,
    ) -> Result<Vec<ArticleId>, Error> {
        let name = || id.as_str().to_owned();
        let row = self.store.row(id)?;
        let row = row.ok_or_else(|| Error::NoSuchArticle(name()))?;
        let blocks = self.store.halves(row)?.0;
        let block = blocks
            .get(place)
            .ok_or_else(|| Error::NoSuchBlock(name(), place))?;
        let line = words(&block.text);
        let kind = kind.map(|kind| match kind {
            Kind::Clutter(_) => Kind::Clutter(Reason::ByHand),
            kind => kind,
        });
        let own = Of::Article(name());
        let orders = match scope {
            Scope::Article => vec![(own, kind)],
            Scope::Source => {
                let source = self.store.held(row)?.meta.source;
                let source = source.ok_or_else(|| Error::NoSource(name()))?;
                vec![(Of::Source(source), kind), (own, None)]
            }
        };
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (of, kind) in orders {
            let was = self.store.overridden(&of, &line)?;
            if was != kind {
                let state = |kind| Override {
                    of: of.clone(),
                    words: format!("{:032x}", u128::from_be_bytes(line)),
                    kind,
                };
                before.push(state(was));
                after.push(state(kind));
            }
        }
        if after.is_empty() {
            return Ok(Vec::new());
        }
        self.note(maker, "kind", &before, &after)?;
        self.rule(Some(row), &line, &after)
    }

    /// Makes of what the reader's word left what was before it, or the reverse. Returns the
    /// articles that differ now; none if there is another word since or the article is no more.
    pub(super) fn turn_kind(&self, from: &str, to: &str) -> Result<Option<Vec<ArticleId>>, Error> {
        let broken = |e: &dyn std::fmt::Display| damaged(&self.store.path, &e.to_string());
        let read = |end| serde_json::from_str(end).map_err(|e| broken(&e));
        let (from, to): (Vec<Override>, Vec<Override>) = (read(from)?, read(to)?);
        let Some(Override { words, .. }) = to.first() else {
            return Ok(None);
        };
        let line = u128::from_str_radix(words, 16).map_err(|e| broken(&e))?;
        let line = line.to_be_bytes();
        let mut own = None;
        for Override { of, kind, .. } in &from {
            if let Of::Article(id) = of {
                own = self.store.row(&ArticleId::from_stored(id.clone()))?;
                if own.is_none() {
                    return Ok(None);
                }
            }
            if self.store.overridden(of, &line)? != *kind {
                return Ok(None);
            }
        }
        self.rule(own, &line, &to).map(Some)
    }

    /// Keeps what the reader says of a line and makes of its articles, the one in this row
    /// first, what follows; returns those that differ now.
    fn rule(
        &self,
        own: Option<i64>,
        line: &[u8; 16],
        orders: &[Override],
    ) -> Result<Vec<ArticleId>, Error> {
        let mut rows: Vec<i64> = own.into_iter().collect();
        for Override { of, kind, .. } in orders {
            self.override_line(of, line, *kind)?;
            if let Of::Source(source) = of {
                rows.extend(self.store.of_source(source, own.unwrap_or_default())?);
            }
        }
        let mut changed = Vec::new();
        for row in rows {
            changed.extend(self.recast(row, Some(line))?);
        }
        Ok(changed)
    }

    fn override_line(&self, of: &Of, line: &[u8; 16], kind: Option<Kind>) -> Result<(), Error> {
        let (column, name) = of.key();
        let sql = format!("DELETE FROM override WHERE {column} = {name} AND words = ?2");
        self.db()
            .prepare_cached(&sql)
            .and_then(|mut s| s.execute(params![of.name(), line]))
            .map_err(self.store.fault())?;
        let Some(kind) = kind else { return Ok(()) };
        let sql = format!("INSERT INTO override ({column}, words, kind) VALUES ({name}, ?2, ?3)");
        self.db()
            .prepare_cached(&sql)
            .and_then(|mut s| s.execute(params![of.name(), line, json(&kind)]))
            .map_err(self.store.fault())?;
        Ok(())
    }

    /// Makes of an article's current version what import and the reader now say of it; of a
    /// line only if it has it. Returns the article if it differs.
    pub(super) fn recast(
        &self,
        row: i64,
        line: Option<&[u8; 16]>,
    ) -> Result<Option<ArticleId>, Error> {
        let store = self.store;
        let (blocks, raw) = store.halves(row)?;
        if line.is_some_and(|line| !blocks.iter().any(|b| words(&b.text) == *line)) {
            return Ok(None);
        }
        let held = store.held(row)?;
        let stated = store.stated(&held)?;
        let (mut flaws, origin) = store.read_from(row)?;
        let mut article = Article {
            meta: stated.clone(),
            blocks: blocks.clone(),
        };
        if let Some(said) = store.said(row)? {
            said.restore(&mut article, &mut flaws);
        }
        let overrides = store.overrides(Some(row), held.meta.source.as_deref())?;
        let said = overrides.apply(&mut article, &mut flaws);
        let meta = (article.meta != stated).then(|| article.meta.clone());
        let stem = Stem {
            claims: Vec::new(),
            id: held.id.clone(),
            origin,
            document: held.document,
            came: Some(held.came),
        };
        let cast = Packer::default().recast(stem, article, &flaws, said, &raw.bytes);
        let text = held.hash != cast.hash;
        let form = !text && held.form != cast.form;
        if !(text || form || meta.is_some()) {
            return Ok(None);
        }
        if text {
            self.slim(row, held.version, &blocks)?;
        }
        let difference = Difference {
            meta,
            text,
            form,
            back: false,
        };
        self.update(&held, &difference, &cast)?;
        Ok(Some(held.id))
    }

    /// The next version comes from the same document, which goes with it: this one keeps its
    /// blocks alone.
    fn slim(&self, row: i64, number: u32, blocks: &[Block]) -> Result<(), Error> {
        let blocks = json(&blocks);
        let packed = Packer::default().pack(&blocks, &[]);
        self.db()
            .prepare_cached(
                "UPDATE document SET blocks = ?3, packed = ?4 WHERE version = \
                 (SELECT row FROM version WHERE article = ?1 AND number = ?2)",
            )
            .and_then(|mut s| s.execute(params![row, number, blocks.len() as u32, packed]))
            .map_err(self.store.fault())?;
        Ok(())
    }
}

impl Of {
    /// The column that says whose line it is, and how SQL finds its value by [`Self::name`].
    fn key(&self) -> (&'static str, &'static str) {
        match self {
            Self::Article(_) => ("article", "(SELECT row FROM article WHERE id = ?1)"),
            Self::Source(_) => ("source", "?1"),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Article(name) | Self::Source(name) => name,
        }
    }
}

impl Store {
    fn overridden(&self, of: &Of, line: &[u8; 16]) -> Result<Option<Kind>, Error> {
        let (column, name) = of.key();
        let sql = format!("SELECT kind FROM override WHERE {column} = {name} AND words = ?2");
        let kind: Option<String> = self
            .db
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_row(params![of.name(), line], |r| r.get(0))
                    .optional()
            })
            .map_err(self.fault())?;
        kind.map(|kind| serde_json::from_str(&kind))
            .transpose()
            .map_err(|e| damaged(&self.path, &e))
    }

    /// The articles of a source but one, also those that are hidden.
    fn of_source(&self, source: &str, but: i64) -> Result<Vec<i64>, Error> {
        self.db
            .prepare_cached("SELECT row FROM article WHERE source = ?1 AND row <> ?2")
            .and_then(|mut s| s.query_map(params![source, but], |r| r.get(0))?.collect())
            .map_err(self.fault())
    }

    /// The flaws of an article's current version, and the document it came from.
    fn read_from(&self, row: i64) -> Result<(Vec<Flaw>, Origin), Error> {
        let (flaws, name): (String, Option<String>) = self
            .db
            .prepare_cached(
                "SELECT v.flaws, a.origin FROM article a \
                 JOIN version v ON v.article = a.row AND v.number = a.version WHERE a.row = ?1",
            )
            .and_then(|mut s| s.query_row([row], |r| Ok((r.get(0)?, r.get(1)?))))
            .map_err(self.fault())?;
        let origin = Origin {
            name,
            ..Origin::default()
        };
        Ok((self.flaws(&flaws)?, origin))
    }
}

/// The articles, and the sources, that a line of the log is about.
pub(super) fn spoken_of(end: &str) -> serde_json::Result<Vec<String>> {
    let orders: Vec<Override> = serde_json::from_str(end)?;
    Ok(orders
        .into_iter()
        .map(|order| match order.of {
            Of::Article(name) | Of::Source(name) => name,
        })
        .collect())
}
