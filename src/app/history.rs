//! Back and forward through what was read, and letters that lead to places.

use std::collections::HashMap;

use super::{App, Effect, Effects, Focus, Slot, command::Given};
use crate::{
    article::ArticleId,
    desk::{Mark, Request, Spot},
};

/// What was read in this run.
#[derive(Debug, Default)]
pub(super) struct History {
    /// Articles read before the open one, the last of them last.
    back: Vec<ArticleId>,
    /// Articles gone back from, the next of them last.
    forward: Vec<ArticleId>,
    /// The open one.
    here: Option<ArticleId>,
    /// Where each was left.
    pub(super) places: HashMap<ArticleId, Spot>,
    /// The one that was left last.
    pub(super) left: Option<ArticleId>,
    /// The letter whose place is looked up.
    sought: Option<char>,
}

impl History {
    /// An article is opened by its reader.
    pub(super) fn visit(&mut self, id: &ArticleId) {
        if self.here.as_ref() == Some(id) {
            return;
        }
        self.back.extend(self.here.replace(id.clone()));
        self.forward.clear();
    }

    /// The article before, which becomes the open one.
    fn step(&mut self, back: bool) -> Option<ArticleId> {
        let (from, to) = if back {
            (&mut self.back, &mut self.forward)
        } else {
            (&mut self.forward, &mut self.back)
        };
        let next = from.pop()?;
        to.extend(self.here.replace(next.clone()));
        Some(next)
    }
}

/// Back to what was read before, or to the results from which the article was opened.
pub fn back(app: &mut App, _: Given) -> Effects {
    if app.is_from_results() {
        return app.back_to_page();
    }
    step(app, true)
}

/// Forward again.
pub fn forward(app: &mut App, _: Given) -> Effects {
    step(app, false)
}

/// From now on a letter leads to the cursor's place.
pub fn mark(app: &mut App, given: Given) -> Effects {
    let (Some(letter), Some(reader)) = (given.letter, &app.reader) else {
        return Effects::new();
    };
    let request = Request::SetMark(letter, reader.id().clone(), reader.spot());
    app.tell("mark-set", &[("letter", (&letter.to_string()).into())]);
    vec![Effect::Order(request)]
}

/// Goes where a letter leads; its own key once more: where the cursor leapt from.
pub fn to_mark(app: &mut App, given: Given) -> Effects {
    if given.letter == Some('\'') {
        if let Some(reader) = app.reading()
            && let Some(cursor) = reader.leapt
        {
            reader.leap(cursor);
        }
        return Effects::new();
    }
    app.history.sought = given.letter;
    vec![app.ask(Slot::Marks, Request::Marks)]
}

/// The letters and their places have come.
pub(super) fn marks(app: &mut App, marks: Vec<Mark>) -> Effects {
    let Some(letter) = app.history.sought.take() else {
        return Effects::new();
    };
    let Some(mark) = marks.into_iter().find(|mark| mark.letter == letter) else {
        app.tell("no-such-mark", &[("letter", (&letter.to_string()).into())]);
        return Effects::new();
    };
    if let Some(reader) = &mut app.reader
        && *reader.id() == mark.article
        && !reader.old
    {
        let cursor = reader.paper.cursor(mark.spot.offset);
        reader.leap(cursor);
        return app.visit(&mark.article);
    }
    app.history.places.insert(mark.article.clone(), mark.spot);
    app.visit(&mark.article)
}

fn step(app: &mut App, back: bool) -> Effects {
    let Some(id) = app.history.step(back) else {
        app.tell(
            if back {
                "nothing-before"
            } else {
                "nothing-after"
            },
            &[],
        );
        return Effects::new();
    };
    app.focus = Focus::Reader;
    if app.reader.as_ref().is_some_and(|r| *r.id() == id && !r.old) {
        app.forget_article();
        return Effects::new();
    }
    vec![app.ask_to_read(id)]
}
