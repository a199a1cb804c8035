//! Does all that a terminal sends come in as what it means, however it is cut?

use hashiya::{
    app::{Code, Key},
    screen::{Action, Button, Event, Mouse, Parser, Reply},
};
use proptest::{
    prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest},
    sample,
    strategy::Strategy,
};

const LONGEST_PASTE: usize = 8 << 20;

fn events(text: &str) -> Vec<Event> {
    let mut parser = Parser::default();
    let mut events = parser.feed(text.as_bytes());
    while parser.is_waiting() {
        events.extend(parser.timeout());
    }
    events
}

fn keys(text: &str) -> Vec<String> {
    let write = |event| match event {
        Event::Key(key) => {
            let held = [(key.ctrl, "C-"), (key.alt, "A-"), (key.shift, "S-")];
            let held = held.iter().filter(|(on, _)| *on).map(|(_, name)| *name);
            let code = match key.code {
                Code::Char(c) => c.to_string(),
                code => format!("{code:?}"),
            };
            held.collect::<String>() + &code
        }
        other => panic!("{other:?}"),
    };
    events(text).into_iter().map(write).collect()
}

#[test]
fn keys_are_what_terminals_send_for_them() {
    let cases: &[(&str, &[&str])] = &[
        ("jلا", &["j", "ل", "ا"]),
        (
            "\r\t\x7f\x08\n\0\x03\x1f",
            &[
                "Enter",
                "Tab",
                "Backspace",
                "Backspace",
                "Enter",
                "C- ",
                "C-c",
                "C-_",
            ],
        ),
        (
            "\x1b[A\x1bOB\x1b[1;5C\x1b[1;2D",
            &["Up", "Down", "C-Right", "S-Left"],
        ),
        (
            "\x1b[H\x1b[4~\x1b[8~\x1bOF\x1b[5~\x1b[6;5~",
            &["Home", "End", "End", "End", "PageUp", "C-PageDown"],
        ),
        (
            "\x1b[2~\x1b[3~\x1b[3$\x1b[3^",
            &["Insert", "Delete", "S-Delete", "C-Delete"],
        ),
        (
            "\x1bOP\x1b[[B\x1b[13~\x1b[15~\x1b[24~\x1b[1;2S\x1b[1;3R",
            &["F(1)", "F(2)", "F(3)", "F(5)", "F(12)", "S-F(4)", "A-F(3)"],
        ),
        ("\x1b[Z\x1b[a\x1bOc", &["S-Tab", "S-Up", "C-Right"]),
        (
            "\x1bj\x1b\r\x1bؤ\x1b\x03",
            &["A-j", "A-Enter", "A-ؤ", "C-A-c"],
        ),
        (
            "\x1b[99;5u\x1b[27u\x1b[97;2u\x1b[27;5;46~\x1b[97;1:3u\x1b[57399u",
            &["C-c", "Esc", "A", "C-."],
        ),
        ("\x1bOj\x1bOM", &["*", "Enter"]),
    ];
    for (sent, meant) in cases {
        assert_eq!(keys(sent), *meant, "{sent:?}");
    }
}

#[test]
fn an_escape_is_a_key_when_nothing_follows() {
    assert_eq!(keys("\x1b"), ["Esc"]);
    assert_eq!(keys("\x1b\x1b"), ["Esc", "Esc"]);
    assert_eq!(keys("\x1b\x1b[A"), ["A-Up"]);
    assert_eq!(keys("\x1b\x1b\x1bj"), ["Esc", "Esc", "A-j"]);
    assert_eq!(keys("\x1b["), ["A-["]);
    let mut parser = Parser::default();
    assert!(parser.feed(b"\x1b").is_empty());
    assert_eq!(parser.timeout(), [Event::Key(Key::plain(Code::Esc))]);
    assert!(!parser.is_waiting());
}

#[test]
fn an_answer_after_an_escape_does_not_swallow_it() {
    let both = [
        Event::Key(Key::plain(Code::Esc)),
        Event::Reply(Reply::Attributes),
    ];
    assert_eq!(events("\x1b\x1b[?62;c"), both);
}

#[test]
fn answers_are_no_keys_even_in_pieces_and_with_pauses() {
    let mut parser = Parser::default();
    let mut events = Vec::new();
    for piece in [
        "\x1b[?6",
        "2;1c\x1bP>|Kon",
        "sole 22.12.3\x1b",
        "\\\x1b[8;",
        "1$y\x1b[>0;115;0c",
    ] {
        events.extend(parser.feed(piece.as_bytes()));
        for _ in 0..3 {
            events.extend(parser.timeout());
        }
    }
    let state = Reply::Mode {
        private: false,
        mode: 8,
        state: 1,
    };
    let replies = [
        Reply::Attributes,
        Reply::Version("Konsole 22.12.3".to_owned()),
        state,
        Reply::Numbers(vec![0, 115, 0]),
    ];
    assert_eq!(events, replies.map(Event::Reply));
}

#[test]
fn what_is_unknown_is_swallowed_whole() {
    for unknown in [
        "\x1b[?1;2;3x",
        "\x1b]52;c;aaaa\x07",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1bP1+r544e=41\x1b\\",
        "\x1b[12;34R",
        "\x1b[0n",
        "\x1b[?0u",
        "\x1b[99999999999~",
    ] {
        assert_eq!(keys(&format!("{unknown}j")), ["j"], "{unknown:?}");
    }
    let long = format!("\x1b]0;{}\x07j", "x".repeat(100_000));
    assert_eq!(keys(&long), ["j"]);
}

#[test]
fn a_sequence_cut_short_ends_at_the_next_control() {
    assert_eq!(keys("\x1b[12;\x03"), ["C-c"]);
    assert_eq!(keys("\x1b]11;rgb\x1b[A"), ["Up"]);
    assert_eq!(keys("\x1b[1ب"), ["ب"]);
}

#[test]
fn bytes_that_are_no_text_are_no_keys() {
    let mut parser = Parser::default();
    let events = parser.feed(b"\xff\x80\xc0\xaf\xe2\x28\xed\xa0\x80\xc2\x9bj");
    let keys = ['(', 'j'].map(|c| Event::Key(Key::char(c)));
    assert_eq!(events, keys);
}

#[test]
fn the_mouse_reports_in_two_ways() {
    let press = |column, row| {
        Event::Mouse(Mouse {
            action: Action::Press(Button::Left),
            column,
            row,
            shift: false,
            alt: false,
            ctrl: false,
        })
    };
    assert_eq!(
        events("\x1b[<0;120;3M\x1b[M !!"),
        [press(119, 2), press(0, 0)]
    );
}

#[test]
fn a_paste_is_text_whatever_it_holds() {
    let text = "سطر\r\n\tآخر \x1b[A~ [201~";
    let pasted = Event::Paste("سطر\n\tآخر \x1b[A~ [201~".to_owned());
    let sent = format!("\x1b[200~{text}\x1b[201~");
    assert_eq!(events(&sent), [pasted]);
    let long = "ب".repeat(1 << 20);
    let sent = format!("\x1b[200~{long}\x1b[201~");
    assert_eq!(events(&sent), [Event::Paste(long)]);
}

#[test]
fn a_paste_without_an_end_comes_after_a_while() {
    assert_eq!(events("\x1b[200~abc"), [Event::Paste("abc".to_owned())]);
    let mut parser = Parser::default();
    parser.feed(b"\x1b[200~");
    parser.feed(&vec![b'x'; LONGEST_PASTE + 100]);
    let Some(Event::Paste(text)) = parser.feed(b"\x1b[201~").pop() else {
        panic!("no paste")
    };
    assert_eq!(text.len(), LONGEST_PASTE);
}

#[test]
fn focus_is_told() {
    assert_eq!(
        events("\x1b[I\x1b[O"),
        [Event::Focus(true), Event::Focus(false)]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_of_the_input_gives_the_same_events(
        parts in prop::collection::vec(part(), 0..8),
        cuts in prop::collection::vec(any::<sample::Index>(), 0..6),
    ) {
        let bytes = parts.concat();
        let whole = Parser::default().feed(&bytes);
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        at.extend([0, bytes.len()]);
        at.sort_unstable();
        let mut parser = Parser::default();
        let pieces: Vec<Event> = at
            .windows(2)
            .flat_map(|w| parser.feed(&bytes[w[0]..w[1]]))
            .collect();
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn after_any_garbage_and_a_pause_keys_come_through(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut parser = Parser::default();
        parser.feed(&bytes);
        let mut pauses = 0;
        while parser.is_waiting() {
            parser.timeout();
            pauses += 1;
            prop_assert!(pauses < 40);
        }
        prop_assert_eq!(parser.feed(b"j").len(), 1);
    }
}

fn part() -> impl Strategy<Value = Vec<u8>> {
    let known = [
        "\x1b",
        "\x1b[A",
        "\x1b[1;5C",
        "\x1bOP",
        "ب",
        "لا",
        "j",
        "\x1b[?62;4c",
        "\x1b[8;2$y",
        "\x1bP>|foot(1.13)\x1b\\",
        "\x1b]11;rgb:1/22/333\x07",
        "\x1b[<0;3;4M",
        "\x1b[M !!",
        "\x1b[200~نص\r\n\x1b[20\x1b[201~",
        "\x1b\x1b[A",
        "\x03",
        "\x1b[I",
        "\x1b[[A",
    ];
    prop_oneof![
        4 => sample::select(known.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ]
}
