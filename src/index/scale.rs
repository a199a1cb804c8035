//! How much does a term weigh in a field?

use tantivy::{Searcher, Term, schema::Field};

use crate::terms::Background;

/// Robertson and Zaragoza's k1.
const K: f32 = 1.2;
/// And their b.
const B: f32 = 0.75;
/// What the table of an archive counts for beside a library that is too small to speak for
/// itself: its articles weigh so much each.
const BACKGROUND: f32 = 0.1;
/// From so many articles on the library speaks for itself.
const GROWN: f32 = 2000.0;

/// How a field of all articles is weighed.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    pub(super) field: Field,
    /// Articles that are counted, and for how much the table counts.
    articles: f32,
    share: f32,
    /// Words of the field in an average article.
    length: f32,
}

impl Scale {
    /// The scale of a field in a library of so many articles.
    pub(super) fn of(searcher: &Searcher, field: Field, articles: u32) -> tantivy::Result<Self> {
        let mut words = 0;
        for segment in searcher.segment_readers() {
            words += segment.inverted_index(field)?.total_num_tokens();
        }
        let own = articles.max(1) as f32;
        let share = BACKGROUND * (1.0 - own / GROWN).max(0.0);
        Ok(Self {
            field,
            articles: own,
            share,
            length: (words as f32 / own).max(1.0),
        })
    }

    /// The inverse document frequency of a term, as a logarithm: positive, the greater the
    /// fewer articles have it.
    pub(super) fn rarity(&self, searcher: &Searcher, term: &str) -> tantivy::Result<f32> {
        let mut have = searcher.doc_freq(&Term::from_field_text(self.field, term))? as f32;
        let mut of = self.articles;
        if self.share > 0.0 {
            let table = Background::built_in();
            have += self.share * table.of(term) as f32;
            of += self.share * table.articles as f32;
        }
        Ok(rarity(have.min(of), of))
    }

    /// The same of what so many articles have.
    pub(super) fn rarity_of(&self, have: f32) -> f32 {
        rarity(have.min(self.articles), self.articles)
    }

    /// What a term weighs that stands so often in so many words, before its rarity.
    pub(super) fn weight(&self, times: f32, words: f32) -> f32 {
        saturated(times, self.norm(words))
    }

    /// The part of it that only the length decides.
    pub(super) fn norm(&self, words: f32) -> f32 {
        K * (1.0 - B + B * words / self.length)
    }
}

/// What so many times weigh at a norm.
pub(super) fn saturated(times: f32, norm: f32) -> f32 {
    times * (K + 1.0) / (times + norm)
}

/// BM25's idf, which is never negative.
fn rarity(have: f32, of: f32) -> f32 {
    (1.0 + (of - have + 0.5) / (have + 0.5)).ln()
}
