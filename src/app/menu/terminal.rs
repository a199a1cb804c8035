//! Which line reads right here? How the terminal is served, why, and what else is possible.

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{App, Effect, Effects, command::Given},
    config::{BIDI, Setting},
};

/// What is known of the terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sight {
    /// What it answered, after the name of each question.
    pub answers: Vec<(&'static str, String)>,
    /// How it is served: a name of [`BIDI`].
    pub way: &'static str,
    /// Why: after `doctor-` the key of a sentence.
    pub why: &'static str,
    /// What remains imperfect: after `advice-` the keys of sentences.
    pub advice: Vec<&'static str>,
    /// Whether the command line, or a variable, said how it is to be served.
    pub given: bool,
}

/// Opens the page.
pub fn terminal(app: &mut App, _: Given) -> Effects {
    let rows = rows(app);
    let mut menu = Menu::new(MenuKind::Terminal, rows);
    menu.seek(app.sight.way);
    app.menu = Some(menu);
    Effects::new()
}

/// Shows the page anew, if it is open: something is known otherwise, or has less room.
pub fn again(app: &mut App) {
    let open = app.menu.take_if(|menu| menu.kind == MenuKind::Terminal);
    let Some(old) = open else {
        return;
    };
    let mut menu = Menu::new(MenuKind::Terminal, rows(app));
    match old.current().and_then(MenuRow::way) {
        Some(way) => menu.seek(way),
        None => menu.step(true, old.cursor),
    }
    menu.top = (old.top + menu.cursor).saturating_sub(old.cursor);
    app.menu = Some(menu);
}

/// What a digit chooses: a way by its number, or with 0 that none is chosen.
pub(super) fn key(app: &mut App, digit: char) -> Effects {
    let nth = digit.to_digit(10).unwrap_or(0);
    let way = BIDI[nth as usize % BIDI.len()];
    if let Some(menu) = &mut app.menu {
        menu.seek(way);
    }
    serve(app, way)
}

/// Serves the terminal so from now on, here and whenever it answers the same.
pub(super) fn serve(app: &mut App, way: &'static str) -> Effects {
    let mut effects = Effects::new();
    // what the command line said stands in the place of the setting, which it hides
    if (app.settings.bidi != BIDI[0] || app.sight.given)
        && let Some(setting) = Setting::named("bidi")
    {
        // it would come before what is chosen here
        app.settings.bidi = BIDI[0];
        effects.push(Effect::Save(setting.key, BIDI[0].to_owned()));
    }
    effects.push(Effect::Serve(way));
    let said = match (app.sight.given, way == BIDI[0]) {
        (true, _) => "terminal-given",
        (false, true) => "terminal-unchosen",
        (false, false) => "terminal-chosen",
    };
    app.tell(said, &[("way", way.into())]);
    effects
}

fn rows(app: &mut App) -> Vec<MenuRow> {
    let line = |label: String| MenuRow {
        label,
        value: String::new(),
        act: Some(Act::Stay),
    };
    let hint = app.words.say("terminal-hint", &[]);
    let mut rows: Vec<MenuRow> = app.folded(&hint).into_iter().map(line).collect();
    // a terminal may turn other digits than these round, or lose them
    let ways = BIDI.into_iter().enumerate().map(|(nth, way)| MenuRow {
        label: nth.to_string(),
        value: way.to_owned(),
        act: Some(Act::Serve(way)),
    });
    rows.extend(ways);
    // what takes the choice back stands last
    let chosen = rows.len() - BIDI.len();
    rows[chosen..].rotate_left(1);
    rows.push(MenuRow {
        act: None,
        ..line(String::new())
    });
    for sentence in facts(app) {
        rows.extend(app.folded(&sentence).into_iter().map(line));
    }
    rows
}

/// What is known, sentence by sentence.
fn facts(app: &App) -> Vec<String> {
    let Sight {
        answers,
        way,
        why,
        advice,
        ..
    } = &app.sight;
    let answers: Vec<String> = answers
        .iter()
        .map(|(name, said)| format!("{name} {said}"))
        .collect();
    let answers = answers.join(" | ");
    let served = format!("doctor-{why}");
    let mut facts = vec![
        app.words.say(&served, &[("strategy", (*way).into())]),
        app.words
            .say("doctor-answered", &[("answers", (&answers).into())]),
    ];
    let advice = advice.iter().map(|name| format!("advice-{name}"));
    facts.extend(advice.map(|key| app.words.say(&key, &[])));
    facts
}

impl MenuRow {
    /// The way of serving that it shows, or takes back: a name of [`BIDI`].
    pub fn way(&self) -> Option<&'static str> {
        match self.act {
            Some(Act::Serve(way)) => Some(way),
            _ => None,
        }
    }
}

impl Menu {
    /// Goes to the row of a way of serving.
    fn seek(&mut self, way: &str) {
        let at = |row: &usize| self.rows[*row].way() == Some(way);
        if let Some(at) = self.shown.iter().position(at) {
            self.cursor = at;
        }
    }
}

impl App {
    /// A sentence in rows that fit on a page.
    fn folded(&mut self, text: &str) -> Vec<String> {
        let width = usize::from(self.panes.screen.width.saturating_sub(4)).max(1);
        let direction = self.direction();
        let set = self.setter.set(text, direction, &[]);
        let rows = set.wrap(width);
        let shown = rows.iter().map(|row| set.span(row.shown()).0);
        shown.map(|bytes| text[bytes].to_owned()).collect()
    }
}
