//! How does the reader want text shown? For the screen only, never for what is stored.

/// The direction of a paragraph or of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The paragraph embedding level of this direction.
    pub fn level(self) -> u8 {
        u8::from(self == Self::Rtl)
    }

    /// The direction of a level.
    pub fn of_level(level: u8) -> Self {
        if level & 1 == 0 { Self::Ltr } else { Self::Rtl }
    }

    /// The name at the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// How paragraphs are set. The default is plain UAX #9 with joined letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Analyse addresses, handles, telephone numbers, signed numbers and Latin words with
    /// trailing signs as if they stood in LRI…PDI (UAX #9 HL4).
    pub isolate: bool,
    /// Which marks are shown.
    pub marks: Marks,
    /// Which digits are shown.
    pub digits: Digits,
    /// How rows are filled.
    pub justify: Justify,
    /// Which forms letters take.
    pub forms: Forms,
    /// Whether the terminal shows ambiguous characters in two cells; see [`super::narrow`].
    pub wide: bool,
    /// A direction for every paragraph, instead of its own.
    pub direction: Option<Direction>,
}

/// Which Arabic marks reach a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// As written.
    #[default]
    All,
    /// None: letters only.
    None,
}

/// Which digits are shown. Tokens with Latin letters (`F-16`, versions, addresses) keep theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digits {
    /// As written.
    #[default]
    AsWritten,
    /// ٠–٩
    ArabicIndic,
    /// 0–9
    European,
}

/// How the rows of a paragraph, but its last, are brought to one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Justify {
    /// They are not.
    #[default]
    Off,
    /// By wider spaces.
    Spaces,
    /// By at most one tatweel a word, then by wider spaces.
    Kashida,
}

/// Which forms Arabic letters take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Forms {
    /// Joined, as presentation forms; lam-alef in one cell.
    #[default]
    Joined,
    /// As stored, for terminals that shape by themselves.
    Nominal,
}
