//! Shall it really be done?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{App, Code, Effect, Effects, Key, coding::short},
    article::ArticleId,
    desk::{Entry, Request, Undone},
    passage::Deed,
    words::isolated,
};

/// Whether an article shall be hidden.
pub fn remove(app: &App, entry: &Entry) -> Menu {
    let act = Act::Remove(entry.id.clone(), entry.row());
    let about = Some(isolated(&entry.meta.title));
    ask(
        app,
        MenuKind::Remove,
        about,
        ["confirm-no", "confirm-remove"],
        act,
    )
}

/// Whether all that the list shows shall be marked as read.
pub fn read(app: &App) -> Menu {
    let act = Act::ReadAll(app.list.view.clone());
    let answers = ["confirm-leave-unread", "confirm-read"];
    ask(app, MenuKind::ReadAll, None, answers, act)
}

/// Whether a change of another run shall be taken back, or done again.
pub fn undo(app: &App, what: &str, next: &Undone, redo: bool) -> Menu {
    let made = jiff::Timestamp::from_millisecond(next.made).unwrap_or_default();
    let made = made.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    let when = app.words.when(&made, app.today);
    let coder = (!next.own && !next.coder.is_empty()).then_some(next.coder.as_str());
    let about = app.words.say(
        "confirm-about-change",
        &[
            ("what", what.into()),
            ("when", (&when).into()),
            ("coder", coder.unwrap_or("none").into()),
        ],
    );
    let answers = if redo {
        ["confirm-leave-undone", "confirm-redo"]
    } else {
        ["confirm-leave-done", "confirm-undo"]
    };
    ask(
        app,
        MenuKind::Undo,
        Some(about),
        answers,
        Act::Undo(redo, next.number),
    )
}

/// Whether passages shall be changed so, with the words of the first of them.
pub fn deed(app: &App, question: &str, count: usize, quotes: &[String], deed: Deed) -> Menu {
    const NAMED: usize = 12;
    let counted = [("count", (count as u64).into())];
    let mut about = vec![app.words.say(question, &counted)];
    about.extend(quotes.iter().take(NAMED).map(|quote| {
        app.words
            .say("quoted", &[("quote", (&short(quote)).into())])
    }));
    if count > quotes.len().min(NAMED) {
        about.push("…".into());
    }
    let act = Act::Code(deed);
    ask(
        app,
        MenuKind::Deed,
        about,
        ["confirm-leave-done", "confirm-do"],
        act,
    )
}

/// Whether a tag shall be changed so, after sentences that tell what hangs on it.
pub fn tag(app: &App, about: Vec<String>, deed: Deed) -> Menu {
    let answers = ["confirm-leave-done", "confirm-do"];
    ask(app, MenuKind::Deed, about, answers, Act::Code(deed))
}

/// What a key answers: `y` does it, `n` does not.
pub(super) fn key(app: &mut App, key: Key) -> Option<Effects> {
    let menu = app.menu.as_mut()?;
    match key.code {
        Code::Char('y') => {
            menu.cursor = menu.shown.len().saturating_sub(1);
            Some(super::act(app, true))
        }
        Code::Char('n') => {
            app.menu = None;
            Some(Effects::new())
        }
        // nothing to narrow
        Code::Char('/') => Some(Effects::new()),
        _ => None,
    }
}

/// Hides an article.
pub(super) fn hide(app: &mut App, id: ArticleId, row: i64) -> Effects {
    app.list.drop_row(row);
    if app.reader.as_ref().is_some_and(|reader| *reader.id() == id) {
        app.reader = None;
    }
    app.tell("removed", &[("count", 1.into())]);
    vec![Effect::Order(Request::Remove(vec![id]))]
}

fn ask(
    app: &App,
    kind: MenuKind,
    about: impl IntoIterator<Item = String>,
    [no, yes]: [&str; 2],
    act: Act,
) -> Menu {
    let row = |label, act| MenuRow {
        label,
        value: String::new(),
        act,
    };
    let mut rows: Vec<MenuRow> = about.into_iter().map(|about| row(about, None)).collect();
    rows.push(row(app.words.say(no, &[]), Some(Act::Leave)));
    rows.push(row(app.words.say(yes, &[]), Some(act)));
    Menu::new(kind, rows)
}
