//! What is known of this terminal by now, and how is it served?

use super::{Advice, Answers, Environment, Guess, Manner, Program, Strategy, Through, Why, advice};
use crate::config::Terminals;

/// A choice is kept by so many characters of a name at most.
const LONGEST: usize = 200;

/// All that is known of a terminal. A choice of the reader's comes before what follows from
/// the answers, and what was asked for comes before the choice.
#[derive(Debug, Clone)]
pub struct Detection {
    /// The variables, and what was asked for.
    pub environment: Environment,
    /// What the terminal has answered.
    pub answers: Answers,
    /// What tmux answered to [`super::TMUX_QUESTION`], once it has.
    pub tmux: Option<String>,
    /// What was chosen for terminals.
    pub chosen: Terminals,
}

impl Detection {
    /// Before anything was answered.
    pub fn new(environment: Environment, chosen: Terminals) -> Self {
        Self {
            environment,
            answers: Answers::default(),
            tmux: None,
            chosen,
        }
    }

    /// How it is served.
    pub fn guess(&self) -> Guess {
        let found = self.found();
        let chosen = self.chosen.get(&self.key()).and_then(Strategy::named);
        match chosen.filter(|_| found.why != Why::Asked) {
            None => found,
            Some(strategy) => Guess {
                manner: Manner {
                    strategy,
                    ..found.manner
                },
                why: Why::Remembered,
                ..found
            },
        }
    }

    /// By what a choice for it is kept: its name and version, else the numbers of its kind, else
    /// the variables; after `tmux: ` what tmux is shown in, after `screen: ` what screen is.
    pub fn key(&self) -> String {
        let named = |own: String| match &self.environment.named {
            Some(name) => format!("{own}, {name}"),
            None => own,
        };
        // many programs share a TERM; where it is a program's own, it names it already
        let variables = || {
            let own = format!("TERM={}", self.environment.term);
            let shared = Program::of_term(&self.environment.term).is_none();
            match (&self.environment.named, self.environment.program.name()) {
                (None, Some(program)) if shared => format!("{own}, {program}"),
                _ => named(own),
            }
        };
        let own = match (&self.answers.version, &self.answers.numbers) {
            (Some(version), _) => version.chars().take(LONGEST).collect(),
            (None, Some(numbers)) => named(format!("DA2 {}", joined(numbers, ";"))),
            (None, None) => variables(),
        };
        match self.found().manner.through {
            Through::Nothing => own,
            Through::Screen => format!("screen: {own}"),
            Through::Tmux => format!("tmux: {}", self.client().unwrap_or_else(variables)),
        }
    }

    /// What was answered, and by whom: the names of the questions, or of the variables, each
    /// with its answer.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let Answers {
            version,
            numbers,
            unit,
            ..
        } = &self.answers;
        let order = self.answers.order();
        let facts = [
            ("XTVERSION", version.clone()),
            ("DA2", numbers.as_ref().map(|all| joined(all, ";"))),
            ("DA3", unit.clone()),
            // the mode as it was, and after it was reset
            ("DECRQM 8", Some(joined(order, ", "))),
            ("tmux", self.client()),
            ("TERM", Some(self.environment.term.clone())),
            ("TERM_PROGRAM", self.environment.named.clone()),
        ];
        let answered = facts
            .into_iter()
            .filter_map(|(name, said)| Some((name, said?)));
        answered.filter(|(_, said)| !said.is_empty()).collect()
    }

    /// What remains imperfect here, and what helps.
    pub fn advice(&self) -> Vec<Advice> {
        advice::advice(self)
    }

    /// Whether the terminal, or what it is shown in, calls itself so or begins so.
    pub(super) fn is_called(&self, name: &str) -> bool {
        let version = self.answers.version.as_deref();
        let told = self.told(1);
        [version, told].into_iter().flatten().any(|said| {
            said.get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
        })
    }

    /// A part of what tmux said; none where it is empty.
    pub(super) fn told(&self, nth: usize) -> Option<&str> {
        let said = self.tmux.as_deref()?.trim().split('|').nth(nth)?;
        (!said.is_empty()).then_some(said)
    }

    /// What follows from variables and answers alone.
    fn found(&self) -> Guess {
        match &self.tmux {
            Some(answer) => self.environment.from_tmux(answer),
            None => self.answers.decide(&self.environment),
        }
    }

    /// What tmux is shown in: the kind of terminal, and its name where tmux knows it. Where it
    /// does not, a variable that names one tells terminals of that kind apart.
    fn client(&self) -> Option<String> {
        let term = self.told(0)?;
        let name = self.told(1).map(str::to_owned);
        let name = name.or_else(|| self.environment.program.name().map(str::to_owned));
        Some(match name {
            Some(name) => format!("{term}|{name}"),
            None => term.to_owned(),
        })
    }
}

fn joined(numbers: &[u32], between: &str) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::{Event, Parser};

    fn detection(variables: &[(&str, &str)], replies: &str, chosen: &str) -> Detection {
        let find = |name: &str| variables.iter().find(|(known, _)| *known == name);
        let environment = Environment::new(|name| Some(find(name)?.1.to_owned()), None);
        let mut detection = Detection::new(environment, Terminals::parse(chosen).0);
        for event in Parser::default().feed(replies.as_bytes()) {
            if let Event::Reply(reply) = event {
                detection.answers.add(reply);
            }
        }
        detection
    }

    const XTERM: (&str, &str) = ("TERM", "xterm-256color");

    #[test]
    fn a_choice_is_kept_by_what_tells_most() {
        let vscode = ("TERM_PROGRAM", "vscode");
        let screen = [("TERM", "screen"), ("STY", "1")];
        let key = |variables: &[_], replies| detection(variables, replies, "").key();
        assert_eq!(
            key(&[XTERM], "\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c"),
            "kitty(0.26.5)"
        );
        assert_eq!(key(&[XTERM], "\x1b[>0;136;0c"), "DA2 0;136;0");
        assert_eq!(
            key(&[XTERM, vscode], "\x1b[>0;276;0c"),
            "DA2 0;276;0, vscode"
        );
        assert_eq!(key(&[XTERM, vscode], ""), "TERM=xterm-256color, vscode");
        let vte = ("VTE_VERSION", "7006");
        assert_eq!(key(&[XTERM, vte], ""), "TERM=xterm-256color, VTE");
        assert_eq!(key(&[("TERM", "foot")], ""), "TERM=foot");
        let own = "\x1b[>83;40900;0c\x1b[>24;279;0c";
        assert_eq!(key(&screen, own), "screen: DA2 24;279;0");
    }

    #[test]
    fn within_tmux_a_choice_is_for_what_tmux_is_shown_in() {
        let inside = [("TERM", "tmux-256color"), ("TMUX", "x")];
        let vte = [inside.as_slice(), &[("VTE_VERSION", "7006")]].concat();
        let key = |variables: &[_], said: &str| {
            let mut detection = detection(variables, "", "");
            detection.tmux = Some(said.to_owned());
            detection.key()
        };
        assert_eq!(
            key(&inside, "xterm-kitty|kitty(0.41.1)|3.5a|off\n"),
            "tmux: xterm-kitty|kitty(0.41.1)"
        );
        assert_eq!(
            key(&vte, "xterm-256color||3.1c|"),
            "tmux: xterm-256color|VTE"
        );
        assert_eq!(key(&inside, "xterm||3.3a|0"), "tmux: xterm");
        assert_eq!(key(&inside, ""), "tmux: TERM=tmux-256color");
        assert_eq!(detection(&inside, "", "").key(), "tmux: TERM=tmux-256color");
    }

    #[test]
    fn a_choice_holds_where_nothing_was_asked_for() {
        let chosen = "\"kitty(0.26.5)\" = 'visual'\n\"TERM=xterm-256color\" = 'tint'";
        let kitty = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62c";
        let silent = detection(&[XTERM], "", chosen).guess();
        assert_eq!(
            (silent.manner.strategy, silent.why),
            (Strategy::Tint, Why::Remembered)
        );
        let mut known = detection(&[XTERM], kitty, chosen);
        let guess = known.guess();
        assert_eq!(
            (guess.manner.strategy, guess.why),
            (Strategy::Visual, Why::Remembered)
        );
        assert_eq!(guess.program, Program::OldKitty);
        known.chosen.set("kitty(0.26.5)", "auto");
        assert_eq!(known.guess().why, Why::Answers);
        known.chosen.set("kitty(0.26.5)", "visual");
        known.environment = Environment::new(|_| None, Some(Strategy::Word));
        let guess = known.guess();
        assert_eq!(
            (guess.manner.strategy, guess.why),
            (Strategy::Word, Why::Asked)
        );
    }

    #[test]
    fn a_choice_changes_the_way_and_leaves_the_marks_to_the_terminal() {
        let foot = detection(
            &[XTERM],
            "\x1bP>|foot(1.13.1)\x1b\\\x1b[?62c",
            "\"foot(1.13.1)\" = 'tint'",
        );
        let plain = detection(&[XTERM], "\x1bP>|foot(1.13.1)\x1b\\\x1b[?62c", "");
        assert_eq!(foot.guess().manner.strategy, Strategy::Tint);
        assert_eq!(foot.guess().manner.marks, plain.guess().manner.marks);
    }

    #[test]
    fn what_was_answered_is_told_by_the_names_of_the_questions() {
        let found = detection(
            &[XTERM],
            "\x1b[>65;6203;1c\x1bP!|7E565445\x1b\\\x1b[8;1$y\x1b[8;2$y",
            "",
        );
        let told: Vec<String> = found
            .facts()
            .iter()
            .map(|(name, said)| format!("{name} {said}"))
            .collect();
        let expected = [
            "DA2 65;6203;1",
            "DA3 7E565445",
            "DECRQM 8 1, 2",
            "TERM xterm-256color",
        ];
        assert_eq!(told, expected);
    }
}
