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
    /// Whether its paragraphs are whole sentences, to the last.
    pub stopped: bool,
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

/// Headlines run into one line below the text have so many words at least.
const RUN_BELOW: usize = 16;

/// Sets the lines at the end of the text apart that only look like it: headlines run into
/// one line, and notes on single words, each below its word. Returns them.
pub fn set_end_apart(lines: &mut [Line], body: &mut Body) -> std::vec::IntoIter<usize> {
    let (start, end) = (body.lines.start, body.lines.end);
    let Some(last) = (start + 3..end).next_back() else {
        return Vec::new().into_iter();
    };
    let signed = |l: &Line| l.text.contains(['،', ',', '.', '؛']);
    let rest: Vec<&Line> = lines[start..last].iter().filter(|l| is_text(l)).collect();
    let stopped = rest.iter().all(|l| signed(l) && l.end != End::Open);
    let line = &lines[last];
    let run = line.words >= RUN_BELOW && !signed(line) && line.end == End::Open;
    let mut first = end;
    if is_text(line) && run && stopped && Topic::of(rest).share(line) < SHARED_BELOW_LABEL {
        first = last;
    } else {
        while first >= start + 4 && is_note(&lines[first - 2], &lines[first - 1]) {
            first -= 2;
        }
        if end - first < 4 {
            first = end;
        }
    }
    for line in &mut lines[first..end] {
        line.kind = Some(Kind::Clutter(Reason::Related));
    }
    body.lines.end = first;
    (first..end).collect::<Vec<_>>().into_iter()
}

/// A word of its own and a sentence that says what it is: «النهر هو …».
fn is_note(word: &Line, text: &Line) -> bool {
    let says = text.folded().strip_prefix(word.folded().trim());
    word.is_open()
        && word.words <= 3
        && word.shape == Shape::Short
        && is_text(text)
        && says.is_some_and(|rest| rest.starts_with(" هي ") || rest.starts_with(" هو "))
}

/// The same, where paragraphs follow each other.
const SHARED_IN_RUN: f32 = 0.15;

/// A paragraph of full length has so many words.
const FULL_LENGTH: usize = 25;

/// The very last paragraph below a label shares so much.
const SHARED_LAST: f32 = 0.08;

/// The body, if the page has running text.
pub fn find(lines: &[Line]) -> Option<Body> {
    let start = first(lines)?;
    let (end, topic) = last(lines, start);
    let gap = gap(&lines[start..end]);
    let stopped = is_stopped(&lines[start..end]);
    Some(Body {
        lines: start..end,
        topic,
        gap,
        stopped,
    })
}

/// Whether nearly all paragraphs end in a stop, and the last does.
fn is_stopped(body: &[Line]) -> bool {
    let ended = |l: &&Line| matches!(l.end, End::Full | End::Mark);
    let prose = || body.iter().filter(|l| l.is_prose());
    let (all, ended_all) = (prose().count(), prose().filter(ended).count());
    all >= 2 && ended_all * 5 >= all * 4 && body.last().is_some_and(|l| ended(&l))
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
        if line.closes() && announced == Some(Reason::Related) {
            announced = None;
        }
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
                paragraphs < 2 || topic.share(line) >= least || is_own(lines, at, run, &topic)
            }
        };
        if belongs {
            topic.add(line);
            (end, paragraphs, announced) = (at + 1, paragraphs + 1, None);
        }
    }
    (end, topic)
}

/// Whether prose below a label is the article's whatever its words: two paragraphs in a row,
/// or one of full length with its stop; the very last one must share a little.
fn is_own(lines: &[Line], at: usize, run: bool, topic: &Topic) -> bool {
    let line = &lines[at];
    let ended = |l: &Line| matches!(l.end, End::Full | End::Mark);
    let more = || lines[at + 1..].iter().any(|l| is_text(l) && ended(l));
    run && line.end != End::Cut
        || ended(line) && line.words >= FULL_LENGTH && (topic.share(line) >= SHARED_LAST || more())
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
