//! Which tag does a letter or a digit give?

use crate::{
    app::App,
    passage::{Codebook, Entry, TagId},
};

impl App {
    /// The tag that a letter or a digit gives.
    pub fn favourite(&self, letter: char) -> Option<TagId> {
        let mut entries = self.codebook.entries.iter();
        let own = entries.find(|entry| entry.tag.letter == Some(letter));
        let own = own.map(|entry| entry.tag.id.clone());
        own.or_else(|| {
            let mut digits = favourites(&self.codebook).into_iter();
            digits.find(|(digit, _)| *digit == letter).map(|(_, id)| id)
        })
    }
}

/// The tags that digits give: those that have one; of the digits that none has, the first
/// gives the tag that was made first, and so on, so that none of them ever moves.
pub fn favourites(codebook: &Codebook) -> Vec<(char, TagId)> {
    let digit = |entry: &&Entry| entry.tag.letter.is_some_and(|c| c.is_ascii_digit());
    let (own, mut free): (Vec<&Entry>, _) = codebook.entries.iter().partition(digit);
    // ids are given in the order of time
    free.sort_unstable_by(|one, other| one.tag.id.cmp(&other.tag.id));
    let mut free = free.into_iter();
    let given = ('1'..='9').filter_map(|digit| {
        let own = own.iter().find(|entry| entry.tag.letter == Some(digit));
        let entry = own.copied().or_else(|| free.next())?;
        Some((digit, entry.tag.id.clone()))
    });
    given.collect()
}
