//! Which command do these keys mean here?

use super::{
    Key,
    command::{Command, Scope, TABLE},
};
use crate::words::Words;

/// A key of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// This key.
    Key(Key),
    /// Any letter, which the command takes.
    Letter,
    /// The arrow towards the end of a line of the interface, or with `true` its opposite.
    Arrow(bool),
}

/// A sequence of keys and what it means.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The keys as written.
    pub written: String,
    /// The keys.
    pub steps: Vec<Step>,
    /// The command.
    pub command: &'static Command,
}

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

/// What keys mean so far.
#[derive(Debug, Clone, Copy)]
pub enum Meaning {
    /// This command, with the letter it took.
    Command(&'static Command, Option<char>),
    /// Nothing yet: more keys must follow.
    Pending,
    /// Nothing.
    Nothing,
}

/// Why an override does not hold; it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No command has this name.
    Name(String),
    /// The keys of this command cannot be read.
    Keys(String, String),
    /// In the same place these keys, or their beginning, mean another command (its name).
    Taken(String, String, String),
}

impl Keymap {
    /// The table's bindings, with the reader's own in the place of those of the same name.
    pub fn new(overrides: &[(String, Vec<String>)]) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut bindings: Vec<Binding> = Vec::with_capacity(2 * TABLE.len());
        for command in TABLE {
            let own = overrides.iter().find(|(name, _)| name == command.name);
            let written: Vec<&str> = match own {
                Some((_, keys)) => keys.iter().map(String::as_str).collect(),
                None => command.keys.to_vec(),
            };
            for keys in written {
                match steps(keys) {
                    Some(steps) => bindings.push(Binding {
                        written: keys.to_owned(),
                        steps,
                        command,
                    }),
                    None => faults.push(Fault::Keys(command.name.into(), keys.into())),
                }
            }
        }
        for (name, _) in overrides {
            if !TABLE.iter().any(|command| command.name == name) {
                faults.push(Fault::Name(name.clone()));
            }
        }
        let changed = |binding: &Binding| {
            overrides
                .iter()
                .any(|(name, _)| name == binding.command.name)
        };
        if !overrides.is_empty() {
            // what the reader chose wins over the table
            for own in bindings.clone().into_iter().filter(&changed) {
                bindings.retain(|other| {
                    let kept = changed(other) || !clash(&own, other);
                    if !kept {
                        faults.push(Fault::Taken(
                            own.command.name.into(),
                            own.written.clone(),
                            other.command.name.into(),
                        ));
                    }
                    kept
                });
            }
        }
        (Self { bindings }, faults)
    }

    /// What these keys mean in a place; `mirrored` where lines of the interface run to the left.
    pub fn meaning(&self, keys: &[Key], place: Scope, mirrored: bool) -> Meaning {
        let mut pending = false;
        for scope in chain(place) {
            for binding in self.within(*scope) {
                match matched(&binding.steps, keys, mirrored) {
                    Some((true, letter)) => return Meaning::Command(binding.command, letter),
                    Some((false, _)) => pending = true,
                    None => {}
                }
            }
            // a shorter sequence of the reader's does not hide a longer one of the selection's
            if pending {
                return Meaning::Pending;
            }
        }
        Meaning::Nothing
    }

    /// The bindings that go on after these keys.
    pub fn continuations(
        &self,
        keys: &[Key],
        place: Scope,
        mirrored: bool,
    ) -> impl Iterator<Item = &Binding> {
        let keys = keys.to_vec();
        chain(place)
            .iter()
            .flat_map(|scope| self.within(*scope))
            .filter(move |b| matches!(matched(&b.steps, &keys, mirrored), Some((false, _))))
    }

    /// The bindings of a command, the one for hints first.
    pub fn of(&self, name: &str) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |b| b.command.name == name)
    }

    /// All bindings that hold in a place.
    pub fn within(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        let held = move |binding: &&Binding| binding.command.scope.has(scope);
        self.bindings.iter().filter(held)
    }
}

/// Where keys are looked up, in order.
fn chain(place: Scope) -> &'static [Scope] {
    match place {
        Scope::STICKY => &[Scope::STICKY, Scope::READER],
        Scope::SELECT => &[Scope::SELECT, Scope::READER],
        Scope::READER => &[Scope::READER],
        Scope::PASSAGES => &[Scope::PASSAGES],
        Scope::CODEBOOK => &[Scope::CODEBOOK],
        Scope::COUNTS => &[Scope::COUNTS],
        Scope::SEARCH => &[Scope::SEARCH],
        Scope::STORY => &[Scope::STORY],
        Scope::RELATED => &[Scope::RELATED],
        _ => &[Scope::LIST],
    }
}

/// Whether keys are a sequence (with the letter it takes) or the beginning of it.
fn matched(steps: &[Step], keys: &[Key], mirrored: bool) -> Option<(bool, Option<char>)> {
    if keys.len() > steps.len() {
        return None;
    }
    let mut letter = None;
    for (step, key) in steps.iter().zip(keys) {
        match step {
            Step::Key(own) if own == key => {}
            Step::Letter => match key.code {
                super::Code::Char(c) if !key.ctrl && !key.alt => letter = Some(c),
                _ => return None,
            },
            Step::Arrow(back) => {
                let left = *back != mirrored;
                let code = if left {
                    super::Code::Left
                } else {
                    super::Code::Right
                };
                if *key != Key::plain(code) {
                    return None;
                }
            }
            Step::Key(_) => return None,
        }
    }
    Some((keys.len() == steps.len(), letter))
}

/// A sequence as written in the table or by the reader.
fn steps(written: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = written;
    for (name, step) in [
        ("<Letter>", Step::Letter),
        ("<Forward>", Step::Arrow(false)),
        ("<Backward>", Step::Arrow(true)),
    ] {
        if let Some(before) = rest.strip_suffix(name) {
            steps.push(step);
            rest = before;
        }
    }
    let mut keys: Vec<Step> = if rest.is_empty() {
        Vec::new()
    } else {
        let keys = Key::sequence(rest).ok()?;
        keys.into_iter().map(Step::Key).collect()
    };
    keys.append(&mut steps);
    (!keys.is_empty()).then_some(keys)
}

/// Whether two bindings cannot both be meant: same place, and one begins with the other.
fn clash(one: &Binding, other: &Binding) -> bool {
    let shared = Scope::EACH
        .iter()
        .any(|place| one.command.scope.has(*place) && other.command.scope.has(*place));
    let length = one.steps.len().min(other.steps.len());
    shared && one.steps[..length] == other.steps[..length]
}

impl Fault {
    /// The sentence that says so.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Name(name) => words.say("keys-no-command", &[("name", name.into())]),
            Self::Keys(name, keys) => words.say(
                "keys-unreadable",
                &[("name", name.into()), ("keys", keys.into())],
            ),
            Self::Taken(name, keys, other) => words.say(
                "keys-taken",
                &[
                    ("name", name.into()),
                    ("keys", keys.into()),
                    ("other", other.into()),
                ],
            ),
        }
    }
}
