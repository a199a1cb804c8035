//! What can a terminal send?

use super::Rgb;
use crate::app::Key;

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted; its lines end in line feeds.
    Paste(String),
    /// The terminal's window has the keyboard, or has it no more.
    Focus(bool),
    /// The terminal answered.
    Reply(Reply),
}

/// What the mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub action: Action,
    /// The terminal's column, counted from 0; see [`super::Screen::visual_column`].
    pub column: u16,
    /// The row, counted from 0.
    pub row: u16,
    /// Whether Shift was held down.
    pub shift: bool,
    /// Whether Alt or Meta was.
    pub alt: bool,
    /// Whether Control was.
    pub ctrl: bool,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// A button went down.
    Press(Button),
    /// A button went up; old reports do not say which: the left.
    Release(Button),
    /// It was moved with a button down.
    Drag(Button),
    /// It was moved.
    Move,
    /// The wheel was turned away from the hand.
    WheelUp,
    /// The wheel was turned towards the hand.
    WheelDown,
    /// The wheel was pushed to the left.
    WheelLeft,
    /// The wheel was pushed to the right.
    WheelRight,
}

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The first.
    Left,
    /// The second, often the wheel.
    Middle,
    /// The third.
    Right,
}

/// An answer of the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Its name and version (XTVERSION).
    Version(String),
    /// What it can do (DA1): it answers this one whatever else it does not know.
    Attributes,
    /// The numbers of its kind and version (DA2).
    Numbers(Vec<u32>),
    /// The name of its unit (DA3), in hexadecimal digits.
    Unit(String),
    /// The state of a mode (DECRQM): 0 unknown, 1 set, 2 reset, 3 and 4 the same for ever.
    Mode {
        /// Whether the mode is one of DEC's.
        private: bool,
        /// Its number.
        mode: u32,
        /// Its state.
        state: u32,
    },
    /// In which column of the second row the cursor stands, counted from 0 (CPR): only there
    /// it is asked for, for in the first row the answer could be a function key.
    Column(u16),
    /// The colour of text (`OSC 10`).
    Foreground(Rgb),
    /// The colour behind text (`OSC 11`).
    Background(Rgb),
}
