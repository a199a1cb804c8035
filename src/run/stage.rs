//! The terminal in which one reads: entered, asked, drawn on, listened to, left.

use std::{
    env, io, panic,
    process::Command,
    sync::{Once, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use ratatui_core::{buffer::Buffer, layout::Rect};

use super::{Happening, spawn};
use crate::{
    app::{App, Key, Mouse, MouseKind, Msg},
    config::{self, Settings},
    screen::{
        self, Action, Ambiguous, Answers, Button, Depth, Environment, Event, Modes, Palette,
        Parser, Screen, Strategy, TMUX_QUESTION, Terminal, Wants,
    },
    ui::{self, Colours},
};

/// A terminal and what it was sent. Dropped, it is left as it was.
pub struct Stage {
    terminal: Terminal,
    environment: Environment,
    screen: Screen,
    buffer: Buffer,
    answers: Answers,
    /// Until when the terminal's answers are waited for.
    deadline: Option<Instant>,
    /// How the command line would have it served.
    given: Option<Strategy>,
    size: (u16, u16),
    colours: Colours,
    sender: Option<Sender<Happening>>,
    /// What tmux said last, if it was asked.
    tmux: Option<String>,
    /// Whether tmux is being asked,
    asking: bool,
    /// and something has happened since that may change its answer.
    outdated: bool,
    /// When and where the button went down last, and how often in short order.
    press: Option<(Instant, u16, u16, u8)>,
    /// How the terminal was when it was lent.
    lent: Option<Modes>,
    gone: bool,
}

/// The size of a terminal that does not tell.
const USUAL: (u16, u16) = (80, 24);

/// A second press counts with the first within this time.
const DOUBLE: Duration = Duration::from_millis(400);

/// After Esc, so long a sequence may take to go on.
const PAUSE: Duration = Duration::from_millis(40);

impl Stage {
    /// The terminal that the program was started in.
    pub fn open(given: Option<Strategy>, settings: &Settings, colours: bool) -> io::Result<Self> {
        let terminal = Terminal::open()?;
        let strategy = given.or_else(|| Strategy::named(settings.bidi));
        let environment = Environment::new(|name| env::var(name).ok(), strategy);
        let guess = environment.guess();
        let depth = environment.depth(&guess);
        let mut screen = Screen::new(guess.manner);
        let palette = environment.palette();
        screen.set_palette(palette);
        screen.set_depth(depth);
        if settings.ambiguous == config::Ambiguous::Auto && !environment.is_mute() {
            screen.ask_width();
        }
        let size = terminal.size().unwrap_or(USUAL);
        let mut stage = Self {
            terminal,
            environment,
            screen,
            buffer: Buffer::default(),
            answers: Answers::default(),
            deadline: None,
            given,
            size,
            colours: if colours && depth != Depth::None {
                suited(palette)
            } else {
                Colours::None
            },
            sender: None,
            tmux: None,
            asking: false,
            outdated: false,
            press: None,
            lent: None,
            gone: false,
        };
        stage.take_width(settings);
        Ok(stage)
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
        Ok(())
    }

    /// Gives it back as it was.
    pub fn leave(&mut self) {
        if !self.gone {
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
        self.gone = true;
        self.deadline = None;
    }

    /// From now on what the terminal sends is told.
    pub fn listen(&mut self, sender: &Sender<Happening>) {
        let Ok(terminal) = self.terminal.try_clone() else {
            return;
        };
        let sender = sender.clone();
        // without it there would be no keys: the loop ends when this thread does
        let _ = spawn("input", move || {
            let mut parser = Parser::default();
            let mut bytes = [0; 4096];
            loop {
                let patience = parser.is_waiting().then_some(PAUSE);
                let events = match terminal.wait(patience) {
                    Ok(false) => parser.timeout(),
                    Ok(true) => match terminal.read_entered(&mut bytes) {
                        Ok(None) => continue,
                        Ok(Some(count)) if count > 0 => parser.feed(&bytes[..count]),
                        _ => break,
                    },
                    Err(_) => break,
                };
                if !events.is_empty() && sender.send(Happening::Events(events)).is_err() {
                    return;
                }
            }
            let _ = sender.send(Happening::Gone);
        });
    }

    /// Asks the terminal what it is; in tmux tmux is asked too.
    pub fn ask(&mut self, sender: &Sender<Happening>) -> io::Result<()> {
        self.sender = Some(sender.clone());
        let questions = screen::questions(&self.environment);
        if !questions.is_empty() {
            self.terminal.write(&questions)?;
            self.deadline = Some(Instant::now() + self.environment.patience());
        }
        self.ask_tmux();
        Ok(())
    }

    /// When the answers will be waited for no longer.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// What was answered so far counts, once it is time.
    pub fn decide_in_time(&mut self) {
        if self.deadline.is_some_and(|at| Instant::now() >= at) {
            self.deadline = None;
            self.decide();
        }
    }

    /// What tmux says it is shown in.
    pub fn told_by_tmux(&mut self, answer: String) {
        self.tmux = Some(answer);
        self.decide();
        self.asking = false;
        if std::mem::take(&mut self.outdated) {
            self.ask_tmux();
        }
    }

    /// The screen may be of another size; all of it is sent again.
    pub fn resized(&mut self) -> (u16, u16) {
        self.size = self.terminal.size().unwrap_or(self.size);
        self.screen.forget();
        self.ask_tmux();
        self.size
    }

    /// All of the screen is sent again.
    pub fn forget(&mut self) {
        self.screen.forget();
    }

    /// How the terminal is to be served was chosen anew; the command line has the last word.
    pub fn take_strategy(&mut self, settings: &Settings) {
        let strategy = self.given.or_else(|| Strategy::named(settings.bidi));
        self.environment = Environment::new(|name| env::var(name).ok(), strategy);
        self.decide();
    }

    /// How wide ambiguous characters are was chosen anew, or the terminal has told.
    pub fn take_width(&mut self, settings: &Settings) {
        self.screen.set_ambiguous(match settings.ambiguous {
            config::Ambiguous::Wide => Ambiguous::Wide,
            config::Ambiguous::Narrow => Ambiguous::Narrow,
            // the console of Linux has no other
            config::Ambiguous::Auto if self.environment.is_mute() => Ambiguous::Narrow,
            config::Ambiguous::Auto => self.answers.ambiguous(),
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
        let caret = self.paint(app);
        let bytes = self.screen.draw(&self.buffer, caret);
        if bytes.is_empty() || self.gone {
            return Ok(());
        }
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
                Event::Mouse(mouse) => messages.extend(self.mouse(mouse)),
                Event::Paste(text) => messages.push(Msg::Paste(text)),
                Event::Reply(reply) => {
                    let before = self.answers.ambiguous();
                    self.answers.add(reply);
                    let ambiguous = self.answers.ambiguous();
                    if ambiguous != before {
                        messages.push(Msg::Wide(ambiguous == Ambiguous::Wide));
                    }
                    if self.answers.is_complete() {
                        self.deadline = None;
                        self.decide();
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

    fn mouse(&mut self, mouse: screen::Mouse) -> Option<Msg> {
        let column = self.screen.visual_column(mouse.column, mouse.row);
        let row = mouse.row;
        let kind = match mouse.action {
            Action::Press(Button::Left) => {
                let now = Instant::now();
                let times = match self.press {
                    Some((at, x, y, times)) if (x, y) == (column, row) && now - at < DOUBLE => {
                        times % 3 + 1
                    }
                    _ => 1,
                };
                self.press = Some((now, column, row, times));
                MouseKind::Press(times)
            }
            Action::Release(Button::Left) => MouseKind::Release,
            Action::Drag(Button::Left) => MouseKind::Drag,
            Action::WheelUp => MouseKind::Wheel(false),
            Action::WheelDown => MouseKind::Wheel(true),
            _ => return None,
        };
        Some(Msg::Mouse(Mouse { kind, column, row }))
    }

    fn wants(&self, settings: &Settings) -> Wants {
        Wants {
            mouse: settings.mouse,
            focus: self.environment.in_tmux(),
        }
    }

    fn decide(&mut self) {
        let palette = self.answers.palette(&self.environment);
        self.screen.set_palette(palette);
        if self.colours != Colours::None {
            self.colours = suited(palette);
        }
        let guess = match &self.tmux {
            Some(answer) => self.environment.from_tmux(answer),
            None => self.answers.decide(&self.environment),
        };
        self.screen.set_manner(guess.manner);
        self.screen.set_depth(self.environment.depth(&guess));
        self.terminal.on_leave(&guess.manner);
    }

    /// tmux tells which terminal shows it. It may be another one after a while: with another
    /// size, or with a focus that tmux tells of only if it was told to.
    fn ask_tmux(&mut self) {
        let Some(sender) = self.sender.clone().filter(|_| self.environment.in_tmux()) else {
            return;
        };
        if self.asking {
            self.outdated = true;
            return;
        }
        let asked = spawn("tmux", move || {
            let [program, words @ ..] = TMUX_QUESTION;
            let answer = Command::new(program).args(words).output();
            let answer = answer.map(|a| String::from_utf8_lossy(&a.stdout).into_owned());
            let _ = sender.send(Happening::Tmux(answer.unwrap_or_default()));
        });
        self.asking = asked.is_ok();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The colours that can be seen on a background.
fn suited(palette: Palette) -> Colours {
    if palette.is_light() {
        Colours::OnLight
    } else {
        Colours::OnDark
    }
}
