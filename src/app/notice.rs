//! What does the line at the bottom say?

use super::App;
use crate::{error::Error, words::Argument};

/// A line at the bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether it tells of something that went wrong: it stays a key longer.
    pub error: bool,
    pub(super) seen: bool,
}

impl App {
    /// Says something in the line at the bottom.
    pub fn tell(&mut self, key: &str, arguments: &[(&str, Argument<'_>)]) {
        self.notice = Some(Notice {
            text: self.words.say(key, arguments),
            error: false,
            seen: false,
        });
    }

    /// Says what went wrong.
    pub fn tell_error(&mut self, error: &Error) {
        self.warn(self.words.error(error));
    }

    /// Says in a sentence what went wrong.
    pub fn warn(&mut self, text: String) {
        self.notice = Some(Notice {
            text,
            error: true,
            seen: false,
        });
    }

    /// Says what is wrong in the reader's own files: how much, and the first of it.
    pub fn complain(&mut self, complaints: &[String]) {
        let Some(first) = complaints.first() else {
            return;
        };
        let count = complaints.len() as u64;
        let many = self.words.say("complaints", &[("count", count.into())]);
        self.warn(if count > 1 {
            // both are lines of the interface: neither is set apart in the other
            format!("{many} {first}")
        } else {
            first.clone()
        });
    }

    /// A key was pressed: what the line says has been seen.
    pub(super) fn see_notice(&mut self) {
        match &mut self.notice {
            Some(notice) if notice.error && !notice.seen => notice.seen = true,
            _ => self.notice = None,
        }
    }
}
