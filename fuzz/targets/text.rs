//! Does any text stand in rows that lose nothing and are no wider than they may be?

#![no_main]

use hashiya::text::{
    Direction, Justify, Marks, Options, Typesetter, clauses, fold_with_offsets, quotations,
    sentences, words,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (u8, &str)| {
    let (choice, text) = given;
    let options = Options {
        isolate: choice & 1 != 0,
        marks: if choice & 2 != 0 {
            Marks::None
        } else {
            Marks::All
        },
        justify: if choice & 4 != 0 {
            Justify::Kashida
        } else {
            Justify::Off
        },
        ..Options::default()
    };
    let direction = if choice & 8 != 0 {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let width = 3 + usize::from(choice >> 4) * 5;
    let paragraph = Typesetter::new(options).set(text, direction, &[]);
    let rows = paragraph.wrap(width);
    for row in &rows {
        let mut order: Vec<u32> = row.order(&paragraph).to_vec();
        order.sort_unstable();
        order.dedup();
        assert_eq!(order.len(), row.order(&paragraph).len());
    }
    let folded = fold_with_offsets(text);
    assert!(folded.source(0..folded.text.len()).end <= text.len());
    let _ = (
        clauses(text),
        quotations(text),
        sentences(text),
        words(text),
    );
});
