//! How is an archive of one record a line cut, however long its lines are?

use std::io::{self, BufRead, Read};

/// One line of an archive.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Its number, from 1, and its bytes.
    Whole(u64, Vec<u8>),
    /// Its number and its length, beyond the limit.
    TooLong(u64, u64),
}

/// Cuts a stream into its lines that are not blank. None is held beyond the limit.
#[derive(Debug)]
pub struct Lines<R> {
    stream: R,
    limit: u64,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a stream.
    pub fn new(stream: R, limit: u64) -> Self {
        Self {
            stream,
            limit,
            number: 0,
        }
    }

    fn cut(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut line = Vec::new();
            let read = (&mut self.stream)
                .take(self.limit + 1)
                .read_until(b'\n', &mut line)? as u64;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if read > self.limit && line.last() != Some(&b'\n') {
                drop(line);
                let rest = self.stream.skip_until(b'\n')? as u64;
                return Ok(Some(Line::TooLong(self.number, read + rest)));
            }
            if self.number == 1 && line.starts_with(b"\xef\xbb\xbf") {
                line.drain(..3);
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some(Line::Whole(self.number, line)));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.cut().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_long_ones_are_only_counted() {
        let text = b"\xef\xbb\xbfone\n\n  \ntoo long by far\ntwo\nthree";
        let lines: Vec<Line> = Lines::new(&text[..], 8).map(Result::unwrap).collect();
        assert_eq!(
            lines,
            [
                Line::Whole(1, b"one\n".to_vec()),
                Line::TooLong(4, 16),
                Line::Whole(5, b"two\n".to_vec()),
                Line::Whole(6, b"three".to_vec()),
            ]
        );
    }
}
