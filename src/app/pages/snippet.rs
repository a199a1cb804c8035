//! How do the title and the best sentence of a result stand in their rows, and where are the hits?

use std::ops::Range;

use crate::{
    app::Title,
    desk::{Found, FoundIn},
    terms::{Analyser, Query},
    text::{Direction, Typesetter},
};

/// A result in rows.
#[derive(Debug)]
pub struct Laid {
    /// Its title, in one row.
    pub title: Title,
    /// The bytes of the hits in the title.
    pub in_title: Vec<Range<usize>>,
    /// The sentence; no rows where it is the title, or the name of a tag.
    pub sentence: Title,
    /// The bytes of the hits in the sentence, as it is shown.
    pub hits: Vec<Range<usize>>,
}

/// A sentence has no more rows.
const MOST: usize = 2;

/// What stands for words that are left out before a hit.
const BEFORE: &str = "… ";

impl Laid {
    /// A result in rows of so many cells.
    pub(super) fn new(
        found: &Found,
        query: &Query,
        setter: &mut Typesetter,
        inherited: Direction,
        width: usize,
    ) -> Self {
        let title = found.entry.meta.title.trim();
        let (text, hits) = cut(&found.snippet, &found.hits, MOST * width);
        let mut sentence = Title::new(setter, &text, inherited, width, MOST);
        if text == title || matches!(found.place, FoundIn::Tag(_)) {
            sentence.rows.clear();
        }
        Self {
            in_title: query.hits(title, &mut Analyser::default()),
            title: Title::new(setter, title, inherited, width, 1),
            sentence,
            hits,
        }
    }

    /// Rows: the title, source and date, the sentence.
    pub(super) fn rows(&self) -> u16 {
        2 + self.sentence.rows.len() as u16
    }
}

/// A sentence from a word on that leaves its first hit within `room` code points, and the bytes
/// of its hits. Of one that is far longer than that the end is left out.
fn cut(snippet: &str, hits: &[Range<u32>], room: usize) -> (String, Vec<Range<usize>>) {
    let chars: Vec<char> = snippet
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let first = hits.first().map_or(0, |hit| hit.start as usize);
    let mut start = 0;
    if first > room * 2 / 3 {
        start = (first - room / 3).min(chars.len());
        let word = chars[start..].iter().take(first - start);
        // a word that is longer is cut
        start += word.copied().position(|c| c == ' ').unwrap_or(0);
    }
    while chars.get(start) == Some(&' ') {
        start += 1;
    }
    let mut text = String::from(if first > room * 2 / 3 { BEFORE } else { "" });
    let shown = &chars[start..chars.len().min(start + 2 * room)];
    let mut bytes = vec![text.len()];
    for c in shown {
        text.push(*c);
        bytes.push(text.len());
    }
    let place = |at: u32| (at as usize).saturating_sub(start).min(shown.len());
    let hits = hits
        .iter()
        .map(|hit| bytes[place(hit.start)]..bytes[place(hit.end)]);
    let hits = hits.filter(|hit| !hit.is_empty()).collect();
    (text, hits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str, hits: &[Range<u32>], room: usize) -> (String, Vec<String>) {
        let (text, hits) = cut(text, hits, room);
        let hits = hits.into_iter().map(|hit| text[hit].to_owned()).collect();
        (text, hits)
    }

    #[test]
    fn a_hit_far_from_the_beginning_is_brought_near() {
        let text = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة";
        let at = text.chars().count() as u32 - 4;
        let hit = at..at + 4;
        let hits = [hit];
        let (shown, found) = words(text, &hits, 18);
        assert_eq!(shown, "… ستة سبعة");
        assert_eq!(found, ["سبعة"]);
        let (shown, found) = words(text, &hits, 100);
        assert_eq!((shown.as_str(), found[0].as_str()), (text, "سبعة"));
    }

    proptest! {
        #[test]
        fn hits_stay_what_they_were(text in "[اب \n🙂]{0,60}", at in 0u32..60, long in 0u32..5, room in 1usize..40) {
            let length = text.chars().count() as u32;
            let hit = at.min(length)..(at + long).min(length);
            let letters = |range: &Range<u32>| -> String {
                let chars = text.chars().skip(range.start as usize);
                chars.take((range.end - range.start) as usize).collect()
            };
            let own = letters(&hit).replace('\n', " ");
            let (_, found) = words(&text, &[hit], room);
            for found in found {
                prop_assert!(own.contains(&found), "{found:?} of {own:?}");
                prop_assert!(own.trim().starts_with(found.trim()));
            }
        }
    }
}
