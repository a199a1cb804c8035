//! How is a terminal kept from reordering what is already in visual order?

use super::wrap::Through;

/// What is done to a row of visual cells before it is sent. Joined forms are sent everywhere:
/// terminals that join letters themselves do it in a wrong order, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strategy {
    /// As they are: the terminal has no bidi.
    Visual,
    /// As they are, after the terminal was told that order is explicit (`CSI 8 l`, ECMA-48 BDSM).
    Explicit,
    /// Each run of letters backwards, closed by a mark, so that the terminal turns it round.
    Inverse,
    /// The same without marks, for terminals that do not see them; blanks are letters to them.
    Blank,
    /// As they are; every cell differs in colour from its neighbours, which parts the runs
    /// that the terminal would turn round.
    Tint,
    /// As they are, after mlterm was told to leave the order alone.
    Mlterm,
    /// As they are; every letter is a text of its own size (`OSC 66`).
    Sized,
    /// Each run of letters backwards, without marks on them: the terminal only shapes.
    Word,
    /// In the order in which they were written, for terminals and screen readers that want
    /// that.
    Logical,
}

/// What is done with the marks on letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marks {
    /// They stay on their letter.
    Keep,
    /// They are left out: the terminal would lose the letter.
    Strip,
    /// They are left out, and so are all others: the terminal would write them into the cell
    /// after their letter.
    StripAll,
    /// They go to the cell on the left: the terminal draws them one too far to the right.
    Left,
}

/// How a terminal is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Manner {
    /// What is done to a row.
    pub strategy: Strategy,
    /// What is done with marks.
    pub marks: Marks,
    /// What stands between us and the terminal.
    pub through: Through,
}

impl Strategy {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Visual,
        Self::Explicit,
        Self::Inverse,
        Self::Blank,
        Self::Tint,
        Self::Mlterm,
        Self::Sized,
        Self::Word,
        Self::Logical,
    ];

    /// Its name among the options.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Explicit => "explicit",
            Self::Inverse => "inverse",
            Self::Blank => "blank",
            Self::Tint => "tint",
            Self::Mlterm => "mlterm",
            Self::Sized => "sized",
            Self::Word => "word",
            Self::Logical => "logical",
        }
    }

    /// The one of a name; none for `auto` and unknown names.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

impl Manner {
    /// A plain terminal.
    pub const fn plain(strategy: Strategy) -> Self {
        Self {
            strategy,
            marks: Marks::Keep,
            through: Through::Nothing,
        }
    }

    /// What is sent before the screen is cleared. A row that is erased earlier stays as it
    /// was in VTE: this comes before every clearing.
    pub fn enter(&self) -> Vec<u8> {
        match self.strategy {
            // mintty has a switch for the whole screen beside it
            Strategy::Explicit => self.through.wrap(b"\x1b[8l\x1b[?77096h"),
            Strategy::Mlterm => self.through.wrap(b"\x1b]5379;use_ctl=false\x07"),
            _ => Vec::new(),
        }
    }

    /// What undoes it.
    pub fn leave(&self) -> Vec<u8> {
        match self.strategy {
            Strategy::Explicit => self.through.wrap(b"\x1b[?77096l\x1b[8h"),
            Strategy::Mlterm => self.through.wrap(b"\x1b]5379;use_ctl=true\x07"),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strategy_answers_to_its_name_alone() {
        for strategy in Strategy::ALL {
            assert_eq!(Strategy::named(strategy.name()), Some(strategy));
        }
        assert_eq!(Strategy::named("auto"), None);
    }

    #[test]
    fn what_is_entered_is_left() {
        for strategy in Strategy::ALL {
            let manner = Manner::plain(strategy);
            assert_eq!(manner.enter().is_empty(), manner.leave().is_empty());
        }
        let mlterm = Manner {
            through: Through::Tmux,
            ..Manner::plain(Strategy::Mlterm)
        };
        assert_eq!(
            mlterm.leave(),
            b"\x1bPtmux;\x1b\x1b]5379;use_ctl=true\x07\x1b\\"
        );
    }
}
