//! What is related to an article, to a part of it, or to a text?

use std::collections::{HashMap, HashSet};

use super::{About, Desk, Near, Related, Sift, search::admits};
use crate::{
    article::{Article, Date},
    error::Error,
    index::{Index, Neighbour, RELATED, Sieve, Subject, Wanted},
    store::{Entry, Store},
    terms::{Analyser, Counts, Sketch, nearest},
};

/// So many words say why.
const WORDS: usize = 5;
/// What each tag that both bear adds to the share, and so much at most.
const TAG: f32 = 0.05;
const TAGS: f32 = 0.15;
/// Besides those wanted, so many are looked at: some are read, some say the same.
const BESIDES: usize = 60;
/// Where only what is unread is wanted and much is read, so many times more are.
const DEEPER: usize = 20;

impl Desk {
    /// What is related to something, of what is in the index.
    pub fn related(&mut self, about: &About, sift: &Sift) -> Result<Related, Error> {
        let mut analyser = std::mem::take(&mut self.analyser);
        let related = self.searchable().and_then(|(store, index, behind)| {
            let (near, apart) =
                store.at_once(|| related(store, index, about, sift, &mut analyser))?;
            Ok(Related {
                near,
                apart,
                behind,
            })
        });
        self.analyser = analyser;
        if let Err(error) = &related {
            self.spoilt(error);
        }
        related
    }
}

/// What something is related to is known by.
pub(super) struct Topic {
    /// Its row; none of a text that is in no library.
    pub(super) row: Option<i64>,
    pub(super) date: Option<Date>,
    pub(super) source: Option<String>,
    pub(super) counts: Counts,
    pub(super) sketch: Sketch,
}

impl Topic {
    /// An article, or the code points of its text that count.
    pub(super) fn of(
        article: &Article,
        row: Option<i64>,
        span: Option<&std::ops::Range<u32>>,
        analyser: &mut Analyser,
    ) -> Self {
        let text = article.text();
        let counts = match span {
            Some(span) => {
                let count = span.end.saturating_sub(span.start) as usize;
                let part: String = text.chars().skip(span.start as usize).take(count).collect();
                Counts::of("", &part, analyser)
            }
            None => Counts::of(&article.meta.title, &text, analyser),
        };
        Self {
            row,
            date: article.meta.date,
            source: article.meta.source.clone(),
            counts,
            sketch: Sketch::of(&text, analyser),
        }
    }

    /// The articles near to it.
    pub(super) fn near(
        &self,
        store: &Store,
        index: &Index,
        sieve: &Sieve,
        wanted: Wanted,
    ) -> Result<Vec<Neighbour>, Error> {
        let subject = Subject {
            counts: &self.counts,
            minutes: self.date.map(Date::minutes),
            articles: store.state()?.articles,
        };
        index.related(&subject, sieve, wanted)
    }
}

fn related(
    store: &Store,
    index: &Index,
    about: &About,
    sift: &Sift,
    analyser: &mut Analyser,
) -> Result<(Vec<Near>, Vec<Entry>), Error> {
    let topic = match about {
        About::Article(id) | About::Span(id, _) => {
            let loaded = store.load(id)?;
            let span = match about {
                About::Span(_, span) => Some(span),
                _ => None,
            };
            Topic::of(&loaded.article, Some(loaded.entry.row()), span, analyser)
        }
        About::Text(article) => Topic::of(article, None, None, analyser),
    };
    let bonds = topic
        .row
        .map(|row| store.bonds(row))
        .transpose()?
        .unwrap_or_default();
    let apart = bonds
        .iter()
        .filter(|(_, related)| !related)
        .map(|(row, _)| *row);
    let apart: Vec<i64> = apart.collect();
    let Some(sieve) = sieve(store, &topic, sift, &apart)? else {
        return Ok((Vec::new(), store.entries(&apart)?));
    };
    let floor = if sift.all { 0.0 } else { RELATED };
    let wanted = Wanted {
        count: sift.count.saturating_add(BESIDES),
        // tags may lift what lies below it
        floor: (floor - TAGS).max(0.0),
    };
    let mut neighbours = topic.near(store, index, &sieve, wanted)?;
    if sift.unread && neighbours.len() == wanted.count {
        // most of what is near may be read
        let wanted = Wanted {
            count: wanted.count.saturating_mul(DEEPER),
            ..wanted
        };
        neighbours = topic.near(store, index, &sieve, wanted)?;
    }
    let mut by_hand = HashSet::new();
    for (row, _) in bonds.iter().filter(|(_, related)| *related) {
        by_hand.insert(*row);
        if !neighbours.iter().any(|own| own.row == *row) {
            let entries = store.entries(&[*row])?;
            let entry = entries.first().filter(|entry| admits(&sieve, entry));
            neighbours.extend(
                entry.map(|entry| Neighbour::by_hand(*row, entry.meta.date.map(Date::minutes))),
            );
        }
    }
    let rows: Vec<i64> = neighbours.iter().map(|own| own.row).collect();
    let shared = match topic.row {
        Some(row) => store.shared_tags(row, &rows)?,
        None => vec![Vec::new(); rows.len()],
    };
    let mut entries: HashMap<i64, Entry> = store
        .entries(&rows)?
        .into_iter()
        .map(|entry| (entry.row(), entry))
        .collect();
    let mut near: Vec<(Near, Neighbour)> = Vec::new();
    for (own, tags) in neighbours.into_iter().zip(shared) {
        let said = by_hand.contains(&own.row);
        let score = own.share + (TAG * tags.len() as f32).min(TAGS);
        let Some(entry) = entries.remove(&own.row).filter(|entry| {
            (said || score >= floor && score > 0.0) && !(sift.unread && entry.read)
        }) else {
            continue;
        };
        let words: Vec<usize> = own
            .terms
            .iter()
            .take(WORDS)
            .map(|(place, _)| *place)
            .collect();
        near.push((
            Near {
                entry,
                score: if said { score.max(1.0) } else { score.min(1.0) },
                terms: topic.counts.words(&words),
                tags,
                also: Vec::new(),
                by_hand: said,
                place: None,
            },
            own,
        ));
    }
    near.sort_by(|one, other| other.0.score.total_cmp(&one.0.score));
    let mut near = collapsed(near);
    near.truncate(sift.count);
    if sift.by_date {
        near.sort_by_key(|(_, own)| std::cmp::Reverse(own.minutes));
    }
    if matches!(about, About::Span(..)) {
        for (near, own) in &mut near {
            let text = store.text(near.entry.row())?;
            let weights = own.terms.iter();
            let weights: Vec<(String, f32)> = weights
                .map(|(place, weight)| (topic.counts.terms[*place].term.clone(), *weight))
                .collect();
            near.place = nearest(&text, &weights, analyser);
        }
    }
    let near = near.into_iter().map(|(near, _)| near).collect();
    Ok((near, store.entries(&apart)?))
}

/// What a related article must be like; none where none can be.
fn sieve(store: &Store, topic: &Topic, sift: &Sift, apart: &[i64]) -> Result<Option<Sieve>, Error> {
    let mut sieve = Sieve {
        without: topic.row.into_iter().chain(apart.iter().copied()).collect(),
        ..Sieve::default()
    };
    if let (true, Some(source)) = (sift.other_sources, &topic.source) {
        sieve.not_sources.push(source.clone());
    }
    match (sift.before, sift.after, topic.date.map(Date::minutes)) {
        (false, false, _) => {}
        (_, _, None) | (true, true, _) => return Ok(None),
        (true, false, Some(date)) => sieve.until = Some(date),
        (false, true, Some(date)) => sieve.from = Some(date + 1),
    }
    if sift.tagged {
        let tags = match topic.row {
            Some(row) => store.tags_borne(row)?,
            None => Vec::new(),
        };
        let rows = store.rows_bearing(&tags)?;
        if rows.is_empty() {
            return Ok(None);
        }
        sieve.only = Some(rows);
    }
    Ok(Some(sieve))
}

/// Reprints stand under the nearest of them.
pub(super) fn collapsed(near: Vec<(Near, Neighbour)>) -> Vec<(Near, Neighbour)> {
    let mut firsts: Vec<(Near, Neighbour)> = Vec::new();
    for (near, own) in near {
        let same =
            |first: &&mut (Near, Neighbour)| !near.by_hand && first.1.sketch.same(own.sketch);
        match firsts.iter_mut().find(same) {
            Some(first) => first.0.also.push(near.entry),
            None => firsts.push((near, own)),
        }
    }
    firsts
}
