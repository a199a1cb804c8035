//! How does a page in the place of list and text look?

use super::{Edge, Pen, Theme, codebook, counts, search, story};
use crate::{
    app::{App, Area, Page, Passages, ShownPassage},
    desk::{Group, Grouping, Kept, Standing, Wanted},
    passage::{Codebook, TagId},
    words::isolated,
};

/// Draws the page in front. Answers the cell of the caret, where a text is typed on it.
pub fn draw(app: &App, page: &Page, area: Area, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    match page {
        Page::Passages(page) => passages(app, page, area, pen),
        Page::Codebook(page) => codebook::draw(app, page, area, pen),
        Page::Counts(page) => counts::draw(app, page, area, pen),
        Page::Story(page) => story::draw(app, page, area, pen),
        Page::Search(page) => return search::draw(app, page, area, pen),
    }
    None
}

/// What the line at the top says of the page.
pub fn heading(app: &App, page: &Page) -> String {
    let count = |key, count: usize| app.words.say(key, &[("count", (count as u64).into())]);
    let mut parts = Vec::new();
    match page {
        Page::Passages(page) => {
            parts.push(app.words.say("page-passages", &[]));
            if page.whole {
                parts.push(count("count-passages", page.count()));
                parts.extend(wanted(app, &page.wanted));
                let marked = page.marked.len();
                parts.extend((marked > 0).then(|| count("count-marked", marked)));
            }
        }
        Page::Codebook(page) => {
            parts.push(app.words.say("page-codebook", &[]));
            parts.push(count("count-tags", page.window.count()));
            parts.extend((!page.words.is_empty()).then(|| isolated(&page.words)));
        }
        Page::Counts(page) => {
            parts.push(app.words.say("page-counts", &[]));
            parts.extend(wanted(app, &page.wanted));
        }
        Page::Story(page) => {
            parts.push(app.words.say("page-story", &[]));
            let lines = page.story.as_ref().map(|story| story.lines.len());
            parts.extend(lines.map(|lines| count("story-count", lines)));
            parts.push(isolated(&page.title));
        }
        Page::Search(page) => parts.extend(search::heading(app, page)),
    }
    parts.join(" | ")
}

/// What the passages shown have in common.
fn wanted(app: &App, wanted: &Wanted) -> Vec<String> {
    let names = |ids: &[TagId], between: &str| {
        let names: Vec<String> = ids.iter().map(|id| named(&app.codebook, id)).collect();
        names.join(between)
    };
    let mut parts = Vec::new();
    if !wanted.all.is_empty() {
        parts.push(names(&wanted.all, " + "));
    }
    if !wanted.any.is_empty() {
        parts.push(names(&wanted.any, " / "));
    }
    if !wanted.none.is_empty() {
        parts.push(format!("− {}", names(&wanted.none, " − ")));
    }
    if wanted.untagged {
        parts.push(app.words.say("untagged", &[]));
    }
    if let Some(state) = wanted.state {
        let key = match state {
            Standing::Placed => "standing-placed",
            Standing::Moved => "standing-moved",
            Standing::Orphan => "standing-orphan",
        };
        parts.push(app.words.say(key, &[]));
    }
    if wanted.article.is_some() {
        parts.push(app.words.say("of-this-article", &[]));
    }
    if let Some(source) = &wanted.source {
        parts.push(isolated(source));
    }
    if !wanted.words.is_empty() {
        parts.push(isolated(&wanted.words));
    }
    parts
}

fn passages(app: &App, page: &Passages, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    if page.whole && page.is_empty() {
        let key = if page.wanted == Wanted::default() {
            "passages-none-yet"
        } else {
            "passages-none-such"
        };
        pen.wrapped(area, &app.words.say(key, &[]), theme.dim);
        return;
    }
    for shown in &page.shown {
        match shown {
            ShownPassage::Heading(y, group, count) => {
                let line = row(area, *y);
                let said = group_name(app, page, group);
                let count = format!(
                    "  {}",
                    app.words
                        .say("count-passages", &[("count", (*count as u64).into())])
                );
                pen.line(
                    line,
                    Edge::Start,
                    &[(&said, theme.accent), (&count, theme.dim)],
                );
            }
            ShownPassage::Passage(y, place) => {
                if let Some(kept) = page.at(*place) {
                    passage(
                        app,
                        page,
                        kept,
                        *place == page.cursor,
                        row(area, *y),
                        area,
                        pen,
                    );
                } else {
                    pen.say(row(area, *y), "…", theme.dim);
                }
            }
        }
    }
}

/// A row of an area; one without height below its end.
fn row(area: Area, y: u16) -> Area {
    Area {
        y: area.y + y,
        height: u16::from(y < area.height),
        ..area
    }
}

fn group_name(app: &App, page: &Passages, group: &Group) -> String {
    match group {
        Group::Article(_) => {
            let own = page.shown.iter().find_map(|shown| match shown {
                ShownPassage::Passage(_, place) => {
                    let kept = page.at(*place)?;
                    (page.group_of(*place) == Some(group)).then(|| kept.article.clone())
                }
                ShownPassage::Heading(..) => None,
            });
            isolated(&own.unwrap_or_else(|| "…".into()))
        }
        Group::Tag(id) => named(&app.codebook, id),
        Group::Untagged => app.words.say("untagged", &[]),
    }
}

/// A tag as it is called.
pub fn named(codebook: &Codebook, id: &TagId) -> String {
    codebook
        .get(id)
        .map_or_else(String::new, |e| isolated(&format!("#{}", e.tag.name)))
}

/// The words, then tags and note, then the article.
fn passage(
    app: &App,
    page: &Passages,
    kept: &Kept,
    current: bool,
    first: Area,
    area: Area,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let below = |nth: u16| row(area, first.y - area.y + nth);
    let marked = page.marked.contains(&kept.passage.id);
    let sign = if marked {
        "✓"
    } else if current {
        "▎"
    } else {
        " "
    };
    for nth in 0..3 {
        let edge = pen.part(below(nth), 0, 1);
        let sign = if nth == 0 || current { sign } else { " " };
        if edge.height > 0 {
            pen.say(edge, sign, theme.accent);
        }
    }
    let inner = |pen: &Pen<'_>, nth| {
        let line = below(nth);
        let part = pen.part(line, 2, line.width.saturating_sub(2));
        Area {
            height: line.height,
            ..part
        }
    };
    let quote = kept.text.as_ref().unwrap_or(&kept.passage.selector.quote);
    // as many words as a line may hold, of a quote that may be a whole article
    let words = quote.split_whitespace().take(usize::from(area.width));
    let quote = words.collect::<Vec<_>>().join(" ");
    let line = inner(pen, 0);
    if line.height > 0 {
        let cut = pen.cut(&quote, line.width);
        let style = if current { theme.bold } else { theme.plain };
        pen.say(line, &isolated(&cut), style);
    }
    let line = inner(pen, 1);
    if line.height > 0 {
        tags_and_note(app, kept, line, theme, pen);
    }
    let line = inner(pen, 2);
    if line.height > 0 {
        let mut parts = Vec::new();
        // its heading says which article it is in
        if page.grouping != Grouping::Article {
            parts.push(isolated(&kept.article));
        }
        parts.extend(kept.source.as_deref().map(isolated));
        parts.extend(
            kept.date
                .map(|date| app.words.when(&date.to_string(), app.today)),
        );
        let state = kept.passage.placement.state();
        if state != "placed" {
            parts.push(app.words.say(&format!("standing-{state}"), &[]));
        }
        pen.say(line, &parts.join(" | "), theme.dim);
    }
}

fn tags_and_note(app: &App, kept: &Kept, line: Area, theme: Theme, pen: &mut Pen<'_>) {
    let comma = format!("{} ", app.words.say("tag-comma", &[]));
    let mut pieces: Vec<(String, _)> = Vec::new();
    for id in &kept.passage.tags {
        let Some(entry) = app.codebook.get(id) else {
            continue;
        };
        if !pieces.is_empty() {
            pieces.push((comma.clone(), theme.dim));
        }
        let name = isolated(&format!("#{}", entry.tag.name));
        pieces.push((name, theme.tag(Some(entry.tag.colour))));
    }
    let note = kept.passage.note.lines().next().unwrap_or_default();
    if !note.is_empty() {
        if !pieces.is_empty() {
            pieces.push((" | ".into(), theme.dim));
        }
        pieces.push((isolated(note), theme.plain));
    }
    let pieces: Vec<(&str, _)> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    if !pieces.is_empty() {
        pen.line(line, Edge::Start, &pieces);
    }
}
