//! What does a row of a page do?

use super::{fields, kinds, options, question, sheet, terminal};
use crate::{
    app::{
        App, Effect, Effects, Line, Target, coding,
        command::{Command, Given},
    },
    article::{ArticleId, Field, Kind},
    config::Setting,
    desk::{Reach, Request, Scope, View},
    passage::{Deed, TagId, Work},
};

/// What a row does.
#[derive(Clone)]
pub enum Act {
    /// This command.
    Run(&'static Command),
    /// This setting takes its next value, or is typed.
    Set(&'static Setting),
    /// The terminal is served in this way: a name of `config::BIDI`.
    Serve(&'static str),
    /// This field of the article is typed.
    Field(ArticleId, Field),
    /// The block of the article at this place is of this kind.
    Kind(ArticleId, usize, Option<Kind>, Scope),
    /// The article of this row is hidden.
    Remove(ArticleId, i64),
    /// All that the view holds is marked as read.
    ReadAll(View),
    /// Tags are picked for the article as a whole, which bears these.
    Tags(ArticleId, Vec<TagId>),
    /// The note on the article as a whole is written; this is it so far.
    Note(ArticleId, String),
    /// The work on the article is so far; the next state follows.
    Work(ArticleId, Option<Work>),
    /// Passages or tags are changed so.
    Code(Deed),
    /// The change of this number is taken back, or with `true` done again.
    Undo(bool, i64),
    /// Nothing: the page is left.
    Leave,
    /// Nothing: it is there to be read.
    Stay,
}

/// What the current row does; where it has values in an order, the next or the one before.
pub(super) fn act(app: &mut App, forward: bool) -> Effects {
    let Some(act) = app
        .menu
        .as_ref()
        .and_then(|menu| menu.current()?.act.clone())
    else {
        return Effects::new();
    };
    match act {
        Act::Run(command) => {
            app.menu = None;
            app.run(command, Given::default())
        }
        Act::Set(setting) => options::turn(app, setting, forward),
        Act::Serve(way) => terminal::serve(app, way),
        Act::Field(..) => {
            if let Some(menu) = &mut app.menu {
                let value = menu
                    .current()
                    .map_or_else(String::new, |row| row.value.clone());
                menu.edit = Some(Line::new(&value));
            }
            Effects::new()
        }
        Act::Kind(id, place, kind, scope) => {
            app.menu = None;
            kinds::set(id, place, kind, scope)
        }
        Act::Tags(id, borne) => {
            app.menu = None;
            sheet::pick(app, id, borne)
        }
        Act::Note(id, text) => {
            app.menu = None;
            app.write_on(Target::Articles(vec![id]), &text);
            Effects::new()
        }
        Act::Work(id, work) => sheet::work_on(app, id, work),
        Act::Remove(id, row) => {
            app.menu = None;
            question::hide(app, id, row)
        }
        Act::ReadAll(view) => {
            app.menu = None;
            vec![Effect::Order(Request::SetAllRead(view, true))]
        }
        Act::Code(deed) => {
            app.menu = None;
            if let Some(page) = app.collection_mut() {
                page.marked.clear();
            }
            if let Deed::Merge(_, heir) = &deed {
                app.seek_tag(heir);
            }
            coding::code(vec![deed])
        }
        Act::Undo(redo, number) => {
            app.menu = None;
            let order = if redo { Request::Redo } else { Request::Undo };
            vec![Effect::Order(order(Reach::Change(number)))]
        }
        Act::Leave => {
            app.menu = None;
            Effects::new()
        }
        Act::Stay => Effects::new(),
    }
}

/// A value was typed.
pub(super) fn accept(app: &mut App, text: &str) -> Effects {
    match app
        .menu
        .as_ref()
        .and_then(|menu| menu.current()?.act.clone())
    {
        Some(Act::Set(setting)) => options::set(app, setting, text),
        Some(Act::Field(id, field)) => fields::set(app, id, field, text),
        _ => Effects::new(),
    }
}
