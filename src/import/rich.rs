//! How does marked-up text become lines with inline spans?

use super::{normal, page::Raw};
use crate::article::{Inline, InlineKind, Kind};

/// Spans nested deeper than this are no spans.
const DEEPEST: usize = 32;

/// The longest address of a link, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// Collects text and spans, and closes a line wherever the markup does.
#[derive(Debug, Default)]
pub struct Rich {
    lines: Vec<Raw>,
    text: String,
    /// Characters of `text`.
    length: u32,
    spans: Vec<Inline>,
    open: Vec<(InlineKind, u32)>,
    /// Control characters taken out so far.
    pub controls: usize,
}

impl Rich {
    /// Adds text of which white space may be collapsed.
    pub fn flow(&mut self, text: &str) {
        for c in text.chars() {
            let space = matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            if !space {
                self.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.push(' ');
            }
        }
    }

    /// Adds text as it is.
    pub fn exact(&mut self, text: &str) {
        text.chars().for_each(|c| self.push(c));
    }

    /// Adds one character as it is.
    pub fn push(&mut self, c: char) {
        self.text.push(c);
        self.length += 1;
    }

    /// A span begins here.
    pub fn open(&mut self, kind: InlineKind) {
        if let InlineKind::Link(address) = &kind {
            // links do not nest, and a picture written out as an address is none
            self.close(|open| matches!(open, InlineKind::Link(_)));
            if address.len() > LONGEST_ADDRESS {
                return;
            }
        }
        if self.open.len() < DEEPEST {
            self.open.push((kind, self.length));
        }
    }

    /// The innermost span like this ends here.
    pub fn close(&mut self, like: impl Fn(&InlineKind) -> bool) {
        let Some(at) = self.open.iter().rposition(|(kind, _)| like(kind)) else {
            return;
        };
        let (kind, start) = self.open.remove(at);
        self.span(start, kind);
    }

    fn span(&mut self, start: u32, kind: InlineKind) {
        if start < self.length {
            let range = start..self.length;
            self.spans.push(Inline { range, kind });
        }
    }

    /// Whether the line holds nothing yet.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Ends the line; spans still open go on in the next.
    pub fn end_line(&mut self, hint: Option<Kind>) {
        for at in 0..self.open.len() {
            let (kind, start) = self.open[at].clone();
            self.span(start, kind);
            self.open[at].1 = 0;
        }
        let text = std::mem::take(&mut self.text);
        let mut spans = std::mem::take(&mut self.spans);
        self.length = 0;
        if text.trim().is_empty() {
            return;
        }
        spans.sort_by_key(|s| (s.range.start, std::cmp::Reverse(s.range.end)));
        let keeps_breaks = hint == Some(Kind::Code);
        let (text, spans) = self.settled(&text, spans, keeps_breaks);
        if text.is_empty() {
            return;
        }
        self.lines.push(Raw {
            text,
            spans,
            hint,
            blanks: 1,
        });
    }

    /// The lines.
    pub fn finish(mut self) -> Vec<Raw> {
        self.end_line(None);
        self.lines
    }

    /// The text of the line so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes the text so far as lines of their own, without spans; tabs part as three spaces do.
    pub fn take_lines(&mut self) -> Vec<Raw> {
        let text = std::mem::take(&mut self.text);
        (self.length, self.spans) = (0, Vec::new());
        self.open.iter_mut().for_each(|(_, start)| *start = 0);
        let (text, controls) = normal(&text);
        self.controls += controls;
        super::page::raw_lines(&text)
    }

    /// Adds a line.
    pub fn keep(&mut self, line: Raw) {
        self.lines.push(line);
    }

    /// The text in its normal form and without space around it, the spans moved along.
    fn settled(
        &mut self,
        text: &str,
        spans: Vec<Inline>,
        keeps_breaks: bool,
    ) -> (String, Vec<Inline>) {
        let flat = |text: &str| {
            if keeps_breaks {
                text.replace('\t', "    ")
            } else {
                text.replace(['\n', '\t'], " ")
            }
        };
        let (whole, controls) = normal(text);
        self.controls += controls;
        let whole = flat(&whole);
        let kept = if keeps_breaks {
            whole.trim_end()
        } else {
            whole.trim()
        };
        if spans.is_empty() {
            return (kept.to_owned(), spans);
        }
        let leading = whole.chars().count() - whole.trim_start().chars().count();
        let leading = if keeps_breaks { 0 } else { leading as u32 };
        let length = kept.chars().count() as u32;
        // Normalising may join characters: each place is where the parts before it end.
        let mut places: Vec<u32> = spans
            .iter()
            .flat_map(|s| [s.range.start, s.range.end])
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut moved = std::collections::HashMap::new();
        let (mut chars, mut read, mut written) = (text.chars(), 0, 0);
        for place in places {
            let part: String = chars.by_ref().take((place - read) as usize).collect();
            written += flat(&normal(&part).0).chars().count() as u32;
            read = place;
            moved.insert(place, written.saturating_sub(leading).min(length));
        }
        let spans = spans
            .into_iter()
            .map(|s| Inline {
                range: moved[&s.range.start]..moved[&s.range.end],
                kind: s.kind,
            })
            .filter(|s| !s.range.is_empty())
            .collect();
        (kept.to_owned(), spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_the_characters_of_the_settled_text() {
        let mut rich = Rich::default();
        rich.flow("  قبل \u{1b}");
        rich.open(InlineKind::Strong);
        rich.flow("ا\u{653}خر");
        rich.close(|k| *k == InlineKind::Strong);
        rich.flow(" بعد ");
        let lines = rich.finish();
        assert_eq!(lines[0].text, "قبل آخر بعد");
        assert_eq!(lines[0].spans[0].range, 4..7);
    }
}
