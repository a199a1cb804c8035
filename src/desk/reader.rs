//! What does the reader's screen ask: the first frame, orders, windows, marks, places?

use std::{cmp::Reverse, collections::HashSet, sync::atomic::AtomicBool};

use super::Desk;
use crate::{
    article::ArticleId,
    error::Error,
    passage::{How, Placement},
    store::{
        Changes, Coding, Entry, Filter, Loaded, Mark, Order, Shelf, Spot, State, Store, Trail, View,
    },
};

/// An article, where it was left, and what is said about it: all of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The article.
    pub loaded: Loaded,
    /// Where it was left; none where it never was.
    pub place: Option<Spot>,
    /// Whether this is a version that another one has followed.
    pub old: bool,
    /// What is said about it.
    pub coding: Coding,
}

/// All that the first frame shows.
#[derive(Debug)]
pub struct Home {
    /// The library, with its counts.
    pub state: State,
    /// The newest entries.
    pub entries: Vec<Entry>,
    /// The article that was left last, else the first of the list; none in an empty library.
    /// That it cannot be read keeps nobody from the others.
    pub open: Result<Option<Opened>, Error>,
    /// The way through what was read before.
    pub trail: Trail,
}

/// All that the first frame shows.
fn home(store: &Store, count: usize) -> Result<Home, Error> {
    store.at_once(|| {
        let state = store.state()?;
        let entries = store.list(&Filter::default(), None, count)?;
        let last = store.last_left()?;
        let first = last.or_else(|| entries.first().map(|entry| entry.id.clone()));
        let open = first.map(|id| opened(store, &id)).transpose();
        Ok(Home {
            state,
            entries,
            open,
            trail: store.trail()?,
        })
    })
}

/// An article, where it was left, and what is said about it.
fn opened(store: &Store, id: &ArticleId) -> Result<Opened, Error> {
    store.at_once(|| {
        if store.is_hidden(id)? {
            return Err(Error::NoSuchArticle(id.as_str().to_owned()));
        }
        let loaded = store.load(id)?;
        Ok(Opened {
            coding: store.coding_of(loaded.entry.row())?,
            place: store.place(id)?,
            old: false,
            loaded,
        })
    })
}

impl Desk {
    /// All that the first frame shows, with at most `count` entries. Costs the same in every
    /// library.
    pub fn home(&mut self, count: usize) -> Result<Home, Error> {
        let glance = Store::glance(self.library()?);
        let glanced = glance.and_then(|store| home(&store, count).ok());
        match glanced {
            Some(home) => Ok(home),
            None => home(self.existing()?, count),
        }
    }

    /// The order of a view; none if `cancel` was set meanwhile.
    pub fn order(&mut self, view: &View, cancel: &AtomicBool) -> Result<Option<Order>, Error> {
        self.existing()?.order(view, cancel)
    }

    /// The next row of a view that is not read yet, after this one and from the beginning on.
    pub fn next_unread(&mut self, view: &View, row: Option<i64>) -> Result<Option<i64>, Error> {
        let never = AtomicBool::new(false);
        let rows = |order: Option<Order>| order.map_or_else(Vec::new, |order| order.rows);
        let all = rows(self.order(view, &never)?);
        let unread = View {
            shelf: Shelf::Unread,
            ..view.clone()
        };
        let unread: HashSet<i64> = rows(self.order(&unread, &never)?).into_iter().collect();
        let after = all.iter().position(|own| Some(*own) == row);
        let (before, after) = all.split_at(after.map_or(0, |at| at + 1));
        let round = after.iter().chain(before);
        Ok(round.copied().find(|row| unread.contains(row)))
    }

    /// The entries of these rows, in their order, without those that are no more.
    pub fn entries(&mut self, rows: &[i64]) -> Result<Vec<Entry>, Error> {
        self.existing()?.entries(rows)
    }

    /// What has changed since a state, by whichever program, and which of these rows; none if
    /// nothing has. Cheap enough to be asked several times a second.
    pub fn changes(&mut self, since: &State, rows: &[i64]) -> Result<Option<Changes>, Error> {
        self.existing()?.changes(since, rows)
    }

    /// An article, where it was left, and what is said about it.
    pub fn open(&mut self, id: &ArticleId) -> Result<Opened, Error> {
        opened(self.existing()?, id)
    }

    /// An article as it was in a version, with the passages that were marked in it.
    pub fn open_version(&mut self, id: &ArticleId, number: u32) -> Result<Opened, Error> {
        let blocks = self.version(id, number)?.blocks;
        let mut opened = self.open(id)?;
        if opened.loaded.entry.version == number {
            return Ok(opened);
        }
        opened.old = true;
        opened.loaded.article.blocks = blocks;
        opened.loaded.entry.version = number;
        let passages = &mut opened.coding.passages;
        for passage in passages.iter_mut() {
            let made = &passage.selector;
            passage.placement = if made.version == number {
                Placement::At(made.start..made.end, How::Same)
            } else {
                Placement::Orphan
            };
        }
        passages.sort_by_key(|passage| match passage.placement.range() {
            Some(range) => (range.start, Reverse(range.end)),
            None => (u32::MAX, Reverse(0)),
        });
        Ok(opened)
    }

    /// The spots with a letter.
    pub fn marks(&mut self) -> Result<Vec<Mark>, Error> {
        self.existing()?.marks()
    }

    /// Marks articles, by their rows, as read or not; returns those that were not so.
    pub fn set_read(&mut self, rows: &[i64], on: bool) -> Result<Vec<i64>, Error> {
        self.change(|w, maker| w.set_read(rows, on, maker))
    }

    /// Marks an article, by its row, as read because it was opened; returns it if it was not.
    pub fn see(&mut self, row: i64) -> Result<Vec<i64>, Error> {
        self.change(|w, _| w.see(row))
    }

    /// Marks all that a view holds as read or not; returns the rows of those that were not so.
    pub fn set_all_read(&mut self, view: &View, on: bool) -> Result<Vec<i64>, Error> {
        let order = self.order(view, &AtomicBool::new(false))?;
        self.set_read(&order.map_or_else(Vec::new, |order| order.rows), on)
    }

    /// Gives articles, by their rows, a star or takes it; returns those that were not so.
    pub fn set_starred(&mut self, rows: &[i64], on: bool) -> Result<Vec<i64>, Error> {
        self.change(|w, maker| w.set_starred(rows, on, maker))
    }

    /// Keeps where an article is left; says whether it is there.
    pub fn set_place(&mut self, id: &ArticleId, spot: Spot) -> Result<bool, Error> {
        self.change(|w, _| w.set_place(id, spot))
    }

    /// Keeps the way through what was read.
    pub fn set_trail(&mut self, trail: &Trail) -> Result<(), Error> {
        self.change(|w, _| w.set_trail(trail))
    }

    /// From now on the letter leads to this spot; says whether the article is there.
    pub fn set_mark(&mut self, letter: char, id: &ArticleId, spot: Spot) -> Result<bool, Error> {
        self.change(|w, _| w.set_mark(letter, id, spot))
    }
}
