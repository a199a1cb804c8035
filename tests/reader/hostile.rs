//! Does anything in an article reach the terminal as a command?

use serde_json::json;

use crate::{arabic::copied, home::Home, screen::said};

/// What would do harm: a new title, colours, an answer, a cleared screen, another order.
const HARM: &str = "\x1b]0;pwned\x07\u{9b}31mأحمر\x1b[2J\x1b[c\x1bP+q544e\x1b\\\u{9d}0;pwned\u{9c}\
                    \u{202e}قلب\u{2066}\u{200f}\x08\x7f\r\x0b\u{85}\u{2028}\u{feff}\u{e0001}";

fn record(id: &str, title: &str) -> String {
    let text = format!("نصّ {HARM} أول.\n\n{HARM}\n\nفقرة أخيرة.");
    let record = json!({
        "id": id, "title": title, "text": text, "url": format!("https://example.org/{id}{HARM}"),
        "author": format!("كاتب {HARM}"), "source": format!("صحيفة {HARM}"),
        "section": HARM, "date": "2029-05-05",
    });
    format!("{record}\n")
}

#[test]
fn what_an_article_holds_is_shown_and_never_obeyed() {
    let home = Home::new();
    let long = format!("طويل{HARM} ").repeat(1500);
    let archive = record("a", &format!("عنوان {HARM} ينتهي"))
        + &record("b", &long)
        + &record("c", &format!("{HARM}{HARM}"));
    let file = home.file("hostile.jsonl", archive);
    home.cli(["add", &file]);
    let mut terminal = home.reader().args(["--bidi", "visual"]).go();
    terminal.wait_list();
    for _ in 0..3 {
        terminal.keys("j\r");
        terminal.wait_reader();
        terminal.keys("jjwvgsG");
        let from = terminal.written();
        terminal.keys("Y");
        terminal.wait_bytes(from, |bytes| copied(bytes).is_some());
        let text = copied(&terminal.raw()).unwrap();
        assert!(
            !text.chars().any(|c| c.is_control() && c != '\n'),
            "{text:?}"
        );
        terminal.keys("ge");
        terminal.wait_for(&said("menu-fields", &[]));
        // into a field, out of it, the form and the article
        terminal.keys("\r\x03qq");
        terminal.wait_list();
    }
    terminal.keys("gs");
    terminal.keys("gw");
    terminal.keys("f");
    terminal.bytes(format!("\x1b[200~{HARM}\x1b[201~").as_bytes());
    terminal.keys("\r");
    terminal.keys("Q");
    terminal.ended_well();
    harmless(&terminal.raw());
}

/// Nothing but what the program itself says to terminals.
fn harmless(raw: &[u8]) {
    let text = std::str::from_utf8(raw).expect("not even whole characters");
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let around: String = rest.chars().take(30).collect();
        rest = &rest[c.len_utf8()..];
        if c == '\x1b' {
            rest = command(rest).unwrap_or_else(|| panic!("{around:?}"));
            continue;
        }
        let moves = matches!(c, '\r' | '\n' | '\x08');
        assert!(moves || !c.is_control(), "{around:?}");
        let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2028}'..='\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0001}');
        assert!(!turns, "{around:?}");
    }
}

/// What follows a command of the program's own; none after any other.
fn command(text: &str) -> Option<&str> {
    if let Some(string) = text.strip_prefix(']') {
        let (held, rest) = string.split_once('\x07')?;
        let own = ["10;?", "11;?"].contains(&held) || held.starts_with("52;c;");
        return own.then_some(rest);
    }
    let held = text.strip_prefix('[')?;
    let end = held.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?' | '>' | '=' | '$'))?;
    let (parameters, rest) = held.split_at(end);
    let last = rest.chars().next()?;
    let asks = matches!(
        (parameters, last),
        (">", 'q' | 'c') | ("=" | "", 'c') | ("8$", 'p') | ("6", 'n')
    );
    let draws = matches!(
        last,
        'A'..='H' | 'J' | 'K' | 'X' | 'b' | 'd' | 'h' | 'l' | 'm'
    );
    (asks || draws).then_some(&rest[1..])
}
