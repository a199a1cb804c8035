//! Which articles hold what is searched for?
//!
//! Every part of a query that a record holds sets a bit and adds its weight. What the reader
//! wrote about an article is added to the article's own record. Articles that hold every part
//! are found; where there is none, those that hold much of it.

use std::collections::{HashMap, HashSet};

use tantivy::{
    DocAddress, DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term,
    query::{EnableScoring, PhraseQuery, Query as _},
    schema::{Field, IndexRecordOption},
};

use super::{
    Index, Sieve, best::Best, fault::fault, fields, notes::Notes, scale::Scale, sieve::Columns,
    tally::Lists,
};
use crate::{
    error::Error,
    terms::{Forms, Part, Place, Query, Sense, Sought},
};

/// What a word of the title weighs besides.
const TITLE: f32 = 0.5;
/// What another spelling weighs.
const OTHER: f32 = 0.8;
/// Words that go on from what is typed: so many of the most frequent.
const GOING_ON: usize = 40;
/// So many words of the dictionary are looked at for them.
const LOOKED_AT: usize = 20_000;
/// A word that fewer articles have is perhaps two.
const FEW: u32 = 3;
/// Each of which has so many letters at least, and the first at most so many more.
const HALF: usize = 3;
const LONGEST: usize = 30;
/// So many parts are told apart.
const PARTS: usize = 32;
/// Where no article holds all, what it must hold of the weight.
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
        let full = full.sorted();
        let some = full.is_empty();
        let found = if some { part.sorted() } else { full };
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

/// Someone who asks the index.
struct Asked<'a> {
    index: &'a Index,
    searcher: &'a Searcher,
    scale: &'a Scale,
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
    /// How many articles have a word in one of its spellings.
    fn common(&self, word: &Sought) -> tantivy::Result<u32> {
        let mut common = 0;
        for term in std::iter::once(&word.term).chain(&word.others) {
            let term = Term::from_field_text(self.index.fields.text, term);
            common += self.searcher.doc_freq(&term)? as u32;
        }
        Ok(common)
    }

    /// Adds what a rare word may be besides: a name by its skeleton, two words written as one.
    fn widen(&self, word: &mut Sought) -> tantivy::Result<()> {
        if word.start.is_some() || self.common(word)? >= FEW {
            return Ok(());
        }
        let forms = Forms::of(&word.word);
        let exact = |word: &str| {
            let term = Term::from_field_text(self.index.fields.exact, word);
            Ok::<_, tantivy::TantivyError>(self.searcher.doc_freq(&term)? > 0)
        };
        for (at, _) in forms.exact.char_indices().skip(HALF).take(LONGEST) {
            let (one, other) = forms.exact.split_at(at);
            if other.chars().nth(HALF - 1).is_some() && exact(one)? && exact(other)? {
                word.pairs.push(vec![one.to_owned(), other.to_owned()]);
            }
        }
        if !forms.skeleton.is_empty() {
            word.others.push(forms.skeleton);
        }
        Ok(())
    }

    /// What a part of a query weighs: its rarity.
    fn weight(&self, part: &Part) -> tantivy::Result<f32> {
        let rarity = |term: &str| self.scale.rarity(self.searcher, term);
        match &part.sense {
            Sense::Word(word) => {
                // all its spellings are one word
                let mut least = rarity(&word.term)?;
                for other in &word.others {
                    least = least.min(rarity(other)?);
                }
                Ok(least)
            }
            Sense::Spelled(word) => rarity(&Forms::of(word).term),
            Sense::Phrase(words) => words.iter().map(|word| rarity(&Forms::of(word).term)).sum(),
        }
    }

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

    /// Tells every record that holds a part, perhaps several times, and how much of it.
    fn each(
        &self,
        segment: &SegmentReader,
        part: &Part,
        tell: &mut dyn FnMut(DocId, f32),
    ) -> tantivy::Result<()> {
        let fields = &self.index.fields;
        let lists = |field| Lists::of(segment, field, self.scale);
        let terms: &[_] = match part.place {
            Place::Anywhere => &[
                (fields.text, 1.0),
                (fields.title, TITLE),
                (fields.note, 1.0),
                (fields.quote, TITLE),
            ],
            Place::Title => &[(fields.title, 1.0)],
            Place::Note => &[(fields.note, 1.0)],
        };
        let exact = match part.place {
            Place::Title => fields.title_exact,
            Place::Anywhere | Place::Note => fields.exact,
        };
        // letters are kept of a note as of a text
        let notes = Notes::of(segment, fields)?;
        let here = |doc| part.place != Place::Note || notes.is_note(doc);
        match &part.sense {
            Sense::Word(word) => {
                for (field, factor) in terms {
                    let lists = lists(*field)?;
                    lists.each(&word.term, |doc, own| tell(doc, own * factor))?;
                    for other in &word.others {
                        lists.each(other, |doc, own| tell(doc, own * factor * OTHER))?;
                    }
                }
                if part.place == Place::Anywhere {
                    let lists = lists(fields.skeleton)?;
                    for other in word.others.iter().filter(|other| other.starts_with('~')) {
                        lists.each(other, |doc, own| tell(doc, own * OTHER))?;
                    }
                    for pair in &word.pairs {
                        self.phrase(segment, fields.exact, pair, &mut |doc| tell(doc, OTHER))?;
                    }
                }
                if let Some(start) = &word.start {
                    let lists = lists(exact)?;
                    for term in lists.starting(start, GOING_ON, LOOKED_AT)? {
                        lists.each(&term, |doc, own| {
                            if here(doc) {
                                tell(doc, own);
                            }
                        })?;
                    }
                }
            }
            Sense::Spelled(word) => {
                // of a title the seats of hamza are not kept apart
                let (field, word) = match part.place {
                    Place::Title => (exact, Forms::of(word).exact),
                    Place::Anywhere | Place::Note => (fields.spelled, word.clone()),
                };
                lists(field)?.each(&word, |doc, own| {
                    if here(doc) {
                        tell(doc, own);
                    }
                })?;
            }
            Sense::Phrase(words) => match words.as_slice() {
                [] => {}
                [word] => lists(exact)?.each(word, |doc, own| {
                    if here(doc) {
                        tell(doc, own);
                    }
                })?,
                words => self.phrase(segment, exact, words, &mut |doc| {
                    if here(doc) {
                        tell(doc, 1.0);
                    }
                })?,
            },
        }
        Ok(())
    }

    /// Tells every record that has these words in this order.
    fn phrase(
        &self,
        segment: &SegmentReader,
        field: Field,
        words: &[String],
        tell: &mut dyn FnMut(DocId),
    ) -> tantivy::Result<()> {
        let term = |word: &String| Term::from_field_text(field, word);
        let phrase = PhraseQuery::new(words.iter().map(term).collect());
        let scoring = EnableScoring::disabled_from_searcher(self.searcher);
        let mut found = phrase.weight(scoring)?.scorer(segment, 1.0)?;
        while found.doc() != TERMINATED {
            tell(found.doc());
            found.advance();
        }
        Ok(())
    }
}
