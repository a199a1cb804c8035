//! How does a paragraph's text become a paragraph that can be wrapped?

use super::{
    Class, Direction, Options, Paragraph, Resolver, assemble::assemble, breaks::Breaks,
    first_strong, unit::Units,
};

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
}

impl Typesetter {
    /// A setter with these options.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            resolver: Resolver::default(),
            breaks: Breaks::new(),
            units: Units::default(),
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
        let units = &mut self.units;
        units.gather(text, insertions, self.options);
        let own = || first_strong(units.classes.iter().copied());
        let base = self
            .options
            .direction
            .map(Direction::level)
            .or_else(own)
            .unwrap_or(inherited.level());
        let levels = self
            .resolver
            .resolve(&units.classes, |at| units.list[at].char, base);
        if units.classes.contains(&Class::AL) {
            units.join(levels);
        }
        let mut parts = assemble(text, units, levels, self.options);
        self.breaks.mark(text, &mut parts.clusters);
        Paragraph::new(Direction::of_level(base), parts)
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new(Options::default())
    }
}
