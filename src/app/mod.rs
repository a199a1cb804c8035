//! What does the reader do?

mod key;

pub use key::{BadKey, Code, Key};
