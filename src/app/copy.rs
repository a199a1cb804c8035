//! What is copied: always in logical order, as it would be typed.

use super::{App, Effect, Effects, Focus, Reader, Span, command::Given};
use crate::{
    article::Meta,
    text::{Unit, plain},
    words::Words,
};

/// Copies what is selected, else the paragraph; in the list the title.
pub fn copy(app: &mut App, _: Given) -> Effects {
    if app.focus == Focus::List {
        let Some(title) = app.list.current().map(|entry| plain(&entry.meta.title)) else {
            return Effects::new();
        };
        app.tell("copied-title", &[]);
        return vec![Effect::Copy(title)];
    }
    let reader = app.reader.as_ref().filter(|r| r.selection.is_none());
    let near = reader.and_then(Reader::near_here);
    if let Some(title) = near.map(|near| plain(&near.entry.meta.title)) {
        app.tell("copied-title", &[]);
        return vec![Effect::Copy(title)];
    }
    let Some((text, selected)) = taken(app) else {
        return Effects::new();
    };
    app.tell(
        if selected {
            "copied"
        } else {
            "copied-paragraph"
        },
        &[],
    );
    vec![Effect::Copy(text)]
}

/// Copies it with a citation; in the list the citation alone.
pub fn cite(app: &mut App, _: Given) -> Effects {
    let Some(meta) = app.subject().map(|entry| entry.meta.clone()) else {
        return Effects::new();
    };
    let template = match &app.settings.citation {
        Some(own) => own.clone(),
        None => app.words.say("citation", &[]),
    };
    let citation = citation(&app.words, &template, &meta);
    let (text, said) = match (app.focus == Focus::Reader).then(|| taken(app)).flatten() {
        Some((text, _)) => (format!("{text}\n{citation}"), "copied-with-citation"),
        None => (citation, "copied-citation"),
    };
    app.tell(said, &[]);
    vec![Effect::Copy(plain(&text))]
}

/// The fields of an article in the places of a template: `{author}`, `{title}`, `{source}`,
/// `{section}`, `{date}`, `{url}`. A part between two commas whose fields are all unknown is left out.
fn citation(words: &Words, template: &str, meta: &Meta) -> String {
    let mut parts: Vec<String> = Vec::new();
    let comma = if template.contains('،') { '،' } else { ',' };
    for part in template.split(comma) {
        let mut filled = part.trim().to_owned();
        let (mut fields, mut known) = (0, 0);
        for (name, value) in [
            ("{author}", meta.author.clone()),
            ("{title}", Some(meta.title.clone())),
            ("{source}", meta.source.clone()),
            ("{section}", meta.section.clone()),
            (
                "{date}",
                meta.date.map(|date| words.date(&date.to_string())),
            ),
            ("{url}", meta.url.clone()),
        ] {
            if filled.contains(name) {
                fields += 1;
                known += usize::from(value.is_some());
                filled = filled.replace(name, &value.unwrap_or_default());
            }
        }
        if fields == 0 || known > 0 {
            parts.push(filled);
        }
    }
    parts.join(&format!("{comma} "))
}

/// The text that is selected, which ends the selection; else the paragraph under the cursor.
fn taken(app: &mut App) -> Option<(String, bool)> {
    let reader = app.reader.as_mut()?;
    if let Some(text) = reader.selected_text() {
        reader.deselect();
        return Some((text, true));
    }
    if reader.is_below() {
        return None;
    }
    let cursor = reader.cursor;
    let page = &mut reader.paper.page;
    let bytes = page.unit_at(cursor, Unit::Paragraph)?;
    Some((plain(&page.source(cursor.block).text[bytes]), false))
}

impl Reader {
    /// The text that is selected, as it would be typed.
    pub fn selected_text(&mut self) -> Option<String> {
        let span = self.span()?;
        Some(self.text_of(span))
    }

    /// The text of a span, as it would be typed; without the reader's own notes.
    pub(super) fn text_of(&self, span: Span) -> String {
        let page = &self.paper.page;
        let pieces = (span.from.block..=span.to.block).filter_map(|block| {
            if !self.paper.parts[block].is_own() {
                return None;
            }
            let text = &page.source(block).text;
            let bytes = span.within(block, text.len())?;
            Some(plain(&text[bytes]))
        });
        pieces.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn a_citation_leaves_out_what_is_unknown() {
        let words = Words::new(Locale::plain());
        let meta = Meta {
            title: "Title".into(),
            source: Some("Paper".into()),
            date: "2025-06-20".parse().ok(),
            ..Meta::default()
        };
        let template = "{author}, “{title}”, {source}, {date}, {url}";
        assert_eq!(
            citation(&words, template, &meta),
            "“Title”, Paper, 20 June 2025"
        );
    }
}
