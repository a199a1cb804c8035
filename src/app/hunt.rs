//! Through which articles do n and N go on, once the hits of the open one are at an end?
//!
//! A search of the library leaves a trail: its articles, the best one first, and one of them
//! that is read. Its hits are marked wherever that article is laid out.

use std::{collections::HashSet, sync::Arc};

use super::{App, Effects, Focus, Slot, command::Given};
use crate::{
    article::ArticleId,
    config::MarkRead,
    desk::{Finding, Found, FoundIn, Request, Search},
    terms::{Analyser, Forms, Query, is_stop},
    text::{Cursor, Unit},
};

/// So many articles are asked for at once.
pub(super) const MOST: usize = 50;

/// Articles that were found, and one of them that is read.
#[derive(Debug)]
pub(super) struct Hunt {
    search: Search,
    query: Arc<Query>,
    found: Vec<Found>,
    at: usize,
    /// Whether its first hit is wanted, or with `false` its last, once it is here; none where
    /// the search itself says the place.
    edge: Option<bool>,
}

/// Articles that are being searched for, to go on from one of them.
#[derive(Debug)]
pub(super) struct Seeking {
    search: Search,
    from: ArticleId,
    /// Whether they follow those of the hunt that is on; else it begins with them.
    more: bool,
}

impl Hunt {
    /// The articles of a search, of which the one at a place is read.
    pub(super) fn new(search: Search, finding: &Finding, at: usize) -> Self {
        Self {
            search,
            query: Arc::new(finding.query.clone()),
            found: finding.found.clone(),
            at,
            edge: None,
        }
    }

    /// Those that were found beyond what is here follow it; what is equally good may come in
    /// another order than before.
    fn extend(&mut self, search: Search, found: &[Found]) {
        let known: HashSet<i64> = self.found.iter().map(|f| f.entry.row()).collect();
        let new = found.iter().filter(|f| !known.contains(&f.entry.row()));
        self.found.extend(new.cloned());
        self.search = search;
    }

    fn is_here(&self, id: &ArticleId) -> bool {
        self.found.get(self.at).is_some_and(|f| f.entry.id == *id)
    }
}

/// Goes to the next article that mentions the name under the cursor, or what is selected.
pub fn mention(app: &mut App, _: Given) -> Effects {
    let Some(reader) = app.reading() else {
        return Effects::new();
    };
    let from = reader.id().clone();
    let text = reader.selected_text().or_else(|| reader.word_here());
    let text = text.map(|text| words_of(&text)).unwrap_or_default();
    reader.deselect();
    if text
        .split_whitespace()
        .all(|word| is_stop(&Forms::of(word)))
    {
        app.tell("no-name-here", &[]);
        return Effects::new();
    }
    let search = Search {
        text,
        count: MOST,
        typing: false,
    };
    app.seek(search, from, false)
}

/// Goes from the open article to the next one that was found, or to the one before.
pub(super) fn on(app: &mut App, forward: bool) -> Effects {
    let Some(hunt) = &mut app.hunt else {
        return Effects::new();
    };
    let last = hunt.found.len().saturating_sub(1);
    let next = if forward {
        (hunt.at < last).then_some(hunt.at + 1)
    } else {
        hunt.at.checked_sub(1)
    };
    if let Some(at) = next {
        hunt.at = at;
        hunt.edge = Some(forward);
        return app.follow_hunt();
    }
    if forward && hunt.found.len() >= hunt.search.count {
        let search = Search {
            count: hunt.search.count + MOST,
            ..hunt.search.clone()
        };
        let from = hunt.found[last].entry.id.clone();
        return app.seek(search, from, true);
    }
    app.tell(if forward { "last-found" } else { "first-found" }, &[]);
    Effects::new()
}

impl App {
    /// Searches, and goes on from an article among what is found.
    fn seek(&mut self, search: Search, from: ArticleId, more: bool) -> Effects {
        let request = Request::Search(search.clone());
        self.seeking = Some(Seeking { search, from, more });
        vec![self.ask(Slot::Search, request)]
    }

    /// What was sought is here: one goes on to the article after the one that is open.
    pub(super) fn sought(&mut self, seeking: Seeking, finding: &Finding) -> Effects {
        let Seeking { search, from, more } = seeking;
        let reading = self.focus == Focus::Reader && !self.paging;
        if !reading || self.reader.as_ref().is_none_or(|r| *r.id() != from) {
            // who has gone on is not called back
            return Effects::new();
        }
        if let Some(hunt) = self.hunt.as_mut().filter(|_| more) {
            hunt.extend(search, &finding.found);
            return on(self, true);
        }
        // those that hold only some of the words do not mention the name
        let count = if finding.some { 0 } else { finding.found.len() };
        let here = finding.found.iter().position(|f| f.entry.id == from);
        let next = here.map_or(0, |at| at + 1);
        // the first follows the last
        let at = if next < count { next } else { 0 };
        if at >= count || here == Some(at) {
            self.tell("no-mention", &[("text", (&search.text).into())]);
            return Effects::new();
        }
        let mut hunt = Hunt::new(search, finding, at);
        hunt.edge = Some(true);
        self.hunt = Some(hunt);
        self.follow_hunt()
    }

    /// Opens the article of the hunt: at the hit that is wanted, in the notice the title.
    fn follow_hunt(&mut self) -> Effects {
        let effects = self.open_hunted();
        if let Some(hunt) = &self.hunt {
            let title = hunt.found[hunt.at].entry.meta.title.clone();
            let counts = [
                ("nth", (hunt.at as u64 + 1).into()),
                ("of", (hunt.found.len() as u64).into()),
                ("title", (&title).into()),
            ];
            self.tell("found-next", &counts);
        }
        effects
    }

    /// Opens the article of the hunt where it was found.
    pub(super) fn open_hunted(&mut self) -> Effects {
        let Some(found) = self.hunt.as_ref().and_then(|hunt| hunt.found.get(hunt.at)) else {
            return Effects::new();
        };
        let (id, row) = (found.entry.id.clone(), found.entry.row());
        let (offset, passage) = match &found.place {
            FoundIn::Text(offset) => (*offset, None),
            FoundIn::Note(passage) => (0, Some(passage.clone())),
            FoundIn::Sheet | FoundIn::Tag(_) => (0, None),
        };
        let open = self.reader.as_ref();
        let here = open.is_some_and(|reader| *reader.id() == id && !reader.old);
        self.close_drawer();
        let mut effects = self.go_to(&id, offset, passage.clone());
        if here {
            if let Some(reader) = &mut self.reader {
                reader.found = None;
            }
            self.walk_to = passage;
            self.arrive(false);
        }
        if self.settings.mark_read == MarkRead::Open {
            effects.extend(self.mark_read(row));
        }
        effects
    }

    /// An article is here: if it is the hunted one, its hits are marked and the cursor goes to
    /// the one that is wanted.
    pub(super) fn arrive_hunted(&mut self) {
        self.mark_hits();
        let (Some(hunt), Some(reader)) = (&mut self.hunt, &mut self.reader) else {
            return;
        };
        if !hunt.is_here(reader.id()) {
            return;
        }
        let Some(forward) = hunt.edge.take() else {
            return;
        };
        let page = &reader.paper.page;
        let hit = reader.found.as_ref().and_then(|found| {
            let start = Cursor::default();
            if forward {
                found.at_or_after(page, start)
            } else {
                // the last one, from the end on
                found.before(page, start)
            }
        });
        if let Some((hit, _)) = hit {
            reader.stand(hit);
            reader.show_at(reader.height / 3);
        }
    }

    /// Who has left it goes on through it no more.
    pub(super) fn end_hunt(&mut self) {
        self.hunt = None;
        if let Some(reader) = &mut self.reader {
            reader.found.take_if(|found| found.of_search());
        }
    }

    /// Marks the hits in the open article, if it is the hunted one and nothing else is looked
    /// for in it.
    pub(super) fn mark_hits(&mut self) {
        if let (Some(hunt), Some(reader)) = (&self.hunt, &mut self.reader)
            && hunt.is_here(reader.id())
            && !reader.old
            && reader.found.as_ref().is_none_or(super::Found::of_search)
        {
            reader.look_for_hits(Arc::clone(&hunt.query));
        }
    }
}

impl super::Reader {
    /// The word under the cursor.
    fn word_here(&mut self) -> Option<String> {
        let cursor = self.cursor;
        let page = &mut self.paper.page;
        let bytes = page.unit_at(cursor, Unit::Word)?;
        page.source(cursor.block).text.get(bytes).map(str::to_owned)
    }
}

/// The words of a text: what means more in a search is left out.
pub(super) fn words_of(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    Analyser::default().words(text, |word| words.push(text[word.bytes].to_owned()));
    words.join(" ")
}
