//! Which fields does a record have?

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

/// The fields. An article has all but the notes; a note has none of the texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// A number for the name of the record.
    pub(super) key: Field,
    /// The row of the article.
    pub(super) row: Field,
    /// Minutes since 1970 of its date.
    pub(super) minutes: Field,
    /// The name of its source.
    pub(super) source: Field,
    /// The halves of its sketch.
    pub(super) sketch: [Field; 2],
    /// Terms of its title.
    pub(super) title: Field,
    /// The letters of its title, word by word in their places.
    pub(super) title_exact: Field,
    /// Terms of its text, its title too. This and the next three say the same text, one after
    /// the other, so that it is read once.
    pub(super) text: Field,
    /// The letters of text or note, word by word in their places.
    pub(super) exact: Field,
    /// Their spellings.
    pub(super) spelled: Field,
    /// What is left of words that look like foreign names.
    pub(super) skeleton: Field,
    /// Terms of a note.
    pub(super) note: Field,
    /// Terms of the quote that the note stands beside.
    pub(super) quote: Field,
}

/// Names of the columns that are read by name.
pub(super) const ROW: &str = "row";
pub(super) const MINUTES: &str = "minutes";
pub(super) const SOURCE: &str = "source";
pub(super) const SKETCH: [&str; 2] = ["sketch-a", "sketch-b"];

/// The schema, and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |schema: &mut SchemaBuilder, name, kept, lengths| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(name)
            .set_index_option(kept)
            .set_fieldnorms(lengths);
        schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
    };
    let fields = Fields {
        key: schema.add_u64_field("key", INDEXED),
        row: schema.add_i64_field(ROW, FAST | INDEXED),
        minutes: schema.add_i64_field(MINUTES, FAST),
        source: schema.add_text_field(SOURCE, TextOptions::default().set_fast("raw")),
        sketch: SKETCH.map(|name| schema.add_u64_field(name, FAST)),
        title: text(&mut schema, "title", IndexRecordOption::WithFreqs, true),
        title_exact: text(
            &mut schema,
            "title-exact",
            IndexRecordOption::WithFreqsAndPositions,
            false,
        ),
        text: text(&mut schema, "text", IndexRecordOption::WithFreqs, true),
        exact: text(
            &mut schema,
            "exact",
            IndexRecordOption::WithFreqsAndPositions,
            false,
        ),
        spelled: text(&mut schema, "spelled", IndexRecordOption::Basic, false),
        skeleton: text(&mut schema, "skeleton", IndexRecordOption::Basic, false),
        note: text(&mut schema, "note", IndexRecordOption::WithFreqs, true),
        quote: text(&mut schema, "quote", IndexRecordOption::WithFreqs, true),
    };
    (schema.build(), fields)
}
