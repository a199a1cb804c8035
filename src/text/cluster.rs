//! What stands in one place of the grid: which characters, which face, how wide?

use std::ops::Range;

/// One extended grapheme cluster, or a lam-alef pair, of a paragraph: what the cursor stands on.
///
/// Characters that reach no cell (controls, direction marks, joiners) belong to the
/// cluster before them, at the start of a paragraph to the one after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Its bytes in the paragraph's text; empty for an insertion.
    pub bytes: Range<usize>,
    /// Its code points in the paragraph's text; empty for an insertion.
    pub chars: Range<usize>,
    /// What its cell shows: joined form or mirrored bracket, then marks.
    pub face: &'a str,
    /// Cells it takes: 1 or more.
    pub width: usize,
    /// Embedding level.
    pub level: u8,
    pub(super) flags: Flags,
}

impl Cluster<'_> {
    /// What the screen adds (a bullet, a link's number): cursor, copy and offsets skip it.
    pub fn is_insertion(&self) -> bool {
        self.flags.has(Flags::INSERTED)
    }

    /// White space at which a row may end.
    pub fn is_space(&self) -> bool {
        self.flags.has(Flags::SPACE)
    }

    /// Which characters, for terminals that reorder by themselves.
    pub fn script(&self) -> Script {
        if self.flags.has(Flags::LETTER) {
            Script::Letter
        } else if self.flags.has(Flags::NUMBER) {
            Script::Number
        } else {
            Script::Other
        }
    }

    /// Whether a ZWNJ follows its last letter (U+200C reaches no cell).
    pub fn ends_in_zwnj(&self) -> bool {
        self.flags.has(Flags::ZWNJ)
    }
}

/// What a terminal's own bidi algorithm would see in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// A letter of class R or AL.
    Letter,
    /// A digit of class AN.
    Number,
    /// Anything else.
    Other,
}

/// How a cluster is kept: 16 bytes; it ends where the next begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stored {
    pub(super) byte: u32,
    pub(super) char: u32,
    pub(super) face: u32,
    pub(super) level: u8,
    pub(super) width: u8,
    pub(super) flags: Flags,
}

/// The lowest level among the characters without a cell that stand after a cluster.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parting {
    pub(super) cluster: u32,
    pub(super) level: u8,
}

/// What is known about a cluster, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Flags(u16);

impl Flags {
    /// A space that takes no cell at a soft break.
    pub(super) const SPACE: Self = Self(1);
    /// Falls back to the paragraph's level at the end of a row (L1).
    pub(super) const TRAILING: Self = Self(1 << 1);
    /// A segment separator (L1).
    pub(super) const TAB: Self = Self(1 << 2);
    /// A row may end after it.
    pub(super) const BREAK: Self = Self(1 << 3);
    /// A row may end after it only rather than overflow.
    pub(super) const TIED: Self = Self(1 << 4);
    /// A row ends after it.
    pub(super) const MANDATORY: Self = Self(1 << 5);
    /// Not in the text.
    pub(super) const INSERTED: Self = Self(1 << 6);
    /// An insertion that stays with what follows it.
    pub(super) const FORWARD: Self = Self(1 << 7);
    pub(super) const ZWNJ: Self = Self(1 << 8);
    /// Joins the letter after it: a tatweel may stand between them.
    pub(super) const JOINS: Self = Self(1 << 9);
    pub(super) const LETTER: Self = Self(1 << 10);
    pub(super) const NUMBER: Self = Self(1 << 11);
    /// A character without a cell stands after it at a lower level and parts what is around it.
    pub(super) const PARTED: Self = Self(1 << 12);
    /// A direction mark stands before it: spaces before that are not the row's last (L1).
    pub(super) const MARKED: Self = Self(1 << 13);

    pub(super) fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    pub(super) fn set(&mut self, flag: Self) {
        self.0 |= flag.0;
    }

    pub(super) fn clear(&mut self, flag: Self) {
        self.0 &= !flag.0;
    }

    pub(super) fn when(self, on: bool) -> Self {
        if on { self } else { Self(0) }
    }
}

impl std::ops::BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
