//! Where in a text are the words of a search?

use std::{cmp::Reverse, ops::Range};

use rustc_hash::FxHashMap;

use super::{Analyser, Forms, Query, Sense, is_stop};

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// Their bytes.
    pub bytes: Range<usize>,
    /// Which part of the query they are, by its number.
    pub part: usize,
    /// Whether they are what was typed, and not another word for it.
    pub own: bool,
}

impl Query {
    /// The bytes of a text where what is searched for stands: whole words with their marks, in
    /// order, none in another. A phrase is one of them. Words that say nothing are found only
    /// where nothing else is searched for.
    pub fn hits(&self, text: &str, analyser: &mut Analyser) -> Vec<Range<usize>> {
        let hits = Seeker::of(self).hits(text, analyser);
        hits.into_iter().map(|hit| hit.bytes).collect()
    }
}

/// A query as one looks for it in texts, word by word.
#[derive(Debug, Default)]
pub(super) struct Seeker<'a> {
    /// Terms and skeletons, the part they are of, and whether they are its own.
    terms: FxHashMap<&'a str, (usize, bool)>,
    /// Parts that are words which say nothing elsewhere.
    common: Vec<usize>,
    spelled: FxHashMap<&'a str, usize>,
    starts: Vec<(&'a str, usize)>,
    phrases: Vec<(&'a [String], usize)>,
}

impl<'a> Seeker<'a> {
    pub fn of(query: &'a Query) -> Self {
        let says = query.parts.iter().any(|part| match &part.sense {
            Sense::Word(sought) => !sought.stop,
            Sense::Spelled(_) | Sense::Phrase(_) => true,
        });
        let mut seeker = Self::default();
        for (at, part) in query.parts.iter().enumerate() {
            match &part.sense {
                Sense::Word(sought) if sought.stop && says => {}
                Sense::Word(sought) => {
                    if is_stop(&Forms::of(&sought.word)) {
                        seeker.common.push(at);
                    }
                    // what is typed goes before what only means the same
                    let own = seeker.terms.entry(&sought.term).or_insert((at, true));
                    if !own.1 {
                        *own = (at, true);
                    }
                    for other in &sought.others {
                        seeker.terms.entry(other).or_insert((at, false));
                    }
                    let pairs = sought.pairs.iter().map(|pair| (pair.as_slice(), at));
                    seeker.phrases.extend(pairs);
                    seeker
                        .starts
                        .extend(sought.start.as_deref().map(|start| (start, at)));
                }
                Sense::Spelled(word) => {
                    seeker.spelled.entry(word).or_insert(at);
                }
                Sense::Phrase(words) => seeker.phrases.push((words, at)),
            }
        }
        seeker
    }

    pub fn hits(&self, text: &str, analyser: &mut Analyser) -> Vec<Hit> {
        let mut hits = Vec::new();
        // the words of the text read so far that a phrase may begin with
        let mut open: Vec<Open> = Vec::new();
        analyser.words(text, |word| {
            open.retain_mut(|open| {
                let (words, part) = self.phrases[open.phrase];
                if words[open.read] != word.forms.exact {
                    return false;
                }
                open.read += 1;
                if open.read == words.len() {
                    hits.push(Hit {
                        bytes: open.start..word.bytes.end,
                        part,
                        own: true,
                    });
                }
                open.read < words.len()
            });
            for (phrase, (words, part)) in self.phrases.iter().enumerate() {
                if words.first() != Some(&word.forms.exact) {
                    continue;
                }
                if words.len() == 1 {
                    hits.push(Hit {
                        bytes: word.bytes.clone(),
                        part: *part,
                        own: true,
                    });
                } else {
                    open.push(Open {
                        phrase,
                        read: 1,
                        start: word.bytes.start,
                    });
                }
            }
            if let Some((part, own)) = self.word(word.forms) {
                hits.push(Hit {
                    bytes: word.bytes,
                    part,
                    own,
                });
            }
        });
        apart(&mut hits, |hit| &hit.bytes);
        hits
    }

    /// Which part a word is.
    fn word(&self, forms: &Forms) -> Option<(usize, bool)> {
        if let Some(part) = self.spelled.get(forms.spelled.as_str()) {
            return Some((*part, true));
        }
        if let Some(found) = self.terms.get(forms.term.as_str())
            && (self.common.contains(&found.0) || !is_stop(forms))
        {
            return Some(*found);
        }
        let mut starts = self.starts.iter();
        if let Some((_, part)) = starts.find(|(start, _)| forms.folded.starts_with(start)) {
            return Some((*part, true));
        }
        let bones = Some(forms.skeleton()).filter(|bones| !bones.is_empty())?;
        self.terms.get(bones).copied()
    }
}

/// Puts hits in order, and leaves none that begins in another; of those that begin together the
/// longest.
pub(super) fn apart<T>(hits: &mut Vec<T>, bytes: impl Fn(&T) -> &Range<usize>) {
    hits.sort_by_key(|hit| (bytes(hit).start, Reverse(bytes(hit).end)));
    let mut end = 0;
    hits.retain(|hit| {
        let apart = bytes(hit).start >= end;
        if apart {
            end = bytes(hit).end;
        }
        apart
    });
}

/// A phrase that the words read last begin.
struct Open {
    phrase: usize,
    /// How many of its words.
    read: usize,
    /// Where the first of them stands, in bytes.
    start: usize,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::terms::Aliases;

    fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        let query = Query::parse(query, Aliases::built_in(), true, &|_| None);
        let hits = query.hits(text, &mut Analyser::default());
        hits.into_iter().map(|hit| &text[hit]).collect()
    }

    #[test]
    fn words_are_found_as_their_author_spelled_them() {
        let text = "قال المسؤولون الأميركيّون إنّ مسئولين في غوغل زار بيونجيانج";
        for (query, hits) in [
            ("مسؤولين", &["المسؤولون", "مسئولين"][..]),
            ("الأمريكي!", &["الأميركيّون"]),
            ("جوجل قال", &["غوغل"]),
            ("بيونغ يانغ!", &["بيونجيانج"]),
            ("=مسئولين", &["مسئولين"]),
            ("=مسؤولين", &[]),
            ("غو", &["غوغل"]),
            ("زار -غوغل", &["زار"]),
        ] {
            assert_eq!(found(text, query), hits, "{query}");
        }
    }

    #[test]
    fn a_name_is_found_by_its_skeleton_where_the_query_has_one() {
        let mut query = Query::parse("تولمنغستاد", Aliases::built_in(), false, &|_| {
            None
        });
        let text = "في تلمنجستاد أو تولمينغستد";
        assert!(query.hits(text, &mut Analyser::default()).is_empty());
        if let Sense::Word(sought) = &mut query.parts[0].sense {
            sought.others.extend(crate::terms::skeleton("تولمنغستاد"));
        }
        assert_eq!(query.hits(text, &mut Analyser::default()).len(), 2);
        assert!(found("كلمة أخرى", "ء").is_empty());
    }

    #[test]
    fn a_word_is_found_as_two_where_the_query_says_so() {
        let mut query = Query::parse("عبدالعزيز", Aliases::built_in(), false, &|_| None);
        if let Sense::Word(sought) = &mut query.parts[0].sense {
            let pair = ["عبد", "العزيز"].map(str::to_owned).to_vec();
            sought.pairs.push(pair);
        }
        let hits = query.hits("الملك عبد العزيز، عبدالعزيز", &mut Analyser::default());
        assert_eq!(hits, [11..30, 33..51]);
    }

    #[test]
    fn a_phrase_is_one_hit_and_letter_by_letter() {
        let text = "وزير الخارجيّة؛ وزير خارجية، وزير الخارجيه";
        assert_eq!(found(text, "«وزير الخارجية»"), ["وزير الخارجيّة"]);
        assert_eq!(found(text, "«وزير» خارجية").len(), 6);
        assert_eq!(found("لا لا لا إله", "«لا لا إله»"), ["لا لا إله"]);
        assert_eq!(found("لا لا لا", "«لا لا»"), ["لا لا"]);
    }

    #[test]
    fn words_that_say_nothing_are_found_where_nothing_else_is_asked_for() {
        let text = "محمد بن سلمان في الرياض";
        assert_eq!(found(text, "في الرياض "), ["الرياض"]);
        assert_eq!(found(text, "في "), ["في"]);
        assert_eq!(found(text, "محمد بن سلمان").len(), 3);
    }

    proptest! {
        #[test]
        fn hits_are_in_order_and_apart(text in "[ابت «»\u{64e}\u{202e}\n]{0,60}", query in "[ابت «»=-]{0,20}") {
            let query = Query::parse(&query, Aliases::built_in(), true, &|_| None);
            let mut end = 0;
            for hit in query.hits(&text, &mut Analyser::default()) {
                prop_assert!(hit.start >= end && hit.start < hit.end);
                prop_assert!(text.is_char_boundary(hit.start) && text.is_char_boundary(hit.end));
                end = hit.end;
            }
        }
    }
}
