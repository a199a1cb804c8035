//! How are many rows looked up quickly?

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Rows.
pub(super) type Rows = HashSet<i64, BuildHasherDefault<Spread>>;

/// What is known of rows.
pub(super) type ByRow<T> = HashMap<i64, T, BuildHasherDefault<Spread>>;

/// Spreads numbers that were given out one after another; nobody chooses them to collide.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_i64(i64::from(*byte));
        }
    }

    fn write_i64(&mut self, row: i64) {
        // the golden ratio of 2^64
        let mixed = (self.0 ^ row.cast_unsigned()).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
