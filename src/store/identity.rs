//! Which article of the library is this document?
//!
//! A document claims to be something in up to five ways, strongest first. It is the article
//! that answers to its strongest claim, unless the two contradict each other in a stronger
//! one: two addresses, or two names given by sources, are two articles however alike their
//! texts. What is doubtful stays apart.

use std::collections::HashSet;

use rusqlite::params;
use sha2::{Digest, Sha256};

use super::{Prepared, Store};
use crate::{
    article::{Article, ArticleId, Identity, Meta, canonical_url, folded_words},
    error::Error,
    text::fold,
};

/// How strong a claim is; the numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The address.
    Url = 1,
    /// A stated source and its name for the article.
    Source = 2,
    /// A file of many records and its name for the record.
    Record = 3,
    /// A file that holds one article.
    File = 4,
    /// The words.
    Text = 5,
}

/// One way in which a document says which article it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) rank: Rank,
    pub(super) hash: [u8; 16],
    /// Whether the claim holds by itself; else title or words must agree.
    pub(super) sure: bool,
}

/// Where a document came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The document's name, as shown.
    pub name: Option<String>,
    /// The file, named so that no other has the name; none for what came through a pipe.
    pub file: Option<String>,
    /// Whether the file holds this one article.
    pub alone: bool,
    /// Whether the article was asked for by itself: then one that was removed comes back.
    pub asked: bool,
}

impl Claim {
    /// What an address claims, if it is one.
    pub(super) fn url(url: &str) -> Option<Self> {
        Some(Self::new(Rank::Url, hash(canonical_url(url)?.as_bytes())))
    }

    fn new(rank: Rank, hash: [u8; 16]) -> Self {
        let sure = rank != Rank::File;
        Self { rank, hash, sure }
    }
}

/// The claims of a document, strongest first, and the id it gets if it is new.
pub(super) fn claims(meta: &Meta, origin: &Origin, text: &str) -> (Vec<Claim>, ArticleId) {
    /// Stands for the file where there is none.
    const PIPE: &str = "-";
    let mut claims = Vec::with_capacity(4);
    let mut identity = None;
    if let Some(url) = meta.url.as_deref().and_then(canonical_url) {
        claims.push(Claim::new(Rank::Url, hash(url.as_bytes())));
        identity = Some(Identity::Url(url));
    }
    if let Some(name) = &meta.source_id {
        let by_source = |source: &str| Identity::Source(source.to_owned(), name.clone());
        if let Some(source) = &meta.source {
            let named = by_source(source);
            claims.push(Claim::new(Rank::Source, hash(named.key().as_bytes())));
            identity.get_or_insert(named);
        } else if !origin.alone || origin.file.is_none() {
            let file = origin.file.as_deref().unwrap_or(PIPE);
            let mut both = hash(file.as_bytes());
            both[8..].copy_from_slice(&hash(name.as_bytes())[..8]);
            claims.push(Claim {
                sure: origin.file.is_some(),
                ..Claim::new(Rank::Record, both)
            });
            identity.get_or_insert_with(|| by_source(file));
        }
    }
    if let Some(file) = origin.file.as_ref().filter(|_| origin.alone) {
        claims.push(Claim::new(Rank::File, hash(file.as_bytes())));
        identity.get_or_insert_with(|| Identity::File(file.clone()));
    }
    let words = if text.contains(char::is_alphanumeric) {
        Identity::of_text(text)
    } else {
        Identity::Text(text.to_owned())
    };
    claims.push(Claim::new(Rank::Text, hash(words.key().as_bytes())));
    let id = ArticleId::of(identity.as_ref().unwrap_or(&words));
    (claims, id)
}

/// The first 16 bytes of SHA-256.
pub(super) fn hash(bytes: &[u8]) -> [u8; 16] {
    first(Sha256::new_with_prefix(bytes))
}

/// The same of texts one after another.
pub(super) fn hash_all(texts: &[&str]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    texts.iter().for_each(|text| hasher.update(text));
    first(hasher)
}

fn first(hasher: Sha256) -> [u8; 16] {
    let mut out = [0; 16];
    out.copy_from_slice(&hasher.finalize()[..16]);
    out
}

impl Store {
    /// The article that a document is, if the library has it.
    pub(super) fn same(&self, document: &Prepared) -> Result<Option<i64>, Error> {
        for (nth, claim) in document.claims.iter().enumerate() {
            for row in self.answering(claim)? {
                if self.contradicts(row, &document.claims[..nth])? {
                    continue;
                }
                if claim.rank == Rank::Text && self.papers_differ(row, document)? {
                    continue;
                }
                if claim.sure || self.agrees(row, document)? {
                    return Ok(Some(row));
                }
            }
        }
        Ok(None)
    }

    /// The articles that answer to a claim, the latest first.
    pub(super) fn answering(&self, claim: &Claim) -> Result<Vec<i64>, Error> {
        self.db
            .prepare_cached(
                "SELECT article FROM identity WHERE rank = ?1 AND hash = ?2 ORDER BY article DESC",
            )
            .and_then(|mut s| {
                s.query_map(params![claim.rank as i64, claim.hash], |r| r.get(0))?
                    .collect()
            })
            .map_err(self.fault())
    }

    /// Whether an article, which none of the stronger claims led to, answers to others of
    /// their rank: another address, another name by its source or in the same file.
    fn contradicts(&self, row: i64, stronger: &[Claim]) -> Result<bool, Error> {
        let held: Vec<(i64, [u8; 16])> = self
            .db
            .prepare_cached("SELECT rank, hash FROM identity WHERE article = ?1 AND rank <= 3")
            .and_then(|mut s| {
                s.query_map([row], |r| Ok((r.get(0)?, r.get(1)?)))?
                    .collect()
            })
            .map_err(self.fault())?;
        Ok(stronger.iter().any(|claim| {
            held.iter().any(|(rank, hash)| {
                *rank == claim.rank as i64
                    && match claim.rank {
                        Rank::Url | Rank::Source => true,
                        Rank::Record => hash[..8] == claim.hash[..8],
                        Rank::File | Rank::Text => false,
                    }
            })
        }))
    }

    /// One story, word for word in two papers, is two articles.
    fn papers_differ(&self, row: i64, document: &Prepared) -> Result<bool, Error> {
        let Some(paper) = &document.article.meta.source else {
            return Ok(false);
        };
        let held: Option<String> = self
            .db
            .prepare_cached("SELECT source FROM article WHERE row = ?1")
            .and_then(|mut s| s.query_row([row], |r| r.get(0)))
            .map_err(self.fault())?;
        Ok(held.is_some_and(|held| fold(&held) != fold(paper)))
    }

    /// Whether title or half the folded words agree.
    fn agrees(&self, row: i64, document: &Prepared) -> Result<bool, Error> {
        let (shown, stated): (String, Option<String>) = self
            .db
            .prepare_cached(
                "SELECT title, coalesce((SELECT title FROM said WHERE article = row), \
                        (SELECT stated FROM hand WHERE article = row AND field = 'title')) \
                 FROM article WHERE row = ?1",
            )
            .and_then(|mut s| s.query_row([row], |r| Ok((r.get(0)?, r.get(1)?))))
            .map_err(self.fault())?;
        let title = fold(&document.article.meta.title);
        if fold(&stated.unwrap_or(shown)) == title {
            return Ok(true);
        }
        let held = Article {
            meta: Meta::default(),
            blocks: self.halves(row)?.0,
        };
        Ok(half_shared(&held.text(), &document.article.text()))
    }
}

/// Whether two texts share half of their different words, seen from the richer one.
fn half_shared(one: &str, other: &str) -> bool {
    let one: HashSet<String> = folded_words(one).collect();
    let other: HashSet<String> = folded_words(other).collect();
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strongest(meta: &Meta, origin: &Origin) -> Rank {
        claims(meta, origin, "نص").0[0].rank
    }

    #[test]
    fn the_strongest_claim_comes_first() {
        let file = Origin {
            file: Some("/a/b.jsonl".into()),
            ..Origin::default()
        };
        let alone = Origin {
            alone: true,
            ..file.clone()
        };
        let named = Meta {
            source_id: Some("7".into()),
            ..Meta::default()
        };
        let sourced = Meta {
            source: Some("صحيفة".into()),
            ..named.clone()
        };
        let addressed = Meta {
            url: Some("https://example.org/7".into()),
            ..sourced.clone()
        };
        assert_eq!(strongest(&addressed, &file), Rank::Url);
        assert_eq!(strongest(&sourced, &file), Rank::Source);
        assert_eq!(strongest(&named, &file), Rank::Record);
        assert_eq!(strongest(&named, &alone), Rank::File);
        assert_eq!(strongest(&Meta::default(), &file), Rank::Text);
    }

    #[test]
    fn half_the_words_are_counted_from_the_richer_text() {
        assert!(half_shared("قال الوزير نعم", "قالَ الوزيرُ لا"));
        assert!(!half_shared("قال", "قال الوزير إن الأمر كذا"));
        assert!(!half_shared("", ""));
    }
}
