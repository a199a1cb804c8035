//! What is asked about passages and tags?

use std::sync::atomic::AtomicBool;

use super::Desk;
use crate::{
    article::{Article, ArticleId},
    error::Error,
    passage::{Codebook, Passage, TagId},
    store::{Bearing, Coding, Grouping, Kept, PassageOrder, Wanted},
};

impl Desk {
    /// All tags with their counts; none without a library.
    pub fn codebook(&mut self) -> Result<Codebook, Error> {
        match self.reader()? {
            Some(store) => store.codebook(),
            None => Ok(Codebook::default()),
        }
    }

    /// What is said about an article.
    pub fn coding(&mut self, id: &ArticleId) -> Result<Coding, Error> {
        self.existing()?.coding(id)
    }

    /// What the articles of these rows bear.
    pub fn bearing(&mut self, rows: &[i64]) -> Result<Vec<Bearing>, Error> {
        self.existing()?.bearing(rows)
    }

    /// The passage of an id, or of the start of one, from four characters on.
    pub fn passage(&mut self, name: &str) -> Result<Passage, Error> {
        self.existing()?.passage(name)
    }

    /// The order of the passages that are wanted; none if `cancel` was set meanwhile.
    pub fn passages_order(
        &mut self,
        wanted: &Wanted,
        grouping: Grouping,
        cancel: &AtomicBool,
    ) -> Result<Option<PassageOrder>, Error> {
        self.existing()?.passages_order(wanted, grouping, cancel)
    }

    /// The passages of these rows, in their order, without those that are no more.
    pub fn passages(&mut self, rows: &[i64]) -> Result<Vec<Kept>, Error> {
        self.existing()?.passages(rows)
    }

    /// How many of the wanted passages bear a tag in articles of a source.
    pub fn matrix(&mut self, wanted: &Wanted) -> Result<Vec<(TagId, Option<String>, u32)>, Error> {
        self.existing()?.matrix(wanted)
    }

    /// An article as a version of it said.
    pub fn version(&mut self, id: &ArticleId, number: u32) -> Result<Article, Error> {
        self.existing()?.version(id, number)
    }
}
