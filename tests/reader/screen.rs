//! What does a terminal show, and what should it show?

use hashiya::{
    text::{Direction, Typesetter},
    words::{Argument, Locale, Words},
};

/// A screen and what is to be known of it.
pub struct Screen<'a>(pub &'a vt100::Screen);

impl Screen<'_> {
    /// Whether it is the one that programs use.
    pub fn is_other(&self) -> bool {
        self.0.alternate_screen()
    }

    /// Its rows, as they are seen from left to right.
    pub fn text(&self) -> String {
        let width = self.0.size().1.get();
        let rows = self.0.rows(0, width);
        let rows: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    pub fn has(&self, shown: &str) -> bool {
        self.text().contains(shown)
    }

    /// The last line with text.
    pub fn bottom_of_text(&self) -> String {
        let text = self.text();
        let lines = text.lines().map(str::trim);
        lines
            .rev()
            .find(|line| !line.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    /// The line at the bottom.
    pub fn bottom(&self) -> String {
        let text = self.text();
        text.lines().last().unwrap_or_default().trim().to_owned()
    }
}

/// A sentence of the interface, in English.
pub fn said(key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    Words::new(Locale::named("en").unwrap()).say(key, arguments)
}

/// A text as the cells show it.
pub fn shown(text: &str) -> String {
    let paragraph = Typesetter::default().set(text, Direction::Ltr, &[]);
    let mut cells = String::new();
    for row in paragraph.wrap(usize::MAX) {
        row.push_visual(&paragraph, false, &mut cells);
    }
    cells
}

/// The last state of every mode that was set or reset.
pub fn modes(raw: &[u8]) -> Vec<(String, bool)> {
    let text = String::from_utf8_lossy(raw);
    let mut modes: Vec<(String, bool)> = Vec::new();
    for sequence in text.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| !matches!(c, '?' | ';' | '0'..='9'));
        let Some((numbers, on)) = end.and_then(|end| match sequence.as_bytes()[end] {
            b'h' => Some((&sequence[..end], true)),
            b'l' => Some((&sequence[..end], false)),
            _ => None,
        }) else {
            continue;
        };
        modes.retain(|(mode, _)| mode != numbers);
        modes.push((numbers.to_owned(), on));
    }
    modes
}
