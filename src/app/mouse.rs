//! What did the mouse do, and what does it mean there?

use super::{App, Effects, Focus, articles, movement, panes::Spot, select};

/// What happened, and in which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What happened.
    pub kind: MouseKind,
    /// The column, from 0 at the left, as seen on the screen.
    pub column: u16,
    /// The row, from 0 at the top.
    pub row: u16,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The first button went down; the how-manieth time in short order, from 1.
    Press(u8),
    /// The mouse moved with the first button down.
    Drag,
    /// The first button went up.
    Release,
    /// The wheel turned, down or up.
    Wheel(bool),
}

/// Rows that a notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What the mouse does.
pub fn update(app: &mut App, mouse: Mouse) -> Effects {
    let spot = app.panes.spot(mouse.column, mouse.row);
    match (mouse.kind, spot) {
        (MouseKind::Wheel(down), Spot::List(_)) => movement::scroll_list(app, down, NOTCH),
        (MouseKind::Wheel(down), Spot::Text(..)) => movement::scroll_text(app, down, NOTCH),
        (MouseKind::Press(times), Spot::List(row)) => {
            let Some(at) = app.list.hit(row) else {
                return Effects::new();
            };
            app.focus = Focus::List;
            let mut effects = articles::go_to(app, at);
            if times > 1 || app.panes.text.is_none() {
                effects.extend(articles::open(app, super::command::Given::default()));
            }
            effects
        }
        (MouseKind::Press(times), Spot::Text(column, row)) => {
            app.focus = Focus::Reader;
            app.arrange();
            select::press(app, column, row, times)
        }
        (MouseKind::Drag, Spot::Text(column, row)) => select::drag(app, column, row),
        _ => Effects::new(),
    }
}
