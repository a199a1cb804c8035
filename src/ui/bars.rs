//! What do the line at the top and the line at the bottom say?

use super::{Edge, Pen, page};
use crate::{
    app::{App, Area, Drawer, Focus, Named, Picker, Progress, PromptKind, Target, command::Scope},
    desk::{Shelf, Sort, View},
    passage::TagId,
    words::isolated,
};

/// Hints for the list.
const LIST: [&str; 6] = ["open", "filter", "list-next-unread", "star", "sort", "help"];
/// Hints for the reader.
const READER: [&str; 8] = [
    "select",
    "tag",
    "note",
    "related",
    "find",
    "next-unread",
    "back",
    "help",
];
/// Hints while something is selected.
const SELECT: [&str; 6] = ["tag", "note", "copy", "quotation", "sentence", "deselect"];
/// Hints while the bounds of a passage are moved.
const BOUNDS: [&str; 4] = ["store-bounds", "reselect", "deselect", "help"];
/// Hints on the passages page.
const PASSAGES: [&str; 8] = [
    "go-to-passage",
    "mark-passage",
    "tag-passages",
    "passages-with",
    "group-passages",
    "codebook",
    "leave-page",
    "help",
];
/// Hints in the codebook.
const CODEBOOK: [&str; 8] = [
    "passages-of-tag",
    "new-tag",
    "rename-tag",
    "merge-tag",
    "describe-tag",
    "find-tag",
    "leave-page",
    "help",
];
/// Hints on the page of counts.
const COUNTS: [&str; 3] = ["passages-counted", "leave-page", "help"];
/// Hints on the page of a story.
const STORY: [&str; 3] = ["open-told", "leave-page", "help"];
/// Hints in the pane of what is related.
const RELATED: [&str; 6] = [
    "open-related",
    "not-related",
    "story",
    "told-apart",
    "leave-related",
    "help",
];
/// Hints on the page of a search.
const SEARCH: [&str; 5] = [
    "open-found",
    "search-again",
    "relate-found",
    "leave-page",
    "help",
];
/// Hints while tags stick.
const STICKY: [&str; 3] = ["tag-unit", "end-sticky", "help"];
/// Hints in a passage.
const PASSAGE: [&str; 7] = [
    "tag",
    "untag",
    "note",
    "next-passage",
    "select",
    "back",
    "help",
];

/// Between two hints.
const BETWEEN: &str = "   ";

/// The line at the top: the name, how many articles, what narrows the list.
pub fn header(app: &App, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let name = app.words.say("name", &[]);
    if let Some(page) = app.page() {
        let said = page::heading(app, page);
        pen.line(
            area,
            Edge::Start,
            &[(&name, theme.bold), ("  ", theme.dim), (&said, theme.dim)],
        );
        return;
    }
    let mut counts = match &app.list.state {
        Some(state) => app.words.say(
            "library-count",
            &[
                ("count", u64::from(state.articles).into()),
                ("unread", u64::from(state.unread).into()),
            ],
        ),
        None => String::new(),
    };
    let view = &app.list.view;
    let all = View {
        sort: view.sort,
        ..View::default()
    };
    if *view != all && app.list.whole {
        counts = app
            .words
            .say("shown", &[("count", (app.list.len() as u64).into())]);
    }
    let old = app.reader.as_ref().is_some_and(|reader| reader.old);
    let narrowed = if old {
        app.words.say("version-old", &[])
    } else {
        narrowed(app)
    };
    let mut pieces = vec![(name.as_str(), theme.bold), ("  ", theme.dim)];
    pieces.push((&counts, theme.dim));
    if !narrowed.is_empty() {
        pieces.push(("  ", theme.dim));
        pieces.push((&narrowed, theme.accent));
    }
    let used = pen.line(area, Edge::Start, &pieces);
    // the whole title where it is not seen: cut in the list, or above the window
    let above = app.reader.as_ref().filter(|_| app.panes.list.is_none());
    let above = above.map(|reader| reader.loaded.article.meta.title.clone());
    if let Some(title) = above.or_else(|| cut_title(app))
        && area.width > used + 12
    {
        let rest = pen.part(area, used + 4, area.width - used - 4);
        let title = isolated(&pen.cut(&title, rest.width));
        pen.line(rest, Edge::End, &[(&title, theme.dim)]);
    }
}

/// What the list shows, if not all, and in which order, if not newest first.
fn narrowed(app: &App) -> String {
    let view = &app.list.view;
    let shelf = match view.shelf {
        Shelf::All => None,
        Shelf::Unread => Some(app.words.say("shelf-unread", &[])),
        Shelf::Starred => Some(app.words.say("shelf-starred", &[])),
    };
    let words = view.words.trim();
    let words = (!words.is_empty()).then(|| isolated(words));
    let order = match view.sort {
        Sort::Newest => None,
        Sort::Oldest => Some("order-oldest"),
        Sort::Title => Some("order-title"),
        Sort::Source => Some("order-source"),
        Sort::Added => Some("order-added"),
    };
    let order = order.map(|key| app.words.say(key, &[]));
    shelf
        .into_iter()
        .chain(words)
        .chain(order)
        .collect::<Vec<_>>()
        .join(" | ")
}

/// The line at the bottom. Answers the column of the caret where a text is typed.
pub fn status(app: &App, area: Area, pen: &mut Pen<'_>) -> Option<u16> {
    let theme = pen.theme;
    if let Some(prompt) = &app.prompt {
        let label = label(app, &prompt.kind);
        let used = pen.say(area, &label, theme.accent) + 1;
        let field = pen.part(area, used, area.width - used.min(area.width));
        return Some(pen.field(field, &prompt.line));
    }
    if let Some(notice) = &app.notice {
        let style = if notice.error {
            theme.error
        } else {
            theme.accent
        };
        pen.say(area, &notice.text, style);
        return None;
    }
    if let Some(progress) = progress(app) {
        let keys = app.stop_key();
        let stop = app.words.say("progress-stop", &[("keys", (&keys).into())]);
        let said = format!("{progress} | {stop}");
        pen.say(area, &said, theme.accent);
        return None;
    }
    if let Some(said) = app.drawer.as_ref().and_then(|drawer| typing(app, drawer)) {
        pen.say(area, &said, theme.dim);
        return None;
    }
    if app.results().is_some_and(|page| page.typing) {
        pen.say(area, &app.words.say("search-keys", &[]), theme.dim);
        return None;
    }
    let place = place(app);
    let used = pen.say(area, &place, theme.dim);
    let rest = pen.part(area, used + 3, area.width.saturating_sub(used + 3));
    if !app.pending.is_empty() {
        let said = app.words.say("pending-keys", &[]);
        pen.say(rest, &said, theme.dim);
        return None;
    }
    hints(app, rest, pen);
    None
}

/// What keys do in what is open under the text, where they are text.
fn typing(app: &App, drawer: &Drawer) -> Option<String> {
    let key = match drawer {
        Drawer::Picker(picker) if picker.takes => "picker-takes-keys",
        Drawer::Picker(Picker {
            target: Target::Choice(purpose),
            ..
        }) if purpose.is_single() => "picker-one-keys",
        Drawer::Picker(Picker {
            target: Target::Choice(_),
            ..
        }) => "picker-several-keys",
        Drawer::Picker(picker) if app.reader.as_ref().is_some_and(|r| r.aim.is_some()) => {
            let key = picker.widens(app.script).label();
            return Some(
                app.words
                    .say("picker-aim-keys", &[("widen", (&key).into())]),
            );
        }
        Drawer::Picker(_) => "picker-keys",
        Drawer::Note(_) => "note-keys",
        Drawer::Related(_) => return None,
    };
    Some(app.words.say(key, &[]))
}

/// How far long work is: first what was asked for, then what follows from it.
fn progress(app: &App) -> Option<String> {
    if let Some(Progress::Going(count, rate, _)) = &app.progress {
        let counts = [("count", (*count).into()), ("rate", (*rate).into())];
        return Some(app.words.say("progress", &counts));
    }
    app.indexing_sentence()
}

/// What the line that is typed is for.
fn label(app: &App, kind: &PromptKind) -> String {
    let of = |key, id: &TagId| {
        let entry = app.codebook.get(id);
        let name = entry.map_or("", |entry| &entry.tag.name);
        app.words.say(key, &[("name", name.into())])
    };
    match kind {
        PromptKind::Filter { .. } => app.words.say("prompt-filter", &[]),
        PromptKind::Find { .. } => app.words.say("prompt-find", &[]),
        PromptKind::Passages { .. } => app.words.say("prompt-passages", &[]),
        PromptKind::Tags { .. } => app.words.say("prompt-tags", &[]),
        PromptKind::Name(Named::New(None)) => app.words.say("prompt-new-tag", &[]),
        PromptKind::Name(Named::New(Some(above))) => of("prompt-new-tag-below", above),
        PromptKind::Name(Named::Rename(id)) => of("prompt-rename-tag", id),
        PromptKind::Name(Named::Split(id, _)) => of("prompt-split-tag", id),
    }
}

/// What can be done here: as many hints as fit, the last of them, help, before all others.
fn hints(app: &App, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let names = names(app);
    let mut hints: Vec<[String; 2]> = Vec::new();
    let mut room = area.width;
    for name in names.iter().rev().take(1).chain(&names[..names.len() - 1]) {
        let Some(key) = app.keys_of(name).into_iter().next() else {
            continue;
        };
        let hint = [
            isolated(&key),
            format!(" {}", app.words.say(&format!("hint-{name}"), &[])),
        ];
        let between = if hints.is_empty() {
            0
        } else {
            BETWEEN.len() as u16
        };
        let width = pen.width(&hint.concat()) + between;
        if width > room {
            break;
        }
        room -= width;
        hints.push(hint);
    }
    let first = usize::from(!hints.is_empty());
    hints.rotate_left(first);
    let mut pieces = Vec::new();
    for [key, said] in &hints {
        if !pieces.is_empty() {
            pieces.push((BETWEEN, theme.dim));
        }
        pieces.push((key.as_str(), theme.bold));
        pieces.push((said.as_str(), theme.dim));
    }
    pen.line(area, Edge::Start, &pieces);
}

/// Where one is: the article's place in the list, and how much of it is read.
fn place(app: &App) -> String {
    if let Some(page) = app.page() {
        return nth_of(app, page.place());
    }
    if let Some(pane) = app.neighbours() {
        return nth_of(app, (pane.window.cursor, pane.window.count()));
    }
    let of = app.list.len() as u64;
    if of == 0 {
        return String::new();
    }
    let mut said = nth_of(app, (app.list.cursor, app.list.len()));
    if app.focus == Focus::Reader
        && let Some(reader) = &app.reader
    {
        let percent = app
            .words
            .say("percent", &[("percent", (reader.progress() as u64).into())]);
        said = format!("{said} | {percent}");
        if let Some((nth, of)) = reader.nth_passage() {
            let counts = [("nth", (nth as u64).into()), ("of", (of as u64).into())];
            said = format!("{said} | {}", app.words.say("nth-passage", &counts));
        } else if !reader.strips.is_empty() {
            let counts = [("count", (reader.strips.len() as u64).into())];
            said = format!("{said} | {}", app.words.say("count-passages", &counts));
        }
    }
    let digits = app.words.locale().digits;
    let typed = app.count.map(|n| digits.write(&n.to_string()));
    let typed = typed.unwrap_or_default();
    if !typed.is_empty() || !app.pending.is_empty() {
        let keys: String = app.pending.iter().map(|key| app.key_label(*key)).collect();
        said = format!("{said} | {}", isolated(&format!("{typed}{keys}")));
    }
    said
}

fn nth_of(app: &App, (at, of): (usize, usize)) -> String {
    if of == 0 {
        return String::new();
    }
    let nth = (at + 1).min(of) as u64;
    let counts = [("nth", nth.into()), ("of", (of as u64).into())];
    app.words.say("nth-of", &counts)
}

/// The whole title of the current article, where the list cuts it.
fn cut_title(app: &App) -> Option<String> {
    if app.focus != Focus::List {
        return None;
    }
    let title = &app.list.current()?.meta.title;
    let shown = app.list.title(app.list.cursor)?;
    let (bytes, _) = shown.paragraph.span(0..shown.paragraph.len());
    (bytes.end < title.trim().len()).then(|| title.clone())
}

fn names(app: &App) -> &'static [&'static str] {
    match app.place() {
        Scope::LIST => &LIST,
        Scope::SELECT if app.reader.as_ref().is_some_and(|r| r.bounding.is_some()) => &BOUNDS,
        Scope::SELECT => &SELECT,
        Scope::STICKY => &STICKY,
        Scope::PASSAGES => &PASSAGES,
        Scope::CODEBOOK => &CODEBOOK,
        Scope::COUNTS => &COUNTS,
        Scope::STORY => &STORY,
        Scope::RELATED => &RELATED,
        Scope::SEARCH => &SEARCH,
        Scope::READER
            if app
                .reader
                .as_ref()
                .is_some_and(|r| r.strip_here().is_some()) =>
        {
            &PASSAGE
        }
        _ => &READER,
    }
}
