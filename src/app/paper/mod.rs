//! How does an article stand on its page, and which place of its text is where?

mod run;

use std::ops::Range;

use crate::{
    article::{Article, Block, InlineKind, Kind},
    text::{Cursor, Direction, Insertion, Options, Page, Source, Style},
};
use run::{Run, cut, in_bytes};

/// An article laid out, with what each block of the page is.
#[derive(Debug)]
pub struct Paper {
    /// The rows.
    pub page: Page,
    /// What the blocks of the page are.
    pub parts: Vec<Part>,
    /// How many of them are the article's: what is related to it stands below.
    pub body: usize,
    /// The addresses of the links, in the order of their numbers.
    pub links: Vec<String>,
    /// Where each link stands: the block of the page and the bytes in it.
    pub places: Vec<(usize, Range<usize>)>,
    /// What is more than plain text, in order.
    runs: Vec<Run>,
    /// The code points of the article's text that each block of the page holds.
    ranges: Vec<Option<Range<u32>>>,
}

/// What a block of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A title that the page lacks or a hand has set.
    Title,
    /// Source, author, section and date.
    Facts,
    /// A block of the article, by its place.
    Block(usize),
    /// The line that stands for what was set aside.
    Aside,
    /// Tags and note of a passage, by its number, under the paragraph where it begins.
    Note(usize),
    /// The rule under the article.
    Rule,
    /// The heading of what is related to it.
    Heading,
    /// What is to be said of that: that there is none, or not yet all.
    Remark,
    /// A related article, by its number: its title, and under it where it is from and why.
    Near(usize),
}

impl Part {
    /// Whether it is of the article: neither the reader's own words nor what stands below.
    pub fn is_own(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Facts | Self::Block(_) | Self::Aside
        )
    }
}

/// What an article is shown with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Source, author, section and date in one line.
    pub facts: String,
    /// The line that stands for what was set aside; none where it is shown or there is none.
    pub aside: Option<String>,
    /// Whether what was set aside is shown.
    pub clutter: bool,
    /// Notes to stand under the paragraph in which this code point of the text is: the number
    /// of each passage and what is said. In their order.
    pub notes: Vec<(u32, usize, String)>,
    /// How text is shown.
    pub options: Options,
    /// The direction of what has none.
    pub direction: Direction,
}

impl Paper {
    /// The article on a page so many cells wide. Nothing is laid out yet.
    pub fn new(article: &Article, setting: &Setting, width: usize) -> Self {
        let mut parts = Vec::new();
        let own = article
            .blocks
            .iter()
            .find(|b| b.kind == Kind::Title)
            .is_some_and(|b| b.text.trim() == article.meta.title.trim());
        if !own {
            parts.extend([Part::Title, Part::Facts]);
        }
        let mut stated = !own;
        let all = article.ranges();
        let mut notes = setting.notes.iter().peekable();
        for (at, block) in article.blocks.iter().enumerate() {
            // a title set by hand stands in the place of the page's
            if block.kind == Kind::Title && std::mem::take(&mut stated) {
                continue;
            }
            if !setting.clutter && !block.kind.in_text() {
                continue;
            }
            parts.push(Part::Block(at));
            if own && block.kind == Kind::Title && !parts.contains(&Part::Facts) {
                parts.push(Part::Facts);
            }
            let end = all[at].as_ref().map_or(0, |range| range.end);
            while let Some((_, passage, _)) = notes.next_if(|(start, ..)| *start < end) {
                parts.push(Part::Note(*passage));
            }
        }
        if setting.aside.is_some() {
            parts.push(Part::Aside);
        }
        let mut links = Vec::new();
        let mut places = Vec::new();
        let mut runs = Vec::new();
        let mut before = None;
        let sources = parts
            .iter()
            .enumerate()
            .map(|(number, part)| {
                let source = match part {
                    Part::Title => plain(article.meta.title.clone(), 0),
                    Part::Facts => plain(setting.facts.clone(), 0),
                    Part::Aside => plain(setting.aside.clone().unwrap_or_default(), 1),
                    Part::Note(passage) => noted(&setting.notes, *passage),
                    // it is put below once it is known
                    Part::Rule | Part::Heading | Part::Remark | Part::Near(_) => Source::default(),
                    Part::Block(at) => {
                        let block = &article.blocks[*at];
                        let bytes = in_bytes(&block.text, &block.spans);
                        runs.extend(cut(number, &block.spans, &bytes));
                        let insertions = added(block, number, &bytes, &mut links, &mut places);
                        Source {
                            text: block.text.clone(),
                            style: style(block.kind, before),
                            insertions,
                        }
                    }
                };
                before = Some(match part {
                    Part::Block(at) => article.blocks[*at].kind,
                    _ => Kind::Title,
                });
                source
            })
            .collect();
        let ranges = parts.iter().map(|part| match part {
            Part::Block(at) => all[*at].clone(),
            _ => None,
        });
        Self {
            ranges: ranges.collect(),
            page: Page::new(sources, setting.options, setting.direction, width),
            body: parts.len(),
            parts,
            links,
            places,
            runs,
        }
    }

    /// These blocks stand below the article, and no others.
    pub fn put_below(&mut self, below: Vec<(Part, Source)>) {
        self.parts.truncate(self.body);
        let (parts, sources): (Vec<_>, Vec<_>) = below.into_iter().unzip();
        self.parts.extend(parts);
        self.page.end_with(self.body, sources);
    }

    /// The run around a place of the text; none where it is plain.
    pub fn run(&self, at: Cursor) -> Option<&Run> {
        let ended = |run: &Run| (run.block, run.bytes.end) <= (at.block, at.byte);
        let run = self.runs.get(self.runs.partition_point(ended))?;
        (run.block == at.block && run.bytes.contains(&at.byte)).then_some(run)
    }

    /// Where in the article's text a cursor stands, in code points; outside of the text the
    /// place where it goes on.
    pub fn offset(&self, cursor: Cursor) -> u32 {
        let from = self.ranges.get(cursor.block..).unwrap_or_default();
        match from.iter().position(Option::is_some) {
            Some(0) => {
                let inside = self.page.chars_before(cursor.block, cursor.byte) as u32;
                self.ranges[cursor.block].as_ref().map_or(0, |r| r.start) + inside
            }
            Some(after) => from[after].as_ref().map_or(0, |r| r.start),
            None => {
                let mut all = self.ranges.iter().flatten();
                all.next_back().map_or(0, |range| range.end)
            }
        }
    }

    /// The cursor of a place in the article's text; the last one before it where the place is
    /// not shown.
    pub fn cursor(&self, offset: u32) -> Cursor {
        let shown = self.ranges.iter().enumerate();
        let mut shown = shown.filter_map(|(block, range)| Some((block, range.as_ref()?)));
        let found = shown
            .by_ref()
            .take_while(|(_, range)| range.start <= offset)
            .last();
        found.map_or_else(Cursor::default, |(block, range)| {
            let inside = offset.min(range.end) - range.start;
            Cursor {
                block,
                byte: self.page.byte_of(block, inside as usize),
            }
        })
    }

    /// The code points of the article's text in a block of the page; none where it stands
    /// outside of the text.
    pub fn range(&self, block: usize) -> Option<&Range<u32>> {
        self.ranges.get(block)?.as_ref()
    }

    /// The block of the article under a cursor.
    pub fn block(&self, cursor: Cursor) -> Option<usize> {
        match self.parts.get(cursor.block)? {
            Part::Block(at) => Some(*at),
            _ => None,
        }
    }
}

fn plain(text: String, above: usize) -> Source {
    Source {
        text,
        style: Style {
            above,
            ..Style::default()
        },
        insertions: Vec::new(),
    }
}

/// What stands under a paragraph beside a passage in it.
fn noted(notes: &[(u32, usize, String)], passage: usize) -> Source {
    // they come in the order of their numbers
    let own = notes.binary_search_by_key(&passage, |(_, number, _)| *number);
    Source {
        text: own.map_or_else(|_| String::new(), |at| notes[at].2.clone()),
        style: Style {
            indent: 4,
            ..Style::default()
        },
        insertions: Vec::new(),
    }
}

/// How a block of this kind stands below one of that kind.
fn style(kind: Kind, before: Option<Kind>) -> Style {
    let above = match (kind, before) {
        (Kind::Item, Some(Kind::Item))
        | (Kind::Verse, Some(Kind::Verse))
        | (Kind::Caption, Some(Kind::Caption))
        | (Kind::Clutter(_), Some(Kind::Clutter(_)))
        | (Kind::Subtitle, Some(Kind::Title))
        | (_, Some(Kind::Heading(_))) => 0,
        _ => 1,
    };
    let (indent, hang) = match kind {
        Kind::Quote => (4, 0),
        Kind::Item => (2, 2),
        _ => (0, 0),
    };
    Style {
        above,
        indent,
        hang,
        verse: kind == Kind::Verse,
        preformatted: kind == Kind::Code,
    }
}

/// What the screen adds to a block: the sign of an item, the numbers of links.
fn added(
    block: &Block,
    number: usize,
    bytes: &[Range<usize>],
    links: &mut Vec<String>,
    places: &mut Vec<(usize, Range<usize>)>,
) -> Vec<Insertion> {
    let mut insertions = Vec::new();
    if block.kind == Kind::Item {
        insertions.push(Insertion {
            at: 0,
            text: "– ".into(),
            forward: true,
        });
    }
    for (span, range) in block.spans.iter().zip(bytes) {
        let InlineKind::Link(url) = &span.kind else {
            continue;
        };
        links.push(url.clone());
        insertions.push(Insertion {
            at: range.end,
            text: format!("[{}]", links.len()),
            forward: false,
        });
        places.push((number, range.clone()));
    }
    insertions.sort_by_key(|insertion| insertion.at);
    insertions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Inline, Meta, Reason};

    fn laid(clutter: bool) -> (Article, Paper) {
        let article = Article {
            meta: Meta {
                title: "عنوان".into(),
                ..Meta::default()
            },
            blocks: vec![
                Block::new(Kind::Clutter(Reason::Navigation), "الرئيسية"),
                Block::new(Kind::Title, "عنوان"),
                Block::new(Kind::Byline, "كاتب"),
                Block {
                    spans: vec![Inline {
                        range: 0..2,
                        kind: InlineKind::Link("https://example.org".into()),
                    }],
                    ..Block::new(Kind::Paragraph, "نصّ أول")
                },
                Block::new(Kind::Item, "بند"),
            ],
        };
        let setting = Setting {
            facts: "مصدر".into(),
            aside: (!clutter).then(|| "سطر".into()),
            clutter,
            notes: Vec::new(),
            options: Options::default(),
            direction: Direction::Rtl,
        };
        let paper = Paper::new(&article, &setting, 40);
        (article, paper)
    }

    #[test]
    fn facts_follow_the_title_and_clutter_is_one_line() {
        let (_, paper) = laid(false);
        assert_eq!(
            paper.parts,
            [
                Part::Block(1),
                Part::Facts,
                Part::Block(3),
                Part::Block(4),
                Part::Aside
            ]
        );
        assert_eq!(paper.links, ["https://example.org"]);
        let (_, paper) = laid(true);
        assert_eq!(
            paper.parts,
            [0, 1, 2, 3, 4]
                .into_iter()
                .flat_map(|at| {
                    let facts = (at == 1).then_some(Part::Facts);
                    [Part::Block(at)].into_iter().chain(facts)
                })
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn places_in_the_text_lead_to_the_page_and_back() {
        for clutter in [false, true] {
            let (article, paper) = laid(clutter);
            for offset in 0..article.text().chars().count() as u32 {
                assert_eq!(paper.offset(paper.cursor(offset)), offset);
            }
        }
    }
}
