//! What do the bytes that a terminal sends mean?

use super::{Event, mouse, sequence};
use crate::app::{Code, Key};

/// Reads what a terminal sends, however it is cut into pieces.
#[derive(Debug, Default)]
pub struct Parser {
    state: State,
    /// What came of an unfinished character, sequence or paste.
    held: Vec<u8>,
    /// Escapes before it that are not part of it: the key, or Alt.
    escapes: u8,
    /// Pauses since it began, or since the last byte of a paste.
    pauses: u32,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// Within a character of so many bytes.
    Char(usize),
    Escape,
    Control,
    /// After `ESC O`.
    Single,
    /// Within a string of this kind: `]` OSC, `P` DCS, others.
    String(u8),
    StringEscape(u8),
    /// Before the three bytes of an old report of the mouse.
    Mouse,
    Paste,
}

/// A sequence may be so long in bytes; what goes on longer is swallowed.
const LONGEST: usize = 4096;

/// A paste may be so long in bytes; what is beyond is left out.
const LONGEST_PASTE: usize = 8 << 20;

const PASTE_END: &[u8] = b"\x1b[201~";

/// After so many pauses a begun sequence is given up.
const PATIENCE: u32 = 8;

/// After so many pauses in a row, a paste without an end.
const PASTE_PATIENCE: u32 = 25;

impl Parser {
    /// What the bytes of one read mean. Keys that come together belong together: some
    /// keyboards send two characters for one key.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        if self.state == State::Paste {
            self.pauses = 0;
        }
        for byte in bytes {
            self.step(*byte, &mut events);
        }
        events
    }

    /// Whether more is expected: then [`Self::timeout`] is to be called after each pause of
    /// 30 to 50 ms.
    pub fn is_waiting(&self) -> bool {
        self.state != State::Ground
    }

    /// What it means that nothing followed. An escape is the key at once; a begun sequence
    /// may be an answer on a slow line and is waited for a while.
    pub fn timeout(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        self.pauses += 1;
        let patience = match self.state {
            State::Ground | State::Escape => 0,
            State::Paste => PASTE_PATIENCE,
            _ => PATIENCE,
        };
        if self.pauses > patience {
            let alone = self.held.is_empty();
            let letter = match self.state {
                State::Control if alone => Some('['),
                State::Single if alone => Some('O'),
                State::String(kind) if alone => Some(char::from(kind)),
                _ => None,
            };
            match self.state {
                State::Paste => self.end_paste(&mut events),
                _ if letter.is_some() => self.escapes += 1,
                _ => {}
            }
            self.emit(letter.map(|c| Event::Key(Key::char(c))), &mut events);
            self.rest();
        }
        events
    }

    fn step(&mut self, byte: u8, events: &mut Vec<Event>) {
        match self.state {
            State::Ground => self.ground(byte, events),
            State::Char(length) => self.char(byte, length, events),
            State::Escape => self.escape(byte, events),
            State::Control => self.control(byte, events),
            State::Single => match byte {
                b'0'..=b'9' => self.hold(byte),
                0x40..=0x7e => {
                    let key = sequence::single(&self.held, byte);
                    self.finish(key.map(Event::Key), events);
                }
                _ => self.abort(byte, events),
            },
            State::String(kind) => match byte {
                0x07 => self.end_string(kind, events),
                0x1b => self.state = State::StringEscape(kind),
                0x20.. => self.hold(byte),
                _ => self.abort(byte, events),
            },
            State::StringEscape(kind) if byte == b'\\' => self.end_string(kind, events),
            State::StringEscape(_) => {
                self.abort(0x1b, events);
                self.step(byte, events);
            }
            State::Mouse => {
                self.held.push(byte);
                if let [button, column, row] = self.held[..] {
                    let mouse = mouse::old(button, column, row);
                    self.finish(mouse.map(Event::Mouse), events);
                }
            }
            State::Paste => {
                self.held.push(byte);
                if byte == b'~' && self.held.ends_with(PASTE_END) {
                    self.held.truncate(self.held.len() - PASTE_END.len());
                    self.end_paste(events);
                } else if self.held.len() > LONGEST_PASTE + PASTE_END.len() {
                    self.held.remove(LONGEST_PASTE);
                }
            }
        }
    }

    fn ground(&mut self, byte: u8, events: &mut Vec<Event>) {
        let length = match byte {
            0x1b => {
                self.begin(State::Escape);
                self.escapes = 1;
                return;
            }
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            0..0x80 => return self.finish(Some(Event::Key(key(byte))), events),
            // no byte that begins a character
            _ => return self.finish(None, events),
        };
        self.begin(State::Char(length));
        self.held.push(byte);
    }

    fn char(&mut self, byte: u8, length: usize, events: &mut Vec<Event>) {
        if byte & 0xc0 != 0x80 {
            return self.abort(byte, events);
        }
        self.held.push(byte);
        if self.held.len() == length {
            let text = str::from_utf8(&self.held).ok();
            let char = text.and_then(|t| t.chars().next());
            let key = char.filter(|c| !c.is_control()).map(Key::char);
            self.finish(key.map(Event::Key), events);
        }
    }

    fn escape(&mut self, byte: u8, events: &mut Vec<Event>) {
        let introduced = match byte {
            0x1b if self.escapes == 1 => {
                self.escapes = 2;
                return;
            }
            0x1b => {
                events.push(Event::Key(Key::plain(Code::Esc)));
                return;
            }
            b'[' => State::Control,
            b'O' => State::Single,
            b']' | b'P' | b'X' | b'^' | b'_' => State::String(byte),
            _ => {
                if self.escapes == 2 {
                    events.push(Event::Key(Key::plain(Code::Esc)));
                    self.escapes = 1;
                }
                self.state = State::Ground;
                return self.ground(byte, events);
            }
        };
        self.escapes -= 1;
        self.begin(introduced);
    }

    fn control(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            // the console of Linux: one letter follows
            b'[' if self.held.is_empty() => self.hold(byte),
            // rxvt ends keys under Shift so, which no report does
            b'$' if !self.held.is_empty() && self.held.iter().all(u8::is_ascii_digit) => {
                self.finish(sequence::control(&self.held, byte), events);
            }
            0x20..=0x3f => self.hold(byte),
            b'M' if self.held.is_empty() => self.begin(State::Mouse),
            b'~' if self.held == b"200" => self.begin(State::Paste),
            0x40..=0x7e => self.finish(sequence::control(&self.held, byte), events),
            _ => self.abort(byte, events),
        }
    }

    fn end_string(&mut self, kind: u8, events: &mut Vec<Event>) {
        let reply = sequence::string(kind, &self.held);
        self.finish(reply.map(Event::Reply), events);
    }

    fn end_paste(&mut self, events: &mut Vec<Event>) {
        self.held.truncate(LONGEST_PASTE);
        let text = String::from_utf8_lossy(&self.held);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.finish(Some(Event::Paste(text)), events);
    }

    fn begin(&mut self, state: State) {
        self.held.clear();
        self.pauses = 0;
        self.state = state;
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() < LONGEST {
            self.held.push(byte);
        }
    }

    /// What was held means nothing; the byte begins something else.
    fn abort(&mut self, byte: u8, events: &mut Vec<Event>) {
        self.finish(None, events);
        self.ground(byte, events);
    }

    fn finish(&mut self, event: Option<Event>, events: &mut Vec<Event>) {
        self.emit(event, events);
        self.rest();
    }

    fn rest(&mut self) {
        self.begin(State::Ground);
        if self.held.capacity() > LONGEST {
            self.held = Vec::new();
        }
    }

    /// An escape before a key is Alt, before all else it was the key.
    fn emit(&mut self, event: Option<Event>, events: &mut Vec<Event>) {
        let escapes = std::mem::take(&mut self.escapes);
        match event {
            Some(Event::Key(mut key)) => {
                key.alt |= escapes > 0;
                events.push(Event::Key(key));
            }
            other => {
                let escapes = (0..escapes).map(|_| Event::Key(Key::plain(Code::Esc)));
                events.extend(escapes.chain(other));
            }
        }
    }
}

/// A key that sends one byte of ASCII.
fn key(byte: u8) -> Key {
    let ctrl = |c: u8| Key {
        ctrl: true,
        ..Key::char(char::from(c))
    };
    match byte {
        0x00 => ctrl(b' '),
        0x09 => Key::plain(Code::Tab),
        0x0a | 0x0d => Key::plain(Code::Enter),
        0x1b => Key::plain(Code::Esc),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x01..=0x1a => ctrl(byte + 0x60),
        0x1c..=0x1f => ctrl(byte + 0x40),
        _ => Key::char(char::from(byte)),
    }
}
