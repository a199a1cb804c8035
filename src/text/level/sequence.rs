//! How do the characters of one isolating run sequence resolve? (UAX #9 W1–W7, N0–N2, I1, I2)

use std::ops::Range;

use super::{Class, bracket::Brackets};

/// An isolating run sequence: where its runs are and what stands at its edges.
#[derive(Debug)]
pub(super) struct Runs {
    pub(super) places: Vec<Range<usize>>,
    pub(super) level: u8,
    pub(super) sos: Class,
    pub(super) eos: Class,
}

impl Runs {
    /// The one sequence of a paragraph without explicit characters.
    pub(super) fn whole(len: usize, base: u8) -> Self {
        let edge = Class::of_level(base);
        Self {
            places: vec![Range { start: 0, end: len }],
            level: base,
            sos: edge,
            eos: edge,
        }
    }
}

/// The buffers of one sequence.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// Where each character of the sequence stands in the paragraph.
    places: Vec<u32>,
    types: Vec<Class>,
    brackets: Brackets,
}

impl Sequence {
    /// Resolves a sequence: `types` after overrides, `classes` as in the text.
    pub(super) fn resolve(
        &mut self,
        runs: &Runs,
        types: &[Class],
        classes: &[Class],
        char_at: &impl Fn(usize) -> char,
        levels: &mut [u8],
    ) {
        self.places.clear();
        self.types.clear();
        let mut seen = 0;
        for run in &runs.places {
            for at in run.clone() {
                if types[at] != Class::BN {
                    seen |= types[at].bit();
                    self.places.push(at as u32);
                    self.types.push(types[at]);
                }
            }
        }
        let has_neutrals = self.weak(runs.sos, seen);
        if has_neutrals {
            let places = &self.places;
            self.brackets.resolve(
                &mut self.types,
                |at| classes[places[at] as usize],
                |at| char_at(places[at] as usize),
                runs.level,
                runs.sos,
            );
            self.neutral(runs);
        }
        for (place, class) in self.places.iter().zip(&self.types) {
            let up = match (runs.level & 1, class) {
                (0, Class::R) => 1,
                (0, Class::AN | Class::EN) => 2,
                (0, _) | (_, Class::R) => 0,
                _ => 1,
            };
            levels[*place as usize] = runs.level + up;
        }
    }

    /// W1–W7; whether neutrals remain.
    fn weak(&mut self, sos: Class, seen: u32) -> bool {
        let types = &mut self.types;
        // W1–W3
        let (mut before, mut strong) = (sos, sos);
        for class in types.iter_mut() {
            match *class {
                Class::NSM if before.is_isolate_initiator() || before == Class::PDI => {
                    *class = Class::ON;
                }
                Class::NSM => *class = before,
                _ => {}
            }
            before = *class;
            match *class {
                Class::L | Class::R => strong = *class,
                Class::AL => {
                    strong = Class::AL;
                    *class = Class::R;
                }
                Class::EN if strong == Class::AL => *class = Class::AN,
                _ => {}
            }
        }
        // W4: one separator between two numbers of a kind
        let numbers = seen & (Class::EN.bit() | Class::AN.bit()) != 0;
        let len = if numbers { types.len() } else { 0 };
        for at in 1..len.saturating_sub(1) {
            let (left, right) = (types[at - 1], types[at + 1]);
            match types[at] {
                Class::ES | Class::CS if left == Class::EN && right == Class::EN => {
                    types[at] = Class::EN;
                }
                Class::CS if left == Class::AN && right == Class::AN => types[at] = Class::AN,
                _ => {}
            }
        }
        // W5–W7
        let mut strong = sos;
        let (mut number, mut neutrals) = (false, false); // after a European number; any neutral
        let mut at = 0;
        while at < types.len() {
            let end = match types[at] {
                Class::ET => at + types[at..].iter().take_while(|c| **c == Class::ET).count(),
                _ => at + 1,
            };
            let class = match types[at] {
                Class::ET if number || types.get(end) == Some(&Class::EN) => Class::EN,
                Class::ES | Class::CS | Class::ET => Class::ON,
                class => class,
            };
            number = class == Class::EN;
            match class {
                Class::L | Class::R => strong = class,
                Class::EN | Class::AN => {}
                _ => neutrals = true,
            }
            let class = if number && strong == Class::L {
                Class::L
            } else {
                class
            };
            types[at..end].fill(class);
            at = end;
        }
        neutrals
    }

    /// N1, N2.
    fn neutral(&mut self, runs: &Runs) {
        let own = Class::of_level(runs.level);
        let types = &mut self.types;
        let mut before = runs.sos;
        let mut at = 0;
        while at < types.len() {
            if let Some(class) = direction(types[at]) {
                before = class;
                at += 1;
                continue;
            }
            let end = at
                + types[at..]
                    .iter()
                    .take_while(|c| direction(**c).is_none())
                    .count();
            let after = types
                .get(end)
                .map_or(runs.eos, |c| direction(*c).expect("the run ended here"));
            types[at..end].fill(if before == after { before } else { own });
            at = end;
        }
    }
}

/// The direction that a resolved class shows to neutrals: numbers count as right-to-left.
fn direction(class: Class) -> Option<Class> {
    match class {
        Class::L => Some(Class::L),
        Class::R | Class::EN | Class::AN => Some(Class::R),
        _ => None,
    }
}
