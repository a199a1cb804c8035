//! Which key was pressed, as the reader's commands know it, and how is it written?

/// A key with what was held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key itself. A letter typed with Shift is its own character.
    pub code: Code,
    /// Control.
    pub ctrl: bool,
    /// Alt or Meta.
    pub alt: bool,
    /// Shift, where the key has no character that shows it.
    pub shift: bool,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// What it types.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with Shift it goes back.
    Tab,
    /// The key that erases backwards.
    Backspace,
    /// The key that erases forwards.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, counted from 1.
    F(u8),
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// What a key types, alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }
}
