//! Which terminal is it, and what does it want to be sent?

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
        Some(match name.to_ascii_lowercase().as_str() {
            "vte" => Self::Vte,
            "konsole" if at_least(number, (22, 12)) => Self::Konsole,
            "konsole" => Self::QtWidget,
            "kitty" if at_least(number, (0, 40)) => Self::Kitty,
            "kitty" => Self::OldKitty,
            "mintty" => Self::Mintty,
            "foot" => Self::Foot,
            "xterm" | "ghostty" | "contour" | "wezterm" | "iterm2" => Self::Plain,
            _ => return None,
        })
    }

    /// By the numbers of its kind and version (DA2).
    pub(super) fn of_numbers(numbers: &[u32]) -> Option<Self> {
        Some(match *numbers {
            [0, 136, ..] => Self::Putty,
            [0, 115, ..] => Self::QtWidget,
            [1, 115, ..] => Self::Konsole,
            [24, 279, ..] => Self::Mlterm,
            [77, ..] => Self::Mintty,
            [0, 276, ..] => Self::XtermJs,
            [1, 4000, version, ..] if version >= 40 => Self::Kitty,
            [1, 4000, ..] => Self::OldKitty,
            [0, version, 1] if version >= 1000 => Self::Alacritty,
            // xterm, urxvt, zutty, Windows Terminal, WezTerm
            [41 | 85, ..] | [64, 0, 0] | [0, 10, 1] | [1, 277, ..] => Self::Plain,
            _ => return None,
        })
    }

    /// By the name of its unit (DA3), in hexadecimal digits.
    pub(super) fn of_unit(unit: &str) -> Option<Self> {
        match unit.to_ascii_uppercase().as_str() {
            "7E565445" => Some(Self::Vte),
            "7E4B4445" => Some(Self::Konsole),
            "464F4F54" => Some(Self::Foot),
            _ => None,
        }
    }

    /// By the kind of terminal that it says it is (`TERM`), where that is its own.
    pub(super) fn of_term(term: &str) -> Option<Self> {
        let own = [
            ("mlterm", Self::Mlterm),
            ("xterm-kitty", Self::OldKitty),
            ("alacritty", Self::Alacritty),
            ("foot", Self::Foot),
            ("xterm-ghostty", Self::Plain),
            ("rxvt-unicode", Self::Plain),
            ("st-", Self::St),
            ("linux", Self::Plain),
        ];
        let found = own.iter().find(|(start, _)| term.starts_with(start));
        found.map(|(_, program)| *program)
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
