//! What do the named fields of records and front matter say, however they are typed?

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::date as dates;
use crate::article::{Date, Flaw, FlawKind, Meta};

/// Names under which a field is known, the usual first.
type Names = &'static [&'static str];

const TITLE: Names = &["title", "headline", "name"];
const ID: Names = &["id", "_id", "guid", "source_id", "uuid"];
const URL: Names = &["url", "link", "href", "permalink", "canonical_url"];
const DATE: Names = &[
    "date",
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "datePublished",
    "created",
    "created_at",
    "pubDate",
    "pub_date",
    "timestamp",
];
const UPDATED: Names = &[
    "updated",
    "updated_at",
    "updatedAt",
    "modified",
    "date_modified",
    "dateModified",
    "lastmod",
];
const AUTHOR: Names = &["author", "authors", "byline", "creator", "by"];
const SOURCE: Names = &[
    "source",
    "site",
    "publisher",
    "site_name",
    "newspaper",
    "outlet",
];
const SECTION: Names = &["section", "category", "categories", "topic"];
const LANGUAGE: Names = &["language", "lang", "locale"];
const TAGS: Names = &["tags", "keywords", "tag", "labels"];

/// The metadata that the fields state; what has a form that cannot be read is a flaw.
pub fn meta(fields: &Map<String, Value>, flaws: &mut Vec<Flaw>) -> Meta {
    let mut meta = Meta {
        title: first(fields, TITLE).unwrap_or_default(),
        author: first_of(fields, AUTHOR).and_then(people),
        source: first_of(fields, SOURCE).and_then(people),
        section: first_of(fields, SECTION).and_then(|v| list(v).into_iter().next()),
        url: first(fields, URL),
        source_id: first(fields, ID),
        language: first(fields, LANGUAGE),
        tags: first_of(fields, TAGS).map(list).unwrap_or_default(),
        ..Meta::default()
    };
    for (names, slot) in [(DATE, &mut meta.date), (UPDATED, &mut meta.updated)] {
        let Some((name, value)) = named(fields, names) else {
            continue;
        };
        *slot = moment(value);
        if slot.is_none() {
            flaws.push(Flaw::new(FlawKind::Field, name));
        }
    }
    meta
}

/// The text of the first of these fields that holds any.
pub fn first(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| fields.get(*name))
        .find_map(text)
}

/// A date as any notation writes it.
pub fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let dates = dates::scan(text);
        dates.published().or(dates.stamps.first()).map(|s| s.date)
    })
}

/// A text on one line, in its normal form.
pub fn line(text: &str) -> String {
    let (text, _) = super::normal(text);
    let words: Vec<&str> = text
        .split([' ', '\n', '\t'])
        .map(|w| w.trim_matches(['\u{feff}']))
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}

/// The tags of a list written on one line.
pub fn split_tags(text: &str) -> Vec<String> {
    text.split([',', '،', ';', '؛', '|'])
        .map(|tag| line(tag).trim_start_matches('#').to_owned())
        .filter(|tag| !tag.is_empty())
        .collect()
}

fn named(fields: &Map<String, Value>, names: Names) -> Option<(&'static str, &Value)> {
    let full = |v: &Value| !v.is_null() && v.as_str().is_none_or(|s| !s.trim().is_empty());
    names
        .iter()
        .filter_map(|name| Some((*name, fields.get(*name)?)))
        .find(|(_, v)| full(v))
}

fn first_of(fields: &Map<String, Value>, names: Names) -> Option<&Value> {
    named(fields, names).map(|(_, value)| value)
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => line(text),
        Value::Number(number) => number.to_string(),
        Value::Object(object) => {
            return first(object, &["name", "title", "$text", "#text", "value"]);
        }
        Value::Array(all) => return all.iter().find_map(text),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Names, one or many, as texts or objects.
fn people(value: &Value) -> Option<String> {
    let Value::Array(all) = value else {
        return text(value);
    };
    let names: Vec<String> = all.iter().filter_map(text).collect();
    (!names.is_empty()).then(|| names.join("، "))
}

fn list(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(text).collect(),
        Value::String(text) => split_tags(text),
        other => text(other).into_iter().collect(),
    }
}

/// A moment: a text, seconds or milliseconds since 1970, a year, a date of TOML.
fn moment(value: &Value) -> Option<Date> {
    match value {
        Value::String(text) => {
            date(text).or_else(|| moment(&text.trim().parse::<i64>().ok()?.into()))
        }
        Value::Number(number) => {
            let number = number
                .as_i64()
                .or_else(|| number.as_f64().map(|n| n as i64))?;
            if (1000..2200).contains(&number) {
                return Date::year(number as i16);
            }
            if let Some(date) = figures(number) {
                return Some(date);
            }
            let seconds = if number.abs() > 100_000_000_000 {
                number / 1000
            } else {
                number
            };
            // 1980 to 2100: what else looks like a count of seconds is none
            if !(315_532_800..4_102_444_800).contains(&seconds) {
                return None;
            }
            Timestamp::from_second(seconds)
                .ok()?
                .to_string()
                .parse()
                .ok()
        }
        Value::Object(object) => object.values().find_map(moment),
        _ => None,
    }
}

/// 20240620, 202406201700 or 20240620170000, where the calendar has that day.
fn figures(number: i64) -> Option<Date> {
    let digits = number.to_string();
    let at = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i8>().ok();
    let year = digits
        .get(..4)?
        .parse()
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    let day = Date::day(year, at(4..6)?, at(6..8)?)?;
    match digits.len() {
        8 => Some(day),
        12 | 14 => day.at(at(8..10)?, at(10..12)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> (Meta, Vec<Flaw>) {
        let mut flaws = Vec::new();
        let fields: Map<String, Value> = serde_json::from_str(json).unwrap();
        (meta(&fields, &mut flaws), flaws)
    }

    #[test]
    fn types_are_lenient() {
        let (meta, flaws) = of(
            r#"{"id": 7, "title": " عنوان\n طويل ", "author": [{"name": "أ"}, "ب"], "site": null, "source": {"title": "الصحيفة"},
                "published": 1519000000000, "tags": "نفط، غاز", "category": ["اقتصاد"], "lang": "ar"}"#,
        );
        assert_eq!(meta.source_id.as_deref(), Some("7"));
        assert_eq!(meta.title, "عنوان طويل");
        assert_eq!(meta.author.as_deref(), Some("أ، ب"));
        assert_eq!(meta.source.as_deref(), Some("الصحيفة"));
        assert_eq!(meta.date.unwrap().to_string(), "2018-02-19T00:26Z");
        assert_eq!(meta.tags, ["نفط", "غاز"]);
        assert_eq!(meta.section.as_deref(), Some("اقتصاد"));
        assert!(flaws.is_empty());
    }

    #[test]
    fn dates_of_figures_are_no_seconds() {
        for (json, date) in [
            (r#"{"date": 20240101}"#, Some("2024-01-01")),
            (r#"{"date": "20240620170000"}"#, Some("2024-06-20T17:00")),
            (r#"{"date": 99999999999999}"#, None),
            (r#"{"date": 20249999}"#, None),
        ] {
            assert_eq!(
                of(json).0.date.map(|d| d.to_string()).as_deref(),
                date,
                "{json}"
            );
        }
    }

    #[test]
    fn a_date_of_no_known_form_is_a_flaw() {
        let (meta, flaws) = of(r#"{"title": "ع", "date": "قريبا"}"#);
        assert_eq!(meta.date, None);
        assert_eq!(flaws, [Flaw::new(FlawKind::Field, "date")]);
    }
}
