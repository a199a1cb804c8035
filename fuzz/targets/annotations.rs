//! Is any file of annotations read or refused?

#![no_main]

use hashiya::exchange::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes, "annotations.json");
});
