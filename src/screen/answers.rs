//! What is a terminal asked, and what do its answers mean?

use super::{Ambiguous, Environment, Guess, Palette, Program, Reply, Rgb, Why, wrap::Through};

/// The questions, in one write. The last is one that every terminal answers: when it does,
/// it has answered all it will ([`Answers::is_complete`]). They leave the order of a terminal
/// that obeys explicit; who serves it otherwise sets it again ([`super::Screen::release`]).
pub fn questions(environment: &Environment) -> Vec<u8> {
    const VERSION: &[u8] = b"\x1b[>q";
    const FENCE: &[u8] = b"\x1b[c";
    const NUMBERS: &[u8] = b"\x1b[>c";
    const ORDER: &[u8] = b"\x1b[8$p";
    const COLOURS: &[u8] = b"\x1b]10;?\x07\x1b]11;?\x07";
    let asked = [VERSION, NUMBERS, b"\x1b[=c", ORDER];
    if environment.mute {
        return Vec::new();
    }
    match environment.through {
        // tmux answers for itself; what it shows itself in, it tells when asked as a program
        Through::Tmux => [VERSION, COLOURS, FENCE].concat(),
        Through::Screen => {
            let inner = asked.iter().chain(&[COLOURS, FENCE]);
            let wrapped = inner.flat_map(|question| Through::Screen.wrap(question));
            NUMBERS.iter().copied().chain(wrapped).collect()
        }
        // who was asked for another strategy than this does not want the order set
        Through::Nothing if environment.forced.is_some() => {
            [asked.as_slice(), &[COLOURS, FENCE]].concat().concat()
        }
        Through::Nothing => [asked.as_slice(), &[b"\x1b[8l", ORDER, COLOURS, FENCE]]
            .concat()
            .concat(),
    }
}

/// Asks how wide ambiguous characters are: two of them at the start of the second row, where
/// the cursor stands, and nothing of it stays. Whatever stands between us and the terminal
/// answers for itself, as it is what places the cells. To be sent before the other questions,
/// to a screen that is taken over.
pub const WIDTH_QUESTION: &[u8] = "\x1b[2H…─\x1b[6n\r\x1b[K".as_bytes();

/// What the terminal has answered so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Its name and version as it gives them itself (XTVERSION).
    pub version: Option<String>,
    /// The numbers of its kind and version (DA2).
    pub numbers: Option<Vec<u32>>,
    /// The name of its unit (DA3), in hexadecimal digits.
    pub unit: Option<String>,
    order: Vec<u32>,
    foreground: Option<Rgb>,
    background: Option<Rgb>,
    /// Where the cursor stood after [`WIDTH_QUESTION`].
    column: Option<u16>,
    /// Whether tmux answered for it.
    tmux: bool,
    complete: bool,
}

impl Answers {
    /// It is asked once more: all but what is asked only once is forgotten.
    pub fn begin_again(&mut self) {
        *self = Self {
            column: self.column,
            ..Self::default()
        };
    }

    /// Takes one in.
    pub fn add(&mut self, reply: Reply) {
        match reply {
            Reply::Version(version) if version.starts_with("tmux ") => self.tmux = true,
            Reply::Version(version) => self.version = Some(version),
            Reply::Numbers(numbers) => match numbers.first() {
                // tmux that calls itself screen swallows the rest
                Some(84) => (self.tmux, self.complete) = (true, true),
                Some(83) => {}
                _ => self.numbers = Some(numbers),
            },
            Reply::Unit(unit) => self.unit = Some(unit),
            Reply::Mode {
                private: false,
                mode: 8,
                state,
            } => self.order.push(state),
            Reply::Mode { .. } => {}
            // the first: nobody was asked twice
            Reply::Column(column) => self.column = self.column.or(Some(column)),
            Reply::Foreground(rgb) => self.foreground = Some(rgb),
            Reply::Background(rgb) => self.background = Some(rgb),
            Reply::Attributes => self.complete = true,
        }
    }

    /// Each state of the mode of order that was reported (DECRQM 8): 0 unknown, 1 set, 2 reset.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Whether nothing more will come.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// What is known of ambiguous characters.
    pub fn ambiguous(&self) -> Ambiguous {
        match self.column {
            Some(2) => Ambiguous::Narrow,
            Some(3 | 4) => Ambiguous::Wide,
            _ => Ambiguous::Unknown,
        }
    }

    /// The terminal's colours as far as it told them, else the environment's.
    pub fn palette(&self, environment: &Environment) -> Palette {
        let palette = environment.palette();
        Palette {
            foreground: self.foreground.unwrap_or(palette.foreground),
            background: self.background.unwrap_or(palette.background),
        }
    }

    /// How the terminal is served now that it has answered.
    /// In tmux they do not tell: it is what the environment says, until [`Environment::from_tmux`].
    pub fn decide(&self, environment: &Environment) -> Guess {
        let through = match environment.through {
            // TERM alone does not tell them apart
            Through::Screen if self.tmux => Through::Tmux,
            through => through,
        };
        if through == Through::Tmux {
            return environment.settle(environment.program, through, environment.guess().why);
        }
        match self.program() {
            Some(program) => environment.settle(program, through, Why::Answers),
            // those that a variable could name would have named themselves
            None if self.complete && !environment.program.is_silent() => {
                environment.settle(Program::Unknown, through, Why::Unknown)
            }
            None => environment.guess(),
        }
    }

    fn program(&self) -> Option<Program> {
        const SET: u32 = 1;
        const RESET: u32 = 2;
        let named = self
            .version
            .as_deref()
            .and_then(Program::of_version)
            .or_else(|| self.unit.as_deref().and_then(Program::of_unit));
        match self.order.last() {
            // a mode that can be set and reset
            Some(&(SET | RESET)) if named == Some(Program::Vte) => named,
            Some(&RESET) => Some(Program::Obedient),
            Some(&SET) if named.is_none() => Some(Program::Obedient),
            _ => named
                // VTE without the mode is one without bidi
                .map(|p| if p == Program::Vte { Program::Plain } else { p })
                .or_else(|| self.numbers.as_deref().and_then(Program::of_numbers)),
        }
    }
}
