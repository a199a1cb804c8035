//! Which sentence shows best what was found in a text?

use std::ops::Range;

use super::{
    Analyser, Query,
    hits::{Hit, Seeker},
};
use crate::text::sentences;

/// A sentence of a text, or as much of it as there is room for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// As its author spelled it, on one line and without controls; … where it is cut.
    pub text: String,
    /// The hits in it, in code points of it, in order.
    pub hits: Vec<Range<u32>>,
    /// Where the first of them stands in the text it is from, in code points; where there is
    /// none, where the sentence does.
    pub at: u32,
}

/// The best sentence of a text: with the most parts of the query, those that are seldom in the
/// text before those that are often, close to one another; the first where several are alike.
/// It takes at most `longest` code points, and sixteen where that is less.
pub fn excerpt(text: &str, query: &Query, analyser: &mut Analyser, longest: usize) -> Excerpt {
    let hits = Seeker::of(query).hits(text, analyser);
    let weights = weights(&hits, query.parts.len());
    let (sentence, hits) = best(text, &hits, &weights);
    let longest = longest.max(16);
    let shown = if points(&text[sentence.clone()]) <= longest {
        sentence.clone()
    } else {
        window(text, &sentence, hits, &weights, longest - 2)
    };
    let mut excerpt = Excerpt::default();
    let mut count = 0;
    let mut push = |excerpt: &mut Excerpt, c| {
        excerpt.text.push(c);
        count += 1;
        count
    };
    if shown.start > sentence.start {
        push(&mut excerpt, '…');
    }
    let within = |hit: &&Hit| hit.bytes.start >= shown.start && hit.bytes.start < shown.end;
    let mut hits = hits.iter().filter(within).peekable();
    let first = hits.peek().map_or(shown.start, |hit| hit.bytes.start);
    excerpt.at = points(&text[..first]) as u32;
    let mut blank = true;
    for (at, c) in text[shown.clone()].char_indices() {
        let at = shown.start + at;
        while hits.next_if(|hit| hit.bytes.end <= at).is_some() {}
        let count = if c.is_whitespace() && !blank {
            blank = true;
            push(&mut excerpt, ' ')
        } else if c.is_whitespace() || is_control(c) {
            continue;
        } else {
            blank = false;
            push(&mut excerpt, c)
        };
        match (hits.peek(), excerpt.hits.last_mut()) {
            (Some(hit), _) if hit.bytes.start == at => excerpt.hits.push(count - 1..count),
            (Some(hit), Some(range)) if hit.bytes.start < at => range.end = count,
            _ => {}
        }
    }
    if shown.end < sentence.end {
        push(&mut excerpt, '…');
    }
    excerpt
}

/// What each part of a query weighs in a text: less the more often it is there.
fn weights(hits: &[Hit], parts: usize) -> Vec<f32> {
    let mut counts = vec![0_u16; parts];
    for hit in hits {
        counts[hit.part] = counts[hit.part].saturating_add(1);
    }
    let weight = |count: u16| 1.0 / (1.0 + f32::from(count.max(1)).ln());
    counts.into_iter().map(weight).collect()
}

/// The best sentence and the hits in it; where there are none, the first one.
fn best<'a>(text: &str, mut hits: &'a [Hit], weights: &[f32]) -> (Range<usize>, &'a [Hit]) {
    let mut best = None;
    let mut most = 0.0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let within = hits.partition_point(|hit| hit.bytes.start < end);
        if within > 0 || (best.is_none() && !line.trim().is_empty()) {
            for sentence in sentences(line) {
                let (from, to) = (start + sentence.start, start + sentence.end);
                let within = hits.partition_point(|hit| hit.bytes.start < to);
                let (own, rest) = hits.split_at(within);
                hits = rest;
                let weight = weigh(own, weights);
                if weight > most || best.is_none() {
                    most = weight;
                    // a phrase may go on in the next sentence
                    let to = own.last().map_or(to, |hit| hit.bytes.end.max(to));
                    best = Some((from..to, own));
                }
            }
        }
        start = end;
    }
    best.unwrap_or((0..0, &[]))
}

/// How good a sentence with these hits is.
fn weigh(hits: &[Hit], weights: &[f32]) -> f32 {
    let mut met = 0_u64;
    let mut sum = 0.0;
    let mut before: Option<&Hit> = None;
    for hit in hits {
        let bit = 1 << (hit.part % 64);
        if met & bit == 0 {
            sum += weights[hit.part] * if hit.own { 1.0 } else { 0.8 };
        }
        met |= bit;
        if let Some(before) = before.replace(hit)
            && before.part != hit.part
        {
            let gap = (hit.bytes.start - before.bytes.end).min(1000) as u16;
            sum += 0.2 * weights[hit.part] / (1.0 + f32::from(gap) / 16.0);
        }
    }
    sum
}

/// At most `room` code points of a sentence, from word to word, with the best of its hits.
fn window(
    text: &str,
    sentence: &Range<usize>,
    hits: &[Hit],
    weights: &[f32],
    room: usize,
) -> Range<usize> {
    let best = densest(text, hits, weights, room).unwrap_or(sentence.start..sentence.start);
    let to = ahead(text, best.start..best.end, room);
    let spare = room - points(&text[best.start..to]);
    let half = back(text, sentence.start..best.start, spare / 2);
    let spare = spare - points(&text[half..best.start]);
    let end = ahead(text, to..sentence.end, spare);
    let spare = spare - points(&text[to..end]);
    let start = back(text, sentence.start..half, spare);
    let start = if start > sentence.start {
        let cut = &text[start..best.start];
        let words = cut
            .find(char::is_whitespace)
            .map(|at| cut[at..].trim_start());
        best.start - words.map_or(0, str::len)
    } else {
        start
    };
    let end = if end < sentence.end {
        let rest = &text[to..end];
        rest.rfind(char::is_whitespace).map_or(to, |at| to + at)
    } else {
        end
    };
    start..end
}

/// The stretch from one hit to another, no longer than `room` code points, in which the hits
/// weigh most.
fn densest(text: &str, hits: &[Hit], weights: &[f32], room: usize) -> Option<Range<usize>> {
    let mut counts = vec![0_u32; weights.len()];
    let (mut weight, mut most) = (0.0, 0.0);
    let mut best = None;
    let mut first = 0;
    let mut length = 0;
    let mut end = hits.first()?.bytes.start;
    for hit in hits {
        length += points(&text[end..hit.bytes.end]);
        end = hit.bytes.end;
        counts[hit.part] += 1;
        if counts[hit.part] == 1 {
            weight += weights[hit.part];
        }
        while length > room && hits[first].bytes.start < hit.bytes.start {
            let gone = &hits[first];
            first += 1;
            length -= points(&text[gone.bytes.start..hits[first].bytes.start]);
            counts[gone.part] -= 1;
            if counts[gone.part] == 0 {
                weight -= weights[gone.part];
            }
        }
        if weight > most || best.is_none() {
            most = weight;
            best = Some(hits[first].bytes.start..hit.bytes.end);
        }
    }
    best
}

/// The byte at most so many code points before the end of a range.
fn back(text: &str, range: Range<usize>, count: usize) -> usize {
    let letters = text[range.clone()].char_indices().rev();
    let last = letters.take(count).last();
    last.map_or(range.end, |(at, _)| range.start + at)
}

/// The byte at most so many code points after the start of a range.
fn ahead(text: &str, range: Range<usize>, count: usize) -> usize {
    let found = text[range.clone()].char_indices().nth(count);
    found.map_or(range.end, |(at, _)| range.start + at)
}

fn points(text: &str) -> usize {
    text.chars().count()
}

/// What acts on a terminal or on the order of a line and is no letter of it.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::terms::{Aliases, Forms};

    fn query(text: &str) -> Query {
        Query::parse(text, Aliases::built_in(), false, &|_| None)
    }

    fn of(text: &str, words: &str, longest: usize) -> Excerpt {
        excerpt(text, &query(words), &mut Analyser::default(), longest)
    }

    fn hits(excerpt: &Excerpt) -> Vec<String> {
        let letters: Vec<char> = excerpt.text.chars().collect();
        let hits = excerpt.hits.iter();
        hits.map(|hit| {
            letters[hit.start as usize..hit.end as usize]
                .iter()
                .collect()
        })
        .collect()
    }

    #[test]
    fn the_sentence_with_most_of_the_query_is_shown() {
        let text = "عاد الرئيس. ثم وقّع الرئيسُ هدنةً  في\tالقاهرة.\nالهدنة قائمة.";
        let found = of(text, "رئيس هدنة", 80);
        assert_eq!(found.text, "ثم وقّع الرئيسُ هدنةً في القاهرة.");
        assert_eq!(hits(&found), ["الرئيسُ", "هدنةً"]);
        assert_eq!(found.at, 20);
    }

    #[test]
    fn a_seldom_word_outweighs_a_frequent_one() {
        let text = "حرب حرب. حرب ثم حرب. بعد الحرب هدنة لا غير. حرب";
        assert_eq!(of("ا. حرب. هدنة. حرب.", "حرب هدنة", 80).text, "هدنة.");
        assert_eq!(hits(&of(text, "حرب هدنة", 80)), ["الحرب", "هدنة"]);
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_around_its_hits() {
        let text = format!(
            "{}وقعت الهدنة {}",
            "كلام طويل ".repeat(30),
            "ثم كلام ".repeat(30)
        );
        let found = of(&text, "هدنة", 40);
        assert!(found.text.starts_with('…') && found.text.ends_with('…'));
        assert!(found.text.chars().count() <= 40);
        assert_eq!(hits(&found), ["الهدنة"]);
        assert!(
            found
                .text
                .trim_matches('…')
                .split(' ')
                .all(|word| text.contains(word))
        );
        let alone = of(&"ا".repeat(100), "هدنة", 40);
        assert!(alone.text.ends_with('…') && alone.hits.is_empty());
    }

    #[test]
    fn a_text_without_hits_shows_its_beginning() {
        let found = of("\n أول سطر.\nثان", "هدنة", 40);
        assert_eq!((found.text.as_str(), found.at), ("أول سطر.", 2));
        assert_eq!(of("", "هدنة", 40), Excerpt::default());
    }

    proptest! {
        #[test]
        fn hits_are_the_sources_words(text in "[ابجد \n.،«»\u{64e}\u{202e}\u{202c}\u{200c}]{0,120}", words in "[اب \"]{1,12}", longest in 0_usize..60) {
            let found = of(&text, &words, longest);
            let length = found.text.chars().count();
            prop_assert!(length <= longest.max(16));
            prop_assert!(!found.text.contains(|c: char| is_control(c)));
            let mut end = 0;
            for hit in &found.hits {
                prop_assert!(hit.start >= end && hit.start < hit.end && hit.end as usize <= length);
                end = hit.end;
            }
            let mut analyser = Analyser::default();
            let query = query(&words);
            let source: Vec<String> = query
                .hits(&text, &mut analyser)
                .into_iter()
                .map(|hit| Forms::of(&text[hit]).spelled)
                .collect();
            for hit in hits(&found) {
                let spelled = Forms::of(&hit).spelled;
                prop_assert!(source.contains(&spelled) || spelled.chars().count() >= 13, "{hit:?}");
            }
            if let Some(first) = found.hits.first() {
                let first = found.text.chars().nth(first.start as usize);
                prop_assert_eq!(text.chars().nth(found.at as usize), first);
            }
        }
    }
}
