//! What can be done with the entries of the codebook?

use super::{Book, Named, Page};
use crate::{
    app::{App, Effects, Prompt, PromptKind, Purpose, Target, coding, command::Given, menu},
    desk::{Grouping, Wanted},
    passage::{Codebook, Colour, Deed, Entry, TagId},
};

/// Opens the codebook, as it was left if it was.
pub fn codebook(app: &mut App, _: Given) -> Effects {
    if !app.return_to(|page| matches!(page, Page::Codebook(_))) {
        let book = Book::new(&app.codebook);
        app.open_page(Page::Codebook(book));
    }
    Effects::new()
}

/// Opens the passages that bear the current tag.
pub fn bearers(app: &mut App, _: Given) -> Effects {
    match app.tag_here() {
        Some(entry) => {
            let wanted = bearing(&entry.tag.id);
            app.passages_of(wanted, Grouping::Article)
        }
        None => Effects::new(),
    }
}

/// Asks for the name of a new tag beside the current one.
pub fn beside(app: &mut App, _: Given) -> Effects {
    let parent = app.tag_here().and_then(|entry| entry.tag.parent.clone());
    app.ask_name(Named::New(parent), "");
    Effects::new()
}

/// Asks for the name of a new tag below the current one.
pub fn below(app: &mut App, _: Given) -> Effects {
    let parent = app.tag_here().map(|entry| entry.tag.id.clone());
    app.ask_name(Named::New(parent), "");
    Effects::new()
}

/// Asks what the tag shall be called.
pub fn rename(app: &mut App, _: Given) -> Effects {
    if let Some(entry) = app.tag_here() {
        let (id, name) = (entry.tag.id.clone(), entry.tag.name.clone());
        app.ask_name(Named::Rename(id), &name);
    }
    Effects::new()
}

/// Picks the tag of which this one becomes a part.
pub fn merge(app: &mut App, _: Given) -> Effects {
    choose(app, Purpose::Merge)
}

/// Picks the tag below which this one shall stand.
pub fn place(app: &mut App, _: Given) -> Effects {
    choose(app, Purpose::Move)
}

/// Deletes the tag, after a question.
pub fn discard(app: &mut App, _: Given) -> Effects {
    if let Some(entry) = app.tag_here() {
        let name = [("name", (&entry.tag.name).into())];
        let mut about = vec![app.words.say("confirm-delete-tag", &name)];
        about.extend(uses(app, entry));
        let deed = Deed::DeleteTag(entry.tag.id.clone());
        app.menu = Some(menu::question::tag(app, about, deed));
    }
    Effects::new()
}

/// Opens the tag's passages, to give those that are marked there another tag.
pub fn split(app: &mut App, given: Given) -> Effects {
    if app.tag_here().is_none_or(|entry| entry.passages == 0) {
        app.tell("split-nothing", &[]);
        return Effects::new();
    }
    let (mark, keys) = (app.key_of("mark-passage"), app.key_of("split-passages"));
    app.tell(
        "split",
        &[("mark", (&mark).into()), ("keys", (&keys).into())],
    );
    bearers(app, given)
}

/// On the passages page: asks for the tag that the marked passages shall bear instead of the
/// one that all shown bear.
pub fn split_off(app: &mut App, _: Given) -> Effects {
    let Some(page) = app.collection() else {
        return Effects::new();
    };
    let marked = page.chosen();
    let [id] = page.wanted.all.as_slice() else {
        app.tell("split-of-one", &[]);
        return Effects::new();
    };
    if !marked.is_empty() {
        let named = Named::Split(id.clone(), marked);
        app.ask_name(named, "");
    }
    Effects::new()
}

/// The tag's next colour.
pub fn paint(app: &mut App, _: Given) -> Effects {
    let Some(tag) = app.tag_here().map(|entry| &entry.tag) else {
        return Effects::new();
    };
    let own = Colour::ALL.iter().position(|own| *own == tag.colour);
    let next = own.map_or(0, |at| (at + 1) % Colour::ALL.len());
    let deed = Deed::Paint(tag.id.clone(), Colour::ALL[next]);
    coding::code(vec![deed])
}

/// Writes what the tag means.
pub fn describe(app: &mut App, _: Given) -> Effects {
    if let Some(entry) = app.tag_here() {
        let (id, text) = (entry.tag.id.clone(), entry.tag.description.clone());
        app.write_on(Target::Tag(id), &text);
    }
    Effects::new()
}

/// A letter or digit gives the tag from now on, or with a space none.
pub fn pin(app: &mut App, given: Given) -> Effects {
    let Some(id) = app.tag_here().map(|entry| entry.tag.id.clone()) else {
        return Effects::new();
    };
    let letter = match given.letter {
        Some(' ') => None,
        // in the picker it widens what is tagged
        Some('t') => {
            app.tell("pin-taken", &[]);
            return Effects::new();
        }
        Some(letter) if letter.is_alphanumeric() => Some(letter),
        _ => {
            app.tell("pin-letter", &[]);
            return Effects::new();
        }
    };
    coding::code(vec![Deed::Pin(id, letter)])
}

/// What narrows the tags, typed in the line at the bottom.
pub fn find_tag(app: &mut App, _: Given) -> Effects {
    if let Some(book) = app.book() {
        let before = book.words.clone();
        let kind = PromptKind::Tags {
            before: before.clone(),
        };
        app.prompt = Some(Prompt::new(kind, &before));
    }
    Effects::new()
}

/// All tags again; where all are shown the page is left.
pub fn all_tags(app: &mut App, given: Given) -> Effects {
    if app.book().is_some_and(|book| book.words.is_empty()) {
        return super::leave(app, given);
    }
    app.narrow_book("");
    Effects::new()
}

/// The passages that bear a tag.
fn bearing(id: &TagId) -> Wanted {
    Wanted {
        all: vec![id.clone()],
        ..Wanted::default()
    }
}

fn choose(app: &mut App, purpose: fn(TagId) -> Purpose) -> Effects {
    if let Some(entry) = app.tag_here() {
        let (id, name) = (entry.tag.id.clone(), format!("#{}", entry.tag.name));
        app.pick(Target::Choice(purpose(id)), false, Vec::new(), name);
    }
    Effects::new()
}

/// How much hangs on a tag, in sentences.
fn uses(app: &App, entry: &Entry) -> Vec<String> {
    let below = app.codebook.below(&entry.tag.id).len() as u64;
    let count = |key, count: u64| app.words.say(key, &[("count", count.into())]);
    let mut said = vec![
        count("confirm-tag-passages", entry.passages.into()),
        count("confirm-tag-articles", entry.articles.into()),
    ];
    said.extend((below > 0).then(|| count("confirm-tag-below", below)));
    said
}

impl App {
    /// The codebook page, if it is in front.
    pub fn book(&self) -> Option<&Book> {
        match self.page() {
            Some(Page::Codebook(book)) => Some(book),
            _ => None,
        }
    }

    /// The current entry of the codebook page.
    pub(in crate::app) fn tag_here(&self) -> Option<&Entry> {
        self.codebook.entries.get(self.book()?.current()?)
    }

    /// The codebook page shows only what these words may mean.
    pub(in crate::app) fn narrow_book(&mut self, words: &str) {
        let codebook = std::mem::take(&mut self.codebook);
        if let Some(Page::Codebook(book)) = self.page_mut() {
            book.narrow(words, &codebook);
        }
        self.codebook = codebook;
    }

    /// The codebook is another one: its pages show it.
    pub(in crate::app) fn turn_books(&mut self, old: &Codebook) {
        for page in &mut self.pages {
            if let Page::Codebook(book) = page {
                book.turn(old, &self.codebook);
            }
        }
    }

    /// The cursor of the codebook page goes to a tag once the codebook has it.
    pub(in crate::app) fn seek_tag(&mut self, id: &TagId) {
        if let Some(Page::Codebook(book)) = self.page_mut() {
            book.seek(id.clone());
        }
    }

    /// Asks whether a tag shall become part of another one.
    pub(in crate::app) fn ask_merge(&mut self, id: TagId, other: TagId) {
        let (Some(entry), Some(heir)) = (self.codebook.get(&id), self.codebook.get(&other)) else {
            return;
        };
        let names = [
            ("name", (&entry.tag.name).into()),
            ("other", (&heir.tag.name).into()),
        ];
        let mut about = vec![self.words.say("confirm-merge", &names)];
        about.extend(uses(self, entry));
        let deed = Deed::Merge(id, other);
        self.menu = Some(menu::question::tag(self, about, deed));
    }

    fn ask_name(&mut self, named: Named, text: &str) {
        self.prompt = Some(Prompt::new(PromptKind::Name(named), text));
    }
}
