//! What does the reader do?

mod key;
mod keyboard;

pub use key::{BadKey, Code, Key};
pub use keyboard::{Keyboard, Script, Translated};
