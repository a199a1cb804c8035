//! Which change is taken back or made again, and may it be?

use rusqlite::{OptionalExtension, Row, ToSql, params, params_from_iter};
use serde::{Deserialize, Serialize};

use super::{
    Coded, Maker, Writing, edit, fault::damaged, kind, ledger::Ledger, remove, sign, trace::Named,
};
use crate::{
    article::{ArticleId, opening},
    error::Error,
};

/// Whose changes are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Those of this run of the program.
    Session,
    /// Those of this run but for the changes of these numbers, which stay.
    Past(Vec<i64>),
    /// All.
    Library,
    /// The change of this number, if it still is the next one of all.
    Change(i64),
}

/// What came of taking a change back, or of making it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// It is done.
    Done(Box<Undone>),
    /// There is nothing to be taken back, or to be made again.
    Nothing,
    /// Nothing of this run is left, or another change is next: this one.
    Beyond(Box<Undone>),
    /// What it set is no longer so, or cannot be again: nothing was done.
    Changed(Box<Undone>),
}

/// A change that was taken back or made again, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Its number in the log.
    pub number: i64,
    /// What was done, as the log calls it: the name of a deed, `edit`, `kind`, `read`, `star`
    /// or `remove`.
    pub kind: String,
    /// What it was done to.
    pub subject: Subject,
    /// When.
    pub made: i64,
    /// By whom; may be empty.
    pub coder: String,
    /// Whether in this run of the program.
    pub own: bool,
    /// What differs now; nothing unless it is done.
    pub coded: Coded,
}

/// What a change was done to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Of the first object: a tag's name, the beginning of a passage's words, an article's
    /// title (its id where the library has it no more), the name of a source.
    pub name: String,
    /// How many objects of that sort.
    pub count: u32,
}

/// Whether a change is taken back or made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

/// A line of the log.
struct Line {
    number: i64,
    made: i64,
    coder: String,
    session: String,
    kind: String,
    before: String,
    after: String,
}

impl Writing<'_> {
    /// Takes back the last change that is not taken back.
    pub fn undo(&self, reach: &Reach, maker: &Maker) -> Result<Undo, Error> {
        self.turn(Way::Back, reach, maker)
    }

    /// Makes the change again that was taken back last. A new change made meanwhile leaves
    /// nothing to be made again.
    pub fn redo(&self, reach: &Reach, maker: &Maker) -> Result<Undo, Error> {
        self.turn(Way::Forth, reach, maker)
    }

    fn turn(&self, way: Way, reach: &Reach, maker: &Maker) -> Result<Undo, Error> {
        let (own, past): (bool, &[i64]) = match reach {
            Reach::Session => (true, &[]),
            Reach::Past(numbers) => (true, numbers),
            Reach::Library | Reach::Change(_) => (false, &[]),
        };
        let own = own.then_some(maker.session.as_str());
        let Some(line) = self.next(way, own, past)? else {
            let beyond = match reach {
                Reach::Session => self.next(way, None, past)?,
                _ => None,
            };
            return beyond.map_or(Ok(Undo::Nothing), |line| {
                Ok(Undo::Beyond(Box::new(self.undone(&line, maker)?)))
            });
        };
        let mut undone = Box::new(self.undone(&line, maker)?);
        if matches!(reach, Reach::Change(number) if *number != line.number) {
            return Ok(Undo::Beyond(undone));
        }
        let before = self.change.get();
        self.mark_out("SAVEPOINT turn")?;
        let coded = self.turn_line(way, &line, maker)?;
        let Some(coded) = coded else {
            self.mark_out("ROLLBACK TO turn")?;
            self.mark_out("RELEASE turn")?;
            self.change.set(before);
            return Ok(Undo::Changed(undone));
        };
        let step = (way == Way::Back).then(|| self.next_step()).transpose()?;
        self.db()
            .prepare_cached("UPDATE log SET undone = ?2 WHERE number = ?1")
            .and_then(|mut s| s.execute(params![line.number, step]))
            .map_err(self.store.fault())?;
        self.mark_out("RELEASE turn")?;
        undone.coded = coded;
        Ok(Undo::Done(undone))
    }

    /// The line that is next to be turned, of a run of the program or of all, past those of
    /// these numbers.
    fn next(&self, way: Way, session: Option<&str>, past: &[i64]) -> Result<Option<Line>, Error> {
        let mut sql = String::from(
            "SELECT number, made, coder, session, kind, before, after FROM log \
             WHERE number NOT IN (SELECT value FROM json_each(?1)) AND ",
        );
        if session.is_some() {
            sql.push_str("session = ?2 AND ");
        }
        // changes and their taking back are numbered as one
        sql.push_str(match (way, session) {
            (Way::Back, _) => "undone IS NULL ORDER BY number DESC LIMIT 1",
            (Way::Forth, None) => {
                "undone > (SELECT max(number) FROM log) ORDER BY undone DESC LIMIT 1"
            }
            (Way::Forth, Some(_)) => {
                "undone > (SELECT max(number) FROM log WHERE session = ?2) \
                 ORDER BY undone DESC LIMIT 1"
            }
        });
        self.db()
            .prepare_cached(&sql)
            .and_then(|mut s| {
                let past = serde_json::json!(past).to_string();
                let session = session.iter().map(|session| session as &dyn ToSql);
                let all = std::iter::once(&past as &dyn ToSql).chain(session);
                s.query_row(params_from_iter(all), line).optional()
            })
            .map_err(self.store.fault())
    }

    /// Turns what a line says; what differs then, none if that may not be.
    fn turn_line(&self, way: Way, line: &Line, maker: &Maker) -> Result<Option<Coded>, Error> {
        let (kind, from, to) = match way {
            Way::Back => ("undo", &line.after, &line.before),
            Way::Forth => ("redo", &line.before, &line.after),
        };
        let articles = match line.kind.as_str() {
            "edit" => self.turn_edit(from, to)?,
            "kind" => self.turn_kind(from, to)?,
            "read" | "star" => self.turn_sign(&line.kind, way, &line.before, &line.after)?,
            "remove" => self.turn_removal(way, &line.after, line.made)?,
            _ => {
                let turned = Ledger::turn(self, maker, from, to)?;
                return turned.map(|ledger| ledger.coded(kind)).transpose();
            }
        };
        Ok(articles.map(|articles| Coded {
            kind,
            articles,
            ..Coded::default()
        }))
    }

    fn undone(&self, line: &Line, maker: &Maker) -> Result<Undone, Error> {
        Ok(Undone {
            number: line.number,
            kind: line.kind.clone(),
            subject: self.subject(line)?,
            made: line.made,
            coder: line.coder.clone(),
            own: line.session == maker.session,
            coded: Coded::default(),
        })
    }

    /// What a line is about: it says so itself, or is about articles.
    fn subject(&self, line: &Line) -> Result<Subject, Error> {
        let ids = match line.kind.as_str() {
            "edit" => edit::edited(&line.after),
            "kind" => kind::spoken_of(&line.after),
            "read" | "star" => sign::signed(&line.before),
            "remove" => remove::removed(&line.after),
            _ => {
                let named = serde_json::from_str(&line.after);
                return named
                    .map(|Named { of }| of)
                    .map_err(|e| damaged(&self.store.path, &e));
            }
        };
        let ids = ids.map_err(|e| damaged(&self.store.path, &e))?;
        let mut name = ids.first().cloned().unwrap_or_default();
        if let Some(row) = self.store.row(&ArticleId::from_stored(name.clone()))? {
            name = opening(&self.store.title(row)?);
        }
        Ok(Subject {
            name,
            count: ids.len() as u32,
        })
    }

    fn mark_out(&self, sql: &str) -> Result<(), Error> {
        self.db().execute_batch(sql).map_err(self.store.fault())
    }
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        number: row.get(0)?,
        made: row.get(1)?,
        coder: row.get(2)?,
        session: row.get(3)?,
        kind: row.get(4)?,
        before: row.get(5)?,
        after: row.get(6)?,
    })
}
