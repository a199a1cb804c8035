//! Which terminal is it, and what does it want to be sent?

use std::ops::RangeInclusive;

use super::{Manner, Marks, Strategy, wrap::Through};

/// A terminal, told apart from others only where it wants something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Program {
    /// GNOME Terminal and all others made with VTE 0.58 or later.
    Vte,
    /// Any other that leaves the order alone when told, and says so.
    Obedient,
    /// mintty, before it was asked.
    Mintty,
    /// Konsole 22.12 or later.
    Konsole,
    /// QTermWidget, and Konsole before 22.12.
    QtWidget,
    /// mlterm.
    Mlterm,
    /// PuTTY and pterm.
    Putty,
    /// kitty 0.40 or later.
    Kitty,
    /// kitty before 0.40.
    OldKitty,
    /// alacritty.
    Alacritty,
    /// foot.
    Foot,
    /// xterm.js, as in Visual Studio Code.
    XtermJs,
    /// st: a mark takes the cell after its letter.
    St,
    /// Known to have no bidi: xterm, urxvt, Windows Terminal, ghostty…
    Plain,
    /// Nothing is known.
    Unknown,
}

/// A name in lower case, the least version, and who that is.
type Named = (&'static str, (u32, u32), Program);

/// XTVERSION; of two rows with one name the first that suits.
const NAMES: [Named; 13] = [
    ("vte", (0, 0), Program::Vte),
    ("konsole", (22, 12), Program::Konsole),
    ("konsole", (0, 0), Program::QtWidget),
    ("kitty", (0, 40), Program::Kitty),
    ("kitty", (0, 0), Program::OldKitty),
    ("mintty", (0, 0), Program::Mintty),
    ("foot", (0, 0), Program::Foot),
    ("xterm.js", (0, 0), Program::XtermJs),
    ("xterm", (0, 0), Program::Plain),
    ("ghostty", (0, 0), Program::Plain),
    ("contour", (0, 0), Program::Plain),
    ("wezterm", (0, 0), Program::Plain),
    ("iterm2", (0, 0), Program::Plain),
];

/// The first numbers, each within a range, and whose they are.
type Numbered = (&'static [RangeInclusive<u32>], Program);

/// DA2; the first row that suits.
const NUMBERS: [Numbered; 14] = [
    (&[0..=0, 136..=136], Program::Putty),
    (&[0..=0, 115..=115], Program::QtWidget),
    (&[1..=1, 115..=115], Program::Konsole),
    (&[24..=24, 279..=279], Program::Mlterm),
    (&[77..=77], Program::Mintty),
    (&[0..=0, 276..=276], Program::XtermJs),
    (&[1..=1, 4000..=4000, 40..=u32::MAX], Program::Kitty),
    (&[1..=1, 4000..=4000], Program::OldKitty),
    (&[0..=0, 1000..=u32::MAX, 1..=1], Program::Alacritty),
    // xterm, urxvt, zutty, Windows Terminal, WezTerm
    (&[41..=41], Program::Plain),
    (&[85..=85], Program::Plain),
    (&[64..=64, 0..=0, 0..=0], Program::Plain),
    (&[0..=0, 10..=10, 1..=1], Program::Plain),
    (&[1..=1, 277..=277], Program::Plain),
];

/// DA3, in hexadecimal digits.
const UNITS: [(&str, Program); 3] = [
    ("7e565445", Program::Vte),
    ("7e4b4445", Program::Konsole),
    ("464f4f54", Program::Foot),
];

/// How `TERM` begins, where that is a terminal's own.
const TERMS: [(&str, Program); 9] = [
    ("mlterm", Program::Mlterm),
    ("xterm-kitty", Program::OldKitty),
    ("alacritty", Program::Alacritty),
    ("foot", Program::Foot),
    ("xterm-ghostty", Program::Plain),
    ("contour", Program::Plain),
    ("rxvt-unicode", Program::Plain),
    ("st-", Program::St),
    ("linux", Program::Plain),
];

impl Program {
    /// Its name; none where many share a place here.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Vte => "VTE",
            Self::Mintty => "mintty",
            Self::Konsole => "Konsole",
            Self::QtWidget => "QTermWidget",
            Self::Mlterm => "mlterm",
            Self::Putty => "PuTTY",
            Self::Kitty | Self::OldKitty => "kitty",
            Self::Alacritty => "alacritty",
            Self::Foot => "foot",
            Self::St => "st",
            Self::XtermJs => "xterm.js",
            Self::Obedient | Self::Plain | Self::Unknown => return None,
        })
    }

    /// By the name and version that it gives itself (XTVERSION).
    pub(super) fn of_version(version: &str) -> Option<Self> {
        let (name, number) = version.split_once(['(', ' ']).unwrap_or((version, ""));
        let named = |row: &&Named| name.eq_ignore_ascii_case(row.0) && at_least(number, row.1);
        NAMES.iter().find(named).map(|row| row.2)
    }

    /// By the numbers of its kind and version (DA2).
    pub(super) fn of_numbers(numbers: &[u32]) -> Option<Self> {
        let within = |row: &&Numbered| {
            let mut pairs = row.0.iter().zip(numbers);
            numbers.len() >= row.0.len() && pairs.all(|(range, number)| range.contains(number))
        };
        NUMBERS.iter().find(within).map(|row| row.1)
    }

    /// By the name of its unit (DA3), in hexadecimal digits.
    pub(super) fn of_unit(unit: &str) -> Option<Self> {
        let named = |row: &&(&str, Self)| unit.eq_ignore_ascii_case(row.0);
        UNITS.iter().find(named).map(|row| row.1)
    }

    /// By the kind of terminal that it says it is (`TERM`), where that is its own.
    pub(super) fn of_term(term: &str) -> Option<Self> {
        let begins = |row: &&(&str, Self)| term.starts_with(row.0);
        TERMS.iter().find(begins).map(|row| row.1)
    }

    /// Whether no answer may be expected that would name it.
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Plain | Self::St)
    }

    /// How it is served.
    pub(super) fn manner(self, through: Through, truecolor: bool) -> Manner {
        let direct = through == Through::Nothing;
        let unknown = if truecolor {
            Strategy::Tint
        } else {
            Strategy::Visual
        };
        let strategy = match self {
            Self::Vte | Self::Obedient | Self::Mintty if direct => Strategy::Explicit,
            Self::Konsole | Self::Vte | Self::Obedient => Strategy::Inverse,
            Self::QtWidget | Self::XtermJs => Strategy::Tint,
            Self::Mlterm => Strategy::Mlterm,
            Self::Putty => Strategy::Blank,
            Self::Kitty if direct => Strategy::Sized,
            Self::Kitty | Self::OldKitty => Strategy::Word,
            Self::Alacritty | Self::Foot | Self::St | Self::Plain => Strategy::Visual,
            Self::Mintty | Self::Unknown => unknown,
        };
        Manner {
            strategy,
            marks: self.marks(),
            through,
        }
    }

    pub(super) fn marks(self) -> Marks {
        match self {
            Self::Foot => Marks::Strip,
            Self::St => Marks::StripAll,
            Self::Alacritty => Marks::Left,
            _ => Marks::Keep,
        }
    }
}

/// Whether a version begins with these two numbers or greater ones.
fn at_least(version: &str, least: (u32, u32)) -> bool {
    let mut numbers = version
        .split(|c: char| !c.is_ascii_digit())
        .map(|n| n.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= least
}
