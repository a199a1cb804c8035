//! How does a string from outside reach the terminal without commanding it?

use std::{borrow::Cow, fmt::Write};

/// The string with its controls made visible, as `\\u{1b}`: C0, C1, DEL, and the signs that
/// embed, override or isolate text. Whatever the program prints in a line of its own went
/// through here.
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.contains(commands) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if commands(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The string set apart from the text around it by the bidi algorithm (UAX #9, FSI … PDI).
pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

fn commands(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_visible_and_letters_stay() {
        assert_eq!(safe("مقال"), Cow::Borrowed("مقال"));
        assert_eq!(
            safe("\u{1b}]0;x\u{7}\n\u{9b}2J\u{7f}\u{202e}\u{2066}\u{200f}"),
            "\\u{1b}]0;x\\u{7}\\u{a}\\u{9b}2J\\u{7f}\\u{202e}\\u{2066}\u{200f}"
        );
    }
}
