//! By which of its first words is a text called, where a page states no title or a line is told of?

use super::Block;

/// The longest title made of first words, in characters.
const TITLE: usize = 80;

/// So many characters of a line tell which it is.
const OPENING: usize = 60;

/// The first words of a text stand in for a title; where there is no text, those of the page.
pub fn stand_in(blocks: &[Block]) -> String {
    let text = blocks.iter().find(|b| b.kind.in_text());
    let first = text.or(blocks.first());
    first.map_or_else(String::new, |b| first_words(&b.text))
}

/// The first words of a text, of a title's length.
pub fn first_words(text: &str) -> String {
    beginning(text, TITLE)
}

/// The first words of a line, to tell which it is.
pub fn opening(line: &str) -> String {
    beginning(line, OPENING)
}

/// The first words of a text, up to so many characters, cut between two words.
fn beginning(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(most - 1)
        .map_or(text.len(), |(at, _)| at);
    let cut = text[..end]
        .rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .unwrap_or(end);
    let words = text[..cut].trim_end_matches(|c: char| c.is_whitespace() || "،,:؛-".contains(c));
    format!("{words}…")
}
