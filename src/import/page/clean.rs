//! What are the lines of a text that somebody has already taken out of its page?

use super::{
    credits, inside,
    line::{Line, Shape},
};
use crate::import::letter::is_word;
use crate::{
    article::{Article, Block, Flaw, Kind, Meta, Reason},
    import::label::Extent,
};

/// The longest line, in words, that a label may make clutter here.
pub const LONGEST_LABEL: usize = 14;

/// The source of a text is named in one of its last lines.
const LAST: usize = 4;

/// Blocks of a clean text: lines are text unless a rule of high confidence says otherwise.
/// The title of `meta` goes before them, unless they hold it.
pub fn read(mut lines: Vec<Line>, mut meta: Meta, flaws: &mut Vec<Flaw>) -> Article {
    let mut title = title(&mut lines, &mut meta);
    if let Some(at) = title
        && lines[..at]
            .iter()
            .all(|l| matches!(l.hint, Some(Kind::Subtitle | Kind::Standfirst)))
    {
        // What the record says beside its text stands below the title that the text holds.
        lines[..=at].rotate_right(1);
        title = Some(0);
    }
    let mut announced = false;
    for line in &mut lines {
        let strong = line
            .label
            .filter(|l| !l.weak && line.words <= LONGEST_LABEL);
        if let Some(label) =
            strong.filter(|_| line.is_open() && line.hint.is_none_or(|h| h == Kind::Paragraph))
        {
            line.kind = Some(Kind::Clutter(label.reason));
            announced = label.reason == Reason::Related && label.extent == Extent::Whole;
        } else if matches!(line.shape, Shape::Prose | Shape::Sentence | Shape::Verse)
            || line.hint.is_some()
        {
            announced = false;
        } else if announced && line.is_open() {
            line.kind = Some(Kind::Clutter(Reason::Related));
        }
    }
    let last = lines.len().saturating_sub(LAST);
    for line in lines[last..]
        .iter_mut()
        .filter(|l| l.is_open() && l.hint.is_none())
    {
        if line.source().is_some() {
            line.kind = Some(Kind::Dateline);
        }
    }
    let interview = inside::is_interview(&lines);
    for at in 0..lines.len() {
        if lines[at].is_open() {
            lines[at].kind = Some(kind(&lines, at, interview));
        }
    }
    let stated = title.is_none() && !meta.title.is_empty();
    let meta_title = meta.title.clone();
    let meta = credits::of(&lines, title, meta, flaws);
    let mut blocks: Vec<Block> = lines.into_iter().map(super::block).collect();
    if stated {
        blocks.insert(0, Block::new(Kind::Title, meta_title));
    }
    Article { meta, blocks }
}

/// The line that is the title: a first heading, or the stated title said again.
fn title(lines: &mut [Line], meta: &mut Meta) -> Option<usize> {
    let stated = super::label_key(&meta.title);
    let first = lines.iter().position(|l| l.hint == Some(Kind::Title));
    let title = match first {
        Some(first) if meta.title.is_empty() || lines[first].says(&stated) => Some(first),
        _ => None,
    };
    for (at, line) in lines.iter_mut().enumerate() {
        if Some(at) == title {
            line.kind = Some(Kind::Title);
        } else if line.hint == Some(Kind::Title) {
            line.hint = Some(Kind::Heading(2));
        } else if at < 3 && !stated.is_empty() && line.says(&stated) {
            line.kind = Some(Kind::Clutter(Reason::Repeated));
        }
    }
    title
}

/// The kind of a line that no rule took out: whatever the page's rules would hide is text.
fn kind(lines: &[Line], at: usize, interview: bool) -> Kind {
    let line = &lines[at];
    if let Some(hint) = line.hint {
        return hint;
    }
    if !line.text.contains(is_word) {
        return Kind::Clutter(Reason::Widget);
    }
    match inside::kind(lines, at, interview) {
        Kind::Clutter(_) | Kind::Dateline => Kind::Paragraph,
        kind => kind,
    }
}
