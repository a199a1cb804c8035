//! How does HTML become lines with what its markup says of them?

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{fields, page::Raw, rich::Rich};
use crate::article::{InlineKind, Kind, Meta, Reason};

/// The lines of a piece of HTML.
pub fn fragment(html: &str, controls: &mut usize) -> Vec<Raw> {
    let mut reader = Reader::default();
    reader.read(html);
    *controls += reader.rich.controls;
    reader.rich.finish()
}

/// The lines of a whole page, and what its head says.
pub fn document(html: &str, controls: &mut usize) -> (Vec<Raw>, Meta) {
    let mut reader = Reader {
        whole: true,
        ..Reader::default()
    };
    reader.read(html);
    reader.end_line();
    *controls += reader.rich.controls;
    let mut meta = reader.meta;
    if meta.title.is_empty() && !reader.has_title {
        meta.title = fields::line(&reader.title);
    }
    (reader.rich.finish(), meta)
}

/// The text of a piece of HTML on one line: entities read, tags dropped.
pub fn text(html: &str) -> String {
    let lines = fragment(html, &mut 0);
    let texts: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
    texts.join(" ")
}

/// Whether the text holds tags of blocks.
pub fn is_html(text: &str) -> bool {
    const TAGS: [&str; 9] = [
        "<p>",
        "<p ",
        "<br",
        "</p>",
        "<div",
        "</a>",
        "<li>",
        "<h2",
        "<blockquote",
    ];
    text.contains('<') && TAGS.iter().any(|tag| text.contains(tag))
}

/// Elements nested deeper than this say nothing of their lines.
const DEEPEST: usize = 64;

#[derive(Default)]
struct Reader {
    rich: Rich,
    /// Whole documents have heads, titles and menus.
    whole: bool,
    /// What the open elements say of their lines, the innermost last.
    kinds: Vec<(Element, Kind)>,
    /// Elements whose text is no text of the page.
    dropped: usize,
    in_title: bool,
    title: String,
    has_title: bool,
    meta: Meta,
}

/// The elements that say what a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Element(Vec<u8>);

impl Reader {
    fn read(&mut self, html: &str) {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&tag.name),
                Token::String(text) => self.text(&String::from_utf8_lossy(&text)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.title.push_str(text);
        } else if self.dropped > 0 {
        } else if self.kind() == Some(Kind::Code) {
            self.rich.exact(text);
        } else {
            self.rich.flow(text);
        }
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        if self.whole {
            self.head(tag);
        }
        if is_block(name) {
            self.end_line();
        }
        if name == b"li" {
            self.close_item();
        }
        if is_dropped(name) && !tag.self_closing {
            self.dropped += 1;
        }
        if let Some(kind) = self.said(name).filter(|_| self.kinds.len() < DEEPEST) {
            self.kinds.push((Element(name.to_vec()), kind));
        }
        match name {
            b"title" => self.in_title = true,
            b"a" => {
                if let Some(address) = attribute(tag, "href") {
                    self.rich.open(InlineKind::Link(address));
                }
            }
            b"strong" | b"b" => self.rich.open(InlineKind::Strong),
            b"em" | b"i" => self.rich.open(InlineKind::Emphasis),
            b"code" | b"kbd" | b"samp" => self.rich.open(InlineKind::Code),
            b"td" | b"th" => self.rich.flow(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if is_block(name) {
            self.end_line();
        }
        if matches!(name, b"ul" | b"ol") {
            self.close_item();
        }
        if is_dropped(name) {
            self.dropped = self.dropped.saturating_sub(1);
        }
        if let Some(at) = self.kinds.iter().rposition(|(e, _)| e.0 == name) {
            self.kinds.truncate(at);
        }
        match name {
            b"title" => self.in_title = false,
            b"a" => self.rich.close(|k| matches!(k, InlineKind::Link(_))),
            b"strong" | b"b" => self.rich.close(|k| *k == InlineKind::Strong),
            b"em" | b"i" => self.rich.close(|k| *k == InlineKind::Emphasis),
            b"code" | b"kbd" | b"samp" => self.rich.close(|k| *k == InlineKind::Code),
            _ => {}
        }
    }

    /// An item ends where the next begins or its list ends; its end tag may be left out.
    fn close_item(&mut self) {
        if self
            .kinds
            .last()
            .is_some_and(|(_, kind)| *kind == Kind::Item)
        {
            self.kinds.pop();
        }
    }

    fn end_line(&mut self) {
        let kind = self.kind();
        if kind == Some(Kind::Title) && !self.rich.is_blank() {
            if self.has_title {
                self.rich.end_line(Some(Kind::Heading(2)));
                return;
            }
            self.has_title = true;
        }
        self.rich.end_line(kind);
    }

    fn kind(&self) -> Option<Kind> {
        let menu = self
            .kinds
            .iter()
            .find(|(_, k)| matches!(k, Kind::Clutter(_)));
        menu.or(self.kinds.last()).map(|(_, kind)| *kind)
    }

    /// What an element says of its lines.
    fn said(&self, name: &[u8]) -> Option<Kind> {
        Some(match name {
            b"h1" if self.whole => Kind::Title,
            b"h1" | b"h2" => Kind::Heading(2),
            b"h3" => Kind::Heading(3),
            b"h4" => Kind::Heading(4),
            b"h5" => Kind::Heading(5),
            b"h6" => Kind::Heading(6),
            b"blockquote" => Kind::Quote,
            b"li" => Kind::Item,
            b"pre" => Kind::Code,
            b"figcaption" => Kind::Caption,
            b"nav" | b"footer" if self.whole => Kind::Clutter(Reason::Navigation),
            b"form" | b"button" if self.whole => Kind::Clutter(Reason::Widget),
            _ => return None,
        })
    }

    /// What the head of a page states.
    fn head(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        match name {
            b"html" => self.meta.language = attribute(tag, "lang").filter(|l| !l.is_empty()),
            b"link" if attribute(tag, "rel").as_deref() == Some("canonical") => {
                self.meta.url = attribute(tag, "href");
            }
            b"meta" => {
                let key = attribute(tag, "property").or_else(|| attribute(tag, "name"));
                if let (Some(key), Some(value)) = (key, attribute(tag, "content")) {
                    self.stated(&key.to_ascii_lowercase(), &fields::line(&value));
                }
            }
            _ => {}
        }
    }

    fn stated(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let meta = &mut self.meta;
        let text = || Some(value.to_owned());
        match key {
            "og:title" => value.clone_into(&mut meta.title),
            "og:site_name" => meta.source = text(),
            "og:url" if meta.url.is_none() => meta.url = text(),
            "author" | "article:author" if !value.contains("://") => meta.author = text(),
            "article:section" => meta.section = text(),
            "article:published_time" | "date" | "datepublished" | "dc.date" => {
                meta.date = meta.date.or_else(|| fields::date(value));
            }
            "article:modified_time" | "og:updated_time" => meta.updated = fields::date(value),
            "keywords" | "article:tag" => meta.tags.extend(fields::split_tags(value)),
            _ => {}
        }
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).trim().to_owned())
}

fn is_dropped(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"svg"
            | b"select"
            | b"iframe"
            | b"textarea"
            | b"object"
    )
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"br"
            | b"div"
            | b"section"
            | b"article"
            | b"main"
            | b"aside"
            | b"header"
            | b"footer"
            | b"nav"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"ul"
            | b"ol"
            | b"li"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"table"
            | b"tr"
            | b"caption"
            | b"blockquote"
            | b"figure"
            | b"figcaption"
            | b"pre"
            | b"hr"
            | b"form"
            | b"button"
            | b"address"
            | b"body"
            | b"head"
            | b"title"
            | b"html"
            | b"fieldset"
            | b"option"
            | b"label"
            | b"details"
            | b"summary"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_says_what_lines_are() {
        let html = "<h2>باب</h2><p>قال&nbsp;<b>الراوي</b> &amp; <a href='x'>ذهب</a><br>سطر</p><script>if (a < b) {}</script><ul><li>أول<li>ثان</ul>بعد<blockquote><p>قول</p></blockquote>";
        let lines = fragment(html, &mut 0);
        let said: Vec<_> = lines.iter().map(|l| (l.text.as_str(), l.hint)).collect();
        assert_eq!(
            said,
            [
                ("باب", Some(Kind::Heading(2))),
                ("قال\u{a0}الراوي & ذهب", None),
                ("سطر", None),
                ("أول", Some(Kind::Item)),
                ("ثان", Some(Kind::Item)),
                ("بعد", None),
                ("قول", Some(Kind::Quote)),
            ]
        );
        assert_eq!(lines[1].spans.len(), 2);
        assert_eq!(lines[1].spans[0].range, 4..10);
    }

    #[test]
    fn the_head_of_a_page_states_its_fields() {
        let html = "<html lang=ar><head><title>عنوان - الموقع</title><meta property='og:title' content='عنوان'><meta name=author content='سعيد'><meta property='article:published_time' content='2024-05-06T07:08:00+03:00'></head><body><nav><a>رابط</a></nav><h1>عنوان</h1><p>نص.</p></body></html>";
        let (lines, meta) = document(html, &mut 0);
        assert_eq!(meta.title, "عنوان");
        assert_eq!(meta.author.as_deref(), Some("سعيد"));
        assert_eq!(meta.date.unwrap().to_string(), "2024-05-06T07:08+03:00");
        assert_eq!(lines[0].hint, Some(Kind::Clutter(Reason::Navigation)));
        assert_eq!(lines[1].hint, Some(Kind::Title));
    }
}
