//! By which letters is a foreign name known, however it is spelled?
//!
//! # Steps
//! 1. What the light stemmer takes from the beginning is taken off.
//! 2. A word is **native** where it can be read as affixes around a root: three consonants at
//!    most, and two long vowels. Native words have no skeleton: there vowels tell words apart.
//! 3. The **skeleton** of the others is their consonants. Letters that papers choose between for
//!    one sound are one (غ ج ق ك, س ص ث ز ذ ظ, ط ت, ض د), doubled ones single; vowels fall, but
//!    for the first, and in words of three consonants they leave their place.

use std::sync::LazyLock;

use super::stem::prefixes;
use crate::text::word_list;

/// A shorter word has none.
const SHORTEST: usize = 5;

/// What a word that looks like a foreign name is found by where its spelling varies; none for
/// a word that looks Arabic, is short, or has other letters. It opens with `~`, as no term does.
pub fn skeleton(folded: &str) -> Option<String> {
    let word = letters(folded)?;
    let bones = bones(&word)?;
    (!is_native(&word)).then_some(bones)
}

/// The letters of a word that may be a name, without what may stand before it.
fn letters(folded: &str) -> Option<Vec<char>> {
    if !folded.chars().all(|c| ('ء'..='ي').contains(&c)) {
        return None;
    }
    let word: Vec<char> = folded.chars().filter(|c| *c != 'ء').collect();
    let prefix = prefixes().iter().find(|(prefix, length)| {
        word.len() >= SHORTEST + length && prefix.chars().eq(word[..*length].iter().copied())
    });
    let word = word[prefix.map_or(0, |(_, length)| *length)..].to_vec();
    (word.len() >= SHORTEST).then_some(word)
}

fn bones(word: &[char]) -> Option<String> {
    let (first, rest) = word.split_first()?;
    let rest = rest.strip_suffix(&['ه']).unwrap_or(rest);
    let first = match sound(*first) {
        _ if *first == 'و' => 'و',
        sound => sound,
    };
    let (mut bare, mut full) = (vec![first], vec![first]);
    for letter in rest.iter().map(|c| sound(*c)) {
        if full.last() != Some(&letter) {
            full.push(letter);
        }
        if letter != VOWEL && bare.last() != Some(&letter) {
            bare.push(letter);
        }
    }
    let known = match bare.len() {
        0..3 => return None,
        3 => full.strip_suffix(&[VOWEL]).unwrap_or(&full),
        _ => &bare,
    };
    Some(std::iter::once(&'~').chain(known).collect())
}

/// Stands for every vowel.
const VOWEL: char = 'ا';

/// One letter for all that papers choose between for a sound.
fn sound(letter: char) -> char {
    match letter {
        'ا' | 'و' | 'ي' | 'ع' => VOWEL,
        'غ' | 'ق' | 'ك' => 'ج',
        'ط' => 'ت',
        'ص' | 'ث' | 'ز' | 'ذ' | 'ظ' => 'س',
        'ض' => 'د',
        'ح' => 'ه',
        other => other,
    }
}

/// Whether a word can be read as affixes around an Arabic root.
fn is_native(word: &[char]) -> bool {
    let affixes = affixes();
    let ends: Vec<usize> = affixes
        .ends
        .iter()
        .filter(|end| word.ends_with(end))
        .map(|end| word.len() - end.len())
        .collect();
    let mut starts = Vec::new();
    for attached in affixes.attached.iter().filter(|one| word.starts_with(one)) {
        let rest = &word[attached.len()..];
        let opens = affixes.opens.iter().filter(|one| rest.starts_with(one));
        starts.extend(opens.map(|one| attached.len() + one.len()));
    }
    starts.iter().any(|start| {
        let mut ends = ends.iter().filter(|end| **end >= start + 2);
        ends.any(|end| is_root(&word[*start..*end]))
    })
}

/// Whether these letters, two at least, have three consonants at most and two long vowels. A
/// waw or yeh at the beginning is a consonant, and the infix of the eighth form is none.
fn is_root(core: &[char]) -> bool {
    let vowel = |c: &char| matches!(c, 'ا' | 'و' | 'ي');
    let opens = usize::from(matches!(core[0], 'و' | 'ي'));
    let vowels = core[1..].iter().filter(|c| vowel(c)).count();
    let consonants = core.iter().filter(|c| !vowel(c)).count() + opens;
    let infix =
        core.len() > 2 && core[1] == 'ت' || core.len() > 3 && core[0] == 'ا' && core[2] == 'ت';
    consonants - usize::from(infix) <= 3 && vowels <= 2
}

/// What may stand around a root; nothing is one of each.
#[derive(Debug, Default)]
struct Affixes {
    attached: Vec<Vec<char>>,
    opens: Vec<Vec<char>>,
    ends: Vec<Vec<char>>,
}

fn affixes() -> &'static Affixes {
    static AFFIXES: LazyLock<Affixes> = LazyLock::new(|| {
        let mut affixes = Affixes::default();
        for line in word_list(include_str!("../../assets/terms/affixes.txt")) {
            let (name, list) = line.split_once(' ').unwrap_or((line, ""));
            let list = std::iter::once("").chain(list.split_whitespace());
            let list = list.map(|affix| affix.chars().collect()).collect();
            match name {
                "attached" => affixes.attached = list,
                "opens" => affixes.opens = list,
                "ends" => affixes.ends = list,
                _ => {}
            }
        }
        affixes
    });
    &AFFIXES
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold;

    fn of(word: &str) -> Option<String> {
        skeleton(&fold(word))
    }

    #[test]
    fn spellings_of_a_name_have_one_skeleton() {
        for same in [
            &["سالزبري", "سالسبوري", "ساليزبيري"][..],
            &["زوكربيرغ", "زوكربرج", "وزوكربرغ"],
            &["ديمقراطية", "الديموقراطي"],
            &["كوستاريكا", "الكوستاريكي"],
            &["بلومبيرغ", "بلومبرج"],
            &["رونالدو", "ورونالد"],
        ] {
            let bones: Vec<Option<String>> = same.iter().map(|word| of(word)).collect();
            assert!(bones[0].is_some(), "{same:?}");
            assert!(bones.windows(2).all(|two| two[0] == two[1]), "{bones:?}");
        }
    }

    #[test]
    fn words_that_look_arabic_have_none() {
        for word in [
            "كاتب",
            "كتابات",
            "المسؤولون",
            "استخدامها",
            "وسيستقبلونهم",
            "انتخابات",
            "محاولاتهم",
            "covid",
            "سالزبورغ19",
            "جنوب",
            "والمستشفيات",
        ] {
            assert_eq!(of(word), None, "{word}");
        }
    }

    #[test]
    fn names_of_three_consonants_keep_where_their_vowels_stand() {
        assert_eq!(of("ماوريسيو"), of("موريسيو"));
        assert_ne!(of("ماوريسيو"), of("مرياسيو"));
    }

    proptest! {
        #[test]
        fn a_skeleton_is_no_term_and_holds_what_is_heard(word in "[ابتحدرسغكلمنويهء]{0,14}") {
            if let Some(bones) = skeleton(&word) {
                let bones = bones.strip_prefix('~').unwrap();
                prop_assert!(bones.chars().count() >= 3);
                prop_assert!(bones.chars().skip(1).all(|c| c == sound(c)));
            }
        }
    }
}
