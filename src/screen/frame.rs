//! What must be sent so that the terminal shows this buffer?
//!
//! The rows are compared after the transform, as the terminal got them: a change within a
//! word reaches it as the cells that change there, in whatever order they stand.

use std::io::Write;

use ratatui_core::buffer::{Buffer, Cell};

use super::{
    Ambiguous, Depth, Manner, Palette, Strategy,
    cell::{alike, copy},
    doubt::is_doubtful,
    line::ERASE,
    pen::Pen,
    row::Row,
};

/// A terminal's screen: what was sent last.
#[derive(Debug)]
pub struct Screen {
    manner: Manner,
    palette: Palette,
    depth: Depth,
    ambiguous: Ambiguous,
    /// The buffer drawn last.
    seen: Buffer,
    rows: Vec<Row>,
    /// The rows that were sent in a manner of their own, and how.
    apart: Vec<(u16, Strategy)>,
    /// Whether what the terminal shows is not known.
    forgotten: bool,
    /// What undoes the manners before.
    undo: Vec<u8>,
    pen: Pen,
    /// Column and row where the terminal writes next, if that is certain.
    at: Option<(u16, u16)>,
    /// Whether its cursor is seen; none if that is not known.
    shown: Option<bool>,
    out: Vec<u8>,
}

/// A terminal that knows them shows all between them at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Jumping over so many blanks is shorter than writing them.
const MANY_BLANKS: usize = 10;

impl Screen {
    /// A screen of which nothing is known.
    pub fn new(manner: Manner) -> Self {
        Self {
            manner,
            palette: Palette::default(),
            depth: Depth::True,
            ambiguous: Ambiguous::Unknown,
            seen: Buffer::default(),
            rows: Vec::new(),
            apart: Vec::new(),
            forgotten: true,
            undo: Vec::new(),
            pen: Pen::PLAIN,
            at: None,
            shown: None,
            out: Vec::new(),
        }
    }

    /// How the terminal is served.
    pub fn manner(&self) -> Manner {
        self.manner
    }

    /// Serves the terminal in another manner from the next frame on.
    pub fn set_manner(&mut self, manner: Manner) {
        if self.manner != manner {
            self.undo.extend(self.manner.leave());
            self.manner = manner;
            self.forget();
        }
    }

    /// The terminal's own colours.
    pub fn set_palette(&mut self, palette: Palette) {
        if self.palette != palette {
            self.palette = palette;
            if self.manner.strategy == Strategy::Tint {
                self.forget();
            }
        }
    }

    /// How many colours the terminal shows.
    pub fn set_depth(&mut self, depth: Depth) {
        if self.depth != depth {
            self.depth = depth;
            self.forget();
        }
    }

    /// How wide it shows ambiguous characters.
    pub fn set_ambiguous(&mut self, ambiguous: Ambiguous) {
        if self.ambiguous != ambiguous {
            let was = std::mem::replace(&mut self.ambiguous, ambiguous);
            // what was not known was taken for narrow
            if was == Ambiguous::Wide || ambiguous == Ambiguous::Wide {
                self.forget();
            }
        }
    }

    /// The questions to the terminal have made its order explicit: where that is not how it is
    /// served, the next frame sets it again.
    pub fn release(&mut self) {
        if self.manner.strategy != Strategy::Explicit {
            self.undo.extend(self.manner.through.wrap(b"\x1b[8h"));
            self.forget();
        }
    }

    /// The terminal may show anything: the next frame is a whole one.
    pub fn forget(&mut self) {
        self.forgotten = true;
    }

    /// The bytes after which the terminal shows a buffer, and its cursor at a visual column
    /// and row of it or not at all; none where it does so already. They belong in one write.
    pub fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>) -> &[u8] {
        self.draw_apart(buffer, cursor, &[])
    }

    /// The same, with some rows served as other terminals are: for who is to see which of them
    /// reads right. Where a terminal has one switch for the whole screen, they are served as
    /// the screen is.
    pub fn draw_apart(
        &mut self,
        buffer: &Buffer,
        cursor: Option<(u16, u16)>,
        apart: &[(u16, Strategy)],
    ) -> &[u8] {
        self.out.clear();
        self.out.extend(BEGIN);
        let (width, height) = (buffer.area.width, buffer.area.height);
        let whole = self.forgotten || self.seen.area != buffer.area;
        if whole {
            self.clear(width, height);
            self.seen = Buffer::empty(buffer.area);
        }
        let begun = self.out.len();
        let mut sent = std::mem::take(&mut self.rows);
        let mut new = Row::default();
        let columns = usize::from(width).max(1);
        let apart = apart.iter().copied();
        let apart: Vec<_> = apart.filter(|row| row.1 != self.manner.strategy).collect();
        let rows = buffer.content.chunks(columns).zip(&mut sent);
        for (y, (row, sent)) in (0..height).zip(rows) {
            let seen = &mut self.seen.content[usize::from(y) * columns..][..row.len()];
            let (own, before) = (own(&apart, y), own(&self.apart, y));
            let mut changed = whole || own != before;
            for (cell, seen) in row.iter().zip(seen) {
                if !alike(cell, seen) {
                    copy(cell, seen);
                    changed = true;
                }
            }
            if !changed {
                continue;
            }
            let strategy = own.unwrap_or(self.manner.strategy);
            let manner = Manner {
                strategy,
                ..self.manner
            };
            let wide = self.ambiguous == Ambiguous::Wide;
            new.set(row, manner, self.palette, self.depth, wide);
            if own.is_some() {
                self.write_apart(y, &new.cells, manner);
            } else {
                if before.is_some() {
                    self.erase(y);
                    *sent = Row::blank(width);
                }
                self.write_row(y, &sent.cells, &new.cells);
            }
            std::mem::swap(sent, &mut new);
        }
        self.rows = sent;
        self.apart = apart;
        if whole || self.out.len() > begun {
            self.place(cursor);
            self.out.extend(END);
        } else {
            self.out.clear();
            self.place(cursor);
        }
        self.forgotten = false;
        &self.out
    }

    /// The visual column that the terminal's column shows: what a report of the mouse means.
    pub fn visual_column(&self, column: u16, row: u16) -> u16 {
        let row = self.rows.get(usize::from(row));
        row.map_or(column, |row| row.visual(column))
    }

    fn clear(&mut self, width: u16, height: u16) {
        self.out.append(&mut self.undo);
        self.out.extend(self.manner.enter());
        self.out.extend(b"\x1b[m\x1b[2J");
        self.rows = vec![Row::blank(width); usize::from(height)];
        self.apart.clear();
        (self.pen, self.at, self.shown) = (Pen::PLAIN, None, None);
    }

    /// Writes what differs in a row.
    fn write_row(&mut self, y: u16, old: &[Cell], new: &[Cell]) {
        let mut x = 0;
        // whether the terminal may have reached over this cell
        let mut over = false;
        while x < new.len() {
            // the second half of a wide cell comes with the first
            let same = alike(&old[x], &new[x]);
            let stained = same && self.is_stained(x, old, new);
            if (same && !over && !stained) || new[x].symbol().is_empty() {
                x += 1;
                continue;
            }
            if stained {
                x += self.write_cell(x, y, new, false);
                continue;
            }
            // what has gone may have reached over it as well
            over = is_doubtful(old[x].symbol(), self.ambiguous);
            let blanks = new[x..].iter().take_while(|c| **c == Cell::EMPTY).count();
            let changed = (x..x + blanks)
                .filter(|x| !alike(&old[*x], &new[*x]))
                .count();
            let rest = x + blanks == new.len();
            if self.erases() && (changed > MANY_BLANKS || rest && changed > 3) {
                self.go(x as u16, y);
                self.pen.change(Pen::PLAIN, &mut self.out);
                if rest {
                    self.out.extend(b"\x1b[K");
                } else {
                    self.sequence(format_args!("{blanks}X"));
                }
                x += blanks;
                over = is_doubtful(old[x - 1].symbol(), self.ambiguous);
                continue;
            }
            let doubtful = is_doubtful(new[x].symbol(), self.ambiguous);
            x += self.write_cell(x, y, new, doubtful);
            over |= doubtful;
        }
    }

    /// Writes all of a row in a manner of its own. In some terminals the order is the row's, as
    /// it was set when the row was erased.
    fn write_apart(&mut self, y: u16, row: &[Cell], manner: Manner) {
        self.go(0, y);
        self.out.extend(self.manner.leave());
        self.out.extend(manner.enter());
        self.erase(y);
        let mut x = 0;
        while x < row.len() {
            x += self.write_cell(x, y, row, is_doubtful(row[x].symbol(), self.ambiguous));
        }
        self.out.extend(manner.leave());
        self.out.extend(self.manner.enter());
        self.at = None;
    }

    fn erase(&mut self, y: u16) {
        self.go(0, y);
        self.pen.change(Pen::PLAIN, &mut self.out);
        self.out.extend(ERASE);
    }

    /// Whether erasing makes blanks. mlterm draws again what is written in one go, and leaves
    /// what letters have drawn beyond the cells that are erased.
    fn erases(&self) -> bool {
        self.manner.strategy != Strategy::Mlterm
    }

    /// Whether a blank shows what was drawn over it from a letter beside it that is gone.
    fn is_stained(&self, x: usize, old: &[Cell], new: &[Cell]) -> bool {
        let gone = |at: usize| {
            let before = old.get(at).map_or(" ", Cell::symbol);
            before != " " && new[at].symbol() != before
        };
        !self.erases()
            && new[x].symbol() == " "
            && (gone(x + 1) || x.checked_sub(1).is_some_and(gone))
    }

    /// Writes one cell; answers how many columns it takes.
    fn write_cell(&mut self, x: usize, y: u16, row: &[Cell], doubtful: bool) -> usize {
        let cell = &row[x];
        let wide = row.get(x + 1).is_some_and(|next| next.symbol().is_empty());
        let next = x + 1 + usize::from(wide);
        self.go(x as u16, y);
        self.pen.change(Pen::of(cell), &mut self.out);
        if doubtful {
            // the terminal may leave something of its place as it was
            self.out.extend(&b"  "[..next - x]);
            self.at = (next < row.len()).then_some((next as u16, y));
            self.go(x as u16, y);
        }
        self.out.extend(cell.symbol().as_bytes());
        // at the edge terminals differ
        let certain = !wide && !doubtful && next < row.len();
        self.at = certain.then_some((next as u16, y));
        next - x
    }

    fn place(&mut self, cursor: Option<(u16, u16)>) {
        let cursor = cursor.filter(|(x, y)| {
            *x < self
                .rows
                .get(usize::from(*y))
                .map_or(0, |r| r.cells.len() as u16)
        });
        if self.shown.replace(cursor.is_some()) != Some(cursor.is_some()) {
            let switch = if cursor.is_some() { 'h' } else { 'l' };
            self.sequence(format_args!("?25{switch}"));
        }
        if let Some((x, y)) = cursor {
            self.go(self.rows[usize::from(y)].column(x), y);
        }
    }

    /// The shortest way to a column and a row.
    fn go(&mut self, x: u16, y: u16) {
        let from = self.at.replace((x, y));
        match from {
            Some(from) if from == (x, y) => {}
            Some((_, row)) if row == y && x == 0 => self.out.push(b'\r'),
            Some((_, row)) if row + 1 == y && x == 0 => self.out.extend(b"\r\n"),
            Some((column, row)) if row == y && x > column => match x - column {
                1 => self.out.extend(b"\x1b[C"),
                right => self.sequence(format_args!("{right}C")),
            },
            Some((column, row)) if row == y => match column - x {
                1 => self.out.push(b'\x08'),
                left => self.sequence(format_args!("{left}D")),
            },
            _ if x == 0 => self.sequence(format_args!("{}H", y + 1)),
            _ => self.sequence(format_args!("{};{}H", y + 1, x + 1)),
        }
    }

    fn sequence(&mut self, end: std::fmt::Arguments<'_>) {
        // writing to a vector does not fail
        let _ = write!(self.out, "\x1b[{end}");
    }
}

/// How a row is served, if not as the others.
fn own(apart: &[(u16, Strategy)], y: u16) -> Option<Strategy> {
    let found = apart.iter().find(|(row, _)| *row == y);
    found.map(|(_, strategy)| *strategy)
}

#[cfg(test)]
mod tests {
    use ratatui_core::layout::Rect;

    use super::*;

    #[test]
    fn in_mlterm_a_blank_beside_a_letter_that_goes_is_written_again() {
        let row = |text: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            for (x, c) in text.chars().enumerate() {
                buffer.content[x].set_char(c);
            }
            buffer
        };
        let sent = |strategy, from: &str, to: &str| {
            let mut screen = Screen::new(Manner::plain(strategy));
            screen.draw(&row(from), None);
            let bytes = screen.draw(&row(to), None).to_vec();
            String::from_utf8(bytes)
                .unwrap()
                .replace("\x1b[?2026h", "")
                .replace("\x1b[?2026l", "")
        };
        let gone = |strategy| sent(strategy, "x  ﺺ  x", "x     x");
        assert_eq!(gone(Strategy::Mlterm), "\x1b[5D   ");
        assert_eq!(gone(Strategy::Visual), "\x1b[4D ");
        // also where many are gone at once
        let many = sent(Strategy::Mlterm, "x ﺺﻨﻟﺍﺺﻨﻟ", "x        ");
        assert!(many.ends_with("         "), "{many:?}");
        // letters are drawn with what they reach into
        let other = sent(Strategy::Mlterm, "xﺺxx", "xﺐxx");
        assert_eq!(other, "\x1b[3Dﺐ");
    }
}
