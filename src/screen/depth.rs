//! How many colours does a terminal show, and what stands for those it does not?
//!
//! The reader's own styles use sixteen colours, so that the terminal's palette holds; only
//! [`super::Strategy::Tint`] needs more. Without any, bold, underline and reverse are left.

use ratatui_core::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::{Rgb, wrap::Through};

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// None.
    None,
    /// Eight; bold makes them brighter.
    Eight,
    /// Sixteen: 90 to 97 and 100 to 107 are the brighter ones.
    Sixteen,
    /// xterm's 256.
    Many,
    /// Any red, green and blue.
    True,
}

impl Depth {
    /// By the kind of terminal that it says it is (`TERM`) and by `COLORTERM`. tmux and screen
    /// know 256 and turn them into what there is outside; that of GNU screen before 5 takes
    /// a 24-bit colour for something else, whatever a variable says that leaked into it.
    pub(super) fn of(term: &str, colours: Option<&str>, through: Through) -> Self {
        let ends = |end: &str| term.ends_with(end);
        // VT52 to VT420, VT510 and VT520 have none
        let number = term
            .strip_prefix("vt")
            .and_then(|rest| rest.split('-').next());
        let number = number.and_then(|number| number.parse::<u32>().ok());
        let vt = number.is_some_and(|number| !matches!(number, 241 | 340 | 525));
        if vt || ends("-mono") || ends("-m") || matches!(term, "" | "dumb" | "ascii") {
            return Self::None;
        }
        if through == Through::Screen {
            return Self::Many;
        }
        if matches!(colours, Some("truecolor" | "24bit")) || ends("-direct") {
            return Self::True;
        }
        if through == Through::Tmux || ends("-256color") || ends("-88color") {
            return Self::Many;
        }
        let few = ["linux", "ansi", "cygwin", "pcansi", "cons25"];
        if few.contains(&term) || term.ends_with("-color") || term.ends_with("-8color") {
            return Self::Eight;
        }
        Self::Sixteen
    }

    /// Whether neighbours can differ by a colour that nobody sees.
    pub(super) fn can_tint(self) -> bool {
        self >= Self::Many
    }

    /// Shows cells in the colours that there are.
    pub(super) fn limit(self, cells: &mut [Cell]) {
        if self == Self::True {
            return;
        }
        let mut twins: Vec<(Color, Color)> = Vec::new();
        for cell in cells {
            let known = twins.iter().find(|(colour, _)| *colour == cell.fg);
            let (fg, added) = match known {
                Some((_, twin)) => (*twin, Modifier::empty()),
                None => self.text(cell.fg),
            };
            if known.is_none() && matches!(cell.fg, Color::Rgb(..)) {
                twins.push((cell.fg, fg));
            }
            (cell.fg, cell.bg) = (fg, self.behind(cell.bg));
            cell.modifier |= added;
        }
    }

    /// What stands for a colour of text, and what makes up for the rest.
    fn text(self, colour: Color) -> (Color, Modifier) {
        const NONE: Modifier = Modifier::empty();
        match (self, colour) {
            (Self::None, _) | (_, Color::Reset) => (Color::Reset, NONE),
            (Self::Many, Color::Rgb(red, green, blue)) => {
                (Color::Indexed(twin((red, green, blue))), NONE)
            }
            (Self::Eight, Color::DarkGray) => (Color::Reset, Modifier::DIM),
            (Self::Eight, bright) if dark(bright) != bright => (dark(bright), Modifier::BOLD),
            (Self::Eight | Self::Sixteen, Color::Rgb(..) | Color::Indexed(16..)) => {
                (Color::Reset, NONE)
            }
            _ => (colour, NONE),
        }
    }

    /// What stands for a colour behind text: bold does not reach it.
    fn behind(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::None, _)
            | (Self::Eight | Self::Sixteen, Color::Rgb(..) | Color::Indexed(16..)) => Color::Reset,
            (Self::Many, Color::Rgb(red, green, blue)) => {
                Color::Indexed(nearest((red, green, blue)))
            }
            (Self::Eight, Color::DarkGray) => Color::Black,
            (Self::Eight, bright) => dark(bright),
            _ => colour,
        }
    }
}

fn dark(colour: Color) -> Color {
    match colour {
        Color::LightRed => Color::Red,
        Color::LightGreen => Color::Green,
        Color::LightYellow => Color::Yellow,
        Color::LightBlue => Color::Blue,
        Color::LightMagenta => Color::Magenta,
        Color::LightCyan => Color::Cyan,
        Color::White => Color::Gray,
        other => other,
    }
}

/// The nearest of 256 colours, or for an odd blue the one that is most like that: what differs
/// in the last bit must still differ. Greys have such a twin 3 to 10 steps of 255 away, which
/// nobody sees; other colours have it one step of blue away, of which the eye sees least.
fn twin(colour: Rgb) -> u8 {
    let even = (colour.0, colour.1, colour.2 & !1);
    let first = nearest(even);
    if colour.2 & 1 == 0 {
        return first;
    }
    let like = super::palette::indexed(first);
    (16..=255)
        .filter(|other| *other != first)
        .min_by_key(|other| distance(super::palette::indexed(*other), like))
        .unwrap_or(first)
}

fn nearest(colour: Rgb) -> u8 {
    (16..=255)
        .min_by_key(|number| distance(super::palette::indexed(*number), colour))
        .unwrap_or(16)
}

/// How far apart two colours look: squares weighed as the eye does (ITU-R BT.601).
fn distance(one: Rgb, other: Rgb) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    299 * square(one.0, other.0) + 587 * square(one.1, other.1) + 114 * square(one.2, other.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_terminal_tells_its_colours() {
        let direct = |term, colours| Depth::of(term, colours, Through::Nothing);
        for (term, depth) in [
            ("linux", Depth::Eight),
            ("ansi", Depth::Eight),
            ("xterm-color", Depth::Eight),
            ("xterm", Depth::Sixteen),
            ("xterm-16color", Depth::Sixteen),
            ("linux-16color", Depth::Sixteen),
            ("vt525", Depth::Sixteen),
            ("xterm-256color", Depth::Many),
            ("xterm-direct", Depth::True),
            ("xterm-mono", Depth::None),
            ("vt100", Depth::None),
            ("vt220-w", Depth::None),
            ("vt510", Depth::None),
            ("dumb", Depth::None),
            ("", Depth::None),
        ] {
            assert_eq!(direct(term, None), depth, "{term}");
        }
        assert_eq!(direct("xterm", Some("truecolor")), Depth::True);
        assert_eq!(direct("rxvt", Some("rxvt-xpm")), Depth::Sixteen);
        let inside = |term, through| Depth::of(term, Some("truecolor"), through);
        assert_eq!(inside("screen", Through::Screen), Depth::Many);
        assert_eq!(inside("tmux", Through::Tmux), Depth::True);
        assert_eq!(Depth::of("screen", None, Through::Tmux), Depth::Many);
    }

    #[test]
    fn twins_differ_and_look_alike() {
        let twins = |red, green, blue: u8| {
            let [even, odd] = [blue & !1, blue | 1].map(|blue| twin((red, green, blue)));
            assert_ne!(even, odd);
            distance(
                super::super::palette::indexed(even),
                super::super::palette::indexed(odd),
            )
        };
        // greys: 10 steps in each of three
        for grey in [0, 51, 102, 153, 204, 221, 238] {
            assert!(twins(grey, grey, grey) <= 1000 * 100, "{grey}");
        }
        // others: one step of blue
        for (red, green, blue) in [(205, 0, 0), (0, 205, 205), (205, 205, 0), (92, 92, 255)] {
            assert!(twins(red, green, blue) <= 114 * 95 * 95);
        }
    }

    #[test]
    fn fewer_colours_keep_what_they_mean() {
        let shown = |depth: Depth, fg, bg| {
            let mut cell = Cell::new("x");
            (cell.fg, cell.bg) = (fg, bg);
            depth.limit(std::slice::from_mut(&mut cell));
            (cell.fg, cell.bg, cell.modifier)
        };
        let bold = Modifier::BOLD;
        assert_eq!(
            shown(Depth::Eight, Color::LightRed, Color::LightGreen),
            (Color::Red, Color::Green, bold)
        );
        assert_eq!(
            shown(Depth::Eight, Color::DarkGray, Color::Reset),
            (Color::Reset, Color::Reset, Modifier::DIM)
        );
        assert_eq!(
            shown(Depth::None, Color::Red, Color::Blue),
            (Color::Reset, Color::Reset, Modifier::empty())
        );
        let sixteen = (Color::LightRed, Color::LightGreen, Modifier::empty());
        assert_eq!(shown(Depth::Sixteen, sixteen.0, sixteen.1), sixteen);
        let (fg, bg, _) = shown(Depth::Many, Color::Rgb(204, 204, 205), Color::Rgb(0, 0, 0));
        assert!(matches!(fg, Color::Indexed(_)));
        assert_eq!(bg, Color::Indexed(16));
    }
}
