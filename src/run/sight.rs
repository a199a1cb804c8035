//! What does the reader learn of the terminal?

use crate::{
    app::Sight,
    screen::{Advice, Detection},
};

/// What is known of the terminal, in the reader's terms; `given` where the command line said
/// how it is to be served.
pub fn sight(known: &Detection, given: bool) -> Sight {
    let guess = known.guess();
    Sight {
        answers: known.facts(),
        way: guess.manner.strategy.name(),
        why: guess.why.name(),
        advice: known.advice().into_iter().map(Advice::name).collect(),
        given,
    }
}
