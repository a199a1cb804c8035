//! What is the codebook, and which tag is meant?

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use super::{Tag, TagId, distance::Pattern, key};

/// A tag and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The tag.
    pub tag: Tag,
    /// How deep it stands in the tree: 0 at the top.
    pub depth: u16,
    /// How many passages bear it.
    pub passages: u32,
    /// In how many articles: those that bear it as a whole or in a passage.
    pub articles: u32,
}

/// All tags as a tree: each before those below it, those of one parent by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codebook {
    /// The entries.
    pub entries: Vec<Entry>,
    /// How each is found.
    keys: Vec<String>,
    places: HashMap<TagId, usize>,
}

impl Codebook {
    /// Sets tags, each with its passages and articles, in order. A parent that is not there,
    /// or a ring of parents, is taken for none.
    pub fn arranged(tags: Vec<(Tag, u32, u32)>) -> Self {
        let known: HashSet<TagId> = tags.iter().map(|(tag, ..)| tag.id.clone()).collect();
        let mut below: HashMap<Option<TagId>, Vec<(String, Entry)>> = HashMap::new();
        for (tag, passages, articles) in tags {
            let parent = tag.parent.clone().filter(|parent| known.contains(parent));
            let entry = Entry {
                tag,
                depth: 0,
                passages,
                articles,
            };
            below
                .entry(parent)
                .or_default()
                .push((key(&entry.tag.name), entry));
        }
        // the last is taken first
        for children in below.values_mut() {
            children.sort_by(|(a, one), (b, other)| (b, &other.tag.name).cmp(&(a, &one.tag.name)));
        }
        let mut book = Self::default();
        loop {
            book.hang(&mut below);
            // only rings are left: one of a ring is taken for its top
            let ring = below.values_mut().filter(|left| !left.is_empty());
            let Some(top) = ring.min_by(|a, b| a[0].0.cmp(&b[0].0)).and_then(Vec::pop) else {
                return book;
            };
            below.insert(None, vec![top]);
        }
    }

    /// The entry of a tag.
    pub fn get(&self, id: &TagId) -> Option<&Entry> {
        self.places.get(id).map(|at| &self.entries[*at])
    }

    /// The entries that stand below a tag, in their order.
    pub fn below(&self, id: &TagId) -> &[Entry] {
        let Some(at) = self.places.get(id) else {
            return &[];
        };
        let depth = self.entries[*at].depth;
        let after = &self.entries[at + 1..];
        let ends = after.iter().position(|entry| entry.depth <= depth);
        &after[..ends.unwrap_or(after.len())]
    }

    /// The tag of exactly this name, else the only one that is found so.
    pub fn named(&self, name: &str) -> Option<&Entry> {
        if let Some(entry) = self.entries.iter().find(|entry| entry.tag.name == name) {
            return Some(entry);
        }
        let key = key(name);
        let mut found = (0..self.keys.len()).filter(|at| self.keys[*at] == key);
        let only = found.next()?;
        found.next().is_none().then(|| &self.entries[only])
    }

    /// The tags that what was typed may mean, as places in [`Self::entries`]: those found so,
    /// those that begin so, those a word of which begins so, those that hold it; of each the
    /// more used ones first. All for nothing typed.
    pub fn matching(&self, typed: &str) -> Vec<usize> {
        let typed = key(typed);
        let rank = |at: usize| -> Option<u8> {
            let key = &self.keys[at];
            let found = key.find(&typed)?;
            Some(match found {
                0 if key.len() == typed.len() => 0,
                0 => 1,
                _ if word_begins(key, &typed) => 2,
                _ => 3,
            })
        };
        let mut found: Vec<(u8, usize)> = (0..self.entries.len())
            .filter_map(|at| Some((rank(at)?, at)))
            .collect();
        found.sort_by_key(|(rank, at)| {
            let entry = &self.entries[*at];
            (*rank, Reverse(entry.passages), Reverse(entry.articles), *at)
        });
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// The tags that a name that none has may mean: as [`Self::matching`], else the few that
    /// are nearly so spelled, the nearest first.
    pub fn near(&self, name: &str) -> Vec<usize> {
        let matching = self.matching(name);
        if !matching.is_empty() {
            return matching;
        }
        let name: Vec<char> = key(name).chars().collect();
        let pattern = Pattern::new(name.iter().copied());
        let mut near: Vec<(usize, usize)> = (0..self.keys.len())
            .filter_map(|at| Some((pattern.distances(self.keys[at].chars(), true).last()?, at)))
            .filter(|(errors, _)| errors * 3 <= name.len())
            .collect();
        near.sort_unstable();
        near.into_iter().map(|(_, at)| at).collect()
    }

    /// Pairs of tags that may be one, in order: found alike, or a letter apart where both have
    /// at least five.
    pub fn duplicates(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, key) in self.keys.iter().enumerate() {
            // with one letter left out, two that are a letter apart are alike
            for spelling in spellings(key) {
                let others = seen.entry(spelling).or_default();
                pairs.extend(others.iter().map(|other| (*other, at)));
                others.push(at);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs.retain(|(one, other)| one != other && alike(&self.keys[*one], &self.keys[*other]));
        pairs
    }

    /// Takes what hangs from the top, and from what was taken.
    fn hang(&mut self, below: &mut HashMap<Option<TagId>, Vec<(String, Entry)>>) {
        let mut open: Vec<(u16, Vec<(String, Entry)>)> = below
            .remove(&None)
            .into_iter()
            .map(|top| (0, top))
            .collect();
        while let Some((depth, level)) = open.last_mut() {
            let Some((key, mut entry)) = level.pop() else {
                open.pop();
                continue;
            };
            entry.depth = *depth;
            let deeper = depth.saturating_add(1);
            if let Some(children) = below.remove(&Some(entry.tag.id.clone())) {
                open.push((deeper, children));
            }
            self.places.insert(entry.tag.id.clone(), self.entries.len());
            self.entries.push(entry);
            self.keys.push(key);
        }
    }
}

fn word_begins(key: &str, typed: &str) -> bool {
    key.match_indices(typed)
        .any(|(at, _)| key[..at].ends_with(' '))
}

/// A key, and the key without each of its letters where it has at least five.
fn spellings(key: &str) -> Vec<String> {
    let mut all = vec![key.to_owned()];
    if key.chars().count() >= 5 {
        all.extend(key.char_indices().map(|(at, c)| {
            let (before, after) = key.split_at(at);
            [before, &after[c.len_utf8()..]].concat()
        }));
    }
    all
}

fn alike(one: &str, other: &str) -> bool {
    let letters: Vec<char> = one.chars().collect();
    let distance = Pattern::new(letters.iter().copied())
        .distances(other.chars(), true)
        .last();
    let long = letters.len().min(other.chars().count()) >= 5;
    one == other || (long && distance == Some(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::Colour;

    fn book(tags: &[(&str, Option<&str>, u32)]) -> Codebook {
        let tag = |(name, parent, passages): &(&str, Option<&str>, u32)| {
            let tag = Tag {
                id: TagId::from_stored((*name).to_owned()),
                name: (*name).to_owned(),
                parent: parent.map(|parent| TagId::from_stored(parent.to_owned())),
                colour: Colour::Blue,
                description: String::new(),
                letter: None,
            };
            (tag, *passages, 0)
        };
        Codebook::arranged(tags.iter().map(tag).collect())
    }

    fn shown(book: &Codebook) -> String {
        let line = |entry: &Entry| format!("{}{}", "-".repeat(entry.depth.into()), entry.tag.name);
        book.entries.iter().map(line).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_tag_stands_before_those_below_it() {
        let tags = [
            ("ب", None, 0),
            ("د", Some("أ"), 0),
            ("أ", None, 0),
            ("ج", Some("د"), 0),
        ];
        let book = book(&tags);
        assert_eq!(shown(&book), "أ -د --ج ب");
        let below = |name: &str| {
            let below = book.below(&TagId::from_stored(name.to_owned())).iter();
            below.map(|entry| &*entry.tag.name).collect::<Vec<_>>()
        };
        assert_eq!(below("أ"), ["د", "ج"]);
        assert_eq!(below("ج"), [""; 0]);
        assert_eq!(below("ب"), [""; 0]);
    }

    #[test]
    fn what_hangs_in_a_ring_or_from_nothing_is_there() {
        let tags = [
            ("أ", Some("ب"), 0),
            ("ب", Some("أ"), 0),
            ("ج", Some("لا"), 0),
        ];
        assert_eq!(shown(&book(&tags)), "ج أ -ب");
        assert_eq!(shown(&book(&[("أ", Some("أ"), 0)])), "أ");
    }

    #[test]
    fn a_name_is_taken_exactly_or_as_the_only_one_found_so() {
        let book = book(&[("الأمة", None, 0), ("أمة", None, 0), ("السياسة", None, 0)]);
        let named = |name| book.named(name).map(|entry| &*entry.tag.name);
        assert_eq!(named("أمة"), Some("أمة"));
        assert_eq!(named("امه"), None);
        assert_eq!(named("سياسه"), Some("السياسة"));
    }

    #[test]
    fn the_best_match_comes_first() {
        let tags = [
            ("سياسة خارجية", None, 2),
            ("السياسة", None, 1),
            ("أساسيات", None, 9),
            ("نقد السياسة", None, 5),
            ("سياسة داخلية", None, 7),
        ];
        let book = book(&tags);
        let names = |typed| -> Vec<&str> {
            let found = book.matching(typed).into_iter();
            found.map(|at| &*book.entries[at].tag.name).collect()
        };
        assert_eq!(
            names("سياسه"),
            ["السياسة", "سياسة داخلية", "سياسة خارجية", "نقد السياسة"]
        );
        assert_eq!(names("اسيات"), ["أساسيات"]);
        assert_eq!(names("").len(), 5);
    }

    #[test]
    fn likely_duplicates_are_found_alike_or_a_letter_apart() {
        let tags = [
            "الاقتصاد",
            "اقتصاد",
            "إقتصاذ",
            "حرب",
            "حزب",
            "انتخابات",
            "إنتخاب",
        ];
        let book = book(&tags.map(|name| (name, None, 0)));
        let pairs = book.duplicates().into_iter();
        let names = |at: usize| &*book.entries[at].tag.name;
        let found: Vec<_> = pairs.map(|(a, b)| (names(a), names(b))).collect();
        assert_eq!(
            found,
            [
                ("اقتصاد", "الاقتصاد"),
                ("اقتصاد", "إقتصاذ"),
                ("الاقتصاد", "إقتصاذ")
            ]
        );
    }
}
