//! The terminal in which one reads: entered, asked, drawn on, listened to, left.

use std::{
    env, io, panic,
    process::Command,
    sync::{Once, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use ratatui_core::{buffer::Buffer, layout::Rect};

use super::{Happening, input, pointer::Pointer, sight::sight, tmux::Tmux};
use crate::{
    app::{App, Key, Msg, Sight},
    config::{self, Settings, Terminals},
    screen::{
        self, Ambiguous, Depth, Detection, Environment, Event, Modes, Palette, Screen, Strategy,
        Terminal, Wants,
    },
    ui::{self, Colours},
};

/// A terminal and what it was sent. Dropped, it is left as it was.
pub struct Stage {
    terminal: Terminal,
    /// What is known of it,
    detection: Detection,
    /// and what of that has not been told yet.
    news: Option<Sight>,
    screen: Screen,
    buffer: Buffer,
    /// Until when the terminal's answers are waited for.
    deadline: Option<Instant>,
    /// How the command line would have it served.
    given: Option<Strategy>,
    size: (u16, u16),
    colours: Colours,
    /// Whom to ask which terminal it is, where tmux stands between, once it may be asked.
    tmux: Option<Tmux>,
    /// When what has to pass through tmux is sent once more.
    again: Option<Instant>,
    pointer: Pointer,
    /// How the terminal was when it was lent.
    lent: Option<Modes>,
    whose: Whose,
}

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Ours,
    /// The shell has it, or a program that it was lent to.
    Anothers,
    /// It is gone.
    Nobodys,
}

/// The size of a terminal that does not tell.
const USUAL: (u16, u16) = (80, 24);

/// tmux passes nothing on to a terminal that it has been shown in for less.
const ATTACHED: Duration = Duration::from_secs(1);

impl Stage {
    /// The terminal that the program was started in.
    pub fn open(
        given: Option<Strategy>,
        settings: &Settings,
        chosen: Terminals,
        colours: bool,
    ) -> io::Result<Self> {
        let terminal = Terminal::open()?;
        let detection = Detection::new(environment(given, settings), chosen);
        let guess = detection.guess();
        let depth = detection.environment.depth(&guess);
        let mut screen = Screen::new(guess.manner);
        let palette = detection.environment.palette();
        screen.set_palette(palette);
        screen.set_depth(depth);
        let size = terminal.size().unwrap_or(USUAL);
        Ok(Self {
            terminal,
            detection,
            news: None,
            screen,
            buffer: Buffer::default(),
            deadline: None,
            given,
            size,
            colours: if colours && depth != Depth::None {
                suited(palette)
            } else {
                Colours::None
            },
            tmux: None,
            again: None,
            pointer: Pointer::default(),
            lent: None,
            whose: Whose::Anothers,
        })
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Takes the terminal over, or takes it back: whatever became of it meanwhile.
    pub fn enter(&mut self, app: &App) -> io::Result<()> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let before = panic::take_hook();
            let own = thread::current().id();
            panic::set_hook(Box::new(move |info| {
                // what a lane says is told in the reader's own line; what others say that a
                // lane has started comes to it as an error
                if thread::current().id() == own {
                    screen::leave();
                    before(info);
                }
            }));
        });
        self.screen.forget();
        self.terminal.enter(self.wants(&app.settings))?;
        self.terminal.on_leave(&self.screen.manner());
        if self.whose == Whose::Anothers {
            self.whose = Whose::Ours;
        }
        Ok(())
    }

    /// Gives it back as it was.
    pub fn leave(&mut self) {
        if self.whose != Whose::Nobodys {
            self.whose = Whose::Anothers;
            screen::leave();
        }
    }

    /// Lends it to a program that is about to be started.
    pub fn lend(&mut self, command: &mut Command) -> io::Result<()> {
        self.leave();
        self.lent = Some(self.terminal.modes()?);
        self.terminal.give(command)
    }

    /// Takes it over again, however that program left it.
    pub fn take_back(&mut self, app: &App) -> io::Result<()> {
        if let Some(modes) = self.lent.take() {
            self.terminal.set_modes(&modes)?;
        }
        self.enter(app)
    }

    /// The terminal is gone: nothing is written to it any more, and nothing awaited.
    pub fn gone(&mut self) {
        self.whose = Whose::Nobodys;
        self.deadline = None;
    }

    /// From now on what the terminal sends is told.
    pub fn listen(&mut self, sender: &Sender<Happening>) -> io::Result<()> {
        input::listen(self.terminal.try_clone()?, sender.clone())
    }

    /// Asks the terminal what it is; in tmux tmux is asked too.
    pub fn ask(&mut self, sender: &Sender<Happening>) -> io::Result<()> {
        let in_tmux = self.detection.environment.in_tmux();
        self.tmux = in_tmux.then(|| Tmux::new(sender));
        let (width, height) = self.size;
        // on a smaller screen the answer would say nothing, or be that of a key
        if !self.detection.environment.is_mute() && width > 4 && height > 1 {
            self.terminal.write(screen::WIDTH_QUESTION)?;
        }
        self.question()?;
        self.ask_tmux();
        Ok(())
    }

    fn question(&mut self) -> io::Result<()> {
        let questions = screen::questions(&self.detection.environment);
        if !questions.is_empty() {
            self.detection.answers.begin_again();
            self.terminal.write(&questions)?;
            self.deadline = Some(Instant::now() + self.detection.environment.patience());
        }
        Ok(())
    }

    /// tmux and screen may be shown in another terminal than before.
    fn ask_again(&mut self) {
        self.ask_tmux();
        let free = self.whose == Whose::Ours && self.deadline.is_none();
        if self.detection.environment.in_screen() && free {
            // an error here is seen with the next frame
            let _ = self.question();
        }
    }

    /// When the answers will be waited for no longer.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// What was answered so far counts, and what may not have reached the terminal is sent
    /// once more, once it is time.
    pub fn act_in_time(&mut self) {
        let now = Instant::now();
        if self.deadline.take_if(|at| now >= *at).is_some() {
            self.decide();
        }
        if self.again.take_if(|at| now >= *at).is_some() {
            self.screen.forget();
        }
    }

    /// What tmux says it is shown in.
    pub fn told_by_tmux(&mut self, answer: String) {
        self.detection.tmux = Some(answer);
        self.decide();
        let passes = !self.screen.manner().enter().is_empty();
        self.again = passes.then(|| Instant::now() + ATTACHED);
        if let Some(tmux) = &mut self.tmux {
            tmux.answered();
        }
    }

    /// The screen may be of another size; all of it is sent again.
    pub fn resized(&mut self) -> (u16, u16) {
        self.size = self.terminal.size().unwrap_or(self.size);
        self.screen.forget();
        self.ask_again();
        self.size
    }

    /// All of the screen is sent again, to whatever terminal there is now.
    pub fn forget(&mut self) {
        self.screen.forget();
        self.ask_again();
    }

    /// How the terminal is to be served was chosen anew; the command line has the last word.
    pub fn take_strategy(&mut self, settings: &Settings) {
        self.detection.environment = environment(self.given, settings);
        self.decide();
    }

    /// A way of serving it was chosen on the screen, after whatever the command line said.
    /// Answers by what the choice is kept.
    pub fn serve(&mut self, way: &'static str, settings: &Settings) -> String {
        let key = self.detection.key();
        self.detection.chosen.set(&key, way);
        self.given = None;
        self.take_strategy(settings);
        key
    }

    /// What is known of the terminal.
    pub fn sight(&self) -> Sight {
        sight(&self.detection, self.given.is_some())
    }

    /// The same, where it has changed since the last time.
    pub fn news(&mut self) -> Option<Sight> {
        self.news.take()
    }

    /// How wide ambiguous characters are was chosen anew, or the terminal has told.
    fn take_width(&mut self, settings: &Settings) {
        self.screen.set_ambiguous(match settings.ambiguous {
            config::Ambiguous::Wide => Ambiguous::Wide,
            config::Ambiguous::Narrow => Ambiguous::Narrow,
            // the console of Linux has no other
            config::Ambiguous::Auto if self.detection.environment.is_mute() => Ambiguous::Narrow,
            config::Ambiguous::Auto => self.detection.answers.ambiguous(),
        });
    }

    /// Whether the mouse is wanted was chosen anew.
    pub fn take_mouse(&mut self, settings: &Settings) {
        // an error here is seen with the next frame
        let _ = self.terminal.want(self.wants(settings));
    }

    /// Sends a text to the clipboard.
    pub fn copy(&mut self, text: &str) {
        let bytes = screen::copy(text, self.screen.manner().through);
        // an error here is seen with the next frame
        let _ = self.terminal.write(&bytes);
    }

    /// Draws a frame; nothing is written where nothing has changed.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        self.take_width(&app.settings);
        let caret = self.paint(app);
        let apart = ui::apart(app).into_iter();
        let apart = apart.filter_map(|(row, way)| Some((row, Strategy::named(way)?)));
        let apart: Vec<_> = apart.collect();
        let manner = self.screen.manner();
        let bytes = self.screen.draw_apart(&self.buffer, caret, &apart);
        if bytes.is_empty() || self.whose == Whose::Nobodys {
            return Ok(());
        }
        // until now the manner before is to be undone
        self.terminal.on_leave(&manner);
        self.terminal.write(bytes)
    }

    /// Draws a frame that nobody sees: while the library is read, what drawing needs comes into
    /// memory, and the first frame finds it there.
    pub fn rehearse(&mut self, app: &App) {
        let caret = self.paint(app);
        Screen::new(self.screen.manner()).draw(&self.buffer, caret);
    }

    fn paint(&mut self, app: &App) -> Option<(u16, u16)> {
        let (width, height) = self.size;
        self.buffer.resize(Rect::new(0, 0, width, height));
        self.buffer.reset();
        ui::draw(app, self.colours, &mut self.buffer)
    }

    /// What came from the terminal, as the app knows it.
    pub fn messages(&mut self, events: Vec<Event>) -> Vec<Msg> {
        let mut messages = Vec::new();
        let mut keys: Vec<Key> = Vec::new();
        for event in events {
            if let Event::Key(key) = event {
                keys.push(key);
                continue;
            }
            if !keys.is_empty() {
                messages.push(Msg::Keys(std::mem::take(&mut keys)));
            }
            match event {
                Event::Mouse(mouse) => {
                    let column = self.screen.visual_column(mouse.column, mouse.row);
                    messages.extend(self.pointer.take(mouse, column).map(Msg::Mouse));
                }
                Event::Paste(text) => messages.push(Msg::Paste(text)),
                Event::Reply(reply) => {
                    let before = self.detection.answers.ambiguous();
                    self.detection.answers.add(reply);
                    let ambiguous = self.detection.answers.ambiguous();
                    if ambiguous != before {
                        messages.push(Msg::Wide(ambiguous == Ambiguous::Wide));
                    }
                    if self.detection.answers.is_complete() {
                        self.deadline = None;
                        self.decide();
                        if self.detection.answers.order().last() == Some(&2) {
                            self.screen.release();
                        }
                    }
                }
                Event::Focus(true) => self.ask_tmux(),
                Event::Focus(false) | Event::Key(_) => {}
            }
        }
        if !keys.is_empty() {
            messages.push(Msg::Keys(keys));
        }
        messages
    }

    fn ask_tmux(&mut self) {
        if let Some(tmux) = &mut self.tmux {
            tmux.ask();
        }
    }

    fn wants(&self, settings: &Settings) -> Wants {
        Wants {
            // GNU screen that reports the mouse holds Esc back until another key follows
            mouse: settings.mouse && !self.detection.environment.in_screen(),
            focus: self.detection.environment.in_tmux(),
        }
    }

    fn decide(&mut self) {
        let palette = self.detection.answers.palette(&self.detection.environment);
        self.screen.set_palette(palette);
        if self.colours != Colours::None {
            self.colours = suited(palette);
        }
        let guess = self.detection.guess();
        self.screen.set_manner(guess.manner);
        let depth = self.detection.environment.depth(&guess);
        self.screen.set_depth(depth);
        self.news = Some(self.sight());
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The variables, and the strategy that was asked for: by the command line, or by a setting.
fn environment(given: Option<Strategy>, settings: &Settings) -> Environment {
    let forced = given.or_else(|| Strategy::named(settings.bidi));
    Environment::new(|name| env::var(name).ok(), forced)
}

/// The colours that can be seen on a background.
fn suited(palette: Palette) -> Colours {
    if palette.is_light() {
        Colours::OnLight
    } else {
        Colours::OnDark
    }
}
