//! How often does a text say what?

use std::collections::HashMap;

use super::{Analyser, is_stop};

/// What a text says, and how often.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Its terms, each once, in the order in which they first occur.
    pub terms: Vec<Count>,
    /// Words of the text.
    pub length: u32,
    /// Words of the title.
    pub title_length: u32,
}

/// A term of a text.
#[derive(Debug, Clone)]
pub struct Count {
    /// The term.
    pub term: String,
    /// A word that it comes from, as its author spelled it, without marks.
    pub word: String,
    /// How often the text has it.
    pub text: u32,
    /// How often the title has it.
    pub title: u32,
    /// Whether it says nothing, however rare it is here.
    pub stop: bool,
}

impl Counts {
    /// The terms of a text and of its title.
    pub fn of(title: &str, text: &str, analyser: &mut Analyser) -> Self {
        let mut counts = Self::default();
        let mut places = HashMap::new();
        analyser.words(text, |word| {
            counts.length += 1;
            counts.at(&word, &mut places).text += 1;
        });
        analyser.words(title, |word| {
            counts.title_length += 1;
            counts.at(&word, &mut places).title += 1;
        });
        counts
    }

    fn at(&mut self, word: &super::Word<'_>, places: &mut HashMap<String, usize>) -> &mut Count {
        let forms = word.forms;
        let place = if let Some(place) = places.get(&forms.term) {
            *place
        } else {
            places.insert(forms.term.clone(), self.terms.len());
            self.terms.push(Count {
                term: forms.term.clone(),
                word: forms.spelled.clone(),
                text: 0,
                title: 0,
                stop: is_stop(forms),
            });
            self.terms.len() - 1
        };
        let count = &mut self.terms[place];
        // the barest of its words names it best
        if forms.spelled.len() < count.word.len() {
            count.word.clone_from(&forms.spelled);
        }
        count
    }
}
