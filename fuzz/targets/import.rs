//! Is any document read as sound blocks, or refused?

#![no_main]

use hashiya::{
    article::Kind,
    import::{Form, form, read},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let own = form(bytes, None);
    for form in [own, Form::Plain, Form::Html] {
        let Ok(reading) = read(bytes, form, None) else {
            continue;
        };
        let article = reading.article;
        assert!(!article.meta.title.is_empty());
        for block in &article.blocks {
            let code = block.kind == Kind::Code;
            let control = |c: char| c.is_control() && !(code && c == '\n');
            assert!(!block.text.contains(control), "{block:?}");
            let length = block.text.chars().count() as u32;
            for span in &block.spans {
                assert!(span.range.start < span.range.end && span.range.end <= length);
            }
        }
    }
});
