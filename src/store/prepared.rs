//! What is made of a document before it meets the library? Everything that needs no database,
//! so that it can be done on every core.

use std::fmt;

use serde::Serialize;

pub use super::identity::Origin;
use super::{
    identity::{Claim, claims, hash, hash_all},
    said::Said,
};
use crate::article::{Article, ArticleId, Flaw};

/// A document read, hashed and packed.
#[derive(Debug)]
pub struct Prepared {
    pub(super) article: Article,
    pub(super) claims: Vec<Claim>,
    pub(super) id: ArticleId,
    pub(super) origin: Origin,
    pub(super) words: u32,
    pub(super) hash: [u8; 16],
    pub(super) form: [u8; 16],
    pub(super) flaws: String,
    /// Hash of the document as it came.
    pub(super) document: [u8; 16],
    /// Length of the blocks as JSON, with which the packed bytes begin.
    pub(super) blocks: u32,
    pub(super) packed: Vec<u8>,
    /// What import says beneath what the reader calls blocks of it.
    pub(super) said: Option<Said>,
    /// Number of the change that brought it; none for one that comes now.
    pub(super) came: Option<i64>,
}

/// Of a document what the kinds of its blocks do not touch.
pub(super) struct Stem {
    pub(super) claims: Vec<Claim>,
    pub(super) id: ArticleId,
    pub(super) origin: Origin,
    pub(super) document: [u8; 16],
    pub(super) came: Option<i64>,
}

/// Packs documents, one after another.
pub struct Packer(zstd::bulk::Compressor<'static>);

impl fmt::Debug for Packer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Packer")
    }
}

impl Default for Packer {
    fn default() -> Self {
        // a fast level: writing what a slower one spares would take less time than sparing it
        Self(zstd::bulk::Compressor::new(-2).expect("level -2 exists"))
    }
}

impl Packer {
    /// Makes ready what `import` read from the bytes.
    pub fn prepare(
        &mut self,
        article: Article,
        flaws: &[Flaw],
        origin: Origin,
        raw: &[u8],
    ) -> Prepared {
        let text = article.text();
        let (claims, id) = claims(&article.meta, &origin, &text);
        let stem = Stem {
            claims,
            id,
            origin,
            document: hash(raw),
            came: None,
        };
        self.join(stem, article, &text, flaws, None, raw)
    }

    /// A document whose blocks the reader calls what they now are.
    pub(super) fn recast(
        &mut self,
        stem: Stem,
        article: Article,
        flaws: &[Flaw],
        said: Option<Said>,
        raw: &[u8],
    ) -> Prepared {
        let text = article.text();
        self.join(stem, article, &text, flaws, said, raw)
    }

    fn join(
        &mut self,
        stem: Stem,
        article: Article,
        text: &str,
        flaws: &[Flaw],
        said: Option<Said>,
        raw: &[u8],
    ) -> Prepared {
        let blocks = json(&article.blocks);
        let flaws = json(&flaws);
        let beneath = said.as_ref().map(json).unwrap_or_default();
        Prepared {
            claims: stem.claims,
            id: stem.id,
            origin: stem.origin,
            document: stem.document,
            came: stem.came,
            words: article.words().try_into().unwrap_or(u32::MAX),
            hash: hash(text.as_bytes()),
            form: hash_all(&[&blocks, &flaws, &beneath]),
            packed: self.pack(&blocks, raw),
            blocks: blocks.len() as u32,
            flaws,
            said,
            article,
        }
    }

    pub(super) fn pack(&mut self, blocks: &str, raw: &[u8]) -> Vec<u8> {
        let both = [blocks.as_bytes(), raw].concat();
        self.0.compress(&both).expect("memory is the only limit")
    }
}

/// Plain data as JSON.
pub(super) fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).expect("plain data has a JSON form")
}
