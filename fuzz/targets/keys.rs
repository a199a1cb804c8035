//! Is any file of keys read, and any sequence of keys written as it is read?

#![no_main]

use hashiya::{
    app::{Key, Keymap},
    config::{Settings, bindings},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (bindings, _) = bindings(text);
    let own: Vec<_> = bindings.into_iter().map(|b| (b.command, b.keys)).collect();
    let _ = Keymap::new(&own);
    let _ = Settings::read(text);
    if let Ok(keys) = Key::sequence(text) {
        let written: String = keys.iter().map(Key::to_string).collect();
        let again = Key::sequence(&written).unwrap();
        let sent = |keys: &[Key]| keys.iter().map(|key| key.sent()).collect::<Vec<_>>();
        assert_eq!(sent(&again), sent(&keys));
    }
});
