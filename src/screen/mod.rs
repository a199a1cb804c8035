//! What must this terminal be sent, and what did it send?
//!
//! The program orders and shapes text itself; a terminal that does so as well spoils it. What
//! has to be sent so that the picture is right everywhere was found by looking at terminals,
//! one by one, and is a [`Strategy`]: a pure function from a row of visual cells to the cells
//! that the terminal gets, a [`Row`]. [`Screen`] compares those with what it sent last and
//! writes what differs. It knows nothing of articles.
//!
//! # Steps
//! 1. [`Environment::guess`] from the variables, at once: the first frame waits for nothing.
//! 2. [`Terminal::enter`], then the [`questions`] in one write. Some terminals show a letter of
//!    those that they do not know, which the frame that follows wipes away.
//! 3. [`Screen::draw`] makes a frame of a buffer; the loop writes it in one go.
//! 4. [`Parser::feed`] makes [`Event`]s of the bytes of each read. Replies go to the
//!    [`Detection`]; where that changes the guess, [`Screen::set_manner`] has the next frame be
//!    a whole one. In tmux, [`Environment::from_tmux`] takes the place of [`Answers::decide`];
//!    what the reader chose for a terminal comes before both.
//! 5. [`leave`] undoes everything, from wherever the program ends.
//!
//! # Laws
//! - Of a buffer's cell, only characters with a width and marks on them are sent: no
//!   control, no direction mark, and never more cells than its place has.
//! - Where terminals may differ about the width of a cell, what stands around it stays right.
//! - After a frame the terminal shows what it would show after a whole one.
//! - A frame that changes nothing is empty.
//! - Any split of what the terminal sends gives the same events, pauses apart.
//! - Replies and unknown sequences are never keys, and no key is swallowed for ever.

mod advice;
mod answers;
mod cell;
mod copy;
mod depth;
mod detection;
mod doubt;
mod environment;
mod event;
mod frame;
mod guess;
mod line;
mod logical;
mod mouse;
mod palette;
mod parser;
mod pen;
mod program;
mod role;
mod row;
mod sequence;
mod strategy;
mod terminal;
mod turn;
mod wrap;

pub use advice::Advice;
pub use answers::{Answers, WIDTH_QUESTION, questions};
pub use copy::copy;
pub use depth::Depth;
pub use detection::Detection;
pub use doubt::Ambiguous;
pub use environment::{Environment, TMUX_QUESTION};
pub use event::{Action, Button, Event, Mouse, Reply};
pub use frame::Screen;
pub use guess::{Guess, Why};
pub use line::{OWN_DIRECTION, RIGHT_TO_LEFT, Weight, line};
pub use palette::{Palette, Rgb};
pub use parser::Parser;
pub use program::Program;
pub use row::Row;
pub use strategy::{Manner, Marks, Strategy};
pub use terminal::{Modes, Terminal, Wants, leave};
pub use wrap::Through;
