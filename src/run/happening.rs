//! What can happen?

use crate::{
    app::{IndexNews, Ordered, Progress, Slot},
    desk::Reply,
    error::Error,
    screen::Event,
};

/// What the loop is told of, by any thread.
#[derive(Debug)]
pub enum Happening {
    /// What came from the terminal in one read.
    Events(Vec<Event>),
    /// The answer to a question.
    Answer(Slot, u64, Reply),
    /// What became of an order.
    Done(Ordered, Reply),
    /// How long work goes on.
    Progress(Progress),
    /// How the index comes on.
    Index(IndexNews),
    /// Part of the long work failed, or a setting could not be written.
    Failed(Error),
    /// What tmux says it is shown in; nothing where it says nothing.
    Tmux(String),
    /// The screen has another size.
    Size,
    /// The program shall step into the background.
    Stop,
    /// It goes on, perhaps after a stop that nobody could see coming.
    Back,
    /// A program that was started has ended, or stopped.
    Child,
    /// Somebody would have the program that has the terminal end.
    Interrupt,
    /// The program shall end.
    End,
    /// The terminal is gone.
    Gone,
}
