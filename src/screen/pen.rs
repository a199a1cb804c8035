//! Which sequence changes the style that the terminal writes with?

use std::{fmt, io::Write};

use ratatui_core::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// The style that the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Each modifier with the parameters that turn it on and off.
const SWITCHES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// What `CSI 0 m` sets.
    pub(super) const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    pub(super) fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Writes the shortest sequence that changes this pen into another.
    pub(super) fn change(&mut self, to: Self, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        let mut list = self.changes(to);
        if to == Self::PLAIN {
            // nothing at all stands for 0
            list.clear();
        } else if self.loses(to) {
            let anew = format!("0;{}", Self::PLAIN.changes(to));
            if anew.len() < list.len() {
                list = anew;
            }
        }
        let _ = write!(out, "\x1b[{list}m");
        *self = to;
    }

    /// Whether something of it is turned off, so that to begin anew may be shorter.
    fn loses(self, to: Self) -> bool {
        let reset = |from, to| from != to && to == Color::Reset;
        !to.modifier.contains(self.modifier) || reset(self.fg, to.fg) || reset(self.bg, to.bg)
    }

    /// The parameters that lead from this pen to another.
    fn changes(self, to: Self) -> String {
        let mut list = String::with_capacity(48);
        let mut left = self.modifier;
        for (modifier, _, off) in SWITCHES {
            if left.contains(modifier) && !to.modifier.contains(modifier) {
                push(&mut list, format_args!("{off}"));
                // two may share a switch
                let together = SWITCHES.iter().filter(|(_, _, other)| *other == off);
                together.for_each(|(other, ..)| left.remove(*other));
            }
        }
        for (modifier, on, _) in SWITCHES {
            if to.modifier.contains(modifier) && !left.contains(modifier) {
                push(&mut list, format_args!("{on}"));
            }
        }
        if self.fg != to.fg {
            colour(&mut list, to.fg, 30);
        }
        if self.bg != to.bg {
            colour(&mut list, to.bg, 40);
        }
        list.pop();
        list
    }
}

fn push(list: &mut String, parameters: fmt::Arguments<'_>) {
    // writing to a string does not fail
    let _ = fmt::Write::write_fmt(list, format_args!("{parameters};"));
}

/// Adds the parameters of a colour; `ground` is 30 for text, 40 for what stands behind it.
fn colour(list: &mut String, colour: Color, ground: u8) {
    let number = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(n) => return push(list, format_args!("{};5;{n}", ground + 8)),
        Color::Rgb(r, g, b) => {
            return push(list, format_args!("{};2;{r};{g};{b}", ground + 8));
        }
    };
    push(list, format_args!("{}", ground + number));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg, modifier }
    }

    fn changed(from: Pen, to: Pen) -> String {
        let (mut pen, mut out) = (from, Vec::new());
        pen.change(to, &mut out);
        assert_eq!(pen, to);
        String::from_utf8(out).unwrap().replace('\x1b', "")
    }

    #[test]
    fn only_what_differs_is_said() {
        let red = pen(Color::Red, Color::Reset, Modifier::BOLD);
        let both = pen(Color::Red, Color::Rgb(1, 2, 3), Modifier::BOLD);
        assert_eq!(changed(red, red), "");
        assert_eq!(changed(Pen::PLAIN, red), "[1;31m");
        assert_eq!(changed(red, both), "[48;2;1;2;3m");
        assert_eq!(changed(both, Pen::PLAIN), "[m");
        let grey = pen(Color::DarkGray, Color::Indexed(7), Modifier::empty());
        assert_eq!(changed(Pen::PLAIN, grey), "[90;48;5;7m");
        let reversed = pen(Color::Reset, Color::Reset, Modifier::REVERSED);
        assert_eq!(changed(red, reversed), "[0;7m");
    }

    #[test]
    fn bold_and_dim_end_together_and_one_may_come_back() {
        let both = pen(
            Color::Red,
            Color::Reset,
            Modifier::BOLD | Modifier::DIM | Modifier::ITALIC,
        );
        let bold = pen(Color::Red, Color::Reset, Modifier::BOLD | Modifier::ITALIC);
        assert_eq!(changed(both, bold), "[22;1m");
        assert_eq!(changed(bold, both), "[2m");
    }
}
