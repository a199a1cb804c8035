//! Who carries out orders and writes settings?

use std::{
    path::Path,
    sync::mpsc::{Receiver, Sender},
};

use super::{NewDesk, careful};
use crate::{
    app::Ordered,
    desk::{self, Request},
    run::{Happening, outside},
};

/// What is done in order, and whatever happens.
pub enum Write {
    /// An order to the library.
    Order(Request),
    /// A setting and its value.
    Save(&'static str, String),
    /// A terminal, by what it answers, and how it is to be served.
    Keep(String, &'static str),
}

/// Carries out orders and writes settings, all of them, one after the other.
pub fn write(
    desk: &NewDesk,
    settings: Option<&Path>,
    orders: &Receiver<Write>,
    told: &Sender<Happening>,
) {
    let mut own = desk();
    for order in orders {
        let happening = match order {
            Write::Order(request) => {
                let ordered = Ordered::of(&request);
                let reply = careful(&mut own, desk, |own| desk::answer(own, request));
                Happening::Done(ordered, reply)
            }
            Write::Save(key, value) => {
                let saved = careful(&mut own, desk, |_| outside::save(settings, key, &value));
                let Err(error) = saved else { continue };
                Happening::Failed(error)
            }
            Write::Keep(terminal, way) => {
                let kept = careful(&mut own, desk, |_| outside::keep(settings, &terminal, way));
                let Err(error) = kept else { continue };
                Happening::Failed(error)
            }
        };
        // whoever does not listen any more still has the rest carried out
        let _ = told.send(happening);
    }
}
