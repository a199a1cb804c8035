//! How does a paragraph's text become clusters with levels and faces? (steps 2 to 4)

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Class, Direction, Resolver,
    breaks::Breaks,
    cluster::{Flags, Stored},
    digits, first_strong,
    options::{Forms, Marks, Options},
    paragraph::Paragraph,
    property::{Property, mirrored},
    shape::{self, AFTER, BEFORE},
    token,
};

/// Marks beyond these reach no cell (UAX #15's stream-safe limit): a cell stays bounded
/// whatever a text piles up, and no offset is lost.
const MOST_MARKS: usize = 30;

/// What the screen adds to a paragraph and the text does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// Before which byte of the text it stands; insertions are given in order.
    pub at: usize,
    /// What it shows, one cluster a character.
    pub text: String,
    /// Whether it stays with what follows (a bullet) or with what precedes (a link's number).
    pub forward: bool,
}

/// Sets paragraphs. Holds buffers and tables, so that many paragraphs need few allocations.
#[derive(Debug)]
pub struct Typesetter {
    options: Options,
    resolver: Resolver,
    breaks: Breaks,
    units: Units,
    joins: Vec<u8>,
}

impl Typesetter {
    /// A setter with these options.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            resolver: Resolver::default(),
            breaks: Breaks::new(),
            units: Units::default(),
            joins: Vec::new(),
        }
    }

    /// The options it sets with.
    pub fn options(&self) -> Options {
        self.options
    }

    /// Sets one paragraph. `inherited` is its direction where it has no strong character.
    ///
    /// # Panics
    /// If the text is 4 GiB long or longer.
    pub fn set(&mut self, text: &str, inherited: Direction, insertions: &[Insertion]) -> Paragraph {
        assert!(
            u32::try_from(text.len()).is_ok(),
            "a paragraph is shorter than 4 GiB"
        );
        self.units.gather(text, insertions, &self.options);
        let own = || first_strong(self.units.classes.iter().copied());
        let base = self
            .options
            .direction
            .map(Direction::level)
            .or_else(own)
            .unwrap_or(inherited.level());
        let levels = self
            .resolver
            .resolve(&self.units.classes, &self.units.chars, base);
        join(&self.units, levels, &mut self.joins);
        let (mut clusters, faces) = Clusters {
            options: &self.options,
            units: &self.units,
            levels,
            joins: &self.joins,
            stored: Vec::with_capacity(self.units.chars.len() + 1),
            faces: String::with_capacity(self.units.chars.len() * 3),
            waiting: None,
        }
        .build(text);
        self.breaks.mark(text, &mut clusters);
        Paragraph::new(Direction::of_level(base), clusters, faces)
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new(Options::default())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Text,
    Inserted {
        forward: bool,
    },
    /// An isolate that stands in no text.
    Virtual,
}

/// The characters of a paragraph and what is added to them, as the algorithm sees them.
#[derive(Debug, Default)]
struct Units {
    chars: Vec<char>,
    bytes: Vec<u32>,
    properties: Vec<Property>,
    classes: Vec<Class>,
    origins: Vec<Origin>,
    /// Whether every cluster is one character and its marks.
    simple: bool,
}

impl Units {
    fn gather(&mut self, text: &str, insertions: &[Insertion], options: &Options) {
        self.chars.clear();
        self.bytes.clear();
        self.properties.clear();
        self.classes.clear();
        self.origins.clear();
        self.simple = true;
        let tokens = if options.isolate {
            token::find(text)
        } else {
            Vec::new()
        };
        let digits = digits::Shown::new(options.digits, text);
        let mut edges = tokens
            .iter()
            .flat_map(|t| [(t.start, '\u{2066}'), (t.end, '\u{2069}')])
            .peekable();
        let mut added = insertions.iter().peekable();
        for (byte, c) in text.char_indices().chain([(text.len(), '\0')]) {
            while let Some((_, mark)) =
                edges.next_if(|(at, mark)| *at == byte && *mark == '\u{2069}')
            {
                self.push(mark, byte, Origin::Virtual);
            }
            while let Some(insertion) = added.next_if(|i| i.at <= byte) {
                for c in insertion.text.chars() {
                    self.push(
                        c,
                        byte,
                        Origin::Inserted {
                            forward: insertion.forward,
                        },
                    );
                }
            }
            while let Some((_, mark)) = edges.next_if(|(at, _)| *at == byte) {
                self.push(mark, byte, Origin::Virtual);
            }
            if byte == text.len() {
                break;
            }
            if ('\u{fdf0}'..='\u{fdfd}').contains(&c) {
                // drawn wider than its cell: a blank stands where it spills
                self.push(' ', byte, Origin::Inserted { forward: true });
                *self.classes.last_mut().expect("just pushed") = Class::AL;
            }
            self.push(digits.shown(c, byte), byte, Origin::Text);
        }
    }

    fn push(&mut self, c: char, byte: usize, origin: Origin) {
        let property = Property::of(c);
        self.simple &= property.is_simple();
        self.chars.push(c);
        self.bytes.push(byte as u32);
        self.properties.push(property);
        self.classes.push(property.class);
        self.origins.push(origin);
    }
}

/// Who joins whom: by Joining_Type, over transparent characters, within one level.
fn join(units: &Units, levels: &[u8], joins: &mut Vec<u8>) {
    joins.clear();
    joins.resize(units.chars.len(), 0);
    let mut last: Option<usize> = None;
    for (at, property) in units.properties.iter().enumerate() {
        if property.joining.is_transparent() {
            continue;
        }
        if let Some(before) = last
            && property.joining.before()
            && units.properties[before].joining.after()
            && levels[before] == levels[at]
        {
            joins[before] |= AFTER;
            joins[at] |= BEFORE;
        }
        last = Some(at);
    }
}

/// The clusters of one paragraph while they are made.
struct Clusters<'a> {
    options: &'a Options,
    units: &'a Units,
    levels: &'a [u8],
    joins: &'a [u8],
    stored: Vec<Stored>,
    faces: String,
    /// Where the next cluster of the text begins, if before itself: what no cluster could take.
    waiting: Option<(u32, u32)>,
}

impl Clusters<'_> {
    fn build(mut self, text: &str) -> (Vec<Stored>, String) {
        let units = self.units;
        let mut graphemes = (!units.simple).then(|| {
            text.grapheme_indices(true)
                .map(|(at, _)| at as u32)
                .peekable()
        });
        let mut char = 0;
        let mut marks = 0; // in the open cluster
        let mut alef = None; // absorbed by the lam before it
        for at in 0..units.chars.len() {
            let (c, byte, property) = (units.chars[at], units.bytes[at], units.properties[at]);
            match units.origins[at] {
                Origin::Virtual => continue,
                Origin::Inserted { forward } => {
                    self.open(
                        at,
                        byte,
                        char,
                        Flags::INSERTED | Flags::FORWARD.when(forward),
                    );
                    self.faces.push(self.formed(at));
                    continue;
                }
                Origin::Text => {}
            }
            let starts = match &mut graphemes {
                Some(starts) => starts.next_if(|start| *start <= byte).is_some(),
                None => !property.is_mark(),
            };
            let this = char;
            char += 1;
            let fits = self
                .stored
                .last()
                .is_some_and(|s| !s.flags.has(Flags::INSERTED));
            if alef == Some(at) {
                alef = None;
            } else if property.is_invisible() && !self.in_emoji(c) {
                self.absorb(c, byte, this);
            } else if fits
                && property.is_mark()
                && self
                    .stored
                    .last()
                    .is_some_and(|s| s.level == self.levels[at])
            {
                marks += 1;
                if marks <= MOST_MARKS && self.shows(c) {
                    self.faces.push(c);
                }
            } else if fits && !starts {
                self.extend(at);
            } else if property.is_mark() && !self.shows(c) {
                self.absorb(c, byte, this);
            } else {
                marks = 0;
                self.open(at, byte, this, self.flags(at));
                alef = self.face(at);
            }
        }
        self.close(text.len() as u32, char);
        (self.stored, self.faces)
    }

    /// Begins a cluster; its face is pushed next.
    fn open(&mut self, at: usize, byte: u32, char: u32, flags: Flags) {
        let inserted = flags.has(Flags::INSERTED);
        let (byte, char) = if inserted {
            (byte, char)
        } else {
            self.waiting.take().unwrap_or((byte, char))
        };
        let width = self.units.properties[at].width.max(1);
        let face = self.faces.len() as u32;
        self.stored.push(Stored {
            byte,
            char,
            face,
            level: self.levels[at],
            width,
            flags,
        });
    }

    /// Ends the last cluster with one that begins where the text ends.
    fn close(&mut self, byte: u32, char: u32) {
        if self.waiting.is_some() {
            for inserted in self
                .stored
                .iter_mut()
                .rev()
                .take_while(|s| s.flags.has(Flags::INSERTED))
            {
                (inserted.byte, inserted.char) = (byte, char);
            }
        }
        let face = self.faces.len() as u32;
        self.stored.push(Stored {
            byte,
            char,
            face,
            level: 0,
            width: 0,
            flags: Flags::default(),
        });
    }

    /// A character without a cell goes to the cluster before it, else to the one after it.
    fn absorb(&mut self, c: char, byte: u32, char: u32) {
        match self.stored.last_mut() {
            Some(last) if !last.flags.has(Flags::INSERTED) => {
                if c == '\u{200c}' {
                    last.flags.set(Flags::ZWNJ);
                }
            }
            _ => {
                self.waiting.get_or_insert((byte, char));
            }
        }
    }

    /// A further character of a cluster that is more than a letter with marks.
    fn extend(&mut self, at: usize) {
        self.faces.push(self.formed(at));
        let last = self.stored.last_mut().expect("a cluster is open");
        // an emoji sequence is as wide as its first
        if last.width < 2 {
            last.width += self.units.properties[at].width;
        }
    }

    /// Whether an invisible character has a meaning in the open cluster's cell.
    fn in_emoji(&self, c: char) -> bool {
        matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
            && self.stored.last().is_some_and(|s| s.width == 2)
    }

    fn shows(&self, mark: char) -> bool {
        self.options.marks == Marks::All || !is_arabic_mark(mark)
    }

    fn flags(&self, at: usize) -> Flags {
        let property = self.units.properties[at];
        let class = property.class;
        Flags::SPACE.when(property.is_space())
            | Flags::TRAILING.when(class == Class::WS)
            | Flags::TAB.when(class == Class::S)
            | Flags::LETTER.when(matches!(class, Class::R | Class::AL))
            | Flags::NUMBER.when(class == Class::AN)
            | Flags::JOINS.when(self.joins[at] & AFTER != 0)
    }

    /// Pushes the face of the character that opens a cluster; answers where the alef
    /// stands that its lam took in.
    fn face(&mut self, at: usize) -> Option<usize> {
        if let Some((alef, ligature)) = self.lam_alef(at) {
            self.faces.push(ligature);
            let last = self.stored.last_mut().expect("just opened");
            last.flags.clear(Flags::JOINS);
            return Some(alef);
        }
        if self.units.properties[at].is_mark() {
            self.faces.push('\u{25cc}'); // a mark alone stands on a dotted circle
        }
        self.faces.push(self.formed(at));
        None
    }

    fn formed(&self, at: usize) -> char {
        let c = self.units.chars[at];
        match self.units.properties[at].class {
            Class::AL if self.options.forms == Forms::Joined => shape::form(c, self.joins[at]),
            Class::ON if self.levels[at] & 1 == 1 => mirrored(c),
            Class::S => ' ',
            _ => c,
        }
    }

    /// The alef that a lam takes into its cell, also over marks, and the face of both.
    fn lam_alef(&self, lam: usize) -> Option<(usize, char)> {
        let units = self.units;
        if units.chars[lam] != '\u{644}'
            || self.joins[lam] & AFTER == 0
            || self.options.forms == Forms::Nominal
        {
            return None;
        }
        let is_mark =
            |at: &usize| units.origins[*at] == Origin::Text && units.properties[*at].is_mark();
        let alef = (lam + 1..units.chars.len()).find(|at| !is_mark(at))?;
        let joined = units.origins[alef] == Origin::Text && self.joins[alef] & BEFORE != 0;
        let ligature = shape::lam_alef(units.chars[alef], self.joins[lam] & BEFORE != 0)?;
        (joined && self.levels[alef] == self.levels[lam]).then_some((alef, ligature))
    }
}

/// Marks that may be left out: harakat and Quranic signs; not the hamza and madda that make a letter.
fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}
