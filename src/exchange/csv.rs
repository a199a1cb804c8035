//! How does a passage look in a spreadsheet? A row a passage and tag (RFC 4180).
//!
//! A passage without a tag has one row. An article that bears a tag or a note as a whole has
//! rows with neither passage nor place. A cell that a spreadsheet would take for a formula
//! begins with `'`.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{About, Export, Leaving, Tags, moment};
use crate::passage::Tag;

const COLUMNS: [&str; 20] = [
    "id",
    "article_id",
    "title",
    "source",
    "author",
    "published",
    "url",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "tag",
    "tag_parent",
    "note",
    "colour",
    "coder",
    "created",
    "modified",
    "state",
];

/// What Excel takes for the sign of UTF-8; others take it for a letter.
const MARK: &str = "\u{feff}";

/// Writes rows.
#[derive(Debug)]
pub struct Csv<W> {
    out: W,
    tags: Tags,
    about: Option<About>,
}

impl<W: Write> Csv<W> {
    /// Begins with the names of the columns; for Excel with the mark that it asks for.
    pub fn new(mut out: W, tags: Vec<Tag>, excel: bool) -> io::Result<Self> {
        if excel {
            out.write_all(MARK.as_bytes())?;
        }
        row(&mut out, &COLUMNS.map(Cow::Borrowed))?;
        Ok(Self {
            out,
            tags: tags.into(),
            about: None,
        })
    }

    /// The rows of a passage, or of an article as a whole.
    fn rows(&mut self, about: &About, said: &Said<'_>) -> io::Result<()> {
        let meta = &about.meta;
        let text = |text: &Option<String>| Cow::Owned(text.clone().unwrap_or_default());
        let tags: Vec<Option<&Tag>> = match said.tags {
            [] => vec![None],
            ids => self.tags.of(ids).map(Some).collect(),
        };
        for tag in tags {
            let cells: [Cow<'_, str>; 20] = [
                said.id.into(),
                about.id.as_str().into(),
                (&meta.title).into(),
                text(&meta.source),
                text(&meta.author),
                meta.date.map(String::from).unwrap_or_default().into(),
                text(&meta.url),
                said.words[0].into(),
                said.words[1].into(),
                said.words[2].into(),
                said.place[0].as_str().into(),
                said.place[1].as_str().into(),
                tag.map_or("", |tag| &tag.name).into(),
                tag.map_or("", |tag| self.tags.above(tag)).into(),
                said.note.into(),
                said.colour.into(),
                said.coder.into(),
                said.times[0].as_str().into(),
                said.times[1].as_str().into(),
                said.state.into(),
            ];
            row(&mut self.out, &cells)?;
        }
        Ok(())
    }
}

/// What the rows of one passage share.
#[derive(Default)]
struct Said<'a> {
    id: &'a str,
    tags: &'a [crate::passage::TagId],
    /// Quote, prefix and suffix.
    words: [&'a str; 3],
    place: [String; 2],
    note: &'a str,
    colour: &'a str,
    coder: &'a str,
    times: [String; 2],
    state: &'a str,
}

impl<W: Write> Export for Csv<W> {
    fn article(&mut self, about: &About) -> io::Result<()> {
        self.about = Some(about.clone());
        let sheet = &about.sheet;
        if sheet.tags.is_empty() && sheet.note.is_empty() {
            return Ok(());
        }
        let said = Said {
            tags: &sheet.tags,
            note: &sheet.note,
            ..Said::default()
        };
        self.rows(about, &said)
    }

    fn passage(&mut self, leaving: &Leaving) -> io::Result<()> {
        let Some(about) = self.about.take() else {
            return Ok(());
        };
        let passage = &leaving.passage;
        let range = passage.placement.range();
        let place = |offset: Option<u32>| offset.map_or_else(String::new, |at| at.to_string());
        let selector = &passage.selector;
        let said = Said {
            id: passage.id.as_str(),
            tags: &passage.tags,
            words: [&selector.quote, &selector.prefix, &selector.suffix],
            place: [place(range.map(|r| r.start)), place(range.map(|r| r.end))],
            note: &passage.note,
            colour: self.tags.colour(passage).map_or("", |colour| colour.name()),
            coder: &passage.coder,
            times: [passage.created, passage.modified].map(|at| moment(at).unwrap_or_default()),
            state: passage.placement.state(),
        };
        let done = self.rows(&about, &said);
        self.about = Some(about);
        done
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn row(out: &mut impl Write, cells: &[Cow<'_, str>]) -> io::Result<()> {
    for (nth, cell) in cells.iter().enumerate() {
        if nth > 0 {
            out.write_all(b",")?;
        }
        let guard = if formula(cell) { "'" } else { "" };
        if cell.contains([',', '"', '\r', '\n']) {
            write!(out, "\"{guard}{}\"", cell.replace('"', "\"\""))?;
        } else {
            write!(out, "{guard}{cell}")?;
        }
    }
    out.write_all(b"\r\n")
}

/// Whether a spreadsheet would reckon instead of showing the words.
fn formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exchange::sample,
        passage::{Placement, Sheet},
    };

    fn written(about: &About, passages: &[&Leaving], excel: bool) -> String {
        let (tags, ..) = sample::all();
        let mut out = Vec::new();
        let mut csv = Csv::new(&mut out, tags, excel).unwrap();
        csv.article(about).unwrap();
        for leaving in passages {
            csv.passage(leaving).unwrap();
        }
        csv.end().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_row_is_a_passage_and_a_tag() {
        let (_, mut about, leaving) = sample::all();
        about.sheet = Sheet::default();
        let text = written(&about, &[&leaving], false);
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], COLUMNS.join(","));
        let begins = format!(
            "{},abcdefghijklmn23,\"عنوان: \"\"المقال\"\"\",صحيفة,,2025-06-20,https://example.org/a,\
             نعم\u{202e}!,قال , ثم,10,14,",
            sample::PASSAGE
        );
        let ends = "\"ملاحظة **مهمة**\n\nوسطر آخر\",cyan,ليلى,2025-06-20T17:00:00.123Z,2025-06-20T17:00:00.456Z,moved";
        assert_eq!(rows[1], format!("{begins}السياسة,,{ends}"));
        assert_eq!(rows[2], format!("{begins}سياسة خارجية,السياسة,{ends}"));
        assert_eq!(rows[3..], [""]);
    }

    #[test]
    fn what_bears_no_tag_has_one_row() {
        let (_, mut about, mut leaving) = sample::all();
        leaving.passage.tags.clear();
        leaving.passage.placement = Placement::Orphan;
        let text = written(&about, &[&leaving], false);
        assert!(text.contains(" ثم,,,,,\"ملاحظة"), "{text}");
        assert!(text.ends_with(",orphan\r\n"), "{text}");
        about.sheet.tags.clear();
        about.sheet.note = "عن المقال".to_owned();
        assert!(written(&about, &[], false).ends_with(",,,,,,,,عن المقال,,,,,\r\n"));
    }

    #[test]
    fn no_cell_is_a_formula_and_excel_has_its_mark() {
        let (_, mut about, mut leaving) = sample::all();
        about.meta.title = "=1+1".to_owned();
        leaving.passage.note = "-\"نعم\"".to_owned();
        let text = written(&about, &[&leaving], true);
        assert!(text.starts_with("\u{feff}id,"), "{text}");
        assert!(
            text.contains(",'=1+1,") && text.contains(",\"'-\"\"نعم\"\"\","),
            "{text}"
        );
    }
}
