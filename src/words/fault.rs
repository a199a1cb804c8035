//! What is said when something could not be done, or when a page left something open?

use std::{ops::Range, path::Path};

use super::Words;
use crate::error::Error;

impl Words {
    /// The sentence of an error; it says what to do.
    pub fn error(&self, error: &Error) -> String {
        match error {
            Error::Missing(path) => self.at("error-missing", path),
            Error::Denied(path) => self.at("error-denied", path),
            Error::NoArticles(path) => self.at("error-no-articles", path),
            Error::NoLibrary(path) => self.at("error-no-library", path),
            Error::ReadOnly(path) => self.at("error-read-only", path),
            Error::Locked(path) => self.at("error-locked", path),
            Error::DiskFull(path) => self.at("error-disk-full", path),
            Error::Directory(path) => self.at("error-directory", path),
            Error::Empty(name) => self.of("error-empty", name),
            Error::Binary(name) => self.of("error-binary", name),
            Error::Packed(name) => self.of("error-packed", name),
            Error::Remote(name) => self.of("error-remote", name),
            Error::Many(name) => self.of("error-many", name),
            Error::NoSuchArticle(name) => self.of("error-no-such-article", name),
            Error::NoSource(name) => self.of("error-no-source", name),
            Error::NoSuchBlock(name, place) => self.say(
                "error-no-such-block",
                &[
                    ("name", name.into()),
                    ("number", (*place as u64 + 1).into()),
                ],
            ),
            Error::BadSpan(name, span) => self.say(
                "error-bad-span",
                &[
                    ("name", name.into()),
                    ("start", u64::from(span.start).into()),
                    ("end", u64::from(span.end).into()),
                ],
            ),
            Error::BadTagName(why) => self.say("error-bad-tag-name", &[("why", (*why).into())]),
            Error::TagExists(name) => self.of("error-tag-exists", name),
            Error::TagCycle(name, parent) => self.say(
                "error-tag-cycle",
                &[("name", name.into()), ("parent", parent.into())],
            ),
            Error::EmptyQuote => self.say("error-empty-quote", &[]),
            Error::NotTouching => self.say("error-not-touching", &[]),
            Error::WithItself => self.say("error-with-itself", &[]),
            Error::LongNote(limit) => {
                self.say("error-long-note", &[("limit", (limit >> 20).into())])
            }
            Error::NoOpener(program) => self.of("error-no-opener", program),
            Error::Unforeseen(why) => self.say("error-unforeseen", &[("why", why.into())]),
            Error::Index(_, why) => self.say("error-index", &[("why", why.into())]),
            Error::NoIndex(_) => self.say("error-no-index", &[]),
            Error::NoHome => self.say("error-no-home", &[]),
            Error::TooLarge { name, limit, .. } => self.say(
                "error-too-large",
                &[("name", name.into()), ("limit", (limit >> 20).into())],
            ),
            Error::Record { name, line, why } => self.say(
                "error-record",
                &[
                    ("name", name.into()),
                    ("line", (*line).into()),
                    ("why", why.into()),
                ],
            ),
            Error::Unreadable { name, why } => self.say(
                "error-unreadable",
                &[("name", name.into()), ("why", why.into())],
            ),
            Error::Ambiguous(name, found) => {
                let found: Vec<String> = found
                    .iter()
                    .map(|(id, title)| format!("{id} ({title})"))
                    .collect();
                let found = found.join(" | ");
                self.say(
                    "error-ambiguous",
                    &[("name", name.into()), ("found", (&found).into())],
                )
            }
            Error::Newer(path, found, known) => self.say(
                "error-newer",
                &[
                    ("path", (&shown(path)).into()),
                    ("found", found.unsigned_abs().into()),
                    ("known", known.unsigned_abs().into()),
                ],
            ),
            Error::Damaged(path, why) => self.say(
                "error-damaged",
                &[("path", (&shown(path)).into()), ("why", why.into())],
            ),
            Error::BadValue("date", value) => self.say(
                "error-bad-date",
                &[
                    ("value", value.into()),
                    ("year", "2025".into()),
                    ("month", "2025-06".into()),
                    ("day", "2025-06-20".into()),
                    ("minute", "2025-06-20T17:00".into()),
                ],
            ),
            Error::BadValue(field, value) => self.say(
                "error-bad-value",
                &[("field", (*field).into()), ("value", value.into())],
            ),
            Error::System(path, said) => self.say(
                "error-system",
                &[
                    ("path", (&shown(path)).into()),
                    ("why", (&said.to_string()).into()),
                ],
            ),
            Error::NoSuchPassage(name) => self.of("error-no-such-passage", name),
            Error::NoSuchTag(name, near) if near.is_empty() => self.of("error-no-such-tag", name),
            Error::NoSuchQuote(quote, near) if near.is_empty() => {
                self.say("error-no-such-quote", &[("quote", quote.into())])
            }
            Error::NoSuchQuote(quote, near) => self.say(
                "error-no-such-quote-near",
                &[("quote", quote.into()), ("near", (&places(near)).into())],
            ),
            Error::ManyQuotes(quote, count, found) => self.say(
                "error-many-quotes",
                &[
                    ("quote", quote.into()),
                    ("count", (*count).into()),
                    ("found", (&places(found)).into()),
                ],
            ),
            Error::NoSuchTag(name, near) => {
                let near = near.join(" | ");
                self.say(
                    "error-no-such-tag-near",
                    &[("name", name.into()), ("near", (&near).into())],
                )
            }
            Error::NoSuchVersion(number) => self.say(
                "error-no-such-version",
                &[("number", u64::from(*number).into())],
            ),
            Error::BadAnnotation { name, number, why } => self.say(
                &format!("error-annotation-{why}"),
                &[("name", name.into()), ("number", u64::from(*number).into())],
            ),
            Error::NoArticleOf(name) => self.of("error-no-article-of", name),
            Error::NoAnnotations(name) => self.of("error-no-annotations", name),
            Error::NoSuchBackup(name) => self.of("error-no-such-backup", name),
            Error::BadBackup(path, why) => self.say(
                "error-bad-backup",
                &[("path", (&shown(path)).into()), ("why", why.into())],
            ),
            Error::Spellings(path, line) => self.say(
                "error-spellings",
                &[
                    ("path", (&shown(path)).into()),
                    ("line", (*line as u64).into()),
                ],
            ),
            Error::NoEditor(name) => self.of("error-no-editor", name),
            Error::EditorFailed(name) => self.of("error-editor-failed", name),
            Error::EditorLeft(name, path) => self.say(
                "error-editor-left",
                &[("name", name.into()), ("path", (&shown(path)).into())],
            ),
            Error::NotUtf8(path) => self.at("error-not-utf8", path),
        }
    }

    /// The sentence of a flaw, by the name of its kind.
    pub fn flaw(&self, kind: &str, detail: &str) -> String {
        let said = self.say(&format!("flaw-{kind}"), &[("detail", detail.into())]);
        // not every flaw knows its detail
        said.replace(" ()", "")
    }

    fn at(&self, key: &str, path: &Path) -> String {
        self.say(key, &[("path", (&shown(path)).into())])
    }

    fn of(&self, key: &str, name: &str) -> String {
        self.say(key, &[("name", name.into())])
    }
}

/// Places of a text by their code points, each with its surroundings.
fn places(places: &[(Range<u32>, String)]) -> String {
    let shown = places
        .iter()
        .map(|(place, around)| format!("{}–{} {around}", place.start, place.end));
    shown.collect::<Vec<_>>().join(" | ")
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
