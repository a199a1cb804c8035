//! Which time of day do these tokens name?

use std::ops::Range;

use super::{
    token::Token,
    words::{Part, WORDS},
};
use crate::article::Date;

/// A time of day among tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    hour: u32,
    minute: u32,
    zone: Option<i16>,
    pub tokens: Range<usize>,
}

impl Clock {
    /// This time on that day.
    pub fn on(&self, date: Date) -> Option<Date> {
        if date.precision() < crate::article::Precision::Day {
            return None;
        }
        let moment = date.at(self.hour as i8, self.minute as i8)?;
        Some(self.zone.map_or(moment, |zone| moment.zone(zone)))
    }
}

/// The time that begins at this token: `5:00 م`, `17:00:31 GMT`, «الساعة 5 مساء».
pub fn clock(tokens: &[Token], at: usize) -> Option<Clock> {
    let hour = tokens.get(at)?.number(1..=2)?;
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|t: &Token| t.is_one_of(sign));
    let minute = |at: usize| is(at, ":").then(|| tokens.get(at + 1)?.number(2..=2))?;
    let (minute, mut next) = if let Some(minute) = minute(at + 1) {
        let seconds = is(at + 3, ":")
            && tokens
                .get(at + 4)
                .is_some_and(|t| t.number(2..=2).is_some());
        (minute, at + if seconds { 5 } else { 3 })
    } else {
        let said = at > 0 && WORDS.says_hour(tokens.get(at - 1));
        (said && WORDS.noon(tokens.get(at + 1)).is_some()).then_some((0, at + 1))?
    };
    let fraction = is(next, ".")
        && tokens
            .get(next + 1)
            .is_some_and(|t| t.number(1..=8).is_some());
    next += if fraction { 2 } else { 0 };
    let noon = WORDS.noon(tokens.get(next));
    next += usize::from(noon.is_some());
    let hour = match noon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    let (zone, next) = zone(tokens, next).map_or((None, next), |(zone, next)| (Some(zone), next));
    Some(Clock {
        hour,
        minute,
        zone,
        tokens: at..next,
    })
}

/// `+03:00`, `GMT`, `GMT+3`, «بتوقيت مكة», «توقيت غرينتش + 3».
fn zone(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    if let Some(found) = offset(tokens, at) {
        return Some(found);
    }
    let opened = tokens.get(at).is_some_and(|t| t.is_one_of("(-|،,"));
    let mut next = at + usize::from(opened);
    while let Some((Part::Filler, length)) = tokens.get(next..).and_then(|t| WORDS.part(t)) {
        next += length;
    }
    let (Part::Zone(zone), length) = WORDS.part(tokens.get(next..)?)? else {
        return None;
    };
    next += length;
    match offset(tokens, next) {
        Some((more, end)) => Some((zone + more, end)),
        None => Some((zone, next)),
    }
}

/// `+3`, `+03:00`, `-0330`.
fn offset(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let sign: i16 = match tokens.get(at)? {
        t if t.is_one_of("+") => 1,
        t if t.is_one_of("-−") => -1,
        _ => return None,
    };
    let hours = tokens.get(at + 1)?;
    if let Some(both) = hours.number(4..=4) {
        let (hours, minutes) = (both / 100, both % 100);
        return (hours <= 14 && minutes < 60)
            .then_some((sign * (hours * 60 + minutes) as i16, at + 2));
    }
    let hours = hours.number(1..=2).filter(|h| *h <= 14)?;
    let colon = tokens.get(at + 2).is_some_and(|t| t.is_one_of(":"));
    let minutes = colon.then(|| tokens.get(at + 3)?.number(2..=2)).flatten();
    // A lone dash and a number is a range, not a zone.
    if sign < 0 && minutes.is_none() {
        return None;
    }
    let end = at + if minutes.is_some() { 4 } else { 2 };
    Some((sign * (hours * 60 + minutes.unwrap_or(0)) as i16, end))
}
