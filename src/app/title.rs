//! How does a headline stand in a few narrow rows?

use crate::text::{Direction, Paragraph, Row, Typesetter, holds};

/// A headline in rows; what does not fit is cut at a word.
#[derive(Debug, Clone)]
pub struct Title {
    /// Its letters.
    pub paragraph: Paragraph,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Title {
    /// Sets a headline in at most so many rows (at least 1) of so many cells.
    pub fn new(
        setter: &mut Typesetter,
        text: &str,
        inherited: Direction,
        width: usize,
        most: usize,
    ) -> Self {
        Self::text(setter, text.trim(), inherited, width, most).1
    }

    /// The text that is shown, and its rows.
    fn text(
        setter: &mut Typesetter,
        text: &str,
        inherited: Direction,
        width: usize,
        most: usize,
    ) -> (String, Self) {
        let whole = Self::set(setter, text, inherited, width);
        if whole.rows.len() <= most.max(1) {
            return (text.to_owned(), whole);
        }
        let last = whole.rows[most.max(1) - 1].clusters();
        let mut end = whole.paragraph.span(last).0.end;
        let direction = whole.paragraph.direction();
        loop {
            let cut = shortened(text, end);
            let shown = format!("{cut}…");
            let tried = Self::set(setter, &shown, direction, width);
            if tried.rows.len() <= most.max(1) {
                return (shown, tried);
            }
            // one word less, or of a single word one letter
            end = match cut.rfind(char::is_whitespace) {
                Some(at) => at,
                None => match cut.char_indices().next_back() {
                    Some((at, _)) if at > 0 => at,
                    _ => return (shown, tried.first(most)),
                },
            };
        }
    }

    /// What of a text fits into so many rows (at least 1) of so many cells, cut at a word.
    pub fn cut(
        setter: &mut Typesetter,
        text: &str,
        inherited: Direction,
        width: usize,
        most: usize,
    ) -> String {
        Self::text(setter, text.trim(), inherited, width, most).0
    }

    /// The cells it takes in its widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Row::width).max().unwrap_or(0)
    }

    fn set(setter: &mut Typesetter, text: &str, inherited: Direction, width: usize) -> Self {
        let paragraph = setter.set(text, inherited, &[]);
        let rows = paragraph.wrap(width.max(1));
        Self { paragraph, rows }
    }

    fn first(mut self, most: usize) -> Self {
        self.rows.truncate(most.max(1));
        self
    }
}

/// A text up to a byte, without what must not stand before the sign of a cut: marks of
/// punctuation, and words that lean on the next.
fn shortened(text: &str, end: usize) -> &str {
    let marks = [':', '،', ',', '؛', ';', '-', '–', '—', '(', '«', '"'];
    let bare = |end: usize| {
        let skipped = |c: char| c.is_whitespace() || marks.contains(&c);
        text[..end].trim_end_matches(skipped)
    };
    let mut cut = bare(end);
    loop {
        let rest = &text[cut.len()..];
        let next = cut.len()
            + rest
                .find(|c: char| !c.is_whitespace())
                .unwrap_or(rest.len());
        let before = cut.rfind(char::is_whitespace);
        match before {
            Some(at) if next > cut.len() && holds(text, next) => cut = bare(at),
            _ => return cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, width: usize, most: usize) -> (String, usize) {
        let title = Title::new(
            &mut Typesetter::default(),
            text,
            Direction::Rtl,
            width,
            most,
        );
        assert!(title.width() <= width);
        let mut rows = String::new();
        for row in &title.rows {
            row.push_visual(&title.paragraph, false, &mut rows);
        }
        (rows, title.rows.len())
    }

    #[test]
    fn what_fits_is_whole() {
        assert_eq!(shown("One title", 20, 2), ("One title".into(), 1));
    }

    #[test]
    fn what_does_not_fit_is_cut_at_a_word_with_a_sign() {
        assert_eq!(shown("One two three four", 9, 1), ("One two…".into(), 1));
        assert_eq!(shown("One two, three four", 10, 1), ("One two…".into(), 1));
        let (rows, count) = shown("Incomprehensibilities", 8, 1);
        assert_eq!((rows.as_str(), count), ("Incompr…", 1));
    }

    #[test]
    fn no_leaning_word_stands_before_the_sign() {
        let title = "اتفاق الميناء و الأرصفة";
        let (rows, _) = shown(title, 19, 1);
        let (without, _) = shown("اتفاق الميناء…", 19, 1);
        assert_eq!(rows, without);
    }

    #[test]
    fn a_width_of_one_ends() {
        assert_eq!(shown("عنوان طويل", 1, 2).1, 2);
    }
}
