//! What can be seen of a line by itself?

use crate::import::letter::{is_digit, is_letter};
use std::cell::OnceCell;

use super::{Raw, sign};
use crate::{
    article::{Inline, Kind, Reason},
    import::{
        byline,
        date::{Dates, dateline},
        label::{Extent, Label, label, squeeze},
        verse::is_verse,
        word::WORDS,
    },
    text::fold,
};

/// A line of a page: what it says, what can be seen of it, and what it was found to be.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub spans: Vec<Inline>,
    /// What the markup says that the line is.
    pub hint: Option<Kind>,
    /// Blank lines before it.
    pub blanks: usize,
    folded: OnceCell<String>,
    key: OnceCell<String>,
    /// How many words it has; many are not counted to the end.
    pub words: usize,
    pub end: End,
    pub label: Option<Label>,
    dates: OnceCell<Option<Dates>>,
    pub shape: Shape,
    /// What the line is, once that is known.
    pub kind: Option<Kind>,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With a full stop.
    Full,
    /// With a question or an exclamation.
    Mark,
    /// With a colon.
    Colon,
    /// With an ellipsis.
    Cut,
    /// With a word.
    Open,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Long lines with stops: what articles are made of.
    Prose,
    /// A short line with a full stop: text beside prose.
    Sentence,
    /// Two hemistichs.
    Verse,
    /// Many headlines on one line.
    Ticker,
    /// No letters: counters and rules.
    Number,
    /// A link or a handle.
    Address,
    /// Everything else.
    Short,
}

/// From so many words on a line is prose, whatever its end.
const LONG: usize = 22;

/// From so many words on a line with a full stop is prose.
const LONG_WITH_STOP: usize = 9;

/// Bylines are not longer than this, in bytes.
const LONGEST_BYLINE: usize = 300;

/// Labels are not longer than this, in words.
const LONGEST_LABEL: usize = 45;

/// Datelines are not longer than this, in words.
const LONGEST_DATELINE: usize = 24;

impl From<Raw> for Line {
    fn from(raw: Raw) -> Self {
        Self::with_labels(raw, LONGEST_LABEL)
    }
}

impl Line {
    /// A line of its text alone.
    pub fn new(text: &str, hint: Option<Kind>, blanks: usize) -> Self {
        Self::from(Raw {
            text: text.to_owned(),
            spans: Vec::new(),
            hint,
            blanks,
        })
    }

    /// A line in which labels of at most so many words are looked for.
    pub fn with_labels(raw: Raw, longest: usize) -> Self {
        let Raw {
            text,
            spans,
            hint,
            blanks,
        } = raw;
        let words = text
            .split_whitespace()
            .take(LONG + 2 * LONGEST_LABEL)
            .count();
        let end = end(&text);
        let shape = shape(&text, words, end);
        let mut line = Self {
            text,
            spans,
            hint,
            blanks,
            folded: OnceCell::new(),
            key: OnceCell::new(),
            words,
            end,
            label: None,
            dates: OnceCell::new(),
            shape,
            kind: hint.filter(|h| matches!(h, Kind::Clutter(_))),
        };
        if words <= longest {
            line.label = label(line.folded()).filter(|l| fits(*l, words, end));
        }
        line
    }

    /// Whether these letters are the line's.
    pub fn says(&self, key: &str) -> bool {
        // The letters of a long line need not be gathered to know that it says more.
        self.text.len() <= 3 * key.len() + 30 && self.key() == key
    }

    /// The line, settled as of a kind.
    pub fn of_kind(self, kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..self
        }
    }

    /// What it states of time, if that is all it does.
    pub fn dates(&self) -> Option<&Dates> {
        let short = self.words <= LONGEST_DATELINE && self.text.len() <= 2 * LONGEST_BYLINE;
        let read = || {
            let text = (short && self.text.contains(is_digit)).then(|| sign::closed_up(&self.text));
            text.map(|text| dateline(&text))
        };
        self.dates.get_or_init(|| read().flatten()).as_ref()
    }

    /// The line without what spelling may vary.
    pub fn folded(&self) -> &str {
        self.folded.get_or_init(|| fold(&self.text))
    }

    /// Its letters alone: what makes two lines the same.
    pub fn key(&self) -> &str {
        self.key.get_or_init(|| squeeze(self.folded()))
    }

    /// Whether nothing is known of the line yet.
    pub fn is_open(&self) -> bool {
        self.kind.is_none()
    }

    /// A line of the running text by its looks.
    pub fn is_prose(&self) -> bool {
        self.shape == Shape::Prose && self.label.is_none()
    }

    /// The label, if it is one that announces other lines.
    pub fn announces(&self) -> Option<Reason> {
        self.label
            .filter(|l| l.extent == Extent::Whole)
            .map(|l| l.reason)
    }

    /// Whether the line ends what a label announced.
    pub fn closes(&self) -> bool {
        self.label.is_some_and(|l| l.extent == Extent::Closes)
    }

    /// Whether the line opens as one about a picture does.
    pub fn tells_of_picture(&self) -> bool {
        let opens = |sign: &String| self.folded().starts_with(sign.as_str());
        // Most lines are told by a glance, before they are folded.
        let glance = |text: &str| {
            ["الصورة", "Image", "image"]
                .iter()
                .any(|w| text.contains(w))
        };
        let head = self
            .text
            .char_indices()
            .nth(30)
            .map_or(self.text.len(), |(at, _)| at);
        self.words <= LONGEST_LABEL
            && glance(&self.text[..head])
            && WORDS.credit_openings.iter().any(opens)
    }

    /// Whether the line names where a picture came from.
    pub fn has_credit(&self) -> bool {
        if self.tells_of_picture() {
            return true;
        }
        let line = self.folded().trim_end_matches(['.', ' ', ')', ']']);
        let signed = WORDS
            .credit_signs
            .iter()
            .any(|sign| line.find(sign).is_some_and(|at| at > 0));
        signed
            || self.words <= 30
                && WORDS.credits.iter().any(|credit| {
                    let plain = line.replace('.', " ");
                    let before = plain.trim_end().strip_suffix(credit.as_str());
                    before.is_some_and(|b| {
                        b.trim_end()
                            .ends_with(['-', '(', '–', '—', '|', '/', '[', '_', ':'])
                    })
                })
    }

    /// The author that the line states, be it by a word or by its place.
    pub fn author(&self) -> Option<&str> {
        if self.words > 9 || self.text.len() > LONGEST_BYLINE {
            return None;
        }
        byline::stated(&self.text)
    }

    /// The source of a line of nothing but that: «المصدر: …», «نقلا عن …», «رويترز».
    pub fn source(&self) -> Option<&str> {
        if self.words > 7
            || self.text.len() > LONGEST_BYLINE
            || matches!(self.end, End::Cut | End::Colon)
        {
            return None;
        }
        byline::source(&self.text)
    }
}

/// Whether a line of such length and end can be what its first words make it: a sentence
/// that happens to begin like a label is text.
fn fits(label: Label, words: usize, end: End) -> bool {
    let long = matches!(
        label.reason,
        Reason::Notice | Reason::Comments | Reason::Copyright
    );
    match label.extent {
        Extent::Whole | Extent::Closes => true,
        Extent::Begins if long => true,
        Extent::Begins => words <= if end == End::Full { 8 } else { 16 },
        Extent::Within => words <= 30,
    }
}

fn end(text: &str) -> End {
    let closing = |c: char| c.is_whitespace() || "\"'”’»)]}*\u{200e}\u{200f}\u{2069}".contains(c);
    let text = text.trim_end_matches(closing);
    match text.chars().next_back() {
        Some('.' | '۔') if text.ends_with("..") => End::Cut,
        Some('.' | '۔') => End::Full,
        Some('…') => End::Cut,
        Some('؟' | '?' | '!') => End::Mark,
        Some(':') => End::Colon,
        _ => End::Open,
    }
}

fn shape(text: &str, words: usize, end: End) -> Shape {
    if !text.contains(is_letter) || is_counter(text) {
        return Shape::Number;
    }
    if is_ticker(text) {
        return Shape::Ticker;
    }
    if words <= LONG && is_verse(text) {
        return Shape::Verse;
    }
    if is_address(text) {
        return Shape::Address;
    }
    if words >= LONG || words >= LONG_WITH_STOP && end == End::Full {
        return Shape::Prose;
    }
    if end == End::Full && words >= 4 {
        return Shape::Sentence;
    }
    Shape::Short
}

/// «1 من 4», «2 / 5», `3 of 7`: where in a series the page stands.
fn is_counter(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    let number = |word: &str| word.chars().all(is_digit);
    matches!(words[..], [one, "من" | "of", all] if number(one) && number(all))
}

/// Four headlines or more on one line, parted by runs of spaces.
fn is_ticker(text: &str) -> bool {
    if !text.contains("  ") {
        return false;
    }
    let parts: Vec<usize> = text
        .split("  ")
        .map(|part| part.split_whitespace().count())
        .filter(|words| *words > 0)
        .collect();
    parts.len() >= 4 && parts.iter().filter(|words| **words >= 2).count() * 3 >= parts.len() * 2
}

fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let link = |w: &str| {
        let path = w.is_ascii()
            && w.split_once('/')
                .is_some_and(|(host, _)| host.contains('.'));
        w.contains("://") || w.starts_with("www.") || path
    };
    words.next().is_some_and(link) && words.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::new(text, None, 0)
    }

    #[test]
    fn sentences_that_begin_like_labels_are_text() {
        for text in [
            "شارك هذا العام في المهرجان خمسون فنانا من عشر دول.",
            "تابعنا عبر نوافذ القطار مشهد الحقول وهي تستيقظ ببطء تحت ضباب الصباح البارد حتى وصلنا إلى المدينة.",
            "لمزيد من التفاصيل عن القرار تحدثنا إلى ثلاثة من أعضاء اللجنة.",
            "قال إن حقوق الملكية الفكرية لا تحمي الأفكار بل صيغها.",
        ] {
            assert_eq!(line(text).label, None, "{text}");
        }
        for text in [
            "تابعنا عبر تطبيق الصحيفة",
            "انقر هنا لقراءة الخبر من مصدره.",
            "الآراء الواردة لا تعبر بالضرورة عن رأي الموقع.",
        ] {
            assert!(line(text).label.is_some(), "{text}");
        }
    }

    #[test]
    fn captions_end_in_a_credit() {
        for text in [
            "قارب عند الرصيفالمصدر: رويترز",
            "قارب عند الرصيف (أ.ف.ب)",
            "قارب عند الرصيف - أرشيفية",
        ] {
            assert!(line(text).has_credit(), "{text}");
        }
        assert!(!line("قال متحدث لوكالة رويترز").has_credit());
    }

    #[test]
    fn a_line_of_nothing_but_its_source_names_it() {
        assert_eq!(line("المصدر: صحيفة الوادي").source(), Some("صحيفة الوادي"));
        assert_eq!(
            line("*نقلاً عن الوادي اليومية").source(),
            Some("الوادي اليومية")
        );
        assert_eq!(line("رويترز").source(), Some("رويترز"));
        assert_eq!(line("المصدر الأول قال غير ذلك").source(), None);
    }
}
