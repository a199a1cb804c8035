//! What are the lines between the first and the last of the text?

use crate::import::letter::is_letter;
use std::collections::HashMap;

use super::{
    body::{Body, is_text},
    line::{End, Line, Shape},
    sign,
};
use crate::article::{Kind, Reason};

/// The longest heading, in words.
const LONGEST_HEADING: usize = 14;

/// Titles, standfirsts and captions have no more words; what has is compared as it stands.
const LONGEST_HEAD: usize = 50;

/// So many questions on lines of their own make an interview.
const INTERVIEW: usize = 3;

/// Settles what the lines of the body are. Lines that stay open are text.
pub fn settle(lines: &mut [Line], body: &Body, title: Option<usize>) {
    let range = body.lines.clone();
    if title.is_some() {
        standfirst(lines, body);
    }
    announced(&mut lines[range.clone()]);
    let title = title.map(|t| lines[t].key().to_owned());
    repeated(lines, body, title.as_deref());
    let inside = &mut lines[range];
    let interview = is_interview(inside);
    for at in 0..inside.len() {
        if inside[at].is_open() {
            let kind = kind(inside, at, interview);
            inside[at].kind = Some(kind);
        }
    }
}

/// A first paragraph that is a summary: one sentence, set apart from the text that tells it again.
fn standfirst(lines: &mut [Line], body: &Body) {
    let start = body.lines.start;
    let Some(next) = (start + 1..body.lines.end).find(|at| is_text(&lines[*at])) else {
        return;
    };
    let (line, after) = (&lines[start], &lines[next]);
    let inner = line.text.trim_end_matches(['.', ' ']);
    let one_sentence = !inner.contains(". ") && !inner.contains("؟ ");
    let apart = next == start + 1 && after.blanks > body.gap
        || body.gap > 0 && line.blanks == 0 && start > 0 && after.blanks > 0;
    if one_sentence && apart && line.words <= 45 && line.words < after.words && line.is_open() {
        lines[start].kind = Some(Kind::Standfirst);
    }
}

/// A label in the middle: what follows it, up to the next line of text, belongs to it.
fn announced(inside: &mut [Line]) {
    let mut announced = None;
    for line in inside {
        if line.closes() {
            announced = None;
            line.kind.get_or_insert(Kind::Clutter(Reason::Related));
        } else if let Some(label) = line.label.filter(|l| !l.weak) {
            line.kind.get_or_insert(Kind::Clutter(label.reason));
            announced = line.announces().filter(|r| *r == Reason::Related);
        } else if is_text(line) || line.shape == Shape::Sentence {
            announced = None;
        } else if let Some(reason) = announced
            && line.is_open()
        {
            line.kind = Some(Kind::Clutter(reason));
        }
    }
}

/// The title again, and the second of two equal short lines; the first of them is a caption.
fn repeated(lines: &mut [Line], body: &Body, title: Option<&str>) {
    let mut firsts: HashMap<String, usize> = HashMap::new();
    for at in 0..body.lines.end {
        let line = &lines[at];
        if sameness(line).len() < 4 || matches!(line.shape, Shape::Number | Shape::Verse) {
            continue;
        }
        if at < body.lines.start {
            if matches!(
                line.kind,
                Some(Kind::Caption | Kind::Subtitle | Kind::Standfirst)
            ) {
                firsts.entry(sameness(line).to_owned()).or_insert(at);
            }
            continue;
        }
        if !line.is_open() {
            continue;
        }
        if title == Some(sameness(line)) {
            lines[at].kind = Some(Kind::Clutter(Reason::Repeated));
        } else if let Some(first) = firsts.get(sameness(line)).copied() {
            if lines[first].is_open()
                && !is_text(&lines[first])
                && lines[first].shape != Shape::Sentence
            {
                lines[first].kind = Some(Kind::Caption);
            }
            // Refrains of a few words («قال:») are text; so is a paragraph said twice on purpose.
            if lines[at].words >= 2 {
                lines[at].kind = Some(Kind::Clutter(Reason::Repeated));
            }
        } else {
            firsts.insert(sameness(line).to_owned(), at);
        }
    }
}

/// What makes two lines the same: the letters of a short one, all of a long one.
fn sameness(line: &Line) -> &str {
    if line.words > LONGEST_HEAD {
        &line.text
    } else {
        line.key()
    }
}

/// What an open line is among the others.
pub fn kind(inside: &[Line], at: usize, interview: bool) -> Kind {
    let line = &inside[at];
    let said = line.hint.filter(|h| {
        matches!(
            h,
            Kind::Heading(_) | Kind::Quote | Kind::Item | Kind::Code | Kind::Caption
        )
    });
    if let Some(kind) = said {
        return kind;
    }
    if line.tells_of_picture() {
        return Kind::Caption;
    }
    match line.shape {
        Shape::Verse => return Kind::Verse,
        Shape::Prose | Shape::Sentence => return item_or_paragraph(inside, at),
        Shape::Ticker => return Kind::Clutter(Reason::Ticker),
        Shape::Address => return Kind::Clutter(Reason::Widget),
        // The hour of an entry in a running report.
        _ if line.dates().is_some_and(|d| d.stamps.is_empty()) => return Kind::Dateline,
        Shape::Number if line.key().is_empty() || line.text.chars().count() <= 2 => {
            return Kind::Clutter(Reason::Widget);
        }
        Shape::Number | Shape::Short => {}
    }
    if line.has_credit() {
        return Kind::Caption;
    }
    if sign::is_latin_scrap(line) && inside.iter().any(is_arabic_prose) {
        return Kind::Clutter(Reason::Widget);
    }
    if is_posted(inside, at) || sign::is_quoted(line) {
        return Kind::Quote;
    }
    if bullet(line) || line.text.starts_with("س:") || line.text.starts_with("ج:") {
        return item_or_paragraph(inside, at);
    }
    let next = inside[at + 1..].iter().find(|l| !is_clutter(l));
    let leads = |l: &Line| l.end == End::Colon && l.words >= 5;
    let text = |l: &Line| {
        is_text(l) || matches!(l.shape, Shape::Sentence | Shape::Verse | Shape::Prose) || bullet(l)
    };
    let before_text = next.is_some_and(|l| text(l) || leads(l));
    let above = inside[..at].iter().rev().find(|l| !is_clutter(l));
    let announced = above.is_some_and(|l| l.end == End::Colon);
    let question = interview && is_question(line);
    let ends = matches!(line.end, End::Open | End::Mark | End::Cut)
        || line.end == End::Colon && line.words <= 6;
    let sentences = sign::has_inner_stop(line);
    let heading = before_text
        && ends
        && !sentences
        && !question
        && !announced
        && line.words <= LONGEST_HEADING;
    if heading {
        Kind::Heading(2)
    } else {
        Kind::Paragraph
    }
}

fn is_arabic_prose(line: &Line) -> bool {
    is_text(line)
        && line
            .text
            .starts_with(|c: char| ('\u{620}'..='\u{64a}').contains(&c))
}

fn is_clutter(line: &Line) -> bool {
    matches!(line.kind, Some(Kind::Clutter(_) | Kind::Caption))
}

/// Whether the lines ask and answer.
pub fn is_interview(lines: &[Line]) -> bool {
    lines.iter().filter(|l| is_question(l)).count() >= INTERVIEW
}

fn is_question(line: &Line) -> bool {
    line.words >= 4 && line.end == End::Mark && line.text.trim_end().ends_with(['؟', '?'])
}

/// A post set into the text: its words after a colon, with its address or its author below
/// them, and that author's line; also a line in quotation marks after a colon.
fn is_posted(inside: &[Line], at: usize) -> bool {
    let line = &inside[at];
    if is_handle(&line.text) {
        return true;
    }
    let announced = at > 0 && inside[at - 1].end == End::Colon;
    let signed = inside[at + 1..].iter().take(2);
    let quoted = line.text.starts_with(['«', '"', '“']);
    announced
        && (quoted
            || signed
                .into_iter()
                .any(|l| l.shape == Shape::Address || is_handle(&l.text)))
}

/// «— اسم (@handle) …» below a quoted post.
fn is_handle(text: &str) -> bool {
    text.contains("(@") && text.split_whitespace().count() <= 14
}

/// Whether the line begins with a bullet or a dash.
fn bullet(line: &Line) -> bool {
    let mut chars = line.text.chars();
    let first = chars.next().is_some_and(|c| "•▪●◦‣·*-–—✔■".contains(c));
    first && chars.any(is_letter)
}

/// A run of lines with the same bullet is a list; questions and answers with two signs are not.
fn item_or_paragraph(inside: &[Line], at: usize) -> Kind {
    if !bullet(&inside[at]) {
        return Kind::Paragraph;
    }
    let sign = |line: &Line| bullet(line).then(|| line.text.chars().next()).flatten();
    let own = sign(&inside[at]);
    let above = inside[..at].last().and_then(sign);
    let below = inside.get(at + 1).and_then(sign);
    let same = above == own || below == own;
    let other = |s: Option<char>| s.is_some() && s != own;
    if same && !other(above) && !other(below) {
        Kind::Item
    } else {
        Kind::Paragraph
    }
}
