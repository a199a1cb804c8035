//! Which letters of a text are those of another?

/// Letters in a row that are the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// The first of them in the one.
    pub(super) one: usize,
    /// The first of them in the other.
    pub(super) other: usize,
    /// How many they are.
    pub(super) length: usize,
}

/// How many letters must be changed, added or left out to make one text the other, if at most
/// `limit`, and what stays, in order: by the furthest letter that each diagonal reaches
/// (Ukkonen 1985), in time and memory that grow with the limit, not with the product of both
/// lengths.
pub(super) fn aligned(one: &[char], other: &[char], limit: usize) -> Option<(usize, Vec<Run>)> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let goal = limit + 1 + other.len() - one.len();
    // for each number of errors and each diagonal one more than the letters of `one` that are
    // matched; 0 where none can be
    let mut reached: Vec<Vec<u32>> = Vec::new();
    for errors in 0..=limit {
        let mut now = vec![0; 2 * limit + 3];
        for at in limit + 1 - errors..=limit + 1 + errors {
            let Some(row) = first_row(reached.last(), at, one.len()) else {
                continue;
            };
            let Some(beside) = (row + at).checked_sub(limit + 1) else {
                continue;
            };
            let rest = other.get(beside..).unwrap_or_default();
            let same = one[row..].iter().zip(rest).take_while(|(a, b)| a == b);
            let row = row + same.count();
            now[at] = row as u32 + 1;
            if at == goal && row == one.len() {
                reached.push(now);
                return Some((errors, runs(&reached, goal, one.len())));
            }
        }
        reached.push(now);
    }
    None
}

/// The first row of a diagonal that one error more leads to; before all errors the first one.
fn first_row(before: Option<&Vec<u32>>, at: usize, rows: usize) -> Option<usize> {
    let Some(before) = before else {
        return Some(0);
    };
    let row = further(before[at])
        .max(before[at - 1])
        .max(further(before[at + 1]));
    (row as usize).min(rows + 1).checked_sub(1)
}

fn further(row: u32) -> u32 {
    row + u32::from(row > 0)
}

/// Back from the goal, what each number of errors added.
fn runs(reached: &[Vec<u32>], goal: usize, rows: usize) -> Vec<Run> {
    let middle = reached[0].len() / 2;
    let mut runs = Vec::new();
    let (mut at, mut last) = (goal, rows);
    for errors in (0..reached.len()).rev() {
        let before = errors.checked_sub(1).map(|errors| &reached[errors]);
        let first = first_row(before, at, rows).unwrap_or(last);
        if first < last {
            runs.push(Run {
                one: first,
                other: first + at - middle,
                length: last - first,
            });
        }
        let Some(before) = before else { break };
        let row = first as u32 + 1;
        at = match row {
            row if further(before[at]) == row => at,
            row if before[at - 1] == row => at - 1,
            _ => at + 1,
        };
        last = before[at] as usize - 1;
    }
    runs.reverse();
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::distance::Pattern, *};

    fn letters(most: usize) -> impl Strategy<Value = Vec<char>> {
        prop::collection::vec(prop::sample::select(vec!['ا', 'ب', 'ت', '漢']), 1..most)
    }

    proptest! {
        #[test]
        fn a_bounded_distance_is_the_distance_or_none(
            one in letters(60),
            other in letters(60),
            limit in 0usize..70,
        ) {
            let pattern = Pattern::new(one.iter().copied());
            let distance = pattern.distances(other.iter().copied(), true).last().unwrap();
            let found = aligned(&one, &other, limit).map(|(errors, _)| errors);
            prop_assert_eq!(found, (distance <= limit).then_some(distance));
        }

        #[test]
        fn what_stays_is_the_same_in_both_and_the_rest_are_the_errors(
            one in letters(60),
            other in letters(60),
        ) {
            let (errors, runs) = aligned(&one, &other, 60).unwrap();
            let (mut at, mut between) = ((0, 0), 0);
            let end = Run { one: one.len(), other: other.len(), length: 0 };
            for run in runs.iter().chain([&end]) {
                let Run { one: here, other: there, length } = *run;
                prop_assert_eq!(&one[here..here + length], &other[there..there + length]);
                prop_assert!(at.0 <= here && at.1 <= there);
                between += (here - at.0).max(there - at.1);
                at = (here + length, there + length);
            }
            prop_assert_eq!(between, errors);
        }
    }
}
