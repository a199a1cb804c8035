//! Is the table of commands sound: every key means one thing, and all can be typed in Arabic?

use hashiya::{
    app::{
        Code, Key, Keyboard, Keymap, Meaning, Step,
        command::{LETTER, Scope, TABLE},
    },
    config::Layout,
};

#[test]
fn every_binding_of_the_table_can_be_read() {
    let (keymap, faults) = Keymap::new(&[]);
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
    let (keymap, _) = Keymap::new(&[]);
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

/// What an Arabic keyboard can type without being switched: a key that is no character, a
/// letter or sign that its layout has, alone or after others.
#[test]
fn every_command_can_be_typed_with_the_arabic_layout_on() {
    let keyboard = Keyboard::new(Layout::Arabic101);
    let (keymap, _) = Keymap::new(&[]);
    for command in TABLE {
        let typed = keymap.of(command.name).any(|binding| {
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
        });
        assert!(typed, "{} cannot be typed", command.name);
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
    let (keymap, faults) = Keymap::new(&own);
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
    let (keymap, faults) = Keymap::new(&own);
    let meaning = keymap.meaning(&[Key::char('j')], Scope::LIST, false);
    assert!(matches!(meaning, Meaning::Command(command, _) if command.name == "copy"));
    assert_eq!(faults.len(), 3, "{faults:?}");
}
