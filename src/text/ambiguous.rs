//! Which characters do some terminals show in two cells, and what stands for them in one?
//!
//! Unicode leaves it to the context how wide characters are that East Asian fonts draw as wide
//! as their own (UAX #11, class A; terminals count letters with them): quotation marks, dashes,
//! box lines, also Greek letters. Most terminals give them one cell; some are set to give them
//! two. There, what only marks or parts gets a narrow stand-in, and what must be read keeps
//! its face and takes two cells ([`super::Options::wide`]). « and » are of no such class:
//! nothing is done to them.

use icu_properties::{CodePointMapData, props::EastAsianWidth};
use unicode_width::UnicodeWidthChar;

/// Whether a terminal may be set to give it two cells where others give it one.
pub fn is_ambiguous(c: char) -> bool {
    let class = || CodePointMapData::<EastAsianWidth>::new().get(c);
    // a mark has none
    !c.is_ascii() && class() == EastAsianWidth::Ambiguous && c.width() == Some(1)
}

/// A sign that is narrow everywhere, for an ambiguous one that marks or parts.
pub fn narrow(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '´' => '\'',
        '‐'..='―' | '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '═' | '¯' => {
            '-'
        }
        '…' | '‥' | '·' | '‧' => '.',
        '‖' | '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║' | '▉'..='▏' | '▕' => {
            '|'
        }
        '\u{2500}'..='\u{257f}' => '+',
        '▀'..='█' | '▐' | '■' | '□' | '▒'..='▔' | '≠' => '#',
        '•' | '●' | '○' | '◆' | '◇' | '★' | '☆' | '◎' | '※' => '*',
        '×' => 'x',
        '÷' | '∕' => '/',
        '←' | '◀' | '◁' => '<',
        '→' | '▶' | '▷' => '>',
        '↑' | '▲' | '△' => '^',
        '↓' | '▼' | '▽' => 'v',
        '≈' | '∼' | '˜' => '~',
        '¿' | '\u{fffd}' => '?',
        '¡' => '!',
        _ => return None,
    })
    .filter(|_| is_ambiguous(c))
}

/// Whether it takes two cells in such a terminal.
pub(super) fn takes_two(c: char) -> bool {
    is_ambiguous(c) && narrow(c).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ambiguous_is_what_unicode_calls_so() {
        for c in "“”…—─│·×éαЖ°①�".chars() {
            assert!(is_ambiguous(c), "{c}");
        }
        // neutral, narrow, wide, without width
        for c in "a«»‹›ابﺑ٣،漢ạ\u{301}\u{64e}✓".chars() {
            assert!(!is_ambiguous(c), "{c}");
        }
    }

    #[test]
    fn stand_ins_are_ascii_and_letters_have_none() {
        for c in ('\u{80}'..='\u{ffff}').filter(|c| is_ambiguous(*c)) {
            assert!(narrow(c).is_none_or(|c| c.is_ascii_graphic()), "{c}");
            assert_eq!(takes_two(c), narrow(c).is_none());
            assert!(!c.is_alphabetic() || narrow(c).is_none(), "{c}");
        }
        assert_eq!(narrow('«'), None);
        assert_eq!(
            "“…”│┼▎".chars().filter_map(narrow).collect::<String>(),
            "\".\"|+|"
        );
    }
}
