//! How are fields set by hand?

use clap::ArgMatches;

use super::{Call, Stop, articles};
use crate::{
    article::{Date, Field},
    error::Error,
    store::Edit,
};

/// The command. All of the articles are edited, or none.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let edits = Field::ALL
        .into_iter()
        .filter_map(|field| Some((field, given.get_one::<String>(field.name())?)))
        .map(|(field, value)| edit(field, value))
        .collect::<Result<Vec<Edit>, Error>>()?;
    let ids = articles(call, given, false)?;
    let changed = call.desk.edit(&ids, &edits)?;
    let count = changed.len() as u64;
    call.line(&call.words.say("edited", &[("count", count.into())]))
}

fn edit(field: Field, value: &str) -> Result<Edit, Error> {
    let value = value.trim();
    let bad = || Error::BadValue(field.name(), value.to_owned());
    // a field is one line of text
    if value.chars().any(char::is_control) {
        return Err(bad());
    }
    let value = match field {
        _ if value.is_empty() => None,
        Field::Date => Some(value.parse::<Date>().map_err(|_| bad())?.to_string()),
        _ => Some(value.to_owned()),
    };
    Ok(Edit { field, value })
}
