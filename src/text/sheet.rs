//! How is one block laid out: its paragraphs, their rows, and where each stands?

use std::ops::Range;

use super::{
    Clause, Direction, Insertion, Justify, Line, Paragraph, Row, Source, Style, Typesetter,
    verse::{GUTTER, hemistichs},
};

/// A row where it stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The paragraph within its block.
    pub paragraph: usize,
    /// The row.
    pub row: Row,
    /// The line of the block it stands on; the halves of a verse share one.
    pub line: usize,
    /// The leftmost column of the page that it may use.
    pub left: usize,
    /// How many columns it may use.
    pub pane: usize,
    /// How it is filled: [`Justify::Off`] for a paragraph's last row.
    pub justify: Justify,
    /// Whether it stands at the far side: the second half of a verse on a line of its own.
    pub far: bool,
}

impl Placed {
    /// The cells of the row; columns count from the page's left edge.
    pub fn cells(&self, paragraph: &Paragraph) -> Line {
        let at_right = (paragraph.direction() == Direction::Rtl) != self.far;
        Line::new(
            paragraph,
            &self.row,
            self.left,
            self.pane,
            at_right,
            self.justify,
        )
    }
}

/// A block as laid out so far.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    paragraphs: Vec<Paragraph>,
    /// Where in the block's text each paragraph begins, in bytes.
    starts: Vec<usize>,
    /// Empty until laid out: a block has at least one row.
    rows: Vec<Placed>,
    /// Found when first asked for.
    pub(super) clauses: Option<Vec<Clause>>,
}

impl Sheet {
    pub(super) fn is_laid_out(&self) -> bool {
        !self.rows.is_empty()
    }

    pub(super) fn forget_rows(&mut self) {
        self.rows = Vec::new();
    }

    pub(super) fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    pub(super) fn start(&self, paragraph: usize) -> usize {
        self.starts[paragraph]
    }

    pub(super) fn rows(&self) -> &[Placed] {
        &self.rows
    }

    pub(super) fn lines(&self) -> usize {
        self.rows.last().map_or(0, |row| row.line + 1)
    }

    /// The rows on a line.
    pub(super) fn on_line(&self, line: usize) -> &[Placed] {
        let from = self.rows.partition_point(|row| row.line < line);
        let to = self.rows.partition_point(|row| row.line <= line);
        &self.rows[from..to]
    }

    /// The row that holds a byte of the block's text, by its place.
    pub(super) fn row_of(&self, byte: usize) -> usize {
        let paragraph = self
            .starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1);
        let before = |row: &Placed| {
            let bytes = self.paragraphs[row.paragraph].span(row.row.clusters()).0;
            (row.paragraph, bytes.start) <= (paragraph, byte.saturating_sub(self.starts[paragraph]))
        };
        self.rows.partition_point(before).saturating_sub(1)
    }

    /// Sets what is not set yet and makes the rows.
    pub(super) fn lay_out(
        &mut self,
        source: &Source,
        setter: &mut Typesetter,
        inherited: Direction,
        width: usize,
    ) {
        if self.is_laid_out() {
            return;
        }
        if self.paragraphs.is_empty() {
            for range in paragraphs(&source.text) {
                let added = insertions(&source.insertions, &range);
                self.paragraphs
                    .push(setter.set(&source.text[range.clone()], inherited, &added));
                self.starts.push(range.start);
            }
        }
        let justify = if source.style.preformatted {
            Justify::Off
        } else {
            setter.options().justify
        };
        for at in 0..self.paragraphs.len() {
            if source.style.verse && self.place_verse(source, at, width) {
                continue;
            }
            self.place(source, at, width, justify);
        }
    }

    fn place(&mut self, source: &Source, at: usize, width: usize, justify: Justify) {
        let paragraph = &self.paragraphs[at];
        let Style { indent, hang, .. } = source.style;
        let pane = |free: usize| width.saturating_sub(free).max(1);
        let first = if at == 0 { indent } else { indent + hang };
        let rows = paragraph.wrap_with(pane(first), pane(indent + hang));
        let line = self.lines();
        let last = rows.len() - 1;
        for (number, row) in rows.into_iter().enumerate() {
            let free = if number == 0 { first } else { indent + hang };
            let left = if paragraph.direction() == Direction::Ltr {
                free.min(width - 1)
            } else {
                0
            };
            let broken = row
                .clusters()
                .last()
                .is_some_and(|end| paragraph.is_broken_after(end));
            let justify = if number == last || broken {
                Justify::Off
            } else {
                justify
            };
            let (pane, line) = (pane(free), line + number);
            self.rows.push(Placed {
                paragraph: at,
                row,
                line,
                left,
                pane,
                justify,
                far: false,
            });
        }
    }

    /// Two halves side by side where both fit, else one under the other.
    fn place_verse(&mut self, source: &Source, at: usize, width: usize) -> bool {
        let paragraph = &self.paragraphs[at];
        let start = self.starts[at];
        let text = &source.text[start..start + paragraph.extent().0];
        let Some((first, second)) = hemistichs(text).and_then(|mark| {
            Some((
                paragraph.cluster_at_byte(mark.start)?,
                paragraph.cluster_at_byte(mark.end)?,
            ))
        }) else {
            return false;
        };
        let line = self.lines();
        let rtl = paragraph.direction() == Direction::Rtl;
        let column = width.saturating_sub(GUTTER) / 2;
        let halves = [
            paragraph.row(0..first, second),
            paragraph.row(second..paragraph.len(), paragraph.len()),
        ];
        let justify = Justify::Off;
        let placed = Placed {
            paragraph: at,
            row: halves[0],
            line,
            left: 0,
            pane: width,
            justify,
            far: false,
        };
        if halves.iter().all(|half| half.width() <= column) {
            let far = width - column;
            let (near, far) = if rtl { (far, 0) } else { (0, far) };
            self.rows.push(Placed {
                left: near,
                pane: column,
                ..placed
            });
            self.rows.push(Placed {
                row: halves[1],
                left: far,
                pane: column,
                ..placed
            });
            return true;
        }
        let mut rows = paragraph.wrap_clusters(0..first, width, width);
        if let Some(row) = rows.last_mut() {
            row.extend(second);
        }
        let first_rows = rows.len();
        rows.extend(paragraph.wrap_clusters(second..paragraph.len(), width, width));
        for (number, row) in rows.into_iter().enumerate() {
            self.rows.push(Placed {
                row,
                line: line + number,
                far: number >= first_rows,
                ..placed
            });
        }
        true
    }
}

/// The paragraphs of a block, in bytes: what stands between its line feeds and other
/// characters of class B (UAX #9 P1); `\r\n` is one break.
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
    const BREAKS: [char; 7] = [
        '\n', '\r', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2029}',
    ];
    if !BREAKS.iter().any(|mark| text.contains(*mark)) {
        return vec![Range {
            start: 0,
            end: text.len(),
        }];
    }
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(BREAKS) {
        if mark == "\n" && at == start && text[..at].ends_with('\r') {
            start = at + 1;
            continue;
        }
        ranges.push(start..at);
        start = at + mark.len();
    }
    ranges.push(start..text.len());
    ranges
}

/// The insertions of one paragraph, counted from its start; all are in order.
fn insertions(all: &[Insertion], range: &Range<usize>) -> Vec<Insertion> {
    let from = all.partition_point(|i| i.at < range.start);
    let inside = all[from..].iter().take_while(|i| i.at <= range.end);
    inside
        .map(|i| Insertion {
            at: i.at - range.start,
            ..i.clone()
        })
        .collect()
}
