//! Which part has the keys, and how the program is left.

use std::sync::atomic::Ordering;

use super::{App, Effect, Effects, Focus, Progress, command::Given};
use crate::config::Setting;

/// Back to the list.
pub fn back(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &mut app.reader
        && reader
            .found
            .take_if(|found| !found.of_search() && found.occurs(&reader.paper.page))
            .is_some()
    {
        // what was found is no longer marked; the next time one leaves
        return Effects::new();
    }
    app.zen = false;
    app.attaching = None;
    if !app.pages.is_empty() {
        return app.back_to_page();
    }
    app.focus = Focus::List;
    app.end_hunt();
    let effects = app.leave_article();
    let open = app.reader.as_ref().map(|r| r.loaded.entry.row());
    if let Some(at) = open.and_then(|row| app.list.find(row)) {
        app.list.go(at);
    }
    effects
}

/// The other part has the keys.
pub fn other(app: &mut App, given: Given) -> Effects {
    match app.focus {
        Focus::Reader => back(app, given),
        Focus::List => super::articles::open(app, given),
    }
}

/// The list stays beside the article, or folds away.
pub fn pin(app: &mut App, _: Given) -> Effects {
    app.settings.pin_list = !app.settings.pin_list;
    let said = if app.settings.pin_list {
        "pinned"
    } else {
        "unpinned"
    };
    app.tell(said, &[]);
    let value = Setting::named("pin-list").map(|row| row.value(&app.settings));
    vec![Effect::Save("pin-list", value.unwrap_or_default())]
}

/// All of the screen is sent again.
pub fn redraw(_: &mut App, _: Given) -> Effects {
    vec![Effect::Redraw]
}

/// The program steps into the background.
pub fn suspend(_: &mut App, _: Given) -> Effects {
    vec![Effect::Suspend]
}

/// Stops long work, or says how to leave.
pub fn cancel(app: &mut App, _: Given) -> Effects {
    if let Some(Progress::Going(_, _, stop)) = &app.progress {
        stop.store(true, Ordering::Relaxed);
        return Effects::new();
    }
    if let Some((_, stop)) = &app.indexing {
        stop.store(true, Ordering::Relaxed);
        return Effects::new();
    }
    if let Some(reader) = &mut app.reader {
        reader.deselect();
    }
    let keys = app.key_of("quit");
    app.tell("how-to-quit", &[("keys", (&keys).into())]);
    Effects::new()
}

impl App {
    /// Back to the page from which the article was opened.
    pub(super) fn back_to_page(&mut self) -> Effects {
        self.attaching = None;
        self.show_pages();
        let mut effects = self.leave_article();
        effects.extend(self.ask_page());
        effects
    }

    /// The key that stops long work, as hints show it.
    pub fn stop_key(&self) -> String {
        self.key_of("cancel")
    }
}

/// Leaves the program.
pub fn quit(app: &mut App, _: Given) -> Effects {
    end(app)
}

/// The program must end: what is under way is kept.
pub fn end(app: &mut App) -> Effects {
    let mut effects = app.keep_note();
    effects.extend(app.leave_article());
    effects.push(Effect::Quit);
    effects
}
