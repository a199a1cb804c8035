//! What is said of the index while it is being made, and what happens when it is there?

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use hashiya::{
    app::{Headway, IndexNews, Msg, Progress},
    error::Error,
};

use crate::journey::Journey;

/// An index that is being made, and what stops it.
fn going(journey: &mut Journey, done: u64, left: u64) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let headway = Headway {
        done,
        total: 28_894,
        rate: 8000,
        left,
    };
    journey.happen(Msg::Index(IndexNews::Going(headway, Arc::clone(&stop))));
    stop
}

fn bottom(journey: &Journey) -> String {
    journey.screen().rows().pop().unwrap()
}

#[test]
fn how_far_the_index_is_stands_in_the_line_until_it_is_there() {
    let mut journey = Journey::new(100, 24);
    let hints = bottom(&journey);
    going(&mut journey, 345, 4);
    let line = bottom(&journey);
    for said in ["345", "28894", "8000 a second", "4 seconds left", "Ctrl-c"] {
        assert!(line.contains(said), "{said} in {line}");
    }
    // reading goes on beside it
    journey.keys("<Enter>j");
    assert!(bottom(&journey).contains("28894"));
    journey.keys("q");
    journey.happen(Msg::Index(IndexNews::Ended { changed: true }));
    assert_eq!(bottom(&journey), hints);
}

#[test]
fn what_is_left_is_said_in_every_number() {
    let mut arabic = Journey::speaking("ar", 100, 24);
    let mut english = Journey::speaking("en", 100, 24);
    let lefts = [
        (0, "تكاد تتم", "almost there"),
        (1, "بقيت ثانية واحدة", "one second left"),
        (2, "بقيت ثانيتان", "2 seconds left"),
        (3, "بقيت ٣ ثوانٍ", "3 seconds left"),
        (11, "بقيت ١١ ثانية", "11 seconds left"),
        (91, "بقيت دقيقتان", "2 minutes left"),
        (179, "بقيت ٣ دقائق", "3 minutes left"),
        (6000, "بقيت ١٠٠ دقيقة", "100 minutes left"),
    ];
    for (left, in_arabic, in_english) in lefts {
        for (journey, said) in [(&mut arabic, in_arabic), (&mut english, in_english)] {
            going(journey, 345, left);
            let sentence = journey.app.indexing_sentence().unwrap();
            let bare = sentence.replace(['\u{2068}', '\u{2069}'], "");
            assert!(bare.ends_with(said), "{bare}");
            assert!(journey.screen().rows()[23].trim().len() > 30);
        }
    }
    assert!(arabic.screen().shows("فهرسة ٣٤٥ من ٢٨٨٩٤"));
}

#[test]
fn the_key_that_stops_work_stops_the_import_first_and_then_the_index() {
    let mut journey = Journey::new(100, 24);
    let index = going(&mut journey, 345, 4);
    let import = Arc::new(AtomicBool::new(false));
    let progress = Progress::Going(12, 100, Arc::clone(&import));
    journey.happen(Msg::Progress(progress));
    assert!(bottom(&journey).contains("12 articles"));
    journey.keys("<C-c>");
    assert!(import.load(Ordering::Relaxed));
    assert!(!index.load(Ordering::Relaxed));
    journey.happen(Msg::Progress(Progress::Ended(None)));
    journey.keys("j");
    assert!(bottom(&journey).contains("28894"));
    journey.keys("gx");
    assert!(index.load(Ordering::Relaxed));
    journey.happen(Msg::Index(IndexNews::Ended { changed: true }));
    let counts = [("done", 345.into()), ("total", 28_894.into())];
    assert_eq!(journey.notice(), journey.said("index-stopped", &counts));
}

#[test]
fn trouble_with_the_index_is_a_line_and_ends_its_progress() {
    for language in ["en", "ar"] {
        let mut journey = Journey::speaking(language, 100, 24);
        going(&mut journey, 345, 4);
        let error = Error::DiskFull(PathBuf::from("index"));
        let why = journey.app.words.error(&error);
        journey.happen(Msg::Index(IndexNews::Failed(error)));
        let said = journey.said("index-failed", &[("why", (&why).into())]);
        assert_eq!(journey.notice(), said.replace(['\u{2068}', '\u{2069}'], ""));
        assert!(journey.app.indexing.is_none());
        // it stays until it has been seen, and nothing else stands still for it
        journey.keys("jj");
        assert_eq!(journey.notice(), "");
    }
}

#[test]
fn why_the_index_is_made_anew_is_said_once() {
    let mut journey = Journey::new(100, 24);
    let why = "the checksum of a file is another".to_owned();
    journey.happen(Msg::Index(IndexNews::Anew(why.clone())));
    let said = journey.said("index-anew", &[("why", (&why).into())]);
    assert_eq!(journey.notice(), said);
    going(&mut journey, 345, 4);
    assert!(bottom(&journey).contains("checksum"));
    journey.keys("j");
    assert!(bottom(&journey).contains("28894"));
}
