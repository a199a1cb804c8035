//! What does a control sequence or string from a terminal mean?

use super::{Event, Reply, Rgb, mouse};
use crate::app::{Code, Key};

/// A control sequence (`CSI`), without its introducer; none if it means nothing here.
pub(super) fn control(held: &[u8], last: u8) -> Option<Event> {
    let held = str::from_utf8(held).ok()?;
    let (prefix, rest) = match held.strip_prefix(['<', '=', '>', '?']) {
        Some(rest) => (held.as_bytes()[0], rest),
        None => (0, held),
    };
    let numbers: Option<Vec<u32>> = rest.split(';').map(number).collect();
    match (prefix, last) {
        (b'<', b'M' | b'm') => mouse::sgr(&numbers?, last == b'M').map(Event::Mouse),
        (b'?', b'c') => Some(Event::Reply(Reply::Attributes)),
        (b'>', b'c') => Some(Event::Reply(Reply::Numbers(numbers?))),
        (0 | b'?', b'y') => {
            let (mode, state) = rest.strip_suffix('$')?.split_once(';')?;
            Some(Event::Reply(Reply::Mode {
                private: prefix == b'?',
                mode: mode.parse().ok()?,
                state: state.parse().ok()?,
            }))
        }
        (0, b'R') if rest.starts_with("2;") => {
            let column = numbers?.get(1)?.checked_sub(1)?;
            Some(Event::Reply(Reply::Column(column.try_into().ok()?)))
        }
        (0, b'I' | b'O') if held.is_empty() => Some(Event::Focus(last == b'I')),
        (0, _) => key(held, last).map(Event::Key),
        _ => None,
    }
}

/// What follows `ESC O`: a key of the keypad, perhaps with modifiers before its letter.
pub(super) fn single(held: &[u8], last: u8) -> Option<Key> {
    let modifiers = number(str::from_utf8(held).ok()?)?;
    let code = match last {
        b'M' => Code::Enter,
        b'I' => Code::Tab,
        b'j'..=b'y' => Code::Char(char::from(last - 0x40)),
        b'X' => Code::Char('='),
        // rxvt's arrows under Control
        b'a'..=b'd' => {
            let code = letter(last.to_ascii_uppercase())?;
            return Some(Key {
                ctrl: true,
                ..Key::plain(code)
            });
        }
        _ => letter(last)?,
    };
    Some(modified(code, modifiers))
}

/// A string of this kind, without introducer and end.
pub(super) fn string(kind: u8, held: &[u8]) -> Option<Reply> {
    let held = String::from_utf8_lossy(held);
    match kind {
        b'P' => match held.split_at_checked(2)? {
            (">|", version) => Some(Reply::Version(version.to_owned())),
            ("!|", unit) => Some(Reply::Unit(unit.to_owned())),
            _ => None,
        },
        b']' => match held.split_once(';')? {
            ("10", colour) => rgb(colour).map(Reply::Foreground),
            ("11", colour) => rgb(colour).map(Reply::Background),
            _ => None,
        },
        _ => None,
    }
}

fn key(held: &str, last: u8) -> Option<Key> {
    // the console of Linux
    if held == "[" {
        return matches!(last, b'A'..=b'E').then(|| Key::plain(Code::F(last - b'A' + 1)));
    }
    let mut parameters = held.split(';');
    let first = number(parameters.next().unwrap_or_default())?;
    let second = parameters.next().unwrap_or_default();
    let (modifiers, kind) = second.split_once(':').unwrap_or((second, ""));
    if kind == "3" {
        // it went up
        return None;
    }
    let modifiers = number(modifiers)?;
    match last {
        b'~' if first == 27 => {
            let char = parameters.next()?.parse().ok()?;
            Some(typed(char, modifiers))
        }
        b'~' => Some(modified(numbered(first)?, modifiers)),
        b'u' => Some(typed(first, modifiers)).filter(|key| {
            // keys that type nothing have numbers of private characters
            !matches!(key.code, Code::Char('\u{e000}'..='\u{f8ff}' | '\0'))
        }),
        // rxvt under Shift, Control and both
        b'$' => Some(modified(numbered(first)?, 2)),
        b'^' => Some(modified(numbered(first)?, 5)),
        b'@' => Some(modified(numbered(first)?, 6)),
        b'a'..=b'd' => Some(modified(letter(last.to_ascii_uppercase())?, 2)),
        b'Z' => Some(modified(Code::Tab, modifiers.max(2))),
        // without modifiers this is where the cursor stands
        b'R' if modifiers < 2 || first > 1 => None,
        b'A'..=b'S' if first <= 1 => Some(modified(letter(last)?, modifiers)),
        _ => None,
    }
}

/// A key by the letter that ends its sequence.
fn letter(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

/// A key by the number in its sequence.
fn numbered(number: u32) -> Option<Code> {
    Some(match number as u8 {
        _ if number > 34 => return None,
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        n @ 11..=15 => Code::F(n - 10),
        n @ 17..=21 => Code::F(n - 11),
        n @ 23..=26 => Code::F(n - 12),
        n @ 28..=29 => Code::F(n - 13),
        n @ 31..=34 => Code::F(n - 14),
        _ => return None,
    })
}

/// A key by the number of what it types.
fn typed(number: u32, modifiers: u32) -> Key {
    let code = match number {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        _ => {
            let char = char::from_u32(number).filter(|c| !c.is_control());
            let mut key = modified(Code::Char(char.unwrap_or('\0')), modifiers);
            if let Code::Char(c) = key.code
                && key.shift
            {
                // a letter shows its Shift itself
                let mut upper = c.to_uppercase();
                if let (Some(upper), None) = (upper.next(), upper.next()) {
                    key.code = Code::Char(upper);
                }
                key.shift = c == ' ';
            }
            return key;
        }
    };
    modified(code, modifiers)
}

/// A key with its modifiers as xterm numbers them: 1 and Shift 1, Alt 2, Control 4.
fn modified(code: Code, modifiers: u32) -> Key {
    let held = modifiers.saturating_sub(1);
    Key {
        code,
        shift: held & 1 != 0,
        alt: held & 2 != 0,
        ctrl: held & 4 != 0,
    }
}

/// A parameter: nothing is 0, parts after a colon do not count.
fn number(text: &str) -> Option<u32> {
    match text.split(':').next() {
        Some("") | None => Some(0),
        Some(digits) => digits.parse().ok(),
    }
}

/// `rgb:` and three parts of one to four hexadecimal digits.
fn rgb(text: &str) -> Option<Rgb> {
    let parts = text
        .strip_prefix("rgb:")
        .or_else(|| text.strip_prefix("rgba:"))?;
    let mut parts = parts.split('/').map(|part| {
        let most: u32 = match part.len() {
            length @ 1..=4 => (1 << (4 * length)) - 1,
            _ => return None,
        };
        let value = u32::from_str_radix(part, 16).ok()?;
        Some((value * 255 / most) as u8)
    });
    Some((parts.next()??, parts.next()??, parts.next()??))
}
