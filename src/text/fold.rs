//! How is a text spelled when spelling variants do not matter, and where was each letter?

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A folded text that knows where each of its bytes came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of the folded text the byte at which its source character begins;
    /// one entry more, the source's length.
    origin: Vec<u32>,
}

impl Folded {
    /// The source range, in bytes, of a range of the folded text. Marks that the fold
    /// dropped after the range's last letter belong to it.
    pub fn source(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        if range.is_empty() {
            let at = self.origin[range.start] as usize;
            return at..at;
        }
        self.origin[range.start] as usize..self.origin[range.end] as usize
    }
}

/// Folds for finding: no harakat, tatweel or invisible signs; أإآٱ→ا, ى ی→ي, ة→ه, ؤ→و, ئ→ي,
/// ک→ك, digits 0–9, presentation forms to letters, lower case. Idempotent.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |f| out.push(f));
    }
    out
}

/// Folds as [`fold`] does, letter by letter: `out` is given the place of the character it comes
/// from, in code points, that character, and the letter.
pub fn fold_letters(text: &str, mut out: impl FnMut(u32, char, char)) {
    for (point, own) in (0..).zip(text.chars()) {
        fold_char(own, &mut |letter| out(point, own, letter));
    }
}

/// Folds as [`fold`] does, with the way back to the source.
pub fn fold_with_offsets(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        origin: Vec::with_capacity(text.len() + 1),
    };
    for (at, c) in text.char_indices() {
        fold_char(c, &mut |f| {
            folded.text.push(f);
            folded
                .origin
                .extend(std::iter::repeat_n(at as u32, f.len_utf8()));
        });
    }
    folded.origin.push(text.len() as u32);
    folded
}

#[inline]
fn fold_char(c: char, out: &mut impl FnMut(char)) {
    match c {
        // most of the text
        '\u{0627}'
        | '\u{0628}'
        | '\u{062a}'..='\u{063a}'
        | '\u{0641}'..='\u{0648}'
        | '\u{064a}' => out(c),
        // what shaped text is made of, letter by letter; ﷺ and its like stay
        '\u{fb50}'..='\u{fbff}' | '\u{fe70}'..='\u{fefc}' => {
            let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
            let letters = nfkd.normalize_iter(std::iter::once(c));
            letters
                .filter(|c| *c != ' ')
                .for_each(|c| fold_letter(c, out));
        }
        _ => fold_letter(c, out),
    }
}

#[inline]
fn fold_letter(c: char, out: &mut impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => out(c.to_ascii_lowercase()),
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06ed}'
        | '\u{0640}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{061c}'
        | '\u{00ad}' => {}
        'أ' | 'إ' | 'آ' | 'ٱ' => out('ا'),
        'ى' | 'ی' | 'ې' | 'ئ' => out('ي'),
        'ة' => out('ه'),
        'ؤ' => out('و'),
        'ک' | 'گ' => out('ك'),
        '٠'..='٩' => out((b'0' + (c as u32 - 0x660) as u8) as char),
        '۰'..='۹' => out((b'0' + (c as u32 - 0x6f0) as u8) as char),
        // no case here, and most of the text
        '\u{0621}'..='\u{06d5}' => out(c),
        _ => c.to_lowercase().for_each(out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_together() {
        for (text, folded) in [
            ("الأُمَّة", "الامه"),
            ("إلىٰ", "الي"),
            ("مسـؤول", "مسوول"),
            ("٢٠٢٥", "2025"),
            ("\u{fefb}\u{fe91}\u{fe76}", "لاب"),
            ("ABC", "abc"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_found_letter_brings_its_marks() {
        let folded = fold_with_offsets("قَالَ");
        assert_eq!(folded.source(0..2), 0..4);
        assert_eq!(folded.source(2..2), 4..4);
    }
}
