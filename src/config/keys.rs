//! Which keys has the reader given to commands?

use toml_edit::{Document, Item};

use super::complaint::{Complaint, Objection};

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

/// The bindings of a file: lines `command = "key"` or `command = ["key", …]`.
pub fn bindings(toml: &str) -> (Vec<Binding>, Vec<Complaint>) {
    let document = match Document::parse(toml) {
        Ok(document) => document,
        Err(broken) => return (Vec::new(), vec![Complaint::broken(toml, &broken)]),
    };
    let (mut bindings, mut complaints) = (Vec::new(), Vec::new());
    for (command, item) in document.iter() {
        let bad = Objection::BadKeys(command.to_owned());
        let place = Complaint::at(toml, document.as_table(), command, bad);
        match keys(item) {
            Some(keys) => bindings.push(Binding {
                command: command.to_owned(),
                keys,
                line: place.line,
            }),
            None => complaints.push(place),
        }
    }
    (bindings, complaints)
}

fn keys(item: &Item) -> Option<Vec<String>> {
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
        let (found, complaints) = bindings(toml);
        let found: Vec<(&str, Vec<&str>, usize)> = found
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
}
