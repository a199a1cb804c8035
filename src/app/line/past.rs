//! What was the text before?

use std::ops::Range;

/// So many changes are kept,
const MOST: usize = 200;

/// and no more than this of what they took away, in bytes; the last that took anything away is
/// kept in any case.
const WEIGHT: usize = 1 << 20;

/// The changes that can be gone back over, and those that can be brought back.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    before: Vec<Change>,
    after: Vec<Change>,
    /// Whether the last change was a letter: the next one belongs to it.
    typing: bool,
}

/// What undoes a change: there, so many bytes give way to a text, and the caret returns.
#[derive(Debug, Clone)]
struct Change {
    at: usize,
    len: usize,
    text: String,
    caret: usize,
}

impl Past {
    /// Keeps a change before it is made: a range of the text gives way to `len` bytes.
    pub(super) fn keep(&mut self, text: &str, range: Range<usize>, len: usize, caret: usize) {
        self.before.push(Change {
            at: range.start,
            len,
            text: text[range].to_owned(),
            caret,
        });
        self.after.clear();
        self.typing = false;
        let mut weight = 0;
        let newest = self.before.iter().rev().take(MOST);
        let kept = newest.take_while(|change| {
            let before = weight;
            weight += change.text.len();
            before == 0 || weight <= WEIGHT
        });
        let old = self.before.len() - kept.count();
        self.before.drain(..old);
    }

    /// Keeps a letter of `len` bytes, together with those that it comes right after.
    pub(super) fn type_on(&mut self, text: &str, caret: usize, len: usize) {
        match self.before.last_mut() {
            Some(last) if self.typing && last.at + last.len == caret => last.len += len,
            _ => self.keep(text, caret..caret, len, caret),
        }
        self.typing = true;
    }

    /// The letters that come next are undone apart from those before.
    pub(super) fn end_word(&mut self) {
        self.typing = false;
    }

    /// Undoes the last change; false where there is none.
    pub(super) fn undo(&mut self, text: &mut String, caret: &mut usize) -> bool {
        self.typing = false;
        travel(&mut self.before, &mut self.after, text, caret)
    }

    /// Brings the change back that was undone last; false where none was.
    pub(super) fn redo(&mut self, text: &mut String, caret: &mut usize) -> bool {
        self.typing = false;
        travel(&mut self.after, &mut self.before, text, caret)
    }
}

fn travel(
    from: &mut Vec<Change>,
    to: &mut Vec<Change>,
    text: &mut String,
    caret: &mut usize,
) -> bool {
    let Some(change) = from.pop() else {
        return false;
    };
    let range = change.at..change.at + change.len;
    to.push(Change {
        at: change.at,
        len: change.text.len(),
        text: text[range.clone()].to_owned(),
        caret: *caret,
    });
    text.replace_range(range, &change.text);
    *caret = change.caret;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_but_for_the_last_that_was_taken_away() {
        let mut past = Past::default();
        let kept = |past: &Past| past.before.iter().map(|c| c.text.len()).collect::<Vec<_>>();
        for _ in 0..300 {
            past.keep("abc", 0..2, 0, 2);
        }
        assert_eq!(kept(&past), [2; MOST]);
        let long = "a".repeat(WEIGHT + 9);
        past.keep(&long, 0..WEIGHT - 4, 0, 0);
        assert_eq!(kept(&past), [2, 2, WEIGHT - 4]);
        past.keep(&long, 0..WEIGHT + 9, 0, 0);
        past.keep(&long, 0..0, 1, 0);
        assert_eq!(kept(&past), [WEIGHT + 9, 0]);
        past.keep(&long, 0..1, 0, 0);
        assert_eq!(kept(&past), [0, 1]);
    }
}
