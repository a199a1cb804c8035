//! Of which items does the text of a search consist?

use std::{ops::Range, sync::LazyLock};

use crate::text::{fold, word_list};

/// Where an item is searched for, as typed before its colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Field {
    /// Anywhere.
    #[default]
    None,
    Title,
    Source,
    Tag,
    Note,
    Before,
    After,
}

/// How closely an item is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// As words.
    #[default]
    Words,
    /// In these letters, in their order.
    Quoted,
    /// In this spelling.
    Spelled,
}

/// Something that is searched for: a stretch without blanks, or what stands in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Item {
    /// Its bytes, without the marks around it.
    pub value: Range<usize>,
    pub field: Field,
    /// Whether it must not be there.
    pub not: bool,
    pub sort: Sort,
    /// Whether more than blanks parts it from the item before.
    pub parted: bool,
}

/// Reads items from a text that holds no invisible signs.
pub(super) struct Items<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl Iterator for Items<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let mut item = Item::default();
        // whether a sign may open an item here
        let mut open = self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| is_edge(c) && c != '»');
        loop {
            let rest = &self.text[self.at..];
            let mut letters = rest.chars();
            let first = letters.next()?;
            let alone = letters.next().is_none_or(char::is_whitespace);
            if first.is_whitespace() {
                open = true;
            } else if is_minus(first) && open && !alone {
                item.not = true;
            } else if first == '=' && open && !alone {
                item.sort = Sort::Spelled;
            } else if SEPARATORS.contains(&first) || is_minus(first) || first == '=' {
                item = Item {
                    parted: true,
                    ..Item::default()
                };
                open = true;
            } else if let Some((value, end)) = quoted(rest) {
                item.value = self.at + value.start..self.at + value.end;
                if item.sort == Sort::Words {
                    item.sort = Sort::Quoted;
                }
                self.at += end;
                return Some(item);
            } else {
                let Some((name, length)) = field(rest) else {
                    let chunk = chunk(rest);
                    item.value = self.at..self.at + chunk.len();
                    self.at += chunk.len();
                    return Some(item);
                };
                match name {
                    Name::Not => item.not = true,
                    Name::Field(field) => item.field = field,
                }
                self.at += length;
                open = true;
                continue;
            }
            self.at += first.len_utf8();
        }
    }
}

impl Items<'_> {
    /// Where the run of stretches ends that began at a byte: behind the first of them, and
    /// behind each of those that follow with only blanks between them.
    pub fn ends(&self, start: usize, most: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut at = start;
        while ends.len() < most {
            let rest = &self.text[at..];
            let blanks = rest.len() - rest.trim_start().len();
            let chunk = chunk(&rest[blanks..]);
            let signed = !ends.is_empty() && chunk.starts_with(is_minus);
            if chunk.is_empty() || signed || field(chunk).is_some() {
                break;
            }
            at += blanks + chunk.len();
            ends.push(at);
        }
        ends
    }
}

const SEPARATORS: [char; 5] = ['،', ',', ';', '؛', '»'];

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–')
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || SEPARATORS.contains(&c)
}

fn is_quote(c: char) -> bool {
    matches!(c, '«' | '»' | '“' | '”' | '„' | '"')
}

/// The stretch at the beginning of a text up to a blank, a separator or a quotation mark.
fn chunk(text: &str) -> &str {
    let end = text.find(|c: char| is_edge(c) || is_quote(c));
    &text[..end.unwrap_or(text.len())]
}

/// What stands in the quotation marks that open here, and where the text goes on. Marks that
/// are not closed reach to the end.
fn quoted(text: &str) -> Option<(Range<usize>, usize)> {
    let open = text.chars().next()?;
    let start = open.len_utf8();
    let closes = |c: char| match open {
        '«' => c == '»',
        _ => is_quote(c) && !matches!(c, '«' | '»'),
    };
    if !is_quote(open) || open == '»' {
        return None;
    }
    let end = text[start..].find(closes).map(|at| start + at);
    let after = |at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
    Some((
        start..end.unwrap_or(text.len()),
        end.map_or(text.len(), after),
    ))
}

/// What a word before a colon says.
#[derive(Debug, Clone, Copy)]
enum Name {
    Field(Field),
    Not,
}

/// The name of a field has no more letters, marks counted.
const LONGEST_NAME: usize = 24;

/// The field that a text opens with, and the length of its name with the colon.
fn field(text: &str) -> Option<(Name, usize)> {
    static NAMES: LazyLock<Vec<(String, Name)>> = LazyLock::new(|| {
        let lines = word_list(include_str!("../../assets/terms/fields.txt"));
        let names = lines.into_iter().filter_map(|line| {
            let name = match line.split_whitespace().next()? {
                "title" => Name::Field(Field::Title),
                "source" => Name::Field(Field::Source),
                "tag" => Name::Field(Field::Tag),
                "note" => Name::Field(Field::Note),
                "before" => Name::Field(Field::Before),
                "after" => Name::Field(Field::After),
                "not" => Name::Not,
                _ => return None,
            };
            let words = line.split_whitespace();
            Some(words.map(move |word| (fold(word), name)))
        });
        names.flatten().collect()
    });
    let mut letters = text.char_indices().take(LONGEST_NAME);
    let (colon, _) = letters.find(|(_, c)| *c == ':')?;
    let word = fold(&text[..colon]);
    let (_, name) = NAMES.iter().find(|(known, _)| *known == word)?;
    Some((*name, colon + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<(String, Item)> {
        let items = Items { text, at: 0 };
        items
            .map(|item| (text[item.value.clone()].to_owned(), item))
            .collect()
    }

    fn values(text: &str) -> Vec<String> {
        items(text).into_iter().map(|(value, _)| value).collect()
    }

    #[test]
    fn every_kind_of_quotation_mark_quotes() {
        for text in [
            "«أ ب» ج",
            "\"أ ب\" ج",
            "“أ ب” ج",
            "„أ ب“ ج",
            "„أ ب” ج",
            "”أ ب“ ج",
        ] {
            assert_eq!(values(text), ["أ ب", "ج"], "{text}");
            assert_eq!(items(text)[0].1.sort, Sort::Quoted);
        }
        assert_eq!(values("ج «أ ب"), ["ج", "أ ب"]);
        assert_eq!(values("ج» أ"), ["ج", "أ"]);
    }

    #[test]
    fn a_dash_negates_only_where_a_word_begins() {
        for text in ["-أ", "–أ", "−أ", "ليس:أ", "not: أ", "- -أ", "ب، -أ"] {
            let (value, item) = items(text).pop().unwrap();
            assert!(item.not && value == "أ", "{text}");
        }
        for text in ["covid-19", "ب - أ", "«ب»-أ", "- أ", "12:30"] {
            assert!(items(text).iter().all(|(_, item)| !item.not), "{text}");
        }
    }

    #[test]
    fn fields_are_named_in_both_languages_with_blanks_or_without() {
        for (text, field) in [
            ("title:أ", Field::Title),
            ("عنوان: أ", Field::Title),
            ("عُنوان:«أ»", Field::Title),
            ("Source: أ", Field::Source),
            ("وسم:أ", Field::Tag),
            ("ملاحظة:أ", Field::Note),
            ("-بعد:أ", Field::After),
            ("قبل:-أ", Field::Before),
            ("http://أ", Field::None),
            ("12:أ", Field::None),
        ] {
            assert_eq!(items(text).pop().unwrap().1.field, field, "{text}");
        }
        assert!(items("title: ، ").is_empty());
    }
}
