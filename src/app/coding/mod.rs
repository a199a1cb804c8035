//! Tagging while reading: which passage is meant, and what becomes of it?

mod aim;
mod drawer;
mod favourite;
mod margin;
mod note;
mod picker;
mod purpose;
mod strip;
mod undo;

pub use aim::Aim;
pub use drawer::{Drawer, Target};
pub use favourite::favourites;
pub use margin::{Names, Piece, Slip, slips};
pub use note::Note;
pub use picker::{Choice, Picker};
pub use purpose::Purpose;
pub use strip::Strip;

pub(super) use drawer::key;
pub(super) use margin::tags;
pub(super) use picker::{code, narrow};
pub(super) use undo::{again, back, short, undone};

use super::{App, Effects, Reader, Span, command::Given};
use crate::{
    passage::{Deed, Naming, Passage, Wish},
    text::{Unit, plain},
};

/// What is tagged one after the other, and with what.
#[derive(Debug, Clone)]
pub struct Sticky {
    /// The tags.
    pub tags: Vec<Naming>,
    /// The unit.
    unit: Unit,
}

/// Picks tags for what is selected, for the passage under the cursor, else for the clause.
pub fn tag(app: &mut App, _: Given) -> Effects {
    if let Some((target, words)) = app.target() {
        let borne = match &target {
            Target::Passages(ids) => ids.first().map(|id| app.tags_of(id)).unwrap_or_default(),
            _ => Vec::new(),
        };
        app.pick(target, false, borne, words);
    }
    Effects::new()
}

/// Takes tags from the passage under the cursor, or the passage itself.
pub fn untag(app: &mut App, _: Given) -> Effects {
    let here = app.reader.as_ref().and_then(Reader::passage_here);
    let Some(Passage { id, tags, .. }) = here.cloned() else {
        app.tell("no-passage-here", &[]);
        return Effects::new();
    };
    app.pick(Target::Passages(vec![id]), true, tags, String::new());
    Effects::new()
}

/// Gives the tags that were given last.
pub fn repeat(app: &mut App, _: Given) -> Effects {
    if app.last_tags.is_empty() {
        app.tell("no-last-tags", &[]);
        return Effects::new();
    }
    let tags = app.last_tags.clone();
    let Some((target, _)) = app.target() else {
        return Effects::new();
    };
    app.give_at_once(target, tags)
}

/// Gives a favourite tag to what is selected.
pub fn favourite(app: &mut App, given: Given) -> Effects {
    let tag = given.letter.and_then(|digit| app.favourite(digit));
    let Some(tag) = tag else {
        app.tell("no-favourite", &[]);
        return Effects::new();
    };
    let Some((target, _)) = app.target() else {
        return Effects::new();
    };
    app.give_at_once(target, vec![Naming::Id(tag)])
}

/// Picks the tags that unit after unit will get; once more ends it.
pub fn sticky(app: &mut App, _: Given) -> Effects {
    if app.is_old() {
        return Effects::new();
    }
    if app.sticky.take().is_some() {
        if let Some(reader) = &mut app.reader {
            reader.aim = None;
        }
        app.tell("sticky-ended", &[]);
        return Effects::new();
    }
    if let Some(reader) = &mut app.reader {
        reader.deselect();
        match reader.take_aim(Unit::Clause) {
            Some(aim) => {
                let words = reader.words_of(aim.span);
                app.pick(Target::Units, false, Vec::new(), words);
            }
            None => app.tell("nothing-to-tag", &[]),
        }
    }
    Effects::new()
}

/// Tags the unit under the cursor with what sticks, and goes to the next one.
pub fn stick(app: &mut App, _: Given) -> Effects {
    let (Some(sticky), Some(reader)) = (app.sticky.clone(), &mut app.reader) else {
        return Effects::new();
    };
    let Some(aim) = reader.aim else {
        return Effects::new();
    };
    let wish = reader.wish(aim.span);
    match reader.paper.page.next_unit(reader.cursor, sticky.unit) {
        Some(next) => reader.stand(next),
        None => {
            // the last one: held down, the key tags it once
            reader.aim = None;
            app.sticky = None;
        }
    }
    code(vec![Deed::Mark(wish, sticky.tags, String::new())])
}

/// Writes the note of the passage under the cursor, or of a new one.
pub fn note(app: &mut App, _: Given) -> Effects {
    if let Some((target, _)) = app.target() {
        let text = match (&target, &app.reader) {
            (Target::Passages(ids), Some(reader)) => {
                let mut all = reader.coding.passages.iter();
                let own = all.find(|passage| ids.contains(&passage.id));
                own.map_or_else(String::new, |passage| passage.note.clone())
            }
            _ => String::new(),
        };
        app.write_on(target, &text);
    }
    Effects::new()
}

/// The next passage.
pub fn next(app: &mut App, given: Given) -> Effects {
    walk(app, true, given.times())
}

/// The passage before.
pub fn previous(app: &mut App, given: Given) -> Effects {
    walk(app, false, given.times())
}

/// Of passages that overlap under the cursor, the next one is meant.
pub fn other(app: &mut App, _: Given) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let around: Vec<usize> = reader
        .strips_around(reader.cursor)
        .map(|strip| strip.passage)
        .collect();
    let here = reader.strip_here().map(|strip| strip.passage);
    let at = around.iter().position(|own| Some(*own) == here);
    match at {
        Some(at) if around.len() > 1 => {
            let next = around[(at + around.len() - 1) % around.len()];
            reader.walked = Some(reader.coding.passages[next].id.clone());
        }
        Some(_) => app.tell("one-passage-here", &[]),
        None => app.tell("no-passage-here", &[]),
    }
    Effects::new()
}

/// Takes up the bounds of the passage under the cursor, to be moved; elsewhere begins a
/// selection.
pub fn bounds(app: &mut App, given: Given) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let plain = app.attaching.is_some() || reader.old;
    let Some(strip) = reader.strip_here().filter(|_| !plain).copied() else {
        return super::select::start(app, given);
    };
    let id = reader.coding.passages[strip.passage].id.clone();
    let here = reader.cursor;
    reader.select_span(strip.span);
    reader.bounding = Some((id, here));
    app.tell("bounds-taken", &[]);
    Effects::new()
}

/// Ends a selection; where it is a passage's bounds, begins one of its own at the cursor's place.
pub fn unselect(app: &mut App, given: Given) -> Effects {
    let bounding = app
        .reader
        .as_mut()
        .and_then(|reader| reader.bounding.take());
    super::select::stop(app, given);
    match (bounding, &mut app.reader) {
        (Some((_, here)), Some(reader)) => {
            reader.stand(here);
            super::select::start(app, given)
        }
        _ => Effects::new(),
    }
}

/// Stores the bounds that were moved.
pub fn bind(app: &mut App, _: Given) -> Effects {
    if app.is_old() {
        return Effects::new();
    }
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let taken = reader.bounding.take().map(|(id, _)| id);
    let id = taken.or_else(|| app.attaching.take());
    let (Some(id), Some(span)) = (id, reader.span()) else {
        app.tell("no-bounds", &[]);
        return Effects::new();
    };
    let wish = reader.wish(span);
    reader.deselect();
    let own = reader
        .coding
        .passages
        .iter()
        .find(|passage| passage.id == id);
    if own.and_then(|passage| passage.placement.range()) == Some(&wish.range) {
        app.tell("bounds-same", &[]);
        return Effects::new();
    }
    code(vec![Deed::Bound(id, wish)])
}

fn walk(app: &mut App, forward: bool, times: usize) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    if reader.strips.is_empty() {
        app.tell("no-passages", &[]);
        return Effects::new();
    }
    // a strip that was walked to is passed even where the next begins with it
    let here = reader
        .strip_here()
        .filter(|strip| strip.span.from == reader.cursor);
    let own = here.and_then(|here| {
        let mut all = reader.strips.iter();
        all.position(|strip| strip.passage == here.passage)
    });
    let next = match (forward, own) {
        (true, Some(own)) => Some(own + times),
        (true, None) => {
            let before = |strip: &Strip| strip.span.from <= reader.cursor;
            Some(reader.strips.partition_point(before) + times - 1)
        }
        (false, Some(own)) => own.checked_sub(times),
        (false, None) => {
            let before = |strip: &Strip| strip.span.from < reader.cursor;
            reader.strips.partition_point(before).checked_sub(times)
        }
    };
    let Some(strip) = next.and_then(|at| reader.strips.get(at)).copied() else {
        app.tell(
            if forward {
                "last-passage"
            } else {
                "first-passage"
            },
            &[],
        );
        return Effects::new();
    };
    reader.leap(strip.span.from);
    reader.walked = Some(reader.coding.passages[strip.passage].id.clone());
    Effects::new()
}

impl App {
    /// What a command is about, with its words: what is selected, else the passage under the
    /// cursor, else the clause, which is shown.
    fn target(&mut self) -> Option<(Target, String)> {
        if self.is_old() {
            return None;
        }
        let reader = self.reader.as_mut()?;
        if let Some(span) = reader.span() {
            let words = reader.words_of(span);
            if reader.wish(span).range.is_empty() {
                self.tell("nothing-to-tag", &[]);
                return None;
            }
            return Some((Target::Span(reader.wish(span)), words));
        }
        if let Some(passage) = reader.passage_here() {
            let words = plain(&passage.selector.quote);
            return Some((Target::Passages(vec![passage.id.clone()]), words));
        }
        let Some(aim) = reader.take_aim(Unit::Clause) else {
            self.tell("nothing-to-tag", &[]);
            return None;
        };
        Some((
            Target::Span(reader.wish(aim.span)),
            reader.words_of(aim.span),
        ))
    }

    /// Whether an old version is open, in which nothing is marked; says so.
    fn is_old(&mut self) -> bool {
        let old = self.reader.as_ref().is_some_and(|reader| reader.old);
        if old {
            self.tell("old-version", &[]);
        }
        old
    }

    fn give_at_once(&mut self, target: Target, tags: Vec<Naming>) -> Effects {
        if let Some(reader) = &mut self.reader {
            reader.deselect();
            reader.aim = None;
        }
        self.last_tags.clone_from(&tags);
        let deed = match target {
            Target::Span(wish) => Deed::Mark(wish, tags, String::new()),
            Target::Passages(ids) => Deed::Tag(ids, tags),
            Target::Articles(_) | Target::Tag(_) | Target::Units | Target::Choice(_) => {
                return Effects::new();
            }
        };
        code(vec![deed])
    }

    /// From now on unit after unit can be tagged so.
    fn stick(&mut self, tags: Vec<Naming>) {
        let Some(reader) = &mut self.reader else {
            return;
        };
        let unit = reader.aim.map_or(Unit::Clause, |aim| aim.unit);
        self.sticky = Some(Sticky { tags, unit });
        self.aim_on();
        self.tell("sticky", &[]);
    }

    /// While tags stick, the unit under the cursor is aimed at.
    pub(super) fn aim_on(&mut self) {
        if let (Some(sticky), Some(reader)) = (&self.sticky, &mut self.reader) {
            reader.take_aim(sticky.unit);
        }
    }
}

impl Reader {
    /// A span of the page as a span of the article's text.
    pub(super) fn wish(&self, span: Span) -> Wish {
        Wish {
            article: self.id().clone(),
            version: self.loaded.entry.version,
            range: self.paper.offset(span.from)..self.paper.offset(span.to),
        }
    }

    /// The words of a span in one line.
    pub(super) fn words_of(&self, span: Span) -> String {
        let words = self.text_of(span);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The number of a passage among those of the article, from 1, and how many there are.
    pub fn nth_passage(&self) -> Option<(usize, usize)> {
        let here = self.strip_here()?;
        let at = self
            .strips
            .iter()
            .position(|strip| strip.passage == here.passage)?;
        Some((at + 1, self.strips.len()))
    }
}
