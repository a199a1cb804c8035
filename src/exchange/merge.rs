//! What of a file of notes is ours, and what of it is new?
//!
//! A block or head that still has the hash it was written with is ours: it is written anew where
//! it stands. One that the reader has changed is the reader's: it stays, and is not written a
//! second time. A new block goes after the one before it in the article, a new article to the
//! end. Nothing is ever taken out.

use std::{
    collections::HashMap,
    io::{self, Write},
    ops::Range,
};

use super::{
    About, Export, Leaving, Tags,
    md::{self, FENCE, FIELD, SEAL},
};

/// Writes Markdown, into notes that are there already or into a new file.
#[derive(Debug)]
pub struct Markdown<W> {
    out: W,
    tags: Tags,
    old: Old,
    /// Bytes of the old text and what comes in their place.
    patches: Vec<(Range<usize>, String)>,
    /// The byte of the old text after which the next new block goes; none: after all of it.
    cursor: Option<usize>,
    /// Whether something was written after the old text.
    begun: bool,
    kept: u32,
}

impl<W: Write> Markdown<W> {
    /// Begins with these tags, and with what the file says already.
    pub fn new(out: W, tags: impl Into<Tags>, old: String) -> Self {
        Self {
            out,
            tags: tags.into(),
            old: Old::new(old),
            patches: Vec::new(),
            cursor: None,
            begun: false,
            kept: 0,
        }
    }

    /// What it wrote to, how many blocks and heads stayed as the reader has changed them, and
    /// the tags.
    pub fn close(self) -> (W, u32, Tags) {
        (self.out, self.kept, self.tags)
    }

    /// Writes a part in the place of the old one of this name, or where it belongs.
    fn part(&mut self, id: &str, new: String) -> io::Result<()> {
        if let Some(part) = self.old.parts.get(id) {
            self.cursor = Some(part.range.end);
            if !part.ours {
                self.kept += 1;
            } else if self.old.text[part.range.clone()] != new {
                self.patches.push((part.range.clone(), new));
            }
        } else if let Some(at) = self.cursor {
            self.patches.push((at..at, format!("\n{new}")));
        } else {
            self.append(&new)?;
        }
        Ok(())
    }

    /// What goes to the end goes out at once, unless patches of what is before may yet come.
    fn append(&mut self, new: &str) -> io::Result<()> {
        let end = self.old.text.len();
        let first = end == 0 && !self.begun;
        let open = match self.old.text.as_bytes().last() {
            Some(b) if *b != b'\n' && !self.begun => "\n\n",
            _ if first => "",
            _ => "\n",
        };
        self.begun = true;
        if end == 0 {
            write!(self.out, "{open}{new}")
        } else {
            self.patches.push((end..end, format!("{open}{new}")));
            Ok(())
        }
    }
}

impl<W: Write> Export for Markdown<W> {
    fn article(&mut self, about: &About) -> io::Result<()> {
        self.cursor = None;
        let name = head_name(about.id.as_str());
        let top = match self.old.parts.get(&name) {
            Some(part) => part.range.start == 0,
            None => self.old.text.is_empty() && !self.begun,
        };
        self.part(&name, md::head(about, &self.tags, top))?;
        match md::sheet(about, &self.tags) {
            Some(block) => self.part(about.id.as_str(), block),
            None => Ok(()),
        }
    }

    fn passage(&mut self, leaving: &Leaving) -> io::Result<()> {
        let block = md::passage(&leaving.passage, &self.tags);
        self.part(leaving.passage.id.as_str(), block)
    }

    fn end(&mut self) -> io::Result<()> {
        self.patches
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut at = 0;
        for (range, new) in &self.patches {
            self.out
                .write_all(&self.old.text.as_bytes()[at..range.start])?;
            self.out.write_all(new.as_bytes())?;
            at = range.end;
        }
        self.out.write_all(&self.old.text.as_bytes()[at..])?;
        self.out.flush()
    }
}

/// A text with the parts in it that bear names of ours.
#[derive(Debug)]
struct Old {
    text: String,
    parts: HashMap<String, Part>,
}

/// A block by the name of its passage or article, or a head.
#[derive(Debug)]
struct Part {
    /// Its bytes.
    range: Range<usize>,
    /// Whether it is as it was written.
    ours: bool,
}

fn head_name(id: &str) -> String {
    format!("head {id}")
}

impl Old {
    fn new(text: String) -> Self {
        let mut lines = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            lines.push(at..at + line.len());
            at += line.len();
        }
        let mut parts = HashMap::new();
        let mut nth = 0;
        while nth < lines.len() {
            let line = text[lines[nth].clone()].trim_end();
            let found = if let Some(id) = line.strip_prefix('^').filter(|id| is_name(id)) {
                Some((id.to_owned(), block(&text, &lines, nth)))
            } else {
                let id = line
                    .strip_prefix(FIELD)
                    .and_then(|rest| rest.split(' ').next());
                id.map(|id| (head_name(id), head(&text, &lines, nth)))
            };
            nth += 1;
            let Some((id, part)) = found else { continue };
            while nth < lines.len() && lines[nth].start < part.range.end {
                nth += 1;
            }
            // of two the first is meant, as by a link
            parts.entry(id).or_insert(part);
        }
        Self { text, parts }
    }
}

/// Whether a name is a passage's or an article's.
fn is_name(id: &str) -> bool {
    let lengths = [16, 36];
    let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    lengths.contains(&id.len()) && id.bytes().all(letters)
}

/// The block whose name stands in this line.
fn block(text: &str, lines: &[Range<usize>], named: usize) -> Part {
    let line = |nth: usize| text[lines[nth].clone()].trim_end();
    let below = named + 1..lines.len();
    let next = |nth: &usize| line(*nth).starts_with('^') || line(*nth).starts_with(SEAL);
    let seal = below
        .clone()
        .find(next)
        .filter(|nth| line(*nth).starts_with(SEAL));
    let Some(seal) = seal else {
        let range = lines[named].clone();
        return Part { range, ours: false };
    };
    let hash = line(seal)[SEAL.len()..]
        .split(' ')
        .next()
        .unwrap_or_default();
    let end = lines[seal].end;
    let before = text[lines[seal].clone()].len();
    // the quote goes up from the name, and a quote of the reader's may touch it
    let quotes = (0..named.saturating_sub(1))
        .rev()
        .take_while(|nth| line(*nth).starts_with('>') && line(named - 1).is_empty());
    let starts = std::iter::once(named).chain(quotes);
    for start in starts {
        let start = lines[start].start;
        if md::hash(&text[start..end - before]) == hash {
            return Part {
                range: start..end,
                ours: true,
            };
        }
    }
    Part {
        range: lines[named].start..end,
        ours: false,
    }
}

/// The head whose last field stands in this line.
fn head(text: &str, lines: &[Range<usize>], field: usize) -> Part {
    let line = |nth: usize| text[lines[nth].clone()].trim_end();
    let hash = line(field)
        .trim_end_matches('"')
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    let up = (0..field)
        .rev()
        .find(|nth| ["---", FENCE].contains(&line(*nth)));
    let down = (field + 1..lines.len()).find(|nth| ["---", "```"].contains(&line(*nth)));
    let (Some(up), Some(down)) = (up, down) else {
        let range = lines[field].clone();
        return Part { range, ours: false };
    };
    // with the title: below front matter, above a fence
    let (first, last) = if line(up) == FENCE {
        (up.saturating_sub(2), down)
    } else {
        (up, (down + 2).min(lines.len() - 1))
    };
    let range = lines[first].start..lines[last].end;
    let rest = format!(
        "{}{}",
        &text[range.start..lines[field].start],
        &text[lines[field].end..range.end]
    );
    if md::hash(&rest) == hash {
        return Part { range, ours: true };
    }
    Part {
        range: lines[up].start..lines[down].end,
        ours: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{exchange::sample, passage::Tag};

    fn written(old: &str, each: &[(&About, &[&Leaving])], tags: &[Tag]) -> (String, u32) {
        let mut out = Vec::new();
        let mut writer = Markdown::new(&mut out, tags.to_vec(), old.to_owned());
        for (about, passages) in each {
            writer.article(about).unwrap();
            for leaving in *passages {
                writer.passage(leaving).unwrap();
            }
        }
        writer.end().unwrap();
        let (_, kept, _) = writer.close();
        (String::from_utf8(out).unwrap(), kept)
    }

    #[test]
    fn a_second_export_changes_nothing() {
        let (tags, about, leaving) = sample::all();
        let other = sample::another(&about);
        let all: [(&About, &[&Leaving]); 2] = [(&about, &[&leaving]), (&other, &[])];
        let (first, _) = written("", &all, &tags);
        assert_eq!(written(&first, &all, &tags), (first.clone(), 0));
        let windows = first.replace('\n', "\r\n");
        assert_eq!(written(&windows, &[], &tags), (windows.clone(), 0));
    }

    #[test]
    fn the_readers_own_words_stay_and_ours_are_renewed() {
        let (tags, about, mut leaving) = sample::all();
        let (first, _) = written("", &[(&about, &[&leaving])], &tags);
        let own = format!("{first}\nكلامي بعدها\n\n> اقتباسي\n");
        let own = own.replace("\n> ", "\nكلامي قبلها\n\n> اقتباس آخر\n> ");
        leaving.passage.note = "ملاحظة جديدة".to_owned();
        let second = sample::second(&leaving);
        let (merged, kept) = written(&own, &[(&about, &[&leaving, &second])], &tags);
        assert_eq!(kept, 0);
        for line in ["كلامي قبلها", "> اقتباس آخر", "كلامي بعدها", "> اقتباسي"]
        {
            assert!(merged.lines().any(|l| l == line), "{line}: {merged}");
        }
        assert!(
            merged.contains("ملاحظة جديدة") && !merged.contains("وسطر آخر"),
            "{merged}"
        );
        let at = |text: &str| merged.find(text).unwrap();
        assert!(at(sample::PASSAGE) < at(sample::SECOND) && at(sample::SECOND) < at("كلامي بعدها"));
        assert_eq!(merged.matches(sample::PASSAGE).count(), 1);
    }

    #[test]
    fn what_the_reader_changed_within_a_block_is_the_readers() {
        let (tags, about, mut leaving) = sample::all();
        let (first, _) = written("", &[(&about, &[&leaving])], &tags);
        leaving.passage.note = "ملاحظة جديدة".to_owned();
        for own in [
            first.replace("وسطر آخر", "وسطر آخر لي"),
            first.replace(SEAL, "<!-- "),
        ] {
            let (merged, kept) = written(&own, &[(&about, &[&leaving])], &tags);
            assert_eq!(merged, own);
            assert!(kept > 0);
        }
        let own = first.replace("\ntitle: ", "\nmine: 1\ntitle: ");
        let (merged, kept) = written(&own, &[(&about, &[&leaving])], &tags);
        assert!(merged.starts_with("---\nmine: 1\n") && merged.contains("ملاحظة جديدة"));
        assert_eq!(kept, 1);
    }

    #[test]
    fn a_new_article_goes_to_the_end() {
        let (tags, about, leaving) = sample::all();
        let (merged, _) = written("مذكراتي", &[(&about, &[&leaving])], &tags);
        assert!(merged.starts_with("مذكراتي\n\n# عنوان"), "{merged}");
        assert!(merged.contains(FENCE));
    }
}
