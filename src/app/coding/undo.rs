//! What is taken back, and what is done again?

use super::{Drawer, narrow, picker::naming};
use crate::{
    app::{App, Effect, Effects, command::Given, menu},
    desk::{Coded, Coding, Reach, Request, Undo, Undone},
    passage::{Codebook, TagId},
    text::{Direction, Typesetter},
};

/// Takes back this run's last change; where that could not be, the one before it.
pub fn back(app: &mut App, _: Given) -> Effects {
    let past: Vec<i64> = app.stuck.iter().map(|(number, _)| *number).collect();
    let reach = if past.is_empty() {
        Reach::Session
    } else {
        Reach::Past(past)
    };
    vec![Effect::Order(Request::Undo(reach))]
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
            let what = ("what", (&what).into());
            let left = app.left_since(done.number);
            match left {
                _ if redo => app.tell("redone", &[what]),
                Some(left) => app.tell("undone-before", &[what, ("left", (&left).into())]),
                None => app.tell("undone", &[what]),
            }
            return app.coded(&done.coded);
        }
        Undo::Nothing if redo => app.tell("nothing-to-redo", &[]),
        Undo::Nothing => {
            match app.left_since(i64::MIN) {
                Some(left) => app.tell("nothing-else-to-undo", &[("left", (&left).into())]),
                None => app.tell("nothing-to-undo", &[]),
            }
            // what hindered them may be gone by the next time
            app.stuck.clear();
        }
        Undo::Beyond(next) => {
            let what = what(app, &next);
            if app.is_typing() || app.menu.is_some() {
                // what is being typed is no answer
                return Effects::new();
            }
            app.menu = Some(menu::question::undo(app, &what, &next, redo));
        }
        Undo::Changed(next) => {
            let name = what(app, &next);
            let what = ("what", (&name).into());
            let said = if redo || !next.own {
                app.words.say("undo-changed", &[what])
            } else {
                let keys = app.key_of("undo");
                app.words
                    .say("undo-stuck", &[what, ("keys", (&keys).into())])
            };
            app.warn(said);
            if next.own && !redo {
                app.stuck.push((next.number, name));
            }
        }
    }
    Effects::new()
}

/// The name of a change.
fn what(app: &App, undone: &Undone) -> String {
    app.change(&undone.kind, &undone.subject.name, undone.subject.count)
}

impl App {
    /// What could not be taken back and was done after the change of this number, by name.
    fn left_since(&self, number: i64) -> Option<String> {
        let later = self.stuck.iter().filter(|(stuck, _)| *stuck > number);
        let names: Vec<&str> = later.map(|(_, name)| name.as_str()).collect();
        let comma = self.words.say("tag-comma", &[]);
        (!names.is_empty()).then(|| names.join(&format!("{comma} ")))
    }

    /// The codebook as it is now.
    pub(in crate::app) fn take_codebook(&mut self, codebook: Codebook) {
        let old = std::mem::replace(&mut self.codebook, codebook);
        self.turn_books(&old);
        self.lay_foot();
        let Some(Drawer::Picker(picker)) = &self.drawer else {
            return;
        };
        // the row that was current stays so
        let at = picker.cursor;
        let current = picker.rows.get(at).and_then(|row| naming(row, &old));
        narrow(self);
        let book = &self.codebook;
        if let Some(Drawer::Picker(picker)) = &mut self.drawer {
            let mut rows = picker.rows.iter();
            let own = rows.position(|row| current.is_some() && naming(row, book) == current);
            picker.cursor = own.unwrap_or(at).min(picker.rows.len().saturating_sub(1));
        }
    }

    /// The passages of the open article as they are now.
    pub(in crate::app) fn take_coding(&mut self, coding: Coding) {
        self.coding_number = self.coding_number.max(coding.number);
        let Some(reader) = &mut self.reader else {
            return;
        };
        if reader.under {
            let loaded = reader.loaded.clone();
            self.lay_again(Some((loaded, coding)));
        } else {
            reader.take_coding(coding);
        }
    }

    /// Says what was done.
    pub(in crate::app) fn tell_coded(&mut self, coded: &Coded) {
        if self.tell_found_related(coded) {
            return;
        }
        let touched = coded.passages.len() + coded.gone.len();
        if coded.kind == "relate" && self.tell_related(coded) {
            return;
        }
        if touched + coded.articles.len() + coded.tags.len() + coded.lost.len() == 0 {
            self.tell("nothing-changed", &[]);
            return;
        }
        if let ([passage], "mark" | "tag") = (coded.passages.as_slice(), coded.kind)
            && !passage.tags.is_empty()
        {
            let name = |id: &TagId| {
                let new = coded.tags.iter().find(|tag| tag.id == *id);
                let known = || self.codebook.get(id).map(|entry| &entry.tag);
                Some(format!("#{}", new.or_else(known)?.name))
            };
            let names: Vec<String> = passage.tags.iter().filter_map(name).collect();
            let comma = self.words.say("tag-comma", &[]);
            let tags = names.join(&format!("{comma} "));
            let quote = short(&passage.selector.quote);
            self.tell(
                "tagged",
                &[("quote", (&quote).into()), ("tags", (&tags).into())],
            );
            return;
        }
        let lost = coded.lost.first().map(|tag| tag.name.as_str());
        let named = coded.tags.first().map(|tag| tag.name.as_str());
        let mut passages = coded.passages.iter().chain(&coded.gone);
        let quote = passages
            .next()
            .map(|passage| passage.selector.quote.as_str());
        let name = lost.or(quote).or(named).unwrap_or_default();
        let what = self.change(coded.kind, name, touched.max(1) as u32);
        self.tell("done", &[("what", (&what).into())]);
    }

    /// The name of a change, by its kind and what it was done to.
    fn change(&self, kind: &str, name: &str, count: u32) -> String {
        let name = short(name);
        let said = self.words.say(
            &format!("change-{kind}"),
            &[("name", (&name).into()), ("count", u64::from(count).into())],
        );
        // a sentence takes it up and isolates it as a whole
        said.replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The passages of the open article and the codebook may be others now.
    pub(in crate::app) fn coded(&mut self, coded: &Coded) -> Effects {
        if let ("new-tag", Some(tag)) = (coded.kind, coded.tags.first()) {
            self.seek_tag(&tag.id);
        }
        let mut effects = vec![self.ask_codebook()];
        effects.extend(self.ask_page());
        // tags that are shared bring articles together
        effects.extend(self.ask_related());
        let Some(reader) = &self.reader else {
            return effects;
        };
        let id = reader.id();
        let mut all = coded.passages.iter().chain(&coded.gone);
        let books = coded.tags.len() + coded.lost.len();
        let touched = coded.articles.contains(id) || books > 0;
        if touched || all.any(|passage| passage.article == *id) {
            effects.extend(self.ask_coding());
        }
        effects
    }
}

/// The beginning of a text, in one line.
pub(in crate::app) fn short(text: &str) -> String {
    const WORDS: usize = 8;
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    if words.next().is_none() {
        return first.join(" ");
    }
    // the sign of the cut stands where the words end, whatever is around them
    let rtl = Typesetter::default()
        .set(text, Direction::Ltr, &[])
        .direction()
        == Direction::Rtl;
    let mark = if rtl { "\u{200f}" } else { "\u{200e}" };
    format!("{}…{mark}", first.join(" "))
}
