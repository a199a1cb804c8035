//! Is any file of keys read, and any sequence of keys written as it is read?

#![no_main]

use hashiya::{
    app::{Key, Keyboard, Keymap},
    config::{Keys, Layout, Settings},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (own, _) = Keys::read(text);
    let keyboard = Keyboard::new(own.layout.unwrap_or(Layout::Arabic101));
    let bindings = own.bindings.into_iter();
    let bindings: Vec<_> = bindings.map(|own| (own.command, own.keys)).collect();
    let _ = Keymap::new(&bindings, &keyboard);
    let _ = Settings::read(text);
    if let Ok(keys) = Key::sequence(text) {
        let written: String = keys.iter().map(Key::to_string).collect();
        let again = Key::sequence(&written).unwrap();
        let sent = |keys: &[Key]| keys.iter().map(|key| key.sent()).collect::<Vec<_>>();
        assert_eq!(sent(&again), sent(&keys));
    }
});
