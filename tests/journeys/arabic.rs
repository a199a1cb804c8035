//! Does an hour of reading with the Arabic layout on lead where the Latin keys lead?

use hashiya::{
    app::{Code, Key, Keyboard, Msg, Script},
    config::Layout,
};

use crate::journey::{Journey, TODAY};

/// A part of a script: keys as in `keys.toml`, or a text that is the same in both.
enum Step {
    Keys(&'static str),
    Text(&'static str),
}
use Step::{Keys, Text};

/// What a reader does in an hour.
const HOUR: &[Step] = &[
    // through the list, by rows, pages and numbers, and back
    Keys("jjjkkj<Space>bGgg12jk3kgg"),
    Keys("s"),
    Keys("f"),
    Text("موسكو"),
    Keys("<Enter>jk<Esc>"),
    Keys("gsgs"),
    Keys("<Esc>gg"),
    // an article: words, clauses, sentences, paragraphs, rows, marks
    Keys("<Enter>wwwebb5wJJK2Jg)g(gsgSzzzbztzjzk"),
    Keys("maGggm3gg'a"),
    Keys("lllhh4l"),
    // a passage, widened, with a tag and a note
    Keys("JJviwiciswwv"),
    Keys("Jt"),
    Text("سوق"),
    Keys("<Enter>"),
    Keys("a"),
    Text("سطر في الهامش"),
    Keys("<Esc>"),
    Keys("Jtt"),
    Text("قرية"),
    Keys("<Enter>Jzu"),
    Keys("ggJvisy"),
    Keys("vip1vq"),
    Keys("gg.uzu"),
    Keys("gfgb[]go"),
    // found within the article and in all of them
    Keys("/"),
    Text("في"),
    Keys("<Enter>nnN2n"),
    Keys("g/"),
    Text("المعاهدة"),
    Keys("<Enter>jkl"),
    Keys("q"),
    Keys("<Esc>"),
    // neighbours, the story, pages
    Keys("rjjkq"),
    Keys("gyjkq"),
    Keys("pjjks<Esc>q"),
    Keys("cjjq"),
    Keys("gjgugn"),
    Keys("gcgcgdgdgzgz"),
    Keys("gT"),
    Keys("gpgp"),
    Keys("qn3jl"),
    Keys("Hgi"),
    Keys("GGgg9j"),
];

/// What arrives for a key with the layout on, and a digit in Arabic.
fn typed(keyboard: &Keyboard, key: Key) -> Vec<Key> {
    match key.code {
        Code::Char(digit @ '0'..='9') => {
            let digit = u32::from(digit) - u32::from('0') + 0x660;
            vec![Key::char(char::from_u32(digit).unwrap())]
        }
        Code::Char(c) if c != ' ' => {
            assert!(keyboard.reachable(&[key]), "{c} cannot be typed");
            let shown = keyboard.shown(key);
            let shown = shown.trim_start_matches('\u{25cc}');
            shown.chars().map(Key::char).collect()
        }
        _ => vec![key],
    }
}

/// How the code points of a key come.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    Latin,
    /// Those of a key in one read.
    Fast,
    /// Each in its own.
    Slow,
}

fn read(line: Line) -> Journey {
    let keyboard = Keyboard::new(Layout::Arabic101);
    let mut journey = Journey::new(100, 30);
    for step in HOUR {
        match step {
            Text(text) => {
                journey.happen(Msg::Paste((*text).to_owned()));
            }
            Keys(keys) => {
                let keys = Key::sequence(keys).unwrap();
                for (at, key) in keys.iter().enumerate() {
                    let typed = match line {
                        Line::Latin => vec![*key],
                        _ => typed(&keyboard, *key),
                    };
                    // where g alone has done something, or a letter was taken, nothing is left
                    // to be put together
                    let alone = matches!(keys[..at].last(), Some(before) if "gm'".contains(before.label().as_str()));
                    if line == Line::Slow && !alone {
                        for key in typed {
                            journey.happen(Msg::Keys(vec![key]));
                        }
                    } else {
                        journey.happen(Msg::Keys(typed));
                    }
                }
            }
        }
        journey.happen(Msg::Tick(TODAY));
    }
    // hints are in the script last typed
    journey.app.script = Script::Latin;
    journey
}

#[test]
fn an_hour_typed_in_arabic_ends_where_it_ends_in_latin() {
    let latin = read(Line::Latin);
    assert_eq!(latin.app.notice.as_ref().map(|n| n.text.as_str()), None);
    assert!(!latin.copied.is_empty());
    for line in [Line::Fast, Line::Slow] {
        let arabic = read(line);
        assert_eq!(arabic.screen().text(), latin.screen().text());
        assert_eq!(arabic.copied, latin.copied);
        assert_eq!(arabic.saved, latin.saved);
        assert_eq!(arabic.browsed, latin.browsed);
        assert_eq!(arabic.open(), latin.open());
        let searched = |journey: &Journey| -> Vec<String> {
            journey.searches.iter().map(|s| s.text.clone()).collect()
        };
        assert_eq!(searched(&arabic), searched(&latin));
    }
}

const LINKS: &str =
    "---\ntitle: ت\n---\n\n[أ](https://example.org/1) [ب](https://example.org/2).\n";

const SHORT: &str = "---\ntitle: تجربة\n---\n\nواحد اثنان ثلاثة أربعة خمسة.\n\nستة سبعة.\n";

#[test]
fn a_key_of_two_letters_is_one_however_they_come() {
    let mut journey = Journey::reading(SHORT, 60, 20);
    journey.keys("JJwww");
    assert_eq!(journey.ahead(5), "أربعة");
    // b, each letter in a read of its own
    journey.keys("ل");
    assert_eq!(journey.app.pending, [Key::char('g')]);
    journey.keys("ا");
    assert_eq!(journey.ahead(5), "ثلاثة");
    assert!(journey.app.pending.is_empty());
    journey.keys("٢لا");
    assert_eq!(journey.ahead(4), "واحد");
    // G and gg
    journey.keys("لأ");
    assert_eq!(journey.ahead(1), ".");
    journey.keys("لل");
    assert_eq!(journey.ahead(5), "تجربة");
    // z and b
    journey.keys("ئلا");
    assert!(journey.app.pending.is_empty());
    assert_eq!(journey.notice(), "");
}

#[test]
fn letters_that_are_no_halves_stay_apart() {
    let mut journey = Journey::reading(SHORT, 60, 20);
    journey.keys("JJ");
    // gg and then h, which nothing puts together
    journey.keys("لل").keys("ا");
    assert_eq!(journey.ahead(4), "جربة");
    // half a key that nothing follows means nothing after all
    journey.keys("ئلض");
    assert!(journey.notice().contains("ئلض"), "{}", journey.notice());
    assert!(journey.app.pending.is_empty());
    // Latin letters are what they are
    journey.keys("gh");
    assert!(journey.notice().contains("gh"), "{}", journey.notice());
}

#[test]
fn digits_of_every_script_count_and_choose() {
    for digits in ["3", "٣", "۳"] {
        let mut journey = Journey::new(100, 30);
        journey.keys(digits).keys("j");
        assert_eq!(journey.app.list.cursor, 3);
        journey.keys("gg").keys(digits).keys("ت");
        assert_eq!(journey.app.list.cursor, 3);
    }
    for digit in ["2", "٢", "۲"] {
        let mut journey = Journey::reading(LINKS, 60, 20);
        journey.keys(digit).keys("<Enter>");
        assert_eq!(journey.browsed, ["https://example.org/2"]);
    }
    // favourite tags, in a selection and in the picker
    for digit in ["1", "١", "۱"] {
        let mut journey = Journey::reading(SHORT, 100, 20);
        journey
            .keys("JJ")
            .keys("t")
            .happen(Msg::Paste("سوق".to_owned()));
        journey.keys("<Enter>").keys("c").keys("t1q");
        journey.keys("Jviw").keys(digit);
        let coding = &journey.app.reader.as_ref().unwrap().coding;
        assert_eq!(coding.passages.len(), 2, "{digit}");
        journey.keys("KJt").keys(digit);
        let coding = &journey.app.reader.as_ref().unwrap().coding;
        assert!(journey.app.drawer.is_none(), "{digit}");
        assert_eq!(
            coding.passages.iter().filter(|p| p.tags.len() == 1).count(),
            coding.passages.len()
        );
    }
}

#[test]
fn hints_are_in_the_script_last_typed_below_in_help_and_in_the_palette() {
    let mut journey = Journey::new(100, 30);
    let last = |journey: &Journey| journey.screen().rows().pop().unwrap();
    assert!(!last(&journey).contains('ﺏ'));
    journey.keys("ت");
    assert!(last(&journey).contains('ﺏ'), "{}", last(&journey));
    // help, by the key of ?
    journey.keys("؟");
    assert!(journey.screen().shows("ت"));
    journey.keys("ض");
    assert!(journey.app.menu.is_none());
    journey.keys("لش");
    assert!(journey.screen().shows("ت"));
    journey.keys("<Esc>").keys("j");
    assert!(!last(&journey).contains('ﺏ'));
}
