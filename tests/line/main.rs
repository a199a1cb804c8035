//! Does a line take what is typed into it, and show it where it is read? [`page`]: and a note?

mod page;

use hashiya::{
    app::{Code, Edit, Key, Line, Shown, View},
    text::{
        Direction::{self, Ltr, Rtl},
        Forms, Options, Typesetter,
    },
};
use proptest::prelude::*;

/// A line after these keys, as they are written in files.
fn pressed(mut line: Line, keys: &str) -> Line {
    for key in Key::sequence(keys).unwrap() {
        line.key(key, Rtl);
    }
    line
}

/// The text with the caret in it, as a bar.
fn seen(line: &Line) -> String {
    let (before, after) = line.text().split_at(line.caret());
    format!("{before}|{after}")
}

/// What keys make of a text whose caret stands after it.
fn after(text: &str, keys: &str) -> String {
    seen(&pressed(Line::new(text), keys))
}

/// The cells of a field from the left; the caret's in brackets.
fn drawn(view: &View, width: usize) -> String {
    drawn_row(&view.cells, Some(view.caret), width)
}

fn drawn_row(shown: &[Shown], caret: Option<usize>, width: usize) -> String {
    let mut cells = vec![" ".to_owned(); width];
    for face in shown {
        cells[face.column].clone_from(&face.face);
        for taken in &mut cells[face.column + 1..face.column + face.width] {
            taken.clear();
        }
    }
    if let Some(caret) = caret {
        cells[caret] = format!("[{}]", cells[caret]);
    }
    cells.concat()
}

#[test]
fn letters_go_in_at_the_caret() {
    assert_eq!(after("", "سلام"), "سلام|");
    assert_eq!(after("ab", "<Home>c<End>d<C-a>e<C-e>f"), "ecabdf|");
    assert_eq!(Line::new("").key(Key::char('ب'), Rtl), Edit::Changed);
}

#[test]
fn arrows_go_to_the_cell_that_is_seen_there() {
    // in a right-to-left line, forward is left
    assert_eq!(after("نص", "<Right>"), "ن|ص");
    assert_eq!(after("نص", "<Home><Left>"), "ن|ص");
    assert_eq!(after("نص", "<Left>"), "نص|");
    assert_eq!(after("نص", "<Home><Right>"), "|نص");
    // and within Latin in it, forward is right; the cells are: end ص space a b space ن
    assert_eq!(after("ن ab ص", "<Right><Right><Right><Right>"), "ن a|b ص");
    assert_eq!(after("ن ab ص", "<Home><Left><Left>"), "ن a|b ص");
    assert_eq!(after("ab", "<Left>"), "a|b");
    assert_eq!(after("ab", "<Right>"), "ab|");
}

#[test]
fn backspace_takes_marks_one_by_one_and_pictures_whole() {
    assert_eq!(after("كتبَّ", "<BS>"), "كتبَ|");
    assert_eq!(after("كتبَّ", "<BS><BS><BS>"), "كت|");
    assert_eq!(after("لا", "<BS>"), "ل|");
    assert_eq!(after("a👩‍👩‍👧", "<BS>"), "a|");
    assert_eq!(after("🇸🇦🇪🇬", "<BS>"), "🇸🇦|");
    assert_eq!(
        Line::new("").key(Key::plain(Code::Backspace), Rtl),
        Edit::Kept
    );
}

#[test]
fn delete_takes_the_cluster() {
    assert_eq!(after("بَّت", "<Home><Del>"), "|ت");
    assert_eq!(after("لا", "<Home><Del>"), "|ا");
    assert_eq!(after("ab", "<Home><C-d>"), "|b");
}

#[test]
fn words_are_gone_over_and_taken_away() {
    let text = "قال الوزير، نعم";
    assert_eq!(after(text, "<A-b>"), "قال الوزير، |نعم");
    assert_eq!(after(text, "<A-b><A-b>"), "قال |الوزير، نعم");
    assert_eq!(after(text, "<Home><A-f><A-f>"), "قال الوزير|، نعم");
    assert_eq!(after(text, "<C-Right>"), "قال الوزير، |نعم");
    assert_eq!(after(text, "<Home><C-Left>"), "قال| الوزير، نعم");
    assert_eq!(after("one two", "<C-Left>"), "one |two");
    assert_eq!(after(text, "<C-w>"), "قال الوزير، |");
    assert_eq!(after(text, "<C-w><A-BS>"), "قال |");
    assert_eq!(after(text, "<Home><A-d>"), "| الوزير، نعم");
    assert_eq!(after(text, "<A-b><C-u>"), "|نعم");
    assert_eq!(after(text, "<A-b><C-k>"), "قال الوزير، |");
}

#[test]
fn what_comes_together_is_undone_together() {
    let line = pressed(Line::new(""), "ab<Space>cd");
    let line = pressed(line, "<C-_>");
    assert_eq!(seen(&line), "ab |");
    let line = pressed(line, "<C-_><C-_>");
    assert_eq!(seen(&line), "|");
    let line = pressed(line, "<C-r><C-r><C-r><C-r>");
    assert_eq!(seen(&line), "ab cd|");
    let line = pressed(line, "<C-u>x<C-_>");
    assert_eq!(seen(&line), "|");
    assert_eq!(seen(&pressed(line, "<C-_>")), "ab cd|");
    assert_eq!(after("", "ab<Left>c<C-_>"), "a|b");
}

#[test]
fn what_is_offered_gives_way_to_what_is_typed_first_and_to_nothing_else() {
    let offered = |keys: &str| seen(&pressed(Line::offering("قديم"), keys));
    assert_eq!(offered("جديد"), "جديد|");
    assert_eq!(offered("ج<C-_><C-_>"), "قديم|");
    assert_eq!(offered("<Backspace>ة"), "قدية|");
    assert_eq!(offered("<Home>ال"), "ال|قديم");
    assert_eq!(offered("<F1>ج"), "ج|");
    let mut line = Line::offering("قديم");
    line.paste("جديد");
    assert_eq!(seen(&line), "جديد|");
    let mut line = Line::offering("قديم");
    line.accept();
    assert_eq!(seen(&pressed(line, "ة")), "قديمة|");
    assert!(!Line::offering("").is_offered());
}

#[test]
fn a_paste_brings_no_controls() {
    let mut line = Line::new("");
    line.paste("a\tb\r\nc\u{1b}[2J\u{202e}\u{2067}د\u{200f}\n\n");
    assert_eq!(seen(&line), "a b c[2Jد\u{200f}|");
    let mut note = Line::many("");
    note.paste("a\r\nb\rc\u{2028}d\n");
    assert_eq!(seen(&note), "a\nb\nc\nd\n|");
}

#[test]
fn what_is_put_in_makes_no_line_longer_than_it_may_be() {
    let long = |line: &Line| line.text().chars().count();
    let mut line = Line::new("ab");
    line.key(Key::plain(Code::Left), Rtl);
    assert_eq!(line.paste(&"ج\u{1b}".repeat(10_000)), Edit::Changed);
    assert_eq!(long(&line), 4096);
    assert!(line.text().starts_with("aجج") && line.text().ends_with("ججb"));
    assert_eq!(line.text().len() - line.caret(), 1);
    assert_eq!(line.paste("ج"), Edit::Kept);
    assert_eq!(line.key(Key::char('c'), Rtl), Edit::Kept);
    let line = pressed(line, "<BS>c");
    assert_eq!((long(&line), line.text().contains('c')), (4096, true));
    // what was there before stays
    let mut line = Line::new(&"a".repeat(5000));
    assert_eq!(line.paste("b"), Edit::Kept);
    assert_eq!(seen(&pressed(line, "<BS>")), "a".repeat(4999) + "|");
}

#[test]
fn keys_of_others_are_left_to_them() {
    let mut line = Line::new("ab");
    for keys in [
        "<Enter>", "<Esc>", "<Tab>", "<Up>", "<Down>", "<C-c>", "<A-x>", "<F1>",
    ] {
        let key = Key::sequence(keys).unwrap()[0];
        assert_eq!(line.key(key, Rtl), Edit::Ignored, "{keys}");
    }
    assert_eq!(seen(&line), "ab|");
}

#[test]
fn a_note_has_lines() {
    let note = pressed(Line::many(""), "اب<Enter>cde<Enter>");
    assert_eq!(seen(&note), "اب\ncde\n|");
    let up = pressed(note.clone(), "<Up><Left>");
    assert_eq!(seen(&up), "اب\ncd|e\n");
    assert_eq!(seen(&pressed(up.clone(), "<Up>")), "اب|\ncde\n");
    assert_eq!(seen(&pressed(up.clone(), "<Up><Left>")), "اب\n|cde\n");
    assert_eq!(seen(&pressed(up.clone(), "<Home><BS>")), "اب|cde\n");
    assert_eq!(seen(&pressed(up.clone(), "<End><Del>")), "اب\ncde|");
    assert_eq!(seen(&pressed(up.clone(), "<C-u>")), "اب\n|e\n");
    assert_eq!(up.view(5, Rtl).direction, Ltr);
}

#[test]
fn the_field_shows_the_line_from_where_it_begins() {
    let view = |text: &str, keys: &str, inherited: Direction| {
        let line = Line::new(text);
        let line = if keys.is_empty() {
            line
        } else {
            pressed(line, keys)
        };
        drawn(&line.view(6, inherited), 6)
    };
    assert_eq!(view("", "", Rtl), "     [ ]");
    assert_eq!(view("", "", Ltr), "[ ]     ");
    assert_eq!(view("abc", "", Rtl), "abc[ ]  ");
    assert_eq!(view("دار", "", Ltr), "  [ ]ﺭﺍﺩ");
    assert_eq!(view("دار", "<Home>", Ltr), "   ﺭﺍ[ﺩ]");
    assert_eq!(view("(دار", "<Home>", Rtl), "  ﺭﺍﺩ[)]");
}

#[test]
fn lam_and_alef_part_while_the_caret_is_between_them() {
    let line = Line::new("بلاد");
    assert_eq!(drawn(&line.view(6, Rtl), 6), "  [ ]ﺩﻼﺑ");
    let line = pressed(line, "<Right><Right>");
    assert_eq!(seen(&line), "بل|اد");
    assert_eq!(drawn(&line.view(6, Rtl), 6), "  ﺩ[ﺎ]ﻠﺑ");
}

#[test]
fn a_long_line_goes_along_with_the_caret() {
    let line = Line::new("abcdefghijkl");
    assert_eq!(drawn(&line.view(6, Rtl), 6), "jkl[ ]  ");
    assert_eq!(drawn(&pressed(line, "<Home>").view(6, Rtl), 6), "[a]bcdef");
    let line = Line::new("123456789012");
    assert_eq!(line.view(6, Rtl).direction, Rtl);
    let line = Line::new("دددددددددد");
    assert_eq!(drawn(&line.view(6, Rtl), 6), " [ ]ﺩﺩﺩﺩ");
    assert_eq!(drawn(&pressed(line, "<Home>").view(6, Rtl), 6), "ﺩﺩﺩﺩﺩ[ﺩ]");
}

#[test]
fn the_direction_at_the_caret_is_known() {
    let line = pressed(Line::new("ن ab"), "<Right>");
    assert_eq!(seen(&line), "ن |ab");
    let view = line.view(9, Rtl);
    assert_eq!((view.direction, view.at_caret), (Rtl, Ltr));
    assert_eq!(pressed(line, "<End>").view(9, Rtl).at_caret, Rtl);
}

/// Letters, marks, numbers, pictures, joiners, controls and what acts on direction.
fn any_text() -> impl Strategy<Value = String> {
    let signs = "[a-cاأبدلنَُّ0-2٠-٢ ()\\t\\n\\r\u{200c}\u{200d}\u{200f}\u{202e}\u{2068}\u{fdfa}🇸🇦👩中é\u{301}\u{600}]{0,12}";
    prop_oneof![4 => signs, 1 => ".{0,8}"]
}

/// A key of the line, or a paste.
fn any_deed() -> impl Strategy<Value = Result<Key, String>> {
    let keys = Key::sequence(
        "<Left><Right><Up><Down><Home><End><BS><Del><C-Left><C-Right><A-b><A-f><C-w><A-d><C-u>\
         <C-k><C-_><C-r><Enter><Space>aلاَب1",
    );
    prop_oneof![
        6 => proptest::sample::select(keys.unwrap()).prop_map(Ok),
        1 => any_text().prop_map(Err),
    ]
}

/// The places to which the arrow that goes back leads from the end of a line.
fn edges(line: &Line) -> Vec<usize> {
    let mut line = pressed(line.clone(), "<End>");
    let back = Key::plain(match line.view(1, Rtl).direction {
        Ltr => Code::Left,
        Rtl => Code::Right,
    });
    let mut edges = vec![line.caret()];
    while line.key(back, Rtl) == Edit::Moved {
        assert!(!edges.contains(&line.caret()), "a place is visited twice");
        edges.push(line.caret());
    }
    edges
}

fn do_all(line: &mut Line, deeds: Vec<Result<Key, String>>) {
    for deed in deeds {
        match deed {
            Ok(key) => line.key(key, Rtl),
            Err(text) => line.paste(&text),
        };
    }
}

proptest! {
    #[test]
    fn whatever_comes_the_line_is_sound(
        text in any_text(),
        many in any::<bool>(),
        deeds in proptest::collection::vec(any_deed(), 0..40),
        width in 0..12usize,
    ) {
        let make = if many { Line::many } else { Line::new };
        let mut line = make(&text);
        do_all(&mut line, deeds);
        prop_assert!(line.text().is_char_boundary(line.caret()));
        prop_assert!(line.text().chars().all(|c| !c.is_control() || (many && c == '\n')));
        let view = line.view(width, Rtl);
        prop_assert!(view.caret < width.max(1));
        let mut free = 0;
        for face in &view.cells {
            prop_assert!(face.column >= free && !face.face.is_empty());
            free = face.column + face.width;
        }
        prop_assert!(free <= width.max(1));
        if !many {
            let edges = edges(&line);
            prop_assert!(edges.len() == 1 || edges.contains(&line.caret()));
        }
    }

    #[test]
    fn undoing_everything_returns_and_bringing_back_too(
        text in any_text(),
        deeds in proptest::collection::vec(any_deed(), 0..40),
    ) {
        let mut line = Line::many(&text);
        let first = line.text().to_owned();
        do_all(&mut line, deeds);
        let again = |line: &mut Line, c| while line.key(Key::ctrl(c), Rtl) == Edit::Changed {};
        again(&mut line, 'r');
        let furthest = line.text().to_owned();
        again(&mut line, '_');
        prop_assert_eq!(line.text(), first);
        again(&mut line, 'r');
        prop_assert_eq!(line.text(), furthest);
    }

    #[test]
    fn arrows_reach_every_edge_and_come_back(text in any_text()) {
        let mut line = Line::new(&text);
        let edges = edges(&line);
        let on = match line.view(1, Rtl).direction {
            Ltr => Code::Right,
            Rtl => Code::Left,
        };
        line.key(Key::ctrl('a'), Rtl);
        let on = Key::plain(on);
        while line.key(on, Rtl) == Edit::Moved {}
        prop_assert_eq!(line.caret(), line.text().len());
        // with lam and alef apart
        let options = Options { forms: Forms::Nominal, ..Options::default() };
        let set = Typesetter::new(options).set(line.text(), Rtl, &[]);
        let mut reached = edges;
        reached.sort_unstable();
        let clusters = set.clusters().filter(|cluster| !cluster.is_insertion());
        let mut clusters: Vec<usize> = clusters.map(|cluster| cluster.bytes.start).collect();
        clusters.push(line.text().len());
        prop_assert_eq!(reached, clusters);
    }
}
