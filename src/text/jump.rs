//! Where does the cursor go that follows the text: by word, clause, sentence, paragraph?

use std::ops::Range;

use super::{Cursor, Page, clauses, quotations, sentences, words};

/// What a reader moves by and marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A word (UAX #29).
    Word,
    /// Up to a comma, a colon, a spaced dash or the edge of a quotation.
    Clause,
    /// Up to a full stop, a question or an exclamation mark.
    Sentence,
    /// What is in quotation marks.
    Quotation,
    /// A block.
    Paragraph,
}

impl Page {
    /// The start of the next unit after the cursor; none after the last.
    pub fn next_unit(&self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        self.starts(cursor.block, unit)
            .find(|byte| *byte > cursor.byte)
            .map(|byte| Cursor { byte, ..cursor })
            .or_else(|| {
                (cursor.block + 1..self.blocks()).find_map(|block| {
                    Some(Cursor {
                        block,
                        byte: self.starts(block, unit).next()?,
                    })
                })
            })
    }

    /// The start of the unit before the cursor, or of the one it is within; none before
    /// the first.
    pub fn previous_unit(&self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        self.starts(cursor.block, unit)
            .take_while(|byte| *byte < cursor.byte)
            .last()
            .map(|byte| Cursor { byte, ..cursor })
            .or_else(|| {
                (0..cursor.block).rev().find_map(|block| {
                    Some(Cursor {
                        block,
                        byte: self.starts(block, unit).last()?,
                    })
                })
            })
    }

    /// The last letter of the word around the cursor, or of the next if it stands there already.
    pub fn word_end(&self, cursor: Cursor) -> Option<Cursor> {
        (cursor.block..self.blocks()).find_map(|block| {
            let text = &self.source(block).text;
            let ends = words(text).map(|word| last_char(text, &word));
            let after = |byte: &usize| block > cursor.block || *byte > cursor.byte;
            ends.into_iter()
                .find(after)
                .map(|byte| Cursor { block, byte })
        })
    }

    /// The unit around the cursor, in bytes of its block; for quotations the innermost.
    pub fn unit_at(&self, cursor: Cursor, unit: Unit) -> Option<Range<usize>> {
        let around = self
            .units(cursor.block, unit)
            .filter(|range| range.contains(&cursor.byte));
        around.min_by_key(ExactSizeIterator::len)
    }

    fn starts(&self, block: usize, unit: Unit) -> impl Iterator<Item = usize> {
        self.units(block, unit).map(|range| range.start)
    }

    /// The units of a block, in order of their start.
    fn units(&self, block: usize, unit: Unit) -> Box<dyn Iterator<Item = Range<usize>> + '_> {
        let text = self.source(block).text.as_str();
        match unit {
            Unit::Word => Box::new(words(text)),
            Unit::Clause => Box::new(clauses(text).into_iter().map(|clause| clause.range)),
            Unit::Sentence => Box::new(sentences(text).into_iter()),
            Unit::Quotation => Box::new(quotations(text).into_iter()),
            Unit::Paragraph => Box::new(
                (!text.trim().is_empty())
                    .then_some(0..text.len())
                    .into_iter(),
            ),
        }
    }
}

fn last_char(text: &str, range: &Range<usize>) -> usize {
    text[range.clone()]
        .char_indices()
        .next_back()
        .map_or(range.start, |(at, _)| range.start + at)
}
