//! What stands under the open article: what is related to it?
//!
//! It is laid out as the end of the article's page, below its text, and once it is known; what
//! was read by then stays where it is.

use std::fmt::Write;

use crate::{
    app::{App, Effects, Part, Reader, Slot, Title, coding::Names},
    article::ArticleId,
    desk::{About, Near, Related, Request, Sift},
    text::{Cursor, Direction, Source, Style, Typesetter},
    words::isolated,
};

/// What stands under an article.
#[derive(Debug)]
pub struct Foot {
    /// What is related to it.
    pub related: Related,
    /// Of each related article, which bytes of its block are a tag's name.
    pub tags: Vec<Names>,
    /// The width for which its titles are cut.
    width: usize,
}

/// A title takes no more rows.
const ROWS: usize = 2;

impl Reader {
    /// The related article under the cursor.
    pub fn near_here(&self) -> Option<&Near> {
        match self.paper.parts.get(self.cursor.block)? {
            Part::Near(nth) => self.foot.as_ref()?.related.near.get(*nth),
            _ => None,
        }
    }

    /// Whether the cursor stands below the text.
    pub fn is_below(&self) -> bool {
        self.cursor.block >= self.paper.body
    }

    /// Whether a related article stands in a row of the window.
    pub(in crate::app) fn is_near(&self, row: u16) -> bool {
        let page = &self.paper.page;
        let line = (0..row).try_fold(self.top, |line, _| page.next(line));
        let part = line.and_then(|line| self.paper.parts.get(line.block));
        matches!(part, Some(Part::Near(_)))
    }

    /// Puts the cursor on a related article, in this row of the window.
    fn stand_near(&mut self, id: &ArticleId, row: usize) {
        let near = self.foot.as_ref().map(|foot| &foot.related.near);
        let nth = near.and_then(|near| near.iter().position(|near| near.entry.id == *id));
        let block = nth.and_then(|nth| {
            let mut parts = self.paper.parts.iter();
            parts.position(|part| *part == Part::Near(nth))
        });
        if let Some(block) = block {
            self.stand(Cursor { block, byte: 0 });
            self.show_at(row);
            self.follow();
        }
    }
}

impl App {
    /// What is related to the open article.
    pub(in crate::app) fn ask_foot(&mut self) -> Effects {
        let Some(reader) = self.reader.as_ref().filter(|reader| !reader.gone) else {
            return Effects::new();
        };
        let about = About::Article(reader.id().clone());
        vec![self.ask(Slot::Related, Request::Related(about, Sift::default()))]
    }

    /// What is related to the open article has come. Who came back from one of them is on it
    /// again, unless the cursor has gone on since.
    pub(in crate::app) fn take_foot(&mut self, related: Related) {
        let Some(reader) = &mut self.reader else {
            return;
        };
        let here = reader.near_here().map(|near| near.entry.id.clone());
        let back = reader.sought.take();
        let back = back.filter(|(cursor, _)| *cursor == reader.cursor);
        self.put_foot(related, here.or(back.map(|(_, id)| id)));
    }

    /// Lays it out anew where the width has changed.
    pub(in crate::app) fn fit_foot(&mut self) {
        let Some(reader) = &self.reader else { return };
        let width = reader.paper.page.width();
        if reader.foot.as_ref().is_some_and(|foot| foot.width != width) {
            self.lay_foot();
        }
    }

    /// Lays it out anew.
    pub(in crate::app) fn lay_foot(&mut self) {
        let Some(reader) = &mut self.reader else {
            return;
        };
        let here = reader.near_here().map(|near| near.entry.id.clone());
        if let Some(foot) = reader.foot.take() {
            self.put_foot(foot.related, here);
        }
    }

    /// Puts it under the open article, the cursor on the article of this name if it is there.
    pub(in crate::app) fn put_foot(&mut self, related: Related, here: Option<ArticleId>) {
        let Some(mut reader) = self.reader.take() else {
            return;
        };
        let mut setter = std::mem::take(&mut self.setter);
        let row = reader.row_of_cursor().unwrap_or(0);
        let (below, tags) = blocks(self, &reader, &related, &mut setter);
        self.setter = setter;
        reader.paper.put_below(below);
        reader.foot = Some(Foot {
            related,
            tags,
            width: reader.paper.page.width(),
        });
        if reader.is_below() {
            reader.stand(reader.cursor);
        }
        reader.settle();
        if let Some(id) = here {
            reader.stand_near(&id, row);
        }
        self.reader = Some(reader);
    }
}

/// The blocks of what is related, and in those of the articles the tags.
fn blocks(
    app: &App,
    reader: &Reader,
    related: &Related,
    setter: &mut Typesetter,
) -> (Vec<(Part, Source)>, Vec<Names>) {
    let meta = &reader.loaded.article.meta;
    let width = reader.paper.page.width();
    // all that is not a title runs as the article's title does
    let along = mark(setter, &meta.title, app.direction());
    let said = |text: &str| source(format!("{along}{}", isolated(text)), 0);
    let mut blocks = vec![
        (Part::Rule, source(String::new(), 1)),
        (Part::Heading, said(&app.words.say("related", &[]))),
    ];
    let mut tags = Vec::new();
    for (nth, near) in related.near.iter().enumerate() {
        let title = &near.entry.meta.title;
        let along = mark(setter, title, app.direction());
        let title = Title::cut(setter, title, app.direction(), width, ROWS);
        let (why, mut places) = app.why(near, meta.date);
        let start = title.len() + 1 + along.len_utf8();
        for (bytes, _) in &mut places {
            *bytes = start + bytes.start..start + bytes.end;
        }
        let mut text = format!("{title}\n{along}{why}");
        if let Some(also) = app.also(&near.also) {
            let _ = write!(text, "\n{along}{}", isolated(&also));
        }
        blocks.push((Part::Near(nth), source(text, 0)));
        tags.push(places);
    }
    if related.near.is_empty() {
        blocks.push((Part::Remark, said(&app.words.say("related-none-here", &[]))));
    }
    if related.behind > 0 {
        let count = [("count", u64::from(related.behind).into())];
        blocks.push((Part::Remark, said(&app.words.say("related-behind", &count))));
    }
    (blocks, tags)
}

fn source(text: String, above: usize) -> Source {
    Source {
        text,
        style: Style {
            above,
            ..Style::default()
        },
        insertions: Vec::new(),
    }
}

/// What makes a line run as a text does.
fn mark(setter: &mut Typesetter, text: &str, inherited: Direction) -> char {
    match setter.set(text, inherited, &[]).direction() {
        Direction::Rtl => '\u{200f}',
        Direction::Ltr => '\u{200e}',
    }
}
