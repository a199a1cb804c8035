//! Which stretches of a text read from left to right, whatever surrounds them?
//!
//! Addresses, paths, handles, telephone numbers, signed numbers and Latin words with
//! trailing signs: plain UAX #9 shows `+20 2 1234-5678`, `@hashiya_ar`, `-5` and `C++`
//! broken in a right-to-left paragraph, and a URL with an Arabic path in pieces. Set as
//! if in LRI…PDI (higher-level protocol HL4), they read as written.

use std::ops::Range;

/// The tokens of a text in order, in bytes. They do not overlap.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    if !text.bytes().any(|b| b.is_ascii_graphic() && b != b'.') {
        return tokens;
    }
    let mut at = 0;
    while let Some((start, word)) = next_word(text, at) {
        at = start + word.len();
        let inner = unglued(word.trim_start_matches(OPENING));
        let from = start + (word.len() - inner.len());
        if let Some(end) = phone(&text[from..]) {
            tokens.push(from..from + end);
            at = at.max(from + end);
            continue;
        }
        if let Some(range) = in_word(inner) {
            tokens.push(from + range.start..from + range.end);
        }
    }
    tokens
}

const OPENING: [char; 9] = ['(', '[', '{', '«', '"', '“', '‘', '\'', '<'];
const CLOSING: [char; 17] = [
    ')', ']', '}', '»', '"', '”', '’', '\'', '>', '.', '،', ',', '؛', ';', ':', '!', '؟',
];

fn next_word(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = &text[from..];
    let start = rest.find(|c: char| !c.is_whitespace())?;
    let word = &rest[start..];
    let end = word.find(char::is_whitespace).unwrap_or(word.len());
    Some((from + start, &word[..end]))
}

/// The token in a word that opens with no bracket or quotation mark.
fn in_word(word: &str) -> Option<Range<usize>> {
    let body = close(word);
    let first = body.chars().next()?;
    if is_url(body) || is_mail(body) || is_path(body) {
        return Some(0..body.len());
    }
    match first {
        '@' | '#' => handle(body),
        '+' | '-' | '\u{2212}' | '±' => signed(body),
        c if c.is_ascii_alphabetic() => with_signs(word),
        _ => None,
    }
}

/// Without closing punctuation; a closing bracket stays where its opening one is inside.
fn close(word: &str) -> &str {
    const PAIRS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
    let count = |bracket: char| word.chars().filter(|c| *c == bracket).count();
    let mut unopened = PAIRS.map(|(open, closing)| count(closing).saturating_sub(count(open)));
    let mut body = word;
    while let Some(last) = body.chars().next_back().filter(|c| CLOSING.contains(c)) {
        if let Some(pair) = PAIRS.iter().position(|(_, closing)| *closing == last) {
            if unopened[pair] == 0 {
                break;
            }
            unopened[pair] -= 1;
        }
        body = &body[..body.len() - last.len_utf8()];
    }
    body
}

fn is_url(word: &str) -> bool {
    let Some((scheme, rest)) = word.split_once("://") else {
        return word
            .get(..4)
            .is_some_and(|w| w.eq_ignore_ascii_case("www."))
            && word.len() > 4;
    };
    !rest.is_empty()
        && !scheme.is_empty()
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        let plain = |part: &str| {
            part.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b))
        };
        !name.is_empty() && plain(name) && host.contains('.') && plain(host)
    })
}

/// `/usr/share`, `~/x`, `./x`, `C:\x`, `src/text/mod.rs`; not the date 2024/2025.
fn is_path(word: &str) -> bool {
    let rooted = ["/", "~/", "./", "../"].iter().any(|r| word.starts_with(r)) && word.len() > 2;
    let drive = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && word[1..].starts_with(":\\");
    let host = word
        .split_once('/')
        .is_some_and(|(host, _)| host.is_ascii() && host.contains('.'));
    let parts = word.contains('/') && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let ascii_letter = word.bytes().any(|b| b.is_ascii_alphabetic());
    (rooted && ascii_letter) || drive || (parts && (host || word.is_ascii()))
}

/// `@name` or `#tag` in Latin letters; one in Arabic letters needs no help.
fn handle(word: &str) -> Option<Range<usize>> {
    let end = 1 + word[1..]
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
        .unwrap_or(word.len() - 1);
    let end = 1 + word[1..end].trim_end_matches('.').len();
    (end > 1 && word[1..end].bytes().any(|b| b.is_ascii_alphabetic())).then_some(0..end)
}

/// A sign and a number: `-5`, `+3.2%`, `−12°`.
fn signed(word: &str) -> Option<Range<usize>> {
    let mut chars = word.char_indices();
    chars.next();
    let (first, c) = chars.next()?;
    if !is_digit(c) {
        return None;
    }
    let rest = &word[first..];
    let end = rest
        .find(|c: char| !(is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬' | '%' | '٪' | '°')))
        .unwrap_or(rest.len());
    (end == rest.len()).then_some(0..word.len())
}

/// A Latin word whose last signs belong to it: `C++`, `C#`, `F#`, `A+`, `Disney+`.
fn with_signs(word: &str) -> Option<Range<usize>> {
    let letters = word.find(|c: char| !c.is_ascii_alphanumeric())?;
    let signs = word[letters..].len() - word[letters..].trim_start_matches(['+', '#', '*']).len();
    let after = &word[letters + signs..];
    (signs > 0 && !after.starts_with(|c: char| c.is_alphanumeric())).then_some(0..letters + signs)
}

/// The length of a telephone number: groups of digits parted by a space, a dash, a dot or a
/// bracket; at least seven digits after `+` or `00`, or with a leading zero and a dash,
/// a space or a bracket between groups. What follows the fifteenth digit belongs to no number.
fn phone(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    let local = rest.is_none();
    let rest = rest.unwrap_or(text);
    if local && !text.trim_start_matches('(').starts_with(['0', '٠', '۰']) {
        return None;
    }
    let skipped = text.len() - rest.len();
    let (mut end, mut digits, mut gap, mut groups) = (0, 0, 0, 0);
    for (at, c) in rest.char_indices() {
        match c {
            c if is_digit(c) => {
                digits += 1;
                groups += usize::from(gap > 0);
                gap = 0;
                let ends = rest[at + c.len_utf8()..]
                    .chars()
                    .next()
                    .is_none_or(|next| !is_digit(next));
                if digits <= 15 && ends {
                    end = at + c.len_utf8();
                }
            }
            '(' if at == 0 => {}
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' if gap < 2 && at > 0 => gap += 1,
            _ => break,
        }
    }
    let grouped = !local || (groups > 0 && !rest[..end].contains('.'));
    let enough = rest[..end].chars().filter(|c| is_digit(*c)).count() >= 7;
    (enough && grouped).then_some(skipped + end)
}

/// What a word holds after the letters that Arabic glues to it (`وC++`, `لـhttps://…`): they
/// stay outside. A sign of a number counts only after a tatweel: `و-9` is written for both.
fn unglued(word: &str) -> &str {
    let glued = |c: char| matches!(c, '\u{620}'..='\u{65f}' | '\u{670}');
    let rest = word.trim_start_matches(glued);
    let begins = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '@')
        || (rest.starts_with('+') && rest[1..].starts_with(is_digit))
        || (rest.starts_with(['-', '\u{2212}']) && word[..word.len() - rest.len()].ends_with('ـ'));
    if begins { rest } else { word }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('٠'..='٩').contains(&c) || ('۰'..='۹').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_without_the_punctuation_around_them() {
        for (text, tokens) in [
            (
                "زوروا https://example.org/مقالات/42?lang=ar#top.",
                vec!["https://example.org/مقالات/42?lang=ar#top"],
            ),
            ("(www.example.org)، نعم", vec!["www.example.org"]),
            (
                "راسل a.b@example.org أو @hashiya_ar؛",
                vec!["a.b@example.org", "@hashiya_ar"],
            ),
            ("اتصل +20 2 1234-5678 غدًا", vec!["+20 2 1234-5678"]),
            ("بلغت -5 ثم −١٢° و+3.2%", vec!["-5", "−١٢°", "+3.2%"]),
            (
                "وC++ لـhttps://x.org/ب إلى@hashiya_ar",
                vec!["C++", "https://x.org/ب", "@hashiya_ar"],
            ),
            (
                "و+20 2 1234 5678 أو 010-1234-5678",
                vec!["+20 2 1234 5678", "010-1234-5678"],
            ),
            ("(02) 1234-5678 ثم 0.5 و07/2024", vec!["02) 1234-5678"]),
            ("+20 2 1234-5678 2024 2025", vec!["+20 2 1234-5678 2024"]),
            ("example.org/مقال/٤ هنا", vec!["example.org/مقال/٤"]),
            ("لغة C++ ولغة C#، ثم F-16", vec!["C++", "C#"]),
            ("في /usr/share/doc و2024/2025", vec!["/usr/share/doc"]),
            ("#وسم و #tag_1", vec!["#tag_1"]),
            ("في 2-1 و5.5% و١٬٢٠٠", vec![]),
            (
                "https://en.example.org/wiki/A_(b)",
                vec!["https://en.example.org/wiki/A_(b)"],
            ),
        ] {
            let found: Vec<&str> = find(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, tokens, "{text}");
        }
    }
}
