//! Which lines are two lines that a crawler glued together?

use crate::import::letter::is_digit;
use std::collections::HashMap;

use super::line::{Line, Shape};
use crate::{
    article::{Kind, Precision, Reason},
    import::{byline, date},
};

/// A stamp before so many words of text is one that was glued to it.
const WORDS_AFTER: usize = 8;

/// Lines further down are no head that could be repeated.
const HEAD: usize = 60;

/// Parts the crawler's stamp, a repeated line and a full date with its time from the
/// text glued to them. The words stay in their order.
pub fn part(lines: Vec<Line>) -> Vec<Line> {
    let mut parted = Vec::with_capacity(lines.len());
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (nth, line) in lines.into_iter().enumerate() {
        let line = if nth == 0 {
            crawler_stamp(line, &mut parted)
        } else {
            line
        };
        let line = if nth < HEAD {
            repeated_head(line, &mut parted, &seen)
        } else {
            line
        };
        let line = dated_text(line, &mut parted);
        let line = if nth < HEAD {
            printed(line, &mut parted)
        } else {
            line
        };
        if nth < HEAD && line.shape == Shape::Short && line.words >= 3 {
            seen.entry(line.text.clone()).or_insert(parted.len());
        }
        parted.push(line);
    }
    parted
}

/// « date 2025-10-03 » before whatever the page begins with.
fn crawler_stamp(line: Line, parted: &mut Vec<Line>) -> Line {
    const WORD: &str = "date ";
    let Some(rest) = line.text.strip_prefix(WORD) else {
        return line;
    };
    let digits = rest
        .find(|c: char| !c.is_ascii_digit() && c != '-')
        .unwrap_or(rest.len());
    let stamp: Result<crate::article::Date, _> = rest[..digits].parse();
    // a day's clock after it is somebody's date; whatever else is glued is the page
    if stamp.is_err() || digits < 7 || rest[digits..].starts_with([':', 'T', '/']) {
        return line;
    }
    let (first, rest) = cut(&line, WORD.len() + digits);
    parted.push(first.of_kind(Kind::Clutter(Reason::Clock)));
    match rest {
        Some(rest) => rest,
        None => parted.pop().expect("the stamp was just pushed"),
    }
}

/// A line of the head that stands again, with the text glued on.
fn repeated_head(line: Line, parted: &mut Vec<Line>, seen: &HashMap<String, usize>) -> Line {
    if line.shape != Shape::Prose {
        return line;
    }
    let repeated = seen
        .iter()
        .filter(|(text, _)| {
            line.text.starts_with(text.as_str())
                && line.words >= text.split(' ').count() + WORDS_AFTER
        })
        .max_by_key(|(text, _)| text.len());
    let Some((text, at)) = repeated else {
        return line;
    };
    let (end, at) = (text.len(), *at);
    let after = line.text[end..].chars().next();
    if !after.is_some_and(char::is_whitespace) {
        return line;
    }
    if parted[at].words >= 8 && parted[at].hint.is_none() {
        parted[at].hint = Some(Kind::Standfirst);
    }
    let (first, rest) = cut(&line, end);
    parted.push(first.of_kind(Kind::Clutter(Reason::Repeated)));
    rest.expect("words follow the repeated line")
}

/// «اسم نشر في صحيفة يوم 12 - 03 - 2014»: the author, then paper and day.
fn printed(line: Line, parted: &mut Vec<Line>) -> Line {
    const SIGN: &str = " نشر في ";
    let short = line.words <= 18 && line.shape == Shape::Short && line.spans.is_empty();
    let at = line.text.find(SIGN).filter(|_| short);
    let Some(at) = at.filter(|at| line.text[..*at].split_whitespace().count() <= 5) else {
        return line;
    };
    let (name, rest) = cut(&line, at);
    let Some(rest) = rest.filter(|rest| rest.dates().is_some()) else {
        return line;
    };
    let kind = if byline::is_agency(&name.text) {
        Kind::Dateline
    } else {
        Kind::Byline
    };
    parted.push(name.of_kind(kind));
    rest
}

/// «22 نوفمبر 2018 - 11:31:00» before the first words of the text.
fn dated_text(line: Line, parted: &mut Vec<Line>) -> Line {
    let digit = line.text.starts_with(|c: char| is_digit(c));
    if line.shape != Shape::Prose || !digit || !line.spans.is_empty() {
        return line;
    }
    let head: String = line.text.chars().take(80).collect();
    let dates = date::scan(&head);
    let stamp = dates.stamps.first().filter(|s| {
        let words = line.text[s.bytes.end..].split_whitespace().count();
        s.bytes.start == 0 && s.date.precision() == Precision::Minute && words >= WORDS_AFTER
    });
    let Some(end) = stamp.map(|s| s.bytes.end) else {
        return line;
    };
    let (first, rest) = cut(&line, end);
    parted.push(first);
    rest.expect("words follow the stamp")
}

/// The line before and after a place between two words.
fn cut(line: &Line, at: usize) -> (Line, Option<Line>) {
    let (first, rest) = line.text.split_at(at);
    let rest = rest.trim_start();
    let rest = (!rest.is_empty()).then(|| Line::new(rest, line.hint, 0));
    (Line::new(first.trim_end(), None, line.blanks), rest)
}
