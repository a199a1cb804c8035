//! What is chosen by name?

use super::form::Choice;
use crate::{text, words};

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own.
    Auto,
    /// Made for a dark background.
    Dark,
    /// Made for a light background.
    Light,
    /// None: bold, underline and reverse carry the meaning.
    Mono,
}

/// The layout of the keyboard while it types another script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Arabic with 101 keys, the usual one.
    Arabic101,
    /// Arabic with 102 keys.
    Arabic102,
    /// Arabic as macOS has it.
    ArabicMac,
    /// Persian (ISIRI 9147).
    Persian,
    /// Hebrew (SI 1452).
    Hebrew,
    /// Keys are what they type.
    None,
}

/// How wide the terminal shows ambiguous characters: quotation marks, dashes, box lines, é.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambiguous {
    /// It is asked.
    Auto,
    /// In one cell.
    Narrow,
    /// In two.
    Wide,
}

/// When an article counts as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkRead {
    /// Once it is opened.
    Open,
    /// Once its end was on the screen.
    End,
    /// Only by the reader's hand.
    Never,
}

impl Choice for Theme {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("mono", Self::Mono),
    ];
}

impl Choice for Ambiguous {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", Self::Auto),
        ("narrow", Self::Narrow),
        ("wide", Self::Wide),
    ];
}

impl Choice for Layout {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("arabic-101", Self::Arabic101),
        ("arabic-102", Self::Arabic102),
        ("arabic-mac", Self::ArabicMac),
        ("persian", Self::Persian),
        ("hebrew", Self::Hebrew),
        ("none", Self::None),
    ];
}

impl Choice for MarkRead {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("open", Self::Open),
        ("end", Self::End),
        ("never", Self::Never),
    ];
}

impl Choice for Option<words::Language> {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", None),
        ("ar", Some(words::Language::Arabic)),
        ("en", Some(words::Language::English)),
    ];
}

impl Choice for Option<words::Digits> {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", None),
        ("western", Some(words::Digits::Western)),
        ("arabic", Some(words::Digits::Arabic)),
    ];
}

impl Choice for Option<words::Months> {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", None),
        ("common", Some(words::Months::Common)),
        ("levant", Some(words::Months::Levant)),
        ("maghreb", Some(words::Months::Maghreb)),
        ("morocco", Some(words::Months::Morocco)),
    ];
}

impl Choice for text::Digits {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("as-written", Self::AsWritten),
        ("arabic", Self::ArabicIndic),
        ("european", Self::European),
    ];
}

impl Choice for text::Marks {
    const NAMES: &'static [(&'static str, Self)] = &[("all", Self::All), ("none", Self::None)];
}

impl Choice for text::Justify {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("off", Self::Off),
        ("spaces", Self::Spaces),
        ("kashida", Self::Kashida),
    ];
}
