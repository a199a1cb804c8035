//! Which words are in a text, and in which forms are they found?

use std::{cell::OnceCell, ops::Range};

use rustc_hash::FxHashMap;

use super::{skeleton::skeleton, stem::term};
use crate::text::fold_letters;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its bytes in the text, marks included.
    pub bytes: Range<usize>,
    /// Its forms.
    pub forms: &'a Forms,
}

/// How a word is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forms {
    /// As it is spelled, without marks, tatweel and invisible signs; digits 0–9, lower case.
    pub spelled: String,
    /// The same without the seats of hamza.
    pub exact: String,
    /// The folded word.
    pub folded: String,
    /// The folded stem.
    pub term: String,
    /// What is left of a word that looks like a foreign name, once it was asked for.
    skeleton: OnceCell<String>,
}

impl Forms {
    /// What is left of a word that looks like a foreign name ([`skeleton`]); empty of others.
    pub fn skeleton(&self) -> &str {
        self.skeleton
            .get_or_init(|| skeleton(&self.folded).unwrap_or_default())
    }

    /// The forms of one word; empty where it holds no letter and no digit.
    pub fn of(word: &str) -> Self {
        let mut forms = Self::default();
        fold_letters(word, |_, own, letter| {
            if !letter.is_alphanumeric() {
                return;
            }
            let spelled = match own {
                'أ' | 'إ' | 'آ' | 'ٱ' | 'ؤ' | 'ئ' | 'ى' | 'ة' | 'ی' | 'ې' | 'ک' | 'گ' => {
                    own
                }
                _ => letter,
            };
            forms.spelled.push(spelled);
            forms.exact.push(match spelled {
                'أ' | 'إ' | 'آ' | 'ٱ' | 'ؤ' | 'ئ' => letter,
                other => other,
            });
            forms.folded.push(letter);
        });
        forms.term = term(&forms.folded);
        forms
    }
}

/// Reads texts word by word. It remembers the forms of the words it has met: most words of a
/// text are the words of all texts.
#[derive(Debug, Clone, Default)]
pub struct Analyser {
    known: FxHashMap<Box<str>, u32>,
    forms: Vec<Forms>,
    /// The text that was read last, its words, and the forms of those that are not known.
    text: String,
    words: Vec<Place>,
    others: Vec<Forms>,
}

/// Where a word stands in a text, in bytes, and where its forms are: among the known ones, or
/// after them among the others.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
    forms: u32,
}

/// So many words are remembered, some 10 MB: the first ones, among which are all common ones.
const MOST: usize = 1 << 15;

impl Analyser {
    /// Every word of a text, in its order.
    pub fn words(&mut self, text: &str, mut each: impl FnMut(Word<'_>)) {
        self.read(text);
        for nth in 0..self.words.len() {
            each(self.word(nth));
        }
    }

    /// Reads a text; one that is read twice running is read once. Returns how many words it has.
    pub fn read(&mut self, text: &str) -> usize {
        if self.text == text {
            return self.words.len();
        }
        text.clone_into(&mut self.text);
        self.words.clear();
        self.others.clear();
        let mut at = 0;
        while let Some(start) = text[at..].find(|c| part(c) == Part::Letter) {
            let start = at + start;
            let rest = &text[start..];
            let length = rest.find(|c| part(c) == Part::Nothing);
            let word = &rest[..length.unwrap_or(rest.len())];
            at = start + word.len();
            let forms = self.place(word);
            self.words.push(Place {
                start: start as u32,
                end: at as u32,
                forms,
            });
        }
        self.words.len()
    }

    /// A word of the text that was read, by its number.
    pub fn word(&self, nth: usize) -> Word<'_> {
        let Place { start, end, forms } = self.words[nth];
        let forms = forms as usize;
        Word {
            bytes: start as usize..end as usize,
            forms: match self.forms.get(forms) {
                Some(known) => known,
                None => &self.others[forms - MOST],
            },
        }
    }

    fn place(&mut self, word: &str) -> u32 {
        if let Some(place) = self.known.get(word) {
            return *place;
        }
        let forms = Forms::of(word);
        if self.forms.len() < MOST {
            self.forms.push(forms);
            let place = (self.forms.len() - 1) as u32;
            self.known.insert(word.into(), place);
            return place;
        }
        self.others.push(forms);
        (MOST + self.others.len() - 1) as u32
    }
}

/// What a character is to a word.
#[derive(PartialEq, Eq)]
enum Part {
    /// A letter or a digit.
    Letter,
    /// A mark or an invisible sign: part of the word around it.
    Within,
    /// What parts words.
    Nothing,
}

fn part(c: char) -> Part {
    match c {
        'ء'..='غ' | 'ف'..='ي' | 'a'..='z' | 'A'..='Z' | '0'..='9' => Part::Letter,
        '\0'..='\x7f' => Part::Nothing,
        _ => {
            let mut letter = None;
            fold_letters(c.encode_utf8(&mut [0; 4]), |_, _, folded| {
                letter = Some(folded);
            });
            match letter {
                None => Part::Within,
                Some(c) if c.is_alphanumeric() => Part::Letter,
                Some(_) => Part::Nothing,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(String, String)> {
        let mut words = Vec::new();
        Analyser::default().words(text, |word| {
            words.push((text[word.bytes].to_owned(), word.forms.term.clone()));
        });
        words
    }

    #[test]
    fn marks_and_invisible_signs_stand_within_a_word() {
        let words = all("قَالَ «المـسـؤولون»: می\u{200c}خواهم 3.5٪ و—MH17");
        let expected = [
            ("قَالَ", "قال"),
            ("المـسـؤولون", "مسوول"),
            ("می\u{200c}خواهم", "ميخواهم"),
            ("3", "3"),
            ("5", "5"),
            ("و", "و"),
            ("MH17", "mh17"),
        ];
        let expected = expected.map(|(word, term)| (word.to_owned(), term.to_owned()));
        assert_eq!(words, expected);
    }

    #[test]
    fn the_forms_of_a_word_part_what_a_reader_may_part() {
        let forms = Forms::of("أسـئلةٌ");
        assert_eq!(forms.spelled, "أسئلة");
        assert_eq!(forms.exact, "اسيلة");
        assert_eq!(forms.folded, "اسيله");
        assert_eq!(Forms::of("على").exact, "على");
        assert_eq!(Forms::of("ﻻ").spelled, "لا");
        assert_eq!(Forms::of("\u{64e}\u{640}"), Forms::default());
    }
}
