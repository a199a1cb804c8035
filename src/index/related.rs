//! Which articles are near to a text, and by which words?
//!
//! Forty terms of the text, those that are frequent in it and rare elsewhere, are asked of all
//! articles; what they weigh there in text and title is added up, fades with the distance in
//! time, and is given as a share of what the text itself would come to.

use tantivy::{
    DocAddress, DocId, DocSet, Searcher, SegmentReader, Term, schema::IndexRecordOption,
};

use super::{
    Index, Sieve, best::Best, fault::fault, fields, scale::Scale, sieve::Columns, tally::Lists,
};
use crate::{
    error::Error,
    terms::{Count, Counts, Sketch},
};

/// So many terms speak for a text.
const TERMS: usize = 40;
/// What a term weighs in a title beside what it weighs in a text.
const TITLE: f32 = 0.7;
/// How often a word of the title counts as said.
const SAID: f32 = 5.0;
/// What a distance in time leaves at last.
const EVER: f32 = 0.6;
/// In so many minutes what it takes falls to 1/e.
const FADES: f32 = 20.0 * 24.0 * 60.0;

/// From this share on articles are called related: of those shown on the judged articles of an
/// archive 73 of 100 were, and 94 of 100 of the same story were shown.
pub const RELATED: f32 = 0.18;

/// What something is to be near to.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its terms.
    pub counts: &'a Counts,
    /// Its date in minutes since 1970.
    pub minutes: Option<i64>,
    /// How many articles the library has.
    pub articles: u32,
}

/// Which of the articles are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// At most so many.
    pub count: usize,
    /// Only those whose share is at least so much.
    pub floor: f32,
}

/// An article that is near to something.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Its row in the library.
    pub row: i64,
    /// Its share of what the text itself comes to.
    pub share: f32,
    /// The terms that made it, the weightiest first: places in the counts of the subject, and
    /// what each made of it.
    pub terms: Vec<(usize, f32)>,
    /// Its date in minutes since 1970.
    pub minutes: Option<i64>,
    /// Its sketch.
    pub sketch: Sketch,
}

impl Neighbour {
    /// An article of which the reader said that it is near.
    pub fn by_hand(row: i64, minutes: Option<i64>) -> Self {
        Self {
            row,
            share: 1.0,
            terms: Vec::new(),
            minutes,
            sketch: Sketch::default(),
        }
    }
}

impl Index {
    /// The articles near to a subject, the nearest first.
    pub fn related(
        &self,
        subject: &Subject<'_>,
        sieve: &Sieve,
        wanted: Wanted,
    ) -> Result<Vec<Neighbour>, Error> {
        self.neighbours(subject, sieve, wanted)
            .map_err(fault(&self.directory))
    }

    fn neighbours(
        &self,
        subject: &Subject<'_>,
        sieve: &Sieve,
        wanted: Wanted,
    ) -> tantivy::Result<Vec<Neighbour>> {
        let searcher = self.searcher();
        let question = Question::of(self, &searcher, subject)?;
        if question.own <= 0.0 || wanted.count == 0 {
            return Ok(Vec::new());
        }
        let mut best = Best::new(wanted.count, wanted.floor);
        for (number, segment) in (0..).zip(searcher.segment_readers()) {
            let scores = question.scores(segment)?;
            let columns = Columns::of(segment, sieve)?;
            for (doc, score) in (0..).zip(scores) {
                let share = score / question.own;
                if !best.takes(share) {
                    continue;
                }
                let share = share * fade(subject.minutes, columns.minutes(doc));
                if best.takes(share) && columns.pass(doc) {
                    best.add(share, DocAddress::new(number, doc));
                }
            }
        }
        let mut near = Vec::new();
        for (share, address) in best.sorted() {
            let segment = searcher.segment_reader(address.segment_ord);
            let columns = Columns::of(segment, sieve)?;
            near.push(Neighbour {
                row: columns.row(address.doc_id),
                share,
                terms: question.reasons(segment, address.doc_id)?,
                minutes: columns.minutes(address.doc_id),
                sketch: sketch(segment, address.doc_id)?,
            });
        }
        Ok(near)
    }
}

/// What is asked of every article.
struct Question {
    /// The scales of text and title.
    scales: [Scale; 2],
    terms: Vec<Asked>,
    /// What the text itself comes to.
    own: f32,
}

/// A term that is asked.
struct Asked {
    /// Its place in the counts.
    place: usize,
    term: String,
    /// What it weighs in a text and in a title.
    weights: [f32; 2],
}

impl Question {
    fn of(index: &Index, searcher: &Searcher, subject: &Subject<'_>) -> tantivy::Result<Self> {
        let fields = [index.fields.text, index.fields.title];
        let [text, title] = fields.map(|field| Scale::of(searcher, field, subject.articles));
        let scales = [text?, title?];
        let counts = subject.counts;
        let mut chosen = Vec::new();
        for (place, count) in counts.terms.iter().enumerate().filter(|(_, c)| says(c)) {
            let rarity = scales[0].rarity(searcher, &count.term)?;
            let said = count.text as f32 + (SAID - 1.0) * count.title as f32;
            let said = 1.0 + said.max(1.0).ln();
            chosen.push((said * rarity, place, said));
        }
        chosen.sort_by(|one, other| other.0.total_cmp(&one.0));
        chosen.truncate(TERMS);
        let mut question = Self {
            scales,
            terms: Vec::with_capacity(TERMS),
            own: 0.0,
        };
        for (weight, place, said) in chosen {
            let count = &counts.terms[place];
            let in_title = question.scales[1].rarity(searcher, &count.term)?;
            let weights = [weight, TITLE * said * in_title];
            let [text, title] = &question.scales;
            let lengths = [counts.length, counts.title_length].map(|words| words as f32);
            question.own += weights[0] * text.weight(count.text as f32, lengths[0]);
            question.own += weights[1] * title.weight(count.title as f32, lengths[1]);
            question.terms.push(Asked {
                place,
                term: count.term.clone(),
                weights,
            });
        }
        Ok(question)
    }

    /// What each record of a segment comes to.
    fn scores(&self, segment: &SegmentReader) -> tantivy::Result<Vec<f32>> {
        let mut scores = vec![0.0; segment.max_doc() as usize];
        for (nth, scale) in self.scales.iter().enumerate() {
            let lists = Lists::of(segment, scale.field, scale)?;
            for asked in &self.terms {
                let weight = asked.weights[nth];
                lists.each(&asked.term, |doc, own| scores[doc as usize] += weight * own)?;
            }
        }
        Ok(scores)
    }

    /// What each term makes of a record's score, the most first.
    fn reasons(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Vec<(usize, f32)>> {
        let mut reasons = Vec::new();
        for asked in &self.terms {
            let mut made = 0.0;
            for (scale, weight) in self.scales.iter().zip(asked.weights) {
                let lists = segment.inverted_index(scale.field)?;
                let term = Term::from_field_text(scale.field, &asked.term);
                let list = lists.read_postings(&term, IndexRecordOption::WithFreqs)?;
                if let Some(mut list) = list
                    && list.doc() <= doc
                    && list.seek(doc) == doc
                {
                    use tantivy::postings::Postings;
                    let words = segment.get_fieldnorms_reader(scale.field)?.fieldnorm(doc);
                    made += weight * scale.weight(list.term_freq() as f32, words as f32);
                }
            }
            if made > 0.0 {
                reasons.push((asked.place, made));
            }
        }
        reasons.sort_by(|one, other| other.1.total_cmp(&one.1));
        Ok(reasons)
    }
}

/// Whether a term can speak for a text.
fn says(count: &Count) -> bool {
    !count.stop && count.term.chars().nth(1).is_some()
}

/// What is left of a share at a distance in time; all of it where that is not known.
fn fade(one: Option<i64>, other: Option<i64>) -> f32 {
    let (Some(one), Some(other)) = (one, other) else {
        return 1.0;
    };
    let distance = one.abs_diff(other) as f32;
    EVER + (1.0 - EVER) * (-distance / FADES).exp()
}

fn sketch(segment: &SegmentReader, doc: DocId) -> tantivy::Result<Sketch> {
    let mut halves = [0; 2];
    for (half, name) in halves.iter_mut().zip(fields::SKETCH) {
        *half = segment
            .fast_fields()
            .u64(name)?
            .first(doc)
            .unwrap_or_default();
    }
    Ok(Sketch(halves))
}
