//! What does the terminal send, while it is ours?

use std::{io, sync::mpsc::Sender, time::Duration};

use super::{Happening, spawn};
use crate::screen::{Parser, Terminal};

/// After Esc, so long a sequence may take to go on.
const PAUSE: Duration = Duration::from_millis(40);

/// From now on what the terminal sends is told, until it is gone. An error: there would be no
/// keys.
pub fn listen(terminal: Terminal, sender: Sender<Happening>) -> io::Result<()> {
    let listening = spawn("input", move || {
        let mut parser = Parser::default();
        let mut bytes = [0; 4096];
        loop {
            let patience = parser.is_waiting().then_some(PAUSE);
            let events = match terminal.wait(patience) {
                Ok(false) => parser.timeout(),
                Ok(true) => match terminal.read_entered(&mut bytes) {
                    Ok(None) => continue,
                    Ok(Some(count)) if count > 0 => parser.feed(&bytes[..count]),
                    _ => break,
                },
                Err(_) => break,
            };
            if !events.is_empty() && sender.send(Happening::Events(events)).is_err() {
                return;
            }
        }
        let _ = sender.send(Happening::Gone);
    });
    listening.map(drop)
}
