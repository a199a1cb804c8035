//! Can it be seen, and chosen, which line reads right in a terminal?

use hashiya::{
    app::{Focus, Key, Msg, Sight},
    config::BIDI,
    ui,
};

use crate::journey::Journey;

/// What is known of an old kitty.
fn kitty() -> Sight {
    Sight {
        answers: vec![
            ("XTVERSION", "kitty(0.26.5)".to_owned()),
            ("DA2", "1;4000;26".to_owned()),
        ],
        way: "word",
        why: "answers",
        advice: vec!["kitty", "font"],
        given: false,
    }
}

fn in_kitty(language: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::speaking(language, width, height);
    journey.happen(Msg::Sight(kitty()));
    journey
}

/// The ways that are shown, each as it would be served.
fn ways(journey: &Journey) -> Vec<&'static str> {
    ui::apart(&journey.app)
        .iter()
        .map(|(_, way)| *way)
        .collect()
}

#[test]
fn a_line_in_each_way_is_shown_with_what_is_known() {
    for language in ["en", "ar"] {
        let mut journey = in_kitty(language, 80, 24);
        journey.keys("zl");
        let screen = journey.screen();
        assert!(screen.shows(&journey.said("menu-terminal", &[])));
        assert_eq!(ways(&journey), BIDI[1..]);
        let sample = crate::journey::cells(&journey.said("doctor-sample", &[]));
        let rows = screen.rows();
        for (nth, (y, way)) in ui::apart(&journey.app).into_iter().enumerate() {
            let row = &rows[usize::from(y)];
            // it stands at the left in both interfaces
            let label = (nth + 1).to_string();
            let begins = row[1..].trim_start_matches(['>', ' ']).starts_with(&label);
            assert!(
                begins && row.contains(way) && row.contains(&sample),
                "{row}"
            );
            assert_eq!(row.trim_start().starts_with('>'), way == "word", "{row}");
        }
        assert!(screen.shows("XTVERSION kitty(0.26.5)"), "{}", screen.text());
        let served = journey.said("doctor-answers", &[("strategy", "word".into())]);
        assert!(screen.shows(&served));
        assert!(screen.shows("force_ltr yes"), "{}", screen.text());
        journey.keys("<Esc>");
        assert_eq!(ways(&journey), [""; 0]);
    }
}

#[test]
fn a_digit_of_any_script_chooses_and_the_page_stays() {
    let mut journey = in_kitty("en", 80, 24);
    journey.keys("zl1٣۴0");
    assert_eq!(journey.served, ["visual", "inverse", "blank", "auto"]);
    assert_eq!(journey.notice(), journey.said("terminal-unchosen", &[]));
    journey.keys("2");
    let said = journey.said("terminal-chosen", &[("way", "explicit".into())]);
    assert_eq!(journey.notice(), said);
    assert_eq!(ways(&journey).len(), 9);
    journey.keys("j<Enter>");
    assert_eq!(journey.served.last(), Some(&"inverse"));
    journey.keys("q");
    assert_eq!(ways(&journey).len(), 0);
    assert!(!journey.over && journey.saved.is_empty());
}

#[test]
fn one_escape_leaves_the_page_also_after_a_choice() {
    let mut journey = in_kitty("en", 80, 24);
    journey.keys("<Enter>zl3").keys("<Esc>");
    assert_eq!(ways(&journey).len(), 0);
    assert_eq!(journey.notice(), "");
    assert_eq!(journey.app.focus, Focus::Reader);
}

#[test]
fn the_page_opens_with_the_arabic_layout_from_the_palette_and_beside_the_setting() {
    let mut journey = in_kitty("ar", 80, 24);
    journey.keys("ئم");
    assert_eq!(ways(&journey).len(), 9);
    journey.keys("<Esc>:terminal<Enter>");
    assert_eq!(ways(&journey).len(), 9);
    journey.keys("<Esc>S/bidi<Enter>");
    assert_eq!(journey.saved, [("bidi", "visual".to_owned())]);
    let mut journey = in_kitty("en", 80, 40);
    journey.keys("S");
    let screen = journey.screen();
    let below = screen.row_of(&journey.said("setting-bidi", &[])) + 1;
    assert_eq!(below, screen.row_of(&journey.said("do-terminal", &[])));
    assert!(screen.rows()[below].contains("word"));
    journey.keys("/which<Enter>");
    assert_eq!(ways(&journey).len(), 9);
}

#[test]
fn every_way_is_reached_however_small_the_screen() {
    for (width, height) in [(30, 8), (40, 12), (64, 10), (80, 24), (200, 60)] {
        for language in ["en", "ar"] {
            let mut journey = in_kitty(language, width, height);
            journey.keys("zlg");
            let mut seen = Vec::new();
            for _ in 0..40 {
                seen.extend(ways(&journey));
                let apart = ui::apart(&journey.app);
                assert!(apart.iter().all(|(y, _)| *y > 1 && *y < height - 2));
                journey.keys("j");
            }
            assert!(
                BIDI[1..].iter().all(|way| seen.contains(way)),
                "{width} {height}"
            );
            // and so is the end of what is known
            let last = journey.said("advice-font", &[]);
            let last: Vec<&str> = last.trim_end_matches('.').split(' ').collect();
            assert!(
                journey.screen().shows(last[last.len() - 1]),
                "{}",
                journey.screen().text()
            );
        }
    }
    let mut journey = in_kitty("en", 80, 24);
    journey.keys("zl").resize(20, 5);
    assert_eq!(ways(&journey).len(), 0);
    journey.resize(30, 8);
    assert!(!ways(&journey).is_empty());
}

#[test]
fn what_a_setting_asks_for_gives_way_to_what_is_chosen_here() {
    let mut journey = in_kitty("en", 80, 24);
    journey.app.settings.bidi = "tint";
    journey.keys("zl1");
    assert_eq!(journey.app.settings.bidi, "auto");
    assert_eq!(journey.saved, [("bidi", "auto".to_owned())]);
    assert_eq!(journey.served, ["visual"]);
    journey.happen(Msg::Sight(Sight {
        given: true,
        ..kitty()
    }));
    journey.keys("1");
    assert_eq!(journey.notice(), journey.said("terminal-given", &[]));
    // the command line hides what the file asks for, which would come first without it
    assert_eq!(journey.saved.len(), 2);
}

#[test]
fn what_becomes_known_is_shown_at_once_and_the_cursor_stays() {
    let mut journey = in_kitty("en", 80, 24);
    journey.keys("zlkkkkk");
    let current = |journey: &Journey| {
        let menu = journey.app.menu.as_ref().unwrap();
        menu.current().unwrap().way()
    };
    assert_eq!(current(&journey), Some("inverse"));
    journey.happen(Msg::Sight(Sight {
        way: "inverse",
        why: "remembered",
        advice: Vec::new(),
        ..kitty()
    }));
    assert_eq!(current(&journey), Some("inverse"));
    let said = journey.said("doctor-remembered", &[("strategy", "inverse".into())]);
    assert!(journey.screen().shows(&said));
    // a reader further down stays there
    journey.resize(40, 10).keys("G");
    let place = |journey: &Journey| {
        let menu = journey.app.menu.as_ref().unwrap();
        (menu.cursor, menu.top)
    };
    let (cursor, top) = place(&journey);
    assert!(top > 0);
    let sight = journey.app.sight.clone();
    journey.happen(Msg::Sight(sight.clone()));
    assert_eq!(place(&journey), (cursor, top));
    let advice = vec!["font"];
    journey.happen(Msg::Sight(Sight { advice, ..sight }));
    assert_eq!(place(&journey), (cursor, top));
    // and where the page is not open, nothing opens it
    journey.keys("<Esc>").happen(Msg::Sight(kitty()));
    assert!(journey.app.menu.is_none());
}

#[test]
fn nothing_but_digits_and_movement_means_anything_there() {
    let mut journey = in_kitty("en", 80, 24);
    journey.keys("zl/");
    assert!(!journey.app.is_typing());
    journey.happen(Msg::Keys(vec![Key::ctrl('5')]));
    assert!(journey.served.is_empty());
}
