//! Is every terminal that was looked at recognised by what it answered then?
//!
//! The facts are those of Debian 11, 12 and 13: the variables a terminal sets, its answers to
//! XTVERSION, DA2 and DA3, and to DECRQM 8 before and after `CSI 8 l`.

use hashiya::screen::{
    Answers, Environment, Event, Guess, Marks, Palette, Parser, Program, Strategy, Through, Why,
    questions,
};

const TRUE: (&str, &str) = ("COLORTERM", "truecolor");
const XTERM: (&str, &str) = ("TERM", "xterm-256color");
const FENCE: &str = "\x1b[?62;c";

fn environment(variables: &[(&str, &str)]) -> Environment {
    let find = |name: &str| variables.iter().find(|(n, _)| *n == name);
    Environment::new(|name| Some(find(name)?.1.to_owned()), None)
}

fn answered(variables: &[(&str, &str)], replies: &str) -> Guess {
    answers(replies).decide(&environment(variables))
}

fn answers(replies: &str) -> Answers {
    let mut answers = Answers::default();
    for event in Parser::default().feed(replies.as_bytes()) {
        match event {
            Event::Reply(reply) => answers.add(reply),
            other => panic!("{other:?} is no reply"),
        }
    }
    answers
}

/// Terminal, variables, replies, what it is guessed to want and what it is known to want.
type Row<'a> = (
    &'a str,
    &'a [(&'a str, &'a str)],
    &'a str,
    Strategy,
    Strategy,
);

const PLAIN: [Row<'_>; 28] = [
    (
        "kitty 0.19",
        &[("TERM", "xterm-kitty"), TRUE],
        "\x1b[>1;4000;19c\x1b[8;0$y\x1b[8;0$y",
        Strategy::Word,
        Strategy::Word,
    ),
    (
        "kitty 0.26",
        &[("TERM", "xterm-kitty"), TRUE],
        "\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[8;0$y\x1b[8;0$y",
        Strategy::Word,
        Strategy::Word,
    ),
    (
        "kitty 0.41",
        &[("TERM", "xterm-kitty"), TRUE],
        "\x1bP>|kitty(0.41.1)\x1b\\\x1b[>1;4000;41c\x1b[8;0$y\x1b[8;0$y",
        Strategy::Word,
        Strategy::Sized,
    ),
    (
        "Konsole 20.12",
        &[XTERM, TRUE, ("KONSOLE_VERSION", "201203")],
        "\x1b[>0;115;0c",
        Strategy::Tint,
        Strategy::Tint,
    ),
    (
        "Konsole 22.12",
        &[XTERM, TRUE, ("KONSOLE_VERSION", "221203")],
        "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1bP!|7E4B4445\x1b\\",
        Strategy::Inverse,
        Strategy::Inverse,
    ),
    (
        "Konsole 25.04",
        &[XTERM, TRUE, ("KONSOLE_VERSION", "250402")],
        "\x1bP>|Konsole 25.04.2\x1b\\\x1b[>1;115;0c\x1bP!|7E4B4445\x1b\\",
        Strategy::Inverse,
        Strategy::Inverse,
    ),
    (
        "qterminal",
        &[XTERM, TRUE],
        "\x1b[>0;115;0c",
        Strategy::Tint,
        Strategy::Tint,
    ),
    (
        "VTE 0.62",
        &[XTERM, TRUE, ("VTE_VERSION", "6203")],
        "\x1b[>65;6203;1c\x1bP!|7E565445\x1b\\\x1b[8;1$y\x1b[8;2$y",
        Strategy::Explicit,
        Strategy::Explicit,
    ),
    (
        "VTE 0.80",
        &[XTERM, TRUE, ("VTE_VERSION", "8001")],
        "\x1bP>|VTE(8001)\x1b\\\x1b[>61;8001;1c\x1bP!|7E565445\x1b\\\x1b[8;1$y\x1b[8;2$y",
        Strategy::Explicit,
        Strategy::Explicit,
    ),
    (
        "VTE 0.70",
        &[XTERM, TRUE, ("VTE_VERSION", "7006")],
        "\x1b[>65;7006;1c\x1bP!|7E565445\x1b\\\x1b[8;1$y\x1b[8;2$y",
        Strategy::Explicit,
        Strategy::Explicit,
    ),
    (
        "alacritty 0.11",
        &[("TERM", "alacritty"), TRUE],
        "\x1b[>0;1700;1c",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "alacritty 0.15",
        &[("TERM", "alacritty"), TRUE],
        "\x1b[>0;2500;1c\x1b[8;0$y\x1b[8;0$y",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "foot 1.13",
        &[("TERM", "foot"), TRUE],
        "\x1bP>|foot(1.13.1)\x1b\\\x1b[>1;011301;0c\x1bP!|464f4f54\x1b\\",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "foot 1.21",
        &[("TERM", "foot"), TRUE],
        "\x1bP>|foot(1.21.0)\x1b\\\x1b[>1;012100;0c\x1bP!|464f4f54\x1b\\",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "mlterm",
        &[("TERM", "mlterm"), ("MLTERM", "3.9.0")],
        "\x1b[>24;279;0c\x1bP!|000000\x1b\\\x1b[8;0$y\x1b[8;0$y",
        Strategy::Mlterm,
        Strategy::Mlterm,
    ),
    (
        "pterm",
        &[("TERM", "xterm")],
        "\x1b[>0;136;0c",
        Strategy::Visual,
        Strategy::Blank,
    ),
    (
        "st",
        &[("TERM", "st-256color")],
        "",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "urxvt",
        &[("TERM", "rxvt-unicode-256color"), ("COLORTERM", "rxvt-xpm")],
        "\x1b[>85;95;0c",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "xterm 379",
        &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")],
        "\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1bP!|00000000\x1b\\\x1b[8;0$y\x1b[8;0$y",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "xterm.js",
        &[XTERM, ("TERM_PROGRAM", "vscode")],
        "\x1b[>0;276;0c\x1b[8;0$y\x1b[8;0$y",
        Strategy::Tint,
        Strategy::Tint,
    ),
    (
        "zutty",
        &[XTERM],
        "\x1b[>64;0;0c",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "xterm 398",
        &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(398)")],
        "\x1bP>|XTerm(398)\x1b\\\x1b[>41;398;0c\x1bP!|00000000\x1b\\\x1b[8;0$y\x1b[8;0$y",
        Strategy::Visual,
        Strategy::Visual,
    ),
    // from their sources
    (
        "ghostty",
        &[("TERM", "xterm-ghostty"), TRUE],
        "\x1bP>|ghostty 1.0.1\x1b\\\x1b[>1;10;0c",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "contour",
        &[("TERM", "contour"), TRUE],
        "\x1bP>|contour 0.4.3\x1b\\",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "iTerm2",
        &[XTERM, TRUE, ("TERM_PROGRAM", "iTerm.app")],
        "\x1bP>|iTerm2 3.5.0\x1b\\",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "Windows Terminal",
        &[XTERM, ("WT_SESSION", "0")],
        "\x1b[>0;10;1c",
        Strategy::Visual,
        Strategy::Visual,
    ),
    (
        "mintty",
        &[("TERM", "xterm"), ("TERM_PROGRAM", "mintty")],
        "\x1bP>|mintty 3.6.4\x1b\\\x1b[>77;30604;0c\x1b[8;1$y\x1b[8;2$y",
        Strategy::Explicit,
        Strategy::Explicit,
    ),
    (
        "WezTerm",
        &[XTERM, TRUE],
        "\x1bP>|WezTerm 20240203\x1b\\\x1b[>1;277;0c\x1b[8;1$y\x1b[8;2$y",
        Strategy::Tint,
        Strategy::Explicit,
    ),
];

#[test]
fn terminals_are_known_by_their_answers() {
    for (name, variables, replies, guessed, known) in PLAIN {
        let guess = environment(variables).guess();
        assert_eq!(guess.manner.strategy, guessed, "{name}, guessed");
        let found = answered(variables, &format!("{replies}{FENCE}"));
        assert_eq!(found.manner.strategy, known, "{name}");
        assert_eq!(found.manner.through, Through::Nothing, "{name}");
    }
}

#[test]
fn terminals_are_known_over_a_line_that_carries_no_variables() {
    for (name, _, replies, _, known) in PLAIN {
        if !replies.is_empty() {
            let found = answered(&[XTERM], &format!("{replies}{FENCE}"));
            assert_eq!(found.manner.strategy, known, "{name}");
            assert_eq!(found.why, Why::Answers, "{name}");
        }
    }
}

#[test]
fn marks_go_where_the_terminal_shows_them() {
    let marks = |name: &str| {
        let row = PLAIN.iter().find(|row| row.0 == name).unwrap();
        answered(&[XTERM], &format!("{}{FENCE}", row.2))
            .manner
            .marks
    };
    assert_eq!(marks("foot 1.13"), Marks::Strip);
    assert_eq!(marks("alacritty 0.15"), Marks::Left);
    assert_eq!(marks("xterm 379"), Marks::Keep);
}

#[test]
fn whatever_it_says_it_can_do_ends_the_answers() {
    for attributes in [
        "62;",
        "1;2",
        "6",
        "65;1;9",
        "62;1;4",
        "62;4;22",
        "63;1;2;3;4;6;7;15;18;22;29",
        "64;1;2;6;9;15;16;17;18;21;22;28",
        "64;1;9;15;21;22",
        "61;1;21;22;28",
        "1;2;4",
    ] {
        assert!(answers(&format!("\x1b[?{attributes}c")).is_complete());
    }
}

#[test]
fn a_terminal_of_which_nothing_is_known_is_served_as_one() {
    let apple = [XTERM, ("TERM_PROGRAM", "Apple_Terminal")];
    let found = answered(&apple, "\x1b[>1;95;0c\x1b[?1;2c");
    assert_eq!(
        (found.manner.strategy, found.why),
        (Strategy::Visual, Why::Unknown)
    );
}

#[test]
fn a_variable_that_leaked_is_not_believed_against_the_answers() {
    let leaked = [XTERM, TRUE, ("KONSOLE_VERSION", "221203")];
    let found = answered(&leaked, &format!("\x1bP>|XTerm(398)\x1b\\{FENCE}"));
    assert_eq!(found.manner.strategy, Strategy::Visual);
    let silent = answered(&leaked, FENCE);
    assert_eq!(
        (silent.manner.strategy, silent.why),
        (Strategy::Tint, Why::Unknown)
    );
    // it has not answered yet
    assert_eq!(answered(&leaked, "").manner.strategy, Strategy::Inverse);
}

#[test]
fn tmux_tells_what_it_is_shown_in() {
    let inside = [("TERM", "tmux-256color"), ("TMUX", "x,1,0"), TRUE];
    let with = |variable| environment(&[inside.as_slice(), &[variable]].concat());
    let none = ("_", "");
    let vte = ("VTE_VERSION", "7006");
    let cases = [
        ("xterm-256color|VTE(8001)|bpaste", none, Strategy::Inverse),
        ("xterm-256color||bpaste", vte, Strategy::Inverse),
        ("xterm-256color|Konsole 25.04.2", none, Strategy::Inverse),
        (
            "xterm-256color|",
            ("KONSOLE_VERSION", "201203"),
            Strategy::Tint,
        ),
        ("xterm-kitty|kitty(0.41.1)|title", none, Strategy::Word),
        ("mlterm||RGB\n", none, Strategy::Mlterm),
        ("xterm|XTerm(379)|256", vte, Strategy::Visual),
        ("foot|foot(1.21.0)", none, Strategy::Visual),
        ("xterm-256color|||", vte, Strategy::Inverse),
        ("xterm-kitty|kitty(0.26.5)|title|1", none, Strategy::Word),
        ("alacritty||RGB|on", none, Strategy::Visual),
        ("xterm||", none, Strategy::Tint),
        ("", none, Strategy::Tint),
    ];
    for (answer, variable, strategy) in cases {
        let guess = with(variable).from_tmux(answer);
        assert_eq!(guess.manner.strategy, strategy, "{answer}");
        assert_eq!(guess.manner.through, Through::Tmux, "{answer}");
    }
    let mlterm = with(none).from_tmux("mlterm||RGB");
    assert!(mlterm.manner.enter().starts_with(b"\x1bPtmux;"));
    // its own answers say nothing of what it is shown in
    let found = answers("\x1bP>|tmux 3.5a\x1b\\\x1b[?1;2;4c").decide(&with(vte));
    assert_eq!(found.manner.strategy, Strategy::Inverse);
}

#[test]
fn screen_passes_questions_and_answers_on() {
    let inside = [("TERM", "screen"), ("STY", "1.x"), TRUE];
    let own = "\x1b[>83;40900;0c";
    let cases = [
        (
            "\x1b[>65;7006;1c\x1bP!|7E565445\x1b\\\x1b[8;1$y",
            Strategy::Inverse,
        ),
        (
            "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1bP!|7E4B4445\x1b\\",
            Strategy::Inverse,
        ),
        (
            "\x1b[>24;279;0c\x1bP!|000000\x1b\\\x1b[8;0$y",
            Strategy::Mlterm,
        ),
        ("\x1bP>|kitty(0.41.1)\x1b\\", Strategy::Word),
    ];
    for (replies, strategy) in cases {
        let found = answered(&inside, &format!("{own}{replies}{FENCE}"));
        assert_eq!(found.manner.strategy, strategy, "{replies:?}");
        assert_eq!(found.manner.through, Through::Screen);
    }
    // one that calls itself screen may be tmux
    let found = answered(&[("TERM", "screen-256color"), TRUE], "\x1b[>84;0;0c");
    assert_eq!(found.manner.through, Through::Tmux);
}

#[test]
fn what_was_asked_for_is_done_but_marks_stay_the_terminals() {
    let forced = Environment::new(|_| None, Some(Strategy::Visual));
    assert_eq!(forced.guess().why, Why::Asked);
    let found = answers("\x1bP>|foot(1.21.0)\x1b\\\x1b[?62c").decide(&forced);
    assert_eq!(found.program, Program::Foot);
    assert_eq!(
        (found.manner.strategy, found.manner.marks),
        (Strategy::Visual, Marks::Strip)
    );
}

#[test]
fn questions_suit_what_stands_between() {
    let asked =
        |variables: &[(&str, &str)]| String::from_utf8(questions(&environment(variables))).unwrap();
    let plain = asked(&[XTERM]);
    assert!(plain.contains("\x1b[8$p\x1b[8l\x1b[8$p") && plain.ends_with("\x1b[c"));
    assert_eq!(
        asked(&[("TERM", "tmux"), ("TMUX", "x")]),
        "\x1b[>q\x1b]10;?\x07\x1b]11;?\x07\x1b[c"
    );
    let screen = asked(&[("TERM", "screen"), ("STY", "x")]);
    assert!(screen.contains("\x1bP\x1b[>q\x1b\\") && !screen.contains("\x1b[8l"));
    assert!(screen.ends_with("\x1bP\x1b[c\x1b\\"));
    assert_eq!(asked(&[("TERM", "linux")]), "");
    let forced = Environment::new(|_| Some("xterm".to_owned()), Some(Strategy::Inverse));
    assert!(
        !String::from_utf8(questions(&forced))
            .unwrap()
            .contains("\x1b[8l")
    );
}

#[test]
fn colours_are_the_terminals_own() {
    let environment = environment(&[XTERM, ("COLORFGBG", "0;15")]);
    assert_eq!(environment.palette().background, (255, 255, 255));
    let told = answers("\x1b]10;rgb:1111/8080/ffff\x1b\\\x1b]11;rgb:f/0/8\x07");
    let palette = Palette {
        foreground: (0x11, 0x80, 0xff),
        background: (255, 0, 136),
    };
    assert_eq!(told.palette(&environment), palette);
}
