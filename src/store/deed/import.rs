//! How does what a file says come into the library?
//!
//! 1. Every annotation has its article, or nothing is changed.
//! 2. Tags: that of the name, else that of the id, else a new one, as the file describes it.
//! 3. Passages: one that is there by its id stays as it is, and so does one that says the same
//!    of the same words; unless the file knows that one by its own id, for then there are two.
//! 4. What is said of an article as a whole is added to what is said of it already.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{note::note, passage::join_to, tag::name_of};
use crate::{
    article::{ArticleId, opening},
    error::Error,
    exchange::{Given, Note, Quote, Source},
    passage::{Colour, Passage, PassageId, Placement, Sheet, Tag, TagId},
    store::{
        Maker, Subject, Writing,
        image::{Bare, Image},
        ledger::Ledger,
        source::no_article,
    },
};

/// What came of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Passages that are new.
    pub added: Vec<PassageId>,
    /// Passages and articles of which annotations say what was there already.
    pub unchanged: Vec<String>,
    /// Those of the new ones whose words are not in their articles.
    pub orphans: Vec<PassageId>,
    /// Names of the tags that are new.
    pub tags: Vec<String>,
    /// Articles of which more is said as a whole than before.
    pub articles: Vec<ArticleId>,
    /// How many annotations were left out: answers to others.
    pub skipped: u32,
}

impl Writing<'_> {
    /// Takes in what a file says, all or nothing; one change that can be taken back.
    pub fn import(&self, given: &Given, maker: &Maker) -> Result<Imported, Error> {
        let sources = self.store.articles_meant(given)?;
        let book = self.store.codebook()?.entries;
        let having = |colour| {
            book.iter()
                .filter(|entry| entry.tag.colour == colour)
                .count()
        };
        let mut import = Import {
            ledger: Ledger::new(self, maker),
            tags: HashMap::new(),
            colours: Colour::ALL.map(|colour| (colour, having(colour))).to_vec(),
            done: Imported {
                skipped: given.skipped,
                ..Imported::default()
            },
        };
        import.codebook(given)?;
        let own: HashSet<&PassageId> = given.notes.iter().map(|note| &note.id).collect();
        let mut notes: BTreeMap<i64, Vec<&Note>> = BTreeMap::new();
        for note in &given.notes {
            let row = sources.get(&note.source);
            let row = row.ok_or_else(|| no_article(&note.source))?;
            notes.entry(*row).or_default().push(note);
        }
        for (row, notes) in notes {
            import.article(row, &notes, &own)?;
        }
        import.work(given)?;
        import.close(given)
    }
}

struct Import<'a> {
    ledger: Ledger<'a>,
    /// The tags of the library by their ids in the file.
    tags: HashMap<TagId, TagId>,
    /// How many tags have each colour.
    colours: Vec<(Colour, usize)>,
    done: Imported,
}

impl Import<'_> {
    /// The file's codebook, as far as the library has not the same.
    fn codebook(&mut self, given: &Given) -> Result<(), Error> {
        let mut new = Vec::new();
        for term in &given.terms {
            let (id, made) = self.tag(Some(&term.id), &term.name)?;
            self.tags.insert(term.id.clone(), id.clone());
            if made {
                new.push((id, term));
            }
        }
        for (id, term) in new {
            let mut tag = self.ledger.known(&id)?;
            tag.description = note(&term.description)?;
            tag.colour = term.colour.unwrap_or(tag.colour);
            if let Some(letter) = term.letter.filter(|letter| letter.is_alphanumeric()) {
                let taken = self
                    .ledger
                    .writing
                    .tags_with("letter", &letter.to_string())?;
                tag.letter = taken.is_empty().then_some(letter);
            }
            tag.parent = term
                .parent
                .as_ref()
                .and_then(|id| self.tags.get(id))
                .cloned();
            if let Some(parent) = &tag.parent
                && (*parent == id || self.ledger.writing.stands_below(parent, &id)?)
            {
                let above = self.ledger.known(parent)?;
                return Err(Error::TagCycle(tag.name, above.name));
            }
            self.ledger.put(id.as_str(), Some(tag))?;
        }
        Ok(())
    }

    /// A tag, and whether it is new.
    fn tag(&mut self, id: Option<&TagId>, name: &str) -> Result<(TagId, bool), Error> {
        if let Some(known) = id.and_then(|id| self.tags.get(id)) {
            return Ok((known.clone(), false));
        }
        let name = name_of(name)?;
        let store = self.ledger.writing.store;
        if let Some(known) = self.ledger.writing.tags_with("name", &name)?.pop() {
            return Ok((known, false));
        }
        if let Some(id) = id
            && Tag::read(store, id.as_str())?.is_some()
        {
            return Ok((id.clone(), false));
        }
        let new = || TagId::from_stored(Uuid::now_v7().to_string());
        let tag = Tag {
            id: id.cloned().unwrap_or_else(new),
            name: name.clone(),
            parent: None,
            colour: self.rarest_colour(),
            description: String::new(),
            letter: None,
        };
        let id = tag.id.clone();
        self.ledger.put(id.as_str(), Some(tag))?;
        self.done.tags.push(name);
        Ok((id, true))
    }

    /// The colour that the fewest tags have, the first of these; one tag more has it then.
    fn rarest_colour(&mut self) -> Colour {
        let rarest = self.colours.iter_mut().min_by_key(|(_, tags)| *tags);
        rarest.map_or(Colour::ALL[0], |(colour, tags)| {
            *tags += 1;
            *colour
        })
    }

    fn tags(&mut self, note: &Note) -> Result<Vec<TagId>, Error> {
        let mut tags = Vec::with_capacity(note.tags.len());
        for (id, name) in &note.tags {
            let (id, _) = self.tag(id.as_ref(), name)?;
            join_to(&mut tags, &[id]);
        }
        Ok(tags)
    }

    /// All that the file says of one article.
    fn article(
        &mut self,
        row: i64,
        notes: &[&Note],
        own: &HashSet<&PassageId>,
    ) -> Result<(), Error> {
        let store = self.ledger.writing.store;
        let Some(entry) = store.entries(&[row])?.pop() else {
            return Ok(());
        };
        let article = entry.id.to_string();
        let mut there: Option<HashSet<Said>> = None;
        let mut texts = Texts::new(row, entry.version);
        for given in notes {
            let Some(quote) = &given.quote else {
                self.sheet(&article, given)?;
                continue;
            };
            let id = given.id.as_str();
            if Bare::read(store, id)?.is_some() {
                self.done.unchanged.push(id.to_owned());
                continue;
            }
            let selector = texts.selector(self.ledger.writing, quote)?;
            let created = given.created.unwrap_or(self.ledger.writing.now);
            let bare = Bare {
                article: article.clone(),
                selector,
                note: note(&given.note)?,
                colour: given.colour,
                coder: line(&given.coder),
                created,
                modified: given.modified.unwrap_or(created),
            };
            let tags = self.tags(given)?;
            let there = match &mut there {
                Some(there) => there,
                none => none.insert(self.there(&article, own)?),
            };
            if there.contains(&Said::new(&bare, &tags)) {
                self.done.unchanged.push(id.to_owned());
                continue;
            }
            self.ledger.put(id, Some(bare))?;
            self.ledger.put(id, Some(tags))?;
            self.done.added.push(given.id.clone());
        }
        Ok(())
    }

    /// What the passages of an article say, those apart that the file knows by their ids.
    fn there(&self, article: &str, own: &HashSet<&PassageId>) -> Result<HashSet<Said>, Error> {
        let id = ArticleId::from_stored(article.to_owned());
        let coding = self.ledger.writing.store.coding(&id)?;
        let others = coding
            .passages
            .iter()
            .filter(|passage| !own.contains(&passage.id));
        let said = others.map(|passage: &Passage| Said::new(&Bare::from(passage), &passage.tags));
        Ok(said.collect())
    }

    /// What is said of an article as a whole.
    fn sheet(&mut self, article: &str, given: &Note) -> Result<(), Error> {
        let tags = self.tags(given)?;
        let text = note(&given.note)?;
        let sheet = Sheet::read(self.ledger.writing.store, article)?.unwrap_or_default();
        let mut new = sheet.clone();
        join_to(&mut new.tags, &tags);
        if new.note.is_empty() {
            new.note = text;
        } else if !new.note.contains(&text) {
            new.note = note(&format!("{}\n\n{text}", new.note))?;
        }
        if new == sheet {
            self.done.unchanged.push(article.to_owned());
            return Ok(());
        }
        let id = ArticleId::from_stored(article.to_owned());
        self.done.articles.push(id);
        self.ledger.put(article, Some(new))
    }

    /// How far the work on articles is, where that is not known here.
    fn work(&mut self, given: &Given) -> Result<(), Error> {
        let store = self.ledger.writing.store;
        for label in given.articles.iter().filter(|label| label.work.is_some()) {
            let source = Source {
                id: Some(label.id.clone()),
                ..Source::default()
            };
            let row = store.named_source(&source, Some(label))?;
            let entry = row
                .map_or(Ok(Vec::new()), |row| store.entries(&[row]))?
                .pop();
            let id = entry.ok_or_else(|| no_article(&source))?.id;
            let sheet = Sheet::read(store, id.as_str())?.unwrap_or_default();
            if sheet.work.is_none() {
                let work = label.work;
                if !self.done.articles.contains(&id) {
                    self.done.articles.push(id.clone());
                }
                self.ledger
                    .put(id.as_str(), Some(Sheet { work, ..sheet }))?;
            }
        }
        Ok(())
    }

    fn close(self, given: &Given) -> Result<Imported, Error> {
        let mut done = self.done;
        let quotes = given.notes.iter().filter_map(|note| note.quote.as_ref());
        let first = quotes.map(|quote| opening(&quote.exact)).next();
        let subject = Subject {
            name: first
                .or_else(|| done.tags.first().cloned())
                .unwrap_or_default(),
            count: done.added.len() as u32,
        };
        let coded = self.ledger.close("import", &subject)?;
        let orphans = coded.passages.into_iter();
        let orphans = orphans.filter(|passage| passage.placement == Placement::Orphan);
        done.orphans = orphans.map(|passage| passage.id).collect();
        Ok(done)
    }
}

/// What one passage says of which words.
#[derive(PartialEq, Eq, Hash)]
struct Said {
    span: (u32, u32, u32),
    quote: String,
    note: String,
    tags: Vec<TagId>,
}

impl Said {
    fn new(bare: &Bare, tags: &[TagId]) -> Self {
        let selector = &bare.selector;
        let mut tags = tags.to_vec();
        tags.sort_unstable();
        Self {
            span: (selector.version, selector.start, selector.end),
            quote: selector.quote.clone(),
            note: bare.note.clone(),
            tags,
        }
    }
}

/// The texts of an article's versions, each read once.
struct Texts {
    row: i64,
    current: u32,
    /// By their numbers; none of a version that is not there.
    read: HashMap<u32, Option<String>>,
}

impl Texts {
    fn new(row: i64, current: u32) -> Self {
        Self {
            row,
            current,
            read: HashMap::new(),
        }
    }

    fn selector(
        &mut self,
        writing: &Writing<'_>,
        quote: &Quote,
    ) -> Result<crate::passage::Selector, Error> {
        for number in [Some(self.current), quote.version].into_iter().flatten() {
            if !self.read.contains_key(&number) {
                let text = match writing.store.version_text(self.row, number) {
                    Err(Error::NoSuchVersion(_)) => None,
                    text => Some(text?),
                };
                self.read.insert(number, text);
            }
        }
        let text = |number: u32| self.read.get(&number).and_then(Option::as_deref);
        let current = text(self.current).ok_or(Error::NoSuchVersion(self.current))?;
        let made = quote.version.and_then(text);
        Ok(quote.selector(self.current, current, made))
    }
}

/// One line, without controls.
fn line(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}
