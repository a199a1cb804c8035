//! Where in the open article does what is looked for occur, however it is spelled?

use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
    sync::Arc,
};

use super::{App, Effects, Prompt, PromptKind, Reader, command::Given, hunt};
use crate::{
    terms::{Analyser, Heard, Query, Typed},
    text::{Cursor, Page},
};

/// What is looked for, and where it was found. A block is searched when it is first asked
/// about: a long article costs no more than a short one until something is far away.
#[derive(Debug)]
pub struct Found {
    /// As typed.
    pub text: String,
    needle: Needle,
    blocks: Vec<Searched>,
    analyser: RefCell<Analyser>,
}

/// What is looked for.
#[derive(Debug, Clone)]
enum Needle {
    /// A text that is typed; nothing where nothing of it is left when it is folded.
    Text(Typed),
    /// The hits of a search of the library.
    Query(Arc<Query>),
}

/// What is known of a block of the page.
#[derive(Debug, Default)]
struct Searched {
    /// Its text as a text that is typed is found in it.
    read: OnceCell<Heard>,
    /// The bytes of the hits, as text is read.
    hits: OnceCell<Vec<Range<usize>>>,
}

impl Found {
    fn new(needle: Needle, blocks: usize) -> Self {
        Self {
            text: String::new(),
            needle,
            blocks: (0..blocks).map(|_| Searched::default()).collect(),
            analyser: RefCell::default(),
        }
    }

    /// Whether these are the hits of a search of the library.
    pub fn of_search(&self) -> bool {
        matches!(self.needle, Needle::Query(_))
    }

    /// Where the hit begins that is at or after a cursor, and whether it is found only from the
    /// start on.
    pub fn at_or_after(&self, page: &Page, cursor: Cursor) -> Option<(Cursor, bool)> {
        let here = (cursor.block..page.blocks()).map(|block| (block, false));
        let again = (0..page.blocks()).map(|block| (block, true));
        here.chain(again).find_map(|(block, wraps)| {
            let hits = self.hits(page, block);
            let before = |hit: &Range<usize>| !wraps && place(block, hit) < cursor;
            let hit = hits.get(hits.partition_point(before))?;
            Some((place(block, hit), wraps))
        })
    }

    /// Where the hit begins that is before a cursor, and whether it is found only from the end
    /// on.
    pub fn before(&self, page: &Page, cursor: Cursor) -> Option<(Cursor, bool)> {
        let here = (0..page.blocks().min(cursor.block + 1)).map(|block| (block, false));
        let again = (0..page.blocks()).map(|block| (block, true));
        here.rev().chain(again.rev()).find_map(|(block, wraps)| {
            let hits = self.hits(page, block);
            let before = |hit: &Range<usize>| wraps || place(block, hit) < cursor;
            let hit = hits[..hits.partition_point(before)].last()?;
            Some((place(block, hit), wraps))
        })
    }

    /// The bytes of the hit around a cursor.
    pub fn around(&self, page: &Page, cursor: Cursor) -> Option<&Range<usize>> {
        let hits = self.hits(page, cursor.block);
        let hit = hits[..hits.partition_point(|hit| hit.start <= cursor.byte)].last()?;
        hit.contains(&cursor.byte).then_some(hit)
    }

    /// Whether it occurs at all.
    pub fn occurs(&self, page: &Page) -> bool {
        self.at_or_after(page, Cursor::default()).is_some()
    }

    fn hits(&self, page: &Page, block: usize) -> &[Range<usize>] {
        let Some(searched) = self.blocks.get(block) else {
            return &[];
        };
        let text = &page.source(block).text;
        searched.hits.get_or_init(|| {
            let analyser = &mut self.analyser.borrow_mut();
            match &self.needle {
                Needle::Text(typed) => {
                    let read = searched.read.get_or_init(|| Heard::new(text));
                    typed.hits(text, read, analyser)
                }
                Needle::Query(query) => query.hits(text, analyser),
            }
        })
    }

    fn look(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.needle = Needle::Text(Typed::new(text));
        for block in &mut self.blocks {
            block.hits.take();
        }
    }
}

impl Reader {
    /// Looks for a text, in whatever spelling; nothing where it is empty.
    pub fn look_for(&mut self, text: &str) {
        // what stands below the text is not looked through
        let blocks = self.paper.body;
        let nothing = || Found::new(Needle::Text(Typed::default()), blocks);
        self.found.get_or_insert_with(nothing).look(text);
    }

    /// Looks again for what was looked for before; for nothing where it was nothing.
    pub(super) fn look_back(&mut self, before: &str) {
        if before.is_empty() {
            self.found = None;
        } else {
            self.look_for(before);
        }
    }

    /// Looks for what a search of the library has found.
    pub fn look_for_hits(&mut self, query: Arc<Query>) {
        let blocks = self.paper.body;
        self.found = Some(Found::new(Needle::Query(query), blocks));
    }

    /// Looks for what was looked for on a page that is laid out anew.
    pub fn look_again(&mut self, found: Found) {
        let blocks = self.paper.body;
        self.found = Some(Found {
            text: found.text,
            ..Found::new(found.needle, blocks)
        });
    }
}

/// Opens the line in which what is looked for is typed.
pub fn start(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &app.reader {
        let from = reader.cursor;
        let before = reader.found.as_ref().map(|found| found.text.clone());
        let before = before.unwrap_or_default();
        app.prompt = Some(Prompt::new(PromptKind::Find { from, before }, ""));
    }
    Effects::new()
}

/// The text in the line has changed: the first hit after where it began is shown.
pub fn typed(app: &mut App, from: Cursor, text: &str) {
    let Some(reader) = &mut app.reader else {
        return;
    };
    reader.look_for(text);
    let found = reader.found.as_ref();
    let hit = found.and_then(|found| found.at_or_after(&reader.paper.page, from));
    reader.stand(hit.map_or(from, |(hit, _)| hit));
}

/// The text is as it shall be; the cursor stays on the first hit. Where there is none, what was
/// looked for before is looked for again.
pub fn accepted(app: &mut App, from: Cursor, before: &str) {
    let Some(reader) = &mut app.reader else {
        return;
    };
    let text = match &reader.found {
        Some(found) if !found.occurs(&reader.paper.page) => found.text.clone(),
        _ => {
            reader.leapt = Some(from);
            return;
        }
    };
    given_up(app, from, before);
    if !text.trim().is_empty() {
        app.tell("not-found", &[("text", (&text).into())]);
    }
}

/// Nothing is looked for instead of what was looked for before.
pub fn given_up(app: &mut App, from: Cursor, before: &str) {
    if let Some(reader) = &mut app.reader {
        reader.look_back(before);
        reader.stand(from);
    }
    app.mark_hits();
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
    let page = &reader.paper.page;
    let hunts = found.of_search();
    let mut cursor = reader.cursor;
    let mut wrapped = false;
    let mut first = None;
    for _ in 0..given.times() {
        let hit = if forward {
            let after = Cursor {
                byte: cursor.byte + 1,
                ..cursor
            };
            found.at_or_after(page, after)
        } else {
            found.before(page, cursor)
        };
        if hunts && hit.is_none_or(|(_, wraps)| wraps) {
            return hunt::on(app, forward);
        }
        let Some((hit, wraps)) = hit else {
            let text = found.text.clone();
            app.tell("not-found", &[("text", (&text).into())]);
            return Effects::new();
        };
        if first == Some(hit) {
            // once around is enough
            break;
        }
        first.get_or_insert(hit);
        cursor = hit;
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

fn place(block: usize, hit: &Range<usize>) -> Cursor {
    Cursor {
        block,
        byte: hit.start,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Direction, Options, Source, fold, fold_with_offsets};

    fn page(blocks: &[String]) -> Page {
        let source = |text: &String| Source {
            text: text.clone(),
            ..Source::default()
        };
        let sources = blocks.iter().map(source).collect();
        Page::new(sources, Options::default(), Direction::Rtl, 20)
    }

    /// Every hit, found in all blocks at once.
    fn all(blocks: &[String], needle: &str) -> Vec<(usize, Range<usize>)> {
        let needle = fold(needle);
        let mut hits = Vec::new();
        for (block, text) in blocks.iter().enumerate() {
            let folded = fold_with_offsets(text);
            let found = folded.text.match_indices(&needle);
            hits.extend(found.map(|(at, hit)| (block, folded.source(at..at + hit.len()))));
        }
        hits
    }

    proptest! {
        #[test]
        fn what_is_found_by_block_is_what_is_found_at_once(
            blocks in proptest::collection::vec("[اأبَ ]{0,12}", 1..6),
            needles in proptest::collection::vec("[اآب]{1,2}", 1..3),
        ) {
            let page = page(&blocks);
            let mut found = Found::new(Needle::Text(Typed::default()), page.blocks());
            for needle in needles {
                found.look(&needle);
                let hits = all(&blocks, &needle);
                let places: Vec<Cursor> =
                    hits.iter().map(|(block, hit)| place(*block, hit)).collect();
                let first = places.first().map(|at| (*at, true));
                let last = places.last().map(|at| (*at, true));
                prop_assert_eq!(found.occurs(&page), !hits.is_empty());
                for (block, text) in blocks.iter().enumerate() {
                    for byte in 0..=text.len() {
                        let here = Cursor { block, byte };
                        let next = places.iter().find(|at| **at >= here);
                        let before = places.iter().rev().find(|at| **at < here);
                        let around = hits.iter().find(|(own, hit)| {
                            *own == block && hit.contains(&byte)
                        });
                        let told = |at: &Cursor| (*at, false);
                        prop_assert_eq!(found.at_or_after(&page, here), next.map(told).or(first));
                        prop_assert_eq!(found.before(&page, here), before.map(told).or(last));
                        prop_assert_eq!(
                            found.around(&page, here),
                            around.map(|(_, hit)| hit)
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is_looked_for() {
        let page = page(&["نص".into()]);
        let mut found = Found::new(Needle::Text(Typed::default()), page.blocks());
        for text in ["", " ", "\u{64e}"] {
            found.look(text);
            assert!(!found.occurs(&page), "{text:?}");
        }
    }
}
