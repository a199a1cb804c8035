//! How is a date said, as exactly as it is known?

use super::{Argument, Months, Words};

impl Words {
    /// A date in ISO 8601, cut to its precision, as the interface's language says it; what
    /// is no such date is shown as it is.
    pub fn date(&self, iso: &str) -> String {
        self.said(iso)
            .unwrap_or_else(|| super::safe(iso).into_owned())
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
        let month = self.month(month.parse().ok()?)?;
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

    fn month(&self, number: usize) -> Option<String> {
        let key = match self.locale.months {
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
}
