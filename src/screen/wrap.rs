//! How does a sequence get through tmux or screen?

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Through {
    /// Nothing.
    Nothing,
    /// GNU screen: it passes on what a DCS holds.
    Screen,
    /// tmux: it passes on what its own DCS holds, where `allow-passthrough` is on.
    Tmux,
}

/// GNU screen takes strings of so many bytes; older ones, of 256.
const LONGEST: usize = 240;

impl Through {
    /// Its name, if it is something.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Screen => Some("screen"),
            Self::Tmux => Some("tmux"),
        }
    }

    /// The bytes that reach the terminal as these.
    pub fn wrap(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Nothing => bytes.to_vec(),
            Self::Screen => {
                let wrap = |part: &[u8]| [b"\x1bP", part, b"\x1b\\"].concat();
                bytes.chunks(LONGEST).flat_map(wrap).collect()
            }
            Self::Tmux => {
                let mut wrapped = b"\x1bPtmux;".to_vec();
                for byte in bytes {
                    // within it, escapes are doubled
                    wrapped.extend(std::iter::repeat_n(*byte, 1 + usize::from(*byte == 0x1b)));
                }
                wrapped.extend(b"\x1b\\");
                wrapped
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_screen_unwraps_is_what_was_wrapped() {
        let bytes: Vec<u8> = (b'a'..=b'z').cycle().take(1000).collect();
        let wrapped = String::from_utf8(Through::Screen.wrap(&bytes)).unwrap();
        let parts = wrapped.split("\x1b\\").map(|part| {
            assert!(part.len() <= LONGEST + 2);
            part.strip_prefix("\x1bP").unwrap_or(part)
        });
        assert_eq!(parts.collect::<String>().as_bytes(), bytes);
    }
}
