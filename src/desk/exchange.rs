//! How do passages leave the library, and come into it?

use std::io::{self, Read};

use super::Desk;
use crate::{
    error::Error,
    exchange::{Export, Given, read},
    passage::Tag,
    store::{Imported, Wanted},
};

impl Desk {
    /// Tells all that is wanted to the export that `begin` makes of its tags and of the
    /// library's nonce; nothing at all without a library.
    pub fn export<X: Export, E: From<Error> + From<io::Error>>(
        &mut self,
        wanted: &Wanted,
        begin: impl FnOnce(Vec<Tag>, &str) -> io::Result<X>,
    ) -> Result<X, E> {
        if let Some(store) = self.reader()? {
            return store.leave(wanted, begin);
        }
        let mut export = begin(Vec::new(), "")?;
        export.end()?;
        Ok(export)
    }

    /// Takes in the annotations of a document of this name, all or nothing.
    pub fn import(&mut self, input: impl Read, name: &str) -> Result<Imported, Error> {
        self.existing()?;
        let given: Given = read(input, name)?;
        self.change(|w, maker| w.import(&given, maker))
    }
}
