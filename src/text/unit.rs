//! Which characters does the algorithm see: those of the text, and what the screen adds?

use super::{
    Class, Insertion, Options,
    ambiguous::takes_two,
    digits,
    property::{Joining, Properties, Property},
    shape::{AFTER, BEFORE},
    token,
};

/// A character as the algorithm sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) char: char,
    /// Where it stands in the text, or before which byte it is added.
    pub(super) byte: u32,
    pub(super) property: Property,
    pub(super) origin: Origin,
    /// Whom it joins ([`BEFORE`] | [`AFTER`]).
    pub(super) joins: u8,
}

/// Where a unit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Text,
    /// Added, and stays with what precedes it.
    Added,
    /// Added, and stays with what follows it.
    AddedForward,
    /// An isolate that stands in no text.
    Virtual,
}

/// The units of one paragraph, with what is known of all of them.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub(super) list: Vec<Unit>,
    pub(super) classes: Vec<Class>,
    /// Whether every cluster is one character and its marks.
    pub(super) simple: bool,
    properties: Properties,
    wide: bool,
}

impl Units {
    /// Collects the units of a paragraph.
    pub(super) fn gather(&mut self, text: &str, insertions: &[Insertion], options: Options) {
        self.list.clear();
        self.classes.clear();
        self.simple = true;
        self.wide = options.wide;
        let tokens = if options.isolate {
            token::find(text)
        } else {
            Vec::new()
        };
        let digits = digits::Shown::new(options.digits, text);
        let mut additions = Additions {
            tokens: &tokens,
            inside: false,
            insertions,
        };
        let mut stop = additions.next();
        for (byte, c) in text.char_indices() {
            if byte >= stop {
                additions.add(byte, self);
                stop = additions.next();
            }
            if ('\u{fdf0}'..='\u{fdfd}').contains(&c) {
                // drawn wider than its cell: a blank stands where it spills
                self.push(' ', byte, Origin::AddedForward);
                *self.classes.last_mut().expect("just pushed") = Class::AL;
            }
            self.push(digits.shown(c, byte), byte, Origin::Text);
        }
        additions.add(text.len(), self);
    }

    /// Notes who joins whom: by Unicode's joining types, over transparent characters,
    /// within one level.
    pub(super) fn join(&mut self, levels: &[u8]) {
        let mut last: Option<usize> = None; // that joins what follows
        for at in 0..self.list.len() {
            let joining = self.list[at].property.joining;
            if joining == Joining::Transparent {
                continue;
            }
            if let Some(before) = last
                && joining.before()
                && levels[before] == levels[at]
            {
                self.list[before].joins |= AFTER;
                self.list[at].joins |= BEFORE;
            }
            last = joining.after().then_some(at);
        }
    }

    fn push(&mut self, char: char, byte: usize, origin: Origin) {
        let mut property = self.properties.of(char);
        if self.wide && takes_two(char) {
            property.width = 2;
        }
        self.simple &= property.is_simple();
        self.list.push(Unit {
            char,
            byte: byte as u32,
            property,
            origin,
            joins: 0,
        });
        self.classes.push(property.class);
    }
}

/// What is still to be added: isolates around tokens, and insertions.
struct Additions<'a> {
    tokens: &'a [std::ops::Range<usize>],
    inside: bool,
    insertions: &'a [Insertion],
}

impl Additions<'_> {
    /// The byte before which the next addition stands.
    fn next(&self) -> usize {
        let edge = self
            .tokens
            .first()
            .map(|t| if self.inside { t.end } else { t.start });
        let insertion = self.insertions.first().map(|i| i.at);
        edge.into_iter()
            .chain(insertion)
            .min()
            .unwrap_or(usize::MAX)
    }

    /// Adds what stands before this byte: the end of a token, insertions, the start of a token.
    fn add(&mut self, byte: usize, units: &mut Units) {
        if self.inside && self.tokens[0].end <= byte {
            units.push('\u{2069}', byte, Origin::Virtual);
            self.tokens = &self.tokens[1..];
            self.inside = false;
        }
        while let Some((insertion, rest)) = self.insertions.split_first()
            && insertion.at <= byte
        {
            let origin = if insertion.forward {
                Origin::AddedForward
            } else {
                Origin::Added
            };
            insertion
                .text
                .chars()
                .for_each(|c| units.push(c, byte, origin));
            self.insertions = rest;
        }
        if !self.inside && self.tokens.first().is_some_and(|t| t.start <= byte) {
            units.push('\u{2066}', byte, Origin::Virtual);
            self.inside = true;
        }
    }
}
