//! How the open article looks: its direction, what was set aside, colours, nothing else.

use super::{
    Aim, App, Effect, Effects, Reader, Selection, Span,
    coding::tags as margin_tags,
    command::Given,
    paper::{Paper, Setting},
};
use crate::{
    article::{Block, Kind},
    config::{Setting as Row, Theme},
    desk::{Coding, Loaded, Spot},
    text::{Direction, Options, Typesetter},
    words::isolated,
};

/// The paragraphs' own directions, then all from right to left, then all from left to right.
pub fn direction(app: &mut App, _: Given) -> Effects {
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let (direction, said) = match reader.direction {
        None => (Some(Direction::Rtl), "direction-rtl"),
        Some(Direction::Rtl) => (Some(Direction::Ltr), "direction-ltr"),
        Some(Direction::Ltr) => (None, "direction-own"),
    };
    reader.direction = direction;
    app.tell(said, &[]);
    app.lay_again(None);
    Effects::new()
}

/// Shows what was set aside, or hides it.
pub fn clutter(app: &mut App, _: Given) -> Effects {
    if let Some(reader) = &mut app.reader {
        let aside = |block: &Block| !block.kind.in_text();
        if !reader.loaded.article.blocks.iter().any(aside) {
            app.tell("no-clutter", &[]);
            return Effects::new();
        }
        reader.clutter = !reader.clutter;
        let said = if reader.clutter {
            "clutter-shown"
        } else {
            "clutter-hidden"
        };
        app.tell(said, &[]);
        app.lay_again(None);
    }
    Effects::new()
}

/// Only the text, or everything.
pub fn zen(app: &mut App, _: Given) -> Effects {
    app.zen = !app.zen;
    Effects::new()
}

/// The next theme.
pub fn theme(app: &mut App, _: Given) -> Effects {
    let themes = [Theme::Auto, Theme::Dark, Theme::Light, Theme::Mono];
    let at = themes.iter().position(|theme| *theme == app.settings.theme);
    app.settings.theme = themes[at.map_or(0, |at| (at + 1) % themes.len())];
    let Some(row) = Row::named("theme") else {
        return Effects::new();
    };
    let said = app.value_of(row);
    app.tell("theme-now", &[("theme", (&said).into())]);
    vec![Effect::Save(row.key, row.value(&app.settings))]
}

impl Reader {
    /// Where it is left.
    pub fn spot(&self) -> Spot {
        Spot {
            version: self.loaded.entry.version,
            offset: self.offset(),
        }
    }
}

impl App {
    /// An article on its page, as the settings want it.
    pub(super) fn lay(
        &self,
        loaded: Loaded,
        coding: Coding,
        clutter: bool,
        direction: Option<Direction>,
    ) -> Reader {
        let under = self.notes_under();
        let aside = loaded
            .article
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, Kind::Clutter(_)))
            .count() as u64;
        let shown = !clutter && aside > 0;
        let setting = Setting {
            facts: self.facts(&loaded),
            aside: shown.then(|| {
                let keys = self.key_of("clutter");
                let arguments = [("count", aside.into()), ("keys", (&keys).into())];
                self.words.say("set-aside", &arguments)
            }),
            clutter,
            notes: if under {
                self.notes(&coding)
            } else {
                Vec::new()
            },
            options: Options {
                direction,
                ..self.options()
            },
            direction: self.direction(),
        };
        let area = self.panes.text.unwrap_or(super::Area {
            width: self.settings.measure,
            height: 24,
            ..super::Area::default()
        });
        let paper = Paper::new(&loaded.article, &setting, usize::from(area.width));
        let mut reader = Reader::new(loaded, paper, usize::from(area.height));
        reader.clutter = clutter;
        reader.direction = direction;
        reader.under = under;
        reader.take_coding(coding);
        reader
    }

    /// The open article on its page anew, perhaps as it is now, the cursor on the same place
    /// of its text.
    pub(super) fn lay_again(&mut self, newer: Option<(Loaded, Coding)>) {
        let Some(mut old) = self.reader.take() else {
            return;
        };
        let (loaded, coding) = match newer {
            Some((newer, coding)) if newer.article == old.loaded.article && !old.under => {
                // nothing of it is seen elsewhere than in the list and beside it
                old.loaded = newer;
                old.take_coding(coding);
                self.reader = Some(old);
                return;
            }
            Some(newer) => newer,
            None => (old.loaded.clone(), std::mem::take(&mut old.coding)),
        };
        let row = old.row_of_cursor().unwrap_or(0);
        let near = old.near_here().map(|near| near.entry.id.clone());
        let offset = old.offset();
        let found = old.found.take();
        let offset_of = |cursor| old.paper.offset(cursor);
        let ends = |s: Selection| (offset_of(s.anchor), offset_of(s.head), s.rows);
        let (selection, selected) = (old.selection.map(ends), old.selected.map(ends));
        let leapt = old.leapt.map(offset_of);
        let aim = old
            .aim
            .map(|aim| (offset_of(aim.span.from), offset_of(aim.span.to), aim.unit));
        let mut reader = self.lay(loaded, coding, old.clutter, old.direction);
        reader.visited = old.visited;
        (reader.old, reader.gone) = (old.old, old.gone);
        (reader.walked, reader.bounding) = (old.walked.take(), old.bounding.take());
        let place = |offset| reader.paper.cursor(offset);
        let taken = |(anchor, head, rows)| Selection {
            anchor: place(anchor),
            head: place(head),
            rows,
        };
        let (selection, selected) = (selection.map(taken), selected.map(taken));
        let leapt = leapt.map(place);
        reader.aim = aim.map(|(from, to, unit)| Aim {
            span: Span {
                from: place(from),
                to: place(to),
            },
            unit,
        });
        (reader.selection, reader.selected, reader.leapt) = (selection, selected, leapt);
        let cursor = reader.paper.cursor(offset);
        reader.stand(cursor);
        reader.show_at(row.min(reader.height.saturating_sub(1)));
        reader.follow();
        if let Some(found) = found {
            reader.look_again(found);
        }
        reader.sought = old.sought.take();
        self.reader = Some(reader);
        if let Some(foot) = old.foot.take() {
            self.put_foot(foot.related, near);
        }
    }

    /// Whether notes stand under their paragraphs: there is no margin.
    fn notes_under(&self) -> bool {
        self.panes.margin.is_none() && !self.zen
    }

    /// Puts the notes where there is room for them now.
    pub(super) fn lay_notes(&mut self) {
        let under = self.notes_under();
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.under != under) else {
            return;
        };
        reader.under = under;
        if !reader.coding.passages.is_empty() {
            self.lay_again(None);
        }
    }

    /// What stands under the paragraphs: where each passage begins, its number, its tags and
    /// its note.
    fn notes(&self, coding: &Coding) -> Vec<(u32, usize, String)> {
        let mut notes = Vec::new();
        for (number, passage) in coding.passages.iter().enumerate() {
            let Some(range) = passage.placement.range() else {
                continue;
            };
            let tags = passage.tags.iter().filter_map(|id| coding.tag(id));
            let (tags, _) = margin_tags(self, tags);
            let mut text = tags;
            if !passage.note.is_empty() {
                text += if text.is_empty() { "" } else { "\n" };
                text += &passage.note;
            }
            if !text.is_empty() {
                notes.push((range.start, number, text));
            }
        }
        notes
    }

    /// Source, author, section and date of an article, parted by rules.
    fn facts(&self, loaded: &Loaded) -> String {
        let meta = &loaded.article.meta;
        let date = match meta.date {
            Some(date) => self.words.date(&date.to_string()),
            None => self.words.say("undated", &[]),
        };
        let source = meta.source.clone().or_else(|| loaded.entry.source());
        let parts = [
            source,
            meta.author.clone(),
            meta.section.clone(),
            Some(date),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            // where they do not fit into a row, they part between one another
            .map(|part| isolated(&part.replace(' ', "\u{a0}")))
            .collect();
        // the line runs as the title does
        let title = Typesetter::default().set(&meta.title, self.direction(), &[]);
        let mark = match title.direction() {
            Direction::Rtl => '\u{200f}',
            Direction::Ltr => '\u{200e}',
        };
        format!("{mark}{}", parts.join(" | "))
    }
}
