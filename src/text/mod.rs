//! What does a paragraph look like on a grid of cells?
//!
//! Terminals give every character a cell and draw from left to right; most know nothing of
//! the Unicode Bidirectional Algorithm or of Arabic letters that join. This module turns a
//! paragraph, in the logical order in which it is stored and read, into rows of cells in the
//! visual order in which it is seen, and knows the way back from every cell. It is pure: text
//! and numbers in, values out. It names no other module of this crate and no terminal.
//!
//! # Steps
//! 1. A block is split at its line feeds ([`paragraphs`]).
//! 2. **Direction**: the first strong character's, else the inherited one ([`first_strong`]).
//! 3. **Levels** of the whole paragraph ([`Resolver`], UAX #9 P2–I2), over its characters, what
//!    the screen adds ([`Insertion`]) and the isolates that [`Options::isolate`] asks for.
//! 4. **Clusters** in logical order, with faces, widths and levels ([`Typesetter::set`] gives a
//!    [`Paragraph`]). Joined forms are decided here, over the whole paragraph.
//! 5. **Wrap** over widths and break opportunities only ([`Paragraph::wrap`]), in logical order.
//! 6. **Rows**: L1 and L2 on each row ([`Row::order`]), placed and filled ([`Line`]).
//!
//! Steps 1 to 4 know no width: a [`Page`] sets a block once, when a window first reaches it,
//! and a resize only wraps again.
//!
//! # Words
//! A **cluster** is an extended grapheme cluster, or lam and alef, which share one cell; the
//! cursor stands on a cluster. Its **face** is what the cell shows: the joined form or the
//! mirrored bracket, then the marks. An **insertion** is a cluster that covers no character.
//! Offsets are bytes of the text, unless they say code points; columns are cells.
//!
//! # Laws (`tests/laws.rs` holds them over generated text)
//! - Clusters partition the text, rows partition the clusters, and the order of a row is a
//!   permutation of it: what is shown can be copied without loss.
//! - [`Line::hit`] undoes [`Line::place`], and answers for every column.
//! - A resized page equals a fresh one, and laziness shows nowhere.
//! - No row is wider than its pane, but for a single cluster that is.
//! - The forward key visits every cluster with a cell once; the backward key returns.
//! - Faces and levels depend on the paragraph alone, not on rows, cursor or selection.
//! - Every step takes linear time, whatever the text.
//!
//! Levels and order are held against BidiTest.txt and BidiCharacterTest.txt, clusters and
//! breaks against GraphemeBreakTest.txt and LineBreakTest.txt (`tests/unicode.rs`), whole
//! rows against GNU FriBidi (`tests/fribidi.rs`).
//!
//! # Deviations, and what a reader sees of them
//! - Characters that act on the algorithm (direction marks, joiners, embeddings, isolates,
//!   controls) take part in it and have no cell. They belong to the cluster before them, so
//!   the cursor never seems to stand still. Where one of lower level parts two numbers, it
//!   goes on parting them.
//! - Lam and alef share a cell also over a mark between them, as HarfBuzz does and FriBidi
//!   does not: لَا is as wide as لا.
//! - A letter that Unicode gives no presentation form stays nominal; its neighbours join it.
//! - A mark alone stands on a dotted circle. More than thirty marks on one letter reach no cell.
//! - ﷺ and its like have a blank before them, into which they spill.
//! - A break opportunity after a lone particle, between a number and its unit or before a
//!   spaced dash is taken only rather than overflow: above UAX #14, not against it.
//! - U+2028 ends a row within its paragraph; a line feed ends the paragraph.

mod ambiguous;
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
mod plain;
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
mod whole;
mod wrap;

pub use ambiguous::{is_ambiguous, narrow};
pub use breaks::line_breaks;
pub use cluster::{Cluster, Script};
pub use digits::digit;
pub use fold::{Folded, fold, fold_letters, fold_with_offsets};
pub use jump::Unit;
pub use level::{Class, Resolver, first_strong, majority};
pub use line::Line;
pub use moves::{Cursor, Side};
pub use options::{Digits, Direction, Forms, Justify, Marks, Options};
pub use page::{At, Page, Source, Style};
pub use paragraph::Paragraph;
pub use plain::plain;
pub use row::{Cell, Content, Row};
pub use segment::{Clause, clauses, quotations, quoted, sentences, words};
pub use sheet::{Placed, paragraphs};
pub use tie::holds;
pub use typeset::{Insertion, Typesetter};
pub use verse::hemistichs;
pub use whole::{cluster, whole};

/// The lines of a list in assets, comments (`#`) and blank lines apart.
pub(crate) fn word_list(text: &'static str) -> Vec<&'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}
