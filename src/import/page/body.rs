//! Where does the article's own text begin and end?

use std::ops::Range;

use super::{
    line::{End, Line, Shape},
    topic::Topic,
};
use crate::{
    article::{Kind, Reason},
    import::byline,
};

/// The body of a page.
#[derive(Debug)]
pub struct Body {
    /// Its lines, from the first of the text to the last.
    pub lines: Range<usize>,
    /// What it is about.
    pub topic: Topic,
    /// The blank lines between two paragraphs, as a rule.
    pub gap: usize,
}

/// A paragraph below a label belongs to the article if it shares so many of its words.
const SHARED_BELOW_LABEL: f32 = 0.34;

/// A headline run of so many words without one sign of a sentence is no sentence.
const RUN: usize = 30;

/// Sets headlines apart that run into one line above the text: no comma, no stop, and
/// hardly a word of the paragraphs that follow, which have them.
pub fn set_run_apart(lines: &mut [Line]) {
    let Some(first) = lines.iter().position(is_text) else {
        return;
    };
    let (head, rest) = lines.split_at_mut(first + 1);
    let line = &mut head[first];
    let unsigned = |l: &Line| !l.text.contains(['،', ',', '.', '؛']);
    let following: Vec<&Line> = rest.iter().filter(|l| is_text(l)).take(6).collect();
    if line.words < RUN || !unsigned(line) || following.is_empty() {
        return;
    }
    let signed = following.iter().filter(|l| !unsigned(l)).count() * 2 > following.len();
    if signed && Topic::of(following).share(line) < SHARED_BELOW_LABEL {
        line.kind = Some(Kind::Clutter(Reason::Ticker));
    }
}

/// The same, where paragraphs follow each other.
const SHARED_IN_RUN: f32 = 0.15;

/// The body, if the page has running text.
pub fn find(lines: &[Line]) -> Option<Body> {
    let start = first(lines)?;
    let (end, topic) = last(lines, start);
    let gap = gap(&lines[start..end]);
    Some(Body {
        lines: start..end,
        topic,
        gap,
    })
}

/// Whether the line is text of the body by its looks.
pub fn is_text(line: &Line) -> bool {
    line.is_open()
        && (line.is_prose() || line.shape == Shape::Verse)
        && line.dates().is_none()
        && !matches!(line.hint, Some(Kind::Title))
}

/// The first line of the text: a standfirst above dates and names does not count.
fn first(lines: &[Line]) -> Option<usize> {
    let mut start = lines.iter().position(is_text)?;
    // A question of many words is a title.
    for _ in 0..2 {
        let Some(next) = lines.iter().skip(start + 1).position(is_text) else {
            break;
        };
        let next = start + 1 + next;
        let between = &lines[start + 1..next];
        let head = next - start <= 5 && lines[start].words <= 45 && between.iter().any(closes_head);
        if !head {
            break;
        }
        start = next;
    }
    // Short sentences just above belong to it.
    while start > 0 {
        let above = &lines[start - 1];
        let same =
            above.shape == Shape::Sentence && above.end == End::Full && above.label.is_none();
        if !(same && above.is_open() && above.dates().is_none()) || lines[start].blanks > 1 {
            break;
        }
        start -= 1;
    }
    Some(start)
}

/// Whether the line is one of those that stand between a standfirst and the text.
fn closes_head(line: &Line) -> bool {
    let dated = line.dates().is_some_and(|d| !d.stamps.is_empty());
    let name = byline::trim(&line.text);
    dated || line.author().is_some() || byline::is_known(name) && byline::is_personal(name)
}

/// The end of the text (past its last line) and its topic.
fn last(lines: &[Line], start: usize) -> (usize, Topic) {
    let mut topic = Topic::default();
    let (mut end, mut paragraphs, mut announced) = (start + 1, 0, None);
    for (at, line) in lines.iter().enumerate().skip(start) {
        if let Some(reason) = line.announces().filter(|_| !is_mere(line)) {
            announced = announced.or(Some(reason));
        }
        let text =
            is_text(line) || line.shape == Shape::Sentence && at <= end + 1 && line.label.is_none();
        if !text {
            continue;
        }
        let belongs = match announced {
            None => true,
            Some(Reason::Comments | Reason::Copyright) => topic.share(line) >= 0.6,
            Some(_) => {
                // Leads of other stories stand one by one between their titles.
                let before = at
                    .checked_sub(1)
                    .is_some_and(|above| is_text(&lines[above]));
                let run = before || lines.get(at + 1).is_some_and(is_text);
                let least = if run {
                    SHARED_IN_RUN
                } else {
                    SHARED_BELOW_LABEL
                };
                paragraphs < 2 || topic.share(line) >= least
            }
        };
        if belongs {
            topic.add(line);
            (end, paragraphs, announced) = (at + 1, paragraphs + 1, None);
        }
    }
    (end, topic)
}

/// A label that may stand between two paragraphs without announcing anything.
fn is_mere(line: &Line) -> bool {
    line.label
        .is_some_and(|l| l.section || l.weak && l.reason != Reason::Comments)
        || matches!(
            line.announces(),
            Some(Reason::Notice | Reason::Share | Reason::Widget | Reason::Navigation)
        )
}

/// The most usual number of blank lines between two paragraphs.
fn gap(lines: &[Line]) -> usize {
    let mut counts = [0usize; 8];
    for line in lines.iter().skip(1).filter(|l| is_text(l)) {
        counts[line.blanks.min(7)] += 1;
    }
    (0..8).rev().max_by_key(|gap| counts[*gap]).unwrap_or(0)
}
