//! Which day, month or year do these tokens name?

use std::ops::Range;

use icu_calendar::{
    Gregorian,
    cal::{Hijri, hijri::UmmAlQura},
    types::Month,
};

use super::{
    token::{Shape, Token},
    words::{Part, WORDS},
};
use crate::article::Date;

/// A date among tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub date: Date,
    pub hijri: bool,
    pub tokens: Range<usize>,
}

/// The years that a press can have.
const GREGORIAN: Range<u32> = 1800..2200;
const HIJRI: Range<u32> = 1300..1550;

/// The date that begins at this token.
pub fn calendar_date(tokens: &[Token], at: usize) -> Option<Found> {
    // A number that goes on from a sign and another number (a score, a sum) begins no date.
    let (named, next) = year_first(tokens, at)
        .or_else(|| day_and_month_name(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| month_name_first(tokens, at))?;
    let mut next = next;
    let islamic = WORDS.says_islamic(tokens.get(next));
    if islamic || WORDS.says_gregorian(tokens.get(next)) {
        next += 1;
    }
    let hijri = named.hijri || islamic || HIJRI.contains(&named.year);
    Some(Found {
        date: named.date(hijri)?,
        hijri,
        tokens: at..next,
    })
}

/// The parts of a date as they are written.
struct Named {
    year: u32,
    month: i8,
    day: Option<i8>,
    hijri: bool,
}

impl Named {
    fn new(year: u32, month: u32, day: Option<u32>, hijri: bool) -> Option<Self> {
        let known = GREGORIAN.contains(&year) || HIJRI.contains(&year);
        let fits = (1..=12).contains(&month) && day.is_none_or(|d| (1..=31).contains(&d));
        (known && fits).then_some(Self {
            year,
            month: month as i8,
            day: day.map(|d| d as i8),
            hijri,
        })
    }

    fn date(&self, hijri: bool) -> Option<Date> {
        let (year, month) = (self.year as i16, self.month);
        if !hijri {
            return match self.day {
                Some(day) => Date::day(year, month, day),
                None => Date::month(year, month),
            };
        }
        // Umm al-Qura; a month of sighting may stand a day beside it.
        let month = Month::new(month.unsigned_abs());
        let rules = Hijri::<UmmAlQura>::default();
        let day = icu_calendar::Date::try_new(
            i32::from(year).into(),
            month,
            self.day?.unsigned_abs(),
            rules,
        );
        let day = day.ok()?.to_calendar(Gregorian);
        let (year, month) = (day.era_year().year, day.month().ordinal);
        Date::day(
            year as i16,
            month.cast_signed(),
            day.day_of_month().0.cast_signed(),
        )
    }
}

/// 2025-06-20, 2025/6/20.
fn year_first(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let [year, one, month, two, day, ..] = tokens.get(at..)? else {
        return None;
    };
    let same = one.shape == two.shape && one.is_one_of("-/.");
    let (year, month, day) = (
        year.number(4..=4)?,
        month.number(1..=2)?,
        day.number(1..=2)?,
    );
    same.then_some((Named::new(year, month, Some(day), false)?, at + 5))
}

/// 20/6/2025; where the second number cannot be a month, 6/20/2025.
fn day_first(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let [day, one, month, two, year, ..] = tokens.get(at..)? else {
        return None;
    };
    let same = one.shape == two.shape && one.is_one_of("-/.");
    let (day, month, year) = (
        day.number(1..=2)?,
        month.number(1..=2)?,
        year.number(4..=4)?,
    );
    let (day, month) = if month > 12 {
        (month, day)
    } else {
        (day, month)
    };
    same.then_some((Named::new(year, month, Some(day), false)?, at + 5))
}

/// 20 يونيو 2025, 25th, January 2024, 13 / شعبان / 1435.
fn day_and_month_name(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let day = tokens.get(at)?.number(1..=2)?;
    let next = skip(tokens, ordinal(tokens, at + 1), true);
    let (month, hijri, next) = month(tokens, next)?;
    let next = skip(tokens, next, true);
    let year = tokens.get(next)?.number(4..=4)?;
    Some((Named::new(year, month, Some(day), hijri)?, next + 1))
}

/// ديسمبر 25, 2025 and يونيو 2024.
fn month_name_first(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let (month, hijri, next) = month(tokens, at)?;
    let next = skip(tokens, next, false);
    if let Some(year) = tokens.get(next)?.number(4..=4) {
        return Some((Named::new(year, month, None, hijri)?, next + 1));
    }
    let day = tokens.get(next)?.number(1..=2)?;
    let next = skip(tokens, ordinal(tokens, next + 1), false);
    let year = tokens.get(next)?.number(4..=4)?;
    Some((Named::new(year, month, Some(day), hijri)?, next + 1))
}

/// A month's name, or both names of it (مارس/آذار, مارس (آذار)).
fn month(tokens: &[Token], at: usize) -> Option<(u32, bool, usize)> {
    let name = |at: usize| match WORDS.part(tokens.get(at..)?)? {
        (Part::Month(month), length) => Some((u32::from(month), false, at + length)),
        (Part::Hijri(month), length) => Some((u32::from(month), true, at + length)),
        _ => None,
    };
    let (month, hijri, next) = name(at)?;
    let sign = tokens.get(next).is_some_and(|t| t.is_one_of("/-("));
    let other = if sign { name(next + 1) } else { name(next) };
    match other {
        Some((same, calendar, end)) if same == month && calendar == hijri => {
            let closed = tokens.get(end).is_some_and(|t| t.is_one_of(")"));
            Some((month, hijri, end + usize::from(closed)))
        }
        _ => Some((month, hijri, next)),
    }
}

/// Past `th`, `st` and their like.
fn ordinal(tokens: &[Token], at: usize) -> usize {
    let suffix = matches!(
        tokens.get(at).map(|t| t.shape),
        Some(Shape::Word("st" | "nd" | "rd" | "th" | "er"))
    );
    at + usize::from(suffix)
}

/// Past one sign between the parts of a date, or one word like «من».
fn skip(tokens: &[Token], at: usize, words: bool) -> usize {
    let Some(token) = tokens.get(at) else {
        return at;
    };
    let sign = token.is_one_of(",،-/.");
    let word = words
        && matches!(
            token.shape,
            Shape::Word("من" | "of" | "de" | "شهر" | "سنه" | "عام")
        );
    at + usize::from(sign || word)
}
