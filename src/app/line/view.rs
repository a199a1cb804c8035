//! How does a line that is being written look in its field?

use crate::text::{Cell, Content, Direction, Options, Paragraph, Typesetter};

/// A line in its field, or as much of it as the field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What is shown, from the left.
    pub cells: Vec<Shown>,
    /// The column of the caret in the field; of a cluster two cells wide, the left one.
    pub caret: usize,
    /// The direction of the line: it begins at this side of the field.
    pub direction: Direction,
    /// The direction of what follows the caret.
    pub at_caret: Direction,
}

/// What the cells of one cluster show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The leftmost column in the field.
    pub column: usize,
    /// Cells.
    pub width: usize,
    /// The joined form or the mirrored bracket, then the marks.
    pub face: String,
}

impl View {
    /// The view of a text with the caret before this byte, in a field of so many cells.
    pub(super) fn of(text: &str, caret: usize, inherited: Direction, width: usize) -> Self {
        let width = width.max(1);
        let (paragraph, caret) = set(text, caret, inherited);
        let direction = paragraph.direction();
        let row = paragraph.wrap(usize::MAX)[0];
        let whole = row.width() + 1;
        let left = usize::from(direction == Direction::Rtl);
        let cells = row.cells(&paragraph);
        let under = paragraph.cluster_at_byte(caret);
        let cell = cells
            .iter()
            .find(|c| Some(c.content) == under.map(Content::Cluster));
        // the cell after the last one stands for the end
        let (column, wide) = match cell {
            Some(cell) => (left + cell.column, cell.width),
            None if direction == Direction::Ltr => (row.width(), 1),
            None => (0, 1),
        };
        let from_start = match direction {
            Direction::Ltr => column,
            Direction::Rtl => whole - column - wide,
        };
        let hidden = hidden(from_start + wide, width);
        // where a column of the line stands in the field, if it does
        let place = |column: usize| match direction {
            Direction::Ltr => column.checked_sub(hidden),
            Direction::Rtl => (width + hidden + column).checked_sub(whole),
        };
        let level = cell.and(under).map(|at| paragraph.cluster(at).level);
        Self {
            cells: shown(&paragraph, &cells, |column| place(left + column), width),
            caret: place(column).unwrap_or(0).min(width - 1),
            direction,
            at_caret: level.map_or(direction, Direction::of_level),
        }
    }
}

/// What the cells of a row show in a field of so many, as far as they stand in it.
pub(super) fn shown(
    paragraph: &Paragraph,
    cells: &[Cell],
    place: impl Fn(usize) -> Option<usize>,
    width: usize,
) -> Vec<Shown> {
    let shown = cells.iter().filter_map(|cell| {
        let Content::Cluster(at) = cell.content else {
            return None;
        };
        let column = place(cell.column)?;
        (column + cell.width <= width).then(|| Shown {
            column,
            width: cell.width,
            face: paragraph.cluster(at).face.to_owned(),
        })
    });
    shown.collect()
}

/// The paragraph, and the caret's byte in it: lam and alef with the caret between them are
/// parted by a joiner.
pub(super) fn set(text: &str, caret: usize, inherited: Direction) -> (Paragraph, usize) {
    let mut typesetter = Typesetter::new(Options::default());
    let paragraph = typesetter.set(text, inherited, &[]);
    let under = paragraph.cluster_at_byte(caret);
    let inside = under.is_some_and(|at| paragraph.cluster(at).bytes.start < caret);
    if !inside {
        return (paragraph, caret);
    }
    let (before, after) = text.split_at(caret);
    let parted = format!("{before}\u{200d}{after}");
    let caret = caret + '\u{200d}'.len_utf8();
    (typesetter.set(&parted, inherited, &[]), caret)
}

/// How many cells of a line are hidden where it begins, so that its first `seen` cells end in
/// the field: the field goes along by half its width.
fn hidden(seen: usize, width: usize) -> usize {
    let step = (width / 2).max(1);
    seen.saturating_sub(width).div_ceil(step) * step
}
