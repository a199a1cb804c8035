//! Is this line one of the lines that pages carry around their articles? The rules are data.

use crate::import::letter::is_word;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

use crate::{article::Reason, text::fold};

/// What a line was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// What the page carries there.
    pub reason: Reason,
    /// How much of the line the rule covers.
    pub extent: Extent,
    /// The name of a section.
    pub section: bool,
    /// A rule that holds only above and below the body: within it the line may be a heading.
    pub weak: bool,
}

/// How much of a line a rule covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it: what the label announces follows in the next lines.
    Whole,
    /// Its first words: what the label announces stands in the line.
    Begins,
    /// Words within it.
    Within,
    /// All of it: what a label announced ends here.
    Closes,
}

/// Lines longer than this, in words, are no labels.
const LONGEST: usize = 45;

/// Labels run together («آخر الأخبارأخبار محلية») are looked for in lines up to this length.
const LONGEST_RUN: usize = 90;

/// The label of a folded line.
pub fn label(folded: &str) -> Option<Label> {
    RULES.label(folded)
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let data = include_str!("../../assets/import/labels.toml");
    Rules::of(&toml::from_str(data).expect("the data of labels is checked by the tests"))
});

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Lists {
    whole: Vec<String>,
    weak: Vec<String>,
    begins: Vec<String>,
    within: Vec<String>,
    nouns: Vec<String>,
    kin: Vec<String>,
    closes: Vec<String>,
}

struct Phrase {
    words: Vec<String>,
    label: Label,
}

struct Rules {
    /// Whole lines by their letters.
    whole: HashMap<String, Label>,
    /// The same by their first letter, the longest first.
    by_letter: HashMap<char, Vec<(String, Label)>>,
    /// Phrases by their first word.
    phrases: HashMap<String, Vec<Phrase>>,
    /// What a block of other stories is called by.
    nouns: HashSet<String>,
}

impl Rules {
    fn of(data: &BTreeMap<String, Lists>) -> Self {
        let mut rules = Self {
            whole: HashMap::new(),
            by_letter: HashMap::new(),
            phrases: HashMap::new(),
            nouns: HashSet::new(),
        };
        for (name, lists) in data {
            let (reason, section) = match name.as_str() {
                "section" => (Reason::Navigation, true),
                name => (reason(name), false),
            };
            let label = |extent, weak| Label {
                reason,
                extent,
                section,
                weak,
            };
            for (list, weak) in [(&lists.whole, false), (&lists.weak, true)] {
                for line in list {
                    rules
                        .whole
                        .insert(squeeze(&fold(line)), label(Extent::Whole, weak));
                }
            }
            for (list, extent) in [
                (&lists.begins, Extent::Begins),
                (&lists.within, Extent::Within),
            ] {
                for line in list {
                    let folded = fold(line);
                    let words: Vec<String> = parts(&folded).map(str::to_owned).collect();
                    let first = words.first().cloned().unwrap_or_default();
                    let label = label(extent, false);
                    rules
                        .phrases
                        .entry(first)
                        .or_default()
                        .push(Phrase { words, label });
                }
            }
        }
        for (text, label) in &rules.whole {
            let first = text.chars().next().unwrap_or_default();
            let known = rules.by_letter.entry(first).or_default();
            known.push((text.clone(), *label));
        }
        for (name, lists) in data {
            rules.kin(name, lists);
        }
        for known in rules.by_letter.values_mut() {
            known.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        rules
    }

    /// Nouns and their kin, and what closes a block: not looked for in lines run together.
    fn kin(&mut self, name: &str, lists: &Lists) {
        let label = |extent| Label {
            reason: reason(name),
            extent,
            section: false,
            weak: false,
        };
        for noun in &lists.nouns {
            self.nouns.insert(fold(noun));
            for kin in &lists.kin {
                for article in ["", "ال"] {
                    let line = squeeze(&fold(&format!("{article}{noun} {kin}")));
                    self.whole.entry(line).or_insert(label(Extent::Whole));
                }
            }
        }
        for line in &lists.closes {
            let line = squeeze(&fold(line));
            self.whole.insert(line, label(Extent::Closes));
        }
    }

    /// «قصص … نهاية» and «تخطى … وواصل القراءة» end a block of other stories.
    fn closing(&self, parts: &[&str]) -> Option<Label> {
        let ended = matches!(parts, [noun, .., "نهايه"] if self.nouns.contains(*noun));
        let skipped = matches!(parts, ["تخطي" | "تخط", .., "وواصل", "القراءه"]);
        (parts.len() <= 9 && (ended || skipped)).then_some(Label {
            reason: Reason::Related,
            extent: Extent::Closes,
            section: false,
            weak: false,
        })
    }

    fn label(&self, folded: &str) -> Option<Label> {
        if folded.len() > LONGEST * 24 {
            return None;
        }
        let squeezed = squeeze(folded);
        if let Some(label) = self.whole.get(&squeezed) {
            return Some(*label);
        }
        let parts: Vec<&str> = parts(folded).take(LONGEST + 1).collect();
        if parts.len() > LONGEST {
            return None;
        }
        let label = self.closing(&parts).or_else(|| self.phrase(&parts));
        label.or_else(|| {
            let run = squeezed.chars().count() <= LONGEST_RUN;
            run.then(|| self.run(&squeezed)).flatten()
        })
    }

    fn phrase(&self, parts: &[&str]) -> Option<Label> {
        for (at, part) in parts.iter().enumerate() {
            let Some(phrases) = self.phrases.get(*part) else {
                continue;
            };
            for phrase in phrases {
                let here = at == 0 || phrase.label.extent == Extent::Within;
                let mut following = parts[at..].iter();
                if here
                    && phrase
                        .words
                        .iter()
                        .all(|w| following.next().is_some_and(|p| p == w))
                {
                    return Some(phrase.label);
                }
            }
        }
        None
    }

    /// The first label of a line that is labels and numbers from end to end, or that begins
    /// with a masthead's office.
    fn run(&self, squeezed: &str) -> Option<Label> {
        let (mut rest, mut first) = (squeezed, None);
        'next: while !rest.is_empty() {
            let known = rest.chars().next().and_then(|c| self.by_letter.get(&c));
            for (text, label) in known.into_iter().flatten() {
                if let Some(after) = rest.strip_prefix(text.as_str()) {
                    if first.is_none() && label.reason == Reason::Masthead {
                        return Some(*label);
                    }
                    first.get_or_insert(*label);
                    rest = after;
                    continue 'next;
                }
            }
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits == 0 || first.is_none() {
                return None;
            }
            rest = &rest[digits..];
        }
        first
    }
}

fn reason(name: &str) -> Reason {
    const REASONS: [Reason; 9] = [
        Reason::Navigation,
        Reason::Related,
        Reason::Share,
        Reason::Copyright,
        Reason::Comments,
        Reason::Masthead,
        Reason::Notice,
        Reason::Widget,
        Reason::Tags,
    ];
    REASONS
        .into_iter()
        .find(|r| r.name() == name)
        .expect("the data of labels names reasons")
}

/// The letters and digits of a folded line.
pub fn squeeze(folded: &str) -> String {
    let bare: String = folded.chars().filter(|c| is_word(*c)).collect();
    // `A+` and `A-` differ only in their signs.
    if bare.len() <= 1 {
        folded.trim().to_owned()
    } else {
        bare
    }
}

/// The words of a folded line; a colon and a few signs count as words.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !is_word(c) && !":©(/>»".contains(c));
        let first = rest.chars().next()?;
        let end = if is_word(first) {
            rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<Reason> {
        label(&fold(line)).map(|l| l.reason)
    }

    #[test]
    fn labels_are_known_glued_and_run_together() {
        assert_eq!(of("أخبار ذات علاقة"), Some(Reason::Related));
        assert_eq!(of("اذهب إلىالأعلى"), Some(Reason::Navigation));
        assert_eq!(of("آخر الأخبارأخبار محلية"), Some(Reason::Related));
        assert_eq!(of("Facebook Twitter واتساب"), Some(Reason::Share));
        assert_eq!(of("رئيس التحريرنزار سليم"), Some(Reason::Masthead));
        assert_eq!(of("8 mins read"), Some(Reason::Widget));
    }

    #[test]
    fn kin_and_closers_are_known_by_pattern() {
        for line in [
            "روابط ذات صلة",
            "المواضيع ذات الصلة",
            "تقارير مشابهة",
            "مقالات متعلقة",
        ] {
            assert_eq!(
                label(&fold(line)).map(|l| l.extent),
                Some(Extent::Whole),
                "{line}"
            );
        }
        for line in [
            "نهاية القائمة",
            "قصص مختارة نهاية",
            "تخطى البودكاست وواصل القراءة",
            "end of list",
        ] {
            assert_eq!(
                label(&fold(line)).map(|l| l.extent),
                Some(Extent::Closes),
                "{line}"
            );
        }
        for line in ["تجارب مشابهة", "حرب بلا نهاية", "تخطى العداء الحاجز"]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn labels_begin_lines_or_stand_within() {
        assert_eq!(of("اقرأ أيضًا: عنوان ما"), Some(Reason::Related));
        assert_eq!(
            of("جميع الحقوق محفوظة © 2031 دار ما"),
            Some(Reason::Copyright)
        );
        assert_eq!(of("شاهد: هبوط الطائرة"), Some(Reason::Related));
        assert_eq!(of("شاهد المارة هبوط الطائرة"), None);
        assert_eq!(of("كتاب مفتوح على النافذة"), None);
    }
}
