//! Is this a line of verse, and where do its hemistichs part?

use crate::import::letter::is_letter;
/// What parts two hemistichs, longest first.
const PARTINGS: [&str; 8] = ["****", "***", "* * *", "....", "…", "...", "   ", "//"];

/// The longest hemistich, in words.
const LONGEST: usize = 9;

/// Whether the line is two hemistichs of near length.
pub fn is_verse(line: &str) -> bool {
    PARTINGS.iter().any(|sign| {
        let mut halves = line.split(sign).map(str::trim).filter(|h| !h.is_empty());
        let (Some(one), Some(two), None) = (halves.next(), halves.next(), halves.next()) else {
            return false;
        };
        let count = |half: &str| half.split_whitespace().count();
        let (one_words, two_words) = (count(one), count(two));
        let near = one_words.abs_diff(two_words) <= 2;
        let sized = (2..=LONGEST).contains(&one_words) && (2..=LONGEST).contains(&two_words);
        let dots = sign.starts_with(['.', '…']);
        near && sized
            && is_arabic(one)
            && is_arabic(two)
            && is_bare(one)
            && is_bare(two)
            && (!dots || line.matches(sign).count() == 1 && one_words >= 3 && near_length(one, two))
    })
}

/// A hemistich holds no digit, no address and no sentence's end.
fn is_bare(half: &str) -> bool {
    let half = half.trim_end_matches(['.', '،', '؟', '!']);
    !half.contains(|c: char| c.is_ascii_digit() || ".:/|<>[]".contains(c))
}

fn is_arabic(half: &str) -> bool {
    half.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c))
        && !half.contains(|c: char| c.is_ascii_alphabetic())
}

fn near_length(one: &str, two: &str) -> bool {
    let letters = |half: &str| half.chars().filter(|c| is_letter(*c)).count();
    let (one, two) = (letters(one), letters(two));
    one.abs_diff(two) * 4 <= one.max(two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hemistichs_are_parted_in_several_ways() {
        for line in [
            "يا دارُ أينَ الذي قد كان يسكنها *** وأينَ نارٌ على الشطين موقدُها",
            "يا دار أين الذي قد كان يسكنها     وأين نار على الشطين موقدها",
            "يا دار أين الذي قد كان يسكنها … وأين نار على الشطين موقدها",
        ] {
            assert!(is_verse(line), "{line}");
        }
        for line in [
            "قال الوزير... ثم خرج من القاعة غاضبا ولم يعد إليها حتى المساء",
            "كلمة *** كلمة",
            "الأهلي 2   الزمالك 1",
        ] {
            assert!(!is_verse(line), "{line}");
        }
    }
}
