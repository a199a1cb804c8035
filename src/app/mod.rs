//! What does the reader do?

mod key;

pub use key::{Code, Key};
