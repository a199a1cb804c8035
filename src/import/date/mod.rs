//! Which dates does a line state, and is it a line of nothing else?

mod calendar;
mod clock;
mod token;
mod words;

use std::ops::Range;

use self::{
    calendar::{Found, calendar_date},
    clock::{Clock, clock},
    token::{Token, tokens},
    words::{Part, WORDS},
};
use crate::{article::Date, text::fold_with_offsets};

/// A date that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The date.
    pub date: Date,
    /// What the words before it say of it.
    pub role: Role,
    /// Whether it was written in the Hijri calendar.
    pub hijri: bool,
    /// Whether the word «today» stands before it.
    pub today: bool,
    /// Where it stands, in bytes of the text, its time included where that follows.
    pub bytes: Range<usize>,
}

/// What the words before a date say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    Plain,
    /// The day of publication.
    Published,
    /// The last change.
    Updated,
}

/// What a line states of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    /// The dates, in order.
    pub stamps: Vec<Stamp>,
    /// The number of words that belong to no date.
    pub other_words: usize,
    /// Whether a time of day or a weekday stands in it.
    pub timed: bool,
}

impl Dates {
    /// The day of publication: what is called so, else the first date that is not an update.
    /// A Gregorian date wins over the Hijri one beside it.
    pub fn published(&self) -> Option<&Stamp> {
        let of = |role| {
            let all = || self.stamps.iter().filter(move |s| s.role == role);
            all().find(|s| !s.hijri).or_else(|| all().next())
        };
        of(Role::Published).or_else(|| of(Role::Plain))
    }

    /// The last change, where the line names one.
    pub fn updated(&self) -> Option<&Stamp> {
        self.stamps.iter().find(|s| s.role == Role::Updated)
    }
}

/// The words of a line that may stand beside a date without making it a sentence.
const WORDS_BESIDE: usize = 4;

/// A line of nothing but date, time, place or source; none for every other line.
pub fn dateline(line: &str) -> Option<Dates> {
    let dates = scan(line);
    let alone = dates.other_words <= WORDS_BESIDE && !dates.stamps.is_empty();
    let hour = dates.stamps.is_empty() && dates.timed && dates.other_words == 0;
    (alone || hour).then_some(dates)
}

/// The dates of a text.
pub fn scan(text: &str) -> Dates {
    let folded = fold_with_offsets(text);
    let tokens = tokens(&folded.text);
    let (mut found, clocks, words) = parts(&tokens);
    let mut stamps = Vec::with_capacity(found.len());
    let ends: Vec<usize> = found.iter().skip(1).map(|f| f.tokens.start).collect();
    let mut before = 0;
    for (nth, date) in found.drain(..).enumerate() {
        let after = ends.get(nth).copied().unwrap_or(tokens.len());
        let of_day = clocks
            .iter()
            .find(|c| c.tokens.start >= date.tokens.end && c.tokens.start < after)
            .or_else(|| {
                let mut earlier = clocks
                    .iter()
                    .filter(|c| c.tokens.start >= before && c.tokens.end <= date.tokens.start);
                earlier.next_back()
            });
        let label = words
            .labels
            .iter()
            .rev()
            .find(|(at, _)| *at < date.tokens.start && *at >= before);
        let end = of_day.map_or(date.tokens.end, |c| c.tokens.end.max(date.tokens.end));
        let range = tokens[date.tokens.start].bytes.start..tokens[end - 1].bytes.end;
        stamps.push(Stamp {
            date: of_day.and_then(|c| c.on(date.date)).unwrap_or(date.date),
            role: label.map_or(Role::Plain, |(_, role)| *role),
            hijri: date.hijri,
            today: words.today.contains(&date.tokens.start),
            bytes: folded.source(range),
        });
        before = date.tokens.end;
    }
    Dates {
        stamps,
        other_words: words.other,
        timed: words.weekday || !clocks.is_empty(),
    }
}

/// What the tokens outside of dates and clocks are.
#[derive(Default)]
struct Words {
    labels: Vec<(usize, Role)>,
    /// The dates that follow «today», but for a weekday and signs between.
    today: Vec<usize>,
    other: usize,
    weekday: bool,
}

fn parts(tokens: &[Token]) -> (Vec<Found>, Vec<Clock>, Words) {
    let (mut dates, mut clocks, mut words) = (Vec::new(), Vec::new(), Words::default());
    let (mut at, mut today) = (0, false);
    while at < tokens.len() {
        if let Some(date) = calendar_date(tokens, at) {
            if std::mem::take(&mut today) {
                words.today.push(at);
            }
            at = date.tokens.end;
            dates.push(date);
        } else if let Some(clock) = clock(tokens, at) {
            at = clock.tokens.end;
            clocks.push(clock);
        } else if let Some((part, length)) = WORDS.part(&tokens[at..]) {
            match part {
                Part::Label(role) => words.labels.push((at, role)),
                Part::Today => {
                    today = true;
                    words.other += 1;
                }
                Part::Weekday => words.weekday = true,
                Part::Filler | Part::Noon(_) | Part::Zone(_) => {}
                Part::Month(_) | Part::Hijri(_) => words.other += 1,
            }
            at += length;
        } else {
            let other = !tokens[at].is_sign();
            words.other += usize::from(other);
            today &= !other;
            at += 1;
        }
    }
    (dates, clocks, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(line: &str) -> String {
        scan(line)
            .published()
            .map(|s| s.date.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn every_notation_is_read() {
        for (line, iso) in [
            ("20 يونيو 2025، 5:00 م", "2025-06-20T17:00"),
            ("ديسمبر 25, 2025", "2025-12-25"),
            ("٣ كانون الثاني ٢٠١٨", "2018-01-03"),
            ("۳ تشرين الأول ۲۰۱۸", "2018-10-03"),
            ("23 أوت 2011", "2011-08-23"),
            ("14 غشت 2009", "2009-08-14"),
            ("19 مارس/آذار 2018", "2018-03-19"),
            ("19 مارس (آذار) 2018", "2018-03-19"),
            ("كانون الأول/ديسمبر 2017", "2017-12"),
            ("نشر في الساحل يوم 07 - 11 - 2012", "2012-11-07"),
            ("27-02-2023, 18:02 |", "2023-02-27T18:02"),
            ("8.12.2025", "2025-12-08"),
            ("2025/6/20", "2025-06-20"),
            ("12/25/2025", "2025-12-25"),
            ("3/\u{200f}7/\u{200f}2018", "2018-07-03"),
            ("01:24 ص 27/11/2025", "2025-11-27T01:24"),
            ("12:10 AM 27/11/2025", "2025-11-27T00:10"),
            ("2018-02-18T17:35:43Z", "2018-02-18T17:35Z"),
            ("2025-12-13@22:47:40 GMT", "2025-12-13T22:47Z"),
            ("25th, January 2024 GMT", "2024-01-25"),
            (
                "الأحد 4 مايو 2025 الساعة 5 مساءً بتوقيت مكة",
                "2025-05-04T17:00+03:00",
            ),
            ("4 مايو 2025 - 10:30 بتوقيت غرينتش", "2025-05-04T10:30Z"),
            ("4 مايو 2025 - 10:30 بتوقيت القاهرة", "2025-05-04T10:30"),
            ("Jan 12, 2026", "2026-01-12"),
            ("12 janvier 2026", "2026-01-12"),
            ("18 يونيو 2023 م ـ 29 ذو القعدة 1444 هـ", "2023-06-18"),
            (
                "الأربعاء / 13 / شعبان / 1435 هـ - 23:00 - الأربعاء 11 يونيو 2014 23:00",
                "2014-06-11T23:00",
            ),
            ("1 رمضان 1444 هـ", "2023-03-23"),
            ("1444/9/1 هـ", "2023-03-23"),
        ] {
            assert_eq!(date(line), iso, "{line}");
        }
    }

    #[test]
    fn what_only_speaks_of_time_dates_nothing() {
        for line in [
            "منذ ٣ ساعات",
            "اليوم الخميس",
            "جميع الحقوق محفوظة © 2024",
            "القمة رقم 31",
            "31/02/2024",
            "فاز الفريق 3-2 على ضيفه",
            "ديسمبر المقبل",
        ] {
            assert_eq!(date(line), "", "{line}");
        }
    }

    #[test]
    fn an_update_is_kept_apart() {
        let dates = scan("نشر: 2025-01-02 10:00 آخر تحديث: 2025-01-03 11:00");
        assert_eq!(
            dates.published().unwrap().date.to_string(),
            "2025-01-02T10:00"
        );
        assert_eq!(
            dates.updated().unwrap().date.to_string(),
            "2025-01-03T11:00"
        );
        assert!(scan("آخر تحديث 5 مايو 2024").published().is_none());
    }

    #[test]
    fn a_dateline_holds_little_beside_its_date() {
        assert!(dateline("الثلاثاء 26 أبريل 2016").is_some());
        assert!(dateline(". 12/11/2025 09:15").is_some());
        assert!(dateline("وقعت المعركة الكبرى في السهل القديم يوم 12 مايو 2010").is_none());
        assert!(dateline("اليوم الخميس").is_none());
    }
}
