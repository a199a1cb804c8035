//! What is selected, and how does it look?

use crate::journey::Journey;

const MIXED: &str = "---\ntitle: تجربة\n---\n\nقال محمد إن GPT-4 (نموذج) كلّف 25% فقط. انتهى الأمر هنا.\n\nوقالت: «لا «أدري» متى»، ثم مضت.\n";

/// In the first paragraph.
fn first() -> Journey {
    let mut journey = Journey::reading(MIXED, 70, 20);
    journey.keys("JJ");
    journey
}

/// The pieces of a row that are selected: first and last column of each.
fn pieces(journey: &Journey, row: u16) -> Vec<(u16, u16)> {
    let mut pieces: Vec<(u16, u16)> = Vec::new();
    for column in journey.screen().selected(row) {
        match pieces.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => pieces.push((column, column)),
        }
    }
    pieces
}

#[test]
fn a_span_over_mixed_directions_is_seen_in_pieces() {
    let mut journey = first();
    let (x, y) = journey.cursor();
    // «قال محمد إن G»: the Latin letter stands at the far end of its word
    journey.keys("v12h");
    let before = journey.app.reader.as_ref().unwrap().cursor;
    journey.keys("<Esc>").keys("J").keys("K").keys("www");
    assert_eq!(journey.ahead(1), "G");
    journey.keys("vbbb");
    assert!(before.byte > 0);
    let pieces = pieces(&journey, y);
    // "قال محمد إن " is 12 cells, then GPT-4 is 5 with its first at the left
    assert_eq!(pieces, [(x - 16, x - 16), (x - 11, x)]);
    journey.keys("y");
    assert_eq!(journey.copied, ["قال محمد إن G"]);
    assert!(journey.app.reader.as_ref().unwrap().selection.is_none());
}

#[test]
fn a_whole_span_is_one_piece_again() {
    let mut journey = first();
    let (x, y) = journey.cursor();
    journey.keys("vwwwee");
    assert_eq!(pieces(&journey, y).len(), 1);
    journey.keys("y");
    assert_eq!(journey.copied.len(), 1);
    assert!(
        journey.copied[0].starts_with("قال محمد إن GPT"),
        "{:?}",
        journey.copied
    );
    assert_eq!(journey.cursor().1, y);
    assert!(journey.cursor().0 < x);
}

#[test]
fn units_are_taken_whole() {
    for (keys, text) in [
        ("wwwwwviw", "نموذج"),
        ("vis", "قال محمد إن GPT-4 (نموذج) كلّف 25% فقط."),
        (
            "vip",
            "قال محمد إن GPT-4 (نموذج) كلّف 25% فقط. انتهى الأمر هنا.",
        ),
        ("Jwviq", "لا «أدري» متى"),
        ("JwviQ", "«لا «أدري» متى»"),
        ("Jwwviq", "أدري"),
    ] {
        let mut journey = first();
        journey.keys(keys);
        journey.keys("y");
        assert_eq!(journey.copied, [text], "{keys}");
    }
}

#[test]
fn a_selection_grows_and_shrinks_by_whole_units() {
    for (keys, text) in [
        ("vw", "قال"),
        ("vww", "قال محمد"),
        ("vwww", "قال محمد إن"),
        ("vwwwb", "قال محمد"),
        ("vwwwbb", "قال"),
        ("vwl", "قا"),
        ("v)", "قال محمد إن GPT-4 (نموذج) كلّف 25% فقط."),
        ("wwvb", "محمد إ"),
        ("wwvbbw", "محمد إ"),
        // also where it begins or ends within a unit
        ("vwwhhb", "قال محمد"),
        ("wwwv()", "GPT-4 (نموذج) كلّف 25% فقط."),
        ("hvwb", "قا"),
    ] {
        let mut journey = first();
        journey.keys(keys).keys("y");
        assert_eq!(journey.copied, [text], "{keys}");
    }
}

#[test]
fn ends_are_swapped_and_the_last_selection_comes_again() {
    let mut journey = first();
    journey.keys("wvw");
    let head = journey.app.reader.as_ref().unwrap().cursor;
    journey.keys("o");
    assert!(journey.app.reader.as_ref().unwrap().cursor < head);
    journey.keys("b");
    journey.keys("v");
    assert!(journey.app.reader.as_ref().unwrap().selection.is_none());
    journey.keys("gg").keys("gv").keys("y");
    assert_eq!(journey.copied, ["قال محمد"]);
}

#[test]
fn rows_are_taken_from_edge_to_edge() {
    let mut journey = Journey::new(80, 24);
    journey.keys("<Enter>JJJ");
    let (_, y) = journey.cursor();
    journey.keys("Vj");
    let screen = journey.screen();
    assert!(screen.selected(y).len() > 10 && screen.selected(y + 1).len() > 10);
    assert!(screen.selected(y - 1).is_empty());
    journey.keys("<Esc>");
    assert!(journey.screen().selected(y).is_empty());
}

#[test]
fn a_selection_over_paragraphs_is_copied_in_lines() {
    let mut journey = first();
    journey.keys("vG").keys("y");
    let text = journey.copied[0].clone();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.starts_with("قال") && text.ends_with("مضت."));
}

#[test]
fn a_citation_follows_what_is_copied() {
    let mut journey = Journey::new(80, 24);
    journey.keys("j<Enter>").keys("JJJvis").keys("Y");
    let (text, citation) = journey.copied[0].rsplit_once('\n').unwrap();
    assert!(!text.is_empty());
    assert!(citation.contains("رسالة العام الجديد"), "{citation}");
    assert!(citation.contains("نشرة خط الأفق"), "{citation}");
}
