//! How does the reader live in a terminal? Threads, signals, the loop.
//!
//! # Steps
//! 1. The terminal is entered, the library is asked what the first frame shows, and that
//!    frame is drawn. Only then is the terminal asked what it is.
//! 2. One channel brings everything that happens: what the terminal sends, signals, answers
//!    of the lanes. The loop takes all that is there, then draws once.
//! 3. Lanes have connections of their own to the library: reads (of each slot the newest),
//!    writes (all, in order), long work (which can be stopped).
//!
//! # Laws
//! - However the program ends, the terminal is left as it was found, and writes are done.
//! - A panic of a lane is an answer like any other; a panic of the loop leaves the terminal first.
//! - Nothing is written where nothing has changed.

mod happening;
mod lanes;
mod outside;
mod signals;
mod stage;

use std::{
    ffi::OsString,
    io,
    path::PathBuf,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::{App, Effect, Effects, Job, Msg, Slot, update},
    config::Settings,
    error::Error,
    screen::Strategy,
    words::Locale,
};
use happening::Happening;
use lanes::Lanes;
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
    /// What was wrong with it: a sentence.
    pub complaint: Option<String>,
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
const TICK: Duration = Duration::from_secs(2);

/// Reads until the reader leaves.
pub fn run(start: Start) -> Result<(), Error> {
    let failed = |said: io::Error| Error::System(PathBuf::from("/dev/tty"), said);
    let (sender, happenings) = mpsc::channel();
    let mut lanes = Lanes::new(start.library, start.coder, &sender);
    let mut stage = Stage::open(start.strategy, start.colours).map_err(failed)?;
    let mut app = App::new(
        start.locale,
        start.settings,
        &start.keys,
        stage.size(),
        today(),
    );
    if let Some(complaint) = start.complaint {
        app.warn(complaint);
    }
    let home = app.ask_home();
    lanes.perform(home);
    signals::listen(&sender).map_err(failed)?;
    stage.enter(&app).map_err(failed)?;
    let mut reader = Reader {
        app,
        stage,
        lanes,
        happenings,
        settings_file: start.settings_file,
        over: false,
    };
    reader.first(start.files);
    reader.stage.listen(&sender);
    if reader.go_on().is_err() {
        // the terminal is gone: nobody reads what is said about it
        reader.update(Msg::End);
    }
    reader.stage.leave();
    reader.lanes.close();
    Ok(())
}

/// The day, here.
fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// Everything that lives while one reads.
struct Reader {
    app: App,
    stage: Stage,
    lanes: Lanes,
    happenings: Receiver<Happening>,
    settings_file: Option<PathBuf>,
    over: bool,
}

impl Reader {
    /// The first frame, with what the library holds, if it answers in time.
    fn first(&mut self, files: Vec<OsString>) {
        let until = Instant::now() + FIRST;
        while let Ok(happening) = self
            .happenings
            .recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            let home = matches!(happening, Happening::Answer(Slot::Home, ..));
            self.take(happening);
            if home {
                break;
            }
        }
        if !files.is_empty() {
            self.perform(vec![Effect::Start(Job::Files(files))]);
        }
        let effects = self.app.arrange();
        self.perform(effects);
    }

    /// Takes what happens and draws, until it is over. An error: the terminal is gone.
    fn go_on(&mut self) -> io::Result<()> {
        self.stage.draw(&self.app)?;
        self.stage.ask()?;
        let mut tick = Instant::now() + TICK;
        while !self.over {
            let wait = self
                .stage
                .deadline()
                .unwrap_or(tick)
                .min(tick)
                .saturating_duration_since(Instant::now());
            match self.happenings.recv_timeout(wait) {
                Ok(happening) => {
                    self.take(happening);
                    while !self.over
                        && let Ok(happening) = self.happenings.try_recv()
                    {
                        self.take(happening);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.stage.decide_in_time();
            if Instant::now() >= tick {
                tick = Instant::now() + TICK;
                self.update(Msg::Tick(today()));
            }
            if !self.over {
                self.stage.draw(&self.app)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, happening: Happening) {
        match happening {
            Happening::Events(events) => {
                for msg in self.stage.messages(events) {
                    self.update(msg);
                }
            }
            Happening::Answer(slot, number, reply) => self.update(Msg::Answer(slot, number, reply)),
            Happening::Done(reply) => self.update(Msg::Done(reply)),
            Happening::Progress(progress) => self.update(Msg::Progress(progress)),
            Happening::Failed(error) => self.update(Msg::Failed(error)),
            Happening::Tmux(answer) => self.stage.told_by_tmux(&answer),
            Happening::Size => {
                let (width, height) = self.stage.resized();
                self.update(Msg::Resize(width, height));
            }
            Happening::Stop => self.suspend(),
            Happening::End => self.update(Msg::End),
            Happening::Gone => {
                self.stage.gone();
                self.update(Msg::End);
            }
        }
    }

    fn update(&mut self, msg: Msg) {
        let effects = update(&mut self.app, msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Effects) {
        for effect in effects {
            match effect {
                Effect::Ask(..) | Effect::Order(_) | Effect::Start(_) => self.lanes.perform(effect),
                Effect::Stop(switch) => outside::stop(&switch),
                Effect::Copy(text) => self.stage.copy(&text),
                Effect::Browse(url) => {
                    let opener = self.app.settings.opener.clone().unwrap_or_default();
                    if let Err(error) = outside::browse(&opener, &url) {
                        self.update(Msg::Failed(error));
                    }
                }
                Effect::Save(key, value) => {
                    self.stage.take_settings(&self.app.settings);
                    let saved = outside::save(self.settings_file.as_deref(), key, &value);
                    if let Err(error) = saved {
                        self.update(Msg::Failed(error));
                    }
                }
                Effect::Redraw => self.stage.forget(),
                Effect::Suspend => self.suspend(),
                Effect::Quit => self.over = true,
            }
        }
    }

    /// Steps into the background until the shell brings the program back.
    fn suspend(&mut self) {
        self.stage.leave();
        signals::stop();
        match self.stage.enter(&self.app) {
            Ok(()) => {
                let (width, height) = self.stage.resized();
                self.update(Msg::Resize(width, height));
            }
            Err(_) => self.over = true,
        }
    }
}

/// A thread with a name, by which the panic hook knows that it is none of the loop's.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}
