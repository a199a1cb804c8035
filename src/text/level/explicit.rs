//! Which levels do embeddings, overrides and isolates give, and which runs belong together?
//! (UAX #9 X1–X10, BD9, BD13)

use super::{Class, sequence::Runs};

/// The deepest level (BD2).
const DEEPEST: u8 = 125;
const NONE: u32 = u32::MAX;

/// The explicit levels of a paragraph and its isolating run sequences.
#[derive(Debug, Default)]
pub(super) struct Explicit {
    /// Classes after overrides; `BN` for what X9 removes.
    types: Vec<Class>,
    /// For an isolate initiator its matching PDI, else `NONE` (BD9).
    partner: Vec<u32>,
    /// For an FSI, whether its content is right-to-left (X5c).
    right: Vec<bool>,
    sequences: Vec<Runs>,
}

struct Status {
    level: u8,
    overriding: Option<Class>,
    isolate: bool,
}

impl Explicit {
    pub(super) fn types(&self) -> &[Class] {
        &self.types
    }

    pub(super) fn sequences(&mut self) -> Vec<Runs> {
        std::mem::take(&mut self.sequences)
    }

    pub(super) fn run(&mut self, classes: &[Class], base: u8, levels: &mut [u8]) {
        self.match_isolates(classes);
        self.embed(classes, base, levels);
        self.join_runs(classes, base, levels);
    }

    /// One pass finds every partner (BD9) and the first strong character of every FSI (P2).
    fn match_isolates(&mut self, classes: &[Class]) {
        self.partner.clear();
        self.partner.resize(classes.len(), NONE);
        self.right.clear();
        self.right.resize(classes.len(), false);
        let mut open: Vec<(u32, bool)> = Vec::new(); // initiator, first strong seen
        for (at, class) in classes.iter().enumerate() {
            match class {
                Class::LRI | Class::RLI | Class::FSI => open.push((at as u32, false)),
                Class::PDI => {
                    if let Some((initiator, _)) = open.pop() {
                        self.partner[initiator as usize] = at as u32;
                    }
                }
                Class::L | Class::R | Class::AL => {
                    if let Some((initiator, seen)) = open.last_mut()
                        && !*seen
                    {
                        *seen = true;
                        self.right[*initiator as usize] = *class != Class::L;
                    }
                }
                _ => {}
            }
        }
    }

    /// X1–X8.
    fn embed(&mut self, classes: &[Class], base: u8, levels: &mut [u8]) {
        self.types.clear();
        self.types.extend_from_slice(classes);
        let mut stack = vec![Status {
            level: base,
            overriding: None,
            isolate: false,
        }];
        let (mut lost_isolates, mut lost_embeddings, mut valid_isolates) = (0u32, 0u32, 0u32);
        for (at, &class) in classes.iter().enumerate() {
            let top = stack.last().expect("the base stays");
            levels[at] = top.level;
            match class {
                Class::RLE | Class::LRE | Class::RLO | Class::LRO => {
                    self.types[at] = Class::BN;
                    let level = next(top.level, matches!(class, Class::RLE | Class::RLO));
                    if level <= DEEPEST && lost_isolates == 0 && lost_embeddings == 0 {
                        let overriding = match class {
                            Class::RLO => Some(Class::R),
                            Class::LRO => Some(Class::L),
                            _ => None,
                        };
                        stack.push(Status {
                            level,
                            overriding,
                            isolate: false,
                        });
                    } else if lost_isolates == 0 {
                        lost_embeddings += 1;
                    }
                }
                Class::LRI | Class::RLI | Class::FSI => {
                    if let Some(class) = top.overriding {
                        self.types[at] = class;
                    }
                    let right = class == Class::RLI || (class == Class::FSI && self.right[at]);
                    let level = next(top.level, right);
                    if level <= DEEPEST && lost_isolates == 0 && lost_embeddings == 0 {
                        valid_isolates += 1;
                        stack.push(Status {
                            level,
                            overriding: None,
                            isolate: true,
                        });
                    } else {
                        lost_isolates += 1;
                    }
                }
                Class::PDI => {
                    if lost_isolates > 0 {
                        lost_isolates -= 1;
                    } else if valid_isolates > 0 {
                        lost_embeddings = 0;
                        while stack.pop().is_some_and(|s| !s.isolate) {}
                        valid_isolates -= 1;
                    }
                    let top = stack.last().expect("the base is no isolate");
                    levels[at] = top.level;
                    if let Some(class) = top.overriding {
                        self.types[at] = class;
                    }
                }
                Class::PDF => {
                    self.types[at] = Class::BN;
                    if lost_isolates > 0 {
                    } else if lost_embeddings > 0 {
                        lost_embeddings -= 1;
                    } else if !top.isolate && stack.len() > 1 {
                        stack.pop();
                    }
                }
                Class::B => levels[at] = base,
                Class::BN => {}
                _ => {
                    if let Some(class) = top.overriding {
                        self.types[at] = class;
                    }
                }
            }
        }
    }

    /// X10: level runs joined over isolates into sequences, with the types at their edges.
    fn join_runs(&mut self, classes: &[Class], base: u8, levels: &[u8]) {
        let Self {
            types,
            partner: partners,
            sequences,
            ..
        } = self;
        sequences.clear();
        let kept = |at: &usize| types[*at] != Class::BN;
        let mut follows = vec![NONE; types.len()]; // at a PDI, the sequence it goes on with
        let mut before = base; // the level of the last kept character
        let mut places = (0..types.len()).filter(kept).peekable();
        while let Some(start) = places.next() {
            let level = levels[start];
            let mut last = start;
            while let Some(at) = places.next_if(|at| levels[*at] == level) {
                last = at;
            }
            let after = places.peek().map_or(base, |at| levels[*at]);
            let partner = partners[last];
            let known = follows[start];
            let index = if known == NONE {
                let sos = Class::of_level(level.max(before));
                sequences.push(Runs {
                    places: Vec::new(),
                    level,
                    sos,
                    eos: sos,
                });
                sequences.len() - 1
            } else {
                known as usize
            };
            let sequence = &mut sequences[index];
            sequence.places.push(start..last + 1);
            // an initiator without a partner looks at the paragraph's level
            let open_ended = classes[last].is_isolate_initiator() && partner == NONE;
            sequence.eos = Class::of_level(level.max(if open_ended { base } else { after }));
            if partner != NONE {
                follows[partner as usize] = index as u32;
            }
            before = level;
        }
    }
}

fn next(level: u8, right: bool) -> u8 {
    if right {
        (level + 1) | 1
    } else {
        (level + 2) & !1
    }
}
