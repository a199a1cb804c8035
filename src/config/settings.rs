//! Which settings are there?

use toml_edit::{Document, Item, Value};

use super::{
    choice::{Ambiguous, Layout, MarkRead, Theme},
    complaint::{Complaint, Objection},
    form::{Form, Possible, choice, number, switch, text},
};
use crate::{
    text::{Digits, Justify, Marks, Options},
    words::{self, Language, Locale, Months},
};

/// The ways in which a terminal may be served.
pub const BIDI: [&str; 10] = [
    "auto", "visual", "explicit", "inverse", "blank", "tint", "mlterm", "sized", "word", "logical",
];

/// One row of the table of settings.
pub struct Setting {
    /// Its name in the file and at the command line; its help is the sentence `setting-` with it.
    pub key: &'static str,
    possible: fn() -> Possible,
    read: fn(&mut Settings, &str) -> bool,
    write: fn(&Settings) -> String,
}

/// Makes of the table the fields, their defaults, and the rows.
macro_rules! settings {
    ($($(#[$doc:meta])* $key:literal $field:ident: $type:ty = $default:expr, $form:expr;)*) => {
        /// What the reader has chosen, or the defaults.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Settings {
            $($(#[$doc])* pub $field: $type,)*
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        /// All settings, in the order in which they are shown.
        pub const SETTINGS: &[Setting] = &[$({
            const FORM: Form<$type> = $form;
            Setting {
                key: $key,
                possible: FORM.possible,
                read: |settings, text| {
                    let value = (FORM.read)(text);
                    value.map(|value| settings.$field = value).is_some()
                },
                write: |settings| (FORM.write)(&settings.$field),
            }
        },)*];
    };
}

settings! {
    /// The language of the interface; the environment's where none is chosen.
    "language" language: Option<Language> = None, choice();
    /// The digits of the interface; the region's where none are chosen.
    "digits" digits: Option<words::Digits> = None, choice();
    /// The names of the months in Arabic; the region's where none are chosen.
    "months" months: Option<Months> = None, choice();
    /// The digits of the articles.
    "text-digits" text_digits: Digits = Digits::AsWritten, choice();
    /// Which marks of the articles are shown.
    "harakat" harakat: Marks = Marks::All, choice();
    /// How rows of text are filled.
    "justify" justify: Justify = Justify::Off, choice();
    /// Whether addresses, telephone numbers and their like are set as units.
    "isolate" isolate: bool = true, switch();
    /// The widest row of text, in cells.
    "measure" measure: u16 = 70, number::<40, 120>();
    /// How many rows a title may take in the list.
    "title-rows" title_rows: u16 = 2, number::<1, 3>();
    /// Whether the list has one row an article.
    "dense" dense: bool = false, switch();
    /// Whether the list stays beside the article.
    "pin-list" pin_list: bool = false, switch();
    /// The colours.
    "theme" theme: Theme = Theme::Auto, choice();
    /// Whether the mouse is listened to.
    "mouse" mouse: bool = true, switch();
    /// Which layout types the other script.
    "keyboard" keyboard: Layout = Layout::Arabic101, choice();
    /// How the terminal is served: a name of [`BIDI`].
    "bidi" bidi: &'static str = BIDI[0], bidi();
    /// How wide the terminal shows ambiguous characters, where its own answer is not to be
    /// believed.
    "ambiguous" ambiguous: Ambiguous = Ambiguous::Auto, choice();
    /// When an article counts as read.
    "mark-read" mark_read: MarkRead = MarkRead::Open, choice();
    /// The form of a citation; the language's own where none is chosen.
    "citation" citation: Option<String> = None, text();
    /// The editor of long notes; the environment's where none is chosen.
    "editor" editor: Option<String> = None, text();
    /// The command that opens an address; none where addresses are not to be opened.
    "opener" opener: Option<String> = Some("xdg-open".to_owned()), text();
}

const fn bidi() -> Form<&'static str> {
    Form {
        possible: || Possible::Names(BIDI.to_vec()),
        read: |text| BIDI.into_iter().find(|name| *name == text),
        write: |name| (*name).to_owned(),
    }
}

impl Setting {
    /// The setting of this name.
    pub fn named(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// What it may be set to.
    pub fn possible(&self) -> Possible {
        (self.possible)()
    }

    /// Its value in these settings, as it is written.
    pub fn value(&self, settings: &Settings) -> String {
        (self.write)(settings)
    }

    /// Sets it; false where it cannot take this value.
    pub fn set(&self, settings: &mut Settings, value: &str) -> bool {
        (self.read)(settings, value)
    }
}

impl Settings {
    /// The settings of a file; what is wrong in it keeps its default.
    pub fn read(toml: &str) -> (Self, Vec<Complaint>) {
        Self::read_over(Self::default(), toml)
    }

    /// The same, with other defaults.
    pub(super) fn read_over(mut settings: Self, toml: &str) -> (Self, Vec<Complaint>) {
        let document = match Document::parse(toml) {
            Ok(document) => document,
            Err(broken) => return (settings, vec![Complaint::broken(toml, &broken)]),
        };
        let mut complaints = Vec::new();
        for (key, item) in document.iter() {
            let what = match Setting::named(key) {
                None => Objection::UnknownSetting(key.to_owned()),
                Some(setting) => match scalar(item) {
                    Some(value) if setting.set(&mut settings, &value) => continue,
                    value => Objection::BadValue {
                        key: setting.key,
                        value: value.unwrap_or_else(|| item.to_string().trim().to_owned()),
                        possible: setting.possible(),
                    },
                },
            };
            complaints.push(Complaint::at(toml, document.as_table(), key, what));
        }
        (settings, complaints)
    }

    /// How the interface speaks, where the environment would have it speak so.
    pub fn locale(&self, environment: Locale) -> Locale {
        let own = match self.language {
            Some(Language::Arabic) => Locale::named("ar"),
            Some(Language::English) => Locale::named("en"),
            None => None,
        };
        let locale = own
            .filter(|own| own.language != environment.language)
            .unwrap_or(environment);
        Locale {
            digits: self.digits.unwrap_or(locale.digits),
            months: self.months.unwrap_or(locale.months),
            ..locale
        }
    }

    /// How articles are set.
    pub fn options(&self) -> Options {
        Options {
            isolate: self.isolate,
            marks: self.harakat,
            digits: self.text_digits,
            justify: self.justify,
            wide: self.ambiguous == Ambiguous::Wide,
            ..Options::default()
        }
    }
}

/// A value that is no list and no table, as text.
fn scalar(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Boolean(on) => Some(on.value().to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn every_setting_has_its_name_once_and_its_help_in_both_languages() {
        for (at, setting) in SETTINGS.iter().enumerate() {
            let key = setting.key;
            assert!(SETTINGS[..at].iter().all(|s| s.key != key), "{key} twice");
            for language in ["ar", "en"] {
                let words = Words::new(Locale::named(language).unwrap());
                let help = format!("setting-{key}");
                assert_ne!(words.say(&help, &[]), help);
            }
        }
    }

    #[test]
    fn every_value_that_is_offered_is_taken_and_shown_as_it_was_given() {
        for setting in SETTINGS {
            let values: Vec<String> = match setting.possible() {
                Possible::Switch => vec!["on".to_owned(), "off".to_owned()],
                Possible::Names(names) => names.into_iter().map(str::to_owned).collect(),
                Possible::Number(low, high) => vec![low.to_string(), high.to_string()],
                Possible::Text => vec![String::new(), "vi -R".to_owned()],
            };
            for value in values {
                let mut settings = Settings::default();
                assert!(
                    setting.set(&mut settings, &value),
                    "{} {value}",
                    setting.key
                );
                assert_eq!(setting.value(&settings), value);
            }
            let default = setting.value(&Settings::default());
            assert!(setting.set(&mut Settings::default(), &default));
        }
    }

    #[test]
    fn values_are_read_in_any_form_toml_has_for_them() {
        let toml =
            "measure = 80\ntitle-rows = \"3\"\nmouse = false\ndense = 'on'\nlanguage = \"ar\"\n";
        let (settings, complaints) = Settings::read(toml);
        assert_eq!(complaints, []);
        assert_eq!((settings.measure, settings.title_rows), (80, 3));
        assert_eq!((settings.mouse, settings.dense), (false, true));
        assert_eq!(settings.language, Some(Language::Arabic));
    }

    #[test]
    fn what_is_wrong_keeps_its_default_and_is_named_with_its_line() {
        let toml =
            "# mine\nmeasure = 12\ncolour = 'red'\ntheme = [\"dark\"]\n\n[keys]\nquit = 'q'\n";
        let (settings, complaints) = Settings::read(toml);
        assert_eq!(settings, Settings::default());
        let seen: Vec<(usize, String)> = complaints
            .iter()
            .map(|c| {
                let named = match &c.what {
                    Objection::BadValue { key, value, .. } => format!("{key} = {value}"),
                    Objection::UnknownSetting(key) => key.clone(),
                    other => format!("{other:?}"),
                };
                (c.line, named)
            })
            .collect();
        let expected = [
            (2, "measure = 12"),
            (3, "colour"),
            (4, "theme = [\"dark\"]"),
            (6, "keys"),
        ];
        assert_eq!(seen, expected.map(|(line, text)| (line, text.to_owned())));
    }

    #[test]
    fn a_broken_file_is_one_complaint_with_its_line() {
        let (settings, complaints) = Settings::read("measure = 80\ntheme = = dark\n");
        assert_eq!(settings, Settings::default());
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].line, 2);
        assert!(matches!(complaints[0].what, Objection::Broken(_)));
    }

    #[test]
    fn the_region_speaks_where_the_reader_has_not() {
        let morocco = Locale::named("ar_MA").unwrap();
        let mut settings = Settings::default();
        assert_eq!(settings.locale(morocco), morocco);
        settings.language = Some(Language::Arabic);
        assert_eq!(settings.locale(morocco), morocco);
        settings.digits = Some(words::Digits::Arabic);
        let locale = settings.locale(morocco);
        assert_eq!(locale.digits, words::Digits::Arabic);
        assert_eq!(locale.months, Months::Morocco);
        settings.language = Some(Language::English);
        assert_eq!(settings.locale(morocco).language, Language::English);
        assert_eq!(settings.locale(morocco).months, Months::Common);
    }
}
