//! Which Latin key is meant by what another layout typed?
//!
//! A terminal sends the character, not the key: with the Arabic layout on, the key of `j`
//! arrives as the letter in its place. A [`Keyboard`] knows the places of one layout and leads
//! back; it serves commands, never text entry.
//!
//! # Laws
//! - What is Latin is believed: no layout of Latin letters is undone, and a punctuation mark
//!   means itself wherever it stands.
//! - A digit is a digit in every script, on every layout.
//! - Some keys type two code points (lam and an alef): they are one key where they came in one
//!   read, as one of U+FEF5–FEFC they always are. Where a slow line brings them in two, they
//!   are put together again ([`Keyboard::joined`]) as long as the first has done nothing yet.
//! - What is typed for keys that are [`Keyboard::reachable`] is understood as those keys, even
//!   where it comes in one read.

use super::{Code, Key};
use crate::{config::Layout, text::digit};

/// The places of the keys of one layout.
#[derive(Debug, Clone)]
pub struct Keyboard {
    /// A US key and what it types here, on one system or another; what is not here types itself.
    keys: Vec<(char, Vec<&'static str>)>,
}

/// What was meant by the first keys of a read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Translated {
    /// The Latin key.
    pub key: Key,
    /// How many of the keys it took, one code point each: 1 or 2.
    pub eaten: usize,
    /// In which script it was typed, if that could be seen.
    pub script: Option<Script>,
}

/// A script that a keyboard is switched to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// That of the layout.
    Layout,
}

impl Keyboard {
    /// The keyboard of a layout.
    pub fn new(layout: Layout) -> Self {
        let places = match layout {
            Layout::Arabic101 => include_str!("../../assets/keyboard/arabic-101.txt"),
            Layout::Arabic102 => include_str!("../../assets/keyboard/arabic-102.txt"),
            Layout::ArabicMac => include_str!("../../assets/keyboard/arabic-mac.txt"),
            Layout::Persian => include_str!("../../assets/keyboard/persian.txt"),
            Layout::Hebrew => include_str!("../../assets/keyboard/hebrew.txt"),
            Layout::None => "",
        };
        let keys = places
            .lines()
            .filter(|line| !line.starts_with("//"))
            .filter_map(|line| {
                let mut parts = line.split_ascii_whitespace();
                Some((parts.next()?.chars().next()?, parts.collect()))
            })
            .collect();
        Self { keys }
    }

    /// What the first of these keys means, with the second where the two are one; `keys` are
    /// those that came in one read and are left of it. None where there are none.
    pub fn translate(&self, keys: &[Key]) -> Option<Translated> {
        let first = *keys.first()?;
        let Code::Char(typed) = first.code else {
            return Some(Translated {
                key: first,
                eaten: 1,
                script: None,
            });
        };
        if typed.is_ascii() {
            return Some(Translated {
                key: first,
                eaten: 1,
                // the key of Control and a letter sends this on every layout
                script: (typed.is_ascii_alphabetic() && !first.ctrl).then_some(Script::Latin),
            });
        }
        // Escape before two code points, which is Alt, holds for the first
        let second = keys.get(1).and_then(|second| match second.code {
            Code::Char(c) if second.ctrl == first.ctrl => Some(c),
            _ => None,
        });
        let pair = second.and_then(|second| self.key(&[typed, second]));
        let (meant, eaten) = match pair {
            Some(meant) => (Some(meant), 2),
            None => {
                let value = digit(typed).and_then(|value| char::from_digit(value, 10));
                (value.or_else(|| self.key(&[typed])), 1)
            }
        };
        Some(Translated {
            key: match meant {
                Some(c) => Key {
                    code: Code::Char(c),
                    ..first
                }
                .sent(),
                None => first,
            },
            eaten,
            script: meant.map(|_| Script::Layout),
        })
    }

    /// The key that types both of these code points, if one does.
    pub fn joined(&self, first: Key, second: Key) -> Option<Key> {
        let both = self.translate(&[first, second])?;
        (both.eaten == 2).then_some(both.key)
    }

    /// The keys whose first code point this is, of two.
    pub fn begun(&self, first: Key) -> impl Iterator<Item = Key> {
        let begins = move |text: &&str| {
            let mut chars = text.chars();
            chars.next().map(Code::Char) == Some(first.code) && chars.next().is_some()
        };
        let places = self.keys.iter();
        let places = places.filter(move |(_, typed)| typed.iter().any(&begins));
        places.map(move |(key, _)| Key {
            code: Code::Char(*key),
            ..first
        })
    }

    /// The key as a hint shows it to whoever types in the script of this layout; a key that
    /// needs the Latin one is shown as [`Key::label`] does.
    pub fn shown(&self, key: Key) -> String {
        let own = self.places(key).filter(|_| self.reachable(&[key]));
        let typed = own.and_then(|own| own.first());
        let Some(typed) = typed.filter(|typed| !typed.is_ascii()) else {
            return key.label();
        };
        // a mark alone would stand on what the hint shows before it
        let alone = typed.starts_with(is_mark);
        let base = if alone { "\u{25cc}" } else { "" };
        format!("{}{base}{typed}", key.held())
    }

    /// Whether these keys can be typed without switching the layout, on every system that has
    /// it, and are understood however they arrive.
    pub fn reachable(&self, keys: &[Key]) -> bool {
        let mut typed = Vec::new();
        for key in keys {
            match key.code {
                Code::Char(c) if self.understood(c) => typed.extend(self.typed(*key)),
                Code::Char(_) => return false,
                _ => typed.push(*key),
            }
        }
        let mut meant = Vec::with_capacity(keys.len());
        let mut rest = typed.as_slice();
        while let Some(next) = self.translate(rest) {
            meant.push(next.key);
            rest = &rest[next.eaten..];
        }
        meant == keys
    }

    /// What arrives in one read when a key is pressed in its place, or where its character is.
    fn typed(&self, key: Key) -> Vec<Key> {
        match self.places(key).and_then(|own| own.first()) {
            Some(text) if !text.is_ascii() => {
                let typed = text.chars().map(|c| Key {
                    code: Code::Char(c),
                    ..key
                });
                typed.collect()
            }
            _ => vec![key],
        }
    }

    /// Whether some key types this character, or what means it, on every system.
    fn understood(&self, key: char) -> bool {
        let itself = |text: &&str| text.chars().eq([key]);
        let mut own = None;
        for (place, typed) in &self.keys {
            if *place == key {
                own = Some(typed);
            } else if !typed.is_empty() && typed.iter().all(itself) {
                return true;
            }
        }
        own.is_none_or(|own| {
            !own.is_empty() && own.iter().all(|text| !text.is_ascii() || itself(text))
        })
    }

    fn places(&self, key: Key) -> Option<&Vec<&'static str>> {
        let place = self.keys.iter().find(|(c, _)| Code::Char(*c) == key.code);
        place.map(|(_, typed)| typed)
    }

    /// The key that types exactly this.
    fn key(&self, typed: &[char]) -> Option<char> {
        let types = |text: &&'static str| text.chars().eq(typed.iter().copied());
        let place = self.keys.iter().find(|(_, t)| t.iter().any(types));
        place.map(|(key, _)| *key)
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYOUTS: [Layout; 6] = [
        Layout::Arabic101,
        Layout::Arabic102,
        Layout::ArabicMac,
        Layout::Persian,
        Layout::Hebrew,
        Layout::None,
    ];

    fn keys(text: &str) -> Vec<Key> {
        text.chars().map(Key::char).collect()
    }

    /// What a text means that came in one read.
    fn meant(layout: Layout, text: &str) -> String {
        let keyboard = Keyboard::new(layout);
        let typed = keys(text);
        let mut rest = typed.as_slice();
        let mut meant = String::new();
        while let Some(next) = keyboard.translate(rest) {
            meant += &next.key.label();
            rest = &rest[next.eaten..];
        }
        meant
    }

    #[test]
    fn every_arabic_key_is_known_by_its_place() {
        let plain = "q ض w ص e ث r ق t ف y غ u ع i ه o خ p ح [ ج ] د a ش s س d ي f ب g ل h ا j ت \
                     k ن l م ; ك ' ط z ئ x ء c ؤ v ر b لا n ى m ة , و . ز / ظ ` ذ";
        let shifted = "Q َ W ً E ُ R ٌ T لإ Y إ U ‘ I ÷ O × P ؛ A ِ S ٍ G لأ H أ J ـ K ، X ْ B لآ N آ \
                       M ’ ? ؟ ~ ّ";
        let joined = "B ﻵ B ﻶ G ﻷ G ﻸ T ﻹ T ﻺ b ﻻ b ﻼ";
        let digits =
            "0 ٠ 1 ١ 2 ٢ 3 ٣ 4 ٤ 5 ٥ 6 ٦ 7 ٧ 8 ٨ 9 ٩ 0 ۰ 1 ۱ 2 ۲ 3 ۳ 4 ۴ 5 ۵ 6 ۶ 7 ۷ 8 ۸ 9 ۹";
        for table in [plain, shifted, joined, digits] {
            let mut words = table.split_ascii_whitespace();
            while let (Some(key), Some(typed)) = (words.next(), words.next()) {
                assert_eq!(meant(Layout::Arabic101, typed), key, "{typed}");
            }
        }
    }

    #[test]
    fn other_layouts_have_other_places() {
        for (layout, typed, key) in [
            (Layout::Arabic102, "ذ", "\\"),
            (Layout::Arabic102, "ِ", "C"),
            (Layout::Arabic102, "لا", "b"),
            (Layout::ArabicMac, "د", "v"),
            (Layout::ArabicMac, "لا", "gh"),
            (Layout::ArabicMac, "؛", "'"),
            (Layout::Persian, "ی", "d"),
            (Layout::Persian, "ک", ";"),
            (Layout::Persian, "ذ", "b"),
            (Layout::Persian, "لا", "gh"),
            (Layout::Persian, "چ", "]"),
            (Layout::Persian, "أ", "G"),
            (Layout::Hebrew, "ש", "a"),
            (Layout::Hebrew, "ץ", "."),
            (Layout::None, "ش", "ش"),
            (Layout::None, "٣", "3"),
        ] {
            assert_eq!(meant(layout, typed), key, "{layout:?} {typed}");
        }
    }

    #[test]
    fn latin_is_believed() {
        let all: String = ('!'..='~').collect();
        for layout in LAYOUTS {
            assert_eq!(meant(layout, &all), all);
            assert_eq!(meant(layout, "éя中"), "éя中");
        }
    }

    #[test]
    fn what_is_held_down_stays_held_down() {
        let keyboard = Keyboard::new(Layout::Arabic101);
        let alt = |c| Key {
            alt: true,
            ..Key::char(c)
        };
        for (typed, key, eaten) in [
            (vec![Key::ctrl('ؤ')], Key::ctrl('c'), 1),
            (vec![Key::ctrl('ل'), Key::ctrl('ا')], Key::ctrl('b'), 2),
            (vec![Key::ctrl('ﻷ')], Key::ctrl('g'), 1),
            (vec![Key::ctrl('ه')], Key::plain(Code::Tab), 1),
            (vec![Key::ctrl('ل'), Key::char('ا')], Key::ctrl('g'), 1),
            (vec![alt('ل'), Key::char('ا')], alt('b'), 2),
            (vec![alt('ب')], alt('f'), 1),
            (vec![Key::ctrl('c')], Key::ctrl('c'), 1),
        ] {
            let found = keyboard.translate(&typed).unwrap();
            assert_eq!((found.key, found.eaten), (key, eaten), "{typed:?}");
        }
        assert_eq!(keyboard.translate(&[]), None);
    }

    #[test]
    fn halves_of_a_key_are_known_by_each_other() {
        let keyboard = Keyboard::new(Layout::Arabic101);
        let (lam, alef) = (Key::char('ل'), Key::char('ا'));
        assert_eq!(keyboard.joined(lam, alef), Some(Key::char('b')));
        assert_eq!(keyboard.joined(lam, Key::char('أ')), Some(Key::char('G')));
        assert_eq!(keyboard.joined(alef, lam), None);
        assert_eq!(keyboard.joined(Key::char('g'), Key::char('h')), None);
        let begun: Vec<Key> = keyboard.begun(lam).collect();
        assert_eq!(begun, ['b', 'T', 'G', 'B'].map(Key::char));
        assert_eq!(keyboard.begun(alef).count(), 0);
        assert_eq!(Keyboard::new(Layout::Persian).joined(lam, alef), None);
    }

    #[test]
    fn the_script_is_seen_where_it_shows() {
        let keyboard = Keyboard::new(Layout::Arabic101);
        let script = |c| keyboard.translate(&[Key::char(c)]).unwrap().script;
        assert_eq!(script('j'), Some(Script::Latin));
        assert_eq!(script('ت'), Some(Script::Layout));
        assert_eq!(script('٣'), Some(Script::Layout));
        assert_eq!((script('/'), script('3'), script('é')), (None, None, None));
        let arrow = keyboard.translate(&[Key::plain(Code::Up)]).unwrap();
        assert_eq!(arrow.script, None);
    }

    #[test]
    fn no_layout_types_one_thing_for_two_keys() {
        for layout in LAYOUTS {
            let keyboard = Keyboard::new(layout);
            let mut seen = Vec::new();
            for (at, (key, typed)) in keyboard.keys.iter().enumerate() {
                assert!(key.is_ascii_graphic());
                assert!(keyboard.keys[..at].iter().all(|(other, _)| other != key));
                for text in typed.iter().filter(|text| !text.is_ascii()) {
                    assert!(!seen.contains(text), "{layout:?} types {text} twice");
                    assert!(text.chars().count() <= 2);
                    seen.push(text);
                }
            }
        }
    }
}
