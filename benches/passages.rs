//! How fast are 100,000 passages under 5,000 tags ordered, sifted and shown?
//! `cargo bench --bench passages`

mod prose;

use std::{
    path::Path,
    sync::{OnceLock, atomic::AtomicBool},
};

use divan::{Bencher, black_box};
use hashiya::{
    article::{Article, ArticleId, Block, Kind, Meta, opening},
    desk::{Desk, Grouping, PassageOrder, Standing, Wanted},
    passage::TagId,
    store::{Access, Filter, Origin, Packer, Store},
    text::fold,
};
use rusqlite::{Connection, params};
use tempfile::TempDir;

const ARTICLES: u32 = 20_000;
const PASSAGES: u32 = 100_000;
const TAGS: u32 = 5_000;
/// So many passages stand on a page of the list.
const WINDOW: usize = 60;

fn main() {
    library();
    divan::main();
}

/// The library of all benches; made once.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<TempDir> = OnceLock::new();
    LIBRARY
        .get_or_init(|| {
            let dir = tempfile::tempdir().expect("a directory");
            articles(dir.path());
            passages(dir.path()).expect("the passages");
            dir
        })
        .path()
}

fn articles(dir: &Path) {
    let mut store = Store::open(dir, Access::Write).expect("a library");
    let prose = prose::arabic(60_000);
    let lines: Vec<&str> = prose.lines().filter(|line| line.len() > 200).collect();
    let mut packer = Packer::default();
    let run = store.run().expect("a run");
    let written = store.write(|w| {
        for nth in 0..ARTICLES {
            let line = |add: usize| lines[(nth as usize * 7 + add) % lines.len()];
            let meta = Meta {
                title: format!("{} {nth}", opening(line(0))),
                source: Some(format!("source {}", nth % 30)),
                url: Some(format!("https://example.org/{nth}")),
                date: format!("20{:02}-{:02}", 10 + nth % 15, 1 + nth % 12)
                    .parse()
                    .ok(),
                ..Meta::default()
            };
            let blocks = (0..5).map(|add| Block::new(Kind::Paragraph, line(add)));
            let blocks = blocks.collect();
            let article = Article { meta, blocks };
            w.add(&packer.prepare(article, &[], Origin::default(), b""), run)?;
        }
        Ok(())
    });
    written.expect("the articles");
}

/// A third of the articles has passages; a tenth of those has moved, a fiftieth is nowhere.
fn passages(dir: &Path) -> rusqlite::Result<()> {
    let mut db = Connection::open(dir.join("library.db"))?;
    db.pragma_update(None, "synchronous", "OFF")?;
    let texts = prose::arabic(60_000);
    let words: Vec<&str> = texts.split_whitespace().collect();
    let notes = prose::english(1_000);
    let notes: Vec<&str> = notes.lines().collect();
    let said = |from: u32, count: u32| {
        let from = from as usize % words.len();
        let said = words.iter().cycle().skip(from).take(count as usize);
        said.copied().collect::<Vec<_>>().join(" ")
    };
    let id = |nth: u32| format!("00000000-0000-7000-8000-{nth:012x}");
    let all = db.transaction()?;
    for nth in 0..TAGS {
        let parent = (nth >= 500).then_some(nth / 10);
        let name = format!("{} {nth}", said(nth * 3, 2));
        all.prepare_cached(
            "INSERT INTO tag (row, id, name, key, parent, colour, description, change) \
             VALUES (?1, ?2, ?3, ?4, ?5, 'blue', '', 1)",
        )?
        .execute(params![nth + 1, id(nth), name, fold(&name), parent])?;
    }
    for nth in 0..PASSAGES {
        // made article by article, in whichever order they were read
        let article = 1 + nth / 15 * 7_919 % (ARTICLES / 3);
        let quote = said(nth * 11, 3 + nth % 20);
        let note = if nth % 4 == 0 {
            notes[nth as usize % notes.len()].to_owned()
        } else {
            String::new()
        };
        let start = (nth * 37) % 1500;
        let end = start + quote.chars().count() as u32;
        all.prepare_cached(
            "INSERT INTO passage (row, id, article, version, start, end, quote, prefix, suffix, \
                    note, words, coder, created, modified, change) \
             VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?7, ?8, ?9, '', ?10, ?10, 1)",
        )?
        .execute(params![
            nth + 1,
            id(nth),
            article,
            start,
            end,
            quote,
            said(nth, 5),
            note,
            fold(&format!("{quote}\n{note}")),
            1_700_000_000_000 + i64::from(nth) * 1000,
        ])?;
        let how = match nth % 50 {
            0 => None,
            1..=5 => Some("only"),
            _ => Some("same"),
        };
        all.prepare_cached("INSERT INTO placement VALUES (?1, ?2, 1, ?3, ?4, ?5, NULL)")?
            .execute(params![
                nth + 1,
                article,
                how.map(|_| start),
                how.map(|_| end),
                how
            ])?;
        // few tags are borne often, most of them seldom
        for (tag, place) in [nth % 40, nth.wrapping_mul(nth) % TAGS]
            .into_iter()
            .zip(0..nth % 3)
        {
            all.prepare_cached("INSERT OR IGNORE INTO passage_tag VALUES (?1, ?2, ?3)")?
                .execute(params![nth + 1, tag + 1, place])?;
        }
    }
    all.execute("UPDATE library SET coding = 1", [])?;
    all.commit()
}

fn desk() -> Desk {
    Desk::new(Some(library().to_owned()), String::new())
}

fn order(desk: &mut Desk, wanted: &Wanted, grouping: Grouping) -> PassageOrder {
    let never = AtomicBool::new(false);
    let order = desk.passages_order(wanted, grouping, &never);
    order.expect("a library").expect("nobody stops it")
}

fn tag(desk: &mut Desk, nth: usize) -> TagId {
    let codebook = desk.codebook().expect("a library");
    let mut entries = codebook.entries;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.passages));
    entries.swap_remove(nth).tag.id
}

#[divan::bench(args = [Grouping::Article, Grouping::Tag, Grouping::Time])]
fn all(bencher: Bencher, grouping: Grouping) {
    let mut desk = desk();
    bencher.bench_local(|| order(&mut desk, &Wanted::default(), grouping));
}

fn sifted(bencher: Bencher, wanted: &dyn Fn(&mut Desk) -> Wanted) {
    let mut desk = desk();
    let wanted = wanted(&mut desk);
    let found = order(&mut desk, &wanted, Grouping::Article).rows.len();
    assert!(found > 0, "nothing is found");
    bencher.bench_local(|| order(&mut desk, &wanted, Grouping::Article));
}

#[divan::bench]
fn of_a_tag(bencher: Bencher) {
    sifted(bencher, &|desk| Wanted {
        all: vec![tag(desk, 0)],
        ..Wanted::default()
    });
}

#[divan::bench]
fn of_a_source(bencher: Bencher) {
    sifted(bencher, &|_| Wanted {
        source: Some(String::from("source 3")),
        ..Wanted::default()
    });
}

#[divan::bench]
fn orphans(bencher: Bencher) {
    sifted(bencher, &|_| Wanted {
        state: Some(Standing::Orphan),
        ..Wanted::default()
    });
}

#[divan::bench]
fn untagged(bencher: Bencher) {
    sifted(bencher, &|_| Wanted {
        untagged: true,
        ..Wanted::default()
    });
}

#[divan::bench]
fn with_words(bencher: Bencher) {
    let prose = prose::arabic(60_000);
    let word = prose
        .split_whitespace()
        .nth(777)
        .expect("a word")
        .to_owned();
    sifted(bencher, &|_| Wanted {
        words: word.clone(),
        ..Wanted::default()
    });
}

#[divan::bench]
fn matrix(bencher: Bencher) {
    let mut desk = desk();
    bencher.bench_local(|| desk.matrix(&Wanted::default()).expect("a library"));
}

#[divan::bench]
fn window(bencher: Bencher) {
    let mut desk = desk();
    let rows = order(&mut desk, &Wanted::default(), Grouping::Article).rows;
    let mut windows = rows.chunks(WINDOW).cycle();
    bencher.bench_local(|| desk.passages(black_box(windows.next().unwrap_or_default())));
}

#[divan::bench]
fn codebook(bencher: Bencher) {
    let mut desk = desk();
    bencher.bench_local(|| desk.codebook().expect("a library"));
}

/// An article with its passages, and one without.
#[divan::bench(args = [0, 1])]
fn opened(bencher: Bencher, nth: usize) {
    let mut desk = desk();
    let entries = desk
        .list(&Filter::default(), None, 1000)
        .expect("a library");
    let mut ids = entries.into_iter().map(|entry| entry.id);
    let id: ArticleId = ids
        .find(|id| {
            let said = desk.coding(id).expect("an article");
            said.passages.is_empty() == (nth == 0)
        })
        .expect("an article");
    bencher.bench_local(|| desk.open(&id).expect("an article"));
}

/// What the passages of an article add to it.
#[divan::bench]
fn coding(bencher: Bencher) {
    let mut desk = desk();
    let entries = desk
        .list(&Filter::default(), None, 1000)
        .expect("a library");
    let mut ids = entries.into_iter().map(|entry| entry.id);
    let id = ids
        .find(|id| !desk.coding(id).expect("an article").passages.is_empty())
        .expect("an article");
    bencher.bench_local(|| desk.coding(&id).expect("an article"));
}
