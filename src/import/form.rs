//! Which form has a document, judged by its first bytes?

use serde::de::IgnoredAny;

use super::{Form, charset, front, html};

/// What form the bytes have, judged by the first of them (64 KiB are enough) and,
/// where they leave it open, by the file's name.
pub fn form(head: &[u8], name: Option<&str>) -> Form {
    let text = charset::head(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let named = |endings: &[&str]| {
        let name = name.unwrap_or_default().to_ascii_lowercase();
        endings.iter().any(|ending| name.ends_with(ending))
    };
    if named(&[".jsonl", ".ndjson"]) {
        return Form::JsonLines;
    }
    if let Some(rest) = text.strip_prefix('{')
        && rest.trim_start().starts_with(['"', '}'])
    {
        return object(text);
    }
    if let Some(rest) = text.strip_prefix('[')
        && (rest.trim_start().starts_with('{') || rest.trim() == "]" || named(&[".json"]))
    {
        return Form::JsonArray;
    }
    if is_page(text) || named(&[".html", ".htm", ".xhtml"]) && html::is_html(text) {
        return Form::Html;
    }
    let evidence = evidence(text);
    if evidence >= 2 || evidence == 1 && named(&[".md", ".markdown"]) {
        return Form::Markdown;
    }
    Form::Plain
}

/// One object, or one a line: then several lines begin one and some hold it whole, or the
/// first is longer than what was looked at.
fn object(text: &str) -> Form {
    let whole = |line: &&str| serde_json::from_str::<IgnoredAny>(line).is_ok();
    let mut begun = text.lines().filter(|line| line.starts_with('{'));
    let several = begun.clone().nth(1).is_some() && begun.any(|line| whole(&line));
    if several || text.len() >= LONG && !text.contains('\n') {
        Form::JsonLines
    } else {
        Form::Json
    }
}

/// A line that fills so many bytes is no object broken into lines for reading.
const LONG: usize = 60_000;

fn is_page(text: &str) -> bool {
    if !text.starts_with('<') {
        return false;
    }
    let end = text.floor_char_boundary(2048);
    let start = text[..end].to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| start.contains(tag))
        || html::is_html(text)
}

/// How much speaks for Markdown: two of its signs, or one that nothing else has.
fn evidence(text: &str) -> usize {
    if front::front(text).is_some() {
        return 2;
    }
    let (mut strong, mut weak) = (0, 0);
    let mut bullets = 0;
    for line in text.lines().take(2000) {
        let hashes = line.len() - line.trim_start_matches('#').len();
        let heading =
            (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') && line.len() > hashes + 1;
        strong += usize::from(
            heading || line.starts_with("```") || line.contains("](http") || line.contains("]("),
        );
        weak += usize::from(
            line.starts_with("> ") || line.matches("**").count() >= 2 && !line.contains("***"),
        );
        bullets += usize::from(line.starts_with("- ") || line.starts_with("* "));
    }
    strong * 2 + weak + usize::from(bullets >= 2 && (strong + weak > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (text, name, wanted) in [
            ("{\"title\": \"ع\"}", None, Form::Json),
            ("{\n \"title\": \"ع\"\n}", None, Form::Json),
            ("{\"title\": 1}\n{\"title\": 2}\n", None, Form::JsonLines),
            ("{\"title\": 1}\n", Some("a.jsonl"), Form::JsonLines),
            ("oops\n{\"title\": 1}\n", Some("a.jsonl"), Form::JsonLines),
            (
                "{\"title\": \n{\"title\": 1}\nnull\n",
                None,
                Form::JsonLines,
            ),
            ("[1, {\"title\": 1}]", Some("a.json"), Form::JsonArray),
            (" [{\"title\": 1}]", None, Form::JsonArray),
            ("[صورة] كلام", None, Form::Plain),
            ("{كلام}", None, Form::Plain),
            ("---\ntitle: ع\n---\nنص", None, Form::Markdown),
            ("# عنوان\n\nنص", None, Form::Markdown),
            ("كلام فيه [رابط](https://example.org).", None, Form::Markdown),
            ("#وسم وكلام", None, Form::Plain),
            ("* عنوان\n* عنوان آخر", None, Form::Plain),
            ("> قول\n\nكلام", Some("a.md"), Form::Markdown),
            ("كلام بلا علامات", Some("a.md"), Form::Plain),
            ("<!DOCTYPE html><p>نص</p>", None, Form::Html),
            ("<p>نص</p>", None, Form::Html),
            ("سطر أول\nسطر ثان", Some("a.html"), Form::Plain),
        ] {
            assert_eq!(form(text.as_bytes(), name), wanted, "{text}");
        }
    }
}
