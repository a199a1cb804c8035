//! How does a passage look as Markdown?
//!
//! A **head** opens what is said of an article: its fields as YAML and its title as a heading;
//! at the very top of a file the YAML is front matter, further down it stands in a fence. A
//! **block** is one passage: its words as a block quote, its name as a block id (`^…`, to which
//! notes elsewhere may link), its tags, its note, and a comment that nobody sees:
//!
//! ```text
//! > the words
//!
//! ^0198c5de-…
//!
//! #tag #another_tag
//!
//! the note
//!
//! <!-- hashiya 5e884898 -->
//! ```
//!
//! The comment and the YAML hold a hash of all the rest of the block or head: who reads the file
//! again knows which of them are as they were written. An article that bears a note or tags as a
//! whole has a block of its own, without a quote, by the article's name.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{About, Tags};
use crate::passage::{Passage, TagId};

/// How the last line of a block begins.
pub(super) const SEAL: &str = "<!-- hashiya ";

/// The key of the last field of a head: the article and the hash.
pub(super) const FIELD: &str = "hashiya: \"";

/// What opens the YAML further down in a file.
pub(super) const FENCE: &str = "```yaml";

/// The head of an article; `top` where it opens a file.
pub(super) fn head(about: &About, tags: &Tags, top: bool) -> String {
    let meta = &about.meta;
    let mut fields = format!("title: {}\n", quoted(&meta.title));
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(fields, "{name}: {value}");
        }
    };
    field("source", meta.source.as_deref().map(quoted));
    field("author", meta.author.as_deref().map(quoted));
    field("date", meta.date.map(String::from));
    field("url", meta.url.as_deref().map(quoted));
    field("lang", meta.language.as_deref().map(quoted));
    let names: Vec<String> = tags
        .of(&about.sheet.tags)
        .map(|tag| quoted(&hashtag(&tag.name)))
        .collect();
    field(
        "tags",
        (!names.is_empty()).then(|| format!("[{}]", names.join(", "))),
    );
    let title = format!("# {}\n", inline(&one_line(&meta.title)));
    let sealed = |before: &str, after: &str| {
        let hash = hash(&format!("{before}{after}"));
        format!("{before}{FIELD}{} {hash}\"\n{after}", about.id)
    };
    if top {
        sealed(&format!("---\n{fields}"), &format!("---\n\n{title}"))
    } else {
        sealed(&format!("{title}\n{FENCE}\n{fields}"), "```\n")
    }
}

/// The block of an article as a whole; none where nothing is said of it beside its head.
pub(super) fn sheet(about: &About, tags: &Tags) -> Option<String> {
    let sheet = &about.sheet;
    let said = !sheet.tags.is_empty() || !sheet.note.is_empty();
    said.then(|| block("", about.id.as_str(), &sheet.tags, &sheet.note, tags))
}

/// The block of a passage.
pub(super) fn passage(passage: &Passage, tags: &Tags) -> String {
    let id = passage.id.as_str();
    block(
        &passage.selector.quote,
        id,
        &passage.tags,
        &passage.note,
        tags,
    )
}

fn block(quote: &str, id: &str, ids: &[TagId], note: &str, tags: &Tags) -> String {
    let mut parts = Vec::with_capacity(4);
    if !quote.is_empty() {
        let lines: Vec<String> = quote
            .lines()
            .map(|line| format!("> {}", escaped(line)))
            .collect();
        parts.push(lines.join("\n>\n"));
    }
    parts.push(format!("^{id}"));
    let names: Vec<String> = tags
        .of(ids)
        .map(|tag| format!("#{}", hashtag(&tag.name)))
        .collect();
    if !names.is_empty() {
        parts.push(names.join(" "));
    }
    if !note.trim().is_empty() {
        parts.push(note.trim_matches('\n').to_owned());
    }
    let text = parts.join("\n\n") + "\n\n";
    let hash = hash(&text);
    format!("{text}{SEAL}{hash} -->\n")
}

/// Eight digits that another text hardly has.
pub(super) fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    digest[..4].iter().fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// A tag's name as one word: what Markdown programs end a tag at becomes `_`.
fn hashtag(name: &str) -> String {
    let mut word = String::with_capacity(name.len());
    for c in name.chars() {
        let kept = c.is_alphanumeric() || matches!(c, '-' | '/');
        if kept {
            word.push(c);
        } else if !word.ends_with('_') {
            word.push('_');
        }
    }
    let trimmed = word.trim_matches('_');
    if trimmed.is_empty() { "_" } else { trimmed }.to_owned()
}

/// A string of YAML: JSON's strings are YAML's too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

/// A line of a quote that Markdown shows as it is.
fn escaped(line: &str) -> String {
    let line = line.trim();
    let text = inline(line);
    let begins = line.starts_with(['#', '>', '-', '+', '=', '|', ':']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if begins {
        format!("\\{text}")
    } else if digits > 0 && line[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &line[..digits], &text[digits..])
    } else {
        text
    }
}

/// Words that Markdown shows as they are within a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let tag = c == '#' && at > 0 && before.is_whitespace();
        if tag
            || matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&' | '^' | '$'
            )
        {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sample;

    #[test]
    fn a_block_holds_quote_name_tags_and_note() {
        let (tags, _, mut leaving) = sample::all();
        leaving.passage.selector.quote = "سطر\n# ليس عنوانا\n- ليس بندا\n1. ولا هذا".to_owned();
        let text = passage(&leaving.passage, &tags.into());
        let (body, seal) = text.split_once(SEAL).unwrap();
        assert_eq!(
            body,
            format!(
                "> سطر\n>\n> \\# ليس عنوانا\n>\n> \\- ليس بندا\n>\n> 1\\. ولا هذا\n\n^{}\n\n\
                 #السياسة #سياسة_خارجية\n\nملاحظة **مهمة**\n\nوسطر آخر\n\n",
                sample::PASSAGE
            )
        );
        assert_eq!(seal, format!("{} -->\n", hash(body)));
    }

    #[test]
    fn the_head_is_front_matter_at_the_top_alone() {
        let (tags, about, _) = sample::all();
        let tags = Tags::from(tags);
        let top = head(&about, &tags, true);
        assert!(
            top.starts_with("---\ntitle: \"عنوان: \\\"المقال\\\"\"\n"),
            "{top}"
        );
        assert!(top.contains("\nurl: \"https://example.org/a\"\n"), "{top}");
        assert!(top.contains("\ndate: 2025-06-20\n"), "{top}");
        assert!(top.contains("\ntags: [\"السياسة\"]\n"), "{top}");
        assert!(top.ends_with("---\n\n# عنوان: \"المقال\"\n"), "{top}");
        let below = head(&about, &tags, false);
        assert!(
            below.starts_with("# عنوان: \"المقال\"\n\n```yaml\ntitle"),
            "{below}"
        );
        assert!(below.ends_with("\"\n```\n"), "{below}");
    }

    #[test]
    fn a_tag_is_one_word() {
        for (name, word) in [
            ("سياسة خارجية", "سياسة_خارجية"),
            ("أ، ب (ج)", "أ_ب_ج"),
            ("أُمّة", "أُمّة"),
            ("!", "_"),
        ] {
            assert_eq!(hashtag(name), word);
        }
    }
}
