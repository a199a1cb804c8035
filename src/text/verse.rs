//! How do two hemistichs stand side by side?

use std::ops::Range;

/// The blank between two hemistichs that stand side by side, in cells.
pub(super) const GUTTER: usize = 4;

/// The bytes of what parts a verse's two halves: `***`, `…`, a tab or three spaces, with
/// the space around it; none where there are not two halves.
pub fn hemistichs(text: &str) -> Option<Range<usize>> {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || "*….".contains(c));
    let from = inner.as_ptr() as usize - text.as_ptr() as usize;
    let mark = ["***", "\t", "   ", "…", "..."].iter().find_map(|mark| {
        let at = from + inner.find(mark)?;
        let sign = mark.chars().next()?;
        let length = text[at..].len() - text[at..].trim_start_matches(sign).len();
        Some(at..at + length)
    })?;
    let start = text[..mark.start].trim_end().len();
    let end = text.len() - text[mark.end..].trim_start().len();
    let halves = start > 0 && end < text.len();
    halves.then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_parted_by_any_of_the_usual_marks() {
        for text in ["صدر *** عجز", "صدر … عجز", "صدر\tعجز", "صدر     عجز"]
        {
            let mark = hemistichs(text).unwrap();
            assert_eq!((&text[..mark.start], &text[mark.end..]), ("صدر", "عجز"));
        }
        let mark = hemistichs("*** صدر **** عجز").unwrap();
        assert_eq!(&"*** صدر **** عجز"[mark.end..], "عجز");
        assert_eq!(hemistichs("بيت بلا شطرين"), None);
        assert_eq!(hemistichs("صدر ***"), None);
    }
}
