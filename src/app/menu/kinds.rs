//! What is the block under the cursor, if import was wrong about it?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{App, Effect, Effects, command::Given},
    article::{ArticleId, Kind, Reason},
    desk::{Request, Scope},
};

/// The kinds that a reader may say.
const KINDS: [Kind; 13] = [
    Kind::Paragraph,
    Kind::Heading(2),
    Kind::Clutter(Reason::ByHand),
    Kind::Title,
    Kind::Subtitle,
    Kind::Standfirst,
    Kind::Byline,
    Kind::Dateline,
    Kind::Quote,
    Kind::Item,
    Kind::Verse,
    Kind::Caption,
    Kind::Code,
];

/// Opens the choice of kinds for the block under the cursor.
pub fn kinds(app: &mut App, _: Given) -> Effects {
    let Some(reader) = &app.reader else {
        return Effects::new();
    };
    let Some(place) = reader.paper.block(reader.cursor) else {
        app.tell("no-block", &[]);
        return Effects::new();
    };
    let id = reader.id().clone();
    let now = reader.loaded.article.blocks[place].kind.name();
    let source = reader.loaded.article.meta.source.is_some();
    let row = |kind: Option<Kind>, scope| {
        let name = kind.map_or("imported", Kind::name);
        let current = scope == Scope::Article && name == now;
        MenuRow {
            label: app.words.say(&format!("kind-{name}"), &[]),
            value: if current {
                app.words.say("kind-now", &[])
            } else {
                String::new()
            },
            act: Some(Act::Kind(id.clone(), place, kind, scope)),
        }
    };
    let all = || KINDS.map(Some).into_iter().chain([None]);
    let mut rows: Vec<MenuRow> = all().map(|kind| row(kind, Scope::Article)).collect();
    if source {
        rows.push(MenuRow {
            label: app.words.say("kinds-of-source", &[]),
            value: String::new(),
            act: None,
        });
        rows.extend(all().map(|kind| row(kind, Scope::Source)));
    }
    app.menu = Some(Menu::new(MenuKind::Kinds, rows));
    Effects::new()
}

/// Says what a block is.
pub(super) fn set(id: ArticleId, place: usize, kind: Option<Kind>, scope: Scope) -> Effects {
    vec![Effect::Order(Request::SetKind(id, place, kind, scope))]
}
