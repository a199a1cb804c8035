//! How is one row printed among the lines of a terminal that is not taken over?

use ratatui_core::{
    buffer::{Cell, CellWidth},
    style::Modifier,
};

use super::{Depth, Manner, Palette, pen::Pen, row::Row};

/// Erases a row. What was erased before a manner was entered may stay as it was.
pub(super) const ERASE: &[u8] = b"\x1b[2K";

/// What a terminal that orders text is sent before lines that run from right to left (ECMA-48
/// SCP), whatever they begin with,
pub const RIGHT_TO_LEFT: &[u8] = b"\x1b[2 k";

/// and after them.
pub const OWN_DIRECTION: &[u8] = b"\x1b[0 k";

/// How a letter of a line stands out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    /// Not at all.
    #[default]
    Plain,
    /// It is bold.
    Bold,
    /// It is dim.
    Dim,
}

/// The bytes of a line that shows these faces from left to right, without its end, each in
/// its weight and in the colours that there are. `wide`: the terminal shows ambiguous
/// characters in two cells.
pub fn line<'a>(
    faces: impl IntoIterator<Item = (&'a str, Weight)>,
    manner: Manner,
    palette: Palette,
    depth: Depth,
    wide: bool,
) -> Vec<u8> {
    let mut cells = Vec::new();
    for (face, weight) in faces {
        let mut cell = Cell::EMPTY;
        cell.modifier = match weight {
            Weight::Plain => Modifier::empty(),
            Weight::Bold => Modifier::BOLD,
            Weight::Dim => Modifier::DIM,
        };
        cells.push(cell.set_symbol(face).clone());
        if !face.contains(|c: char| c.is_control()) && face.cell_width() == 2 {
            cells.push(Cell::new(""));
        }
    }
    let row = Row::new(&cells, manner, palette, depth, wide);
    let mut bytes = manner.enter();
    bytes.extend(ERASE);
    let mut pen = Pen::PLAIN;
    for cell in &row.cells {
        pen.change(Pen::of(cell), &mut bytes);
        bytes.extend(cell.symbol().as_bytes());
    }
    pen.change(Pen::PLAIN, &mut bytes);
    bytes.extend(manner.leave());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Strategy;

    #[test]
    fn a_line_is_a_row_between_entering_and_leaving() {
        let printed = |strategy| {
            let line = line(
                ["a", " ", "ﺐ", "ﻛ"].map(|face| (face, Weight::Plain)),
                Manner::plain(strategy),
                Palette::default(),
                Depth::True,
                false,
            );
            String::from_utf8(line).unwrap()
        };
        assert_eq!(printed(Strategy::Visual), "\x1b[2Ka ﺐﻛ");
        assert_eq!(printed(Strategy::Inverse), "\x1b[2Ka \u{200e}ﻛﺐ\u{200e}");
        let explicit = printed(Strategy::Explicit);
        assert!(explicit.starts_with("\x1b[8l") && explicit.ends_with("\x1b[8h"));
    }

    #[test]
    fn a_line_has_no_more_colours_and_no_wider_signs_than_the_terminal() {
        let printed = |depth, wide| {
            let manner = Manner::plain(Strategy::Tint);
            let faces = ["…", "ﺐ", "ﻛ"].map(|face| (face, Weight::Plain));
            let line = line(faces, manner, Palette::default(), depth, wide);
            String::from_utf8(line).unwrap()
        };
        assert!(printed(Depth::True, false).contains("38;2;"));
        let many = printed(Depth::Many, false);
        assert!(many.contains("38;5;") && !many.contains("38;2;"));
        assert_eq!(printed(Depth::None, false), "\x1b[2K…ﺐﻛ");
        assert!(!printed(Depth::None, true).contains('…'));
    }
}
