//! What is a text as one would type it?

use icu_normalizer::DecomposingNormalizerBorrowed;

/// The text without tatweel and signs of direction, and with plain letters in the place of
/// presentation forms: what is copied.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{0640}'
            | '\u{061c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            // Arabic ligatures of a whole phrase stay what they are
            '\u{fb50}'..='\u{fbff}' | '\u{fe70}'..='\u{fefc}' => {
                let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
                out.extend(
                    nfkd.normalize_iter(std::iter::once(c))
                        .filter(|c| *c != ' '),
                );
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_what_one_would_type() {
        assert_eq!(plain("مـحـمـد \u{200f}(\u{202b}١٢\u{202c})"), "محمد (١٢)");
        assert_eq!(plain("\u{feed}\u{fefc} A"), "ولا A");
    }
}
