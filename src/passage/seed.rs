//! Where in a long text is it worth looking closely for a quote that was changed?

use std::ops::Range;

/// So many letters in a row are a gram.
const GRAM: usize = 4;
/// A quote of no more letters is looked for everywhere.
const SHORT: usize = 64;
/// No more stretches are looked at.
const MOST: usize = 16;

/// The stretches of a text, in letters, where a quote may stand with some letters changed;
/// `slack` is how many. None where so many are alike that nobody can say which it is.
///
/// One pass counts how many grams of the quote each stretch of its length holds.
pub(super) fn stretches(text: &[char], quote: &[char], slack: usize) -> Option<Vec<Range<usize>>> {
    if quote.len() <= SHORT {
        return Some(vec![Range {
            start: 0,
            end: text.len(),
        }]);
    }
    let length = quote.len();
    let mut known = vec![0u64; 1 << 10];
    for gram in grams(quote) {
        known[gram >> 6] |= 1 << (gram & 63);
    }
    let mut counts = vec![0usize; text.len() / length + 2];
    for (at, gram) in grams(text).enumerate() {
        counts[at / length] += (known[gram >> 6] >> (gram & 63) & 1) as usize;
    }
    // what stands in the text begins in one block and mostly ends in the next
    let mut likely: Vec<(usize, usize)> = counts
        .windows(2)
        .map(|pair| pair[0] + pair[1])
        .enumerate()
        .map(|(block, count)| (count, block))
        .filter(|(count, _)| *count > length / 5)
        .collect();
    likely.sort_unstable_by(|a, b| b.cmp(a));
    if likely.len() > MOST && likely[MOST].0 * 10 > likely[0].0 * 9 {
        return None;
    }
    likely.truncate(MOST);
    likely.sort_unstable_by_key(|(_, block)| *block);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (_, block) in likely {
        let start = (block * length).saturating_sub(slack);
        let end = ((block + 2) * length + slack).min(text.len());
        match found.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => found.push(start..end),
        }
    }
    Some(found)
}

/// The grams of a text in order, each as a number of 16 bits.
fn grams(letters: &[char]) -> impl Iterator<Item = usize> {
    let mut window = 0u64;
    letters.iter().enumerate().filter_map(move |(at, letter)| {
        window = window << 16 | u64::from(*letter as u32 & 0xffff);
        let mixed = window.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (at + 1 >= GRAM).then_some((mixed >> 48) as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that no two places share.
    fn prose(from: u32, count: u32) -> Vec<char> {
        let mut seed = from.wrapping_mul(2_654_435_761) | 1;
        let mut next = move || {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            seed
        };
        (0..count)
            .map(|_| char::from_u32(0x628 + next() % 30).unwrap())
            .collect()
    }

    #[test]
    fn a_changed_quote_lies_in_a_stretch() {
        let quote = prose(1, 300);
        let mut changed = quote.clone();
        changed.splice(100..140, prose(2, 20));
        let mut text = prose(3, 50_000);
        let at = 31_234;
        text.splice(at..at, changed.iter().copied());
        let found = stretches(&text, &quote, 90).unwrap();
        assert!(found.iter().any(|s| s.start <= at && at + 280 <= s.end));
        assert!(found.iter().map(ExactSizeIterator::len).sum::<usize>() < 2_000);
    }

    #[test]
    fn a_text_that_repeats_itself_has_no_likely_stretch() {
        let quote = prose(1, 100);
        let text = quote.repeat(40);
        assert_eq!(stretches(&text, &quote, 30), None);
    }
}
