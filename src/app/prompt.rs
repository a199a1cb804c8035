//! What is typed in the line at the bottom, and what does it lead to?

use super::{App, Code, Effect, Effects, Key, Line, Named, find, pages};
use crate::{
    desk::{View, Wanted},
    text::Cursor,
};

/// A line in which something is typed.
#[derive(Debug)]
pub struct Prompt {
    /// What for.
    pub kind: PromptKind,
    /// What has been typed.
    pub line: Line,
}

/// What a line is for.
#[derive(Debug, Clone, PartialEq)]
pub enum PromptKind {
    /// Words that the articles shown must have; what the list showed before.
    Filter {
        /// The view to which cancelling returns.
        before: View,
        /// The row that was current in it.
        row: Option<i64>,
    },
    /// Words that the passages shown must have in their quotes or notes.
    Passages {
        /// What was wanted before.
        before: Wanted,
    },
    /// What narrows the codebook.
    Tags {
        /// What did before.
        before: String,
    },
    /// The name of a tag.
    Name(Named),
    /// A text looked for in the article, from this place on.
    Find {
        /// Where the cursor was.
        from: Cursor,
        /// What was looked for before.
        before: String,
    },
}

/// A filter has so many words; those beyond have no say.
const MOST_WORDS: usize = 16;

impl Prompt {
    /// A line with what it begins with: the name that is changed, or what narrowed the rows so
    /// far, in whose place something else may be typed.
    pub fn new(kind: PromptKind, text: &str) -> Self {
        let line = match kind {
            PromptKind::Name(_) => Line::new(text),
            _ => Line::offering(text),
        };
        Self { kind, line }
    }
}

/// A key in the line.
pub(super) fn key(app: &mut App, key: Key) -> Effects {
    let cancels = key.code == Code::Esc || key == Key::ctrl('c');
    let Some(prompt) = &mut app.prompt else {
        return Effects::new();
    };
    if cancels || key.code == Code::Backspace && prompt.line.text().is_empty() {
        return cancel(app);
    }
    if key.code == Code::Enter {
        return accept(app);
    }
    let direction = app.direction();
    let Some(prompt) = &mut app.prompt else {
        return Effects::new();
    };
    if prompt.line.key(key, direction).changed() {
        return typed(app);
    }
    Effects::new()
}

/// A text pasted into it.
pub(super) fn paste(app: &mut App, text: &str) -> Effects {
    if let Some(prompt) = &mut app.prompt {
        prompt.line.paste(text);
    }
    typed(app)
}

fn typed(app: &mut App) -> Effects {
    let Some(prompt) = &app.prompt else {
        return Effects::new();
    };
    let text = prompt.line.text().to_owned();
    match prompt.kind.clone() {
        PromptKind::Filter { .. } => {
            let view = View {
                words: first_words(&text),
                ..app.list.view.clone()
            };
            app.view(view)
        }
        PromptKind::Passages { before } => {
            let (words, all, none) = app.sifted(&first_words(&text));
            app.want(|_| Wanted {
                all: [before.all, all].concat(),
                none: [before.none, none].concat(),
                words,
                ..before
            })
        }
        PromptKind::Tags { .. } => {
            app.narrow_book(&text);
            Effects::new()
        }
        PromptKind::Name(_) => Effects::new(),
        PromptKind::Find { from, .. } => {
            find::typed(app, from, &text);
            Effects::new()
        }
    }
}

fn accept(app: &mut App) -> Effects {
    let Some(prompt) = app.prompt.take() else {
        return Effects::new();
    };
    match prompt.kind {
        PromptKind::Name(named) => return pages::named(app, named, prompt.line.text()),
        PromptKind::Find { from, before } => find::accepted(app, from, &before),
        PromptKind::Filter { .. } | PromptKind::Passages { .. } | PromptKind::Tags { .. } => {}
    }
    Effects::new()
}

fn cancel(app: &mut App) -> Vec<Effect> {
    let Some(Prompt { kind, .. }) = app.prompt.take() else {
        return Effects::new();
    };
    match kind {
        PromptKind::Filter { before, row } if before != app.list.view => {
            let effects = app.view(before);
            row.into_iter().for_each(|row| app.list.seek(row));
            effects
        }
        PromptKind::Passages { before } => app.want(|_| before),
        PromptKind::Tags { before } => {
            app.narrow_book(&before);
            Effects::new()
        }
        PromptKind::Find { from, before } => {
            find::given_up(app, from, &before);
            Effects::new()
        }
        _ => Effects::new(),
    }
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        app::{Msg, articles, command::Given, update},
        config::Settings,
        words::Locale,
    };

    #[test]
    fn a_filter_heeds_its_first_words() {
        let today = date(2026, 1, 1);
        let mut app = App::new(Locale::plain(), Settings::default(), &[], (80, 24), today);
        articles::filter(&mut app, Given::default());
        update(&mut app, Msg::Paste(" one  two ".into()));
        assert_eq!(app.list.view.words, "one two");
        update(&mut app, Msg::Paste("more ".repeat(1000)));
        assert_eq!(
            app.list.view.words,
            format!("one two{}", " more".repeat(14))
        );
    }
}
