//! Does any search say something, and are its hits within the text?

#![no_main]

use hashiya::{
    import::date,
    terms::{Aliases, Analyser, Query},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (&str, &str)| {
    let (asked, text) = given;
    let query = Query::parse(asked, &Aliases::default(), true, &date);
    for hit in query.hits(text, &mut Analyser::default()) {
        assert!(text.get(hit).is_some_and(|hit| !hit.is_empty()));
    }
});
