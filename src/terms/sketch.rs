//! Are two texts the same words printed twice?

use super::Analyser;

/// What is left of a text for comparing it: one bit of the smallest hash in each of 128 parts
/// of all hashes of three words in a row (one-permutation b-bit minwise hashing: Li, Owen and
/// Zhang 2012). Of texts that share a share *j* of these triples (1 + *j*) / 2 of the bits are
/// the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sketch(pub [u64; 2]);

/// So many bits of 128 are the same where half of the triples are.
const SAME: u32 = 96;
/// A text with fewer words is the same as none.
const SHORTEST: usize = 24;

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str, analyser: &mut Analyser) -> Self {
        let mut last = [0u64; 3];
        let mut words = 0;
        let mut least = [u64::MAX; 128];
        analyser.words(text, |word| {
            last = [last[1], last[2], hash(word.forms.folded.as_bytes())];
            words += 1;
            if words >= 3 {
                let triple = last.iter().fold(0, |sum, own| mixed(sum ^ own));
                let part = &mut least[(triple >> 57) as usize];
                *part = (*part).min(triple << 7);
            }
        });
        if words < SHORTEST {
            return Self::default();
        }
        let mut bits = [0; 2];
        for place in 0..128 {
            // an empty part borrows from the next one that is not
            let full = (0..128).map(|on| (on, least[(place + on) % 128]));
            let (on, own) = full
                .into_iter()
                .find(|(_, own)| *own != u64::MAX)
                .unwrap_or_default();
            bits[place / 64] |= (mixed(own ^ on as u64) & 1) << (place % 64);
        }
        Self(bits)
    }

    /// Whether the texts are the same but for a few words.
    pub fn same(self, other: Self) -> bool {
        let differ = (self.0[0] ^ other.0[0]).count_ones() + (self.0[1] ^ other.0[1]).count_ones();
        self != Self::default() && 128 - differ >= SAME
    }
}

/// FNV-1a: the same in every version of the program.
fn hash(bytes: &[u8]) -> u64 {
    let fold = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    mixed(bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold))
}

/// The end of SplitMix64.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn text(words: impl Iterator<Item = u32>) -> String {
        words.fold(String::new(), |mut text, word| {
            let _ = write!(text, "w{word} ");
            text
        })
    }

    fn sketch(text: &str) -> Sketch {
        Sketch::of(text, &mut Analyser::default())
    }

    #[test]
    fn a_reprint_is_the_same_and_another_text_is_not() {
        let own = sketch(&text(0..200));
        assert!(own.same(sketch(&text(0..200))));
        assert!(own.same(sketch(&text((0..5).map(|n| n + 900).chain(0..190)))));
        assert!(!own.same(sketch(&text(100..300))));
        assert!(!own.same(sketch(&text(1000..1200))));
    }

    #[test]
    fn few_words_are_the_same_as_nothing() {
        let own = sketch(&text(0..10));
        assert!(!own.same(own));
        assert!(!sketch("").same(sketch("")));
    }
}
