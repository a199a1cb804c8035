//! What has changed of all that can be found, since a number?
//!
//! What is derived from the library keeps the numbers up to which it has followed ([`State`]):
//! of articles `change`, of what the reader wrote `coding`. It forgets first what is gone for
//! good, then takes what follows in the order of its numbers; with another nonce it begins
//! anew, from nothing.
//!
//! [`State`]: super::State

use rusqlite::{Row, params};

use super::Store;
use crate::{article::ArticleId, error::Error, passage::PassageId};

/// Texts of more bytes are not held at once.
const LONG: usize = 4 << 20;

/// An article of which something that can be found has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its row.
    pub row: i64,
    /// Its name.
    pub id: ArticleId,
    /// Number of that change.
    pub matter: i64,
    /// What is found in it; nothing in one that is removed.
    pub content: Option<Content>,
}

/// What is found in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Its title as shown.
    pub title: String,
    /// Its text, [`Article::text`](crate::article::Article::text).
    pub text: String,
    /// Its source.
    pub source: Option<String>,
    /// Minutes of its date since 1970; none where it is unknown.
    pub minutes: Option<i64>,
}

/// What the reader wrote, or no longer, on a passage or an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Number of its last change.
    pub change: i64,
    /// On what.
    pub on: On,
    /// The words; none where it is gone.
    pub words: Option<Words>,
}

/// What a note is on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum On {
    /// A passage.
    Passage(PassageId),
    /// An article as a whole.
    Article(ArticleId),
}

/// The words of a passage and of the note on it, or of a note on an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The row of the article, which may be removed.
    pub row: i64,
    /// The passage's words as they were marked; none of an article as a whole.
    pub quote: String,
    /// The note; may be empty.
    pub note: String,
}

impl Store {
    /// At most so many articles whose number lies after one and not after another, in its order;
    /// fewer where their texts are long. None: there is none.
    pub fn followed(&self, after: i64, upto: i64, count: usize) -> Result<Vec<Followed>, Error> {
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT a.row, a.id, a.matter, a.title, a.source, \
                        iif(a.date IS NULL, NULL, a.sort), d.blocks, d.packed \
                 FROM article a \
                 LEFT JOIN version v \
                   ON v.article = a.row AND v.number = a.version AND a.removed IS NULL \
                 LEFT JOIN document d ON d.version = v.row \
                 WHERE a.matter > ?1 AND a.matter <= ?2 ORDER BY a.matter LIMIT ?3",
            )
            .map_err(self.fault())?;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let mut passing = statement
            .query(params![after, upto, count])
            .map_err(self.fault())?;
        let (mut followed, mut bytes) = (Vec::new(), 0);
        while let Some(row) = passing.next().map_err(self.fault())? {
            let (mut article, length) = article(row).map_err(self.fault())?;
            if let Some(content) = &mut article.content {
                let packed = row.get_ref(7).and_then(|packed| Ok(packed.as_blob()?));
                content.text = self.text_in(length, packed.map_err(self.fault())?)?;
            }
            bytes += article
                .content
                .as_ref()
                .map_or(0, |content| content.text.len());
            followed.push(article);
            if bytes > LONG {
                break;
            }
        }
        Ok(followed)
    }

    /// How many articles have a number that lies after this one.
    pub fn waiting(&self, after: i64) -> Result<u32, Error> {
        self.db
            .prepare_cached("SELECT count(*) FROM article WHERE matter > ?1")
            .and_then(|mut s| s.query_row([after], |r| r.get(0)))
            .map_err(self.fault())
    }

    /// The articles that were deleted after a number, each with the number of that change. One
    /// that was added again since has a greater number.
    pub fn gone_since(&self, after: i64) -> Result<Vec<(i64, ArticleId)>, Error> {
        self.db
            .prepare_cached("SELECT change, id FROM gone WHERE change > ?1 ORDER BY change")
            .and_then(|mut s| {
                s.query_map([after], |r| {
                    Ok((r.get(0)?, ArticleId::from_stored(r.get(1)?)))
                })?
                .collect()
            })
            .map_err(self.fault())
    }

    /// What the reader wrote, or wrote no longer, by numbers that lie after one and not after
    /// another: so many in their order, and those that share the last one's number. What was
    /// written on an article that is deleted is gone with it.
    pub fn noted_since(&self, after: i64, upto: i64, count: usize) -> Result<Vec<Noted>, Error> {
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT change, id, true, article, quote, note FROM passage \
                   WHERE change > ?1 AND change <= ?2 \
                 UNION ALL SELECT change, id, true, NULL, NULL, NULL FROM passage_gone \
                   WHERE change > ?1 AND change <= ?2 \
                 UNION ALL SELECT s.change, a.id, false, s.article, '', s.note \
                   FROM sheet s JOIN article a ON a.row = s.article \
                   WHERE s.change > ?1 AND s.change <= ?2 \
                 UNION ALL SELECT change, article, false, NULL, NULL, NULL FROM sheet_gone \
                   WHERE change > ?1 AND change <= ?2 \
                 ORDER BY 1",
            )
            .map_err(self.fault())?;
        let mut passing = statement.query([after, upto]).map_err(self.fault())?;
        let mut all: Vec<Noted> = Vec::new();
        while let Some(row) = passing.next().map_err(self.fault())? {
            let next = noted(row).map_err(self.fault())?;
            let another = all.last().is_none_or(|last| last.change != next.change);
            if all.len() >= count && another {
                break;
            }
            all.push(next);
        }
        Ok(all)
    }
}

/// An article but for its text, and how many bytes its blocks have.
fn article(row: &Row<'_>) -> rusqlite::Result<(Followed, u32)> {
    let length: Option<u32> = row.get(6)?;
    let content = length.map(|_| {
        Ok::<_, rusqlite::Error>(Content {
            title: row.get(3)?,
            text: String::new(),
            source: row.get(4)?,
            minutes: row.get(5)?,
        })
    });
    let followed = Followed {
        row: row.get(0)?,
        id: ArticleId::from_stored(row.get(1)?),
        matter: row.get(2)?,
        content: content.transpose()?,
    };
    Ok((followed, length.unwrap_or_default()))
}

fn noted(row: &Row<'_>) -> rusqlite::Result<Noted> {
    let id = row.get(1)?;
    let passage: bool = row.get(2)?;
    let article: Option<i64> = row.get(3)?;
    let words = article.map(|article| {
        Ok::<_, rusqlite::Error>(Words {
            row: article,
            quote: row.get(4)?,
            note: row.get(5)?,
        })
    });
    Ok(Noted {
        change: row.get(0)?,
        on: if passage {
            On::Passage(PassageId::from_stored(id))
        } else {
            On::Article(ArticleId::from_stored(id))
        },
        words: words.transpose()?,
    })
}
