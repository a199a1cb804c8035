//! Which red, green and blue does a colour of the palette mean?

use ratatui_core::style::Color;

/// Red, green and blue.
pub type Rgb = (u8, u8, u8);

/// The colours of a terminal, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What text has without a colour: the answer to `OSC 10`.
    pub foreground: Rgb,
    /// What stands behind it: the answer to `OSC 11`.
    pub background: Rgb,
}

/// xterm's.
const ANSI: [Rgb; 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

impl Default for Palette {
    /// Light on dark.
    fn default() -> Self {
        Self {
            foreground: (204, 204, 204),
            background: (0, 0, 0),
        }
    }
}

impl Palette {
    /// From `COLORFGBG`, which some terminals set: numbers of the palette, the first of them
    /// the text's, the last the background's.
    pub fn from_variable(value: &str) -> Option<Self> {
        let (text, behind) = value.split_once(';')?;
        let behind = behind.rsplit(';').next()?;
        let colour = |number: &str| Some(indexed(number.parse().ok()?));
        Some(Self {
            foreground: colour(text)?,
            background: colour(behind)?,
        })
    }

    /// Whether dark letters can be read on its background better than light ones.
    pub fn is_light(&self) -> bool {
        let (red, green, blue) = self.background;
        // how bright it looks (ITU-R BT.601)
        u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114 > 128_000
    }

    /// What a colour of text means.
    pub fn text(&self, colour: Color) -> Rgb {
        let number = match colour {
            Color::Reset => return self.foreground,
            Color::Rgb(r, g, b) => return (r, g, b),
            Color::Indexed(number) => number,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        indexed(number)
    }

    /// What it means where it is to be dim: it stands back, five eighths of it are left.
    pub fn dim(&self, colour: Color) -> Rgb {
        let mix = |text: u8, behind: u8| ((u16::from(text) * 5 + u16::from(behind) * 3) / 8) as u8;
        let (text, behind) = (self.text(colour), self.background);
        (
            mix(text.0, behind.0),
            mix(text.1, behind.1),
            mix(text.2, behind.2),
        )
    }
}

/// One of xterm's 256: 16, a cube of 6 by 6 by 6, and 24 greys.
pub(super) fn indexed(number: u8) -> Rgb {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match number {
        0..16 => ANSI[usize::from(number)],
        16..232 => {
            let n = number - 16;
            (step(n / 36), step(n / 6 % 6), step(n % 6))
        }
        232.. => {
            let grey = 8 + 10 * (number - 232);
            (grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_colour() {
        assert_eq!(indexed(1), (205, 0, 0));
        assert_eq!(indexed(16), (0, 0, 0));
        assert_eq!(indexed(231), (255, 255, 255));
        assert_eq!(indexed(110), (135, 175, 215));
        assert_eq!(indexed(255), (238, 238, 238));
    }

    #[test]
    fn a_variable_tells_light_from_dark() {
        let palette = Palette::from_variable("0;default;15").unwrap();
        assert_eq!(palette.text(Color::Reset), (0, 0, 0));
        assert_eq!(palette.background, (255, 255, 255));
        assert_eq!(Palette::from_variable("default;default"), None);
        assert_eq!(Palette::from_variable("15"), None);
    }
}
