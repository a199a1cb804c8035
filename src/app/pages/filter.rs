//! Which tags must the passages of the page bear?

use crate::{
    app::{App, Effects, Purpose, Target, command::Given},
    desk::Wanted,
    passage::TagId,
};

/// Picks the tags that each passage must bear.
pub fn with_all(app: &mut App, _: Given) -> Effects {
    choose(app, Purpose::All, |wanted| &wanted.all)
}

/// Picks the tags of which each passage must bear one.
pub fn with_any(app: &mut App, _: Given) -> Effects {
    choose(app, Purpose::Any, |wanted| &wanted.any)
}

/// Picks the tags that no passage may bear.
pub fn without(app: &mut App, _: Given) -> Effects {
    choose(app, Purpose::None, |wanted| &wanted.none)
}

/// Only passages that bear no tag, or all.
pub fn untagged(app: &mut App, _: Given) -> Effects {
    app.want(|wanted| Wanted {
        untagged: !wanted.untagged,
        ..wanted
    })
}

fn choose(app: &mut App, purpose: Purpose, of: fn(&Wanted) -> &Vec<TagId>) -> Effects {
    if let Some(page) = app.collection() {
        let chosen = of(&page.wanted).clone();
        app.pick(Target::Choice(purpose), false, chosen, String::new());
    }
    Effects::new()
}
