//! What does a search find?

use std::collections::{HashMap, HashSet};

use super::{Desk, Finding, Found, FoundIn, Search};
use crate::{
    article::Date,
    error::Error,
    import,
    index::{Index, Match, Sieve},
    passage::{TagId, key},
    store::{Entry, Store},
    terms::{Aliases, Analyser, Place, Query, Sense, excerpt},
};

/// So many code points of the best sentence are shown.
const SENTENCE: usize = 180;

impl Desk {
    /// Searches in what is in the index.
    pub fn search(&mut self, search: &Search) -> Result<Finding, Error> {
        let aliases = self.aliases.as_ref().unwrap_or(Aliases::built_in());
        let mut query = Query::parse(&search.text, aliases, search.typing, &import::date);
        let mut analyser = std::mem::take(&mut self.analyser);
        let found = self.searchable().and_then(|(store, index, behind)| {
            let found = find(store, index, &mut query, search.count, &mut analyser)?;
            Ok((found, behind))
        });
        self.analyser = analyser;
        if let Err(error) = &found {
            self.spoilt(error);
        }
        let ((found, some), behind) = found?;
        Ok(Finding {
            found,
            query,
            some,
            behind,
        })
    }
}

/// The articles that were found, and whether they hold only some of it.
fn find(
    store: &Store,
    index: &Index,
    query: &mut Query,
    count: usize,
    analyser: &mut Analyser,
) -> Result<(Vec<Found>, bool), Error> {
    if query.is_empty() || count == 0 {
        return Ok((Vec::new(), false));
    }
    store.at_once(|| {
        let Some(sieve) = sieve(store, query)? else {
            return Ok((Vec::new(), false));
        };
        let articles = store.state()?.articles;
        let searched = index.search(query, &sieve, articles, count)?;
        let named = named(store, query, analyser)?;
        let tagged = bearing(store, &named)?;
        let mut found = Vec::new();
        let rows: Vec<i64> = searched.matches.iter().map(|found| found.row).collect();
        let scores: HashMap<i64, Match> = searched.matches.iter().map(|m| (m.row, *m)).collect();
        for entry in store.entries(&rows)? {
            if let Some(own) = scores.get(&entry.row()) {
                found.push(shown(store, entry, *own, query, analyser)?);
            }
        }
        // what bears a tag that is called so, and says it nowhere
        let missing = count.saturating_sub(found.len());
        let more = tagged
            .keys()
            .filter(|row| !scores.contains_key(row) && sieve.takes(**row));
        let mut more: Vec<i64> = more.copied().collect();
        more.sort_unstable_by(|one, other| other.cmp(one));
        more.truncate(missing);
        for entry in store.entries(&more)? {
            if let Some(tag) = tagged.get(&entry.row()).filter(|_| admits(&sieve, &entry)) {
                found.push(Found {
                    snippet: tag.1.clone(),
                    hits: std::iter::once(0..tag.1.chars().count() as u32).collect(),
                    place: FoundIn::Tag(tag.0.clone()),
                    score: 0.0,
                    entry,
                });
            }
        }
        let some = searched.some && !found.is_empty();
        Ok((found, some))
    })
}

/// What articles must be like; none where no article can be.
fn sieve(store: &Store, query: &Query) -> Result<Option<Sieve>, Error> {
    let mut sieve = Sieve {
        from: query.after.map(Date::minutes),
        until: query.before.map(Date::minutes),
        ..Sieve::default()
    };
    let tags = if query.tags.is_empty() {
        Vec::new()
    } else {
        store.tag_keys()?
    };
    for (name, wanted) in &query.tags {
        let name = key(name);
        let exact = tags.iter().filter(|tag| tag.2 == name);
        let mut meant: Vec<TagId> = exact.map(|tag| tag.0.clone()).collect();
        if meant.is_empty() {
            let part = tags.iter().filter(|tag| tag.2.contains(&name));
            meant = part.map(|tag| tag.0.clone()).collect();
        }
        let rows = store.rows_bearing(&meant)?;
        if *wanted {
            sieve.only = Some(match sieve.only.take() {
                Some(only) => only.intersection(&rows).copied().collect(),
                None => rows,
            });
        } else {
            sieve.without.extend(rows);
        }
    }
    for (words, wanted) in &query.sources {
        let names = store.sources_named(words)?;
        if *wanted {
            sieve.sources = Some(match sieve.sources.take() {
                Some(sources) => sources
                    .into_iter()
                    .filter(|own| names.contains(own))
                    .collect(),
                None => names,
            });
        } else {
            sieve.not_sources.extend(names);
        }
    }
    let none = sieve.only.as_ref().is_some_and(HashSet::is_empty)
        || sieve.sources.as_ref().is_some_and(Vec::is_empty);
    Ok((!none).then_some(sieve))
}

/// Whether the article of an entry comes into question.
pub(super) fn admits(sieve: &Sieve, entry: &Entry) -> bool {
    let minutes = entry.meta.date.map(Date::minutes);
    sieve.admits(entry.row(), minutes, entry.meta.source.as_deref())
}

/// The tags whose names hold all the words of a query that asks for nothing else.
fn named(
    store: &Store,
    query: &Query,
    analyser: &mut Analyser,
) -> Result<Vec<(TagId, String)>, Error> {
    let words = query.parts.iter().map(|part| match &part.sense {
        Sense::Word(word) if part.place == Place::Anywhere => Some(word.term.as_str()),
        _ => None,
    });
    let words = words.collect::<Option<Vec<&str>>>();
    let Some(words) = words.filter(|words| !words.is_empty() && query.not.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut named = Vec::new();
    for (id, name, _) in store.tag_keys()? {
        let mut terms = HashSet::new();
        analyser.words(&name, |word| {
            terms.insert(word.forms.term.clone());
        });
        if words.iter().all(|word| terms.contains(*word)) {
            named.push((id, name));
        }
    }
    Ok(named)
}

/// The rows that bear tags, each with one of them.
fn bearing(
    store: &Store,
    tags: &[(TagId, String)],
) -> Result<HashMap<i64, (TagId, String)>, Error> {
    let mut rows = HashMap::new();
    for tag in tags {
        for row in store.rows_bearing(std::slice::from_ref(&tag.0))? {
            rows.entry(row).or_insert_with(|| tag.clone());
        }
    }
    Ok(rows)
}

/// An article with its best sentence: of its text, or of what the reader wrote about it.
fn shown(
    store: &Store,
    entry: Entry,
    found: Match,
    query: &Query,
    analyser: &mut Analyser,
) -> Result<Found, Error> {
    let text = store.text(entry.row())?;
    let mut best = excerpt(&text, query, analyser, SENTENCE);
    let mut place = FoundIn::Text(best.at);
    if best.hits.is_empty() {
        // a title that was set by hand does not stand in the text
        let title = excerpt(&entry.meta.title, query, analyser, SENTENCE);
        if !title.hits.is_empty() {
            best = title;
        }
    }
    if best.hits.is_empty() && found.noted {
        let coding = store.coding_of(entry.row())?;
        let sheet = (&coding.sheet.note, FoundIn::Sheet);
        let notes = coding.passages.iter().flat_map(|passage| {
            let of = || FoundIn::Note(passage.id.clone());
            [(&passage.note, of()), (&passage.selector.quote, of())]
        });
        for (note, own) in notes.chain([sheet]) {
            let excerpt = excerpt(note, query, analyser, SENTENCE);
            if !excerpt.hits.is_empty() {
                (best, place) = (excerpt, own);
                break;
            }
        }
    }
    Ok(Found {
        entry,
        score: found.score,
        snippet: best.text,
        hits: best.hits,
        place,
    })
}
