//! Which fields does the front matter of a Markdown file state?

use serde_json::{Map, Value};

/// The front matter and the text below it.
#[derive(Debug, PartialEq)]
pub struct Front<'a> {
    /// Its fields; none where it could not be read.
    pub fields: Option<Map<String, Value>>,
    /// Its lines as they stand.
    pub block: &'a str,
    /// The text below it.
    pub text: &'a str,
}

/// The front matter of a text that has one: YAML between `---`, TOML between `+++`.
pub fn front(text: &str) -> Option<Front<'_>> {
    let (block, below, fence) = parts(text)?;
    let value: Option<Value> = match fence {
        "---" => serde_saphyr::from_str(block).ok(),
        _ => toml::from_str(block).ok(),
    };
    let fields = match value {
        Some(Value::Object(fields)) => Some(fields),
        Some(Value::Null) => Some(Map::new()),
        _ => None,
    };
    Some(Front {
        fields,
        block,
        text: below,
    })
}

/// The block, the text below it and the fence.
fn parts(text: &str) -> Option<(&str, &str, &'static str)> {
    let fence = ["---", "+++"].into_iter().find(|f| text.starts_with(f))?;
    let first = text.find('\n')?;
    if text[..first].trim_end() != fence {
        return None;
    }
    let mut at = first + 1;
    for line in text[at..].split_inclusive('\n') {
        let closing = line.trim_end();
        if closing == fence || fence == "---" && closing == "..." {
            return Some((&text[first + 1..at], &text[at + line.len()..], fence));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_read() {
        for text in [
            "---\ntitle: \"عنوان: فرعي\"\ntags: [أ, ب]\ndate: 2025-01-02\n---\nنص",
            "+++\ntitle = \"عنوان: فرعي\"\ntags = [\"أ\", \"ب\"]\ndate = 2025-01-02\n+++\nنص",
        ] {
            let front = front(text).unwrap();
            let meta = super::super::fields::meta(&front.fields.unwrap(), &mut Vec::new());
            assert_eq!(meta.title, "عنوان: فرعي");
            assert_eq!(meta.tags, ["أ", "ب"]);
            assert_eq!(meta.date.unwrap().to_string(), "2025-01-02");
            assert_eq!(front.text, "نص");
        }
    }

    #[test]
    fn what_is_broken_is_said() {
        assert_eq!(front("---\ntitle: [\n---\nنص").unwrap().fields, None);
        assert_eq!(front("--- \nلا نهاية"), None);
        assert_eq!(front("----\nسطر\n---\n"), None);
    }
}
