//! Which article is an annotation about: by its id, its address, else by the quote?
//!
//! A quote is looked for only where neither id nor address is known: first in articles of the
//! title that the file gives, then in all. It must stand in one article alone, and there once.

use std::collections::{BTreeMap, HashMap};

use super::{Store, identity::Claim};
use crate::{
    article::ArticleId,
    error::Error,
    exchange::{Given, Label, Note, Quote, Source},
    text::fold,
};

/// So many letters of a quote must be there to look for it in every article.
const GRAM: usize = 8;

/// Sources whose articles are looked for by a quote.
type Wanting<'a> = Vec<(&'a Source, &'a Quote)>;

impl Store {
    /// The rows of the articles that the annotations of a file are about.
    pub(super) fn articles_meant<'a>(
        &self,
        given: &'a Given,
    ) -> Result<BTreeMap<&'a Source, i64>, Error> {
        let labels: HashMap<&ArticleId, &Label> = given
            .articles
            .iter()
            .map(|label| (&label.id, label))
            .collect();
        let mut known = BTreeMap::new();
        let mut wanting: BTreeMap<&Source, Option<&Quote>> = BTreeMap::new();
        for note in &given.notes {
            let source = &note.source;
            if known.contains_key(source) {
                continue;
            }
            if let Some(longest) = wanting.get_mut(source) {
                *longest = longer(*longest, note);
                continue;
            }
            let label = source.id.as_ref().and_then(|id| labels.get(id).copied());
            match self.named_source(source, label)? {
                Some(row) => {
                    known.insert(source, row);
                }
                None => {
                    wanting.insert(source, longer(None, note));
                }
            }
        }
        let mut unknown: Wanting<'_> = Vec::new();
        for (source, quote) in wanting {
            let quote = quote.ok_or_else(|| no_article(source))?;
            let label = source.id.as_ref().and_then(|id| labels.get(id).copied());
            let title = source.title.as_deref();
            let title = title.or_else(|| label?.title.as_deref());
            match title.map_or(Ok(None), |title| self.titled(title, quote))? {
                Some(row) => {
                    known.insert(source, row);
                }
                None => unknown.push((source, quote)),
            }
        }
        let found = self.quoted(&unknown)?;
        for ((source, _), row) in unknown.into_iter().zip(found) {
            known.insert(source, row.ok_or_else(|| no_article(source))?);
        }
        Ok(known)
    }

    /// The article of an id or an address.
    pub(super) fn named_source(
        &self,
        source: &Source,
        label: Option<&Label>,
    ) -> Result<Option<i64>, Error> {
        if let Some(id) = &source.id
            && !self.is_hidden(id)?
            && let Some(row) = self.row(id)?
        {
            return Ok(Some(row));
        }
        let addresses = [source.url.as_deref(), label.and_then(|l| l.url.as_deref())];
        for claim in addresses.into_iter().flatten().filter_map(Claim::url) {
            let answering = self.entries(&self.answering(&claim)?)?;
            if let [only] = &answering[..] {
                return Ok(Some(only.row()));
            }
            if !answering.is_empty() {
                let found = answering.into_iter();
                let found = found.map(|entry| (entry.id.to_string(), entry.meta.title));
                return Err(Error::Ambiguous(source.name().to_owned(), found.collect()));
            }
        }
        Ok(None)
    }

    /// The only article of a title that holds the quote.
    fn titled(&self, title: &str, quote: &Quote) -> Result<Option<i64>, Error> {
        let folded = fold(title);
        let mut found = Vec::new();
        for (row, title) in self.titles()? {
            if fold(&title) == folded && quote.only(&self.current_text(row)?).is_some() {
                found.push(row);
            }
        }
        Ok(found.pop().filter(|_| found.is_empty()))
    }

    /// For each quote the only article that holds it.
    ///
    /// One pass over all texts: the first letters of each quote are looked up at every letter.
    fn quoted(&self, wanting: &Wanting<'_>) -> Result<Vec<Option<i64>>, Error> {
        let mut grams: HashMap<[char; GRAM], Vec<usize>> = HashMap::new();
        for (nth, (_, quote)) in wanting.iter().enumerate() {
            if let Some(gram) = letters(&quote.exact).first_chunk() {
                grams.entry(*gram).or_default().push(nth);
            }
        }
        let mut found: Vec<Vec<i64>> = vec![Vec::new(); wanting.len()];
        if grams.is_empty() {
            return Ok(vec![None; wanting.len()]);
        }
        for row in self.rows("SELECT row FROM article WHERE removed IS NULL")? {
            let text = self.current_text(row)?;
            let letters = letters(&text);
            let hits = letters.windows(GRAM).filter_map(|gram| grams.get(gram));
            let mut hits: Vec<usize> = hits.flatten().copied().collect();
            hits.sort_unstable();
            hits.dedup();
            hits.retain(|nth| wanting[*nth].1.stands(&text));
            for nth in hits {
                found[nth].push(row);
            }
        }
        let only = |(rows, (_, quote)): (Vec<i64>, &(&Source, &Quote))| {
            let [row] = rows[..] else { return Ok(None) };
            let once = quote.only(&self.current_text(row)?).is_some();
            Ok(once.then_some(row))
        };
        found.into_iter().zip(wanting).map(only).collect()
    }

    /// The rows and titles of all articles.
    fn titles(&self) -> Result<Vec<(i64, String)>, Error> {
        self.db
            .prepare_cached("SELECT row, title FROM article WHERE removed IS NULL")
            .and_then(|mut s| s.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect())
            .map_err(self.fault())
    }

    fn current_text(&self, row: i64) -> Result<String, Error> {
        self.version_text(row, self.current_version(row)?)
    }
}

/// What is said where a source has no article.
pub(super) fn no_article(source: &Source) -> Error {
    Error::NoArticleOf(source.name().to_owned())
}

/// The longer one of two quotes.
fn longer<'a>(quote: Option<&'a Quote>, note: &'a Note) -> Option<&'a Quote> {
    let length = |quote: &&Quote| quote.exact.len();
    quote.into_iter().chain(&note.quote).max_by_key(length)
}

/// The letters and digits of a text, folded.
fn letters(text: &str) -> Vec<char> {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
