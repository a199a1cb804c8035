//! How is a text written and mended: a line of a form, a note of many lines?
//!
//! The text and the caret are logical; only the arrows and the view are visual.
//!
//! # The caret
//! It stands on an edge: before a grapheme cluster, or after the last. Lam and alef are two
//! letters here, and while the caret stands between them they are shown in two cells. It is
//! shown on the cell of the cluster that follows it, at the end of a line on the cell after
//! the last one in the line's direction.
//!
//! # Lines and rows
//! What stands between two line feeds is a line. In a [`View`] it is shown in one row, in a
//! [`PageView`] in as many as it needs. Rows depend on text and width alone, not on the caret:
//! one cell of each is kept for it, or for the alef that it parts from its lam. Only a space
//! may come into that cell; where one has, and the line ends with it, an empty row follows.
//!
//! # Keys
//! ← and → go to the cell that is seen there, so in a right-to-left line ← goes forward; with
//! Control they go by words, forward in the direction of the line. ↑ and ↓ go by rows and keep
//! the column that they began in. Backspace takes a letter's marks one by one and a picture at
//! once; Delete takes the whole cluster. The rest is as in a shell and goes by lines: Home End
//! C-a C-e, A-b A-f, C-w A-Backspace A-d, C-u C-k, C-_ undoes, C-r brings back. In a note C-e
//! is left to the caller.
//!
//! # Laws
//! - Whatever comes, the caret stands on an edge, and the text holds no control but the line
//!   feeds of a line that may have them.
//! - Nothing that is put in makes the text longer than it may be: each key and each frame sets
//!   all of a line. What is beyond is left out.
//! - What a key and a frame of a note cost depends on the lines that are shown, not on the note.
//! - Undoing everything gives the first text back, bringing back everything the last one. What
//!   is kept for it is bounded: of very many or very large changes the oldest are forgotten.
//! - The arrows reach every edge.
//! - The caret's row is on the page, and no row is left empty that the text could fill.

mod caret;
mod page;
mod past;
mod rows;
mod view;

pub use page::{PageView, ShownRow};
pub use view::{Shown, View};

use std::ops::Range;

use super::{Code, Key};
use crate::text::{Direction, Side};

use past::Past;
use rows::{Rows, edges, line_at};

/// Code points of a line; only a text that was there before may have more.
const LONGEST: usize = 4096;

/// Code points of a note, likewise.
const LONGEST_NOTE: usize = 100_000;

/// A text that is being written.
#[derive(Debug, Clone)]
pub struct Line {
    text: String,
    /// A byte of the text.
    caret: usize,
    many: bool,
    past: Past,
    /// Cells of a row, with the one for the end of a line.
    width: usize,
    /// A byte of the row with which the page began last.
    top: usize,
    /// The column that ↑ and ↓ keep.
    column: Option<usize>,
    /// Whether what is typed first takes the place of the text.
    offered: bool,
}

/// What a key did to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The text is another.
    Changed,
    /// The caret stands elsewhere.
    Moved,
    /// The key is the line's, and there was nothing to do.
    Kept,
    /// The key is not the line's.
    Ignored,
}

impl Edit {
    /// Whether the text is another.
    pub fn changed(self) -> bool {
        self == Self::Changed
    }
}

impl Line {
    /// A line with this text, the caret after it.
    pub fn new(text: &str) -> Self {
        Self::with(text, false)
    }

    /// A line with a text that was typed earlier: what is typed or pasted first takes its place,
    /// any other key of the line goes on with it.
    pub fn offering(text: &str) -> Self {
        let mut line = Self::new(text);
        line.offered = !line.text.is_empty();
        line
    }

    /// A text that may have line feeds: Enter puts one in.
    pub fn many(text: &str) -> Self {
        Self::with(text, true)
    }

    fn with(text: &str, many: bool) -> Self {
        let text = clean(text, many, usize::MAX);
        Self {
            caret: text.len(),
            text,
            many,
            past: Past::default(),
            width: usize::MAX,
            top: 0,
            column: None,
            offered: false,
        }
    }

    /// The text, in logical order.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether what is typed first takes the place of the text.
    pub fn is_offered(&self) -> bool {
        self.offered
    }

    /// Before which byte of the text the caret stands.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// The line as it is shown in a field of `width` cells: of many, the one with the caret.
    /// `inherited` is its direction as long as it holds no strong character: the interface's.
    pub fn view(&self, width: usize, inherited: Direction) -> View {
        let line = self.line();
        let caret = self.caret - line.start;
        View::of(&self.text[line], caret, inherited, width)
    }

    /// The text as it is shown in a field of so many cells (at least 3) and rows (at least 1).
    pub fn page(&self, width: usize, height: usize, inherited: Direction) -> PageView {
        let (width, height) = (width.max(3), height.max(1));
        let top = self.first_row(width, height, inherited);
        PageView::of(&self.text, top, self.caret, inherited, width, height)
    }

    /// Has ↑ and ↓ go by rows of so many cells, and pages begin where this one does as long as
    /// the caret is on them.
    pub fn resize(&mut self, width: usize, height: usize, inherited: Direction) {
        let (width, height) = (width.max(3), height.max(1));
        self.top = self.first_row(width, height, inherited);
        if width != self.width {
            (self.width, self.column) = (width, None);
        }
    }

    /// Does what a key asks for, in a line that is shown with this inherited direction. Keys
    /// under Control or Alt are Latin ones.
    pub fn key(&mut self, key: Key, inherited: Direction) -> Edit {
        let types = matches!((key.code, key.ctrl, key.alt), (Code::Char(_), false, false));
        let gave_way = types && self.take_offer();
        let edit = self.edit(key, inherited);
        self.offered &= edit == Edit::Ignored;
        if gave_way { Edit::Changed } else { edit }
    }

    /// What is offered is taken as it is.
    pub fn accept(&mut self) {
        self.offered = false;
    }

    /// An offered text gives way; whether there was one.
    fn take_offer(&mut self) -> bool {
        let offered = std::mem::take(&mut self.offered);
        if offered {
            self.erase(0..self.text.len());
        }
        offered
    }

    fn edit(&mut self, key: Key, inherited: Direction) -> Edit {
        let Key {
            code, ctrl, alt, ..
        } = key;
        match (code, ctrl, alt) {
            (Code::Char(c), false, false) => self.typed(c),
            (Code::Enter, false, false) if self.many => self.typed('\n'),
            (Code::Left, false, false) => self.step(Side::Left, inherited),
            (Code::Right, false, false) => self.step(Side::Right, inherited),
            (Code::Left, true, false) => self.step_word(Side::Left, inherited),
            (Code::Right, true, false) => self.step_word(Side::Right, inherited),
            (Code::Up, false, false) if self.many => self.step_row(false, inherited),
            (Code::Down, false, false) if self.many => self.step_row(true, inherited),
            (Code::Char('b'), false, true) => self.go(self.word_before()),
            (Code::Char('f'), false, true) => self.go(self.word_after()),
            (Code::Home, false, false) | (Code::Char('a'), true, false) => {
                self.go(self.edge_from(self.line().start))
            }
            (Code::Char('e'), true, false) if self.many => Edit::Ignored,
            (Code::End, false, false) | (Code::Char('e'), true, false) => self.go(self.line().end),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => self.backspace(),
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => {
                self.erase(self.caret..self.after(self.caret))
            }
            (Code::Char('w'), true, false) | (Code::Backspace, false, true) => {
                self.erase(self.word_before()..self.caret)
            }
            (Code::Char('d'), false, true) => self.erase(self.caret..self.word_after()),
            (Code::Char('u'), true, false) => self.erase(self.line().start..self.caret),
            (Code::Char('k'), true, false) => self.erase(self.caret..self.line().end),
            (Code::Char('_' | '/'), true, false) => self.travel(Past::undo),
            (Code::Char('r'), true, false) => self.travel(Past::redo),
            _ => Edit::Ignored,
        }
    }

    /// Puts a text in at the caret: without controls, line feeds as spaces unless the line may
    /// have them. Of a text that would make the line longer than it may be (4096 code points,
    /// a text of many lines 100,000) only what there is room for.
    pub fn paste(&mut self, text: &str) -> Edit {
        self.take_offer();
        let text = clean(text, self.many, self.room());
        self.past.end_word();
        self.replace(self.caret..self.caret, &text)
    }

    /// How many code points can still be put in.
    fn room(&self) -> usize {
        let longest = if self.many { LONGEST_NOTE } else { LONGEST };
        longest.saturating_sub(self.text.chars().count())
    }

    fn typed(&mut self, c: char) -> Edit {
        let text = clean(c.encode_utf8(&mut [0; 4]), self.many, self.room());
        if !text.is_empty() && !c.is_whitespace() {
            self.past.type_on(&self.text, self.caret, text.len());
            return self.put(self.caret..self.caret, &text);
        }
        self.replace(self.caret..self.caret, &text)
    }

    /// A letter loses its last mark, or itself; a picture goes whole.
    fn backspace(&mut self) -> Edit {
        let from = self.before(self.caret);
        let cluster = &self.text[from..self.caret];
        let last = cluster.chars().next_back().map_or(0, char::len_utf8);
        if cluster.contains(char::is_alphabetic) {
            self.erase(self.caret - last..self.caret)
        } else {
            self.erase(from..self.caret)
        }
    }

    fn erase(&mut self, range: Range<usize>) -> Edit {
        self.replace(range, "")
    }

    /// A change that can be undone by itself.
    fn replace(&mut self, range: Range<usize>, with: &str) -> Edit {
        if range.is_empty() && with.is_empty() {
            return Edit::Kept;
        }
        self.past
            .keep(&self.text, range.clone(), with.len(), self.caret);
        self.put(range, with)
    }

    fn put(&mut self, range: Range<usize>, with: &str) -> Edit {
        let end = range.start + with.len();
        self.text.replace_range(range, with);
        self.caret = end;
        // what stands around it may have become one cluster
        self.caret = self.edge_from(end);
        self.column = None;
        Edit::Changed
    }

    fn travel(&mut self, way: fn(&mut Past, &mut String, &mut usize) -> bool) -> Edit {
        if way(&mut self.past, &mut self.text, &mut self.caret) {
            self.column = None;
            Edit::Changed
        } else {
            Edit::Kept
        }
    }
}

/// The text without controls and without what embeds, overrides or isolates text; tabs are
/// spaces, and the ends of lines too where there is one line only. At most so many code points.
fn clean(text: &str, many: bool, most: usize) -> String {
    let text = text.replace("\r\n", "\n");
    let text = if many {
        &text
    } else {
        text.trim_end_matches(ends_line)
    };
    let clean = text.chars().filter_map(|c| match c {
        _ if ends_line(c) => Some(if many { '\n' } else { ' ' }),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        _ => (!c.is_control()).then_some(c),
    });
    clean.take(most).collect()
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
