//! How is one article printed: as text, as JSON, as it came?

use std::{ffi::OsString, ops::Range};

use clap::ArgMatches;
use serde::Serialize;

use super::{Call, Stop, Target, json, lines::is_bidi, rows::Setter, target};
use crate::{
    article::{Article, ArticleId, Block, Date, Flaw, FlawKind, Kind},
    desk::Desk,
    text::{Direction, majority},
    words::{Words, safe},
};

#[derive(Serialize)]
struct Shown<'a> {
    id: Option<&'a str>,
    source_id: Option<&'a str>,
    title: &'a str,
    author: Option<&'a str>,
    source: Option<&'a str>,
    section: Option<&'a str>,
    url: Option<&'a str>,
    date: Option<Date>,
    precision: Option<&'static str>,
    language: Option<&'a str>,
    text: String,
    flaws: Vec<ShownFlaw>,
    blocks: Vec<ShownBlock<'a>>,
}

#[derive(Serialize)]
struct ShownFlaw {
    kind: &'static str,
    message: String,
}

#[derive(Serialize)]
struct ShownBlock<'a> {
    kind: &'static str,
    direction: &'static str,
    start: Option<u32>,
    end: Option<u32>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<ShownRow>>,
}

#[derive(Serialize)]
struct ShownRow {
    start: usize,
    end: usize,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    visual: Option<String>,
    width: usize,
}

/// How rows are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layout {
    /// Cells a row may take; none: a row a paragraph.
    width: Option<usize>,
    /// The order asked for.
    visual: Option<bool>,
    /// Whether rows are printed as the terminal needs them.
    as_needed: bool,
}

/// The command.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let Some(name) = given.get_one::<OsString>("target") else {
        return Ok(());
    };
    let (id, article, flaws) = match target(&mut call.desk, name)? {
        Target::Article(id) if given.get_flag("raw") => {
            let bytes = call.desk.raw(&id)?.bytes;
            return raw(call, &bytes);
        }
        Target::Article(id) => {
            let loaded = call.desk.load(&id)?;
            (Some(id), loaded.article, loaded.flaws)
        }
        Target::Document(source) => {
            let (reading, bytes) = Desk::peek(&source)?;
            if given.get_flag("raw") {
                return raw(call, &bytes);
            }
            (None, reading.article, reading.flaws)
        }
    };
    let layout = Layout {
        width: given
            .get_one::<u16>("width")
            .map(|width| usize::from(*width)),
        visual: given
            .get_one::<String>("order")
            .map(|order| order == "visual"),
        as_needed: false,
    };
    if given.get_flag("json") {
        let shown = shown(call.words, id.as_ref(), &article, &flaws, layout);
        return Ok(json::line(call.out, &shown)?);
    }
    print(call, &article, &flaws, given.get_flag("clutter"), layout)
}

/// The article as text: title, what is known about it, its blocks parted by blank lines.
pub fn print(
    call: &mut Call<'_>,
    article: &Article,
    flaws: &[Flaw],
    clutter: bool,
    layout: Layout,
) -> Result<(), Stop> {
    let mut texts = article.blocks.iter().map(|block| &block.text);
    let layout = Layout {
        as_needed: call.terminal
            && layout.visual.is_none()
            && (is_bidi(&article.meta.title) || texts.any(|text| is_bidi(text))),
        ..layout
    };
    let mut setter = setter(article, layout);
    let untitled = flaws.iter().any(|flaw| flaw.kind == FlawKind::NoTitle);
    if !untitled {
        print_rows(call, &mut setter, &safe(&article.meta.title), layout)?;
    }
    let about = about(call.words, article);
    if !about.is_empty() {
        print_rows(call, &mut setter, &about, layout)?;
    }
    let shown = article.blocks.iter().filter(|block| match block.kind {
        Kind::Title => untitled,
        Kind::Clutter(_) => clutter,
        _ => true,
    });
    for block in shown {
        writeln!(call.out)?;
        print_rows(call, &mut setter, &block.text, layout)?;
    }
    Ok(())
}

/// Prints the rows of one text: logical, or visual and aligned as its direction asks; without
/// a word about the order, as the terminal needs it.
fn print_rows(
    call: &mut Call<'_>,
    setter: &mut Setter,
    text: &str,
    layout: Layout,
) -> Result<(), Stop> {
    let direction = setter.direction(text);
    if layout.as_needed && (call.lines).write_set(call.out, text, direction, layout.width)? {
        return Ok(());
    }
    let visual = layout.visual == Some(true);
    if layout.width.is_none() && !visual {
        return print_row(call, layout, &plain(text), direction);
    }
    for row in setter.rows(text) {
        if visual {
            let free = match row.direction {
                Direction::Ltr => 0,
                Direction::Rtl => layout.width.unwrap_or(0).saturating_sub(row.width),
            };
            writeln!(call.out, "{:free$}{}", "", row.visual)?;
        } else {
            print_row(call, layout, &plain(&row.text), row.direction)?;
        }
    }
    Ok(())
}

/// Prints one row in logical order.
fn print_row(
    call: &mut Call<'_>,
    layout: Layout,
    text: &str,
    direction: Direction,
) -> Result<(), Stop> {
    let lines = call.lines;
    Ok(if layout.as_needed {
        lines.write_directed(call.out, text, direction)
    } else {
        writeln!(call.out, "{text}")
    }?)
}

fn setter(article: &Article, layout: Layout) -> Setter {
    let blocks = article.blocks.iter().filter(|block| block.kind.in_text());
    Setter::new(
        layout.width,
        majority(blocks.map(|block| block.text.as_str())),
    )
}

/// Source, author, section, date, each isolated from the others (UAX #9): a date between
/// Arabic names would fall apart.
fn about(words: &Words, article: &Article) -> String {
    let meta = &article.meta;
    let date = meta.date.map(|date| words.date(&date.to_string()));
    let parts = [&meta.source, &meta.author, &meta.section, &date]
        .into_iter()
        .flatten();
    let isolated: Vec<String> = parts
        .map(|part| format!("\u{2068}{}\u{2069}", safe(part)))
        .collect();
    isolated.join(" | ")
}

fn shown<'a>(
    words: &Words,
    id: Option<&'a ArticleId>,
    article: &'a Article,
    flaws: &[Flaw],
    layout: Layout,
) -> Shown<'a> {
    let meta = &article.meta;
    let flaws = flaws.iter().map(|flaw| ShownFlaw {
        kind: flaw.kind.name(),
        message: words.flaw(flaw.kind.name(), &flaw.detail),
    });
    let mut setter = setter(article, layout);
    let blocks = article.blocks.iter().zip(article.ranges());
    let blocks =
        blocks.map(|(block, range)| shown_block(&mut setter, block, range.as_ref(), layout));
    Shown {
        id: id.map(ArticleId::as_str),
        source_id: meta.source_id.as_deref(),
        title: &meta.title,
        author: meta.author.as_deref(),
        source: meta.source.as_deref(),
        section: meta.section.as_deref(),
        url: meta.url.as_deref(),
        date: meta.date,
        precision: meta.date.map(|date| date.precision().name()),
        language: meta.language.as_deref(),
        text: article.text(),
        flaws: flaws.collect(),
        blocks: blocks.collect(),
    }
}

fn shown_block<'a>(
    setter: &mut Setter,
    block: &'a Block,
    range: Option<&Range<u32>>,
    layout: Layout,
) -> ShownBlock<'a> {
    let base = range.map_or(0, |range| range.start as usize);
    let rows = layout.width.map(|_| {
        let rows = setter.rows(&block.text).into_iter().map(|row| ShownRow {
            start: base + row.start,
            end: base + row.end,
            text: row.text,
            visual: (layout.visual != Some(false)).then_some(row.visual),
            width: row.width,
        });
        rows.collect()
    });
    ShownBlock {
        kind: block.kind.name(),
        direction: setter.direction(&block.text).name(),
        start: range.map(|range| range.start),
        end: range.map(|range| range.end),
        text: &block.text,
        rows,
    }
}

/// A block's text without controls, embeddings and overrides; isolates that it leaves open
/// are closed.
fn plain(text: &str) -> String {
    let mut open = 0usize;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => {
                out.extend(std::iter::repeat_n('\u{2069}', std::mem::take(&mut open)));
                out.push(c);
            }
            '\u{202a}'..='\u{202e}' => {}
            c if c.is_control() => {}
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                out.push(c);
            }
            '\u{2069}' => {
                open = open.saturating_sub(1);
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out.extend(std::iter::repeat_n('\u{2069}', open));
    out
}

/// The bytes as they came; on a terminal with their controls made visible.
fn raw(call: &mut Call<'_>, bytes: &[u8]) -> Result<(), Stop> {
    if !call.terminal {
        return Ok(call.out.write_all(bytes)?);
    }
    for line in String::from_utf8_lossy(bytes).split_inclusive('\n') {
        let (line, end) = line
            .strip_suffix('\n')
            .map_or((line, ""), |line| (line, "\n"));
        write!(call.out, "{}{end}", safe(line))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn printed_text_commands_nothing_and_leaves_nothing_open() {
        assert_eq!(plain("a\u{202e}b\u{1b}[2Jc\u{85}"), "ab[2Jc");
        assert_eq!(
            plain("\u{2067}a\nb\u{2069}\u{200f}"),
            "\u{2067}a\u{2069}\nb\u{2069}\u{200f}"
        );
    }

    #[test]
    fn every_flaw_has_its_sentence() {
        for language in ["ar", "en"] {
            let words = Words::new(Locale::named(language).unwrap());
            for kind in [
                FlawKind::NoTitle,
                FlawKind::NoDate,
                FlawKind::DoubtfulDate,
                FlawKind::InvalidBytes,
                FlawKind::Charset,
                FlawKind::Controls,
                FlawKind::DoubtfulClutter,
                FlawKind::NotAnArticle,
                FlawKind::FrontMatter,
                FlawKind::Field,
                FlawKind::NoText,
            ] {
                let said = words.flaw(kind.name(), "");
                assert!(!said.starts_with("flaw-"), "{said}");
            }
        }
    }
}
