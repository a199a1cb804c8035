//! What is read from made-up pages in the shapes that real ones have?
//!
//! Each page of `tests/pages` stands beside what a careful reader finds in it.

use std::{collections::BTreeMap, fs, path::Path};

use hashiya::{
    article::{Article, Kind, Reason},
    import::{Reading, form, read},
};
use serde::Deserialize;

/// What a careful reader finds in a page. `null` may be written as a word.
#[derive(Deserialize)]
struct Expected {
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    standfirst: Option<String>,
    first: Option<String>,
    last: Option<String>,
    #[serde(default)]
    headings: Vec<String>,
    #[serde(default)]
    captions: Vec<String>,
    #[serde(default)]
    clutter: Vec<String>,
    #[serde(default)]
    keep: Vec<String>,
}

/// The share of pages, in hundredths, on which each question must be answered rightly.
const FLOORS: [(&str, usize); 11] = [
    ("title", 90),
    ("author", 70),
    ("date", 85),
    ("standfirst", 70),
    ("first", 90),
    ("last", 90),
    ("headings", 70),
    ("captions", 70),
    ("clutter", 70),
    ("keep", 95),
    ("lines", 100),
];

#[test]
fn pages_are_read_as_a_careful_reader_would() {
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pages = 0;
    for path in page_paths() {
        pages += 1;
        let bytes = fs::read(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("json")).unwrap();
        let expected: Expected = serde_json::from_str(&expected).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let reading = read(&bytes, form(&bytes, Some(name)), Some(name)).unwrap();
        let mut failed = Vec::new();
        for (question, answer) in answers(&reading, &expected, &decoded(&bytes, name)) {
            match answer {
                Ok(()) => *right.entry(question).or_default() += 1,
                Err(found) => failed.push(format!("{question} [{found}]")),
            }
        }
        if !failed.is_empty() {
            println!("{name}: {}", failed.join("; "));
        }
    }
    assert!(pages > 0, "no pages");
    let share = |question: &str| right.get(question).copied().unwrap_or(0) * 100 / pages;
    for (question, floor) in FLOORS {
        println!(
            "{question}: {} of {pages} ({} %, floor {floor})",
            right.get(question).unwrap_or(&0),
            share(question)
        );
    }
    for (question, floor) in FLOORS {
        assert!(
            share(question) >= floor,
            "{question}: {} %",
            share(question)
        );
    }
}

/// The page's text; an old charset is part of the page's name.
fn decoded(bytes: &[u8], name: &str) -> String {
    let encoding = match name {
        _ if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        _ if name.contains("cp1256") => encoding_rs::WINDOWS_1256,
        _ if name.contains("iso") => encoding_rs::ISO_8859_6,
        _ => encoding_rs::UTF_8,
    };
    encoding.decode(bytes).0.into_owned()
}

fn page_paths() -> Vec<std::path::PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut paths: Vec<_> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths
}

type Answer = (&'static str, Result<(), String>);

fn answers(reading: &Reading, expected: &Expected, page: &str) -> Vec<Answer> {
    let article = &reading.article;
    let meta = &article.meta;
    let stated = |word: &Option<String>| word.clone().filter(|w| w != "null");
    let title = texts(article, |k| k == Kind::Title)
        .first()
        .map(|t| squeeze(t));
    let title_right = match stated(&expected.title) {
        Some(wanted) => title == Some(squeeze(&wanted)) && squeeze(&meta.title) == squeeze(&wanted),
        None => title.is_none(),
    };
    let date = meta.date.map(|d| d.to_string());
    let standfirst = texts(article, |k| k == Kind::Standfirst);
    let standfirst_right = match stated(&expected.standfirst) {
        Some(wanted) => standfirst.iter().any(|s| has(s, &wanted)),
        None => standfirst.is_empty(),
    };
    let body = texts(article, |k| {
        matches!(k, Kind::Paragraph | Kind::Quote | Kind::Item | Kind::Verse)
    });
    let first = expected.first.as_deref().unwrap_or_default();
    let last = expected.last.as_deref().unwrap_or_default();
    let headings: Vec<String> = texts(article, |k| matches!(k, Kind::Heading(_)))
        .iter()
        .map(|t| squeeze(t))
        .collect();
    let wanted: Vec<String> = expected.headings.iter().map(|t| squeeze(t)).collect();
    let captions = texts(article, |k| k == Kind::Caption);
    let text = article.text();
    let shown = unwanted(article, expected);
    let hidden: Vec<&String> = expected.keep.iter().filter(|k| !has(&text, k)).collect();
    let lost = lost_line(article, page);
    let is = |right: bool, found: String| if right { Ok(()) } else { Err(found) };
    vec![
        ("title", is(title_right, meta.title.clone())),
        (
            "author",
            is(
                meta.author == stated(&expected.author),
                format!("{:?}", meta.author),
            ),
        ),
        (
            "date",
            is(date == stated(&expected.date), format!("{date:?}")),
        ),
        (
            "standfirst",
            is(standfirst_right, format!("{standfirst:?}")),
        ),
        (
            "first",
            is(
                body.first()
                    .is_some_and(|b| squeeze(b).starts_with(&squeeze(first))),
                format!("{:?}", body.first().map(|b| start(b))),
            ),
        ),
        (
            "last",
            is(
                body.last()
                    .is_some_and(|b| squeeze(b).ends_with(&squeeze(last))),
                format!("{:?}", body.last().map(|b| start(b))),
            ),
        ),
        ("headings", is(headings == wanted, headings.join(" / "))),
        (
            "captions",
            is(
                expected
                    .captions
                    .iter()
                    .all(|c| captions.iter().any(|f| has(f, c))),
                captions.join(" / "),
            ),
        ),
        ("clutter", is(shown.is_empty(), shown.join(" / "))),
        ("keep", is(hidden.is_empty(), format!("{hidden:?}"))),
        ("lines", is(lost.is_none(), lost.unwrap_or_default())),
    ]
}

fn texts(article: &Article, wanted: impl Fn(Kind) -> bool) -> Vec<String> {
    let blocks = article.blocks.iter().filter(|b| wanted(b.kind));
    blocks.map(|b| b.text.clone()).collect()
}

/// The lines of clutter that stand in the text. A line that the text holds once by right
/// (a title, a caption) may not stand there twice.
fn unwanted(article: &Article, expected: &Expected) -> Vec<String> {
    let by_right = |line: &str| {
        let titles = expected
            .title
            .iter()
            .chain(&expected.captions)
            .chain(&expected.standfirst);
        usize::from(titles.into_iter().any(|t| squeeze(t) == squeeze(line)))
    };
    let times = |line: &str| {
        let in_text = article.blocks.iter().filter(|b| b.kind.in_text());
        in_text
            .filter(|b| squeeze(&b.text) == squeeze(line))
            .count()
    };
    let lines = expected.clutter.iter();
    lines
        .filter(|l| times(l) > by_right(l))
        .map(|l| start(l))
        .collect()
}

/// The first line of the page whose letters no block holds where it should.
fn lost_line(article: &Article, page: &str) -> Option<String> {
    let all: String = article.blocks.iter().map(|b| squeeze(&b.text)).collect();
    let mut rest = all.as_str();
    for line in page.lines().map(squeeze).filter(|l| !l.is_empty()) {
        match rest.find(&line) {
            Some(at) => rest = &rest[at + line.len()..],
            None => return Some(line),
        }
    }
    None
}

fn has(text: &str, part: &str) -> bool {
    squeeze(text).contains(&squeeze(part))
}

/// The letters and digits alone, shaped forms as letters.
fn squeeze(text: &str) -> String {
    let nfkc = icu_normalizer::ComposingNormalizerBorrowed::new_nfkc();
    nfkc.normalize(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

#[test]
fn a_repeated_title_is_kept_as_clutter() {
    let page = "عودة القوارب إلى الميناء القديم\nعودة القوارب إلى الميناء القديم\n\nعادت القوارب إلى الميناء القديم صباح أمس بعد غياب طال شهرين كاملين، وقال الصيادون إن البحر كان كريما معهم هذه المرة.";
    let article = read(page.as_bytes(), form(page.as_bytes(), None), None)
        .unwrap()
        .article;
    let kinds: Vec<Kind> = article.blocks.iter().map(|b| b.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Title,
            Kind::Clutter(Reason::Repeated),
            Kind::Paragraph
        ]
    );
}
