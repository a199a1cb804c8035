//! Which articles tell one story, from its beginning?

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Desk, Story, Told, related::Topic};
use crate::{
    article::{ArticleId, Date},
    error::Error,
    index::{Index, RELATED, Sieve, Wanted},
    store::Store,
    terms::{Analyser, Sketch},
};

/// So many articles are asked for their neighbours.
const ASKED: usize = 24;
/// So many neighbours each.
const NEIGHBOURS: usize = 30;
/// So near must an article be to one of the story to belong to it: nearer than what is related
/// to the first, or the story would run away from it.
const NEAR: f32 = 0.3;
/// No story is longer.
const LONGEST: usize = 200;

impl Desk {
    /// The story that an article belongs to: what is related to it, and what is near to that.
    pub fn story(&mut self, id: &ArticleId) -> Result<Story, Error> {
        let mut analyser = std::mem::take(&mut self.analyser);
        let story = self.searchable().and_then(|(store, index, behind)| {
            let story = store.at_once(|| story(store, index, id, &mut analyser))?;
            Ok(Story { behind, ..story })
        });
        self.analyser = analyser;
        if let Err(error) = &story {
            self.spoilt(error);
        }
        story
    }
}

fn story(
    store: &Store,
    index: &Index,
    id: &ArticleId,
    analyser: &mut Analyser,
) -> Result<Story, Error> {
    let first = store.load(id)?;
    let here = first.entry.row();
    let topic = Topic::of(&first.article, Some(here), None, analyser);
    let mut sketches: HashMap<i64, Sketch> = [(here, topic.sketch)].into();
    let bonds = store.bonds(here)?;
    let apart: HashSet<i64> = bonds
        .iter()
        .filter(|bond| !bond.1)
        .map(|bond| bond.0)
        .collect();
    let mut asked = 0;
    let mut waiting = VecDeque::from([(topic, RELATED)]);
    let mut rows = vec![here];
    for (row, _) in bonds.iter().filter(|bond| bond.1) {
        sketches.insert(*row, Sketch::default());
        rows.push(*row);
    }
    while let Some((topic, floor)) = waiting.pop_front() {
        let sieve = Sieve {
            without: apart
                .union(&sketches.keys().copied().collect())
                .copied()
                .collect(),
            ..Sieve::default()
        };
        let wanted = Wanted {
            count: NEIGHBOURS,
            floor,
        };
        for own in topic.near(store, index, &sieve, wanted)? {
            if rows.len() >= LONGEST {
                break;
            }
            sketches.insert(own.row, own.sketch);
            rows.push(own.row);
            if asked < ASKED && own.share >= NEAR {
                asked += 1;
                for entry in store.entries(&[own.row])? {
                    let loaded = store.load(&entry.id)?;
                    let topic = Topic::of(&loaded.article, Some(own.row), None, analyser);
                    waiting.push_back((topic, NEAR));
                }
            }
        }
    }
    lines(store, &rows, here, &sketches)
}

/// The articles of these rows in the order of their dates, reprints under the first of them.
fn lines(
    store: &Store,
    rows: &[i64],
    here: i64,
    sketches: &HashMap<i64, Sketch>,
) -> Result<Story, Error> {
    let mut entries = store.entries(rows)?;
    // what is asked about comes first among its reprints
    entries.sort_by_key(|entry| {
        let minutes = entry.meta.date.map(Date::minutes);
        (minutes.is_none(), minutes, entry.row() != here)
    });
    let sketch = |row: i64| sketches.get(&row).copied().unwrap_or_default();
    let mut lines: Vec<Told> = Vec::new();
    for entry in entries {
        let row = entry.row();
        let same = lines
            .iter_mut()
            .find(|told| row != here && sketch(told.entry.row()).same(sketch(row)));
        match same {
            Some(told) => told.also.push(entry),
            None => lines.push(Told {
                tags: store.tags_borne(row)?,
                entry,
                also: Vec::new(),
            }),
        }
    }
    let here = lines.iter().position(|told| told.entry.row() == here);
    Ok(Story {
        lines,
        here: here.unwrap_or_default(),
        behind: 0,
    })
}
