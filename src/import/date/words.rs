//! Which words name months, weekdays, halves of the day and zones? The data is in assets.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    Role,
    token::{Shape, Token},
};
use crate::text::fold;

/// What a word, or a few together, can be within a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A Gregorian month, from 1.
    Month(u8),
    /// A Hijri month, from 1.
    Hijri(u8),
    Weekday,
    /// Before noon, or after it.
    Noon(bool),
    /// Minutes east of Greenwich.
    Zone(i16),
    Label(Role),
    Today,
    Filler,
}

/// The words of dates.
pub struct Words {
    parts: HashMap<String, Part>,
    longest: usize,
    noons: HashMap<String, bool>,
    gregorian: Vec<String>,
    islamic: Vec<String>,
    hours: Vec<String>,
}

pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("../../../assets/import/dates.toml"))
        .expect("the data of dates is checked by the tests");
    Words::of(&data)
});

#[derive(Deserialize)]
struct Data {
    months: Vec<Vec<String>>,
    hijri: Vec<Vec<String>>,
    weekdays: Vec<String>,
    before_noon: Vec<String>,
    after_noon: Vec<String>,
    filler: Vec<String>,
    hours: Vec<String>,
    gregorian: Vec<String>,
    islamic: Vec<String>,
    today: Vec<String>,
    published: Vec<String>,
    updated: Vec<String>,
    zones: HashMap<String, i16>,
}

impl Words {
    fn of(data: &Data) -> Self {
        let folded = |list: &[String]| list.iter().map(|w| fold(w)).collect::<Vec<_>>();
        let mut parts = HashMap::new();
        // Later entries win: a month's name is a month before it is anything else.
        let mut add = |list: &[String], part: Part| {
            for word in list {
                parts.insert(fold(word), part);
            }
        };
        add(&data.filler, Part::Filler);
        add(&data.weekdays, Part::Weekday);
        add(&data.today, Part::Today);
        add(&data.before_noon, Part::Noon(false));
        add(&data.after_noon, Part::Noon(true));
        add(&data.published, Part::Label(Role::Published));
        add(&data.updated, Part::Label(Role::Updated));
        for (nth, names) in data.months.iter().enumerate() {
            add(names, Part::Month(nth as u8 + 1));
        }
        for (nth, names) in data.hijri.iter().enumerate() {
            add(names, Part::Hijri(nth as u8 + 1));
        }
        for (name, minutes) in &data.zones {
            add(std::slice::from_ref(name), Part::Zone(*minutes));
        }
        let longest = parts
            .keys()
            .map(|k| k.split(' ').count())
            .max()
            .unwrap_or(1);
        let noons = [(&data.before_noon, false), (&data.after_noon, true)]
            .into_iter()
            .flat_map(|(list, after)| folded(list).into_iter().map(move |w| (w, after)))
            .collect();
        Self {
            longest,
            noons,
            gregorian: folded(&data.gregorian),
            islamic: folded(&data.islamic),
            hours: folded(&data.hours),
            parts,
        }
    }

    /// What the next words are, the longest name first, and how many tokens it takes.
    pub fn part(&self, tokens: &[Token]) -> Option<(Part, usize)> {
        let mut name = String::new();
        let mut best = None;
        for (nth, token) in tokens.iter().take(self.longest).enumerate() {
            let Shape::Word(word) = token.shape else {
                break;
            };
            if nth > 0 {
                name.push(' ');
            }
            name.push_str(word);
            if let Some(part) = self.parts.get(&name) {
                best = Some((*part, nth + 1));
            }
        }
        best
    }

    /// Whether the token says before or after noon.
    pub fn noon(&self, token: Option<&Token>) -> Option<bool> {
        self.noons.get(word(token?)?).copied()
    }

    pub fn says_gregorian(&self, token: Option<&Token>) -> bool {
        is_in(&self.gregorian, token)
    }

    pub fn says_islamic(&self, token: Option<&Token>) -> bool {
        is_in(&self.islamic, token)
    }

    pub fn says_hour(&self, token: Option<&Token>) -> bool {
        is_in(&self.hours, token)
    }
}

fn word<'a>(token: &Token<'a>) -> Option<&'a str> {
    match token.shape {
        Shape::Word(word) => Some(word),
        _ => None,
    }
}

fn is_in(list: &[String], token: Option<&Token>) -> bool {
    token
        .and_then(word)
        .is_some_and(|w| list.iter().any(|known| known == w))
}
