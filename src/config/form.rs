//! Which values may a setting take, and how are they written?

use std::fmt;

use crate::text::fold;

/// What a setting may be set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Possible {
    /// `on` or `off`.
    Switch,
    /// One of these names.
    Names(Vec<&'static str>),
    /// A whole number between these two, both included.
    Number(u16, u16),
    /// Any one line.
    Text,
}

impl fmt::Display for Possible {
    /// For people: `on|off`, `40–120`; nothing for any text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch => f.write_str("on|off"),
            Self::Names(names) => f.write_str(&names.join("|")),
            Self::Number(low, high) => write!(f, "{low}–{high}"),
            Self::Text => Ok(()),
        }
    }
}

/// How a value of one type is read and written.
pub(super) struct Form<T> {
    pub(super) possible: fn() -> Possible,
    pub(super) read: fn(&str) -> Option<T>,
    pub(super) write: fn(&T) -> String,
}

/// What is chosen by its name.
pub(super) trait Choice: Copy + PartialEq + 'static {
    /// Each value once.
    const NAMES: &'static [(&'static str, Self)];
}

/// One of several names.
pub(super) const fn choice<T: Choice>() -> Form<T> {
    Form {
        possible: || Possible::Names(T::NAMES.iter().map(|(name, _)| *name).collect()),
        read: |text| {
            let found = T::NAMES.iter().find(|(name, _)| *name == text);
            found.map(|(_, value)| *value)
        },
        write: |value| {
            let found = T::NAMES.iter().find(|(_, known)| known == value);
            found.map_or(String::new(), |(name, _)| (*name).to_owned())
        },
    }
}

/// On or off.
pub(super) const fn switch() -> Form<bool> {
    Form {
        possible: || Possible::Switch,
        read: |text| match text {
            "on" | "true" => Some(true),
            "off" | "false" => Some(false),
            _ => None,
        },
        write: |on| if *on { "on" } else { "off" }.to_owned(),
    }
}

/// A number between two.
pub(super) const fn number<const LOW: u16, const HIGH: u16>() -> Form<u16> {
    Form {
        possible: || Possible::Number(LOW, HIGH),
        // in the digits of any script
        read: |text| {
            let number = fold(text).trim().parse().ok();
            number.filter(|n| (LOW..=HIGH).contains(n))
        },
        write: u16::to_string,
    }
}

/// A line that may be empty: then it is not set.
pub(super) const fn text() -> Form<Option<String>> {
    Form {
        possible: || Possible::Text,
        read: |text| {
            let text = text.trim();
            let line = !text.contains(char::is_control);
            line.then(|| (!text.is_empty()).then(|| text.to_owned()))
        },
        write: |text| text.clone().unwrap_or_default(),
    }
}
