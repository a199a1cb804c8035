//! What terminal is this, how is it served, and how is that chosen?

use std::{collections::BTreeMap, env, path::PathBuf, process};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Call, Stop,
    doubts::{self, Doubts},
};
use crate::{
    config::{self, Ambiguous, BIDI, Settings, Terminals},
    screen::{
        Depth, Detection, Environment, Manner, Strategy, TMUX_QUESTION, Terminal, Weight, Why, line,
    },
    text::{Direction, Options, Paragraph, Typesetter, digit},
    words::Words,
};

/// What is known of the terminal, and what is wrong in the files that say how it is served.
pub struct Found {
    /// What is known.
    pub detection: Detection,
    /// Whether it was said to show ambiguous characters in two cells; it is only asked where
    /// the screen is the program's.
    wide: bool,
    complaints: Vec<String>,
    /// Where choices are kept.
    file: Option<PathBuf>,
}

/// What the report says of it.
#[derive(Serialize)]
pub struct Seen {
    term: String,
    program: Option<&'static str>,
    /// As it gives it itself.
    version: Option<String>,
    /// Its secondary device attributes.
    attributes: Option<Vec<u32>>,
    /// All that is known, by the names of the questions.
    answers: BTreeMap<&'static str, String>,
    /// What stands between.
    through: Option<&'static str>,
    /// By what a choice is kept.
    key: String,
}

/// How it is served.
#[derive(Serialize)]
pub struct Served {
    strategy: &'static str,
    why: &'static str,
    advice: Vec<Advised>,
}

/// What remains imperfect, and what helps.
#[derive(Serialize)]
struct Advised {
    name: &'static str,
    message: String,
}

impl Found {
    /// Asks the terminal, if there is one, and tmux, if that is in between.
    pub fn new(call: &Call<'_>, matches: &ArgMatches) -> Self {
        let given = matches.get_one::<PathBuf>("config").map(PathBuf::as_path);
        let path = config::path(given);
        let file = path.as_deref().map(config::terminals_beside);
        let mut complaints = Vec::new();
        let settings = path.as_deref().map(|path| {
            let (settings, doubts) = Doubts::of(path, config::read(path));
            complaints.extend(doubts.sentences(call.words));
            let keys = config::keys_beside(path);
            complaints.extend(doubts::of_keys(&keys, &settings, call.words));
            settings
        });
        let settings = settings.unwrap_or_default();
        let chosen = file.as_deref().map(|file| {
            let (chosen, doubts) = Doubts::of(file, config::read_terminals(file));
            complaints.extend(doubts.sentences(call.words));
            chosen
        });
        let asked = matches.get_one::<String>("bidi").map(String::as_str);
        let mut detection = unasked(asked, &settings, chosen.unwrap_or_default());
        if call.terminal {
            ask(&mut detection);
        }
        ask_tmux(&mut detection);
        call.lines.learn(&detection, &settings);
        Self {
            detection,
            wide: settings.ambiguous == Ambiguous::Wide,
            complaints,
            file,
        }
    }

    /// The terminal, for a report.
    pub fn seen(&self) -> Seen {
        let (known, guess) = (&self.detection, self.detection.guess());
        Seen {
            term: env::var("TERM").unwrap_or_default(),
            program: guess.program.name(),
            version: known.answers.version.clone(),
            attributes: known.answers.numbers.clone(),
            answers: known.facts().into_iter().collect(),
            through: guess.manner.through.name(),
            key: known.key(),
        }
    }

    /// How it is served, for a report.
    pub fn served(&self, words: &Words) -> Served {
        let guess = self.detection.guess();
        let advice = self.detection.advice().into_iter().map(|advice| Advised {
            name: advice.name(),
            message: words.say(&format!("advice-{}", advice.name()), &[]),
        });
        Served {
            strategy: guess.manner.strategy.name(),
            why: guess.why.name(),
            advice: advice.collect(),
        }
    }

    /// The same in sentences.
    pub fn tell(&self, call: &mut Call<'_>) -> Result<(), Stop> {
        let (seen, served) = (self.seen(), self.served(call.words));
        let name = seen.version.as_deref().or(seen.program);
        let key = name.map_or("doctor-unnamed", |_| "doctor-terminal");
        let arguments = [
            ("term", (&seen.term).into()),
            ("name", name.unwrap_or_default().into()),
        ];
        call.line(&call.words.say(key, &arguments))?;
        if let Some(name) = seen.through {
            let through = call.words.say("doctor-through", &[("name", name.into())]);
            call.line(&through)?;
        }
        let answers: Vec<String> = self
            .detection
            .facts()
            .iter()
            .map(|(name, said)| format!("{name} {said}"))
            .collect();
        let answers = answers.join(" | ");
        let answers = [("answers", (&answers).into())];
        call.line(&call.words.say("doctor-answered", &answers))?;
        let key = format!("doctor-{}", served.why);
        let strategy = [("strategy", served.strategy.into())];
        call.line(&call.words.say(&key, &strategy))?;
        let advice = served.advice.iter().map(|advice| &advice.message);
        for sentence in advice.chain(&self.complaints) {
            call.line(&format!("- {sentence}"))?;
        }
        Ok(())
    }

    /// A line in each way of serving, numbered as [`Found::choose`] takes them.
    pub fn show_lines(&self, call: &mut Call<'_>) -> Result<(), Stop> {
        call.line(&call.words.say("doctor-samples", &[]))?;
        let known = &self.detection;
        let palette = known.answers.palette(&known.environment);
        let guess = known.guess();
        let depth = if call.styles {
            known.environment.depth(&guess)
        } else {
            Depth::None
        };
        let served = guess.manner;
        let sample = call.words.say("doctor-sample", &[]);
        let paragraph = Typesetter::new(Options::default()).set(&sample, Direction::Rtl, &[]);
        for (nth, way) in BIDI.into_iter().enumerate() {
            let Some(strategy) = Strategy::named(way) else {
                continue;
            };
            let manner = Manner { strategy, ..served };
            let sign = if manner == served { '>' } else { ' ' };
            let head = format!("{sign} {nth} {way:<10}");
            let faces = faces(&head, &paragraph).map(|face| (face, Weight::Plain));
            let bytes = line(faces, manner, palette, depth, self.wide);
            call.out.write_all(&bytes)?;
            writeln!(call.out)?;
        }
        Ok(())
    }

    /// Keeps how this terminal is to be served.
    pub fn choose(&mut self, call: &mut Call<'_>, way: &'static str) -> Result<(), Stop> {
        if !call.terminal {
            call.tell(&call.words.say("doctor-choose-nowhere", &[]));
            return Err(Stop::Told);
        }
        let Some(file) = &self.file else {
            call.tell(&call.words.say("config-no-home", &[]));
            return Err(Stop::Told);
        };
        let key = self.detection.key();
        config::write_terminal(file, &key, way)?;
        self.detection.chosen.set(&key, way);
        Ok(())
    }

    /// Says what was chosen, and whether something else comes first.
    pub fn tell_choice(&self, call: &mut Call<'_>, way: &'static str) -> Result<(), Stop> {
        let said = if way == BIDI[0] {
            "doctor-unchosen"
        } else {
            "doctor-chosen"
        };
        let key = self.detection.key();
        let arguments = [("key", (&key).into()), ("strategy", way.into())];
        call.line(&call.words.say(said, &arguments))?;
        let guess = self.detection.guess();
        if guess.why == Why::Asked {
            let first = [("strategy", guess.manner.strategy.name().into())];
            call.line(&call.words.say("doctor-given", &first))?;
        }
        Ok(())
    }
}

/// What is known of the terminal before it is asked; what was asked for on the command line
/// comes before the setting.
pub fn unasked(bidi: Option<&str>, settings: &Settings, chosen: Terminals) -> Detection {
    let forced = Strategy::named(bidi.unwrap_or(settings.bidi));
    let environment = Environment::new(|name| env::var(name).ok(), forced);
    Detection::new(environment, chosen)
}

/// Asks the terminal what it is.
pub fn ask(detection: &mut Detection) {
    let answers = Terminal::open().and_then(|t| t.ask(&detection.environment));
    detection.answers = answers.unwrap_or_default();
}

/// Asks tmux what it is shown in, if it is in between.
pub fn ask_tmux(detection: &mut Detection) {
    if detection.environment.in_tmux() {
        let [program, words @ ..] = TMUX_QUESTION;
        let said = process::Command::new(program).args(words).output();
        let said = said.map(|said| said.stdout).unwrap_or_default();
        detection.tmux = Some(String::from_utf8_lossy(&said).into_owned());
    }
}

/// The way of serving that a number or a name means.
pub fn way(words: &Words, line: &str) -> Result<&'static str, Stop> {
    let mut chars = line.chars();
    let numbered = match (chars.next().and_then(digit), chars.next()) {
        (Some(nth), None) => BIDI.get(nth as usize).copied(),
        _ => None,
    };
    let named = || BIDI.into_iter().find(|name| *name == line);
    numbered.or_else(named).ok_or_else(|| {
        let possible = format!("0–{}|{}", BIDI.len() - 1, BIDI.join("|"));
        let arguments = [
            ("value", line.into()),
            ("argument", "--choose".into()),
            ("possible", (&possible).into()),
        ];
        Stop::Usage(words.say("usage-value", &arguments))
    })
}

/// What stands on a line of the sample from left to right, after its head.
fn faces<'a>(head: &'a str, paragraph: &'a Paragraph) -> impl Iterator<Item = &'a str> {
    let rows = paragraph.wrap(usize::MAX / 2);
    let row = rows.first();
    let order = row.map(|row| row.order(paragraph)).unwrap_or_default();
    let faces = order
        .into_iter()
        .map(|at| paragraph.cluster(at as usize).face);
    let head = head
        .char_indices()
        .map(|(at, c)| &head[at..at + c.len_utf8()]);
    head.chain(faces)
}
