//! What must the engine know about a character?

use std::{ops::Range, sync::LazyLock};

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{
        BidiMirroringGlyph, DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory,
        GraphemeClusterBreak, JoiningType, WhiteSpace,
    },
};
use unicode_width::UnicodeWidthChar;

use super::{cluster::Flags, level::Class};

/// What is asked of every character, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Property {
    pub(super) class: Class,
    pub(super) joining: Joining,
    /// Cells: 0, 1 or 2.
    pub(super) width: u8,
    flags: u8,
    /// What a cluster that it opens is known by.
    pub(super) cluster: Flags,
}

/// Unicode's `Joining_Type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joining {
    None,
    Transparent,
    Causing,
    Dual,
    Right,
    Left,
}

impl Joining {
    /// Whether it joins to the letter before it in the text.
    pub(super) fn before(self) -> bool {
        matches!(self, Self::Dual | Self::Right | Self::Causing)
    }

    /// Whether it joins to the letter after it.
    pub(super) fn after(self) -> bool {
        matches!(self, Self::Dual | Self::Left | Self::Causing)
    }
}

impl Property {
    const INVISIBLE: u8 = 1;
    const MARK: u8 = 2;
    const SIMPLE: u8 = 4;
    const PICTOGRAPH: u8 = 8;

    /// Acts on the algorithm and never reaches a cell: controls, format characters, fillers.
    pub(super) fn is_invisible(self) -> bool {
        self.flags & Self::INVISIBLE != 0
    }

    /// Stays with the character before it.
    pub(super) fn is_mark(self) -> bool {
        self.flags & Self::MARK != 0
    }

    /// Begins an emoji sequence: a flag or a picture.
    pub(super) fn is_pictograph(self) -> bool {
        self.flags & Self::PICTOGRAPH != 0
    }

    /// Begins a cluster, or is a mark: the common case, for which the grapheme rules
    /// need not be asked.
    pub(super) fn is_simple(self) -> bool {
        self.flags & Self::SIMPLE != 0
    }

    /// Looks a character up in Unicode's tables.
    fn look_up(c: char) -> Self {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let grapheme = CodePointMapData::<GraphemeClusterBreak>::new().get(c);
        // prepended signs (Arabic number sign, end of ayah…) are format characters that show
        let prepended = grapheme == GraphemeClusterBreak::Prepend;
        let invisible = !prepended
            && (matches!(
                category,
                GeneralCategory::Control
                    | GeneralCategory::Format
                    | GeneralCategory::LineSeparator
                    | GeneralCategory::ParagraphSeparator
            ) || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c));
        let mark = grapheme == GraphemeClusterBreak::Extend;
        let space = CodePointSetData::new::<WhiteSpace>().contains(c)
            && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
            && (!invisible || c == '\t');
        let simple = mark
            || matches!(
                grapheme,
                GraphemeClusterBreak::Other | GraphemeClusterBreak::Control
            );
        let pictograph = grapheme == GraphemeClusterBreak::RegionalIndicator
            || CodePointSetData::new::<ExtendedPictographic>().contains(c);
        let class = Class::of(c);
        let flag = |on: bool, flag: u8| if on { flag } else { 0 };
        let flags = flag(invisible && c != '\t', Self::INVISIBLE)
            | flag(mark, Self::MARK)
            | flag(simple, Self::SIMPLE)
            | flag(pictograph, Self::PICTOGRAPH);
        let cluster = Flags::SPACE.when(space)
            | Flags::TRAILING.when(class == Class::WS)
            | Flags::TAB.when(class == Class::S)
            | Flags::LETTER.when(matches!(class, Class::R | Class::AL))
            | Flags::NUMBER.when(class == Class::AN);
        Self {
            class,
            joining: match CodePointMapData::<JoiningType>::new().get(c) {
                JoiningType::Transparent => Joining::Transparent,
                JoiningType::JoinCausing => Joining::Causing,
                JoiningType::DualJoining => Joining::Dual,
                JoiningType::RightJoining => Joining::Right,
                JoiningType::LeftJoining => Joining::Left,
                _ => Joining::None,
            },
            width: match c {
                '\t' => 1,
                _ if prepended => 1,
                _ if invisible => 0,
                _ => c.width().unwrap_or(0).min(2) as u8,
            },
            flags,
            cluster,
        }
    }
}

/// The character that stands for this one in right-to-left text (UAX #9 L4).
pub(super) fn mirrored(c: char) -> char {
    let data = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
    data.mirroring_glyph.unwrap_or(c)
}

/// The properties of all characters, those of Arabic, Latin and their signs at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Properties {
    low: &'static [Property],
    signs: &'static [Property],
}

const LOW: Range<u32> = 0..0x800;
const SIGNS: Range<u32> = 0x2000..0x2100;

impl Properties {
    pub(super) fn of(self, c: char) -> Property {
        let at = c as u32;
        let near = self
            .low
            .get(at as usize)
            .or_else(|| self.signs.get(at.wrapping_sub(SIGNS.start) as usize));
        near.copied().unwrap_or_else(|| Property::look_up(c))
    }
}

impl Default for Properties {
    fn default() -> Self {
        static TABLES: LazyLock<[Vec<Property>; 2]> = LazyLock::new(|| [LOW, SIGNS].map(table));
        Self {
            low: &TABLES[0],
            signs: &TABLES[1],
        }
    }
}

fn table(range: Range<u32>) -> Vec<Property> {
    range
        .filter_map(char::from_u32)
        .map(Property::look_up)
        .collect()
}
