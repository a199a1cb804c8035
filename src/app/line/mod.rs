//! How is a line of text written and mended?
//!
//! The text and the caret are logical; only the arrows and the view are visual.
//!
//! # The caret
//! It stands on an edge: before a grapheme cluster, or after the last. Lam and alef are two
//! letters here, and while the caret stands between them they are shown in two cells. It is
//! shown on the cell of the cluster that follows it, at the end of the text on the cell after
//! the last one in the line's direction.
//!
//! # Keys
//! ← and → go to the cell that is seen there, so in a right-to-left line ← goes forward; with
//! Control they go by words, forward in the direction of the line. Backspace takes a letter's
//! marks one by one and a picture at once; Delete takes the whole cluster. The rest is as in a
//! shell: Home End C-a C-e, A-b A-f, C-w A-Backspace A-d, C-u C-k, C-_ undoes, C-r brings back.
//!
//! # Laws
//! - Whatever comes, the caret stands on an edge, and the text holds no control but the line
//!   feeds of a line that may have them.
//! - Nothing that is put in makes the text longer than [`LONGEST`] code points: each key and
//!   each frame sets all of it. What is beyond is left out.
//! - Undoing everything gives the first text back, bringing back everything the last one.
//! - The arrows reach every edge.

mod past;
mod place;
mod view;

pub use view::{Shown, View};

use std::ops::Range;

use super::{Code, Key};
use crate::text::{Direction, Side, words};

use past::Past;
use place::Places;

/// Code points; only a text that was there before may have more.
const LONGEST: usize = 4096;

/// Edges are where they are in either direction.
const ANY: Direction = Direction::Rtl;

/// A text that is being written.
#[derive(Debug, Clone)]
pub struct Line {
    text: String,
    /// A byte of the text.
    caret: usize,
    many: bool,
    past: Past,
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
        }
    }

    /// The text, in logical order.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Before which byte of the text the caret stands.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// The line as it is shown in a field of `width` cells: of many, the one with the caret.
    /// `inherited` is its direction as long as it holds no strong character: the interface's.
    pub fn view(&self, width: usize, inherited: Direction) -> View {
        let row = self.row();
        let caret = self.caret - row.start;
        View::of(&self.text[row], caret, inherited, width)
    }

    /// Does what a key asks for, in a line that is shown with this inherited direction. Keys
    /// under Control or Alt are Latin ones.
    pub fn key(&mut self, key: Key, inherited: Direction) -> Edit {
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
                self.go(self.row().start)
            }
            (Code::End, false, false) | (Code::Char('e'), true, false) => self.go(self.row().end),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => self.backspace(),
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => {
                self.erase(self.caret..self.after(self.caret))
            }
            (Code::Char('w'), true, false) | (Code::Backspace, false, true) => {
                self.erase(self.word_before()..self.caret)
            }
            (Code::Char('d'), false, true) => self.erase(self.caret..self.word_after()),
            (Code::Char('u'), true, false) => self.erase(self.row().start..self.caret),
            (Code::Char('k'), true, false) => self.erase(self.caret..self.row().end),
            (Code::Char('_' | '/'), true, false) => self.travel(Past::undo),
            (Code::Char('r'), true, false) => self.travel(Past::redo),
            _ => Edit::Ignored,
        }
    }

    /// Puts a text in at the caret: without controls, line feeds as spaces unless the line may
    /// have them. Of a text that would make the line longer than 4096 code points, only what
    /// there is room for.
    pub fn paste(&mut self, text: &str) -> Edit {
        let text = clean(text, self.many, self.room());
        self.past.end_word();
        self.replace(self.caret..self.caret, &text)
    }

    /// How many code points can still be put in.
    fn room(&self) -> usize {
        LONGEST.saturating_sub(self.text.chars().count())
    }

    fn typed(&mut self, c: char) -> Edit {
        let text = clean(c.encode_utf8(&mut [0; 4]), self.many, self.room());
        if !text.is_empty() && !c.is_whitespace() {
            self.past.type_on(&self.text, self.caret);
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
        self.past.keep(&self.text, self.caret);
        self.put(range, with)
    }

    fn put(&mut self, range: Range<usize>, with: &str) -> Edit {
        let end = range.start + with.len();
        self.text.replace_range(range, with);
        self.caret = end;
        // what stands around it may have become one cluster
        self.caret = self.edge_from(end);
        Edit::Changed
    }

    fn travel(&mut self, way: fn(&mut Past, &mut String, &mut usize) -> bool) -> Edit {
        if way(&mut self.past, &mut self.text, &mut self.caret) {
            Edit::Changed
        } else {
            Edit::Kept
        }
    }

    fn go(&mut self, caret: usize) -> Edit {
        self.past.end_word();
        if caret == self.caret {
            return Edit::Kept;
        }
        self.caret = caret;
        Edit::Moved
    }

    /// To the cell beside the caret; from the last one to the next line, if there are many.
    fn step(&mut self, side: Side, inherited: Direction) -> Edit {
        let row = self.row();
        let places = self.places(&row, inherited);
        let beside = places.beside(self.caret - row.start, side);
        let caret = match beside {
            Some(byte) => row.start + byte,
            None if side == places.forward() => self.after(self.caret),
            None => row.start.checked_sub(1).unwrap_or(self.caret),
        };
        self.go(caret)
    }

    fn step_word(&mut self, side: Side, inherited: Direction) -> Edit {
        let forward = side == self.places(&self.row(), inherited).forward();
        self.go(if forward {
            self.word_after()
        } else {
            self.word_before()
        })
    }

    /// To the line above or below, as far from where lines begin.
    fn step_row(&mut self, down: bool, inherited: Direction) -> Edit {
        let row = self.row();
        let other = if down {
            self.text.get(row.end + 1..).map(|_| row.end + 1)
        } else {
            row.start.checked_sub(1)
        };
        let Some(byte) = other else {
            return self.go(self.caret);
        };
        let away = self.places(&row, inherited).away(self.caret - row.start);
        let other = self.row_at(byte);
        let caret = other.start + self.places(&other, inherited).nearest(away);
        self.go(caret)
    }

    /// The edge where the word before the caret begins.
    fn word_before(&self) -> usize {
        let before = words(&self.text).take_while(|word| word.start < self.caret);
        self.edge_to(before.last().map_or(0, |word| word.start))
    }

    /// The edge where the word after the caret ends.
    fn word_after(&self) -> usize {
        let after = words(&self.text).find(|word| word.end > self.caret);
        self.edge_from(after.map_or(self.text.len(), |word| word.end))
    }

    /// The edge before an edge.
    fn before(&self, edge: usize) -> usize {
        edge.checked_sub(1).map_or(0, |byte| self.edge_to(byte))
    }

    /// The edge after an edge.
    fn after(&self, edge: usize) -> usize {
        self.edge_from((edge + 1).min(self.text.len()))
    }

    /// The last edge up to a byte.
    fn edge_to(&self, byte: usize) -> usize {
        let row = self.row_at(byte);
        row.start + self.places(&row, ANY).edge_to(byte - row.start)
    }

    /// The first edge from a byte on.
    fn edge_from(&self, byte: usize) -> usize {
        let row = self.row_at(byte);
        row.start + self.places(&row, ANY).edge_from(byte - row.start)
    }

    fn places(&self, row: &Range<usize>, inherited: Direction) -> Places {
        Places::of(&self.text[row.clone()], inherited)
    }

    /// The bytes of the line with the caret, without its line feed.
    fn row(&self) -> Range<usize> {
        self.row_at(self.caret)
    }

    fn row_at(&self, byte: usize) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let feed = |b: &u8| *b == b'\n';
        let start = bytes[..byte].iter().rposition(feed).map_or(0, |at| at + 1);
        let end = bytes[byte..].iter().position(feed);
        start..end.map_or(bytes.len(), |at| byte + at)
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
