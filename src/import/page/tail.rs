//! What are the lines below the text?

use super::{
    body::Body,
    head::section,
    line::{End, Line, Shape},
};
use crate::{
    article::{Kind, Reason},
    import::byline,
};

/// A line that shares no more than this with the text is another story's.
const FOREIGN: f32 = 0.2;

/// A line that shares so much is about the same, whatever it is.
const SAME: f32 = 0.5;

/// A line among tags and menus is no longer than this, in words.
const LONGEST_IN_RUN: usize = 14;

/// Settles what the lines below the body are; returns the lines it could not be sure of,
/// which stay text.
pub fn settle(lines: &mut [Line], body: &Body, title: Option<usize>) -> Vec<usize> {
    let end = body.lines.end;
    let title = title.map(|t| lines[t].key().to_owned());
    let below = &mut lines[end..];
    for line in below.iter_mut().filter(|l| l.is_open()) {
        if title.as_deref() == Some(line.key()) {
            line.kind = Some(Kind::Clutter(Reason::Repeated));
        }
    }
    settle_run(below, body, body.stopped);
    let foreign = below.iter().filter(|l| is_foreign(l, body)).count();
    let (mut announced, mut doubtful, mut signed) = (None, Vec::new(), false);
    for (at, line) in below.iter_mut().enumerate().filter(|(_, l)| l.is_open()) {
        let stated = kind_of_label(line, announced.is_none());
        if let Some(Kind::Clutter(reason)) = stated
            && line.announces().is_some()
            && announces_anew(line, reason, announced)
        {
            announced = Some(reason);
        }
        let kind = stated.or_else(|| {
            let reason = announced?;
            Some(Kind::Clutter(governed(reason)))
        });
        let kind = kind.or_else(|| unlabelled(line, body, foreign, signed, at == 0));
        signed |= kind == Some(Kind::Byline);
        let hidden = stated.is_none() && line.is_prose() && kind.is_some();
        if kind.is_none() || hidden {
            doubtful.push(end + at);
        }
        line.kind = kind.or(Some(Kind::Paragraph));
    }
    doubtful
}

/// Settles the lines right below a text of whole sentences together, if there are several and
/// none of them is one: tags, menus and titles of other stories.
fn settle_run(below: &mut [Line], body: &Body, stopped: bool) {
    let open = |l: &Line| {
        l.is_open()
            && l.shape == Shape::Short
            && l.hint.is_none()
            && matches!(l.end, End::Open | End::Mark | End::Cut)
            && l.label.is_none_or(|l| l.weak)
            && l.words <= LONGEST_IN_RUN
            && l.dates().is_none()
            && l.author().is_none()
            && l.source().is_none()
            && !l.text.starts_with(['•', '-', '–', '—', '*', '▪', '✔', '('])
            && !l.text.starts_with(|c: char| c.is_numeric())
    };
    // a signature may come first
    let signs = |l: &Line| {
        let name = byline::bare(&l.text);
        l.author().is_some()
            || byline::is_personal(name) && byline::is_known(name)
            || l.words <= 9 && byline::is_office(&l.text)
            || l.source().is_some()
            || l.has_credit()
    };
    let start = below.iter().take_while(|l| signs(l)).count();
    // words in a line that announce nothing do not end the run
    let passed = |l: &Line| {
        let mere = l.label.is_some() && l.announces().is_none();
        open(l) || !l.is_open() || l.shape == Shape::Number || mere
    };
    let run = below[start..].iter().take_while(|l| passed(l)).count();
    let run = &mut below[start..start + run];
    if !stopped || run.iter().filter(|l| open(l)).count() < 2 {
        return;
    }
    let lines = || run.iter().filter(|l| open(l) && l.label.is_none());
    let reason = if lines().any(|l| l.words > 3) {
        Reason::Related
    } else if lines().any(|l| body.topic.share(l) > 0.0) {
        Reason::Tags
    } else {
        Reason::Navigation
    };
    for line in run.iter_mut().filter(|l| open(l)) {
        line.kind = Some(Kind::Clutter(line.label.map_or(reason, |l| l.reason)));
    }
}

/// What the line is by a rule of its own.
fn kind_of_label(line: &Line, first: bool) -> Option<Kind> {
    if first && line.author().is_some_and(|name| !byline::is_agency(name)) {
        return Some(Kind::Byline);
    }
    if let Some(label) = line.label {
        return Some(Kind::Clutter(label.reason));
    }
    if line.source().is_some() || first && line.dates().is_some() {
        return Some(Kind::Dateline);
    }
    match line.shape {
        Shape::Ticker => Some(Kind::Clutter(Reason::Related)),
        Shape::Number | Shape::Address => Some(Kind::Clutter(Reason::Widget)),
        _ => is_hashtags(&line.text).then_some(Kind::Clutter(Reason::Tags)),
    }
}

/// Whether a label ends what an earlier one announced. Among titles of other stories and
/// comments stand names of sections, share words and fields of forms.
fn announces_anew(line: &Line, reason: Reason, announced: Option<Reason>) -> bool {
    let held = matches!(announced, Some(Reason::Related | Reason::Comments));
    matches!(reason, Reason::Related | Reason::Comments) || !held && section(line).is_none()
}

/// What unlabelled lines below a label are.
fn governed(reason: Reason) -> Reason {
    match reason {
        Reason::Related
        | Reason::Comments
        | Reason::Copyright
        | Reason::Tags
        | Reason::Masthead => reason,
        _ => Reason::Navigation,
    }
}

/// A line below the text with nothing said about it.
fn unlabelled(line: &Line, body: &Body, foreign: usize, signed: bool, first: bool) -> Option<Kind> {
    let share = body.topic.share(line);
    let name = byline::bare(&line.text);
    let marked = first && line.text.starts_with(['*', '-', '–', '—', '/', '(', '|']);
    let personal = byline::is_personal(name) && (byline::is_known(name) || marked);
    if !signed && personal && foreign <= 1 {
        return Some(Kind::Byline);
    }
    if line.words <= 9 && byline::is_office(&line.text) {
        return Some(Kind::Byline);
    }
    if line.words <= 4 && byline::is_agency(&line.text) {
        return Some(Kind::Dateline);
    }
    if line.has_credit() {
        return Some(Kind::Caption);
    }
    if is_foreign(line, body) && (foreign >= 2 || line.words >= 4) {
        return Some(Kind::Clutter(Reason::Related));
    }
    let short = line.shape == Shape::Short && line.end != End::Colon;
    // Among several titles of other stories one may share a word or two.
    if short && foreign >= 2 && share < SAME {
        return Some(Kind::Clutter(Reason::Related));
    }
    None
}

/// A short line without a stop that shares nothing with the text.
fn is_foreign(line: &Line, body: &Body) -> bool {
    line.is_open()
        && line.label.is_none()
        && line.dates().is_none()
        && line.shape == Shape::Short
        && matches!(line.end, End::Open | End::Mark | End::Cut)
        && line.words >= 3
        && body.topic.share(line) <= FOREIGN
}

fn is_hashtags(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|w| w.starts_with('#'))
}
