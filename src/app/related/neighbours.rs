//! What does the pane of what is related hold, and which article is current in it?

use crate::{
    app::{Area, Window},
    article::{ArticleId, Date},
    desk::{About, Entry, Related, Sift},
};

/// The pane of what is related to an article, or to a passage of it.
#[derive(Debug)]
pub struct Neighbours {
    /// What it is about.
    pub about: About,
    /// The title of that article, or the beginning of the passage.
    pub title: String,
    /// The date of that article.
    pub date: Option<Date>,
    /// Which related articles are wanted.
    pub sift: Sift,
    /// Whether those are shown that were said to be not related.
    pub apart: bool,
    /// What is related; none until that is known.
    pub related: Option<Related>,
    /// The articles in sight.
    pub window: Window,
    /// Rows in which it says what is wanted: on a narrow screen they are two.
    pub toggles: u16,
}

/// Rows of an article: its title, and where it is from and why.
pub const ENTRY: u16 = 2;

/// In fewer columns not all that may be wanted is said in one row.
const NARROW: u16 = 70;

/// No more are asked for.
const MOST: usize = 30;

impl Neighbours {
    /// A pane that is still empty.
    pub fn new(about: About, title: String, date: Option<Date>) -> Self {
        Self {
            about,
            title,
            date,
            sift: Sift {
                count: MOST,
                ..Sift::default()
            },
            apart: false,
            related: None,
            window: Window::default(),
            toggles: 1,
        }
    }

    /// Rows above its articles: a rule, what it is about, what is wanted.
    pub fn head(&self) -> u16 {
        2 + self.toggles
    }

    /// The article that it is about.
    pub fn id(&self) -> Option<&ArticleId> {
        match &self.about {
            About::Article(id) | About::Span(id, _) => Some(id),
            About::Text(_) => None,
        }
    }

    /// The article at a place.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        let related = self.related.as_ref()?;
        if self.apart {
            return related.apart.get(at);
        }
        related.near.get(at).map(|near| &near.entry)
    }

    /// The current article.
    pub fn current(&self) -> Option<&Entry> {
        self.entry(self.window.cursor)
    }

    /// Where in the current article one goes, in code points; none for where it was left.
    pub fn place(&self) -> Option<u32> {
        let near = &self.related.as_ref().filter(|_| !self.apart)?.near;
        near.get(self.window.cursor)?.place
    }

    /// Articles that are not in the index yet.
    pub fn behind(&self) -> u32 {
        self.related.as_ref().map_or(0, |related| related.behind)
    }

    /// Whether something that is related is left out.
    pub fn is_sifted(&self) -> bool {
        let Sift {
            unread,
            other_sources,
            before,
            after,
            tagged,
            ..
        } = self.sift;
        unread || other_sources || before || after || tagged
    }

    /// Which of these articles was spoken of: whether it is one that was set apart, not one that
    /// is listed as related, and its title.
    pub fn said(&self, articles: &[ArticleId]) -> Option<(bool, String)> {
        let Related { near, apart, .. } = self.related.as_ref()?;
        let near = near.iter().map(|near| (false, &near.entry));
        let mut all = near.chain(apart.iter().map(|entry| (true, entry)));
        let (apart, entry) = all.find(|(_, entry)| articles.contains(&entry.id))?;
        Some((apart, entry.meta.title.clone()))
    }

    /// What is related is this now; the cursor stays on its article, else on its place.
    pub fn take(&mut self, related: Related) {
        let here = self.current().map(|entry| entry.id.clone());
        self.related = Some(related);
        self.fill(here.as_ref());
    }

    /// Shows what was said to be not related, or again what is.
    pub fn turn(&mut self) {
        self.apart = !self.apart;
        self.window.cursor = 0;
        self.fill(None);
    }

    /// The article on a row of the pane.
    pub fn hit(&self, row: u16) -> Option<usize> {
        let below = row.checked_sub(self.head())?;
        self.window.hit(usize::from(below / ENTRY))
    }

    /// Brings the current article into sight of a pane.
    pub fn arrange(&mut self, area: Area) {
        self.toggles = if area.width < NARROW { 2 } else { 1 };
        // what is not in the index is told of in a row of its own
        let above = self.head() + u16::from(self.behind() > 0);
        let rows = area.height.saturating_sub(above);
        self.window.fit(usize::from(rows / ENTRY));
    }

    fn fill(&mut self, here: Option<&ArticleId>) {
        let count = self.related.as_ref().map_or(0, |related| {
            if self.apart {
                related.apart.len()
            } else {
                related.near.len()
            }
        });
        let is_here = |at: &usize| here.is_some() && self.entry(*at).map(|own| &own.id) == here;
        let cursor = (0..count).find(is_here).unwrap_or(self.window.cursor);
        self.window.fill(count, cursor);
    }
}
