//! What is one block of an article: a paragraph with a kind and inline spans?

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A paragraph of the page with its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What the block is.
    pub kind: Kind,
    /// Its text: NFC, logical order, no C0 or C1 control (a code block keeps its line feeds).
    pub text: String,
    /// Inline spans, in order of their start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Inline>,
}

impl Block {
    /// A block without inline spans.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            spans: Vec::new(),
        }
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The headline.
    Title,
    /// A second headline under the first.
    Subtitle,
    /// Who wrote it.
    Byline,
    /// A line of nothing but date, time, place or source.
    Dateline,
    /// The summary above the text.
    Standfirst,
    /// A heading inside the text, by its depth (2 is the first below the title).
    Heading(u8),
    /// A paragraph of the text.
    Paragraph,
    /// A quoted paragraph.
    Quote,
    /// An item of a list.
    Item,
    /// A line of verse: two hemistichs parted by `***`, `…`, or three spaces.
    Verse,
    /// The words under a picture.
    Caption,
    /// Preformatted lines.
    Code,
    /// What the page carries around its article.
    Clutter(Reason),
}

impl Kind {
    /// Whether blocks of this kind are part of the article's text.
    pub fn in_text(self) -> bool {
        !matches!(self, Self::Byline | Self::Dateline | Self::Clutter(_))
    }

    /// The name at the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Standfirst => "standfirst",
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::Item => "item",
            Self::Verse => "verse",
            Self::Caption => "caption",
            Self::Code => "code",
            Self::Clutter(_) => "clutter",
        }
    }
}

/// Why a block is clutter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Menus, breadcrumbs, section names, site names, page numbers.
    Navigation,
    /// Headlines of other stories running above the article.
    Ticker,
    /// Links to other stories, with or without a label.
    Related,
    /// Share and follow words.
    Share,
    /// Rights, disclaimers, addresses of the publisher.
    Copyright,
    /// Comment forms and their policy.
    Comments,
    /// Editors and owners of the site.
    Masthead,
    /// A clock of the site or a stamp of the crawler.
    Clock,
    /// Advertisement labels, cookie and script notices.
    Notice,
    /// Counters, font size, reading time.
    Widget,
    /// Tags of the page.
    Tags,
    /// A line that stands on the page a second time.
    Repeated,
    /// Set aside by the reader.
    ByHand,
}

impl Reason {
    /// The name at the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Ticker => "ticker",
            Self::Related => "related",
            Self::Share => "share",
            Self::Copyright => "copyright",
            Self::Comments => "comments",
            Self::Masthead => "masthead",
            Self::Clock => "clock",
            Self::Notice => "notice",
            Self::Widget => "widget",
            Self::Tags => "tags",
            Self::Repeated => "repeated",
            Self::ByHand => "by-hand",
        }
    }
}

/// An inline span of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// Where, in code points of the block's text.
    pub range: Range<u32>,
    /// What the span is.
    pub kind: InlineKind,
}

/// What an inline span is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InlineKind {
    /// A link with its address.
    Link(String),
    /// Strong importance.
    Strong,
    /// Stress.
    Emphasis,
    /// Code within a line.
    Code,
}
