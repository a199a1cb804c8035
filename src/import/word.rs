//! Which words tell names, agencies, credits and empty words apart? The data is in assets.

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

use crate::text::fold;

/// The lists, folded.
pub struct Words {
    /// What opens a line that names its author, and whether a sign must follow.
    pub bylines: Vec<(String, bool)>,
    pub agencies: HashSet<String>,
    pub credits: Vec<String>,
    pub credit_signs: Vec<String>,
    /// What opens a line about a picture.
    pub credit_openings: Vec<String>,
    /// What names a site before its own name.
    pub outlets: HashSet<String>,
    /// What no title says, but a site's clock does.
    pub clock_signs: Vec<String>,
    pub honorifics: HashSet<String>,
    /// What opens a line that names the source, and whether a sign must follow.
    pub sources: Vec<(String, bool)>,
    pub offices: HashSet<String>,
    pub names: HashSet<String>,
    pub not_names: HashSet<String>,
    pub stop: HashSet<String>,
}

pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("../../assets/import/words.toml"))
        .expect("the data of words is checked by the tests");
    let signed: HashSet<String> = set(&data.bylines_with_sign);
    let mut bylines: Vec<(String, bool)> = list(&data.bylines)
        .into_iter()
        .map(|word| (word.clone(), signed.contains(&word)))
        .collect();
    bylines.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    Words {
        bylines,
        agencies: set(&data.agencies),
        credits: list(&data.credits),
        credit_signs: list(&data.credit_signs),
        credit_openings: list(&data.credit_openings),
        outlets: set(&data.outlets),
        clock_signs: list(&data.clock_signs),
        honorifics: set(&data.honorifics),
        sources: list(&data.sources)
            .into_iter()
            .map(|word| (word, true))
            .chain(
                list(&data.sources_open)
                    .into_iter()
                    .map(|word| (word, false)),
            )
            .collect(),
        offices: set(&data.offices),
        names: set(&data.names),
        not_names: set(&data.not_names),
        stop: set(&data.stop),
    }
});

#[derive(Deserialize)]
struct Data {
    bylines: Vec<String>,
    bylines_with_sign: Vec<String>,
    agencies: Vec<String>,
    credits: Vec<String>,
    credit_signs: Vec<String>,
    credit_openings: Vec<String>,
    outlets: Vec<String>,
    clock_signs: Vec<String>,
    honorifics: Vec<String>,
    sources: Vec<String>,
    sources_open: Vec<String>,
    offices: Vec<String>,
    names: Vec<String>,
    not_names: Vec<String>,
    stop: Vec<String>,
}

fn list(words: &[String]) -> Vec<String> {
    words.iter().map(|w| fold(w)).collect()
}

fn set(words: &[String]) -> HashSet<String> {
    list(words).into_iter().collect()
}
