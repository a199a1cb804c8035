//! Does the text engine agree with Unicode's own test files?
//!
//! The files come from Debian's `unicode-data`; without them the tests say so and pass,
//! except in continuous integration, where they must be there.

use std::{fs, path::Path};

use hashiya::text::{Class, Resolver, first_strong};

fn unicode_file(name: &str) -> Option<String> {
    let path = Path::new("/usr/share/unicode").join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(_) if std::env::var_os("CI").is_some() => {
            panic!(
                "{} is missing: install Debian's unicode-data",
                path.display()
            )
        }
        Err(_) => {
            eprintln!(
                "{} is missing (Debian: unicode-data): not checked",
                path.display()
            );
            None
        }
    }
}

#[test]
fn levels_follow_bidi_test() {
    let Some(file) = unicode_file("BidiTest.txt") else {
        return;
    };
    let mut resolver = Resolver::default();
    let mut levels: Vec<Option<u8>> = Vec::new();
    let mut checked = 0;
    for line in file.lines() {
        if let Some(list) = line.strip_prefix("@Levels:") {
            levels = list.split_whitespace().map(|l| l.parse().ok()).collect();
        }
        let Some((input, bits)) = line
            .split_once(';')
            .filter(|_| !line.starts_with(['#', '@']))
        else {
            continue;
        };
        let classes: Vec<Class> = input.split_whitespace().map(class_named).collect();
        let char_at = |_| 'x';
        let bits: u8 = bits.trim().parse().unwrap();
        for (bit, base) in [(1, None), (2, Some(0)), (4, Some(1))] {
            if bits & bit == 0 {
                continue;
            }
            let base = base
                .or_else(|| first_strong(classes.iter().copied()))
                .unwrap_or(0);
            let found = with_l1(&classes, resolver.resolve(&classes, char_at, base), base);
            for (at, wanted) in levels.iter().enumerate() {
                assert!(
                    wanted.is_none_or(|w| w == found[at]),
                    "{line} at base {base}: {found:?}, not {levels:?}"
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 700_000, "{checked}");
}

#[test]
fn levels_follow_bidi_character_test() {
    let Some(file) = unicode_file("BidiCharacterTest.txt") else {
        return;
    };
    let mut resolver = Resolver::default();
    let mut checked = 0;
    for line in file
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let fields: Vec<&str> = line.split(';').collect();
        let chars: Vec<char> = fields[0]
            .split(' ')
            .map(|h| char::from_u32(u32::from_str_radix(h, 16).unwrap()).unwrap())
            .collect();
        let classes: Vec<Class> = chars.iter().map(|c| Class::of(*c)).collect();
        let char_at = |at: usize| chars[at];
        let base = match fields[1] {
            "0" => 0,
            "1" => 1,
            _ => first_strong(classes.iter().copied()).unwrap_or(0),
        };
        assert_eq!(base.to_string(), fields[2], "{line}");
        let found = with_l1(&classes, resolver.resolve(&classes, char_at, base), base);
        for (at, wanted) in fields[3].split(' ').enumerate() {
            assert!(
                wanted == "x" || wanted == found[at].to_string(),
                "{line}: {found:?}"
            );
        }
        checked += 1;
    }
    assert!(checked > 90_000, "{checked}");
}

/// L1, for a paragraph that is one row.
fn with_l1(classes: &[Class], levels: &[u8], base: u8) -> Vec<u8> {
    let mut levels = levels.to_vec();
    let mut trailing = true;
    for (class, level) in classes.iter().zip(&mut levels).rev() {
        match class {
            Class::S | Class::B => trailing = true,
            Class::WS | Class::LRI | Class::RLI | Class::FSI | Class::PDI | Class::BN => {}
            Class::LRE | Class::LRO | Class::RLE | Class::RLO | Class::PDF => {}
            _ => trailing = false,
        }
        if trailing {
            *level = base;
        }
    }
    levels
}

fn class_named(name: &str) -> Class {
    use Class::*;
    const ALL: [Class; 23] = [
        L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI,
        FSI, PDI,
    ];
    ALL.into_iter().find(|c| format!("{c:?}") == name).unwrap()
}
