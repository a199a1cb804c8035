//! How does one JSON object become an article?

use serde_json::{Map, Value};

use super::{Refusal, fields, html, normal, page, page::Raw};
use crate::article::{Article, Flaw, Kind};

/// Fields that hold the text, the best first.
const BODY: [&str; 9] = [
    "content_html",
    "body",
    "text",
    "content",
    "content_text",
    "articleBody",
    "html",
    "fulltext",
    "article",
];

/// Fields that hold a summary.
const STANDFIRST: [&str; 5] = ["standfirst", "summary", "description", "excerpt", "lead"];

/// Reads one record.
pub fn read(json: &str, flaws: &mut Vec<Flaw>) -> Result<Article, Refusal> {
    let value: Value =
        serde_json::from_str(json).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    let Value::Object(fields) = value else {
        return Err(Refusal::Unreadable("not an object".into()));
    };
    let mut meta = fields::meta(&fields, flaws);
    if html::is_html(&meta.title) || meta.title.contains('&') && meta.title.contains(';') {
        meta.title = html::text(&meta.title);
    }
    let body = BODY.iter().find_map(|name| body(fields.get(*name)?));
    if body.is_none() && meta.title.is_empty() {
        return Err(Refusal::Unreadable("no title and no text".into()));
    }
    let body = body.unwrap_or_default();
    let mut controls = 0;
    let marked = html::is_html(&body);
    let lines = if marked {
        html::fragment(&body, &mut controls)
    } else {
        let (text, removed) = normal(&body);
        controls += removed;
        page::raw_lines(&text)
    };
    super::note(controls, flaws);
    let lines = lead(&fields, &lines).into_iter().chain(lines).collect();
    Ok(page::read_clean(lines, meta, flaws))
}

/// The text of a field; a list of paragraphs is a text too.
fn body(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let parts: Vec<String> = all.iter().filter_map(body).collect();
            parts.join("\n")
        }
        Value::Object(object) => {
            return ["html", "text", "content", "rendered"]
                .iter()
                .find_map(|k| body(object.get(*k)?));
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Subtitle and standfirst that the record states beside its text.
pub fn lead(fields: &Map<String, Value>, lines: &[Raw]) -> Vec<Raw> {
    let mut lead = Vec::new();
    for (names, kind) in [
        (&["subtitle"][..], Kind::Subtitle),
        (&STANDFIRST[..], Kind::Standfirst),
    ] {
        let Some(text) = fields::first(fields, names) else {
            continue;
        };
        let text = if html::is_html(&text) {
            html::text(&text)
        } else {
            text
        };
        // A feed's summary is often the text's own beginning.
        let bare = text.trim_end_matches(['.', '…', ' ', '[', ']']);
        let again = lines.iter().take(3).any(|l| l.text.starts_with(bare));
        if !text.is_empty() && !again {
            lead.push(Raw {
                text,
                spans: Vec::new(),
                hint: Some(kind),
                blanks: 0,
            });
        }
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{FlawKind, Reason};

    #[test]
    fn a_record_becomes_an_article() {
        let json = r#"{"id": "A-1", "url": "https://example.org/1", "title": "عنوان &quot;الخبر&quot;", "body": "قال الراوي إن الليل طال على أهل القرية.\nاقرأ أيضا: خبر آخر\nباب قصير\nثم عاد الناس إلى بيوتهم قبل الفجر بقليل.", "date": "2018-02-18T17:35:43Z", "source": "صحيفة"}"#;
        let article = read(json, &mut Vec::new()).unwrap();
        let kinds: Vec<Kind> = article.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(
            kinds,
            [
                Kind::Title,
                Kind::Paragraph,
                Kind::Clutter(Reason::Related),
                Kind::Heading(2),
                Kind::Paragraph
            ]
        );
        assert_eq!(article.meta.title, "عنوان \"الخبر\"");
        assert_eq!(article.meta.date.unwrap().to_string(), "2018-02-18T17:35Z");
    }

    #[test]
    fn html_bodies_keep_their_marks() {
        let json = r#"{"title": "ع", "content_html": "<p>نص <em>مائل</em>\u001b</p><h2>باب</h2><p>آخر.</p>"}"#;
        let mut flaws = Vec::new();
        let article = read(json, &mut flaws).unwrap();
        assert_eq!(article.blocks[1].spans.len(), 1);
        assert_eq!(article.blocks[2].kind, Kind::Heading(2));
        assert!(flaws.iter().any(|f| f.kind == FlawKind::Controls));
    }

    #[test]
    fn what_is_no_article_is_refused() {
        for json in ["{}", "[1]", "{\"a\": 1}", "{\"title\": "] {
            assert!(
                matches!(read(json, &mut Vec::new()), Err(Refusal::Unreadable(_))),
                "{json}"
            );
        }
    }
}
