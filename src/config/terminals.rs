//! Which way of serving it was chosen for which terminal?

use toml_edit::{Document, DocumentMut, Item, Value};

use super::{
    BIDI,
    complaint::{Complaint, Objection},
};

/// What was chosen for terminals, by what they answer: lines `"kitty(0.26.5)" = "visual"`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terminals(Vec<(String, &'static str)>);

impl Terminals {
    /// The choices of a file; what is wrong in it counts for nothing.
    pub fn parse(toml: &str) -> (Self, Vec<Complaint>) {
        let document = match Document::parse(toml) {
            Ok(document) => document,
            Err(broken) => return (Self::default(), vec![Complaint::broken(toml, &broken)]),
        };
        let (mut chosen, mut complaints) = (Vec::new(), Vec::new());
        for (terminal, item) in document.iter() {
            let named = |name: &str| BIDI.into_iter().find(|known| *known == name);
            match item.as_str().and_then(named) {
                Some(name) => chosen.push((terminal.to_owned(), name)),
                None => complaints.push(Complaint::at(
                    toml,
                    document.as_table(),
                    terminal,
                    Objection::BadTerminal {
                        terminal: terminal.to_owned(),
                        value: value(item),
                    },
                )),
            }
        }
        (Self(chosen), complaints)
    }

    /// What was chosen for a terminal: a name of [`BIDI`].
    pub fn get(&self, terminal: &str) -> Option<&'static str> {
        let found = self.0.iter().find(|(known, _)| known == terminal);
        found.map(|(_, name)| *name)
    }

    /// Chooses for a terminal.
    pub fn set(&mut self, terminal: &str, name: &'static str) {
        self.0.retain(|(known, _)| known != terminal);
        self.0.push((terminal.to_owned(), name));
    }
}

/// The same in a file, whose other lines stay as they are; false where nothing had to change:
/// what was never chosen need not be unchosen.
pub(super) fn put(document: &mut DocumentMut, terminal: &str, name: &str) -> bool {
    let mut value = Value::from(name);
    match document.get_mut(terminal) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None if name == BIDI[0] => return false,
        _ => document[terminal] = Item::Value(value),
    }
    true
}

fn value(item: &Item) -> String {
    let text = item.as_str().map(str::to_owned);
    text.unwrap_or_else(|| item.to_string().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_by_what_terminals_answer() {
        let toml = "# at work\n\"kitty(0.26.5)\" = 'visual' # force_ltr\n\n\"DA2 0;136;0\" = \"auto\"\nst = 'word'\n";
        let (chosen, complaints) = Terminals::parse(toml);
        assert_eq!(complaints, []);
        assert_eq!(chosen.get("kitty(0.26.5)"), Some("visual"));
        assert_eq!(chosen.get("DA2 0;136;0"), Some("auto"));
        assert_eq!(chosen.get("kitty(0.41.1)"), None);
    }

    #[test]
    fn what_names_no_way_is_a_complaint_with_its_line_and_the_rest_holds() {
        let toml = "foot = 'visual'\n\n\"xterm\" = 'sideways'\nst = 5\nfoot.x = 1\n";
        let (chosen, complaints) = Terminals::parse(toml);
        // a key within a value breaks the file
        assert_eq!((chosen, complaints.len()), (Terminals::default(), 1));
        let (chosen, complaints) = Terminals::parse(&toml.replace("foot.x", "x.y"));
        assert_eq!(chosen.get("foot"), Some("visual"));
        let seen: Vec<(usize, &str, &str)> = complaints
            .iter()
            .map(|complaint| match &complaint.what {
                Objection::BadTerminal { terminal, value } => {
                    (complaint.line, terminal.as_str(), value.as_str())
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(seen[..2], [(3, "xterm", "sideways"), (4, "st", "5")]);
        assert_eq!((seen.len(), seen[2].0, seen[2].1), (3, 5, "x"));
    }
}
