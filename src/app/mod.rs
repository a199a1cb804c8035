//! What does the reader do?

mod key;
mod keyboard;
mod line;

pub use key::{BadKey, Code, Key};
pub use keyboard::{Keyboard, Script, Translated};
pub use line::{Edit, Line, Shown, View};
