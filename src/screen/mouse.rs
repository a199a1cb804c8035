//! What does a report of the mouse mean?

use super::{Action, Button, Mouse};

/// `CSI < code ; column ; row M` (or `m` where a button goes up).
pub(super) fn sgr(numbers: &[u32], down: bool) -> Option<Mouse> {
    let [code, column, row] = *numbers else {
        return None;
    };
    report(code, column, row, down)
}

/// `CSI M` and three bytes.
pub(super) fn old(code: u8, column: u8, row: u8) -> Option<Mouse> {
    let number = |byte: u8| u32::from(byte).checked_sub(32);
    let code = number(code)?;
    // 3 says that a button went up, but not which
    let up = code & 0b1100_0011 == 3 && code & MOTION == 0;
    let code = if up { code & !3 } else { code };
    report(code, number(column)?, number(row)?, !up)
}

const MOTION: u32 = 32;
const WHEEL: u32 = 64;

fn report(code: u32, column: u32, row: u32, down: bool) -> Option<Mouse> {
    let button = match code & 3 {
        0 => Some(Button::Left),
        1 => Some(Button::Middle),
        2 => Some(Button::Right),
        _ => None,
    };
    let action = match (code & 0b1110_0000, button) {
        (0, Some(button)) if down => Action::Press(button),
        (0, Some(button)) => Action::Release(button),
        (MOTION, Some(button)) => Action::Drag(button),
        (MOTION, None) => Action::Move,
        (WHEEL, Some(Button::Left)) => Action::WheelUp,
        (WHEEL, Some(Button::Middle)) => Action::WheelDown,
        (WHEEL, Some(Button::Right)) => Action::WheelLeft,
        (WHEEL, None) => Action::WheelRight,
        _ => return None,
    };
    let place = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    Some(Mouse {
        action,
        column: place(column)?,
        row: place(row)?,
        shift: code & 4 != 0,
        alt: code & 8 != 0,
        ctrl: code & 16 != 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_wheel_and_motion_are_told_apart() {
        let cases = [
            (0, true, Action::Press(Button::Left)),
            (2, false, Action::Release(Button::Right)),
            (33, true, Action::Drag(Button::Middle)),
            (35, true, Action::Move),
            (64, true, Action::WheelUp),
            (65, true, Action::WheelDown),
            (67, true, Action::WheelRight),
        ];
        for (code, down, action) in cases {
            let mouse = sgr(&[code, 1, 300], down).unwrap();
            assert_eq!((mouse.action, mouse.column, mouse.row), (action, 0, 299));
        }
        assert_eq!(sgr(&[0, 0, 1], true), None);
        assert_eq!(sgr(&[128, 1, 1], true), None);
    }

    #[test]
    fn old_reports_hold_all_in_three_bytes() {
        let mouse = old(b' ' + 16, 33, 255).unwrap();
        assert_eq!((mouse.column, mouse.row, mouse.ctrl), (0, 222, true));
        assert_eq!(
            old(b'#', 33, 33).unwrap().action,
            Action::Release(Button::Left)
        );
        assert_eq!(old(0, 33, 33), None);
    }
}
