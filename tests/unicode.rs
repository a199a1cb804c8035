//! Does the text engine agree with Unicode's own test files?
//!
//! The files come from Debian's `unicode-data`; without them the tests say so and pass,
//! except in continuous integration, where they must be there.

use std::{collections::HashMap, fs, path::Path};

use hashiya::text::{
    Class, Direction, Forms, Options, Paragraph, Resolver, Typesetter, first_strong, line_breaks,
};

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
            Class::WS | Class::BN => {}
            // isolates and what X9 removes
            _ if (Class::LRE as u8..=Class::PDI as u8).contains(&(*class as u8)) => {}
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

#[test]
fn rows_show_the_order_of_bidi_character_test() {
    let Some(file) = unicode_file("BidiCharacterTest.txt") else {
        return;
    };
    let mut checked = 0;
    for line in file
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let fields: Vec<&str> = line.split(';').collect();
        let chars = characters(fields[0]);
        // a paragraph separator ends the paragraph that a row is of
        if chars[..chars.len() - 1]
            .iter()
            .any(|c| Class::of(*c) == Class::B)
        {
            continue;
        }
        let text: String = chars.iter().collect();
        let direction = if fields[2] == "1" {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        let options = Options {
            direction: Some(direction),
            forms: Forms::Nominal,
            ..Options::default()
        };
        let paragraph = Typesetter::new(options).set(&text, direction, &[]);
        let rows = paragraph.wrap(1000);
        let found: Vec<usize> = rows
            .iter()
            .flat_map(|row| row.order(&paragraph))
            .map(|at| first_visible(&paragraph, &chars, at as usize))
            .collect();
        // of a cluster the file names every character; its base speaks for it
        let wanted: Vec<usize> = fields[4]
            .split_whitespace()
            .map(|at| at.parse().unwrap())
            .filter(|at| found.contains(at))
            .collect();
        assert_eq!(found, wanted, "{line}");
        checked += 1;
    }
    assert!(checked > 90_000, "{checked}");
}

/// The place in the text of the character whose face a cluster shows.
fn first_visible(paragraph: &Paragraph, chars: &[char], cluster: usize) -> usize {
    let cluster = paragraph.cluster(cluster);
    let shown = cluster.face.chars().find(|c| *c != '\u{25cc}').unwrap();
    let range = cluster.chars.clone();
    range
        .clone()
        .find(|at| chars[*at] == shown)
        .unwrap_or_else(|| {
            range
                .clone()
                .find(|at| !is_format(chars[*at]))
                .unwrap_or(range.start)
        })
}

fn is_format(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}')
}

#[test]
fn clusters_follow_grapheme_break_test() {
    let Some(file) = unicode_file("auxiliary/GraphemeBreakTest.txt") else {
        return;
    };
    let mut checked = 0;
    for line in file
        .lines()
        .filter_map(|l| l.split('#').next())
        .filter(|l| !l.trim().is_empty())
    {
        let text: String = characters(&line.replace(['÷', '×'], " ")).iter().collect();
        // what reaches no cell has no cluster of its own, by design
        if text.contains(|c: char| {
            is_format(c) || matches!(c, '\u{200d}' | '\u{34f}' | '\u{ad}' | '\u{1160}')
        }) {
            continue;
        }
        let wanted: Vec<String> = line
            .split('÷')
            .map(|cluster| {
                characters(&cluster.replace('×', " "))
                    .iter()
                    .collect::<String>()
            })
            .filter(|cluster| !cluster.is_empty())
            .collect();
        let paragraph = Typesetter::default().set(&text, Direction::Ltr, &[]);
        let found: Vec<&str> = paragraph.clusters().map(|c| &text[c.bytes]).collect();
        assert_eq!(found, wanted, "{line}");
        checked += 1;
    }
    assert!(checked > 250, "{checked}");
}

/// Lines of the file of Unicode 15.0 that later versions break otherwise: LB15a and LB15b
/// (quotation marks) and LB25 (numbers) were rewritten in 15.1 and 16.0.
const CHANGED_SINCE: usize = 42;

#[test]
fn break_opportunities_follow_line_break_test() {
    let Some(file) = unicode_file("auxiliary/LineBreakTest.txt") else {
        return;
    };
    assert!(
        file.starts_with("# LineBreakTest-15.0.0.txt"),
        "another version: look at the differences anew"
    );
    let (mut checked, mut other) = (0, Vec::new());
    for line in file
        .lines()
        .filter_map(|l| l.split('#').next())
        .filter(|l| !l.trim().is_empty())
    {
        let mut text = String::new();
        let mut wanted = Vec::new();
        for word in line.split_whitespace() {
            match word {
                "÷" if !text.is_empty() => wanted.push(text.len()),
                "÷" | "×" => {}
                hex => text.extend(characters(hex)),
            }
        }
        wanted.pop();
        checked += 1;
        if line_breaks(&text) != wanted {
            other.push(line);
        }
    }
    assert!(checked > 7_600, "{checked}");
    let rewritten = |line: &&str| {
        // quotation marks, numbers with signs, and what stands beside them
        let text: String = characters(&line.replace(['÷', '×'], " "))
            .into_iter()
            .collect();
        text.contains([
            '"', '«', '»', '“', '”', '’', '\'', '.', ',', '-', '/', '%', '$', '(', ')', '{', '}',
            '+', ':',
        ])
    };
    assert_eq!(other.len(), CHANGED_SINCE, "{other:#?}");
    assert!(other.iter().all(rewritten), "{other:#?}");
}

#[test]
fn joining_follows_arabic_shaping() {
    let Some(file) = unicode_file("ArabicShaping.txt") else {
        return;
    };
    let mut setter = Typesetter::default();
    let mut face = |text: &str, at: usize| {
        setter
            .set(text, Direction::Rtl, &[])
            .cluster(at)
            .face
            .to_owned()
    };
    let forms = forms_of_unicode_data();
    let mut checked = 0;
    for line in file
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let fields: Vec<&str> = line.split(';').map(str::trim).collect();
        let letter = characters(fields[0])[0];
        let Some(forms) = forms.get(&letter).filter(|_| letter != 'ء') else {
            continue;
        };
        // between two letters that join on both sides; each neighbour shows whether it was joined
        let text = format!("ب{letter}ب");
        let (joins_before, joins_after) = match fields[2] {
            "D" => (true, true),
            "R" => (true, false),
            other => panic!("{letter} joins as {other}"),
        };
        assert_eq!(
            face(&text, 0),
            if joins_before { "ﺑ" } else { "ﺏ" },
            "{line}"
        );
        assert_eq!(
            face(&text, 2),
            if joins_after { "ﺐ" } else { "ﺏ" },
            "{line}"
        );
        let shown = if joins_after {
            forms[3].or(Some('ﯩ'))
        } else {
            forms[1].or(Some(letter))
        };
        assert_eq!(face(&text, 1), shown.unwrap().to_string(), "{line}");
        assert_eq!(
            face(&letter.to_string(), 0),
            forms[0].unwrap().to_string(),
            "{line}"
        );
        checked += 1;
    }
    assert_eq!(checked, 75);
}

/// Isolated, final, initial, medial form of each Arabic letter, from the decompositions.
fn forms_of_unicode_data() -> HashMap<char, [Option<char>; 4]> {
    let mut forms: HashMap<char, [Option<char>; 4]> = HashMap::new();
    for line in unicode_file("UnicodeData.txt").unwrap_or_default().lines() {
        let fields: Vec<&str> = line.split(';').collect();
        let Some((form, letters)) = fields[5].split_once(' ') else {
            continue;
        };
        let kinds = ["<isolated>", "<final>", "<initial>", "<medial>"];
        let (Some(kind), [letter]) = (
            kinds.iter().position(|k| *k == form),
            &characters(letters)[..],
        ) else {
            continue;
        };
        if ('\u{600}'..='\u{6ff}').contains(letter) {
            forms.entry(*letter).or_default()[kind] = Some(characters(fields[0])[0]);
        }
    }
    forms
}

fn characters(hex: &str) -> Vec<char> {
    hex.split_whitespace()
        .map(|h| char::from_u32(u32::from_str_radix(h, 16).unwrap()).unwrap())
        .collect()
}
