//! How does the reader live in a terminal? Threads, signals, the loop.
//!
//! # Steps
//! 1. The terminal is entered and asked what it is, the library what the first frame shows.
//!    That frame is drawn without waiting for the terminal's answers.
//! 2. One channel brings everything that happens: what the terminal sends, signals, answers
//!    of the lanes. The loop takes all that is there, then draws once.
//! 3. Lanes have connections of their own to the library: reads and finding (of each slot the
//!    newest), writes (all, in order), long work (which can be stopped), the index (which
//!    follows the library).
//!
//! # Laws
//! - However the program ends, the terminal is left as it was found, and writes are done.
//!   Nothing else is waited for longer than a moment.
//! - While the program is stopped the terminal is the shell's; after anything that continues
//!   it the terminal is taken over again, and drawn whole.
//! - The terminal is not left before it has answered what it was asked, or had its time: the
//!   shell would take the answers for typed.
//! - While the reader's own editor has the terminal nothing is written to it, and whoever
//!   interrupts means the editor. What ends the program ends the editor first; what that has
//!   saved counts.
//! - A panic of a lane is an answer like any other; a panic of the loop leaves the terminal first.
//! - Nothing is written where nothing has changed.

mod editor;
mod happening;
mod input;
mod lanes;
mod outside;
mod pointer;
mod sight;
mod signals;
mod stage;
mod tmux;

use std::{
    env,
    ffi::OsString,
    io, mem,
    path::PathBuf,
    process::ExitStatus,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::{App, Effect, Effects, Job, Msg, update},
    config::{Settings, Terminals},
    desk::{self, Desk, PATIENCE, Reply, Request},
    error::Error,
    screen::Strategy,
    words::Locale,
};
use editor::Editor;
use happening::Happening;
use lanes::{Lanes, NewDesk};
use stage::Stage;

/// What the reader starts with.
#[derive(Debug)]
pub struct Start {
    /// The library's directory; none where not even a home is known.
    pub library: Option<PathBuf>,
    /// Who works in it.
    pub coder: String,
    /// Files to open.
    pub files: Vec<OsString>,
    /// What was chosen.
    pub settings: Settings,
    /// Where it is kept.
    pub settings_file: Option<PathBuf>,
    /// What is wrong in the reader's own files, in sentences.
    pub complaints: Vec<String>,
    /// What was chosen for terminals.
    pub terminals: Terminals,
    /// The reader's own keys, by the names of commands.
    pub keys: Vec<(String, Vec<String>)>,
    /// How the environment would have the interface speak.
    pub locale: Locale,
    /// How the terminal is to be served, if that was said.
    pub strategy: Option<Strategy>,
    /// Whether there are to be colours.
    pub colours: bool,
}

/// The first frame waits no longer for the library.
const FIRST: Duration = Duration::from_millis(50);

/// So often others' changes are looked for.
const TICK: Duration = Duration::from_millis(500);

/// Reads until the reader leaves.
pub fn run(start: Start) -> Result<(), Error> {
    let failed = |said: io::Error| Error::System(PathBuf::from("/dev/tty"), said);
    let (library, coder) = (start.library, start.coder);
    let desk: NewDesk = Arc::new(move || Desk::new(library.clone(), coder.clone()));
    // before the size is read: a window may be given another while the program starts
    let signals = signals::keep().map_err(failed)?;
    let stage = Stage::open(
        start.strategy,
        &start.settings,
        start.terminals,
        start.colours,
    );
    let mut stage = stage.map_err(failed)?;
    // the library is read while everything else is made ready
    let home = AtHome::ask(&desk, stage.size());
    let mut app = App::new(
        start.locale,
        start.settings,
        &start.keys,
        stage.size(),
        today(),
    );
    app.complain(&start.complaints);
    app.sight = stage.sight();
    app.words.read();
    let (sender, happenings) = mpsc::channel();
    signals::listen(signals, &sender).map_err(failed)?;
    stage.enter(&app).map_err(failed)?;
    // what a terminal shows of questions that it does not know, the first frame wipes away
    stage.ask(&sender).map_err(failed)?;
    stage.rehearse(&app);
    let (first, reply) = home.answer(&desk);
    let mut effects = app.begin(reply);
    let drawn = stage.draw(&app);
    if !start.files.is_empty() {
        // after the bundled articles: a pipe may never end
        effects.push(Effect::Start(Job::Files(start.files)));
    }
    let mut reader = Reader {
        app,
        stage,
        happenings,
        lanes: Lanes::new(first, &desk, start.settings_file, &sender),
        course: Course::Reading,
        text: None,
    };
    reader.stage.listen(&sender).map_err(failed)?;
    reader.perform(effects);
    if drawn.and_then(|()| reader.go_on()).is_err() {
        // the terminal is gone: nobody reads what is said about it
        reader.update(Msg::End);
    }
    Ok(())
}

/// The question what the first frame shows, put by a thread of its own.
struct AtHome(Option<thread::JoinHandle<(Desk, Reply)>>);

impl AtHome {
    fn ask(desk: &NewDesk, size: (u16, u16)) -> Self {
        let desk = Arc::clone(desk);
        let request = App::home(size);
        let asks = thread::Builder::new().name("lane home".to_owned());
        Self(asks.spawn(move || first(&desk, request)).ok())
    }

    /// The answer, and the desk that gave it; where no thread could be had, this one asks.
    fn answer(self, desk: &NewDesk) -> (Desk, Reply) {
        let asked = self.0.and_then(|thread| thread.join().ok());
        asked.unwrap_or_else(|| first(desk, App::home((0, 0))))
    }
}

/// The first question to a library, for whose answer nobody waits long.
fn first(desk: &NewDesk, request: Request) -> (Desk, Reply) {
    let mut own = desk();
    let reply = own
        .wait(FIRST)
        .and_then(|()| lanes::careful(&mut own, desk, |own| desk::answer(own, request)));
    // from now on another program's change is waited for
    let patient = own.wait(PATIENCE);
    (own, reply.and_then(|answer| patient.map(|()| answer)))
}

/// The day, here.
fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// Everything that lives while one reads. It ends in this order: the terminal is left, nobody
/// listens any more, the lanes finish.
struct Reader {
    app: App,
    stage: Stage,
    happenings: Receiver<Happening>,
    lanes: Lanes,
    course: Course,
    /// What is to be written in the editor, as soon as the terminal can be left.
    text: Option<String>,
}

/// Where the program is going.
#[derive(Debug)]
enum Course {
    Reading,
    /// Into the background, as soon as the terminal can be left.
    Leaving,
    /// In the background, until something continues it.
    Away,
    /// Behind an editor, until that ends.
    Behind(Editor),
    /// To its end, as soon as the terminal can be left.
    Over,
}

impl Reader {
    /// Takes what happens and draws, until it is over. An error: the terminal is gone.
    fn go_on(&mut self) -> io::Result<()> {
        let mut tick = Instant::now() + TICK;
        loop {
            if self.stage.deadline().is_none() {
                match self.course {
                    Course::Over => return Ok(()),
                    Course::Leaving => self.step_back()?,
                    Course::Reading => self.lend()?,
                    Course::Away | Course::Behind(_) => {}
                }
            }
            let wait = self
                .stage
                .deadline()
                .unwrap_or(tick)
                .min(tick)
                .saturating_duration_since(Instant::now());
            match self.happenings.recv_timeout(wait) {
                Ok(happening) => {
                    self.take(happening)?;
                    while let Ok(happening) = self.happenings.try_recv() {
                        self.take(happening)?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            self.stage.act_in_time();
            if matches!(&self.course, Course::Behind(editor) if editor.lingers()) {
                self.update(Msg::End);
            }
            if Instant::now() >= tick {
                tick = Instant::now() + TICK;
                self.update(Msg::Tick(today()));
            }
            if let Some(sight) = self.stage.news() {
                self.update(Msg::Sight(sight));
            }
            if matches!(self.course, Course::Reading | Course::Leaving) {
                self.stage.draw(&self.app)?;
            }
        }
    }

    fn take(&mut self, happening: Happening) -> io::Result<()> {
        match happening {
            Happening::Events(events) => {
                for msg in self.stage.messages(events) {
                    self.update(msg);
                }
            }
            Happening::Answer(slot, number, reply) => self.update(Msg::Answer(slot, number, reply)),
            Happening::Done(ordered, reply) => self.update(Msg::Done(ordered, reply)),
            Happening::Progress(progress) => self.update(Msg::Progress(progress)),
            Happening::Index(news) => self.update(Msg::Index(news)),
            Happening::Failed(error) => self.update(Msg::Failed(error)),
            Happening::Tmux(answer) => self.stage.told_by_tmux(answer),
            Happening::Size => {
                let (width, height) = self.stage.resized();
                self.update(Msg::Resize(width, height));
            }
            Happening::Stop => self.suspend(),
            Happening::Back => self.come_back()?,
            Happening::Child => {
                if let Course::Behind(editor) = &mut self.course
                    && let Some(status) = editor.ended()
                {
                    self.take_back(status)?;
                }
            }
            Happening::Interrupt if matches!(self.course, Course::Behind(_)) => {}
            Happening::Interrupt | Happening::End => self.end(),
            Happening::Gone => {
                self.stage.gone();
                self.end();
            }
        }
        Ok(())
    }

    fn end(&mut self) {
        match &mut self.course {
            Course::Behind(editor) => editor.end(),
            _ => self.update(Msg::End),
        }
    }

    fn update(&mut self, msg: Msg) {
        // what comes after the last key was not meant for the reader
        if !matches!(self.course, Course::Over) {
            let effects = update(&mut self.app, msg);
            self.perform(effects);
        }
    }

    fn perform(&mut self, effects: Effects) {
        for effect in effects {
            match effect {
                Effect::Save(key, value) => {
                    match key {
                        "bidi" => self.stage.take_strategy(&self.app.settings),
                        "mouse" => self.stage.take_mouse(&self.app.settings),
                        _ => {}
                    }
                    self.lanes.perform(Effect::Save(key, value));
                }
                Effect::Serve(way) => {
                    let terminal = self.stage.serve(way, &self.app.settings);
                    self.lanes.keep(terminal, way);
                }
                Effect::Ask(..) | Effect::Order(_) | Effect::Start(_) => self.lanes.perform(effect),
                Effect::Copy(text) => self.stage.copy(&text),
                Effect::Browse(url) => {
                    let opener = self.app.settings.opener.clone().unwrap_or_default();
                    if let Err(error) = outside::browse(&opener, &url) {
                        self.stage.copy(&url);
                        self.update(Msg::Failed(error));
                    }
                }
                Effect::Write(text) => self.text = Some(text),
                Effect::Redraw => self.stage.forget(),
                Effect::Suspend => self.suspend(),
                Effect::Quit => self.course = Course::Over,
            }
        }
    }

    /// Into the background, where somebody can bring the program back from it.
    fn suspend(&mut self) {
        match (&self.course, signals::has_shell()) {
            (Course::Behind(_), true) => drop(signals::stop()),
            (Course::Reading, true) => self.course = Course::Leaving,
            (_, true) | (Course::Behind(_), _) => {}
            (_, false) => self.app.tell("no-background", &[]),
        }
    }

    /// Gives the terminal back and stops. Whatever continues the program is told as
    /// [`Happening::Back`], and only then the terminal is ours again.
    fn step_back(&mut self) -> io::Result<()> {
        self.stage.leave();
        self.course = Course::Away;
        signals::stop().or_else(|_| self.come_back())
    }

    /// Takes the terminal over again.
    fn come_back(&mut self) -> io::Result<()> {
        match self.course {
            Course::Over | Course::Behind(_) => return Ok(()),
            Course::Away => self.course = Course::Reading,
            Course::Reading | Course::Leaving => {}
        }
        self.stage.take_back(&self.app)?;
        let (width, height) = self.stage.resized();
        self.update(Msg::Resize(width, height));
        Ok(())
    }

    /// Lends the terminal to the reader's own editor, if a text is to be written in it.
    fn lend(&mut self) -> io::Result<()> {
        let Some(text) = self.text.take() else {
            return Ok(());
        };
        let variable = |name: &str| env::var(name).ok();
        match Editor::start(&text, variable, |command| self.stage.lend(command)) {
            Ok(editor) => self.course = Course::Behind(editor),
            Err(error) => {
                self.update(Msg::Written(Err(error)));
                self.come_back()?;
            }
        }
        Ok(())
    }

    /// Takes the terminal back from the editor, and what was written there.
    fn take_back(&mut self, status: ExitStatus) -> io::Result<()> {
        let Course::Behind(editor) = mem::replace(&mut self.course, Course::Reading) else {
            return Ok(());
        };
        let ending = editor.is_ending();
        self.update(Msg::Written(editor.read(status)));
        self.come_back()?;
        if ending {
            self.update(Msg::End);
        }
        Ok(())
    }
}

/// A thread with a name, for whoever looks at the process.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}
