//! What was the text before?

use std::mem;

/// So many states are kept.
const MOST: usize = 200;

/// The states that can be gone back to, and those that can be brought back.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    before: Vec<(String, usize)>,
    after: Vec<(String, usize)>,
    /// Whether the last change was a letter: the next one belongs to it.
    typing: bool,
}

impl Past {
    /// Keeps the state before a change.
    pub(super) fn keep(&mut self, text: &str, caret: usize) {
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push((text.to_owned(), caret));
        self.after.clear();
        self.typing = false;
    }

    /// Keeps the state before a letter, once for all letters that come together.
    pub(super) fn type_on(&mut self, text: &str, caret: usize) {
        if !self.typing {
            self.keep(text, caret);
            self.typing = true;
        }
    }

    /// The letters that come next are undone apart from those before.
    pub(super) fn end_word(&mut self) {
        self.typing = false;
    }

    /// Puts the state before this one in its place; false where there is none.
    pub(super) fn undo(&mut self, text: &mut String, caret: &mut usize) -> bool {
        self.typing = false;
        travel(&mut self.before, &mut self.after, text, caret)
    }

    /// Puts the state that was undone last in the place of this one; false where none was.
    pub(super) fn redo(&mut self, text: &mut String, caret: &mut usize) -> bool {
        self.typing = false;
        travel(&mut self.after, &mut self.before, text, caret)
    }
}

fn travel(
    from: &mut Vec<(String, usize)>,
    to: &mut Vec<(String, usize)>,
    text: &mut String,
    caret: &mut usize,
) -> bool {
    let Some(state) = from.pop() else {
        return false;
    };
    to.push((mem::replace(text, state.0), mem::replace(caret, state.1)));
    true
}
