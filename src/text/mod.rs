//! What does a paragraph look like on a grid of cells?

mod fold;

pub use fold::{Folded, fold, fold_with_offsets};
