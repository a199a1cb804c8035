//! Is there a sentence, in both languages, for everything the reader says?

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use hashiya::{
    app::command::{Group, TABLE},
    article::{Field, Kind, Reason},
    config::{Possible, SETTINGS},
    passage::Work,
    screen::{Advice, Why},
    text::{Direction, Typesetter},
    words::{Language, Locale, Words},
};

/// The most cells of a command's sentence: beside its keys it stands in half of 80 columns.
const WIDEST: usize = 34;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn languages() -> [Words; 2] {
    ["ar", "en"].map(|name| Words::new(Locale::named(name).unwrap()))
}

/// Every key of a file of sentences, with the arguments of its sentence.
fn written(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("assets/words/{language}.ftl"));
    let file = fs::read_to_string(path).unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with([' ', '}'])
            && let Some((name, _)) = line.split_once(" =")
        {
            name.clone_into(&mut key);
        }
        let used = line.split('$').skip(1);
        let used = used.filter_map(|rest| rest.split([' ', '}', ')']).next());
        let arguments = keys.entry(key.clone()).or_default();
        arguments.extend(used.map(str::to_owned));
    }
    keys
}

/// The keys that the code makes of names.
fn made() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    keys.extend(TABLE.iter().map(|command| format!("do-{}", command.name)));
    keys.extend(Group::ALL.map(|group| group.heading().to_owned()));
    keys.extend(Field::ALL.map(|field| format!("field-{}", field.name())));
    keys.extend(SETTINGS.iter().map(|s| format!("setting-{}", s.key)));
    keys.extend(values().map(|value| format!("value-{value}")));
    keys.insert("value-empty".into());
    let kinds = [
        Kind::Title,
        Kind::Subtitle,
        Kind::Byline,
        Kind::Dateline,
        Kind::Standfirst,
        Kind::Heading(2),
        Kind::Paragraph,
        Kind::Quote,
        Kind::Item,
        Kind::Verse,
        Kind::Caption,
        Kind::Code,
        Kind::Clutter(Reason::ByHand),
    ];
    keys.extend(kinds.map(|kind| format!("kind-{}", kind.name())));
    keys.extend(["kind-imported".into(), "kind-now".into()]);
    keys.insert("work-none".into());
    keys.extend(Work::ALL.map(|work| format!("work-{}", work.name())));
    keys.extend(Advice::ALL.map(|advice| format!("advice-{}", advice.name())));
    keys.extend(Why::ALL.map(|why| format!("doctor-{}", why.name())));
    keys.extend(hints().into_iter().map(|name| format!("hint-{name}")));
    keys
}

/// The values that are chosen by name; the ways to serve a terminal keep theirs.
fn values() -> impl Iterator<Item = &'static str> {
    let chosen = SETTINGS.iter().filter(|setting| setting.key != "bidi");
    chosen.flat_map(|setting| match setting.possible() {
        Possible::Switch => vec!["on", "off"],
        Possible::Names(names) => names,
        Possible::Number(..) | Possible::Text => Vec::new(),
    })
}

/// The commands that are hinted at in the line at the bottom.
fn hints() -> BTreeSet<String> {
    let bars = fs::read_to_string(root().join("src/ui/bars.rs")).unwrap();
    let named = |text: &String| TABLE.iter().any(|command| command.name == text);
    let literals = literals(&bars).into_iter().map(|literal| literal.text);
    literals.filter(named).collect()
}

struct Literal {
    text: String,
    /// The code of the same statement before it, other literals apart.
    before: String,
}

/// The string literals of code, comments apart.
fn literals(code: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '/' && rest.starts_with('/') {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if c == '\'' && rest.starts_with(['"', '\\']) {
            let end = rest[1..].find('\'').map_or(rest.len(), |at| at + 2);
            rest = &rest[end..];
        } else if c == '"' {
            let mut escaped = false;
            let end = rest.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.expect("a literal ends");
            found.push(Literal {
                text: rest[..end].to_owned(),
                before: before.clone(),
            });
            rest = &rest[end + 1..];
        } else if c == ';' {
            before.clear();
        } else {
            before.push(c);
        }
    }
    found
}

/// The keys that stand in the code of the reader as they are.
fn said() -> BTreeSet<(String, PathBuf)> {
    fn walk(dir: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else {
                out.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("src/app"), &mut files);
    walk(&root().join("src/ui"), &mut files);
    let mut keys = BTreeSet::new();
    for path in files {
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for literal in literals(code) {
            if is_key(&literal) {
                keys.insert((literal.text, path.clone()));
            }
        }
    }
    keys
}

/// Words with hyphens are keys, if they name nothing else; one word is, where it is said.
fn is_key(literal: &Literal) -> bool {
    let text = literal.text.as_str();
    let words = || text.split('-');
    if !words().all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())) {
        return false;
    }
    if words().count() > 1 {
        return !TABLE.iter().any(|command| command.name == text)
            && !SETTINGS.iter().any(|setting| setting.key == text);
    }
    let before = literal.before.trim_end();
    let tells = ["say(", "tell(", "said"].iter().any(|w| before.contains(w));
    tells
        && ["say(", "tell(", "{", "=>"]
            .iter()
            .any(|w| before.ends_with(w))
}

#[test]
fn whatever_is_said_has_a_sentence_in_both_languages() {
    let said = said();
    assert!(said.len() > 60, "the scan finds hardly anything: {said:?}");
    for language in ["ar", "en"] {
        let written = written(language);
        for (key, path) in &said {
            let shown = path.display();
            assert!(written.contains_key(key), "{shown} says `{key}`");
        }
    }
}

#[test]
fn whatever_has_a_name_has_a_sentence_in_both_languages() {
    assert!(hints().len() > 10);
    for language in ["ar", "en"] {
        let written = written(language);
        for key in made() {
            assert!(written.contains_key(&key), "no sentence `{key}`");
        }
    }
}

#[test]
fn what_a_sentence_needs_is_named_where_it_is_said() {
    let written = written("en");
    for (key, path) in said() {
        let code = fs::read_to_string(&path).unwrap();
        let named: BTreeSet<String> = literals(&code).into_iter().map(|l| l.text).collect();
        for argument in written.get(&key).into_iter().flatten() {
            let shown = path.display();
            assert!(
                named.contains(argument),
                "{shown}: `{key}` needs {argument}"
            );
        }
    }
}

#[test]
fn no_sentence_is_left_of_a_name_that_is_no_more() {
    let made = made();
    let families = [
        "do-", "hint-", "group-", "field-", "kind-", "value-", "setting-", "work-", "advice-",
    ];
    for key in written("en").into_keys() {
        let of_names = families.iter().any(|family| key.starts_with(family));
        assert!(!of_names || made.contains(&key), "nothing says `{key}`");
    }
}

#[test]
fn a_commands_sentence_fits_beside_its_keys() {
    let mut setter = Typesetter::default();
    for words in languages() {
        let direction = match words.locale().language {
            Language::Arabic => Direction::Rtl,
            Language::English => Direction::Ltr,
        };
        for command in TABLE {
            let said = words.say(&format!("do-{}", command.name), &[]);
            let width = setter.set(&said, direction, &[]).wrap(usize::MAX)[0].width();
            assert!(width <= WIDEST, "{said}: {width} cells");
        }
    }
}

#[test]
fn arabic_is_counted_in_six_forms_on_the_screen() {
    let [arabic, _] = languages();
    let say = |key, count: u64| {
        let arguments = [("count", count.into()), ("keys", "gc".into())];
        arabic.say(key, &arguments)
    };
    let aside = [1, 2, 3, 12, 100].map(|count| say("set-aside", count));
    assert_eq!(
        aside,
        [
            "سطر واحد نُحّي جانبًا؛ للإظهار: gc",
            "سطران نُحّيا جانبًا؛ للإظهار: gc",
            "٣ سطور نُحّيت جانبًا؛ للإظهار: gc",
            "١٢ سطرًا نُحّيت جانبًا؛ للإظهار: gc",
            "١٠٠ سطر نُحّيت جانبًا؛ للإظهار: gc",
        ]
    );
    let shown = [0, 1, 2, 3, 11, 100].map(|count| say("shown", count));
    assert_eq!(
        shown,
        [
            "لا مقالات معروضة",
            "مقال واحد معروض",
            "مقالان معروضان",
            "٣ مقالات معروضة",
            "١١ مقالًا معروضًا",
            "١٠٠ مقال معروض",
        ]
    );
    let read = [2, 3, 11, 100].map(|count| say("marked-read", count));
    assert_eq!(
        read,
        [
            "أصبح مقالان مقروءين.",
            "أصبحت ٣ مقالات مقروءة.",
            "أصبح ١١ مقالًا مقروءًا.",
            "أصبح ١٠٠ مقال مقروءًا.",
        ]
    );
}

#[test]
fn a_citation_is_a_template_in_both_languages() {
    for words in languages() {
        let template = words.isolating().say("citation", &[]);
        for field in ["{author}", "{title}", "{source}", "{date}", "{url}"] {
            assert!(template.contains(field), "{template}");
        }
    }
}
