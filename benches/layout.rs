//! How fast is text laid out, fresh and again? `cargo bench --bench layout`

mod prose;

use divan::{Bencher, black_box, counter::BytesCount};
use hashiya::{
    app::{Key, Line},
    text::{At, Direction, Options, Page, Paragraph, Source, Style, Typesetter},
};

fn main() {
    divan::main();
}

fn texts() -> [(&'static str, String); 4] {
    let arabic = prose::arabic(1_000_000);
    let vocalised = arabic.replace('ر', "رَ").replace('م', "مُ").replace('ن', "نِ");
    [
        ("arabic", arabic.clone()),
        ("vocalised", vocalised),
        ("english", prose::english(1_000_000)),
        ("one paragraph", arabic.replace('\n', "")),
    ]
}

fn text_named(name: &str) -> String {
    texts()
        .into_iter()
        .find(|(n, _)| *n == name)
        .expect("a text")
        .1
}

const NAMES: [&str; 4] = ["arabic", "vocalised", "english", "one paragraph"];

/// From text to rows as they are shown: set, wrapped, ordered.
#[divan::bench(args = NAMES)]
fn fresh(bencher: Bencher, name: &str) {
    let text = text_named(name);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let mut setter = Typesetter::default();
        let mut out = String::new();
        for line in text.lines() {
            let paragraph = setter.set(line, Direction::Rtl, &[]);
            out.clear();
            paragraph
                .wrap(76)
                .iter()
                .for_each(|row| row.push_visual(&paragraph, false, &mut out));
            black_box(&out);
        }
    });
}

/// From paragraphs that are set to rows as they are shown at another width.
#[divan::bench(args = NAMES)]
fn again(bencher: Bencher, name: &str) {
    let text = text_named(name);
    let mut setter = Typesetter::default();
    let set: Vec<Paragraph> = text
        .lines()
        .map(|line| setter.set(line, Direction::Rtl, &[]))
        .collect();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let mut out = String::new();
        for paragraph in &set {
            out.clear();
            paragraph
                .wrap(60)
                .iter()
                .for_each(|row| row.push_visual(paragraph, false, &mut out));
            black_box(&out);
        }
    });
}

/// As the reader sets: with isolates around addresses and numbers.
#[divan::bench]
fn fresh_with_isolates(bencher: Bencher) {
    let text = text_named("arabic");
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let mut setter = Typesetter::new(Options {
            isolate: true,
            ..Options::default()
        });
        text.lines()
            .for_each(|line| drop(black_box(setter.set(line, Direction::Rtl, &[]).wrap(76))));
    });
}

fn page(bytes: usize) -> Vec<Source> {
    let style = Style {
        above: 1,
        ..Style::default()
    };
    prose::arabic(bytes)
        .lines()
        .map(|line| Source {
            text: line.to_owned(),
            style,
            insertions: Vec::new(),
        })
        .collect()
}

/// The first screen of an article of this many bytes.
#[divan::bench(args = [10_000, 1_000_000])]
fn first_screen(bencher: Bencher, bytes: usize) {
    bencher
        .with_inputs(|| page(bytes))
        .bench_local_values(|sources| {
            let mut page = Page::new(sources, Options::default(), Direction::Rtl, 76);
            page.prepare(At::default(), 50);
            page
        });
}

/// The first screen of an article that is one paragraph of this many bytes.
#[divan::bench(args = [10_000, 1_000_000])]
fn first_screen_of_one_paragraph(bencher: Bencher, bytes: usize) {
    let text = prose::arabic(bytes).replace('\n', "");
    let source = Source {
        text,
        ..Source::default()
    };
    bencher
        .with_inputs(|| vec![source.clone()])
        .bench_local_values(|sources| {
            let mut page = Page::new(sources, Options::default(), Direction::Rtl, 76);
            page.prepare(At::default(), 50);
            page
        });
}

/// Another width for a window in the middle of a 1 MB article that was read to its end.
#[divan::bench]
fn resized_screen(bencher: Bencher) {
    let mut page = Page::new(page(1_000_000), Options::default(), Direction::Rtl, 76);
    while page.settle(0, usize::MAX) {}
    let mut width = 60;
    bencher.bench_local(|| {
        width = 136 - width;
        page.resize(width);
        page.prepare(
            At {
                block: page.blocks() / 2,
                line: 0,
            },
            50,
        )
    });
}

/// Shapes that make naive code quadratic: twice as long must take twice as long.
mod linear {
    use super::{Bencher, Direction, Typesetter};

    fn set(bencher: Bencher, piece: &str, times: usize) {
        let text = piece.repeat(times);
        bencher
            .counter(divan::counter::BytesCount::of_str(&text))
            .bench_local(|| {
                Typesetter::default()
                    .set(&text, Direction::Rtl, &[])
                    .wrap(76)
                    .len()
            });
    }

    #[divan::bench(args = [100_000, 200_000])]
    fn marks(bencher: Bencher, times: usize) {
        set(bencher, "\u{64e}", times);
    }

    #[divan::bench(args = [100_000, 200_000])]
    fn nested_isolates(bencher: Bencher, times: usize) {
        set(bencher, "\u{2067}", times);
    }

    #[divan::bench(args = [100_000, 200_000])]
    fn brackets(bencher: Bencher, times: usize) {
        set(bencher, "(ب)[a", times);
    }

    #[divan::bench(args = [100_000, 200_000])]
    fn one_word(bencher: Bencher, times: usize) {
        set(bencher, "ب", times);
    }
}

/// From a key to the rows of a note of a hundred thousand code points.
#[divan::bench]
fn a_key_in_a_note(bencher: Bencher) {
    let text = text_named("arabic");
    let end = text.char_indices().nth(99_000).expect("a long text").0;
    let mut note = Line::many(&text[..end]);
    let keys = Key::sequence("س<Up><Left><BS>").expect("keys");
    let mut keys = keys.into_iter().cycle();
    bencher.bench_local(|| {
        note.key(keys.next().expect("a cycle"), Direction::Rtl);
        note.resize(60, 40, Direction::Rtl);
        black_box(note.page(60, 40, Direction::Rtl))
    });
}
