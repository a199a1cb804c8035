//! How is a passage changed?

use clap::ArgMatches;

use super::{Call, Stop, passage, tag::range, tags::meant};
use crate::{
    error::Error,
    passage::{Deed, Passage, PassageId, TagId, Wish},
};

/// Takes tags from a passage; all, where none is named.
pub fn untag(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let id = named(call, given)?.id;
    let book = call.desk.codebook()?;
    let names = given.get_many::<String>("tags").into_iter().flatten();
    let tags: Vec<TagId> = names
        .map(|name| Ok(meant(&book, name)?.tag.id.clone()))
        .collect::<Result<_, Error>>()?;
    change(call, given, &id, &Deed::Untag(vec![id.clone()], tags))
}

/// Sets the note on a passage.
pub fn note(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let id = named(call, given)?.id;
    let text = given.get_one("text").cloned().unwrap_or_default();
    change(call, given, &id, &Deed::Note(id.clone(), text))
}

/// Moves the bounds of a passage, in the current version of its article.
pub fn bound(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let Passage { id, article, .. } = named(call, given)?;
    let wish = Wish {
        version: call.desk.load(&article)?.entry.version,
        article,
        range: range(given),
    };
    change(call, given, &id, &Deed::Bound(id.clone(), wish))
}

fn named(call: &mut Call<'_>, given: &ArgMatches) -> Result<Passage, Error> {
    let name = given.get_one("passage").map_or("", String::as_str);
    call.desk.passage(name)
}

/// Does it, and prints the passage, which may be as it was.
fn change(
    call: &mut Call<'_>,
    given: &ArgMatches,
    id: &PassageId,
    deed: &Deed,
) -> Result<(), Stop> {
    call.desk.code(std::slice::from_ref(deed))?;
    let passage = call.desk.passage(id.as_str())?;
    passage::print(call, &passage, given.get_flag("json"))
}
