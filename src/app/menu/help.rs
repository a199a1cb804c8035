//! Which commands are there, with which keys and in which words?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::app::{
    App, Effects, Key, Line, Script, Step,
    command::{Command, Given, Group, LETTER, TABLE},
};

/// Opens the page of help.
pub fn help(app: &mut App, _: Given) -> Effects {
    let mut rows = Vec::new();
    for group in Group::ALL {
        rows.push(MenuRow {
            label: app.words.say(group.heading(), &[]),
            value: String::new(),
            act: None,
        });
        rows.extend(of_group(app, group));
    }
    app.menu = Some(Menu::new(MenuKind::Help, rows));
    Effects::new()
}

/// Opens the palette.
pub fn palette(app: &mut App, _: Given) -> Effects {
    let place = app.place();
    let here = TABLE.iter().filter(|command| {
        command.scope.has(place) && !command.keys.iter().any(|keys| keys.contains(LETTER))
    });
    let rows = here.map(|command| row(app, command)).collect();
    let mut menu = Menu::new(MenuKind::Palette, rows);
    menu.filter = Some(Line::new(""));
    app.menu = Some(menu);
    Effects::new()
}

fn of_group(app: &App, group: Group) -> Vec<MenuRow> {
    let mut rows: Vec<MenuRow> = Vec::new();
    for command in TABLE.iter().filter(|command| command.group == group) {
        rows.push(row(app, command));
    }
    rows
}

fn row(app: &App, command: &'static Command) -> MenuRow {
    MenuRow {
        label: app.words.say(&format!("do-{}", command.name), &[]),
        value: app.keys_of(command.name).join("  "),
        act: Some(Act::Run(command)),
    }
}

impl App {
    /// The keys of a command, as hints show them: in the script last typed.
    pub fn keys_of(&self, name: &str) -> Vec<String> {
        let bindings = self.keymap.of(name);
        bindings.map(|binding| self.label(&binding.steps)).collect()
    }

    /// The key of a command for a sentence; where it has none, what the palette calls it.
    pub fn key_of(&self, name: &str) -> String {
        let key = self.keys_of(name).into_iter().next();
        key.unwrap_or_else(|| self.words.say(&format!("do-{name}"), &[]))
    }

    /// A key as a hint shows it: in the script last typed.
    pub fn key_label(&self, key: Key) -> String {
        match self.script {
            Script::Latin => key.label(),
            Script::Layout => self.keyboard.shown(key),
        }
    }

    /// Keys as a hint shows them.
    pub fn label(&self, steps: &[Step]) -> String {
        let mut label = String::new();
        for step in steps {
            match step {
                Step::Key(key) => label.push_str(&self.key_label(*key)),
                Step::Letter => label.push('…'),
                Step::Arrow(back) => label.push(if *back == self.mirrored() {
                    '→'
                } else {
                    '←'
                }),
            }
        }
        label
    }
}
