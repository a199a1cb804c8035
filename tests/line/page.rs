//! Is a note shown in rows, and does the caret go by them?

use std::collections::HashSet;

use hashiya::{
    app::{Code, Edit, Key, Line, PageView},
    text::{
        Direction::{self, Ltr, Rtl},
        Forms, Options, Typesetter,
    },
};
use proptest::prelude::*;

use crate::{any_deed, any_text, do_all, drawn_row, pressed, seen};

/// A note in a field of so many cells and rows, its caret at the bar.
fn note(text: &str, width: usize, height: usize) -> Line {
    let mut note = Line::many(&text.replace('|', ""));
    note.resize(width, height, Rtl);
    while note.caret() != text.find('|').unwrap() {
        assert_eq!(step(&mut note, false), Edit::Moved, "{text}");
    }
    note
}

/// Goes to the next place in reading, or back to the one before.
fn step(note: &mut Line, on: bool) -> Edit {
    let left = (note.view(1, Rtl).direction == Rtl) == on;
    note.key(Key::plain(if left { Code::Left } else { Code::Right }), Rtl)
}

/// What is shown of a page: its rows, the caret's cell in brackets.
fn rows(page: &PageView, width: usize) -> Vec<String> {
    let rows = page.rows.iter().enumerate();
    rows.map(|(y, row)| {
        let caret = (page.caret.1 == y).then_some(page.caret.0);
        drawn_row(&row.cells, caret, width)
    })
    .collect()
}

#[test]
fn rows_end_at_words_and_begin_at_the_side_of_their_line() {
    let table: &[(&str, &[&str])] = &[
        ("|", &["       [ ]"]),
        ("ab cd ef|", &["ab cd   ", "ef[ ]     "]),
        ("|ab cd ef", &["[a]b cd   ", "ef      "]),
        ("ab cd| ef", &["ab cd[ ]  ", "ef      "]),
        ("دار درر دور|", &[" ﺭﺭﺩ ﺭﺍﺩ", "    [ ]ﺭﻭﺩ"]),
        (
            "د\nab\n\n|",
            &["       ﺩ", "ab      ", "        ", "       [ ]"],
        ),
        (
            "د\nab\n|\n",
            &["       ﺩ", "ab      ", "       [ ]", "        "],
        ),
        // a row orders its cells by itself
        ("دار ab cd ef|", &["  ab ﺭﺍﺩ", "  [ ]cd ef"]),
        ("د 1|2 دد", &[" ﺩﺩ 1[2] ﺩ"]),
        // a word without an end, and clusters of two cells
        ("abcdefghij|", &["abcdefg ", "hij[ ]    "]),
        ("中中中中|中", &["中中中  ", "中[中]    "]),
        ("a👩‍👩‍👧|👩‍👩‍👧👩‍👩‍👧", &["a👩‍👩‍👧[👩‍👩‍👧]👩‍👩‍👧 "]),
    ];
    for (text, shown) in table {
        let page = note(text, 8, 9).page(8, 9, Rtl);
        assert_eq!(rows(&page, 8), *shown, "{text}");
    }
}

#[test]
fn the_last_cell_of_a_row_is_for_the_caret_a_space_or_a_parted_alef() {
    let table: &[(&str, &[&str])] = &[
        // the end of a full row
        ("abcdefg|", &["abcdefg[ ]"]),
        ("دددددد|د", &[" [ﺩ]ﺩﺩﺩﺩﺩﺩ"]),
        ("ددددددد|", &["[ ]ﺩﺩﺩﺩﺩﺩﺩ"]),
        // only a space comes after it, and after that the next row is there
        ("abcdefgh|", &["abcdefg ", "h[ ]      "]),
        ("abcdefg| ", &["abcdefg[ ]", "        "]),
        ("abcdefg |", &["abcdefg ", "[ ]       "]),
        ("abcdefg |h", &["abcdefg ", "[h]       "]),
        ("ددددددد |", &[" ﺩﺩﺩﺩﺩﺩﺩ", "       [ ]"]),
        // what follows further spaces begins beside them
        ("abcdefg   |h", &["abcdefg ", "  [h]     "]),
        ("abc      | h", &["abc     ", " [ ]h     "]),
        // lam and alef take another cell while the caret is between them
        ("لالالالالالالا|", &["[ ]ﻻﻻﻻﻻﻻﻻﻻ"]),
        ("لالالالالالال|ا", &["[ﺎ]ﻟﻻﻻﻻﻻﻻﻻ"]),
        ("لال|الالالالالا ", &["ﻻﻻﻻﻻﻻ[ﺎ]ﻟﻻ", "        "]),
        ("b لال|الالالا د", &["b ﻻﻻﻻ[ﺎ]ﻟﻻ", "ﺩ       "]),
    ];
    for (text, shown) in table {
        let page = note(text, 8, 9).page(8, 9, Rtl);
        assert_eq!(rows(&page, 8), *shown, "{text}");
    }
}

#[test]
fn up_and_down_go_by_rows_and_keep_their_column() {
    let table = [
        ("ab cd ef| gh", "<Up>", "ab| cd ef gh"),
        ("ab c|d ef gh", "<Down>", "ab cd ef g|h"),
        ("|ab cd ef gh", "<Up>", "|ab cd ef gh"),
        ("ab cd ef |gh", "<Down>", "ab cd ef |gh"),
        // over a row that does not reach so far
        ("abc|d\ne\nabcd", "<Down>", "abcd\ne|\nabcd"),
        ("abc|d\ne\nabcd", "<Down><Down>", "abcd\ne\nabc|d"),
        ("abc|d\ne\nabcd", "<Down><Down><Up><Up>", "abc|d\ne\nabcd"),
        ("abc|d\ne\nabcd", "<Down><Left><Down>", "abcd\ne\n|abcd"),
        ("abc|d\ne\nabcd", "<Down>x<Down>", "abcd\nex\nab|cd"),
        // over one that runs the other way
        ("ab|c\nدار\nabc", "<Down><Down>", "abc\nدار\nab|c"),
        ("د|ار\nabc\nدار", "<Down>", "دار\nabc|\nدار"),
        ("د|ار\nabc\nدار", "<Down><Down>", "دار\nabc\nد|ار"),
        // onto a cluster of two cells, from each of its columns
        ("ab|cd\nا中", "<Down>", "abcd\nا中|"),
        ("a中b\nab|cd", "<Up>", "a|中b\nabcd"),
    ];
    for (text, keys, after) in table {
        let note = pressed(note(text, 7, 9), keys);
        assert_eq!(seen(&note), after, "{text} {keys}");
    }
}

#[test]
fn arrows_go_over_the_ends_of_rows() {
    let table = [
        ("ab cd |ef", "<Left>", "ab cd| ef"),
        ("ab cd| ef", "<Right>", "ab cd |ef"),
        ("دار د| دور", "<Left>", "دار د |دور"),
        ("دار د |دور", "<Right>", "دار د| دور"),
        ("ab|\nدار", "<Right>", "ab\n|دار"),
        ("ab\n|دار", "<Right>", "ab|\nدار"),
        // where digits begin a row, its first cell shows the last of them
        ("ددددد |123", "<Left>", "ددددد 123|"),
        ("ددددد| 123", "<Left>", "ددددد 12|3"),
        ("د|\n\nab", "<Left>", "د\n|\nab"),
        ("د|\n\nab", "<Left><Left>", "د\n\n|ab"),
    ];
    for (text, keys, after) in table {
        let note = pressed(note(text, 7, 9), keys);
        assert_eq!(seen(&note), after, "{text} {keys}");
    }
}

#[test]
fn home_and_end_go_by_lines_and_the_other_editor_is_the_callers() {
    let table = [
        ("a\nab cd ef| gh\n", "<Home>", "a\n|ab cd ef gh\n"),
        ("a\n|ab cd ef gh\n", "<End>", "a\nab cd ef gh|\n"),
        ("a\nab cd ef| gh\n", "<C-u>", "a\n| gh\n"),
        ("a\nab cd |ef gh\n", "<C-k>", "a\nab cd |\n"),
        ("a\n|\n b", "<A-b>", "|a\n\n b"),
        ("a|\n\n b", "<A-f>", "a\n\n b|"),
    ];
    for (text, keys, after) in table {
        let note = pressed(note(text, 7, 9), keys);
        assert_eq!(seen(&note), after, "{text} {keys}");
    }
    let mut note = note("|ab", 7, 9);
    assert_eq!(note.key(Key::ctrl('e'), Rtl), Edit::Ignored);
}

#[test]
fn the_page_goes_along_with_the_caret_as_little_as_it_must() {
    let mut note = note("1\n2\n3\n4\n5\n6|", 4, 3);
    let mut look = |keys: &str| {
        for key in Key::sequence(keys).unwrap() {
            note.key(key, Ltr);
            note.resize(4, 3, Ltr);
        }
        let page = note.page(4, 3, Ltr);
        let first = page.rows[0].cells.first().map(|cell| cell.face.clone());
        (first.unwrap_or_default(), page.above, page.below)
    };
    let at = |first: &str, above, below| (first.to_owned(), above, below);
    assert_eq!(look("<Home>"), at("4", true, false));
    assert_eq!(look("<Up><Up>"), at("4", true, false));
    assert_eq!(look("<Up>"), at("3", true, true));
    assert_eq!(look("<Down><Down>"), at("3", true, true));
    assert_eq!(look("<Up><Up><Up><Up>"), at("1", false, true));
    assert_eq!(look("<Down><Down>"), at("1", false, true));
    assert_eq!(look("<Down>"), at("2", true, true));
    // what is erased leaves no row empty that the text could fill
    assert_eq!(look("<Down><Down><Home>"), at("4", true, false));
    assert_eq!(look("<BS><BS>"), at("3", true, false));
    assert_eq!(look("<C-_><C-_>"), at("4", true, false));
}

#[test]
fn a_page_of_a_text_that_is_long_begins_where_the_caret_needs_it() {
    let text = "د ab\n".repeat(20_000);
    let mut line = Line::many(&text);
    let page = line.page(20, 5, Rtl);
    assert_eq!((page.rows.len(), page.caret), (5, (19, 4)));
    assert_eq!((page.above, page.below), (true, false));
    assert_eq!(line.paste("abc"), Edit::Kept);
    assert_eq!(line.text(), text);
    line.key(Key::plain(Code::Backspace), Rtl);
    assert_eq!(line.paste("abc"), Edit::Changed);
    assert!(line.text().ends_with("د aba"));
}

#[test]
fn the_direction_of_each_row_and_at_the_caret_is_known() {
    let page = |text: &str| note(text, 9, 9).page(9, 9, Rtl);
    let directions = |page: &PageView| {
        let rows = page.rows.iter().map(|row| row.direction);
        rows.collect::<Vec<Direction>>()
    };
    let shown = page("12\nab د\n|د ab");
    assert_eq!(directions(&shown), [Rtl, Ltr, Rtl]);
    assert_eq!(shown.at_caret, Rtl);
    assert_eq!(page("12\nab د\nد |ab").at_caret, Ltr);
    assert_eq!(page("12\nab |د\nد ab").at_caret, Rtl);
    assert_eq!(page("12\nab د|\nد ab").at_caret, Ltr);
}

/// Some lines.
fn any_note() -> impl Strategy<Value = String> {
    proptest::collection::vec(any_text(), 0..8).prop_map(|texts| texts.concat())
}

/// Where the caret can stand in a note, and which of these places begin a cluster as it is
/// shown: all but those between a lam and an alef.
fn edges(note: &str) -> (Vec<usize>, HashSet<usize>) {
    let nominal = Options {
        forms: Forms::Nominal,
        ..Options::default()
    };
    let [letters, shown] = [nominal, Options::default()].map(|options| {
        let (mut edges, mut start) = (Vec::new(), 0);
        for line in note.split('\n') {
            let set = Typesetter::new(options).set(line, Rtl, &[]);
            let clusters = set.clusters().filter(|cluster| !cluster.is_insertion());
            edges.extend(clusters.map(|cluster| start + cluster.bytes.start));
            edges.push(start + line.len());
            start += line.len() + 1;
        }
        edges
    });
    (letters, shown.into_iter().collect())
}

/// Higher than any note here.
const HIGH: usize = 1000;

proptest! {
    #[test]
    fn arrows_reach_every_edge_once_and_each_has_a_cell(text in any_note(), width in 8..16usize) {
        let mut note = Line::many(&text);
        note.resize(width, HIGH, Rtl);
        let (edges, whole) = edges(note.text());
        let without = note.page(width, HIGH, Rtl);
        let (mut reached, mut cells) = (Vec::new(), HashSet::new());
        loop {
            let page = note.page(width, HIGH, Rtl);
            let (x, y) = page.caret;
            prop_assert!(x < width && y < page.rows.len());
            prop_assert_eq!(page.rows.len(), without.rows.len());
            if whole.contains(&note.caret()) {
                prop_assert!(cells.insert(page.caret), "two places on one cell");
                prop_assert_eq!(&page.rows, &without.rows);
            } else {
                prop_assert!(page.rows[y].cells.iter().any(|cell| cell.column == x));
            }
            reached.push(note.caret());
            if step(&mut note, false) != Edit::Moved {
                break;
            }
            prop_assert!(reached.len() <= edges.len(), "a place is visited twice");
        }
        let mut back = reached.clone();
        back.reverse();
        for place in back {
            prop_assert_eq!(note.caret(), place);
            step(&mut note, true);
        }
        reached.sort_unstable();
        prop_assert_eq!(reached, edges);
    }

    #[test]
    fn what_goes_up_comes_down_again(
        text in any_note(),
        width in 3..16usize,
        steps in 0..40usize,
        rows in 1..5usize,
    ) {
        let mut note = Line::many(&text);
        note.resize(width, HIGH, Rtl);
        let (_, whole) = edges(note.text());
        (0..steps).for_each(|_| { step(&mut note, false); });
        let cluster = |note: &Line| whole.iter().copied().filter(|at| *at <= note.caret()).max();
        let from = cluster(&note);
        let up = (0..rows).take_while(|_| note.key(Key::plain(Code::Up), Rtl) == Edit::Moved);
        for _ in 0..up.count() {
            prop_assert_eq!(note.key(Key::plain(Code::Down), Rtl), Edit::Moved);
        }
        prop_assert_eq!(cluster(&note), from);
    }

    #[test]
    fn whatever_comes_the_caret_is_on_the_page_and_the_page_is_full(
        text in any_note(),
        deeds in proptest::collection::vec((any_deed(), 0..16usize, 0..6usize), 0..40),
    ) {
        let mut note = Line::many(&text);
        for (deed, width, height) in deeds {
            do_all(&mut note, vec![deed]);
            prop_assert!(edges(note.text()).0.contains(&note.caret()));
            let before = note.page(width, height, Rtl);
            note.resize(width, height, Rtl);
            let page = note.page(width, height, Rtl);
            prop_assert_eq!(&before, &page);
            let (width, height) = (width.max(3), height.max(1));
            prop_assert!(page.caret.0 < width && page.caret.1 < page.rows.len());
            // in a narrower field a cluster may fill a row
            let full = page.rows.len() == height || !(page.above || page.below);
            prop_assert!(full || width < 8);
            for row in &page.rows {
                let mut free = 0;
                for face in &row.cells {
                    prop_assert!(face.column >= free && !face.face.is_empty());
                    free = face.column + face.width;
                }
                prop_assert!(free <= width);
            }
        }
    }
}
