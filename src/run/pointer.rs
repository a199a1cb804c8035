//! What does the mouse mean, and was it pressed once, twice or three times?

use std::time::{Duration, Instant};

use crate::{
    app::{self, MouseKind},
    screen::{Action, Button, Mouse},
};

/// The mouse, which knows where and when its button went down last, and how often in short
/// order.
#[derive(Debug, Default)]
pub struct Pointer(Option<(Instant, u16, u16, u8)>);

/// A second press counts with the first within this time.
const DOUBLE: Duration = Duration::from_millis(400);

impl Pointer {
    /// What a report means that is about this visual column; none for what means nothing here.
    pub fn take(&mut self, mouse: Mouse, column: u16) -> Option<app::Mouse> {
        let row = mouse.row;
        let kind = match mouse.action {
            Action::Press(Button::Left) => MouseKind::Press(self.press(column, row)),
            Action::Release(Button::Left) => MouseKind::Release,
            Action::Drag(Button::Left) => MouseKind::Drag,
            Action::WheelUp => MouseKind::Wheel(false),
            Action::WheelDown => MouseKind::Wheel(true),
            _ => return None,
        };
        Some(app::Mouse { kind, column, row })
    }

    /// How often it was pressed here by now: up to three times, then from one again.
    fn press(&mut self, column: u16, row: u16) -> u8 {
        let now = Instant::now();
        let times = match self.0 {
            Some((at, x, y, times)) if (x, y) == (column, row) && now - at < DOUBLE => {
                times % 3 + 1
            }
            _ => 1,
        };
        self.0 = Some((now, column, row, times));
        times
    }
}
