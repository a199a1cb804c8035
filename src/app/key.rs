//! Which key was pressed, as the reader's commands know it, and how is it written?
//!
//! Two ways of writing. For files, as vim does it: `gg`, `<C-d>`, `<A-Left>`, `<Space>`; for
//! people, as hints show it: `gg`, `Ctrl-d`, `Alt-←`, `Space`. What [`Display`](fmt::Display)
//! writes, [`Key::sequence`] reads: each key comes back as a terminal sends it ([`Key::sent`]).

use std::fmt;

/// A key with what was held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself. A letter typed with Shift is its own character.
    pub code: Code,
    /// Control.
    pub ctrl: bool,
    /// Alt or Meta.
    pub alt: bool,
    /// Shift, where the key has no character that shows it.
    pub shift: bool,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// What it types.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with Shift it goes back.
    Tab,
    /// The key that erases backwards.
    Backspace,
    /// The key that erases forwards.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, counted from 1.
    F(u8),
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// What a key types, alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// What a key types, under Control.
    pub const fn ctrl(c: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(c)
        }
    }

    /// The key as a terminal sends it: Control knows no capitals, and Ctrl-i, Ctrl-m and
    /// Ctrl-[ are Tab, Enter and Esc.
    #[must_use]
    pub fn sent(mut self) -> Self {
        let Code::Char(c) = self.code else {
            return self;
        };
        self.shift = false;
        if self.ctrl {
            let named = match c.to_ascii_lowercase() {
                'i' => Some(Code::Tab),
                'm' => Some(Code::Enter),
                '[' => Some(Code::Esc),
                _ => None,
            };
            self.ctrl = named.is_none();
            self.code = named.unwrap_or(Code::Char(c.to_ascii_lowercase()));
        }
        self
    }

    /// Reads keys as they are written in files: characters and names in angle brackets, case
    /// apart. `<` itself is `<lt>`; at the end it may stand alone.
    pub fn sequence(text: &str) -> Result<Vec<Self>, BadKey> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            let (key, left) = match after.split_once('>') {
                Some((name, left)) if c == '<' => (named(name)?, left),
                None if c == '<' && !after.is_empty() => {
                    return Err(BadKey::Open(rest.to_owned()));
                }
                _ if c.is_control() => return Err(BadKey::Unknown(c.escape_default().to_string())),
                _ => (Self::char(c), after),
            };
            keys.push(key);
            rest = left;
        }
        if keys.is_empty() {
            return Err(BadKey::Empty);
        }
        Ok(keys)
    }

    /// The key as hints show it.
    pub fn label(self) -> String {
        let arrow = match self.code {
            Code::Left => Some("←"),
            Code::Right => Some("→"),
            Code::Up => Some("↑"),
            Code::Down => Some("↓"),
            _ => None,
        };
        let mut label = self.held();
        match (arrow, self.code) {
            (Some(arrow), _) => label.push_str(arrow),
            (None, Code::Char(c)) if c != ' ' => label.push(c),
            _ => label.push_str(&self.name()),
        }
        label
    }

    /// Keys as hints show them: names stand apart, characters together.
    pub fn labels(keys: &[Self]) -> String {
        let labels: Vec<String> = keys.iter().map(|key| key.label()).collect();
        let short = labels.iter().all(|label| label.chars().count() == 1);
        labels.join(if short { "" } else { " " })
    }

    /// What is held down, as hints show it.
    pub(super) fn held(self) -> String {
        let held = [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ];
        let held = held.into_iter().filter(|(held, _)| *held);
        held.map(|(_, name)| name).collect()
    }

    /// The name without what is held down.
    fn name(self) -> String {
        match self.code {
            Code::F(number) => format!("F{number}"),
            Code::Char(c) if NAMES.iter().all(|(_, code)| *code != self.code) => c.to_string(),
            code => {
                let name = NAMES.iter().find(|(_, known)| *known == code);
                name.map_or(String::new(), |(name, _)| (*name).to_owned())
            }
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        let held = [(self.ctrl, "C-"), (self.alt, "A-"), (self.shift, "S-")];
        if name.chars().count() == 1 && held.iter().all(|(held, _)| !held) {
            return f.write_str(&name);
        }
        f.write_str("<")?;
        for (_, letter) in held.iter().filter(|(held, _)| *held) {
            f.write_str(letter)?;
        }
        write!(f, "{name}>")
    }
}

/// Why keys cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum BadKey {
    /// Nothing is written.
    Empty,
    /// A name in angle brackets does not end; it and what follows.
    Open(String),
    /// No key has this name, or a terminal sends none such.
    Unknown(String),
}

/// The names of keys; of two, the first is written.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Return", Code::Enter),
    ("CR", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("BS", Code::Backspace),
    ("Delete", Code::Delete),
    ("Del", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PgUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("PgDn", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
];

/// The key of a name in angle brackets.
fn named(text: &str) -> Result<Key, BadKey> {
    let unknown = || BadKey::Unknown(format!("<{text}>"));
    let mut key = Key::plain(Code::Esc);
    let mut name = text;
    while let Some((held, rest)) = name.split_once('-').filter(|(_, rest)| !rest.is_empty()) {
        match held {
            "C" | "c" => key.ctrl = true,
            "A" | "a" | "M" | "m" => key.alt = true,
            "S" | "s" => key.shift = true,
            _ => return Err(unknown()),
        }
        name = rest;
    }
    let mut chars = name.chars();
    key.code = match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() => Code::Char(c),
        _ => code(name).ok_or_else(unknown)?,
    };
    if let (Code::Char(c), true) = (key.code, key.shift) {
        // a letter shows its Shift, and nothing else could
        if key.ctrl || !c.is_ascii_alphabetic() {
            return Err(unknown());
        }
        key.code = Code::Char(c.to_ascii_uppercase());
    }
    Ok(key.sent())
}

fn code(name: &str) -> Option<Code> {
    let known = NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(name));
    known.map(|(_, code)| *code).or_else(|| {
        let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
        (1..=35).contains(&number).then_some(Code::F(number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match Key::sequence(text) {
            Ok(keys) => keys.iter().map(Key::to_string).collect(),
            Err(bad) => bad.to_string(),
        }
    }

    #[test]
    fn names_are_those_that_vim_knows() {
        for (given, written) in [
            ("gg", "gg"),
            ("g/", "g/"),
            ("<C-d>", "<C-d>"),
            ("<c-D>", "<C-d>"),
            ("<A-Left>", "<A-Left>"),
            ("<M-left>", "<A-Left>"),
            ("<S-Tab>", "<S-Tab>"),
            ("<cr><ENTER>", "<Enter><Enter>"),
            ("<esc>", "<Esc>"),
            ("<Space>", "<Space>"),
            (" ", "<Space>"),
            ("<F1><f12>", "<F1><F12>"),
            ("<PageDown><pgup>", "<PageDown><PageUp>"),
            ("<S-g>", "G"),
            ("<lt><", "<lt><lt>"),
            ("g<", "g<lt>"),
            (">", "<gt>"),
            ("<C-->", "<C-->"),
            ("<A-->", "<A-->"),
            ("->", "-<gt>"),
            ("ت", "ت"),
            ("<C-i><C-M><C-[>", "<Tab><Enter><Esc>"),
        ] {
            assert_eq!(read(given), written, "{given}");
        }
    }

    #[test]
    fn a_bad_name_is_named() {
        for (given, bad) in [
            ("", BadKey::Empty),
            ("a<C-d", BadKey::Open("<C-d".to_owned())),
            ("<Ctrl-d>", BadKey::Unknown("<Ctrl-d>".to_owned())),
            ("<>", BadKey::Unknown("<>".to_owned())),
            ("<F0>", BadKey::Unknown("<F0>".to_owned())),
            ("<C-S-d>", BadKey::Unknown("<C-S-d>".to_owned())),
            ("<S-1>", BadKey::Unknown("<S-1>".to_owned())),
            ("\u{1b}", BadKey::Unknown("\\u{1b}".to_owned())),
        ] {
            assert_eq!(Key::sequence(given), Err(bad), "{given}");
        }
    }

    #[test]
    fn hints_name_keys_as_people_do() {
        for (given, shown) in [
            ("<C-d>", "Ctrl-d"),
            ("<Space>", "Space"),
            ("<C-Space>", "Ctrl-Space"),
            ("<A-Left>", "Alt-←"),
            ("<S-Tab>", "Shift-Tab"),
            ("<lt>", "<"),
            ("gg", "gg"),
            ("g/", "g/"),
            ("g<Enter>", "g Enter"),
            ("<F1>", "F1"),
        ] {
            assert_eq!(
                Key::labels(&Key::sequence(given).unwrap()),
                shown,
                "{given}"
            );
        }
    }
}
