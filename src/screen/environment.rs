//! What do the variables of the environment say about the terminal?

use std::time::Duration;

use super::{Depth, Guess, Palette, Program, Strategy, Why, wrap::Through};

/// The program and the words that ask tmux what it shows itself in, for
/// [`Environment::from_tmux`], and which version of it lets what through.
pub const TMUX_QUESTION: [&str; 4] = [
    "tmux",
    "display-message",
    "-p",
    "#{client_termname}|#{client_termtype}|#{version}|#{allow-passthrough}",
];

/// What is known without asking. Variables leak through tmux, screen and remote shells, and
/// into terminals opened from a terminal: this is good for the first frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    pub(super) forced: Option<Strategy>,
    /// The kind of terminal that it says it is (`TERM`).
    pub(super) term: String,
    /// The program that it says it is (`TERM_PROGRAM`), where that is not tmux.
    pub(super) named: Option<String>,
    pub(super) program: Program,
    pub(super) through: Through,
    within_tmux: bool,
    depth: Depth,
    palette: Option<Palette>,
    remote: bool,
    /// Whether the terminal would show questions rather than answer them.
    pub(super) mute: bool,
}

impl Environment {
    /// From the variables, and the strategy that was asked for, if one was.
    pub fn new(look_up: impl Fn(&str) -> Option<String>, forced: Option<Strategy>) -> Self {
        let look_up = |name: &str| look_up(name).filter(|value| !value.is_empty());
        let has = |name: &str| look_up(name).is_some();
        let term = look_up("TERM").unwrap_or_default();
        let through = if has("TMUX") || term.starts_with("tmux") {
            Through::Tmux
        } else if has("STY") || term.starts_with("screen") {
            Through::Screen
        } else {
            Through::Nothing
        };
        let program = Program::of_term(&term).or_else(|| of_variables(&look_up));
        let colours = look_up("COLORTERM");
        Self {
            forced,
            program: program.unwrap_or(Program::Unknown),
            through,
            within_tmux: has("TMUX"),
            depth: Depth::of(&term, colours.as_deref(), through),
            palette: look_up("COLORFGBG").and_then(|value| Palette::from_variable(&value)),
            remote: has("SSH_CONNECTION") || has("SSH_TTY"),
            mute: matches!(term.as_str(), "" | "dumb" | "linux"),
            named: look_up("TERM_PROGRAM").filter(|_| through != Through::Tmux),
            term,
        }
    }

    /// How the terminal is served until it answers.
    pub fn guess(&self) -> Guess {
        let why = if self.program == Program::Unknown {
            Why::Unknown
        } else {
            Why::Environment
        };
        self.settle(self.program, self.through, why)
    }

    /// How it is served now that tmux has answered what it shows itself in:
    /// `client_termname|client_termtype`, the second empty before 3.2 and for some terminals.
    pub fn from_tmux(&self, answer: &str) -> Guess {
        let mut parts = answer.trim().split('|');
        let (name, kind) = (parts.next(), parts.next());
        let found = kind
            .and_then(Program::of_version)
            .or_else(|| name.and_then(Program::of_term));
        match found {
            Some(program) => self.settle(program, Through::Tmux, Why::Tmux),
            None => self.guess(),
        }
    }

    /// How long an answer may take.
    pub fn patience(&self) -> Duration {
        Duration::from_millis(match (self.remote, self.through) {
            (true, _) => 1000,
            (false, Through::Screen) => 500,
            (false, _) => 300,
        })
    }

    /// How many colours the terminal shows that it was decided so about.
    pub fn depth(&self, guess: &Guess) -> Depth {
        let direct = guess.manner.through == Through::Nothing;
        // over a remote shell no variable tells what all of these can
        let knows = matches!(guess.program, Program::QtWidget | Program::XtermJs);
        if direct && knows && self.depth != Depth::None {
            Depth::True
        } else {
            self.depth
        }
    }

    /// Whether the terminal would show questions rather than answer them.
    pub fn is_mute(&self) -> bool {
        self.mute
    }

    /// Whether tmux is to be asked ([`Self::from_tmux`]): the one of this machine, in which we are.
    pub fn in_tmux(&self) -> bool {
        self.within_tmux
    }

    /// Whether screen stands between, which tells nobody when it is shown elsewhere.
    pub fn in_screen(&self) -> bool {
        self.through == Through::Screen
    }

    /// The colours until the terminal tells its own.
    pub fn palette(&self) -> Palette {
        self.palette.unwrap_or_default()
    }

    pub(super) fn settle(&self, program: Program, through: Through, why: Why) -> Guess {
        // what stands between shows fewer colours than what is behind it
        let between = through != Through::Nothing && self.depth.can_tint();
        let mut manner = program.manner(through, between || self.depth == Depth::True);
        if let Some(strategy) = self.forced {
            manner.strategy = strategy;
        }
        Guess {
            manner,
            program,
            why: if self.forced.is_some() {
                Why::Asked
            } else {
                why
            },
        }
    }
}

fn of_variables(look_up: &impl Fn(&str) -> Option<String>) -> Option<Program> {
    let has = |name: &str| look_up(name).is_some();
    let number = |name: &str| Some(look_up(name)?.parse::<u32>().unwrap_or(0));
    if has("MLTERM") {
        return Some(Program::Mlterm);
    }
    if let Some(version) = number("KONSOLE_VERSION") {
        let new = version >= 22_12_00;
        return Some(if new {
            Program::Konsole
        } else {
            Program::QtWidget
        });
    }
    if has("KITTY_WINDOW_ID") {
        return Some(Program::OldKitty);
    }
    if let Some(version) = number("VTE_VERSION") {
        let new = version >= 58_00;
        return Some(if new { Program::Vte } else { Program::Plain });
    }
    match look_up("TERM_PROGRAM").as_deref() {
        Some("vscode") => return Some(Program::XtermJs),
        Some("mintty") => return Some(Program::Mintty),
        Some("ghostty" | "WezTerm" | "iTerm.app") => return Some(Program::Plain),
        _ => {}
    }
    if has("ALACRITTY_WINDOW_ID") {
        return Some(Program::Alacritty);
    }
    (has("WT_SESSION") || has("XTERM_VERSION")).then_some(Program::Plain)
}
