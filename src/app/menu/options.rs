//! What can be chosen, and what follows from a choice?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{
        App, Effect, Effects, Keyboard, Line,
        command::{Given, TABLE},
    },
    config::{Possible, SETTINGS, Setting},
    text::Typesetter,
    words::Words,
};

/// Opens the page of settings.
pub fn settings(app: &mut App, _: Given) -> Effects {
    app.menu = Some(Menu::new(MenuKind::Settings, rows(app)));
    Effects::new()
}

/// The next value of a setting, or the one before; what has no order is typed.
pub(super) fn turn(app: &mut App, setting: &'static Setting, forward: bool) -> Effects {
    let value = setting.value(&app.settings);
    let next = |names: &[&str]| {
        let at = names.iter().position(|name| *name == value).unwrap_or(0);
        let by = if forward { 1 } else { names.len() - 1 };
        names[(at + by) % names.len()].to_owned()
    };
    let text = match setting.possible() {
        Possible::Switch => next(&["off", "on"]),
        Possible::Names(names) => next(&names),
        Possible::Number(low, high) => {
            let number = value.parse::<u16>().unwrap_or(low);
            let by = if high - low > 10 { 2 } else { 1 };
            let number = if forward {
                number.saturating_add(by).min(high)
            } else {
                number.saturating_sub(by).max(low)
            };
            number.to_string()
        }
        Possible::Text => {
            // the template that holds as long as none is chosen can be worked on
            let shown = match setting.key {
                "citation" => app.value_of(setting),
                _ => String::new(),
            };
            if let Some(menu) = &mut app.menu {
                menu.edit = Some(Line::new(if value.is_empty() { &shown } else { &value }));
            }
            return Effects::new();
        }
    };
    set(app, setting, &text)
}

/// A digit on the row of a number begins another one in its place.
pub(super) fn number(app: &mut App, digit: char) {
    let digit = app.words.locale().digits.write(&digit.to_string());
    if let Some(menu) = &mut app.menu
        && menu.is_on_number()
    {
        menu.edit = Some(Line::new(&digit));
    }
}

/// Sets it, shows it, keeps it.
pub(super) fn set(app: &mut App, setting: &'static Setting, value: &str) -> Effects {
    if !setting.set(&mut app.settings, value) {
        let value = ("value", value.into());
        match setting.possible() {
            Possible::Number(low, high) => {
                let bounds = [
                    ("low", u64::from(low).into()),
                    ("high", u64::from(high).into()),
                ];
                app.tell("bad-number", &[[value].as_slice(), &bounds].concat());
            }
            _ => app.tell("bad-setting", &[value]),
        }
        return Effects::new();
    }
    app.take_settings();
    let rows = rows(app);
    if let Some(menu) = &mut app.menu {
        menu.rows = rows;
    }
    vec![Effect::Save(setting.key, value.to_owned())]
}

/// A row a setting; how the terminal is served is best seen on a page of its own.
fn rows(app: &App) -> Vec<MenuRow> {
    let mut rows = Vec::new();
    for setting in SETTINGS {
        rows.push(row(app, setting));
        let page = TABLE.iter().find(|command| command.name == "terminal");
        if let Some(page) = page.filter(|_| setting.key == "bidi") {
            rows.push(MenuRow {
                label: app.words.say(&format!("do-{}", page.name), &[]),
                value: app.sight.way.to_owned(),
                act: Some(Act::Run(page)),
            });
        }
    }
    rows
}

fn row(app: &App, setting: &'static Setting) -> MenuRow {
    MenuRow {
        label: app.words.say(&format!("setting-{}", setting.key), &[]),
        value: app.value_of(setting),
        act: Some(Act::Set(setting)),
    }
}

impl App {
    /// The value of a setting in the words of the interface.
    pub(in crate::app) fn value_of(&self, setting: &Setting) -> String {
        let value = setting.value(&self.settings);
        let key = match setting.possible() {
            _ if setting.key == "citation" && value.is_empty() => "citation".to_owned(),
            _ if value.is_empty() => "value-empty".to_owned(),
            Possible::Switch | Possible::Names(_) => format!("value-{value}"),
            Possible::Number(..) => return self.words.locale().digits.write(&value),
            Possible::Text => return value,
        };
        let said = self.words.say(&key, &[]);
        // ways to serve a terminal keep their names
        if said == key { value } else { said }
    }

    /// What was chosen is acted upon.
    pub(in crate::app) fn take_settings(&mut self) {
        let locale = self.settings.locale(self.environment);
        if locale != self.words.locale() {
            self.words = Words::new(locale).isolating();
        }
        self.keyboard = Keyboard::new(self.settings.keyboard);
        self.keymap = self.keymap.on(&self.keyboard);
        self.setter = Typesetter::new(self.options());
        self.list.reset();
        self.place_panes();
        self.lay_again(None);
    }
}
