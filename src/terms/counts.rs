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
    /// The words of the text one after the other, by their places among the terms.
    order: Vec<u32>,
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
            let place = counts.place(&word, &mut places);
            counts.terms[place].text += 1;
            counts.order.push(place as u32);
        });
        analyser.words(title, |word| {
            counts.title_length += 1;
            let place = counts.place(&word, &mut places);
            counts.terms[place].title += 1;
        });
        counts
    }

    /// The words of these terms, by their places: what stands side by side more than once is
    /// one of them, as its author wrote it.
    pub fn words(&self, places: &[usize]) -> Vec<String> {
        let mut beside: HashMap<(usize, usize), u32> = HashMap::new();
        for pair in self.order.windows(2) {
            let pair = (pair[0] as usize, pair[1] as usize);
            if pair.0 != pair.1 && places.contains(&pair.0) && places.contains(&pair.1) {
                *beside.entry(pair).or_default() += 1;
            }
        }
        let mut said = vec![false; places.len()];
        let mut words = Vec::new();
        for (nth, place) in places.iter().enumerate() {
            if std::mem::replace(&mut said[nth], true) {
                continue;
            }
            let others = places.iter().enumerate().filter(|(other, _)| !said[*other]);
            let pairs =
                others.flat_map(|(other, own)| [(other, *place, *own), (other, *own, *place)]);
            let often = |pair: &(usize, usize, usize)| {
                beside.get(&(pair.1, pair.2)).copied().unwrap_or_default()
            };
            let word = |place: usize| self.terms[place].word.as_str();
            match pairs.max_by_key(often).filter(|pair| often(pair) > 1) {
                Some((other, first, second)) => {
                    said[other] = true;
                    words.push(format!("{} {}", word(first), word(second)));
                }
                None => words.push(word(*place).to_owned()),
            }
        }
        words
    }

    fn place(&mut self, word: &super::Word<'_>, places: &mut HashMap<String, usize>) -> usize {
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
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_side_by_side_is_said_as_one() {
        let text = "زار بوتين بيونغ يانغ، وفي بيونغ يانغ التقى كيم";
        let counts = Counts::of("بوتين في بيونغ يانغ", text, &mut Analyser::default());
        let place = |word: &str| counts.terms.iter().position(|c| c.word == word).unwrap();
        let places = ["يانغ", "بوتين", "بيونغ"].map(place);
        assert_eq!(counts.words(&places), ["بيونغ يانغ", "بوتين"]);
        assert_eq!(counts.words(&places[..1]), ["يانغ"]);
        assert_eq!((counts.length, counts.title_length), (9, 4));
        assert_eq!(counts.terms[places[2]].text, 2);
        assert!(counts.terms.iter().any(|count| count.stop));
    }
}
