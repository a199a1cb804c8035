//! What is taken back, and what is done again?

use crate::{
    app::{App, Effect, Effects, command::Given, menu},
    desk::{Coded, Reach, Request, Undo, Undone},
    words::isolated,
};

/// Takes back this run's last change.
pub fn back(_: &mut App, _: Given) -> Effects {
    vec![Effect::Order(Request::Undo(Reach::Session))]
}

/// Does again what was taken back last.
pub fn again(_: &mut App, _: Given) -> Effects {
    vec![Effect::Order(Request::Redo(Reach::Session))]
}

/// What became of it; `redo` where something was to be done again.
pub(in crate::app) fn undone(app: &mut App, undo: Undo, redo: bool) -> Effects {
    match undo {
        Undo::Done(done) => {
            let what = what(app, &done);
            let said = if redo { "redone" } else { "undone" };
            app.tell(said, &[("what", (&what).into())]);
            return app.coded(&done.coded);
        }
        Undo::Nothing => app.tell(
            if redo {
                "nothing-to-redo"
            } else {
                "nothing-to-undo"
            },
            &[],
        ),
        Undo::Beyond(next) => {
            let what = what(app, &next);
            app.menu = Some(menu::question::undo(app, &what, &next, redo));
        }
        Undo::Changed(next) => {
            let what = what(app, &next);
            let said = app.words.say("undo-changed", &[("what", (&what).into())]);
            app.warn(said);
        }
    }
    Effects::new()
}

/// The name of a change.
fn what(app: &App, undone: &Undone) -> String {
    let count = u64::from(undone.subject.count);
    let name = isolated(&app.short(&undone.subject.name));
    app.words.say(
        &format!("change-{}", undone.kind),
        &[("name", (&name).into()), ("count", count.into())],
    )
}

impl App {
    /// The passages of the open article and the codebook may be others now.
    pub(in crate::app) fn coded(&mut self, coded: &Coded) -> Effects {
        let mut effects = vec![self.ask_codebook()];
        let Some(reader) = &self.reader else {
            return effects;
        };
        let id = reader.id();
        let mut all = coded.passages.iter().chain(&coded.gone);
        if all.any(|passage| passage.article == *id) || coded.articles.contains(id) {
            effects.extend(self.ask_coding());
        }
        effects
    }

    /// The beginning of a text, in one line.
    pub(in crate::app) fn short(&self, text: &str) -> String {
        const WORDS: usize = 8;
        let mut words = text.split_whitespace();
        let mut short: Vec<&str> = words.by_ref().take(WORDS).collect();
        if words.next().is_some() {
            short.push("…");
        }
        short.join(" ").replace(" …", "…")
    }
}
