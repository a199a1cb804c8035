//! What leaves the library for an export, article by article?

use std::{
    collections::{HashMap, HashSet},
    io,
    sync::atomic::AtomicBool,
};

use super::{Group, Grouping, Store, Wanted};
use crate::{
    error::Error,
    exchange::{About, Export, Leaving},
    passage::{Sheet, Tag, TagId},
};

/// So many passages are read at once.
const WINDOW: usize = 500;

/// What leaves, as rows.
#[derive(Default)]
struct Departure {
    /// The articles, newest first, each with its passages.
    articles: Vec<(i64, Vec<i64>)>,
    tags: Vec<Tag>,
}

impl Store {
    /// Tells all that is wanted to the export that `begin` makes of its tags and of the nonce of
    /// the library: one state of the library, whoever changes it meanwhile. Articles that are
    /// spoken of as a whole come too, as far as article, source and tags that all must bear say.
    pub fn leave<X: Export, E: From<Error> + From<io::Error>>(
        &self,
        wanted: &Wanted,
        begin: impl FnOnce(Vec<Tag>, &str) -> io::Result<X>,
    ) -> Result<X, E> {
        let snapshot = self.db.unchecked_transaction().map_err(self.fault())?;
        let departure = self.departure(wanted)?;
        let mut export = begin(departure.tags, &self.state()?.nonce)?;
        for (row, passages) in departure.articles {
            let Some(entry) = self.entries(&[row])?.pop() else {
                continue;
            };
            let made = self.versions_made(row)?;
            let about = About {
                id: entry.id,
                meta: entry.meta,
                sheet: self.leaving_sheet(wanted, row)?,
            };
            export.article(&about)?;
            for window in passages.chunks(WINDOW) {
                for kept in self.passages(window)? {
                    let passage = kept.passage;
                    let seen = made.get(&passage.selector.version).copied();
                    export.passage(&Leaving { passage, seen })?;
                }
            }
        }
        export.end()?;
        drop(snapshot);
        Ok(export)
    }

    fn departure(&self, wanted: &Wanted) -> Result<Departure, Error> {
        let never = AtomicBool::new(false);
        let order = self.passages_order(wanted, Grouping::Article, &never)?;
        let Some(order) = order else {
            return Ok(Departure::default());
        };
        let mut passages: HashMap<i64, Vec<i64>> = HashMap::new();
        let ends = order
            .groups
            .iter()
            .skip(1)
            .map(|(start, _)| *start as usize);
        let ends = ends.chain([order.rows.len()]);
        for ((start, group), end) in order.groups.iter().zip(ends) {
            if let Group::Article(row) = group {
                passages.insert(*row, order.rows[*start as usize..end].to_vec());
            }
        }
        let whole = self.spoken_of(wanted)?;
        let articles: Vec<(i64, Vec<i64>)> = self
            .rows("SELECT row FROM article WHERE removed IS NULL ORDER BY sort DESC, row DESC")?
            .into_iter()
            .filter_map(|row| match passages.remove(&row) {
                None => whole.contains(&row).then(|| (row, Vec::new())),
                own => own.map(|own| (row, own)),
            })
            .collect();
        let tags = self.leaving_tags(wanted, &order.rows, &articles)?;
        Ok(Departure { articles, tags })
    }

    /// Articles that are spoken of as a whole.
    fn spoken_of(&self, wanted: &Wanted) -> Result<HashSet<i64>, Error> {
        let mut found = HashSet::new();
        for row in self.rows("SELECT article FROM sheet UNION SELECT article FROM article_tag")? {
            let Some(entry) = self.entries(&[row])?.pop() else {
                continue;
            };
            // what is asked of passages alone leaves articles out
            let said = self.leaving_sheet(wanted, row)? != Sheet::default();
            let is = wanted.article.as_ref().is_none_or(|id| *id == entry.id)
                && (wanted.source.is_none() || wanted.source == entry.meta.source);
            if said && is {
                found.insert(row);
            }
        }
        Ok(found)
    }

    /// What is said of an article as a whole, where it bears the tags that all must bear.
    fn leaving_sheet(&self, wanted: &Wanted, row: i64) -> Result<Sheet, Error> {
        let sheet = self.sheet(row)?;
        let leaves =
            wanted.state.is_none() && wanted.all.iter().all(|tag| sheet.tags.contains(tag));
        Ok(if leaves { sheet } else { Sheet::default() })
    }

    /// The codebook; of a part of the library those tags that its passages and articles bear,
    /// and those above them.
    fn leaving_tags(
        &self,
        wanted: &Wanted,
        passages: &[i64],
        articles: &[(i64, Vec<i64>)],
    ) -> Result<Vec<Tag>, Error> {
        let entries = self.codebook()?.entries.into_iter();
        let all: Vec<Tag> = entries.map(|entry| entry.tag).collect();
        if *wanted == Wanted::default() {
            return Ok(all);
        }
        let (passages, names) = (passages.iter().collect::<HashSet<_>>(), self.ranked_tags()?);
        let mut borne: HashSet<TagId> = HashSet::new();
        self.each_borne(&AtomicBool::new(false), |tag, passage| {
            if passages.contains(&passage) {
                borne.extend(names.get(&tag).map(|(_, id)| id.clone()));
            }
        })?;
        for (row, _) in articles {
            borne.extend(self.leaving_sheet(wanted, *row)?.tags);
        }
        let parents: HashMap<&TagId, &TagId> = all
            .iter()
            .filter_map(|tag| Some((&tag.id, tag.parent.as_ref()?)))
            .collect();
        for id in borne.clone() {
            let mut id = &id;
            while let Some(parent) = parents.get(id) {
                id = parent;
                borne.insert(id.clone());
            }
        }
        Ok(all
            .iter()
            .filter(|tag| borne.contains(&tag.id))
            .cloned()
            .collect())
    }

    /// When each version of an article was made, by its number.
    fn versions_made(&self, article: i64) -> Result<HashMap<u32, i64>, Error> {
        self.db
            .prepare_cached("SELECT number, made FROM version WHERE article = ?1")
            .and_then(|mut s| {
                s.query_map([article], |r| Ok((r.get(0)?, r.get(1)?)))?
                    .collect()
            })
            .map_err(self.fault())
    }

    pub(super) fn rows(&self, sql: &str) -> Result<Vec<i64>, Error> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut s| s.query_map([], |r| r.get(0))?.collect())
            .map_err(self.fault())
    }
}
