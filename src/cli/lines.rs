//! How is a line of text shown in a terminal, among those of the shell?
//!
//! In a file, in a pipe and in a terminal that orders letters itself, text stays as it was
//! written. A terminal that is known not to gets rows that are set as the reader's are.

use std::{
    cell::OnceCell,
    env,
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

use clap::ArgMatches;

use super::{colours, is_dumb, terminal};
use crate::{
    config::{self, Settings, Terminals},
    screen::{Depth, Detection, Manner, Palette, Strategy, Terminal, Weight, Why, line},
    text::{self, Class, Direction, Options, Typesetter, paragraphs},
};

/// How lines are shown. What must be known of the terminal for that is found out with the
/// first that needs it.
#[derive(Default)]
pub struct Lines {
    /// Whether they stay as they are whatever the terminal.
    plain: bool,
    styles: bool,
    bidi: Option<String>,
    config: Option<PathBuf>,
    served: OnceCell<Option<Served>>,
}

/// A terminal that gets rows, and how it does.
struct Served {
    manner: Manner,
    palette: Palette,
    depth: Depth,
    options: Options,
    /// Cells a row has.
    columns: usize,
    /// Cells a row from right to left takes at most.
    measure: usize,
}

impl Lines {
    /// Before the arguments are understood.
    pub fn early() -> Self {
        Self {
            bidi: env::var("HASHIYA_BIDI").ok(),
            ..Self::default()
        }
    }

    /// As it was asked for.
    pub fn new(matches: &ArgMatches) -> Self {
        let bidi = matches.get_one::<String>("bidi");
        let config = matches.get_one::<PathBuf>("config").map(PathBuf::as_path);
        Self {
            plain: matches.get_flag("plain"),
            styles: colours(matches, true),
            bidi: bidi.cloned(),
            config: config::path(config),
            served: OnceCell::new(),
        }
    }

    /// Takes over what is known of the terminal already.
    pub fn learn(&self, detection: &Detection, settings: &Settings) {
        let _ = self.served.set(self.serve(detection, settings));
    }

    /// Whether a terminal gets rows, so that they may be set to a width.
    pub fn are_set(&self) -> bool {
        self.served().is_some()
    }

    /// Writes a line and its end. Styles in it are SGR 1, 2 and 22.
    pub fn write(&self, out: &mut dyn Write, terminal: bool, text: &str) -> io::Result<()> {
        let served = (terminal && has_letters(text)).then(|| self.served());
        match served.flatten() {
            None => writeln!(out, "{text}"),
            Some(served) => write_rows(out, &served.rows(text, Direction::Ltr, None)),
        }
    }

    /// Writes a paragraph of a text in rows of so many cells, aligned as its direction asks.
    pub fn write_set(
        &self,
        out: &mut dyn Write,
        text: &str,
        inherited: Direction,
        width: Option<usize>,
    ) -> io::Result<()> {
        match self.served() {
            None => writeln!(out, "{text}"),
            Some(served) => {
                let width = width.unwrap_or_else(|| served.measure());
                write_rows(out, &served.rows(text, inherited, Some(width)))
            }
        }
    }

    /// One sentence on standard error, where somebody may read it.
    pub fn tell(&self, sentence: &str) {
        let mut stderr = io::stderr();
        let terminal = stderr.is_terminal();
        let _ = self.write(&mut stderr, terminal, sentence);
    }

    /// A line of a terminal that is written over and over.
    pub fn over(&self, text: &str) -> Vec<u8> {
        let served = has_letters(text).then(|| self.served()).flatten();
        let rows = served.map(|served| served.rows(text, Direction::Ltr, None));
        let row = rows.and_then(|rows| rows.into_iter().next());
        row.unwrap_or_else(|| text.as_bytes().to_vec())
    }

    fn served(&self) -> Option<&Served> {
        self.served.get_or_init(|| self.detect()).as_ref()
    }

    fn detect(&self) -> Option<Served> {
        let path = self.config.as_deref();
        let settings = path.and_then(|path| config::read(path).ok());
        let settings = settings.map(|read| read.0).unwrap_or_default();
        let chosen = path.map(config::terminals_beside);
        let chosen = chosen.and_then(|file| config::read_terminals(&file).ok());
        let chosen = chosen.map(|read| read.0).unwrap_or_default();
        let choices = chosen != Terminals::default();
        let mut detection = terminal::unasked(self.bidi.as_deref(), &settings, chosen);
        terminal::ask_tmux(&mut detection);
        // a choice is kept by what the terminal answers
        let open = match detection.guess().why {
            Why::Asked | Why::Tmux => false,
            Why::Unknown => true,
            _ => choices,
        };
        if open {
            terminal::ask(&mut detection);
        }
        self.serve(&detection, &settings)
    }

    fn serve(&self, detection: &Detection, settings: &Settings) -> Option<Served> {
        let guess = detection.guess();
        let is_ordered = matches!(
            guess.manner.strategy,
            Strategy::Visual | Strategy::Tint | Strategy::Sized | Strategy::Word
        );
        if self.plain || is_dumb() || guess.why == Why::Unknown || !is_ordered {
            return None;
        }
        let environment = &detection.environment;
        let size = Terminal::open().ok().and_then(|terminal| terminal.size());
        let columns = size.map_or(80, |(columns, _)| columns.into());
        Some(Served {
            manner: guess.manner,
            palette: detection.answers.palette(environment),
            depth: if self.styles {
                environment.depth(&guess)
            } else {
                Depth::None
            },
            options: settings.options(),
            columns,
            measure: settings.measure.into(),
        })
    }
}

impl Served {
    /// The widest row of a text.
    fn measure(&self) -> usize {
        self.measure.min(self.columns)
    }

    /// The rows of a text as the terminal gets them, without their ends. Rows from right to
    /// left end where the widest of their paragraph does, or at the width given.
    fn rows(&self, text: &str, inherited: Direction, width: Option<usize>) -> Vec<Vec<u8>> {
        let (text, weights) = without_styles(text);
        let mut typesetter = Typesetter::new(self.options);
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
                    self.options.wide,
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

/// Whether it has anything that runs from right to left.
fn has_letters(text: &str) -> bool {
    let runs_left = |c| matches!(Class::of(c), Class::R | Class::AL | Class::AN);
    text.chars().any(|c| c >= '\u{590}' && runs_left(c))
}

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
