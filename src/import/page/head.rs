//! What are the lines above the text?

use std::collections::HashMap;

use super::{
    body::Body,
    line::{End, Line, Shape},
    sign, title,
    topic::Topic,
};
use crate::{
    article::{Kind, Reason},
    import::{byline, label::Extent},
};

/// Settles what the lines above the body are; returns the title's line.
pub fn settle(lines: &mut [Line], body: &Body) -> Option<usize> {
    let start = body.lines.start;
    masthead(&mut lines[..start]);
    for line in lines[..start].iter_mut().filter(|l| l.is_open()) {
        line.kind = plain_kind(line);
    }
    let title = title::find(&lines[..start], &body.topic);
    if let Some(title) = title {
        lines[title].kind = Some(Kind::Title);
        above(&mut lines[..=title], &body.topic);
        below(&mut lines[title..start], &body.topic);
    } else {
        untitled(&mut lines[..start], body);
    }
    clocks(lines, title, start);
    title
}

/// What a line is by itself, wherever it stands above the text.
fn plain_kind(line: &Line) -> Option<Kind> {
    if line.hint == Some(Kind::Title) {
        return None;
    }
    if line.author().is_some_and(|name| !byline::is_agency(name)) {
        return Some(Kind::Byline);
    }
    if line.dates().is_some() || line.source().is_some() {
        return Some(Kind::Dateline);
    }
    if let Some(label) = line.label {
        return Some(Kind::Clutter(label.reason));
    }
    if sign::is_clock(line) {
        return Some(Kind::Clutter(Reason::Clock));
    }
    match line.shape {
        Shape::Number | Shape::Address => Some(Kind::Clutter(Reason::Widget)),
        Shape::Ticker => Some(Kind::Clutter(Reason::Ticker)),
        _ => None,
    }
}

/// An office of the paper and the name below it.
fn masthead(head: &mut [Line]) {
    for at in 0..head.len() {
        if head[at].announces() != Some(Reason::Masthead) {
            continue;
        }
        head[at].kind = Some(Kind::Clutter(Reason::Masthead));
        if let Some(name) = head.get_mut(at + 1)
            && name.words <= 5
            && name.label.is_none()
            && name.dates().is_none()
        {
            name.kind = Some(Kind::Clutter(Reason::Masthead));
        }
    }
}

/// Menus, sections, a kicker and the headlines of other stories.
fn above(head: &mut [Line], topic: &Topic) {
    let (title, above) = head.split_last_mut().expect("the title is the last line");
    let open: Vec<usize> = (0..above.len()).filter(|at| above[*at].is_open()).collect();
    for at in &open {
        let line = &above[*at];
        let kicker = *at + 1 == above.len()
            && (3..=9).contains(&line.words)
            && line.end == End::Open
            && !line.key().contains(title.key())
            && (open.len() == 1 && *at == 0 || topic.share(line) >= 0.5);
        let kind = if byline::is_personal(&line.text)
            && byline::is_known(&line.text)
            && *at + 1 == above.len()
        {
            Kind::Byline
        } else if sign::is_masthead(line) {
            Kind::Clutter(Reason::Navigation)
        } else if kicker {
            Kind::Subtitle
        } else if line.words <= 3 || line.key().contains(title.key()) || line.end == End::Colon {
            Kind::Clutter(Reason::Navigation)
        } else {
            Kind::Clutter(Reason::Ticker)
        };
        above[*at].kind = Some(kind);
    }
}

/// What stands between the title and the text.
fn below(part: &mut [Line], topic: &Topic) {
    let title = part[0].key().to_owned();
    let mut firsts: HashMap<String, usize> = HashMap::new();
    let mut headline_over = false;
    for at in 1..part.len() {
        if !part[at].is_open() {
            headline_over |= matches!(part[at].kind, Some(Kind::Dateline | Kind::Byline));
            continue;
        }
        if is_same(part[at].key(), &title) {
            part[at].kind = Some(Kind::Clutter(Reason::Repeated));
            continue;
        }
        if let Some(first) = firsts.get(part[at].key()).copied() {
            part[at].kind = Some(Kind::Clutter(Reason::Repeated));
            if matches!(
                part[first].kind,
                Some(Kind::Subtitle | Kind::Clutter(Reason::Navigation))
            ) && part[first].words > 1
            {
                part[first].kind = Some(Kind::Caption);
            }
            continue;
        }
        firsts.insert(part[at].key().to_owned(), at);
        let kind = kind_below(&part[at], headline_over, topic);
        headline_over |= matches!(
            kind,
            Kind::Byline | Kind::Caption | Kind::Standfirst | Kind::Subtitle
        );
        part[at].kind = Some(kind);
    }
}

fn kind_below(line: &Line, headline_over: bool, topic: &Topic) -> Kind {
    if matches!(
        line.hint,
        Some(Kind::Standfirst | Kind::Caption | Kind::Heading(_))
    ) {
        return line.hint.unwrap_or(Kind::Caption);
    }
    if line.has_credit() || sign::ends_in_outlet(line) || line.end == End::Cut && line.words <= 25 {
        return Kind::Caption;
    }
    if line.words <= 6 && byline::after_place(&line.text).is_some() && topic.share(line) < 0.5 {
        return Kind::Byline;
    }
    let name = byline::bare(&line.text);
    if byline::is_personal(name) && (topic.share(line) == 0.0 || byline::is_known(name)) {
        return Kind::Byline;
    }
    if line.words <= 4 && byline::is_agency(&line.text) {
        return Kind::Dateline;
    }
    if matches!(line.shape, Shape::Prose | Shape::Sentence) || line.words >= 18 {
        return Kind::Standfirst;
    }
    if line.words <= 5 && title::is_place_and_source(line) {
        return Kind::Dateline;
    }
    if line.words <= 2 && topic.share(line) == 0.0 {
        return Kind::Clutter(Reason::Navigation);
    }
    if !headline_over && reads_as_headline(line) {
        Kind::Subtitle
    } else {
        Kind::Caption
    }
}

/// A second headline says something: it has a verb, a colon or a pause. The words under a
/// picture are mostly a noun and what belongs to it.
fn reads_as_headline(line: &Line) -> bool {
    let verb = |word: &str| word.starts_with('ي') && word.chars().count() >= 4;
    line.words >= 9
        || line.text.contains([':', '«', '؟', '"'])
        || line.text.contains("..")
        || line.folded().split_whitespace().any(verb)
}

/// Nothing above the text is its title: lists of headlines, or a few lines of text.
fn untitled(head: &mut [Line], body: &Body) {
    let open = head.iter().filter(|l| l.is_open()).count();
    for line in head.iter_mut().filter(|l| l.is_open()) {
        let kind = if byline::is_personal(&line.text) && byline::is_known(&line.text) {
            Kind::Byline
        } else if line.words == 1 || line.words == 2 && body.topic.share(line) == 0.0 {
            Kind::Clutter(Reason::Navigation)
        } else if title::is_place_and_source(line) {
            Kind::Dateline
        } else if open > 3 {
            Kind::Clutter(Reason::Ticker)
        } else {
            continue;
        };
        line.kind = Some(kind);
    }
}

/// A date that stands above the title while another stands below it is the site's clock;
/// so is a crawler's stamp and a clock with «last update» at the top of the page.
fn clocks(lines: &mut [Line], title: Option<usize>, start: usize) {
    let first_text = title.unwrap_or(start);
    let states = |l: &Line| {
        let published = l.dates().is_some_and(|d| d.published().is_some());
        l.kind == Some(Kind::Dateline) && published && !l.text.contains('@')
    };
    let last = lines[..start].iter().rposition(states);
    for (at, line) in lines[..first_text].iter_mut().enumerate() {
        if line.kind != Some(Kind::Dateline) {
            continue;
        }
        let Some(dates) = line.dates() else { continue };
        let crawler = line.text.contains('@');
        let site = at < 3 && dates.updated().is_some() && dates.published().is_none();
        let other = title.is_some() && last.is_some_and(|last| last > at);
        if crawler || site || other {
            line.kind = Some(Kind::Clutter(Reason::Clock));
        }
    }
    for line in &mut lines[first_text..start] {
        if line.kind == Some(Kind::Dateline) && line.text.contains('@') && line.dates().is_some() {
            line.kind = Some(Kind::Clutter(Reason::Clock));
        }
    }
}

/// The same words, or the same but for a short part at one end.
fn is_same(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    long == short
        || short.len() * 5 >= long.len() * 4 && (long.starts_with(short) || long.ends_with(short))
}

/// Whether a label of the head names the section the article stands in.
pub fn section(line: &Line) -> Option<&str> {
    let label = line.label?;
    (label.section && label.extent == Extent::Whole).then_some(line.text.as_str())
}
