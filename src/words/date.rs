//! How is a date said, as exactly as it is known?

use jiff::civil;

use super::{Argument, Months, Words};

/// So many days a past date is told by its distance.
const NEAR: i32 = 14;

impl Words {
    /// A date in ISO 8601 as it is said in short on the day `today`: by its distance in days
    /// within the last two weeks, else by day and month, with the year where it is another
    /// one. What is not known to the day is said as by [`Words::date`].
    pub fn when(&self, iso: &str, today: civil::Date) -> String {
        self.near(iso, today)
            .map_or_else(|| self.date(iso), |said| whole(&said))
    }

    fn near(&self, iso: &str, today: civil::Date) -> Option<String> {
        let date = day(iso)?;
        let ago = (today - date).get_days();
        if (0..NEAR).contains(&ago) {
            let days = u64::from(ago.unsigned_abs());
            return Some(self.say("date-ago", &[("days", days.into())]));
        }
        self.short(date, today)
    }

    fn short(&self, date: civil::Date, today: civil::Date) -> Option<String> {
        let month = self.month(usize::try_from(date.month()).ok()?, true)?;
        let year = self.locale.digits.write(&date.year().to_string());
        let day = u64::from(date.day().unsigned_abs());
        let mut arguments: Vec<(&str, Argument<'_>)> =
            vec![("day", day.into()), ("month", (&month).into())];
        if date.year() == today.year() {
            return Some(self.say("date-this-year", &arguments));
        }
        arguments.push(("year", (&year).into()));
        Some(self.say("date-day", &arguments))
    }

    /// A date in ISO 8601 by day and month on the day `today`, with the year where it is another
    /// one. What is not known to the day is said as by [`Words::date`].
    pub fn day(&self, iso: &str, today: civil::Date) -> String {
        let said = day(iso).and_then(|date| self.short(date, today));
        said.map_or_else(|| self.date(iso), |said| whole(&said))
    }

    /// A date in ISO 8601, cut to its precision, as the interface's language says it; what
    /// is no such date is shown as it is.
    pub fn date(&self, iso: &str) -> String {
        self.said(iso)
            .map_or_else(|| super::safe(iso).into_owned(), |said| whole(&said))
    }

    fn said(&self, iso: &str) -> Option<String> {
        let (day, clock) = match iso.split_once('T') {
            Some((day, clock)) => (day, clock.get(..5)?),
            None => (iso, ""),
        };
        let mut parts = day.split('-');
        let digits = self.locale.digits;
        let year = digits.write(parts.next().filter(|y| y.parse::<u16>().is_ok())?);
        let Some(month) = parts.next() else {
            return Some(year);
        };
        let month = self.month(month.parse().ok()?, false)?;
        let mut arguments: Vec<(&str, Argument<'_>)> =
            vec![("month", (&month).into()), ("year", (&year).into())];
        let Some(day) = parts.next() else {
            return Some(self.say("date-month", &arguments));
        };
        arguments.push(("day", day.parse::<u64>().ok()?.into()));
        if clock.is_empty() {
            return Some(self.say("date-day", &arguments));
        }
        let clock = digits.write(clock);
        arguments.push(("clock", (&clock).into()));
        Some(self.say("date-minute", &arguments))
    }

    /// The name of a month; in lists a short one, where there are such.
    fn month(&self, number: usize, short: bool) -> Option<String> {
        let key = match self.locale.months {
            Months::Common if short => "months-short",
            Months::Common => "months",
            Months::Levant => "months-levant",
            Months::Maghreb => "months-maghreb",
            Months::Morocco => "months-morocco",
        };
        let months = self.say(key, &[]);
        months
            .split(',')
            .nth(number.checked_sub(1)?)
            .map(str::to_owned)
    }
}

/// The day of a date in ISO 8601, if it is known.
fn day(iso: &str) -> Option<civil::Date> {
    iso.split_once('T').map_or(iso, |(day, _)| day).parse().ok()
}

/// The parts of a date belong together: none is isolated, so that a date set into a sentence
/// and isolated there has its own direction.
fn whole(said: &str) -> String {
    said.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    fn said(locale: &str, iso: &str) -> String {
        Words::new(Locale::named(locale).unwrap()).date(iso)
    }

    #[test]
    fn a_date_is_said_as_far_as_it_is_known() {
        assert_eq!(said("ar", "2025-06-20T17:00+03:00"), "٢٠ يونيو ٢٠٢٥، ١٧:٠٠");
        assert_eq!(said("ar_SY", "2025-01-05"), "٥ كانون الثاني ٢٠٢٥");
        assert_eq!(said("ar_DZ", "2025-08"), "أوت 2025");
        assert_eq!(said("en", "2025-06-20"), "20 June 2025");
        assert_eq!(said("en", "2025"), "2025");
        assert_eq!(said("en", "soon"), "soon");
    }

    #[test]
    fn a_date_is_said_by_its_distance_while_it_is_near() {
        let today = civil::date(2026, 11, 21);
        let when =
            |locale: &str, iso: &str| Words::new(Locale::named(locale).unwrap()).when(iso, today);
        for (iso, arabic, english) in [
            ("2026-11-21T23:59-05:00", "اليوم", "today"),
            ("2026-11-20", "أمس", "yesterday"),
            ("2026-11-19", "قبل يومين", "2 days ago"),
            ("2026-11-18", "قبل ٣ أيام", "3 days ago"),
            ("2026-11-11", "قبل ١٠ أيام", "10 days ago"),
            ("2026-11-10", "قبل ١١ يومًا", "11 days ago"),
            ("2026-11-08", "قبل ١٣ يومًا", "13 days ago"),
            ("2026-11-07", "٧ نوفمبر", "7 Nov"),
            ("2026-11-22", "٢٢ نوفمبر", "22 Nov"),
            ("2025-12-31T10:00", "٣١ ديسمبر ٢٠٢٥", "31 Dec 2025"),
            ("2027-01-01", "١ يناير ٢٠٢٧", "1 Jan 2027"),
            ("2026-11", "نوفمبر ٢٠٢٦", "November 2026"),
            ("2026", "٢٠٢٦", "2026"),
            ("soon", "soon", "soon"),
        ] {
            assert_eq!(when("ar", iso), arabic);
            assert_eq!(when("en", iso), english);
        }
        assert_eq!(when("ar_MA", "2026-11-07"), "7 نونبر");
    }

    #[test]
    fn a_new_year_is_no_border_for_what_is_near() {
        let words = Words::new(Locale::named("en").unwrap());
        let today = civil::date(2027, 1, 2);
        assert_eq!(words.when("2026-12-31", today), "2 days ago");
    }
}
