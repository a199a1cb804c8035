//! Does what a terminal sends mean the same in one read as in many?

#![no_main]

use hashiya::{
    app::Code,
    screen::{Event, Parser},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (u8, &[u8])| {
    let (size, bytes) = given;
    let mut whole = Parser::default();
    let events = whole.feed(bytes);
    let mut parts = Parser::default();
    let split: Vec<Event> = bytes
        .chunks(usize::from(size) + 1)
        .flat_map(|part| parts.feed(part))
        .collect();
    assert_eq!(events, split);
    for event in &events {
        if let Event::Key(key) = event {
            assert!(!matches!(key.code, Code::Char(c) if c.is_control()));
        }
    }
    // nothing is held for ever
    for _ in 0..100 {
        whole.timeout();
    }
    assert!(!whole.is_waiting());
});
