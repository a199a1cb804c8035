//! What did the mouse do, and what does it mean there?

use super::{
    App, Area, Effects, Focus, articles, coding::slips, command::Given, menu, movement, pages,
    panes::Spot, related, select,
};

/// What happened, and in which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What happened.
    pub kind: MouseKind,
    /// The column, from 0 at the left, as seen on the screen.
    pub column: u16,
    /// The row, from 0 at the top.
    pub row: u16,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The first button went down; the how-manieth time in short order, from 1.
    Press(u8),
    /// The mouse moved with the first button down.
    Drag,
    /// The first button went up.
    Release,
    /// The wheel turned, down or up.
    Wheel(bool),
}

/// Rows that a notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What the mouse does.
pub fn update(app: &mut App, mouse: Mouse) -> Effects {
    if app.menu.is_some() {
        return menu::mouse(app, mouse);
    }
    if app.paging {
        return pages::mouse(app, mouse);
    }
    if let Some(effects) = related::mouse(app, mouse) {
        return effects;
    }
    let spot = app.panes.spot(mouse.column, mouse.row);
    match (mouse.kind, spot) {
        (MouseKind::Wheel(down), Spot::List(_)) => movement::scroll_list(app, down, NOTCH),
        (MouseKind::Wheel(down), Spot::Text(..)) => movement::scroll_text(app, down, NOTCH),
        // a line that is being typed is finished first
        (MouseKind::Press(_), _) if app.prompt.is_some() => Effects::new(),
        (MouseKind::Press(_), Spot::Other) => press_margin(app, mouse),
        (MouseKind::Press(times), Spot::List(row)) => press_list(app, row, times),
        (MouseKind::Press(times), Spot::Text(column, row)) => press_text(app, column, row, times),
        (MouseKind::Drag, Spot::Text(column, row)) if app.dragging => {
            select::drag(app, column, row)
        }
        (MouseKind::Release, _) => {
            app.dragging = false;
            Effects::new()
        }
        _ => Effects::new(),
    }
}

/// A slip of the margin leads to its passage.
fn press_margin(app: &mut App, mouse: Mouse) -> Effects {
    let inside = |area: &Area| area.has(mouse.column, mouse.row);
    let Some(area) = app.panes.margin.filter(inside) else {
        return Effects::new();
    };
    let row = mouse.row - area.y;
    let mut setter = std::mem::take(&mut app.setter);
    let slips = slips(app, &mut setter);
    app.setter = setter;
    let Some(slip) = slips
        .iter()
        .find(|s| (s.row..s.row + s.height()).contains(&row))
    else {
        return Effects::new();
    };
    let Some(reader) = &mut app.reader else {
        return Effects::new();
    };
    let id = reader.coding.passages[slip.passage].id.clone();
    if let Some(strip) = reader.strip_of(&id).copied() {
        reader.deselect();
        reader.leap(strip.span.from);
        reader.walked = Some(id);
    }
    let (id, own) = (reader.id().clone(), reader.loaded.entry.row());
    if app.focus == Focus::Reader {
        return Effects::new();
    }
    app.open(&id, own)
}

fn press_list(app: &mut App, row: u16, times: u8) -> Effects {
    let Some(at) = app.list.hit(row) else {
        return Effects::new();
    };
    app.forget_article();
    app.focus = Focus::List;
    app.list.go(at);
    if times > 1 || app.panes.text.is_none() {
        return articles::open(app, Given::default());
    }
    Effects::new()
}

fn press_text(app: &mut App, column: u16, row: u16, times: u8) -> Effects {
    let Some(reader) = &app.reader else {
        return Effects::new();
    };
    let mut effects = Effects::new();
    if app.focus == Focus::List {
        let (id, own) = (reader.id().clone(), reader.loaded.entry.row());
        effects = app.open(&id, own);
        effects.extend(app.arrange());
    }
    let near = app.reader.as_ref().is_some_and(|r| r.is_near(row));
    effects.extend(select::press(app, column, row, times));
    if near && let Some(jumped) = related::enter(app) {
        effects.extend(jumped);
        return effects;
    }
    app.dragging = true;
    effects
}
