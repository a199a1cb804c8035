//! How does a story look: a line in time, with a row for each article?

use ratatui_core::style::Style;

use super::{Edge, Pen, list, page};
use crate::{
    app::{App, Area, Timeline},
    desk::{Story, Told},
    words::isolated,
};

/// Cells of the current row's sign, with the blank after it.
const SIGN: u16 = 2;
/// Cells of the line in time, with the blank after it.
const LINE: u16 = 2;
/// Titles have at least so many cells before the columns beside them are shown.
const TITLE: u16 = 30;
/// Between two columns.
const GAP: u16 = 2;

/// What stands beside a title.
struct Beside {
    day: String,
    distance: String,
    source: String,
}

/// The cells of the columns beside a title; none where there is no room.
struct Columns {
    day: u16,
    distance: u16,
    source: u16,
}

/// Draws it.
pub fn draw(app: &App, timeline: &Timeline, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let Some(story) = &timeline.story else {
        pen.wrapped(area, &app.words.say("related-waiting", &[]), theme.dim);
        return;
    };
    let line = |y: u16| Area {
        y: area.y + y,
        height: u16::from(y < area.height),
        ..area
    };
    let all: Vec<Beside> = (0..story.lines.len())
        .map(|at| beside(app, story, at))
        .collect();
    let columns = Columns::new(area.width, timeline, &all, pen);
    let rows = timeline.window.rows();
    let mut below = 0;
    for at in rows.clone() {
        sign(app, timeline, story, at, line(below), &columns, pen);
        // the day stands where it begins, and at the top
        let days = at == rows.start || timeline.begins_day(at);
        columns.row(&all[at], days, line(below), pen);
        told(app, timeline, story, at, line(below), &columns, pen);
        if timeline.under {
            under(&all[at], line(below + 1), pen);
        }
        below += timeline.rows();
    }
    let count = [("count", u64::from(story.behind).into())];
    let alone = (story.lines.len() < 2).then(|| app.words.say("story-none", &[]));
    let behind = (story.behind > 0).then(|| app.words.say("related-behind", &count));
    for (y, said) in (below..).zip(alone.into_iter().chain(behind)) {
        let line = line(y);
        if line.height > 0 {
            let part = pen.part(line, SIGN, line.width.saturating_sub(SIGN));
            pen.say(part, &said, theme.dim);
        }
    }
}

impl Columns {
    /// As wide as what they hold; those that leave a title too little room are left out.
    fn new(width: u16, timeline: &Timeline, all: &[Beside], pen: &mut Pen<'_>) -> Self {
        if timeline.under {
            return Self {
                day: 0,
                distance: 0,
                source: 0,
            };
        }
        let mut widest = |of: fn(&Beside) -> &str, most: u16| {
            let cells = all.iter().map(|own| pen.width(of(own))).max();
            cells.map_or(0, |cells| cells.min(most) + GAP)
        };
        let mut columns = Self {
            day: widest(|own| &own.day, 20),
            distance: widest(|own| &own.distance, 18),
            source: widest(|own| &own.source, 18),
        };
        if columns.title() + TITLE > width {
            columns.distance = 0;
        }
        if columns.title() + TITLE > width {
            columns.source = 0;
        }
        columns
    }

    /// Where the line in time stands.
    fn line(&self) -> u16 {
        SIGN + self.day + self.distance
    }

    /// Where titles begin.
    fn title(&self) -> u16 {
        self.line() + LINE + self.source
    }

    /// Writes what stands beside a title; its day only where that is to be said.
    fn row(&self, own: &Beside, days: bool, line: Area, pen: &mut Pen<'_>) {
        let theme = pen.theme;
        for (text, from, width, said) in [
            (&own.day, SIGN, self.day, days),
            (&own.distance, SIGN + self.day, self.distance, days),
            (&own.source, self.line() + LINE, self.source, true),
        ] {
            let part = pen.part(line, from, width.saturating_sub(GAP));
            if said && part.width > 0 && !text.is_empty() {
                let cut = pen.cut(text, part.width);
                pen.say(part, &isolated(&cut), theme.dim);
            }
        }
    }
}

/// What stands beside the title of an article.
fn beside(app: &App, story: &Story, at: usize) -> Beside {
    let entry = &story.lines[at].entry;
    let date = entry.meta.date.map(|date| date.to_string());
    let here = story.lines.get(story.here);
    let here = here.and_then(|told| told.entry.meta.date);
    let distance = match (&date, here) {
        (Some(date), Some(here)) if at != story.here => app.words.apart(date, &here.to_string()),
        _ => None,
    };
    Beside {
        day: match &date {
            Some(date) => app.words.day(date, app.today),
            None => app.words.say("undated", &[]),
        },
        distance: distance.unwrap_or_default(),
        source: entry.source().unwrap_or_default(),
    }
}

/// The same, under a title.
fn under(own: &Beside, line: Area, pen: &mut Pen<'_>) {
    let parts = [&own.day, &own.distance, &own.source];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| isolated(part)).collect();
    if line.height > 0 {
        let from = SIGN + LINE;
        let part = pen.part(line, from, line.width.saturating_sub(from));
        pen.say(part, &parts.join(" | "), pen.theme.dim);
    }
}

/// The sign of the current article, and on the line in time those of what is read, of what is
/// not, and of the article whose story it is.
fn sign(
    app: &App,
    timeline: &Timeline,
    story: &Story,
    at: usize,
    line: Area,
    columns: &Columns,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    if at == timeline.window.cursor {
        let sign = pen.part(line, 0, 1);
        pen.put(sign.x, sign.y, list::bar(app), theme.accent);
    }
    let node = pen.part(line, columns.line(), 1);
    let (sign, style) = match (at == story.here, story.lines[at].entry.read) {
        (true, _) => ("◆", theme.accent),
        (false, false) => ("●", theme.accent),
        (false, true) => ("│", theme.dim),
    };
    pen.put(node.x, node.y, sign, style);
}

/// The title, its tags, and where else it was printed; the title gives way to them up to a
/// half.
fn told(
    app: &App,
    timeline: &Timeline,
    story: &Story,
    at: usize,
    line: Area,
    columns: &Columns,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let Told { entry, also, tags } = &story.lines[at];
    let from = columns.title();
    let area = pen.part(line, from, line.width.saturating_sub(from));
    let style = match (at == timeline.window.cursor, entry.read) {
        (true, _) => theme.accent,
        (_, false) => theme.bold,
        _ => theme.plain,
    };
    let comma = format!("{} ", app.words.say("tag-comma", &[]));
    let mut after: Vec<(String, Style)> = Vec::new();
    for tag in tags.iter().filter_map(|id| app.codebook.get(id)) {
        let before = if after.is_empty() { "  " } else { &comma };
        let name = page::named(&app.codebook, &tag.tag.id);
        after.push((format!("{before}{name}"), theme.tag(Some(tag.tag.colour))));
    }
    if let Some(also) = app.also(also) {
        after.push((format!("  {}", isolated(&also)), theme.dim));
    }
    let whole: String = after.iter().map(|(text, _)| text.as_str()).collect();
    let wanted = pen.width(&whole).min(area.width / 2);
    let title = isolated(&pen.cut(&entry.meta.title, (area.width - wanted).max(1)));
    let mut pieces = vec![(title.as_str(), style)];
    pieces.extend(after.iter().map(|(text, style)| (text.as_str(), *style)));
    pen.line(area, Edge::Start, &pieces);
}
