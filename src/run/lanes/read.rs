//! Who answers questions?

use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender},
    },
};

use super::{NewDesk, careful};
use crate::{
    app::Slot,
    desk::{self, Desk, Request},
    run::Happening,
};

/// A question of a slot, and its number.
pub type Question = (Slot, u64, Request);

/// Answers what is searched for, in the reader's own spellings too, if there are any.
pub fn find(
    desk: &NewDesk,
    spellings: Option<PathBuf>,
    questions: &Receiver<Question>,
    told: &Sender<Happening>,
) {
    let join = move |own: &mut Desk| spellings.as_deref().map_or(Ok(()), |file| own.join(file));
    let mut own = desk();
    if let Err(error) = join(&mut own) {
        let _ = told.send(Happening::Failed(error));
    }
    let plain = Arc::clone(desk);
    let desk: NewDesk = Arc::new(move || {
        let mut own = plain();
        // what is wrong with them was told
        let _ = join(&mut own);
        own
    });
    read(own, &desk, questions, told);
}

/// Answers questions; of each slot only the newest.
pub fn read(
    mut own: Desk,
    desk: &NewDesk,
    questions: &Receiver<Question>,
    told: &Sender<Happening>,
) {
    let mut waiting: VecDeque<Question> = VecDeque::new();
    while let Some(question) = waiting.pop_front().or_else(|| questions.recv().ok()) {
        waiting.push_front(question);
        for newer in questions.try_iter() {
            waiting.retain(|(slot, ..)| *slot != newer.0);
            waiting.push_back(newer);
        }
        let Some((slot, number, request)) = waiting.pop_front() else {
            continue;
        };
        let reply = careful(&mut own, desk, |own| desk::answer(own, request));
        if told.send(Happening::Answer(slot, number, reply)).is_err() {
            return;
        }
    }
}
