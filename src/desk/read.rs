//! What does one file say, without adding it?

use std::ops::ControlFlow;

use super::{
    Source,
    add::{Document, Item, each},
};
use crate::{
    error::Error,
    import::{Reading, read},
};

/// The one article of a file or of standard input, and its bytes.
pub fn peek(source: &Source) -> Result<(Reading, Vec<u8>), Error> {
    if let Source::Path(path) = source
        && path.is_dir()
    {
        return Err(Error::Directory(path.clone()));
    }
    let mut found: Option<Document> = None;
    let mut trouble = None;
    let _ = each(source, &mut |item| match item {
        Item::Document(document) if found.is_none() => {
            found = Some(document);
            ControlFlow::Continue(())
        }
        Item::Document(document) => {
            trouble = Some(Error::Many(document.file));
            ControlFlow::Break(())
        }
        Item::Failed(_, error) => {
            trouble = Some(error);
            ControlFlow::Break(())
        }
        Item::End => ControlFlow::Continue(()),
    });
    if let Some(error) = trouble {
        return Err(error);
    }
    let document = found.ok_or_else(|| Error::Empty(source.to_string()))?;
    let reading = read(
        &document.bytes,
        document.form,
        document.origin.name.as_deref(),
    )
    .map_err(|refusal| document.refused(refusal))?;
    Ok((reading, document.bytes))
}
