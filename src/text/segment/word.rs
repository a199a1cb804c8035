//! Where are the words?

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The words of a text (UAX #29 word boundaries; only what holds a letter or a digit).
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_word_bound_indices()
        .filter(|(_, word)| word.contains(char::is_alphanumeric))
        .map(|(at, word)| at..at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_commas_belong_to_no_word_of_their_own() {
        let text = "قالَ: «نعم، ٢٠٪ من الـ80»؛ أليس كذلك؟";
        let found: Vec<&str> = words(text).map(|w| &text[w]).collect();
        assert_eq!(found, ["قالَ", "نعم", "٢٠", "من", "الـ80", "أليس", "كذلك"]);
    }
}
