//! Does the reader suit what kind of terminal it is in: its colours, its widths, what it lacks?

use crate::{home::Home, terminal::Terminal};

fn started(term: Option<&str>, words: &[&str]) -> Terminal {
    let home = Home::with_seeds();
    let mut start = home.reader().args(words).unanswered();
    start.command.env_remove("TERM");
    if let Some(term) = term {
        start = start.env("TERM", term);
    }
    let terminal = start.go();
    terminal.wait_list();
    // the library must outlive the reader
    std::mem::forget(home);
    terminal
}

/// The parameters of all that was said of styles.
fn styles(terminal: &Terminal) -> Vec<String> {
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    let parts = raw.split("\x1b[").skip(1);
    let ended = parts.filter_map(|part| part.split_once('m'));
    let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit() || c == ';');
    ended
        .filter(|(parameters, _)| digits(parameters))
        .flat_map(|(parameters, _)| parameters.split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn coloured(style: &str) -> bool {
    let number: u32 = style.parse().unwrap_or(0);
    matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107)
}

#[test]
fn colours_are_those_that_the_kind_of_terminal_has() {
    for (term, has_any, has_bright) in [
        (Some("vt100"), false, false),
        (Some("vt220"), false, false),
        (Some("xterm-mono"), false, false),
        (Some("linux"), true, false),
        (Some("xterm-16color"), true, true),
        (Some("xterm-256color"), true, true),
    ] {
        let mut terminal = started(term, &[]);
        terminal.keys("\r");
        terminal.wait_reader();
        let styles = styles(&terminal);
        assert_eq!(
            styles.iter().any(|s| coloured(s)),
            has_any,
            "{term:?} {styles:?}"
        );
        assert!(
            styles.iter().any(|s| s == "7" || s == "1"),
            "{term:?} {styles:?}"
        );
        let bright = styles
            .iter()
            .any(|s| s.len() > 1 && (s.starts_with('9') || s.starts_with("10")));
        assert!(has_bright || !bright, "{term:?} {styles:?}");
        terminal.keys("Q");
        terminal.ended_well();
    }
}

#[test]
fn no_colours_are_sent_where_none_are_wanted() {
    let mut terminal = started(Some("xterm-256color"), &["--color", "never"]);
    terminal.keys("\r");
    terminal.wait_reader();
    assert!(!styles(&terminal).iter().any(|s| coloured(s)));
    terminal.keys("Q");
    terminal.ended_well();
}

#[test]
fn without_a_name_a_terminal_is_read_on_and_asked_nothing() {
    let mut terminal = started(None, &[]);
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    assert!(!raw.contains("\x1b[c") && !raw.contains("\x1b[6n"));
    terminal.keys("q");
    terminal.ended_well();
}

#[test]
fn signs_that_are_too_wide_are_replaced_once_the_terminal_has_told() {
    let mut terminal = started(Some("xterm-256color"), &[]);
    assert!(terminal.text().contains('─') || terminal.text().contains('│'));
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    assert!(raw.find("\x1b[6n").unwrap() < raw.find("\x1b[2J").unwrap());
    terminal.keys("\x1b[2;5R");
    terminal.wait("narrow signs alone", |screen| {
        let text = screen.text();
        !text.contains(['─', '│', '…', '“']) && text.contains(['-', '|'])
    });
    // no answer is taken twice
    terminal.keys("\x1b[2;3R");
    terminal.keys("j");
    terminal.wait("still so", |screen| !screen.text().contains(['─', '│']));
    terminal.keys("q");
    terminal.ended_well();
}
