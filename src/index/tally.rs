//! What have the terms of a question added up to, article by article?

use tantivy::{
    DocId, SegmentReader, Term,
    fieldnorm::FieldNormReader,
    postings::BlockSegmentPostings,
    schema::{Field, IndexRecordOption},
};

use super::scale::{self, Scale};

/// One field of one segment, with what its lengths come to.
pub(super) struct Lists<'a> {
    segment: &'a SegmentReader,
    field: Field,
    lengths: FieldNormReader,
    norms: [f32; 256],
}

impl<'a> Lists<'a> {
    /// The lists of a field, weighed by a scale, which may be another field's.
    pub(super) fn of(
        segment: &'a SegmentReader,
        field: Field,
        scale: &Scale,
    ) -> tantivy::Result<Self> {
        let mut norms = [0.0; 256];
        for (id, norm) in (0..=u8::MAX).zip(&mut norms) {
            *norm = scale.norm(FieldNormReader::id_to_fieldnorm(id) as f32);
        }
        Ok(Self {
            segment,
            field,
            lengths: segment.get_fieldnorms_reader(scale.field)?,
            norms,
        })
    }

    /// Tells every record that has a term, and what the term weighs there before its rarity.
    pub(super) fn each(&self, term: &str, mut tell: impl FnMut(DocId, f32)) -> tantivy::Result<()> {
        let lists = self.segment.inverted_index(self.field)?;
        let term = Term::from_field_text(self.field, term);
        let list = lists.read_block_postings(&term, IndexRecordOption::WithFreqs)?;
        let Some(mut list) = list else { return Ok(()) };
        while list.block_len() > 0 {
            self.block(&list, &mut tell);
            list.advance();
        }
        Ok(())
    }

    /// The most frequent words that begin so, at most so many; after so many that do no more is
    /// looked for. A last letter that words may end with in two ways stands for both.
    pub(super) fn starting(
        &self,
        start: &str,
        count: usize,
        most: usize,
    ) -> tantivy::Result<Vec<String>> {
        let lists = self.segment.inverted_index(self.field)?;
        let mut starts = vec![start.to_owned()];
        for (folded, own) in [('ي', 'ى'), ('ه', 'ة')] {
            starts.extend(
                start
                    .strip_suffix(folded)
                    .map(|rest| format!("{rest}{own}")),
            );
        }
        let mut found = Vec::new();
        for start in starts.iter().filter(|start| !start.is_empty()) {
            let mut words = lists.terms().range().ge(start).into_stream()?;
            let mut looked_at = 0;
            while let Some((word, info)) = words.next() {
                looked_at += 1;
                if !word.starts_with(start.as_bytes()) || looked_at > most {
                    break;
                }
                found.push((info.doc_freq, String::from_utf8_lossy(word).into_owned()));
            }
        }
        found.sort_by(|one, other| other.cmp(one));
        found.truncate(count);
        Ok(found.into_iter().map(|(_, word)| word).collect())
    }

    fn block(&self, list: &BlockSegmentPostings, tell: &mut impl FnMut(DocId, f32)) {
        let (docs, times) = (list.docs(), list.freqs());
        for (place, doc) in docs.iter().enumerate() {
            let norm = self.norms[usize::from(self.lengths.fieldnorm_id(*doc))];
            // some fields keep only that it is there
            let times = times.get(place).map_or(1.0, |times| *times as f32);
            tell(*doc, scale::saturated(times, norm));
        }
    }
}
