//! Where does the cursor go that follows the text: by word, clause, sentence, paragraph?

use std::ops::Range;

use super::{Cursor, Page, clauses, quotations, segment::grouped, words};

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
    /// The start of the next unit after the cursor; none after the last. Each press goes on.
    pub fn next_unit(&mut self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        let here = self.snap(cursor)?;
        (here.block..self.blocks()).find_map(|block| {
            let from = if block == here.block { here.byte } else { 0 };
            let units = self.units(block, unit, from);
            self.first_after(
                here,
                block,
                units.into_iter().map(|u| u.start).filter(|at| *at >= from),
            )
        })
    }

    /// The start of the unit before the cursor, or of the one it is within; none before
    /// the first.
    pub fn previous_unit(&mut self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        self.last_before(cursor, unit, |unit| unit.start)
    }

    /// The last cluster of the last unit that ends before the cursor; none before the first.
    pub fn previous_unit_end(&mut self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        self.last_before(cursor, unit, |unit| unit.end.max(unit.start + 1) - 1)
    }

    /// The last cluster of the unit around the cursor, or of the next if it stands there already.
    pub fn unit_end(&mut self, cursor: Cursor, unit: Unit) -> Option<Cursor> {
        let here = self.snap(cursor)?;
        (here.block..self.blocks()).find_map(|block| {
            let from = if block == here.block { here.byte } else { 0 };
            let units = self.units(block, unit, from);
            self.first_after(
                here,
                block,
                units
                    .into_iter()
                    .filter(|u| u.end > from.max(u.start))
                    .map(|u| u.end - 1),
            )
        })
    }

    /// The unit around the cursor, in bytes of its block: the innermost quotation; between
    /// two units the one before.
    pub fn unit_at(&mut self, cursor: Cursor, unit: Unit) -> Option<Range<usize>> {
        let here = self.snap(cursor)?;
        let units = self.units(here.block, unit, here.byte);
        let around = units.iter().filter(|range| range.contains(&here.byte));
        let innermost = around.min_by_key(|range| range.len()).cloned();
        innermost.or_else(|| {
            let before = units
                .into_iter()
                .take_while(|range| range.start <= here.byte);
            before.last().filter(|_| unit != Unit::Quotation)
        })
    }

    /// The first of these places whose cluster lies after the cursor.
    fn first_after(
        &mut self,
        here: Cursor,
        block: usize,
        bytes: impl Iterator<Item = usize>,
    ) -> Option<Cursor> {
        bytes.into_iter().find_map(|byte| {
            let found = self.snap(Cursor { block, byte })?;
            (found > here).then_some(found)
        })
    }

    /// The last place of a unit whose cluster lies before the cursor.
    fn last_before(
        &mut self,
        cursor: Cursor,
        unit: Unit,
        place: fn(&Range<usize>) -> usize,
    ) -> Option<Cursor> {
        let here = self.snap(cursor)?;
        (0..=here.block).rev().find_map(|block| {
            let to = if block == here.block {
                here.byte
            } else {
                usize::MAX
            };
            let mut units = self.units(block, unit, to);
            if let Some(first) = units.first()
                && place(first) >= to
            {
                units = self.units(block, unit, first.start);
            }
            let mut places: Vec<usize> = units.iter().map(place).collect();
            // quotations stand in one another
            places.sort_unstable();
            places
                .into_iter()
                .rev()
                .filter(|at| *at < to)
                .find_map(|byte| {
                    let found = self.snap(Cursor { block, byte })?;
                    (found < here).then_some(found)
                })
        })
    }

    /// The units of a block in order of their start; of words only those around a byte.
    fn units(&mut self, block: usize, unit: Unit, byte: usize) -> Vec<Range<usize>> {
        if matches!(unit, Unit::Clause | Unit::Sentence) {
            let clauses = self.clauses(block, clauses);
            return match unit {
                Unit::Clause => clauses.iter().map(|clause| clause.range.clone()).collect(),
                _ => grouped(clauses),
            };
        }
        let text = self.source(block).text.as_str();
        match unit {
            Unit::Word => words_around(text, byte.min(text.len())),
            Unit::Quotation => quotations(text),
            _ => (!text.trim().is_empty())
                .then_some(0..text.len())
                .into_iter()
                .collect(),
        }
    }
}

/// The words around a byte: at least one that begins before it, if there is one, and a few
/// after it. Words are cut anew from white space: where one begins is known there.
fn words_around(text: &str, byte: usize) -> Vec<Range<usize>> {
    const AFTER: usize = 8;
    let mut near = 256;
    loop {
        let from = white_space_before(text, byte.saturating_sub(near));
        let mut after = 0;
        let mut found = Vec::new();
        for word in words(&text[from..]).map(|word| word.start + from..word.end + from) {
            after += usize::from(word.start > byte);
            found.push(word);
            if after == AFTER {
                break;
            }
        }
        if from == 0 || found.first().is_some_and(|word| word.start < byte) {
            return found;
        }
        near *= 4;
    }
}

/// The last place at or before a byte where white space stands, else the start.
fn white_space_before(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte]
        .iter()
        .rposition(|b| *b == b' ' || *b == b'\n')
        .unwrap_or(0)
}
