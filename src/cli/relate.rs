//! How does the reader say that two articles are related, or are not?

use clap::ArgMatches;

use super::{Call, Stop};
use crate::passage::Deed;

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let name = |argument| given.get_one(argument).map_or("", String::as_str);
    let (one, other) = (call.article(name("one"))?, call.article(name("other"))?);
    let (related, key) = if given.get_flag("not") {
        (Some(false), "relate-not")
    } else if given.get_flag("clear") {
        (None, "relate-clear")
    } else {
        (Some(true), "relate-done")
    };
    let mut title = |id| Ok::<_, Stop>(call.desk.load(id)?.article.meta.title);
    let (name, with) = (title(&one)?, title(&other)?);
    call.desk.code(&[Deed::Relate(one, other, related)])?;
    let arguments = [("name", (&name).into()), ("other", (&with).into())];
    call.line(&call.words.say(key, &arguments))
}
