//! Which words say nothing?

use std::{collections::HashSet, sync::LazyLock};

use super::Forms;
use crate::text::word_list;

/// Whether a word is so common that it says nothing of what a text is about: a particle, a
/// pronoun, a verb that helps or reports, a day of the week, with what may be attached to it.
pub fn is_stop(forms: &Forms) -> bool {
    static STOP: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let mut words = listed(include_str!("../../assets/terms/stop.txt"));
        words.extend(links().iter().cloned());
        words
    });
    let word = forms.exact.as_str();
    let bare = word.strip_prefix(['و', 'ف']).filter(|rest| long(rest));
    [Some(word), bare].into_iter().flatten().any(|word| {
        let noun = word.strip_prefix(['ب', 'ل', 'ك']);
        let verb = word
            .strip_prefix('س')
            .filter(|rest| rest.starts_with(['ي', 'ت', 'ن']));
        STOP.contains(word) || noun.or(verb).is_some_and(|r| long(r) && STOP.contains(r))
    })
}

/// Whether a particle has this term too, so that only its letters tell a word from it.
pub fn is_stop_term(term: &str) -> bool {
    static TERMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let words = word_list(include_str!("../../assets/terms/stop.txt"));
        let words = words.into_iter().flat_map(str::split_whitespace);
        words.map(|word| Forms::of(word).term).collect()
    });
    TERMS.contains(term)
}

/// Whether a word says something after all between two others, as «bin» does within a name.
pub fn is_link(forms: &Forms) -> bool {
    links().contains(&forms.exact)
}

fn links() -> &'static HashSet<String> {
    static LINKS: LazyLock<HashSet<String>> =
        LazyLock::new(|| listed(include_str!("../../assets/terms/links.txt")));
    &LINKS
}

fn listed(text: &'static str) -> HashSet<String> {
    let words = word_list(text).into_iter().flat_map(str::split_whitespace);
    words.map(|word| Forms::of(word).exact).collect()
}

/// Whether two letters are left at least.
fn long(rest: &str) -> bool {
    rest.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(word: &str) -> bool {
        is_stop(&Forms::of(word))
    }

    #[test]
    fn particles_say_nothing_whatever_is_attached_to_them() {
        for word in [
            "في",
            "فى",
            "إلىٰ",
            "وَقَالَ",
            "فهذه",
            "بذلك",
            "ولذلك",
            "سيكون",
            "وستكون",
            "الأحد",
            "وأنّ",
            "ابن",
        ] {
            assert!(stop(word), "{word}");
        }
    }

    #[test]
    fn words_that_only_look_alike_say_something() {
        for word in [
            "علي",
            "وقت",
            "ولد",
            "بلد",
            "سكان",
            "فرق",
            "كتب",
            "سمن",
            "والد",
            "فكر",
            "بنك",
            "ليبيا",
            "7",
        ] {
            assert!(!stop(word), "{word}");
        }
    }
}
