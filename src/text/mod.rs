//! What does a paragraph look like on a grid of cells?

mod assemble;
mod breaks;
mod cluster;
mod digits;
mod fold;
mod jump;
mod justify;
mod level;
mod line;
mod moves;
mod options;
mod page;
mod paragraph;
mod property;
mod row;
mod segment;
mod shape;
mod sheet;
mod table;
mod tie;
mod token;
mod typeset;
mod unit;
mod verse;
mod wrap;

pub use breaks::line_breaks;
pub use cluster::{Cluster, Script};
pub use fold::{Folded, fold, fold_with_offsets};
pub use jump::Unit;
pub use level::{Class, Resolver, first_strong};
pub use line::Line;
pub use moves::{Cursor, Side};
pub use options::{Digits, Direction, Forms, Justify, Marks, Options};
pub use page::{At, Page, Source, Style};
pub use paragraph::Paragraph;
pub use row::{Cell, Content, Row};
pub use segment::{Clause, clauses, quotations, sentences, words};
pub use sheet::Placed;
pub use typeset::{Insertion, Typesetter};
pub use verse::hemistichs;

/// The lines of a list in assets, comments (`#`) and blank lines apart.
fn word_list(text: &'static str) -> Vec<&'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}
