//! What remains imperfect in a terminal, and what helps?

use super::{Detection, Program, Strategy, Through, Why};

/// What a reader of one terminal should know. The sentences are the interface's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// kitty turns words round itself, until it is told not to.
    Kitty,
    /// The profile may have no bidi.
    Konsole,
    /// A number at the right of a letter stands at its left.
    Putty,
    /// It shows no marks on letters.
    NoMarks,
    /// Marks on letters are left out: it would lose the letters.
    HiddenMarks,
    /// tmux must let through what turns mlterm's own order off.
    Passthrough,
    /// mlterm shows boxes until it is told a font.
    MltermFont,
    /// A tmux this old does not tell what it is shown in.
    OldTmux,
    /// Nobody tells what tmux or screen is shown in.
    Hidden,
    /// It may order text from right to left itself.
    Iterm,
    /// How it orders text is not known.
    Choose,
    /// It shows only letters that its font has.
    Console,
    /// Where words look uneven, another font helps.
    Font,
}

impl Advice {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Kitty,
        Self::Konsole,
        Self::Putty,
        Self::NoMarks,
        Self::HiddenMarks,
        Self::Passthrough,
        Self::MltermFont,
        Self::OldTmux,
        Self::Hidden,
        Self::Iterm,
        Self::Choose,
        Self::Console,
        Self::Font,
    ];

    /// Its name; after `advice-` the key of its sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kitty => "kitty",
            Self::Konsole => "konsole",
            Self::Putty => "putty",
            Self::NoMarks => "no-marks",
            Self::HiddenMarks => "hidden-marks",
            Self::Passthrough => "passthrough",
            Self::MltermFont => "mlterm-font",
            Self::OldTmux => "old-tmux",
            Self::Hidden => "hidden",
            Self::Iterm => "iterm",
            Self::Choose => "choose",
            Self::Console => "console",
            Self::Font => "font",
        }
    }
}

/// All that holds for a terminal as it is served now.
pub(super) fn advice(known: &Detection) -> Vec<Advice> {
    let (environment, guess) = (&known.environment, known.guess());
    let strategy = guess.manner.strategy;
    let (through, program) = (guess.manner.through, guess.program);
    let in_tmux = through == Through::Tmux;
    let console = environment.term == "linux";
    let named = |name: &str| environment.named.as_deref() == Some(name);
    let iterm = known.is_called("iterm2") || named("iTerm.app");
    // QTermWidget and Konsole before 22.12 answer alike
    let old_konsole = environment.program == Program::QtWidget;
    let zutty = known.answers.numbers.as_deref() == Some(&[64, 0, 0]);
    let st = environment.term.starts_with("st-");
    let unsure = guess.why == Why::Unknown && !console;
    let holds = |advice: Advice| match advice {
        Advice::Kitty => strategy == Strategy::Word && program.name() == Some("kitty"),
        Advice::Konsole => program == Program::Konsole && strategy == Strategy::Inverse,
        Advice::Putty => program == Program::Putty && strategy == Strategy::Blank,
        Advice::NoMarks => program == Program::QtWidget && !old_konsole || st || zutty,
        Advice::HiddenMarks => program == Program::Foot,
        // before 3.3 tmux has no such option, and lets it through
        Advice::Passthrough => {
            let refused = matches!(known.told(3), Some("0" | "off"));
            in_tmux && strategy == Strategy::Mlterm && refused
        }
        Advice::MltermFont => program == Program::Mlterm,
        Advice::OldTmux => in_tmux && known.told(2).is_some_and(is_before_3_2),
        Advice::Hidden => unsure && through != Through::Nothing,
        Advice::Iterm => iterm && strategy == Strategy::Visual,
        Advice::Choose => named("Apple_Terminal") || unsure && through == Through::Nothing,
        Advice::Console => console,
        Advice::Font => !console && program != Program::Mlterm,
    };
    Advice::ALL
        .into_iter()
        .filter(|advice| holds(*advice))
        .collect()
}

/// Whether a version of tmux (`3.1c`, `next-3.4`) is an earlier one.
fn is_before_3_2(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .split(|c: char| !c.is_ascii_digit())
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) < (3, 2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        config::Terminals,
        screen::{Environment, Event, Parser},
    };

    fn advised(variables: &[(&str, &str)], replies: &str, tmux: Option<&str>) -> Vec<Advice> {
        let find = |name: &str| variables.iter().find(|(known, _)| *known == name);
        let environment = Environment::new(|name| Some(find(name)?.1.to_owned()), None);
        let mut known = Detection::new(environment, Terminals::default());
        for event in Parser::default().feed(replies.as_bytes()) {
            if let Event::Reply(reply) = event {
                known.answers.add(reply);
            }
        }
        known.tmux = tmux.map(str::to_owned);
        known.advice()
    }

    #[test]
    fn every_terminal_that_is_not_perfect_is_told_of() {
        use Advice::{
            Choose, Console, Font, HiddenMarks, Iterm, Kitty, Konsole, MltermFont, NoMarks, Putty,
        };
        let named = |name| ("TERM_PROGRAM", name);
        let xterm = ("TERM", "xterm-256color");
        let cases: [(&[_], &str, &[Advice]); 16] = [
            (&[xterm], "\x1bP>|XTerm(379)\x1b\\", &[Font]),
            (&[xterm], "\x1bP>|kitty(0.26.5)\x1b\\", &[Kitty, Font]),
            (&[xterm], "\x1bP>|kitty(0.41.1)\x1b\\", &[Font]),
            (&[xterm], "\x1bP>|Konsole 22.12.3\x1b\\", &[Konsole, Font]),
            (&[xterm], "\x1b[>0;136;0c", &[Putty, Font]),
            (&[xterm], "\x1b[>0;115;0c", &[NoMarks, Font]),
            (
                &[xterm, ("KONSOLE_VERSION", "201203")],
                "\x1b[>0;115;0c",
                &[Font],
            ),
            (&[("TERM", "st-256color")], "", &[NoMarks, Font]),
            (&[xterm], "\x1b[>64;0;0c", &[NoMarks, Font]),
            (&[xterm], "\x1bP>|foot(1.13.1)\x1b\\", &[HiddenMarks, Font]),
            (&[xterm], "\x1b[>24;279;0c", &[MltermFont]),
            (&[xterm], "\x1bP>|iTerm2 3.5.0\x1b\\", &[Iterm, Font]),
            (&[xterm, named("iTerm.app")], "", &[Iterm, Font]),
            (
                &[xterm, named("Apple_Terminal")],
                "\x1b[>1;95;0c",
                &[Choose, Font],
            ),
            (&[("TERM", "linux")], "", &[Console]),
            (&[xterm], "\x1b[?62c", &[Choose, Font]),
        ];
        for (variables, replies, expected) in cases {
            assert_eq!(
                advised(variables, replies, None),
                expected,
                "{variables:?} {replies:?}"
            );
        }
    }

    #[test]
    fn what_stands_between_is_told_of_too() {
        use Advice::{Font, Hidden, Kitty, MltermFont, OldTmux, Passthrough};
        let tmux = [("TERM", "tmux-256color"), ("TMUX", "x")];
        let advised = |said| advised(&tmux, "", Some(said));
        assert_eq!(advised("xterm-kitty|kitty(0.41.1)|3.3a|0"), [Kitty, Font]);
        assert_eq!(advised("mlterm||3.3a|0"), [Passthrough, MltermFont]);
        assert_eq!(advised("mlterm||3.5a|off"), [Passthrough, MltermFont]);
        for allowed in [
            "mlterm||3.3a|1",
            "mlterm||3.5a|on",
            "mlterm||3.5a|all",
            "mlterm||3.2a|",
        ] {
            assert_eq!(advised(allowed), [MltermFont]);
        }
        assert_eq!(advised("xterm-256color||3.1c|"), [OldTmux, Hidden, Font]);
        assert_eq!(advised("xterm-256color|VTE(8001)|next-3.6|off"), [Font]);
    }

    #[test]
    fn names_are_all_different() {
        for (at, advice) in Advice::ALL.into_iter().enumerate() {
            assert!(
                Advice::ALL[..at]
                    .iter()
                    .all(|other| other.name() != advice.name())
            );
        }
    }
}
