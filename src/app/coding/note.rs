//! What does the reader write in the margin?

use super::{Drawer, Target, code};
use crate::{
    app::{App, Code, Effect, Effects, Key, Line},
    passage::Deed,
};

/// A note that is being written.
#[derive(Debug)]
pub struct Note {
    /// What it stands beside.
    pub target: Target,
    /// Its text.
    pub line: Line,
    /// As it was.
    before: String,
}

impl App {
    /// Opens a note.
    pub(in crate::app) fn write(&mut self, target: Target, text: &str) {
        self.drawer = Some(Drawer::Note(Note {
            target,
            line: Line::many(text),
            before: text.to_owned(),
        }));
    }

    /// What was written in the reader's own editor stands in the note; the note is still open.
    pub(in crate::app) fn written(&mut self, text: &str) {
        if let Some(Drawer::Note(note)) = &mut self.drawer {
            note.line = Line::many(text.trim_end_matches('\n'));
        }
    }

    /// Keeps the note that is open, if there is anything to keep.
    pub(in crate::app) fn keep_note(&mut self) -> Effects {
        if !matches!(self.drawer, Some(Drawer::Note(_))) {
            return Effects::new();
        }
        let Some(Drawer::Note(note)) = self.close_drawer() else {
            return Effects::new();
        };
        let text = note.line.text().trim_end().to_owned();
        if text == note.before {
            return Effects::new();
        }
        // until it is kept it can be brought back
        self.unkept = Some((note.target.clone(), text.clone()));
        let deed = match note.target {
            Target::Span(wish) => {
                if let Some(reader) = &mut self.reader {
                    reader.deselect();
                }
                Deed::Mark(wish, Vec::new(), text)
            }
            Target::Passages(mut ids) => match ids.pop() {
                Some(id) => Deed::Note(id, text),
                None => return Effects::new(),
            },
            Target::Articles(mut ids) => match ids.pop() {
                Some(id) => Deed::NoteArticle(id, text),
                None => return Effects::new(),
            },
            Target::Tag(id) => Deed::Describe(id, text),
            Target::Units | Target::Choice(_) => return Effects::new(),
        };
        code(vec![deed])
    }
}

/// A key: Escape keeps the note, Control-C leaves it as it was.
pub(super) fn key(app: &mut App, key: Key) -> Effects {
    let direction = app.direction();
    let Some(Drawer::Note(note)) = &mut app.drawer else {
        return Effects::new();
    };
    match key.code {
        Code::Esc => return app.keep_note(),
        Code::Enter if key.alt => return app.keep_note(),
        Code::Char('s') if key.ctrl => return app.keep_note(),
        Code::Char('e') if key.ctrl => return vec![Effect::Write(note.line.text().to_owned())],
        Code::Char('c') if key.ctrl => {
            let changed = note.line.text().trim_end() != note.before;
            app.close_drawer();
            if changed {
                app.tell("note-left", &[]);
            }
        }
        _ => {
            note.line.key(key, direction);
        }
    }
    Effects::new()
}
