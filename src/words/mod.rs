//! How is it said? Whole sentences in both languages, numbers, dates. Pure.
//!
//! The sentences are in `assets/words/`. What is set into a sentence (file names, titles,
//! messages of the system) comes from outside: [`safe`] makes its controls visible first.

mod apart;
mod date;
mod fault;
mod locale;
mod safe;

pub use locale::{Digits, Language, Locale, Months};
pub use safe::{isolated, safe};

use std::{cell::OnceCell, fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules};
use intl_memoizer::IntlLangMemoizer;

const ARABIC: &str = include_str!("../../assets/words/ar.ftl");
const ENGLISH: &str = include_str!("../../assets/words/en.ftl");

/// The sentences of one language. They are read when the first is said.
pub struct Words {
    bundle: OnceCell<FluentBundle<&'static FluentResource>>,
    locale: Locale,
    isolates: bool,
}

/// What is set into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Argument<'a> {
    /// Words from outside.
    Text(&'a str),
    /// A count, in the digits of the interface; it chooses the plural form.
    Number(u64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Argument<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The sentences of a language, plain: nothing marks where a string was set in.
    pub fn new(locale: Locale) -> Self {
        Self {
            bundle: OnceCell::new(),
            locale,
            isolates: false,
        }
    }

    /// The same sentences for a screen that follows the bidi algorithm: what is set in is isolated.
    #[must_use]
    pub fn isolating(self) -> Self {
        Self {
            bundle: OnceCell::new(),
            isolates: true,
            ..self
        }
    }

    /// Reads the sentences now, and not when the first is said.
    pub fn read(&self) {
        self.bundle
            .get_or_init(|| bundle(self.locale, self.isolates));
    }

    /// Which language, digits and months.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A sentence by its key; a key without a sentence is shown itself.
    pub fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let bundle = self
            .bundle
            .get_or_init(|| bundle(self.locale, self.isolates));
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => given.set(*name, safe(text)),
                Argument::Number(number) => given.set(*name, *number),
            }
        }
        let mut trouble = Vec::new();
        bundle
            .format_pattern(pattern, Some(&given), &mut trouble)
            .into_owned()
    }
}

/// Reads the sentences of a language.
fn bundle(locale: Locale, isolates: bool) -> FluentBundle<&'static FluentResource> {
    static ARABIC_RESOURCE: OnceLock<FluentResource> = OnceLock::new();
    static ENGLISH_RESOURCE: OnceLock<FluentResource> = OnceLock::new();
    let (tag, source, resource) = match locale.language {
        Language::Arabic => ("ar", ARABIC, &ARABIC_RESOURCE),
        Language::English => ("en", ENGLISH, &ENGLISH_RESOURCE),
    };
    let tag = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(isolates);
    bundle.set_formatter(Some(match locale.digits {
        Digits::Western => western,
        Digits::Arabic => arabic,
    }));
    // a bundle that was just made has no function yet
    let _ = bundle.add_function("PLURAL", plural);
    bundle.add_resource_overriding(resource.get_or_init(|| {
        let read = FluentResource::try_new(source.to_owned());
        read.unwrap_or_else(|(partial, _)| partial)
    }));
    bundle
}

/// The plural form of an Arabic number (CLDR): the rules that fluent brings know no number
/// above 100 but as `other`.
fn plural<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    let rules = PluralRules::try_new_cardinal(locale!("ar").into());
    let number = match given {
        // a count, as it is written
        [FluentValue::Number(number)] => number.as_string().parse().unwrap_or(0),
        _ => 0_u64,
    };
    let form = rules.map(|rules| rules.category_for(number));
    let name = match form {
        Ok(PluralCategory::Zero) => "zero",
        Ok(PluralCategory::One) => "one",
        Ok(PluralCategory::Two) => "two",
        Ok(PluralCategory::Few) => "few",
        Ok(PluralCategory::Many) => "many",
        Ok(PluralCategory::Other) | Err(_) => "other",
    };
    FluentValue::from(name)
}

type Memoizer = IntlLangMemoizer;

fn western(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    Some(number.as_string().into_owned())
}

fn arabic(value: &FluentValue<'_>, memoizer: &Memoizer) -> Option<String> {
    western(value, memoizer).map(|digits| Digits::Arabic.write(&digits))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Each key of a file with the arguments of its sentence.
    fn keys(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in source.lines().filter(|l| !l.starts_with('#')) {
            if !line.starts_with([' ', '}'])
                && let Some((name, _)) = line.split_once(" =")
            {
                key = name;
                assert!(!keys.contains_key(key), "{key} twice");
                keys.insert(key, BTreeSet::new());
            }
            let used = line
                .split('$')
                .skip(1)
                .filter_map(|l| l.split([' ', '}', ')']).next());
            keys.entry(key).or_default().extend(used);
        }
        keys
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(ARABIC), keys(ENGLISH));
    }

    #[test]
    fn the_files_are_whole() {
        for source in [ARABIC, ENGLISH] {
            FluentResource::try_new(source.to_owned()).unwrap();
        }
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        let words = Words::new(Locale::named("ar").unwrap());
        let said = [0, 1, 2, 3, 11, 100, 103, 145, 28_902]
            .map(|n: u64| words.say("added", &[("count", n.into())]));
        assert_eq!(
            said,
            [
                "لم يُضَف أي مقال.",
                "أُضيف مقال واحد.",
                "أُضيف مقالان.",
                "أُضيفت ٣ مقالات.",
                "أُضيف ١١ مقالًا.",
                "أُضيف ١٠٠ مقال.",
                "أُضيفت ١٠٣ مقالات.",
                "أُضيف ١٤٥ مقالًا.",
                "أُضيف ٢٨٩٠٢ مقال.",
            ]
        );
    }

    #[test]
    fn a_librarys_count_agrees_with_what_is_unread() {
        let said = |locale: &str, counts: [(u64, u64); 9]| {
            let words = Words::new(Locale::named(locale).unwrap());
            counts.map(|(count, unread)| {
                let arguments = [("count", count.into()), ("unread", unread.into())];
                words.say("library-count", &arguments)
            })
        };
        let counts = [
            (0, 0),
            (1, 0),
            (1, 1),
            (2, 0),
            (2, 2),
            (8, 3),
            (11, 2),
            (40, 11),
            (100, 1),
        ];
        assert_eq!(
            said("ar", counts),
            [
                "لا مقالات",
                "مقال واحد، مقروء",
                "مقال واحد، غير مقروء",
                "مقالان، كلاهما مقروء",
                "مقالان، كلاهما غير مقروء",
                "٨ مقالات، ٣ غير مقروءة",
                "١١ مقالًا، اثنان غير مقروءين",
                "٤٠ مقالًا، ١١ غير مقروء",
                "١٠٠ مقال، واحد غير مقروء",
            ]
        );
        assert_eq!(
            said("en", counts),
            [
                "No articles",
                "1 article, read",
                "1 article, unread",
                "2 articles, all read",
                "2 articles, 2 unread",
                "8 articles, 3 unread",
                "11 articles, 2 unread",
                "40 articles, 11 unread",
                "100 articles, 1 unread",
            ]
        );
    }

    #[test]
    fn what_is_set_in_carries_no_controls() {
        let words = Words::new(Locale::named("en").unwrap());
        let said = words.say("error-empty", &[("name", "a\u{1b}[2J\u{202e}".into())]);
        assert!(said.starts_with("a\\u{1b}[2J\\u{202e} is empty"), "{said}");
    }
}
