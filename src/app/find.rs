//! Where in the open article does a text occur, however it is spelled?

use std::ops::Range;

use super::{App, Effects, Prompt, PromptKind, Reader, command::Given};
use crate::text::{Cursor, Folded, fold, fold_with_offsets};

/// What is looked for, and where it was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// As typed.
    pub text: String,
    /// The block of the page and the bytes in it, as text is read.
    pub hits: Vec<(usize, Range<usize>)>,
    /// Every block, folded.
    folded: Vec<Folded>,
}

impl Found {
    /// The hit that begins at or after a cursor, and whether it is found only from the start on.
    pub fn at_or_after(&self, cursor: Cursor) -> Option<(usize, bool)> {
        let at = self.hits.partition_point(|hit| start_of(hit) < cursor);
        let wraps = at == self.hits.len();
        (!self.hits.is_empty()).then_some((if wraps { 0 } else { at }, wraps))
    }

    /// The hit that begins before a cursor, and whether it is found only from the end on.
    pub fn before(&self, cursor: Cursor) -> Option<(usize, bool)> {
        let at = self.hits.partition_point(|hit| start_of(hit) < cursor);
        let last = self.hits.len().checked_sub(1)?;
        Some(at.checked_sub(1).map_or((last, true), |at| (at, false)))
    }

    /// The hit around a cursor, by its number.
    pub fn around(&self, cursor: Cursor) -> Option<usize> {
        let at = self
            .hits
            .partition_point(|hit| start_of(hit) <= cursor)
            .checked_sub(1)?;
        let (block, bytes) = &self.hits[at];
        (*block == cursor.block && bytes.contains(&cursor.byte)).then_some(at)
    }

    fn look(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.hits.clear();
        let needle = fold(text);
        let needle = needle.trim();
        if needle.is_empty() {
            return;
        }
        for (block, folded) in self.folded.iter().enumerate() {
            let found = folded.text.match_indices(needle);
            self.hits
                .extend(found.map(|(at, _)| (block, folded.source(at..at + needle.len()))));
        }
    }
}

impl Reader {
    /// Looks for a text, in whatever spelling; nothing where it is empty.
    pub fn look_for(&mut self, text: &str) {
        let mut found = self.found.take().unwrap_or_else(|| {
            let page = &self.paper.page;
            let folded = |block| fold_with_offsets(&page.source(block).text);
            Found {
                folded: (0..page.blocks()).map(folded).collect(),
                ..Found::default()
            }
        });
        found.look(text);
        self.found = Some(found);
    }

    /// The page was made anew: hits are found anew in it.
    pub fn look_again(&mut self) {
        if let Some(found) = self.found.take() {
            self.look_for(&found.text);
        }
    }
}

/// Opens the line in which what is looked for is typed.
pub fn start(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &app.reader {
        let from = reader.cursor;
        app.prompt = Some(Prompt::new(PromptKind::Find { from }, ""));
    }
    Effects::new()
}

/// The text in the line has changed: the first hit after where it began is shown.
pub fn typed(app: &mut App, from: Cursor, text: &str) {
    let Some(reader) = &mut app.reader else {
        return;
    };
    reader.look_for(text);
    let found = reader.found.as_ref().and_then(|found| {
        let (at, _) = found.at_or_after(from)?;
        Some(start_of(&found.hits[at]))
    });
    reader.stand(found.unwrap_or(from));
}

/// The text is as it shall be; the cursor stays on the first hit.
pub fn accepted(app: &mut App, from: Cursor) {
    let Some(reader) = &mut app.reader else {
        return;
    };
    let text = match &reader.found {
        Some(found) if found.hits.is_empty() => found.text.clone(),
        _ => {
            reader.leapt = Some(from);
            return;
        }
    };
    reader.found = None;
    reader.stand(from);
    if !text.trim().is_empty() {
        app.tell("not-found", &[("text", (&text).into())]);
    }
}

/// The next hit.
pub fn next(app: &mut App, given: Given) -> Effects {
    step(app, given, true)
}

/// The hit before.
pub fn previous(app: &mut App, given: Given) -> Effects {
    step(app, given, false)
}

fn step(app: &mut App, given: Given, forward: bool) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let Some(found) = &reader.found else {
        app.tell("nothing-looked-for", &[]);
        return Effects::new();
    };
    let mut cursor = reader.cursor;
    let mut wrapped = false;
    for _ in 0..given.times().min(found.hits.len().max(1)) {
        let hit = if forward {
            let after = Cursor {
                byte: cursor.byte + 1,
                ..cursor
            };
            found.at_or_after(after)
        } else {
            found.before(cursor)
        };
        let Some((at, wraps)) = hit else {
            let text = found.text.clone();
            app.tell("not-found", &[("text", (&text).into())]);
            return Effects::new();
        };
        cursor = start_of(&found.hits[at]);
        wrapped |= wraps;
    }
    reader.leap(cursor);
    if wrapped {
        app.tell(
            if forward {
                "from-the-start"
            } else {
                "from-the-end"
            },
            &[],
        );
    }
    Effects::new()
}

fn start_of((block, bytes): &(usize, Range<usize>)) -> Cursor {
    Cursor {
        block: *block,
        byte: bytes.start,
    }
}
