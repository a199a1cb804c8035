//! How are sources added, and what is said about it?

use std::{ffi::OsString, sync::atomic::AtomicBool, time::Duration};

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, json, progress::Progress};
use crate::{
    article::ArticleId,
    desk::{Event, Source},
    error::Error,
    store::Outcome,
};

/// What takes no longer needs no word.
const QUIET: Duration = Duration::from_millis(100);

/// What adding did.
#[derive(Debug, Serialize)]
struct Report {
    added: Vec<String>,
    updated: Vec<String>,
    unchanged: Vec<String>,
    failed: Vec<Failed>,
}

#[derive(Debug, Serialize)]
struct Failed {
    source: String,
    error: String,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let words = given.get_many::<OsString>("sources").into_iter().flatten();
    let mut sources: Vec<Source> = words.map(|word| Source::named(word)).collect();
    if given.get_flag("seeds") {
        sources.push(Source::Seeds);
    }
    let trial = given.get_flag("dry-run");
    if given.get_flag("json") {
        report(call, sources, trial)
    } else {
        count(call, sources, trial)
    }
}

/// Adds and names every article.
fn report(call: &mut Call<'_>, sources: Vec<Source>, trial: bool) -> Result<(), Stop> {
    let [mut added, mut updated, mut unchanged] = [const { Vec::new() }; 3];
    let (failed, done) = each(call, sources, trial, |id, outcome| {
        let list = match outcome {
            Outcome::Added => &mut added,
            Outcome::Updated => &mut updated,
            Outcome::Unchanged => &mut unchanged,
        };
        list.push(id.as_str().to_owned());
    });
    let report = Report {
        added,
        updated,
        unchanged,
        failed,
    };
    json::line(call.out, &report)?;
    done?;
    told(&report.failed)
}

/// Adds and counts.
fn count(call: &mut Call<'_>, sources: Vec<Source>, trial: bool) -> Result<(), Stop> {
    let mut counts = [0u64; 3];
    let (failed, done) = each(call, sources, trial, |_, outcome| {
        counts[outcome as usize] += 1;
    });
    let nothing = counts == [0; 3];
    for (key, count) in ["added", "updated", "unchanged"].into_iter().zip(counts) {
        if count > 0 || nothing && failed.is_empty() && key == "added" {
            call.line(&call.words.say(key, &[("count", count.into())]))?;
        }
    }
    if trial {
        call.line(&call.words.say("tried", &[]))?;
    }
    done?;
    told(&failed)
}

fn told(failed: &[Failed]) -> Result<(), Stop> {
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Stop::Told)
    }
}

/// Adds without a word unless something fails; the articles, in their order, and whether
/// something failed.
pub fn quietly(call: &mut Call<'_>, sources: Vec<Source>) -> Result<(Vec<ArticleId>, bool), Error> {
    let mut ids = Vec::new();
    let (failed, done) = each(call, sources, false, |id, _| ids.push(id));
    done?;
    Ok((ids, !failed.is_empty()))
}

/// Adds, says what fails, shows how far it is; answers what failed and why it ended early,
/// if it did.
fn each(
    call: &mut Call<'_>,
    sources: Vec<Source>,
    trial: bool,
    mut stored: impl FnMut(ArticleId, Outcome),
) -> (Vec<Failed>, Result<(), Error>) {
    let lines = call.lines;
    let mut progress = Progress::after(lines, QUIET);
    let mut count = 0_u64;
    let mut failed = Vec::new();
    let words = call.words;
    let never = AtomicBool::new(false);
    let done = call
        .desk
        .add(sources, trial, &never, &mut |event| match event {
            Event::Stored(id, outcome) => {
                count += 1;
                progress.show(|time| {
                    let rate = count * 1000 / time.max(1);
                    let arguments = [("count", count.into()), ("rate", rate.into())];
                    words.say("progress", &arguments)
                });
                stored(id, outcome);
            }
            Event::Failed(source, error) => {
                progress.clear();
                let error = words.error(&error);
                lines.tell(&error);
                failed.push(Failed { source, error });
            }
        });
    progress.clear();
    (failed, done)
}
