//! What is known about an article, set by hand?

use super::{Act, Menu, MenuKind, MenuRow};
use crate::{
    app::{App, Effect, Effects, Line, command::Given},
    article::{ArticleId, Date, Field},
    desk::{Edit, Request},
    error::Error,
};

/// Opens the form of the article's fields.
pub fn fields(app: &mut App, _: Given) -> Effects {
    let Some(entry) = app.subject() else {
        return Effects::new();
    };
    let (id, meta) = (entry.id.clone(), entry.meta.clone());
    let rows = Field::ALL.map(|field| MenuRow {
        label: app.words.say(&format!("field-{}", field.name()), &[]),
        value: field.get(&meta).unwrap_or_default(),
        act: Some(Act::Field(id.clone(), field)),
    });
    app.menu = Some(Menu::new(MenuKind::Fields, rows.into()));
    Effects::new()
}

/// Sets a field; an empty one is unknown, an empty title again the page's.
pub(super) fn set(app: &mut App, id: ArticleId, field: Field, text: &str) -> Effects {
    if field == Field::Date && !text.is_empty() && text.parse::<Date>().is_err() {
        app.tell_error(&Error::BadValue("date", text.to_owned()));
        if let Some(menu) = &mut app.menu {
            menu.edit = Some(Line::new(text));
        }
        return Effects::new();
    }
    if let Some(menu) = &mut app.menu
        && let Some(row) = menu.shown.get(menu.cursor).copied()
    {
        text.clone_into(&mut menu.rows[row].value);
    }
    let value = (!text.is_empty()).then(|| text.to_owned());
    vec![Effect::Order(Request::Edit(
        vec![id],
        vec![Edit { field, value }],
    ))]
}
