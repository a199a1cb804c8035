//! What is wrong in a file that the reader may write by hand?

use std::path::Path;

use crate::{
    app::{Keyboard, Keymap},
    config::{self, Complaint, Settings},
    error::Error,
    words::Words,
};

/// What is wrong in a file, or why it cannot be read.
pub struct Doubts<'a> {
    file: &'a Path,
    found: Result<Vec<Complaint>, Error>,
}

/// Commands by their names, and the keys that the reader gave them.
pub type OwnKeys = Vec<(String, Vec<String>)>;

/// What is wrong in the file of the keys, and with the keys themselves.
pub fn of_keys(file: &Path, settings: &Settings, words: &Words) -> Vec<String> {
    keys(file, settings, words).1
}

/// The keys that the reader has given, and what is wrong in their file and with themselves.
pub fn keys(file: &Path, settings: &Settings, words: &Words) -> (OwnKeys, Vec<String>) {
    let (keys, doubts) = Doubts::of(file, config::read_keys(file));
    let bindings = keys.bindings.into_iter();
    let own: OwnKeys = bindings.map(|b| (b.command, b.keys)).collect();
    if own.is_empty() {
        // most readers have none, and wait for the first frame
        return (own, doubts.sentences(words));
    }
    let (_, faults) = Keymap::new(&own, &Keyboard::new(settings.keyboard));
    let faults = faults.iter().map(|fault| fault.sentence(words));
    let all = doubts.sentences(words).into_iter().chain(faults);
    (own, all.collect())
}

impl<'a> Doubts<'a> {
    /// What a file holds, or the defaults where it cannot be read, and what is wrong.
    pub fn of<T: Default>(file: &'a Path, read: Result<(T, Vec<Complaint>), Error>) -> (T, Self) {
        let (held, found) = match read {
            Ok((held, complaints)) => (held, Ok(complaints)),
            Err(error) => (T::default(), Err(error)),
        };
        (held, Self { file, found })
    }

    /// The same in sentences.
    pub fn sentences(&self, words: &Words) -> Vec<String> {
        let name = self.file.to_string_lossy();
        match &self.found {
            Ok(complaints) => {
                let sentences = complaints.iter().map(|what| what.sentence(words, &name));
                sentences.collect()
            }
            Err(error) => vec![words.error(error)],
        }
    }
}
