//! How do articles go?

use clap::ArgMatches;

use super::{Call, Stop, articles};

/// The command. All of the articles go, or none.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let purge = given.get_flag("purge");
    let ids = articles(call, given, purge)?;
    let sentence = if purge {
        let backup = call.desk.purge(&ids)?;
        let backup = backup.to_string_lossy();
        let count = ids.len() as u64;
        call.words.say(
            "purged",
            &[("count", count.into()), ("backup", (&*backup).into())],
        )
    } else {
        let count = call.desk.remove(&ids)?.len() as u64;
        call.words.say("removed", &[("count", count.into())])
    };
    call.line(&sentence)?;
    Ok(())
}
