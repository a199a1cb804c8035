//! How far before or after another date is a date?

use jiff::civil;

use super::Words;

/// A year, with the month and the day as far as they are known.
type Parts = (i16, Option<i8>, Option<i8>);

impl Words {
    /// How far a date in ISO 8601 lies before or after another one, in the unit that suits and
    /// that both are known to; none where one of them is no date.
    pub fn apart(&self, iso: &str, from: &str) -> Option<String> {
        let (unit, count) = distance(parts(iso)?, parts(from)?);
        if count == 0 {
            return Some(self.say(&format!("same-{unit}"), &[]));
        }
        let way = if count < 0 { "before" } else { "after" };
        let count = u64::from(count.unsigned_abs());
        Some(self.say(&format!("{way}-{unit}"), &[("count", count.into())]))
    }
}

fn distance(one: Parts, from: Parts) -> (&'static str, i32) {
    let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
    match (one, from) {
        ((year, Some(month), Some(day)), (own_year, Some(own_month), Some(own_day))) => {
            let day = civil::Date::new(year, month, day);
            let own = civil::Date::new(own_year, own_month, own_day);
            let days = match (day, own) {
                (Ok(day), Ok(own)) => (day - own).get_days(),
                _ => 0,
            };
            let (unit, count) = match days.abs() {
                days @ 0..=30 => ("day", days),
                // a month has 30.44 days
                days @ 31..=364 => ("month", ((days * 100 + 1522) / 3044).clamp(1, 11)),
                days => ("year", (days * 4 / 1461).max(1)),
            };
            (unit, count * days.signum())
        }
        ((year, Some(month), _), (own_year, Some(own_month), _)) => {
            match months(year, month) - months(own_year, own_month) {
                months @ -11..=11 => ("month", months),
                months => ("year", months / 12),
            }
        }
        ((year, ..), (own, ..)) => ("year", i32::from(year) - i32::from(own)),
    }
}

fn parts(iso: &str) -> Option<Parts> {
    let day = iso.split_once('T').map_or(iso, |(day, _)| day);
    let mut parts = day.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next().map(str::parse).transpose().ok()?;
    let day = parts.next().map(str::parse).transpose().ok()?;
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn a_distance_is_said_in_the_unit_that_suits() {
        let said = |locale: &str, iso: &str, from: &str| {
            let words = Words::new(Locale::named(locale).unwrap());
            words.apart(iso, from).unwrap()
        };
        for (iso, arabic, english) in [
            ("2025-06-20T23:59-05:00", "في اليوم نفسه", "the same day"),
            ("2025-06-19", "قبله بيوم", "1 day before"),
            ("2025-06-22T01:00", "بعده بيومين", "2 days after"),
            ("2025-06-10", "قبله بـ١٠ أيام", "10 days before"),
            ("2025-07-01", "بعده بـ١١ يومًا", "11 days after"),
            ("2025-05-20", "قبله بشهر", "1 month before"),
            ("2025-08-20", "بعده بشهرين", "2 months after"),
            ("2024-12-01", "قبله بـ٧ أشهر", "7 months before"),
            ("2024-06-22", "قبله بـ١١ شهرًا", "11 months before"),
            ("2024-06-20", "قبله بسنة", "1 year before"),
            ("2027-06-30", "بعده بسنتين", "2 years after"),
            ("2021-06-01", "قبله بـ٤ سنوات", "4 years before"),
            ("2010-01-01", "قبله بـ١٥ سنة", "15 years before"),
            ("2025-06", "في الشهر نفسه", "the same month"),
            ("2025-03", "قبله بـ٣ أشهر", "3 months before"),
            ("2023-05", "قبله بسنتين", "2 years before"),
            ("2025", "في السنة نفسها", "the same year"),
            ("2026", "بعده بسنة", "1 year after"),
        ] {
            assert_eq!(said("ar", iso, "2025-06-20T17:00"), arabic);
            assert_eq!(said("en", iso, "2025-06-20T17:00"), english);
        }
        assert_eq!(said("en", "2025-06-20", "2026"), "1 year before");
    }

    #[test]
    fn what_is_no_date_is_at_no_distance() {
        let words = Words::new(Locale::named("en").unwrap());
        assert_eq!(words.apart("soon", "2025"), None);
        assert_eq!(words.apart("2025", ""), None);
    }
}
