//! Where do the passages of the open article stand on its page?

use crate::{
    app::{Paper, Reader, Span},
    desk::Coding,
    passage::{Colour, Passage, PassageId},
    text::Cursor,
};

/// A passage as it stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strip {
    /// Its number among the passages of the article.
    pub passage: usize,
    /// What it covers.
    pub span: Span,
    /// The colour of its first tag, or its own.
    pub colour: Option<Colour>,
    /// Which of the two rules beside the text is its own: those that overlap differ, as far as
    /// there are rules.
    pub lane: u8,
}

impl Reader {
    /// The passages of the article are these now.
    pub(in crate::app) fn take_coding(&mut self, coding: Coding) {
        self.strips = strips(&self.paper, &coding);
        self.coding = coding;
    }

    /// The passages of which something is in a window of so many rows, in the order of their
    /// beginnings.
    pub fn strips_within(&self, height: usize) -> Vec<&Strip> {
        let page = &self.paper.page;
        let mut last = self.top;
        for _ in 1..height {
            last = page.next(last).unwrap_or(last);
        }
        let from = page.span(self.top).map_or(0, |bytes| bytes.start);
        let from = (self.top.block, from);
        let begun = self
            .strips
            .partition_point(|strip| strip.span.from.block <= last.block);
        let ends = |strip: &&Strip| (strip.span.to.block, strip.span.to.byte) > from;
        self.strips[..begun].iter().filter(ends).collect()
    }

    /// The passages around a place, inner ones last.
    pub fn strips_around(&self, at: Cursor) -> impl Iterator<Item = &Strip> {
        let begun = self.strips.partition_point(|strip| strip.span.from <= at);
        let begun = self.strips[..begun].iter();
        begun.filter(move |strip| at < strip.span.to)
    }

    /// The strip that keys mean: of those around the cursor the one that was walked to, else
    /// the innermost.
    pub fn strip_here(&self) -> Option<&Strip> {
        let walked = |strip: &&Strip| {
            let id = &self.coding.passages[strip.passage].id;
            self.walked.as_ref() == Some(id)
        };
        let mut around = self.strips_around(self.cursor);
        around
            .find(walked)
            .or_else(|| self.strips_around(self.cursor).last())
    }

    /// Where a passage stands.
    pub fn strip_of(&self, id: &PassageId) -> Option<&Strip> {
        let own = |strip: &&Strip| self.coding.passages[strip.passage].id == *id;
        self.strips.iter().find(own)
    }

    /// The passage that keys mean.
    pub fn passage_here(&self) -> Option<&Passage> {
        let strip = self.strip_here()?;
        self.coding.passages.get(strip.passage)
    }
}

fn strips(paper: &Paper, coding: &Coding) -> Vec<Strip> {
    let mut strips: Vec<Strip> = Vec::new();
    // where the last one of each rule ends
    let mut ends = [Cursor::default(); 2];
    for (number, passage) in coding.passages.iter().enumerate() {
        let Some(range) = passage.placement.range() else {
            continue;
        };
        let span = Span {
            from: paper.cursor(range.start),
            to: paper.cursor(range.end),
        };
        let lane = ends.iter().position(|end| *end <= span.from).unwrap_or(1);
        ends[lane] = ends[lane].max(span.to);
        strips.push(Strip {
            passage: number,
            span,
            colour: coding.colour(passage),
            lane: lane as u8,
        });
    }
    strips
}
