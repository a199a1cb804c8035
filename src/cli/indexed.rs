//! How is something asked of the index, which is brought up first?

use std::{sync::atomic::AtomicBool, time::Duration};

use super::{Call, progress::Progress};
use crate::{
    desk::{Desk, Indexing},
    error::Error,
    words::Words,
};

/// What takes no longer needs no word.
const QUIET: Duration = Duration::from_millis(500);

/// Brings the index up and asks. Where it cannot be brought up, that is told and the answer
/// comes from what is in it; where there is none either, that is the error.
pub fn ask<T>(
    call: &mut Call<'_>,
    question: impl Fn(&mut Desk) -> Result<T, Error>,
) -> Result<T, Error> {
    if !call.desk.has_library()? {
        let path = call.desk.directory().map(Into::into);
        return Err(path.map_or(Error::NoHome, Error::NoLibrary));
    }
    let mut brought_up = bring_up(call);
    let mut answer = question(&mut call.desk);
    // some harm shows only when it is read: what is put aside is made anew
    if let (Ok(()), Err(Error::Index(_, why))) = (&brought_up, &answer) {
        call.tell(&anew(call.words, why));
        brought_up = bring_up(call);
        answer = question(&mut call.desk);
    }
    match (brought_up, answer) {
        (Ok(()), answer) => answer,
        (Err(first), Err(_)) => Err(first),
        (Err(error), Ok(answer)) => {
            let why = call.words.error(&error);
            call.tell(&call.words.say("index-stale", &[("why", (&why).into())]));
            Ok(answer)
        }
    }
}

fn anew(words: &Words, why: &str) -> String {
    words.say("index-anew", &[("why", why.into())])
}

fn bring_up(call: &mut Call<'_>) -> Result<(), Error> {
    let (words, lines) = (call.words, call.lines);
    let mut progress = Progress::after(lines, QUIET);
    let never = AtomicBool::new(false);
    let done = call.desk.catch_up(&never, &mut |event| match event {
        Indexing::Anew(why) => {
            progress.clear();
            lines.tell(&anew(words, &why));
        }
        Indexing::Going(count, of) => progress.show(|_| {
            let arguments = [("count", count.into()), ("of", of.into())];
            words.say("index-progress", &arguments)
        }),
    });
    progress.clear();
    done.map(drop)
}
