//! What is the text about, and does this line share it?

use crate::import::letter::is_word;
use std::collections::HashSet;

use super::line::Line;
use crate::import::word::WORDS;

/// The stems of a text.
#[derive(Debug, Default)]
pub struct Topic {
    stems: HashSet<String>,
    lines: usize,
}

impl Topic {
    /// The topic of some lines.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut topic = Self::default();
        for line in lines {
            topic.add(line);
        }
        topic
    }

    /// Adds a line's words.
    pub fn add(&mut self, line: &Line) {
        self.lines += 1;
        if self.lines > MOST_LINES {
            return;
        }
        self.stems.extend(stems(line.folded()).map(str::to_owned));
    }

    /// The share of the line's words that the text has too; none of a line without such words.
    pub fn share(&self, line: &Line) -> f32 {
        let all = stems(line.folded()).take(MOST).count() as u16;
        if all == 0 {
            return 0.0;
        }
        f32::from(self.shared(line)) / f32::from(all)
    }

    /// The number of the line's words that the text has too.
    pub fn shared(&self, line: &Line) -> u16 {
        let stems = stems(line.folded()).take(MOST);
        stems.filter(|stem| self.stems.contains(*stem)).count() as u16
    }
}

/// So many lines tell what a text is about.
const MOST_LINES: usize = 300;

/// So many words tell what a line is about.
const MOST: usize = 400;

/// The stems of a folded line's words, empty words left out.
fn stems(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !is_word(c))
        .filter(|w| w.chars().nth(1).is_some() && !WORDS.stop.contains(*w))
        .map(stem)
        .filter(|w| !WORDS.stop.contains(*w))
}

/// A word without the particles before it and the endings after it.
fn stem(word: &str) -> &str {
    const PREFIXES: [&str; 14] = [
        "وبال", "ولل", "فال", "وال", "بال", "كال", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل",
    ];
    const SUFFIXES: [&str; 15] = [
        "تهما",
        "ياتها",
        "هما",
        "تها",
        "يين",
        "ات",
        "ون",
        "ين",
        "ان",
        "ها",
        "هم",
        "يه",
        "ه",
        "ا",
        "ي",
    ];
    let long = |rest: &str, letters: usize| rest.chars().count() >= letters;
    let word = PREFIXES
        .iter()
        .find_map(|p| word.strip_prefix(p).filter(|rest| long(rest, 3)))
        .unwrap_or(word);
    let ended = |word| {
        let mut endings = SUFFIXES.iter().filter_map(|s| str::strip_suffix(word, s));
        endings.find(|rest| long(rest, 3)).unwrap_or(word)
    };
    ended(ended(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_and_endings_do_not_part_words() {
        for word in ["والقطارات", "القطار", "بالقطار", "قطارها", "وقطار"]
        {
            assert_eq!(stem(word), "قطار", "{word}");
        }
    }
}
