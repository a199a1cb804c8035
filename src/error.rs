//! What can go wrong at the edges? Kinds and their data; `words` makes the sentence.

use std::path::PathBuf;

/// What could not be done. Its sentence, with what to do, is made by `words`.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Error {
    /// The file or directory does not exist.
    Missing(PathBuf),
    /// Reading it is not permitted.
    Denied(PathBuf),
    /// The directory holds nothing that could be an article.
    NoArticles(PathBuf),
    /// The file holds no bytes.
    Empty(String),
    /// The bytes are no text.
    Binary(String),
    /// One document is larger than an article may be (bytes, limit in bytes).
    TooLarge {
        /// The source as named by the reader.
        name: String,
        /// Its size in bytes, as far as known.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A record of an archive is broken.
    Record {
        /// The source as named by the reader.
        name: String,
        /// Line number, counted from 1.
        line: u64,
        /// What the parser said.
        why: String,
    },
    /// The document's form is known but not one that can be read.
    Unreadable {
        /// The source as named by the reader.
        name: String,
        /// What the parser said.
        why: String,
    },
    /// Nothing in the library answers to this name.
    NoSuchArticle(String),
    /// The article (its id) has no block at this place, counted from 0.
    NoSuchBlock(String, usize),
    /// The article (its id) states no source that something could hold for.
    NoSource(String),
    /// Several articles answer to this name: their ids and titles.
    Ambiguous(String, Vec<(String, String)>),
    /// The library's directory holds no library.
    NoLibrary(PathBuf),
    /// The library was made by a newer version (its number, ours).
    Newer(PathBuf, i64, i64),
    /// The database is damaged.
    Damaged(PathBuf, String),
    /// The library cannot be written.
    ReadOnly(PathBuf),
    /// Another program holds the library for too long.
    Locked(PathBuf),
    /// The disk is full.
    DiskFull(PathBuf),
    /// The index cannot be used, for this reason; it can be made again from the library.
    Index(PathBuf, String),
    /// The library of a directory has no index yet.
    NoIndex(PathBuf),
    /// No place for the library is known: neither a home nor an option.
    NoHome,
    /// A value given by hand cannot be read (the field, the value).
    BadValue(&'static str, String),
    /// An archive that has to be unpacked first.
    Packed(String),
    /// An address on the network, which is not fetched.
    Remote(String),
    /// The file holds many articles where one is wanted.
    Many(String),
    /// A directory where a file is wanted.
    Directory(PathBuf),
    /// The command that opens addresses cannot be started.
    NoOpener(String),
    /// No passage can be made of these code points of an article (its id): its text ends
    /// before, or they hold nothing.
    BadSpan(String, std::ops::Range<u32>),
    /// No tag can be called so, for this reason: `empty`, `control` or `long`.
    BadTagName(&'static str),
    /// Another tag is called so already.
    TagExists(String),
    /// The first tag cannot stand below the second, which stands below it or is the same.
    TagCycle(String, String),
    /// Passages that shall become one neither overlap nor touch.
    NotTouching,
    /// An article shall be related to itself, or not.
    WithItself,
    /// A note is longer than notes may be (the limit in bytes).
    LongNote(u64),
    /// A part of the program failed in a way that nobody thought of: what it said.
    Unforeseen(String),
    /// Anything else the system said, with the place.
    System(PathBuf, std::io::Error),
    /// The article has no version of this number.
    NoSuchVersion(u32),
    /// No passage answers to this name.
    NoSuchPassage(String),
    /// No tag is called so, or several are but for their spelling; those that come near.
    NoSuchTag(String, Vec<String>),
    /// A quote holds nothing but blanks.
    EmptyQuote,
    /// The quote does not stand so in the article; places that come near, in code points, each
    /// with its surroundings.
    NoSuchQuote(String, Vec<(std::ops::Range<u32>, String)>),
    /// The quote stands at so many places; the first of them.
    ManyQuotes(String, u64, Vec<(std::ops::Range<u32>, String)>),
    /// An annotation of a file cannot be taken.
    BadAnnotation {
        /// The file.
        name: String,
        /// Which one it is, counted from 1.
        number: u32,
        /// The end of its sentence's key.
        why: &'static str,
    },
    /// The library has no article of this source, which a file speaks of.
    NoArticleOf(String),
    /// The file holds no annotations.
    NoAnnotations(String),
    /// No backup of the library answers to this name.
    NoSuchBackup(String),
    /// The file is no backup that could be brought back, for this reason.
    BadBackup(PathBuf, String),
    /// A line (counted from 1) of a file of spellings joins nothing.
    Spellings(PathBuf, usize),
    /// The reader's own editor cannot be started.
    NoEditor(String),
    /// The editor said that it failed; it has changed nothing.
    EditorFailed(String),
    /// The editor said that it failed; what it has written is in this file.
    EditorLeft(String, PathBuf),
    /// What was written in the editor is no UTF-8; it is in this file.
    NotUtf8(PathBuf),
}
