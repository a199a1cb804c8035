//! Which line above the text is its title?

use std::collections::HashMap;

use super::{
    line::{End, Line, Shape},
    topic::Topic,
};
use crate::{article::Kind, import::byline};

/// A line that shares so much with the text can be its title among many others.
const SHARED: f32 = 0.3;

/// So few different lines above a text can hold no list of other stories.
const FEW: usize = 3;

/// So many different lines above a text are a list of headlines.
const MANY: usize = 6;

/// The title stands among so many lines above the text.
const NEAR: usize = 300;

/// The title's line among the lines above the text.
pub fn find(head: &[Line], topic: &Topic) -> Option<usize> {
    if let Some(stated) = head.iter().position(|l| l.hint == Some(Kind::Title)) {
        return Some(stated);
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    let candidates: Vec<usize> = (head.len().saturating_sub(NEAR)..head.len())
        .filter(|at| can_be(&head[*at]))
        .filter(|at| {
            let count = times.entry(head[*at].key()).or_insert(0);
            *count += 1;
            *count == 1
        })
        .collect();
    let candidates: Vec<usize> = candidates
        .iter()
        .copied()
        .filter(|at| {
            !candidates
                .iter()
                .any(|other| is_trail(&head[*at], &head[*other]))
        })
        .collect();
    let dated = head.iter().position(|l| l.kind == Some(Kind::Dateline));
    let scored = candidates.iter().enumerate().map(|(rank, at)| {
        let line = &head[*at];
        let repeated = times[line.key()] > 1;
        let below_date = dated.is_some_and(|d| *at > d && d > candidates[0]);
        let (share, shared) = (topic.share(line), topic.shared(line));
        // A single shared word is chance; four are not.
        let about = 2.0 * share.min(0.5) * f32::from(shared.min(4)) / 4.0;
        // Captions stand twice as well: repetition counts only where words do not tell.
        let said = (3.0 * about).max(if repeated { 1.5 } else { 0.0 });
        let score = said + fit(line)
            - 0.12 * f32::from(rank.min(5) as u8)
            - if below_date { 0.8 } else { 0.0 };
        (*at, share, score)
    });
    let (best, share, _) = scored.max_by(|a, b| a.2.total_cmp(&b.2))?;
    let line = &head[best];
    let repeated = times[line.key()] > 1;
    let open = candidates.iter().filter(|at| head[**at].end != End::Full);
    let place = is_place_and_source(line) && (share == 0.0 || share >= 0.9);
    let alone =
        open.count() <= FEW && !place && (line.words >= 3 || share >= 0.5 || candidates.len() == 1);
    // Among many equal headlines two shared words are chance.
    let many = candidates.len() >= MANY;
    let shared = topic.shared(line);
    let about = share >= SHARED
        && shared
            >= if many && !dated_below(head, best) {
                3
            } else {
                2
            };
    (about || repeated || alone).then_some(best)
}

/// Whether date or name stand below a line, as they do below a title.
fn dated_below(head: &[Line], at: usize) -> bool {
    head[at + 1..]
        .iter()
        .any(|l| matches!(l.kind, Some(Kind::Dateline | Kind::Byline)))
}

/// A line of place and source, «بغداد اليوم - بغداد»: two short parts around a sign.
pub fn is_place_and_source(line: &Line) -> bool {
    let parted = [" - ", " – ", " — ", " | ", " , ", "، "]
        .iter()
        .find_map(|sign| line.text.split_once(sign));
    let short = |part: &str| (1..=3).contains(&part.split_whitespace().count());
    line.end == End::Open
        && parted.is_some_and(|(one, two)| short(one) && short(two) && line.words <= 6)
}

fn can_be(line: &Line) -> bool {
    let shaped = match line.shape {
        Shape::Short => true,
        Shape::Verse => line.words <= 14,
        Shape::Prose | Shape::Sentence => line.words <= 25 && line.end != End::Colon,
        _ => false,
    };
    let other = matches!(line.hint, Some(Kind::Standfirst | Kind::Caption));
    let name = byline::bare(&line.text);
    let named = byline::is_personal(name) && byline::is_known(name);
    shaped && !other && !named && line.is_open() && line.words >= 2 && !line.has_credit()
}

/// Whether a line is the trail of section names that ends in the other, the title.
fn is_trail(line: &Line, title: &Line) -> bool {
    line.key().len() > title.key().len() && title.words >= 3 && line.key().ends_with(title.key())
}

/// How well the line's own looks fit a title.
fn fit(line: &Line) -> f32 {
    let words = match line.words {
        0..=2 => -1.0,
        3..=4 => 0.2,
        5..=18 => 0.8,
        _ => -0.2,
    };
    let end = match line.end {
        End::Full => -0.6,
        End::Colon => -0.8,
        End::Cut => -0.5,
        End::Mark | End::Open => 0.0,
    };
    words + end
}
