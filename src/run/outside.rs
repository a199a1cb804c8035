//! What happens outside of library and terminal: settings are written, addresses opened.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use super::spawn;
use crate::{
    config::{self, Setting},
    error::Error,
};

/// Writes a setting.
pub fn save(file: Option<&Path>, key: &str, value: &str) -> Result<(), Error> {
    let file = file.ok_or(Error::NoHome)?;
    match Setting::named(key) {
        Some(setting) => config::write(file, setting, value),
        None => Ok(()),
    }
}

/// Keeps how a terminal is to be served, beside the settings.
pub fn keep(settings: Option<&Path>, terminal: &str, way: &str) -> Result<(), Error> {
    let settings = settings.ok_or(Error::NoHome)?;
    config::write_terminal(&config::terminals_beside(settings), terminal, way)
}

/// Opens an address with a command of the reader's: its words, then the address.
pub fn browse(opener: &str, url: &str) -> Result<(), Error> {
    let mut words = opener.split_whitespace();
    let Some(program) = words.next() else {
        return Ok(());
    };
    let mut child = Command::new(program)
        .args(words)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Error::NoOpener(program.to_owned()))?;
    // it is waited for, so that it does not stay as a dead process
    let _ = spawn("opener", move || {
        let _ = child.wait();
    });
    Ok(())
}
