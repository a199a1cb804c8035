//! Is what is typed understood, and what is written read, whatever it is?

use hashiya::{
    app::{Code, Key, Keyboard},
    config::Layout,
};
use proptest::prelude::*;

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

/// What keys mean that came in one read, as a hint shows them.
fn meant(keyboard: &Keyboard, text: &str) -> String {
    let typed = keys(text);
    let mut rest = typed.as_slice();
    let mut meant = String::new();
    while let Some(next) = keyboard.translate(rest) {
        meant += &next.key.label();
        rest = &rest[next.eaten..];
    }
    meant
}

fn reachable(layout: Layout, text: &str) -> bool {
    Keyboard::new(layout).reachable(&Key::sequence(text).unwrap())
}

#[test]
fn a_key_is_reachable_where_no_system_types_another_for_it() {
    let arabic = Layout::Arabic101;
    for yes in [
        "j", "G", "gg", "g/", "/", "[", "]", "{", "}", "<lt>", "?", "Q", "b", "5G", "<C-d>",
        "<A-Left>", "<Enter>", "gt", "(", "g(", "~", "''", "\\", "Gh",
    ] {
        assert!(reachable(arabic, yes), "{yes}");
    }
    // Shift types ASCII that means another key; or quotation marks, by the system; and g
    // before these is a lam before an alef
    for no in [
        "D", "F", "C", "V", "L", "Z", "U", "M", "gD", "gh", "gH", "gY", "gN",
    ] {
        assert!(!reachable(arabic, no), "{no}");
    }
    assert!(reachable(Layout::Persian, "gh") && !reachable(Layout::Persian, "B"));
    assert!(!reachable(Layout::Hebrew, "q") && reachable(Layout::Hebrew, "G/."));
    assert!(reachable(Layout::None, "gDghV"));
}

#[test]
fn hints_show_the_letter_on_the_key() {
    let keyboard = Keyboard::new(Layout::Arabic101);
    for (name, shown) in [
        ("j", "ت"),
        ("G", "لأ"),
        ("/", "ظ"),
        ("<C-d>", "Ctrl-ي"),
        ("<A-f>", "Alt-ب"),
        ("X", "\u{25cc}ْ"),
        ("D", "D"),
        ("U", "U"),
        ("{", "{"),
        ("<Enter>", "Enter"),
        ("<Space>", "Space"),
        ("5", "5"),
    ] {
        let key = Key::sequence(name).unwrap()[0];
        assert_eq!(keyboard.shown(key), shown);
    }
    let persian = Keyboard::new(Layout::Persian);
    assert_eq!(persian.shown(Key::char('5')), "۵");
}

fn any_key() -> impl Strategy<Value = Key> {
    let named = [
        "Enter",
        "Esc",
        "Tab",
        "Backspace",
        "Delete",
        "Insert",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Space",
        "lt",
        "gt",
    ];
    let named = named
        .map(|name| Key::sequence(&format!("<{name}>")).unwrap()[0].code)
        .to_vec();
    let code = prop_oneof![
        proptest::sample::select(named),
        (1..=35u8).prop_map(Code::F),
        any::<char>()
            .prop_filter("no control is typed", |c| !c.is_control())
            .prop_map(Code::Char),
    ];
    (code, any::<[bool; 3]>()).prop_map(|(code, [ctrl, alt, shift])| Key {
        code,
        ctrl,
        alt,
        shift: shift && !matches!(code, Code::Char(_)),
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_is_sent(keys in proptest::collection::vec(any_key(), 1..5)) {
        let text: String = keys.iter().map(Key::to_string).collect();
        let sent: Vec<Key> = keys.into_iter().map(Key::sent).collect();
        prop_assert_eq!(Key::sequence(&text), Ok(sent));
    }

    #[test]
    fn what_is_shown_is_understood_as_the_key(
        layout in proptest::sample::select(&LAYOUTS),
        c in proptest::char::range('!', '~'),
        ctrl in any::<bool>(),
    ) {
        let key = if ctrl { Key::ctrl(c).sent() } else { Key::char(c) };
        let keyboard = Keyboard::new(layout);
        prop_assume!(keyboard.reachable(&[key]));
        let shown = keyboard.shown(key);
        let typed = shown.trim_start_matches("Ctrl-").trim_start_matches('\u{25cc}');
        if let Code::Char(_) = key.code {
            prop_assert_eq!(meant(&keyboard, typed), Key { ctrl: false, ..key }.label());
        }
    }

    #[test]
    fn reachable_keys_are_understood_in_whatever_order_they_come(
        layout in proptest::sample::select(&LAYOUTS),
        typed in "[ -~]{1,6}",
    ) {
        let keyboard = Keyboard::new(layout);
        let pressed = keys(&typed);
        prop_assume!(keyboard.reachable(&pressed));
        for at in 0..pressed.len() {
            prop_assert!(keyboard.reachable(&pressed[at..=at]));
            prop_assert!(keyboard.reachable(&pressed[at..]));
        }
    }

    #[test]
    fn every_read_is_eaten_to_its_end(text in "[ء-ْa-z0-9٠-٩ﻵ-ﻼ]{0,8}") {
        for layout in LAYOUTS {
            let keyboard = Keyboard::new(layout);
            let typed = keys(&text);
            let mut rest = typed.as_slice();
            while let Some(next) = keyboard.translate(rest) {
                prop_assert!((1..=2).contains(&next.eaten) && next.eaten <= rest.len());
                rest = &rest[next.eaten..];
            }
            prop_assert!(rest.is_empty());
        }
    }
}
