//! How is the text of a search read?

use icu_normalizer::ComposingNormalizerBorrowed;

use super::{
    Aliases, Analyser, Forms, Part, Place, Query, Sense, Sought, is_link, is_stop,
    item::{Field, Item, Items, Sort},
    stem::term,
};
use crate::article::Date;

/// A query has no more parts, and a phrase no more words; what is typed beyond is left out.
const MOST: usize = 64;

/// No more code points of a query are read.
const LONGEST: usize = 1 << 14;

/// A date has no more words.
const DATE_WORDS: usize = 4;

impl Query {
    /// Reads a search as it is typed. Words are all wanted; « » “ ” „ " quote letters in their
    /// order; a leading minus or `not:` negates; `=` asks for one spelling; `title:` `source:`
    /// `tag:` `note:` `before:` `after:`, in Arabic too, say where. `date` reads a date. While
    /// it is still being typed, its last word may go on. Whatever the text, it says something.
    pub fn parse(
        text: &str,
        aliases: &Aliases,
        typing: bool,
        date: &dyn Fn(&str) -> Option<Date>,
    ) -> Self {
        let text = visible(text);
        let mut reading = Reading {
            query: Self::default(),
            words: Vec::new(),
            analyser: Analyser::default(),
        };
        let mut items = Items { text: &text, at: 0 };
        while reading.count() < MOST
            && let Some(item) = items.next()
        {
            let before = match item.field {
                Field::Before => !item.not,
                Field::After => item.not,
                _ => {
                    let last = typing && item.value.end == text.len();
                    reading.item(&text[item.value.clone()], &item, last);
                    continue;
                }
            };
            let start = item.value.start;
            let ends = match item.sort {
                Sort::Words => items.ends(start, DATE_WORDS),
                Sort::Quoted | Sort::Spelled => vec![item.value.end],
            };
            let mut longest = ends.into_iter().rev();
            let read = longest.find_map(|end| Some((date(&text[start..end])?, end)));
            match read {
                None if text[item.value.clone()].trim().is_empty() => {}
                None => reading.query.unread.push(text[item.value].to_owned()),
                Some((read, end)) => {
                    items.at = items.at.max(end);
                    let (query, read) = (&mut reading.query, Some(read));
                    if before {
                        query.before = read;
                    } else {
                        query.after = read;
                    }
                }
            }
        }
        reading.finish(aliases)
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
            && self.not.is_empty()
            && self.sources.is_empty()
            && self.tags.is_empty()
            && self.after.is_none()
            && self.before.is_none()
    }
}

/// A query while it is read.
struct Reading {
    query: Query,
    words: Vec<Typed>,
    analyser: Analyser,
}

/// A word that was typed.
struct Typed {
    forms: Forms,
    place: Place,
    not: bool,
    /// Whether it may go on.
    open: bool,
    /// Whether only blanks part it from the word before.
    beside: bool,
    /// Where it stands among the parts.
    at: usize,
}

impl Reading {
    fn count(&self) -> usize {
        let query = &self.query;
        self.words.len()
            + query.parts.len()
            + query.not.len()
            + query.sources.len()
            + query.tags.len()
            + query.unread.len()
    }

    fn item(&mut self, value: &str, item: &Item, last: bool) {
        let mut forms = Vec::new();
        let mut end = 0;
        self.analyser.words(value, |word| {
            if forms.len() < MOST {
                end = word.bytes.end;
                forms.push(word.forms.clone());
            }
        });
        forms.retain(|forms| !forms.spelled.is_empty());
        if forms.is_empty() {
            return;
        }
        let place = match item.field {
            Field::Title => Place::Title,
            Field::Note => Place::Note,
            Field::Source => {
                let words: Vec<String> = forms.into_iter().map(|forms| forms.folded).collect();
                self.query.sources.push((words.join(" "), !item.not));
                return;
            }
            Field::Tag => {
                self.query.tags.push((value.trim().to_owned(), !item.not));
                return;
            }
            _ => Place::Anywhere,
        };
        let sense = if item.sort == Sort::Spelled && forms.len() == 1 {
            Sense::Spelled(forms.swap_remove(0).spelled)
        } else if item.sort != Sort::Words || item.not && forms.len() > 1 {
            Sense::Phrase(forms.into_iter().map(|forms| forms.exact).collect())
        } else {
            let most = MOST.saturating_sub(self.count());
            let count = forms.len();
            for (at, forms) in forms.into_iter().enumerate().take(most) {
                self.words.push(Typed {
                    forms,
                    place,
                    not: item.not,
                    open: last && !item.not && at + 1 == count && end == value.len(),
                    beside: at > 0 || !item.parted,
                    at: self.query.parts.len(),
                });
            }
            return;
        };
        let parts = if item.not {
            &mut self.query.not
        } else {
            &mut self.query.parts
        };
        parts.push(Part { place, sense });
    }

    /// Adds the words, which know their neighbours now.
    fn finish(self, aliases: &Aliases) -> Query {
        let mut query = self.query;
        let words = self.words;
        let mut wanted = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let left = at.checked_sub(1).map(|left| &words[left]);
            let left = left.filter(|left| word.follows(left));
            let right = words.get(at + 1).filter(|right| right.follows(word));
            let says = |other: Option<&Typed>| other.is_some_and(|word| !is_stop(&word.forms));
            let named = is_link(&word.forms) && says(left) && says(right);
            let mut others = aliases.of(&word.forms.term).to_vec();
            let pairs = [
                left.map(|left| (left, word)),
                right.map(|right| (word, right)),
            ];
            for (one, two) in pairs.into_iter().flatten().filter(|_| !word.not) {
                if one.says() && two.says() {
                    others.push(term(&format!("{}{}", one.forms.folded, two.forms.folded)));
                }
            }
            others.retain(|other| *other != word.forms.term);
            let sought = Sought {
                word: word.forms.spelled.clone(),
                term: word.forms.term.clone(),
                others,
                start: word.open.then(|| word.forms.folded.clone()),
                stop: is_stop(&word.forms) && !named,
                pairs: Vec::new(),
            };
            let part = Part {
                place: word.place,
                sense: Sense::Word(sought),
            };
            if word.not {
                query.not.push(part);
            } else {
                wanted.push((word.at, part));
            }
        }
        // words go where they stood among the other parts
        for (at, part) in wanted.into_iter().rev() {
            query.parts.insert(at, part);
        }
        query
    }
}

impl Typed {
    fn follows(&self, left: &Self) -> bool {
        self.beside && (self.at, self.place, self.not) == (left.at, left.place, left.not)
    }

    /// Whether it may be half of a word.
    fn says(&self) -> bool {
        !is_stop(&self.forms) || is_link(&self.forms)
    }
}

/// The text composed, without invisible signs, and blanks for controls.
fn visible(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc();
    composed
        .normalize_iter(text.chars().take(LONGEST))
        .filter(|c| {
            !matches!(
                c,
                '\u{ad}'
                    | '\u{61c}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{feff}'
            )
        })
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> Query {
        Query::parse(text, Aliases::built_in(), false, &|date| date.parse().ok())
    }

    fn words(query: &Query) -> Vec<&str> {
        let parts = query.parts.iter().map(|part| match &part.sense {
            Sense::Word(sought) => sought.word.as_str(),
            _ => "",
        });
        parts.collect()
    }

    fn sought(query: &Query, at: usize) -> &Sought {
        match &query.parts[at].sense {
            Sense::Word(sought) => sought,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn words_letters_and_spellings_keep_their_order() {
        let query = parse("زيارة «وزير الخارجيّة» =على، الثالثة");
        let phrase = ["وزير", "الخارجية"].map(str::to_owned).to_vec();
        assert_eq!(query.parts[1].sense, Sense::Phrase(phrase));
        assert_eq!(query.parts[2].sense, Sense::Spelled("على".to_owned()));
        assert_eq!(words(&query), ["زيارة", "", "", "الثالثة"]);
        assert!(query.not.is_empty());
    }

    #[test]
    fn what_is_not_wanted_is_a_word_a_phrase_or_a_field() {
        let query =
            parse("سلام -حرب ليس:«حرب أهلية» -covid-19 -مصدر:بي.بي.سي -وسم:سياسة/شرق عنوان:-هدنة");
        assert_eq!(words(&query), ["سلام"]);
        assert_eq!(query.not.len(), 4);
        assert_eq!(query.sources, [("بي بي سي".to_owned(), false)]);
        assert_eq!(query.tags, [("سياسة/شرق".to_owned(), false)]);
        assert!(query.not.iter().any(|part| part.place == Place::Title));
    }

    #[test]
    fn dates_take_the_longest_run_that_is_one() {
        let read = |text: &str| match text {
            "مارس 2018" => "2018-03".parse().ok(),
            "٥ يناير ٢٠١٨" => "2018-01-05".parse().ok(),
            other => other.parse().ok(),
        };
        let parse = |text: &str| Query::parse(text, Aliases::built_in(), false, &read);
        let date = |text: &str| Some(text.parse::<Date>().unwrap());
        let query = parse("حرب قبل:مارس 2018 بعد: ٥ يناير ٢٠١٨ هدنة");
        assert_eq!(query.before, date("2018-03"));
        assert_eq!(query.after, date("2018-01-05"));
        assert_eq!(words(&query), ["حرب", "هدنة"]);
        let query = parse("before:2018-06-20 -after:«2018» حرب before:soon");
        assert_eq!(query.before, date("2018"));
        assert_eq!(query.unread, ["soon"]);
        assert_eq!(words(&query), ["حرب"]);
    }

    #[test]
    fn a_word_is_tried_joined_with_its_neighbours_and_in_other_spellings() {
        let query = parse("بيونغ يانغ، الأمريكي");
        let joined = term(&crate::text::fold("بيونغيانغ"));
        assert_eq!(sought(&query, 0).others, std::slice::from_ref(&joined));
        assert_eq!(sought(&query, 1).others, [joined]);
        assert!(sought(&query, 2).others.contains(&term("اميركي")));
        assert!(sought(&parse("حرب في سوريا"), 0).others.is_empty());
    }

    #[test]
    fn a_link_says_something_within_a_name_only() {
        let stops = |text: &str| -> Vec<bool> {
            let query = parse(text);
            (0..query.parts.len())
                .map(|at| sought(&query, at).stop)
                .collect()
        };
        assert_eq!(stops("محمد بن سلمان"), [false, false, false]);
        assert_eq!(stops("بن سلمان"), [true, false]);
        assert_eq!(stops("قال بن سلمان"), [true, true, false]);
        assert_eq!(stops("محمد، بن سلمان"), [false, true, false]);
    }

    #[test]
    fn only_the_last_word_goes_on_and_only_while_typing() {
        let start = |text: &str, typing: bool| {
            let query = Query::parse(text, Aliases::built_in(), typing, &|_| None);
            let last = query.parts.len() - 1;
            sought(&query, last).start.clone()
        };
        assert_eq!(start("حرب سور\u{200f}", true).as_deref(), Some("سور"));
        for (text, typing) in [("حرب سور", false), ("حرب سور ", true), ("سور!", true)]
        {
            assert_eq!(start(text, typing), None, "{text}");
        }
        assert_eq!(sought(&parse("حرب سور"), 0).start, None);
    }

    #[test]
    fn texts_that_search_for_nothing_are_empty() {
        for text in [
            "",
            "؟!.. -- = «»",
            "\u{64e}\u{651}\u{640}",
            "\u{202e}\u{200f}",
            "title:",
            "-",
        ] {
            assert!(parse(text).is_empty(), "{text}");
        }
        assert!(!parse("في").is_empty());
        assert!(!parse("before:2018").is_empty());
    }

    #[test]
    fn a_query_has_an_end() {
        for text in [
            "حرب ".repeat(4000),
            "ا-".repeat(6000),
            format!("«{}", "ا ".repeat(6000)),
        ] {
            let query = parse(&text);
            assert!(query.parts.len() <= MOST);
            for part in query.parts {
                assert!(!matches!(part.sense, Sense::Phrase(words) if words.len() > MOST));
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read(text in "[-–=«»“”„\"،;: .*+?(){}|^$\\\\\\[\\]\u{64e}\u{202e}\u{200f}ابنغوي5a]{0,80}", typing: bool) {
            let query = Query::parse(&text, Aliases::built_in(), typing, &|date| date.parse().ok());
            prop_assert!(query.parts.len() + query.not.len() <= MOST);
        }

        #[test]
        fn fields_may_stand_anywhere(items in prop::collection::vec(
            prop::sample::select(&["title:", "قبل:", "بعد: ", "-", "«", "»", "\"", "=", "2018", "مارس", "ليس:", " ", "،", "\u{2067}"][..]), 0..40)) {
            let query = parse(&items.concat());
            prop_assert!(query.unread.iter().all(|date| !date.is_empty()));
        }
    }
}
