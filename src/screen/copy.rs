//! What puts text on the clipboard of the machine in front of the reader?

use base64::{Engine, engine::general_purpose::STANDARD};

use super::wrap::Through;

/// The bytes that hand text to the terminal's clipboard (`OSC 52`). tmux takes them itself,
/// where `set-clipboard` is on; GNU screen passes them on.
pub fn copy(text: &str, through: Through) -> Vec<u8> {
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    match through {
        Through::Nothing | Through::Tmux => sequence.into_bytes(),
        Through::Screen => through.wrap(sequence.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_out_as_base64() {
        assert_eq!(copy("نص", Through::Tmux), b"\x1b]52;c;2YbYtQ==\x07");
        assert_eq!(copy("", Through::Screen), b"\x1bP\x1b]52;c;\x07\x1b\\");
    }
}
