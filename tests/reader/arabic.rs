//! Can everything be done without leaving the Arabic keyboard?

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{home::Home, screen::shown};

#[test]
fn a_journey_typed_with_the_letters_of_arabic_101() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    // j, and the hints answer in the script that was typed
    terminal.keys("ت");
    terminal.wait_hint("ب", "filter");
    terminal.keys("\r");
    terminal.wait_hint("ر", "select");
    terminal.wait_for("رسالة العام الجديد: بوتين");
    // w v e y copies the second word
    let from = terminal.written();
    for key in ["ص", "ر", "ث", "غ"] {
        terminal.keys(key);
    }
    terminal.wait_bytes(from, |bytes| copied(bytes).as_deref() == Some("العام"));
    // b is two letters in one write: back to the first word
    let from = terminal.written();
    for key in ["لا", "لا", "ر", "ث", "غ"] {
        terminal.keys(key);
        terminal.keys("\x0c");
    }
    terminal.wait_bytes(from, |bytes| copied(bytes).as_deref() == Some("رسالة"));
    // G is two others, gg is one twice
    terminal.keys("لأ");
    terminal.wait_for("تنشرها");
    terminal.keys("لل");
    terminal.wait_for("رسالة العام الجديد: بوتين");
    // q, then f with a word, which is text and no command
    terminal.keys("ض");
    terminal.wait_hint("ب", "filter");
    terminal.keys("ب");
    terminal.keys("قابس");
    terminal.wait("the one article", |screen| {
        screen.has(&shown("قابس: أول ماء")) && !screen.has(&shown("رسالة العام"))
    });
    terminal.keys("\r\r");
    terminal.wait_hint("ر", "select");
    // Q is a mark alone
    terminal.keys("\u{64e}");
    terminal.ended_well();
}

#[test]
fn the_ligatures_that_some_systems_send_are_the_same_keys() {
    let home = Home::with_seeds();
    let mut terminal = home.reader().go();
    terminal.wait_list();
    terminal.keys("ت\r");
    terminal.wait_hint("ر", "select");
    terminal.keys("\u{fef7}");
    terminal.wait_for("تنشرها");
    terminal.keys("\u{64e}");
    terminal.ended_well();
}

/// What was put on the clipboard last.
pub fn copied(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let (_, rest) = text.rsplit_once("\x1b]52;c;")?;
    let (packed, _) = rest.split_once('\x07')?;
    String::from_utf8(STANDARD.decode(packed).unwrap()).ok()
}
