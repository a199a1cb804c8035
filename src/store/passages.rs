//! Which passages does the passages page show, and in which order?
//!
//! As in [`super::view`] the order is rows alone, made anew at each question: one pass over an
//! index that holds places and articles, sifted by sets of rows that other indexes give. What
//! the rows hold is read window by window ([`Store::passages`]).

use std::{
    collections::HashMap,
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    Store,
    sieve::{BREATH, Pass},
};
use crate::{
    article::{ArticleId, Date},
    error::Error,
    passage::TagId,
};

/// What the passages page shows: what answers to all of this.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Passages that bear each of these tags.
    pub all: Vec<TagId>,
    /// Passages that bear one of these; all of them where none is named.
    pub any: Vec<TagId>,
    /// Passages that bear none of these.
    pub none: Vec<TagId>,
    /// Only those of this article.
    pub article: Option<ArticleId>,
    /// Only those of articles of this source, as it is written.
    pub source: Option<String>,
    /// Only those of articles dated in or after this year, month, day or minute.
    pub since: Option<Date>,
    /// Only those of articles dated in or before it.
    pub until: Option<Date>,
    /// Each of these words, parted by white space, is in the quote or the note, however it is
    /// spelled.
    pub words: String,
    /// Only those that stand so.
    pub state: Option<Standing>,
    /// Only those that bear no tag.
    pub untagged: bool,
}

/// How a passage stands in the current version of its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The same words at the same place.
    Placed,
    /// Elsewhere, or with nearly the same words.
    Moved,
    /// Nowhere.
    Orphan,
}

/// How passages are grouped, and thereby ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By article, newest first; in it by place, orphans last.
    #[default]
    Article,
    /// By tag, in the order of the codebook, a passage under each of its tags, those without
    /// one last; under a tag as by article.
    Tag,
    /// Last made first, in one group.
    Time,
}

/// What the passages of a group share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Group {
    /// The article of a row.
    Article(i64),
    /// A tag.
    Tag(TagId),
    /// That they bear none.
    Untagged,
}

/// The passages that are wanted, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageOrder {
    /// Their rows; by tag a row stands once under each of its tags.
    pub rows: Vec<i64>,
    /// Where each group begins in them; nothing where there is but one.
    pub groups: Vec<(u32, Group)>,
    /// Number of the last change of a passage, a tag or a sheet when this was read.
    pub number: i64,
}

impl Store {
    /// The order of the passages that are wanted; none if `cancel` was set meanwhile.
    pub fn passages_order(
        &self,
        wanted: &Wanted,
        grouping: Grouping,
        cancel: &AtomicBool,
    ) -> Result<Option<PassageOrder>, Error> {
        self.at_once(|| {
            let number = self.coding_number()?;
            let ordered = match grouping {
                Grouping::Article => self.by_article(wanted, cancel)?,
                Grouping::Tag => self.by_tag(wanted, cancel)?,
                Grouping::Time => self.by_time(wanted, cancel)?,
            };
            Ok(ordered.map(|(rows, groups)| PassageOrder {
                rows,
                groups,
                number,
            }))
        })
    }

    fn by_time(&self, wanted: &Wanted, cancel: &AtomicBool) -> Result<Option<Groups>, Error> {
        let mut rows = Vec::new();
        let sieve = self.sieve(wanted)?;
        let whole = self.sift(&sieve, Pass::Time, cancel, &mut |one| rows.push(one.row))?;
        Ok(whole.then_some((rows, Vec::new())))
    }

    fn by_article(&self, wanted: &Wanted, cancel: &AtomicBool) -> Result<Option<Groups>, Error> {
        let sieve = self.sieve(wanted)?;
        // the articles as the index has them: how new each is, its row, its passages
        let mut runs: Vec<(u32, i64, usize)> = Vec::new();
        let (mut placed, mut orphans) = (Vec::new(), Vec::new());
        let mut found: Vec<i64> = Vec::new();
        let whole = self.sift(&sieve, Pass::Place, cancel, &mut |one| {
            if runs.last().is_none_or(|run| run.1 != one.article) {
                found.append(&mut placed);
                found.append(&mut orphans);
                runs.push((one.newness, one.article, found.len()));
            }
            let list = if one.orphan {
                &mut orphans
            } else {
                &mut placed
            };
            list.push(one.row);
        })?;
        if !whole {
            return Ok(None);
        }
        found.append(&mut placed);
        found.append(&mut orphans);
        let ends: Vec<usize> = runs
            .iter()
            .skip(1)
            .map(|run| run.2)
            .chain([found.len()])
            .collect();
        let mut runs: Vec<_> = runs.into_iter().zip(ends).collect();
        runs.sort_unstable();
        let mut rows = Vec::with_capacity(found.len());
        let mut groups = Vec::with_capacity(runs.len());
        for ((_, article, start), end) in runs {
            groups.push((rows.len() as u32, Group::Article(article)));
            rows.extend_from_slice(&found[start..end]);
        }
        Ok(Some((rows, groups)))
    }

    fn by_tag(&self, wanted: &Wanted, cancel: &AtomicBool) -> Result<Option<Groups>, Error> {
        let Some((rows, _)) = self.by_article(wanted, cancel)? else {
            return Ok(None);
        };
        let tags = self.ranked_tags()?;
        let places: HashMap<i64, u32> = rows.iter().copied().zip(0..).collect();
        let mut bare = vec![true; rows.len()];
        // by tag and then by place
        let mut borne: Vec<(u32, u32, i64)> = Vec::new();
        let whole = self.each_borne(cancel, &mut |passage, tag| {
            if let (Some((rank, _)), Some(place)) = (tags.get(&tag), places.get(&passage)) {
                bare[*place as usize] = false;
                borne.push((*rank, *place, tag));
            }
        })?;
        if !whole {
            return Ok(None);
        }
        borne.sort_unstable();
        let mut ordered = Vec::with_capacity(borne.len());
        let mut groups = Vec::new();
        let mut last = None;
        for (rank, place, tag) in borne {
            if last != Some(rank) {
                last = Some(rank);
                groups.push((ordered.len() as u32, Group::Tag(tags[&tag].1.clone())));
            }
            ordered.push(rows[place as usize]);
        }
        let untagged = ordered.len();
        let bare = rows.iter().zip(bare).filter(|(_, bare)| *bare);
        ordered.extend(bare.map(|(row, _)| *row));
        if ordered.len() > untagged {
            groups.push((untagged as u32, Group::Untagged));
        }
        Ok(Some((ordered, groups)))
    }

    /// Each tag that each passage bears, as rows; says whether `cancel` was not set meanwhile.
    pub(super) fn each_borne(
        &self,
        cancel: &AtomicBool,
        each: &mut dyn FnMut(i64, i64),
    ) -> Result<bool, Error> {
        let mut statement = self
            .db
            .prepare_cached("SELECT passage, tag FROM passage_tag")
            .map_err(self.fault())?;
        let mut passing = statement.query([]).map_err(self.fault())?;
        let mut seen = 0_usize;
        while let Some(row) = passing.next().map_err(self.fault())? {
            if seen.is_multiple_of(BREATH) && cancel.load(Ordering::Relaxed) {
                return Ok(false);
            }
            seen += 1;
            let get = |column: usize| row.get(column);
            let (passage, tag) = get(0)
                .and_then(|passage| Ok((passage, get(1)?)))
                .map_err(self.fault())?;
            each(passage, tag);
        }
        Ok(true)
    }
}

/// Rows and where their groups begin.
type Groups = (Vec<i64>, Vec<(u32, Group)>);
