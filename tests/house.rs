//! Is the house still built as it was meant? Order of dependency, outside crates per room, size of files.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Outside crates that only some modules may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("uuid", &["store", "exchange"]),
    ("tantivy", &["index"]),
    ("ratatui_core", &["ui", "screen", "run"]),
    ("rustix", &["screen", "run"]),
    ("nix", &["run"]),
    ("signal_hook", &["screen", "run"]),
    ("toml_edit", &["config"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("fluent_bundle", &["words"]),
    ("encoding_rs", &["import"]),
    ("chardetng", &["import"]),
    ("pulldown_cmark", &["import"]),
    ("icu_segmenter", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
];

/// Modules that must stay free of input and output.
const PURE: &[&str] = &[
    "words", "text", "article", "import", "passage", "exchange", "terms", "app",
];

/// No file is longer, in lines, than this without a reason.
const LONGEST: usize = 420;

struct Source {
    module: String,
    path: PathBuf,
    code: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The modules in the order of their `pub mod` lines.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    lib.lines()
        .filter_map(|l| {
            l.strip_prefix("pub mod ")?
                .strip_suffix(';')
                .map(str::to_owned)
        })
        .collect()
}

fn sources() -> Vec<Source> {
    fn walk(dir: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(path);
            }
        }
    }
    let src = root().join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let module = path
                .strip_prefix(&src)
                .unwrap()
                .components()
                .next()
                .unwrap();
            let module = Path::new(&module)
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let code = fs::read_to_string(&path).unwrap();
            Source { module, path, code }
        })
        .collect()
}

/// The lines of code, comments apart.
fn code_lines(code: &str) -> impl Iterator<Item = &str> {
    code.lines()
        .map(|l| l.split("//").next().unwrap_or_default())
}

/// The names that follow `crate::` in a file.
fn names_in_crate(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in code_lines(code) {
        for (at, found) in line.match_indices("crate::") {
            let before = line[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &line[at + found.len()..];
            let list = rest
                .strip_prefix('{')
                .map_or(rest, |r| r.split('}').next().unwrap_or(r));
            let many = rest.starts_with('{');
            for part in list.split(',').take(if many { usize::MAX } else { 1 }) {
                let name: String = part
                    .trim()
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                names.insert(name);
            }
        }
    }
    names
}

#[test]
fn modules_depend_downwards_only() {
    let order = modules();
    let place = |name: &str| order.iter().position(|m| m == name);
    for source in sources() {
        let Some(own) = place(&source.module) else {
            continue;
        };
        for name in names_in_crate(&source.code) {
            let Some(other) = place(&name) else { continue };
            let shown = source.path.display();
            assert!(
                other <= own,
                "{shown} names crate::{name}, which comes after {}",
                source.module
            );
            assert!(
                source.module != "text" || name == "text",
                "{shown}: the text engine names no sibling, but names crate::{name}"
            );
        }
    }
}

#[test]
fn every_module_of_the_source_is_listed() {
    let order = modules();
    for source in sources() {
        let known =
            order.contains(&source.module) || ["lib", "main"].contains(&source.module.as_str());
        assert!(
            known,
            "{} belongs to no module of lib.rs",
            source.path.display()
        );
    }
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    for source in sources() {
        for (name, rooms) in ROOMS {
            let path = format!("{name}::");
            let named = code_lines(&source.code)
                .flat_map(|line| line.match_indices(&path).map(move |(at, _)| &line[..at]))
                .any(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            assert!(
                !named || rooms.contains(&source.module.as_str()),
                "{} names {name}, which only {rooms:?} may",
                source.path.display()
            );
        }
    }
}

#[test]
fn the_middle_is_pure() {
    for source in sources()
        .iter()
        .filter(|s| PURE.contains(&s.module.as_str()))
    {
        for word in [
            "std::fs",
            "std::net",
            "std::process",
            "std::env",
            "std::thread",
            "SystemTime",
            "Instant::now",
        ] {
            let named = code_lines(&source.code).any(|l| l.contains(word));
            assert!(
                !named,
                "{} names {word}: what must happen outside is returned",
                source.path.display()
            );
        }
    }
}

#[test]
fn a_file_is_a_small_noun_that_opens_with_its_question() {
    for source in sources() {
        let shown = source.path.display();
        let lines = source.code.lines().count();
        let name = source.path.file_name().unwrap().to_str().unwrap();
        assert!(
            name == "table.rs" || lines <= LONGEST,
            "{shown} has {lines} lines"
        );
        assert!(
            source.code.starts_with("//!"),
            "{shown} opens with no line that says what it answers"
        );
        let noun = source.path.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["utils", "util", "helpers", "types", "manager", "common"].contains(&noun),
            "{shown}"
        );
    }
}

#[test]
fn arabic_and_interface_strings_are_data() {
    for source in sources()
        .iter()
        .filter(|s| ["cli", "desk", "app", "ui", "store"].contains(&s.module.as_str()))
    {
        let code = source.code.split("#[cfg(test)]").next().unwrap();
        let arabic =
            code_lines(code).any(|l| l.chars().any(|c| ('\u{0620}'..='\u{064a}').contains(&c)));
        assert!(
            !arabic,
            "{} holds Arabic strings: they belong in assets",
            source.path.display()
        );
    }
}
