//! What can be done with passages from everywhere?

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::{Page, Passages};
use crate::{
    app::{App, Effects, Focus, Prompt, PromptKind, Slot, Target, command::Given, menu},
    desk::{Grouping, Kept, Request, Spot, Standing, Wanted},
    passage::{Deed, Passage, PassageId, TagId},
    text::plain,
};

/// Opens the page of all passages, as it was left if it was.
pub fn passages(app: &mut App, _: Given) -> Effects {
    if app.return_to(|page| matches!(page, Page::Passages(_))) {
        return app.ask_passages();
    }
    app.passages_of(Wanted::default(), Grouping::Article)
}

/// Goes to the current passage in its article.
pub fn open(app: &mut App, _: Given) -> Effects {
    let Some(Kept { passage, .. }) = app.collection().and_then(|page| page.current()).cloned()
    else {
        return Effects::new();
    };
    let Some(range) = passage.placement.range() else {
        return app.read_version(&passage);
    };
    app.go_to(&passage.article, range.start, Some(passage.id))
}

/// Fixes a passage again by hand: what is selected in its article becomes its span.
pub fn attach(app: &mut App, _: Given) -> Effects {
    let current = app.collection().and_then(|page| page.current());
    let Some(passage) = current.map(|kept| kept.passage.clone()) else {
        return Effects::new();
    };
    if passage.placement.state() == "placed" {
        app.tell("attach-placed", &[]);
        return Effects::new();
    }
    let near = passage
        .placement
        .range()
        .map_or(passage.selector.start, |range| range.start);
    app.attaching = Some(passage.id);
    app.tell("attach", &[]);
    app.go_to(&passage.article, near, None)
}

/// Marks the current passage for what comes, or no more, and goes on.
pub fn mark(app: &mut App, _: Given) -> Effects {
    if let Some(page) = app.collection_mut() {
        let id = page.current().map(|kept| kept.passage.id.clone());
        if let Some(id) = id
            && !page.marked.remove(&id)
        {
            page.marked.insert(id);
        }
        page.step(true, 1);
    }
    Effects::new()
}

/// Picks tags for the marked passages.
pub fn tag(app: &mut App, _: Given) -> Effects {
    pick(app, false)
}

/// Takes tags from them, or the passages themselves.
pub fn untag(app: &mut App, _: Given) -> Effects {
    pick(app, true)
}

/// Writes the note of the current passage.
pub fn note(app: &mut App, _: Given) -> Effects {
    let current = app.collection().and_then(|page| page.current());
    let current = current.map(|kept| (kept.passage.id.clone(), kept.passage.note.clone()));
    if let Some((id, text)) = current {
        app.write_on(Target::Passages(vec![id]), &text);
    }
    Effects::new()
}

/// Makes of the marked passages one, after a question.
pub fn join(app: &mut App, _: Given) -> Effects {
    let chosen = app.chosen();
    if chosen.len() < 2 {
        app.tell("join-needs-more", &[]);
        return Effects::new();
    }
    app.preview("confirm-join", Deed::Join(chosen));
    Effects::new()
}

/// Deletes the marked passages, after a question.
pub fn delete(app: &mut App, _: Given) -> Effects {
    let chosen = app.chosen();
    if !chosen.is_empty() {
        app.preview("confirm-delete", Deed::Delete(chosen));
    }
    Effects::new()
}

/// The next way to group.
pub fn group(app: &mut App, _: Given) -> Effects {
    let Some(page) = app.collection_mut() else {
        return Effects::new();
    };
    let (grouping, said) = match page.grouping {
        Grouping::Article => (Grouping::Tag, "ordered-by-tag"),
        Grouping::Tag => (Grouping::Time, "ordered-by-time"),
        Grouping::Time => (Grouping::Article, "ordered-by-article"),
    };
    page.grouping = grouping;
    app.tell(said, &[]);
    app.ask_passages()
}

/// Only passages without a place, or all.
pub fn orphans(app: &mut App, _: Given) -> Effects {
    let wanted = |wanted: Wanted| Wanted {
        state: match wanted.state {
            Some(Standing::Orphan) => None,
            _ => Some(Standing::Orphan),
        },
        ..wanted
    };
    app.want(wanted)
}

/// Only passages of the article of the current one, or all.
pub fn this_article(app: &mut App, _: Given) -> Effects {
    let current = app.collection().and_then(|page| page.current());
    let article = current.map(|kept| kept.passage.article.clone());
    app.want(|wanted| Wanted {
        article: match wanted.article {
            Some(_) => None,
            None => article,
        },
        ..wanted
    })
}

/// Words that quote or note must have, and `#tags`, typed in the line at the bottom.
pub fn find(app: &mut App, _: Given) -> Effects {
    if let Some(page) = app.collection() {
        let before = page.wanted.clone();
        let words = before.words.clone();
        app.prompt = Some(Prompt::new(PromptKind::Passages { before }, &words));
    }
    Effects::new()
}

/// All passages again; where all are shown the page is left.
pub fn clear(app: &mut App, given: Given) -> Effects {
    let Some(page) = app.collection_mut() else {
        return Effects::new();
    };
    if !page.marked.is_empty() {
        page.marked.clear();
        return Effects::new();
    }
    if page.wanted == Wanted::default() {
        return super::leave(app, given);
    }
    app.want(|_| Wanted::default())
}

fn pick(app: &mut App, takes: bool) -> Effects {
    let chosen = app.chosen();
    let Some(page) = app.collection().filter(|_| !chosen.is_empty()) else {
        return Effects::new();
    };
    let of = |id: &PassageId| {
        let kept = page.kept().find(|kept| kept.passage.id == *id);
        kept.map(|kept| kept.passage.tags.clone())
            .unwrap_or_default()
    };
    let mut borne: Vec<TagId> = chosen.iter().flat_map(of).collect();
    borne.sort_unstable();
    borne.dedup();
    if !takes {
        // what all of them bear
        borne.retain(|tag| chosen.iter().all(|id| of(id).contains(tag)));
    }
    let words = match chosen.as_slice() {
        [one] => {
            let kept = page.kept().find(|kept| kept.passage.id == *one);
            kept.map_or_else(String::new, |kept| plain(&kept.passage.selector.quote))
        }
        _ => {
            let count = [("count", (chosen.len() as u64).into())];
            app.words.say("count-passages", &count)
        }
    };
    app.pick(Target::Passages(chosen), takes, borne, words);
    Effects::new()
}

impl App {
    /// The passages page, if it is in front.
    pub fn collection(&self) -> Option<&Passages> {
        match self.page() {
            Some(Page::Passages(page)) => Some(page),
            _ => None,
        }
    }

    pub(in crate::app) fn collection_mut(&mut self) -> Option<&mut Passages> {
        match self.page_mut() {
            Some(Page::Passages(page)) => Some(page),
            _ => None,
        }
    }

    /// Opens the page of what is wanted.
    pub(in crate::app) fn passages_of(&mut self, wanted: Wanted, grouping: Grouping) -> Effects {
        self.open_page(Page::Passages(Passages::new(wanted, grouping)));
        self.ask_passages()
    }

    /// Words that quotes or notes must have, tags that passages must bear (`#tag`) and tags that
    /// they must not (`-#tag`), of what is typed; a blank in a tag is typed as `_`.
    pub(in crate::app) fn sifted(&self, typed: &str) -> (String, Vec<TagId>, Vec<TagId>) {
        let (mut words, mut all, mut none) = (Vec::new(), Vec::new(), Vec::new());
        for word in typed.split_whitespace() {
            let (list, name) = match (word.strip_prefix('#'), word.strip_prefix("-#")) {
                (Some(name), _) => (&mut all, name),
                (_, Some(name)) => (&mut none, name),
                _ => {
                    words.push(word);
                    continue;
                }
            };
            let found = self.codebook.matching(&name.replace('_', " "));
            // until a name is typed it says nothing
            let first = found.first().filter(|_| !name.is_empty());
            list.extend(first.map(|at| self.codebook.entries[*at].tag.id.clone()));
        }
        (words.join(" "), all, none)
    }

    /// Other passages are wanted.
    pub(in crate::app) fn want(&mut self, change: impl FnOnce(Wanted) -> Wanted) -> Effects {
        let Some(page) = self.collection_mut() else {
            return Effects::new();
        };
        let wanted = change(page.wanted.clone());
        page.want(wanted);
        self.ask_passages()
    }

    /// The order of the passages page as it is now.
    pub(in crate::app) fn ask_passages(&mut self) -> Effects {
        let Some(page) = self.collection() else {
            return Effects::new();
        };
        let (wanted, grouping) = (page.wanted.clone(), page.grouping);
        let cancel = Arc::new(AtomicBool::new(false));
        if let Some(old) = self.asked.passages.replace(Arc::clone(&cancel)) {
            old.store(true, Ordering::Relaxed);
        }
        vec![self.ask(Slot::Passages, Request::Passages(wanted, grouping, cancel))]
    }

    /// The passages that a command is about.
    fn chosen(&self) -> Vec<PassageId> {
        self.collection().map(Passages::chosen).unwrap_or_default()
    }

    /// Shows what would be changed, and asks.
    fn preview(&mut self, question: &'static str, deed: Deed) {
        let quotes = match self.collection() {
            Some(page) => {
                let chosen = page.chosen();
                let kept = page.kept().filter(|kept| chosen.contains(&kept.passage.id));
                kept.map(|kept| kept.passage.selector.quote.clone())
                    .collect()
            }
            None => Vec::new(),
        };
        let count = self.chosen().len();
        self.menu = Some(menu::question::deed(self, question, count, &quotes, deed));
    }

    /// Goes to a place of an article, and to a passage there; what is in front stays behind it.
    pub(in crate::app) fn go_to(
        &mut self,
        article: &crate::article::ArticleId,
        offset: u32,
        passage: Option<PassageId>,
    ) -> Effects {
        self.paging = false;
        if let Some(reader) = &mut self.reader
            && reader.id() == article
            && !reader.old
        {
            let cursor = reader.paper.cursor(offset);
            reader.leap(cursor);
            reader.walked = passage;
            return self.visit(article);
        }
        let mut effects = self.leave_article();
        // it is opened at this place
        let spot = Spot { version: 0, offset };
        self.history.places.insert(article.clone(), spot);
        self.history.sought.remove(article);
        self.walk_to = passage;
        self.focus = Focus::Reader;
        effects.extend(self.history.visit(article));
        effects.push(self.ask_to_read(article.clone()));
        effects
    }

    /// Reads the version of an article in which a passage was marked.
    fn read_version(&mut self, passage: &Passage) -> Effects {
        let (article, version) = (passage.article.clone(), passage.selector.version);
        self.paging = false;
        let effects = self.leave_article();
        self.walk_to = Some(passage.id.clone());
        self.focus = Focus::Reader;
        let request = Request::OpenVersion(article.clone(), version);
        let ask = self.ask_to_read_with(article, request);
        effects.into_iter().chain([ask]).collect()
    }
}
