//! Is the table of how common terms are still what it was made to be?
//!
//! It is made anew from an archive, a file of JSON lines with `title` and `body`, by
//! `HASHIYA_ARCHIVE=archive.jsonl cargo test --test background`: counts of articles, of terms
//! that eight or more of them have.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader},
};

use hashiya::terms::Analyser;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/terms/background.txt");
/// Terms that fewer articles have are not in it.
const FEWEST: u32 = 8;

#[test]
fn the_table_is_in_order_and_of_whole_terms() {
    if let Some(archive) = env::var_os("HASHIYA_ARCHIVE") {
        let archive = fs::File::open(archive).unwrap();
        fs::write(
            TABLE,
            table(BufReader::new(archive).lines().map(Result::unwrap)),
        )
        .unwrap();
    }
    let table = fs::read_to_string(TABLE).unwrap();
    let mut lines = table.lines();
    let articles: u32 = lines.next().unwrap().parse().unwrap();
    let mut before = "";
    for line in lines {
        let (term, count) = line.split_once(' ').unwrap();
        let count: u32 = count.parse().unwrap();
        assert!(term > before, "{term} after {before}");
        assert!((FEWEST..=articles).contains(&count), "{line}");
        before = term;
    }
    assert!(!before.is_empty());
}

fn table(archive: impl Iterator<Item = String>) -> String {
    let mut analyser = Analyser::default();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut articles = 0;
    for line in archive {
        let record: serde_json::Value = serde_json::from_str(&line).unwrap();
        let mut own = BTreeSet::new();
        for field in ["title", "body"] {
            analyser.words(record[field].as_str().unwrap_or_default(), |word| {
                if !own.contains(&word.forms.term) {
                    own.insert(word.forms.term.clone());
                }
            });
        }
        for term in own {
            *counts.entry(term).or_default() += 1;
        }
        articles += 1;
    }
    let mut table = format!("{articles}\n");
    for (term, count) in counts {
        if count >= FEWEST {
            let _ = writeln!(table, "{term} {count}");
        }
    }
    table
}
