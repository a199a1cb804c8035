//! What is wrong in a file that the reader wrote?

use toml_edit::{Key, Table, TomlError};

use super::{BIDI, form::Possible};
use crate::words::Words;

/// One thing in a file that cannot be understood; the rest of the file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: Objection,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Objection {
    /// The file is no TOML, as its parser says; nothing of it holds.
    Broken(String),
    /// No setting has this name.
    UnknownSetting(String),
    /// A setting cannot take this value.
    BadValue {
        /// The setting.
        key: &'static str,
        /// What it was to be set to.
        value: String,
        /// What it may be set to.
        possible: Possible,
    },
    /// The keys of this command are neither a string nor a list of strings.
    BadKeys(String),
    /// A terminal cannot be served so.
    BadTerminal {
        /// The terminal, by what it answers.
        terminal: String,
        /// What was chosen for it.
        value: String,
    },
}

impl Complaint {
    pub(super) fn broken(toml: &str, broken: &TomlError) -> Self {
        let at = broken.span().map_or(0, |span| span.start);
        Self {
            line: line(toml, at),
            what: Objection::Broken(broken.message().replace('\n', " ")),
        }
    }

    /// On the line of a key.
    pub(super) fn at(toml: &str, table: &Table, key: &str, what: Objection) -> Self {
        let item = || table.get(key)?.span();
        let span = table.key(key).and_then(Key::span).or_else(item);
        Self {
            line: line(toml, span.map_or(0, |span| span.start)),
            what,
        }
    }

    /// The sentence, with the name of the file.
    pub fn sentence(&self, words: &Words, file: &str) -> String {
        let (file, line) = (("file", file.into()), ("line", (self.line as u64).into()));
        match &self.what {
            Objection::Broken(why) => {
                words.say("config-broken", &[file, line, ("why", why.into())])
            }
            Objection::UnknownSetting(key) => {
                words.say("config-unknown", &[file, line, ("key", key.into())])
            }
            Objection::BadValue {
                key,
                value,
                possible,
            } => {
                let possible = possible.to_string();
                let sentence = if possible.is_empty() {
                    "config-bad-text"
                } else {
                    "config-bad-value"
                };
                words.say(
                    sentence,
                    &[
                        file,
                        line,
                        ("key", (*key).into()),
                        ("value", value.into()),
                        ("possible", (&possible).into()),
                    ],
                )
            }
            Objection::BadKeys(command) => words.say(
                "config-bad-keys",
                &[file, line, ("command", command.into())],
            ),
            Objection::BadTerminal { terminal, value } => words.say(
                "config-bad-terminal",
                &[
                    file,
                    line,
                    ("terminal", terminal.into()),
                    ("value", value.into()),
                    ("possible", (&BIDI.join("|")).into()),
                ],
            ),
        }
    }
}

/// The line of a byte, counted from 1.
fn line(text: &str, byte: usize) -> usize {
    let feeds = text.match_indices('\n').map(|(at, _)| at);
    1 + feeds.take_while(|at| *at < byte).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn every_complaint_has_a_sentence_with_its_place_in_both_languages() {
        let bad = |possible| Objection::BadValue {
            key: "mouse",
            value: "x".to_owned(),
            possible,
        };
        for what in [
            Objection::Broken("x".to_owned()),
            Objection::UnknownSetting("x".to_owned()),
            bad(Possible::Switch),
            bad(Possible::Text),
            Objection::BadKeys("x".to_owned()),
            Objection::BadTerminal {
                terminal: "st".to_owned(),
                value: "x".to_owned(),
            },
        ] {
            let complaint = Complaint { line: 7, what };
            for (language, line) in [("ar", "٧"), ("en", "7")] {
                let words = Words::new(Locale::named(language).unwrap());
                let said = complaint.sentence(&words, "keys.toml");
                assert!(
                    said.starts_with("keys.toml") && said.contains(line),
                    "{said}"
                );
                assert!(said.contains('x') && !said.contains('$'), "{said}");
            }
        }
    }
}
