//! How does everything come back into order after something has happened?

use super::{ABOVE, App, Drawer, Effects, Focus, Panes, panes::Wanted};
use crate::config::MarkRead;

impl App {
    /// Brings panes, list and article into order, and asks for what is shown but not here.
    #[must_use = "what is asked for here is asked only once"]
    pub fn arrange(&mut self) -> Effects {
        self.place_panes();
        self.lay_notes();
        self.aim_on();
        let direction = self.direction();
        if let (Some(Drawer::Note(note)), Some(area)) = (&mut self.drawer, self.panes.drawer) {
            // a rule and the heading stand above it, a blank on each side
            let (width, height) = (area.width.saturating_sub(2), area.height.saturating_sub(2));
            note.line
                .resize(usize::from(width), usize::from(height), direction);
        }
        let mut at_end = Effects::new();
        if let (Some(reader), Some(area)) = (&mut self.reader, self.panes.text) {
            reader.resize(usize::from(area.width), usize::from(area.height));
            if reader.selection.is_none() {
                reader.bounding = None;
            } else if reader.is_below() {
                let end = reader.text_end();
                reader.stand(end);
            }
            reader.span = reader.span();
            if self.settings.mark_read == MarkRead::End && reader.visited && reader.is_read() {
                let row = reader.loaded.entry.row();
                at_end = self.mark_read(row);
            }
        }
        self.fit_foot();
        self.arrange_list();
        if let (Some(area), Some(pane)) = (self.panes.drawer, self.neighbours_mut()) {
            pane.arrange(area);
        }
        if let (Some(area), Some(page), true) =
            (self.panes.page, self.pages.last_mut(), self.paging)
        {
            page.arrange(&self.codebook, area, &mut self.setter, direction);
        }
        let rows = usize::from(self.panes.screen.height).saturating_sub(5);
        if let Some(menu) = &mut self.menu {
            let own = (menu.rows.len() as u16).saturating_add(ABOVE + 1);
            let below = self.panes.screen.height.saturating_sub(1);
            menu.first = if menu.kind.asks() {
                below.saturating_sub(own)
            } else {
                0
            };
            menu.follow(rows);
        }
        at_end.extend(self.wanted());
        at_end
    }

    /// Puts every part in its place.
    pub(super) fn place_panes(&mut self) {
        let wanted = Wanted {
            reading: self.focus == Focus::Reader,
            pinned: self.settings.pin_list,
            zen: self.zen,
            measure: self.settings.measure,
            mirrored: self.mirrored(),
            article: self.reader.is_some(),
            drawer: self.drawer_rows(),
        };
        self.panes = Panes::new(self.size.0, self.size.1, wanted).unwrap_or_default();
    }

    /// Rows of what is open under the text; what is related is not seen on a page.
    fn drawer_rows(&self) -> u16 {
        let drawer = self.drawer.as_ref();
        let seen = drawer.filter(|drawer| drawer.is_typing() || !self.paging);
        seen.map_or(0, |drawer| drawer.rows(self.size))
    }
}
