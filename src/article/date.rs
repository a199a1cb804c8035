//! When was it published, as exactly as the page says?

use std::{fmt, str::FromStr};

use jiff::civil;
use serde::{Deserialize, Serialize};

/// A date cut to its precision, with the zone when it is known.
///
/// Written and read as ISO 8601: `2025`, `2025-06`, `2025-06-20`, `2025-06-20T17:00`,
/// `2025-06-20T17:00+03:00`, `…Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    at: civil::DateTime,
    precision: Precision,
    zone: Option<i16>,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// Hour and minute too.
    Minute,
}

impl Precision {
    /// The name at the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Minute => "minute",
        }
    }
}

impl Date {
    /// A year alone, if the calendar has it (−9999 to 9999).
    pub fn year(year: i16) -> Option<Self> {
        Self::new(year, 1, 1, 0, 0, Precision::Year)
    }

    /// A year and its month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::new(year, month, 1, 0, 0, Precision::Month)
    }

    /// A day; none if the calendar lacks it.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::new(year, month, day, 0, 0, Precision::Day)
    }

    /// This day at a time of day; none if the clock lacks it.
    #[must_use]
    pub fn at(self, hour: i8, minute: i8) -> Option<Self> {
        let day = self.at.date();
        Self::new(
            day.year(),
            day.month(),
            day.day(),
            hour,
            minute,
            Precision::Minute,
        )
    }

    /// This moment in a zone, in minutes east of Greenwich (within a day).
    #[must_use]
    pub fn zone(self, minutes: i16) -> Self {
        let zone =
            (self.precision == Precision::Minute && minutes.abs() < 24 * 60).then_some(minutes);
        Self { zone, ..self }
    }

    /// How much is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The day as a civil date (the first of the year or month where the day is unknown).
    pub fn civil(self) -> civil::Date {
        self.at.date()
    }

    /// Minutes since 1970 in Greenwich, for sorting; a moment without a zone counts as there.
    pub fn minutes(self) -> i64 {
        let epoch = civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        let span = self.at.duration_since(epoch);
        span.as_secs().div_euclid(60) - i64::from(self.zone.unwrap_or(0))
    }

    fn new(
        year: i16,
        month: i8,
        day: i8,
        hour: i8,
        minute: i8,
        precision: Precision,
    ) -> Option<Self> {
        let at = civil::DateTime::new(year, month, day, hour, minute, 0, 0).ok()?;
        Some(Self {
            at,
            precision,
            zone: None,
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.at.year())?;
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", self.at.month())?;
        }
        if self.precision >= Precision::Day {
            write!(f, "-{:02}", self.at.day())?;
        }
        if self.precision >= Precision::Minute {
            write!(f, "T{:02}:{:02}", self.at.hour(), self.at.minute())?;
        }
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
        }
    }
}

/// The text is no ISO 8601 date that the calendar knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 8601 date")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    /// Reads ISO 8601; seconds and their fraction are dropped, a space may stand for `T`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse(text.trim()).ok_or(NotADate)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

fn parse(text: &str) -> Option<Date> {
    let (day, clock) = match text.split_once(['T', 't', ' ']) {
        Some((day, clock)) => (day, Some(clock.trim_start())),
        None => (text, None),
    };
    let mut parts = day.split('-');
    let year = number(parts.next()?, 4)?;
    let Some(month) = parts.next() else {
        return Date::year(year).filter(|_| clock.is_none());
    };
    let month = number(month, 2)? as i8;
    let Some(of_month) = parts.next() else {
        return Date::month(year, month).filter(|_| clock.is_none());
    };
    let date = Date::day(year, month, number(of_month, 2)? as i8)?;
    if parts.next().is_some() {
        return None;
    }
    let Some(clock) = clock else {
        return Some(date);
    };
    let zone_at = clock.find(['Z', 'z', '+', '-', '−']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(zone_at);
    let mut units = clock.trim_end().split(':');
    let (hour, minute) = (
        number(units.next()?, 2)? as i8,
        number(units.next()?, 2)? as i8,
    );
    if let Some(seconds) = units.next() {
        number(seconds.split(['.', ',']).next()?, 2).filter(|s| *s <= 60)?;
    }
    let date = date.at(hour, minute)?;
    if zone.is_empty() {
        return Some(date);
    }
    Some(date.zone(offset(zone)?))
}

/// Minutes east of Greenwich of `Z`, `+03`, `+0300` or `+03:00`.
fn offset(zone: &str) -> Option<i16> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('+') { 1 } else { -1 };
    let digits: String = zone.chars().skip(1).filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        2 => (number(&digits, 2)?, 0),
        4 => (number(digits.get(..2)?, 2)?, number(digits.get(2..)?, 2)?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn number(text: &str, digits: usize) -> Option<i16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in [
            "2025",
            "2025-06",
            "2025-06-20",
            "2025-06-20T17:00",
            "2025-06-20T17:00Z",
            "2025-06-20T17:00-03:30",
        ] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2025-06-20 17:00:31.5+0300"
                .parse::<Date>()
                .unwrap()
                .to_string(),
            "2025-06-20T17:00+03:00"
        );
    }

    #[test]
    fn a_zone_of_other_letters_is_no_zone() {
        assert!("2025-06-20T17:00+.\u{3ab}.".parse::<Date>().is_err());
    }

    #[test]
    fn what_the_calendar_lacks_is_no_date() {
        for text in [
            "",
            "20",
            "2025-13",
            "2025-02-30",
            "2025-06-20T25:00",
            "2025-06-20T17",
            "2025-1-2",
            "2025-06-20T17:00+3",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn zones_count_in_the_order_of_time() {
        let minutes = |text: &str| text.parse::<Date>().unwrap().minutes();
        assert_eq!(
            minutes("2025-06-20T17:00+03:00"),
            minutes("2025-06-20T14:00Z")
        );
        assert!(minutes("1969-12-31") < 0);
    }
}
