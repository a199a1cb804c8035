//! Which brackets pair up, and which direction does a pair take? (UAX #9 BD16, N0)

use icu_properties::{
    CodePointMapData,
    props::{BidiMirroringGlyph, BidiPairedBracketType},
};

use super::Class;

/// Open pairs beyond these end the search (BD16).
const DEEPEST: usize = 63;

/// The pairs of one isolating run sequence, by the place of their opening bracket.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    open: Vec<(char, u32)>,
    pairs: Vec<(u32, u32)>,
}

impl Brackets {
    /// N0: gives each pair a direction, from what it holds and what stands before it.
    /// `types` are the sequence's classes after W7, `original` those of the text.
    pub(super) fn resolve(
        &mut self,
        types: &mut [Class],
        original: impl Fn(usize) -> Class,
        char_at: impl Fn(usize) -> char,
        level: u8,
        sos: Class,
    ) {
        self.find(types, &char_at);
        let own = Class::of_level(level);
        for &(open, close) in &self.pairs {
            let (open, close) = (open as usize, close as usize);
            let mut other = false;
            let mut found = None;
            for class in &types[open + 1..close] {
                match strong(*class) {
                    Some(class) if class == own => {
                        found = Some(own);
                        break;
                    }
                    Some(_) => other = true,
                    None => {}
                }
            }
            if found.is_none() && other {
                found = types[..open]
                    .iter()
                    .rev()
                    .find_map(|c| strong(*c))
                    .or(Some(sos));
            }
            let Some(direction) = found else { continue };
            for bracket in [open, close] {
                types[bracket] = direction;
                // marks on a bracket follow it
                for (mark, class) in types.iter_mut().enumerate().skip(bracket + 1) {
                    if original(mark) != Class::NSM {
                        break;
                    }
                    *class = direction;
                }
            }
        }
    }

    fn find(&mut self, types: &[Class], char_at: &impl Fn(usize) -> char) {
        self.open.clear();
        self.pairs.clear();
        for (at, class) in types.iter().enumerate() {
            if *class != Class::ON {
                continue;
            }
            match bracket(char_at(at)) {
                Some((BidiPairedBracketType::Open, closing)) => {
                    if self.open.len() == DEEPEST {
                        break;
                    }
                    self.open.push((closing, at as u32));
                }
                Some((_, closing)) => {
                    if let Some(depth) =
                        self.open.iter().rposition(|(wanted, _)| *wanted == closing)
                    {
                        self.pairs.push((self.open[depth].1, at as u32));
                        self.open.truncate(depth);
                    }
                }
                None => {}
            }
        }
        self.pairs.sort_unstable();
    }
}

/// Numbers count as right-to-left (N0, N1).
fn strong(class: Class) -> Option<Class> {
    match class {
        Class::L => Some(Class::L),
        Class::R | Class::AL | Class::EN | Class::AN => Some(Class::R),
        _ => None,
    }
}

/// The type of a bracket and the closing bracket of its pair, canonical equivalents as one.
fn bracket(c: char) -> Option<(BidiPairedBracketType, char)> {
    let data = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
    let closing = match data.paired_bracket_type {
        BidiPairedBracketType::None => return None,
        BidiPairedBracketType::Open => data.mirroring_glyph?,
        _ => c,
    };
    let canonical = if closing == '\u{232a}' {
        '\u{3009}'
    } else {
        closing
    };
    Some((data.paired_bracket_type, canonical))
}
