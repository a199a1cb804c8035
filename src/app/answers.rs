//! What does the reader make of the library's answers?

use super::{App, Effect, Effects, Focus, Job, Progress, Reader, Slot, articles, history, typing};
use crate::{
    desk::{Answer, Changes, Home, Reply},
    error::Error,
};

/// An answer to a question; one to an older question of its slot is dropped.
pub(super) fn answered(app: &mut App, slot: Slot, number: u64, reply: Reply) -> Effects {
    if !app.is_newest(slot, number) {
        return Effects::new();
    }
    let (mut held, mut again) = (Vec::new(), false);
    match slot {
        Slot::Article => {
            let asked = app.desk.article.take();
            again = asked.as_ref() == app.reader.as_ref().map(Reader::id);
            held = app.desk.held.take().unwrap_or_default();
        }
        Slot::Entries => app.desk.rows.clear(),
        Slot::Changes => app.desk.changes = false,
        _ => {}
    }
    let mut effects = taken(app, slot, again, reply);
    effects.extend(typing::keys(app, &held));
    effects
}

fn taken(app: &mut App, slot: Slot, again: bool, reply: Reply) -> Effects {
    match reply {
        Ok(Answer::Home(home)) => begin(app, *home),
        Ok(Answer::Order(Some(order))) if slot == Slot::Unread => {
            articles::unread(app, &order.rows)
        }
        Ok(Answer::Order(Some(order))) => {
            app.desk.state = Some(order.state.clone());
            app.list.order(order.state, order.rows);
            Effects::new()
        }
        Ok(Answer::Entries(entries)) => {
            let asked = app.list.missing();
            app.list.keep(entries);
            // what did not come is no more
            for row in app.list.missing() {
                if asked.contains(&row) {
                    app.list.drop_row(row);
                }
            }
            Effects::new()
        }
        Ok(Answer::Opened(opened)) => app.show(*opened),
        Ok(Answer::Marks(marks)) => history::marks(app, marks),
        Ok(Answer::Changes(Some(changes))) => changed(app, changes),
        Ok(_) => Effects::new(),
        Err(error) => failed(app, slot, again, &error),
    }
}

/// What became of an order.
pub(super) fn done(app: &mut App, reply: Reply) -> Effects {
    match reply {
        Ok(Answer::Marked(rows)) => {
            let mut effects = app.ask_changes();
            if rows.len() > 1 {
                app.tell("marked-read", &[("count", (rows.len() as u64).into())]);
                app.list.forget(&rows);
            }
            effects.extend(app.wanted());
            effects
        }
        Ok(Answer::Changed(ids)) => {
            let mut effects = app.ask_changes();
            if let Some(reader) = &app.reader
                && ids.contains(reader.id())
            {
                let id = reader.id().clone();
                effects.push(app.ask_article(id));
            }
            effects
        }
        Ok(_) => Effects::new(),
        Err(error) => {
            app.tell_error(&error);
            // what is shown may be what could not be done
            let shown = app.list.window();
            app.list.forget(&shown);
            let open = app.reader.as_ref().map(|reader| reader.id().clone());
            open.into_iter().map(|id| app.ask_article(id)).collect()
        }
    }
}

/// Long work goes on, or has ended.
pub(super) fn progress(app: &mut App, progress: Progress) -> Effects {
    let Progress::Ended(ids) = progress else {
        app.progress = Some(progress);
        return Effects::new();
    };
    app.progress = None;
    app.filling = false;
    let mut effects = vec![app.ask_home()];
    effects.push(app.ask_order());
    if let Some(id) = ids.first() {
        effects.extend(app.visit(id));
    }
    effects
}

fn begin(app: &mut App, home: Home) -> Effects {
    app.desk.state = Some(home.state.clone());
    let whole = home.entries.len() >= home.state.articles as usize;
    if !app.list.whole || app.list.is_empty() {
        app.list.begin(home.state, home.entries);
    }
    let mut effects = Effects::new();
    if app.reader.is_none() && app.desk.article.is_none() {
        match home.open {
            Ok(Some(opened)) => {
                if let Some(at) = app.list.find(opened.loaded.entry.row()) {
                    app.list.go(at);
                    effects.extend(app.show(opened));
                }
            }
            Ok(None) => {}
            Err(error) => app.tell_error(&error),
        }
    }
    if !whole {
        effects.push(app.ask_order());
    }
    effects
}

/// Others have changed the library.
fn changed(app: &mut App, changes: Changes) -> Effects {
    app.list.forget(&changes.rows);
    app.desk.state = Some(changes.state.clone());
    app.list.state = Some(changes.state);
    let mut effects = vec![app.ask_order()];
    if let Some(reader) = &app.reader
        && changes.rows.contains(&reader.loaded.entry.row())
    {
        let id = reader.id().clone();
        effects.push(app.ask_article(id));
    }
    effects
}

/// `again` is whether the article that is open was asked for.
fn failed(app: &mut App, slot: Slot, again: bool, error: &Error) -> Effects {
    match (slot, error) {
        // no library yet: the bundled articles make one
        (Slot::Home, Error::NoLibrary(_)) if !app.filling => {
            app.filling = true;
            return vec![Effect::Start(Job::Seeds)];
        }
        (Slot::Article, _) if again => {
            // it can be read on, whatever became of it
            if matches!(error, Error::NoSuchArticle(_)) {
                app.tell("gone", &[]);
            }
            return Effects::new();
        }
        (Slot::Article, _) => app.focus = Focus::List,
        _ => {}
    }
    app.tell_error(error);
    Effects::new()
}
