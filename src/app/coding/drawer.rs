//! What is open under the text, and what is it about? The picker of tags, a note, what is related.

use super::{Note, Picker, Purpose, note, picker};
use crate::{
    app::{App, Effects, Key, Neighbours, Panes},
    article::ArticleId,
    passage::{PassageId, TagId, Wish},
};

/// What is open under the text.
#[derive(Debug)]
pub enum Drawer {
    /// Tags are picked.
    Picker(Picker),
    /// A note is written.
    Note(Note),
    /// What is related is listed.
    Related(Box<Neighbours>),
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A span that becomes a passage.
    Span(Wish),
    /// Passages.
    Passages(Vec<PassageId>),
    /// Articles as a whole.
    Articles(Vec<ArticleId>),
    /// An entry of the codebook.
    Tag(TagId),
    /// The units that will be tagged one after the other.
    Units,
    /// Something else than that tags are given.
    Choice(Purpose),
}

impl Drawer {
    /// Whether keys are text in it.
    pub fn is_typing(&self) -> bool {
        !matches!(self, Self::Related(_))
    }

    /// Rows that it wants on a screen of this size; [`Panes::WHOLE`] for all of it.
    pub fn rows(&self, (width, height): (u16, u16)) -> u16 {
        let most = height / 2;
        match self {
            Self::Picker(_) => most.min(10),
            Self::Note(_) => most.min(12),
            Self::Related(_) if Panes::is_narrow(width) => Panes::WHOLE,
            Self::Related(_) => most.min(14),
        }
    }

    /// A pasted text.
    pub(in crate::app) fn paste(app: &mut App, text: &str) {
        match &mut app.drawer {
            Some(Self::Picker(picker)) => {
                picker.line.paste(text);
                picker::narrow(app);
            }
            Some(Self::Note(note)) => {
                note.line.paste(text);
            }
            Some(Self::Related(_)) | None => {}
        }
    }
}

/// A key while it is open.
pub(in crate::app) fn key(app: &mut App, key: Key) -> Effects {
    match app.drawer {
        Some(Drawer::Picker(_)) => picker::key(app, key),
        Some(Drawer::Note(_)) => note::key(app, key),
        Some(Drawer::Related(_)) | None => Effects::new(),
    }
}

impl App {
    /// Closes what is open under the text; what was aimed at is let go.
    pub(in crate::app) fn close_drawer(&mut self) -> Option<Drawer> {
        if let Some(reader) = &mut self.reader
            && self.sticky.is_none()
        {
            reader.aim = None;
        }
        self.drawer.take()
    }
}
