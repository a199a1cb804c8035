//! Which numbers, words and signs make up a folded line?

use crate::import::letter::is_letter;
use std::ops::Range;

/// A number, a word or a sign; white space parts them and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    pub shape: Shape<'a>,
    /// Where it stands in the folded text.
    pub bytes: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape<'a> {
    /// Digits, of at most eight, with how many there are.
    Number(u32, u8),
    /// Letters.
    Word(&'a str),
    /// Anything else.
    Sign(char),
}

impl Token<'_> {
    pub fn is_sign(&self) -> bool {
        matches!(self.shape, Shape::Sign(_))
    }

    /// The number, if it has at most `digits` digits.
    pub fn number(&self, digits: std::ops::RangeInclusive<u8>) -> Option<u32> {
        match self.shape {
            Shape::Number(value, length) if digits.contains(&length) => Some(value),
            _ => None,
        }
    }

    pub fn is_one_of(&self, signs: &str) -> bool {
        matches!(self.shape, Shape::Sign(sign) if signs.contains(sign))
    }
}

/// The tokens of a folded text.
pub fn tokens(folded: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = folded.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let same = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit()
            } else {
                is_letter(first) && is_letter(c)
            }
        };
        while let Some((at, c)) = chars.next_if(|(_, c)| same(*c)) {
            end = at + c.len_utf8();
        }
        let part = &folded[start..end];
        let shape = if first.is_ascii_digit() {
            let value = if part.len() <= 8 {
                part.parse().unwrap_or(0)
            } else {
                0
            };
            Shape::Number(value, part.len().min(99) as u8)
        } else if is_letter(first) {
            Shape::Word(part)
        } else {
            Shape::Sign(first)
        };
        tokens.push(Token {
            shape,
            bytes: start..end,
        });
    }
    tokens
}
