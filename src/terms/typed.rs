//! Where in a text does what was typed stand, letter by letter, in whatever spelling?

use std::ops::Range;

use super::{
    Aliases, Analyser,
    hits::apart,
    stem::{sounds, term},
};
use crate::text::{Folded, fold, fold_with_offsets};

/// What was typed to be found in a text, be it part of a word or several.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    folded: String,
    /// As it [sounds].
    heard: String,
    /// Whether it is a part of a word that sounds so; a few letters may be of any word, and
    /// sound so only as a whole one.
    is_part: bool,
    /// The terms of the other spellings of a word that has some.
    others: &'static [String],
}

/// A text in which something typed is found.
#[derive(Debug)]
pub struct Heard {
    folded: Folded,
    /// The folded text as it [sounds], byte for byte.
    heard: String,
}

/// So many letters may be a name from abroad.
const FOREIGN: usize = 5;

impl Heard {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let folded = fold_with_offsets(text);
        let heard = sounds(&folded.text);
        Self { folded, heard }
    }
}

impl Typed {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text).trim().to_owned();
        let heard = sounds(&folded);
        Self {
            is_part: heard != folded || folded.chars().count() >= FOREIGN,
            heard,
            // the term of several words is that of no word
            others: Aliases::built_in().of(&term(&folded)),
            folded,
        }
    }

    /// The bytes of a text where it stands, in order, none in another; nowhere if nothing of
    /// it is left when it is folded. As letters may sound otherwise in a longer word, both are
    /// looked for.
    pub fn hits(&self, text: &str, read: &Heard, analyser: &mut Analyser) -> Vec<Range<usize>> {
        if self.folded.is_empty() {
            return Vec::new();
        }
        let Heard { folded, heard } = read;
        let spelled = folded.text.match_indices(&self.folded);
        let sounding = heard.match_indices(&self.heard);
        let sounding = sounding.filter(|(at, hit)| self.is_part || is_whole(heard, *at, hit));
        let found = spelled.chain(sounding);
        let mut hits: Vec<Range<usize>> = found
            .map(|(at, hit)| folded.source(at..at + hit.len()))
            .collect();
        if !self.others.is_empty() {
            analyser.words(text, |word| {
                if self.others.contains(&word.forms.term) {
                    hits.push(word.bytes);
                }
            });
        }
        apart(&mut hits, |hit| hit);
        hits
    }
}

/// Whether no letter stands beside it.
fn is_whole(text: &str, at: usize, hit: &str) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + hit.len()..].chars().next();
    [before, after]
        .into_iter()
        .flatten()
        .all(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_however_its_sounds_are_written() {
        let text = "في بيونغ يانغ وبيونجيانغ ويانج زار غوغل وجوجل الأميركيّة، غدا الأمريكيون والمغرب";
        for (typed, hits) in [
            ("بيونغ", &["بيونغ", "بيونج"][..]),
            ("بيونج", &["بيونغ", "بيونج"]),
            ("يونغ ي", &["يونغ ي"]),
            ("يانغ", &["يانغ", "يانغ", "يانج"]),
            ("بيونجي", &["بيونجي"]),
            ("جوجل", &["غوغل", "جوجل"]),
            ("أمريكي", &["الأميركيّة", "أمريكي"]),
            // as long as it may be any word, letters are letters
            ("غ", &["غ"; 7]),
            ("يانج", &["يانغ", "يانج"]),
            ("جرب", &[]),
            ("غدا", &["غدا"]),
            ("جدا", &[]),
        ] {
            let found = Typed::new(typed).hits(text, &Heard::new(text), &mut Analyser::default());
            let seen: Vec<&str> = found.into_iter().map(|hit| &text[hit]).collect();
            assert_eq!(seen, hits, "{typed}");
        }
    }
}
