//! How do the lines of a scraped page become blocks, each of its kind?
//!
//! First the body is found (the run of long lines with stops), then the lines above it,
//! inside and below are settled one by one. Every line becomes a block: nothing is
//! dropped and nothing made up.

mod body;
mod clean;
mod credits;
mod head;
mod inside;
mod line;
mod split;
mod tail;
mod title;
mod topic;

use self::line::{Line, Shape};
use crate::article::{Article, Block, Flaw, FlawKind, Inline, Kind, Meta};

/// A line as a form of document gives it.
#[derive(Debug, Clone)]
pub struct Raw {
    /// Its text, trimmed, never empty.
    pub text: String,
    /// Inline spans.
    pub spans: Vec<Inline>,
    /// What the markup says that it is.
    pub hint: Option<Kind>,
    /// Blank lines before it.
    pub blanks: usize,
}

/// The lines of a plain text, blank ones counted.
pub fn raw_lines(text: &str) -> Vec<Raw> {
    let mut blanks = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let line = line.trim();
        if line.is_empty() {
            blanks += 1;
            continue;
        }
        lines.push(Raw {
            text: line.replace('\t', "   "),
            spans: Vec::new(),
            hint: None,
            blanks,
        });
        blanks = 0;
    }
    lines
}

/// Reads a page from its lines. What `meta` holds already is believed before the page's lines.
pub fn read(raw: Vec<Raw>, meta: Meta, flaws: &mut Vec<Flaw>) -> Article {
    let lines = raw.into_iter().map(Line::from).collect();
    let mut lines = split::part(lines);
    say_title(&mut lines, &meta.title);
    lone_verse(&mut lines);
    body::set_run_apart(&mut lines);
    let title = match body::find(&lines) {
        Some(body) => {
            let title = head::settle(&mut lines, &body);
            inside::settle(&mut lines, &body, title);
            let doubtful = tail::settle(&mut lines, &body, title);
            for at in doubtful {
                flaws.push(Flaw::new(
                    FlawKind::DoubtfulClutter,
                    beginning(&lines[at].text, 60),
                ));
            }
            title
        }
        None => bare(&mut lines),
    };
    if is_list(&lines) {
        flaws.push(Flaw::new(FlawKind::NotAnArticle, ""));
    }
    let meta = credits::of(&lines, title, meta, flaws);
    let blocks = lines.into_iter().map(block).collect();
    Article { meta, blocks }
}

/// Reads a text that is already clean: a record's, or one whose lines know their kinds.
pub fn read_clean(raw: Vec<Raw>, meta: Meta, flaws: &mut Vec<Flaw>) -> Article {
    let line = |raw| Line::with_labels(raw, clean::LONGEST_LABEL);
    let mut lines: Vec<Line> = raw.into_iter().map(line).collect();
    lone_verse(&mut lines);
    clean::read(lines, meta, flaws)
}

/// The first words of a text, up to so many characters, cut between two words.
pub fn beginning(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(most - 1)
        .map_or(text.len(), |(at, _)| at);
    let cut = text[..end]
        .rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .unwrap_or(end);
    let words = text[..cut].trim_end_matches(|c: char| c.is_whitespace() || "،,:؛-".contains(c));
    format!("{words}…")
}

/// A title that the document's head states is the first line that says the same.
fn say_title(lines: &mut [Line], title: &str) {
    if title.is_empty() || lines.iter().any(|l| l.hint == Some(Kind::Title)) {
        return;
    }
    let key = label_key(title);
    if let Some(line) = lines.iter_mut().find(|l| l.key() == key && l.is_open()) {
        line.hint = Some(Kind::Title);
    }
}

/// One line of two halves is no poem: only `***` says so by itself.
fn lone_verse(lines: &mut [Line]) {
    let verses = lines.iter().filter(|l| l.shape == Shape::Verse).count();
    for line in lines {
        if line.shape == Shape::Verse && verses < 2 && !line.text.contains("***") {
            line.shape = Shape::Short;
        }
    }
}

/// A page without running text: labels are clutter, the first line may be a title.
fn bare(lines: &mut [Line]) -> Option<usize> {
    for line in lines.iter_mut().filter(|l| l.is_open()) {
        line.kind = match line.label {
            Some(label) if !label.weak => Some(Kind::Clutter(label.reason)),
            _ if line.author().is_some() => Some(Kind::Byline),
            _ if line.dates().is_some() => Some(Kind::Dateline),
            _ => None,
        };
    }
    let open: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_open()).collect();
    let stated = open
        .iter()
        .copied()
        .find(|at| lines[*at].hint == Some(Kind::Title));
    let title = stated.or_else(|| {
        let first = *open.first().filter(|_| open.len() > 1)?;
        (lines[first].words <= 25 && lines[first].shape == Shape::Short).then_some(first)
    });
    for at in open {
        let line = &mut lines[at];
        line.kind = Some(match line.hint {
            _ if title == Some(at) => Kind::Title,
            Some(hint) if hint != Kind::Title => hint,
            _ if line.shape == Shape::Verse => Kind::Verse,
            _ => Kind::Paragraph,
        });
    }
    title
}

/// Whether the page is a list of articles: many short lines or teasers, hardly any text.
fn is_list(lines: &[Line]) -> bool {
    let prose = lines.iter().filter(|l| l.is_prose());
    let cut = prose
        .clone()
        .filter(|l| l.end == line::End::Cut || l.text.ends_with("المزيد"))
        .count();
    let (prose, verse) = (
        prose.count(),
        lines.iter().filter(|l| l.shape == Shape::Verse).count(),
    );
    let short = lines
        .iter()
        .filter(|l| l.shape == Shape::Short && l.words >= 3)
        .count();
    cut >= 3 && cut * 2 > prose || prose <= 1 && verse == 0 && short >= 8
}

/// The letters of a title, to compare with those of lines.
fn label_key(title: &str) -> String {
    super::label::squeeze(&crate::text::fold(title))
}

fn block(line: Line) -> Block {
    let kind = line.kind.unwrap_or(Kind::Paragraph);
    let mut text = line.text;
    let mut spans = line.spans;
    if kind == Kind::Item && line.hint.is_none() {
        // The screen sets the bullet of an item.
        text = text
            .trim_start_matches(|c: char| c.is_whitespace() || "•▪●◦‣·*-–—✔■".contains(c))
            .to_owned();
        spans.clear();
    }
    Block { kind, text, spans }
}
