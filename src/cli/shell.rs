//! What do shells and `man` get?

use clap::ArgMatches;
use clap_complete::Shell;

use super::{Call, Stop, arguments};

/// Completions for a shell.
pub fn completions(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let Some(shell) = given.get_one::<Shell>("shell").copied() else {
        return Ok(());
    };
    let mut script = Vec::new();
    let mut table = arguments::table(Some(call.words));
    clap_complete::generate(shell, &mut table, "hashiya", &mut script);
    Ok(call.out.write_all(&script)?)
}

/// The manual page.
pub fn man(call: &mut Call<'_>) -> Result<(), Stop> {
    let table = arguments::table(Some(call.words));
    let mut page = Vec::new();
    clap_mangen::Man::new(table).render(&mut page)?;
    Ok(call.out.write_all(&page)?)
}
