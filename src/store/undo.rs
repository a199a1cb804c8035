//! Which change is taken back or made again, and may it be?

use super::Coded;

/// Whose changes are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those of this run of the program.
    Session,
    /// All.
    Library,
}

/// What came of taking a change back, or of making it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// It is done.
    Done(Box<Undone>),
    /// There is nothing to be taken back, or to be made again.
    Nothing,
    /// Nothing of this run is left; this is what [`Reach::Library`] would mean.
    Beyond(Box<Undone>),
    /// What it set is no longer so, or cannot be again: nothing was done.
    Changed(Box<Undone>),
}

/// A change that was taken back or made again, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What was done, as the log calls it: the name of a deed, `edit`, `kind`, `read`, `star`
    /// or `remove`.
    pub kind: String,
    /// What it was done to.
    pub subject: Subject,
    /// When.
    pub made: i64,
    /// By whom; may be empty.
    pub coder: String,
    /// Whether in this run of the program.
    pub own: bool,
    /// What differs now; nothing unless it is done.
    pub coded: Coded,
}

/// What a change was done to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Of the first object: a tag's name, the beginning of a passage's words, an article's
    /// title; empty where the library has it no more.
    pub name: String,
    /// How many objects of that sort.
    pub count: u32,
}
