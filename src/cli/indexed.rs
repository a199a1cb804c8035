//! How is something asked of the index, which is brought up first?

use std::{sync::atomic::AtomicBool, time::Duration};

use super::{Call, progress::Progress, tell};
use crate::{
    desk::{Desk, Indexing},
    error::Error,
};

/// What takes no longer needs no word.
const QUIET: Duration = Duration::from_millis(500);

/// Brings the index up and asks. Where it cannot be brought up, that is told and the answer
/// comes from what is in it; where there is none either, that is the error.
pub fn ask<T>(
    call: &mut Call<'_>,
    question: impl FnOnce(&mut Desk) -> Result<T, Error>,
) -> Result<T, Error> {
    if !call.desk.has_library()? {
        let path = call.desk.directory().map(Into::into);
        return Err(path.map_or(Error::NoHome, Error::NoLibrary));
    }
    let brought_up = bring_up(call);
    let answer = question(&mut call.desk);
    match (brought_up, answer) {
        (Ok(()), answer) => answer,
        (Err(first), Err(_)) => Err(first),
        (Err(error), Ok(answer)) => {
            let why = call.words.error(&error);
            tell(&call.words.say("index-stale", &[("why", (&why).into())]));
            Ok(answer)
        }
    }
}

fn bring_up(call: &mut Call<'_>) -> Result<(), Error> {
    let words = call.words;
    let mut progress = Progress::after(QUIET);
    let never = AtomicBool::new(false);
    let done = call.desk.catch_up(&never, &mut |event| match event {
        Indexing::Anew(why) => {
            progress.clear();
            tell(&words.say("index-anew", &[("why", (&why).into())]));
        }
        Indexing::Going(count, of) => progress.show(|_| {
            let arguments = [("count", count.into()), ("of", of.into())];
            words.say("index-progress", &arguments)
        }),
    });
    progress.clear();
    done.map(drop)
}
