//! Do the laws of the text engine hold for any text?

use std::collections::HashSet;

use hashiya::text::{
    At, Content, Cursor, Digits, Direction, Forms, Insertion, Justify, Line, Marks, Options, Page,
    Paragraph, Source, Style, Typesetter, Unit, clauses, fold, fold_with_offsets, is_ambiguous,
    quotations, sentences, words,
};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

/// Mixed text as hostile as articles can be.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[ابتثجحدرسعفقكلمنهويىةءآأؤإئ]{1,7}",
        6 => Just(" ".to_owned()),
        3 => "لا|لأ|للّه|لَا|مِلءِ",
        2 => "[\u{64b}-\u{652}\u{670}]{1,2}",
        2 => "[a-zA-Z]{1,6}",
        2 => "[0-9٠-٩۰-۹.,/٪%-]{1,6}",
        2 => "[«»\"“”()\\[\\]{}<>﴿﴾،؛:؟!…–]",
        1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{61c}\u{ad}\u{feff}]",
        1 => "[\t\u{a0}\u{3000}\u{2028}\u{1b}\u{7f}\u{85}]",
        1 => "[אבגדה\u{5b4}]{1,4}",
        1 => "[漢字かな한글]{1,3}",
        1 => "👩\u{200d}💻|🇪🇬|❤\u{fe0f}|👍🏽|ﷺ|﷽|\u{600}١|۝٣",
        1 => "https://example\\.org/[ابج]{2}|C\\+\\+|@name|\\+20 2 1234-5678|-5",
        1 => "क्षि|é|e\u{301}|ｶﾞ|🏽",
        1 => "\n|\r\n| \\*\\*\\* ",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = Options> {
    (
        any::<bool>(),
        0..2usize,
        0..3usize,
        0..3usize,
        0..2usize,
        0..3usize,
        any::<bool>(),
    )
        .prop_map(
            |(isolate, marks, digits, justify, forms, direction, wide)| Options {
                isolate,
                marks: [Marks::All, Marks::None][marks],
                digits: [Digits::AsWritten, Digits::ArabicIndic, Digits::European][digits],
                justify: [Justify::Off, Justify::Spaces, Justify::Kashida][justify],
                forms: [Forms::Joined, Forms::Nominal][forms],
                direction: [None, Some(Direction::Ltr), Some(Direction::Rtl)][direction],
                wide,
            },
        )
}

fn insertions(text: &str) -> Vec<Insertion> {
    let middle = (text.len() / 2..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap();
    vec![
        Insertion {
            at: 0,
            text: "• ".into(),
            forward: true,
        },
        Insertion {
            at: middle,
            text: "[12]".into(),
            forward: false,
        },
        Insertion {
            at: text.len(),
            text: "[3]".into(),
            forward: false,
        },
    ]
}

fn set(text: &str, options: Options) -> Paragraph {
    Typesetter::new(options).set(text, Direction::Rtl, &insertions(text))
}

fn lines(paragraph: &Paragraph, width: usize, justify: Justify) -> Vec<Line> {
    let rows = paragraph.wrap(width);
    let at_right = paragraph.direction() == Direction::Rtl;
    rows.iter()
        .map(|row| Line::new(paragraph, row, 0, width, at_right, justify))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clusters_partition_the_text(text in text(), options in options()) {
        let paragraph = set(&text, options);
        let shows = paragraph.clusters().any(|c| !c.is_insertion());
        let (mut byte, mut char) = (0, 0);
        for cluster in paragraph.clusters() {
            prop_assert!(!shows || (cluster.bytes.start, cluster.chars.start) == (byte, char));
            prop_assert_eq!(cluster.is_insertion(), cluster.bytes.is_empty());
            prop_assert!(cluster.width >= 1 && !cluster.face.is_empty());
            prop_assert_eq!(text[cluster.bytes.clone()].chars().count(), cluster.chars.len());
            (byte, char) = (cluster.bytes.end, cluster.chars.end);
        }
        prop_assert!(!shows || (byte, char) == (text.len(), text.chars().count()));
        prop_assert_eq!(paragraph.extent(), (text.len(), text.chars().count()));
    }

    #[test]
    fn nothing_but_letters_and_signs_reaches_a_cell(text in text(), options in options()) {
        for cluster in set(&text, options).clusters() {
            let control = |c: char| c.is_control()
                || matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{ad}' | '\u{feff}');
            prop_assert!(!cluster.face.contains(control), "{:?}", cluster.face);
        }
    }

    #[test]
    fn rows_partition_the_clusters_and_each_order_is_a_permutation(text in text(), width in 2usize..90, options in options()) {
        let paragraph = set(&text, options);
        let mut next = 0;
        for row in paragraph.wrap(width) {
            prop_assert_eq!(row.clusters().start, next);
            prop_assert!(row.shown().end <= row.clusters().end);
            let mut order = row.order(&paragraph);
            order.sort_unstable();
            let shown: Vec<u32> = row.shown().map(|c| c as u32).collect();
            prop_assert_eq!(order, shown);
            let hidden = row.shown().end..row.clusters().end;
            prop_assert!(hidden.into_iter().all(|c| paragraph.cluster(c).is_space()));
            next = row.clusters().end;
        }
        prop_assert_eq!(next, paragraph.len());
    }

    #[test]
    fn no_row_is_wider_than_its_pane(text in text(), width in 3usize..90, options in options()) {
        let paragraph = set(&text, options);
        for row in paragraph.wrap(width) {
            let cells: usize = row.cells(&paragraph).iter().map(|c| c.width).sum();
            prop_assert_eq!(cells, row.width());
            prop_assert!(cells <= width);
        }
    }

    #[test]
    fn a_row_ends_as_late_as_it_may(text in text(), width in 3usize..90) {
        let paragraph = set(&text, Options::default());
        let rows = paragraph.wrap(width);
        // widened to hold all, a paragraph without forced breaks is one row
        let wide: usize = paragraph.clusters().map(|c| c.width).sum();
        if !text.contains(['\u{2028}', '\u{85}', '\n', '\r']) {
            prop_assert_eq!(paragraph.wrap(wide.max(1)).len(), 1);
        }
        prop_assert!(rows.iter().all(|row| !row.clusters().is_empty() || row.clusters().end == paragraph.len()));
    }

    #[test]
    fn hit_undoes_place(text in text(), width in 3usize..60, options in options()) {
        let paragraph = set(&text, options);
        for (row, line) in paragraph.wrap(width).iter().zip(lines(&paragraph, width, options.justify)) {
            for cluster in row.shown().filter(|c| !paragraph.cluster(*c).is_insertion()) {
                let place = line.place(cluster).unwrap();
                for column in place {
                    prop_assert_eq!(line.hit(&paragraph, column), Some(cluster));
                }
            }
            let shows = row.shown().any(|c| !paragraph.cluster(c).is_insertion());
            for column in 0..width + 3 {
                prop_assert_eq!(line.hit(&paragraph, column).is_some(), shows);
            }
        }
    }

    #[test]
    fn filled_rows_are_as_wide_as_the_pane(text in text(), width in 12usize..60) {
        let paragraph = set(&text, Options::default());
        let rows = paragraph.wrap(width);
        for justify in [Justify::Spaces, Justify::Kashida] {
            for (row, line) in rows.iter().zip(lines(&paragraph, width, justify)) {
                let wide: usize = line.cells().iter().map(|c| c.width).sum();
                let gaps = row.shown().filter(|c| paragraph.cluster(*c).is_space()).count();
                let missing = width - row.width();
                if missing > width / 3 || (gaps == 0 && justify == Justify::Spaces) {
                    prop_assert_eq!(wide, row.width());
                } else if gaps > 0 {
                    prop_assert_eq!(wide, width);
                }
                prop_assert!(wide <= width);
                // at most one tatweel a word: never two without a space between
                let mut stretched = line.cells().iter().filter_map(|c| match c.content {
                    Content::Tatweel(after) => Some(after),
                    _ => None,
                }).collect::<Vec<_>>();
                stretched.sort_unstable();
                for pair in stretched.windows(2) {
                    prop_assert!((pair[0]..pair[1]).any(|c| paragraph.cluster(c).is_space()));
                }
            }
        }
    }

    #[test]
    fn faces_and_levels_know_no_width_and_no_options_move_offsets(text in text(), options in options()) {
        let plain: Vec<_> = set(&text, Options { forms: Forms::Nominal, ..options }).clusters().map(|c| c.bytes).collect();
        let joined: Vec<_> = set(&text, Options { forms: Forms::Joined, ..options }).clusters().map(|c| c.bytes).collect();
        // a lam-alef is one cluster joined and two nominal; nothing else moves
        let (plain, joined): (HashSet<_>, HashSet<_>) =
            (plain.iter().map(|b| b.start).collect(), joined.iter().map(|b| b.start).collect());
        prop_assert!(joined.is_subset(&plain));
        prop_assert!(plain.difference(&joined).all(|at| text[*at..].starts_with(['ا', 'أ', 'إ', 'آ'])));
    }

    #[test]
    fn no_letter_is_lost_on_the_way_to_a_face(text in text()) {
        let letters = |t: &str| fold(t).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for cluster in set(&text, Options::default()).clusters().filter(|c| !c.is_insertion()) {
            prop_assert_eq!(letters(cluster.face), letters(&text[cluster.bytes.clone()]), "{:?}", cluster);
        }
    }

    #[test]
    fn a_resized_page_is_a_fresh_page_and_laziness_shows_nowhere(
        texts in prop::collection::vec(text(), 1..8), widths in prop::collection::vec(4usize..80, 1..4), from in 0usize..8
    ) {
        let mut lazy = page(&texts, widths[0]);
        lazy.prepare(At { block: from, line: 0 }, 3);
        for width in &widths {
            lazy.resize(*width);
            lazy.prepare(At { block: from / 2, line: 0 }, 2);
        }
        let last = *widths.last().unwrap();
        while lazy.settle(from, 10) {}
        let mut fresh = page(&texts, last);
        fresh.prepare(At::default(), usize::MAX / 2);
        for block in 0..texts.len() {
            prop_assert_eq!(lazy.rows(block), fresh.rows(block));
        }
        prop_assert_eq!(lazy.extent(At::default()), fresh.extent(At::default()));
    }

    #[test]
    fn the_text_comes_back_from_the_rows(texts in prop::collection::vec(text(), 1..5), width in 4usize..60) {
        let mut page = page(&texts, width);
        page.prepare(At::default(), usize::MAX / 2);
        for (block, text) in texts.iter().enumerate() {
            let mut read = String::new();
            for placed in page.rows(block) {
                let paragraph = &page.paragraphs(block)[placed.paragraph];
                let start = page.paragraph_start(block, placed.paragraph);
                let bytes = if paragraph.clusters().all(|c| c.is_insertion()) {
                    0..paragraph.extent().0 // nothing of it reaches a cell
                } else {
                    paragraph.span(placed.row.clusters()).0
                };
                read.push_str(&text[start + bytes.start..start + bytes.end]);
            }
            let shown = |t: &str| t.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(shown(&read), shown(text));
        }
    }

    #[test]
    fn the_forward_key_visits_every_cluster_once_and_the_backward_key_returns(
        texts in prop::collection::vec(text(), 1..5), width in 4usize..40
    ) {
        let mut page = page(&texts, width);
        let expected = clusters_with_cells(&mut page);
        let Some(mut cursor) = page.snap(Cursor::default()) else {
            prop_assert!(expected.is_empty());
            return Ok(());
        };
        // a paragraph may begin, to the eye, with another cluster than its first
        while let Some(before) = { let side = opposite(page.forward(cursor)); page.step(cursor, side) } {
            cursor = before;
        }
        let mut visited = vec![cursor];
        while let Some(next) = { let side = page.forward(cursor); page.step(cursor, side) } {
            let back = { let side = opposite(page.forward(next)); page.step(next, side) };
            prop_assert_eq!(back, Some(cursor));
            cursor = next;
            visited.push(cursor);
            prop_assert!(visited.len() <= expected.len());
        }
        let seen: HashSet<Cursor> = visited.iter().copied().collect();
        prop_assert_eq!(seen.len(), visited.len());
        prop_assert_eq!(seen, expected);
    }

    #[test]
    fn down_and_up_go_through_every_line_that_shows_something(texts in prop::collection::vec(text(), 1..5), width in 4usize..40) {
        let mut page = page(&texts, width);
        let Some(start) = page.snap(Cursor::default()) else { return Ok(()) };
        let mut lines = vec![page.place(start).unwrap().0];
        let mut cursor = start;
        while let Some(next) = page.step_line(cursor, true, width / 2) {
            let (at, columns) = page.place(next).unwrap();
            prop_assert!(at > *lines.last().unwrap());
            prop_assert_eq!(page.hit(at, columns.start), Some(next));
            lines.push(at);
            cursor = next;
        }
        while let Some(before) = page.step_line(cursor, false, width / 2) {
            lines.pop();
            prop_assert_eq!(page.place(before).unwrap().0, *lines.last().unwrap());
            cursor = before;
        }
        prop_assert_eq!(lines.len(), 1);
    }

    #[test]
    fn jumps_stand_on_clusters_and_go_on(texts in prop::collection::vec(text(), 1..4), width in 4usize..40) {
        let mut page = page(&texts, width);
        let Some(start) = page.snap(Cursor::default()) else { return Ok(()) };
        for unit in [Unit::Word, Unit::Clause, Unit::Sentence, Unit::Quotation, Unit::Paragraph] {
            let mut cursor = start;
            while let Some(next) = page.next_unit(cursor, unit) {
                prop_assert!(next > cursor);
                prop_assert_eq!(page.snap(next), Some(next));
                prop_assert!(page.previous_unit(next, unit).is_none_or(|before| before >= cursor || unit == Unit::Quotation));
                cursor = next;
            }
            while let Some(before) = page.previous_unit(cursor, unit) {
                prop_assert!(before < cursor);
                prop_assert_eq!(page.snap(before), Some(before));
                cursor = before;
            }
        }
        for unit in [Unit::Word, Unit::Clause, Unit::Sentence, Unit::Paragraph] {
            let mut cursor = start;
            while let Some(next) = page.unit_end(cursor, unit) {
                prop_assert!(next > cursor);
                prop_assert_eq!(page.snap(next), Some(next));
                let cluster = page.cluster_at(next).unwrap();
                prop_assert_eq!(cluster.start, next.byte);
                prop_assert!(cluster.end > next.byte && cluster.end <= texts[next.block].len());
                cursor = next;
            }
        }
    }

    #[test]
    fn a_cluster_is_as_wide_as_what_its_cell_shows(text in text(), options in options()) {
        for cluster in set(&text, options).clusters() {
            let chars = || cluster.face.chars();
            let cells: usize = chars().map(width_of).sum();
            // letters are wider where the terminal shows them so, signs have stand-ins there
            let wider = chars().filter(|c| options.wide && is_ambiguous(*c)).count();
            let emoji = chars().any(|c| ('\u{1f000}'..='\u{1ffff}').contains(&c));
            let fits = (cells..=cells + wider).contains(&cluster.width);
            prop_assert!(fits || (emoji && cluster.width == 2), "{cluster:?}");
        }
    }

    #[test]
    fn folding_is_idempotent_and_knows_the_way_back(text in text()) {
        let folded = fold_with_offsets(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        prop_assert_eq!(&fold(&folded.text), &folded.text);
        let bounds: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
        for pair in bounds.windows(2) {
            let source = folded.source(pair[0]..pair[1]);
            prop_assert!(fold(&text[source]).contains(&folded.text[pair[0]..pair[1]]));
        }
    }

    #[test]
    fn units_are_in_order_and_clauses_lose_nothing(text in text()) {
        let clauses: Vec<_> = clauses(&text).into_iter().map(|c| c.range).collect();
        let inside: String = clauses.iter().map(|r| &text[r.clone()]).collect();
        let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&inside), letters(&text));
        for ranges in [clauses, sentences(&text), words(&text).collect()] {
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        prop_assert!(quotations(&text).windows(2).all(|pair| pair[0].start < pair[1].start));
    }
}

/// Cells of a character in a terminal.
fn width_of(c: char) -> usize {
    match c {
        '\u{600}' | '\u{6dd}' | '\t' => 1,
        _ => c.width().unwrap_or(0),
    }
}

fn opposite(side: hashiya::text::Side) -> hashiya::text::Side {
    use hashiya::text::Side::{Left, Right};
    if side == Left { Right } else { Left }
}

fn page(texts: &[String], width: usize) -> Page {
    let sources = texts.iter().enumerate().map(|(number, text)| Source {
        text: text.clone(),
        style: Style {
            above: number % 3,
            indent: number % 2 * 2,
            hang: number % 2,
            verse: number % 2 == 0,
            preformatted: false,
        },
        insertions: if number % 2 == 1 {
            insertions(text)
        } else {
            Vec::new()
        },
    });
    Page::new(sources.collect(), Options::default(), Direction::Rtl, width)
}

fn clusters_with_cells(page: &mut Page) -> HashSet<Cursor> {
    page.prepare(At::default(), usize::MAX / 2);
    let mut found = HashSet::new();
    for block in 0..page.blocks() {
        for placed in page.rows(block) {
            let paragraph = &page.paragraphs(block)[placed.paragraph];
            let start = page.paragraph_start(block, placed.paragraph);
            let shown = placed
                .row
                .shown()
                .map(|at| paragraph.cluster(at))
                .filter(|c| !c.is_insertion());
            found.extend(shown.map(|c| Cursor {
                block,
                byte: start + c.bytes.start,
            }));
        }
    }
    found
}
