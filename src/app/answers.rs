//! What does the reader make of the library's answers?

use std::sync::atomic::Ordering;

use super::{
    App, Effect, Effects, Focus, Job, Ordered, Progress, Reader, Slot, articles, coding, history,
    menu, typing,
};
use crate::{
    desk::{Answer, Changes, Home, Reply},
    error::Error,
};

/// An answer to a question; one to an older question of its slot is dropped.
pub(super) fn answered(app: &mut App, slot: Slot, number: u64, reply: Reply) -> Effects {
    if !app.is_newest(slot, number) {
        return Effects::new();
    }
    match slot {
        Slot::Article => article(app, reply),
        Slot::Entries => entries(app, reply),
        _ => {
            if slot == Slot::Changes {
                app.asked.changes = false;
            }
            taken(app, slot, reply)
        }
    }
}

/// The article to show, and the keys that waited for it.
fn article(app: &mut App, reply: Reply) -> Effects {
    let asked = app.asked.article.take();
    let mut held = app.asked.held.take().unwrap_or_default();
    let stepped = app.history.stepped(asked.as_ref());
    let again = asked.as_ref() == app.reader.as_ref().map(Reader::id);
    let mut effects = match reply {
        Ok(Answer::Opened(opened)) => app.show(*opened),
        Ok(_) => Effects::new(),
        Err(Error::NoSuchArticle(_)) if let Some(back) = stepped => {
            app.history.pass_over(back);
            let mut effects = vec![app.history.kept()];
            effects.extend(history::step(app, back));
            // they are meant for the article that comes instead, if one does
            let waiting = std::mem::take(&mut held);
            app.asked.held = app.asked.held.take().map(|_| waiting);
            effects
        }
        Err(error) => {
            // keys that were meant for it mean something else in the list
            held.clear();
            app.asked.refused = asked;
            match error {
                // it can be read on, whatever became of it
                Error::NoSuchArticle(_) if again => {
                    if let Some(reader) = &mut app.reader {
                        reader.gone = true;
                    }
                    app.tell("gone", &[]);
                }
                _ if again => {}
                _ => {
                    app.focus = Focus::List;
                    app.tell_error(&error);
                }
            }
            Effects::new()
        }
    };
    effects.extend(typing::keys(app, &held));
    effects
}

/// Contents of the list's window.
fn entries(app: &mut App, reply: Reply) -> Effects {
    match reply {
        Ok(Answer::Entries(entries)) => {
            let asked = std::mem::take(&mut app.asked.rows);
            app.list.keep(entries);
            // what did not come is no more
            for row in app.list.missing() {
                if asked.contains(&row) {
                    app.list.drop_row(row);
                }
            }
            return articles::turned(app);
        }
        Ok(_) => {}
        // they are asked for again when others' changes are
        Err(error) => app.tell_error(&error),
    }
    Effects::new()
}

fn taken(app: &mut App, slot: Slot, reply: Reply) -> Effects {
    match reply {
        Ok(Answer::Home(home)) => begin(app, *home),
        Ok(Answer::Order(Some(order))) => {
            app.list.order(order.state, order.rows);
            Effects::new()
        }
        Ok(Answer::Next(next)) => articles::unread(app, next),
        Ok(Answer::Marks(marks)) => history::marks(app, marks),
        Ok(Answer::Codebook(codebook)) => {
            app.take_codebook(codebook);
            Effects::new()
        }
        Ok(Answer::PassageOrder(Some(order))) => {
            app.asked.kept.clear();
            if let Some(page) = app.collection_mut() {
                page.order(order);
            }
            Effects::new()
        }
        Ok(Answer::Passages(kept)) => {
            let asked = std::mem::take(&mut app.asked.kept);
            if let Some(page) = app.collection_mut() {
                page.keep(asked, kept);
            }
            Effects::new()
        }
        Ok(Answer::Found(finding)) => app.take_found(*finding),
        Ok(Answer::Matrix(matrix)) => {
            app.take_counts(&matrix);
            Effects::new()
        }
        Ok(Answer::Coding(coding)) if slot == Slot::Sheet => {
            menu::take_sheet(app, &coding.sheet);
            Effects::new()
        }
        Ok(Answer::Coding(coding)) => {
            app.take_coding(*coding);
            Effects::new()
        }
        Ok(Answer::Related(related)) => {
            if slot == Slot::Near {
                app.take_neighbours(*related);
            } else {
                app.take_foot(*related);
            }
            Effects::new()
        }
        Ok(Answer::Story(story)) => {
            app.take_story(*story);
            Effects::new()
        }
        Ok(Answer::Changes(Some(changes))) => changed(app, &changes),
        Ok(_) => Effects::new(),
        // no library yet: the bundled articles make one
        Err(Error::NoLibrary(_)) if slot == Slot::Home && !app.asked.seeded => {
            app.filling = true;
            app.asked.seeded = true;
            vec![Effect::Start(Job::Seeds)]
        }
        // whoever follows the library makes another
        Err(ref error @ Error::Index(_, ref why)) => {
            if slot == Slot::Search {
                app.lose_found(error);
            }
            app.tell("index-anew", &[("why", why.into())]);
            Effects::new()
        }
        // nobody asked for it by hand; it is asked again when there is another index, and
        // whatever else is wrong is told by what was asked for
        Err(_) if slot == Slot::Related => Effects::new(),
        Err(Error::NoIndex(_)) if matches!(slot, Slot::Near | Slot::Story) => {
            app.tell("related-no-index", &[]);
            Effects::new()
        }
        Err(error) => {
            if slot == Slot::Search && app.lose_found(&error) {
                return Effects::new();
            }
            // the same trouble is not told every few seconds
            let said = app.words.error(&error);
            let known = app.asked.trouble.replace(said.clone());
            if slot != Slot::Changes || known.as_ref() != Some(&said) {
                app.warn(said);
            }
            Effects::new()
        }
    }
}

/// What became of an order.
pub(super) fn done(app: &mut App, ordered: Ordered, reply: Reply) -> Effects {
    match reply {
        Ok(Answer::Marked(rows)) => {
            app.count_own(ordered, rows.len());
            if rows.len() > 1 {
                app.tell("marked-read", &[("count", (rows.len() as u64).into())]);
                app.list.forget(&rows);
            }
            Effects::new()
        }
        Ok(Answer::Changed(ids)) => {
            let mut effects = app.ask_changes();
            if app.reader.as_ref().is_some_and(|r| ids.contains(r.id())) {
                effects.extend(app.ask_again());
            }
            effects
        }
        Ok(Answer::Coded(coded)) => {
            app.unkept.pop_front();
            app.tell_coded(&coded);
            app.coded(&coded)
        }
        Ok(Answer::Undone(undo)) => coding::undone(app, *undo, ordered == Ordered::Undo(true)),
        Ok(_) => Effects::new(),
        Err(error) => {
            if ordered == Ordered::Coding
                && let Some((target, text)) = app.unkept.pop_front().flatten()
            {
                // what was written is still there
                app.write_again(target, text);
            }
            app.tell_error(&error);
            // what is shown may be what could not be done
            let shown = app.list.window();
            app.list.forget(&shown);
            app.ask_again()
        }
    }
}

/// Long work goes on, or has ended.
pub(super) fn progress(app: &mut App, progress: Progress) -> Effects {
    let Progress::Ended(opens) = progress else {
        app.progress = Some(progress);
        return Effects::new();
    };
    if let Some(Progress::Going(count, _, stop)) = app.progress.take() {
        let stopped = stop.load(Ordering::Relaxed);
        let counts = [("count", count.into())];
        match (stopped, count) {
            (true, _) => app.tell("import-stopped", &counts),
            // the one that was opened says enough
            (false, 0 | 1) => {}
            (false, _) => app.tell("added", &counts),
        }
    }
    app.filling = false;
    let mut effects = vec![app.ask_home()];
    effects.push(app.ask_order());
    if let Some(id) = opens {
        effects.extend(app.visit(&id));
    }
    effects
}

fn begin(app: &mut App, home: Home) -> Effects {
    let whole = home.entries.len() >= home.state.articles as usize;
    if !app.list.whole || app.list.is_empty() {
        app.list.begin(home.state, home.entries);
    }
    let open = home.open.as_ref().ok().and_then(Option::as_ref);
    let open = open.map(|opened| &opened.loaded.entry.id);
    app.history.resume(home.trail, open);
    let mut effects = Effects::new();
    if app.reader.is_none() && app.asked.article.is_none() {
        match home.open {
            Ok(Some(opened)) => {
                app.list.seek(opened.loaded.entry.row());
                effects.extend(app.show(opened));
            }
            Ok(None) => {}
            Err(error) => app.tell_error(&error),
        }
    }
    if !whole {
        effects.push(app.ask_order());
    }
    effects.push(app.ask_codebook());
    effects.extend(app.back_up());
    effects
}

/// Others have changed the library.
fn changed(app: &mut App, changes: &Changes) -> Effects {
    app.list.forget(&changes.rows);
    let before = app.list.state.replace(changes.state.clone());
    let mut effects = Vec::new();
    if before.is_none_or(|before| before.change != changes.state.change) {
        effects.push(app.ask_order());
        effects.extend(app.ask_found());
    }
    if app.coding_number != changes.state.coding {
        app.coding_number = changes.state.coding;
        effects.push(app.ask_codebook());
        effects.extend(app.ask_coding());
        effects.extend(app.ask_page());
        effects.extend(app.ask_related());
    }
    if let Some(reader) = &app.reader
        && changes.rows.contains(&reader.loaded.entry.row())
    {
        effects.extend(app.ask_again());
    }
    effects
}

impl App {
    /// Once a day what the reader made is backed up.
    pub(super) fn back_up(&mut self) -> Option<Effect> {
        let before = self.backed_up.replace(self.today);
        (before != Some(self.today)).then_some(Effect::Start(Job::Backup))
    }

    /// Something else would be found now than when it was asked.
    pub(super) fn found_again(&mut self) -> Effects {
        let mut effects = self.related_again();
        effects.extend(self.ask_found());
        effects
    }

    /// Own marks are known: they are no change of others'.
    fn count_own(&mut self, ordered: Ordered, count: usize) {
        let Some(state) = &mut self.list.state else {
            return;
        };
        state.change += i64::try_from(count).unwrap_or(0);
        let count = count as u32;
        match ordered {
            Ordered::Read(true) => state.unread = state.unread.saturating_sub(count),
            Ordered::Read(false) => state.unread += count,
            _ => {}
        }
    }
}
