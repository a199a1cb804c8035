//! How do records come into the index and leave it?

use std::fmt;

use sha2::{Digest, Sha256};
use tantivy::{IndexWriter, TantivyDocument, Term};

use super::{Index, Stand, fault::fault, fields::Fields, place, stand};
use crate::{
    error::Error,
    terms::{Analyser, Sketch},
};

/// An article as it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Article<'a> {
    /// Its name.
    pub id: &'a str,
    /// Its row in the library.
    pub row: i64,
    /// Its title.
    pub title: &'a str,
    /// Its text, title included.
    pub text: &'a str,
    /// Its source.
    pub source: Option<&'a str>,
    /// Its date in minutes since 1970.
    pub minutes: Option<i64>,
}

/// A note, and what it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note<'a> {
    /// The name of the passage, or of the article where the note is about all of it.
    pub id: &'a str,
    /// The row of the article.
    pub row: i64,
    /// The words that were marked; empty where the note is about all of them.
    pub quote: &'a str,
    /// The note.
    pub note: &'a str,
}

/// Writes to an index to which nobody else writes meanwhile. What was not committed when it is
/// dropped never was.
pub struct Writer<'a> {
    index: &'a mut Index,
    own: IndexWriter,
    fields: Fields,
    analyser: Analyser,
    /// Whether there is nothing yet that could have to go.
    empty: bool,
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Writer").field(&self.index).finish()
    }
}

/// Bytes that a thread gathers before it writes a segment: tantivy's least.
const GATHERED: usize = 15_000_000;
/// And where there is much to do: each segment costs its dictionaries once more.
const MUCH: usize = 32_000_000;

impl Index {
    /// Holds the index for writing, with two threads where there is much to do. Where another
    /// program does, [`Error::Locked`] at once.
    pub fn writer(&mut self, much: bool) -> Result<Writer<'_>, Error> {
        let (threads, gathered) = if much { (2, MUCH) } else { (1, GATHERED) };
        let own = self
            .own
            .writer_with_num_threads(threads, threads * gathered)
            .map_err(fault(&self.directory))?;
        // another program may have written since it was read
        self.stand = stand(&self.own, &self.directory)?;
        Ok(Writer {
            own,
            fields: self.fields,
            analyser: Analyser::default(),
            empty: self.stand == Stand::default(),
            index: self,
        })
    }
}

impl Writer<'_> {
    /// How far the index is.
    pub fn stand(&self) -> &Stand {
        &self.index.stand
    }

    /// Takes in an article in the place of what was known of it.
    pub fn article(&mut self, article: &Article<'_>) -> Result<(), Error> {
        let fields = self.fields;
        let own = key("article", article.id);
        if !self.empty {
            self.own.delete_term(Term::from_field_u64(fields.key, own));
        }
        let Sketch(halves) = Sketch::of(article.text, &mut self.analyser);
        let mut document = TantivyDocument::new();
        document.add_u64(fields.key, own);
        document.add_i64(fields.row, article.row);
        if let Some(minutes) = article.minutes {
            document.add_i64(fields.minutes, minutes);
        }
        if let Some(source) = article.source {
            document.add_text(fields.source, source);
        }
        for (field, half) in fields.sketch.into_iter().zip(halves) {
            document.add_u64(field, half);
        }
        for field in [fields.title, fields.title_exact] {
            document.add_text(field, article.title);
        }
        for field in [fields.text, fields.exact, fields.spelled, fields.skeleton] {
            document.add_text(field, article.text);
        }
        self.add(document)
    }

    /// Takes in a note in the place of what was known of it; an empty one only goes.
    pub fn note(&mut self, note: &Note<'_>) -> Result<(), Error> {
        let fields = self.fields;
        let own = key("note", note.id);
        self.own.delete_term(Term::from_field_u64(fields.key, own));
        if note.note.is_empty() && note.quote.is_empty() {
            return Ok(());
        }
        let mut document = TantivyDocument::new();
        document.add_u64(fields.key, own);
        document.add_i64(fields.row, note.row);
        document.add_text(fields.note, note.note);
        document.add_text(fields.quote, note.quote);
        for field in [fields.exact, fields.spelled, fields.skeleton] {
            document.add_text(field, note.note);
        }
        self.add(document)
    }

    /// Forgets an article.
    pub fn forget(&mut self, id: &str) {
        let own = key("article", id);
        self.own
            .delete_term(Term::from_field_u64(self.fields.key, own));
    }

    /// Forgets a note.
    pub fn forget_note(&mut self, id: &str) {
        let own = key("note", id);
        self.own
            .delete_term(Term::from_field_u64(self.fields.key, own));
    }

    /// From now on all of this is found, and the index goes as far as this.
    pub fn commit(&mut self, stand: &Stand) -> Result<(), Error> {
        let directory = self.index.directory.clone();
        let payload = serde_json::to_string(stand)
            .map_err(|e| Error::Index(directory.clone(), e.to_string()))?;
        let mut prepared = self.own.prepare_commit().map_err(fault(&directory))?;
        prepared.set_payload(&payload);
        prepared.commit().map_err(fault(&directory))?;
        self.index.stand = stand.clone();
        self.empty = false;
        self.index.reader.reload().map_err(fault(&directory))?;
        self.index.stamp = place::stamp(&directory);
        self.index.whole.clear();
        Ok(())
    }

    /// Ends it when its parts have been brought together.
    pub fn end(self) -> Result<(), Error> {
        let Self { index, own, .. } = self;
        own.wait_merging_threads()
            .map_err(fault(&index.directory))?;
        index.reader.reload().map_err(fault(&index.directory))?;
        index.stamp = place::stamp(&index.directory);
        index.whole = place::verify(&index.own, &index.directory)?;
        Ok(())
    }

    fn add(&mut self, document: TantivyDocument) -> Result<(), Error> {
        let added = self.own.add_document(document);
        added.map(drop).map_err(fault(&self.index.directory))
    }
}

/// A number for a name: 64 bits of its SHA-256.
fn key(kind: &str, id: &str) -> u64 {
    let hash = Sha256::digest(format!("{kind} {id}").as_bytes());
    hash.iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
