//! By which term is a word found?

use std::sync::LazyLock;

use crate::text::word_list;

/// The term of a word that is [folded](crate::text::fold): its letters as
/// brought together, without what `light10` takes from both ends. Two letters
/// stay at least, a lone conjunction needs four to be one, and a word that is known to open with
/// such letters keeps them.
pub fn term(folded: &str) -> String {
    let mut word = String::with_capacity(folded.len());
    together(folded, &mut word);
    word.retain(|letter| letter != 'ء');
    let stem = stem(&word);
    if stem.len() == word.len() {
        return word;
    }
    stem.to_owned()
}

/// A [folded](crate::text::fold) text with the letters of its words brought together as in their
/// [terms](term): whichever way its sounds are written, it reads the same. Every letter keeps
/// its bytes.
pub(super) fn sounds(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    for part in folded.split_inclusive(|c: char| !c.is_alphanumeric()) {
        together(part, &mut out);
    }
    out
}

/// Letters for sounds that Arabic lacks are written in several ways: one stands for all, of as
/// many bytes. In words of five letters or more ghain is jeem (the hard g of foreign names), and
/// so it is after a last noon (the sound of «ng»), however short the word. What ends the word
/// may follow it.
fn together(word: &str, out: &mut String) {
    let counts = |letter: &char| letter.is_alphanumeric() && *letter != 'ء';
    let count = word.chars().filter(counts).count();
    let mut nth = 0;
    let mut before = None;
    for letter in word.chars() {
        nth += usize::from(counts(&letter));
        let nasal = before == Some('ن') && nth == count && nth > 2;
        out.push(match letter {
            'غ' if count >= 5 || nasal => 'ج',
            'ڤ' => 'ف',
            'پ' => 'ب',
            'چ' => 'ج',
            'ژ' => 'ز',
            other => other,
        });
        before = Some(letter).filter(counts).or(before);
    }
}

fn stem(word: &str) -> &str {
    static SUFFIXES: LazyLock<Vec<Affix>> =
        LazyLock::new(|| affixes(include_str!("../../assets/terms/suffixes.txt")));
    let mut letters = word.chars().count();
    let mut rest = word;
    for (prefix, length) in prefixes() {
        let needed = if *length == 1 { 4 } else { length + 2 };
        if letters >= needed
            && let Some(shorter) = rest.strip_prefix(prefix)
            && !opens_itself(word)
        {
            rest = shorter;
            letters -= length;
            break;
        }
    }
    for (suffix, length) in SUFFIXES.iter() {
        if letters >= length + 2
            && let Some(shorter) = rest.strip_suffix(suffix)
        {
            rest = shorter;
            letters -= length;
        }
    }
    rest
}

/// Whether what looks like a prefix belongs to the word: as it stands in الوزير it stands in وزير.
fn opens_itself(word: &str) -> bool {
    static OPENINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let lines = word_list(include_str!("../../assets/terms/openings.txt"));
        lines.into_iter().flat_map(str::split_whitespace).collect()
    });
    OPENINGS.iter().any(|opening| word.starts_with(opening))
}

/// What the stemmer takes from the beginning: the first that fits.
pub(super) fn prefixes() -> &'static [Affix] {
    static PREFIXES: LazyLock<Vec<Affix>> =
        LazyLock::new(|| affixes(include_str!("../../assets/terms/prefixes.txt")));
    &PREFIXES
}

/// Letters, and how many.
type Affix = (&'static str, usize);

fn affixes(list: &'static str) -> Vec<Affix> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| (line, line.chars().count())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn spellings_and_inflections_have_one_term() {
        for same in [
            &["المسؤولون", "مسؤولين", "والمسؤولين"][..],
            &["بيونغ", "بيونج"],
            &["يانغ", "يانج"],
            &["غاربين", "جاربين"],
            &["شيء", "شى"],
            &["ڤيروس", "فيروس"],
            &["الرؤساء", "رؤسا"],
            &["وزير", "الوزير", "ووزيرة"],
            &["باليستي", "الباليستية"],
        ] {
            let terms: Vec<String> = same.iter().map(|word| term(&fold(word))).collect();
            assert!(
                terms.windows(2).all(|two| two[0] == two[1]),
                "{same:?}: {terms:?}"
            );
        }
    }

    #[test]
    fn what_sounds_the_same_reads_the_same_byte_for_byte() {
        let text = fold("في بيونغ يانغ، وعن «ڤيديو» لچورج: غدا شيء");
        let read = sounds(&text);
        assert_eq!(read, "في بيونج يانج، وعن «فيديو» لجورج: غدا شيء");
        assert_eq!(read.len(), text.len());
    }

    #[test]
    fn two_letters_stay() {
        for (word, stays) in [
            ("الي", "ال"),
            ("وقت", "وقت"),
            ("وهو", "وهو"),
            ("ان", "ان"),
            ("والد", "الد"),
        ] {
            assert_eq!(term(word), stays);
        }
    }
}
