//! What is the normal form of an article's text?

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A text in its normal form, and how many control characters were taken out of it.
///
/// NFC; no C0 or C1 control but the line feed; no soft hyphen; presentation forms turned
/// into letters (ﷺ and its like stay); every break of lines is a line feed; a tab stays
/// here, since only its reader knows what it parts.
pub fn normal(text: &str) -> (Cow<'_, str>, usize) {
    if is_plain(text) {
        return (Cow::Borrowed(text), 0);
    }
    let (mut cleaned, mut controls) = (String::with_capacity(text.len()), 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                cleaned.push('\n');
            }
            '\n' | '\t' => cleaned.push(c),
            '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\u{ad}' | '\u{feff}' => {}
            c if c.is_control() => controls += 1,
            c if is_presentation_form(c) => letters_of(c, &mut cleaned),
            c => cleaned.push(c),
        }
    }
    let composed = ComposingNormalizerBorrowed::new_nfc()
        .normalize(&cleaned)
        .into_owned();
    (Cow::Owned(composed), controls)
}

/// Whether nothing needs to change: ASCII, Arabic letters, single marks and the usual signs.
fn is_plain(text: &str) -> bool {
    let mut after_mark = false;
    text.chars().all(|c| {
        let mark = matches!(c, '\u{64b}'..='\u{652}' | '\u{670}');
        let plain = match c {
            '\n'
            | '\t'
            | ' '..='~'
            | '\u{a0}'
            | '\u{60c}'
            | '\u{61b}'
            | '\u{61f}'
            | '\u{620}'..='\u{64a}'
            | '\u{660}'..='\u{66c}'
            | '\u{200c}'..='\u{2027}'
            | '«'
            | '»'
            | '©'
            | '·'
            | '\u{2030}'..='\u{203a}' => true,
            _ => mark && !after_mark,
        };
        after_mark = mark;
        plain
    })
}

fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fbff}' | '\u{fe70}'..='\u{fefc}')
}

/// The letters that a shaped form stands for; a mark alone loses the space or tatweel under it.
fn letters_of(form: char, out: &mut String) {
    let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
    let mut form_bytes = [0; 4];
    let letters = nfkd.normalize(form.encode_utf8(&mut form_bytes));
    out.push_str(letters.trim_start_matches([' ', 'ـ']));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        normal(text).0.into_owned()
    }

    #[test]
    fn what_is_normal_stays_as_it_is() {
        let text = "قالَ: «نعم» — 80\u{200e}% و\u{a0}كتابٌ، ﷺ.\nسطر";
        assert_eq!(of(text), text);
        assert!(matches!(normal("كلام عادي."), (Cow::Borrowed(_), 0)));
    }

    #[test]
    fn escape_sequences_become_harmless() {
        let (text, controls) = normal("قبل\u{1b}[31mبعد\u{9b}2J\u{7}");
        assert_eq!((text.as_ref(), controls), ("قبل[31mبعد2J", 3));
    }

    #[test]
    fn shaped_forms_become_letters() {
        assert_eq!(of("\u{fee3}\u{feae}\u{fea3}\u{fe92}\u{fe8e}"), "مرحبا");
        assert_eq!(of("\u{fefb}"), "لا");
        assert_eq!(of("ب\u{fe76}"), "ب\u{64e}");
        assert_eq!(of("ب\u{fe77}"), "ب\u{64e}");
        assert_eq!(of("\u{fdfa}"), "\u{fdfa}");
    }

    #[test]
    fn lines_break_one_way() {
        assert_eq!(of("ا\r\nب\rج\u{2028}د\u{85}ه"), "ا\nب\nج\nد\nه");
        assert_eq!(of("سا\u{ad}عة"), "ساعة");
        assert_eq!(of("ا\u{653}"), "آ");
    }
}
