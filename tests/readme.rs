//! Does the README tell the keys as the table of commands has them?
//!
//! `HASHIYA_WRITE_README=1 cargo test --test readme` writes them anew.

use std::{env, fmt::Write, fs, path::Path};

use hashiya::{
    app::{
        Key, Keyboard,
        command::{Command, Group, Scope, TABLE},
    },
    config::Layout,
    words::{Locale, Words},
};

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- end of keys -->\n";

#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let table = keys();
    if env::var_os("HASHIYA_WRITE_README").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(
        written, table,
        "HASHIYA_WRITE_README=1 cargo test --test readme writes it anew"
    );
}

/// The table in Markdown, a part for each group.
fn keys() -> String {
    let words = Words::new(Locale::named("en").unwrap());
    let keyboard = Keyboard::new(Layout::Arabic101);
    let mut out = String::new();
    for group in Group::ALL {
        let heading = words.say(group.heading(), &[]);
        let _ = writeln!(out, "\n**{heading}**\n");
        out.push_str(
            "| keys | with the Arabic layout on | where | | name |\n|---|---|---|---|---|\n",
        );
        for command in TABLE.iter().filter(|command| command.group == group) {
            let said = words.say(&format!("do-{}", command.name), &[]);
            let keys: Vec<String> = command.keys.iter().map(|keys| code(keys)).collect();
            let arabic = command.keys.iter().find_map(|keys| typed(&keyboard, keys));
            let _ = writeln!(
                out,
                "| {} | {} | {} | {said} | `{}` |",
                keys.join(" "),
                arabic.unwrap_or_default(),
                place(command),
                command.name,
            );
        }
    }
    out.push('\n');
    out
}

fn code(keys: &str) -> String {
    let keys = keys.replace("<Letter>", "…");
    let keys = match keys.as_str() {
        "<Forward>" => "→".to_owned(),
        keys => keys.replace('|', "\\|"),
    };
    format!("`{keys}`")
}

/// The same with Arabic letters, where it is typed with letters.
fn typed(keyboard: &Keyboard, keys: &str) -> Option<String> {
    let (keys, letter) = match keys.strip_suffix("<Letter>") {
        Some(keys) => (keys, "…"),
        None => (keys, ""),
    };
    let keys = Key::sequence(keys).ok()?;
    let plain = keys.iter().all(|key| !key.ctrl && !key.alt);
    let shown: String = keys.iter().map(|key| keyboard.shown(*key)).collect();
    let arabic = shown.chars().any(|c| ('\u{620}'..='\u{652}').contains(&c));
    (plain && arabic && keyboard.reachable(&keys)).then(|| format!("`{shown}{letter}`"))
}

fn place(command: &Command) -> String {
    const PLACES: [(Scope, &str); 7] = [
        (Scope::LIST, "list"),
        (Scope::READER, "article"),
        (Scope::SELECT, "selection"),
        (Scope::STICKY, "sticky tags"),
        (Scope::PASSAGES, "passages"),
        (Scope::CODEBOOK, "codebook"),
        (Scope::COUNTS, "counts"),
    ];
    if command.scope == Scope::ALL {
        return "everywhere".to_owned();
    }
    let own = PLACES.iter().filter(|(place, _)| command.scope.has(*place));
    let own: Vec<&str> = own.map(|(_, name)| *name).collect();
    own.join(", ")
}
