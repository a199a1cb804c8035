//! Which stretches of a paragraph does a reader move by and mark?
//!
//! All ranges are bytes of the paragraph's text, in order, without the white space around them.

mod clause;
mod quotation;
mod word;

pub use clause::{Clause, clauses, grouped, sentences};
pub use quotation::{quotations, quoted};
pub use word::words;
