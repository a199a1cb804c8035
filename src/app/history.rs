//! Back and forward through what was read, and letters that lead to places.

use std::collections::HashMap;

use super::{App, Effect, Effects, Focus, Slot, command::Given};
use crate::{
    article::ArticleId,
    desk::{Mark, Request, Spot, Trail},
};

/// What was read, in this run and before.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The way through it.
    trail: Trail,
    /// Whether the open one is coming by a step back, or forward.
    stepping: Option<bool>,
    /// Where each was left.
    pub(super) places: HashMap<ArticleId, Spot>,
    /// The one that was left last.
    pub(super) left: Option<ArticleId>,
    /// The letter whose place is looked up.
    letter: Option<char>,
    /// To which related article each was left, where it was from the end of its page.
    pub(super) sought: HashMap<ArticleId, ArticleId>,
}

impl History {
    /// The way of the runs before goes on from the article that is opened, unless this run has
    /// begun another way. A program that was killed had another article open.
    pub(super) fn resume(&mut self, trail: Trail, open: Option<&ArticleId>) {
        if self.trail != Trail::default() {
            return;
        }
        self.trail = trail;
        if let (Some(_), Some(open)) = (&self.trail.here, open) {
            let _ = self.visit(open);
        }
    }

    /// An article is opened by its reader; how the way is now, if it is another one.
    #[must_use]
    pub(super) fn visit(&mut self, id: &ArticleId) -> Option<Effect> {
        self.stepping = None;
        let trail = &mut self.trail;
        if trail.here.as_ref() == Some(id) {
            return None;
        }
        trail.back.extend(trail.here.replace(id.clone()));
        let far = trail.back.len().saturating_sub(Trail::FAR);
        trail.back.drain(..far);
        trail.forward.clear();
        Some(self.kept())
    }

    /// The article before, or after, which becomes the open one.
    fn step(&mut self, back: bool) -> Option<ArticleId> {
        let trail = &mut self.trail;
        let (from, to) = if back {
            (&mut trail.back, &mut trail.forward)
        } else {
            (&mut trail.forward, &mut trail.back)
        };
        let next = from.pop()?;
        to.extend(trail.here.replace(next.clone()));
        Some(next)
    }

    /// Whether the article that has come, or has not, was stepped to: back, or forward.
    pub(super) fn stepped(&mut self, asked: Option<&ArticleId>) -> Option<bool> {
        let stepping = self.stepping.take();
        stepping.filter(|_| self.trail.here.as_ref() == asked)
    }

    /// What was stepped to is no more: the way leads past it from where it came.
    pub(super) fn pass_over(&mut self, back: bool) {
        let trail = &mut self.trail;
        let came = if back {
            &mut trail.forward
        } else {
            &mut trail.back
        };
        trail.here = came.pop();
    }

    /// The way is kept.
    pub(super) fn kept(&self) -> Effect {
        Effect::Order(Request::SetTrail(self.trail.clone()))
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
    app.history.letter = given.letter;
    vec![app.ask(Slot::Marks, Request::Marks)]
}

/// The letters and their places have come.
pub(super) fn marks(app: &mut App, marks: Vec<Mark>) -> Effects {
    let Some(letter) = app.history.letter.take() else {
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
    app.history.sought.remove(&mark.article);
    app.visit(&mark.article)
}

/// A step back or forward, past what is no more.
pub(super) fn step(app: &mut App, back: bool) -> Effects {
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
        return vec![app.history.kept()];
    }
    app.history.stepping = Some(back);
    vec![app.history.kept(), app.ask_to_read(id)]
}
