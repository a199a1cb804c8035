//! What stands in the margin, and beside which rows?
//!
//! Beside the row where a passage begins: its tags, then its note. Slips stand below one
//! another with a blank row between them; one that would push the next is cut and says how many
//! rows it hides, but for the one whose passage the cursor is in.

use std::ops::Range;

use super::Strip;
use crate::{
    app::{App, Reader},
    desk::Coding,
    passage::{Colour, Passage, Tag},
    text::{At, Paragraph, Row, Typesetter},
    words::isolated,
};

/// What stands beside one passage.
#[derive(Debug)]
pub struct Slip {
    /// The number of the passage among those of the article.
    pub passage: usize,
    /// Whether the cursor is in it.
    pub here: bool,
    /// The first row of the margin that it takes.
    pub row: u16,
    /// What is shown, row by row.
    pub rows: Vec<(usize, Row)>,
    /// How many rows are hidden; said in a row of its own.
    pub more: usize,
    /// Whether there is no row for that: it is said at the end of the only one.
    pub tight: bool,
    /// The paragraphs that the rows are of: the tags, then those of the note.
    pub pieces: Vec<Piece>,
}

/// A paragraph of a slip.
#[derive(Debug)]
pub struct Piece {
    /// Its letters.
    pub paragraph: Paragraph,
    /// Which bytes of it are a tag's name, and the colour; none in a note.
    pub tags: Names,
}

/// Bytes of a text that are a tag's name, and the colour of the tag.
pub type Names = Vec<(Range<usize>, Option<Colour>)>;

impl Slip {
    /// Rows it takes.
    pub fn height(&self) -> u16 {
        self.rows.len() as u16 + u16::from(self.more > 0 && !self.tight)
    }
}

/// The slips beside the window of the open article.
pub fn slips(app: &App, setter: &mut Typesetter) -> Vec<Slip> {
    let (Some(reader), Some(area)) = (&app.reader, app.panes.margin) else {
        return Vec::new();
    };
    let begins = begins(reader, usize::from(area.height));
    let here = reader.strip_here().map(|strip| strip.passage);
    let mut slips: Vec<Slip> = Vec::new();
    let mut free = 0;
    for (nth, (row, strip)) in begins.iter().enumerate() {
        let at = free.max(*row);
        if at >= area.height {
            break;
        }
        let passage = &reader.coding.passages[strip.passage];
        let own = here == Some(strip.passage);
        let next = begins.get(nth + 1).map_or(area.height, |(row, _)| *row);
        let room = if own {
            area.height - at
        } else {
            // a blank row before the next one
            next.saturating_sub(at + u16::from(next < area.height))
                .max(1)
        };
        let width = usize::from(area.width);
        let slip = slip(
            app,
            &reader.coding,
            passage,
            setter,
            width,
            usize::from(room),
        );
        let Some(mut slip) = slip else { continue };
        slip.passage = strip.passage;
        slip.here = own;
        slip.row = at;
        free = at + slip.height() + 1;
        slips.push(slip);
    }
    slips
}

/// The rows of the window on which passages begin, in their order; the one that the cursor is
/// in stands at the top if it began above.
fn begins(reader: &Reader, height: usize) -> Vec<(u16, &Strip)> {
    let page = &reader.paper.page;
    let here = reader.strip_here().map(|strip| strip.passage);
    let mut begins = Vec::new();
    let mut line = (page.blocks() > 0).then_some(reader.top);
    let mut first = true;
    for row in 0..height {
        let Some(at) = line else { break };
        if let Some(bytes) = page.span(at) {
            if std::mem::take(&mut first) {
                let above = |strip: &&Strip| {
                    here == Some(strip.passage)
                        && (strip.span.from.block, strip.span.from.byte) < (at.block, bytes.start)
                };
                begins.extend(reader.strips.iter().find(above).map(|strip| (0, strip)));
            }
            let begun = begun(reader, at, &bytes);
            begins.extend(begun.map(|strip| (row as u16, strip)));
        }
        line = page.next(at);
    }
    begins
}

/// The passages that begin on a line of these bytes.
fn begun<'a>(
    reader: &'a Reader,
    at: At,
    bytes: &Range<usize>,
) -> impl Iterator<Item = &'a Strip> + use<'a> {
    let (start, end) = ((at.block, bytes.start), (at.block, bytes.end));
    let place = |strip: &Strip| (strip.span.from.block, strip.span.from.byte);
    let from = reader.strips.partition_point(|strip| place(strip) < start);
    reader.strips[from..]
        .iter()
        .take_while(move |strip| place(strip) < end)
}

/// Code points of a line of a note that the margin may show.
const LONGEST: usize = 4000;

/// What stands beside a passage in so many cells and rows; nothing where there is nothing to say.
fn slip(
    app: &App,
    coding: &Coding,
    passage: &Passage,
    setter: &mut Typesetter,
    width: usize,
    room: usize,
) -> Option<Slip> {
    let direction = app.direction();
    let mut pieces = Vec::new();
    let own = passage.tags.iter().filter_map(|id| coding.tag(id));
    let (text, tags) = tags(app, own);
    if !text.is_empty() {
        // it runs as its first tag does
        let first = passage.tags.iter().find_map(|id| coding.tag(id));
        let own = first.map(|tag| setter.set(&tag.name, direction, &[]).direction());
        let paragraph = setter.set(&text, own.unwrap_or(direction), &[]);
        pieces.push(Piece { paragraph, tags });
    }
    // of a long note only what may be shown is set; what is hidden is counted in lines
    let mut lines = passage.note.lines();
    for line in lines.by_ref().take(room + 1) {
        let end = line
            .char_indices()
            .nth(LONGEST)
            .map_or(line.len(), |(at, _)| at);
        let paragraph = setter.set(&line[..end], direction, &[]);
        pieces.push(Piece {
            paragraph,
            tags: Vec::new(),
        });
    }
    let mut rows = Vec::new();
    for (nth, piece) in pieces.iter().enumerate() {
        let wrapped = piece.paragraph.wrap(width);
        rows.extend(wrapped.into_iter().map(|row| (nth, row)));
    }
    let beyond = lines.count();
    let shown = if rows.len() <= room {
        rows.len()
    } else {
        room.saturating_sub(1).max(1)
    };
    let more = rows.len() + beyond - shown;
    rows.truncate(shown);
    (!rows.is_empty()).then_some(Slip {
        passage: 0,
        here: false,
        row: 0,
        rows,
        more,
        tight: room == 1,
        pieces,
    })
}

/// Tags in one line, parted by the comma of the interface, and where each of them is in it.
pub(in crate::app) fn tags<'a>(app: &App, tags: impl Iterator<Item = &'a Tag>) -> (String, Names) {
    let comma = app.words.say("tag-comma", &[]);
    let mut text = String::new();
    let mut places = Vec::new();
    for tag in tags {
        if !text.is_empty() {
            text += &comma;
            text.push(' ');
        }
        let start = text.len();
        text += &isolated(&format!("#{}", tag.name));
        places.push((start..text.len(), Some(tag.colour)));
    }
    (text, places)
}
