//! What is wrong with keys that the reader chose, and what helps?

use super::command::TABLE;
use crate::words::Words;

/// Why a choice does not hold, or what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No command has this name.
    Name(String),
    /// The keys of this command cannot be read.
    Keys(String, String),
    /// In the same place these keys of a command, or their beginning, mean another one in
    /// the table (its name), which goes without.
    Taken(String, String, String),
    /// In the same place these keys of a command clash with those of another that the reader
    /// chose as well, which goes without.
    Clash(String, String, String, String),
}

impl Fault {
    /// The sentence that says so.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Name(name) => {
                let near = nearest(name);
                let key = near.map_or("keys-no-command", |_| "keys-near-command");
                let near = near.unwrap_or_default();
                words.say(key, &[("name", name.into()), ("near", near.into())])
            }
            Self::Keys(name, keys) => words.say(
                "keys-unreadable",
                &[("name", name.into()), ("keys", keys.into())],
            ),
            Self::Taken(name, keys, other) => words.say(
                "keys-taken",
                &[
                    ("name", name.into()),
                    ("keys", keys.into()),
                    ("other", other.into()),
                ],
            ),
            Self::Clash(name, keys, other, others) => words.say(
                "keys-clash",
                &[
                    ("name", name.into()),
                    ("keys", keys.into()),
                    ("other", other.into()),
                    ("others", others.into()),
                ],
            ),
        }
    }
}

/// The command whose name is nearest to what was written, if one is near.
fn nearest(name: &str) -> Option<&'static str> {
    let far = name.chars().count() / 3 + 1;
    let names = TABLE.iter().map(|command| command.name);
    let near = names.map(|known| (distance(name, known), known)).min()?;
    (near.0 <= far).then_some(near.1)
}

/// How many characters must be put in, left out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (nth, d) in other.iter().enumerate() {
            let changed = corner + usize::from(c != *d);
            corner = row[nth + 1];
            row[nth + 1] = changed.min(corner + 1).min(row[nth] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn the_nearest_name_is_offered_where_one_is_near() {
        assert_eq!(nearest("row-dwon"), Some("row-down"));
        assert_eq!(nearest("nextarticle"), Some("next-article"));
        assert_eq!(nearest("sarch"), Some("search"));
        assert_eq!(nearest("حاشية"), None);
        assert_eq!(nearest("launch-the-rocket"), None);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn every_fault_has_a_sentence_with_all_it_knows_in_both_languages() {
        let text = |text: &str| text.to_owned();
        let faults = [
            (Fault::Name(text("row-dwon")), vec!["row-dwon", "row-down"]),
            (Fault::Name(text("zzzzzzzzz")), vec!["zzzzzzzzz"]),
            (
                Fault::Keys(text("copy"), text("<no>")),
                vec!["copy", "<no>"],
            ),
            (
                Fault::Taken(text("copy"), text("j"), text("row-down")),
                vec!["copy", "j", "row-down"],
            ),
            (
                Fault::Clash(text("copy"), text("zy"), text("cite"), text("zyy")),
                vec!["copy", "zy", "cite", "zyy"],
            ),
        ];
        for language in ["ar", "en"] {
            let words = Words::new(Locale::named(language).unwrap());
            for (fault, parts) in &faults {
                let said = fault.sentence(&words);
                assert!(said.contains("keys.toml") && !said.contains('$'), "{said}");
                assert!(parts.iter().all(|part| said.contains(part)), "{said}");
            }
        }
    }
}
