//! How do characters with levels become clusters with faces?

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Class, Options,
    cluster::{Flags, Parting, Stored},
    options::{Forms, Marks},
    property::mirrored,
    shape::{self, AFTER, BEFORE},
    unit::{Origin, Unit, Units},
};

/// Marks beyond these reach no cell (UAX #15's stream-safe limit): a cell stays bounded
/// whatever a text piles up, and no offset is lost.
const MOST_MARKS: usize = 30;

/// What a paragraph is made of.
pub(super) struct Parts {
    /// Clusters in logical order, then one that begins where the text ends.
    pub(super) clusters: Vec<Stored>,
    pub(super) faces: String,
    pub(super) partings: Vec<Parting>,
}

/// Makes the clusters of a paragraph.
pub(super) fn assemble(text: &str, units: &Units, levels: &[u8], options: Options) -> Parts {
    let mut assembly = Assembly {
        options,
        units: &units.list,
        levels,
        parts: Parts {
            clusters: Vec::with_capacity(units.list.len() + 1),
            faces: String::with_capacity(units.list.len() * 3),
            partings: Vec::new(),
        },
        waiting: None,
        open: false,
        marked: Flags::default(),
        emoji: false,
    };
    let mut graphemes = text
        .grapheme_indices(true)
        .map(|(at, _)| at as u32)
        .peekable();
    let mut char = 0;
    let mut marks = 0; // in the open cluster
    let mut alef = usize::MAX; // taken in by the lam before it
    for (at, unit) in units.list.iter().enumerate() {
        if unit.origin != Origin::Text {
            assembly.add(at, char);
            continue;
        }
        let starts = if units.simple {
            !unit.property.is_mark()
        } else {
            graphemes.next_if(|start| *start <= unit.byte).is_some()
        };
        let (shown, invisible) = (assembly.shows(unit), assembly.is_invisible(unit));
        if at == alef {
            // its lam shows it
        } else if starts && !invisible {
            marks = 0;
            alef = assembly.open(at, char);
        } else if invisible || (unit.property.is_mark() && !shown) {
            assembly.absorb(at, char);
        } else if unit.property.is_mark() {
            marks += 1;
            if !assembly.stack(at, marks <= MOST_MARKS) {
                marks = 0;
                alef = assembly.open(at, char);
            }
        } else if assembly.open {
            assembly.extend(at);
        } else {
            alef = assembly.open(at, char);
        }
        char += 1;
    }
    assembly.close(text.len() as u32, char)
}

struct Assembly<'a> {
    options: Options,
    units: &'a [Unit],
    levels: &'a [u8],
    parts: Parts,
    /// Where the next cluster of the text begins, if before itself: what no cluster could take.
    waiting: Option<(u32, u32)>,
    /// Whether the last cluster is of the text, and can take more in.
    open: bool,
    /// Whether the last cluster is an emoji sequence: two cells at most.
    emoji: bool,
    /// [`Flags::MARKED`] if a direction mark waits.
    marked: Flags,
}

impl Assembly<'_> {
    /// Begins a cluster with this unit; answers where the alef stands that its lam took in.
    #[inline]
    fn open(&mut self, at: usize, char: u32) -> usize {
        let unit = &self.units[at];
        let (byte, char) = self.waiting.take().unwrap_or((unit.byte, char));
        let mut flags = unit.property.cluster | Flags::JOINS.when(unit.joins & AFTER != 0);
        flags.set(std::mem::take(&mut self.marked));
        let face = self.parts.faces.len() as u32;
        let mut taken = usize::MAX;
        if let Some((alef, ligature)) = self.lam_alef(at) {
            flags.clear(Flags::JOINS);
            self.parts.faces.push(ligature);
            taken = alef;
        } else {
            if unit.property.is_mark() && unit.property.width == 0 {
                self.parts.faces.push('\u{25cc}'); // a mark alone stands on a dotted circle
            }
            self.parts.faces.push(self.formed(at));
        }
        let width = unit.property.width.max(1);
        self.parts.clusters.push(Stored {
            byte,
            char,
            face,
            level: self.levels[at],
            width,
            flags,
        });
        (self.open, self.emoji) = (true, unit.property.is_pictograph());
        taken
    }

    /// A cluster that stands in no text; isolates are none.
    fn add(&mut self, at: usize, char: u32) {
        let unit = &self.units[at];
        if unit.origin == Origin::Virtual {
            return;
        }
        let (byte, char) = self.waiting.unwrap_or((unit.byte, char));
        let flags = Flags::INSERTED | Flags::FORWARD.when(unit.origin == Origin::AddedForward);
        let face = self.parts.faces.len() as u32;
        self.parts.faces.push(self.formed(at));
        let (level, width) = (self.levels[at], unit.property.width.max(1));
        self.parts.clusters.push(Stored {
            byte,
            char,
            face,
            level,
            width,
            flags,
        });
        self.open = false;
    }

    /// Puts a mark on the open cluster; false if there is none of its level.
    fn stack(&mut self, at: usize, shown: bool) -> bool {
        let fits = self.open
            && self
                .parts
                .clusters
                .last()
                .is_some_and(|c| c.level == self.levels[at]);
        if fits && shown {
            self.parts.faces.push(self.units[at].char);
            if let Some(last) = self.parts.clusters.last_mut() {
                // a mark makes even a space something to show
                last.flags.clear(Flags::SPACE | Flags::TRAILING);
            }
            self.widen(self.units[at].property.width);
        }
        fits
    }

    /// A further character of a cluster that is more than a letter with marks.
    fn extend(&mut self, at: usize) {
        self.parts.faces.push(self.formed(at));
        self.widen(self.units[at].property.width);
    }

    fn widen(&mut self, cells: u8) {
        if let Some(last) = self.parts.clusters.last_mut() {
            let most = if self.emoji { 2 } else { u8::MAX };
            last.width = last.width.saturating_add(cells).min(most.max(last.width));
        }
    }

    /// A character without a cell goes to the cluster before it; after a space, which may
    /// lose its cell at the end of a row, and at the start to the one after it.
    fn absorb(&mut self, at: usize, char: u32) {
        let unit = &self.units[at];
        let after_space = self
            .parts
            .clusters
            .last()
            .is_some_and(|c| c.flags.has(Flags::SPACE));
        if after_space && !matches!(unit.char, '\u{200b}' | '\u{ad}') {
            self.open = false;
        }
        if !self.open {
            self.waiting.get_or_insert((unit.byte, char));
        }
        let Some(last) = self.parts.clusters.last_mut() else {
            return;
        };
        if unit.char == '\u{200c}' && self.open {
            last.flags.set(Flags::ZWNJ);
        }
        if matches!(unit.property.class, Class::L | Class::R | Class::AL) {
            if self.open {
                last.flags.clear(Flags::TRAILING);
            } else {
                self.marked = Flags::MARKED;
            }
        }
        let level = self.levels[at];
        if level < last.level {
            let cluster = self.parts.clusters.len() as u32 - 1;
            self.parts.clusters[cluster as usize]
                .flags
                .set(Flags::PARTED);
            match self
                .parts
                .partings
                .last_mut()
                .filter(|p| p.cluster == cluster)
            {
                Some(parting) => parting.level = parting.level.min(level),
                None => self.parts.partings.push(Parting { cluster, level }),
            }
        }
    }

    fn close(mut self, byte: u32, char: u32) -> Parts {
        if self.waiting.is_some() {
            // nothing follows: what waited goes to the last cluster of the text
            for added in self
                .parts
                .clusters
                .iter_mut()
                .rev()
                .take_while(|c| c.flags.has(Flags::INSERTED))
            {
                (added.byte, added.char) = (byte, char);
            }
        }
        let face = self.parts.faces.len() as u32;
        self.parts.clusters.push(Stored {
            byte,
            char,
            face,
            level: 0,
            width: 0,
            flags: Flags::default(),
        });
        self.parts
    }

    /// Whether a character reaches no cell; joiners and selectors do within an emoji.
    fn is_invisible(&self, unit: &Unit) -> bool {
        let in_emoji = || {
            matches!(
                unit.char,
                '\u{200d}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}'
            ) && self.open
                && self.emoji
        };
        unit.property.is_invisible() && !in_emoji()
    }

    fn shows(&self, mark: &Unit) -> bool {
        self.options.marks == Marks::All || !is_arabic_mark(mark.char)
    }

    #[inline]
    fn formed(&self, at: usize) -> char {
        let unit = &self.units[at];
        match unit.property.class {
            Class::AL if self.options.forms == Forms::Joined => shape::form(unit.char, unit.joins),
            Class::ON if self.levels[at] & 1 == 1 => mirrored(unit.char),
            Class::S => ' ',
            _ => unit.char,
        }
    }

    /// The alef that a lam takes into its cell, also over marks, and the face of both.
    fn lam_alef(&self, lam: usize) -> Option<(usize, char)> {
        let unit = &self.units[lam];
        if unit.char != '\u{644}' || unit.joins & AFTER == 0 || self.options.forms == Forms::Nominal
        {
            return None;
        }
        let after = &self.units[lam + 1..];
        let alef = after
            .iter()
            .position(|u| u.origin != Origin::Text || !u.property.is_mark())?;
        let ligature = shape::lam_alef(after[alef].char, unit.joins & BEFORE != 0)?;
        let joined = after[alef].origin == Origin::Text && after[alef].joins & BEFORE != 0;
        joined.then_some((lam + 1 + alef, ligature))
    }
}

/// Marks that may be left out: harakat and Quranic signs; not the hamza and madda that make a letter.
fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}
