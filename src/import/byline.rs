//! Does this line name a person, and is that the author?

use super::word::WORDS;
use crate::import::letter::{is_digit, is_letter, is_word};
use crate::text::fold;

/// Signs that part a byline's word from its name, or a place from a name.
const SIGNS: [char; 9] = [':', '-', '–', '—', '/', '|', '*', '،', ','];

/// The longest name, in words.
const LONGEST: usize = 5;

/// The author that a line names by saying so: «كتب: س», «بقلم س», `By N`.
pub fn stated(line: &str) -> Option<&str> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c));
    worded(line)
        .or_else(|| after_role(line))
        .or_else(|| after_agency(line))
}

/// «إب - تقرير/ س ص»: a place, then the author's part and name.
fn after_role(line: &str) -> Option<&str> {
    let (place, rest) = DASHES.iter().find_map(|dash| line.split_once(dash))?;
    let role = rest.contains(['/', ':']) && place.split_whitespace().count() <= 2;
    role.then(|| worded(rest)).flatten()
}

/// «بغداد – وطن – س ص»: place, agency and reporter, nothing else.
fn after_agency(line: &str) -> Option<&str> {
    DASHES.iter().find_map(|dash| {
        let mut parts = line.split(dash);
        let (place, agency, name) = (parts.next()?, parts.next()?, parts.next()?);
        let short = |part: &str| {
            let mut words = part.split_whitespace();
            let plain = words.clone().count() <= 2 && !part.contains(is_digit);
            plain && words.all(|w| !WORDS.not_names.contains(&fold(w)))
        };
        let fits = parts.next().is_none() && short(place) && short(agency) && is_personal(name);
        (fits && (is_known(name) || is_agency(agency))).then(|| trim(name))
    })
}

/// Dashes that part place, agency and name.
const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// A byline's word and the name after it.
fn worded(line: &str) -> Option<&str> {
    WORDS.bylines.iter().find_map(|(word, needs_sign)| {
        let rest = after(line, word)?;
        let name = trim(rest);
        let signed = rest.trim_start().starts_with(SIGNS);
        let fits = is_name(name)
            && (signed
                || !needs_sign
                    && (is_known(name)
                        || word == "بقلم"
                        || word.ends_with(" بواسطه")
                        || !is_arabic(name)));
        fits.then_some(name)
    })
}

/// The name in a line of place and name: «طرابلس: س ص».
pub fn after_place(line: &str) -> Option<&str> {
    let (place, name) = line.split_once([':', '|', '-', '–', '—', '/'])?;
    let signed = line[place.len()..].starts_with([':', '|']);
    let name = bare(name);
    let fits = place.split_whitespace().count() <= 2 && is_name(name) && name.contains(' ');
    (fits && is_arabic(name) && (signed || is_known(name))).then_some(name)
}

/// Whether the line looks like nothing but a person's name: two to four words, none of
/// them one that names do not hold.
pub fn is_personal(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (2..=4).contains(&words) && is_name(line) && !is_agency(line)
}

/// Whether one of the first words is a usual given name, or an initial.
pub fn is_known(name: &str) -> bool {
    name.split_whitespace().take(2).any(|word| {
        let initial = word.ends_with('.') && word.chars().count() == 2;
        initial || WORDS.honorifics.contains(&fold(word)) || WORDS.names.contains(&fold(word))
    })
}

/// The source that a line names by saying so, or the agency that is all of the line.
pub fn source(line: &str) -> Option<&str> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || "*-()[].".contains(c));
    if is_agency(line) {
        return Some(line);
    }
    WORDS.sources.iter().find_map(|(word, needs_sign)| {
        let rest = after(line, word)?;
        let signed = rest.trim_start().starts_with(SIGNS);
        let name = trim(rest).trim_matches(['"', '«', '»', '“', '”']);
        (!name.is_empty() && (signed || !needs_sign)).then_some(name)
    })
}

/// Whether this is an agency or what stands for one.
pub fn is_agency(name: &str) -> bool {
    let folded = fold(name).replace('.', " ");
    let name = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    if WORDS.agencies.contains(&name) || name.starts_with("وكال") {
        return true;
    }
    let mut parts = name
        .split(['،', ',', '-', '/', '+'])
        .flat_map(|p| p.split(" و"))
        .peekable();
    parts.peek().is_some() && parts.all(|p| WORDS.agencies.contains(p.trim()))
}

/// Whether the line says what its author is: «كاتب من مصر», «باحثة في الاقتصاد».
pub fn is_office(line: &str) -> bool {
    let line = line.trim_start_matches(['*', ' ', '(']);
    let first = line.split_whitespace().next().unwrap_or_default();
    WORDS.offices.contains(&fold(first))
}

/// A name without signs, a counter before it, the agencies or the place after it.
pub fn bare(line: &str) -> &str {
    let line = [" - ", " – ", " — ", " | "]
        .iter()
        .find_map(|sign| line.split_once(sign))
        .map(|(name, _)| name)
        .filter(|name| is_personal(name) && is_known(name))
        .unwrap_or(line);
    let name =
        line.trim_start_matches(|c: char| is_digit(c) || c.is_whitespace() || SIGNS.contains(&c));
    let name = name
        .rsplit_once(" و")
        .filter(|(_, last)| is_agency(last))
        .map_or(name, |(name, _)| name);
    trim(name)
}

/// A name with the signs around it taken off.
pub fn trim(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c))
}

fn is_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let shaped = name
        .chars()
        .all(|c| is_letter(c) || c.is_whitespace() || ".-'’،,".contains(c) || is_mark(c));
    let count = words.clone().count();
    let possible = words.all(|w| !WORDS.not_names.contains(&fold(w)));
    let closed = name.ends_with(['.', '،', ',']);
    shaped && possible && !closed && (1..=LONGEST).contains(&count) && !starts_with_article(name)
}

/// «ال…» opens a description, seldom a name.
fn starts_with_article(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    first.starts_with("ال") && first.chars().count() > 3 && !WORDS.names.contains(&fold(first))
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{640}' | '\u{200c}'..='\u{200f}')
}

fn is_arabic(name: &str) -> bool {
    name.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c))
}

/// What follows a word that opens the line, if the word ends there.
fn after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let folded = crate::text::fold_with_offsets(line);
    let end = folded.text.starts_with(word).then_some(word.len())?;
    let next = folded.text[end..].chars().next()?;
    (!is_word(next)).then(|| &line[folded.source(end..end + 1).start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_named_in_many_ways() {
        for (line, name) in [
            ("كتب: سامح الدكروري", "سامح الدكروري"),
            ("كتبت- منى عبد الحي:", "منى عبد الحي"),
            ("كتب / ليث عوض", "ليث عوض"),
            ("بقلم: نزار", "نزار"),
            ("حوار: دعاء شكري", "دعاء شكري"),
            ("كتب محمد الراوي", "محمد الراوي"),
            ("By Jane Roe", "Jane Roe"),
            ("تعز - تحقيق/ ليث عوض", "ليث عوض"),
            ("البصرة – رويترز – ليث عوض", "ليث عوض"),
            ("مرسلة بواسطة أبو الوادي الغريب", "أبو الوادي الغريب"),
            ("بواسطة ليث عوض", "ليث عوض"),
            ("بواسطة: د. ليث عوض", "د. ليث عوض"),
        ] {
            assert_eq!(stated(line), Some(name), "{line}");
        }
        assert_eq!(after_place("طرابلس: رياض المعلوف"), Some("رياض المعلوف"));
    }

    #[test]
    fn sentences_name_no_author() {
        for line in [
            "كتب الوزير في تغريدة أن الأمر انتهى",
            "من هنا مرّ القطار",
            "كتابة التاريخ",
            "by the way",
            "بواسطة القطار السريع",
            "البحر - النهر - المطر",
        ] {
            assert_eq!(stated(line), None, "{line}");
        }
        assert!(!is_personal("وثائق مفقودة") && !is_personal("الجيران أولا"));
        assert!(is_personal("ن. بوعكاز") && is_personal("جمانة الصالح"));
        assert!(is_agency("رويترز") && is_agency("أ.ف.ب") && is_agency("وكالات"));
    }
}
