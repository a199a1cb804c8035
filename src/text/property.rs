//! What must the engine know about a character?

use std::sync::LazyLock;

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{
        BidiMirroringGlyph, DefaultIgnorableCodePoint, GeneralCategory, GraphemeClusterBreak,
        JoiningType, WhiteSpace,
    },
};
use unicode_width::UnicodeWidthChar;

use super::level::Class;

/// What is asked of every character, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Property {
    pub(super) class: Class,
    pub(super) joining: Joining,
    /// Cells: 0, 1 or 2.
    pub(super) width: u8,
    flags: u8,
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
    const SPACE: u8 = 4;
    const SIMPLE: u8 = 8;

    /// Looks a character up.
    pub(super) fn of(c: char) -> Self {
        match c as u32 {
            at @ 0..0x800 => LOW[at as usize],
            at @ 0x2000..0x2100 => PUNCTUATION[(at - 0x2000) as usize],
            _ => Self::look_up(c),
        }
    }

    /// Acts on the algorithm and never reaches a cell: controls, format characters, fillers.
    pub(super) fn is_invisible(self) -> bool {
        self.flags & Self::INVISIBLE != 0
    }

    /// Stays with the character before it.
    pub(super) fn is_mark(self) -> bool {
        self.flags & Self::MARK != 0
    }

    /// A space at which a row may end, and which then takes no cell.
    pub(super) fn is_space(self) -> bool {
        self.flags & Self::SPACE != 0
    }

    /// Begins a cluster, or is a mark: the common case, for which the grapheme rules
    /// need not be asked.
    pub(super) fn is_simple(self) -> bool {
        self.flags & Self::SIMPLE != 0
    }

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
        let flags = [
            (invisible && c != '\t', Self::INVISIBLE),
            (mark, Self::MARK),
            (space, Self::SPACE),
            (simple, Self::SIMPLE),
        ]
        .into_iter()
        .filter(|(on, _)| *on)
        .fold(0, |flags, (_, flag)| flags | flag);
        Self {
            class: Class::of(c),
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
        }
    }
}

/// The character that stands for this one in right-to-left text (UAX #9 L4).
pub(super) fn mirrored(c: char) -> char {
    let data = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
    data.mirroring_glyph.unwrap_or(c)
}

static LOW: LazyLock<Vec<Property>> = LazyLock::new(|| page(0, 0x800));
static PUNCTUATION: LazyLock<Vec<Property>> = LazyLock::new(|| page(0x2000, 0x2100));

fn page(from: u32, to: u32) -> Vec<Property> {
    (from..to)
        .map(|c| char::from_u32(c).map_or_else(|| Property::look_up(' '), Property::look_up))
        .collect()
}
