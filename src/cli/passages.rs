//! How are passages listed?

use std::sync::atomic::AtomicBool;

use clap::ArgMatches;

use super::{Call, Stop, json, passage::Printed, tags::meant};
use crate::{
    article::ArticleId,
    error::Error,
    store::{Grouping, Standing, Wanted},
};

/// So many are read at once.
const PAGE: usize = 500;

/// The command: by article, newest first, as they stand in it.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let as_json = given.get_flag("json");
    let wanted = wanted(call, given);
    let wanted = call.if_tagged(wanted)?;
    let mut separator = "[";
    if let Some(wanted) = wanted
        && call.desk.has_library()?
    {
        let order =
            call.desk
                .passages_order(&wanted, Grouping::Article, &AtomicBool::new(false))?;
        let rows = order.map(|order| order.rows).unwrap_or_default();
        let book = call.desk.codebook()?;
        for page in rows.chunks(PAGE) {
            for kept in call.desk.passages(page)? {
                let printed = Printed::new(&kept.passage, kept.text, &[&book]);
                if as_json {
                    call.out.write_all(separator.as_bytes())?;
                    json::write(call.out, &printed)?;
                    separator = ",\n";
                } else {
                    let line = printed.line(call);
                    call.line(&line)?;
                }
            }
        }
    }
    if as_json {
        let open = if separator == "[" { "[" } else { "" };
        writeln!(call.out, "{open}]")?;
    }
    Ok(())
}

/// The passages that are asked for.
pub fn wanted(call: &mut Call<'_>, given: &ArgMatches) -> Result<Wanted, Error> {
    let book = call.desk.codebook()?;
    let tags = given.get_many::<String>("tag").into_iter().flatten();
    let all = tags.map(|name| Ok(meant(&book, name)?.tag.id.clone()));
    let article: Option<&String> = given.get_one("article");
    let article: Option<ArticleId> = article.map(|name| call.article(name)).transpose()?;
    let state: Option<&String> = given.get_one("state");
    Ok(Wanted {
        all: all.collect::<Result<_, Error>>()?,
        article,
        source: given.get_one("source").cloned(),
        state: state.map(|state| match state.as_str() {
            "placed" => Standing::Placed,
            "moved" => Standing::Moved,
            _ => Standing::Orphan,
        }),
        ..Wanted::default()
    })
}
