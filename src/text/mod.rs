//! What does a paragraph look like on a grid of cells?

mod fold;
mod level;

pub use level::{Class, Resolver, first_strong};
pub use fold::{Folded, fold, fold_with_offsets};
