//! Which digit is shown for a digit?

use std::ops::Range;

use super::{options::Digits, token};

/// The value of a European, Arabic or Persian digit.
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// The digits of one text as they are shown. They are converted before the bidi
/// algorithm runs: European and Arabic digits differ in class.
pub(super) struct Shown {
    digits: Digits,
    /// Tokens that keep their digits, in order.
    kept: Vec<Range<usize>>,
}

impl Shown {
    pub(super) fn new(digits: Digits, text: &str) -> Self {
        let kept = match digits {
            Digits::AsWritten => Vec::new(),
            _ => kept(text),
        };
        Self { digits, kept }
    }

    /// What is shown for this character at this byte.
    pub(super) fn shown(&self, c: char, byte: usize) -> char {
        let Some(value) = digit(c).filter(|_| self.digits != Digits::AsWritten) else {
            return c;
        };
        let at = self.kept.partition_point(|token| token.end <= byte);
        if self.kept.get(at).is_some_and(|token| token.contains(&byte)) {
            return c;
        }
        let zero = if self.digits == Digits::ArabicIndic {
            '٠'
        } else {
            '0'
        };
        char::from_u32(zero as u32 + value).unwrap_or(c)
    }
}

/// Words with Latin letters, and what [`token::find`] finds: names of machines, versions, addresses.
fn kept(text: &str) -> Vec<Range<usize>> {
    let tokens = token::find(text);
    let mut tokens = tokens.into_iter().peekable();
    let mut kept = Vec::new();
    for (start, word) in words(text) {
        let end = start + word.len();
        let inside = tokens
            .next_if(|t| t.start < end)
            .is_some_and(|_| word.contains("://") || word.contains('@'));
        if inside || word.contains(|c: char| c.is_ascii_alphabetic()) {
            kept.push(start..end);
        }
        while tokens.next_if(|t| t.start < end).is_some() {}
    }
    kept
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
