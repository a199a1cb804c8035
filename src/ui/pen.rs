//! How does a line of the interface reach the cells?
//!
//! Whatever is written goes through the text engine: it joins, orders and measures, and no
//! control character has a cell.

use ratatui_core::{buffer::Buffer, style::Style};

use super::Theme;
use crate::{
    app::{Area, Title},
    text::{Content, Direction, Justify, Line, Options, Paragraph, Row, Typesetter},
};

/// Writes into a buffer of visual cells.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    /// Sets text in its own direction.
    pub(super) setter: Typesetter,
    /// Set lines from left to right and from right to left.
    chrome: [Typesetter; 2],
    /// The styles.
    pub theme: Theme,
    /// The direction of the interface.
    pub direction: Direction,
}

/// At which edge of its area a line stands, as the interface runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Where lines begin.
    Start,
    /// Where they end.
    End,
}

/// Pieces of a line, each with its style.
pub type Pieces<'a> = &'a [(&'a str, Style)];

impl<'a> Pen<'a> {
    /// A pen for a buffer; `wide` where the terminal shows ambiguous characters in two cells.
    pub fn new(buffer: &'a mut Buffer, theme: Theme, direction: Direction, wide: bool) -> Self {
        let own = Options {
            wide,
            ..Options::default()
        };
        Self {
            buffer,
            setter: Typesetter::new(own),
            chrome: [Direction::Ltr, Direction::Rtl].map(|direction| {
                Typesetter::new(Options {
                    direction: Some(direction),
                    ..own
                })
            }),
            theme,
            direction,
        }
    }

    /// Writes a line in the direction of the interface; what does not fit gives way to `…`.
    /// Returns the cells it took.
    pub fn line(&mut self, area: Area, edge: Edge, pieces: Pieces<'_>) -> u16 {
        let at_right = (self.direction == Direction::Rtl) == (edge == Edge::Start);
        self.line_in(self.direction, at_right, area, pieces)
    }

    /// Writes a line in a direction, at the right edge or the left.
    pub fn line_in(
        &mut self,
        direction: Direction,
        at_right: bool,
        area: Area,
        pieces: Pieces<'_>,
    ) -> u16 {
        let text: String = pieces.iter().map(|(text, _)| *text).collect();
        let paragraph = self.set(&text, usize::from(area.width), direction);
        let style = |byte: Option<usize>| {
            let byte = byte.unwrap_or_default();
            let mut end = 0;
            let piece = pieces.iter().find(|(text, _)| {
                end += text.len();
                byte < end
            });
            piece
                .or(pieces.last())
                .map_or(Style::new(), |(_, style)| *style)
        };
        let whole = whole(&paragraph);
        let line = Line::new(
            &paragraph,
            &whole,
            0,
            usize::from(area.width),
            at_right,
            Justify::Off,
        );
        self.cells(area, 0, &paragraph, &line, style);
        whole.width() as u16
    }

    /// Writes a plain line at the start edge.
    pub fn say(&mut self, area: Area, text: &str, style: Style) -> u16 {
        self.line(area, Edge::Start, &[(text, style)])
    }

    /// Writes text in rows from the top of an area.
    pub fn wrapped(&mut self, area: Area, text: &str, style: Style) {
        let paragraph = self.setter.set(text, self.direction, &[]);
        let rows = paragraph.wrap(usize::from(area.width).max(1));
        for (y, row) in rows.iter().enumerate().take(usize::from(area.height)) {
            self.row(area, y as u16, &paragraph, row, |_| style);
        }
    }

    /// Writes a row of a paragraph at the edge where the paragraph begins.
    pub fn row(
        &mut self,
        area: Area,
        y: u16,
        paragraph: &Paragraph,
        row: &Row,
        style: impl Fn(Option<usize>) -> Style,
    ) {
        let at_right = paragraph.direction() == Direction::Rtl;
        let width = usize::from(area.width);
        let line = Line::new(paragraph, row, 0, width, at_right, Justify::Off);
        self.cells(area, y, paragraph, &line, style);
    }

    /// Writes the cells of a placed row; `style` knows each byte of the paragraph.
    pub fn cells(
        &mut self,
        area: Area,
        y: u16,
        paragraph: &Paragraph,
        line: &Line,
        style: impl Fn(Option<usize>) -> Style,
    ) {
        if y >= area.height {
            return;
        }
        for cell in line.cells() {
            let (Content::Cluster(at) | Content::Blank(at) | Content::Tatweel(at)) = cell.content;
            let cluster = paragraph.cluster(at);
            // what the screen adds stands at no byte
            let byte = (!cluster.is_insertion()).then_some(cluster.bytes.start);
            let style = style(byte);
            // terminals that join letters again must be told where they do not join
            let parted;
            let face = match cell.content {
                Content::Cluster(_) if cluster.ends_in_zwnj() => {
                    parted = format!("{}\u{200c}", cluster.face);
                    &parted
                }
                Content::Cluster(_) => cluster.face,
                Content::Blank(_) => " ",
                Content::Tatweel(_) => "\u{640}",
            };
            for nth in 0..cell.width {
                let column = cell.column + nth;
                if column >= usize::from(area.width) {
                    break;
                }
                let face = if nth == 0 { face } else { "" };
                self.put(area.x + column as u16, area.y + y, face, style);
            }
        }
    }

    /// Puts a face into a cell.
    pub fn put(&mut self, x: u16, y: u16, face: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol(face);
            cell.set_style(style);
        }
    }

    /// Styles all cells of an area.
    pub fn tint(&mut self, area: Area, style: Style) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.set_style(style);
                }
            }
        }
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Area) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// A part of an area, counted from the edge where lines begin.
    pub fn part(&self, area: Area, from: u16, width: u16) -> Area {
        let from = from.min(area.width);
        let width = width.min(area.width - from);
        let x = if self.direction == Direction::Rtl {
            area.x + area.width - from - width
        } else {
            area.x + from
        };
        Area { x, width, ..area }
    }

    /// Cells of a text in one line.
    pub fn width(&mut self, text: &str) -> u16 {
        let set = self.setter.set(text, self.direction, &[]);
        whole(&set).width() as u16
    }

    /// As much of a text as fits into so many cells, cut at a word.
    pub fn cut(&mut self, text: &str, width: u16) -> String {
        Title::cut(
            &mut self.setter,
            text,
            self.direction,
            usize::from(width),
            1,
        )
    }

    /// A paragraph that fits into so many cells.
    fn set(&mut self, text: &str, width: usize, direction: Direction) -> Paragraph {
        let chrome = &mut self.chrome[usize::from(direction.level())];
        let whole = chrome.set(text, direction, &[]);
        match fitted(&whole, text, width) {
            Some(cut) => chrome.set(&cut, direction, &[]),
            None => whole,
        }
    }
}

/// What of a text that is too wide fits with the sign of a cut; none if all of it fits.
fn fitted(set: &Paragraph, text: &str, width: usize) -> Option<String> {
    let (mut cells, mut end) = (0, 0);
    for at in 0..set.len() {
        let cluster = set.cluster(at);
        cells += cluster.width;
        if cells > width {
            // at a word, unless nothing were left
            let word = text[..end].rfind(' ').filter(|at| *at > end / 2);
            return Some(format!("{}…", text[..word.unwrap_or(end)].trim_end()));
        }
        if cells < width {
            end = cluster.bytes.end;
        }
    }
    None
}

/// All of a paragraph as one row.
fn whole(paragraph: &Paragraph) -> Row {
    paragraph.wrap(usize::MAX)[0]
}

impl Pen<'_> {
    /// Writes a line that is being typed; answers the column of its caret.
    pub fn field(&mut self, area: Area, line: &crate::app::Line) -> u16 {
        // it stands where lines of the interface begin, whatever its own direction
        let text = self.width(line.text()).saturating_add(1);
        let area = self.part(area, 0, text.min(area.width));
        let view = line.view(usize::from(area.width), self.direction);
        let style = if line.is_offered() {
            self.theme.plain.patch(self.theme.selection)
        } else {
            self.theme.plain
        };
        for face in &view.cells {
            let x = area.x + face.column as u16;
            self.put(x, area.y, &face.face, style);
            for beside in 1..face.width as u16 {
                self.put(x + beside, area.y, "", style);
            }
        }
        area.x + (view.caret as u16).min(area.width.saturating_sub(1))
    }

    /// Writes a text of many lines that is being written. Answers the cell of the caret.
    pub fn page(&mut self, area: Area, line: &crate::app::Line) -> (u16, u16) {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let view = line.page(width, height, self.direction);
        for (y, row) in (area.y..).zip(&view.rows) {
            for face in &row.cells {
                let x = area.x + face.column as u16;
                self.put(x, y, &face.face, self.theme.plain);
                for beside in 1..face.width as u16 {
                    self.put(x + beside, y, "", self.theme.plain);
                }
            }
        }
        let (column, row) = view.caret;
        (area.x + column as u16, area.y + row as u16)
    }
}
