//! How is a change taken back, or made again?

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop, json,
    passage::{Printed, text},
};
use crate::{
    article::opening,
    desk::{Reach, Undo, Undone},
    error::Error,
    passage::{Codebook, Passage},
    words::Words,
};

#[derive(Serialize)]
struct Turned<'a> {
    done: Option<&'a str>,
    passages: Vec<Printed<'a>>,
}

/// Takes back the last change of the library.
pub fn undo(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    turn(call, given, false)
}

/// Makes the change again that was taken back last.
pub fn redo(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    turn(call, given, true)
}

fn turn(call: &mut Call<'_>, given: &ArgMatches, again: bool) -> Result<(), Stop> {
    let as_json = given.get_flag("json");
    // tags that the change made have their names here only
    let before = call.desk.codebook()?;
    let turned = match (call.desk.has_library()?, again) {
        (false, _) => Undo::Nothing,
        (true, false) => call.desk.undo(&Reach::Library)?,
        (true, true) => call.desk.redo(&Reach::Library)?,
    };
    match turned {
        Undo::Done(undone) if as_json => {
            let done = sentence(call.words, &undone, again);
            objects(call, &undone, &done, &before)
        }
        Undo::Done(undone) => call.line(&sentence(call.words, &undone, again)),
        Undo::Nothing if as_json => Ok(json::line(
            call.out,
            &Turned {
                done: None,
                passages: Vec::new(),
            },
        )?),
        Undo::Nothing => {
            let key = if again {
                "nothing-to-redo"
            } else {
                "nothing-to-undo"
            };
            call.line(&call.words.say(key, &[]))
        }
        Undo::Changed(undone) | Undo::Beyond(undone) => {
            call.tell(&said(call.words, "undo-changed", &undone));
            Err(Stop::Told)
        }
    }
}

fn objects(
    call: &mut Call<'_>,
    undone: &Undone,
    done: &str,
    before: &Codebook,
) -> Result<(), Stop> {
    let after = call.desk.codebook()?;
    let books = [&after, before];
    let coded = &undone.coded;
    let mut passages = Vec::with_capacity(coded.passages.len() + coded.gone.len());
    for passage in &coded.passages {
        passages.push(Printed::new(passage, text(call, passage)?, &books));
    }
    for passage in &coded.gone {
        let text = last_text(call, passage)?;
        passages.push(Printed::new(passage, text, &books).gone());
    }
    let done = Some(done);
    Ok(json::line(call.out, &Turned { done, passages })?)
}

/// The text of a passage that is gone; its article may be too.
fn last_text(call: &mut Call<'_>, passage: &Passage) -> Result<Option<String>, Error> {
    match text(call, passage) {
        Err(Error::NoSuchArticle(_)) => Ok(None),
        text => text,
    }
}

fn sentence(words: &Words, undone: &Undone, again: bool) -> String {
    said(words, if again { "redone" } else { "undone" }, undone)
}

/// A sentence about a change.
fn said(words: &Words, key: &str, undone: &Undone) -> String {
    let subject = &undone.subject;
    let name = opening(&subject.name);
    let what = words.say(
        &format!("change-{}", undone.kind),
        &[
            ("name", (&name).into()),
            ("count", u64::from(subject.count).into()),
        ],
    );
    words.say(key, &[("what", (&what).into())])
}
