//! How is a line of text shown in a terminal, among those of the shell?
//!
//! In a file and in a pipe text stays as it was written, and so it does in a terminal that
//! orders letters itself and can find or be told the direction of a line. Others, where they
//! are known, get rows that are set as the reader's are.

use std::{
    cell::{OnceCell, RefCell},
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

use clap::ArgMatches;

use super::{colours, is_dumb, terminal};
use crate::{
    config::{self, Settings, Terminals},
    screen::{
        Depth, Detection, Manner, OWN_DIRECTION, Palette, RIGHT_TO_LEFT, Strategy, Terminal,
        Weight, Why, line,
    },
    text::{self, Class, Direction, Typesetter, first_strong, paragraphs},
};

/// How lines are shown. What must be known of the terminal for that is found out with the
/// first that needs it.
pub struct Lines {
    /// Whether they stay as they are whatever the terminal.
    plain: bool,
    styles: bool,
    bidi: Option<String>,
    config: Option<PathBuf>,
    way: OnceCell<Option<Way>>,
}

/// What a terminal gets for a line.
enum Way {
    /// Rows: it orders nothing, or everything from left to right.
    Set(Box<Setting>),
    /// The text and its direction (ECMA-48 SCP).
    Directed,
    /// The text: it finds the direction itself, and would show isolates.
    Ordered,
}

/// How rows are set.
struct Setting {
    manner: Manner,
    palette: Palette,
    depth: Depth,
    typesetter: RefCell<Typesetter>,
    /// Cells a row has.
    columns: usize,
    /// Cells a row from right to left takes at most.
    measure: usize,
}

impl Lines {
    /// As it was asked for.
    pub fn new(matches: &ArgMatches) -> Self {
        let bidi = matches.get_one::<String>("bidi");
        let config = matches.get_one::<PathBuf>("config").map(PathBuf::as_path);
        Self {
            // of arguments that are wrong not even the defaults are there
            plain: matches.get_one("plain") == Some(&true) || is_dumb(),
            styles: colours(matches, true),
            bidi: bidi.cloned(),
            config: config::path(config),
            way: OnceCell::new(),
        }
    }

    /// Takes over what is known of the terminal already.
    pub fn learn(&self, detection: &Detection, settings: &Settings) {
        let _ = self.way.set(self.decide(detection, settings));
    }

    /// Writes a line and its end, to a terminal or not. Styles in it are SGR 1, 2 and 22.
    pub fn write(&self, out: &mut dyn Write, terminal: bool, text: &str) -> io::Result<()> {
        if !terminal || !is_bidi(text) {
            return writeln!(out, "{text}");
        }
        let level = first_strong(without_styles(text).0.chars().map(Class::of));
        let direction = level.map_or(Direction::Ltr, Direction::of_level);
        self.write_directed(out, text, direction)
    }

    /// Writes a line of a known direction, and its end, to a terminal. Whether that must be
    /// known for it is the caller's to decide: [`is_bidi`].
    pub fn write_directed(
        &self,
        out: &mut dyn Write,
        text: &str,
        direction: Direction,
    ) -> io::Result<()> {
        match self.way() {
            Some(Way::Set(setting)) => write_rows(out, &setting.rows(text, direction, None)),
            Some(Way::Directed) if direction == Direction::Rtl => {
                // in one write: who is interrupted leaves no direction behind
                let line = [RIGHT_TO_LEFT, text.as_bytes(), b"\n", OWN_DIRECTION];
                out.write_all(&line.concat())
            }
            Some(Way::Ordered) => writeln!(out, "{}", text.replace(ISOLATES, "")),
            Some(Way::Directed) | None => writeln!(out, "{text}"),
        }
    }

    /// Writes a paragraph to a terminal, aligned as its direction asks, in rows of so many
    /// cells; false where they are not set here.
    pub fn write_set(
        &self,
        out: &mut dyn Write,
        text: &str,
        inherited: Direction,
        width: Option<usize>,
    ) -> io::Result<bool> {
        let Some(Way::Set(setting)) = self.way() else {
            return Ok(false);
        };
        let width = width.unwrap_or_else(|| setting.measure());
        write_rows(out, &setting.rows(text, inherited, Some(width)))?;
        Ok(true)
    }

    /// One sentence on standard error, where somebody may read it.
    pub fn tell(&self, sentence: &str) {
        let mut stderr = io::stderr();
        let terminal = stderr.is_terminal();
        let _ = self.write(&mut stderr, terminal, sentence);
    }

    /// A line of a terminal that is written over and over.
    pub fn over(&self, text: &str) -> Vec<u8> {
        let way = is_bidi(text).then(|| self.way()).flatten();
        let text = text.replace(ISOLATES, "");
        let row = match way {
            Some(Way::Set(setting)) => {
                let rows = setting.rows(&text, Direction::Ltr, None);
                rows.into_iter().next()
            }
            _ => None,
        };
        row.unwrap_or_else(|| text.into_bytes())
    }

    fn way(&self) -> Option<&Way> {
        if self.plain {
            return None;
        }
        self.way.get_or_init(|| self.detect()).as_ref()
    }

    fn detect(&self) -> Option<Way> {
        let path = self.config.as_deref();
        let settings = path.and_then(|path| config::read(path).ok());
        let settings = settings.map(|read| read.0).unwrap_or_default();
        let chosen = path.map(config::terminals_beside);
        let chosen = chosen.and_then(|file| config::read_terminals(&file).ok());
        let chosen = chosen.map(|read| read.0).unwrap_or_default();
        let choices = chosen != Terminals::default();
        let mut detection = terminal::unasked(self.bidi.as_deref(), &settings, chosen);
        if detection.guess().why != Why::Asked {
            terminal::ask_tmux(&mut detection);
        }
        // a choice is kept by what the terminal answers
        let open = match detection.guess().why {
            Why::Asked | Why::Tmux => false,
            Why::Unknown => true,
            _ => choices,
        };
        // who reads our output through a pipe may be asking it, too
        if open && io::stdout().is_terminal() {
            terminal::ask(&mut detection);
        }
        self.decide(&detection, &settings)
    }

    fn decide(&self, detection: &Detection, settings: &Settings) -> Option<Way> {
        let guess = detection.guess();
        if guess.why == Why::Unknown {
            return None;
        }
        match guess.manner.strategy {
            Strategy::Logical => return None,
            Strategy::Explicit => return Some(Way::Directed),
            Strategy::Mlterm | Strategy::Blank => return Some(Way::Ordered),
            Strategy::Visual
            | Strategy::Inverse
            | Strategy::Tint
            | Strategy::Sized
            | Strategy::Word => {}
        }
        let environment = &detection.environment;
        let size = Terminal::open().ok().and_then(|terminal| terminal.size());
        let columns = size.map_or(80, |(columns, _)| columns.into());
        Some(Way::Set(Box::new(Setting {
            manner: guess.manner,
            palette: detection.answers.palette(environment),
            depth: if self.styles {
                environment.depth(&guess)
            } else {
                Depth::None
            },
            typesetter: RefCell::new(Typesetter::new(settings.options())),
            columns,
            measure: settings.measure.into(),
        })))
    }
}

/// Whether terminals differ in how they show it: what runs from right to left, and isolates.
pub fn is_bidi(text: &str) -> bool {
    let runs_left = |c| matches!(Class::of(c), Class::R | Class::AL | Class::AN);
    let mut beyond = text.chars().filter(|c| *c >= '\u{590}');
    beyond.any(|c| runs_left(c) || ISOLATES.contains(&c))
}

impl Setting {
    /// The widest row of a text.
    fn measure(&self) -> usize {
        self.measure.min(self.columns)
    }

    /// The rows of a text as the terminal gets them, without their ends. Rows from right to
    /// left end where the widest of their paragraph does, or at the width given.
    fn rows(&self, text: &str, inherited: Direction, width: Option<usize>) -> Vec<Vec<u8>> {
        let (text, weights) = without_styles(text);
        let mut typesetter = self.typesetter.borrow_mut();
        let wide = typesetter.options().wide;
        let mut sent = Vec::new();
        for range in paragraphs(&text) {
            let start = range.start;
            let paragraph = typesetter.set(&text[range], inherited, &[]);
            let is_rtl = paragraph.direction() == Direction::Rtl;
            let room = match width {
                Some(width) => width,
                None if is_rtl => self.measure(),
                None => self.columns,
            };
            let rows = paragraph.wrap(room);
            let widest = rows.iter().map(text::Row::width).max();
            let edge = width.or(widest).filter(|_| is_rtl).unwrap_or(0);
            for row in &rows {
                let margin = edge.saturating_sub(row.width());
                let margin = std::iter::repeat_n((" ", Weight::Plain), margin);
                let order = row.order(&paragraph);
                let faces = order.iter().map(|at| {
                    let cluster = paragraph.cluster(*at as usize);
                    (
                        cluster.face,
                        weight_at(&weights, start + cluster.bytes.start),
                    )
                });
                sent.push(line(
                    margin.chain(faces),
                    self.manner,
                    self.palette,
                    self.depth,
                    wide,
                ));
            }
        }
        sent
    }
}

fn write_rows(out: &mut dyn Write, rows: &[Vec<u8>]) -> io::Result<()> {
    for row in rows {
        out.write_all(row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

const ISOLATES: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// A text without its styles, and from which byte of it on each weight holds.
fn without_styles(text: &str) -> (String, Vec<(usize, Weight)>) {
    let mut parts = text.split("\x1b[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    let mut weights = Vec::new();
    for part in parts {
        let (number, rest) = part.split_once('m').unwrap_or(("", part));
        let weight = match number {
            "1" => Weight::Bold,
            "2" => Weight::Dim,
            _ => Weight::Plain,
        };
        weights.push((plain.len(), weight));
        plain.push_str(rest);
    }
    (plain, weights)
}

fn weight_at(weights: &[(usize, Weight)], byte: usize) -> Weight {
    let before = weights.partition_point(|(at, _)| *at <= byte);
    let last = weights[..before].last();
    last.map_or(Weight::Plain, |(_, weight)| *weight)
}
