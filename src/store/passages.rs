//! Which passages does the passages page show, and in which order?
//!
//! As in [`super::view`] the order is rows alone, made anew at each question: one pass over an
//! index that holds places and articles, sifted by sets of rows that other indexes give. What
//! the rows hold is read window by window ([`Store::passages`]).

use std::{mem, sync::atomic::AtomicBool};

use super::{Store, rows::ByRow, runs::Runs, sieve::Pass};
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
        let Some(sieve) = self.sieve(wanted, cancel)? else {
            return Ok(None);
        };
        let mut rows = Vec::new();
        let whole = self.sift(&sieve, Pass::Time, cancel, |one| rows.push(one.row))?;
        Ok(whole.then_some((rows, Vec::new())))
    }

    fn by_article(&self, wanted: &Wanted, cancel: &AtomicBool) -> Result<Option<Groups>, Error> {
        let Some(sieve) = self.sieve(wanted, cancel)? else {
            return Ok(None);
        };
        let mut runs = Runs::default();
        let mut orphans = 0;
        let whole = self.sift(&sieve, Pass::Place, cancel, |one| {
            if runs.begins(one.article) {
                runs.last().rotate_left(mem::take(&mut orphans));
                runs.begin(one.newness, one.article);
            }
            orphans += usize::from(one.orphan);
            runs.items.push(one.row);
        })?;
        runs.last().rotate_left(orphans);
        let (rows, groups) = runs.ordered();
        let named = |(start, article)| (start, Group::Article(article));
        Ok(whole.then(|| (rows, groups.into_iter().map(named).collect())))
    }

    fn by_tag(&self, wanted: &Wanted, cancel: &AtomicBool) -> Result<Option<Groups>, Error> {
        let Some((rows, _)) = self.by_article(wanted, cancel)? else {
            return Ok(None);
        };
        let mut tags = self.ranked_tags()?;
        let places: ByRow<u32> = rows.iter().copied().zip(0..).collect();
        let mut bare = vec![true; rows.len()];
        let mut runs = Runs::default();
        let whole = self.each_borne(cancel, |tag, passage| {
            let Some(place) = places.get(&passage) else {
                return;
            };
            bare[*place as usize] = false;
            if runs.begins(tag) {
                runs.last().sort_unstable();
                runs.begin(tags.get(&tag).map_or(u32::MAX, |(rank, _)| *rank), tag);
            }
            runs.items.push(*place);
        })?;
        if !whole {
            return Ok(None);
        }
        runs.last().sort_unstable();
        let (ordered, starts) = runs.ordered();
        let named = starts.into_iter().filter_map(|(start, tag)| {
            let (_, id) = tags.remove(&tag)?;
            Some((start, Group::Tag(id)))
        });
        let mut groups: Vec<_> = named.collect();
        let mut ordered: Vec<i64> = ordered.iter().map(|place| rows[*place as usize]).collect();
        let untagged = ordered.len();
        let bare = rows.iter().zip(bare).filter(|(_, bare)| *bare);
        ordered.extend(bare.map(|(row, _)| *row));
        if ordered.len() > untagged {
            groups.push((untagged as u32, Group::Untagged));
        }
        Ok(Some((ordered, groups)))
    }
}

/// Rows and where their groups begin.
type Groups = (Vec<i64>, Vec<(u32, Group)>);
