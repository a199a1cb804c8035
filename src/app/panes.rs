//! Where on the screen does each part stand?
//!
//! Reckoned for a left-to-right interface, then mirrored as a whole for Arabic. The parts
//! give way as the screen narrows, in the order of the constants below.

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Its leftmost column.
    pub x: u16,
    /// Its topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell is in it.
    pub fn has(self, column: u16, row: u16) -> bool {
        (self.x..self.x + self.width).contains(&column)
            && (self.y..self.y + self.height).contains(&row)
    }
}

/// Where everything stands. A part without an area is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// The whole screen.
    pub screen: Area,
    /// The line at the top.
    pub header: Option<Area>,
    /// The list of articles.
    pub list: Option<Area>,
    /// The rule beside the list.
    pub rule: Option<Area>,
    /// The text.
    pub text: Option<Area>,
    /// The margin beside it.
    pub margin: Option<Area>,
    /// The two columns beside the text in which the rules of passages stand, the outer one
    /// towards the margin.
    pub gutter: Option<Area>,
    /// What is open under the text.
    pub drawer: Option<Area>,
    /// A page in the place of list and text.
    pub page: Option<Area>,
    /// The line at the bottom.
    pub status: Area,
}

/// What is shown, as far as there is room.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Whether the reader has the focus (else the list).
    pub reading: bool,
    /// Whether the list stays when the reader has the focus.
    pub pinned: bool,
    /// Only the text.
    pub zen: bool,
    /// The widest text, in cells.
    pub measure: u16,
    /// Whether the interface runs from right to left.
    pub mirrored: bool,
    /// Whether an article is open.
    pub article: bool,
    /// Rows of what is open under the text; [`Panes::WHOLE`] where it stands before it.
    pub drawer: u16,
}

/// What a cell of the screen belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The list; the row within it.
    List(u16),
    /// The text; the column and row within it.
    Text(u16, u16),
    /// Anything else.
    Other,
}

/// The smallest screen on which Hashiya works.
pub const SMALLEST: (u16, u16) = (30, 8);
/// From this width on three panes stand side by side.
const THREE: u16 = 120;
/// From this width on two do.
const TWO: u16 = 80;
/// The narrowest text beside a margin.
const NARROW: u16 = 56;

/// Between text and margin: two rules, and a blank on each side of them.
const GAP: u16 = 4;

impl Panes {
    /// Rows of what stands before everything between the first line and the last.
    pub const WHOLE: u16 = u16::MAX;

    /// Whether so many columns show only one part at a time.
    pub fn is_narrow(width: u16) -> bool {
        width < TWO
    }

    /// Where everything stands on a screen of this size; none where it is too small.
    pub fn new(width: u16, height: u16, wanted: Wanted) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let line = |y| Area {
            x: 1,
            y,
            width: width - 2,
            height: 1,
        };
        let mut panes = Self {
            screen: Area {
                x: 0,
                y: 0,
                width,
                height,
            },
            status: line(height - 1),
            ..Self::default()
        };
        // what is above the line at the bottom, or above what is open there
        let drawer = match wanted.drawer {
            Self::WHOLE => 0,
            rows => rows.min(height - 5),
        };
        let before = match wanted.drawer {
            Self::WHOLE => height - 2,
            _ => drawer,
        };
        if before > 0 {
            panes.drawer = Some(Area {
                x: 0,
                y: height - 1 - before,
                width,
                height: before,
            });
        }
        if wanted.zen && wanted.reading {
            panes.place_text(0, width, 0, height - 1 - drawer, wanted, false);
            panes.mirror(wanted);
            return Some(panes);
        }
        panes.header = Some(line(0));
        let top = if height > 12 { 2 } else { 1 };
        let below = match drawer {
            0 => 1 + u16::from(height > 12),
            _ => 1 + drawer,
        };
        let rows = height - top - below;
        panes.page = Some(Area {
            x: 2,
            y: top,
            width: width - 4,
            height: rows,
        });
        if width < TWO {
            if wanted.reading && wanted.article {
                panes.place_text(0, width, top, rows, wanted, false);
            } else {
                panes.place_list(width, top, rows);
            }
        } else {
            let with_list = !wanted.reading || wanted.pinned || width >= THREE;
            let list = if with_list {
                (width / 4).clamp(26, 36)
            } else {
                0
            };
            if with_list {
                panes.place_list(list, top, rows);
                panes.rule = Some(Area {
                    x: list,
                    y: top,
                    width: 1,
                    height: rows,
                });
            }
            let left = if with_list { list + 1 } else { 0 };
            panes.place_text(left, width - left, top, rows, wanted, true);
        }
        panes.mirror(wanted);
        Some(panes)
    }

    /// What a cell belongs to.
    pub fn spot(&self, column: u16, row: u16) -> Spot {
        let inside = |area: Option<Area>| area.filter(|area| area.has(column, row));
        if let Some(area) = inside(self.list) {
            return Spot::List(row - area.y);
        }
        match inside(self.text) {
            Some(area) => Spot::Text(column - area.x, row - area.y),
            // beside the rows of the text: their nearest edge
            None => match self.text {
                Some(area)
                    if (area.y..area.y + area.height).contains(&row) && self.beside(column) =>
                {
                    let last = area.width.saturating_sub(1);
                    Spot::Text(column.saturating_sub(area.x).min(last), row - area.y)
                }
                _ => Spot::Other,
            },
        }
    }

    fn beside(&self, column: u16) -> bool {
        let within = |area: Option<Area>| {
            area.is_some_and(|area| (area.x..area.x + area.width).contains(&column))
        };
        !within(self.list) && !within(self.margin) && !within(self.rule)
    }

    fn place_list(&mut self, width: u16, y: u16, height: u16) {
        self.list = Some(Area {
            x: 0,
            y,
            width,
            height,
        });
    }

    /// The text in these columns, with the margin beside it where there is room, both in
    /// their middle.
    fn place_text(
        &mut self,
        x: u16,
        width: u16,
        y: u16,
        height: u16,
        wanted: Wanted,
        margin: bool,
    ) {
        // a gutter on both sides
        let room = width.saturating_sub(4);
        let side = if self.screen.width >= THREE { 24 } else { 22 };
        let margin = margin && room >= NARROW + GAP + side;
        let beside = if margin { GAP + side } else { 0 };
        let text = (room - beside).min(wanted.measure).max(1);
        let left = x + 2 + (room - beside - text) / 2;
        self.text = Some(Area {
            x: left,
            y,
            width: text,
            height,
        });
        self.gutter = Some(Area {
            x: left + text + u16::from(margin),
            y,
            width: 2,
            height,
        });
        if margin {
            self.margin = Some(Area {
                x: left + text + GAP,
                y,
                width: side,
                height,
            });
        }
    }

    fn mirror(&mut self, wanted: Wanted) {
        if !wanted.mirrored {
            return;
        }
        let width = self.screen.width;
        let turn = |area: Area| Area {
            x: width - area.x - area.width,
            ..area
        };
        for area in [
            &mut self.header,
            &mut self.list,
            &mut self.rule,
            &mut self.text,
            &mut self.margin,
            &mut self.gutter,
        ] {
            *area = area.map(turn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: Wanted = Wanted {
        reading: true,
        pinned: false,
        zen: false,
        measure: 70,
        mirrored: false,
        article: true,
        drawer: 0,
    };

    #[test]
    fn parts_stay_on_the_screen_and_apart_at_every_size() {
        for mirrored in [false, true] {
            for reading in [false, true] {
                for (width, height) in (30..260).flat_map(|w| [(w, 8), (w, 13), (w, 50)]) {
                    let wanted = Wanted {
                        reading,
                        mirrored,
                        ..WANTED
                    };
                    let panes = Panes::new(width, height, wanted).unwrap();
                    let parts: Vec<Area> = [panes.list, panes.rule, panes.text, panes.margin]
                        .into_iter()
                        .flatten()
                        .collect();
                    for area in &parts {
                        assert!(area.width > 0 && area.height > 0, "{width}x{height}");
                        assert!(area.x + area.width <= width && area.y + area.height < height);
                    }
                    for column in 0..width {
                        let held = parts.iter().filter(|area| area.has(column, parts[0].y));
                        assert!(held.count() <= 1, "{width}x{height} at {column}: {panes:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn parts_give_way_in_order() {
        let panes = |width, reading| {
            let wanted = Wanted { reading, ..WANTED };
            let panes = Panes::new(width, 36, wanted).unwrap();
            (
                panes.list.is_some(),
                panes.text.is_some(),
                panes.margin.is_some(),
            )
        };
        assert_eq!(panes(120, true), (true, true, true));
        assert_eq!(panes(100, true), (false, true, true));
        assert_eq!(panes(100, false), (true, true, false));
        assert_eq!(panes(79, true), (false, true, false));
        assert_eq!(panes(79, false), (true, false, false));
        assert!(Panes::new(29, 36, WANTED).is_none());
    }

    #[test]
    fn the_arabic_screen_is_the_mirror_image() {
        let left = Panes::new(120, 36, WANTED).unwrap();
        let wanted = Wanted {
            mirrored: true,
            ..WANTED
        };
        let right = Panes::new(120, 36, wanted).unwrap();
        let (list, text) = (right.list.unwrap(), right.text.unwrap());
        assert_eq!(list.x + list.width, 120);
        assert!(right.margin.unwrap().x < text.x && text.x < list.x);
        assert_eq!(left.text.unwrap().width, text.width);
    }
}
