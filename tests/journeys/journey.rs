//! How is a journey made? A real library in a directory of its own; `update`, the library's
//! `answer` and `draw` follow each other in line.

use std::{
    collections::{HashMap, VecDeque},
    fs,
    path::Path,
    sync::{OnceLock, atomic::AtomicBool},
};

use hashiya::{
    app::{App, Effect, Effects, Job, Key, Msg, Ordered, Progress, update},
    article::ArticleId,
    config::Settings,
    desk::{
        About, Answer, Desk, Event, Finding, Related, Reply, Request, Search, Sift, Source, Story,
        answer,
    },
    text::{Direction, Typesetter},
    ui::{self, Colours},
    words::{Argument, Locale},
};
use jiff::civil::{Date, date};
use ratatui_core::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};
use tempfile::TempDir;

/// The day of all journeys.
pub const TODAY: Date = date(2026, 2, 1);

/// A reader on the way.
pub struct Journey {
    pub app: App,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// What was written into the settings file.
    pub saved: Vec<(&'static str, String)>,
    /// How the terminal was chosen to be served.
    pub served: Vec<&'static str>,
    /// What was opened in the browser.
    pub browsed: Vec<String>,
    /// Whether the program would have ended.
    pub over: bool,
    /// What is related to each article, nothing to those that are not there; without it the
    /// library answers.
    pub related: Option<HashMap<ArticleId, Related>>,
    /// The story of every article; without it the library answers.
    pub story: Option<Story>,
    /// What was asked to be related to what.
    pub wishes: Vec<(About, Sift)>,
    /// What every search is answered with, in the place of what the library would answer.
    pub found: Option<Finding>,
    /// What was searched for.
    pub searches: Vec<Search>,
    desk: Desk,
    /// Questions that are not answered yet, where answers are held back.
    held: Option<VecDeque<Effect>>,
    size: (u16, u16),
    dir: TempDir,
}

/// A frame.
pub struct Screen {
    pub buffer: Buffer,
    /// Where a text is typed.
    pub caret: Option<(u16, u16)>,
}

impl Journey {
    /// With the bundled articles, in English.
    pub fn new(width: u16, height: u16) -> Self {
        Self::speaking("en", width, height)
    }

    /// With the bundled articles, in the language of a name.
    pub fn speaking(language: &str, width: u16, height: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let seeds = seeds();
        for entry in fs::read_dir(seeds).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, dir.path().join(from.file_name().unwrap())).unwrap();
        }
        Self::begin(dir, language, width, height)
    }

    /// With one article, from Markdown, and open.
    pub fn reading(markdown: &str, width: u16, height: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.md"), markdown).unwrap();
        add(dir.path(), vec![Source::Path(dir.path().join("a.md"))]);
        let mut journey = Self::begin(dir, "en", width, height);
        journey.keys("<Enter>");
        journey
    }

    /// With the library of a directory.
    pub fn begin(dir: TempDir, language: &str, width: u16, height: u16) -> Self {
        let locale = Locale::named(language).unwrap();
        let app = App::new(locale, Settings::default(), &[], (width, height), TODAY);
        let mut journey = Self {
            app,
            copied: Vec::new(),
            saved: Vec::new(),
            served: Vec::new(),
            browsed: Vec::new(),
            over: false,
            related: Some(HashMap::new()),
            story: Some(Story::default()),
            wishes: Vec::new(),
            found: None,
            searches: Vec::new(),
            desk: Desk::new(Some(dir.path().to_owned()), "reader".to_owned()),
            held: None,
            size: (width, height),
            dir,
        };
        let home = journey.app.ask_home();
        journey.perform(vec![home]);
        let effects = journey.app.arrange();
        journey.perform(effects);
        journey
    }

    /// The program is there no more, and begins anew with the same library.
    pub fn again(self) -> Self {
        let (width, height) = self.size;
        Self::begin(self.dir, "en", width, height)
    }

    /// Types keys, written as in `keys.toml`, each in a read of its own.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).unwrap() {
            self.happen(Msg::Keys(vec![key]));
        }
        self
    }

    /// Types keys that come in one read.
    pub fn together(&mut self, keys: &str) -> &mut Self {
        let keys = Key::sequence(keys).unwrap();
        self.happen(Msg::Keys(keys))
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = (width, height);
        self.happen(Msg::Resize(width, height))
    }

    pub fn happen(&mut self, msg: Msg) -> &mut Self {
        let effects = update(&mut self.app, msg);
        self.perform(effects);
        self
    }

    /// From now on the library takes its time.
    pub fn hold(&mut self) -> &mut Self {
        self.held.get_or_insert_default();
        self
    }

    /// The library answers again.
    pub fn release(&mut self) -> &mut Self {
        let held = self.held.take().unwrap_or_default();
        self.perform(held.into());
        self
    }

    /// The library is there no more.
    pub fn lose(&mut self) -> &mut Self {
        self.desk = Desk::new(None, String::new());
        self
    }

    /// The document of [`Journey::reading`] has changed and is added again.
    pub fn rewrite(&mut self, markdown: &str) -> &mut Self {
        let file = self.dir.path().join("a.md");
        fs::write(&file, markdown).unwrap();
        add(self.dir.path(), vec![Source::Path(file)]);
        self.happen(Msg::Tick(TODAY))
    }

    /// Something is done by another program.
    pub fn meanwhile(&mut self, work: impl FnOnce(&mut Desk)) -> &mut Self {
        let mut other = Desk::new(Some(self.dir.path().to_owned()), "other".to_owned());
        work(&mut other);
        drop(other);
        self.happen(Msg::Tick(TODAY))
    }

    pub fn screen(&self) -> Screen {
        let (width, height) = self.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let caret = ui::draw(&self.app, Colours::None, &mut buffer);
        Screen { buffer, caret }
    }

    /// A sentence in the language of the interface.
    pub fn said(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        bare(&self.app.words.say(key, arguments))
    }

    /// What the line at the bottom says, beside hints.
    pub fn notice(&self) -> String {
        let notice = self.app.notice.as_ref();
        notice.map_or_else(String::new, |notice| bare(&notice.text))
    }

    /// The titles of the list, from the first.
    pub fn titles(&self) -> Vec<String> {
        let entries = (0..self.app.list.len()).filter_map(|at| self.app.list.entry(at));
        entries.map(|entry| entry.meta.title.clone()).collect()
    }

    /// The title of the open article.
    pub fn open(&self) -> &str {
        let reader = self.app.reader.as_ref().unwrap();
        &reader.loaded.article.meta.title
    }

    /// The text of the cluster under the cursor, with the following up to so many bytes.
    pub fn ahead(&mut self, most: usize) -> String {
        let reader = self.app.reader.as_mut().unwrap();
        let text = &reader.paper.page.source(reader.cursor.block).text;
        let rest = &text[reader.cursor.byte..];
        rest.chars().take(most).collect()
    }

    /// The cell of the cursor in the text.
    pub fn cursor(&mut self) -> (u16, u16) {
        let area = self.app.panes.text.unwrap();
        let reader = self.app.reader.as_mut().unwrap();
        let row = reader.row_of_cursor().unwrap();
        let (_, columns) = reader.place().unwrap();
        (area.x + columns.start as u16, area.y + row as u16)
    }

    /// What is answered: what was made for it, else what the library answers.
    fn reply(&mut self, request: Request) -> Reply {
        match &request {
            Request::Related(about, sift) => self.wishes.push((about.clone(), *sift)),
            Request::Search(search) => self.searches.push(search.clone()),
            _ => {}
        }
        if let (Request::Search(_), Some(found)) = (&request, &self.found) {
            return Ok(Answer::Found(Box::new(found.clone())));
        }
        match (&request, &self.related, &self.story) {
            (Request::Related(About::Article(id) | About::Span(id, _), _), Some(all), _) => {
                let related = all.get(id).cloned().unwrap_or_default();
                Ok(Answer::Related(Box::new(related)))
            }
            (Request::Story(_), _, Some(story)) => Ok(Answer::Story(Box::new(story.clone()))),
            _ => answer(&mut self.desk, request),
        }
    }

    fn perform(&mut self, effects: Effects) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            if let (Some(held), Effect::Ask(..) | Effect::Order(_)) = (&mut self.held, &effect) {
                held.push_back(effect);
                continue;
            }
            let msg = match effect {
                Effect::Ask(slot, number, request) => {
                    let reply = self.reply(request);
                    Msg::Answer(slot, number, reply)
                }
                Effect::Order(request) => {
                    let ordered = Ordered::of(&request);
                    Msg::Done(ordered, answer(&mut self.desk, request))
                }
                Effect::Start(Job::Backup) => {
                    self.desk.backup_daily().unwrap();
                    continue;
                }
                Effect::Start(Job::Seeds) => {
                    add(self.dir.path(), vec![Source::Seeds]);
                    Msg::Progress(Progress::Ended(None))
                }
                Effect::Start(Job::Files(files)) => {
                    let sources = files.iter().map(|file| Source::named(file)).collect();
                    let added = add(self.dir.path(), sources);
                    Msg::Progress(Progress::Ended(added.into_iter().next()))
                }
                Effect::Copy(text) => {
                    self.copied.push(text);
                    continue;
                }
                Effect::Browse(url) => {
                    self.browsed.push(url);
                    continue;
                }
                Effect::Save(key, value) => {
                    self.saved.push((key, value));
                    continue;
                }
                Effect::Serve(way) => {
                    self.served.push(way);
                    continue;
                }
                Effect::Quit => {
                    self.over = true;
                    continue;
                }
                Effect::Redraw | Effect::Suspend | Effect::Write(_) => continue,
            };
            waiting.extend(update(&mut self.app, msg));
        }
    }
}

impl Screen {
    /// Its rows, as seen from left to right.
    pub fn rows(&self) -> Vec<String> {
        let width = usize::from(self.buffer.area.width).max(1);
        let rows = self.buffer.content.chunks(width);
        let row = |cells: &[ratatui_core::buffer::Cell]| {
            let row: String = cells
                .iter()
                .map(ratatui_core::buffer::Cell::symbol)
                .collect();
            row.trim_end().to_owned()
        };
        rows.map(row).collect()
    }

    pub fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// Whether a text, written as it is read, is seen in one row.
    #[track_caller]
    pub fn shows(&self, text: &str) -> bool {
        let cells = cells(text);
        self.rows().iter().any(|row| row.contains(&cells))
    }

    /// The row in which a text is seen.
    #[track_caller]
    pub fn row_of(&self, text: &str) -> usize {
        let cells = cells(text);
        let found = self.rows().iter().position(|row| row.contains(&cells));
        found.unwrap_or_else(|| panic!("{text} is not seen in\n{}", self.text()))
    }

    /// The column in which a text begins at the left, in a row.
    pub fn column_of(&self, text: &str) -> usize {
        let cells = cells(text);
        let row = &self.rows()[self.row_of(text)];
        let before = &row[..row.find(&cells).unwrap()];
        let marks = |c: &char| !matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}');
        before.chars().filter(marks).count()
    }

    /// The columns of a row that are selected: reversed, or the cursor within them.
    pub fn selected(&self, row: u16) -> Vec<u16> {
        let whole = Modifier::BOLD | Modifier::UNDERLINED;
        let columns = 0..self.buffer.area.width;
        columns
            .filter(|column| {
                let cell = &self.buffer[(*column, row)];
                cell.modifier.contains(Modifier::REVERSED) || cell.modifier.contains(whole)
            })
            .collect()
    }

    /// Whether a cell is underlined.
    pub fn is_hit(&self, column: u16, row: u16) -> bool {
        let cell = &self.buffer[(column, row)];
        cell.modifier.contains(Modifier::UNDERLINED) || cell.fg == Color::Yellow
    }

    /// What is in the cells: a symbol a cell, nothing after a wide one.
    pub fn symbols(&self) -> impl Iterator<Item = &str> {
        self.buffer
            .content
            .iter()
            .map(ratatui_core::buffer::Cell::symbol)
    }
}

/// Without what isolates the strings that are set in.
fn bare(sentence: &str) -> String {
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

/// A text as the cells show it.
pub fn cells(text: &str) -> String {
    let paragraph = Typesetter::default().set(text, Direction::Ltr, &[]);
    let mut cells = String::new();
    for row in paragraph.wrap(usize::MAX) {
        row.push_visual(&paragraph, false, &mut cells);
    }
    cells
}

/// A library with the bundled articles, to be copied.
fn seeds() -> &'static Path {
    static SEEDS: OnceLock<TempDir> = OnceLock::new();
    let dir = SEEDS.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        add(dir.path(), vec![Source::Seeds]);
        dir
    });
    dir.path()
}

/// Adds sources to the library of a directory; answers their articles.
pub fn add(library: &Path, sources: Vec<Source>) -> Vec<ArticleId> {
    let mut desk = Desk::new(Some(library.to_owned()), String::new());
    let mut ids = Vec::new();
    let never = AtomicBool::new(false);
    let mut told = |event| match event {
        Event::Stored(id, _) => ids.push(id),
        Event::Failed(name, error) => panic!("{name}: {error}"),
    };
    desk.add(sources, false, &never, &mut told).unwrap();
    ids
}

/// An answer of the library outside of a journey.
pub fn asked(desk: &mut Desk, request: Request) -> Answer {
    answer(desk, request).unwrap()
}
