//! What may the reader ask, and what is it answered?

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

use super::{About, Desk, Finding, Home, Opened, Related, Search, Sift, Story};
use crate::{
    article::{ArticleId, Kind},
    error::Error,
    passage::{Codebook, Deed, TagId},
    store::{
        Changes, Coded, Coding, Edit, Entry, Grouping, Kept, Mark, Order, PassageOrder, Reach,
        Scope, Spot, State, Trail, Undo, View, Wanted,
    },
};

/// A question or an order. Rows name articles as the order of a view does.
#[derive(Debug)]
pub enum Request {
    /// All that the first frame shows, with at most so many entries.
    Home(usize),
    /// The order of a view, unless it is cancelled.
    Order(View, Arc<AtomicBool>),
    /// The next row of a view, after this one and from the beginning on, that is not read yet.
    NextUnread(View, Option<i64>),
    /// The entries of these rows.
    Entries(Vec<i64>),
    /// What has changed since a state, and which of these rows.
    Changes(State, Vec<i64>),
    /// An article with its blocks, where it was left, and what is said about it.
    Open(ArticleId),
    /// An article as it was in the version of a number.
    OpenVersion(ArticleId, u32),
    /// The spots with a letter.
    Marks,
    /// All tags with their counts.
    Codebook,
    /// What is said about an article.
    Coding(ArticleId),
    /// The order of the passages that are wanted, unless it is cancelled.
    Passages(Wanted, Grouping, Arc<AtomicBool>),
    /// The passages of these rows.
    Kept(Vec<i64>),
    /// How many of the wanted passages bear a tag in articles of a source.
    Matrix(Wanted),
    /// A search.
    Search(Search),
    /// What is related to something.
    Related(About, Sift),
    /// The story that an article belongs to.
    Story(ArticleId),
    /// These fields shall be so.
    Edit(Vec<ArticleId>, Vec<Edit>),
    /// The block at this place of the current version shall be of this kind, or again of the
    /// one that import says.
    SetKind(ArticleId, usize, Option<Kind>, Scope),
    /// These rows shall be marked as read, or as not read.
    SetRead(Vec<i64>, bool),
    /// This row was opened: it shall be marked as read, which is nothing to be taken back.
    See(i64),
    /// All that a view holds shall be marked as read, or as not read.
    SetAllRead(View, bool),
    /// These rows shall have a star, or none.
    SetStarred(Vec<i64>, bool),
    /// Here the article is left.
    SetPlace(ArticleId, Spot),
    /// This is the way through what was read.
    SetTrail(Trail),
    /// The letter shall lead here.
    SetMark(char, ArticleId, Spot),
    /// These deeds shall be done, all or none.
    Code(Vec<Deed>),
    /// The last change shall be taken back.
    Undo(Reach),
    /// The change that was taken back last shall be made again.
    Redo(Reach),
    /// These articles shall be hidden.
    Remove(Vec<ArticleId>),
    /// These articles shall be deleted, after a backup.
    Purge(Vec<ArticleId>),
}

/// What is answered.
#[derive(Debug)]
pub enum Answer {
    /// To [`Request::Home`].
    Home(Box<Home>),
    /// To [`Request::Order`]; none if it was cancelled.
    Order(Option<Order>),
    /// To [`Request::NextUnread`]; none if all is read.
    Next(Option<i64>),
    /// To [`Request::Changes`]; none if nothing has changed.
    Changes(Option<Changes>),
    /// To [`Request::Entries`], without the rows that are no more.
    Entries(Vec<Entry>),
    /// To [`Request::Open`] and [`Request::OpenVersion`].
    Opened(Box<Opened>),
    /// To [`Request::Marks`].
    Marks(Vec<Mark>),
    /// To [`Request::Edit`], [`Request::SetKind`] and [`Request::Remove`]: the articles that
    /// are not as they were.
    Changed(Vec<ArticleId>),
    /// To [`Request::SetRead`], [`Request::See`], [`Request::SetAllRead`] and [`Request::SetStarred`]: the rows
    /// that are not as they were.
    Marked(Vec<i64>),
    /// To [`Request::SetPlace`] and [`Request::SetMark`]: whether the article is there. To
    /// [`Request::SetTrail`]: yes, wherever it leads.
    Kept(bool),
    /// To [`Request::Code`].
    Coded(Box<Coded>),
    /// To [`Request::Undo`] and [`Request::Redo`].
    Undone(Box<Undo>),
    /// To [`Request::Purge`]: the backup.
    Purged(PathBuf),
    /// To [`Request::Codebook`].
    Codebook(Codebook),
    /// To [`Request::Coding`].
    Coding(Box<Coding>),
    /// To [`Request::Passages`]; none if it was cancelled.
    PassageOrder(Option<PassageOrder>),
    /// To [`Request::Kept`], without the rows that are no more.
    Passages(Vec<Kept>),
    /// To [`Request::Search`].
    Found(Box<Finding>),
    /// To [`Request::Related`].
    Related(Box<Related>),
    /// To [`Request::Story`].
    Story(Box<Story>),
    /// To [`Request::Matrix`].
    Matrix(Vec<(TagId, Option<String>, u32)>),
}

/// An answer, or why there is none.
pub type Reply = Result<Answer, Error>;

/// Answers one request.
pub fn answer(desk: &mut Desk, request: Request) -> Reply {
    match request {
        Request::Home(count) => desk.home(count).map(Box::new).map(Answer::Home),
        Request::Order(view, cancel) => desk.order(&view, &cancel).map(Answer::Order),
        Request::NextUnread(view, row) => desk.next_unread(&view, row).map(Answer::Next),
        Request::Entries(rows) => desk.entries(&rows).map(Answer::Entries),
        Request::Changes(since, rows) => desk.changes(&since, &rows).map(Answer::Changes),
        Request::Open(id) => desk.open(&id).map(Box::new).map(Answer::Opened),
        Request::OpenVersion(id, number) => {
            let opened = desk.open_version(&id, number)?;
            Ok(Answer::Opened(Box::new(opened)))
        }
        Request::Marks => desk.marks().map(Answer::Marks),
        Request::Codebook => desk.codebook().map(Answer::Codebook),
        Request::Coding(id) => desk.coding(&id).map(Box::new).map(Answer::Coding),
        Request::Passages(wanted, grouping, cancel) => desk
            .passages_order(&wanted, grouping, &cancel)
            .map(Answer::PassageOrder),
        Request::Kept(rows) => desk.passages(&rows).map(Answer::Passages),
        Request::Matrix(wanted) => desk.matrix(&wanted).map(Answer::Matrix),
        Request::Search(search) => desk.search(&search).map(Box::new).map(Answer::Found),
        Request::Related(about, sift) => {
            let related = desk.related(&about, &sift)?;
            Ok(Answer::Related(Box::new(related)))
        }
        Request::Story(id) => desk.story(&id).map(Box::new).map(Answer::Story),
        Request::Edit(ids, edits) => desk.edit(&ids, &edits).map(Answer::Changed),
        Request::SetKind(id, place, kind, scope) => {
            desk.set_kind(&id, place, kind, scope).map(Answer::Changed)
        }
        Request::SetRead(rows, on) => desk.set_read(&rows, on).map(Answer::Marked),
        Request::See(row) => desk.see(row).map(Answer::Marked),
        Request::SetAllRead(view, on) => desk.set_all_read(&view, on).map(Answer::Marked),
        Request::SetStarred(rows, on) => desk.set_starred(&rows, on).map(Answer::Marked),
        Request::SetPlace(id, spot) => desk.set_place(&id, spot).map(Answer::Kept),
        Request::SetTrail(trail) => desk.set_trail(&trail).map(|()| Answer::Kept(true)),
        Request::SetMark(letter, id, spot) => desk.set_mark(letter, &id, spot).map(Answer::Kept),
        Request::Code(deeds) => desk.code(&deeds).map(Box::new).map(Answer::Coded),
        Request::Undo(reach) => desk.undo(&reach).map(Box::new).map(Answer::Undone),
        Request::Redo(reach) => desk.redo(&reach).map(Box::new).map(Answer::Undone),
        Request::Remove(ids) => desk.remove(&ids).map(Answer::Changed),
        Request::Purge(ids) => desk.purge(&ids).map(Answer::Purged),
    }
}
