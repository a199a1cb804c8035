//! Is the table of commands sound: every key means one thing, and all can be typed in Arabic?

use hashiya::{
    app::{
        Code, Fault, Key, Keyboard, Keymap, Meaning, Step,
        command::{LETTER, Scope, TABLE},
    },
    config::Layout,
};

fn arabic() -> Keyboard {
    Keyboard::new(Layout::Arabic101)
}

#[test]
fn every_binding_of_the_table_can_be_read() {
    let (keymap, faults) = Keymap::new(&[], &arabic());
    assert_eq!(faults, []);
    for command in TABLE {
        assert_eq!(keymap.of(command.name).count(), command.keys.len());
    }
}

#[test]
fn every_command_has_a_name_of_its_own() {
    for (at, command) in TABLE.iter().enumerate() {
        assert!(
            TABLE[..at].iter().all(|other| other.name != command.name),
            "{} twice",
            command.name
        );
    }
}

#[test]
fn no_binding_hides_another_in_its_place() {
    let (keymap, _) = Keymap::new(&[], &arabic());
    for place in Scope::EACH {
        let bindings: Vec<_> = keymap.within(place).collect();
        for (at, one) in bindings.iter().enumerate() {
            for other in &bindings[at + 1..] {
                let length = one.steps.len().min(other.steps.len());
                assert!(
                    one.steps[..length] != other.steps[..length],
                    "{} ({}) and {} ({})",
                    one.written,
                    one.command.name,
                    other.written,
                    other.command.name
                );
            }
        }
    }
}

/// The commands that no binding of plain keys leads to on a keyboard: a key that is no
/// character, a letter or sign that its layout has, alone or after others.
fn out_of_reach(layout: Layout) -> Vec<&'static str> {
    let keyboard = Keyboard::new(layout);
    let (keymap, _) = Keymap::new(&[], &keyboard);
    let typed = |name| {
        keymap.of(name).any(|binding| {
            let keys: Vec<Key> = binding
                .steps
                .iter()
                .filter_map(|step| match step {
                    Step::Key(key) => Some(*key),
                    Step::Letter | Step::Arrow(_) => None,
                })
                .collect();
            // Control and Alt with a letter are the terminal's to send or to swallow
            let held = keys
                .iter()
                .any(|key| (key.ctrl || key.alt) && matches!(key.code, Code::Char(_)));
            !held && keyboard.reachable(&keys)
        })
    };
    let names = TABLE.iter().map(|command| command.name);
    names.filter(|name| !typed(name)).collect()
}

#[test]
fn every_command_can_be_typed_with_the_arabic_layout_on() {
    assert_eq!(out_of_reach(Layout::Arabic101), [""; 0]);
}

/// The palette leads to what the other layouts have no letter for: S and A are signs with 102
/// keys, K and X nothing on a Mac, q and w are signs in Hebrew.
#[test]
fn nearly_every_command_can_be_typed_with_the_others_on() {
    for (layout, missing) in [
        (Layout::Persian, &[] as &[&str]),
        (Layout::Arabic102, &["all-read", "settings"]),
        (
            Layout::ArabicMac,
            &["half-page-up", "told-apart", "suspend"],
        ),
        (
            Layout::Hebrew,
            &[
                "word-next",
                "mention",
                "which",
                "quotation",
                "word",
                "leave",
            ],
        ),
    ] {
        assert_eq!(out_of_reach(layout), missing, "{layout:?}");
        assert!(!missing.contains(&"palette"));
    }
}

#[test]
fn no_sequence_spells_a_pair_that_one_key_types() {
    for command in TABLE {
        for keys in command.keys {
            let keys = keys.trim_end_matches(LETTER);
            assert!(
                !["gh", "gH", "gY", "gN"].contains(&keys),
                "{}",
                command.name
            );
        }
    }
}

#[test]
fn what_a_reader_chose_takes_the_place_of_the_table() {
    let own = [("copy".to_owned(), vec!["zy".to_owned()])];
    let (keymap, faults) = Keymap::new(&own, &arabic());
    assert_eq!(faults, []);
    let keys = Key::sequence("zy").unwrap();
    let meaning = keymap.meaning(&keys, Scope::READER, false);
    assert!(matches!(meaning, Meaning::Command(command, None) if command.name == "copy"));
    let before = keymap.meaning(&[Key::char('y')], Scope::READER, false);
    assert!(matches!(before, Meaning::Nothing));
}

#[test]
fn what_a_reader_chose_wins_and_what_it_hides_is_told() {
    let own = [
        ("copy".to_owned(), vec!["j".to_owned()]),
        ("no-such".to_owned(), vec!["j".to_owned()]),
        ("cite".to_owned(), vec!["<Nokey>".to_owned()]),
    ];
    let (keymap, faults) = Keymap::new(&own, &arabic());
    let meaning = keymap.meaning(&[Key::char('j')], Scope::LIST, false);
    assert!(matches!(meaning, Meaning::Command(command, _) if command.name == "copy"));
    let text = |text: &str| text.to_owned();
    let told = [
        Fault::Keys(text("cite"), text("<Nokey>")),
        Fault::Name(text("no-such")),
        Fault::Taken(text("copy"), text("j"), text("row-down")),
    ];
    assert_eq!(faults, told);
}

#[test]
fn two_choices_that_clash_are_told_and_one_of_them_holds() {
    let own = [
        ("copy".to_owned(), vec!["zx".to_owned(), "zyy".to_owned()]),
        ("cite".to_owned(), vec!["zy".to_owned(), "zv".to_owned()]),
    ];
    let (keymap, faults) = Keymap::new(&own, &arabic());
    let text = |text: &str| text.to_owned();
    let clash = Fault::Clash(text("copy"), text("zyy"), text("cite"), text("zy"));
    assert_eq!(faults, [clash]);
    assert_eq!(keymap.of("copy").count(), 2);
    let left: Vec<&str> = keymap.of("cite").map(|b| b.written.as_str()).collect();
    assert_eq!(left, ["zv"]);
}

#[test]
fn keys_that_were_chosen_in_arabic_hold_in_both_scripts() {
    let own = [("copy".to_owned(), vec!["ئض".to_owned(), "ئلأ".to_owned()])];
    let keyboard = arabic();
    let (keymap, faults) = Keymap::new(&own, &keyboard);
    assert_eq!(faults, []);
    for keys in ["zq", "zG"] {
        let keys = Key::sequence(keys).unwrap();
        let meaning = keymap.meaning(&keys, Scope::LIST, false);
        assert!(matches!(meaning, Meaning::Command(command, _) if command.name == "copy"));
    }
}
