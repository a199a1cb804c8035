//! What is wrong in a file that the reader may write by hand?

use std::path::Path;

use crate::{config::Complaint, error::Error, words::Words};

/// What is wrong in a file, or why it cannot be read.
pub struct Doubts<'a> {
    file: &'a Path,
    found: Result<Vec<Complaint>, Error>,
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
