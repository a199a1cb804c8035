//! How are passages marked, tagged, noted, walked and taken back?

use hashiya::{
    app::{Drawer, Mouse, MouseKind, Msg},
    desk::Request,
    passage::{Deed, Passage},
};

use crate::journey::{Journey, TODAY, asked};

const TEXT: &str = "---\ntitle: تجربة\n---\n\nقال محمد إن السوق هدأت، ثم مضى. وعاد في المساء إلى بيته.\n\nوقالت ليلى: «لا أدري»، ثم سكتت طويلًا.\n\nانتهى.\n";

/// In the first paragraph.
fn begun(width: u16, height: u16) -> Journey {
    let mut journey = Journey::reading(TEXT, width, height);
    journey.keys("JJ");
    journey
}

/// Types a text into what is open.
fn typed<'a>(journey: &'a mut Journey, text: &str) -> &'a mut Journey {
    journey.happen(Msg::Paste(text.to_owned()))
}

fn passages(journey: &Journey) -> &[Passage] {
    &journey.app.reader.as_ref().unwrap().coding.passages
}

/// The quotes of the passages, with the names of their tags.
fn tagged(journey: &Journey) -> Vec<(String, Vec<String>)> {
    let coding = &journey.app.reader.as_ref().unwrap().coding;
    let name = |id| coding.tag(id).unwrap().name.clone();
    let passages = coding.passages.iter();
    passages
        .map(|p| (p.selector.quote.clone(), p.tags.iter().map(name).collect()))
        .collect()
}

fn pair(quote: &str, tags: &[&str]) -> (String, Vec<String>) {
    (
        quote.to_owned(),
        tags.iter().map(|&tag| tag.to_owned()).collect(),
    )
}

#[test]
fn a_clause_is_shown_then_tagged_with_a_new_tag() {
    let mut journey = begun(120, 30);
    journey.keys("t");
    let row = journey.cursor().1;
    assert!(
        !journey.screen().selected(row).is_empty(),
        "it is shown before it is tagged"
    );
    assert!(tagged(&journey).is_empty());
    typed(&mut journey, "سوق").keys("<Enter>");
    assert_eq!(
        tagged(&journey),
        [pair("قال محمد إن السوق هدأت،", &["سوق"])]
    );
    assert!(journey.screen().shows("#سوق"));
    assert_eq!(journey.app.reader.as_ref().unwrap().shown_span(), None);
    assert!(journey.app.drawer.is_none());
}

#[test]
fn the_same_key_widens_to_sentence_and_paragraph() {
    for (keys, quote) in [
        ("t", "قال محمد إن السوق هدأت،"),
        ("tt", "قال محمد إن السوق هدأت، ثم مضى."),
        (
            "ttt",
            "قال محمد إن السوق هدأت، ثم مضى. وعاد في المساء إلى بيته.",
        ),
    ] {
        let mut journey = begun(120, 30);
        journey.keys(keys);
        typed(&mut journey, "ا").keys("<Enter>");
        assert_eq!(tagged(&journey), [pair(quote, &["ا"])]);
    }
}

#[test]
fn what_is_selected_is_tagged_over_paragraphs_and_taken_back_and_again() {
    let mut journey = begun(80, 24);
    journey.keys("vJJ").keys("t");
    typed(&mut journey, "طويل").keys("<Enter>");
    let whole = tagged(&journey);
    assert_eq!(whole.len(), 1);
    assert!(whole[0].0.contains('\n'), "{whole:?}");
    journey.keys("u");
    assert!(tagged(&journey).is_empty());
    assert!(journey.notice().contains("marking"), "{}", journey.notice());
    journey.keys("<C-r>");
    assert_eq!(tagged(&journey), whole);
    journey.keys("uu");
    assert_eq!(journey.notice(), journey.said("nothing-to-undo", &[]));
}

#[test]
fn several_tags_are_given_at_once_and_some_taken() {
    let mut journey = begun(120, 30);
    journey.keys("t");
    for name in ["سوق", "مساء"] {
        typed(&mut journey, name).keys("<Tab>");
    }
    journey.keys("<Enter>");
    let quote = "قال محمد إن السوق هدأت،";
    assert_eq!(tagged(&journey), [pair(quote, &["سوق", "مساء"])]);
    // its rows: both tags, all of them, the passage
    journey.keys("T").keys("<Enter>");
    assert_eq!(tagged(&journey)[0].1.len(), 1);
    journey.keys("T").keys("<Down><Down><Enter>");
    assert!(tagged(&journey).is_empty(), "{:?}", tagged(&journey));
    journey.keys("uu");
    assert_eq!(tagged(&journey), [pair(quote, &["سوق", "مساء"])]);
}

#[test]
fn tags_are_found_however_they_are_spelled() {
    let mut journey = begun(120, 30);
    journey.keys("t");
    typed(&mut journey, "الأسئلة المُهمّة")
        .keys("<Enter>")
        .keys("J")
        .keys("t");
    typed(&mut journey, "اسئله مهمه").keys("<Enter>");
    let tags: Vec<_> = tagged(&journey).into_iter().map(|(_, tags)| tags).collect();
    assert_eq!(
        tags,
        [["الأسئلة المهمّة"], ["الأسئلة المهمّة"]].map(|_| vec!["الأسئلة المُهمّة".to_owned()])
    );
}

#[test]
fn the_last_tags_are_given_again_and_a_digit_gives_a_favourite() {
    let mut journey = begun(120, 30);
    journey.keys("t");
    typed(&mut journey, "سوق").keys("<Enter>").keys("J.");
    assert_eq!(tagged(&journey).len(), 2);
    assert_eq!(tagged(&journey)[1].1, ["سوق"]);
    journey.keys("Jviw1");
    assert_eq!(tagged(&journey)[2], pair("انتهى", &["سوق"]));
    // and in the picker, as long as nothing is typed
    journey.keys("<Esc>ggvt1");
    assert_eq!(tagged(&journey)[0].1, ["سوق"]);
}

#[test]
fn tags_that_stick_fall_on_unit_after_unit() {
    let mut journey = begun(120, 30);
    journey.keys("gt");
    typed(&mut journey, "كل").keys("<Enter>");
    journey.keys("<Space><Space><Space>").keys("<Esc>");
    let quotes: Vec<String> = tagged(&journey)
        .into_iter()
        .map(|(quote, _)| quote)
        .collect();
    assert_eq!(
        quotes,
        [
            "قال محمد إن السوق هدأت،",
            "ثم مضى.",
            "وعاد في المساء إلى بيته."
        ]
    );
    assert!(journey.app.sticky.is_none());
    journey.keys("<Space>");
    assert_eq!(tagged(&journey).len(), 3);
}

#[test]
fn a_note_is_written_in_lines_kept_by_escape_and_left_by_control_c() {
    let mut journey = begun(120, 30);
    journey.keys("a");
    typed(&mut journey, "سطر أول").keys("<Enter>");
    typed(&mut journey, "سطر ثانٍ").keys("<Esc>");
    assert_eq!(passages(&journey)[0].note, "سطر أول\nسطر ثانٍ");
    assert!(journey.screen().shows("سطر ثانٍ"));
    journey.keys("a");
    typed(&mut journey, " وزيادة").keys("<C-c>");
    assert_eq!(passages(&journey)[0].note, "سطر أول\nسطر ثانٍ");
    journey.keys("a");
    assert!(
        matches!(&journey.app.drawer, Some(Drawer::Note(note)) if note.line.text().ends_with("وزيادة"))
    );
}

#[test]
fn a_passage_that_is_made_for_a_note_is_called_a_note() {
    let mut journey = begun(120, 30);
    journey.keys("viwa");
    typed(&mut journey, "قيل").keys("<Esc>");
    let what = journey.said("change-note", &[("name", "قال".into())]);
    let what = [("what", what.as_str().into())];
    assert_eq!(journey.notice(), journey.said("done", &what));
    journey.keys("u");
    assert_eq!(journey.notice(), journey.said("undone", &what));
    assert!(passages(&journey).is_empty());
}

#[test]
fn what_cannot_be_taken_back_is_passed_over_on_being_asked_again() {
    let mut journey = begun(120, 30);
    for text in ["أول", "ثانٍ"] {
        journey.keys("viwa");
        typed(&mut journey, text).keys("<Esc>").keys("w");
    }
    let id = passages(&journey)[1].id.clone();
    journey.meanwhile(|desk| {
        asked(desk, Request::Code(vec![Deed::Note(id, "لهم".to_owned())]));
    });
    let [first, second] = ["قال", "محمد"].map(|name| {
        let name = [("name", name.into())];
        journey.said("change-note", &name)
    });
    journey.keys("u");
    let stuck = [("what", (&second).into()), ("keys", "u".into())];
    assert_eq!(journey.notice(), journey.said("undo-stuck", &stuck));
    assert_eq!(passages(&journey).len(), 2);
    journey.keys("u");
    let before = [("what", (&first).into()), ("left", (&second).into())];
    assert_eq!(journey.notice(), journey.said("undone-before", &before));
    let notes: Vec<&str> = passages(&journey).iter().map(|p| p.note.as_str()).collect();
    assert_eq!(notes, ["لهم"]);
    journey.keys("u");
    let left = [("left", (&second).into())];
    assert_eq!(
        journey.notice(),
        journey.said("nothing-else-to-undo", &left)
    );
    journey.keys("<C-r>");
    assert_eq!(passages(&journey).len(), 2);
    // what is new comes first again
    journey.keys("gg").keys("JJviwt");
    typed(&mut journey, "جديد").keys("<Enter>").keys("u");
    assert!(!journey.notice().contains("محمد"), "{}", journey.notice());
    journey.keys("u");
    assert_eq!(journey.notice(), journey.said("undo-stuck", &stuck));
}

#[test]
fn what_is_done_again_is_taken_back_before_what_was_made_earlier() {
    let mut journey = begun(120, 30);
    for text in ["أول", "ثانٍ", "ثالث"] {
        journey.keys("viwa");
        typed(&mut journey, text).keys("<Esc>").keys("w");
    }
    let id = passages(&journey)[1].id.clone();
    journey.meanwhile(|desk| {
        asked(desk, Request::Code(vec![Deed::Note(id, "لهم".to_owned())]));
    });
    journey.keys("uu<C-r>u");
    let notes: Vec<&str> = passages(&journey).iter().map(|p| p.note.as_str()).collect();
    assert_eq!(notes, ["أول", "لهم"]);
    journey.keys("u");
    let notes: Vec<&str> = passages(&journey).iter().map(|p| p.note.as_str()).collect();
    assert_eq!(notes, ["لهم"]);
}

#[test]
fn the_key_that_widens_is_the_one_that_does() {
    let mut journey = begun(120, 30);
    let hint = |journey: &Journey, key: &str| {
        let said = journey.said("picker-aim-keys", &[("widen", key.into())]);
        let last = journey.screen().rows().pop().unwrap();
        assert_eq!(last.trim(), said);
    };
    journey.keys("t");
    hint(&journey, "t");
    journey.keys("x");
    hint(&journey, "Ctrl-t");
    // with the Arabic layout on, a letter begins a name
    journey.keys("<Esc>").keys("ت").keys("K").keys("ف");
    hint(&journey, "Ctrl-t");
    let aim = journey.app.reader.as_ref().unwrap().aim;
    journey.keys("<C-ف>");
    assert_ne!(journey.app.reader.as_ref().unwrap().aim, aim);
}

#[test]
fn a_note_that_is_being_written_is_kept_when_the_program_must_end() {
    let mut journey = begun(120, 30);
    journey.keys("a");
    typed(&mut journey, "لم تُحفظ بعد").happen(Msg::End);
    assert_eq!(passages(&journey)[0].note, "لم تُحفظ بعد");
}

#[test]
fn a_note_that_cannot_be_kept_is_still_there() {
    let mut journey = begun(120, 30);
    journey.hold().keys("a");
    typed(&mut journey, "باقية").keys("<Esc>");
    journey.lose().release();
    assert!(matches!(&journey.app.drawer, Some(Drawer::Note(note)) if note.line.text() == "باقية"));
    assert!(!journey.notice().is_empty());
}

#[test]
fn bounds_are_taken_up_moved_and_stored() {
    let mut journey = begun(120, 30);
    journey.keys("viwt");
    typed(&mut journey, "كلمة").keys("<Enter>");
    assert_eq!(tagged(&journey)[0].0, "قال");
    journey.keys("v").keys("w").keys("<Enter>");
    assert_eq!(tagged(&journey), [pair("قال محمد", &["كلمة"])]);
    journey.keys("u");
    assert_eq!(tagged(&journey)[0].0, "قال");
    // elsewhere Enter stores nothing
    journey.keys("Jvw<Enter>");
    assert_eq!(journey.notice(), journey.said("no-bounds", &[]));
}

#[test]
fn passages_are_walked_in_order_and_overlapping_ones_too() {
    let mut journey = begun(120, 30);
    journey.keys("vipt");
    typed(&mut journey, "كل").keys("<Enter>").keys("viwt");
    typed(&mut journey, "كلمة").keys("<Enter>").keys("J.");
    journey.keys("gg]");
    let nth = |journey: &Journey| journey.app.reader.as_ref().unwrap().nth_passage();
    let here = |journey: &Journey| {
        let reader = journey.app.reader.as_ref().unwrap();
        reader
            .passage_here()
            .unwrap()
            .selector
            .quote
            .chars()
            .count()
    };
    assert_eq!((nth(&journey), here(&journey) > 10), (Some((1, 3)), true));
    journey.keys("]");
    assert_eq!((nth(&journey), here(&journey)), (Some((2, 3)), 4));
    journey.keys("go");
    assert_eq!(nth(&journey), Some((1, 3)));
    journey.keys("gg2]").keys("]");
    assert_eq!(nth(&journey), Some((3, 3)));
    journey.keys("]");
    assert_eq!(journey.notice(), journey.said("last-passage", &[]));
    journey.keys("[[");
    assert_eq!(nth(&journey), Some((1, 3)));
}

#[test]
fn a_title_can_be_tagged() {
    let mut journey = Journey::reading("# عنوان الصفحة\n\nنص قصير هنا.\n", 80, 24);
    journey.keys("ggviwt");
    typed(&mut journey, "عنوان").keys("<Enter>");
    assert_eq!(tagged(&journey), [pair("عنوان", &["عنوان"])]);
}

#[test]
fn notes_stand_in_the_margin_or_under_their_paragraph() {
    let mut journey = begun(120, 30);
    journey.keys("a");
    typed(&mut journey, "في الهامش").keys("<Esc>");
    let wide = journey.cursor().1;
    assert_eq!(journey.screen().row_of("في الهامش") as u16, wide);
    journey.resize(70, 24);
    let (_, row) = journey.cursor();
    assert!(journey.screen().row_of("في الهامش") as u16 > row);
    // they are no part of what is copied
    journey.keys("VJy");
    assert!(
        !journey.copied[0].contains("الهامش"),
        "{:?}",
        journey.copied
    );
    journey.resize(120, 30);
    assert_eq!(journey.screen().row_of("في الهامش") as u16, wide);
}

#[test]
fn what_others_tag_is_seen_at_the_next_look() {
    let mut journey = begun(120, 30);
    let reader = journey.app.reader.as_ref().unwrap();
    let article = reader.id().clone();
    journey.meanwhile(|desk| {
        use hashiya::passage::{Deed, Naming, Wish};
        let wish = Wish {
            article,
            version: 1,
            range: 6..10,
        };
        let tags = vec![Naming::Name("غيري".into())];
        desk.code(&[Deed::Mark(wish, tags, String::new())]).unwrap();
    });
    assert_eq!(tagged(&journey).len(), 1);
    // what another did is taken back only after a question
    journey.keys("u");
    assert!(journey.app.menu.is_some());
    journey.keys("y");
    assert!(tagged(&journey).is_empty());
    journey.happen(Msg::Tick(TODAY));
}

#[test]
fn the_page_of_passages_leads_to_the_place_and_back() {
    let mut journey = begun(100, 30);
    journey.keys("t");
    typed(&mut journey, "سوق")
        .keys("<Enter>")
        .keys("J.")
        .keys("J.");
    journey.keys("ggp");
    assert!(journey.screen().shows("وقالت ليلى"));
    assert_eq!(journey.app.collection().unwrap().len(), 3);
    journey.keys("j<Enter>");
    assert!(journey.app.page().is_none());
    assert_eq!(journey.ahead(5), "وقالت");
    journey.keys("q");
    assert_eq!(journey.app.collection().unwrap().cursor, 1);
    journey.keys("f");
    typed(&mut journey, "انتهي").keys("<Enter>");
    assert_eq!(journey.app.collection().unwrap().len(), 1);
    journey.keys("<Esc>");
    assert_eq!(journey.app.collection().unwrap().len(), 3);
    journey.keys("gg<Space><Space>x");
    assert!(journey.app.menu.is_some(), "what goes is shown first");
    journey.keys("y");
    assert_eq!(journey.app.collection().unwrap().len(), 1);
    journey.keys("u");
    assert_eq!(journey.app.collection().unwrap().len(), 3);
    journey.keys("q");
    assert!(journey.app.page().is_none());
}

#[test]
fn a_passage_without_a_place_is_read_where_it_was_made_and_fixed_again() {
    let mut journey = begun(100, 30);
    journey.keys("t");
    typed(&mut journey, "سوق").keys("<Enter>");
    journey.rewrite("---\ntitle: تجربة\n---\n\nكلام آخر تمامًا عن أمر مختلف كل الاختلاف.\n\nوقالت ليلى: «لا أدري»، ثم سكتت طويلًا.\n\nانتهى.\n");
    assert_eq!(passages(&journey)[0].placement.state(), "orphan");
    journey.keys("po");
    assert_eq!(journey.app.collection().unwrap().len(), 1);
    journey.keys("<Enter>");
    assert!(journey.screen().shows("قال محمد إن السوق"));
    assert_eq!(journey.notice(), journey.said("old-version", &[]));
    journey.keys("q").keys("r");
    assert!(journey.screen().shows("كلام آخر"));
    journey.keys("ggJJviw<Enter>");
    assert_eq!(passages(&journey)[0].placement.state(), "placed");
    assert_eq!(tagged(&journey)[0], pair("كلام", &["سوق"]));
}

#[test]
fn a_press_on_a_note_leads_to_its_passage() {
    let mut journey = begun(120, 30);
    journey.keys("J").keys("a");
    typed(&mut journey, "في الهامش").keys("<Esc>").keys("gg");
    let area = journey.app.panes.margin.unwrap();
    let row = journey.screen().row_of("في الهامش") as u16;
    journey.happen(Msg::Mouse(Mouse {
        kind: MouseKind::Press(1),
        column: area.x + 2,
        row,
    }));
    assert_eq!(journey.ahead(5), "وقالت");
}
