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

/// What stands beside a title, and the cells of each column; none where there is no room.
struct Columns {
    day: u16,
    distance: u16,
    source: u16,
}

/// What the columns hold of a row.
struct Beside {
    day: String,
    distance: String,
    source: String,
}

/// Draws it.
pub fn draw(app: &App, timeline: &Timeline, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let Some(story) = &timeline.story else {
        pen.wrapped(area, &app.words.say("related-waiting", &[]), theme.dim);
        return;
    };
    let rows = timeline.window.rows();
    let all: Vec<Beside> = (0..story.lines.len())
        .map(|at| beside(app, timeline, story, at))
        .collect();
    let columns = Columns::new(area.width, &all, pen);
    for (y, at) in (0..).zip(rows.clone()) {
        let line = Area {
            y: area.y + y,
            height: 1,
            ..area
        };
        // the day stands where it begins, and at the top
        let days = at == rows.start || timeline.begins_day(at);
        row(app, timeline, (at, &all[at]), days, line, &columns, pen);
    }
    let mut below = area.y + rows.len() as u16;
    let mut say = |said: String| {
        if below < area.y + area.height {
            let line = Area {
                y: below,
                height: 1,
                ..area
            };
            let line = pen.part(line, SIGN, line.width.saturating_sub(SIGN));
            pen.say(line, &said, theme.dim);
            below += 1;
        }
    };
    if story.lines.len() < 2 {
        say(app.words.say("story-none", &[]));
    }
    if story.behind > 0 {
        let count = [("count", u64::from(story.behind).into())];
        say(app.words.say("related-behind", &count));
    }
}

impl Columns {
    /// As wide as what they hold; those that leave a title too little room are left out.
    fn new(width: u16, all: &[Beside], pen: &mut Pen<'_>) -> Self {
        let mut widest = |of: fn(&Beside) -> &str, most: u16| {
            let cells = all.iter().map(|own| pen.width(of(own))).max();
            cells.map_or(0, |cells| cells.min(most) + GAP)
        };
        let mut columns = Self {
            day: widest(|own| &own.day, 20),
            distance: widest(|own| &own.distance, 18),
            source: widest(|own| &own.source, 18),
        };
        if columns.used() + TITLE > width {
            columns.distance = 0;
        }
        if columns.used() + TITLE > width {
            columns.source = 0;
        }
        // half of a narrow page is the title's
        columns.day = columns.day.min((width / 2).saturating_sub(SIGN + LINE));
        columns
    }

    /// Where titles begin.
    fn used(&self) -> u16 {
        SIGN + self.day + self.distance + LINE + self.source
    }
}

/// What stands beside the title of a row.
fn beside(app: &App, timeline: &Timeline, story: &Story, at: usize) -> Beside {
    let entry = &story.lines[at].entry;
    let date = entry.meta.date.map(|date| date.to_string());
    let here = timeline.here().and_then(|told| told.entry.meta.date);
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

fn row(
    app: &App,
    timeline: &Timeline,
    (at, own): (usize, &Beside),
    days: bool,
    line: Area,
    columns: &Columns,
    pen: &mut Pen<'_>,
) {
    let theme = pen.theme;
    let Some((story, told)) = timeline
        .story
        .as_ref()
        .and_then(|story| Some((story, story.lines.get(at)?)))
    else {
        return;
    };
    let current = at == timeline.window.cursor;
    if current {
        let sign = pen.part(line, 0, 1);
        pen.put(sign.x, sign.y, list::bar(app), theme.accent);
    }
    let mut from = SIGN;
    let mut column = |text: &str, width: u16, pen: &mut Pen<'_>| {
        let part = pen.part(line, from, width.saturating_sub(GAP));
        from += width;
        if part.width > 0 && !text.is_empty() {
            let cut = pen.cut(text, part.width);
            pen.say(part, &isolated(&cut), theme.dim);
        }
    };
    if days {
        column(&own.day, columns.day, pen);
        column(&own.distance, columns.distance, pen);
    } else {
        column("", columns.day + columns.distance, pen);
    }
    let node = pen.part(line, from_node(columns), 1);
    let (sign, style) = match (at == story.here, told.entry.read) {
        (true, _) => ("◆", theme.accent),
        (false, false) => ("●", theme.accent),
        (false, true) => ("│", theme.dim),
    };
    pen.put(node.x, node.y, sign, style);
    let source = pen.part(
        line,
        from_node(columns) + LINE,
        columns.source.saturating_sub(GAP),
    );
    if source.width > 0 {
        let cut = pen.cut(&own.source, source.width);
        pen.say(source, &isolated(&cut), theme.dim);
    }
    let used = columns.used();
    let title = pen.part(line, used, line.width.saturating_sub(used));
    let style = match (current, told.entry.read) {
        (true, _) => theme.accent,
        (_, false) => theme.bold,
        _ => theme.plain,
    };
    told_line(app, told, style, title, pen);
}

/// Where the line in time stands.
fn from_node(columns: &Columns) -> u16 {
    SIGN + columns.day + columns.distance
}

/// The title, its tags, and where else it was printed; the title gives way to them up to a
/// half.
fn told_line(app: &App, told: &Told, style: Style, area: Area, pen: &mut Pen<'_>) {
    let theme = pen.theme;
    let comma = format!("{} ", app.words.say("tag-comma", &[]));
    let mut after: Vec<(String, Style)> = Vec::new();
    for id in &told.tags {
        let Some(entry) = app.codebook.get(id) else {
            continue;
        };
        let before = if after.is_empty() { "  " } else { &comma };
        let name = format!("{before}{}", page::named(&app.codebook, id));
        after.push((name, theme.tag(Some(entry.tag.colour))));
    }
    if let Some(also) = app.also(&told.also) {
        after.push((format!("  {also}"), theme.dim));
    }
    let whole: String = after.iter().map(|(text, _)| text.as_str()).collect();
    let wanted = pen.width(&whole).min(area.width / 2);
    let title = pen.cut(&told.entry.meta.title, (area.width - wanted).max(1));
    let title = isolated(&title);
    let mut pieces = vec![(title.as_str(), style)];
    pieces.extend(after.iter().map(|(text, style)| (text.as_str(), *style)));
    pen.line(area, Edge::Start, &pieces);
}
