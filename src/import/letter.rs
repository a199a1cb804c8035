//! Is this character a letter? The common ones are answered without a table.

/// Whether the character is a letter.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{620}'..='\u{657}' => true,
        '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'
        | '\u{660}'..='\u{66d}'
        | '\u{a0}'
        | '«'
        | '»'
        | '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether the character is a letter or a digit.
pub fn is_word(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// Whether the character is a digit of whatever script.
pub fn is_digit(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_digit(),
        '\u{c0}'..='\u{65f}' => false,
        _ => c.is_numeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_agrees_with_unicode() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{:x}", u32::from(c));
            assert_eq!(is_word(c), c.is_alphanumeric(), "{:x}", u32::from(c));
        }
    }
}
