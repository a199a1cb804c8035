//! How do passages leave into a directory, a file an article?

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::replace::Replacement;
use crate::{
    exchange::{About, Export, Leaving, Markdown, Tags},
    passage::Tag,
};

/// Code points of a title in the name of a file.
const LONGEST: usize = 60;

/// The end of all their names, before which an article's name stands.
const END: &str = ".md";

/// A directory of notes.
pub struct Folder {
    directory: PathBuf,
    /// The files that are there, by the ids of their articles.
    there: HashMap<String, PathBuf>,
    /// Between two files.
    tags: Option<Tags>,
    open: Option<Markdown<Replacement>>,
    /// How many blocks and heads stayed as the reader has changed them.
    pub kept: u32,
}

impl Folder {
    /// The directory of a path, made where there is none.
    pub fn begin(path: &Path, tags: Vec<Tag>) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        let mut there = HashMap::new();
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let id = name
                .strip_suffix(END)
                .and_then(|name| name.rsplit('-').next());
            if let Some(id) = id {
                there.insert(id.to_owned(), path.clone());
            }
        }
        Ok(Self {
            directory: path.to_owned(),
            there,
            tags: Some(tags.into()),
            open: None,
            kept: 0,
        })
    }

    fn close(&mut self) -> io::Result<()> {
        let Some(mut open) = self.open.take() else {
            return Ok(());
        };
        open.end()?;
        let (file, kept, tags) = open.close();
        self.kept += kept;
        self.tags = Some(tags);
        file.finish()
    }
}

impl Export for Folder {
    fn article(&mut self, about: &About) -> io::Result<()> {
        self.close()?;
        let there = self.there.get(about.id.as_str()).cloned();
        let path = there.unwrap_or_else(|| self.directory.join(name(about)));
        let Some(tags) = self.tags.take() else {
            return Ok(());
        };
        let old = old_text(&path)?;
        let mut open = Markdown::new(Replacement::begin(&path)?, tags, old);
        open.article(about)?;
        self.open = Some(open);
        Ok(())
    }

    fn passage(&mut self, leaving: &Leaving) -> io::Result<()> {
        let open = self.open.as_mut();
        open.map_or(Ok(()), |open| open.passage(leaving))
    }

    fn end(&mut self) -> io::Result<()> {
        self.close()
    }
}

/// What a file says; nothing where there is none.
pub fn old_text(path: &Path) -> io::Result<String> {
    match fs::metadata(path) {
        Ok(old) if old.is_file() => fs::read_to_string(path),
        _ => Ok(String::new()),
    }
}

/// The title as far as every file system takes it, then the article's id.
fn name(about: &About) -> String {
    let mut name = String::new();
    for c in about.meta.title.chars().take(LONGEST) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with(' ') {
            name.push(' ');
        }
    }
    let name = name.trim_end().replace(' ', "-");
    let parts = [name.as_str(), about.id.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("-") + END
}
