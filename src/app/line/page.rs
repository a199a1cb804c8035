//! How does a text of many lines look in its field?

use super::{Rows, Shown, view};
use crate::text::{Content, Direction};

/// A text in its field, or as many of its rows as the field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// Its rows, from above.
    pub rows: Vec<ShownRow>,
    /// The column and the row of the caret in the field; of a cluster two cells wide, the left
    /// column.
    pub caret: (usize, usize),
    /// The direction of what follows the caret.
    pub at_caret: Direction,
    /// Whether there are rows above them,
    pub above: bool,
    /// and below.
    pub below: bool,
}

/// A row in its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// What is shown, from the left.
    pub cells: Vec<Shown>,
    /// The direction of its line: it begins at this side of the field.
    pub direction: Direction,
}

impl PageView {
    /// The page that begins with the row of one byte and has the caret before another.
    pub(super) fn of(
        text: &str,
        top: usize,
        caret: usize,
        inherited: Direction,
        width: usize,
        height: usize,
    ) -> Self {
        let mut rows = Rows::at(text, top, inherited, width);
        let caret_row = Rows::at(text, caret, inherited, width).spot();
        let mut page = Self {
            rows: Vec::with_capacity(height),
            caret: (0, 0),
            at_caret: inherited,
            above: rows.spot() != (0, 0),
            below: false,
        };
        for y in 0..height {
            let direction = rows.paragraph().direction();
            let cells = if rows.spot() == caret_row {
                let (cells, column, at_caret) = with_caret(text, &rows, caret, width);
                (page.caret, page.at_caret) = ((column, y), at_caret);
                cells
            } else {
                let (row, paragraph) = (rows.row(), rows.paragraph());
                let place = place(direction, row.width(), width);
                view::shown(paragraph, &row.cells(paragraph), place, width)
            };
            page.rows.push(ShownRow { cells, direction });
            page.below = rows.step(true);
            if !page.below {
                break;
            }
        }
        page
    }
}

/// The cells of the row with the caret, the caret's column, and the direction of what follows it.
fn with_caret(
    text: &str,
    rows: &Rows<'_>,
    caret: usize,
    width: usize,
) -> (Vec<Shown>, usize, Direction) {
    let (line, whole, row) = (rows.line(), rows.paragraph(), rows.row());
    let direction = whole.direction();
    let (paragraph, caret) = view::set(&text[line.clone()], caret - line.start, direction);
    // lam and alef that the caret parts are one cluster more
    let mut run = row.shown();
    run.end += paragraph.len() - whole.len();
    let row = paragraph.row(run.clone(), run.end);
    let cells = row.cells(&paragraph);
    let place = place(direction, row.width(), width);
    let under = paragraph.cluster_at_byte(caret);
    let cell = cells
        .iter()
        .find(|cell| Some(cell.content) == under.map(Content::Cluster));
    let column = match (cell, direction) {
        (Some(cell), _) => place(cell.column),
        // the cell after the last one stands for the end
        (None, Direction::Ltr) => place(row.width()),
        (None, Direction::Rtl) => place(0).and_then(|column| column.checked_sub(1)),
    };
    let level = cell.and(under).map(|at| paragraph.cluster(at).level);
    (
        view::shown(&paragraph, &cells, place, width),
        column.unwrap_or(0).min(width - 1),
        level.map_or(direction, Direction::of_level),
    )
}

/// Where a column of a row stands in a field, if it does.
fn place(direction: Direction, row: usize, field: usize) -> impl Fn(usize) -> Option<usize> {
    move |column| match direction {
        Direction::Ltr => Some(column),
        Direction::Rtl => (field + column).checked_sub(row),
    }
}
