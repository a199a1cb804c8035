//! In which other spellings is a word written?

use std::{collections::HashMap, sync::LazyLock};

use super::stem::term;
use crate::text::fold;

/// Spellings of one word, by their [terms](super::Forms::term).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aliases {
    others: HashMap<String, Vec<String>>,
}

impl Aliases {
    /// Those that every library has.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Aliases> = LazyLock::new(|| {
            let mut aliases = Aliases::default();
            aliases.add(include_str!("../../assets/terms/aliases.txt"));
            aliases
        });
        &BUILT_IN
    }

    /// Those and the reader's own: one group of spellings a line, parted by commas, or by blanks
    /// where there are none; a line that opens with `#` is a comment. Also the lines, counted
    /// from 1, that join nothing.
    pub fn with(own: &str) -> (Self, Vec<usize>) {
        let mut aliases = Self::built_in().clone();
        let faulty = aliases.add(own);
        (aliases, faulty)
    }

    /// The terms of the other spellings of a term.
    pub fn of(&self, term: &str) -> &[String] {
        self.others.get(term).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, lines: &str) -> Vec<usize> {
        let mut faulty = Vec::new();
        for (line, number) in lines.lines().zip(1..) {
            let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if !self.add_group(line) {
                faulty.push(number);
            }
        }
        faulty
    }

    /// Joins the spellings of a line; `false` where there are not two of them.
    fn add_group(&mut self, line: &str) -> bool {
        let mut spellings = if line.contains(COMMAS) {
            line.split(COMMAS).map(joined).collect()
        } else {
            line.split_whitespace().map(joined).collect::<Vec<_>>()
        };
        spellings.retain(|folded| !folded.is_empty());
        spellings.sort_unstable();
        spellings.dedup();
        let mut terms: Vec<String> = spellings.iter().map(|folded| term(folded)).collect();
        terms.sort_unstable();
        terms.dedup();
        for one in &terms {
            let known = self.others.entry(one.clone()).or_default();
            for other in &terms {
                if other != one && !known.contains(other) {
                    known.push(other.clone());
                }
            }
        }
        spellings.len() > 1
    }
}

const COMMAS: [char; 4] = ['،', ',', '؛', ';'];

/// The folded letters of a name, which is one word in the index of joined neighbours too.
fn joined(spelling: &str) -> String {
    let mut folded = fold(spelling);
    folded.retain(char::is_alphanumeric);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_knows_the_others() {
        let of = |word: &str| Aliases::built_in().of(&term(&fold(word)));
        assert!(of("والأمريكية").contains(&term(&fold("أميركي"))));
        assert!(of("غوغل").contains(&term("قوقل")));
        assert!(of("كتاب").is_empty());
    }

    #[test]
    fn no_spelling_has_the_term_of_a_word_that_says_nothing() {
        let stop = include_str!("../../assets/terms/stop.txt");
        let stop: Vec<String> = stop
            .split_whitespace()
            .map(|word| term(&fold(word)))
            .collect();
        for (spelling, others) in &Aliases::built_in().others {
            assert!(
                spelling.chars().count() > 2 && !others.is_empty(),
                "{spelling}"
            );
            assert!(!stop.contains(spelling), "{spelling}");
        }
    }

    #[test]
    fn the_readers_own_lines_are_added_and_the_faulty_ones_named() {
        let own = "# mine\n\nبيونغ يانغ، بيونغيانغ العاصمة، PYONGYANG\nكتاب\nقلم, قَلَم\n\u{feff}موبايل جوال";
        let (aliases, faulty) = Aliases::with(own);
        assert_eq!(faulty, [4, 5]);
        assert_eq!(aliases.of("pyongyang").len(), 2);
        assert_eq!(aliases.of(&term("موبايل")), [term("جوال")]);
        assert!(!aliases.of(&term("جوجل")).is_empty());
    }
}
