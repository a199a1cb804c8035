//! Which embedding level has each character of a paragraph?
//!
//! The Unicode Bidirectional Algorithm (UAX #9) from P2 to I2, over classes rather than
//! text, so that isolates which stand in no text (see [`super::Options::isolate`]) are
//! just two classes more. L1 and L2 belong to rows ([`super::Row`]).
//!
//! Every step is linear: brackets stop at 63 open pairs as BD16 says, isolates and
//! level runs are joined by index. Held against Unicode's own files in `tests/unicode.rs`.

mod bracket;
mod explicit;
mod sequence;

use icu_properties::{CodePointMapData, props::BidiClass};

use explicit::Explicit;
use sequence::{Runs, Sequence};

use super::{Direction, property::Properties};

/// A bidirectional class (UAX #9, table 4).
#[allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
    LRE,
    LRO,
    RLE,
    RLO,
    PDF,
    LRI,
    RLI,
    FSI,
    PDI,
}

impl Class {
    /// The class of a character.
    pub fn of(c: char) -> Self {
        match CodePointMapData::<BidiClass>::new().get(c) {
            BidiClass::RightToLeft => Self::R,
            BidiClass::ArabicLetter => Self::AL,
            BidiClass::EuropeanNumber => Self::EN,
            BidiClass::EuropeanSeparator => Self::ES,
            BidiClass::EuropeanTerminator => Self::ET,
            BidiClass::ArabicNumber => Self::AN,
            BidiClass::CommonSeparator => Self::CS,
            BidiClass::NonspacingMark => Self::NSM,
            BidiClass::BoundaryNeutral => Self::BN,
            BidiClass::ParagraphSeparator => Self::B,
            BidiClass::SegmentSeparator => Self::S,
            BidiClass::WhiteSpace => Self::WS,
            BidiClass::OtherNeutral => Self::ON,
            BidiClass::LeftToRightEmbedding => Self::LRE,
            BidiClass::LeftToRightOverride => Self::LRO,
            BidiClass::RightToLeftEmbedding => Self::RLE,
            BidiClass::RightToLeftOverride => Self::RLO,
            BidiClass::PopDirectionalFormat => Self::PDF,
            BidiClass::LeftToRightIsolate => Self::LRI,
            BidiClass::RightToLeftIsolate => Self::RLI,
            BidiClass::FirstStrongIsolate => Self::FSI,
            BidiClass::PopDirectionalIsolate => Self::PDI,
            _ => Self::L,
        }
    }

    pub(super) fn is_isolate_initiator(self) -> bool {
        matches!(self, Self::LRI | Self::RLI | Self::FSI)
    }

    /// A set of classes is a sum of these.
    pub(super) fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Removed by X9: takes no part in the rules after it.
    pub(super) fn is_removed(self) -> bool {
        self.bit() & REMOVED != 0
    }

    fn of_level(level: u8) -> Self {
        if level & 1 == 0 { Self::L } else { Self::R }
    }
}

/// The level that the first strong character gives a paragraph (P2, P3); none without one.
pub fn first_strong(classes: impl IntoIterator<Item = Class>) -> Option<u8> {
    let mut depth = 0u32;
    for class in classes {
        match class {
            Class::LRI | Class::RLI | Class::FSI => depth += 1,
            Class::PDI => depth = depth.saturating_sub(1),
            Class::L if depth == 0 => return Some(0),
            Class::R | Class::AL if depth == 0 => return Some(1),
            _ => {}
        }
    }
    None
}

/// So many characters tell which direction a text mostly has.
const SAMPLE: usize = 20_000;

/// The direction that most letters of these texts have, judged by their first 20,000
/// characters; right-to-left where none has any.
pub fn majority<'a>(texts: impl IntoIterator<Item = &'a str>) -> Direction {
    let properties = Properties::default();
    let mut balance = 0i64;
    for c in texts.into_iter().flat_map(str::chars).take(SAMPLE) {
        match properties.of(c).class {
            Class::R | Class::AL => balance += 1,
            Class::L => balance -= 1,
            _ => {}
        }
    }
    if balance < 0 {
        Direction::Ltr
    } else {
        Direction::Rtl
    }
}

/// Resolves levels; holds the buffers, so that many paragraphs need few allocations.
#[derive(Debug, Default)]
pub struct Resolver {
    levels: Vec<u8>,
    explicit: Explicit,
    sequence: Sequence,
}

impl Resolver {
    /// The level of each character of a paragraph with this base level (0 or 1).
    /// `char_at` is asked for brackets only. What X9 removes has the level of what stands before it.
    pub fn resolve(
        &mut self,
        classes: &[Class],
        char_at: impl Fn(usize) -> char,
        base: u8,
    ) -> &[u8] {
        self.levels.clear();
        self.levels.resize(classes.len(), base);
        let seen = classes.iter().fold(0, |seen, class| seen | class.bit());
        if seen & CHANGES[usize::from(base & 1)] == 0 {
            return &self.levels;
        }
        if seen & EXPLICIT == 0 {
            let whole = Runs::whole(classes.len(), base);
            self.sequence
                .resolve(&whole, classes, classes, &char_at, &mut self.levels);
        } else {
            self.explicit.run(classes, base, &mut self.levels);
            for runs in self.explicit.sequences() {
                self.sequence.resolve(
                    &runs,
                    self.explicit.types(),
                    classes,
                    &char_at,
                    &mut self.levels,
                );
            }
        }
        if seen & REMOVED != 0 {
            let mut before = base;
            for (level, class) in self.levels.iter_mut().zip(classes) {
                if class.is_removed() {
                    *level = before;
                }
                before = *level;
            }
        }
        &self.levels
    }
}

const REMOVED: u32 = bits(&[Class::BN]) | EMBEDDING;
const EMBEDDING: u32 = bits(&[Class::LRE, Class::LRO, Class::RLE, Class::RLO, Class::PDF]);
const EXPLICIT: u32 = EMBEDDING | bits(&[Class::LRI, Class::RLI, Class::FSI, Class::PDI]);

/// The classes without which every character has the level of the paragraph, left-to-right
/// and right-to-left.
const CHANGES: [u32; 2] = [
    EXPLICIT | bits(&[Class::R, Class::AL, Class::AN]),
    EXPLICIT | bits(&[Class::L, Class::EN, Class::AN]),
];

const fn bits(classes: &[Class]) -> u32 {
    let (mut bits, mut at) = (0, 0);
    while at < classes.len() {
        bits |= 1 << classes[at] as u32;
        at += 1;
    }
    bits
}
