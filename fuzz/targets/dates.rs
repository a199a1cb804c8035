//! Is a date that was read the same when it is read as it is kept?

#![no_main]

use hashiya::import::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(found) = date(text) {
        assert_eq!(date(&found.to_string()), Some(found));
    }
});
