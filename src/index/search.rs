//! Which articles hold what is searched for?
//!
//! Every part of a query that a record holds sets a bit and adds its weight. What the reader
//! wrote about an article is added to the article's own record. Articles that hold every part
//! are found; where there is none, or much is asked for, those that hold some of it too.

use std::collections::{HashMap, HashSet};

use tantivy::{DocAddress, DocSet, SegmentReader, TERMINATED, Term, schema::IndexRecordOption};

use super::{
    Index, Sieve, asked::Asked, best::Best, fault::fault, fields, notes::Notes, scale::Scale,
    sieve::Columns,
};
use crate::{
    error::Error,
    terms::{Query, Sense},
};

/// So many parts are told apart.
const PARTS: usize = 32;
/// Of a query with so many words those articles are found too that hold only some.
const LONG: usize = 5;
/// What they must hold of the weight.
const SOME: f32 = 0.3;

/// In minutes.
const CENTURY: f32 = 100.0 * 365.25 * 24.0 * 60.0;

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Searched {
    /// Articles, the best one first.
    pub matches: Vec<Match>,
    /// Whether none of them holds all.
    pub some: bool,
}

/// An article that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// Its row in the library.
    pub row: i64,
    /// How well it fits.
    pub score: f32,
    /// Whether part of it is what the reader wrote.
    pub noted: bool,
}

impl Index {
    /// The articles that hold what a query asks for, at most so many, the best one first; in a
    /// library of so many articles. Spellings that were tried besides are added to the query.
    pub fn search(
        &self,
        query: &mut Query,
        sieve: &Sieve,
        articles: u32,
        count: usize,
    ) -> Result<Searched, Error> {
        self.searched(query, sieve, articles, count)
            .map_err(fault(&self.directory))
    }

    fn searched(
        &self,
        query: &mut Query,
        sieve: &Sieve,
        articles: u32,
        count: usize,
    ) -> tantivy::Result<Searched> {
        let searcher = self.searcher();
        let scale = Scale::of(&searcher, self.fields.text, articles)?;
        let asked = Asked {
            index: self,
            searcher: &searcher,
            scale: &scale,
        };
        for part in &mut query.parts {
            if let Sense::Word(word) = &mut part.sense {
                asked.widen(word)?;
            }
        }
        let weights = query.parts.iter().map(|part| asked.weight(part));
        let weights: Vec<f32> = weights.collect::<tantivy::Result<_>>()?;
        let parts = || query.parts.iter().zip(&weights).enumerate().take(PARTS);
        let says = parts().any(|(_, (part, _))| !part.is_stop());
        let needed = parts().filter(|(_, (part, _))| !says || !part.is_stop());
        let needed: Vec<(u32, f32)> = needed
            .map(|(nth, (_, weight))| (1 << nth, *weight))
            .collect();
        let whole = needed.iter().fold(0, |mask, (bit, _)| mask | bit);
        let all: f32 = needed.iter().map(|(_, weight)| weight).sum();
        let share = |mask: u32| {
            let held = needed.iter().filter(|(bit, _)| mask & bit != 0);
            held.map(|(_, weight)| weight).sum::<f32>() / all.max(f32::MIN_POSITIVE)
        };
        let says = |mask: u32| needed.iter().any(|(bit, _)| mask & bit != 0);
        let (mut full, mut part) = (Best::new(count, 0.0), Best::new(count, 0.0));
        asked.held(query, &weights, sieve, |held| {
            let found = (held.row, held.noted);
            if held.mask & whole == whole {
                full.add(held.score, found);
            } else if part.takes(held.score) && says(held.mask) && share(held.mask) >= SOME {
                part.add(held.score, found);
            }
        })?;
        let mut found = full.sorted();
        let some = found.is_empty();
        if some || needed.len() >= LONG {
            found.extend(part.sorted());
            // of a long query an article may hold all by chance, and another tell of it
            found.sort_by(|one, other| other.0.total_cmp(&one.0));
            found.truncate(count);
        }
        let matches = found
            .into_iter()
            .map(|(score, (row, noted))| Match { row, score, noted });
        let matches: Vec<Match> = matches.collect();
        Ok(Searched {
            some: some && !matches.is_empty(),
            matches,
        })
    }
}

/// What an article holds.
struct Held {
    row: i64,
    /// A bit for each part.
    mask: u32,
    score: f32,
    noted: bool,
}

/// What the records of a segment hold.
struct Sum {
    masks: Vec<u32>,
    scores: Vec<f32>,
    notes: Notes,
}

impl Asked<'_> {
    /// Tells what every article holds that holds anything, with what the reader wrote about it.
    fn held(
        &self,
        query: &Query,
        weights: &[f32],
        sieve: &Sieve,
        mut tell: impl FnMut(Held),
    ) -> tantivy::Result<()> {
        let segments = self.searcher.segment_readers();
        let mut sums = segments
            .iter()
            .map(|segment| self.sum(segment, query, weights))
            .collect::<tantivy::Result<Vec<Sum>>>()?;
        let noted = self.take_notes(&mut sums)?;
        // where no word is asked for, the newest article is the best
        let wordless = query.parts.is_empty();
        for (number, (segment, sum)) in (0..).zip(segments.iter().zip(sums)) {
            let columns = Columns::of(segment, sieve)?;
            for (doc, score) in (0..).zip(sum.scores) {
                if score <= 0.0 || sum.notes.is_note(doc) || !columns.pass(doc) {
                    continue;
                }
                let score = match columns.minutes(doc) {
                    Some(minutes) if wordless => score.max(minutes as f32 / CENTURY),
                    _ => score,
                };
                tell(Held {
                    row: columns.row(doc),
                    mask: sum.masks[doc as usize],
                    score,
                    noted: noted.contains(&DocAddress::new(number, doc)),
                });
            }
        }
        Ok(())
    }

    /// What each record of a segment holds; less than nothing where it holds what it must not.
    fn sum(&self, segment: &SegmentReader, query: &Query, weights: &[f32]) -> tantivy::Result<Sum> {
        let records = segment.max_doc() as usize;
        let nothing = if query.parts.is_empty() {
            f32::MIN_POSITIVE
        } else {
            0.0
        };
        let mut sum = Sum {
            masks: vec![0; records],
            scores: vec![nothing; records],
            notes: Notes::of(segment, &self.index.fields)?,
        };
        for (nth, (part, weight)) in query.parts.iter().zip(weights).enumerate() {
            let bit = if nth < PARTS { 1 << nth } else { 0 };
            self.each(segment, part, &mut |doc, own| {
                let doc = doc as usize;
                sum.masks[doc] |= bit;
                sum.scores[doc] += own * weight;
            })?;
        }
        for part in &query.not {
            self.each(segment, part, &mut |doc, _| {
                sum.scores[doc as usize] = f32::NEG_INFINITY;
            })?;
        }
        Ok(sum)
    }

    /// Adds what notes hold to the articles they are about, which it returns.
    fn take_notes(&self, sums: &mut [Sum]) -> tantivy::Result<HashSet<DocAddress>> {
        let mut notes: HashMap<i64, (u32, f32)> = HashMap::new();
        for (segment, sum) in self.searcher.segment_readers().iter().zip(&*sums) {
            if sum.notes.none {
                continue;
            }
            let rows = segment.fast_fields().i64(fields::ROW)?;
            for (doc, score) in (0..).zip(&sum.scores) {
                let holds = *score < 0.0 || sum.masks[doc as usize] != 0;
                if holds && sum.notes.is_note(doc) && !segment.is_deleted(doc) {
                    let all = notes
                        .entry(rows.first(doc).unwrap_or_default())
                        .or_default();
                    // of several notes the best one counts, and what one must not hold
                    all.0 |= sum.masks[doc as usize];
                    all.1 = if all.1 < 0.0 || *score < 0.0 {
                        f32::NEG_INFINITY
                    } else {
                        all.1.max(*score)
                    };
                }
            }
        }
        let mut noted = HashSet::new();
        for (row, (mask, score)) in notes {
            let term = Term::from_field_i64(self.index.fields.row, row);
            for (number, segment) in (0..).zip(self.searcher.segment_readers()) {
                let records = segment
                    .inverted_index(self.index.fields.row)?
                    .read_postings(&term, IndexRecordOption::Basic)?;
                let Some(mut records) = records else { continue };
                let sum = &mut sums[number as usize];
                while records.doc() != TERMINATED {
                    let doc = records.doc();
                    if !sum.notes.is_note(doc) {
                        sum.masks[doc as usize] |= mask;
                        sum.scores[doc as usize] += score;
                        noted.insert(DocAddress::new(number, doc));
                    }
                    records.advance();
                }
            }
        }
        Ok(noted)
    }
}
