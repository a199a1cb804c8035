//! How does Markdown become blocks?

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{html, page::Raw, rich::Rich, verse::is_verse};
use crate::article::{InlineKind, Kind};

/// The lines of a Markdown text, each with its kind. Verse is found in quotes and paragraphs.
pub fn lines(markdown: &str, controls: &mut usize) -> Vec<Raw> {
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, options) {
        reader.event(event);
    }
    *controls += reader.rich.controls;
    reader.rich.finish()
}

#[derive(Default)]
struct Reader {
    rich: Rich,
    quotes: usize,
    /// The open items; whether each still waits for its first line.
    items: Vec<bool>,
    /// The words of the open image, and those of the images of this paragraph.
    image: Option<String>,
    captions: Vec<String>,
    /// The raw HTML of the open block.
    html: String,
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => {
                self.rich.open(InlineKind::Code);
                self.text(&text);
                self.rich.close(|k| *k == InlineKind::Code);
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.paragraph(),
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.text("\n"),
            Event::InlineHtml(_)
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.image {
            Some(words) => words.push_str(text),
            None => self.rich.exact(text),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::BlockQuote(_) => {
                self.paragraph();
                self.quotes += 1;
            }
            Tag::Item => {
                self.paragraph();
                self.items.push(true);
            }
            Tag::Emphasis => self.rich.open(InlineKind::Emphasis),
            Tag::Strong => self.rich.open(InlineKind::Strong),
            Tag::Link { dest_url, .. } => self.rich.open(InlineKind::Link(dest_url.into_string())),
            Tag::Image { .. } => self.image = Some(String::new()),
            Tag::TableCell if !self.rich.is_blank() => self.rich.exact(" | "),
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::HtmlBlock
            | Tag::CodeBlock(_) => self.paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.rich.end_line(Some(heading(level))),
            TagEnd::BlockQuote(_) => {
                self.paragraph();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.rich.end_line(Some(Kind::Code)),
            TagEnd::Item => {
                self.paragraph();
                self.items.pop();
            }
            TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead => self.paragraph(),
            TagEnd::HtmlBlock => self.raw(),
            TagEnd::Emphasis => self.rich.close(|k| *k == InlineKind::Emphasis),
            TagEnd::Strong => self.rich.close(|k| *k == InlineKind::Strong),
            TagEnd::Link => self.rich.close(|k| matches!(k, InlineKind::Link(_))),
            TagEnd::Image => self
                .captions
                .extend(self.image.take().filter(|w| !w.trim().is_empty())),
            _ => {}
        }
    }

    /// The text of a block of raw HTML.
    fn raw(&mut self) {
        let html = std::mem::take(&mut self.html);
        for line in html::fragment(&html, &mut self.rich.controls) {
            let hint = line.hint.or(Some(Kind::Paragraph));
            self.rich.keep(Raw { hint, ..line });
        }
    }

    /// Ends a paragraph of whatever kind it is, and sets the words of its images below it.
    fn paragraph(&mut self) {
        let kind = match self.items.last_mut() {
            _ if self.rich.is_blank() => None,
            Some(first) => std::mem::take(first)
                .then_some(Kind::Item)
                .or(Some(Kind::Paragraph)),
            None if self.quotes > 0 => Some(Kind::Quote),
            None => Some(Kind::Paragraph),
        };
        self.rich.end_paragraph(kind);
        for words in std::mem::take(&mut self.captions) {
            self.rich.exact(&words);
            self.rich.end_line(Some(Kind::Caption));
        }
    }
}

impl Rich {
    /// Ends a paragraph; one whose lines are verse is ended line by line.
    fn end_paragraph(&mut self, kind: Option<Kind>) {
        let verse = matches!(kind, Some(Kind::Quote | Kind::Paragraph)) && {
            let lines = || self.text().lines().map(str::trim).filter(|l| !l.is_empty());
            let verses = lines()
                .filter(|l| is_verse(&l.replace('\t', "   ")))
                .count();
            verses > 0 && verses * 2 >= lines().count()
        };
        if !verse {
            return self.end_line(kind);
        }
        for line in self.take_lines() {
            let verse = is_verse(&line.text);
            self.keep(Raw {
                hint: if verse { Some(Kind::Verse) } else { kind },
                ..line
            });
        }
    }
}

fn heading(level: HeadingLevel) -> Kind {
    match level {
        HeadingLevel::H1 => Kind::Title,
        HeadingLevel::H2 => Kind::Heading(2),
        HeadingLevel::H3 => Kind::Heading(3),
        HeadingLevel::H4 => Kind::Heading(4),
        HeadingLevel::H5 => Kind::Heading(5),
        HeadingLevel::H6 => Kind::Heading(6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_says_what_lines_are() {
        let text = "# عنوان\n\nفقرة **قوية**\nوسطر [رابط](https://example.org).\n\n> اقتباس\n\n- أول\n  - ثان\n\n```rust\nfn a() {}\n\tb\n```\n\n![بحر](x.png)\n\n<div>نص <b>خام</b></div>\n";
        let lines = lines(text, &mut 0);
        let said: Vec<_> = lines
            .iter()
            .map(|l| (l.text.as_str(), l.hint.unwrap()))
            .collect();
        assert_eq!(
            said,
            [
                ("عنوان", Kind::Title),
                ("فقرة قوية وسطر رابط.", Kind::Paragraph),
                ("اقتباس", Kind::Quote),
                ("أول", Kind::Item),
                ("ثان", Kind::Item),
                ("fn a() {}\n    b", Kind::Code),
                ("بحر", Kind::Caption),
                ("نص خام", Kind::Paragraph),
            ]
        );
        assert_eq!(lines[1].spans[0].range, 5..9);
        assert_eq!(lines[1].spans[1].range, 15..19);
    }

    #[test]
    fn verse_in_quotes_is_verse() {
        let text = "> يا دارُ أينَ الذي قد كان يسكنها *** وأينَ نارٌ على الشطين موقدُها\n> ما للديار وقد أقوت معالمها *** كأنما لم يكن بالأمس يعهدها\n";
        let lines = lines(text, &mut 0);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| l.hint == Some(Kind::Verse)));
    }
}
