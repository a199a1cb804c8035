//! Does anything in a buffer command the terminal?

#![no_main]

use hashiya::screen::{Manner, Screen, Strategy};
use libfuzzer_sys::fuzz_target;
use ratatui_core::{buffer::Buffer, layout::Rect};

/// A wide row, so that it is not broken.
const WIDTH: u16 = 64;

fuzz_target!(|given: (u8, Vec<String>)| {
    let (choice, symbols) = given;
    let strategy = Strategy::ALL[usize::from(choice) % Strategy::ALL.len()];
    let mut given = Buffer::empty(Rect::new(0, 0, WIDTH, 1));
    let mut visible = given.clone();
    for ((cell, other), symbol) in given
        .content
        .iter_mut()
        .zip(&mut visible.content)
        .zip(&symbols)
    {
        cell.set_symbol(symbol);
        let commands = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}');
        let harmless: String = symbol.chars().filter(|c| !commands(*c)).collect();
        // a cell of which nothing may be seen says so, as one that holds a mark alone
        other.set_symbol(if harmless.is_empty() && !symbol.is_empty() {
            "\u{ad}"
        } else {
            &harmless
        });
    }
    let drawn = |buffer: &Buffer| {
        let mut screen = Screen::new(Manner::plain(strategy));
        let frame = screen.draw(buffer, None).to_vec();
        assert!(screen.draw(buffer, None).is_empty());
        frame
    };
    assert_eq!(drawn(&given), drawn(&visible));
});
