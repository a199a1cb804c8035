//! How often does each source bear each tag?

use std::{collections::HashMap, sync::atomic::AtomicBool};

use super::{Store, passages::Wanted, sieve::Pass};
use crate::{error::Error, passage::TagId};

impl Store {
    /// How many of the wanted passages bear a tag in articles of a source: in the order of the
    /// codebook and then of the sources' letters, those without one first. What is never borne
    /// is left out.
    pub fn matrix(&self, wanted: &Wanted) -> Result<Vec<(TagId, Option<String>, u32)>, Error> {
        self.at_once(|| {
            let never = AtomicBool::new(false);
            let sieve = self.sieve(wanted)?;
            let sources = self.sources()?;
            let mut own: HashMap<i64, Option<&str>> = HashMap::new();
            self.sift(&sieve, Pass::Place, &never, &mut |one| {
                let source = sources.get(&one.article);
                own.insert(one.row, source.map(String::as_str));
            })?;
            let mut counts: HashMap<(i64, Option<&str>), u32> = HashMap::new();
            self.each_borne(&never, &mut |passage, tag| {
                if let Some(source) = own.get(&passage) {
                    *counts.entry((tag, *source)).or_default() += 1;
                }
            })?;
            let tags = self.ranked_tags()?;
            let mut found: Vec<_> = counts
                .into_iter()
                .filter_map(|((tag, source), count)| {
                    let (rank, id) = tags.get(&tag)?;
                    Some((*rank, source, id, count))
                })
                .collect();
            found.sort_unstable();
            let told = found.into_iter();
            Ok(told
                .map(|(_, source, id, count)| (id.clone(), source.map(str::to_owned), count))
                .collect())
        })
    }

    /// The sources of articles, by their rows; without those that have none.
    fn sources(&self) -> Result<HashMap<i64, String>, Error> {
        self.db
            .prepare_cached(
                "SELECT row, source FROM article WHERE removed IS NULL AND source IS NOT NULL",
            )
            .and_then(|mut s| s.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect())
            .map_err(self.fault())
    }
}
