//! Does any shape of text bring the engine to its knees? (Linear time is measured in the benches.)

use hashiya::text::{
    At, Cursor, Direction, Options, Page, Source, Style, Typesetter, clauses, fold_with_offsets,
    hemistichs, quotations, sentences, words,
};

const MANY: usize = 200_000;

/// Shapes that make naive code quadratic, deep or wide.
fn shapes() -> Vec<(&'static str, String)> {
    vec![
        (
            "marks on one letter",
            format!("ب{}", "\u{64e}".repeat(MANY)),
        ),
        ("marks on nothing", "\u{651}".repeat(MANY)),
        ("lam, marks, alef", format!("ل{}ا", "\u{64e}".repeat(MANY))),
        (
            "nested isolates",
            format!("{}ب{}", "\u{2067}".repeat(MANY), "\u{2069}".repeat(MANY)),
        ),
        ("open isolates", "\u{2068}ab".repeat(MANY / 3)),
        (
            "nested embeddings",
            format!(
                "{}ب{}",
                "\u{202b}\u{202a}".repeat(MANY / 2),
                "\u{202c}".repeat(MANY)
            ),
        ),
        (
            "nested brackets",
            format!("{}ب{}", "(".repeat(MANY), ")".repeat(MANY)),
        ),
        ("brackets in a row", "(ب)[a]".repeat(MANY / 6)),
        ("closing brackets", format!("({}", "a]".repeat(MANY / 2))),
        ("one word", "ب".repeat(MANY)),
        ("spaces", " ".repeat(MANY)),
        ("spaces and a word", format!("{}ب", " ".repeat(MANY))),
        ("joiners", "ب\u{200c}".repeat(MANY / 2)),
        (
            "direction marks between numbers",
            "1\u{200f}٢\u{200e}".repeat(MANY / 4),
        ),
        ("full stops", ".".repeat(MANY)),
        ("full stops and digits", "....5".repeat(MANY / 5)),
        ("full stops and brackets", "a.)".repeat(MANY / 3)),
        ("full stops and apostrophes", "a.'".repeat(MANY / 3)),
        ("quotation marks", "«\"".repeat(MANY / 2)),
        ("apostrophes", "'a".repeat(MANY / 2)),
        ("numbers", "1,2.3/4-5%".repeat(MANY / 10)),
        ("plus signs", "+1 ".repeat(MANY / 3)),
        ("at signs", "@".repeat(MANY)),
        ("slashes", "a/".repeat(MANY / 2)),
        (
            "brackets at the end of a word",
            format!("http://a{}", ")".repeat(MANY)),
        ),
        ("flags", "🇪🇬".repeat(MANY / 8)),
        ("family", "👩\u{200d}".repeat(MANY / 8)),
        ("line separators", "\u{2028}".repeat(MANY)),
        (
            "line separators and a letter",
            format!("{}ب", "\u{2028}".repeat(MANY)),
        ),
        (
            "zero-width spaces and a letter",
            format!("ب {}ب", "\u{200b}\u{200f}".repeat(MANY / 2)),
        ),
        ("line feeds", "\n".repeat(MANY / 10)),
        ("controls", "\u{1b}[2J\u{9b}31m".repeat(MANY / 8)),
    ]
}

#[test]
fn every_shape_is_set_and_wrapped() {
    for isolate in [false, true] {
        let mut setter = Typesetter::new(Options {
            isolate,
            ..Options::default()
        });
        for (shape, text) in shapes() {
            let paragraph = setter.set(&text, Direction::Rtl, &[]);
            for width in [2, 80, usize::MAX / 4] {
                let rows = paragraph.wrap(width);
                let mut visual = String::new();
                rows.iter()
                    .for_each(|row| row.push_visual(&paragraph, true, &mut visual));
                let control = |c: char| c.is_control() || ('\u{200b}'..='\u{200c}').contains(&c);
                assert!(!visual.contains(control), "{shape}");
                assert_eq!(
                    rows.last().unwrap().clusters().end,
                    paragraph.len(),
                    "{shape}"
                );
            }
        }
    }
}

#[test]
fn every_shape_is_cut_into_units_and_folded() {
    for (shape, text) in shapes() {
        let folded = fold_with_offsets(&text);
        assert!(
            folded.source(0..folded.text.len()).end <= text.len(),
            "{shape}"
        );
        let units = [
            clauses(&text).into_iter().map(|c| c.range).collect(),
            sentences(&text),
            quotations(&text),
        ];
        let longest = units
            .iter()
            .flatten()
            .chain(&[])
            .map(|r| r.end)
            .max()
            .unwrap_or(0);
        assert!(
            words(&text).map(|w| w.end).max().unwrap_or(0).max(longest) <= text.len(),
            "{shape}"
        );
        assert!(
            hemistichs(&text).is_none_or(|mark| mark.end <= text.len()),
            "{shape}"
        );
    }
}

#[test]
fn pages_without_text_or_width_show_nothing_and_do_not_panic() {
    for texts in [vec![], vec![""], vec!["", "\u{200f}", "\n\n"]] {
        let sources = texts.iter().map(|text| Source {
            text: (*text).to_owned(),
            style: Style {
                above: 1,
                indent: 9,
                hang: 9,
                verse: true,
                preformatted: true,
            },
            insertions: Vec::new(),
        });
        let mut page = Page::new(sources.collect(), Options::default(), Direction::Rtl, 0);
        let at = page.prepare(At { block: 7, line: 7 }, 7);
        let down = page.moved(at, 5);
        assert!(down <= page.moved(down, isize::MAX));
        assert_eq!(page.moved(down, isize::MIN + 1), At::default());
        assert_eq!(page.snap(Cursor { block: 3, byte: 3 }), None);
    }
}
