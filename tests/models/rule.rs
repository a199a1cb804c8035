//! What does each terminal do with a row of cells before anybody sees it?
//!
//! Each rule is written down as the terminal was seen to follow it, and knows nothing of what
//! is done against it. Levels are those of the crate `unicode-bidi`, which shares no line with
//! the levels of the text engine.

use std::fmt;

use icu_properties::{CodePointMapData, props::BidiMirroringGlyph};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A place in a terminal's row: a character with what stands on it, one or two columns wide.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub text: String,
    pub look: Look,
    /// The first column that it takes in the terminal.
    pub column: u16,
    pub wide: bool,
}

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub text: vt100::Color,
    pub behind: vt100::Color,
    /// Whether it is bold, italic,
    pub font: [bool; 2],
    /// underlined, reversed.
    pub lines: [bool; 2],
}

impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (ground, colour) in [("", &self.text), ("on ", &self.behind)] {
            if *colour != vt100::Color::Default {
                write!(f, "{ground}{colour:?} ")?;
            }
        }
        let on = self.font.into_iter().chain(self.lines);
        for (name, on) in ["bold ", "italic ", "underlined ", "reversed "]
            .iter()
            .zip(on)
        {
            if on {
                f.write_str(name)?;
            }
        }
        Ok(())
    }
}

/// A terminal's own way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// Each cell where it was put: xterm, foot, urxvt, st; VTE and mlterm after they were told.
    Plain,
    /// The bidi algorithm over the row, from left to right: VTE, and Konsole since 22.12.
    Row,
    /// The same in the direction of the first strong letter; what has no width is not seen:
    /// PuTTY.
    Putty,
    /// The same, run by run of what looks the same: QTermWidget, and Konsole before 22.12.
    /// Whether a run takes the direction of its first strong letter is left open.
    Looks { first_strong: bool },
    /// Only letters are joined, from right to left, in pieces of one font without blanks;
    /// looks stay: kitty. A text of a size of its own is shaped alone.
    Pieces,
    /// The same where one font has all letters and signs: pieces of one face without blanks
    /// run from right to left where their first letter does.
    Faces,
    /// Each cell where it was put, but marks on Arabic letters one further to the right:
    /// alacritty.
    MarksRight,
}

impl Rule {
    /// A row as it is seen from left to right.
    pub fn show(self, row: &[Cell]) -> Vec<Cell> {
        match self {
            Self::Plain => row.to_vec(),
            Self::Row => by_levels(row, Some(Level::ltr())),
            Self::Putty => {
                let bases: Vec<Cell> = row.iter().map(|cell| cell.with(&cell.base())).collect();
                let order = by_levels(&bases, None);
                let marked = |cell: Cell| {
                    let from = row.iter().find(|own| own.column == cell.column).unwrap();
                    let marks = &from.text[from.base().len()..];
                    cell.with(&format!("{}{marks}", cell.text))
                };
                order.into_iter().map(marked).collect()
            }
            Self::Looks { first_strong } => {
                let base = (!first_strong).then(Level::ltr);
                let runs = row.chunk_by(|a, b| a.look == b.look);
                runs.flat_map(|run| by_levels(run, base)).collect()
            }
            Self::Pieces => pieces(row),
            Self::Faces => faces(row),
            Self::MarksRight => {
                let mut shown: Vec<Cell> = Vec::new();
                let mut marks = String::new();
                for cell in row {
                    let arabic = |c: &char| bidi_class(*c) == BidiClass::NSM && *c > '\u{590}';
                    let own: String = cell.text.chars().filter(arabic).collect();
                    let rest: String = cell.text.chars().filter(|c| !arabic(c)).collect();
                    shown.push(cell.with(&format!("{rest}{marks}")));
                    marks = own;
                }
                shown
            }
        }
    }
}

impl Cell {
    fn with(&self, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..self.clone()
        }
    }

    /// L4.
    fn shown_at(&self, level: u8) -> Self {
        let base = self.text.chars().next().unwrap();
        let mirrored = CodePointMapData::<BidiMirroringGlyph>::new().get(base);
        match mirrored.mirroring_glyph {
            Some(mirrored) if level % 2 == 1 => {
                self.with(&format!("{mirrored}{}", &self.text[base.len_utf8()..]))
            }
            _ => self.clone(),
        }
    }

    pub fn base(&self) -> String {
        self.text.chars().take(1).collect()
    }

    fn is_shaped(&self) -> bool {
        is_shaped(&self.text)
    }
}

/// Whether what a cell holds is shaped from right to left; digits of Persian have the letters'
/// script, whatever their class.
pub fn is_shaped(text: &str) -> bool {
    let own = |c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    text.starts_with(|c| own(c) || ('۰'..='۹').contains(&c))
}

/// UAX #9 over the characters of cells: marks travel with theirs, brackets are mirrored; a
/// mark of order in a cell parts what stands on its two sides.
fn by_levels(row: &[Cell], base: Option<Level>) -> Vec<Cell> {
    let text: String = row.iter().map(|cell| cell.text.as_str()).collect();
    let info = BidiInfo::new(&text, base);
    let Some(paragraph) = info.paragraphs.first() else {
        return row.to_vec();
    };
    assert_eq!(info.paragraphs.len(), 1);
    let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
    let owners = row
        .iter()
        .flat_map(|cell| cell.text.char_indices().map(move |(at, _)| (cell, at == 0)));
    let mut chars: Vec<(u8, &Cell, bool)> = levels
        .iter()
        .zip(owners)
        .map(|(level, (cell, is_base))| (level.number(), cell, is_base))
        .collect();
    // L2
    let highest = chars.iter().map(|(level, ..)| *level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for run in chars.chunk_by_mut(|a, b| (a.0 >= level) == (b.0 >= level)) {
            if run[0].0 >= level {
                run.reverse();
            }
        }
    }
    let bases = chars.into_iter().filter(|(.., is_base)| *is_base);
    bases.map(|(level, cell, _)| cell.shown_at(level)).collect()
}

/// What parts a letter of a size of its own from its neighbour of another.
pub const SIZES: [char; 2] = ['\u{fe00}', '\u{fe01}'];

fn faces(row: &[Cell]) -> Vec<Cell> {
    let blank = |cell: &Cell| cell.text.starts_with(' ');
    let together = |a: &Cell, b: &Cell| !blank(a) && !blank(b) && a.look.font == b.look.font;
    let mut shown = Vec::new();
    for run in row.chunk_by(together) {
        let letter = |cell: &&Cell| {
            let strong = cell.text.chars().next().map(bidi_class) == Some(BidiClass::L);
            strong || cell.is_shaped()
        };
        if run.iter().find(letter).is_some_and(Cell::is_shaped) {
            let texts = run.iter().rev().map(|cell| cell.text.as_str());
            shown.extend(run.iter().zip(texts).map(|(place, text)| place.with(text)));
        } else {
            shown.extend_from_slice(run);
        }
    }
    shown
}

fn pieces(row: &[Cell]) -> Vec<Cell> {
    let size = |cell: &Cell| cell.text.chars().find(|c| SIZES.contains(c));
    let shaped = Cell::is_shaped;
    let together = |a: &Cell, b: &Cell| {
        shaped(a) && shaped(b) && a.look.font == b.look.font && size(a) == size(b)
    };
    let mut shown = Vec::new();
    for run in row.chunk_by(together) {
        for (place, text) in run.iter().zip(run.iter().rev()) {
            shown.push(place.with(&text.text.replace(SIZES, "")));
        }
    }
    shown
}
