//! Which keys has the reader given to commands?

use toml_edit::{Document, Item};

use super::{
    choice::Layout,
    complaint::{Complaint, Objection},
    form::{Form, choice},
};

/// The keys of a command, as `keys.toml` has them; which commands and keys there are, the
/// command table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The name of the command.
    pub command: String,
    /// Its keys, each a sequence; none where the command is to have no key.
    pub keys: Vec<String>,
    /// The line, counted from 1.
    pub line: usize,
}

/// What `keys.toml` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// The layout of the keyboard, where it names one: `layout = "persian"`. It stands in for
    /// the default of the setting `keyboard`: what `config.toml` says wins, for that is where
    /// the page of settings writes what was chosen last.
    pub layout: Option<Layout>,
    /// The keys of commands: lines `command = "key"` or `command = ["key", …]`.
    pub bindings: Vec<Binding>,
}

impl Keys {
    /// The keys of a file.
    pub fn read(toml: &str) -> (Self, Vec<Complaint>) {
        let (mut keys, mut complaints) = (Self::default(), Vec::new());
        let document = match Document::parse(toml) {
            Ok(document) => document,
            Err(broken) => return (keys, vec![Complaint::broken(toml, &broken)]),
        };
        for (name, item) in document.iter() {
            let place = |what| Complaint::at(toml, document.as_table(), name, what);
            if name == LAYOUT {
                let value = item.as_str().unwrap_or_default();
                keys.layout = (LAYOUTS.read)(value);
                if keys.layout.is_none() {
                    complaints.push(place(Objection::BadValue {
                        key: LAYOUT,
                        value: item.to_string().trim().to_owned(),
                        possible: (LAYOUTS.possible)(),
                    }));
                }
                continue;
            }
            let bad = place(Objection::BadKeys(name.to_owned()));
            match sequences(item) {
                Some(own) => keys.bindings.push(Binding {
                    command: name.to_owned(),
                    keys: own,
                    line: bad.line,
                }),
                None => complaints.push(bad),
            }
        }
        (keys, complaints)
    }
}

const LAYOUT: &str = "layout";

const LAYOUTS: Form<Layout> = choice();

fn sequences(item: &Item) -> Option<Vec<String>> {
    if let Some(key) = item.as_str() {
        return Some(vec![key.to_owned()]);
    }
    let many = item.as_array()?.iter();
    many.map(|key| key.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_one_key_or_several_or_none() {
        let toml = "open = '<Enter>'\nquit = [\"q\", \"<C-q>\"]\n# off\nsuspend = []\nstar = 5\n";
        let (found, complaints) = Keys::read(toml);
        let found: Vec<(&str, Vec<&str>, usize)> = found
            .bindings
            .iter()
            .map(|b| {
                let keys = b.keys.iter().map(String::as_str).collect();
                (b.command.as_str(), keys, b.line)
            })
            .collect();
        let expected = [
            ("open", vec!["<Enter>"], 1),
            ("quit", vec!["q", "<C-q>"], 2),
            ("suspend", vec![], 4),
        ];
        assert_eq!(found, expected);
        let star = Complaint {
            line: 5,
            what: Objection::BadKeys("star".to_owned()),
        };
        assert_eq!(complaints, [star]);
    }

    #[test]
    fn a_layout_is_named_beside_the_keys() {
        let (found, complaints) = Keys::read("layout = 'persian'\nopen = 'l'\n");
        assert_eq!(
            (found.layout, complaints),
            (Some(Layout::Persian), Vec::new())
        );
        assert_eq!(found.bindings.len(), 1);
        let (found, complaints) = Keys::read("open = 'l'\nlayout = 'dvorak'\n");
        assert_eq!((found.layout, complaints[0].line), (None, 2));
        let Objection::BadValue { possible, .. } = &complaints[0].what else {
            panic!("{complaints:?}");
        };
        assert!(possible.to_string().contains("arabic-101"));
    }
}
