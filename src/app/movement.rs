//! Where does the cursor go?

use super::{App, Effects, Focus, Reader, articles, command::Given};
use crate::text::{Cursor, Side, Unit};

/// Down by rows, or by articles in the list.
pub fn row_down(app: &mut App, given: Given) -> Effects {
    rows(app, true, given.times())
}

/// Up by rows, or by articles in the list.
pub fn row_up(app: &mut App, given: Given) -> Effects {
    rows(app, false, given.times())
}

/// One cluster to the left, as seen.
pub fn left(app: &mut App, given: Given) -> Effects {
    step(app, Side::Left, given)
}

/// One cluster to the right, as seen.
pub fn right(app: &mut App, given: Given) -> Effects {
    step(app, Side::Right, given)
}

/// A window further; at the end of an article the next one.
pub fn page_down(app: &mut App, given: Given) -> Effects {
    if !app.in_rows()
        && app.focus == Focus::Reader
        && let Some(reader) = &mut app.reader
        && reader.at_end()
        && reader.selection.is_none()
    {
        return articles::next(app, Given::default());
    }
    pages(app, true, given, 1)
}

/// A window back.
pub fn page_up(app: &mut App, given: Given) -> Effects {
    pages(app, false, given, 1)
}

/// Half a window further.
pub fn half_down(app: &mut App, given: Given) -> Effects {
    pages(app, true, given, 2)
}

/// Half a window back.
pub fn half_up(app: &mut App, given: Given) -> Effects {
    pages(app, false, given, 2)
}

/// To the beginning, or to the paragraph or article of a number.
pub fn first(app: &mut App, given: Given) -> Effects {
    nth(app, given.count.unwrap_or(1))
}

/// To the end, or to the paragraph or article of a number.
pub fn last(app: &mut App, given: Given) -> Effects {
    nth(app, given.count.unwrap_or(usize::MAX))
}

/// To the beginning of the row.
pub fn row_start(app: &mut App, _: Given) -> Effects {
    edge(app, false)
}

/// To the end of the row.
pub fn row_end(app: &mut App, _: Given) -> Effects {
    edge(app, true)
}

/// To the next word.
pub fn word_next(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Word, true)
}

/// To the word before.
pub fn word_back(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Word, false)
}

/// To the end of the word.
pub fn word_end(app: &mut App, given: Given) -> Effects {
    onward(app, given, |reader| {
        reader.paper.page.unit_end(reader.cursor, Unit::Word)
    })
}

/// To the next clause.
pub fn clause_next(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Clause, true)
}

/// To the clause before.
pub fn clause_back(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Clause, false)
}

/// To the next sentence.
pub fn sentence_next(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Sentence, true)
}

/// To the sentence before.
pub fn sentence_back(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Sentence, false)
}

/// To the next paragraph.
pub fn paragraph_next(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Paragraph, true)
}

/// To the paragraph before.
pub fn paragraph_back(app: &mut App, given: Given) -> Effects {
    units(app, given, Unit::Paragraph, false)
}

/// The cursor's row comes to the middle of the window.
pub fn to_middle(app: &mut App, _: Given) -> Effects {
    show(app, |height| height / 2)
}

/// The cursor's row comes to the top of the window.
pub fn to_top(app: &mut App, _: Given) -> Effects {
    show(app, |_| 0)
}

/// The cursor's row comes to the bottom of the window.
pub fn to_bottom(app: &mut App, _: Given) -> Effects {
    show(app, |height| height.saturating_sub(1))
}

/// The text goes on by a row; the cursor stays as far as it can.
pub fn scroll_down(app: &mut App, given: Given) -> Effects {
    scroll_text(app, true, given.times())
}

/// The text goes back by a row.
pub fn scroll_up(app: &mut App, given: Given) -> Effects {
    scroll_text(app, false, given.times())
}

/// The list scrolls.
pub fn scroll_list(app: &mut App, down: bool, by: usize) -> Effects {
    app.list.scroll(down, by);
    Effects::new()
}

/// The text scrolls.
pub fn scroll_text(app: &mut App, down: bool, by: usize) -> Effects {
    if let Some(reader) = &mut app.reader {
        reader.scroll(down, by);
    }
    Effects::new()
}

fn rows(app: &mut App, down: bool, times: usize) -> Effects {
    if app.in_rows() {
        app.page_by(down, times);
        return Effects::new();
    }
    let Some(reader) = app.reading() else {
        let at = app.list.cursor;
        app.list.go(if down {
            at.saturating_add(times)
        } else {
            at.saturating_sub(times)
        });
        return Effects::new();
    };
    let column = reader.column();
    for _ in 0..times {
        let Some(cursor) = reader.paper.page.step_line(reader.cursor, down, column) else {
            break;
        };
        reader.cursor = cursor;
    }
    reader.follow();
    reader.goal = Some(column);
    Effects::new()
}

fn step(app: &mut App, side: Side, given: Given) -> Effects {
    onward(app, given, move |reader| {
        reader.paper.page.step(reader.cursor, side)
    })
}

/// What is selected grows and shrinks by whole units: it ends with the last letter of one, not
/// with the first of the next.
fn units(app: &mut App, given: Given, unit: Unit, forward: bool) -> Effects {
    onward(app, given, move |reader| {
        let page = &mut reader.paper.page;
        let here = reader.cursor;
        let selection = reader.selection.filter(|selection| !selection.rows);
        let anchor = selection.map(|selection| selection.anchor);
        match anchor {
            Some(anchor) if forward && anchor <= here => page.unit_end(here, unit),
            Some(anchor) if forward => {
                let next = page.next_unit(here, unit);
                next.filter(|next| *next <= anchor)
                    .or_else(|| page.unit_end(here, unit))
            }
            Some(anchor) if anchor < here => {
                let end = page.previous_unit_end(here, unit);
                end.filter(|end| *end >= anchor)
                    .or_else(|| page.previous_unit(here, unit))
            }
            _ if forward => page.next_unit(here, unit),
            _ => page.previous_unit(here, unit),
        }
    })
}

/// Goes on as often as asked, as far as there is somewhere to go.
fn onward(
    app: &mut App,
    given: Given,
    mut next: impl FnMut(&mut Reader) -> Option<Cursor>,
) -> Effects {
    if let Some(reader) = app.reading() {
        for _ in 0..given.times() {
            let Some(cursor) = next(reader) else { break };
            reader.cursor = cursor;
        }
        reader.goal = None;
        reader.follow();
    }
    Effects::new()
}

/// By whole or half windows, of which two rows stay in sight.
fn pages(app: &mut App, down: bool, given: Given, part: usize) -> Effects {
    if app.in_rows() {
        app.page_windows(down, given.times(), part);
        return Effects::new();
    }
    let Some(reader) = app.reading() else {
        let by = (app.list.page() / part).max(1) * given.times();
        return rows(app, down, by);
    };
    let whole = reader.height.saturating_sub(if part == 1 { 2 } else { 0 });
    let by = (whole / part).max(1).saturating_mul(given.times());
    let row = reader.row_of_cursor().unwrap_or(0);
    let column = reader.column();
    if reader.scroll(down, by) {
        // the cursor keeps its row in the window, as far as it can
        let at = reader.paper.page.moved(reader.top, row.cast_signed());
        if let Some(cursor) = reader.paper.page.hit(at, column) {
            reader.cursor = cursor;
        }
        reader.follow();
        reader.goal = Some(column);
        return Effects::new();
    }
    // nothing left to scroll: the cursor goes to the edge
    rows(app, down, by)
}

/// To the paragraph or article of a number.
fn nth(app: &mut App, number: usize) -> Effects {
    if app.in_rows() {
        app.page_nth(number);
        return Effects::new();
    }
    let Some(reader) = app.reading() else {
        app.list.go(number.saturating_sub(1));
        return Effects::new();
    };
    let last = reader.paper.body.saturating_sub(1);
    let cursor = if number > last {
        let end = reader.text_end();
        // from the end of the text it goes on to the end of what stands below
        if reader.cursor < end {
            end
        } else {
            Cursor {
                block: usize::MAX,
                byte: usize::MAX,
            }
        }
    } else {
        Cursor {
            block: number.saturating_sub(1),
            byte: 0,
        }
    };
    reader.leap(cursor);
    if number > last {
        // what stands below the text comes into sight
        reader.show_at(reader.height / 2);
    }
    Effects::new()
}

fn edge(app: &mut App, end: bool) -> Effects {
    onward(app, Given::default(), move |reader| {
        reader.paper.page.row_edge(reader.cursor, end)
    })
}

fn show(app: &mut App, row: fn(usize) -> usize) -> Effects {
    if let Some(reader) = app.reading() {
        let row = row(reader.height);
        reader.show_at(row);
    }
    Effects::new()
}

impl App {
    /// The open article, if it has the keys.
    pub(super) fn reading(&mut self) -> Option<&mut Reader> {
        match self.focus {
            Focus::Reader => self.reader.as_mut(),
            Focus::List => None,
        }
    }
}
