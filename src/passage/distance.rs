//! How many letters must be changed, added or left out to make one text another?
//!
//! Myers' bit-parallel distance (1999) in blocks of 64 letters, after Hyyrö (2003): a letter
//! of the text costs a few instructions for each block of the pattern.

/// Letters below this are looked up in a table.
const LOW: usize = 0x700;

/// A text made ready to be compared with many others.
pub(super) struct Pattern {
    length: usize,
    blocks: usize,
    /// Which of the masks a letter has, by its code point.
    low: Vec<u16>,
    /// The same for the letters beyond, in order.
    high: Vec<(char, u16)>,
    /// For each letter of the pattern, in blocks: where it stands. The first ones are of
    /// letters that it does not hold.
    masks: Vec<u64>,
}

impl Pattern {
    /// Makes a pattern of letters ready.
    pub(super) fn new(letters: impl ExactSizeIterator<Item = char> + Clone) -> Self {
        let length = letters.len();
        let blocks = length.div_ceil(64).max(1);
        let mut pattern = Self {
            length,
            blocks,
            low: vec![0; LOW],
            high: Vec::new(),
            masks: vec![0; blocks],
        };
        for (at, letter) in letters.enumerate() {
            let fresh = (pattern.masks.len() / blocks) as u16;
            let row = match pattern.low.get_mut(letter as usize) {
                Some(row) => row,
                None => {
                    let found = pattern.high.binary_search_by_key(&letter, |(c, _)| *c);
                    let place = found.unwrap_or_else(|place| {
                        pattern.high.insert(place, (letter, 0));
                        place
                    });
                    &mut pattern.high[place].1
                }
            };
            if *row == 0 {
                *row = fresh;
                pattern.masks.extend(std::iter::repeat_n(0, blocks));
            }
            let block = usize::from(*row) * blocks + at / 64;
            pattern.masks[block] |= 1 << (at % 64);
        }
        pattern
    }

    /// The number of its letters.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// For each letter of a text the distance from the pattern to what ends there and begins
    /// wherever that is best; with `anchored`, at the text's beginning.
    pub(super) fn distances(
        &self,
        text: impl Iterator<Item = char>,
        anchored: bool,
    ) -> impl Iterator<Item = usize> {
        let mut columns = vec![(u64::MAX, 0u64); self.blocks];
        let mut distance = self.length;
        let last = (self.length + 63) % 64;
        text.map(move |letter| {
            let masks = self.masks_of(letter);
            let mut carry = i8::from(anchored);
            for (at, (rise, fall)) in columns.iter_mut().enumerate() {
                let top = if at + 1 == self.blocks { last } else { 63 };
                carry = step(masks[at], rise, fall, carry, top);
            }
            distance = distance.wrapping_add_signed(carry.into());
            distance
        })
    }

    /// The least distance from the pattern to any beginning of a text, the empty one too.
    pub(super) fn to_beginning(&self, text: impl Iterator<Item = char>) -> usize {
        let least = self.distances(text, true).min();
        least.map_or(self.length, |least| least.min(self.length))
    }

    fn masks_of(&self, letter: char) -> &[u64] {
        let row = self.low.get(letter as usize).copied().unwrap_or_else(|| {
            let found = self.high.binary_search_by_key(&letter, |(c, _)| *c);
            found.map_or(0, |at| self.high[at].1)
        });
        &self.masks[usize::from(row) * self.blocks..][..self.blocks]
    }
}

/// One block by one letter: `rise` and `fall` say where a column's distances go up and down,
/// `carry` what goes on from the block above; answers what goes on to the block below.
#[inline]
fn step(mask: u64, rise: &mut u64, fall: &mut u64, carry: i8, top: usize) -> i8 {
    let vertical = mask | *fall;
    let mask = mask | u64::from(carry < 0);
    let horizontal = ((mask & *rise).wrapping_add(*rise) ^ *rise) | mask;
    let up = *fall | !(horizontal | *rise);
    let down = *rise & horizontal;
    let out = i8::from(up >> top & 1 == 1) - i8::from(down >> top & 1 == 1);
    let up = up << 1 | u64::from(carry > 0);
    let down = down << 1 | u64::from(carry < 0);
    *rise = down | !(vertical | up);
    *fall = up & vertical;
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Row by row, as it is defined.
    fn by_table(one: &[char], other: &[char], anchored: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=one.len()).collect();
        let mut last = Vec::new();
        for (at, letter) in other.iter().enumerate() {
            let mut before = column[0];
            column[0] = if anchored { at + 1 } else { 0 };
            for row in 1..column.len() {
                let changed = before + usize::from(one[row - 1] != *letter);
                before = column[row];
                column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
            }
            last.push(column[one.len()]);
        }
        last
    }

    fn letters(most: usize) -> impl Strategy<Value = Vec<char>> {
        prop::collection::vec(prop::sample::select(vec!['ا', 'ب', 'ت', '漢']), 1..most)
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_table(one in letters(200), other in letters(200)) {
            let pattern = Pattern::new(one.iter().copied());
            for anchored in [false, true] {
                let found: Vec<usize> = pattern.distances(other.iter().copied(), anchored).collect();
                prop_assert_eq!(found, by_table(&one, &other, anchored));
            }
        }
    }
}
