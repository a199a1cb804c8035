//! How long do search and related stories take in an index of so many articles?
//! `HASHIYA_ARTICLES=1000000 HASHIYA_ARCHIVE=ARCHIVE.jsonl cargo bench --bench found`
//!
//! Articles of the archive, if there is one, and as many of its own making as are missing: words
//! by how common they are in news, a third of them of a story that some forty articles tell.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    time::{Duration, Instant},
};

use hashiya::{
    index::{Article, Index, RELATED, Sieve, Stand, Subject, Wanted},
    terms::{Aliases, Analyser, Counts, Query},
};

/// Articles that tell one story.
const TOLD: u64 = 40;
/// Questions of each kind.
const ASKED: usize = 300;

struct Made {
    title: String,
    text: String,
    minutes: i64,
}

fn main() {
    let wanted = env::var("HASHIYA_ARTICLES")
        .ok()
        .and_then(|n| n.parse().ok());
    let wanted: u64 = wanted.unwrap_or(20_000);
    let directory = tempfile::tempdir().expect("a directory");
    let words = Words::new();
    let mut sample = Vec::new();
    let mut index = built(directory.path(), wanted, &words, &mut sample);
    let opened = Instant::now();
    drop(index);
    index = Index::open(directory.path())
        .expect("an index")
        .expect("one");
    println!("opened in {:?}", opened.elapsed());
    let articles = wanted as u32;
    let mut analyser = Analyser::default();
    let near = timed(&sample, |made| {
        let counts = Counts::of(&made.title, &made.text, &mut analyser);
        let subject = Subject {
            counts: &counts,
            minutes: Some(made.minutes),
            articles,
        };
        let wanted = Wanted {
            count: 70,
            floor: RELATED,
        };
        let near = index.related(&subject, &Sieve::default(), wanted);
        near.expect("an answer").len()
    });
    println!("related: {near}");
    for (kind, count) in [("two words", 2), ("four words", 4), ("a whole title", 20)] {
        let found = timed(&sample, |made| {
            let text: Vec<&str> = made.title.split(' ').take(count).collect();
            let aliases = Aliases::built_in();
            let mut query = Query::parse(&text.join(" "), aliases, false, &|_| None);
            let found = index.search(&mut query, &Sieve::default(), articles, 50);
            found.expect("an answer").matches.len()
        });
        println!("search of {kind}: {found}");
    }
    let typed = timed(&sample, |made| {
        let start: String = made.title.chars().take(4).collect();
        let mut query = Query::parse(&start, Aliases::built_in(), true, &|_| None);
        let found = index.search(&mut query, &Sieve::default(), articles, 50);
        found.expect("an answer").matches.len()
    });
    println!("search of a beginning: {typed}");
    println!("resident: {}", resident());
}

/// An index of so many articles; some of them are what is asked about.
fn built(directory: &Path, wanted: u64, words: &Words, sample: &mut Vec<Made>) -> Index {
    let archive = env::var_os("HASHIYA_ARCHIVE").map(|path| {
        let file = BufReader::new(fs::File::open(path).expect("the archive"));
        file.lines().map(|line| read(&line.expect("a line")))
    });
    let made = (0..).map(|nth| words.article(nth));
    let mut index = Index::anew(directory, "bench").expect("an index");
    let start = Instant::now();
    let mut writer = index.writer(true).expect("a writer");
    for (nth, made) in (0..wanted).zip(archive.into_iter().flatten().chain(made)) {
        let article = Article {
            id: &nth.to_string(),
            row: nth.cast_signed(),
            title: &made.title,
            text: &made.text,
            source: Some("source"),
            minutes: Some(made.minutes),
        };
        writer.article(&article).expect("taken in");
        if nth % (wanted / ASKED as u64).max(1) == 0 {
            sample.push(made);
        }
    }
    let stand = Stand {
        nonce: "bench".to_owned(),
        ..Stand::default()
    };
    writer.commit(&stand).expect("committed");
    writer.end().expect("ended");
    let took = start.elapsed();
    let rate = wanted as f64 / took.as_secs_f64();
    println!(
        "{wanted} articles in {took:.1?}: {rate:.0} a second, {} MB",
        index.bytes() >> 20
    );
    index
}

fn read(line: &str) -> Made {
    let record: serde_json::Value = serde_json::from_str(line).expect("a record");
    let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let date = field("date").parse::<hashiya::article::Date>();
    Made {
        text: field("title") + "\n" + &field("body"),
        title: field("title"),
        minutes: date.map_or(0, hashiya::article::Date::minutes),
    }
}

/// Times of one question put to each of a sample, the first few apart.
fn timed(sample: &[Made], mut ask: impl FnMut(&Made) -> usize) -> String {
    let mut found = 0;
    let mut times: Vec<Duration> = Vec::new();
    for (nth, made) in sample[..10.min(sample.len())]
        .iter()
        .chain(sample)
        .enumerate()
    {
        let start = Instant::now();
        found += ask(made);
        if nth >= 10 {
            times.push(start.elapsed());
        }
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    let each = found / times.len();
    format!("p50 {:.2?}, p99 {:.2?}, {each} found each", at(50), at(99))
}

/// What the process holds in memory, and what of it is not a file's.
fn resident() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let lines = status.lines().filter(|line| line.starts_with("Rss"));
    lines
        .map(|line| line.replace(char::is_whitespace, " "))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Words by how many articles have them.
struct Words {
    words: Vec<&'static str>,
    /// For each the sum up to it.
    sums: Vec<u64>,
}

impl Words {
    fn new() -> Self {
        let table = include_str!("../assets/terms/background.txt");
        let mut sum = 0;
        let (words, sums) = table
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(' '))
            .map(|(word, count)| {
                sum += count.parse::<u64>().unwrap_or(0);
                (word, sum)
            })
            .unzip();
        Self { words, sums }
    }

    fn article(&self, nth: u64) -> Made {
        // articles of a story lie apart in the order of adding
        let story = nth % 997 + nth / (997 * TOLD) * 997;
        let mut dice = Dice(nth.wrapping_mul(0x9e37_79b9).wrapping_add(1));
        let mut of_story = Dice(story.wrapping_mul(0x51_7cc1) + 7);
        let told: Vec<&str> = (0..30)
            .map(|_| self.words[of_story.below(self.words.len() as u64) as usize])
            .collect();
        let mut word = |share: u64| {
            if dice.below(100) < share {
                told[dice.below(30) as usize]
            } else {
                let at = dice.below(*self.sums.last().unwrap_or(&1));
                self.words[self.sums.partition_point(|sum| *sum <= at)]
            }
        };
        let title: Vec<&str> = (0..9).map(|_| word(70)).collect();
        let body: Vec<&str> = (0..270).map(|_| word(33)).collect();
        let title = title.join(" ");
        Made {
            text: format!("{title}\n{}", body.join(" ")),
            title,
            minutes: (story % 3650 * 1440 + nth % 20 * 1440).cast_signed(),
        }
    }
}

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most.max(1)
    }
}
