//! How are search, related and story answered?

use std::sync::atomic::AtomicBool;

use super::{About, Desk, Finding, IndexState, Indexing, Related, Search, Sift, Story};
use crate::{article::ArticleId, error::Error};

impl Desk {
    /// Brings the index up to what the library is now; says whether it has changed. `cancel`
    /// stops between two commits, and what is there so far can be searched.
    pub fn catch_up(
        &mut self,
        _cancel: &AtomicBool,
        _tell: &mut dyn FnMut(Indexing),
    ) -> Result<bool, Error> {
        todo!()
    }

    /// Searches in what is in the index.
    pub fn search(&mut self, _search: &Search) -> Result<Finding, Error> {
        todo!()
    }

    /// What is related to something, of what is in the index.
    pub fn related(&mut self, _about: &About, _sift: &Sift) -> Result<Related, Error> {
        todo!()
    }

    /// The story that an article belongs to.
    pub fn story(&mut self, _id: &ArticleId) -> Result<Story, Error> {
        todo!()
    }

    /// How the index stands, without bringing it up; none where there is none.
    pub fn index_state(&mut self) -> Result<Option<IndexState>, Error> {
        todo!()
    }
}
