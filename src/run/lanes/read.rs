//! Who answers questions?

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, Sender},
};

use super::{NewDesk, careful};
use crate::{
    app::Slot,
    desk::{self, Desk, Request},
    run::Happening,
};

/// A question of a slot, and its number.
pub type Question = (Slot, u64, Request);

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
