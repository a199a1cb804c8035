//! What does a paragraph look like on a grid of cells?

mod assemble;
mod breaks;
mod cluster;
mod digits;
mod fold;
mod justify;
mod level;
mod line;
mod options;
mod paragraph;
mod property;
mod row;
mod shape;
mod table;
mod tie;
mod token;
mod typeset;
mod unit;
mod wrap;

pub use breaks::line_breaks;
pub use cluster::{Cluster, Script};
pub use fold::{Folded, fold, fold_with_offsets};
pub use level::{Class, Resolver, first_strong};
pub use line::Line;
pub use options::{Digits, Direction, Forms, Justify, Marks, Options};
pub use paragraph::Paragraph;
pub use row::{Cell, Content, Row};
pub use typeset::{Insertion, Typesetter};

/// The lines of a list in assets, comments (`#`) and blank lines apart.
fn word_list(text: &'static str) -> Vec<&'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}
