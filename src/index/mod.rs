//! What is found? The only tantivy.
//!
//! # Steps
//! 1. The index lies beside the library in a directory of its own; a line in
//!    `CURRENT` names it. What may have spoilt it is looked for when it is opened.
//! 2. A [`Writer`] holds it for a batch: articles, notes on passages and notes on articles are
//!    records of their own. With each batch the numbers are kept up to which it follows the
//!    library ([`Stand`]).
//! 3. [`Index::search`] and [`Index::related`] reckon BM25 (Robertson and Zaragoza 2009, k1 1.2,
//!    b 0.75) term by term into one number an article, and keep the highest.
//!
//! # Laws
//! - Everything here can be made again from the library: nothing else is lost with it.
//! - Whoever searches does not wait for who writes, in this program or in another one.
//! - An index that cannot be used is an error, never a panic and never a wrong answer.
//!
//! # Deviations
//! tantivy's own queries are not used: they weigh the forty terms of an article twice as slowly
//! as one pass over their lists, and know nothing of the table of terms that speaks for a small
//! library.

mod asked;
mod best;
mod fault;
mod fields;
mod files;
mod notes;
mod place;
mod related;
mod scale;
mod search;
mod sieve;
mod tally;
mod tokens;
mod writer;

pub use related::{Neighbour, RELATED, Subject, Wanted};
pub use search::{Match, Searched};
pub use sieve::Sieve;
pub use writer::{Article, Note, Writer};

use std::{
    fmt,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tantivy::{IndexReader, ReloadPolicy, Searcher};

use crate::error::Error;
use fault::fault;
use fields::Fields;
use files::Files;
use place::{Stamp, Whole};

/// Up to which changes of which library an index goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stand {
    /// The library's name of its run of numbers.
    pub nonce: String,
    /// Number of the last change of an article that is in it.
    pub articles: i64,
    /// Number of the last change of a passage or a note that is in it.
    pub coding: i64,
}

/// An open index.
pub struct Index {
    library: PathBuf,
    directory: PathBuf,
    /// What its list of parts was like when it was read.
    stamp: Option<Stamp>,
    /// What its parts were like; nothing while they are being written.
    whole: Whole,
    own: tantivy::Index,
    fields: Fields,
    reader: IndexReader,
    stand: Stand,
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("directory", &self.directory)
            .field("stand", &self.stand)
            .finish_non_exhaustive()
    }
}

impl Index {
    /// The index of the library in a directory; none where there is none. An error: there is
    /// one, and it cannot be used.
    pub fn open(library: &Path) -> Result<Option<Self>, Error> {
        let Some(directory) = place::current(library)? else {
            return Ok(None);
        };
        let stamp = place::stamp(&directory);
        let own = Files::of(&directory)
            .map_err(tantivy::TantivyError::from)
            .and_then(tantivy::Index::open)
            .map_err(fault(&directory))?;
        let whole = place::verify(&own, &directory)?;
        Self::with(library, directory, own, stamp, whole).map(Some)
    }

    /// A new, empty index in the place of whatever there is; or the one that another program
    /// has just made for this run of the library's numbers.
    pub fn anew(library: &Path, nonce: &str) -> Result<Self, Error> {
        let _held = place::hold(library)?;
        let other = Self::open(library).ok().flatten();
        let fits = |other: &Self| ["", nonce].contains(&other.stand.nonce.as_str());
        if let Some(other) = other.filter(fits) {
            return Ok(other);
        }
        let directory = place::fresh(library)?;
        let (schema, _) = fields::schema();
        let settings = tantivy::IndexSettings {
            // nothing is stored
            docstore_compression: tantivy::store::Compressor::None,
            ..tantivy::IndexSettings::default()
        };
        let made = Files::of(&directory)
            .map_err(tantivy::TantivyError::from)
            .and_then(|files| tantivy::Index::create(files, schema, settings));
        let own = made.map_err(fault(&directory))?;
        place::point(library, &directory)?;
        place::sweep(library, &directory);
        let stamp = place::stamp(&directory);
        Self::with(library, directory, own, stamp, Whole::new())
    }

    /// Takes up what has been written meanwhile, by whichever program; says whether anything
    /// was. Its files are mapped: one that was cut would end the program that reads on in it.
    pub fn refresh(&mut self) -> Result<bool, Error> {
        if place::current(&self.library)?.as_deref() != Some(&*self.directory) {
            let Some(other) = Self::open(&self.library)? else {
                return Err(Error::NoIndex(self.library.clone()));
            };
            *self = other;
            return Ok(true);
        }
        let stamp = place::stamp(&self.directory);
        if stamp.is_none() {
            return Err(Error::Index(self.directory.clone(), "gone".to_owned()));
        }
        if stamp == self.stamp {
            if place::untouched(&self.directory, &self.whole) {
                return Ok(false);
            }
            // whoever brings parts together changes the list first, then deletes them
            if place::stamp(&self.directory) == self.stamp {
                let why = "touched by another hand".to_owned();
                return Err(Error::Index(self.directory.clone(), why));
            }
        }
        let stamp = place::stamp(&self.directory);
        self.whole = place::verify(&self.own, &self.directory)?;
        self.stamp = stamp;
        self.reader.reload().map_err(fault(&self.directory))?;
        self.stand = stand(&self.own, &self.directory)?;
        Ok(true)
    }

    /// From now on the index in a directory is none, for whoever opens it; says whether it was
    /// one still.
    pub fn put_aside(directory: &Path) -> bool {
        place::unpoint(directory)
    }

    /// How far it is.
    pub fn stand(&self) -> &Stand {
        &self.stand
    }

    /// The directory of its library.
    pub fn library(&self) -> &Path {
        &self.library
    }

    /// The bytes of its files.
    pub fn bytes(&self) -> u64 {
        place::bytes(&self.directory)
    }

    /// How many articles it holds.
    pub fn articles(&self) -> Result<u64, Error> {
        let mut articles = 0;
        for segment in self.searcher().segment_readers() {
            let lengths = segment.get_fieldnorms_reader(self.fields.text);
            let lengths = lengths.map_err(fault(&self.directory))?;
            articles += segment
                .doc_ids_alive()
                .filter(|doc| lengths.fieldnorm_id(*doc) > 0)
                .count() as u64;
        }
        Ok(articles)
    }

    fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    fn with(
        library: &Path,
        directory: PathBuf,
        own: tantivy::Index,
        stamp: Option<Stamp>,
        whole: Whole,
    ) -> Result<Self, Error> {
        let (schema, fields) = fields::schema();
        if own.schema() != schema {
            return Err(Error::Index(directory, "other fields".to_owned()));
        }
        tokens::register(own.tokenizers());
        let reader = own
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(0)
            .try_into()
            .map_err(fault(&directory))?;
        let stand = stand(&own, &directory)?;
        Ok(Self {
            library: library.to_owned(),
            directory,
            stamp,
            whole,
            own,
            fields,
            reader,
            stand,
        })
    }
}

fn stand(index: &tantivy::Index, directory: &Path) -> Result<Stand, Error> {
    let metas = index.load_metas().map_err(fault(directory))?;
    let Some(payload) = metas.payload else {
        return Ok(Stand::default());
    };
    serde_json::from_str(&payload).map_err(|e| Error::Index(directory.to_owned(), e.to_string()))
}
