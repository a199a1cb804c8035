//! What may a note hold?

use crate::{error::Error, import::normal};

/// The longest note, in bytes.
const LONGEST: usize = 1 << 20;

/// A note as it is kept: as an article's text is (NFC, lines that end in a line feed, no
/// control character but it and the tab), without blanks and empty lines at its end.
pub(in crate::store) fn note(text: &str) -> Result<String, Error> {
    let (text, _) = normal(text);
    let text = text.trim_end();
    if text.len() > LONGEST {
        return Err(Error::LongNote(LONGEST as u64));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_has_one_way_to_end_a_line_and_no_controls() {
        let kept = note("  ا\u{653} *أ*\r\n\tب\rج\u{1b}[2J\u{0}\n \n").unwrap();
        assert_eq!(kept, "  آ *أ*\n\tب\nج[2J");
        assert_eq!(note(" \n").unwrap(), "");
    }

    #[test]
    fn a_note_of_a_mebibyte_is_the_longest() {
        let text = "x".repeat(LONGEST);
        assert_eq!(note(&text).unwrap(), text);
        let refused = note(&(text + "x"));
        assert!(matches!(refused, Err(Error::LongNote(_))), "{refused:?}");
    }
}
