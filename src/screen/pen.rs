//! Which sequence changes the style that the terminal writes with?

use std::fmt::Write;

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
        let changed = self.changes(to);
        let anew = Self::PLAIN.changes(to);
        out.extend(b"\x1b[");
        // nothing at all stands for 0
        if to == Self::PLAIN {
        } else if changed.len() <= anew.len() + 2 {
            out.extend(changed.as_bytes());
        } else {
            out.extend(b"0;");
            out.extend(anew.as_bytes());
        }
        out.push(b'm');
        *self = to;
    }

    /// The parameters that lead from this pen to another.
    fn changes(self, to: Self) -> String {
        let mut list = String::new();
        let mut left = self.modifier;
        for (modifier, _, off) in SWITCHES {
            if left.contains(modifier) && !to.modifier.contains(modifier) {
                push(&mut list, &off.to_string());
                // two may share a switch
                let together = SWITCHES.iter().filter(|(_, _, other)| *other == off);
                together.for_each(|(other, ..)| left.remove(*other));
            }
        }
        for (modifier, on, _) in SWITCHES {
            if to.modifier.contains(modifier) && !left.contains(modifier) {
                push(&mut list, &on.to_string());
            }
        }
        if self.fg != to.fg {
            push(&mut list, &colour(to.fg, 30));
        }
        if self.bg != to.bg {
            push(&mut list, &colour(to.bg, 40));
        }
        list
    }
}

fn push(list: &mut String, parameter: &str) {
    if !list.is_empty() {
        list.push(';');
    }
    list.push_str(parameter);
}

/// The parameters of a colour; `ground` is 30 for text, 40 for what stands behind it.
fn colour(colour: Color, ground: u8) -> String {
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
        Color::Indexed(n) => return format!("{};5;{n}", ground + 8),
        Color::Rgb(r, g, b) => {
            let mut list = format!("{};2", ground + 8);
            for part in [r, g, b] {
                let _ = write!(list, ";{part}");
            }
            return list;
        }
    };
    (ground + number).to_string()
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
