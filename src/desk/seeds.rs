//! Which articles come with Hashiya?

macro_rules! bundled {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../seeds/", $name)))),*]
    };
}

/// Their file names and what they hold.
pub const SEEDS: &[(&str, &str)] = bundled![
    "01-pyongyang-treaty.md",
    "02-shoigu-third-visit.md",
    "03-night-parade.md",
    "04-choe-in-moscow.md",
    "05-new-year-letter.md",
    "06-margins-of-fez.md",
    "07-two-directions.md",
    "08-hashiya-guide.md",
    "09-the-copyists-dot.md",
    "10-sun-and-salt.md",
];

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn every_seed_is_bundled() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let files: BTreeSet<String> = fs::read_dir(dir)
            .map(|entries| {
                entries
                    .map(|e| e.unwrap().file_name().into_string().unwrap())
                    .filter(|name| Path::new(name).extension().is_some_and(|e| e == "md"))
                    .collect()
            })
            .unwrap_or_default();
        let bundled = SEEDS.iter().map(|(name, _)| (*name).to_owned());
        assert_eq!(files, bundled.collect());
    }
}
