//! What does the reader write in the margin?

use super::{Drawer, Target, code};
use crate::{
    app::{App, Code, Effect, Effects, Key, Line},
    desk::Request,
    passage::Deed,
};

/// A note that is being written.
#[derive(Debug)]
pub struct Note {
    /// What it stands beside.
    pub target: Target,
    /// Its text.
    pub line: Line,
    /// As it was; none where it could not be kept.
    before: Option<String>,
}

impl Note {
    /// The note that an order of the codebook's lane is to keep, if it is one; none for other orders.
    #[expect(clippy::option_option, reason = "an order, and perhaps a note in it")]
    pub(in crate::app) fn under_way(effect: &Effect) -> Option<Option<(Target, String)>> {
        let Effect::Order(Request::Code(deeds)) = effect else {
            return None;
        };
        Some(match deeds.first() {
            Some(Deed::Mark(wish, _, text)) if !text.is_empty() => {
                Some((Target::Span(wish.clone()), text.clone()))
            }
            Some(Deed::Note(id, text)) => Some((Target::Passages(vec![id.clone()]), text.clone())),
            Some(Deed::NoteArticle(id, text)) => {
                Some((Target::Articles(vec![id.clone()]), text.clone()))
            }
            Some(Deed::Describe(id, text)) => Some((Target::Tag(id.clone()), text.clone())),
            _ => None,
        })
    }
}

impl App {
    /// Opens a note; one that was left unfinished goes on.
    pub(in crate::app) fn write_on(&mut self, target: Target, text: &str) {
        let draft = self.draft.take_if(|(own, _)| *own == target);
        self.write(target, text);
        if let (Some((_, draft)), Some(Drawer::Note(note))) = (draft, &mut self.drawer) {
            note.line = Line::many(&draft);
        }
    }

    /// What others made of the note meanwhile, as far as it is known.
    fn note_now(&self, target: &Target) -> Option<&str> {
        let Target::Passages(ids) = target else {
            return None;
        };
        let reader = self.reader.as_ref()?;
        let mut all = reader.coding.passages.iter();
        let own = all.find(|passage| ids.contains(&passage.id))?;
        Some(&own.note)
    }

    /// Opens a note that could not be kept, as it was written; where something else is open it
    /// waits.
    pub(in crate::app) fn write_again(&mut self, target: Target, text: String) {
        if self.drawer.is_some() {
            self.draft = Some((target, text));
            return;
        }
        self.write(target, &text);
        if let Some(Drawer::Note(note)) = &mut self.drawer {
            note.before = None;
        }
    }

    /// Opens a note.
    pub(in crate::app) fn write(&mut self, target: Target, text: &str) {
        self.drawer = Some(Drawer::Note(Note {
            target,
            line: Line::many(text),
            before: Some(text.to_owned()),
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
        let mut text = note.line.text().trim_end().to_owned();
        if note.before.as_ref() == Some(&text) {
            return Effects::new();
        }
        if let Some(now) = self
            .note_now(&note.target)
            .filter(|now| note.before.as_deref().is_some_and(|before| before != *now))
        {
            // somebody else wrote there meanwhile: neither text is lost
            text = format!("{now}\n\n{text}");
        }
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
            let changed = Some(note.line.text().trim_end()) != note.before.as_deref();
            let left = (note.target.clone(), note.line.text().to_owned());
            app.close_drawer();
            if changed {
                app.draft = Some(left);
                app.tell("note-left", &[]);
            }
        }
        _ => {
            note.line.key(key, direction);
        }
    }
    Effects::new()
}
