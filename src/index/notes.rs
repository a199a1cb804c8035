//! Which records are what the reader wrote?

use tantivy::{DocId, SegmentReader, fieldnorm::FieldNormReader};

use super::fields::Fields;

/// Which records of a segment are notes.
pub(super) struct Notes {
    /// Whether none is.
    pub(super) none: bool,
    lengths: [FieldNormReader; 2],
}

impl Notes {
    pub(super) fn of(segment: &SegmentReader, fields: &Fields) -> tantivy::Result<Self> {
        let fields = [fields.note, fields.quote];
        let mut words = 0;
        for field in fields {
            words += segment.inverted_index(field)?.total_num_tokens();
        }
        let [notes, quotes] = fields.map(|field| segment.get_fieldnorms_reader(field));
        Ok(Self {
            none: words == 0,
            lengths: [notes?, quotes?],
        })
    }

    pub(super) fn is_note(&self, doc: DocId) -> bool {
        !self.none
            && self
                .lengths
                .iter()
                .any(|lengths| lengths.fieldnorm_id(doc) > 0)
    }
}
