//! Which records hold one part of a query, and how much does it weigh?

use tantivy::{
    DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term,
    query::{EnableScoring, PhraseQuery, Query as _},
    schema::Field,
};

use super::{Index, notes::Notes, scale::Scale, tally::Lists};
use crate::terms::{Forms, Part, Place, Sense, Sought, is_stop_term};

/// What a word of the title weighs besides.
const TITLE: f32 = 0.25;
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

/// Someone who asks the index.
pub(super) struct Asked<'a> {
    pub(super) index: &'a Index,
    pub(super) searcher: &'a Searcher,
    pub(super) scale: &'a Scale,
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
    pub(super) fn widen(&self, word: &mut Sought) -> tantivy::Result<()> {
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
        if !forms.skeleton().is_empty() {
            word.others.push(forms.skeleton().to_owned());
        }
        Ok(())
    }

    /// What a part of a query weighs: its rarity.
    pub(super) fn weight(&self, part: &Part) -> tantivy::Result<f32> {
        let rarity = |term: &str| self.scale.rarity(self.searcher, term);
        match &part.sense {
            Sense::Word(word) if !word.stop && is_stop_term(&word.term) => {
                let own =
                    Term::from_field_text(self.index.fields.exact, &Forms::of(&word.word).exact);
                Ok(self.scale.rarity_of(self.searcher.doc_freq(&own)? as f32))
            }
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

    /// Tells every record that holds a part, perhaps several times, and how much of it.
    pub(super) fn each(
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
            Sense::Word(word) if !word.stop && is_stop_term(&word.term) => {
                let own = Forms::of(&word.word).exact;
                lists(exact)?.each(&own, |doc, own| {
                    if here(doc) {
                        tell(doc, own);
                    }
                })?;
            }
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
