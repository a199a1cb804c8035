//! What does the reader say of the blocks of a document, what does import say beneath, and
//! what comes of both?

use std::collections::{BTreeMap, HashMap};

use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use super::{
    Packer, Prepared, Store, Writing,
    difference::Held,
    fault::damaged,
    identity::hash,
    prepared::{Stem, json},
};
use crate::{
    article::{Article, Flaw, FlawKind, Kind, folded_words, opening, stand_in},
    error::Error,
};

/// What import says of an article where the reader says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Said {
    title: String,
    flaws: Vec<Flaw>,
    /// By the place of the block.
    kinds: BTreeMap<usize, Kind>,
}

/// A line by its folded words; one without words by its signs.
pub(super) fn words(text: &str) -> [u8; 16] {
    let words: Vec<String> = folded_words(text).collect();
    if words.is_empty() {
        hash(text.trim().as_bytes())
    } else {
        hash(words.join(" ").as_bytes())
    }
}

/// What the reader says that lines are, by their words.
#[derive(Debug, Default)]
pub(super) struct Overrides(HashMap<[u8; 16], Kind>);

impl Overrides {
    /// Makes of an article what the reader says; returns what import says, if that differs.
    ///
    /// Of several lines with the words of a title that the reader made, the first is it. A
    /// title that the page repeats stays one: the word is about its repetitions.
    pub(super) fn apply(&self, article: &mut Article, flaws: &mut Vec<Flaw>) -> Option<Said> {
        if self.0.is_empty() {
            return None;
        }
        let before: Vec<Kind> = article.blocks.iter().map(|b| b.kind).collect();
        let mut said = Said {
            title: article.meta.title.clone(),
            flaws: flaws.clone(),
            kinds: BTreeMap::new(),
        };
        let lines: Vec<_> = article.blocks.iter().map(|b| words(&b.text)).collect();
        let (mut met, mut title) = (false, None);
        for (place, block) in article.blocks.iter_mut().enumerate() {
            let line = &lines[place];
            let Some(&kind) = self.0.get(line) else {
                continue;
            };
            let repeated = || lines.iter().filter(|l| *l == line).count() > 1;
            if block.kind == Kind::Title && kind != Kind::Title && repeated() {
                continue;
            }
            met = true;
            let told = opening(&block.text);
            flaws.retain(|f| f.kind != FlawKind::DoubtfulClutter || f.detail != told);
            if kind != Kind::Title || *title.get_or_insert(place) == place {
                block.kind = kind;
            }
        }
        if !met {
            return None;
        }
        retitle(article, flaws, title, &before);
        let text = article.blocks.iter().any(|b| b.kind.in_text());
        set(flaws, FlawKind::NoText, !text);
        let after = article.blocks.iter().map(|b| b.kind);
        for (place, (was, is)) in before.into_iter().zip(after).enumerate() {
            if was != is {
                said.kinds.insert(place, was);
            }
        }
        let same =
            said.kinds.is_empty() && said.title == article.meta.title && said.flaws == *flaws;
        (!same).then_some(said)
    }
}

impl Said {
    /// Makes of an article what import says.
    pub(super) fn restore(self, article: &mut Article, flaws: &mut Vec<Flaw>) {
        for (place, kind) in self.kinds {
            if let Some(block) = article.blocks.get_mut(place) {
                block.kind = kind;
            }
        }
        article.meta.title = self.title;
        *flaws = self.flaws;
    }
}

/// The title follows the kinds: a block that the reader made the title states it, and the
/// page's own headline stands below it; a headline that is none any more states nothing.
fn retitle(article: &mut Article, flaws: &mut Vec<Flaw>, made: Option<usize>, before: &[Kind]) {
    let Article { meta, blocks } = article;
    if let Some(made) = made {
        meta.title.clone_from(&blocks[made].text);
        for (place, block) in blocks.iter_mut().enumerate() {
            if place != made && block.kind == Kind::Title {
                block.kind = Kind::Subtitle;
            }
        }
        set(flaws, FlawKind::NoTitle, false);
        return;
    }
    if flaws.iter().any(|f| f.kind == FlawKind::NoTitle) {
        meta.title = stand_in(blocks);
        return;
    }
    let key = words(&meta.title);
    let says = |place: usize| words(&blocks[place].text) == key;
    let was = before.iter().enumerate();
    let mut was = was.filter(|(_, kind)| **kind == Kind::Title);
    let lost = was.any(|(place, _)| blocks[place].kind != Kind::Title && says(place));
    let kept = (0..blocks.len()).any(|p| blocks[p].kind == Kind::Title && says(p));
    if !lost || kept {
        return;
    }
    if let Some(other) = blocks.iter().find(|b| b.kind == Kind::Title) {
        meta.title.clone_from(&other.text);
    } else {
        meta.title = stand_in(blocks);
        set(flaws, FlawKind::NoTitle, true);
    }
}

/// Whether the page has a flaw.
fn set(flaws: &mut Vec<Flaw>, kind: FlawKind, has: bool) {
    if !has {
        flaws.retain(|f| f.kind != kind);
    } else if !flaws.iter().any(|f| f.kind == kind) {
        flaws.push(Flaw::new(kind, ""));
    }
}

impl Store {
    /// What the reader said of lines of an article, and of its source unless a hand has set
    /// another; a word about the article's own stands before one about the source's.
    pub(super) fn overrides(
        &self,
        row: Option<i64>,
        source: Option<&str>,
    ) -> Result<Overrides, Error> {
        let all: Vec<([u8; 16], String, bool)> = self
            .db
            .prepare_cached(
                "SELECT words, kind, 0 FROM override WHERE source = \
                   iif(EXISTS (SELECT 1 FROM hand WHERE article = ?1 AND field = 'source'), \
                       (SELECT value FROM hand WHERE article = ?1 AND field = 'source'), ?2) \
                 UNION ALL SELECT words, kind, 1 FROM override WHERE article = ?1",
            )
            .and_then(|mut s| {
                let read = |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
                s.query_map(params![row, source], read)?.collect()
            })
            .map_err(self.fault())?;
        let mut kinds = HashMap::new();
        for (words, kind, own) in all {
            let kind = serde_json::from_str(&kind).map_err(|e| damaged(&self.path, &e))?;
            if own || !kinds.contains_key(&words) {
                kinds.insert(words, kind);
            }
        }
        Ok(Overrides(kinds))
    }

    /// Whether the reader has said anything of any line: asked for every document that comes in.
    fn has_overrides(&self) -> Result<bool, Error> {
        self.db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM override)")
            .and_then(|mut s| s.query_row([], |r| r.get(0)))
            .map_err(self.fault())
    }

    /// A document as the reader's words make it; none if they leave it as it is.
    pub(super) fn overruled(
        &self,
        held: Option<&Held>,
        document: &Prepared,
    ) -> Result<Option<Prepared>, Error> {
        if !self.has_overrides()? {
            return Ok(None);
        }
        let stated = document.article.meta.source.as_deref();
        let source = stated.or_else(|| held?.meta.source.as_deref());
        let overrides = self.overrides(held.map(|h| h.row), source)?;
        if overrides.0.is_empty() {
            return Ok(None);
        }
        let mut article = document.article.clone();
        let mut flaws = self.flaws(&document.flaws)?;
        let Some(said) = overrides.apply(&mut article, &mut flaws) else {
            return Ok(None);
        };
        let both =
            zstd::stream::decode_all(&document.packed[..]).map_err(|e| damaged(&self.path, &e))?;
        let raw = both.get(document.blocks as usize..).unwrap_or_default();
        let stem = Stem {
            claims: document.claims.clone(),
            id: document.id.clone(),
            origin: document.origin.clone(),
            document: document.document,
            came: document.came,
        };
        let cast = Packer::default().recast(stem, article, &flaws, Some(said), raw);
        Ok(Some(cast))
    }

    /// What import says of an article's current version, where the reader says otherwise.
    pub(super) fn said(&self, row: i64) -> Result<Option<Said>, Error> {
        let found: Option<(String, String, String)> = self
            .db
            .prepare_cached("SELECT title, flaws, kinds FROM said WHERE article = ?1")
            .and_then(|mut s| {
                s.query_row([row], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
                    .optional()
            })
            .map_err(self.fault())?;
        let Some((title, flaws, kinds)) = found else {
            return Ok(None);
        };
        Ok(Some(Said {
            title,
            flaws: self.flaws(&flaws)?,
            kinds: serde_json::from_str(&kinds).map_err(|e| damaged(&self.path, &e))?,
        }))
    }
}

impl Writing<'_> {
    /// Keeps what import says of an article's current version, or that nothing differs.
    pub(super) fn say(&self, row: i64, said: Option<&Said>) -> Result<(), Error> {
        let done = match said {
            Some(said) => self
                .db()
                .prepare_cached("INSERT OR REPLACE INTO said VALUES (?1, ?2, ?3, ?4)")
                .and_then(|mut s| {
                    s.execute(params![
                        row,
                        said.title,
                        json(&said.flaws),
                        json(&said.kinds)
                    ])
                }),
            None => self
                .db()
                .prepare_cached("DELETE FROM said WHERE article = ?1")
                .and_then(|mut s| s.execute([row])),
        };
        done.map(|_| ()).map_err(self.store.fault())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Meta, Reason};

    fn page(title: &str) -> Article {
        let meta = Meta {
            title: title.to_owned(),
            ..Meta::default()
        };
        let blocks = vec![
            Block::new(Kind::Clutter(Reason::Share), "share"),
            Block::new(Kind::Paragraph, "one two"),
        ];
        Article { meta, blocks }
    }

    fn says(line: &str, kind: Kind) -> Overrides {
        Overrides(HashMap::from([(words(line), kind)]))
    }

    #[test]
    fn a_page_without_the_line_stays_as_it_is() {
        let untitled = vec![Flaw::new(FlawKind::NoTitle, "")];
        let (mut article, mut flaws) = (page("kept"), untitled.clone());
        let said = says("other", Kind::Title).apply(&mut article, &mut flaws);
        assert_eq!((said, article, flaws), (None, page("kept"), untitled));
    }

    #[test]
    fn a_word_about_a_repeated_title_leaves_the_title() {
        let mut article = page("one two");
        article.blocks.insert(0, Block::new(Kind::Title, "One two"));
        let by_hand = Kind::Clutter(Reason::ByHand);
        says("one two", by_hand).apply(&mut article, &mut Vec::new());
        assert_eq!(article.blocks[0].kind, Kind::Title);
        assert_eq!(article.blocks[2].kind, by_hand);
        assert_eq!(article.meta.title, "one two");
    }

    #[test]
    fn flaws_come_and_go_with_the_kinds_and_all_can_be_restored() {
        let before = vec![
            Flaw::new(FlawKind::NoTitle, ""),
            Flaw::new(FlawKind::DoubtfulClutter, "one two"),
        ];
        let (mut article, mut flaws) = (page("one two"), before.clone());
        let by_hand = Kind::Clutter(Reason::ByHand);
        let said = says("One, two!", by_hand).apply(&mut article, &mut flaws);
        assert_eq!(article.meta.title, "share");
        let kinds: Vec<FlawKind> = flaws.iter().map(|f| f.kind).collect();
        assert_eq!(kinds, [FlawKind::NoTitle, FlawKind::NoText]);
        said.unwrap().restore(&mut article, &mut flaws);
        assert_eq!((article, flaws), (page("one two"), before));
    }
}
