//! What has the reader chosen?
//!
//! Files that the reader may write by hand: `config.toml` with the settings, and beside it
//! `keys.toml` with the keys of commands, `aliases.txt` with spellings of one name, and
//! `terminals.toml` with what was chosen for terminals. None has to exist, and nothing in them
//! is fatal: what cannot be read leaves its default and becomes a [`Complaint`], or an error
//! that is told.
//!
//! The table in `settings.rs` is the only list of settings: fields, names, values, defaults,
//! and (by name, `setting-…` in the interface's words) their help come from it. [`write()`]
//! changes one value and leaves the rest of the file, comments too, as it was.

mod choice;
mod complaint;
mod file;
mod form;
mod keys;
mod settings;
mod terminals;

pub use choice::{Ambiguous, Layout, MarkRead, Theme};
pub use complaint::{Complaint, Objection};
pub use file::{
    keys_beside, path, read, read_keys, read_spellings, read_terminals, spellings_beside,
    terminals_beside, write, write_terminal,
};
pub use form::Possible;
pub use keys::{Binding, Keys};
pub use settings::{BIDI, SETTINGS, Setting, Settings};
pub use terminals::Terminals;
