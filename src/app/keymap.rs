//! Which command do these keys mean here?

use super::{
    Fault, Key, Keyboard,
    command::{Command, Scope, TABLE},
};

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
    /// Whether the reader chose it.
    pub own: bool,
}

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
    /// What the reader chose.
    own: Vec<(String, Vec<String>)>,
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

impl Keymap {
    /// The table's bindings, with the reader's own in the place of those of the same name.
    /// A key that the reader wrote as this keyboard types it is the key that types it: it
    /// holds in both scripts, as those of the table do.
    pub fn new(own: &[(String, Vec<String>)], keyboard: &Keyboard) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut bindings: Vec<Binding> = Vec::with_capacity(2 * TABLE.len());
        for command in TABLE {
            let given = chosen(own, command);
            let written: Vec<&str> = match given {
                Some(keys) => keys.iter().map(String::as_str).collect(),
                None => command.keys.to_vec(),
            };
            for keys in written {
                match steps(keys, keyboard) {
                    Some(steps) => bindings.push(Binding {
                        written: keys.to_owned(),
                        steps,
                        command,
                        own: given.is_some(),
                    }),
                    None => faults.push(Fault::Keys(command.name.into(), keys.into())),
                }
            }
        }
        let unknown = own
            .iter()
            .filter(|(name, _)| Command::named(name).is_none());
        faults.extend(unknown.map(|(name, _)| Fault::Name(name.clone())));
        for binding in bindings.clone() {
            if binding.own {
                give_way(&mut bindings, &binding, &mut faults);
            }
        }
        let own = own.to_vec();
        (Self { bindings, own }, faults)
    }

    /// The same on another keyboard.
    pub(super) fn on(&self, keyboard: &Keyboard) -> Self {
        Self::new(&self.own, keyboard).0
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

/// The keys that the reader gave to a command.
fn chosen<'a>(own: &'a [(String, Vec<String>)], command: &Command) -> Option<&'a [String]> {
    let found = own.iter().find(|(name, _)| name == command.name);
    found.map(|(_, keys)| keys.as_slice())
}

/// What the reader chose wins over the table, and of two choices the first in the table.
fn give_way(bindings: &mut Vec<Binding>, to: &Binding, faults: &mut Vec<Fault>) {
    let same = |one: &Binding, other: &Binding| {
        one.command.name == other.command.name && one.steps == other.steps
    };
    let Some(at) = bindings.iter().position(|binding| same(binding, to)) else {
        // it has given way itself
        return;
    };
    let mut nth = 0;
    bindings.retain(|other| {
        let before = nth < at;
        nth += 1;
        if same(other, to) || other.own && before || !clash(to, other) {
            return true;
        }
        let (name, keys) = (to.command.name.to_owned(), to.written.clone());
        let (lost, lost_keys) = (other.command.name.to_owned(), other.written.clone());
        faults.push(if other.own {
            Fault::Clash(name, keys, lost, lost_keys)
        } else {
            Fault::Taken(name, keys, lost)
        });
        false
    });
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
fn steps(written: &str, keyboard: &Keyboard) -> Option<Vec<Step>> {
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
        let mut steps = Vec::with_capacity(keys.len());
        let mut left = keys.as_slice();
        while let Some(next) = keyboard.translate(left) {
            steps.push(Step::Key(next.key));
            left = &left[next.eaten..];
        }
        steps
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
